// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/toggle.h"

#include "controls/accessible.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEasingCurve>
#include <QEvent>
#include <QPainter>
#include <QVariantAnimation>

namespace valv::views {

namespace {

constexpr int trackWidth = 36;
constexpr int trackHeight = 18;
constexpr int textGap = 12;

} // namespace

Toggle::Toggle(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
    , m_animation(new QVariantAnimation(this))
{
    installAccessibility();
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setRing(this, Ring::Outer);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { setPosition(value.toReal()); });
    connect(this, &QAbstractButton::toggled, this, &Toggle::slide);
}

void Toggle::setReason(const QString& reason)
{
    setEnabled(reason.isEmpty());
    setToolTip(reason);
    setAccessibleDescription(reason);
}

void Toggle::setPosition(qreal position)
{
    m_position = position;
    update();
}

void Toggle::slide(bool on)
{
    m_animation->stop();
    const int duration = isVisible() ? motion(Motion::fast) : 0;
    if (duration == 0) {
        setPosition(on ? 1 : 0);
        return;
    }
    m_animation->setDuration(duration);
    m_animation->setStartValue(m_position);
    m_animation->setEndValue(on ? 1.0 : 0.0);
    m_animation->start();
}

QSize Toggle::sizeHint() const
{
    const int label = text().isEmpty() ? 0 : textGap + textWidth(TextStyle::Body, text());
    return {trackWidth + label, Size::controlSmall};
}

void Toggle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool on = isEnabled();
    const QRectF track(0, (height() - trackHeight) / 2.0, trackWidth, trackHeight);
    const Role fill = !on ? Role::DisabledBg
        : isChecked()     ? (underMouse() ? Role::AccentHover : Role::Accent)
                          : Role::Surface;
    const Role outline = !on ? Role::Border : isChecked() ? fill : underMouse() ? Role::Text : Role::BorderStrong;
    roundedBox(painter, track, trackHeight / 2.0, color(fill), color(outline));
    const qreal radius = isChecked() ? 6 : 5;
    const qreal x = track.x() + 9 + m_position * (trackWidth - trackHeight);
    const Role knob = !on ? Role::Disabled : isChecked() ? Role::OnAccent : Role::BorderStrong;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(knob));
    painter.drawEllipse(QPointF(x, track.center().y()), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!text().isEmpty()) {
        drawLine(painter, QRectF(rect()).adjusted(trackWidth + textGap, 0, 0, 0), TextStyle::Body,
                 color(on ? Role::Text : Role::Disabled), text());
    }
}

void Toggle::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        updateGeometry();
    }
    QAbstractButton::changeEvent(event);
}

} // namespace valv::views

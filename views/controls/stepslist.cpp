// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/stepslist.h"

#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace valv::views {

namespace {

constexpr int stepHeight = 36;

} // namespace

StepsList::StepsList(QWidget* parent)
    : QWidget(parent)
{
    installAccessibility();
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepsList::setSteps(const QVector<Step>& steps)
{
    if (steps == m_steps) {
        return;
    }
    m_steps = steps;
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(steps.size()) - 1));
    updateGeometry();
    update();
}

QRect StepsList::stepRect(int index) const
{
    return {0, index * stepHeight, width(), stepHeight};
}

int StepsList::itemCount() const
{
    return static_cast<int>(m_steps.size());
}

QString StepsList::itemName(int index) const
{
    return m_steps.at(index).text;
}

QString StepsList::itemDescription(int index) const
{
    return m_steps.at(index).note;
}

QRect StepsList::itemRect(int index) const
{
    return stepRect(index);
}

bool StepsList::isItemSelected(int index) const
{
    return index == m_current;
}

bool StepsList::isItemEnabled(int) const
{
    return true;
}

void StepsList::pressItem(int index)
{
    m_current = index;
    update();
    announceItem(this, index);
}

QSize StepsList::sizeHint() const
{
    int width = 200;
    for (const Step& step : m_steps) {
        width = std::max(
            width, 24 + textWidth(TextStyle::Body, step.text) + Space::lg + textWidth(TextStyle::Caption, step.note));
    }
    return {width, static_cast<int>(m_steps.size()) * stepHeight};
}

void StepsList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (int i = 0; i < m_steps.size(); ++i) {
        const Step& step = m_steps.at(i);
        const QRectF r = stepRect(i);
        if (i + 1 < m_steps.size()) {
            vline(painter, QRectF(7.5, r.center().y() + 10, 1, stepHeight - 20), color(Role::BorderStrong));
        }
        paintIcon(painter, QRectF(0, r.y(), Size::iconSmall, r.height()), statusIcon(step.status),
                  statusRole(step.status));
        const int noteWidth = textWidth(TextStyle::Caption, step.note) + 1;
        const Role role =
            step.status == StatusKind::Off || step.status == StatusKind::Stopped ? Role::Secondary : Role::Text;
        drawLine(painter, QRectF(24, r.y(), r.width() - 24 - noteWidth - Space::sm, r.height()), TextStyle::Body,
                 color(role), step.text);
        drawLine(painter, QRectF(r.right() - noteWidth, r.y(), noteWidth, r.height()), TextStyle::Caption,
                 color(Role::Secondary), step.note, Qt::AlignRight);
        if (i == m_current && hasKeyFocus(this)) {
            innerRing(painter, r.adjusted(0, 2, 0, -2));
        }
    }
}

void StepsList::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_steps.size()) - 1;
    int to = -1;
    switch (event->key()) {
    case Qt::Key_Up:
        to = m_current - 1;
        break;
    case Qt::Key_Down:
        to = m_current + 1;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    if (last >= 0) {
        pressItem(std::clamp(to, 0, last));
    }
}

void StepsList::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void StepsList::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void paintStepMark(QPainter& painter, const QPointF& centre, int number, bool done, bool current, qreal radius)
{
    const QRectF disc(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    if (done) {
        roundedBox(painter, disc, radius, color(Role::OkBg), color(Role::OkBorder));
        paintIcon(painter, disc, Icon::Check, Role::Ok, Size::iconSmall);
        return;
    }
    roundedBox(painter, disc, radius, color(current ? Role::Accent : Role::Surface),
               color(current ? Role::Accent : Role::BorderStrong));
    drawLine(painter, disc, TextStyle::BodyStrong, color(current ? Role::OnAccent : Role::Secondary),
             QString::number(number), Qt::AlignHCenter);
}

StepBar::StepBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StepBar::setSteps(const QVector<Step>& steps, int current)
{
    m_steps = steps;
    m_current = current;
    if (current >= 0 && current < steps.size()) {
        //: %1 the step's number, %2 how many there are, %3 its title
        setAccessibleName(tr("Step %1 of %2: %3").arg(current + 1).arg(steps.size()).arg(steps.at(current).title));
        setAccessibleDescription(steps.at(current).caption);
    }
    updateGeometry();
    update();
}

QSize StepBar::sizeHint() const
{
    int width = 0;
    for (const Step& step : m_steps) {
        width += 40
            + std::max(textWidth(TextStyle::BodyStrong, step.title), textWidth(TextStyle::Caption, step.caption)) + 60;
    }
    return {width, 36};
}

QSize StepBar::minimumSizeHint() const
{
    return {static_cast<int>(m_steps.size()) * 90, 36};
}

void StepBar::paintEvent(QPaintEvent*)
{
    if (m_steps.isEmpty()) {
        return;
    }
    QPainter painter(this);
    const int count = static_cast<int>(m_steps.size());
    int texts = 0;
    for (const Step& step : std::as_const(m_steps)) {
        texts += 40
            + std::max(textWidth(TextStyle::BodyStrong, step.title), textWidth(TextStyle::Caption, step.caption)) + 1;
    }
    const qreal lineLength = count > 1 ? std::clamp((width() - texts) / static_cast<qreal>(count - 1), 24.0, 160.0) : 0;
    qreal x = 0;
    for (int i = 0; i < count; ++i) {
        const Step& step = m_steps.at(i);
        paintStepMark(painter, QPointF(x + 14, height() / 2.0), i + 1, i < m_current, i == m_current, 14);
        x += 40;
        const int w =
            std::max(textWidth(TextStyle::BodyStrong, step.title), textWidth(TextStyle::Caption, step.caption)) + 1;
        drawLine(painter, QRectF(x, 0, w, 20), i == m_current ? TextStyle::BodyStrong : TextStyle::Body,
                 color(i <= m_current ? Role::Text : Role::Secondary), step.title);
        drawLine(painter, QRectF(x, 19, w, 16), TextStyle::Caption, color(Role::Secondary), step.caption);
        x += w;
        if (i + 1 < count) {
            hline(painter, QRectF(x + Space::lg, height() / 2.0, lineLength - Space::xxl, 1), color(Role::BorderStrong));
            x += lineLength;
        }
    }
}

StepMark::StepMark(int number, QWidget* parent)
    : QWidget(parent)
    , m_number(number)
{
    setFixedSize(Space::xl, Space::xl);
    tell();
}

void StepMark::setState(bool done, bool current)
{
    m_done = done;
    m_current = current;
    tell();
    update();
}

void StepMark::tell()
{
    //: a step of a form, for readers
    setAccessibleName(tr("Step %1").arg(m_number));
    setAccessibleDescription(m_done ? tr("Done", "a step of a form")
                                 : m_current ? tr("Current", "a step of a form")
                                             : tr("To come", "a step of a form"));
}

void StepMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintStepMark(painter, QRectF(rect()).center(), m_number, m_done, m_current);
}

void StepMark::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/progressbar.h"

#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QVariantAnimation>

namespace valv::views {

namespace {

constexpr int lineTurn = 1200; // one run of the line, ms
constexpr double runPart = 0.3;

} // namespace

void paintProgress(QPainter& painter, const QRectF& rect, double part, Role role)
{
    const qreal radius = rect.height() / 2;
    roundedBox(painter, rect, radius, color(Role::Skeleton), QColor());
    const qreal width = std::clamp(part, 0.0, 1.0) * rect.width();
    if (width > 0) {
        roundedBox(painter, QRectF(rect.x(), rect.y(), std::max(width, rect.height()), rect.height()), radius,
                   color(role), QColor());
    }
}

ProgressBar::ProgressBar(QWidget* parent)
    : QProgressBar(parent)
{
    setTextVisible(false);
    setRange(0, 100);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressBar::setRole(Role role)
{
    m_role = role;
    update();
}

QSize ProgressBar::sizeHint() const
{
    return {120, Size::progress};
}

QSize ProgressBar::minimumSizeHint() const
{
    return {40, Size::progress};
}

void ProgressBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const double span = maximum() - minimum();
    const QRectF bar(0, (height() - Size::progress) / 2.0, width(), Size::progress);
    paintProgress(painter, bar, span > 0 ? (value() - minimum()) / span : 0, m_role);
}

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent)
    , m_animation(new QVariantAnimation(this))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(2);
    m_animation->setDuration(lineTurn);
    m_animation->setStartValue(0.0);
    m_animation->setEndValue(1.0);
    m_animation->setLoopCount(-1);
    connect(m_animation, &QVariantAnimation::valueChanged, this, [this] { update(); });
    hide();
}

void ProgressLine::setRunning(bool on)
{
    m_running = on;
    setVisible(on);
    restart();
}

void ProgressLine::restart()
{
    m_animation->stop();
    if (m_running && isVisible() && motion(lineTurn) > 0) {
        m_animation->start();
    }
    update();
}

QSize ProgressLine::sizeHint() const
{
    return {120, 2};
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    if (!m_running) {
        return;
    }
    QPainter painter(this);
    if (m_animation->state() != QAbstractAnimation::Running) {
        painter.fillRect(rect(), color(Role::Accent));
        return;
    }
    painter.fillRect(rect(), color(Role::Skeleton));
    const double at = m_animation->currentValue().toDouble() * (1 + runPart) - runPart;
    painter.fillRect(QRectF(at * width(), 0, runPart * width(), height()), color(Role::Accent));
}

void ProgressLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

void ProgressLine::hideEvent(QHideEvent* event)
{
    m_animation->stop(); // nothing runs unseen
    QWidget::hideEvent(event);
}

void ProgressLine::showEvent(QShowEvent* event)
{
    restart();
    QWidget::showEvent(event);
}

} // namespace valv::views

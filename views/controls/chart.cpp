// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/chart.h"

#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace valv::views {

ChartWidget::ChartWidget(QWidget* parent)
    : QWidget(parent)
{
    installAccessibility();
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChartWidget::setCurrentIndex(int index)
{
    if (index == m_index) {
        return;
    }
    m_index = index;
    markChanged();
    if (index >= 0 && hasFocus()) {
        announceItem(this, index);
    }
    Q_EMIT currentIndexChanged(index);
}

QString ChartWidget::itemName(int index) const
{
    return valueText(index).replace(QLatin1Char('\n'), QStringLiteral(": "));
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event)
{
    setCurrentIndex(indexAt(event->position()));
}

void ChartWidget::leaveEvent(QEvent* event)
{
    if (!hasFocus()) {
        setCurrentIndex(-1);
    }
    QWidget::leaveEvent(event);
}

void ChartWidget::keyPressEvent(QKeyEvent* event)
{
    const int last = valueCount() - 1;
    int to = m_index;
    switch (event->key()) {
    case Qt::Key_Left:
        to = m_index < 0 ? last : m_index - 1;
        break;
    case Qt::Key_Right:
        to = m_index < 0 ? 0 : m_index + 1;
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
        setCurrentIndex(std::clamp(to, 0, last));
    }
}

void ChartWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_index < 0 && valueCount() > 0 && event->reason() != Qt::MouseFocusReason) {
        setCurrentIndex(valueCount() - 1);
    }
    markChanged();
}

void ChartWidget::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    setCurrentIndex(-1);
    markChanged();
}

void paintChartTip(QPainter& painter, const QRectF& within, const QPointF& at, const QString& text)
{
    if (text.isEmpty()) {
        return;
    }
    const QFont strong = views::font(TextStyle::CaptionStrong);
    const QFont plain = views::font(TextStyle::Axis);
    const QStringList lines = text.split(QLatin1Char('\n'));
    qreal width = 0;
    for (int i = 0; i < lines.size(); ++i) {
        width = std::max(width, QFontMetricsF(i == 0 ? strong : plain).horizontalAdvance(lines.at(i)));
    }
    QRectF box(0, 0, std::ceil(width) + 20, static_cast<qreal>(lines.size()) * 16 + 8);
    box.moveTopRight(QPointF(at.x() - Space::sm, at.y() + Space::sm));
    if (box.left() < within.left()) {
        box.moveLeft(at.x() + Space::sm);
    }
    box.moveLeft(std::clamp(box.left(), within.left(), std::max(within.left(), within.right() - box.width())));
    box.moveTop(std::clamp(box.top(), within.top(), std::max(within.top(), within.bottom() - box.height())));
    roundedBox(painter, box, Radius::control, color(Role::Text), QColor());
    painter.setPen(color(Role::Surface));
    for (int i = 0; i < lines.size(); ++i) {
        painter.setFont(i == 0 ? strong : plain);
        painter.drawText(QRectF(box.x() + 10, box.y() + 4 + i * 16, box.width() - 10, 16),
                         Qt::AlignVCenter | Qt::TextSingleLine, lines.at(i));
    }
}

QVector<double> axisValues(double maximum, int atMost, bool whole)
{
    if (maximum <= 0 || atMost < 2) {
        return {0, 1};
    }
    const double least = maximum / (atMost - 1);
    double step = std::pow(10.0, std::floor(std::log10(least)));
    if (whole) {
        step = std::max(1.0, step);
    }
    for (const double factor : {1.0, 2.0, 3.0, 5.0, 10.0}) {
        if (step * factor >= least) {
            step *= factor;
            break;
        }
    }
    QVector<double> values{0};
    while (values.constLast() < maximum) {
        values.append(static_cast<double>(values.size()) * step);
    }
    return values;
}

void setYAxis(QValueAxis& axis, double top, const QVector<AxisTick>& ticks)
{
    const double step = ticks.size() > 1 ? ticks.at(1).value - ticks.at(0).value : 0;
    const double interval = step > 0 ? step : top;
    // At no moment the small steps of one scale over the length of the other: every mark is laid out at once. The last
    // call always changes something, so that the lines are laid out anew also where only the size is another.
    axis.setTickInterval(2 * std::max(axis.tickInterval(), interval));
    axis.setRange(0, top);
    axis.setTickInterval(interval);
}

QBrush hatchBrush(const QColor& colour, bool dense)
{
    // Not Qt's own patterns: those are 8 device pixels and change with the scale.
    const int period = dense ? 5 : 6;
    constexpr int over = 4;
    const int side = period * over;
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    tile.fill(color(Role::Surface));
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, dense ? 10 : 13, Qt::SolidLine, Qt::FlatCap));
    for (int shift = -1; shift <= 1; ++shift) {
        const qreal s = shift * side;
        if (dense) {
            painter.drawLine(QPointF(s - side, 2.0 * side), QPointF(s + 2.0 * side, -side));
        } else {
            painter.drawLine(QPointF(s - side, -side), QPointF(s + 2.0 * side, 2.0 * side));
        }
    }
    painter.end();
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1.0 / over, 1.0 / over));
    return brush;
}

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChartLegend::setEntries(const QVector<Entry>& entries)
{
    m_entries = entries;
    updateGeometry();
    update();
}

QSize ChartLegend::sizeHint() const
{
    int width = 0;
    for (const Entry& entry : m_entries) {
        width += 16 + textWidth(TextStyle::Caption, entry.text) + Space::lg;
    }
    return {std::max(0, width - Space::lg), 20};
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    qreal x = 0;
    for (const Entry& entry : std::as_const(m_entries)) {
        const QRectF square(x, 5, 10, 10);
        if (entry.fill == Fill::Solid) {
            roundedBox(painter, square, 2, color(entry.role), QColor());
        } else {
            painter.fillRect(square, hatchBrush(color(entry.role), entry.fill == Fill::DenseHatch));
        }
        x += 16;
        x += drawLine(painter, QRectF(x, 0, width() - x, 20), TextStyle::Caption, color(Role::Text), entry.text)
            + Space::lg;
    }
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/chart.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

namespace {

constexpr int areaAxisRow = 24;
constexpr int areaTop = 16;

} // namespace

AreaChart::AreaChart(QWidget* parent)
    : ChartWidget(parent)
{ }

void AreaChart::setValues(const QVector<Value>& values, const QVector<AxisTick>& xTicks,
                          const QVector<AxisTick>& yTicks)
{
    m_values = values;
    m_xTicks = xTicks;
    m_yTicks = yTicks;
    update();
}

void AreaChart::setLimit(std::optional<double> value, const QString& label)
{
    m_limit = value;
    m_limitLabel = label;
    update();
}

int AreaChart::valueCount() const
{
    return static_cast<int>(m_values.size());
}

QString AreaChart::valueText(int index) const
{
    return m_values.value(index).text;
}

QSize AreaChart::sizeHint() const
{
    return {320, 224};
}

QRectF AreaChart::plot() const
{
    int left = 0;
    for (const AxisTick& tick : m_yTicks) {
        left = std::max(left, textWidth(TextStyle::Axis, tick.label));
    }
    left += Space::sm;
    return {static_cast<qreal>(left), areaTop, static_cast<qreal>(width() - left - 8),
            static_cast<qreal>(height() - areaTop - areaAxisRow)};
}

QPointF AreaChart::map(double x, double y) const
{
    const QRectF p = plot();
    double x0 = m_values.isEmpty() ? 0 : m_values.first().x;
    double x1 = m_values.isEmpty() ? 1 : m_values.last().x;
    double top = m_limit.value_or(0);
    for (const AxisTick& tick : m_yTicks) {
        top = std::max(top, tick.value);
    }
    for (const Value& value : m_values) {
        top = std::max(top, value.y);
    }
    const double across = x1 > x0 ? (x - x0) / (x1 - x0) : 0;
    return {p.x() + across * p.width(), p.bottom() - (top > 0 ? y / top : 0) * p.height()};
}

int AreaChart::indexAt(const QPointF& at) const
{
    if (!plot().adjusted(-6, 0, 6, 0).contains(at)) {
        return -1;
    }
    int best = -1;
    double distance = 1e9;
    for (int i = 0; i < m_values.size(); ++i) {
        const double d = std::abs(map(m_values.at(i).x, 0).x() - at.x());
        if (d < distance) {
            distance = d;
            best = i;
        }
    }
    return best;
}

QRectF AreaChart::valueRect(int index) const
{
    const QRectF p = plot();
    const auto between = [this](int left) { // half way to the next one
        return (map(m_values.at(left).x, 0).x() + map(m_values.at(left + 1).x, 0).x()) / 2;
    };
    const double left = index == 0 ? p.left() : between(index - 1);
    const double right = index == valueCount() - 1 ? p.right() : between(index);
    return {left, p.y(), right - left, p.height()};
}

void AreaChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF p = plot();
    for (const AxisTick& tick : std::as_const(m_yTicks)) {
        const qreal y = std::round(map(0, tick.value).y());
        hline(painter, QRectF(p.x(), y, p.width(), 1), color(tick.value == 0 ? Role::BorderStrong : Role::Grid));
        drawLine(painter, QRectF(0, y - 8, p.x() - Space::sm + 1, 16), TextStyle::Axis, color(Role::Secondary),
                 tick.label, Qt::AlignRight);
    }
    qreal lastEnd = -1e9;
    for (const AxisTick& tick : std::as_const(m_xTicks)) {
        const int w = textWidth(TextStyle::Axis, tick.label) + 1;
        const qreal left = std::clamp(map(tick.value, 0).x() - w / 2.0, p.x(), p.right() - w);
        if (left > lastEnd + 4) {
            drawLine(painter, QRectF(left, p.bottom() + 5, w, 16), TextStyle::Axis,
                     color(tick.strong ? Role::Text : Role::Secondary), tick.label);
            lastEnd = left + w;
        }
    }
    if (m_values.size() > 1) {
        QPolygonF line;
        for (const Value& value : std::as_const(m_values)) {
            line.append(map(value.x, value.y));
        }
        QPolygonF area = line;
        area.append(QPointF(line.last().x(), p.bottom()));
        area.append(QPointF(line.first().x(), p.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::S1, Chart::areaAlpha));
        painter.drawPolygon(area);
        painter.setPen(QPen(color(Role::S1), Chart::line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::S1));
        painter.drawEllipse(line.last(), 3, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (m_limit) {
        const qreal y = std::round(map(0, *m_limit).y()) + 0.5;
        QPen pen(color(Role::Error), 1);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(p.x(), y), QPointF(p.right(), y));
        drawLine(painter, QRectF(p.x(), y - 16, p.width(), 16), TextStyle::Axis, color(Role::Error), m_limitLabel,
                 Qt::AlignRight);
    }
    if (currentIndex() >= 0 && currentIndex() < m_values.size()) {
        const Value& value = m_values.at(currentIndex());
        const QPointF at = map(value.x, value.y);
        QPen pen(color(Role::Text), 1);
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(std::round(at.x()) + 0.5, 0), QPointF(std::round(at.x()) + 0.5, p.bottom()));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Role::S1), 2));
        painter.setBrush(color(Role::Surface));
        painter.drawEllipse(at, Chart::pointRadius, Chart::pointRadius);
        paintChartTip(painter, rect(), at, value.text);
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, rect());
    }
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/chart.h"
#include "controls/plotview.h"
#include "core/digits.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <utility>

namespace valv::views {

namespace {

constexpr int areaAxisRow = 24;
constexpr int areaTop = 16;

} // namespace

AreaChart::AreaChart(QWidget* parent)
    : ChartWidget(parent)
    , m_view(new PlotView(this))
    , m_line(new QLineSeries)
    , m_upper(new QLineSeries(this))
    , m_area(new QAreaSeries(m_upper))
    , m_xAxis(new QValueAxis)
    , m_yAxis(new QValueAxis)
{
    auto* chart = m_view->chart();
    m_view->setRenderHint(QPainter::Antialiasing);
    chart->addSeries(m_area);
    chart->addSeries(m_line);
    chart->addAxis(m_xAxis, Qt::AlignBottom);
    chart->addAxis(m_yAxis, Qt::AlignLeft);
    for (QAbstractSeries* series : std::initializer_list<QAbstractSeries*>{m_area, m_line}) {
        series->attachAxis(m_xAxis);
        series->attachAxis(m_yAxis);
    }
    for (auto* axis : {m_xAxis, m_yAxis}) { // base line and labels are painted, where the design has them
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setMinorGridLineVisible(false);
    }
    m_xAxis->setGridLineVisible(false);
    m_yAxis->setTickType(QValueAxis::TicksDynamic);
    m_yAxis->setTickAnchor(0);
    m_view->setForeground([this](QPainter& painter) { paintForeground(painter); });
    restyle();
}

void AreaChart::restyle()
{
    m_line->setPen(QPen(color(Role::S1), Chart::line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_area->setPen(Qt::NoPen);
    m_area->setBrush(color(Role::S1, Chart::areaAlpha));
    m_yAxis->setGridLinePen(QPen(color(Role::Grid), 1));
}

void AreaChart::setValues(const QVector<Value>& values, const QVector<AxisTick>& xTicks,
                          const QVector<AxisTick>& yTicks)
{
    m_values = values;
    for (Value& value : m_values) {
        value.y = toThreeDigits(value.y);
    }
    m_xTicks = xTicks;
    m_yTicks = yTicks;
    QVector<double> places;
    for (const Value& value : std::as_const(m_values)) {
        places.append(value.x);
    }
    for (const AxisTick& tick : std::as_const(m_xTicks)) {
        places.append(tick.value);
    }
    const auto [least, most] = std::minmax_element(places.cbegin(), places.cend());
    m_from = places.isEmpty() ? 0 : *least;
    m_to = places.isEmpty() ? 1 : *most;
    QList<QPointF> points;
    points.reserve(m_values.size());
    for (const Value& value : std::as_const(m_values)) {
        points.append(QPointF(value.x, value.y));
    }
    if (points.size() == 1) {
        points.clear(); // one value is a dot, no line
    }
    m_line->replace(points);
    m_upper->replace(points);
    arrange();
}

void AreaChart::setLimit(std::optional<double> value, const QString& label)
{
    m_limit = value;
    m_limitLabel = label;
    arrange();
}

void AreaChart::arrange()
{
    m_view->setGeometry(rect());
    m_view->setPlot(plot());
    m_xAxis->setRange(m_from, m_to > m_from ? m_to : m_from + 1);
    setYAxis(*m_yAxis, top(), m_yTicks);
    m_view->repaintForeground();
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

double AreaChart::top() const
{
    double top = m_limit.value_or(0);
    for (const AxisTick& tick : m_yTicks) {
        top = std::max(top, tick.value);
    }
    for (const Value& value : m_values) {
        top = std::max(top, value.y);
    }
    return top > 0 ? top : 1;
}

QPointF AreaChart::map(double x, double y) const
{
    const QRectF p = plot();
    const double across = m_to > m_from ? (x - m_from) / (m_to - m_from) : 0;
    return {p.x() + across * p.width(), p.bottom() - y / top() * p.height()};
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

void AreaChart::paintAxes(QPainter& painter) const
{
    const QRectF p = plot();
    hline(painter, QRectF(p.x(), std::round(p.bottom()), p.width(), 1), color(Role::BorderStrong));
    for (const AxisTick& tick : m_yTicks) {
        const qreal y = std::round(map(0, tick.value).y());
        drawLine(painter, QRectF(0, y - 8, p.x() - Space::sm + 1, 16), TextStyle::Axis, color(Role::Secondary),
                 tick.label, Qt::AlignRight);
    }
    qreal lastEnd = -1e9;
    for (const AxisTick& tick : m_xTicks) {
        const int w = textWidth(TextStyle::Axis, tick.label) + 1;
        const qreal left = std::clamp(map(tick.value, 0).x() - w / 2.0, p.x(), std::max(p.x(), p.right() - w));
        if (left > lastEnd + 4) {
            drawLine(painter, QRectF(left, p.bottom() + 5, w, 16), TextStyle::Axis,
                     color(tick.strong ? Role::Text : Role::Secondary), tick.label);
            lastEnd = left + w;
        }
    }
}

void AreaChart::paintForeground(QPainter& painter) const
{
    const QRectF p = plot();
    paintAxes(painter);
    if (!m_values.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Role::S1));
        painter.drawEllipse(map(m_values.last().x, m_values.last().y), 3, 3);
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

void AreaChart::markChanged()
{
    m_view->repaintForeground();
}

void AreaChart::resizeEvent(QResizeEvent* event)
{
    ChartWidget::resizeEvent(event);
    arrange();
}

void AreaChart::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        restyle();
    }
    ChartWidget::changeEvent(event);
}

} // namespace valv::views

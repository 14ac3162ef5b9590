// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/chart.h"
#include "controls/plotview.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

namespace valv::views {

namespace {

constexpr int barAxisRow = 24;

} // namespace

StackedBars::StackedBars(QWidget* parent)
    : ChartWidget(parent)
    , m_view(new PlotView(this))
    , m_series(new QStackedBarSeries)
    , m_xAxis(new QBarCategoryAxis)
    , m_yAxis(new QValueAxis)
{
    auto* chart = m_view->chart();
    m_view->setRenderHint(QPainter::Antialiasing, false); // upright edges are sharp
    for (int i = 0; i < 3; ++i) {
        m_sets.append(new QBarSet(QString()));
        m_series->append(m_sets.last());
    }
    chart->addSeries(m_series);
    chart->addAxis(m_xAxis, Qt::AlignBottom);
    chart->addAxis(m_yAxis, Qt::AlignLeft);
    m_series->attachAxis(m_xAxis);
    m_series->attachAxis(m_yAxis);
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{m_xAxis, m_yAxis}) {
        axis->setLabelsVisible(false); // painted, where the design has them
        axis->setLineVisible(false);
    }
    m_xAxis->setGridLineVisible(false);
    m_yAxis->setTickType(QValueAxis::TicksDynamic);
    m_yAxis->setTickAnchor(0);
    m_view->setForeground([this](QPainter& painter) { paintForeground(painter); });
    restyle();
}

void StackedBars::restyle()
{
    m_sets[0]->setBrush(color(Role::DoneBar));
    m_sets[1]->setBrush(hatchBrush(color(Role::WarnBar), false));
    m_sets[2]->setBrush(hatchBrush(color(Role::FailBar), true));
    for (auto* set : std::as_const(m_sets)) {
        set->setPen(QPen(color(Role::Surface), 1)); // the ground shows between the parts
    }
    m_yAxis->setGridLinePen(QPen(color(Role::Grid), 1));
}

void StackedBars::setBars(const QVector<Bar>& bars, const QVector<AxisTick>& yTicks)
{
    m_bars = bars;
    m_yTicks = yTicks;
    QStringList categories;
    for (auto* set : std::as_const(m_sets)) {
        set->remove(0, set->count());
    }
    for (qsizetype i = 0; i < bars.size(); ++i) {
        categories.append(QString::number(i)); // never shown; they must differ
        m_sets[0]->append(bars[i].done);
        m_sets[1]->append(bars[i].warning);
        m_sets[2]->append(bars[i].failed);
    }
    m_xAxis->setCategories(categories);
    arrange();
}

void StackedBars::setBare(bool on)
{
    m_bare = on;
    m_yAxis->setGridLineVisible(!on);
    updateGeometry();
    arrange();
}

void StackedBars::arrange()
{
    m_view->setGeometry(rect());
    m_view->setPlot(plot());
    setYAxis(*m_yAxis, top(), m_yTicks);
    const double slot = m_bars.isEmpty() ? 0 : plot().width() / static_cast<double>(m_bars.size());
    m_series->setBarWidth(slot > 0 ? (barWidth() + 1) / slot : 0.5); // half a pixel of pen at each side
    m_view->repaintForeground();
}

int StackedBars::valueCount() const
{
    return static_cast<int>(m_bars.size());
}

QString StackedBars::valueText(int index) const
{
    return m_bars.value(index).text;
}

QSize StackedBars::sizeHint() const
{
    return {320, m_bare ? 32 : 224};
}

QRectF StackedBars::plot() const
{
    if (m_bare) {
        return {0, 0, static_cast<qreal>(width()), static_cast<qreal>(height() - 1)};
    }
    int left = 0;
    for (const AxisTick& tick : m_yTicks) {
        left = std::max(left, textWidth(TextStyle::Axis, tick.label));
    }
    left += Space::sm;
    return {static_cast<qreal>(left), 8, static_cast<qreal>(width() - left),
            static_cast<qreal>(height() - 8 - barAxisRow)};
}

double StackedBars::top() const
{
    double most = 1;
    for (const AxisTick& tick : m_yTicks) {
        most = std::max(most, tick.value);
    }
    for (const Bar& bar : m_bars) {
        most = std::max(most, bar.done + bar.warning + bar.failed);
    }
    return most;
}

double StackedBars::barWidth() const
{
    const double slot = m_bars.isEmpty() ? 0 : plot().width() / static_cast<double>(m_bars.size());
    return std::max(2.0, std::floor(std::min(m_bare ? 24.0 : Chart::barMax, slot - Chart::barGap)));
}

int StackedBars::indexAt(const QPointF& at) const
{
    const QRectF p = plot();
    if (m_bars.isEmpty() || !p.contains(at)) {
        return -1;
    }
    return std::clamp(static_cast<int>((at.x() - p.x()) / p.width() * static_cast<double>(m_bars.size())), 0,
                      valueCount() - 1);
}

QRectF StackedBars::valueRect(int index) const
{
    const QRectF p = plot();
    const double step = p.width() / std::max(1, valueCount());
    return {p.x() + index * step, p.y(), step, p.height()};
}

void StackedBars::paintForeground(QPainter& painter) const
{
    const QRectF p = plot();
    const double width = barWidth();
    const double slot = m_bars.isEmpty() ? 0 : p.width() / static_cast<double>(m_bars.size());
    const auto middle = [&](int index) { return p.x() + (index + 0.5) * slot; };
    if (!m_bare) {
        for (const AxisTick& tick : m_yTicks) {
            const qreal y = std::round(p.bottom() - tick.value / top() * p.height());
            drawLine(painter, QRectF(0, y - 8, p.x() - Space::sm, 16), TextStyle::Axis, color(Role::Secondary),
                     tick.label, Qt::AlignRight);
        }
        hline(painter, QRectF(p.x(), p.bottom(), p.width(), 1), color(Role::BorderStrong));
        qreal limit = this->width(); // from the right: the newest day keeps its label
        for (int i = valueCount() - 1; i >= 0; --i) {
            const Bar& bar = m_bars.at(i);
            const TextStyle style = bar.strong ? TextStyle::CaptionStrong : TextStyle::Axis;
            const int w = textWidth(style, bar.label) + 1;
            const qreal left = std::min(std::round(middle(i) - w / 2.0), this->width() - static_cast<qreal>(w));
            if (!bar.label.isEmpty() && left + w <= limit) {
                drawLine(painter, QRectF(left, p.bottom() + 5, w, 16), style,
                         color(bar.strong ? Role::Text : Role::Secondary), bar.label);
                limit = left - Space::xs;
            }
        }
    }
    for (int i = 0; i < valueCount(); ++i) {
        const Bar& bar = m_bars.at(i);
        if (bar.done + bar.warning + bar.failed <= 0) { // a day without a job is a day too
            hline(painter, QRectF(std::round(middle(i) - width / 2), p.bottom() - 1, width, 1), color(Role::Border));
        }
    }
    if (currentIndex() >= 0 && currentIndex() < m_bars.size()) {
        const Bar& bar = m_bars.at(currentIndex());
        const qreal x = middle(currentIndex());
        const qreal y = p.bottom() - (bar.done + bar.warning + bar.failed) / top() * p.height();
        roundedBox(painter, QRectF(std::round(x - width / 2) - 2, y - 2, width + 4, p.bottom() - y + 3), 2, QColor(),
                   color(Role::Text));
        paintChartTip(painter, rect(), QPointF(x - width / 2, y), bar.text);
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, rect());
    }
}

void StackedBars::markChanged()
{
    m_view->repaintForeground();
}

void StackedBars::resizeEvent(QResizeEvent* event)
{
    ChartWidget::resizeEvent(event);
    arrange();
}

void StackedBars::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        restyle();
    }
    ChartWidget::changeEvent(event);
}

} // namespace valv::views

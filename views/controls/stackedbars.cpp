// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/chart.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

namespace {

constexpr int barAxisRow = 24;

} // namespace

StackedBars::StackedBars(QWidget* parent)
    : ChartWidget(parent)
{ }

void StackedBars::setBars(const QVector<Bar>& bars, const QVector<AxisTick>& yTicks)
{
    m_bars = bars;
    m_yTicks = yTicks;
    update();
}

void StackedBars::setBare(bool on)
{
    m_bare = on;
    updateGeometry();
    update();
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

void StackedBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF p = plot();
    const double most = top();
    if (!m_bare) {
        for (const AxisTick& tick : std::as_const(m_yTicks)) {
            const qreal y = std::round(p.bottom() - tick.value / most * p.height());
            if (tick.value > 0) {
                hline(painter, QRectF(p.x(), y, p.width(), 1), color(Role::Grid));
            }
            drawLine(painter, QRectF(0, y - 8, p.x() - Space::sm, 16), TextStyle::Axis, color(Role::Secondary),
                     tick.label, Qt::AlignRight);
        }
    }
    const QBrush warning = hatchBrush(color(Role::WarnBar), false);
    const QBrush failed = hatchBrush(color(Role::FailBar), true);
    const double slot = m_bars.isEmpty() ? 0 : p.width() / static_cast<double>(m_bars.size());
    const double width = std::max(2.0, std::floor(std::min(m_bare ? 24.0 : Chart::barMax, slot - Chart::barGap)));
    for (int i = 0; i < m_bars.size(); ++i) {
        const Bar& bar = m_bars.at(i);
        const qreal x = std::round(p.x() + (i + 0.5) * slot - width / 2);
        double below = 0;
        const auto part = [&](double value, const QBrush& brush) {
            if (value <= 0) {
                return;
            }
            const qreal y0 = std::round(p.bottom() - below / most * p.height());
            below += value;
            const qreal y1 = std::round(p.bottom() - below / most * p.height());
            painter.setBrushOrigin(QPointF(x, y0));
            painter.fillRect(QRectF(x, y1, width, std::max(1.0, y0 - y1 - 1)), brush); // 1 px of ground between parts
        };
        part(bar.done, color(Role::DoneBar));
        part(bar.warning, warning);
        part(bar.failed, failed);
        if (below == 0) {
            hline(painter, QRectF(x, p.bottom() - 1, width, 1), color(Role::Border));
        }
    }
    if (!m_bare) {
        hline(painter, QRectF(p.x(), p.bottom(), p.width(), 1), color(Role::BorderStrong));
        qreal limit = this->width(); // from the right: the newest day keeps its label
        for (int i = valueCount() - 1; i >= 0; --i) {
            const Bar& bar = m_bars.at(i);
            const TextStyle style = bar.strong ? TextStyle::CaptionStrong : TextStyle::Axis;
            const int w = textWidth(style, bar.label) + 1;
            const qreal left =
                std::min(std::round(p.x() + (i + 0.5) * slot - w / 2.0), this->width() - static_cast<qreal>(w));
            if (!bar.label.isEmpty() && left + w <= limit) {
                drawLine(painter, QRectF(left, p.bottom() + 5, w, 16), style,
                         color(bar.strong ? Role::Text : Role::Secondary), bar.label);
                limit = left - Space::xs;
            }
        }
    }
    if (currentIndex() >= 0 && currentIndex() < m_bars.size()) {
        const Bar& bar = m_bars.at(currentIndex());
        const qreal x = p.x() + (currentIndex() + 0.5) * slot;
        const qreal y = p.bottom() - (bar.done + bar.warning + bar.failed) / most * p.height();
        roundedBox(painter, QRectF(std::round(x - width / 2) - 2, y - 2, width + 4, p.bottom() - y + 3), 2, QColor(),
                   color(Role::Text));
        paintChartTip(painter, rect(), QPointF(x - width / 2, y), bar.text);
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, rect());
    }
}

} // namespace valv::views

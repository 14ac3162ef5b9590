// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/retentionlanes.h"

#include "controls/accessible.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

#include <cmath>

namespace valv::views {

namespace {

constexpr int axisHeight = 24;
constexpr int topPadding = 2;
constexpr double stale = 0.4;
constexpr double logScale = 6; // days: where the axis turns from even to logarithmic

} // namespace

RetentionLanes::RetentionLanes(QWidget* parent)
    : QWidget(parent)
{
    installAccessibility();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

double RetentionLanes::position(double days, double maximumDays, Direction direction)
{
    const double part =
        std::log(1 + std::max(0.0, days) / logScale) / std::log(1 + std::max(1.0, maximumDays) / logScale);
    return direction == Direction::NewestRight ? 1 - part : part;
}

void RetentionLanes::setLanes(const QVector<RetentionLane>& lanes, const QVector<RetentionTick>& ticks,
                              double maximumDays)
{
    m_lanes = lanes;
    m_ticks = ticks;
    m_maximum = maximumDays;
    QStringList words;
    for (int i = 0; i < itemCount(); ++i) {
        words.append(itemName(i));
    }
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    updateGeometry();
    update();
}

QString RetentionLanes::itemName(int index) const
{
    const RetentionLane& lane = m_lanes.at(index);
    return lane.description.isEmpty() ? QStringLiteral("%1: %2").arg(lane.label, lane.count) : lane.description;
}

QRect RetentionLanes::itemRect(int index) const
{
    return {0, topPadding + index * m_laneHeight, width(), m_laneHeight};
}

void RetentionLanes::setDirection(Direction direction)
{
    m_direction = direction;
    update();
}

void RetentionLanes::setBands(bool on)
{
    m_bands = on;
    update();
}

void RetentionLanes::setLaneHeight(int px)
{
    m_laneHeight = px;
    updateGeometry();
    update();
}

QRectF RetentionLanes::plot() const
{
    int label = 0;
    int count = 0;
    for (const RetentionLane& lane : m_lanes) {
        label = std::max(label, textWidth(TextStyle::Caption, lane.label));
        count = std::max(count, textWidth(TextStyle::BodyStrong, lane.count));
    }
    const int left = label + Space::sm + count + Space::md;
    return {static_cast<qreal>(left), topPadding, std::max(40.0, static_cast<qreal>(width() - left - 14)),
            static_cast<qreal>(m_lanes.size() * m_laneHeight)};
}

QSize RetentionLanes::sizeHint() const
{
    return {320, topPadding + static_cast<int>(m_lanes.size()) * m_laneHeight + axisHeight};
}

QSize RetentionLanes::minimumSizeHint() const
{
    return {240, sizeHint().height()};
}

void RetentionLanes::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled()) {
        painter.setOpacity(stale); // what is shown is not what the form says now
    }
    const QRectF p = plot();
    const auto xOf = [&](double days) { return p.x() + position(days, m_maximum, m_direction) * p.width(); };
    qreal lastLabelEnd = -1e9;
    QVector<RetentionTick> ticks = m_ticks;
    std::sort(ticks.begin(), ticks.end(),
              [&](const RetentionTick& a, const RetentionTick& b) { return xOf(a.days) < xOf(b.days); });
    for (const RetentionTick& tick : std::as_const(ticks)) {
        const qreal x = std::round(xOf(tick.days));
        vline(painter, QRectF(x, p.y(), 1, p.height()), color(Role::Grid));
        const int w = textWidth(TextStyle::Axis, tick.label) + 2;
        const qreal left = std::clamp(x - w / 2.0, 0.0, static_cast<qreal>(width() - w));
        if (left > lastLabelEnd + 4) { // a label that would touch the one before stays away
            drawLine(painter, QRectF(left, p.bottom() + 4, w, 16), TextStyle::Axis, color(Role::Secondary), tick.label,
                     Qt::AlignHCenter);
            lastLabelEnd = left + w;
        }
    }
    for (int i = 0; i < m_lanes.size(); ++i) {
        const RetentionLane& lane = m_lanes.at(i);
        const QRectF row(0, p.y() + i * m_laneHeight, width(), m_laneHeight);
        const qreal y = std::round(row.center().y());
        drawLine(painter, QRectF(0, row.y(), p.x(), row.height()), TextStyle::Caption, color(Role::Text), lane.label);
        drawLine(painter, QRectF(0, row.y(), p.x() - Space::md, row.height()),
                 m_bands ? TextStyle::Caption : TextStyle::CaptionStrong, color(m_bands ? Role::Secondary : Role::Text),
                 lane.count, Qt::AlignRight);
        const QColor ink = color(lane.role);
        if (m_bands) {
            const double oldest = lane.days.isEmpty() ? 0 : *std::max_element(lane.days.cbegin(), lane.days.cend());
            const qreal x0 = std::min(xOf(0), xOf(oldest));
            const qreal x1 = std::max(xOf(0), xOf(oldest));
            roundedBox(painter, QRectF(x0, y - 4, x1 - x0, 8), 2, color(lane.role, 0.18), QColor());
        } else {
            hline(painter, QRectF(p.x() - Space::sm, y, p.width() + Space::lg, 1), color(Role::Grid));
        }
        for (const double days : lane.days) {
            const qreal x = std::round(xOf(days));
            painter.save();
            switch (lane.mark) {
            case RetentionLane::Mark::Bar:
                painter.fillRect(QRectF(x - 1, y - (m_bands ? 5 : 7), 3, m_bands ? 10 : 14), ink);
                break;
            case RetentionLane::Mark::Square:
                painter.fillRect(QRectF(x - 3, y - 3, 7, 7), ink);
                break;
            case RetentionLane::Mark::Disc:
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(Qt::NoPen);
                painter.setBrush(ink);
                painter.drawEllipse(QPointF(x + 0.5, y + 0.5), Chart::pointRadius, Chart::pointRadius);
                break;
            case RetentionLane::Mark::Diamond: {
                painter.setRenderHint(QPainter::Antialiasing);
                painter.setPen(Qt::NoPen);
                painter.setBrush(ink);
                const qreal r = 6;
                const QPointF points[] = {
                    {x + 0.5, y + 0.5 - r}, {x + 0.5 + r, y + 0.5}, {x + 0.5, y + 0.5 + r}, {x + 0.5 - r, y + 0.5}};
                painter.drawPolygon(points, 4);
                break;
            }
            }
            painter.restore();
        }
    }
}

} // namespace valv::views

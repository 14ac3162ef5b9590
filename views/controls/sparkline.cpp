// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/chart.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

namespace {

constexpr int height_ = 62;
constexpr int labelRoom = 34;
constexpr int sparkAxisRow = 18;

} // namespace

Sparkline::Sparkline(QWidget* parent)
    : ChartWidget(parent)
{ }

void Sparkline::setValues(const QVector<double>& values, double maximum, const QString& maximumLabel,
                          const QString& zeroLabel, const QString& first, const QString& last,
                          const QVector<QString>& texts)
{
    m_values = values;
    m_maximum = maximum > 0 ? maximum : 1;
    m_maximumLabel = maximumLabel;
    m_zeroLabel = zeroLabel;
    m_first = first;
    m_last = last;
    m_texts = texts;
    update();
}

void Sparkline::setMark(const std::optional<Mark>& mark)
{
    m_mark = mark;
    update();
}

int Sparkline::valueCount() const
{
    return static_cast<int>(m_values.size());
}

QString Sparkline::valueText(int index) const
{
    return m_texts.value(index);
}

QSize Sparkline::sizeHint() const
{
    return {240, height_};
}

QRectF Sparkline::plot() const
{
    return {static_cast<qreal>(labelRoom), 4, static_cast<qreal>(width() - labelRoom - 1),
            static_cast<qreal>(height() - sparkAxisRow - 6)};
}

QPointF Sparkline::point(int index) const
{
    const QRectF p = plot();
    const qreal part = m_values.size() > 1 ? index / static_cast<qreal>(m_values.size() - 1) : 0;
    return {p.x() + part * p.width(), p.bottom() - std::clamp(m_values.at(index) / m_maximum, 0.0, 1.0) * p.height()};
}

int Sparkline::indexAt(const QPointF& at) const
{
    const QRectF p = plot();
    if (m_values.isEmpty() || at.x() < p.x() - 4) {
        return -1;
    }
    const double part = (at.x() - p.x()) / p.width();
    return std::clamp(static_cast<int>(std::round(part * static_cast<double>(m_values.size() - 1))), 0,
                      valueCount() - 1);
}

QRectF Sparkline::valueRect(int index) const
{
    const QRectF p = plot();
    const double step = p.width() / std::max(1, valueCount() - 1);
    return {point(index).x() - step / 2, p.y(), step, p.height()};
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF p = plot();
    hline(painter, QRectF(p.x(), p.y(), p.width(), 1), color(Role::Grid));
    hline(painter, QRectF(p.x(), p.bottom(), p.width(), 1), color(Role::BorderStrong));
    const QRectF labels(0, 0, labelRoom - 6, 16);
    drawLine(painter, labels.translated(0, p.y() - 8), TextStyle::Axis, color(Role::Secondary), m_maximumLabel,
             Qt::AlignRight);
    drawLine(painter, labels.translated(0, p.bottom() - 8), TextStyle::Axis, color(Role::Secondary), m_zeroLabel,
             Qt::AlignRight);
    const QRectF axis(p.x(), p.bottom() + 3, p.width(), 16);
    drawLine(painter, axis, TextStyle::Axis, color(Role::Secondary), m_first);
    if (m_mark && m_mark->index >= 0 && m_mark->index < m_values.size()) {
        const QPointF at = point(m_mark->index);
        painter.save();
        QPen pen(color(m_mark->role), 1);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(std::round(at.x()) + 0.5, p.y() - 2), QPointF(std::round(at.x()) + 0.5, p.bottom()));
        painter.restore();
        const int w = textWidth(TextStyle::Axis, m_mark->label) + 1;
        const qreal left = std::clamp(at.x() - w / 2.0, p.x(), p.right() - w);
        drawLine(painter, QRectF(left, axis.y(), w, 16), TextStyle::Axis, color(m_mark->role), m_mark->label);
    } else {
        drawLine(painter, axis, TextStyle::Axis, color(Role::Secondary), m_last, Qt::AlignRight);
    }
    if (m_values.size() > 1) {
        QPolygonF line;
        for (int i = 0; i < m_values.size(); ++i) {
            line.append(point(i));
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Role::S1), Chart::line, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
    }
    if (currentIndex() >= 0 && currentIndex() < m_values.size()) {
        const QPointF at = point(currentIndex());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Role::S1), 2));
        painter.setBrush(color(Role::Surface));
        painter.drawEllipse(at, 3.5, 3.5);
        paintChartTip(painter, rect(), at, valueText(currentIndex()));
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, rect());
    }
}

} // namespace valv::views

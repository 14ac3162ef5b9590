// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/pointtimeline.h"

#include "controls/chart.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

namespace valv::views {

namespace {

constexpr int laneHeight = 32;
constexpr int topRoom = 8;
constexpr int bottomRoom = 16;
constexpr int axisRow = 24;
constexpr int labelWidth = 128;
constexpr int reach = 12;
constexpr qint64 oneWeek = 7 * 24 * 3600;

} // namespace

void paintPointMark(QPainter& painter, const QPointF& centre, PointTimeline::Mark mark, const QColor& colour,
                    const QColor& ground, bool selected)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal r = selected ? Chart::pointRadiusSelected : Chart::pointRadius;
    painter.setPen(QPen(colour, 2, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(ground);
    switch (mark) {
    case PointTimeline::Mark::Disc:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(centre, r, r);
        if (selected) {
            painter.setPen(QPen(ground, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.setBrush(Qt::NoBrush);
            const QPointF tick[] = {centre + QPointF(-2.5, 0.2), centre + QPointF(-0.7, 2),
                                    centre + QPointF(2.7, -1.8)};
            painter.drawPolyline(tick, 3);
        }
        break;
    case PointTimeline::Mark::Square:
        painter.drawRect(QRectF(centre.x() - r + 0.5, centre.y() - r + 0.5, 2 * r - 1, 2 * r - 1));
        break;
    case PointTimeline::Mark::Triangle: {
        const QPointF points[] = {centre + QPointF(0, -r - 0.5), centre + QPointF(r + 0.5, r - 0.5),
                                  centre + QPointF(-r - 0.5, r - 0.5)};
        painter.drawPolygon(points, 3);
        break;
    }
    case PointTimeline::Mark::Cross:
        painter.drawLine(centre + QPointF(-3.5, -3.5), centre + QPointF(3.5, 3.5));
        painter.drawLine(centre + QPointF(-3.5, 3.5), centre + QPointF(3.5, -3.5));
        break;
    }
    painter.restore();
}

PointTimeline::PointTimeline(QWidget* parent)
    : QWidget(parent)
{
    installAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PointTimeline::setRange(const QDateTime& from, const QDateTime& to)
{
    m_from = from;
    m_to = to;
    update();
}

void PointTimeline::setLanes(const QVector<Lane>& lanes)
{
    m_lanes = lanes;
    updateGeometry();
    update();
}

void PointTimeline::setPoints(const QVector<Point>& points)
{
    const QString before = selected();
    m_points = points;
    m_selected = -1;
    m_hover = -1;
    select(before);
    update();
}

QString PointTimeline::selected() const
{
    return m_selected >= 0 && m_selected < m_points.size() ? m_points.at(m_selected).id : QString();
}

void PointTimeline::select(const QString& id)
{
    for (int i = 0; i < m_points.size(); ++i) {
        if (m_points.at(i).id == id) {
            m_selected = i;
        }
    }
    update();
}

QRectF PointTimeline::plot() const
{
    const qreal lanes = static_cast<qreal>(m_lanes.size()) * laneHeight;
    return {labelWidth, topRoom, std::max(80.0, static_cast<qreal>(width() - labelWidth - 8)), lanes + bottomRoom};
}

double PointTimeline::xAt(const QDateTime& time) const
{
    const QRectF p = plot();
    const qint64 span = m_from.secsTo(m_to);
    const double part = span > 0 ? static_cast<double>(m_from.secsTo(time)) / static_cast<double>(span) : 0;
    return p.x() + part * p.width();
}

QPointF PointTimeline::pointPosition(int index) const
{
    const Point& point = m_points.at(index);
    return {std::round(xAt(point.at)), topRoom + (point.lane + 0.5) * laneHeight};
}

int PointTimeline::indexAt(const QPointF& at) const
{
    int best = -1;
    qreal distance = reach;
    for (int i = 0; i < m_points.size(); ++i) {
        const qreal d = QLineF(pointPosition(i), at).length();
        if (d < distance) {
            distance = d;
            best = i;
        }
    }
    return best;
}

void PointTimeline::choose(int index)
{
    if (index < 0 || index >= m_points.size() || !m_points.at(index).selectable || index == m_selected) {
        return;
    }
    m_selected = index;
    update();
    announceItem(this, index);
    Q_EMIT selectedChanged(m_points.at(index).id);
}

void PointTimeline::step(int direction, qint64 atLeastSeconds)
{
    const int count = static_cast<int>(m_points.size());
    const QDateTime from = m_selected >= 0 ? m_points.at(m_selected).at : direction > 0 ? m_from : m_to;
    int candidate = -1;
    for (int i = (m_selected < 0 ? (direction > 0 ? 0 : count - 1) : m_selected + direction); i >= 0 && i < count;
         i += direction) {
        if (!m_points.at(i).selectable) {
            continue;
        }
        candidate = i;
        if (std::abs(from.secsTo(m_points.at(i).at)) >= atLeastSeconds) {
            break;
        }
    }
    choose(candidate);
}

void PointTimeline::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_selected >= 0 && event->reason() != Qt::MouseFocusReason) {
        announceItem(this, m_selected);
    }
}

void PointTimeline::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_PageUp:
        step(-1, oneWeek);
        return;
    case Qt::Key_PageDown:
        step(1, oneWeek);
        return;
    case Qt::Key_Home:
        m_selected = -1;
        step(1);
        return;
    case Qt::Key_End:
        m_selected = -1;
        step(-1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PointTimeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        choose(indexAt(event->position()));
    }
}

void PointTimeline::mouseMoveEvent(QMouseEvent* event)
{
    const int index = indexAt(event->position());
    if (index != m_hover) {
        m_hover = index;
        setCursor(index >= 0 && m_points.at(index).selectable ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
}

void PointTimeline::leaveEvent(QEvent* event)
{
    m_hover = -1;
    update();
    QWidget::leaveEvent(event);
}

void PointTimeline::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        update();
    }
    QWidget::changeEvent(event);
}

int PointTimeline::itemCount() const
{
    return static_cast<int>(m_points.size());
}

QString PointTimeline::itemName(int index) const
{
    return QString(m_points.at(index).text).replace(QLatin1Char('\n'), QStringLiteral(", "));
}

QString PointTimeline::itemDescription(int index) const
{
    return m_lanes.value(m_points.at(index).lane).label;
}

QRect PointTimeline::itemRect(int index) const
{
    const QPointF at = pointPosition(index);
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toRect();
}

bool PointTimeline::isItemSelected(int index) const
{
    return index == m_selected;
}

bool PointTimeline::isItemEnabled(int index) const
{
    return m_points.at(index).selectable;
}

void PointTimeline::pressItem(int index)
{
    choose(index);
}

QSize PointTimeline::sizeHint() const
{
    return {560, topRoom + static_cast<int>(m_lanes.size()) * laneHeight + bottomRoom + axisRow};
}

QSize PointTimeline::minimumSizeHint() const
{
    return {360, sizeHint().height()};
}

void PointTimeline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF p = plot();
    const QLocale locale = testAttribute(Qt::WA_SetLocale) ? this->locale() : QLocale();
    for (int i = 0; i < m_lanes.size(); ++i) {
        const QRectF row(0, topRoom + i * laneHeight, width(), laneHeight);
        drawLine(painter, row, TextStyle::Caption, color(Role::Text), m_lanes.at(i).label);
        drawLine(painter, QRectF(0, row.y(), labelWidth - Space::md, row.height()), TextStyle::BodyStrong,
                 color(Role::Text), m_lanes.at(i).count, Qt::AlignRight);
        hline(painter, QRectF(p.x() - Space::sm, std::round(row.center().y()), p.width() + Space::lg, 1),
              color(Role::Grid));
    }
    // One grid line a day while they stand apart, labels wherever there is room.
    const qint64 days = m_from.isValid() && m_to.isValid() ? m_from.date().daysTo(m_to.date()) : 0;
    const double perDay = days > 0 ? p.width() / static_cast<double>(days) : p.width();
    const qint64 every = std::max<qint64>(1, static_cast<qint64>(std::ceil(60 / std::max(0.01, perDay))));
    for (qint64 d = 0; days > 0 && d <= days; ++d) {
        const QDate day = m_from.date().addDays(d);
        const double x = p.x() + static_cast<double>(d) * perDay;
        if (perDay >= 8 || d % every == 0) {
            vline(painter, QRectF(std::round(x), p.y() - 4, 1, p.height()), color(Role::Grid));
        }
        if (d % every == 0) {
            const QString label =
                locale.toString(day, days > 400 ? QStringLiteral("MMM yyyy") : QStringLiteral("d MMM"))
                    .remove(QLatin1Char('.')); // of a short month, as everywhere
            const int w = textWidth(TextStyle::Axis, label) + 2;
            const qreal left = std::min(x - w / 2.0, static_cast<double>(width() - w));
            drawLine(painter, QRectF(left, p.bottom(), w, 20), TextStyle::Axis, color(Role::Secondary), label,
                     Qt::AlignHCenter);
        }
    }
    if (m_selected >= 0 && m_selected < m_points.size()) {
        const QPointF at = pointPosition(m_selected);
        painter.fillRect(QRectF(at.x() - 1, 0, 2, p.bottom() - 4), color(Role::Accent));
    }
    for (int i = 0; i < m_points.size(); ++i) {
        const Point& point = m_points.at(i);
        paintPointMark(painter, pointPosition(i), point.mark, color(point.role), color(Role::Surface), i == m_selected);
    }
    const int tip = m_hover >= 0 ? m_hover : hasKeyFocus(this) ? m_selected : -1;
    if (tip >= 0) {
        paintChartTip(painter, rect(), pointPosition(tip) + QPointF(0, 8), m_points.at(tip).text);
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, rect());
    }
}

PointLegend::PointLegend(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PointLegend::setEntries(const QVector<Entry>& entries)
{
    m_entries = entries;
    updateGeometry();
    update();
}

QSize PointLegend::sizeHint() const
{
    int width = 0;
    for (const Entry& entry : m_entries) {
        width += 16 + textWidth(TextStyle::Caption, entry.text) + Space::lg;
    }
    return {std::max(0, width - Space::lg), 20};
}

void PointLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    qreal x = 0;
    for (const Entry& entry : std::as_const(m_entries)) {
        paintPointMark(painter, QPointF(x + 5, height() / 2.0), entry.mark, color(entry.role), color(Role::Surface));
        x += 16;
        x += drawLine(painter, QRectF(x, 0, width() - x, height()), TextStyle::Caption, color(Role::Text), entry.text)
            + Space::lg;
    }
}

} // namespace valv::views

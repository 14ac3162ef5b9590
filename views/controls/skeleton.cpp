// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/skeleton.h"

#include "controls/accessible.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTimerEvent>

namespace valv::views {

namespace {

constexpr int barHeight = 12;

} // namespace

void paintSkeletonBar(QPainter& painter, const QRectF& cell, int row, int column)
{
    const double part = 0.4 + 0.35 * ((row * 7 + column * 5) % 8) / 7.0;
    const QRectF bar(cell.x(), cell.y() + (cell.height() - barHeight) / 2, std::floor(cell.width() * part), barHeight);
    roundedBox(painter, bar, 2, color(Role::Skeleton), QColor());
}

Skeleton::Skeleton(int rows, QWidget* parent)
    : QWidget(parent)
    , m_rows(rows)
{
    installAccessibility();
    setAccessibleName(tr("Loading…"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Skeleton::setRows(int rows)
{
    m_rows = rows;
    updateGeometry();
    update();
}

void Skeleton::setRowHeight(int px)
{
    m_rowHeight = px;
    updateGeometry();
    update();
}

void Skeleton::setColumns(const QVector<int>& starts)
{
    m_columns = starts;
    update();
}

void Skeleton::setDelay(int milliseconds)
{
    m_delay = milliseconds;
}

QSize Skeleton::sizeHint() const
{
    const auto margins = contentsMargins();
    return {240 + margins.left() + margins.right(), m_rows * m_rowHeight + margins.top() + margins.bottom()};
}

void Skeleton::showEvent(QShowEvent* event)
{
    m_visible = m_delay <= 0;
    if (!m_visible && m_timer == 0) {
        m_timer = startTimer(m_delay);
    }
    QWidget::showEvent(event);
}

void Skeleton::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_timer) {
        killTimer(m_timer);
        m_timer = 0;
        m_visible = true;
        update();
    }
}

void Skeleton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Loading…"));
    }
    QWidget::changeEvent(event);
}

void Skeleton::paintEvent(QPaintEvent*)
{
    if (!m_visible) {
        return;
    }
    QPainter painter(this);
    const QVector<int> starts = m_columns.isEmpty() ? QVector<int>{0} : m_columns;
    const QRect place = contentsRect();
    for (int row = 0; row < m_rows; ++row) {
        for (int c = 0; c < starts.size(); ++c) {
            const int end = c + 1 < starts.size() ? starts.at(c + 1) : place.width();
            const QRectF cell(starts.at(c), row * m_rowHeight, end - starts.at(c), m_rowHeight);
            paintSkeletonBar(painter, cell.translated(place.topLeft()), row, c);
        }
    }
}

} // namespace valv::views

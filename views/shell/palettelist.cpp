// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palettelist.h"

#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int paletteRow = 40;
constexpr int paletteHeading = 30;
constexpr int paletteText = 48;
constexpr int keyChipHeight = 20;

} // namespace

PaletteList::PaletteList(QWidget* parent)
    : QWidget(parent)
{
    installAccessibility();
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PaletteList::setRows(const QVector<PaletteRow>& rows)
{
    m_rows = rows;
    m_items.clear();
    m_tops = {Space::xs};
    for (int i = 0; i < m_rows.size(); ++i) {
        const bool heading = m_rows.at(i).isHeading;
        if (!heading) {
            m_items.append(i);
        }
        m_tops.append(m_tops.last() + (heading ? paletteHeading : paletteRow));
    }
    m_current = -1;
    setFixedHeight(m_tops.last() + Space::sm);
    if (!m_items.isEmpty()) {
        setCurrent(m_items.first());
    }
    update();
}

void PaletteList::setCurrent(int row)
{
    if (row == m_current || !m_items.contains(row)) {
        return;
    }
    m_current = row;
    update();
    announceItem(this, static_cast<int>(m_items.indexOf(row)));
    Q_EMIT currentChanged(row);
}

void PaletteList::move(int step)
{
    const int count = itemCount();
    if (count == 0) {
        return;
    }
    const int at = static_cast<int>(m_items.indexOf(m_current));
    // One step goes round the ends, a page stops there.
    const int next = step == 1 || step == -1 ? (at + step + count) % count : std::clamp(at + step, 0, count - 1);
    setCurrent(m_items.at(next));
}

QRect PaletteList::rowRect(int row) const
{
    return {0, m_tops.at(row), width(), m_tops.at(row + 1) - m_tops.at(row)};
}

QSize PaletteList::sizeHint() const
{
    return {Size::palette, m_tops.isEmpty() ? 0 : m_tops.last() + Space::sm};
}

QString PaletteList::itemName(int index) const
{
    const PaletteRow& row = m_rows.at(m_items.at(index));
    return row.detail.isEmpty() ? row.title : row.title + QStringLiteral(", ") + row.detail;
}

//! The group that it stands in.
QString PaletteList::itemDescription(int index) const
{
    for (int row = m_items.at(index); row >= 0; --row) {
        if (m_rows.at(row).isHeading) {
            return m_rows.at(row).title;
        }
    }
    return {};
}

int PaletteList::rowAt(int y) const
{
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend(), y);
    const int row = static_cast<int>(after - m_tops.cbegin()) - 1;
    return row >= 0 && row < m_rows.size() && !m_rows.at(row).isHeading ? row : -1;
}

void PaletteList::paintRow(QPainter& painter, const PaletteRow& row, const QRect& r, bool current) const
{
    if (current) {
        roundedBox(painter, r.adjusted(Space::sm, 0, -Space::sm, 0), Radius::control, color(Role::Selected), QColor());
        painter.fillRect(QRectF(r.left() + Space::sm, r.top() + 2, 3, r.height() - 4), color(Role::Accent));
    }
    const Role role = row.enabled ? Role::Text : Role::Disabled;
    paintIcon(painter, QRectF(r.left() + 16, r.top(), 20, r.height()), row.icon,
              current && row.enabled ? Role::Accent : role, Size::iconSmall);
    qreal right = r.right() - Space::lg;
    if (!row.keys.isEmpty() && row.enabled) {
        const int w = textWidth(TextStyle::Axis, row.keys) + 2 * Space::sm;
        const QRectF box(right - w, r.center().y() - keyChipHeight / 2.0 + 0.5, w, keyChipHeight);
        roundedBox(painter, box, 3, color(Role::Surface), color(Role::BorderStrong));
        drawLine(painter, box, TextStyle::Axis, color(Role::Secondary), row.keys, Qt::AlignHCenter);
        right = box.left() - Space::md;
    }
    // The title in pieces: what matches is bold.
    qreal x = r.left() + paletteText;
    const auto piece = [&](const QString& text, bool marked) {
        if (text.isEmpty() || x >= right) {
            return;
        }
        const TextStyle style = marked ? TextStyle::BodyStrong : TextStyle::Body;
        const Role shown = marked && row.enabled ? Role::Accent : role;
        drawLine(painter, QRectF(x, r.top(), right - x, r.height()), style, color(shown), text);
        x += QFontMetricsF(views::font(style)).horizontalAdvance(text);
    };
    qsizetype at = 0;
    for (const auto& mark : row.marks) {
        piece(row.title.mid(at, mark.at - at), false);
        piece(row.title.mid(mark.at, mark.length), true);
        at = mark.at + mark.length;
    }
    piece(row.title.mid(at), false);
    x += Space::md;
    if (!row.detail.isEmpty() && right - x > 2 * Space::lg) {
        drawLine(painter, QRectF(x, r.top(), right - x, r.height()), TextStyle::Caption, color(Role::Secondary),
                 row.detail);
    }
}

void PaletteList::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    for (int i = 0; i < m_rows.size(); ++i) {
        const QRect r = rowRect(i);
        if (!r.intersects(event->rect())) {
            continue;
        }
        if (m_rows.at(i).isHeading) {
            drawLine(painter, r.adjusted(16, Space::xs, -16, 0), TextStyle::GroupLabel, color(Role::Secondary),
                     styled(TextStyle::GroupLabel, m_rows.at(i).title));
        } else {
            paintRow(painter, m_rows.at(i), r, i == m_current);
        }
    }
}

void PaletteList::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->globalPosition().toPoint();
    const int row = rowAt(static_cast<int>(event->position().y()));
    if (row >= 0 && at != m_pointer) {
        setCurrent(row);
    }
    m_pointer = at;
}

void PaletteList::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(static_cast<int>(event->position().y()));
    if (event->button() == Qt::LeftButton && row >= 0) {
        Q_EMIT chosen(row);
    }
}

} // namespace valv::views

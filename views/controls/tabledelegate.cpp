// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/tabledelegate.h"

#include "controls/progressbar.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int cellPadding = 8;
constexpr int edgePadding = 16;
constexpr int checkPadding = 12;
constexpr int checkLead = 48; // box at 12, text here
constexpr int cellIconGap = 6;

} // namespace

TableDelegate::TableDelegate(Table* table)
    : QStyledItemDelegate(table)
    , m_table(table)
{ }

bool TableDelegate::isLastVisual(int column) const
{
    const QHeaderView* header = m_table->horizontalHeader();
    for (int v = header->count() - 1; v >= 0; --v) {
        if (!header->isSectionHidden(header->logicalIndex(v))) {
            return header->logicalIndex(v) == column;
        }
    }
    return false;
}

QRectF TableDelegate::contentRect(const QRectF& cell, int column) const
{
    const bool first = column == m_table->horizontalHeader()->logicalIndex(0);
    const int left = first ? (m_table->isCheckable() ? checkLead : edgePadding) : cellPadding;
    return cell.adjusted(left, 0, -(isLastVisual(column) ? edgePadding : cellPadding), 0);
}

TextStyle TableDelegate::textStyle(bool strong) const
{
    return m_table->isCompact() ? TextStyle::Caption : strong ? TextStyle::BodyStrong : TextStyle::Body;
}

QRect TableDelegate::checkBox(const QRect& cell)
{
    return {cell.x() + checkPadding, cell.y() + (cell.height() - Size::checkbox) / 2, Size::checkbox, Size::checkbox};
}

qreal TableDelegate::contentWidth(const Cell& cell, CellKind kind) const
{
    if (kind == CellKind::Menu) {
        return Size::iconSmall; // its text is for readers
    }
    qreal width = textWidth(textStyle(cell.strong), cell.text);
    const bool hasStatus = kind == CellKind::Status || kind == CellKind::QuietStatus || kind == CellKind::Progress;
    if (cell.icon || (hasStatus && cell.status != StatusKind::None)) {
        width += Size::iconSmall + cellIconGap;
    }
    if (!cell.progressText.isEmpty()) {
        width = std::max<qreal>(width,
                                textWidth(textStyle(cell.strong), cell.text) + cellPadding
                                    + textWidth(TextStyle::Caption, cell.progressText));
    }
    return width;
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const Cell cell = m_table->cell(index);
    const int lead = index.column() == m_table->horizontalHeader()->logicalIndex(0) && m_table->isCheckable()
        ? checkLead
        : edgePadding;
    int width = lead + static_cast<int>(contentWidth(cell, m_table->column(index.column()).kind)) + edgePadding;
    if (!cell.badge.isEmpty()) {
        width += chipSize(cell.badge).width() + cellPadding;
    }
    return {width, m_table->isCompact() ? Size::rowCompact : Size::row};
}

void TableDelegate::paintGround(QPainter& painter, const QRectF& r, const QModelIndex& index) const
{
    const bool marked = m_table->isMarked(index.row());
    const bool selected = m_table->selectionModel()->isSelected(index) || marked;
    const bool current = m_table->currentIndex().row() == index.row();
    const bool hover = m_table->hoverRow() == index.row();
    painter.fillRect(r, color(selected ? Role::Selected : hover ? Role::Hover : Role::Surface));
    hline(painter, QRectF(r.x(), r.bottom() - 1, r.width(), 1), color(Role::Border));
    const bool first = index.column() == m_table->horizontalHeader()->logicalIndex(0);
    if (first && (marked || (current && selected && !m_table->isCheckable()))) {
        painter.fillRect(QRectF(r.x(), r.y(), 3, r.height()), color(Role::Accent));
    }
    if (current && hasKeyFocus(m_table)) {
        const QColor ring = color(Role::Accent);
        painter.fillRect(QRectF(r.x(), r.y(), r.width(), 2), ring);
        painter.fillRect(QRectF(r.x(), r.bottom() - 2, r.width(), 2), ring);
        if (first) {
            painter.fillRect(QRectF(r.x(), r.y(), 2, r.height()), ring);
        }
        if (isLastVisual(index.column())) {
            painter.fillRect(QRectF(r.right() - 2, r.y(), 2, r.height()), ring);
        }
    }
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const QRectF r = option.rect;
    paintGround(*painter, r, index);
    if (m_table->isCheckable() && index.column() == m_table->horizontalHeader()->logicalIndex(0)) {
        QStyleOption mark;
        mark.initFrom(m_table);
        mark.state &= ~(QStyle::State_MouseOver | QStyle::State_HasFocus);
        const bool live = index.flags() & Qt::ItemIsSelectable;
        mark.state.setFlag(QStyle::State_Enabled, live && m_table->isEnabled());
        mark.state |= m_table->selectionModel()->isSelected(index) ? QStyle::State_On : QStyle::State_Off;
        mark.rect = checkBox(option.rect);
        m_table->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &mark, painter, m_table);
    }
    paintContent(*painter, contentRect(r, index.column()), index, m_table->cell(index));
    painter->restore();
}

//! The chip beside a cell's text, at the left of that place.
void TableDelegate::paintBadge(QPainter& painter, const QRectF& at, const Cell& cell)
{
    const QSize size = chipSize(cell.badge);
    const BadgeRoles roles = badgeRoles(cell.badgeKind);
    drawChip(painter, QRectF(at.x(), at.center().y() - size.height() / 2.0, size.width(), size.height()), cell.badge,
             roles.fill, roles.text, roles.outline);
}

void TableDelegate::paintContent(QPainter& painter, const QRectF& r, const QModelIndex& index, const Cell& cell) const
{
    const TableColumn& column = m_table->column(index.column());
    const bool live = !m_table->isCheckable() || (index.flags() & Qt::ItemIsSelectable);
    const bool checked = m_table->isCheckable() && m_table->selectionModel()->isSelected(index);
    const bool hover = m_table->hoverRow() == index.row();
    const QString text = cell.text.isEmpty() && column.kind != CellKind::Menu ? QStringLiteral("–") : cell.text;
    QRectF at = r.adjusted(0, 0, 0, 0);
    qreal used = 0;
    switch (column.kind) {
    case CellKind::Menu: {
        const QRectF box(r.right() - Size::controlSmall + 8, r.center().y() - Size::controlSmall / 2.0,
                         Size::controlSmall, Size::controlSmall);
        paintIcon(painter, box, Icon::More, Role::Secondary);
        return;
    }
    case CellKind::Progress:
        if (cell.progress && !m_table->isCompact()) {
            const QRectF words(at.x(), at.y() + 4, at.width(), 18);
            const bool noted = !cell.badge.isEmpty();
            const qreal beside =
                noted ? chipSize(cell.badge).width() : textWidth(TextStyle::Caption, cell.progressText);
            const qreal said = drawLine(painter, words.adjusted(0, 0, -beside - cellPadding, 0), TextStyle::Body,
                                        color(Role::Accent), text);
            if (noted) {
                paintBadge(painter, QRectF(words.x() + said + cellPadding, words.y(), beside, words.height()), cell);
            } else {
                drawLine(painter, words, TextStyle::Caption, color(Role::Secondary), cell.progressText, Qt::AlignRight);
            }
            paintProgress(painter, QRectF(at.x(), at.y() + 25, at.width(), Size::progress), *cell.progress);
            return;
        }
        [[fallthrough]];
    case CellKind::Status:
    case CellKind::QuietStatus:
        if (!live) { // its text is the reason
            used = drawLine(painter, at, textStyle(false), color(Role::Secondary), text);
            break;
        }
        used = paintStatus(painter, at, cell.status, text, textStyle(false),
                           column.kind == CellKind::QuietStatus ? StatusTone::Quiet
                               : cell.role == Role::Text        ? StatusTone::Plain
                                                                : StatusTone::Coloured);
        break;
    case CellKind::Badge:
        if (!cell.text.isEmpty()) {
            const QSize size = chipSize(cell.text);
            const BadgeRoles roles = badgeRoles(cell.badgeKind);
            const bool onSelected = m_table->selectionModel()->isSelected(index) || m_table->isMarked(index.row());
            drawChip(painter, QRectF(at.x(), at.center().y() - size.height() / 2.0, size.width(), size.height()),
                     cell.text, onSelected ? Role::Surface : roles.fill, roles.text,
                     onSelected ? Role::Surface : roles.outline);
        }
        return;
    default: {
        if (cell.icon) {
            paintIcon(painter, QRectF(at.x(), at.y(), Size::iconSmall, at.height()), *cell.icon, Role::Secondary);
            used += Size::iconSmall + cellIconGap;
            at.setLeft(at.left() + used);
        }
        const bool link = column.kind == CellKind::Link && live && !cell.text.isEmpty();
        const Role role = cell.role                       ? *cell.role
            : link                                        ? Role::Accent
            : column.kind == CellKind::Secondary || !live ? Role::Secondary
                                                          : Role::Text;
        const TextStyle style = textStyle(cell.strong || (link && checked));
        const Qt::Alignment alignment = column.kind == CellKind::Number ? Qt::AlignRight : Qt::AlignLeft;
        const qreal chip = cell.badge.isEmpty() ? 0 : chipSize(cell.badge).width() + cellPadding;
        const qreal width =
            drawLine(painter, at.adjusted(0, 0, -chip, 0), style, color(role), text, alignment, column.elide);
        used += width;
        if (link && hover) {
            const QFontMetricsF metrics(views::font(style));
            hline(painter, QRectF(at.x(), at.center().y() + metrics.height() / 2 - 2, width, 1), color(role));
        }
    }
    }
    if (!cell.badge.isEmpty()) {
        const qreal width = chipSize(cell.badge).width();
        paintBadge(painter, QRectF(r.x() + used + cellPadding, r.y(), width, r.height()), cell);
        used += width + cellPadding;
    }
    if (!cell.actionText.isEmpty()) {
        drawLine(painter, r.adjusted(used + edgePadding - 4, 0, 0, 0), textStyle(false), color(Role::Accent),
                 cell.actionText);
    }
}

bool TableDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                              const QModelIndex& index)
{
    if (!index.isValid()) {
        return false;
    }
    const QString own = index.data(Qt::ToolTipRole).toString();
    const Cell cell = m_table->cell(index);
    const QRectF r = contentRect(option.rect, index.column());
    const bool cut = contentWidth(cell, m_table->column(index.column()).kind) > r.width() + 1;
    const QString text = !own.isEmpty() ? own : cut ? cell.text : QString();
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view);
    }
    return true;
}

} // namespace valv::views

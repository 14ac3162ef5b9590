// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/tableheader.h"

#include "controls/table.h"
#include "controls/tabledelegate.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace valv::views {

TableHeader::TableHeader(Table* table)
    : QHeaderView(Qt::Horizontal, table)
    , m_table(table)
{
    setSectionsMovable(true);
    setSectionsClickable(true); // a header that is set by hand is not, and then nothing can be sorted
    setFirstSectionMovable(false); // the first column is the link, and carries the check boxes
    setStretchLastSection(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setMinimumSectionSize(48);
    setMouseTracking(true);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), m_table->isCompact() ? Size::rowCompact : Size::tableHeader};
}

QRect TableHeader::checkRect() const
{
    if (!m_table->isCheckable() || count() == 0) {
        return {};
    }
    return TableDelegate::checkBox(
        {sectionViewportPosition(logicalIndex(0)), 0, sectionSize(logicalIndex(0)), height()});
}

void TableHeader::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color(Role::SurfaceAlt));
    hline(painter, QRectF(0, height() - 1, width(), 1), color(Role::Border));
    painter.end();
    QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    painter->save();
    const QRectF r = rect;
    painter->fillRect(r, color(Role::SurfaceAlt));
    hline(*painter, QRectF(r.x(), r.bottom() - 1, r.width(), 1), color(Role::Border));
    if (visualIndex(logicalIndex) == 0 && m_table->isCheckable()) {
        QStyleOption mark;
        mark.initFrom(this);
        mark.state &= ~(QStyle::State_MouseOver | QStyle::State_HasFocus);
        const Qt::CheckState state = m_table->headerCheckState();
        mark.state |= state == Qt::Checked  ? QStyle::State_On
            : state == Qt::PartiallyChecked ? QStyle::State_NoChange
                                            : QStyle::State_Off;
        mark.rect = checkRect();
        m_table->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &mark, painter, this);
    }
    const TableColumn& column = m_table->column(logicalIndex);
    const QString text = m_table->heading(logicalIndex);
    const QRectF inside = static_cast<TableDelegate*>(m_table->itemDelegate())->contentRect(r, logicalIndex);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const QFont f = views::font(TextStyle::CaptionStrong);
    const QFontMetricsF metrics(f);
    const qreal room = inside.width() - (sorted ? 18 : 0);
    QString shown = text;
    if (metrics.horizontalAdvance(shown) > room) {
        shown = metrics.elidedText(shown, Qt::ElideRight, room);
    }
    const qreal width = metrics.horizontalAdvance(shown);
    const bool right = column.kind == CellKind::Number;
    const qreal x = right ? inside.right() - width - (sorted ? 18 : 0) : inside.x();
    painter->setFont(f);
    painter->setPen(color(Role::Secondary));
    painter->drawText(QRectF(x, r.y(), width + 1, r.height()), Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (sorted) {
        paintIcon(*painter, QRectF(x + width + 4, r.y() + 1, 14, r.height() - 1),
                  sortIndicatorOrder() == Qt::AscendingOrder ? Icon::SortUp : Icon::SortDown, Role::Secondary, 14);
    }
    painter->restore();
}

void TableHeader::mousePressEvent(QMouseEvent* event)
{
    m_pressedCheck = event->button() == Qt::LeftButton && checkRect().adjusted(-8, -8, 8, 8).contains(event->pos());
    if (!m_pressedCheck) {
        QHeaderView::mousePressEvent(event);
    }
}

void TableHeader::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_pressedCheck) {
        m_pressedCheck = false;
        m_table->toggleAll();
        return;
    }
    QHeaderView::mouseReleaseEvent(event);
}

void TableHeader::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu* menu = m_table->makeColumnMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(event->globalPos());
}

HeaderEnd::HeaderEnd(const TableHeader* header)
    : m_header(header)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize HeaderEnd::sizeHint() const
{
    return {Size::scrollbar, m_header->sizeHint().height()};
}

void HeaderEnd::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::SurfaceAlt));
    hline(painter, QRectF(0, height() - 1, width(), 1), color(Role::Border));
}

} // namespace valv::views

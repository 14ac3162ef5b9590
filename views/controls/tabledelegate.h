// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/table.h"

#include <QStyledItemDelegate>

namespace valv::views {

//! \brief Paints everything in a Table's cells. Private to the table.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TableDelegate(Table* table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

    //! The check box of a row or of the header, centred in this first cell.
    [[nodiscard]] static QRect checkBox(const QRect& cell);
    //! Where a cell's content lies within its rectangle.
    [[nodiscard]] QRectF contentRect(const QRectF& cell, int column) const;
    [[nodiscard]] TextStyle textStyle(bool strong) const;
    [[nodiscard]] qreal contentWidth(const Cell& cell, CellKind kind) const;
    [[nodiscard]] bool isLastVisual(int column) const;

private:
    void paintGround(QPainter& painter, const QRectF& r, const QModelIndex& index) const;
    static void paintBadge(QPainter& painter, const QRectF& at, const Cell& cell);
    void paintContent(QPainter& painter, const QRectF& r, const QModelIndex& index, const Cell& cell) const;

    Table* m_table;
};

} // namespace valv::views

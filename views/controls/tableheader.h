// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace valv::views {

class Table;

//! \brief The header of a Table: names, sort arrow after the name, tri-state box. Private to the table.
class TableHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit TableHeader(Table* table);

    [[nodiscard]] QRect checkRect() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    Table* m_table;
    bool m_pressedCheck = false;
};

//! \brief The header's ground above the vertical scroll bar, which begins below it.
class HeaderEnd : public QWidget
{
    Q_OBJECT
public:
    explicit HeaderEnd(const TableHeader* header);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const TableHeader* m_header;
};

} // namespace valv::views

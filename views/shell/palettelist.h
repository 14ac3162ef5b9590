// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/accessible.h"
#include "presentation/app/search.h"
#include "theme/icons.h"

#include <QStringList>
#include <QVector>
#include <QWidget>

namespace valv::views {

//! One line of the palette: a heading of a group, or something to choose.
struct PaletteRow
{
    bool isHeading = false;
    QString title;
    QVector<presentation::TextRange> marks = {}; //!< what matches of the title
    QString detail = {}; //!< quiet text after it; why it cannot be done, when it can't
    QString keys = {}; //!< at the right
    Icon icon = Icon::Box;
    bool enabled = true;
};

//! \brief The painted list of the command palette. It never has the focus: the field keeps it and moves the current
//! row; readers hear a list whose current child is announced. Rows 40, headings 30.
class PaletteList : public QWidget, public AccessibleItems
{
    Q_OBJECT
public:
    explicit PaletteList(QWidget* parent = nullptr);

    void setRows(const QVector<PaletteRow>& rows);
    [[nodiscard]] const QVector<PaletteRow>& rows() const { return m_rows; }
    [[nodiscard]] int current() const { return m_current; } //!< −1: none
    void setCurrent(int row);
    //! The next row in that direction that is no heading, round the ends.
    void move(int step);
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] int itemCount() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QString itemName(int index) const override;
    [[nodiscard]] QString itemDescription(int index) const override;
    [[nodiscard]] QRect itemRect(int index) const override { return rowRect(m_items.at(index)); }
    [[nodiscard]] bool isItemSelected(int index) const override { return m_items.at(index) == m_current; }
    [[nodiscard]] bool isItemEnabled(int index) const override { return m_rows.at(m_items.at(index)).enabled; }
    void pressItem(int index) override { Q_EMIT chosen(m_items.at(index)); }

Q_SIGNALS:
    void chosen(int row);
    void currentChanged(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] int rowAt(int y) const;
    void paintRow(QPainter& painter, const PaletteRow& row, const QRect& r, bool current) const;

    QVector<PaletteRow> m_rows;
    QVector<int> m_items; //!< rows that are no headings
    QVector<int> m_tops; //!< y of each row, and of the end
    int m_current = -1;
    QPoint m_pointer; //!< where it was last: a list that changes under it does not move the current row
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QElapsedTimer>
#include <QWidget>

namespace valv::views {

//! \brief Grey bars in the geometry of rows that are still loading. Appears after 150 ms, stands still.
//! Accessible as "Loading".
class Skeleton : public QWidget
{
    Q_OBJECT
public:
    explicit Skeleton(int rows = 3, QWidget* parent = nullptr);

    void setRows(int rows);
    void setRowHeight(int px);
    //! Column starts in pixels; bars fill about two thirds of each.
    void setColumns(const QVector<int>& starts);
    //! Appears at once; for tests and pictures.
    void setDelay(int milliseconds);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    int m_rows;
    int m_rowHeight = Size::row;
    int m_delay = 150;
    int m_timer = 0;
    bool m_visible = false;
    QVector<int> m_columns;
};

//! \brief One skeleton bar, 12 high, for painters: width 0.4 to 0.75 of the column by row and column, always the same.
void paintSkeletonBar(QPainter& painter, const QRectF& cell, int row, int column);

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to a Table with pointer and keys.
#include "controls/table.h"
#include "controls/tabledelegate.h"
#include "controls/tableheader.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QCursor>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScreen>

namespace valv::views {

namespace {

constexpr int checkReach = 40; // the whole left end of a row is the box's target

} // namespace

QRect Table::checkRect(int row) const
{
    if (!m_checkable || !model()) {
        return {};
    }
    const QRect r = visualRect(model()->index(row, m_header->logicalIndex(0), rootIndex()));
    return {r.x(), r.y(), checkReach, r.height()};
}

bool Table::overCheck(QPoint at) const
{
    const int row = rowAt(at.y());
    return row >= 0 && checkRect(row).contains(at);
}

bool Table::overAction(QPoint at) const
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid()) {
        return false;
    }
    const Cell value = cell(index);
    if (value.actionText.isEmpty()) {
        return false;
    }
    const qreal start = m_delegate->contentRect(visualRect(index), index.column()).x()
        + m_delegate->contentWidth(value, column(index.column()).kind)
        + (value.badge.isEmpty() ? 0 : chipSize(value.badge).width() + Space::sm) + Space::sm;
    return at.x() >= start && at.x() <= start + textWidth(TextStyle::Body, value.actionText) + Space::sm;
}

void Table::setHoverRow(int row)
{
    if (row == m_hoverRow) {
        return;
    }
    const int before = m_hoverRow;
    m_hoverRow = row;
    updateRow(before);
    updateRow(row);
}

void Table::updateRow(int row)
{
    if (row >= 0 && model() && row < model()->rowCount(rootIndex())) {
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    }
}

void Table::updateCursor(QPoint at)
{
    const QModelIndex index = indexAt(at);
    bool hand = overAction(at);
    if (index.isValid() && !overCheck(at)) {
        const CellKind kind = column(index.column()).kind;
        if (kind == CellKind::Link || kind == CellKind::Menu) {
            const QRectF r = m_delegate->contentRect(visualRect(index), index.column());
            hand = kind == CellKind::Menu || at.x() <= r.x() + m_delegate->contentWidth(cell(index), kind);
        }
    }
    viewport()->setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void Table::mouseMoveEvent(QMouseEvent* event)
{
    setHoverRow(rowAt(event->pos().y()));
    updateCursor(event->pos());
    QTableView::mouseMoveEvent(event);
}

void Table::mousePressEvent(QMouseEvent* event)
{
    m_pressedRow = event->button() == Qt::LeftButton ? rowAt(event->pos().y()) : -1;
    QTableView::mousePressEvent(event);
}

void Table::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QPoint at = event->pos();
    const QModelIndex index = indexAt(at);
    if (event->button() != Qt::LeftButton || !index.isValid() || index.row() != m_pressedRow || overCheck(at)) {
        return;
    }
    const CellKind kind = column(index.column()).kind;
    if (overAction(at)) {
        Q_EMIT actionTriggered(index);
    } else if (kind == CellKind::Menu) {
        askForMenu(index, viewport()->mapToGlobal(at));
    } else if (kind == CellKind::Link && viewport()->cursor().shape() == Qt::PointingHandCursor) {
        if (index.column() == m_header->logicalIndex(0)) {
            Q_EMIT opened(index);
        } else {
            Q_EMIT linkActivated(index);
        }
    }
}

void Table::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (overCheck(event->pos())) {
        QMouseEvent press(QEvent::MouseButtonPress, event->position(), event->globalPosition(), event->button(),
                          event->buttons(), event->modifiers());
        mousePressEvent(&press); // two clicks on a box are two clicks
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
}

void Table::leaveEvent(QEvent* event)
{
    setHoverRow(-1);
    QTableView::leaveEvent(event);
}

void Table::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (viewport()->underMouse()) {
        setHoverRow(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
    }
}

void Table::keyPressEvent(QKeyEvent* event)
{
    if (!model()) {
        QTableView::keyPressEvent(event);
        return;
    }
    const int rows = model()->rowCount(rootIndex());
    const QModelIndex current = currentIndex();
    const auto goTo = [&](int row) {
        if (row >= 0 && row < rows) {
            const QModelIndex to =
                model()->index(row, current.isValid() ? current.column() : m_header->logicalIndex(0), rootIndex());
            selectionModel()->setCurrentIndex(to,
                                              m_checkable
                                                  ? QItemSelectionModel::NoUpdate
                                                  : QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        }
    };
    switch (event->key()) {
    case Qt::Key_Home:
        goTo(0);
        return;
    case Qt::Key_End:
        goTo(rows - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.isValid() && event->modifiers() == Qt::NoModifier) {
            Q_EMIT opened(current);
            return;
        }
        break;
    case Qt::Key_Space:
        if (m_checkable && current.isValid()) {
            if (current.flags() & Qt::ItemIsSelectable) {
                selectionModel()->select(current, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
            }
            return;
        }
        break;
    case Qt::Key_Escape:
        if (m_checkable && selectionModel()->hasSelection()) {
            clearChecks();
            return;
        }
        break;
    case Qt::Key_A:
        if (m_checkable && (event->modifiers() & Qt::ControlModifier)) {
            selectAll();
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

void Table::contextMenuEvent(QContextMenuEvent* event)
{
    QModelIndex index = indexAt(event->pos());
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        at = viewport()->mapToGlobal(visualRect(index).bottomLeft() + QPoint(Space::lg, 1));
    }
    if (index.isValid()) {
        askForMenu(index, at);
        if (event->reason() == QContextMenuEvent::Keyboard) {
            uncover(index);
        }
    }
}

//! Where there is no room below the row, its menu stands above it; else beside its name.
void Table::uncover(const QModelIndex& index)
{
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    const QModelIndex first = index.siblingAtColumn(horizontalHeader()->logicalIndex(0));
    const QRect cell = visualRect(first);
    const QRect name(viewport()->mapToGlobal(cell.topLeft()), cell.size());
    if (menu == nullptr || !menu->geometry().intersects(name)) {
        return;
    }
    const int above = name.top() - menu->height();
    menu->move(above >= menu->screen()->availableGeometry().top() ? QPoint(menu->x(), above)
                                                                  : QPoint(name.right() + 1, menu->y()));
}

//! While its menu is open, the row is marked: commands are never given blind.
void Table::askForMenu(const QModelIndex& index, const QPoint& at)
{
    m_menuRow = index;
    Q_EMIT contextMenuWanted(index, at);
    if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget())) {
        connect(menu, &QMenu::aboutToHide, this, [this] {
            m_menuRow = QModelIndex();
            viewport()->update();
        });
    } else {
        m_menuRow = QModelIndex(); // nobody has one for it, or it is closed again
    }
    viewport()->update();
}

void Table::setShownRow(const QModelIndex& index)
{
    if (m_shownRow != index) {
        m_shownRow = index;
        viewport()->update();
    }
}

void Table::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && model() && model()->rowCount(rootIndex()) > 0
        && event->reason() != Qt::MouseFocusReason) {
        const QScopedValueRollback arriving(m_arriving, true);
        selectionModel()->setCurrentIndex(model()->index(0, m_header->logicalIndex(0), rootIndex()),
                                          QItemSelectionModel::NoUpdate);
    }
    QTableView::focusInEvent(event);
    viewport()->update();
}

void Table::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace valv::views

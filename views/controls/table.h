// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/badge.h"
#include "controls/statustext.h"

#include <QMap>
#include <QPersistentModelIndex>
#include <QSet>
#include <QTableView>
#include <QTimer>

#include <functional>
#include <optional>

class QMenu;

namespace valv::views {

class EmptyState;
class TableDelegate;
class HeaderEnd;
class TableHeader;

enum class CellKind
{
    Text,
    Link,
    Status,
    QuietStatus, //!< a small icon, and a coloured text only for trouble: what is usual does not shout
    Progress,
    Number,
    Secondary,
    Badge,
    Menu
};

//! What the delegate paints in a cell. Made on the fly for the cells that are on screen.
struct Cell
{
    QString text = {};
    StatusKind status = StatusKind::None; //!< Status, QuietStatus: icon and colour
    std::optional<double> progress = {}; //!< 0..1: the text over a bar
    QString progressText = {}; //!< "64 %", right of the text; a badge takes its place
    std::optional<Role> role = {}; //!< colour of the text
    bool strong = false;
    QString badge = {}; //!< chip after the text
    BadgeKind badgeKind = BadgeKind::InfoOutline;
    std::optional<Icon> icon = {}; //!< before the text
    QString actionText = {}; //!< link after the text, "Install agent"; actionTriggered tells
};

//! How a column looks. The model stays free of widgets: text comes from DisplayRole, the rest from `cell`.
struct TableColumn
{
    QString id; //!< for saving; never translated
    CellKind kind = CellKind::Text;
    int width = 120; //!< what it likes to have, if that is more than its texts need
    bool grows = false; //!< takes what is left in its place; one of them at most
    int leaves = 0; //!< where a narrow window has no room for all, the one with the highest goes first; 0: stays
    bool hiddenAtFirst = false;
    bool canHide = true;
    Qt::TextElideMode elide = Qt::ElideRight;
    std::function<void(const QModelIndex&, Cell&)> cell = {}; //!< completes the cell; text is DisplayRole already
    //! A shorter heading, for when there is no room for all even without those that leave: texts go before headings.
    std::function<QString()> shortHeading = {};
};

//! \brief The table of the design over any QAbstractItemModel. Whole rows: hover, selection, current row bar. With
//! setCheckable the selection is shown as check boxes in the first column and a tri-state box in its header. Rows whose
//! flags lack ItemIsSelectable are shown as not selectable. Keys: arrows, Home/End, Space selects, Ctrl+A, Enter opens,
//! Menu/Shift+F10 context menu, Esc clears the selection. Remembers nothing: columnState()/restoreColumnState().
//! Columns are described with setColumns after setModel; text for readers is AccessibleTextRole or DisplayRole.
class Table : public QTableView
{
    Q_OBJECT
public:
    explicit Table(QWidget* parent = nullptr);

    //! One entry a model column, in the model's order.
    void setColumns(const QVector<TableColumn>& columns);
    [[nodiscard]] const QVector<TableColumn>& columns() const { return m_columns; }
    [[nodiscard]] const TableColumn& column(int logical) const;
    [[nodiscard]] Cell cell(const QModelIndex& index) const;
    //! As it stands over the column now; the model has its whole one.
    [[nodiscard]] QString heading(int logical) const;

    void setCheckable(bool on);
    [[nodiscard]] bool isCheckable() const { return m_checkable; }
    //! Rows of 28 and 12 px text.
    void setCompact(bool on);
    [[nodiscard]] bool isCompact() const { return m_compact; }
    //! Skeleton rows in place of data until it comes (first load only; a refresh keeps old data).
    void setLoading(bool on);
    [[nodiscard]] bool isLoading() const { return m_loading; }
    //! Shown while the model has no rows and nothing is loading; becomes a child.
    void setEmptyState(EmptyState* state);
    //! The table is as high as its rows: for tables inside a scrolled page.
    void setFitRows(bool on);

    [[nodiscard]] QVector<int> selectedRows() const;
    void clearChecks();
    [[nodiscard]] Qt::CheckState headerCheckState() const;
    void toggleAll();
    [[nodiscard]] int hoverRow() const { return m_hoverRow; }
    //! The row that details beside the table are of is marked, whatever is selected; an invalid index: none is.
    void setShownRow(const QModelIndex& index);
    //! Whose menu is open, or whose details are.
    [[nodiscard]] bool isMarked(int row) const { return row == m_menuRow.row() || row == m_shownRow.row(); }

    //! Order, widths, hidden columns and sorting, by column id.
    [[nodiscard]] QByteArray columnState() const;
    //! Unknown ids are ignored, new columns keep their defaults. \return false when it is no such state
    bool restoreColumnState(const QByteArray& state);
    //! Show and hide columns; a new menu owned by parent. Also at the header's context menu.
    [[nodiscard]] QMenu* makeColumnMenu(QWidget* parent);
    void setColumnVisible(const QString& id, bool visible);
    [[nodiscard]] bool isColumnVisible(const QString& id) const;
    //! The visible columns in their order, header first, RFC 4180 with CRLF. Cells that could run as formulas get a '.
    [[nodiscard]] QString toCsv(bool selectedOnly = false) const;

    void setModel(QAbstractItemModel* model) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    //! Where the check box of a row is, in viewport coordinates.
    [[nodiscard]] QRect checkRect(int row) const;
    //! The row becomes current only because the focus comes into the list: nobody has chosen it.
    [[nodiscard]] bool isArriving() const { return m_arriving; }

Q_SIGNALS:
    //! Enter, double click, or a click on a Link cell.
    void opened(const QModelIndex& index);
    //! A click on any Link cell, also outside the first column (then opened is not sent).
    void linkActivated(const QModelIndex& index);
    void actionTriggered(const QModelIndex& index);
    //! Menu key, right click, or the "…" cell. The position is global.
    void contextMenuWanted(const QModelIndex& index, const QPoint& globalPosition);
    void selectionChangedTo(const QVector<int>& rows);
    void currentRowChanged(int row);
    void columnStateChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index,
                                                                       const QEvent* event) const override;

private:
    friend class TableDelegate;
    friend class TableHeader;
    void setHoverRow(int row);
    void updateRow(int row);
    void updateOverlays();
    [[nodiscard]] bool overCheck(QPoint at) const;
    [[nodiscard]] bool overAction(QPoint at) const;
    void updateCursor(QPoint at);
    void askForMenu(const QModelIndex& index, const QPoint& at);
    void uncover(const QModelIndex& index);
    void applyDefaults();
    void fitColumns();
    //! Fits again when a row that is looked at needs more room than there was for any when the columns were fitted.
    void growColumns();
    static constexpr int rowsMeasured = 40; //!< as many as a window holds
    [[nodiscard]] int neededWidth(int logical) const;
    //! Chosen by the person, even if there is no room for it now.
    [[nodiscard]] bool isWanted(int logical) const;

    QVector<TableColumn> m_columns;
    TableDelegate* m_delegate = nullptr;
    TableHeader* m_header = nullptr;
    HeaderEnd* m_headerEnd = nullptr;
    EmptyState* m_empty = nullptr;
    int m_hoverRow = -1;
    QPersistentModelIndex m_menuRow;
    QPersistentModelIndex m_shownRow;
    int m_pressedRow = -1;
    bool m_checkable = false;
    bool m_compact = false;
    bool m_loading = false;
    bool m_fitRows = false;
    bool m_restoring = false;
    bool m_arriving = false;
    bool m_sized = false; //!< a person chose the widths
    bool m_measured = false; //!< the widths fit texts that are there
    QMap<int, int> m_needed; //!< what each column needed when the columns were fitted
    QTimer m_grow; //!< one look at the texts for all that changes at once
    QSet<int> m_left; //!< columns without room
    QSet<int> m_short; //!< columns under their short heading
};

} // namespace valv::views

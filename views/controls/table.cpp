// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/table.h"

#include "controls/emptystate.h"
#include "controls/skeleton.h"
#include "controls/tabledelegate.h"
#include "controls/tableheader.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMap>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace valv::views {

namespace {

constexpr int skeletonDelay = 150;
constexpr const char* skeletonReady = "valvSkeletonReady";
constexpr int checkReach = 40; // the whole left end of a row is the box's target

constexpr int rowsMeasured = 40; //!< as many as a window holds

//! -1: none is visible.
int lastVisibleSection(const QHeaderView& header)
{
    for (int visual = header.count() - 1; visual >= 0; --visual) {
        if (!header.isSectionHidden(header.logicalIndex(visual))) {
            return header.logicalIndex(visual);
        }
    }
    return -1;
}

//! The width that none may be wider than, so that all together have room: the widest give first.
int capFor(QList<int> widths, int room)
{
    std::sort(widths.begin(), widths.end());
    for (qsizetype i = 0; i < widths.size(); ++i) {
        const int each = room / static_cast<int>(widths.size() - i);
        if (widths.at(i) > each) {
            return each;
        }
        room -= widths.at(i);
    }
    return widths.isEmpty() ? room : widths.last();
}

} // namespace

Table::Table(QWidget* parent)
    : QTableView(parent)
    , m_delegate(new TableDelegate(this))
    , m_header(new TableHeader(this))
{
    setHorizontalHeader(m_header);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(Size::rowCompact);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(Size::row);
    verticalScrollBar()->setSingleStep(Size::row);
    horizontalScrollBar()->setSingleStep(Size::row);
    const auto changed = [this] {
        if (!m_restoring) {
            Q_EMIT columnStateChanged();
        }
    };
    connect(m_header, &QHeaderView::sectionMoved, this, changed);
    connect(m_header, &QHeaderView::sectionResized, this, [this, changed](int section) {
        // The last one only takes what is left, and a hidden one comes to nothing when the header gets to it; any other
        // was sized by a person: the window's width matters no more.
        if (!m_restoring && !m_header->isSectionHidden(section) && section != lastVisibleSection(*m_header)) {
            m_sized = true;
            changed();
        }
    });
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, changed);
    connect(this, &QTableView::doubleClicked, this, &Table::opened);
    m_grow.setSingleShot(true);
    connect(&m_grow, &QTimer::timeout, this, &Table::growColumns);
}

void Table::setColumns(const QVector<TableColumn>& columns)
{
    m_columns = columns;
    applyDefaults();
}

void Table::applyDefaults()
{
    m_restoring = true;
    for (int i = 0; i < m_columns.size() && i < m_header->count(); ++i) {
        m_header->moveSection(m_header->visualIndex(i), i);
        m_header->setSectionHidden(i, false);
        m_header->resizeSection(i, m_columns.at(i).width);
        m_header->setSectionHidden(i, m_columns.at(i).hiddenAtFirst && m_columns.at(i).canHide);
    }
    m_restoring = false;
    m_left.clear();
    m_sized = false;
    fitColumns();
}

const TableColumn& Table::column(int logical) const
{
    static const TableColumn plain;
    return logical >= 0 && logical < m_columns.size() ? m_columns.at(logical) : plain;
}

Cell Table::cell(const QModelIndex& index) const
{
    Cell cell;
    cell.text = index.data(Qt::DisplayRole).toString();
    const TableColumn& spec = column(index.column());
    if (spec.cell) {
        spec.cell(index, cell);
    }
    return cell;
}

void Table::setCheckable(bool on)
{
    m_checkable = on;
    setSelectionMode(on ? ExtendedSelection : SingleSelection);
    viewport()->update();
    m_header->viewport()->update();
}

void Table::setCompact(bool on)
{
    m_compact = on;
    verticalHeader()->setDefaultSectionSize(on ? Size::rowCompact : Size::row);
    m_header->updateGeometry();
    updateGeometries();
    updateGeometry();
    viewport()->update();
}

void Table::setLoading(bool on)
{
    if (m_loading == on) {
        return;
    }
    m_loading = on;
    viewport()->setProperty(skeletonReady, false);
    if (on) {
        QTimer::singleShot(skeletonDelay, viewport(), [this] {
            viewport()->setProperty(skeletonReady, true);
            viewport()->update();
        });
    }
    setAccessibleDescription(on ? tr("Loading…") : QString());
    updateOverlays();
    viewport()->update();
}

void Table::setEmptyState(EmptyState* state)
{
    if (m_empty && m_empty != state) {
        m_empty->hide();
    }
    m_empty = state;
    if (state) {
        state->setParent(viewport());
    }
    updateOverlays();
}

void Table::setFitRows(bool on)
{
    m_fitRows = on;
    setVerticalScrollBarPolicy(on ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setSizePolicy(QSizePolicy::Expanding, on ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    updateGeometry();
}

void Table::setModel(QAbstractItemModel* newModel)
{
    if (model()) {
        disconnect(model(), nullptr, this, nullptr);
    }
    QTableView::setModel(newModel);
    if (newModel) {
        const auto refresh = [this] {
            updateOverlays();
            updateGeometry();
            m_header->viewport()->update();
            setHoverRow(-1);
            if (!m_measured) {
                fitColumns();
            } else if (!m_sized) {
                m_grow.start();
            }
        };
        connect(newModel, &QAbstractItemModel::rowsInserted, this, refresh);
        connect(newModel, &QAbstractItemModel::rowsRemoved, this, refresh);
        connect(newModel, &QAbstractItemModel::modelReset, this, refresh);
        connect(newModel, &QAbstractItemModel::layoutChanged, this, refresh);
        connect(newModel, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& topLeft) {
            if (m_measured && !m_sized && topLeft.row() < rowsMeasured) {
                m_grow.start();
            }
        });
        connect(newModel, &QAbstractItemModel::headerDataChanged, this, &Table::fitColumns); // another language
    }
    applyDefaults();
    updateOverlays();
}

QSize Table::sizeHint() const
{
    int height = m_header->sizeHint().height() + 2;
    if (m_fitRows && model()) {
        const int rows = model()->rowCount(rootIndex());
        height += rows * verticalHeader()->defaultSectionSize();
        if (rows == 0) {
            height += m_empty ? m_empty->sizeHint().height() : 3 * Size::row;
        }
        if (horizontalScrollBar()->isVisible()) {
            height += Size::scrollbar;
        }
        return {QTableView::sizeHint().width(), height - 2};
    }
    return {QTableView::sizeHint().width(), height + 6 * Size::row};
}

QSize Table::minimumSizeHint() const
{
    return {200, m_fitRows ? sizeHint().height() : m_header->sizeHint().height() + 3 * Size::row};
}

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
        Q_EMIT contextMenuWanted(index, viewport()->mapToGlobal(at));
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

QItemSelectionModel::SelectionFlags Table::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    if (!m_checkable) {
        return QTableView::selectionCommand(index, event);
    }
    if (!event || !(index.flags() & Qt::ItemIsSelectable)) {
        return QItemSelectionModel::NoUpdate;
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        const bool range = mouse->modifiers() & Qt::ShiftModifier;
        if (mouse->button() == Qt::LeftButton
            && (overCheck(mouse->pos()) || range || (mouse->modifiers() & Qt::ControlModifier))) {
            return range ? QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows
                         : QItemSelectionModel::Toggle | QItemSelectionModel::Rows;
        }
    } else if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->modifiers() & Qt::ShiftModifier) {
            return QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows;
        }
    }
    return QItemSelectionModel::NoUpdate; // a click in a row makes it current, it does not check it
}

QVector<int> Table::selectedRows() const
{
    QVector<int> rows;
    if (selectionModel()) {
        const QModelIndexList indexes =
            selectionModel()->selectedRows(m_header->count() > 0 ? m_header->logicalIndex(0) : 0);
        for (const QModelIndex& index : indexes) {
            rows.append(index.row());
        }
        std::sort(rows.begin(), rows.end());
    }
    return rows;
}

void Table::clearChecks()
{
    if (selectionModel()) {
        selectionModel()->clearSelection();
    }
}

Qt::CheckState Table::headerCheckState() const
{
    const int chosen = static_cast<int>(selectedRows().size());
    if (chosen == 0) {
        return Qt::Unchecked;
    }
    int selectable = 0;
    for (int row = 0; row < model()->rowCount(rootIndex()); ++row) {
        selectable += model()->flags(model()->index(row, 0, rootIndex())) & Qt::ItemIsSelectable ? 1 : 0;
    }
    return chosen >= selectable ? Qt::Checked : Qt::PartiallyChecked;
}

void Table::toggleAll()
{
    if (headerCheckState() == Qt::Checked) {
        clearChecks();
    } else {
        selectAll();
    }
}

void Table::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_header->viewport()->update();
    viewport()->update();
    Q_EMIT selectionChangedTo(selectedRows());
}

void Table::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    if (current.row() != previous.row()) {
        Q_EMIT currentRowChanged(current.row());
    }
}

void Table::contextMenuEvent(QContextMenuEvent* event)
{
    QModelIndex index = indexAt(event->pos());
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        index = currentIndex();
        at = viewport()->mapToGlobal(visualRect(index).bottomLeft() + QPoint(Space::lg, 0));
    }
    if (index.isValid()) {
        Q_EMIT contextMenuWanted(index, at);
    }
}

void Table::focusInEvent(QFocusEvent* event)
{
    if (!currentIndex().isValid() && model() && model()->rowCount(rootIndex()) > 0
        && event->reason() != Qt::MouseFocusReason) {
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

void Table::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_header->viewport()->update();
        viewport()->update();
        if (m_loading) {
            setAccessibleDescription(tr("Loading…"));
        }
    }
    QTableView::changeEvent(event);
}

void Table::updateOverlays()
{
    const bool empty = model() && model()->rowCount(rootIndex()) == 0 && !m_loading;
    if (m_empty) {
        m_empty->setGeometry(viewport()->rect());
        m_empty->setVisible(empty);
    }
}

//! What heading and texts need; looks at as many rows as a window holds.
int Table::neededWidth(int logical) const
{
    constexpr qreal wide = 1000;
    const qreal padding = wide - m_delegate->contentRect(QRectF(0, 0, wide, 1), logical).width();
    const bool sorted = isSortingEnabled() && m_header->sortIndicatorSection() == logical;
    qreal needed = textWidth(TextStyle::CaptionStrong, model()->headerData(logical, Qt::Horizontal).toString())
        + (sorted ? Space::lg + Space::xs : 0);
    for (int row = 0; row < std::min(rowsMeasured, model()->rowCount()); ++row) {
        needed = std::max(needed, m_delegate->contentWidth(cell(model()->index(row, logical)), column(logical).kind));
    }
    return static_cast<int>(std::ceil(needed + padding)) + 1;
}

bool Table::isWanted(int logical) const
{
    return !m_header->isSectionHidden(logical) || m_left.contains(logical);
}

//! Columns that nobody has resized share what there is: each gets what its texts need, then what it likes to have. Those
//! that may leave do so where there is no room for all, and come back with it.

void Table::fitColumns()
{
    if (m_sized || m_columns.isEmpty() || !model()) {
        return;
    }
    constexpr int narrowest = 56;
    const int room = viewport()->width();
    m_measured = model()->rowCount() > 0;
    QMap<int, int> needed; // by column
    int total = 0;
    for (int i = 0; i < m_columns.size() && i < m_header->count(); ++i) {
        if (isWanted(i)) {
            needed[i] = std::max(narrowest, m_measured ? neededWidth(i) : m_columns.at(i).width);
            total += needed[i];
        }
    }
    m_needed = needed;
    QSet<int> left;
    while (total > room) {
        const auto going = std::max_element(needed.keyBegin(), needed.keyEnd(), [this](int a, int b) {
            return m_columns.at(a).leaves < m_columns.at(b).leaves;
        });
        if (going == needed.keyEnd() || m_columns.at(*going).leaves == 0) {
            break;
        }
        const int column = *going;
        left.insert(column);
        total -= needed.take(column);
    }
    int liked = 0; // how much more than needed
    for (auto it = needed.cbegin(); it != needed.cend(); ++it) {
        liked += std::max(0, m_columns.at(it.key()).width - it.value());
    }
    const int spare = room - total;
    const int cap = spare < 0 ? std::max(narrowest, capFor(needed.values(), room)) : 0;
    m_restoring = true;
    for (int i = 0; i < m_columns.size() && i < m_header->count(); ++i) {
        if (m_left.contains(i) || left.contains(i)) {
            m_header->setSectionHidden(i, left.contains(i));
        }
    }
    m_left = left;
    for (auto it = needed.cbegin(); it != needed.cend(); ++it) {
        const int likes = std::max(0, m_columns.at(it.key()).width - it.value());
        int width = it.value();
        if (spare < 0) {
            width = std::min(width, cap);
        } else if (spare < liked) {
            width += likes * spare / liked;
        } else {
            width += likes + (m_columns.at(it.key()).grows ? spare - liked : 0);
        }
        m_header->resizeSection(it.key(), width);
    }
    m_restoring = false;
}

void Table::growColumns()
{
    if (m_sized || !m_measured || !model()) {
        return;
    }
    for (auto it = m_needed.cbegin(); it != m_needed.cend(); ++it) {
        if (neededWidth(it.key()) > it.value()) {
            fitColumns();
            return;
        }
    }
}

void Table::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    updateOverlays();
}

void Table::paintEvent(QPaintEvent* event)
{
    const bool waiting = m_loading && model() && model()->rowCount(rootIndex()) == 0;
    if (!waiting) {
        QTableView::paintEvent(event);
        if (hasKeyFocus(this) && !currentIndex().isValid()) { // no row to put the focus on
            QPainter painter(viewport());
            innerRing(painter, viewport()->rect());
        }
        return;
    }
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color(Role::Surface));
    if (!viewport()->property(skeletonReady).toBool()) {
        return;
    }
    const int height = verticalHeader()->defaultSectionSize();
    for (int row = 0; (row + 1) * height <= viewport()->height() && row < 12; ++row) {
        for (int v = 0; v < m_header->count(); ++v) {
            const int logical = m_header->logicalIndex(v);
            if (m_header->isSectionHidden(logical)) {
                continue;
            }
            const QRectF r(m_header->sectionViewportPosition(logical), row * height, m_header->sectionSize(logical),
                           height);
            paintSkeletonBar(painter, m_delegate->contentRect(r, logical), row, v);
        }
        hline(painter, QRectF(0, (row + 1) * height - 1, viewport()->width(), 1), color(Role::Border));
    }
}

} // namespace valv::views

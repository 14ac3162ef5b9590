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

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int skeletonDelay = 150;
constexpr const char* skeletonReady = "valvSkeletonReady";

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

} // namespace

Table::Table(QWidget* parent)
    : QTableView(parent)
    , m_delegate(new TableDelegate(this))
    , m_header(new TableHeader(this))
{
    setHorizontalHeader(m_header);
    m_headerEnd = new HeaderEnd(m_header);
    addScrollBarWidget(m_headerEnd, Qt::AlignTop);
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
            m_short.clear();
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
    m_headerEnd->updateGeometry();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/storetable.h"

#include "controls/bulkbar.h"
#include "controls/card.h"
#include "controls/emptystate.h"
#include "controls/messagebar.h"
#include "frame/context.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/models/filters.h"
#include "presentation/stores/liststorebase.h"
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

TableColumn storeColumn(const QString& id, CellKind kind, int width, bool hiddenAtFirst)
{
    TableColumn column;
    column.id = id;
    column.kind = kind;
    column.width = width;
    column.hiddenAtFirst = hiddenAtFirst;
    column.cell = [kind](const QModelIndex& index, Cell& cell) {
        const auto status = index.data(presentation::StatusRole);
        if (status.isValid()) {
            cell.status = static_cast<StatusKind>(status.toInt());
            if (kind == CellKind::Text) {
                cell.role = statusRole(cell.status); // no icon: the colour, where another column has the words
            }
        }
        const auto progress = index.data(presentation::ProgressRole);
        if (progress.isValid()) {
            cell.progress = progress.toDouble() / 100.0;
        }
        if (index.data(presentation::SecondaryRole).toBool()) {
            cell.role = Role::Secondary;
        }
    };
    return column;
}

StoreTable::StoreTable(const Context& context, const QString& name, presentation::ListStoreBase& store,
                       presentation::TextFilter& rows, const QVector<TableColumn>& columns, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_store(store)
    , m_rows(rows)
    , m_name(name)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::md);
    m_message = new MessageBar(MessageKind::Error);
    m_message->setObjectName(name + QStringLiteral(".message"));
    m_message->hide();
    layout->addWidget(m_message);

    m_card = new Card;
    m_card->setFlush(true);
    m_table = new Table;
    m_table->setObjectName(name);
    m_table->setModel(&rows);
    m_table->setColumns(columns);
    m_card->add(m_table);
    layout->addWidget(m_card, 1);

    m_table->restoreColumnState(m_context.settings.tableState(name));
    connect(m_table, &Table::columnStateChanged, this, &StoreTable::saveColumns);
    connect(m_message, &MessageBar::actionTriggered, this, [this] { m_store.refresh(); });
    connect(&m_store, &presentation::ListStoreBase::stateChanged, this, &StoreTable::update);
    connect(&m_store, &presentation::ListStoreBase::countChanged, this, &StoreTable::update);
    connect(&m_rows, &presentation::TextFilter::textChanged, this, &StoreTable::update);
    connect(&m_rows, &QAbstractItemModel::layoutChanged, this, &StoreTable::update);
    connect(&m_rows, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_table->isLoading()) {
            update();
        }
    });
    update();
}

BulkBar* StoreTable::bulkBar()
{
    if (m_bulk == nullptr) {
        m_bulk = new BulkBar;
        m_bulk->setObjectName(m_name + QStringLiteral(".bulk"));
        m_card->body()->insertWidget(0, m_bulk);
        m_table->setCheckable(true);
        connect(m_table, &Table::selectionChangedTo, m_bulk,
                [bulk = m_bulk](const QVector<int>& rows) { bulk->setCount(static_cast<int>(rows.size())); });
        connect(m_bulk, &BulkBar::cleared, m_table, &Table::clearChecks);
    }
    return m_bulk;
}

void StoreTable::setEmptyState(EmptyState* state)
{
    m_empty = state;
    m_table->setEmptyState(state);
    update();
}

void StoreTable::setTotal(std::function<int()> total)
{
    m_total = std::move(total);
    update();
}

bool StoreTable::isFiltered() const
{
    return m_rows.rowCount() < (m_total ? m_total() : m_store.count());
}

void StoreTable::update()
{
    using presentation::LoadState;
    const auto state = m_store.state();
    // Rows of others may be there already: that there are none of these is known when all are read.
    m_table->setLoading(m_rows.rowCount() == 0 && !m_store.hasLoaded()
                        && (state == LoadState::Idle || m_store.isBusy()));
    const bool none = m_total ? m_total() == 0 : m_store.isEmpty();
    const bool failed = (state == LoadState::Failed || state == LoadState::Stale) && m_store.error();
    if (failed) {
        const auto text = presentation::ErrorText::of(*m_store.error(), m_context.language.format().locale());
        QString sentence = text.sentence();
        if (state == LoadState::Stale) {
            // Some of the first reading came: what is here is of now.
            sentence =
                (m_store.hasLoaded()
                     ? tr("Showing data from %1.").arg(m_context.language.format().dateTimeShort(m_store.lastUpdated()))
                     : tr("What could be read is shown."))
                + QLatin1Char(' ') + sentence;
        }
        const bool some = state == LoadState::Stale && !m_store.hasLoaded();
        m_message->setMessage(state == LoadState::Stale ? MessageKind::Warning : MessageKind::Error,
                              some ? tr("Not everything could be read.") : tr("The list could not be read."), sentence);
        m_message->setAction(tr("Try again"));
    }
    m_message->setVisible(failed);
    const bool filteredAway = m_rows.rowCount() == 0 && isFiltered();
    if (filteredAway && m_noMatch == nullptr) {
        m_noMatch = new EmptyState(Icon::Search, {}, {});
        connect(m_noMatch->setButton({}), &QAbstractButton::clicked, this, &StoreTable::clearFilterWanted);
    }
    if (m_noMatch != nullptr) {
        m_noMatch->setTexts(Icon::Search, tr("Nothing matches the filter"),
                            tr("Change the filter, or clear it to see all rows."));
        m_noMatch->setButton(tr("Clear filter"));
    }
    // A list that could not be read is not known to be empty.
    m_table->setEmptyState(filteredAway ? m_noMatch : failed && none ? nullptr : m_empty);
}

void StoreTable::saveColumns()
{
    m_context.settings.setTableState(m_name, m_table->columnState());
}

void StoreTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

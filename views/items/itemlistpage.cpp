// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/itemlistpage.h"

#include "controls/action.h"
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "frame/csvexport.h"
#include "frame/storetable.h"
#include "frame/vaultroutes.h"
#include "items/itemcommands.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/models/filters.h"
#include "presentation/models/protecteditemmodel.h"
#include "presentation/stores/session.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMap>
#include <QMenu>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ProtectedItemModel;
using presentation::Protection;

namespace {

QVector<TableColumn> itemColumns()
{
    QVector<TableColumn> columns(ProtectedItemModel::ColumnCount);
    columns[ProtectedItemModel::Name] = storeColumn(QStringLiteral("name"), CellKind::Link, 120);
    columns[ProtectedItemModel::Name].canHide = false;
    columns[ProtectedItemModel::Name].grows = true;
    columns[ProtectedItemModel::ResourceGroup] = storeColumn(QStringLiteral("group"), CellKind::Text, 102);
    columns[ProtectedItemModel::PreCheck] = storeColumn(QStringLiteral("check"), CellKind::QuietStatus, 110);
    columns[ProtectedItemModel::LastBackupStatus] = storeColumn(QStringLiteral("status"), CellKind::Status, 170);
    columns[ProtectedItemModel::LatestPoint] = storeColumn(QStringLiteral("latest"), CellKind::Text, 108);
    columns[ProtectedItemModel::NextRun] = storeColumn(QStringLiteral("next"), CellKind::Text, 108);
    columns[ProtectedItemModel::Policy] = storeColumn(QStringLiteral("policy"), CellKind::Link, 110);
    columns[ProtectedItemModel::Vault] = storeColumn(QStringLiteral("vault"), CellKind::Link, 110);
    columns[ProtectedItemModel::More] = storeColumn(QStringLiteral("more"), CellKind::Menu, 44);
    columns[ProtectedItemModel::More].canHide = false;
    columns[ProtectedItemModel::ResourceGroup].leaves = 3;
    columns[ProtectedItemModel::PreCheck].leaves = 4;
    columns[ProtectedItemModel::NextRun].leaves = 1;
    columns[ProtectedItemModel::Vault].leaves = 2;
    return columns;
}

} // namespace

ItemListPage::ItemListPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_vault(ArmId::parse(route.subject).value_or(ArmId()))
{
    auto& store = m_context.session.items();
    m_model = new ProtectedItemModel(store, m_context.language.format(), this);
    m_rows = new presentation::ProtectedItemFilter(*m_model, this);
    m_rows->setLocale(m_context.language.format().locale());
    m_rows->setVault(m_vault);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::contentMargin, Space::md, Size::contentMargin, Size::contentMargin);
    layout->setSpacing(Space::md);
    makeFilters();
    auto* filters = new QHBoxLayout;
    filters->setSpacing(Space::sm);
    filters->addWidget(m_filter);
    for (auto* pill : {m_status, m_policy, m_vaultPill}) {
        filters->addWidget(pill);
    }
    filters->addStretch(1);
    filters->addWidget(m_count);
    layout->addLayout(filters);

    m_list = new StoreTable(m_context, QStringLiteral("items"), store, *m_rows, itemColumns());
    m_empty = new EmptyState(Icon::ProtectedItem, {}, {});
    connect(m_empty->setButton({}), &QAbstractButton::clicked, this, [this] {
        m_context.navigator.open({QStringLiteral("virtualmachines"), {}, {}});
    });
    if (!m_vault.isEmpty()) {
        m_list->setTotal([this] { return m_context.session.items().countIn(m_vault); });
    }
    m_list->setEmptyState(m_empty);
    layout->addWidget(m_list, 1);
    makeActions();

    auto* table = m_list->table();
    table->sortByColumn(ProtectedItemModel::Name, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    table->restoreColumnState(m_context.settings.tableState(QStringLiteral("items"))); // and how it was sorted
    connect(table, &Table::opened, this, [this](const QModelIndex& index) {
        m_context.navigator.open({QStringLiteral("virtualmachine"), m_rows->rowAt(index.row()).sourceResourceId.text(),
                                  QStringLiteral("backup")});
    });
    connect(table, &Table::linkActivated, this, &ItemListPage::openLink);
    connect(table, &Table::contextMenuWanted, this, &ItemListPage::showContextMenu);
    connect(table, &Table::selectionChangedTo, this, &ItemListPage::updateSelection);
    connect(table, &Table::currentRowChanged, this, &ItemListPage::updateSelection);
    connect(m_list, &StoreTable::clearFilterWanted, this, &ItemListPage::clearFilters);
    connect(&store, &presentation::ListStoreBase::countChanged, this, &ItemListPage::updateChoices);
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, &ItemListPage::updateChoices);
    connect(&store, &presentation::ListStoreBase::stateChanged, this, [this] {
        setBusy(m_context.session.items().isBusy());
        updateChoices();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_rows, signal, this, &ItemListPage::updateCount);
    }
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &ItemListPage::updateCount);
    connect(m_rows, &presentation::TextFilter::textChanged, this, &ItemListPage::updateCount);
    setBusy(store.isBusy());
    if (!route.part.isEmpty()) {
        m_policy->setChoices({{{}, {}}, {route.part, route.part}});
        m_policy->setCurrent(route.part);
        m_rows->setPolicyName(route.part);
    }
    retranslate();
}

void ItemListPage::makeFilters()
{
    m_filter = new SearchField({}, this, Icon::Filter);
    m_filter->setObjectName(QStringLiteral("items.filter"));
    m_filter->setFixedWidth(Size::nav - Space::sm);
    m_filter->setMaxLength(100);
    connect(m_filter, &QLineEdit::textChanged, m_rows, &presentation::TextFilter::setText);
    connect(m_filter, &SearchField::moveToList, this, [this] { m_list->table()->setFocus(Qt::OtherFocusReason); });
    const auto pill = [this](const char* name) {
        auto* made = new FilterPill({}, this);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_status = pill("items.status");
    m_policy = pill("items.policy");
    m_vaultPill = pill("items.vault");
    m_vaultPill->setVisible(m_vault.isEmpty());
    connect(m_status, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setProtections(value.isValid() ? QSet<Protection>{static_cast<Protection>(value.toInt())}
                                               : QSet<Protection>{});
        updateCount();
    });
    connect(m_policy, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setPolicyName(value.toString());
        updateCount();
    });
    connect(m_vaultPill, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setVault(ArmId::parse(value.toString()).value_or(ArmId()));
        updateCount();
    });
    m_count = new Label(LabelKind::Secondary, {}, this);
    m_count->setObjectName(QStringLiteral("items.count"));
}

void ItemListPage::makeActions()
{
    m_refresh = makeAction(Icon::Refresh, {}, this);
    connect(m_refresh, &QAction::triggered, this, &ItemListPage::refresh);
    m_columns = makeAction(Icon::Columns, {}, this);
    connect(m_columns, &QAction::triggered, this, [this] {
        auto* menu = m_list->table()->makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(QCursor::pos());
    });
    m_export = makeAction(Icon::Download, {}, this);
    m_export->setObjectName(QStringLiteral("items.export"));
    connect(m_export, &QAction::triggered, this,
            [this] { exportCsv(m_context, *m_list->table(), tr("backup-items.csv")); });
    m_compact = makeAction(Icon::Compact, {}, this);
    m_compact->setCheckable(true);
    m_compact->setProperty("alignRight", true);
    connect(m_compact, &QAction::toggled, this, [this](bool on) { m_list->table()->setCompact(on); });

    m_one = new ItemCommands(m_context, QStringLiteral("items"), this);
    m_one->addKeys(*this);
    m_bulk = new ItemCommands(m_context, QStringLiteral("items.bulk"), this);
    m_backupSelected = makeAction(Icon::Protected, {}, this);
    m_backupSelected->setObjectName(QStringLiteral("items.backupSelected"));
    setActionKind(m_backupSelected, ActionKind::Primary);
    connect(m_backupSelected, &QAction::triggered, this, [this] { m_bulk->open(ItemCommands::BackupNow); });
    m_exportSelected = makeAction(Icon::Download, {}, this);
    connect(m_exportSelected, &QAction::triggered, this,
            [this] { exportCsv(m_context, *m_list->table(), tr("backup-items.csv"), true); });
    auto* bar = m_list->bulkBar();
    bar->addCommand(m_backupSelected);
    bar->addCommand(m_bulk->action(ItemCommands::ChangePolicy));
    m_moreSelected = makeAction(Icon::More, {}, this);
    m_moreSelected->setObjectName(QStringLiteral("items.moreSelected"));
    auto* more = bar->addCommand(m_moreSelected);
    connect(m_moreSelected, &QAction::triggered, this, [this, more] {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        for (const auto command : {ItemCommands::Stop, ItemCommands::Resume, ItemCommands::Undelete}) {
            menu->addAction(m_bulk->action(command));
        }
        menu->addSeparator();
        menu->addAction(m_exportSelected);
        menu->popup(more->mapToGlobal(QPoint(0, more->height())));
    });
}

QList<ArmId> ItemListPage::selected() const
{
    QList<ArmId> ids;
    for (const int row : m_list->table()->selectedRows()) {
        ids.append(m_rows->idAt(row));
    }
    return ids;
}

//! Keys mean what is ticked, or the row that one stands on.
void ItemListPage::updateSelection()
{
    const auto ids = selected();
    const auto current = m_list->table()->currentIndex();
    m_bulk->setItems(ids);
    m_one->setItems(!ids.isEmpty()          ? ids
                        : current.isValid() ? QList<ArmId>{m_rows->idAt(current.row())}
                                            : QList<ArmId>{});
    m_backupSelected->setText(tr("Back up %n item(s) now", nullptr, static_cast<int>(ids.size())));
    setReason(m_backupSelected, reason(m_bulk->action(ItemCommands::BackupNow)));
}

PageHeading ItemListPage::heading() const
{
    const QString title = tr("Backup items");
    if (m_vault.isEmpty()) {
        return {title, tr("All vaults"), Icon::ProtectedItem, {{title, {}}}};
    }
    return {title,
            m_vault.name() + QStringLiteral(" · ") + m_vault.resourceGroup(),
            Icon::ProtectedItem,
            {{tr("Recovery Services vaults"), vaultsRoute()},
             {m_vault.name(), vaultRoute(m_vault)},
             {title, {}}}};
}

QList<MenuEntry> ItemListPage::resourceMenu() const
{
    return m_vault.isEmpty() ? QList<MenuEntry>() : vaultMenu(m_vault);
}

QList<QAction*> ItemListPage::commands() const
{
    return {m_refresh, m_columns, m_export, m_compact};
}

void ItemListPage::refresh()
{
    m_context.session.items().refresh();
}

void ItemListPage::focusFirst()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

QWidget* ItemListPage::filterField() const
{
    return m_filter;
}

//! On one of several that are ticked it is for all of them.
void ItemListPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    const auto ids = selected();
    const auto& id = m_rows->idAt(index.row());
    m_one->setItems(ids.contains(id) ? ids : QList<ArmId>{id});
    auto* menu = m_one->makeMenu(this);
    menu->setObjectName(QStringLiteral("items.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(at);
}

void ItemListPage::openLink(const QModelIndex& index)
{
    const auto& item = m_rows->rowAt(index.row());
    if (index.column() == ProtectedItemModel::Vault) {
        m_context.navigator.open({QStringLiteral("vault"), item.id.vaultId().text(), QStringLiteral("overview")});
    } else if (index.column() == ProtectedItemModel::Policy && !item.policyId.isEmpty()) {
        m_context.navigator.open({QStringLiteral("policy"), item.policyId.text(), {}});
    }
}

void ItemListPage::clearFilters()
{
    m_filter->clear();
    for (auto* pill : {m_status, m_policy, m_vaultPill}) {
        pill->setCurrent({});
    }
    m_rows->setProtections({});
    m_rows->setPolicyName({});
    m_rows->setVault(m_vault);
    updateCount();
}

//! Only what is there can be chosen.
void ItemListPage::updateChoices()
{
    const auto& store = m_context.session.items();
    QMap<QString, QString> policies; // folded → as written
    QMap<QString, QString> vaults; // name → id
    for (int row = 0; row < store.count(); ++row) {
        const auto& item = store.at(row);
        if (!m_vault.isEmpty() && !(item.id.vaultId() == m_vault)) {
            continue;
        }
        if (!item.policyName.isEmpty()) {
            policies.insert(item.policyName.toLower(), item.policyName);
        }
        vaults.insert(item.id.vaultId().name(), item.id.vaultId().text());
    }
    const FilterPill::Choice all{tr("all", "filter: no limit"), {}};
    QVector<FilterPill::Choice> choices{all};
    for (const auto& name : std::as_const(policies)) {
        choices.append({name, name});
    }
    const auto wanted = m_policy->current();
    if (wanted.isValid() && !policies.contains(wanted.toString().toLower())) {
        choices.append({wanted.toString(), wanted}); // chosen, though nothing uses it now
    }
    m_policy->setChoices(choices);
    choices = {all};
    for (auto it = vaults.cbegin(); it != vaults.cend(); ++it) {
        choices.append({it.key(), it.value()});
    }
    m_vaultPill->setChoices(choices);
    updateCount();
    updateSelection();
}

void ItemListPage::updateCount()
{
    const auto& store = m_context.session.items();
    const int total = m_vault.isEmpty() ? store.count() : store.countIn(m_vault);
    const auto& locale = m_context.language.format().locale();
    //: %1 shown, %2 in all
    m_count->setText(tr("%1 of %2 items").arg(locale.toString(m_rows->rowCount()), locale.toString(total)));
}

void ItemListPage::retranslate()
{
    m_model->setFormat(m_context.language.format());
    m_rows->setLocale(m_context.language.format().locale());
    m_filter->setHint(tr("Filter by name, group or policy"));
    m_status->setLabel(tr("Status:"));
    m_policy->setLabel(tr("Policy:"));
    m_vaultPill->setLabel(tr("Vault:"));
    QVector<FilterPill::Choice> states{{tr("all", "filter: no limit"), {}}};
    for (const auto value : {Protection::Protected, Protection::InitialPending, Protection::LastFailed,
                             Protection::LastWarned, Protection::Stopped, Protection::SoftDeleted}) {
        states.append({presentation::protectionWords(value), static_cast<int>(value)});
    }
    m_status->setChoices(states);
    m_refresh->setText(tr("Refresh"));
    m_columns->setText(tr("Columns"));
    m_export->setText(tr("Export to CSV"));
    m_compact->setText(tr("Compact view"));
    m_moreSelected->setText(tr("More commands"));
    m_exportSelected->setText(tr("Export selected"));
    m_one->retranslate();
    m_bulk->retranslate();
    m_list->table()->setAccessibleName(tr("Backup items"));
    m_empty->setTexts(Icon::ProtectedItem, tr("No backup items to show"),
                      tr("An item appears here when backup is enabled for a virtual machine."));
    m_empty->setButton(tr("Show the virtual machines"));
    updateChoices();
}

void ItemListPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views

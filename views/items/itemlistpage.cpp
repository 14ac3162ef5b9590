// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/itemlistpage.h"

#include "controls/action.h"
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/menu.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "frame/itemroutes.h"
#include "frame/vaultroutes.h"
#include "items/itemcommands.h"
#include "presentation/app/language.h"
#include "presentation/models/filters.h"
#include "presentation/models/protecteditemmodel.h"
#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"

#include <QAction>
#include <QMap>
#include <QSet>

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
    columns[ProtectedItemModel::Policy].leaves = 1; // rather than that the status is cut
    columns[ProtectedItemModel::NextRun].leaves = 2;
    columns[ProtectedItemModel::Vault].leaves = 3;
    columns[ProtectedItemModel::ResourceGroup].leaves = 4;
    columns[ProtectedItemModel::PreCheck].leaves = 5;
    return columns;
}

} // namespace

ItemListPage::ItemListPage(const Context& context, const Route& route, QWidget* parent)
    : ListPage(context, QStringLiteral("items"), context.session.items(), parent)
    , m_vault(ArmId::parse(route.subject).value_or(ArmId()))
{
    m_model = new ProtectedItemModel(context.session.items(), context.language.format(), this);
    m_rows = new presentation::ProtectedItemFilter(*m_model, this);
    m_rows->setVault(m_vault);
    m_status = addPill("status");
    m_preCheck = addPill("preCheck");
    m_policy = addPill("policy");
    m_vaultPill = addPill("vault");
    m_vaultPill->setVisible(m_vault.isEmpty());
    setRows(*m_rows, itemColumns(), Icon::ProtectedItem, {.column = ProtectedItemModel::Name});
    connect(empty()->setButton({}), &QAbstractButton::clicked, this, [this] {
        this->context().navigator.open({QStringLiteral("virtualmachines"), {}, {}});
    });
    if (!m_vault.isEmpty()) {
        list()->setTotal([this] { return this->context().session.items().countIn(m_vault); });
    }
    makeActions();
    connect(table(), &Table::opened, this, [this](const QModelIndex& index) {
        this->context().navigator.open({QStringLiteral("virtualmachine"),
                                        m_rows->rowAt(index.row()).sourceResourceId.text(), QStringLiteral("backup")});
    });
    connect(table(), &Table::linkActivated, this, &ItemListPage::openLink);
    connect(table(), &Table::contextMenuWanted, this, &ItemListPage::showContextMenu);
    connect(table(), &Table::selectionChangedTo, this, &ItemListPage::updateSelection);
    connect(table(), &Table::currentRowChanged, this, &ItemListPage::updateSelection);
    const auto state = itemStateIn(route.part);
    const auto check = preCheckIn(route.part);
    if (!route.part.isEmpty() && !state && !check) {
        m_policy->setChoices({allChoice(), {route.part, route.part}});
        m_policy->setCurrent(route.part);
        applyFilters();
    }
    retranslate();
    if (state) {
        m_status->setCurrent(static_cast<int>(*state));
    }
    if (check) {
        m_preCheck->setCurrent(static_cast<int>(*check));
    }
    applyFilters();
}

void ItemListPage::makeActions()
{
    m_one = new ItemCommands(context(), QStringLiteral("items"), this);
    m_one->addKeys(*this);
    m_bulk = new ItemCommands(context(), QStringLiteral("items.bulk"), this);
    m_backupSelected = makeCommand(Icon::Protected, "backupSelected");
    setActionKind(m_backupSelected, ActionKind::Primary);
    connect(m_backupSelected, &QAction::triggered, this, [this] { m_bulk->open(ItemCommands::BackupNow); });
    auto* bar = list()->bulkBar();
    bar->addCommand(m_backupSelected);
    bar->addCommand(m_bulk->action(ItemCommands::ChangePolicy));
    m_moreSelected = makeCommand(Icon::More, "moreSelected");
    auto* more = bar->addCommand(m_moreSelected);
    connect(m_moreSelected, &QAction::triggered, this, [this, more] {
        auto* menu = new Menu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const auto command : {ItemCommands::Stop, ItemCommands::Resume, ItemCommands::Undelete}) {
            menu->addAction(m_bulk->action(command));
        }
        menu->addSeparator();
        menu->addAction(exportChecked());
        menu->popup(more->mapToGlobal(QPoint(0, more->height())));
    });
}

//! Keys mean what is ticked, or the row that one stands on.
void ItemListPage::updateSelection()
{
    const auto ids = checked();
    m_bulk->setItems(ids);
    m_one->setItems(meant());
    m_backupSelected->setText(tr("Back up %n item(s) now", nullptr, static_cast<int>(ids.size())));
    setReason(m_backupSelected, reason(m_bulk->action(ItemCommands::BackupNow)));
}

PageHeading ItemListPage::heading() const
{
    const QString title = tr("Backup items");
    return m_vault.isEmpty() ? PageHeading{title, tr("All vaults"), Icon::ProtectedItem, {{title, {}}}}
                             : vaultHeading(m_vault, title);
}

QList<MenuEntry> ItemListPage::resourceMenu() const
{
    return m_vault.isEmpty() ? QList<MenuEntry>() : vaultMenu(context(), m_vault);
}

QList<QAction*> ItemListPage::commands() const
{
    return QList<QAction*>{refreshCommand()} + viewCommands();
}

//! On one of several that are ticked it is for all of them.
void ItemListPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    const auto ids = checked();
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
        context().navigator.open(vaultRoute(item.id.vaultId()));
    } else if (index.column() == ProtectedItemModel::Policy && !item.policyId.isEmpty()) {
        context().navigator.open({QStringLiteral("policy"), item.policyId.text(), {}});
    }
}

void ItemListPage::applyFilters()
{
    const auto status = m_status->current();
    m_rows->setProtections(status.isValid() ? QSet<Protection>{static_cast<Protection>(status.toInt())}
                                            : QSet<Protection>{});
    const auto check = m_preCheck->current();
    m_rows->setPreCheck(check.isValid() ? std::optional(static_cast<contract::HealthStatus>(check.toInt()))
                                        : std::nullopt);
    m_rows->setPolicyName(m_policy->current().toString());
    m_rows->setVault(m_vault.isEmpty() ? ArmId::parse(m_vaultPill->current().toString()).value_or(ArmId()) : m_vault);
}

//! Only what is there can be chosen.
void ItemListPage::storeChanged()
{
    const auto& store = context().session.items();
    QMap<QString, QString> policies; // folded → as written
    QSet<ArmId> vaults;
    for (int row = 0; row < store.count(); ++row) {
        const auto& item = store.at(row);
        if (!m_vault.isEmpty() && !(item.id.vaultId() == m_vault)) {
            continue;
        }
        if (!item.policyName.isEmpty()) {
            policies.insert(item.policyName.toLower(), item.policyName);
        }
        vaults.insert(item.id.vaultId());
    }
    QVector<FilterPill::Choice> choices{allChoice()};
    for (const auto& name : std::as_const(policies)) {
        choices.append({name, name});
    }
    const auto wanted = m_policy->current();
    if (wanted.isValid() && !policies.contains(wanted.toString().toLower())) {
        choices.append({wanted.toString(), wanted}); // chosen, though nothing uses it now
    }
    m_policy->setChoices(choices);
    m_vaultPill->setChoices(choicesOf(vaults));
    updateSelection();
}

QString ItemListPage::countText() const
{
    const auto& store = context().session.items();
    const int total = m_vault.isEmpty() ? store.count() : store.countIn(m_vault);
    const auto& locale = context().language.format().locale();
    //: %1 shown, %2 in all
    return tr("%1 of %2 items").arg(locale.toString(m_rows->rowCount()), locale.toString(total));
}

QString ItemListPage::exportName() const
{
    return tr("backup-items.csv");
}

void ItemListPage::retranslate()
{
    m_model->setFormat(context().language.format());
    search()->setHint(tr("Filter by name, group or policy"));
    m_status->setLabel(tr("Status:"));
    m_preCheck->setLabel(tr("Pre-check:"));
    m_policy->setLabel(tr("Policy:"));
    m_vaultPill->setLabel(tr("Vault:"));
    QVector<FilterPill::Choice> states{allChoice()};
    for (const auto value : {Protection::Protected, Protection::InitialPending, Protection::LastFailed,
                             Protection::LastWarned, Protection::Stopped, Protection::SoftDeleted}) {
        states.append({presentation::protectionWords(value), static_cast<int>(value)});
    }
    m_status->setChoices(states);
    QVector<FilterPill::Choice> checks{allChoice()};
    for (const auto value : {contract::HealthStatus::Passed, contract::HealthStatus::ActionSuggested,
                             contract::HealthStatus::ActionRequired}) {
        checks.append({presentation::StatusWords::of(value), static_cast<int>(value)});
    }
    m_preCheck->setChoices(checks);
    m_moreSelected->setText(tr("More commands"));
    m_one->retranslate();
    m_bulk->retranslate();
    table()->setAccessibleName(tr("Backup items"));
    empty()->setTexts(Icon::ProtectedItem, tr("No backup items to show"),
                      tr("An item appears here when backup is enabled for a virtual machine."));
    empty()->setButton(tr("Show the virtual machines"));
    ListPage::retranslate();
}

} // namespace valv::views

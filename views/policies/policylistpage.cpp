// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/policylistpage.h"

#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/emptystate.h"
#include "controls/menu.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "frame/vaultroutes.h"
#include "policies/deletepolicyblade.h"
#include "presentation/app/language.h"
#include "presentation/models/filters.h"
#include "presentation/models/policymodel.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"

#include <QAction>
#include <QSet>

namespace valv::views {

using presentation::PolicyModel;

namespace {

QVector<TableColumn> policyColumns()
{
    QVector<TableColumn> columns(PolicyModel::ColumnCount);
    columns[PolicyModel::Name] = storeColumn(QStringLiteral("name"), CellKind::Link, 140);
    columns[PolicyModel::Name].canHide = false;
    columns[PolicyModel::Vault] = storeColumn(QStringLiteral("vault"), CellKind::Link, 130);
    columns[PolicyModel::Schedule] = storeColumn(QStringLiteral("schedule"), CellKind::Text, 220);
    columns[PolicyModel::Retention] = storeColumn(QStringLiteral("retention"), CellKind::Text, 220);
    columns[PolicyModel::Retention].grows = true;
    columns[PolicyModel::Items] = storeColumn(QStringLiteral("items"), CellKind::Number, 80);
    columns[PolicyModel::NextRun] = storeColumn(QStringLiteral("next"), CellKind::Text, 110);
    columns[PolicyModel::More] = storeColumn(QStringLiteral("more"), CellKind::Menu, 44);
    columns[PolicyModel::More].canHide = false;
    columns[PolicyModel::Vault].leaves = 1;
    columns[PolicyModel::Schedule].leaves = 2;
    return columns;
}

} // namespace

PolicyListPage::PolicyListPage(const Context& context, const Route& route, QWidget* parent)
    : ListPage(context, QStringLiteral("policies"), context.session.allPolicies(), parent)
    , m_vault(ArmId::parse(route.subject).value_or(ArmId()))
{
    m_model = new PolicyModel(context.session.allPolicies(), context.session.items(), context.language.format(), this);
    m_rows = new presentation::PolicyFilter(*m_model, this);
    m_rows->setVault(m_vault);
    m_vaultPill = addPill("vault");
    m_vaultPill->setVisible(m_vault.isEmpty());
    setRows(*m_rows, policyColumns(), Icon::Policy, {.column = PolicyModel::Name});
    if (!m_vault.isEmpty()) {
        list()->setTotal([this] { return this->context().session.allPolicies().countIn(m_vault); });
    }
    makeActions();
    connect(empty()->setButton({}), &QAbstractButton::clicked, m_create, &QAction::trigger);
    connect(table(), &Table::opened, this, [this] { openPolicy({}); });
    connect(table(), &Table::linkActivated, this, [this](const QModelIndex& index) {
        this->context().navigator.open(vaultRoute(m_rows->idAt(index.row()).vaultId()));
    });
    connect(table(), &Table::contextMenuWanted, this, &PolicyListPage::showContextMenu);
    connect(table(), &Table::currentRowChanged, this, &PolicyListPage::updateActions);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &PolicyListPage::updateActions);
    connect(&context.session.refusals(), &presentation::Refusals::changed, this, &PolicyListPage::updateActions);
    retranslate();
}

void PolicyListPage::makeActions()
{
    m_create = makeCommand(Icon::Add, "create");
    connect(m_create, &QAction::triggered, this, [this] {
        const auto chosen = m_vault.isEmpty() ? m_vaultPill->current().toString() : m_vault.text();
        context().navigator.open({QStringLiteral("policy"), chosen, QStringLiteral("new")});
    });
    m_edit = makeCommand(Icon::Edit, "edit");
    connect(m_edit, &QAction::triggered, this, [this] { openPolicy({}); });
    m_copy = makeCommand(Icon::Duplicate, "copy");
    connect(m_copy, &QAction::triggered, this, [this] { openPolicy(QStringLiteral("copy")); });
    m_items = makeCommand(Icon::ProtectedItem, "items");
    connect(m_items, &QAction::triggered, this, &PolicyListPage::showUsers);
    m_delete = makeCommand(Icon::Delete, "delete");
    setActionKind(m_delete, ActionKind::Destructive);
    setAzCommand(m_delete, [this] {
        return current().isEmpty() ? AzLine::missing(tr("Choose a policy first."))
                                   : AzLine(presentation::az::deletePolicy(current()));
    });
    // Also for one that is used: the blade says by what.
    connect(m_delete, &QAction::triggered, this, [this] {
        if (!current().isEmpty()) {
            context().navigator.openBlade(new DeletePolicyBlade(context(), current(), window()));
        }
    });
    m_divider = makeDivider();
}

void PolicyListPage::openPolicy(const QString& part)
{
    if (!current().isEmpty()) {
        context().navigator.open({QStringLiteral("policy"), current().text(), part});
    }
}

void PolicyListPage::showUsers()
{
    const auto policy = current();
    if (!policy.isEmpty()) {
        context().navigator.open({QStringLiteral("items"), policy.vaultId().text(), policy.name()});
    }
}

void PolicyListPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    table()->selectRow(index.row());
    updateActions();
    auto* menu = new Menu(this);
    menu->setObjectName(QStringLiteral("policies.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_edit, m_copy, m_items});
    menu->addSeparator();
    menu->addAction(m_delete);
    menu->addSeparator();
    menu->addMenu(makeAzMenu({m_delete}, menu));
    menu->popup(at);
}

PageHeading PolicyListPage::heading() const
{
    const QString title = tr("Backup policies");
    return m_vault.isEmpty() ? PageHeading{title, tr("All vaults"), Icon::Policy, {{title, {}}}}
                             : vaultHeading(m_vault, title);
}

QList<MenuEntry> PolicyListPage::resourceMenu() const
{
    return m_vault.isEmpty() ? QList<MenuEntry>() : vaultMenu(context(), m_vault);
}

QList<QAction*> PolicyListPage::commands() const
{
    return QList<QAction*>{m_create, refreshCommand(), m_edit, m_copy, m_delete, m_divider} + viewCommands();
}

void PolicyListPage::applyFilters()
{
    m_rows->setVault(m_vault.isEmpty() ? ArmId::parse(m_vaultPill->current().toString()).value_or(ArmId()) : m_vault);
}

void PolicyListPage::storeChanged()
{
    const auto& vaults = context().session.vaults();
    QSet<ArmId> ids;
    for (int row = 0; row < vaults.count(); ++row) {
        ids.insert(vaults.idAt(row));
    }
    m_vaultPill->setChoices(choicesOf(ids));
    updateActions();
}

void PolicyListPage::updateActions()
{
    const auto* policy = context().session.allPolicies().find(current());
    const QString none = policy == nullptr ? tr("Choose a policy first.") : QString();
    for (auto* each : {m_edit, m_copy}) {
        setReason(each, none);
    }
    setReason(m_delete,
              policy == nullptr
                  ? none
                  : context().session.refusals().can(presentation::Deed::DeletePolicy, policy->id).reason());
    setReason(m_items,
              policy != nullptr && m_model->itemsOf(*policy) == 0 ? tr("No backup item uses the policy.") : none);
}

QString PolicyListPage::countText() const
{
    const auto& store = context().session.allPolicies();
    const auto& locale = context().language.format().locale();
    const int total = m_vault.isEmpty() ? store.count() : store.countIn(m_vault);
    //: %1 shown, %2 in all
    return tr("%1 of %2 policies").arg(locale.toString(m_rows->rowCount()), locale.toString(total));
}

QString PolicyListPage::exportName() const
{
    return tr("backup-policies.csv");
}

void PolicyListPage::retranslate()
{
    m_model->setFormat(context().language.format());
    search()->setHint(tr("Filter by name or vault"));
    m_vaultPill->setLabel(tr("Vault:"));
    m_create->setText(tr("Create policy"));
    m_edit->setText(tr("Edit"));
    m_copy->setText(tr("Copy policy"));
    m_items->setText(tr("Items that use it"));
    m_delete->setText(tr("Delete"));
    table()->setAccessibleName(tr("Backup policies"));
    empty()->setTexts(Icon::Policy, tr("No policies yet"),
                      tr("A policy says when backups run and how long their points are kept. A new vault brings one."));
    empty()->setButton(tr("Create policy"));
    ListPage::retranslate();
}

} // namespace valv::views

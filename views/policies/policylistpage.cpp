// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/policylistpage.h"

#include "controls/action.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "frame/csvexport.h"
#include "frame/storetable.h"
#include "frame/vaultroutes.h"
#include "policies/deletepolicyblade.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/models/filters.h"
#include "presentation/models/policymodel.h"
#include "presentation/stores/session.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMap>
#include <QMenu>
#include <QVBoxLayout>

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
    : Page(parent)
    , m_context(context)
    , m_vault(ArmId::parse(route.subject).value_or(ArmId()))
{
    auto& store = m_context.session.allPolicies();
    m_model = new PolicyModel(store, m_context.session.items(), m_context.language.format(), this);
    m_rows = new presentation::PolicyFilter(*m_model, this);
    m_rows->setLocale(m_context.language.format().locale());
    m_rows->setVault(m_vault);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::contentMargin, Space::md, Size::contentMargin, Size::contentMargin);
    layout->setSpacing(Space::md);
    m_filter = new SearchField({}, this, Icon::Filter);
    m_filter->setObjectName(QStringLiteral("policies.filter"));
    m_filter->setFixedWidth(Size::nav - Space::sm);
    m_filter->setMaxLength(100);
    connect(m_filter, &QLineEdit::textChanged, m_rows, &presentation::TextFilter::setText);
    connect(m_filter, &SearchField::moveToList, this, [this] { m_list->table()->setFocus(Qt::OtherFocusReason); });
    m_vaultPill = new FilterPill({}, this);
    m_vaultPill->setObjectName(QStringLiteral("policies.vault"));
    m_vaultPill->setVisible(m_vault.isEmpty());
    connect(m_vaultPill, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setVault(ArmId::parse(value.toString()).value_or(ArmId()));
        updateCount();
    });
    m_count = new Label(LabelKind::Secondary, {}, this);
    m_count->setObjectName(QStringLiteral("policies.count"));
    auto* filters = new QHBoxLayout;
    filters->setSpacing(Space::sm);
    filters->addWidget(m_filter);
    filters->addWidget(m_vaultPill);
    filters->addStretch(1);
    filters->addWidget(m_count);
    layout->addLayout(filters);

    m_list = new StoreTable(m_context, QStringLiteral("policies"), store, *m_rows, policyColumns());
    m_empty = new EmptyState(Icon::Policy, {}, {});
    if (!m_vault.isEmpty()) {
        m_list->setTotal([this] { return m_context.session.allPolicies().countIn(m_vault); });
    }
    m_list->setEmptyState(m_empty);
    layout->addWidget(m_list, 1);
    makeActions();
    connect(m_empty->setButton({}), &QAbstractButton::clicked, m_create, &QAction::trigger);

    auto* table = m_list->table();
    table->sortByColumn(PolicyModel::Name, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    table->restoreColumnState(m_context.settings.tableState(QStringLiteral("policies")));
    connect(table, &Table::opened, this, [this](const QModelIndex& index) {
        m_context.navigator.open({QStringLiteral("policy"), m_rows->idAt(index.row()).text(), {}});
    });
    connect(table, &Table::linkActivated, this, [this](const QModelIndex& index) {
        m_context.navigator.open(
            {QStringLiteral("vault"), m_rows->idAt(index.row()).vaultId().text(), QStringLiteral("overview")});
    });
    connect(table, &Table::contextMenuWanted, this, [this](const QModelIndex& index, const QPoint& at) {
        m_list->table()->selectRow(index.row());
        updateActions();
        auto* menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("policies.menu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setToolTipsVisible(true);
        menu->addActions({m_edit, m_copy, m_items});
        menu->addSeparator();
        menu->addAction(m_delete);
        menu->popup(at);
    });
    connect(table, &Table::currentRowChanged, this, &PolicyListPage::updateActions);
    connect(m_list, &StoreTable::clearFilterWanted, this, [this] {
        m_filter->clear();
        m_vaultPill->setCurrent({});
        m_rows->setVault(m_vault);
        updateCount();
    });
    connect(&store, &presentation::ListStoreBase::countChanged, this, &PolicyListPage::updateChoices);
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, &PolicyListPage::updateActions);
    connect(&store, &presentation::ListStoreBase::stateChanged, this, [this] {
        setBusy(m_context.session.allPolicies().isBusy());
        updateChoices();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &PolicyListPage::updateActions);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_rows, signal, this, &PolicyListPage::updateCount);
    }
    connect(m_rows, &presentation::TextFilter::textChanged, this, &PolicyListPage::updateCount);
    setBusy(store.isBusy());
    retranslate();
}

void PolicyListPage::makeActions()
{
    const auto action = [this](Icon icon, const char* name) {
        auto* made = makeAction(icon, {}, this);
        made->setObjectName(QLatin1String("policies.") + QLatin1String(name));
        return made;
    };
    m_create = action(Icon::Add, "create");
    connect(m_create, &QAction::triggered, this, [this] {
        const auto chosen = m_vault.isEmpty() ? m_vaultPill->current().toString() : m_vault.text();
        m_context.navigator.open({QStringLiteral("policy"), chosen, QStringLiteral("new")});
    });
    m_refresh = action(Icon::Refresh, "refresh");
    connect(m_refresh, &QAction::triggered, this, &PolicyListPage::refresh);
    m_edit = action(Icon::Edit, "edit");
    connect(m_edit, &QAction::triggered, this, [this] { openPolicy({}); });
    m_copy = action(Icon::Duplicate, "copy");
    connect(m_copy, &QAction::triggered, this, [this] { openPolicy(QStringLiteral("copy")); });
    m_items = action(Icon::ProtectedItem, "items");
    connect(m_items, &QAction::triggered, this, &PolicyListPage::showUsers);
    m_delete = action(Icon::Delete, "delete");
    setActionKind(m_delete, ActionKind::Destructive);
    // Also for one that is used: the blade says by what.
    connect(m_delete, &QAction::triggered, this, [this] {
        if (!current().isEmpty()) {
            m_context.navigator.openBlade(new DeletePolicyBlade(m_context, current(), window()));
        }
    });
    m_columns = action(Icon::Columns, "columns");
    connect(m_columns, &QAction::triggered, this, [this] {
        auto* menu = m_list->table()->makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(QCursor::pos());
    });
    m_export = action(Icon::Download, "export");
    connect(m_export, &QAction::triggered, this,
            [this] { exportCsv(m_context, *m_list->table(), tr("backup-policies.csv")); });
    m_divider = new QAction(this);
    m_divider->setSeparator(true);
}

ArmId PolicyListPage::current() const
{
    const auto index = m_list->table()->currentIndex();
    return index.isValid() ? m_rows->idAt(index.row()) : ArmId();
}

void PolicyListPage::openPolicy(const QString& part)
{
    if (!current().isEmpty()) {
        m_context.navigator.open({QStringLiteral("policy"), current().text(), part});
    }
}

void PolicyListPage::showUsers()
{
    const auto policy = current();
    if (!policy.isEmpty()) {
        m_context.navigator.open({QStringLiteral("items"), policy.vaultId().text(), policy.name()});
    }
}

PageHeading PolicyListPage::heading() const
{
    const QString title = tr("Backup policies");
    if (m_vault.isEmpty()) {
        return {title, tr("All vaults"), Icon::Policy, {{title, {}}}};
    }
    return {title,
            m_vault.name() + QStringLiteral(" · ") + m_vault.resourceGroup(),
            Icon::Policy,
            {{tr("Recovery Services vaults"), vaultsRoute()},
             {m_vault.name(), vaultRoute(m_vault)},
             {title, {}}}};
}

QList<MenuEntry> PolicyListPage::resourceMenu() const
{
    return m_vault.isEmpty() ? QList<MenuEntry>() : vaultMenu(m_vault);
}

QList<QAction*> PolicyListPage::commands() const
{
    return {m_create, m_refresh, m_edit, m_copy, m_delete, m_divider, m_columns, m_export};
}

void PolicyListPage::refresh()
{
    m_context.session.allPolicies().refresh();
}

void PolicyListPage::focusFirst()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

QWidget* PolicyListPage::filterField() const
{
    return m_filter;
}

void PolicyListPage::updateCount()
{
    const auto& store = m_context.session.allPolicies();
    const auto& locale = m_context.language.format().locale();
    const int total = m_vault.isEmpty() ? store.count() : store.countIn(m_vault);
    //: %1 shown, %2 in all
    m_count->setText(tr("%1 of %2 policies").arg(locale.toString(m_rows->rowCount()), locale.toString(total)));
}

void PolicyListPage::updateChoices()
{
    const auto& vaults = m_context.session.vaults();
    QMap<QString, QString> byName;
    for (int row = 0; row < vaults.count(); ++row) {
        byName.insert(vaults.at(row).name, vaults.idAt(row).text());
    }
    QVector<FilterPill::Choice> choices{{tr("all", "filter: no limit"), {}}};
    for (auto it = byName.cbegin(); it != byName.cend(); ++it) {
        choices.append({it.key(), it.value()});
    }
    m_vaultPill->setChoices(choices);
    updateCount();
    updateActions();
}

void PolicyListPage::updateActions()
{
    const auto* policy = m_context.session.allPolicies().find(current());
    const QString none = policy == nullptr ? tr("Choose a policy first.") : QString();
    for (auto* each : {m_edit, m_copy, m_delete}) {
        setReason(each, none);
    }
    setReason(m_items,
              policy != nullptr && m_model->itemsOf(*policy) == 0 ? tr("No backup item uses the policy.") : none);
}

void PolicyListPage::retranslate()
{
    m_model->setFormat(m_context.language.format());
    m_rows->setLocale(m_context.language.format().locale());
    m_filter->setHint(tr("Filter by name or vault"));
    m_vaultPill->setLabel(tr("Vault:"));
    m_create->setText(tr("Create policy"));
    m_refresh->setText(tr("Refresh"));
    m_edit->setText(tr("Edit"));
    m_copy->setText(tr("Copy policy"));
    m_items->setText(tr("Items that use it"));
    m_delete->setText(tr("Delete"));
    m_columns->setText(tr("Columns"));
    m_export->setText(tr("Export to CSV"));
    m_list->table()->setAccessibleName(tr("Backup policies"));
    m_empty->setTexts(Icon::Policy, tr("No policies yet"),
                      tr("A policy says when backups run and how long their points are kept. A new vault brings one."));
    m_empty->setButton(tr("Create policy"));
    updateChoices();
}

void PolicyListPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views

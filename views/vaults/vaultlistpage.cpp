// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultlistpage.h"

#include "controls/action.h"
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "frame/alertroutes.h"
#include "frame/csvexport.h"
#include "frame/storetable.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/models/vaultmodel.h"
#include "presentation/text/statuswords.h"
#include "vaults/attachvaultblade.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace valv::views {

using contract::StorageModel;
using presentation::StatusWords;
using presentation::VaultModel;

namespace {

QVector<TableColumn> vaultColumns()
{
    QVector<TableColumn> columns(VaultModel::ColumnCount);
    columns[VaultModel::Name] = storeColumn(QStringLiteral("name"), CellKind::Link, 140);
    columns[VaultModel::Name].canHide = false;
    columns[VaultModel::Name].grows = true;
    columns[VaultModel::Status] = storeColumn(QStringLiteral("status"), CellKind::QuietStatus, 90);
    columns[VaultModel::ResourceGroup] = storeColumn(QStringLiteral("group"), CellKind::Text, 120);
    columns[VaultModel::Location] = storeColumn(QStringLiteral("location"), CellKind::Text, 130);
    columns[VaultModel::Subscription] = storeColumn(QStringLiteral("subscription"), CellKind::Text, 150);
    columns[VaultModel::Items] = storeColumn(QStringLiteral("items"), CellKind::Number, 90);
    columns[VaultModel::Stored] = storeColumn(QStringLiteral("stored"), CellKind::Number, 80);
    columns[VaultModel::Redundancy] = storeColumn(QStringLiteral("redundancy"), CellKind::Text, 140);
    columns[VaultModel::Alerts] = storeColumn(QStringLiteral("alerts"), CellKind::Status, 110);
    columns[VaultModel::Tags] = storeColumn(QStringLiteral("tags"), CellKind::Secondary, 140, true);
    columns[VaultModel::Subscription].leaves = 3;
    columns[VaultModel::ResourceGroup].leaves = 2;
    columns[VaultModel::Redundancy].leaves = 1;
    return columns;
}

QSet<QString> chosen(const QVariant& value)
{
    return value.isValid() ? QSet<QString>{value.toString()} : QSet<QString>{};
}

} // namespace

VaultListPage::VaultListPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
{
    Q_UNUSED(route)
    auto& store = m_context.session.vaults();
    m_model = new VaultModel(m_context.session, m_context.language.format(), this);
    m_rows = new presentation::VaultFilter(*m_model, this);
    m_rows->sort(VaultModel::Name);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::contentMargin, Space::md, Size::contentMargin, Size::contentMargin);
    layout->setSpacing(Space::md);
    makeFilters();
    auto* filters = new QHBoxLayout;
    filters->setSpacing(Space::sm);
    filters->addWidget(m_filter);
    for (auto* pill : {m_subscription, m_group, m_location, m_redundancy}) {
        filters->addWidget(pill);
    }
    filters->addStretch(1);
    filters->addWidget(m_count);
    layout->addLayout(filters);

    m_list = new StoreTable(m_context, QStringLiteral("vaults"), store, *m_rows, vaultColumns());
    m_empty = new EmptyState(Icon::Vault, {}, {});
    m_list->setEmptyState(m_empty);
    layout->addWidget(m_list, 1);
    makeCommands();
    connect(m_empty->setButton({}, ButtonKind::Primary), &QAbstractButton::clicked, this, &VaultListPage::create);

    auto* table = m_list->table();
    table->sortByColumn(VaultModel::Name, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    table->restoreColumnState(m_context.settings.tableState(QStringLiteral("vaults"))); // and how it was sorted
    connect(table, &Table::opened, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(table, &Table::contextMenuWanted, this, &VaultListPage::showContextMenu);
    connect(m_list, &StoreTable::clearFilterWanted, this, &VaultListPage::clearFilters);
    connect(&store, &presentation::ListStoreBase::countChanged, this, &VaultListPage::updateChoices);
    connect(&store, &presentation::ListStoreBase::stateChanged, this, [this] {
        setBusy(m_context.session.vaults().isBusy());
        updateChoices();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_rows, signal, this, &VaultListPage::updateCount);
    }
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &VaultListPage::updateCount);
    connect(m_rows, &presentation::TextFilter::textChanged, this, &VaultListPage::updateCount);
    setBusy(store.isBusy());
    retranslate();
}

void VaultListPage::makeFilters()
{
    m_filter = new SearchField({}, this, Icon::Filter);
    m_filter->setObjectName(QStringLiteral("vaults.filter"));
    m_filter->setFixedWidth(Size::nav - Space::sm);
    m_filter->setMaxLength(100);
    connect(m_filter, &QLineEdit::textChanged, m_rows, &presentation::TextFilter::setText);
    connect(m_filter, &SearchField::moveToList, this, [this] { m_list->table()->setFocus(Qt::OtherFocusReason); });
    const auto pill = [this](const char* name) {
        auto* made = new FilterPill({}, this);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_subscription = pill("vaults.subscription");
    m_group = pill("vaults.group");
    m_location = pill("vaults.location");
    m_redundancy = pill("vaults.redundancy");
    connect(m_subscription, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setSubscriptions(chosen(value));
        updateCount();
    });
    connect(m_group, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setResourceGroups(chosen(value));
        updateCount();
    });
    connect(m_location, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setRegions(chosen(value));
        updateCount();
    });
    connect(m_redundancy, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setRedundancies(value.isValid() ? QSet<StorageModel>{static_cast<StorageModel>(value.toInt())}
                                                : QSet<StorageModel>{});
        updateCount();
    });
    m_count = new Label(LabelKind::Secondary, {}, this);
    m_count->setObjectName(QStringLiteral("vaults.count"));
}

void VaultListPage::makeCommands()
{
    m_add = makeAction(Icon::Add, {}, this);
    m_add->setObjectName(QStringLiteral("vaults.add"));
    connect(m_add, &QAction::triggered, this, &VaultListPage::create);
    m_attach = makeAction(Icon::FolderOpen, {}, this);
    m_attach->setObjectName(QStringLiteral("vaults.attach"));
    m_attach->setVisible(m_context.session.capabilities().attachVault);
    connect(m_attach, &QAction::triggered, this,
            [this] { m_context.navigator.openBlade(new AttachVaultBlade(m_context, window())); });
    m_refresh = makeAction(Icon::Refresh, {}, this);
    m_refresh->setObjectName(QStringLiteral("vaults.refresh"));
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    m_refresh->setShortcutContext(Qt::WidgetShortcut); // the shell owns F5; here it is only said
    connect(m_refresh, &QAction::triggered, this, &VaultListPage::refresh);
    m_columns = makeAction(Icon::Columns, {}, this);
    connect(m_columns, &QAction::triggered, this, [this] {
        auto* menu = m_list->table()->makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(QCursor::pos());
    });
    m_export = makeAction(Icon::Download, {}, this);
    connect(m_export, &QAction::triggered, this,
            [this] { exportCsv(m_context, *m_list->table(), tr("recovery-services-vaults.csv")); });
    m_compact = makeAction(Icon::Compact, {}, this);
    m_compact->setCheckable(true);
    m_compact->setProperty("alignRight", true);
    connect(m_compact, &QAction::toggled, this, [this](bool on) { m_list->table()->setCompact(on); });
    m_exportSelected = makeAction(Icon::Download, {}, this);
    connect(m_exportSelected, &QAction::triggered, this,
            [this] { exportCsv(m_context, *m_list->table(), tr("recovery-services-vaults.csv"), true); });
    m_list->bulkBar()->addCommand(m_exportSelected);
}

PageHeading VaultListPage::heading() const
{
    const auto& subscriptions = m_context.session.subscriptions();
    const QString caption = subscriptions.count() == 1 ? subscriptions.at(0).value.displayName : QString();
    return {tr("Recovery Services vaults"), caption, Icon::Vault, {{tr("Recovery Services vaults"), {}}}};
}

QList<QAction*> VaultListPage::commands() const
{
    return {m_add, m_attach, m_refresh, m_columns, m_export, m_compact};
}

void VaultListPage::refresh()
{
    m_context.session.vaults().refresh(); // and with them what is in them
}

void VaultListPage::focusFirst()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

QWidget* VaultListPage::filterField() const
{
    return m_filter;
}

void VaultListPage::create()
{
    m_context.navigator.open(createVaultRoute());
}

void VaultListPage::openRow(int row)
{
    if (presentation::isOpenable(m_rows->rowAt(row))) {
        m_context.navigator.open(vaultRoute(m_rows->idAt(row)));
    }
}

void VaultListPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    const ArmId id = m_rows->idAt(index.row());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool usable = presentation::isOpenable(m_rows->rowAt(index.row()));
    const auto add = [this, menu, usable](Icon name, const QString& text, const Route& route) {
        auto* action = menu->addAction(icon(name, Role::Accent), text, this,
                                       [this, route] { m_context.navigator.open(route); });
        setReason(action, usable ? QString() : tr("The vault is not ready yet."));
    };
    add(Icon::Overview, tr("Overview"), vaultRoute(id));
    add(Icon::Alert, tr("Alerts"), alertsRoute(id));
    add(Icon::Sliders, tr("Properties"), vaultRoute(id, QStringLiteral("properties")));
    menu->popup(at);
}

void VaultListPage::clearFilters()
{
    m_filter->clear();
    for (auto* pill : {m_subscription, m_group, m_location, m_redundancy}) {
        pill->setCurrent({});
    }
    m_rows->setSubscriptions({});
    m_rows->setResourceGroups({});
    m_rows->setRegions({});
    m_rows->setRedundancies({});
    updateCount();
}

void VaultListPage::updateChoices()
{
    const auto& store = m_context.session.vaults();
    QMap<QString, QString> groups;
    QMap<QString, QString> regions;
    QMap<QString, StorageModel> redundancies;
    for (int row = 0; row < store.count(); ++row) {
        const auto& vault = store.at(row);
        groups.insert(vault.id.resourceGroup(), vault.id.resourceGroup());
        regions.insert(StatusWords::region(vault.location), vault.location);
        if (!vault.redundancy.isEmpty()) {
            redundancies.insert(StatusWords::of(vault.redundancy), vault.redundancy.value());
        }
    }
    const FilterPill::Choice all{tr("all", "filter: no limit"), {}};
    const auto fill = [&all](FilterPill* pill, const auto& values) {
        QVector<FilterPill::Choice> choices{all};
        for (auto it = values.cbegin(); it != values.cend(); ++it) {
            if constexpr (std::is_enum_v<typename std::decay_t<decltype(values)>::mapped_type>) {
                choices.append({it.key(), static_cast<int>(it.value())});
            } else {
                choices.append({it.key(), it.value()});
            }
        }
        pill->setChoices(choices);
    };
    fill(m_group, groups);
    fill(m_location, regions);
    fill(m_redundancy, redundancies);
    QVector<FilterPill::Choice> subscriptions{all};
    const auto& known = m_context.session.subscriptions();
    for (int row = 0; row < known.count(); ++row) {
        subscriptions.append({known.at(row).value.displayName, known.at(row).value.subscriptionId});
    }
    m_subscription->setChoices(subscriptions);
    m_subscription->setVisible(known.count() > 1);
    updateCount();
    Q_EMIT headingChanged();
}

void VaultListPage::updateCount()
{
    const auto& locale = m_context.language.format().locale();
    const auto& store = m_context.session.vaults();
    m_count->setText(store.isEmpty()
                         ? QString()
                         : tr("%1 of %n vault(s)", nullptr, store.count()).arg(locale.toString(m_rows->rowCount())));
}

void VaultListPage::retranslate()
{
    m_model->setFormat(m_context.language.format());
    m_rows->setLocale(m_context.language.format().locale());
    m_filter->setHint(tr("Filter by name or tag"));
    m_subscription->setLabel(tr("Subscription:"));
    m_group->setLabel(tr("Resource group:"));
    m_location->setLabel(tr("Location:"));
    m_redundancy->setLabel(tr("Redundancy:"));
    m_add->setText(tr("Add"));
    m_attach->setText(tr("Attach"));
    m_refresh->setText(tr("Refresh"));
    m_columns->setText(tr("Edit columns"));
    m_export->setText(tr("Export to CSV"));
    m_compact->setText(tr("Compact view"));
    m_exportSelected->setText(tr("Export selected"));
    m_list->table()->setAccessibleName(tr("Recovery Services vaults"));
    m_empty->setTexts(Icon::Vault, tr("No Recovery Services vaults to show"),
                      tr("A vault keeps the copies and recovery points of the virtual machines of one region."));
    m_empty->setButton(tr("Add"), ButtonKind::Primary);
    updateChoices();
}

void VaultListPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Page::changeEvent(event);
}

} // namespace valv::views

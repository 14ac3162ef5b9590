// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualmachines/vmlistpage.h"

#include "controls/action.h"
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "frame/csvexport.h"
#include "frame/storetable.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/models/filters.h"
#include "presentation/models/virtualmachinemodel.h"
#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"
#include "virtualmachines/enablemanyblade.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace valv::views {

using presentation::Protection;
using presentation::VirtualMachineModel;

namespace {

QVector<TableColumn> vmColumns()
{
    QVector<TableColumn> columns(VirtualMachineModel::ColumnCount);
    columns[VirtualMachineModel::Name] = storeColumn(QStringLiteral("name"), CellKind::Link, 120);
    columns[VirtualMachineModel::Name].canHide = false;
    columns[VirtualMachineModel::Name].grows = true;
    columns[VirtualMachineModel::Status] = storeColumn(QStringLiteral("status"), CellKind::QuietStatus, 172);
    columns[VirtualMachineModel::ResourceGroup] = storeColumn(QStringLiteral("group"), CellKind::Text, 102);
    columns[VirtualMachineModel::Location] = storeColumn(QStringLiteral("location"), CellKind::Text, 104);
    columns[VirtualMachineModel::Subscription] = storeColumn(QStringLiteral("subscription"), CellKind::Text, 150, true);
    columns[VirtualMachineModel::OperatingSystem] = storeColumn(QStringLiteral("os"), CellKind::Text, 170);
    columns[VirtualMachineModel::Size] = storeColumn(QStringLiteral("size"), CellKind::Secondary, 66);
    columns[VirtualMachineModel::ProtectionState] = storeColumn(QStringLiteral("protection"), CellKind::Status, 162);
    columns[VirtualMachineModel::LastBackup] = storeColumn(QStringLiteral("last"), CellKind::Text, 108);
    columns[VirtualMachineModel::NextRun] = storeColumn(QStringLiteral("next"), CellKind::Text, 110);
    columns[VirtualMachineModel::Size].leaves = 3;
    columns[VirtualMachineModel::OperatingSystem].leaves = 2;
    columns[VirtualMachineModel::Location].leaves = 1;
    columns[VirtualMachineModel::Tags] = storeColumn(QStringLiteral("tags"), CellKind::Secondary, 140, true);
    return columns;
}

QString joined(const QSet<QString>& values)
{
    QStringList list(values.cbegin(), values.cend());
    list.sort();
    return list.join(QLatin1Char('\n'));
}

QSet<QString> oneOrAll(const QVariant& value)
{
    return value.isValid() ? QSet<QString> { value.toString() } : QSet<QString> {};
}

} // namespace

VmListPage::VmListPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
{
    Q_UNUSED(route)
    auto& store = m_context.session.virtualMachines();
    m_model = new VirtualMachineModel(store, m_context.language.format(), this);
    m_rows = new presentation::VirtualMachineFilter(*m_model, this);
    m_rows->setLocale(m_context.language.format().locale());
    m_rows->sort(VirtualMachineModel::Name);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::contentMargin, Space::md, Size::contentMargin, Size::contentMargin);
    layout->setSpacing(Space::md);
    makeFilters();
    auto* filters = new QHBoxLayout;
    filters->setSpacing(Space::sm);
    filters->addWidget(m_filter);
    for (auto* pill : { m_subscription, m_group, m_region, m_protection }) {
        filters->addWidget(pill);
    }
    filters->addStretch(1);
    filters->addWidget(m_count);
    layout->addLayout(filters);

    m_list = new StoreTable(m_context, QStringLiteral("vms"), store, *m_rows, vmColumns());
    m_list->setEmptyState(new EmptyState(Icon::VirtualMachine, {}, {}));
    layout->addWidget(m_list, 1);
    makeCommands();

    auto* table = m_list->table();
    table->sortByColumn(VirtualMachineModel::Name, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    table->restoreColumnState(m_context.settings.tableState(QStringLiteral("vms"))); // and how it was sorted
    connect(table, &Table::opened, this, [this](const QModelIndex& index) { openRow(index.row()); });
    connect(table, &Table::contextMenuWanted, this, &VmListPage::showContextMenu);
    connect(table, &Table::selectionChangedTo, this, [this](const QVector<int>& rows) {
        m_backup->setVisible(rows.size() == 1);
        updateBulk();
    });
    connect(m_list, &StoreTable::clearFilterWanted, this, &VmListPage::clearFilters);
    connect(&store, &presentation::ListStoreBase::countChanged, this, &VmListPage::updateChoices);
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, &VmListPage::updateBulk);
    connect(&store, &presentation::ListStoreBase::stateChanged, this, [this] {
        setBusy(m_context.session.virtualMachines().isBusy());
        updateChoices();
    });
    for (const auto signal : { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved }) {
        connect(m_rows, signal, this, &VmListPage::updateCount);
    }
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &VmListPage::updateCount);
    connect(m_rows, &presentation::TextFilter::textChanged, this, &VmListPage::updateCount);
    setBusy(store.isBusy());
    retranslate();
}

VmListPage::~VmListPage() = default;

void VmListPage::makeFilters()
{
    m_filter = new SearchField({}, this, Icon::Filter);
    m_filter->setObjectName(QStringLiteral("vms.filter"));
    m_filter->setFixedWidth(Size::nav - Space::sm);
    m_filter->setMaxLength(100);
    connect(m_filter, &QLineEdit::textChanged, m_rows, &presentation::TextFilter::setText);
    connect(m_filter, &SearchField::moveToList, this, [this] { m_list->table()->setFocus(Qt::OtherFocusReason); });
    const auto pill = [this](const char* name) {
        auto* made = new FilterPill({}, this);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_subscription = pill("vms.subscription");
    m_group = pill("vms.group");
    m_region = pill("vms.region");
    m_protection = pill("vms.protection");
    connect(m_subscription, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setSubscriptions(oneOrAll(value));
        updateCount();
    });
    connect(m_group, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setResourceGroups(oneOrAll(value));
        updateCount();
    });
    connect(m_region, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setRegions(oneOrAll(value));
        updateCount();
    });
    connect(m_protection, &FilterPill::currentChanged, this, [this](const QVariant& value) {
        m_rows->setProtections(value.isValid() ? QSet<Protection> { static_cast<Protection>(value.toInt()) }
                                               : QSet<Protection> {});
        updateCount();
    });
    m_count = new Label(LabelKind::Secondary, {}, this);
    m_count->setObjectName(QStringLiteral("vms.count"));
}

void VmListPage::makeCommands()
{
    m_refresh = makeAction(Icon::Refresh, {}, this);
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    m_refresh->setShortcutContext(Qt::WidgetShortcut); // the shell owns F5; here it is only said
    connect(m_refresh, &QAction::triggered, this, &VmListPage::refresh);
    m_columns = makeAction(Icon::Columns, {}, this);
    connect(m_columns, &QAction::triggered, this, [this] {
        auto* menu = m_list->table()->makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(QCursor::pos());
    });
    m_export = makeAction(Icon::Download, {}, this);
    connect(m_export, &QAction::triggered, this,
            [this] { exportCsv(m_context, *m_list->table(), tr("virtual-machines.csv")); });
    m_compact = makeAction(Icon::Compact, {}, this);
    m_compact->setCheckable(true);
    m_compact->setProperty("alignRight", true);
    connect(m_compact, &QAction::toggled, this, [this](bool on) { m_list->table()->setCompact(on); });

    m_backup = makeAction(Icon::Protected, {}, this);
    setActionKind(m_backup, ActionKind::Primary);
    m_backup->setVisible(false);
    connect(m_backup, &QAction::triggered, this, [this] {
        const auto rows = m_list->table()->selectedRows();
        if (rows.size() == 1) {
            m_context.navigator.open({ QStringLiteral("virtualmachine"), m_rows->idAt(rows.constFirst()).text(),
                                       QStringLiteral("backup") });
        }
    });
    m_enable = makeAction(Icon::Protected, {}, this);
    m_enable->setObjectName(QStringLiteral("vms.enable"));
    setActionKind(m_enable, ActionKind::Primary);
    m_enable->setVisible(false);
    connect(m_enable, &QAction::triggered, this, [this] {
        m_context.navigator.openBlade(new EnableManyBlade(m_context, selected(), window()));
    });
    m_exportSelected = makeAction(Icon::Download, {}, this);
    connect(m_exportSelected, &QAction::triggered, this,
            [this] { exportCsv(m_context, *m_list->table(), tr("virtual-machines.csv"), true); });
    auto* bulk = m_list->bulkBar();
    bulk->addCommand(m_backup);
    bulk->addCommand(m_enable);
    bulk->addCommand(m_exportSelected);
}

QList<ArmId> VmListPage::selected() const
{
    QList<ArmId> ids;
    for (const int row : m_list->table()->selectedRows()) {
        ids.append(m_rows->idAt(row));
    }
    return ids;
}

//! Several at once: as many as can be enabled.
void VmListPage::updateBulk()
{
    const auto ids = selected();
    const int count = ids.size() > 1 ? EnableManyBlade::countOf(m_context, ids) : 0;
    m_enable->setVisible(count > 0);
    m_enable->setText(tr("Enable backup for %n machine(s)", nullptr, count));
}

PageHeading VmListPage::heading() const
{
    const auto& subscriptions = m_context.session.subscriptions();
    const QString caption = subscriptions.count() == 1 ? subscriptions.at(0).value.displayName : QString();
    return { tr("Virtual machines"), caption, Icon::VirtualMachine, { { tr("Virtual machines"), {} } } };
}

QList<QAction*> VmListPage::commands() const
{
    return { m_refresh, m_columns, m_export, m_compact };
}

void VmListPage::refresh()
{
    m_context.session.virtualMachines().refresh(); // and with them what protects them
}

void VmListPage::focusFirst()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

QWidget* VmListPage::filterField() const
{
    return m_filter;
}

void VmListPage::openRow(int row)
{
    m_context.navigator.open(
        { QStringLiteral("virtualmachine"), m_rows->idAt(row).text(), QStringLiteral("overview") });
}

void VmListPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    const QString id = m_rows->idAt(index.row()).text();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu, id](Icon name, const QString& text, const QString& part) {
        menu->addAction(icon(name, Role::Accent), text, this, [this, id, part] {
            m_context.navigator.open({ QStringLiteral("virtualmachine"), id, part });
        });
    };
    add(Icon::Overview, tr("Overview"), QStringLiteral("overview"));
    add(Icon::Protected, tr("Backup"), QStringLiteral("backup"));
    menu->popup(at);
}

void VmListPage::clearFilters()
{
    m_filter->clear();
    for (auto* pill : { m_subscription, m_group, m_region, m_protection }) {
        pill->setCurrent({});
    }
    m_rows->setSubscriptions({});
    m_rows->setResourceGroups({});
    m_rows->setRegions({});
    m_rows->setProtections({});
    updateCount();
}

void VmListPage::updateChoices()
{
    const auto& store = m_context.session.virtualMachines();
    QSet<QString> groups;
    QSet<QString> regions;
    for (int row = 0; row < store.count(); ++row) {
        groups.insert(store.at(row).vm.id.resourceGroup());
        regions.insert(store.at(row).vm.location);
    }
    const auto fill = [this](FilterPill* pill, const QString& values, bool region) {
        if (pill->property("values").toString() == values && !values.isEmpty()) {
            return;
        }
        pill->setProperty("values", values);
        QVector<FilterPill::Choice> choices { { tr("all", "filter: no limit"), {} } };
        for (const auto& value : values.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
            choices.append({ region ? presentation::StatusWords::region(value) : value, value });
        }
        pill->setChoices(choices);
    };
    fill(m_group, joined(groups), false);
    fill(m_region, joined(regions), true);

    QVector<FilterPill::Choice> subscriptions { { tr("all", "filter: no limit"), {} } };
    const auto& known = m_context.session.subscriptions();
    for (int row = 0; row < known.count(); ++row) {
        subscriptions.append({ known.at(row).value.displayName, known.at(row).value.subscriptionId });
    }
    m_subscription->setChoices(subscriptions);
    m_subscription->setVisible(known.count() > 1);
    updateCount();
    Q_EMIT headingChanged();
}

void VmListPage::updateCount()
{
    const auto& locale = m_context.language.format().locale();
    //: %1 shown, %2 in all
    m_count->setText(tr("%1 of %2 machines")
                         .arg(locale.toString(m_rows->rowCount()), locale.toString(m_model->rowCount())));
}

void VmListPage::retranslate()
{
    m_model->setFormat(m_context.language.format());
    m_rows->setLocale(m_context.language.format().locale());
    m_filter->setHint(tr("Filter by name or tag"));
    m_subscription->setLabel(tr("Subscription:"));
    m_group->setLabel(tr("Resource group:"));
    m_region->setLabel(tr("Region:"));
    m_protection->setLabel(tr("Protection:"));
    QVector<FilterPill::Choice> protections { { tr("all", "filter: no limit"), {} } };
    for (const auto value : { Protection::Protected, Protection::NotProtected, Protection::InitialPending,
                              Protection::LastFailed, Protection::LastWarned, Protection::Stopped,
                              Protection::SoftDeleted }) {
        protections.append({ presentation::protectionWords(value), static_cast<int>(value) });
    }
    m_protection->setChoices(protections);
    for (auto* pill : { m_group, m_region }) {
        pill->setProperty("values", QVariant()); // the choices are written in the language
    }
    m_refresh->setText(tr("Refresh"));
    m_columns->setText(tr("Columns"));
    m_export->setText(tr("Export to CSV"));
    m_compact->setText(tr("Compact view"));
    m_backup->setText(tr("Backup"));
    updateBulk();
    m_exportSelected->setText(tr("Export selected"));
    m_list->table()->setAccessibleName(tr("Virtual machines"));
    auto* empty = m_list->findChild<EmptyState*>();
    if (empty != nullptr) {
        empty->setTexts(Icon::VirtualMachine, tr("No virtual machines yet"),
                        tr("There are no virtual machines in the selected subscriptions."));
    }
    updateChoices();
}

void VmListPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Page::changeEvent(event);
}

} // namespace valv::views

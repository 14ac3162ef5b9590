// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualmachines/vmlistpage.h"

#include "controls/action.h"
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/menu.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "presentation/app/language.h"
#include "presentation/models/filters.h"
#include "presentation/models/virtualmachinemodel.h"
#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"
#include "virtualmachines/enablemanyblade.h"

#include <QAction>
#include <QMap>

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

QSet<QString> oneOrAll(const QVariant& value)
{
    return value.isValid() ? QSet<QString>{value.toString()} : QSet<QString>{};
}

} // namespace

VmListPage::VmListPage(const Context& context, const Route& route, QWidget* parent)
    : ListPage(context, QStringLiteral("vms"), context.session.virtualMachines(), parent)
{
    m_model = new VirtualMachineModel(context.session.virtualMachines(), context.language.format(), this);
    m_rows = new presentation::VirtualMachineFilter(*m_model, this);
    m_subscription = addPill("subscription");
    m_group = addPill("group");
    m_region = addPill("region");
    m_protection = addPill("protection");
    setRows(*m_rows, vmColumns(), Icon::VirtualMachine, {.column = VirtualMachineModel::Name});
    makeCommands();
    connect(table(), &Table::opened, this, [this] { open(current(), QStringLiteral("overview")); });
    connect(table(), &Table::contextMenuWanted, this, &VmListPage::showContextMenu);
    connect(table(), &Table::selectionChangedTo, this, &VmListPage::updateBulk);
    retranslate();
    if (route.part == QLatin1String("unprotected")) {
        m_protection->setCurrent(static_cast<int>(Protection::NotProtected));
        applyFilters();
    }
}

VmListPage::~VmListPage() = default;

void VmListPage::makeCommands()
{
    m_backup = makeCommand(Icon::Protected, "backup");
    setActionKind(m_backup, ActionKind::Primary);
    connect(m_backup, &QAction::triggered, this, [this] { open(checked().value(0), QStringLiteral("backup")); });
    m_enable = makeCommand(Icon::Protected, "enable");
    setActionKind(m_enable, ActionKind::Primary);
    connect(m_enable, &QAction::triggered, this,
            [this] { context().navigator.openBlade(new EnableManyBlade(context(), checked(), window())); });
    auto* bulk = list()->bulkBar();
    bulk->addCommand(m_backup);
    bulk->addCommand(m_enable);
    bulk->addCommand(exportChecked());
}

void VmListPage::open(const ArmId& machine, const QString& part)
{
    if (!machine.isEmpty()) {
        context().navigator.open({QStringLiteral("virtualmachine"), machine.text(), part});
    }
}

//! One: its own page. Several at once: as many as can be enabled.
void VmListPage::updateBulk()
{
    const auto ids = checked();
    const int count = ids.size() > 1 ? EnableManyBlade::countOf(context(), ids) : 0;
    m_backup->setVisible(ids.size() == 1);
    m_enable->setVisible(count > 0);
    m_enable->setText(tr("Enable backup for %n machine(s)", nullptr, count));
}

PageHeading VmListPage::heading() const
{
    const auto& subscriptions = context().session.subscriptions();
    const QString caption = subscriptions.count() == 1 ? subscriptions.at(0).value.displayName : QString();
    return {tr("Virtual machines"), caption, Icon::VirtualMachine, {{tr("Virtual machines"), {}}}};
}

QList<QAction*> VmListPage::commands() const
{
    return QList<QAction*>{refreshCommand()} + viewCommands();
}

void VmListPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    const auto id = m_rows->idAt(index.row());
    auto* menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Overview, Role::Accent), tr("Overview"), this,
                    [this, id] { open(id, QStringLiteral("overview")); });
    menu->addAction(icon(Icon::Protected, Role::Accent), tr("Backup"), this,
                    [this, id] { open(id, QStringLiteral("backup")); });
    menu->popup(at);
}

void VmListPage::applyFilters()
{
    m_rows->setSubscriptions(oneOrAll(m_subscription->current()));
    m_rows->setResourceGroups(oneOrAll(m_group->current()));
    m_rows->setRegions(oneOrAll(m_region->current()));
    const auto protection = m_protection->current();
    m_rows->setProtections(protection.isValid() ? QSet<Protection>{static_cast<Protection>(protection.toInt())}
                                                : QSet<Protection>{});
}

//! Only what is there can be chosen.
void VmListPage::storeChanged()
{
    const auto& store = context().session.virtualMachines();
    QSet<QString> groupNames;
    QSet<QString> locations;
    for (int row = 0; row < store.count(); ++row) {
        const auto& vm = store.at(row).vm;
        groupNames.insert(vm.id.resourceGroup());
        locations.insert(vm.location);
    }
    QMap<QString, QString> groups; // as written → value
    for (const auto& name : std::as_const(groupNames)) {
        groups.insert(name, name);
    }
    QMap<QString, QString> regions;
    for (const auto& location : std::as_const(locations)) {
        regions.insert(presentation::StatusWords::region(location), location);
    }
    m_group->setChoices(choicesOf(groups));
    m_region->setChoices(choicesOf(regions));
    showSubscriptions(*m_subscription);
    updateBulk();
    Q_EMIT headingChanged();
}

QString VmListPage::countText() const
{
    const auto& locale = context().language.format().locale();
    //: %1 shown, %2 in all
    return tr("%1 of %2 machines").arg(locale.toString(m_rows->rowCount()), locale.toString(m_model->rowCount()));
}

QString VmListPage::exportName() const
{
    return tr("virtual-machines.csv");
}

void VmListPage::retranslate()
{
    m_model->setFormat(context().language.format());
    search()->setHint(tr("Filter by name or tag"));
    m_subscription->setLabel(tr("Subscription:"));
    m_group->setLabel(tr("Resource group:"));
    m_region->setLabel(tr("Region:"));
    m_protection->setLabel(tr("Protection:"));
    QVector<FilterPill::Choice> protections{allChoice()};
    for (const auto value :
         {Protection::Protected, Protection::NotProtected, Protection::InitialPending, Protection::LastFailed,
          Protection::LastWarned, Protection::Stopped, Protection::SoftDeleted}) {
        protections.append({presentation::protectionWords(value), static_cast<int>(value)});
    }
    m_protection->setChoices(protections);
    m_backup->setText(tr("Backup"));
    table()->setAccessibleName(tr("Virtual machines"));
    empty()->setTexts(Icon::VirtualMachine, tr("No virtual machines yet"),
                      tr("There are no virtual machines in the selected subscriptions."));
    ListPage::retranslate();
}

} // namespace valv::views

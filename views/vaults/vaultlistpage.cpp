// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultlistpage.h"

#include "controls/action.h"
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/menu.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "frame/alertroutes.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/models/vaultmodel.h"
#include "presentation/text/statuswords.h"
#include "vaults/attachvaultblade.h"

#include <QAction>
#include <QMap>

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
    columns[VaultModel::Redundancy] = storeColumn(QStringLiteral("redundancy"), CellKind::Status, 140);
    columns[VaultModel::Alerts] = storeColumn(QStringLiteral("alerts"), CellKind::Status, 110);
    columns[VaultModel::Tags] = storeColumn(QStringLiteral("tags"), CellKind::Secondary, 140, true);
    columns[VaultModel::Subscription].leaves = 3;
    columns[VaultModel::ResourceGroup].leaves = 2;
    columns[VaultModel::Redundancy].leaves = 1;
    return columns;
}

QSet<QString> oneOrAll(const QVariant& value)
{
    return value.isValid() ? QSet<QString>{value.toString()} : QSet<QString>{};
}

} // namespace

VaultListPage::VaultListPage(const Context& context, const Route& /*route*/, QWidget* parent)
    : ListPage(context, QStringLiteral("vaults"), context.session.vaults(), parent)
{
    m_model = new VaultModel(context.session, context.language.format(), this);
    m_rows = new presentation::VaultFilter(*m_model, this);
    m_subscription = addPill("subscription");
    m_group = addPill("group");
    m_location = addPill("location");
    m_redundancy = addPill("redundancy");
    setRows(*m_rows, vaultColumns(), Icon::Vault, {.column = VaultModel::Name});
    connect(empty()->setButton({}, ButtonKind::Primary), &QAbstractButton::clicked, this, &VaultListPage::create);
    list()->bulkBar()->addCommand(exportChecked());
    m_add = makeCommand(Icon::Add, "add");
    connect(m_add, &QAction::triggered, this, &VaultListPage::create);
    m_attach = makeCommand(Icon::FolderOpen, "attach");
    m_attach->setVisible(context.session.capabilities().attachVault);
    connect(m_attach, &QAction::triggered, this,
            [this] { this->context().navigator.openBlade(new AttachVaultBlade(this->context(), window())); });
    connect(table(), &Table::opened, this, [this](const QModelIndex& index) {
        if (presentation::isOpenable(m_rows->rowAt(index.row()))) {
            this->context().navigator.open(vaultRoute(current()));
        }
    });
    connect(table(), &Table::contextMenuWanted, this, &VaultListPage::showContextMenu);
    retranslate();
}

PageHeading VaultListPage::heading() const
{
    const auto& subscriptions = context().session.subscriptions();
    const QString caption = subscriptions.count() == 1 ? subscriptions.at(0).value.displayName : QString();
    return {tr("Recovery Services vaults"), caption, Icon::Vault, {{tr("Recovery Services vaults"), {}}}};
}

QList<QAction*> VaultListPage::commands() const
{
    return QList<QAction*>{m_add, m_attach, refreshCommand()} + viewCommands();
}

void VaultListPage::create()
{
    context().navigator.open(createVaultRoute());
}

void VaultListPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    const ArmId id = m_rows->idAt(index.row());
    auto* menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool usable = presentation::isOpenable(m_rows->rowAt(index.row()));
    const auto add = [this, menu, usable](Icon name, const QString& text, const Route& route) {
        auto* action =
            menu->addAction(icon(name, Role::Accent), text, this, [this, route] { context().navigator.open(route); });
        setReason(action, usable ? QString() : tr("The vault is not ready yet."));
    };
    add(Icon::Overview, tr("Overview"), vaultRoute(id));
    add(Icon::Alert, tr("Alerts"), alertsRoute(id));
    add(Icon::Sliders, tr("Properties"), vaultRoute(id, QStringLiteral("properties")));
    menu->popup(at);
}

void VaultListPage::applyFilters()
{
    m_rows->setSubscriptions(oneOrAll(m_subscription->current()));
    m_rows->setResourceGroups(oneOrAll(m_group->current()));
    m_rows->setRegions(oneOrAll(m_location->current()));
    const auto redundancy = m_redundancy->current();
    m_rows->setRedundancies(redundancy.isValid() ? QSet<StorageModel>{static_cast<StorageModel>(redundancy.toInt())}
                                                 : QSet<StorageModel>{});
}

//! Only what is there can be chosen.
void VaultListPage::storeChanged()
{
    const auto& store = context().session.vaults();
    QMap<QString, QString> groups; // as written → value
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
    m_group->setChoices(choicesOf(groups));
    m_location->setChoices(choicesOf(regions));
    QVector<FilterPill::Choice> models{allChoice()};
    for (auto it = redundancies.cbegin(); it != redundancies.cend(); ++it) {
        models.append({it.key(), static_cast<int>(it.value())});
    }
    m_redundancy->setChoices(models);
    showSubscriptions(*m_subscription);
    Q_EMIT headingChanged();
}

QString VaultListPage::countText() const
{
    const auto& store = context().session.vaults();
    const QString shown = context().language.format().locale().toString(m_rows->rowCount());
    return store.isEmpty() ? QString() : tr("%1 of %n vault(s)", nullptr, store.count()).arg(shown);
}

QString VaultListPage::exportName() const
{
    return tr("recovery-services-vaults.csv");
}

void VaultListPage::retranslate()
{
    m_model->setFormat(context().language.format());
    search()->setHint(tr("Filter by name or tag"));
    m_subscription->setLabel(tr("Subscription:"));
    m_group->setLabel(tr("Resource group:"));
    m_location->setLabel(tr("Location:"));
    m_redundancy->setLabel(tr("Redundancy:"));
    m_add->setText(tr("Add"));
    m_attach->setText(tr("Attach"));
    table()->setAccessibleName(tr("Recovery Services vaults"));
    empty()->setTexts(Icon::Vault, tr("No Recovery Services vaults to show"),
                      tr("A vault keeps the copies and recovery points of the virtual machines of one region."));
    empty()->setButton(tr("Add"), ButtonKind::Primary);
    ListPage::retranslate();
}

} // namespace valv::views

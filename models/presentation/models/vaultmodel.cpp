// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/vaultmodel.h"

#include "contract/resources.h"

namespace valv::presentation {

using contract::ProvisioningState;
using contract::Vault;

namespace {

constexpr qint64 failedLately = 24 * 3600; // seconds
constexpr int whileLoading = 250; // ms

QString vaultTags(const Vault& vault)
{
    QStringList parts;
    for (auto it = vault.tags.cbegin(); it != vault.tags.cend(); ++it) {
        parts << (it.value().isEmpty() ? it.key() : QString(it.key() + QStringLiteral(": ") + it.value()));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

VaultModel::VaultModel(Session& session, const Format& format, QObject* parent)
    : StoreModel(session.vaults(), format, parent)
    , m_store(session.vaults())
    , m_session(session)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &VaultModel::changedElsewhere);
    for (const ListStoreBase* other : std::initializer_list<const ListStoreBase*>{
             &session.items(), &session.jobs(), &session.vaultUsages(), &session.subscriptions(), &session.alerts()}) {
        // While thousands of items come in, vault by vault, now and then; at the end at once.
        const auto soon = [this, other] {
            if (!other->isBusy()) {
                m_soon.start(0);
            } else if (!m_soon.isActive()) {
                m_soon.start(whileLoading);
            }
        };
        connect(other, &ListStoreBase::countChanged, this, soon);
        connect(other, &ListStoreBase::rowsChanged, this, soon);
        connect(other, &ListStoreBase::loadEnded, this, soon);
    }
    changedElsewhere();
}

void VaultModel::changedElsewhere()
{
    m_health = healthOfVaults(m_session.items(), m_session.jobs(), format().now().toUTC().addSecs(-failedLately));
    m_alerts = m_session.alerts().countsByVault();
    if (rowCount() > 0) {
        touch(0, rowCount() - 1);
    }
}

QString VaultModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Name");
    case Status:
        return tr("Status");
    case ResourceGroup:
        return tr("Resource group");
    case Location:
        return tr("Location");
    case Subscription:
        return tr("Subscription");
    case Items:
        return tr("Backup items");
    case Stored:
        //: Column heading: how much a vault holds. Keep short.
        return tr("Stored");
    case Redundancy:
        return tr("Storage redundancy");
    case Alerts:
        return tr("Alerts");
    case Tags:
        return tr("Tags");
    case ColumnCount:
        break;
    }
    return {};
}

bool VaultModel::isNumber(int column) const
{
    return column == Items || column == Stored;
}

Cell VaultModel::statusOf(const Vault& vault) const
{
    switch (vault.provisioning.value()) {
    case ProvisioningState::Provisioning: {
        Cell c = statusCell(StatusWords::of(vault.provisioning), StatusKind::Running);
        c.toolTip = tr("The vault is being created. If it does not appear within a few minutes, select Refresh.");
        return c;
    }
    case ProvisioningState::Deleting:
        return statusCell(StatusWords::of(vault.provisioning), StatusKind::Running);
    case ProvisioningState::Failed:
        return statusCell(StatusWords::of(vault.provisioning), StatusKind::Failed);
    case ProvisioningState::Succeeded:
    case ProvisioningState::Unknown:
        break;
    }
    //: A vault that can be used.
    return statusCell(tr("Ready"), StatusKind::Ok);
}

//! Active alerts, as everywhere they are counted. Where alerts are not to be had: how the last backups of the items
//! went, and what stands in the way of the next.
Cell VaultModel::alertsOf(const Vault& vault) const
{
    const bool known = m_session.alerts().hasLoaded();
    if (!m_session.items().hasLoaded() || (!known && m_session.alerts().isAwaited())) {
        return nothing();
    }
    const auto health = m_health.value(vault.id);
    const auto alerts = m_alerts.value(vault.id);
    const int critical = known ? alerts.critical.active : health.failed + health.checkCritical;
    const int warning = known ? alerts.warning.active : health.warned + health.checkWarning;
    if (critical > 0) {
        Cell c = statusCell(tr("%n critical", nullptr, critical), StatusKind::Failed);
        c.sort = 1000000 + critical;
        return c;
    }
    Cell c = warning > 0 ? statusCell(Format::warnings(warning), StatusKind::Warning) : nothing();
    c.sort = warning;
    return c;
}

Cell VaultModel::cell(int row, int column) const
{
    const Vault& vault = m_store.at(row);
    switch (static_cast<Column>(column)) {
    case Name: {
        Cell c = textCell(vault.name);
        c.link = isOpenable(vault);
        c.secondary = !c.link;
        return c;
    }
    case Status:
        return statusOf(vault);
    case ResourceGroup:
        return textCell(vault.id.resourceGroup());
    case Location: {
        Cell c = textCell(StatusWords::region(vault.location));
        c.toolTip = vault.location;
        return c;
    }
    case Subscription:
        return textCell(m_session.subscriptions().nameOf(vault.id.subscriptionId()));
    case Items: {
        if (!m_session.items().hasLoaded()) {
            return nothing(true);
        }
        const int items = m_session.items().countIn(vault.id);
        Cell c = textCell(format().number(qint64(items)));
        c.sort = items;
        c.number = true;
        return c;
    }
    case Stored: {
        const auto* usage = m_session.vaultUsages().find(vault.id);
        return sizeCell(usage != nullptr ? usage->storedBytes() : -1);
    }
    case Redundancy: {
        Cell c = textCell(StatusWords::of(vault.redundancy));
        if (lacksSecondLocation(vault)) {
            c.status = StatusKind::Warning;
            c.note = tr("no second location");
            c.toolTip = tr("The vault has no second location.");
        }
        return c;
    }
    case Alerts:
        return alertsOf(vault);
    case Tags: {
        Cell c = textCell(vaultTags(vault));
        c.secondary = true;
        return c;
    }
    case ColumnCount:
        break;
    }
    return {};
}

QString VaultModel::searchText(int row) const
{
    const auto& vault = m_store.at(row);
    return vault.name + QLatin1Char('\n') + vault.id.resourceGroup() + QLatin1Char('\n') + vaultTags(vault);
}

VaultFilter::VaultFilter(VaultModel& model, QObject* parent)
    : TextFilter(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void VaultFilter::setSubscriptions(const QSet<QString>& ids)
{
    m_subscriptions = lowered(ids);
    invalidateFilter();
}

void VaultFilter::setResourceGroups(const QSet<QString>& names)
{
    m_resourceGroups = lowered(names);
    invalidateFilter();
}

void VaultFilter::setRegions(const QSet<QString>& regions)
{
    m_regions.clear();
    for (const auto& region : regions) {
        m_regions.insert(contract::normalizedRegion(region));
    }
    invalidateFilter();
}

void VaultFilter::setRedundancies(const QSet<contract::StorageModel>& redundancies)
{
    m_redundancies = redundancies;
    invalidateFilter();
}

const Vault& VaultFilter::rowAt(int row) const
{
    return m_model.rowAt(mapToSource(index(row, 0)).row());
}

bool VaultFilter::accepts(int sourceRow) const
{
    const Vault& vault = m_model.rowAt(sourceRow);
    return (m_redundancies.isEmpty() || m_redundancies.contains(vault.redundancy.value()))
        && (m_subscriptions.isEmpty() || m_subscriptions.contains(vault.id.subscriptionId().toLower()))
        && (m_resourceGroups.isEmpty() || m_resourceGroups.contains(vault.id.resourceGroup().toLower()))
        && (m_regions.isEmpty() || m_regions.contains(contract::normalizedRegion(vault.location)));
}

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/vaultmodel.h"

namespace valv::presentation {

using contract::ProvisioningState;
using contract::Vault;

VaultModel::VaultModel(VaultStore& store, ProtectedItemStore& items, SubscriptionStore& subscriptions,
                       const Format& format, QObject* parent)
    : StoreModel(store, format, parent)
    , m_store(store)
    , m_items(items)
    , m_subscriptions(subscriptions)
{
    // Items come from a list of their own.
    connect(&items, &ListStoreBase::countChanged, this, [this] { touch(0, rowCount() - 1); });
    connect(&items, &ListStoreBase::loadEnded, this, [this] { touch(0, rowCount() - 1); });
}

QString VaultModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Name");
    case ResourceGroup:
        return tr("Resource group");
    case Location:
        return tr("Region");
    case Subscription:
        return tr("Subscription");
    case Redundancy:
        return tr("Storage redundancy");
    case Items:
        return tr("Backup items");
    case ColumnCount:
        break;
    }
    return {};
}

bool VaultModel::isNumber(int column) const
{
    return column == Items;
}

Cell VaultModel::cell(int row, int column) const
{
    const Vault& vault = m_store.at(row);
    switch (static_cast<Column>(column)) {
    case Name: {
        Cell c = textCell(vault.name);
        const auto state = vault.provisioning.value();
        c.link = state != ProvisioningState::Provisioning && state != ProvisioningState::Deleting;
        c.secondary = !c.link;
        if (!c.link) {
            c.status = StatusKind::Running;
            c.toolTip = StatusWords::of(vault.provisioning);
        } else if (state == ProvisioningState::Failed) {
            c.status = StatusKind::Failed;
            c.toolTip = StatusWords::of(vault.provisioning);
        }
        return c;
    }
    case ResourceGroup:
        return textCell(vault.id.resourceGroup());
    case Location: {
        Cell c = textCell(vault.location);
        c.toolTip = StatusWords::region(vault.location);
        return c;
    }
    case Subscription:
        return textCell(m_subscriptions.nameOf(vault.id.subscriptionId()));
    case Redundancy:
        return textCell(StatusWords::of(vault.redundancy));
    case Items: {
        const int items = m_items.countIn(vault.id);
        if (items == 0 && !m_items.hasLoaded()) {
            return nothing(true);
        }
        Cell c = textCell(format().number(qint64(items)));
        c.sort = items;
        c.number = true;
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
    return vault.name + QLatin1Char('\n') + vault.id.resourceGroup();
}

} // namespace valv::presentation

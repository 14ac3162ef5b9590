// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/virtualmachinestore.h"

#include "contract/resources.h"

namespace valv::presentation {

using contract::VirtualMachine;

VirtualMachineStore::VirtualMachineStore(const StoreContext& context, SubscriptionStore& subscriptions,
                                         ProtectedItemStore& items, QObject* parent)
    : ListStore(context, parent)
    , m_subscriptions(subscriptions)
    , m_items(items)
{
    dependOn(subscriptions);
    connect(&items, &ProtectedItemStore::virtualMachinesTouched, this, &VirtualMachineStore::rejoin);
    connect(&items, &ListStoreBase::loadEnded, this, [this] {
        if (m_itemsKnown != m_items.hasLoaded()) {
            m_itemsKnown = m_items.hasLoaded();
            rejoinThoseWithoutItem();
        }
    });
}

void VirtualMachineStore::load()
{
    if (m_items.hasLoaded() && !m_items.isAwaited()) {
        m_items.refresh();
    }
    const auto scopes = m_subscriptions.ids();
    begin(scopes);
    for (const auto& scope : scopes) {
        const auto page = [this, scope](const QList<VirtualMachine>& machines) {
            QList<VmRow> rows;
            rows.reserve(machines.size());
            for (const auto& vm : machines) {
                rows.append(joined(vm));
            }
            receive(scope, rows);
        };
        whenDone(client().virtualMachines().list(scope.subscriptionId(), {this, page}), this,
                 [this, scope](const auto& result) {
                     endScope(scope, result ? std::nullopt : std::optional<Error>(result.error()));
                 });
    }
}

VmRow VirtualMachineStore::joined(VirtualMachine vm) const
{
    VmRow row;
    row.subscription = m_subscriptions.nameOf(vm.id.subscriptionId());
    row.vm = std::move(vm);
    row.vm.raw = {}; // as in the list: nothing is ever written back
    if (const auto* item = m_items.forVm(row.vm.id)) {
        row.item = *item;
        if (row.vm.id.utf8() == item->sourceResourceId.utf8()) {
            row.vm.id = item->sourceResourceId; // one text for both
        }
        row.protection = protectionOf(*item);
    } else {
        row.protection = m_items.hasLoaded() ? Protection::NotProtected : Protection::Unknown;
    }
    return row;
}

void VirtualMachineStore::rejoin(const QList<ArmId>& virtualMachines)
{
    QList<VmRow> rows;
    for (const auto& vm : virtualMachines) {
        if (const auto* row = find(vm)) {
            rows << joined(row->vm);
        }
    }
    update(rows);
}

//! Now one knows, or no longer, that nothing protects them; the others were joined with their items as those came.
void VirtualMachineStore::rejoinThoseWithoutItem()
{
    QList<VmRow> rows;
    for (int row = 0; row < count(); ++row) {
        if (!at(row).item) {
            rows.append(joined(at(row).vm));
        }
    }
    update(rows);
}

void VirtualMachineStore::refreshVm(const ArmId& id)
{
    whenDone(client().virtualMachines().get(id), this, [this, id](const Result<VirtualMachine>& vm) {
        if (vm) {
            receive(ArmId::subscription(id.subscriptionId()), {joined(*vm)});
        } else if (vm.error().code == "ResourceNotFound") {
            ListStore::remove(id);
        }
    });
}

int VirtualMachineStore::countProtected() const
{
    int protectedOnes = 0;
    for (int row = 0; row < count(); ++row) {
        protectedOnes +=
            at(row).item && at(row).protection != Protection::Stopped && at(row).protection != Protection::SoftDeleted
            ? 1
            : 0;
    }
    return protectedOnes;
}

int VirtualMachineStore::countUnprotectedIn(const QString& region) const
{
    return unprotectedByRegion().value(contract::normalizedRegion(region));
}

QHash<QString, int> VirtualMachineStore::unprotectedByRegion() const
{
    QHash<QString, int> unprotected;
    for (int row = 0; row < count(); ++row) {
        if (at(row).protection == Protection::NotProtected) {
            ++unprotected[contract::normalizedRegion(at(row).vm.location)];
        }
    }
    return unprotected;
}

} // namespace valv::presentation

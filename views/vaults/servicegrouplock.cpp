// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/servicegrouplock.h"

#include "controls/messagebar.h"
#include "presentation/stores/lockstore.h"
#include "presentation/text/format.h"

#include <QCoreApplication>

namespace valv::views {

namespace {

class ServiceGroupLock
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::ServiceGroupLock)
};

} // namespace

void showServiceGroupLock(MessageBar& bar, const presentation::LockStore& locks)
{
    QStringList groups;
    for (int row = 0; row < locks.count(); ++row) {
        if (presentation::LockStore::isOfServiceGroup(locks.at(row))) {
            groups.append(locks.at(row).id.resourceGroup());
        }
    }
    groups.removeDuplicates();
    bar.setVisible(!groups.isEmpty());
    if (!groups.isEmpty()) {
        bar.setMessage(MessageKind::Warning,
                       ServiceGroupLock::tr("Do not lock the resource group that the Backup service has created."),
                       ServiceGroupLock::tr(
                           "%1 holds the snapshots of the service. While it is locked, old ones can't be removed, "
                           "and backups fail at 18 recovery points.")
                           .arg(presentation::Format::list(groups)));
    }
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/protecteditemmodel.h"

#include "presentation/stores/protection.h"

namespace valv::presentation {

using contract::ProtectedItem;

ProtectedItemModel::ProtectedItemModel(ProtectedItemStore& store, const Format& format, QObject* parent)
    : StoreModel(store, format, parent)
    , m_store(store)
{ }

QString ProtectedItemModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Name");
    case ResourceGroup:
        return tr("Resource group");
    case PreCheck:
        return tr("Backup pre-check");
    case LastBackupStatus:
        return tr("Last backup status");
    case LatestPoint:
        return tr("Latest recovery point");
    case NextRun:
        //: Column heading: when the next scheduled backup runs. Keep short.
        return tr("Next run");
    case Policy:
        return tr("Policy");
    case Vault:
        return tr("Vault");
    case More:
    case ColumnCount:
        break;
    }
    return {};
}

Cell ProtectedItemModel::cell(int row, int column) const
{
    const ProtectedItem& item = m_store.at(row);
    const auto link = [](const QString& text) {
        Cell c = textCell(text);
        c.link = !text.isEmpty();
        return c;
    };
    switch (static_cast<Column>(column)) {
    case Name:
        return link(item.friendlyName);
    case ResourceGroup:
        return textCell(item.sourceResourceId.resourceGroup());
    case PreCheck: {
        const auto check = preCheckOf(item);
        if (check.isEmpty()) {
            return nothing();
        }
        Cell c = textCell(StatusWords::of(check));
        c.status = StatusWords::kind(check.value());
        if (!item.healthDetails.isEmpty()) {
            c.toolTip = item.healthDetails.first().message;
        }
        return c;
    }
    case LastBackupStatus: {
        Cell c = textCell(StatusWords::of(item));
        c.status = StatusWords::kind(item);
        if (const auto days = daysUntilGone(item, format().now())) {
            c.toolTip = tr("%n day(s) until permanent deletion", nullptr, *days);
        }
        return c;
    }
    case LatestPoint:
        return momentCell(item.lastRecoveryPoint);
    case NextRun:
        return momentCell(item.nextRun);
    case Policy:
        return link(item.policyName);
    case Vault:
        return link(item.id.vaultId().name());
    case More: {
        Cell c;
        c.text = tr("More commands");
        return c;
    }
    case ColumnCount:
        break;
    }
    return {};
}

QString ProtectedItemModel::searchText(int row) const
{
    const auto& item = m_store.at(row);
    return item.friendlyName + QLatin1Char('\n') + item.sourceResourceId.resourceGroup() + QLatin1Char('\n')
        + item.policyName + QLatin1Char('\n') + item.id.vaultId().name();
}

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/policymodel.h"

#include "policy/schedule.h"
#include "presentation/text/retentiontext.h"

namespace valv::presentation {

using contract::BackupPolicy;

PolicyModel::PolicyModel(PolicyListStore& store, ProtectedItemStore& items, const Format& format, QObject* parent)
    : StoreModel(store, format, parent)
    , m_store(store)
    , m_items(items)
{
    // Who uses a policy stands with the items.
    connect(&items, &ListStoreBase::countChanged, this, &PolicyModel::countItems);
    connect(&items, &ListStoreBase::rowsChanged, this, &PolicyModel::countItems);
    connect(&items, &ListStoreBase::loadEnded, this, &PolicyModel::countItems);
    countItems();
}

void PolicyModel::countItems()
{
    QHash<ArmId, int> counts;
    for (int row = 0; row < m_items.count(); ++row) {
        const auto& policy = m_items.at(row).policyId;
        if (!policy.isEmpty()) {
            ++counts[policy];
        }
    }
    const bool loaded = m_items.hasLoaded();
    if (counts != m_counts || loaded != m_loaded) {
        m_counts = counts;
        m_loaded = loaded;
        touch(0, rowCount() - 1);
    }
}

int PolicyModel::itemsOf(const BackupPolicy& policy) const
{
    return m_loaded ? m_counts.value(policy.id) : policy.protectedItems;
}

QString PolicyModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Name");
    case Vault:
        return tr("Vault");
    case Schedule:
        //: Column heading: when a policy runs.
        return tr("Schedule");
    case Retention:
        //: Column heading: how long a policy keeps points.
        return tr("Retention");
    case Items:
        //: Column heading: how many backup items use a policy. Keep short.
        return tr("Used by");
    case NextRun:
        //: Column heading: when the next scheduled backup runs. Keep short.
        return tr("Next run");
    case More:
    case ColumnCount:
        break;
    }
    return {};
}

bool PolicyModel::isNumber(int column) const
{
    return column == Items;
}

Cell PolicyModel::cell(int row, int column) const
{
    const BackupPolicy& policy = m_store.at(row);
    const RetentionText words(format());
    switch (static_cast<Column>(column)) {
    case Name: {
        Cell c = textCell(policy.name);
        c.link = true;
        return c;
    }
    case Vault: {
        Cell c = textCell(policy.id.vaultId().name());
        c.link = true;
        return c;
    }
    case Schedule:
        return textCell(words.schedule(policy));
    case Retention: {
        Cell c = textCell(RetentionText::brief(policy));
        c.toolTip = words.sentences(policy).join(QLatin1Char('\n'));
        return c;
    }
    case Items: {
        Cell c;
        const int count = itemsOf(policy);
        c.text = format().number(count);
        c.sort = count;
        c.number = true;
        c.secondary = count == 0;
        c.toolTip = Format::backupItems(count);
        return c;
    }
    case NextRun: {
        const auto next = policy::nextRuns(policy, format().now().toUTC(), 1);
        return momentCell(next.isEmpty() ? std::nullopt : std::optional(next.constFirst()));
    }
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

QString PolicyModel::searchText(int row) const
{
    const auto& policy = m_store.at(row);
    return policy.name + QLatin1Char('\n') + policy.id.vaultId().name();
}

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/filters.h"
#include "presentation/models/storemodel.h"
#include "presentation/stores/session.h"
#include "presentation/stores/vaulthealth.h"

#include <QTimer>

namespace valv::presentation {

//! \brief The vaults of a session, with what stands in other lists: items, stored bytes, what needs attention.
class VaultModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Status,
        ResourceGroup,
        Location,
        Subscription,
        Items,
        Stored,
        Redundancy,
        Alerts,
        Tags,
        ColumnCount
    };
    VaultModel(Session& session, const Format& format, QObject* parent = nullptr);
    [[nodiscard]] const contract::Vault& rowAt(int row) const { return m_store.at(row); }

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QString searchText(int row) const override;

private:
    void changedElsewhere();
    [[nodiscard]] Cell statusOf(const contract::Vault& vault) const;
    [[nodiscard]] Cell alertsOf(const contract::Vault& vault) const;

    VaultStore& m_store;
    Session& m_session;
    QHash<ArmId, VaultHealth> m_health;
    QHash<ArmId, AlertCounts> m_alerts;
    QTimer m_soon; // many changes at once are one
};

//! \brief Vaults by name, group or tag, and by sets; an empty set means all.
class VaultFilter final : public TextFilter
{
    Q_OBJECT
public:
    explicit VaultFilter(VaultModel& model, QObject* parent = nullptr);
    void setSubscriptions(const QSet<QString>& ids);
    void setResourceGroups(const QSet<QString>& names);
    void setRegions(const QSet<QString>& regions);
    void setRedundancies(const QSet<contract::StorageModel>& redundancies);
    [[nodiscard]] const contract::Vault& rowAt(int row) const;

protected:
    [[nodiscard]] bool accepts(int sourceRow) const override;

private:
    VaultModel& m_model;
    QSet<QString> m_subscriptions; // all folded to lower case
    QSet<QString> m_resourceGroups;
    QSet<QString> m_regions;
    QSet<contract::StorageModel> m_redundancies;
};

} // namespace valv::presentation

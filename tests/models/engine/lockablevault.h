// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/engine/enginetest.h"

#include <memory>

namespace valv::test {

//! A vault that nothing locks yet, the machine "web", and what one does to them in tests of what keeps points from
//! being lost.
class LockableVault
{
protected:
    //! A new bench; no machine is protected.
    void begin()
    {
        m_bench = std::make_unique<Bench>();
        addVm(*m_bench->estate, "web", {randomBytes(256 * 1024, 1)});
        VALV_VERIFY(m_bench->open());
        VALV_VERIFY(m_bench->makeVault());
        QCOMPARE(m_bench->engine->vault(m_bench->vaultId())->immutability.text(), QStringLiteral("Disabled"));
    }
    [[nodiscard]] Result<Vault> patch(const contract::VaultPatch& patch)
    {
        return m_bench->engine->patchVault(m_bench->vaultId(), patch.toJson(), {});
    }
    [[nodiscard]] Result<Vault> lockUntil(const QDateTime& until)
    {
        contract::VaultPatch wish;
        wish.immutableUntil = until;
        return patch(wish);
    }
    [[nodiscard]] Result<Vault> setState(contract::Immutability state)
    {
        contract::VaultPatch wish;
        wish.immutability = state;
        return patch(wish);
    }
    [[nodiscard]] QDateTime now() const { return toDateTime(m_bench->clock->now()); }
    [[nodiscard]] Result<Written<BackupPolicy>> putPolicy(int days, const QString& name)
    {
        auto policy = contract::BackupPolicy::defaultPolicy();
        policy.name = name;
        policy.id = m_bench->policyId(name);
        policy.daily = contract::DailyRetention{days};
        return m_bench->engine->putPolicy(policy, {});
    }
    //! The nights' backups, by schedule.
    void runNights(int nights)
    {
        for (int night = 0; night < nights; ++night) {
            m_bench->advance(std::chrono::hours(24));
            m_bench->engine->tick();
            m_bench->engine->waitForJobs();
        }
    }
    [[nodiscard]] qsizetype points() const
    {
        return m_bench->engine->recoveryPoints(m_bench->itemId(QStringLiteral("web")))
            .value_or(QList<RecoveryPoint>())
            .size();
    }

    std::unique_ptr<Bench> m_bench;
};

} // namespace valv::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/demohistory.h"

#include "contract/names.h"
#include "core/datetime.h"
#include "engine/engine.h"
#include "hypervisor/demoestate.h"
#include "service/demoplot.h"
#include "service/errors.h"

#include <QTimeZone>

#include <algorithm>
#include <mutex>

namespace valv::service {
namespace {

//! Moves the engine's clock and asks what people asked in those weeks. Every call ends before the next begins, so that
//! the sequence of ids is the same each time.
class Storyteller
{
public:
    Storyteller(engine::Engine& engine, ManualClock& clock, const std::string& estate, std::mutex* start)
        : m_engine(engine)
        , m_clock(clock)
        , m_estate(estate)
        , m_start(start)
        , m_subscription(engine.subscriptions().constFirst().subscriptionId)
    { }

    [[nodiscard]] bool isTold() const { return m_engine.protectedItem(itemOf(demoNewcomer())).has_value(); }

    [[nodiscard]] Result<void> tell()
    {
        for (const auto& vault : demoVaults()) {
            if (auto made = makeVault(vault); !made) {
                return made;
            }
        }
        for (const auto& scene : demoScenes()) {
            moveTo(scene.date, scene.time);
            if (auto played = play(scene); !played) {
                auto error = played.error();
                error.message = "The demo's history stopped at " + scene.vm.toStdString() + ", "
                    + toIso(toDateTime(m_clock.now())).toStdString() + ": " + error.message;
                return tl::unexpected(error);
            }
        }
        m_clock.set(hypervisor::demoNow() - std::chrono::hours(3)); // what is stored was read early that morning
        for (const auto& vault : demoVaults()) {
            if (const auto checked = m_engine.checkNow(vaultId(vault.name)); !checked) {
                return tl::unexpected(checked.error());
            }
        }
        m_engine.waitForJobs();
        m_clock.set(hypervisor::demoNow());
        return m_engine.refreshInventory().map([](const engine::Accepted&) {});
    }

private:
    [[nodiscard]] ArmId vaultId(const QString& name) const
    {
        for (const auto& vault : demoVaults()) {
            if (vault.name == name) {
                return ArmId::vault(m_subscription, vault.resourceGroup, name);
            }
        }
        return {};
    }
    [[nodiscard]] const DemoVm& vm(const QString& name) const
    {
        static const auto all = demoVms();
        return *std::find_if(all.begin(), all.end(), [&name](const DemoVm& v) { return v.name == name; });
    }
    [[nodiscard]] ArmId itemOf(const QString& name) const
    {
        return contract::itemId(vaultId(vm(name).vault), {vm(name).resourceGroup, name});
    }

    void moveTo(const QDate& date, const QTime& time)
    {
        static const auto zone = demoTimeZone();
        m_clock.set(toInstant(fromWallClock(date, time, zone)));
    }

    [[nodiscard]] Result<void> makeVault(const DemoVault& plan)
    {
        moveTo(plan.made, QTime(9, 12));
        contract::ResourceGroup group;
        group.name = plan.resourceGroup;
        group.id = ArmId::resourceGroup(m_subscription, plan.resourceGroup);
        group.location = plan.groupRegion;
        if (!m_engine.resourceGroup(group.name)) {
            if (const auto written = m_engine.putResourceGroup(group); !written) {
                return tl::unexpected(written.error());
            }
        }
        contract::Vault vault;
        vault.id = vaultId(plan.name);
        vault.name = plan.name;
        vault.location = plan.region;
        if (const auto written = m_engine.putVault(vault, {}); !written) {
            return tl::unexpected(written.error());
        }
        m_clock.advance(std::chrono::minutes(6));
        for (auto policy : demoPolicies()) {
            policy.id = vault.id.child(QStringLiteral("backupPolicies"), policy.name);
            if (const auto written = m_engine.putPolicy(policy, {}); !written) {
                return tl::unexpected(written.error());
            }
        }
        return {};
    }

    [[nodiscard]] Result<void> play(const DemoScene& scene)
    {
        switch (scene.happens) {
        case DemoScene::Protect:
            return protect(scene);
        case DemoScene::Stop:
            return stop(scene);
        case DemoScene::OnDemand:
            return onDemand(scene);
        case DemoScene::Night:
            return night(scene);
        case DemoScene::Agent:
            return hypervisor::setDemoConsistency(m_estate, scene.vm.toStdString(), scene.consistency);
        }
        return {};
    }

    [[nodiscard]] Result<void> done(const Result<engine::Accepted>& accepted)
    {
        m_engine.waitForJobs();
        return accepted.map([](const engine::Accepted&) {});
    }

    [[nodiscard]] Result<void> protect(const DemoScene& scene)
    {
        const auto item = itemOf(scene.vm);
        contract::ProtectRequest request;
        request.sourceResourceId = ArmId::virtualMachine(m_subscription, vm(scene.vm).resourceGroup, scene.vm);
        request.policyId = item.vaultId().child(QStringLiteral("backupPolicies"), vm(scene.vm).policy);
        return done(m_engine.protect(item, request));
    }

    [[nodiscard]] Result<void> stop(const DemoScene& scene)
    {
        const auto item = itemOf(scene.vm);
        contract::ProtectRequest request;
        request.sourceResourceId = ArmId::virtualMachine(m_subscription, vm(scene.vm).resourceGroup, scene.vm);
        request.state = contract::ProtectionState::ProtectionStopped;
        return done(m_engine.protect(item, request));
    }

    [[nodiscard]] Result<void> onDemand(const DemoScene& scene)
    {
        contract::BackupRequest request;
        request.expiry = toDateTime(m_clock.now()).addDays(30);
        return done(m_engine.backup(itemOf(scene.vm), request));
    }

    //! The day's work changes the disks, of every other machine each day; then the schedules run.
    [[nodiscard]] Result<void> night(const DemoScene& scene)
    {
        const auto vms = demoVms();
        for (qsizetype i = 0; scene.day >= 0 && i < vms.size(); ++i) {
            if ((i + scene.day) % 2 != 0 || vms[i].name == demoNewcomer()) {
                continue;
            }
            if (auto changed = hypervisor::advanceDemoEstate(m_estate, vms[i].name.toStdString(), scene.day);
                !changed) {
                return changed;
            }
        }
        {
            auto all = m_start == nullptr ? std::unique_lock<std::mutex>() : std::unique_lock(*m_start);
            m_engine.tick();
            m_engine.waitForCleaning(); // before the first job reads: which packs are put together must not be a race
        }
        m_engine.waitForJobs();
        return {};
    }

    engine::Engine& m_engine;
    ManualClock& m_clock;
    std::string m_estate;
    std::mutex* m_start;
    QString m_subscription;
};

} // namespace

Result<void> makeDemoHistory(engine::Engine& engine, ManualClock& clock, const std::string& estateFolder,
                             std::mutex* start)
{
    Storyteller storyteller(engine, clock, estateFolder, start);
    if (storyteller.isTold()) {
        clock.set(hypervisor::demoNow());
        return {};
    }
    return storyteller.tell();
}

} // namespace valv::service

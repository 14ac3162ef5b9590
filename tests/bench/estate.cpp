// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/estate.h"

#include "bench/manyvms.h"
#include "contract/names.h"
#include "core/clock.h"
#include "core/ids.h"
#include "engine/catalogue.h"
#include "engine/engine.h"
#include "engine/jobrecords.h"
#include "engine/records.h"

#include <QDateTime>
#include <QDir>
#include <QThread>
#include <QUuid>

#include <algorithm>

namespace valv::bench {
namespace {

constexpr int days = 30;
constexpr int together = 5'000; // rows in a transaction

template <typename T>
auto must(T&& result)
{
    if (!result) {
        qFatal("%s: %s", result.error().code.c_str(), result.error().message.c_str());
    }
    if constexpr (!std::is_void_v<typename std::decay_t<T>::value_type>) {
        return std::move(*result);
    }
}

//! \return the id of the engine's subscription
QString makeVaults(const QString& dataFolder, const Estate& estate)
{
    engine::Options options;
    options.dataFolder = dataFolder;
    options.clock = std::make_shared<SystemClock>();
    options.ids = std::make_shared<RandomIds>();
    options.sources.push_back(std::make_unique<ManyVms>(1));
    const auto engine = must(engine::Engine::open(std::move(options)));
    const auto subscription = engine->subscriptions().constFirst().subscriptionId;
    for (int i = 0; i < estate.vaults; ++i) {
        contract::Vault vault;
        vault.name = QStringLiteral("valv-%1").arg(i, 4, 10, QLatin1Char('0'));
        vault.id = ArmId::vault(subscription, QStringLiteral("rg-0"), vault.name);
        vault.location = i % 3 == 0 ? QStringLiteral("northeurope") : QStringLiteral("swedencentral");
        (void)must(engine->putVault(vault, {}));
    }
    const auto ready = [&engine] {
        const auto vaults = must(engine->vaults());
        return std::all_of(vaults.cbegin(), vaults.cend(), [](const contract::Vault& vault) {
            return vault.provisioning == contract::ProvisioningState::Succeeded;
        });
    };
    while (!ready()) {
        QThread::msleep(50);
    }
    engine->waitForJobs();
    return subscription;
}

engine::ItemRecord itemOf(const engine::VaultRecord& vault, const QString& subscription, int number, int machines,
                          const QDateTime& now)
{
    engine::ItemRecord item;
    item.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.vaultId = vault.id;
    const auto there = ManyVms::placeOf(number);
    const bool gone = number >= machines;
    item.group = QString::fromStdString(there.group);
    item.vmName = gone ? QStringLiteral("gone-%1").arg(number) : QString::fromStdString(there.name);
    item.sourceId = ArmId::virtualMachine(subscription, item.group, item.vmName);
    item.state = gone ? contract::ProtectionState::ProtectionStopped : contract::ProtectionState::Protected;
    item.policyKey = gone ? QString() : QStringLiteral("defaultpolicy");
    const bool failed = number % 50 == 7;
    item.lastStatus = failed ? contract::LastBackupStatus::Failed : contract::LastBackupStatus::Completed;
    item.lastError = failed ? QStringLiteral("UserErrorVmNotFoundV2") : QString();
    item.lastTime = now.addSecs(-3600 - number % 36'000);
    item.lastPoint = item.lastTime;
    item.oldestPoint = now.addDays(-days);
    item.points = days;
    item.countsFrom = now;
    item.since = now.addDays(-2 * days);
    item.sourceBytes = qint64(4) << 30;
    return item;
}

engine::JobRecord jobOf(const engine::VaultRecord& vault, const engine::ItemRecord& item, int number,
                        const QDateTime& start)
{
    engine::JobRecord record;
    record.vaultId = vault.id;
    record.item = item.nameKey();
    auto& job = record.job;
    job.name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    job.id = vault.vault.id.child(u"backupJobs", job.name);
    job.entity = item.vmName;
    job.containerName = contract::shortName({item.group, item.vmName});
    job.operation = contract::JobOperation::Backup;
    job.status = contract::JobStatus::Completed;
    job.startTime = start;
    job.durationMs = 60'000 + number % 600 * 1000;
    job.endTime = start.addMSecs(job.durationMs);
    job.activityId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    job.userTriggered = false;
    job.sourceResourceId = item.sourceId;
    job.policyName = QStringLiteral("DefaultPolicy");
    job.propertyBag.insert(QStringLiteral("VM Name"), item.vmName);
    contract::JobFigures figures;
    figures.totalBytes = figures.readBytes = qint64(4) << 30;
    figures.changedBytes = figures.storedBytes = qint64(64) << 20;
    job.figures = figures;
    if (number % 50 == 7) {
        job.status = contract::JobStatus::Failed;
        job.errors = {{400063, QStringLiteral("UserErrorVmNotFoundV2"), QStringLiteral("The VM was not found."), {}}};
    }
    for (const auto& name : {QStringLiteral("Take Snapshot"), QStringLiteral("Transfer data to vault")}) {
        contract::JobTask task;
        task.taskId = name;
        task.status = contract::TaskStatus::Completed;
        task.startTime = job.startTime;
        task.endTime = job.endTime;
        task.durationMs = job.durationMs;
        job.tasks.append(task);
    }
    return record;
}

} // namespace

void makeEstate(const QString& dataFolder, const Estate& estate)
{
    const auto subscription = makeVaults(dataFolder, estate);
    const auto catalogue = must(engine::Catalogue::open(QDir(dataFolder).filePath(QStringLiteral("catalogue.sqlite"))));
    const auto vaults = must(engine::vaultRecords(*catalogue));
    const auto vaultOf = [&vaults](int number) -> const engine::VaultRecord& { return vaults[number % vaults.size()]; };
    const auto now = QDateTime::currentDateTimeUtc();
    QList<engine::ItemRecord> items;
    const auto inParts = [&catalogue](int count, const std::function<Result<>(engine::Catalogue::Writer&, int)>& save) {
        for (int from = 0; from < count; from += together) {
            must(catalogue->write([&](engine::Catalogue::Writer& writer) -> Result<> {
                for (int i = from; i < std::min(count, from + together); ++i) {
                    if (auto done = save(writer, i); !done) {
                        return done;
                    }
                }
                return {};
            }));
        }
    };
    inParts(estate.items, [&](engine::Catalogue::Writer& writer, int i) {
        items.append(itemOf(vaultOf(i), subscription, i, estate.machines, now));
        return engine::saveItem(writer, items.constLast());
    });
    const qint64 apart = items.isEmpty() ? 0 : qint64(days) * 86'400'000 / std::max(1, estate.jobs);
    inParts(items.isEmpty() ? 0 : estate.jobs, [&](engine::Catalogue::Writer& writer, int i) {
        // 7919 is a prime: neighbours in time are of other vaults
        const int number = static_cast<int>(qint64(i) * 7919 % items.size());
        return engine::saveJob(writer, jobOf(vaultOf(number), items[number], i, now.addMSecs(-apart * (i + 1))));
    });
}

} // namespace valv::bench

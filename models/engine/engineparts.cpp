// SPDX-License-Identifier: GPL-3.0-or-later
// How an engine is put together when a data folder is opened, and taken apart.
#include "engine/checkrecords.h"
#include "engine/engine_p.h"
#include "engine/faults.h"

#include <QDir>
#include <QSysInfo>

namespace valv::engine {

Result<std::unique_ptr<Engine>> Engine::open(Options options)
{
    auto d = std::make_unique<Private>();
    auto& context = d->context;
    context.dataFolder = QDir(options.dataFolder).absolutePath();
    context.clock = options.clock ? options.clock : std::make_shared<SystemClock>();
    context.ids = options.ids ? options.ids : std::make_shared<RandomIds>();
    context.subscriptionName = options.subscriptionName;
    context.defaultRegion = options.defaultRegion;
    context.tellsSpace = options.tellsSpace;
    context.capacity = options.capacity;
    context.timeZone = options.timeZone.isValid() ? options.timeZone : QTimeZone::utc();
    d->info = {options.host, QSysInfo::machineHostName(), options.version, context.dataFolder};
    auto lock = FolderLock::take(context.dataFolder);
    if (!lock) {
        return Fault(lock.error());
    }
    d->lock = std::move(*lock);
    auto catalogue = Catalogue::open(QDir(context.dataFolder).filePath(QStringLiteral("catalogue.sqlite")));
    if (!catalogue) {
        return Fault(catalogue.error());
    }
    context.catalogue = std::move(*catalogue);
    context.notifier = std::make_unique<Notifier>(*context.catalogue, context.clock, context.timeZone);
    context.clockWatch = std::make_unique<ClockWatch>(*context.catalogue, context.clock, std::move(options.uptime));
    if (auto known = identify(context); !known) {
        return Fault(known.error());
    }
    // As soon as it can: the sources are listed while the rest is made ready.
    context.inventory = std::make_unique<Inventory>(
        std::move(options.sources), Inventory::Place{context.subscriptionId, groupOfNone, context.defaultRegion},
        context.clock);
    store::VaultOptions packing;
    packing.threads = options.packingThreads;
    context.vaults = std::make_unique<VaultRegistry>(packing);
    context.replicator = std::make_unique<Replicator>(*context.catalogue, context.clock);
    context.vaults->setWatch(
        {[&replicator = *context.replicator](const QString& vaultId, const std::string& blob) {
             return replicator.removing(vaultId, blob);
         },
         [&replicator = *context.replicator](const QString& vaultId) { replicator.changed(vaultId); },
         [&context](const QString& vaultId, store::Vault& vault) {
             const auto checks = checkRecords(*context.catalogue);
             for (const auto& check : checks.value_or(QList<CheckRecord>())) {
                 if (check.vaultId == vaultId) {
                     vault.doubt(check.files);
                 }
             }
         }});
    d->vaults.finishDeletions();
    auto touched = endInterruptedJobs(context);
    if (!touched) {
        return Fault(touched.error());
    }
    context.runner = std::make_unique<JobRunner>(*context.catalogue, context.clock, options.workers,
                                                 [&context](const QString& vault, const QDateTime& at) {
                                                     context.sampling.add(vault, at);
                                                     context.notifier->tick(); // what it raised is mailed at once
                                                 });
    for (auto& [record, atEnd] : touched->unwritten) {
        context.runner->writeLater(std::move(record), std::move(atEnd));
    }
    context.checker = std::make_unique<Checker>(context);
    d->housekeeper = std::make_unique<Housekeeper>(context, d->backups, d->protection, d->rules);
    for (const auto& vault : touched->vaults) {
        context.tidy.add(vault);
    }
    return std::unique_ptr<Engine>(new Engine(std::move(d)));
}

Engine::Engine(std::unique_ptr<Private> p)
    : d(std::move(p))
{ }

Engine::~Engine() = default;

Engine::Private::~Private()
{
    housekeeper.reset();
    if (context.checker) {
        context.checker->stop(); // it asks the runner, and jobs tell it what they could not read
    }
    context.runner.reset(); // jobs use everything below
    context.checker.reset();
    context.replicator.reset();
    context.inventory.reset();
    context.notifier.reset(); // it sends what they queued until they are gone
}

} // namespace valv::engine

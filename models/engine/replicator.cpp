// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replicator.h"

#include "core/datetime.h"
#include "engine/logging.h"
#include "store/folderblobstore.h"
#include "store/replica.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace valv::engine {

using contract::ReplicationState;

namespace {

constexpr unsigned checkShares = 30; //!< a share a day: every byte is read within so many days
constexpr auto checkEvery = std::chrono::hours(24);
constexpr auto firstRetry = std::chrono::minutes(1);
constexpr auto lastRetry = std::chrono::minutes(60);

bool isUnreachable(const std::string& code)
{
    return code == "VaultNotFound" || code == "VaultIoError" || code == "VaultNoPermission"
        || code == "SecondLocationEmpty" || code == "SecondLocationOther" || code == "SecondLocationCorrupts";
}

//! What a vault of ours consists of, and nothing else that lies in its folder.
void removeVaultFiles(const QString& folder)
{
    QDir place(folder);
    for (const auto* inner : {"packs", "points", "documents", "index", "tmp"}) {
        QDir(place.filePath(QLatin1String(inner))).removeRecursively();
    }
    for (const auto* file : {"valv-vault.json", "valv-vault.copy.json", "lock"}) {
        place.remove(QLatin1String(file));
    }
    QDir().rmdir(folder); // stays when a person keeps other things there
}

//! The copy of a vault that was deleted: an empty one goes, one with recovery points is a person's to decide about.
void removeCopy(const QString& folder, const QString& vaultId)
{
    const auto identity = store::Vault::identify(folder.toStdString());
    if (!identity || QString::fromStdString(identity->id) != vaultId) {
        return;
    }
    const auto points = QDir(folder + QStringLiteral("/points")).entryList({QStringLiteral("*.manifest")}, QDir::Files);
    if (points.isEmpty()) {
        removeVaultFiles(folder);
    } else {
        qCWarning(lcEngine) << "The copy of a deleted vault still has recovery points and stays:" << folder;
    }
}

Error damagedSecond(const std::vector<store::DamagedFile>& files)
{
    return {"SecondLocationDamaged",
            std::to_string(files.size())
                + " file(s) of the second location are damaged and could not be copied again, for example "
                + files.front().name + ".",
            files.front().name,
            "Check the disk or share of the second location.",
            {}};
}

Error damagedFirst(const std::vector<store::DamagedFile>& files)
{
    return {"FirstLocationDamaged",
            std::to_string(files.size())
                + " file(s) of the vault's first location are damaged and were not copied, for "
                  "example "
                + files.front().name + ".",
            files.front().name,
            "Verify the vault. Restores read from the second location what is damaged here.",
            {}};
}

} // namespace

Replicator::Replicator(Catalogue& catalogue, std::shared_ptr<Clock> clock)
    : m_catalogue(catalogue)
    , m_clock(std::move(clock))
{
    const auto records = replicaRecords(m_catalogue);
    for (const auto& record : records.value_or(QList<ReplicaRecord>())) {
        auto& work = m_works[record.vaultId];
        work.record = record;
        work.hasSecond = true;
        work.wanted = true; // nobody knows what the last program came to do: the first tick looks
    }
}

Replicator::~Replicator()
{
    std::vector<std::jthread> threads;
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        for (auto& [id, work] : m_works) {
            work.pass.request_stop();
            threads.push_back(std::move(work.thread));
        }
    }
    threads.clear(); // joins
}

void Replicator::start(Work& work, const QString& vaultId)
{
    work.wanted = true;
    if (!work.running && !m_closing) {
        work.running = true;
        // The one before has done its last: joining it waits for nothing.
        work.thread = std::jthread([this, vaultId] { run(vaultId); });
    }
}

void Replicator::setSecond(const VaultRecord& vault, bool sameDisk)
{
    const std::lock_guard lock(m_mutex);
    auto& work = m_works[vault.id];
    ++work.generation;
    work.pass.request_stop(); // what copies to the folder of before
    work.record = {};
    work.record.vaultId = vault.id;
    work.record.sameDisk = sameDisk;
    work.hasSecond = !vault.secondFolder.isEmpty();
    work.failures = 0;
    work.nextTry = {};
    work.progress = {};
    if (work.hasSecond) {
        work.record.behindSince = toDateTime(m_clock->now());
        start(work, vault.id);
    }
}

void Replicator::vaultRemoved(const VaultRecord& vault)
{
    if (vault.secondFolder.isEmpty()) {
        return;
    }
    const std::lock_guard lock(m_mutex);
    auto& work = m_works[vault.id];
    ++work.generation;
    work.pass.request_stop();
    work.hasSecond = false;
    work.last = [folder = vault.secondFolder, id = vault.id] { removeCopy(folder, id); };
    start(work, vault.id);
}

void Replicator::changed(const QString& vaultId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_works.find(vaultId);
    if (found == m_works.end() || !found->second.hasSecond) {
        return;
    }
    auto& work = found->second;
    if (!work.record.behindSince) {
        work.record.behindSince = toDateTime(m_clock->now());
    }
    if (work.nextTry <= m_clock->now()) {
        start(work, vaultId);
    } else {
        work.wanted = true; // it failed lately: with the next try
    }
}

Result<> Replicator::removing(const QString& vaultId, const std::string& blob)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_works.find(vaultId);
        if (found == m_works.end() || !found->second.hasSecond) {
            return {};
        }
    }
    return m_catalogue.write([&](Catalogue::Writer& writer) { return addRemovedBlob(writer, vaultId, blob); });
}

void Replicator::copyNow(const QString& vaultId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_works.find(vaultId);
    if (found == m_works.end() || !found->second.hasSecond) {
        return;
    }
    found->second.nextTry = {};
    found->second.failures = 0;
    found->second.checkAll = true;
    start(found->second, vaultId);
}

void Replicator::tick()
{
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock->now();
    std::erase_if(m_works, [](const auto& entry) { return !entry.second.hasSecond && !entry.second.running; });
    for (auto& [id, work] : m_works) {
        const auto& checked = work.record.lastChecked;
        const bool due = work.wanted || work.record.behindSince || !checked || toInstant(*checked) + checkEvery <= now;
        if (work.hasSecond && due && work.nextTry <= now) {
            start(work, id);
        }
    }
}

void Replicator::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] {
        return std::none_of(m_works.begin(), m_works.end(), [](const auto& entry) { return entry.second.running; });
    });
}

std::optional<contract::Replication> Replicator::stateOf(const VaultRecord& vault) const
{
    if (!(vault.vault.redundancy == contract::StorageModel::GeoRedundant)) {
        return std::nullopt;
    }
    contract::Replication state;
    const std::lock_guard lock(m_mutex);
    const auto found = m_works.find(vault.id);
    if (vault.secondFolder.isEmpty() || found == m_works.end()) {
        state.state = ReplicationState::None;
        return state;
    }
    const auto& work = found->second;
    const auto& record = work.record;
    const bool copying = work.running && work.progress.total > work.progress.done;
    state.state = copying                                            ? ReplicationState::Copying
        : record.problem && isUnreachable(record.problem->code)      ? ReplicationState::Unreachable
        : record.problem || record.behindSince || !record.lastCopied ? ReplicationState::Behind
                                                                     : ReplicationState::Current;
    state.behindBytes = copying ? static_cast<qint64>(work.progress.total - work.progress.done) : record.behindBytes;
    state.behindSince = record.behindSince;
    state.lastCopied = record.lastCopied;
    state.lastChecked = record.lastChecked;
    state.repairedFiles = record.repaired;
    state.sameDisk = record.sameDisk;
    state.problem = record.problem;
    return state;
}

std::optional<Error> Replicator::problemOf(const QString& vaultId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_works.find(vaultId);
    return found != m_works.end() && found->second.hasSecond ? found->second.record.problem : std::nullopt;
}

bool Replicator::isCurrent(const QString& vaultId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_works.find(vaultId);
    return found != m_works.end() && found->second.hasSecond && found->second.record.lastCopied
        && !found->second.record.behindSince && !found->second.wanted;
}

void Replicator::run(const QString& vaultId)
{
    std::unique_lock lock(m_mutex);
    auto& work = m_works.at(vaultId); // stays as long as it runs
    while (work.wanted && !m_closing) {
        work.wanted = false;
        if (const auto last = std::exchange(work.last, {})) {
            lock.unlock();
            last();
            lock.lock();
        } else if (work.hasSecond) {
            const auto generation = work.generation;
            const bool checkAll = std::exchange(work.checkAll, false);
            work.pass = std::stop_source();
            const auto stop = work.pass.get_token();
            lock.unlock();
            copy(vaultId, generation, checkAll, stop);
            lock.lock();
            if (work.nextTry > m_clock->now()) {
                break; // it failed; what came meanwhile waits with it
            }
        }
    }
    work.running = false;
    m_idle.notify_all();
}

void Replicator::copy(const QString& vaultId, unsigned generation, bool checkAll, const std::stop_token& stop)
{
    const auto vault = findVaultById(m_catalogue, vaultId);
    const auto removed = removedBlobs(m_catalogue, vaultId);
    if (!vault || !removed) {
        return fail(vaultId, generation, vault ? removed.error() : vault.error(), std::nullopt);
    }
    if (!*vault || (*vault)->deleting || (*vault)->secondFolder.isEmpty()) {
        return;
    }
    ReplicaRecord before;
    {
        const std::lock_guard lock(m_mutex);
        auto& work = m_works.at(vaultId);
        before = work.record;
        work.progress = {};
    }
    const auto begun = m_clock->now();
    const store::FolderBlobStore first((*vault)->folder.toStdString());
    store::FolderBlobStore second((*vault)->secondFolder.toStdString());
    store::Replica replica(first, second, {vaultId.toStdString(), !before.begun, *removed});
    const auto copied = replica.copy(stop, [&](const store::Progress& far) {
        const std::lock_guard lock(m_mutex);
        if (auto& work = m_works.at(vaultId); work.generation == generation) {
            work.progress = far;
            work.record.begun = true;
        }
    });
    if (!copied) {
        const auto behind = isUnreachable(copied.error().code) ? Result<std::uint64_t>(tl::unexpected(copied.error()))
                                                               : replica.behind();
        return fail(vaultId, generation, copied.error(),
                    behind ? std::optional(static_cast<qint64>(*behind)) : std::nullopt);
    }
    update(
        vaultId, generation,
        [&](Work& work) {
            auto& record = work.record;
            record.begun = true;
            record.behindBytes = 0;
            record.lastCopied = toDateTime(m_clock->now());
            record.behindSince = work.wanted ? std::optional(toDateTime(begun)) : std::nullopt;
            record.problem.reset();
            if (!copied->damaged.empty()) {
                record.problem = damagedFirst(copied->damaged);
            }
            work.failures = 0;
            work.nextTry = {};
            work.progress = {};
        },
        copied->settled);
    const bool due = !before.lastChecked || toInstant(*before.lastChecked) + checkEvery <= begun;
    if (!checkAll && !due) {
        return;
    }
    // What was just copied was just read back: the first day's share is of what was there before.
    const auto checked = checkAll ? replica.check(0, 1, stop) : replica.check(before.share, checkShares, stop);
    if (!checked) {
        return fail(vaultId, generation, checked.error(), std::nullopt);
    }
    for (const auto& file : checked->repaired) {
        qCWarning(lcEngine) << "Repaired in the second location:" << QString::fromStdString(file.name)
                            << QString::fromStdString(file.reason);
    }
    update(vaultId, generation, [&](Work& work) {
        auto& record = work.record;
        record.lastChecked = toDateTime(m_clock->now());
        record.share = (before.share + 1) % checkShares;
        record.repaired = static_cast<qint64>(checked->repaired.size());
        if (!checked->damaged.empty()) {
            record.problem = damagedSecond(checked->damaged);
        }
    });
}

void Replicator::fail(const QString& vaultId, unsigned generation, const Error& error,
                      const std::optional<qint64>& behind)
{
    if (error.code == "ReplicaStopped") {
        return;
    }
    qCWarning(lcEngine) << "The second location of a vault could not be brought up to date:"
                        << QString::fromStdString(error.message);
    update(vaultId, generation, [&](Work& work) {
        auto& record = work.record;
        record.problem = error;
        record.problem->details.clear();
        if (behind) {
            record.behindBytes = *behind;
        }
        if (!record.behindSince && behind.value_or(0) > 0) {
            record.behindSince = toDateTime(m_clock->now());
        }
        work.wanted = true; // with the next try
        work.progress = {};
        const auto wait = std::min<std::chrono::minutes>(lastRetry, firstRetry * (1 << std::min(work.failures, 6)));
        ++work.failures;
        work.nextTry = m_clock->now() + wait;
    });
}

void Replicator::update(const QString& vaultId, unsigned generation, const std::function<void(Work&)>& change,
                        const std::set<std::string>& settled)
{
    ReplicaRecord record;
    {
        const std::lock_guard lock(m_mutex);
        auto& work = m_works.at(vaultId);
        if (work.generation != generation) {
            return;
        }
        change(work);
        record = work.record;
    }
    const auto saved = m_catalogue.write([&](Catalogue::Writer& writer) -> Result<> {
        auto done = saveReplica(writer, record);
        return done ? settleRemovedBlobs(writer, vaultId, settled) : done;
    });
    if (!saved) {
        qCWarning(lcEngine) << "How a second location stands could not be written:"
                            << QString::fromStdString(saved.error().message);
    }
}

} // namespace valv::engine

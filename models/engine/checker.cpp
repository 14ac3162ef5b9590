// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checker.h"

#include "engine/alerts.h"
#include "engine/context.h"
#include "engine/logging.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace valv::engine {

using contract::Integrity;
using contract::IntegrityState;

namespace {

constexpr unsigned shareCount = 28; //!< of a round
constexpr qint64 shareEvery = 6 * 60 * 60 * 1000; //!< milliseconds: a round takes a week
constexpr qint64 tryAgainAfter = 60 * 60 * 1000; //!< what could not be read at all
constexpr int mostPutOff = 3;

//! This thread, and those that it starts, come after all others for the processor and the disk.
void stepBack()
{
    constexpr int lowestPriority = 19;
    constexpr int ofThisThread = 1;
    constexpr int idleClass = 3 << 13;
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), lowestPriority);
    (void)::syscall(SYS_ioprio_set, ofThisThread, 0, idleClass);
}

//! What no repair puts right is stored anew by the next backup. A check always looks at what was damaged before.
void doubt(store::Vault& vault, const store::VerifyReport& report)
{
    std::set<std::string> files;
    for (const auto& file : report.files) {
        files.insert(file.name);
    }
    vault.doubt(files);
}

bool isFormat(const store::DamagedFile& file)
{
    return file.name.find('/') == std::string::npos;
}

} // namespace

Checker::Checker(Context& context)
    : m_context(context)
{
    const auto records = checkRecords(*context.catalogue);
    for (const auto& record : records.value_or(QList<CheckRecord>())) {
        m_works[record.vaultId].record = record;
    }
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

Checker::~Checker()
{
    stop();
}

void Checker::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_thread.request_stop();
    if (m_thread.joinable()) {
        m_thread.join();
    }
    m_changed.notify_all();
}

void Checker::tick()
{
    const auto now = m_context.now();
    const auto vaults = vaultRecords(*m_context.catalogue);
    for (const auto& vault : vaults.value_or(QList<VaultRecord>())) {
        if (vault.deleting || vault.isCreating()) {
            continue;
        }
        const bool busy = m_context.runner->worksOn(vault.id);
        std::optional<CheckRecord> begun;
        {
            const std::lock_guard lock(m_mutex);
            auto& work = m_works[vault.id];
            if (!work.record.due.isValid()) { // what was just written was just read back: a share's time from now
                work.record.vaultId = vault.id;
                work.record.due = now.addMSecs(shareEvery);
                begun = work.record;
            } else if (work.record.due <= now && !work.running) {
                work.putOff += busy && !work.wanted ? 1 : 0;
                work.wanted = work.wanted || !busy || work.putOff > mostPutOff;
            }
        }
        if (begun) {
            (void)m_context.catalogue->write([&](Catalogue::Writer& writer) { return saveCheck(writer, *begun); });
        }
    }
    m_changed.notify_all();
}

void Checker::checkNow(const QString& vaultId)
{
    {
        const std::lock_guard lock(m_mutex);
        auto& work = m_works[vaultId];
        work.record.vaultId = vaultId;
        work.wanted = true;
        work.all = true;
    }
    m_changed.notify_all();
}

void Checker::suspect(const QString& vaultId, const std::set<std::string>& files)
{
    {
        const std::lock_guard lock(m_mutex);
        auto& work = m_works[vaultId];
        work.record.vaultId = vaultId;
        work.suspects.insert(files.begin(), files.end());
        work.wanted = true;
    }
    m_changed.notify_all();
}

void Checker::forget(const QString& vaultId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_works.find(vaultId);
    if (found != m_works.end() && !found->second.running) {
        m_works.erase(found);
    }
}

Integrity Checker::stateOf(const QString& vaultId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_works.find(vaultId);
    Integrity state;
    if (found != m_works.end()) {
        const auto& work = found->second;
        state = work.record.found;
        if (work.running || (work.wanted && work.all)) {
            state.state = IntegrityState::Checking;
            const auto& far = work.progress;
            state.progress = far.total == 0 ? 0 : static_cast<int>(far.done * 100 / far.total);
            return state;
        }
    }
    if (state.state.isEmpty()) {
        state.state = IntegrityState::NotChecked;
    }
    return state;
}

void Checker::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] {
        return m_closing || std::none_of(m_works.begin(), m_works.end(), [](const auto& entry) {
                   return entry.second.wanted || entry.second.running;
               });
    });
}

void Checker::loop(const std::stop_token& stop)
{
    stepBack();
    std::unique_lock lock(m_mutex);
    const auto next = [this] {
        return std::find_if(m_works.begin(), m_works.end(), [](const auto& entry) { return entry.second.wanted; });
    };
    while (m_changed.wait(lock, stop, [&] { return next() != m_works.end(); }) && !stop.stop_requested()) {
        const auto found = next();
        const auto vaultId = found->first;
        found->second.wanted = false;
        found->second.running = true;
        found->second.progress = {};
        lock.unlock();
        check(vaultId, stop);
        lock.lock();
        m_works[vaultId].running = false;
        m_changed.notify_all();
    }
}

void Checker::check(const QString& vaultId, const std::stop_token& stop)
{
    const auto vault = findVaultById(*m_context.catalogue, vaultId);
    if (!vault || !*vault || (*vault)->deleting || (*vault)->isCreating()) {
        return;
    }
    const auto began = m_context.now();
    CheckRecord record;
    store::VerifyOptions options;
    bool evenBesideJobs = false;
    {
        const std::lock_guard lock(m_mutex);
        auto& work = m_works[vaultId];
        record = work.record;
        options.also = record.files;
        options.also.merge(std::exchange(work.suspects, {}));
        options.share = record.share;
        options.shares = shareCount;
        const auto late = record.due.isValid() ? record.due.msecsTo(began) : qint64{-1};
        options.count = late < 0 ? 0 : static_cast<unsigned>(std::min<qint64>(shareCount, 1 + late / shareEvery));
        if (std::exchange(work.all, false)) {
            options.share = 0;
            options.count = shareCount;
        }
        evenBesideJobs = options.count == 0 || options.count == shareCount || work.putOff > mostPutOff;
    }
    const auto finding = look(**vault, options, evenBesideJobs, stop);
    if (stop.stop_requested()) {
        return;
    }
    if (!finding && finding.error().code == "PointCancelled") { // for a job that began: what is due stays due
        const std::lock_guard lock(m_mutex);
        ++m_works[vaultId].putOff;
        return;
    }
    if (finding) {
        succeeded(**vault, std::move(record), *finding, options.count, began);
    } else {
        failed(**vault, std::move(record), finding.error());
    }
}

Result<Checker::Finding> Checker::look(const VaultRecord& vault, const store::VerifyOptions& options,
                                       bool evenBesideJobs, const std::stop_token& stop)
{
    const auto opened = m_context.vaults->open(vault);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    std::stop_source pass;
    const std::stop_callback closing(stop, [&pass] { pass.request_stop(); });
    auto report = (*opened)->verify(options, pass.get_token(), [&](const store::Progress& far) {
        if (!evenBesideJobs && m_context.runner->worksOn(vault.id)) {
            pass.request_stop();
        }
        const std::lock_guard lock(m_mutex);
        m_works[vault.id].progress = far;
    });
    if (!report) {
        return tl::unexpected(report.error());
    }
    Finding finding{std::move(*report), {}};
    doubt(**opened, finding.report);
    if (finding.report.isWhole()) {
        return finding;
    }
    // Its disk may have gone while it was read: that is no damage.
    if (std::count_if(finding.report.files.begin(), finding.report.files.end(), isFormat) > 1) {
        if (const auto identity = store::Vault::identify(vault.folder.toStdString()); !identity) {
            return tl::unexpected(identity.error());
        }
    }
    auto repaired = repair(vault, **opened, finding.report.files, stop);
    if (!repaired) {
        qCWarning(lcEngine) << "What is damaged in the vault" << vault.vault.name << "could not be repaired:"
                            << QString::fromStdString(repaired.error().message);
        return finding;
    }
    finding.repaired = std::move(*repaired);
    if (finding.repaired.empty()) {
        return finding;
    }
    store::VerifyOptions again;
    again.count = 0;
    for (const auto& file : finding.report.files) {
        again.also.insert(file.name);
    }
    auto after = (*opened)->verify(again, pass.get_token());
    if (!after) {
        return tl::unexpected(after.error());
    }
    finding.report.files = std::move(after->files);
    finding.report.disks = std::move(after->disks);
    doubt(**opened, finding.report);
    m_context.vaults->readPointsAgain(vault.id);
    m_context.replicator->changed(vault.id);
    return finding;
}

Result<std::vector<store::DamagedFile>> Checker::repair(const VaultRecord& vault, store::Vault& opened,
                                                        const std::vector<store::DamagedFile>& files,
                                                        const std::stop_token& stop)
{
    const auto second = m_context.vaults->openSecond(vault);
    auto repaired = opened.repair(files, second ? second->get() : nullptr,
                                  second && m_context.replicator->isCurrent(vault.id), stop);
    if (!repaired) {
        return tl::unexpected(repaired.error());
    }
    for (const auto& file : repaired->repaired) {
        qCWarning(lcEngine) << "Repaired in the vault" << vault.vault.name << ":" << QString::fromStdString(file.name)
                            << QString::fromStdString(file.reason);
    }
    return std::move(repaired->repaired);
}

void Checker::failed(const VaultRecord& vault, CheckRecord record, const Error& error)
{
    qCWarning(lcEngine) << "The vault" << vault.vault.name << "could not be checked:"
                        << QString::fromStdString(error.message);
    const bool damaged = error.code == "VaultDamaged"; // both files that say what it is: nothing can be read
    const bool isNews = damaged && !(record.found.state == IntegrityState::Damaged);
    record.due = m_context.now().addMSecs(tryAgainAfter);
    record.found.state = damaged ? IntegrityState::Damaged : IntegrityState::Unreadable;
    record.found.problem = error;
    record.found.problem->details.clear();
    write(vault, record, isNews, 0);
}

void Checker::succeeded(const VaultRecord& vault, CheckRecord record, const Finding& finding, unsigned shares,
                        const QDateTime& began)
{
    const auto& report = finding.report;
    auto& found = record.found;
    if (shares == shareCount) {
        found.allReadSince = began;
        record.roundBegan = began;
        record.share = 0;
        record.due = began.addMSecs(shareEvery);
    } else if (shares > 0) {
        if (record.share == 0) {
            record.roundBegan = began;
        }
        if (record.share + shares >= shareCount) { // round, and into the next
            found.allReadSince = record.roundBegan;
            record.roundBegan = began;
        }
        record.share = (record.share + shares) % shareCount;
        record.due = record.due.addMSecs(shareEvery * shares);
    }
    std::set<std::string> files;
    for (const auto& file : report.files) {
        files.insert(file.name);
    }
    auto damage = damageOf(vault, report);
    const bool isNews = !report.isWhole() && (files != record.files || damage != found.damage);
    record.files = std::move(files);
    found.state = report.isWhole() ? IntegrityState::Whole : IntegrityState::Damaged;
    found.lastChecked = m_context.now();
    found.checkedBytes = static_cast<qint64>(report.bytesChecked);
    found.damagedFiles = static_cast<qint64>(record.files.size());
    found.damage = std::move(damage);
    found.problem.reset();
    const auto repaired = static_cast<qint64>(finding.repaired.size());
    if (repaired > 0) {
        found.repairedFiles = repaired;
        found.lastRepaired = found.lastChecked;
    }
    write(vault, record, isNews, repaired);
}

QList<Integrity::Damage> Checker::damageOf(const VaultRecord& vault, const store::VerifyReport& report) const
{
    const auto points = report.disks.empty() ? Result<VaultRegistry::Points>() : m_context.vaults->points(vault, {});
    QList<Integrity::Damage> damage;
    for (const auto& disk : report.disks) {
        Integrity::Damage one;
        one.recoveryPoint = QString::fromStdString(disk.pointId);
        one.machine = QString::fromStdString(disk.vmName);
        one.disk = QString::fromStdString(disk.disk);
        one.bytes = static_cast<qint64>(disk.bytes);
        for (const auto& point : points.value_or(VaultRegistry::Points())) {
            if (point.header.id == disk.pointId && !point.damaged) {
                one.time = toDateTime(point.header.time);
                one.machine = QString::fromStdString(point.header.vmName);
            }
        }
        damage.append(one);
    }
    return damage;
}

void Checker::write(const VaultRecord& vault, const CheckRecord& record, bool isNews, qint64 repaired)
{
    const auto& found = record.found;
    const bool damaged = found.state == IntegrityState::Damaged;
    QStringList machines;
    std::set<QString> points;
    for (const auto& one : found.damage) {
        points.insert(one.recoveryPoint);
        if (!one.machine.isEmpty() && !machines.contains(one.machine)) {
            machines.append(one.machine);
        }
    }
    machines.sort();
    auto message = found.problem ? QString::fromStdString(found.problem->message)
        : damaged ? QStringLiteral("%1 damaged files, %2 recovery points hit.").arg(found.damagedFiles).arg(points.size())
                  : QStringLiteral("%1 damaged files, all repaired from the second location.").arg(repaired);
    AlertEvent event{alert::vaultDamaged,
                     &vault,
                     nullptr,
                     {},
                     {{QStringLiteral("message"), message},
                      {QStringLiteral("files"), QString::number(damaged ? found.damagedFiles : repaired)},
                      {QStringLiteral("points"), QString::number(points.size())},
                      {QStringLiteral("machines"), machines.join(QStringLiteral(", "))},
                      {QStringLiteral("repaired"), QString::number(repaired)}}};
    if (found.problem) {
        event.facts.insert(QStringLiteral("error"), QString::fromStdString(found.problem->code));
    }
    const auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        const auto still = findVaultById(*m_context.catalogue, vault.id);
        if (!still || !*still || (*still)->deleting) {
            return {};
        }
        if (auto done = saveCheck(writer, record); !done) {
            return done;
        }
        if (isNews || repaired > 0) { // also what was put right at once: the disk is not to be trusted
            if (auto raised = raiseAlert(m_context, writer, event); !raised) {
                return raised;
            }
        }
        return found.state == IntegrityState::Whole
            ? resolveAlerts(m_context, writer, {alert::vaultDamaged}, vault, nullptr)
            : Result<>();
    });
    if (!saved) {
        qCWarning(lcEngine) << "What a check found could not be written:"
                            << QString::fromStdString(saved.error().message);
    }
    const std::lock_guard lock(m_mutex);
    auto& work = m_works[vault.id];
    work.record = record;
    work.putOff = 0;
}

} // namespace valv::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "presentation/stores/liststore.h"
#include "presentation/stores/protecteditemstore.h"
#include "presentation/stores/vaultstore.h"

#include <chrono>
#include <functional>

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const BackupJob& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const BackupJob& a, const BackupJob& b);
} // namespace valv::contract

namespace valv::presentation {

//! Why a job did not end well: its own first error; JobCancelled, or OperationFailed when it tells nothing.
[[nodiscard]] Error errorOf(const contract::BackupJob& job);

//! \brief Jobs of all vaults, live: while a job runs it is read again every second with its tasks and figures (when more
//! than eight run, they take turns); what is new in the list every ten seconds, or every half minute when nothing runs.
//! What a list leaves out (tasks, details) stays as it was last read. All waiting goes through client::Delay.
//!
//! The jobs of the last day, and what runs, are always there. Older ones of the period come as long as there are fewer than a few
//! thousand in all, vault by vault; those of a vault that somebody looks at, or of all, when they are wanted.
class JobStore final : public ListStore<contract::BackupJob>
{
    Q_OBJECT
public:
    using Repeat = std::function<QFuture<Result<StartedJob>>()>;

    JobStore(const StoreContext& context, VaultStore& vaults, ProtectedItemStore& items, QObject* parent = nullptr);

    //! Only jobs that started after this are asked for; nothing: all. The default is 30 days back. Asks again.
    void setSince(std::optional<std::chrono::hours> period);
    //! The whole period of this vault, however many jobs that are; an empty id: of all vaults. They come soon.
    void want(const ArmId& vault);
    //! The whole period of this vault is there, or of all when the id is empty.
    [[nodiscard]] bool isWhole(const ArmId& vault) const;
    [[nodiscard]] int countRunning() const { return static_cast<int>(m_running.size()); }
    [[nodiscard]] int countFailed(const QDateTime& since) const;
    //! The newest job of an item; nothing: none known.
    [[nodiscard]] const contract::BackupJob* latestOf(const ArmId& item) const;
    //! Its newest backup, whatever was done to it since.
    [[nodiscard]] const contract::BackupJob* latestBackupOf(const ArmId& item) const;
    [[nodiscard]] QList<contract::BackupJob> of(const ArmId& item) const; //!< newest first
    //! Bytes read a second by the last such job that went well: of this machine, else of any; nothing: there was none.
    [[nodiscard]] std::optional<double> usualRate(contract::JobOperation operation, const ArmId& virtualMachine) const;
    [[nodiscard]] static ArmId itemOf(const contract::BackupJob& job);

    //! Reads the job now, with its details, and follows it while it runs; e.g. when its pane opens. What can't be read
    //! is told by notRead().
    void track(const ArmId& job);
    //! A job that was just made: as track(), and its end is told even if it has ended already.
    void expect(const ArmId& job);
    //! Its last state, when it has ended.
    [[nodiscard]] QFuture<Result<contract::BackupJob>> untilEnd(const ArmId& job);

    [[nodiscard]] QFuture<Result<client::Outcome>> cancel(const ArmId& job);
    [[nodiscard]] bool isRepeatable(const contract::BackupJob& job) const;
    //! Does what a failed or cancelled job did once more.
    [[nodiscard]] QFuture<Result<StartedJob>> retry(const ArmId& job);
    //! How a job that this console started is done again, e.g. a restore with its target.
    void rememberRepeat(const ArmId& job, Repeat repeat);

Q_SIGNALS:
    void runningChanged();
    //! A job that was asked for could not be read. \param isGone the backend has none such; it is not in the list
    void notRead(const valv::ArmId& job, const valv::Error& error, bool isGone);
    //! A job that ran was seen to have ended; told once.
    void jobEnded(const valv::contract::BackupJob& job);
    //! A task of a running job began or ended: its item may show it.
    void jobAdvanced(const valv::contract::BackupJob& job);

protected:
    void load() override;
    contract::BackupJob merged(const contract::BackupJob& before, contract::BackupJob after) const override;
    bool covers(const contract::BackupJob& job) const override;

private:
    [[nodiscard]] QList<ArmId> scopes() const;
    [[nodiscard]] QDateTime newFrom() const;
    void loadOlder();
    [[nodiscard]] bool takesMoreOf(const ArmId& vault) const;
    void seen(int first, int last, bool inserted);
    void look(const contract::BackupJob& job, bool isNew);
    void ended(const contract::BackupJob& job);
    void tellLater(void (JobStore::*signal)(const contract::BackupJob&), const contract::BackupJob& job);
    void forget(const ArmId& job, const Error& error);
    void schedule();
    void tick();

    VaultStore& m_vaults;
    ProtectedItemStore& m_items;
    std::optional<std::chrono::hours> m_period = std::chrono::hours(24 * 30);
    QDateTime m_from; // the load under way asks for jobs since then
    QDateTime m_oldest; // older jobs go; invalid: none does
    QSet<ArmId> m_known; // vaults of which the last day was read
    QSet<ArmId> m_whole; // vaults of which the whole period was read
    QSet<ArmId> m_searched; // vaults of which at least the older jobs that still run were asked for
    QSet<ArmId> m_wanted; // those of which it has to be
    bool m_allWanted = false;
    QList<ArmId> m_older; // vaults whose older jobs this load still reads
    bool m_readsOlder = false; // what comes in now is no news
    QList<ArmId> m_running; // the one that was read longest ago first
    QSet<ArmId> m_asked; // single reads under way
    QHash<ArmId, QList<contract::TaskStatus>> m_tasks;
    QMultiHash<ArmId, client::Promise<contract::BackupJob>> m_waiting;
    QHash<ArmId, Repeat> m_repeats;
    bool m_quiet = true; // old jobs come in: their end is no news
    int m_timer = 0; // the wait that counts
    int m_ticks = 0;
};

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/replication.h"
#include "core/clock.h"
#include "engine/replicas.h"
#include "store/types.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace valv::engine {

//! \brief Keeps the second locations of geo-redundant vaults: copies what is new after each change, mirrors removals,
//! reads every byte there within 30 days and repairs what is damaged. On a thread for each vault that has something to
//! copy, so that a share that hangs holds up no other vault; a backup never waits for it. What fails is tried again, a
//! minute later at first and an hour later at last. Any thread.
class Replicator
{
public:
    Replicator(Catalogue& catalogue, std::shared_ptr<Clock> clock);
    ~Replicator(); //!< stops what runs and joins

    //! The vault has this second location from now on (an empty folder: none). To be called when its row is saved.
    void setSecond(const VaultRecord& vault, bool sameDisk);
    //! The vault is gone: its copy goes too, unless it still has recovery points.
    void vaultRemoved(const VaultRecord& vault);

    //! Files of the vault have changed: they are copied soon. Touches neither disk nor catalogue.
    void changed(const QString& vaultId);
    //! Before a manifest or document goes for good: so that it goes from the copy too.
    [[nodiscard]] Result<> removing(const QString& vaultId, const std::string& blob);
    //! Copies now, and reads all of the copy.
    void copyNow(const QString& vaultId);
    //! Tries again what failed; checks what is due.
    void tick();
    void waitUntilIdle();

    //! How the second location stands; nothing when the vault is not geo-redundant.
    [[nodiscard]] std::optional<contract::Replication> stateOf(const VaultRecord& vault) const;
    //! All that has changed is copied.
    [[nodiscard]] bool isCurrent(const QString& vaultId) const;
    //! Why the copy is not what it should be; nothing when there is no second location or all is well.
    [[nodiscard]] std::optional<Error> problemOf(const QString& vaultId) const;

private:
    struct Work
    {
        ReplicaRecord record;
        bool hasSecond = false;
        unsigned generation = 0; //!< of the second location: what a run for an older one found is void
        bool wanted = false;
        bool checkAll = false;
        bool running = false;
        int failures = 0;
        Instant nextTry{};
        store::Progress progress;
        std::function<void()> last; //!< done instead of copying; the work is over then
        std::stop_source pass; //!< of the copying that runs now
        std::jthread thread;
    };
    void start(Work& work, const QString& vaultId); //!< with the lock held
    void run(const QString& vaultId);
    //! One pass: what is new, then the check that is due.
    void copy(const QString& vaultId, unsigned generation, bool checkAll, const std::stop_token& stop);
    void fail(const QString& vaultId, unsigned generation, const Error& error, const std::optional<qint64>& behind);
    //! Changes the record and saves it, unless the second location is another one by now.
    void update(const QString& vaultId, unsigned generation, const std::function<void(Work&)>& change,
                const std::set<std::string>& settled = {});

    Catalogue& m_catalogue;
    std::shared_ptr<Clock> m_clock;
    mutable std::mutex m_mutex;
    bool m_closing = false;
    std::condition_variable m_idle;
    std::map<QString, Work> m_works; //!< of vaults that have a second location, or had
};

} // namespace valv::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/backupwork.h"
#include "engine/context.h"
#include "engine/protection.h"
#include "engine/rulekeeper.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace valv::engine {

//! \brief What must be done without anyone asking: due backups start, expired points go, soft-deleted items go when
//! their time is up, packs that no point needs are removed. Cleaning runs on a thread of its own. Any thread may call.
//!
//! What expires is expiredPoints()' to say: age alone never thins out what is there.
class Housekeeper
{
public:
    Housekeeper(Context& context, BackupWork& backups, Protection& protection, RuleKeeper& rules);
    ~Housekeeper();

    void tick();
    //! How much the vaults hold whose jobs have ended, without waiting for the tick.
    void sampleNow();
    //! Returns when nothing is being cleaned and nothing asked for.
    void waitUntilIdle();

private:
    void startDue();
    //! The age of the last good point is told even when no job ran.
    void tellOldPoints();
    void tellReplication();
    void tellClock();
    void cleanLoop(const std::stop_token& stop);
    void clean(const QDateTime& now, const std::stop_token& stop);
    void sample(const std::optional<QDateTime>& tick, const std::stop_token& stop);
    //! The items that cleanItem() would take something of, by nameKey().
    [[nodiscard]] QSet<QString> withExpiredPoints(const VaultRecord& vault, const QList<ItemRecord>& items) const;
    [[nodiscard]] bool cleanItem(const VaultRecord& vault, const ItemRecord& item, const std::stop_token& stop);
    //! True: it is gone, and room can be freed.
    [[nodiscard]] bool purgeWhenDue(const VaultRecord& vault, const ItemRecord& item, const std::stop_token& stop);

    Context& m_context;
    BackupWork& m_backups;
    Protection& m_protection;
    RuleKeeper& m_rules;
    std::mutex m_ticking;
    QHash<QString, bool> m_replicationTold; //!< by vault: raised, or resolved; ticking guards it
    std::optional<bool> m_clockTold; //!< doubted, or believed; ticking guards it
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_wanted = false;
    bool m_samplesWanted = false;
    QDateTime m_ticked; //!< the time of the tick that is wanted
    bool m_cleaning = false;
    std::jthread m_thread; // last: joined first
};

} // namespace valv::engine

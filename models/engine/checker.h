// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/integrity.h"
#include "engine/checkrecords.h"
#include "engine/records.h"
#include "store/vault.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>
#include <thread>

namespace valv::engine {

struct Context;

//! \brief Reads what the vaults hold and compares it with its hashes: every byte within a week, a share of it every six
//! hours, behind everything else (lowest priority, and only while no job runs in the vault; a share that is put off
//! again and again is read beside them in the end). What is damaged is put back from the second location when the copy
//! there is whole. The alert VaultDamaged is raised by a check that finds damage and resolved by one that finds none.
//! One vault at a time, on a thread of its own. Any thread may call.
class Checker
{
public:
    explicit Checker(Context& context);
    ~Checker();

    //! Begins what is due.
    void tick();
    //! Reads all of the vault, now.
    void checkNow(const QString& vaultId);
    //! Somebody could not read something: looks at it soon.
    //! \param files packs, as far as it is known which
    void suspect(const QString& vaultId, const std::set<std::string>& files);
    void forget(const QString& vaultId);
    [[nodiscard]] contract::Integrity stateOf(const QString& vaultId) const;
    void waitUntilIdle();
    //! Ends what runs; nothing begins any more.
    void stop();

private:
    struct Work
    {
        CheckRecord record;
        bool wanted = false;
        bool all = false;
        bool running = false;
        int putOff = 0; //!< times in a row
        std::set<std::string> suspects;
        store::Progress progress;
    };
    void loop(const std::stop_token& stop);
    void check(const QString& vaultId, const std::stop_token& stop);
    //! What the check found, after what could be put back was put back.
    struct Finding
    {
        store::VerifyReport report;
        std::vector<store::DamagedFile> repaired;
    };
    [[nodiscard]] Result<Finding> look(const VaultRecord& vault, const store::VerifyOptions& options,
                                       bool evenBesideJobs, const std::stop_token& stop);
    [[nodiscard]] Result<std::vector<store::DamagedFile>> repair(const VaultRecord& vault, store::Vault& opened,
                                                                 const std::vector<store::DamagedFile>& files,
                                                                 const std::stop_token& stop);
    void failed(const VaultRecord& vault, CheckRecord record, const Error& error);
    void succeeded(const VaultRecord& vault, CheckRecord record, const Finding& finding, unsigned shares,
                   const QDateTime& began);
    [[nodiscard]] QList<contract::Integrity::Damage> damageOf(const VaultRecord& vault,
                                                              const store::VerifyReport& report) const;
    void write(const VaultRecord& vault, const CheckRecord& record, bool isNews, qint64 repaired);

    Context& m_context;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::map<QString, Work> m_works;
    bool m_closing = false;
    std::jthread m_thread; // last: joined first
};

} // namespace valv::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/blobstore.h"
#include "store/pack.h"
#include "store/types.h"
#include "store/vault.h"

#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace valv::store {

struct ReplicaOptions
{
    std::string vaultId; //!< both places must be this vault
    //! The second place is empty: begin a copy there. Without this an empty one is an error, since it is most often a
    //! share that is not mounted.
    bool mayBegin = false;
    //! Manifests and documents that the vault's own program removed from the first place: they go from the second too.
    //! Whatever else is gone from the first stays in the second.
    std::set<std::string> removed;
};

struct ReplicaReport
{
    std::uint64_t filesCopied = 0;
    std::uint64_t bytesCopied = 0;
    std::uint64_t filesRemoved = 0;
    std::set<std::string> settled; //!< of those removed: in neither place any more
    std::vector<DamagedFile> damaged; //!< in the first place: not copied, a good copy of before stays
};

struct ReplicaCheck
{
    std::uint64_t filesChecked = 0;
    std::uint64_t bytesChecked = 0;
    std::vector<DamagedFile> repaired; //!< copied again from the first place
    std::vector<DamagedFile> damaged; //!< that could not be
};

//! \brief Keeps a complete copy of a vault in a second place, without its key. The copy is a vault at every instant:
//! packs come first, then the index, documents, and of each point its list, its state and, last, its manifest; each
//! file under a temporary name, synced, renamed and read back. A run that was cut off goes on where it was. Packs leave
//! the second place when neither the first has them nor a point of the second needs them. Takes no lock of the first
//! place, so backups, removals and collections go on beside it; holds the second's. Errors: those of the second place;
//! "SecondLocationEmpty", "SecondLocationOther" (another vault), "SecondLocationCorrupts" (what was read back is not
//! what was written), "FirstLocationUnreadable" (the cause in details), "ReplicaStopped". Blocks; one thread at a time.
class Replica
{
public:
    Replica(const BlobStore& first, BlobStore& second, ReplicaOptions options);

    //! What would be copied now: stored bytes. Reads no more than the lists of files.
    [[nodiscard]] Result<std::uint64_t> behind() const;
    [[nodiscard]] Result<ReplicaReport> copy(const std::stop_token& stop = {}, const ProgressCallback& progress = {});
    //! \brief Reads what is in the second place, compares it with its hashes and repairs it from the first: everything
    //! small, and the packs whose number is `share` modulo `shares`.
    [[nodiscard]] Result<ReplicaCheck> check(unsigned share = 0, unsigned shares = 1, const std::stop_token& stop = {});

private:
    enum class Copied
    {
        Done,
        Gone, //!< the first place has it no more
        Damaged
    };
    using Files = std::map<std::string, std::uint64_t>; // name → size

    [[nodiscard]] Result<std::unique_ptr<BlobLock>> begin();
    [[nodiscard]] Result<> list();
    [[nodiscard]] Result<bool> differs(const std::string& name, std::uint64_t size) const;
    [[nodiscard]] Result<Copied> copyFile(const std::string& name);
    [[nodiscard]] Result<> copyMissing(const std::string& prefix);
    [[nodiscard]] Result<> copyPoint(const std::string& id);
    [[nodiscard]] Result<> copyListedPacks(const std::string& listName);
    [[nodiscard]] Result<> mirrorRemovals();
    [[nodiscard]] Result<> removeDeadPacks();
    [[nodiscard]] Result<> removeFromSecond(const std::string& name);
    [[nodiscard]] Result<> goOn() const;

    const BlobStore& m_first;
    BlobStore& m_second;
    ReplicaOptions m_options;
    Files m_there; // in the first place, as listed when the run began
    Files m_here; // in the second, kept up
    ReplicaReport m_report;
    Progress m_far;
    std::stop_token m_stop;
    ProgressCallback m_progress;
};

} // namespace valv::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/blobstore.h"
#include "store/chunkindex.h"
#include "store/crypto.h"
#include "store/records.h"
#include "store/sealedfile.h"
#include "store/types.h"
#include "store/vault.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace valv::store {

//! \brief The keys of a vault, all derived from its master key.
struct VaultKeys
{
    Key chunkId{}; //!< of the keyed hash that names chunks
    Key pack{}; //!< wraps packs' data keys; and so on
    Key manifest{};
    Key state{};
    Key document{};
    Key documentName{}; //!< of the keyed hash that names document files
    Key index{};
    Key packList{}; //!< signs lists of packs

    explicit VaultKeys(const Key& master);
    VaultKeys(const VaultKeys&) = delete;
    VaultKeys& operator=(const VaultKeys&) = delete;
    ~VaultKeys();
};

//! \brief What a vault, its writers and its readers share. Any thread.
class VaultCore : public std::enable_shared_from_this<VaultCore>
{
public:
    VaultCore(std::shared_ptr<BlobStore> place, VaultIdentity identity, const Key& master, const VaultOptions& options);

    [[nodiscard]] BlobStore& place() const { return *m_place; }
    [[nodiscard]] const VaultKeys& keys() const { return m_keys; }
    [[nodiscard]] const VaultIdentity& identity() const { return m_identity; }
    [[nodiscard]] const VaultOptions& options() const { return m_options; }
    [[nodiscard]] int threads() const;
    [[nodiscard]] ChunkIndex& index() { return m_index; }

    //! The place's lock, shared by all that write in this process; the first one brings the index up to date.
    //! \param whenAlone done first if nobody writes, here or elsewhere; nobody begins before it has returned. Must not
    //! call the core.
    [[nodiscard]] Result<std::shared_ptr<void>> lockForWriting(
        const std::function<Result<>(BlobStore&)>& whenAlone = {});
    //! Makes the index fit the packs that are there; reads index files, and packs that none of them has. Nothing to do
    //! while this process writes, since no other can then.
    [[nodiscard]] Result<> refreshIndex();
    //! Packs whose chunks were never read back by a writer that came to its end: after a crash.
    [[nodiscard]] std::vector<std::uint32_t> unprovenPacks() const;
    void setProven(std::uint32_t pack);
    //! Leaves packs in one index file; keeps the number of these small.
    [[nodiscard]] Result<> writeIndex(const std::vector<PackContents>& packs);

    //! The data key of a pack, remembered.
    [[nodiscard]] Result<Key> packKey(std::uint32_t pack);
    void rememberPackKey(std::uint32_t pack, const Key& key);
    //! Reads, decrypts and unpacks one segment. Errors: "PackDamaged", those of the place.
    [[nodiscard]] Result<Bytes> readSegment(std::uint32_t pack, std::uint32_t segment, SegmentUnpacker& unpacker);

    [[nodiscard]] static std::string manifestName(const std::string& pointId)
    {
        return "points/" + pointId + ".manifest";
    }
    [[nodiscard]] static std::string packListName(const std::string& pointId) { return "points/" + pointId + ".packs"; }
    [[nodiscard]] static std::string stateName(const std::string& pointId) { return "points/" + pointId + ".state"; }
    [[nodiscard]] Result<std::vector<std::string>> pointIds() const;
    [[nodiscard]] Result<PointInfo> pointInfo(const std::string& id);
    [[nodiscard]] Result<Manifest> manifest(const std::string& id) const;
    [[nodiscard]] Result<PackList> packList(const std::string& id) const;
    [[nodiscard]] Result<> writeState(const std::string& id, const PointState& state);

    //! Shared while a point is counted up and published, or removed; alone while the collector decides what goes for good.
    [[nodiscard]] std::shared_mutex& publishMutex() { return m_publishMutex; }

    //! Ids of points that writers of this process are making.
    [[nodiscard]] bool reservePoint(const std::string& id);
    void releasePoint(const std::string& id);

private:
    [[nodiscard]] Result<std::vector<BlobInfo>> readIndexFiles(const std::set<PackId>& there, std::set<PackId>& known);
    [[nodiscard]] Result<> refreshLocked();
    [[nodiscard]] Result<> checkStillThere() const;

    std::shared_ptr<BlobStore> m_place;
    VaultIdentity m_identity;
    VaultKeys m_keys;
    VaultOptions m_options;
    ChunkIndex m_index;

    std::shared_mutex m_publishMutex;
    mutable std::mutex m_mutex; // for all below
    std::unique_ptr<BlobLock> m_lock; // while m_writers is not 0
    int m_writers = 0;
    std::set<std::string> m_reserved;
    std::set<std::uint32_t> m_unproven;
    std::unordered_map<std::uint32_t, Key> m_packKeys;
    std::unordered_map<std::string, PointInfo> m_infos; // manifests never change
};

} // namespace valv::store

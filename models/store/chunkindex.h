// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/chunkid.h"
#include "store/pack.h"

#include <atomic>
#include <deque>
#include <optional>
#include <set>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace valv::store {

//! \brief Where a chunk is: pack and segment by number, and its bytes within the unpacked segment.
struct ChunkPlace
{
    std::uint32_t pack = 0;
    std::uint32_t segment = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

//! \brief A segment as needed to read it.
struct SegmentPlace
{
    std::uint32_t offset = 0;
    std::uint32_t stored = 0;
    std::uint32_t raw = 0;
    Codec codec = Codec::Stored;
};

struct PackSummary
{
    PackId id;
    std::uint64_t size = 0;
    Hash hash{};
};

class ChunkIndex;

//! \brief The packs that a running writer or reader needs: the collector leaves them alone. One thread at a time.
class UsedPacks
{
public:
    explicit UsedPacks(ChunkIndex& index)
        : m_index(index)
    { }
    UsedPacks(const UsedPacks&) = delete;
    UsedPacks& operator=(const UsedPacks&) = delete;
    ~UsedPacks();
    [[nodiscard]] const std::set<std::uint32_t>& all() const { return m_packs; }

private:
    friend class ChunkIndex;
    ChunkIndex& m_index;
    std::set<std::uint32_t> m_packs;
};

//! \brief All chunks of a vault and where they are, in memory; about 70 bytes for each. Any thread.
//! A pack keeps its number as long as the index lives. When a chunk is in two packs, the one added first counts,
//! unless the later one is preferred; who uses the pack that a chunk was in uses the one that it has moved to.
class ChunkIndex
{
public:
    ChunkIndex();

    [[nodiscard]] std::optional<ChunkPlace> find(const ChunkId& id) const;
    //! The same for a writer: not in a pack that is doubted. Keeps the pack for `used` before anyone could remove it.
    [[nodiscard]] std::optional<ChunkPlace> find(const ChunkId& id, UsedPacks& used) const;
    [[nodiscard]] SegmentPlace segment(std::uint32_t pack, std::uint32_t segment) const;
    [[nodiscard]] PackSummary pack(std::uint32_t pack) const;
    //! What its segments are unpacked.
    [[nodiscard]] std::uint64_t rawBytes(std::uint32_t pack) const;
    [[nodiscard]] std::optional<std::uint32_t> packNumber(const PackId& id) const;
    //! Numbers of all packs that are there.
    [[nodiscard]] std::vector<std::uint32_t> packs() const;
    [[nodiscard]] bool isUsed(std::uint32_t pack) const;
    [[nodiscard]] std::uint64_t chunkCount() const;
    [[nodiscard]] std::uint64_t chunkBytes() const;

    //! A pack that is there already keeps its number and gets those of its chunks that are not known (again).
    //! \param prefer chunks that are known already move here
    //! \param used keeps the pack at once, and those that chunks of it are in already: they count there
    std::uint32_t add(const PackContents& contents, bool prefer = false, UsedPacks* used = nullptr);
    //! \brief These packs are damaged: writers store what is in them anew, and it is read from where it is then. Their
    //! chunks can still be read. Replaces what was doubted before; holds for packs that are added later, too.
    void setDoubted(const std::set<PackId>& packs);
    [[nodiscard]] bool isDoubted(const PackId& id) const;
    //! Keeps it for `used`; false when it is not there.
    bool use(const PackId& id, UsedPacks& used) const;
    //! Removes those that nobody uses, all at once, and returns their numbers. Chunks in them are unknown then.
    std::vector<std::uint32_t> removeUnused(const std::vector<std::uint32_t>& packs);
    //! Removes without asking: the files are gone.
    void remove(const std::vector<std::uint32_t>& packs);

private:
    friend class UsedPacks;
    struct Slot
    {
        ChunkId id;
        ChunkPlace place;
    };
    struct Pack
    {
        PackSummary summary;
        std::vector<SegmentPlace> segments;
        mutable std::atomic<std::uint32_t> users = 0;
        std::set<std::uint32_t> from; //!< packs whose chunks are known here now, and theirs
        bool there = true;
        bool doubted = false;
    };

    [[nodiscard]] const Slot* slot(const ChunkId& id) const;
    //! \return the pack in which the chunk counts now
    std::uint32_t insert(const ChunkId& id, const ChunkPlace& place, bool prefer);
    void grow(std::size_t slots);
    void removeLocked(const std::vector<std::uint32_t>& packs);
    void hold(std::uint32_t pack, UsedPacks& used) const;
    [[nodiscard]] bool isUsedLocked(std::uint32_t pack) const;

    mutable std::shared_mutex m_mutex;
    std::vector<Slot> m_slots; // open addressing; free ones have place.length 0
    std::size_t m_count = 0;
    std::uint64_t m_bytes = 0;
    std::deque<Pack> m_packs;
    std::unordered_map<PackId, std::uint32_t, PackIdHash> m_numbers;
    std::set<PackId> m_doubted; // also those that are not there yet
};

} // namespace valv::store

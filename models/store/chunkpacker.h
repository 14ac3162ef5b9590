// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/chunkindex.h"
#include "store/crypto.h"
#include "store/pack.h"
#include "store/vaultcore.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <unordered_set>
#include <vector>

namespace valv::store {

//! \brief Reads a pack back and compares each chunk with its id. Error "ChunkNotReadBack" or the place's.
[[nodiscard]] Result<> checkPack(const BlobStore& place, const PackContents& contents, const Key& key,
                                 SegmentUnpacker& unpacker, KeyedHash& hash,
                                 std::atomic<std::uint64_t>* verified = nullptr);

//! \brief Chunks in, checked packs out. Several threads hash, look up, compress and encrypt; one makes packs durable;
//! then the first ones read them back, and only then is a chunk known to the index.
//! Its memory is bounded: submit() waits while too much is under way. Errors stay.
class ChunkPacker
{
public:
    struct Piece
    {
        std::uint32_t offset = 0; //!< in the block
        std::uint32_t length = 0;
        ChunkId* id = nullptr; //!< gets the chunk's id, zero for zeros; must live as long as the packer: errors don't wait
        ChunkId base; //!< what it was before: another id counts as changed
        bool counts = true; //!< as data, in changed and fresh
    };
    //! Chunks one after the other, up to a segment full.
    struct Block
    {
        Bytes data = Bytes(SegmentSize);
        std::uint32_t size = 0;
        std::vector<Piece> pieces;

        [[nodiscard]] std::uint32_t room() const { return SegmentSize - size; }
    };
    enum class Mode
    {
        OnlyNew, //!< what the vault has is not stored again
        Rewrite, //!< everything given is stored, and moves there
    };

    ChunkPacker(VaultCore& core, Mode mode);
    ChunkPacker(const ChunkPacker&) = delete;
    ChunkPacker& operator=(const ChunkPacker&) = delete;
    ~ChunkPacker();

    //! An empty block; give it back with submit().
    [[nodiscard]] std::unique_ptr<Block> block();
    [[nodiscard]] Result<> submit(std::unique_ptr<Block> block);
    //! Waits until the ids of all blocks are there.
    [[nodiscard]] Result<> waitHashed(const std::stop_token& stop);
    //! Waits until all is durable and checked. Afterwards no more blocks.
    [[nodiscard]] Result<> finish(const std::stop_token& stop);
    [[nodiscard]] Result<> error() const;
    //! The packs written; after finish().
    [[nodiscard]] const std::vector<PackContents>& packs() const { return m_packs; }

    //! Keeps a pack from being collected as long as the packer lives; false when it is not there.
    bool hold(const PackId& pack);
    //! The pack of a chunk, held; nothing when the vault does not have it.
    [[nodiscard]] std::optional<ChunkPlace> findAndHold(const ChunkId& id);

    std::atomic<std::uint64_t> changed = 0; //!< bytes of chunks other than their base
    std::atomic<std::uint64_t> fresh = 0; //!< bytes of chunks new to the vault
    std::atomic<std::uint64_t> stored = 0; //!< bytes written into packs
    std::atomic<std::uint64_t> verified = 0; //!< bytes read back

private:
    struct Tools;
    struct Check
    {
        PackContents contents;
        Key key;
    };

    void work(const std::stop_token& stop);
    void seal(const std::stop_token& stop);
    void process(Block& block, Tools& tools);
    void gather(const Block& block, const std::vector<std::size_t>& fresh, Tools& tools);
    void store(std::span<std::byte> data, std::vector<ChunkRef> chunks, Tools& tools);
    void check(const Check& check, Tools& tools);
    void sealPack(std::unique_ptr<PackBuilder> pack);
    void fail(const Error& error);
    [[nodiscard]] Result<> wait(const std::stop_token& stop, bool packsToo);

    VaultCore& m_core;
    const Mode m_mode;

    std::mutex m_claimMutex; // what this packer has seen
    UsedPacks m_used;
    std::unordered_set<ChunkId, ChunkIdHash> m_pending; // under way to a pack

    std::mutex m_gatherMutex; // new chunks between others, until they fill a segment
    std::unique_ptr<Block> m_gathered;
    std::vector<ChunkRef> m_gatheredChunks;

    std::mutex m_packMutex;
    std::unique_ptr<PackBuilder> m_pack;

    mutable std::mutex m_mutex; // queues
    std::condition_variable_any m_work;
    std::condition_variable_any m_sealWork;
    std::condition_variable_any m_progress;
    std::deque<std::unique_ptr<Block>> m_blocks;
    std::vector<std::unique_ptr<Block>> m_free;
    std::deque<std::unique_ptr<PackBuilder>> m_seals;
    std::deque<Check> m_checks;
    std::size_t m_openBlocks = 0; // submitted and not yet processed
    std::size_t m_openPacks = 0; // closed and not yet checked
    std::optional<Error> m_error;
    std::vector<PackContents> m_packs;
    std::size_t m_queueLimit;

    std::vector<std::jthread> m_threads; // last: they use all above
};

} // namespace valv::store

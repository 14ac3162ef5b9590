// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/vaultcore.h"

#include <deque>
#include <utility>

namespace valv::store {

//! \brief Reads pages of disk maps. Pages that were written together lie together: the last segments are kept.
//! One thread at a time.
class PageSource
{
public:
    explicit PageSource(VaultCore& core)
        : m_core(core)
        , m_hash(core.keys().chunkId)
    { }

    //! PageChunks ids, zeros where the page is shorter; all zeros for the zero id. Error "ChunkDamaged".
    [[nodiscard]] Result<std::vector<ChunkId>> page(const ChunkId& id);
    //! Any chunk, checked. Error "ChunkDamaged".
    [[nodiscard]] Result<Bytes> chunk(const ChunkId& id);

private:
    struct Kept
    {
        std::uint32_t pack;
        std::uint32_t segment;
        Bytes raw;
    };

    VaultCore& m_core;
    SegmentUnpacker m_unpacker;
    KeyedHash m_hash;
    std::deque<Kept> m_kept; // newest first
};

} // namespace valv::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pagesource.h"

#include <algorithm>

namespace valv::store {

namespace {
constexpr std::size_t keptPageSegments = 4;
}

Result<std::vector<ChunkId>> PageSource::page(const ChunkId& id)
{
    std::vector<ChunkId> ids;
    if (!id.isZero()) {
        const auto bytes = chunk(id);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        ids = decodePage(*bytes);
    }
    ids.resize(PageChunks);
    return ids;
}

Result<Bytes> PageSource::chunk(const ChunkId& id)
{
    auto at = m_core.index().find(id);
    for (int attempt = 0;; ++attempt) {
        if (at) {
            auto kept = std::find_if(m_kept.begin(), m_kept.end(),
                                     [&](const Kept& k) { return k.pack == at->pack && k.segment == at->segment; });
            if (kept == m_kept.end()) {
                auto raw = m_core.readSegment(at->pack, at->segment, m_unpacker);
                if (!raw && (raw.error().code != "BlobNotFound" || attempt > 0)) {
                    return failure("ChunkDamaged", raw.error().message, raw.error().target);
                }
                if (raw) {
                    if (m_kept.size() == keptPageSegments) {
                        m_kept.pop_back();
                    }
                    m_kept.push_front({at->pack, at->segment, std::move(*raw)});
                    kept = m_kept.begin();
                }
            }
            if (kept != m_kept.end()) {
                const auto from = kept->raw.begin() + at->offset;
                Bytes chunk(from, from + at->length);
                if (m_hash(chunk) != id.bytes) {
                    const auto name = packName(m_core.index().pack(at->pack).id);
                    return failure("ChunkDamaged", "A chunk in the pack " + name + " is not what it was.", name);
                }
                return chunk;
            }
        }
        if (attempt > 0) {
            return failure("ChunkDamaged", "A chunk is in none of the vault's packs.", toHex(id.bytes));
        }
        // The collector of another process may have moved it.
        if (auto refreshed = m_core.refreshIndex(); !refreshed) {
            return tl::unexpected(refreshed.error());
        }
        at = m_core.index().find(id);
    }
}

} // namespace valv::store

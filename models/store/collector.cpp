// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/collector.h"

#include "store/chunkpacker.h"

#include <algorithm>

namespace valv::store {

namespace {

//! So many packs smaller than this share of a full one are put together.
constexpr std::size_t manySmall = 8;
constexpr std::uint64_t smallShare = 4;

tl::unexpected<Error> cancelled()
{
    return failure("PointCancelled", "The clean-up was cancelled.");
}

} // namespace

Collector::Collector(VaultCore& core, const CollectOptions& options)
    : m_core(core)
    , m_options(options)
{ }

//! A point that can't be read keeps every pack that its list names.
Result<> Collector::keepListed(const std::string& id)
{
    const auto list = m_core.packList(id);
    if (!list) {
        return failure("VaultDamaged",
                       "The recovery point " + id
                           + " and its list of packs are both damaged, so nobody knows what it needs.",
                       id, "Delete the recovery point, or restore its files from a copy of the vault; then try again.");
    }
    for (const auto& pack : list->packs) {
        if (const auto number = m_core.index().packNumber(pack.id)) {
            m_keep.insert(*number);
        }
    }
    return {};
}

//! \return false when the point is damaged
Result<bool> Collector::markPoint(const std::string& id, PageSource& source)
{
    const auto manifest = m_core.manifest(id);
    if (!manifest) {
        return manifest.error().code == "PointDamaged" ? Result<bool>(false) : tl::unexpected(manifest.error());
    }
    bool whole = true;
    for (const auto& pages : manifest->pages) {
        for (const auto& pageId : pages) {
            if (pageId.isZero() || !m_pagesSeen.insert(pageId).second) {
                continue;
            }
            m_live.insert(pageId);
            const auto ids = source.page(pageId);
            if (!ids) {
                m_pagesSeen.erase(pageId); // the next point that has it is damaged too
                whole = false;
                continue;
            }
            for (const auto& chunk : *ids) {
                if (!chunk.isZero()) {
                    m_live.insert(chunk);
                }
            }
        }
    }
    return whole;
}

Result<> Collector::mark(const std::stop_token& stop)
{
    const auto ids = m_core.pointIds();
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    PageSource source(m_core);
    for (const auto& id : *ids) {
        if (stop.stop_requested()) {
            return cancelled();
        }
        const auto whole = markPoint(id, source);
        if (!whole) {
            if (whole.error().code == "PointNotFound") {
                continue; // removed meanwhile
            }
            return tl::unexpected(whole.error());
        }
        m_marked.insert(id);
        if (*whole) {
            m_points.push_back(id);
        } else if (auto kept = keepListed(id); !kept) {
            return kept;
        }
    }
    for (const auto& id : m_live) {
        if (const auto place = m_core.index().find(id)) {
            m_liveBytes[place->pack] += place->length;
        }
    }
    return {};
}

void Collector::choose()
{
    std::vector<std::uint32_t> small;
    for (const auto number : m_core.index().packs()) {
        if (m_keep.contains(number) || m_core.index().isUsed(number)) {
            continue;
        }
        const auto live = m_liveBytes.find(number);
        if (live == m_liveBytes.end()) {
            m_dead.push_back(number);
            continue;
        }
        const auto raw = m_core.index().rawBytes(number);
        const auto dead = raw > live->second ? raw - live->second : 0;
        if (raw != 0 && static_cast<double>(dead) >= m_options.rewriteWhenDead * static_cast<double>(raw)
            && dead != 0) {
            m_rewrite.push_back(number);
        } else if (m_core.index().pack(number).size < m_core.options().packSize / smallShare) {
            small.push_back(number);
        }
    }
    if (small.size() >= manySmall) {
        m_rewrite.insert(m_rewrite.end(), small.begin(), small.end());
    }
}

//! Gives the live chunks of the chosen packs to a packer, in the order in which they lie.
Result<> Collector::rewrite(const std::stop_token& stop, const ProgressCallback& progress)
{
    if (m_rewrite.empty()) {
        return {};
    }
    std::deque<std::vector<ChunkId>> ids; // where the packer leaves what we know already: it goes before them
    ChunkPacker packer(m_core, ChunkPacker::Mode::Rewrite);
    SegmentUnpacker unpacker;
    KeyedHash hash(m_core.keys().chunkId);
    Progress far;
    for (const auto number : m_rewrite) {
        far.total += m_core.index().pack(number).size;
    }
    std::unique_ptr<ChunkPacker::Block> block = packer.block();
    std::vector<std::uint32_t> moved;
    for (const auto number : m_rewrite) {
        const auto contents = readPackContents(m_core.place(), m_core.index().pack(number).id, m_core.keys().pack);
        bool good = contents.has_value();
        for (std::uint32_t s = 0; good && s < contents->segments.size(); ++s) {
            if (stop.stop_requested()) {
                return cancelled();
            }
            const auto& segment = contents->segments[s];
            const auto isLive = [&](const ChunkRef& chunk) {
                const auto place = m_core.index().find(chunk.id);
                return place && place->pack == number && m_live.contains(chunk.id);
            };
            if (std::none_of(segment.chunks.begin(), segment.chunks.end(), isLive)) {
                continue;
            }
            const auto raw = m_core.readSegment(number, s, unpacker);
            if (!raw) {
                good = false; // damaged: it stays as it is
                break;
            }
            auto& places = ids.emplace_back(segment.chunks.size());
            std::uint32_t offset = 0;
            for (std::size_t k = 0; k < segment.chunks.size(); ++k) {
                const auto& chunk = segment.chunks[k];
                const auto bytes = ByteSpan(*raw).subspan(offset, chunk.length);
                offset += chunk.length;
                if (!isLive(chunk)) {
                    continue;
                }
                if (hash(bytes) != chunk.id.bytes) {
                    good = false;
                    break;
                }
                if (block->room() < chunk.length) {
                    if (auto submitted = packer.submit(std::move(block)); !submitted) {
                        return submitted;
                    }
                    block = packer.block();
                }
                std::copy(bytes.begin(), bytes.end(), block->data.begin() + block->size);
                block->pieces.push_back({block->size, chunk.length, &places[k], {}, true});
                block->size += chunk.length;
            }
        }
        if (good) {
            moved.push_back(number);
        }
        far.done += m_core.index().pack(number).size;
        if (progress) {
            progress(far);
        }
    }
    if (auto submitted = packer.submit(std::move(block)); !submitted) {
        return submitted;
    }
    if (auto finished = packer.finish(stop); !finished) {
        return finished;
    }
    if (auto written = m_core.writeIndex(packer.packs()); !written) {
        return written;
    }
    for (const auto& pack : packer.packs()) {
        m_bytesWritten += pack.size;
    }
    m_report.packsRewritten = moved.size();
    m_dead.insert(m_dead.end(), moved.begin(), moved.end());
    return {};
}

//! Lists that name a pack which is about to go, or one whose chunks have moved, are written anew.
Result<> Collector::refreshLists()
{
    const std::set<std::uint32_t> going(m_dead.begin(), m_dead.end());
    PageSource source(m_core);
    for (const auto& id : m_points) {
        auto list = m_core.packList(id);
        const bool fits = list && std::none_of(list->packs.begin(), list->packs.end(), [&](const auto& pack) {
                              const auto number = m_core.index().packNumber(pack.id);
                              return !number || going.contains(*number);
                          });
        if (fits) {
            continue;
        }
        const auto manifest = m_core.manifest(id);
        const auto file = m_core.place().get(VaultCore::manifestName(id));
        if (!manifest && manifest.error().code == "PointNotFound") {
            continue; // removed meanwhile
        }
        if (!manifest || !file) {
            return tl::unexpected(manifest ? file.error() : manifest.error());
        }
        std::set<std::uint32_t> packs;
        const auto need = [&](const ChunkId& chunk) {
            if (const auto place = m_core.index().find(chunk); place && !chunk.isZero()) {
                packs.insert(place->pack);
            }
        };
        for (const auto& pages : manifest->pages) {
            for (const auto& pageId : pages) {
                need(pageId);
                const auto ids = source.page(pageId);
                if (!ids) {
                    return tl::unexpected(ids.error());
                }
                std::for_each(ids->begin(), ids->end(), need);
            }
        }
        PackList fresh{id, file->size(), sha256(*file), {}};
        for (const auto pack : packs) {
            fresh.packs.push_back(m_core.index().pack(pack));
        }
        std::sort(fresh.packs.begin(), fresh.packs.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        if (auto written =
                m_core.place().put(VaultCore::packListName(id), encodePackList(fresh, m_core.keys().packList));
            !written) {
            return written;
        }
    }
    return {};
}

Result<> Collector::removeLeftovers(BlobStore& place)
{
    if (auto removed = place.removeLeftovers(); !removed) {
        return removed;
    }
    const auto files = place.list("points/");
    if (!files) {
        return tl::unexpected(files.error());
    }
    for (const auto& file : *files) {
        const auto dot = file.name.rfind('.');
        if (!file.name.ends_with(".manifest") && dot != std::string::npos
            && !place.size(file.name.substr(0, dot) + ".manifest")) {
            if (auto removed = place.remove(file.name); !removed) {
                return removed;
            }
        }
    }
    return {};
}

//! Points that were published since the marking, and had packs of ours as theirs.
Result<> Collector::spareNewPoints()
{
    const auto ids = m_core.pointIds();
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    PageSource source(m_core);
    std::set<std::uint32_t> needed;
    for (const auto& id : *ids) {
        if (m_marked.contains(id)) {
            continue;
        }
        m_live.clear();
        m_pagesSeen.clear();
        const auto whole = markPoint(id, source);
        if (!whole || !*whole) {
            return failure("VaultDamaged", "The new recovery point " + id + " cannot be read.", id);
        }
        m_points.push_back(id);
        for (const auto& chunk : m_live) {
            if (const auto place = m_core.index().find(chunk)) {
                needed.insert(place->pack);
            }
        }
    }
    std::erase_if(m_dead, [&needed](auto pack) { return needed.contains(pack); });
    return {};
}

Result<> Collector::removeDead()
{
    const std::unique_lock deciding(m_core.publishMutex());
    if (auto spared = spareNewPoints(); !spared) {
        return spared;
    }
    std::erase_if(m_dead, [this](auto pack) { return m_core.index().isUsed(pack); });
    if (auto refreshed = refreshLists(); !refreshed) {
        return refreshed;
    }
    // A writer may have begun to use one of them since they were chosen: these stay until the next time.
    std::uint64_t freed = 0;
    for (const auto number : m_core.index().removeUnused(m_dead)) {
        const auto pack = m_core.index().pack(number);
        if (auto removed = m_core.place().remove(packName(pack.id)); !removed) {
            return removed;
        }
        ++m_report.packsRemoved;
        freed += pack.size;
    }
    m_report.bytesFreed = freed > m_bytesWritten ? freed - m_bytesWritten : 0;
    return {};
}

Result<CollectReport> Collector::run(const std::stop_token& stop, const ProgressCallback& progress)
{
    if (auto marked = mark(stop); !marked) {
        return tl::unexpected(marked.error());
    }
    choose();
    if (auto rewritten = rewrite(stop, progress); !rewritten) {
        return tl::unexpected(rewritten.error());
    }
    if (auto removed = removeDead(); !removed) {
        return tl::unexpected(removed.error());
    }
    return m_report;
}

} // namespace valv::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sharing.h"

#include "store/pagesource.h"

#include <map>
#include <unordered_set>

namespace valv::store {

namespace {

using ChunkIds = std::unordered_set<ChunkId, ChunkIdHash>;

//! Walks the maps of points, each page once. One thread.
class Walk
{
public:
    explicit Walk(VaultCore& core)
        : m_core(core)
        , m_source(core)
    { }

    //! \param each called for each page's and each chunk's id
    //! \return false when the point is damaged; what could be read was told all the same
    template <typename Each>
    [[nodiscard]] Result<bool> point(const std::string& id, Each each)
    {
        const auto manifest = m_core.manifest(id);
        if (!manifest) {
            const auto& code = manifest.error().code;
            if (code == "PointNotFound") {
                return true; // removed meanwhile
            }
            return code == "PointDamaged" ? Result<bool>(false) : tl::unexpected(manifest.error());
        }
        bool whole = true;
        for (const auto& pages : manifest->pages) {
            for (const auto& pageId : pages) {
                if (pageId.isZero() || !m_seen.insert(pageId).second) {
                    continue;
                }
                each(pageId);
                const auto ids = m_source.page(pageId);
                if (!ids) {
                    m_seen.erase(pageId);
                    whole = false;
                    continue;
                }
                for (const auto& chunk : *ids) {
                    if (!chunk.isZero()) {
                        each(chunk);
                    }
                }
            }
        }
        return whole;
    }

private:
    VaultCore& m_core;
    PageSource m_source;
    ChunkIds m_seen;
};

Error stopped()
{
    return {"PointCancelled", "The question was withdrawn.", {}, {}, {}};
}

//! The packs that a damaged point keeps.
Result<> keepPacks(VaultCore& core, const std::string& id, std::set<std::uint32_t>& kept)
{
    const auto list = core.packList(id);
    if (!list) {
        return failure("VaultDamaged", "The recovery point " + id + " and its list of packs are both damaged.", id);
    }
    for (const auto& pack : list->packs) {
        if (const auto number = core.index().packNumber(pack.id)) {
            kept.insert(*number);
        }
    }
    return {};
}

} // namespace

Result<std::uint64_t> bytesOnlyIn(VaultCore& core, const std::set<std::string>& points, const std::stop_token& stop)
{
    if (auto fresh = core.refreshIndex(); !fresh) {
        return tl::unexpected(fresh.error());
    }
    const auto all = core.pointIds();
    if (!all) {
        return tl::unexpected(all.error());
    }
    ChunkIds mine;
    Walk walkMine(core);
    for (const auto& id : points) {
        if (stop.stop_requested()) {
            return tl::unexpected(stopped());
        }
        if (auto walked = walkMine.point(id, [&mine](const ChunkId& chunk) { mine.insert(chunk); }); !walked) {
            return tl::unexpected(walked.error());
        }
    }
    std::set<std::uint32_t> kept;
    Walk walkOthers(core);
    for (const auto& id : *all) {
        if (points.contains(id) || mine.empty()) {
            continue;
        }
        if (stop.stop_requested()) {
            return tl::unexpected(stopped());
        }
        const auto whole = walkOthers.point(id, [&mine](const ChunkId& chunk) { mine.erase(chunk); });
        if (!whole) {
            return tl::unexpected(whole.error());
        }
        if (!*whole) {
            if (auto listed = keepPacks(core, id, kept); !listed) {
                return tl::unexpected(listed.error());
            }
        }
    }
    std::map<std::uint32_t, std::uint64_t> raw; // by pack
    for (const auto& chunk : mine) {
        if (const auto place = core.index().find(chunk); place && !kept.contains(place->pack)) {
            raw[place->pack] += place->length;
        }
    }
    std::uint64_t bytes = 0;
    for (const auto& [pack, freed] : raw) {
        const auto whole = core.index().rawBytes(pack);
        const auto share = whole == 0 ? 0.0 : static_cast<double>(freed) / static_cast<double>(whole);
        bytes += static_cast<std::uint64_t>(share * static_cast<double>(core.index().pack(pack).size));
    }
    return bytes;
}

} // namespace valv::store

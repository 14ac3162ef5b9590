// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/pagesource.h"
#include "store/vault.h"
#include "store/vaultcore.h"

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace valv::store {

//! \brief Frees what no recovery point needs. One run, under the writer's lock.
//! Order, so that a crash at any instant loses nothing: new packs durable and checked, index, lists of packs of the
//! points, and only then the old packs go.
class Collector
{
public:
    Collector(VaultCore& core, const CollectOptions& options);
    [[nodiscard]] Result<CollectReport> run(const std::stop_token& stop, const ProgressCallback& progress);
    //! What a run that died left behind: half-written files, lists and states of points that never came to be. Only
    //! while nobody writes.
    [[nodiscard]] static Result<> removeLeftovers(BlobStore& place);

private:
    [[nodiscard]] Result<> mark(const std::stop_token& stop);
    [[nodiscard]] Result<bool> markPoint(const std::string& id, PageSource& source);
    [[nodiscard]] Result<> keepListed(const std::string& id);
    void choose();
    [[nodiscard]] Result<> rewrite(const std::stop_token& stop, const ProgressCallback& progress);
    [[nodiscard]] Result<> spareNewPoints();
    [[nodiscard]] Result<> refreshLists();
    [[nodiscard]] Result<> removeDead();

    VaultCore& m_core;
    CollectOptions m_options;
    CollectReport m_report;
    std::uint64_t m_bytesWritten = 0;
    std::set<std::string> m_marked; // points, whole or not
    std::unordered_set<ChunkId, ChunkIdHash> m_live; // pages too
    std::unordered_set<ChunkId, ChunkIdHash> m_pagesSeen;
    std::map<std::uint32_t, std::uint64_t> m_liveBytes; // by pack
    std::vector<std::string> m_points; // that could be read
    std::set<std::uint32_t> m_keep; // packs of points that could not
    std::vector<std::uint32_t> m_dead;
    std::vector<std::uint32_t> m_rewrite;
};

} // namespace valv::store

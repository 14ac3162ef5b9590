// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/pagesource.h"
#include "store/vault.h"
#include "store/vaultcore.h"

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace valv::store {

[[nodiscard]] constexpr const char* formatName()
{
    return "valv-vault.json";
}
//! The same again: the one file without which nothing can be read.
[[nodiscard]] constexpr const char* formatCopyName()
{
    return "valv-vault.copy.json";
}
//! From the first of the two that is whole. Errors as decodeFormat(), "VaultNotFound", "VaultNotAVault".
[[nodiscard]] Result<Format> readFormat(const BlobStore& place);

//! \brief Checks a vault's files, with the key (core) or without. One run.
class Verifier
{
public:
    Verifier(const BlobStore& place, VaultCore* core, const VerifyOptions& options);
    [[nodiscard]] Result<VerifyReport> run(const std::stop_token& stop, const ProgressCallback& progress);
    //! One file alone: nothing when it is whole. With the key a pack's chunks are read too.
    [[nodiscard]] Result<> checkFile(const std::string& name);

private:
    [[nodiscard]] Result<> listFiles();
    void checkFormat();
    void checkSmallFile(const BlobInfo& file);
    [[nodiscard]] bool stillNeeds(const std::string& pointId, const PackId& pack) const;
    void checkListed(const std::string& pointId, const PackList& list);
    void checkPacks(const std::stop_token& stop, const ProgressCallback& progress);
    void checkPackFile(const BlobInfo& file, Bytes& buffer, SegmentUnpacker* unpacker, KeyedHash* hash);
    void checkPointFiles(const std::string& pointId);
    void mapWithoutKey();
    void mapWithKey(const std::stop_token& stop);
    [[nodiscard]] bool isReadable(const ChunkId& id, PageSource& source);
    void damaged(const std::string& name, const std::string& reason);
    [[nodiscard]] bool isInShare(const PackId& id) const;

    const BlobStore& m_place;
    VaultCore* m_core;
    VerifyOptions m_options;
    VerifyReport m_report;
    std::vector<BlobInfo> m_small;
    std::vector<BlobInfo> m_packFiles;
    std::set<std::string> m_pointIds;
    std::map<std::string, PackList> m_lists; // by point
    std::map<PackId, Hash> m_hashes; // computed
    std::set<PackId> m_suspects; // something is wrong in them
    std::set<PackId> m_there;
    std::unordered_map<ChunkId, bool, ChunkIdHash> m_readable; // of suspects
    std::mutex m_mutex; // for the report and the sets while packs are read
};

} // namespace valv::store

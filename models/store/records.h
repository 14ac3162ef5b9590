// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/chunkid.h"
#include "store/chunkindex.h"
#include "store/crypto.h"
#include "store/pack.h"
#include "store/types.h"
#include "store/vault.h"

#include <optional>
#include <string>
#include <vector>

namespace valv::store {

//! \brief What stands in the files of a vault, as bytes and back. Damage is an Error, never an exception.

//! A manifest: what is listed, and for each disk the pages of its map (zero: 64 MiB of zeros).
struct Manifest
{
    PointInfo info; //!< without the state, which is a file of its own
    std::vector<std::vector<ChunkId>> pages;
};

//! First part of a manifest: JSON. Second: the ids of all pages, disk after disk.
[[nodiscard]] std::vector<Bytes> encodeManifest(const Manifest& manifest);
[[nodiscard]] Result<PointInfo> decodeManifestHead(ByteSpan json);
[[nodiscard]] Result<Manifest> decodeManifest(const std::vector<Bytes>& parts);

[[nodiscard]] Bytes encodeState(const PointState& state);
[[nodiscard]] Result<PointState> decodeState(ByteSpan json);

[[nodiscard]] Bytes encodeDocument(const Document& document);
[[nodiscard]] Result<Document> decodeDocument(ByteSpan json);

//! The page of a disk's map, as the chunk that it is kept in: 32 bytes for each of its chunks.
[[nodiscard]] Bytes encodePage(const std::vector<ChunkId>& ids);
[[nodiscard]] std::vector<ChunkId> decodePage(ByteSpan bytes);

//! The list of packs beside a manifest: readable without a key, signed with one.
struct PackList
{
    std::string pointId;
    std::uint64_t manifestSize = 0;
    Hash manifestHash{}; //!< SHA-256 of the whole manifest file
    std::vector<PackSummary> packs; //!< by id
};
inline constexpr std::string_view PackListMagic = "VALVPKL1";
[[nodiscard]] Bytes encodePackList(const PackList& list, const Key& signing);
//! \param signing checks the signature too when given. Error "SealDamaged".
[[nodiscard]] Result<PackList> decodePackList(const std::string& name, ByteSpan file, const Key* signing);

//! The format file.
struct Format
{
    VaultIdentity identity;
    Bytes wrappedMaster; //!< by the recovery key
    Bytes keyCheck;
};
[[nodiscard]] Bytes encodeFormat(const Format& format);
//! Errors: "VaultDamaged", "VaultFormatTooNew", "VaultNotAVault".
[[nodiscard]] Result<Format> decodeFormat(ByteSpan json, const std::string& place);

} // namespace valv::store

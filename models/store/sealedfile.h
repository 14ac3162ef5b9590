// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/blobstore.h"
#include "store/crypto.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace valv::store {

//! \brief The envelope of everything small in a vault: manifests, states, documents, index files.
//! magic (8) | wrapped data key (60) | number of parts (u32) | length of each part (u64) | parts, each encrypted with
//! its tag behind it | SHA-256 of all before. The name is bound in, so that files cannot be swapped. Source:
//! docs/vault-format.md.
enum class SealedKind
{
    Manifest,
    State,
    Document,
    Index
};

[[nodiscard]] std::string_view magicOf(SealedKind kind);
[[nodiscard]] Bytes seal(SealedKind kind, const std::string& name, const Key& wrapping, std::span<const Bytes> parts);
//! Checks the hash and every part. Error "SealDamaged".
[[nodiscard]] Result<std::vector<Bytes>> unseal(SealedKind kind, const std::string& name, const Key& wrapping,
                                                ByteSpan file);
//! Reads no more than the first part needs; leaves the hash unchecked (the part's own tag is).
[[nodiscard]] Result<Bytes> unsealFirst(SealedKind kind, const std::string& name, const Key& wrapping,
                                        const BlobStore& place);
//! Without a key: do the last 32 bytes fit the rest, and is the beginning one that we know? Error "SealDamaged".
[[nodiscard]] Result<> checkStoredHash(const std::string& name, std::string_view magic, ByteSpan file);

} // namespace valv::store

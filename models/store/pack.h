// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/blobstore.h"
#include "store/chunkid.h"
#include "store/crypto.h"

#include <memory>
#include <string>
#include <vector>

namespace valv::store {

//! \brief How a segment's bytes are kept.
enum class Codec : std::uint8_t
{
    Stored = 0,
    Zstd = 1
};

struct ChunkRef
{
    ChunkId id;
    std::uint32_t length = 0;

    friend bool operator==(const ChunkRef&, const ChunkRef&) = default;
};

//! \brief Neighbouring chunks that were compressed together: one encrypted frame of a pack.
struct Segment
{
    std::uint32_t offset = 0; //!< in the pack
    std::uint32_t stored = 0; //!< there, without the tag behind it
    std::uint32_t raw = 0; //!< unpacked: the sum of its chunks
    Codec codec = Codec::Stored;
    std::vector<ChunkRef> chunks; //!< in the order of their bytes

    friend bool operator==(const Segment&, const Segment&) = default;
};

//! \brief What a pack says of itself.
struct PackContents
{
    PackId id;
    std::uint64_t size = 0; //!< of the file
    Hash hash{}; //!< SHA-256 of the file but its last 32 bytes, which are this
    std::vector<Segment> segments;

    friend bool operator==(const PackContents&, const PackContents&) = default;
};

inline constexpr std::size_t PackHeadSize = 8 + 16 + WrappedKeySize;
inline constexpr std::size_t PackTrailerSize = 8 + 4 + 4 + 8 + HashSize;
inline constexpr std::string_view PackMagic = "VALVPCK1";

[[nodiscard]] std::string packName(const PackId& id);
//! The id in a name that packName() made; false for any other.
[[nodiscard]] bool packIdOf(const std::string& name, PackId& id);

//! The segments as the end of a pack and index files carry them; and back, false when they make no sense.
[[nodiscard]] Bytes encodeSegments(const std::vector<Segment>& segments);
[[nodiscard]] bool decodeSegments(ByteSpan data, std::uint64_t packSize, std::vector<Segment>& segments);

//! \brief Writes one pack, segment by segment. One thread at a time.
class PackBuilder
{
public:
    [[nodiscard]] static Result<std::unique_ptr<PackBuilder>> begin(BlobStore& place, const Key& wrapping);

    //! Encrypts `data` in place and appends it.
    [[nodiscard]] Result<> add(std::span<std::byte> data, Codec codec, std::vector<ChunkRef> chunks);
    [[nodiscard]] std::uint64_t size() const { return m_contents.size; }
    [[nodiscard]] const PackId& id() const { return m_contents.id; }
    [[nodiscard]] const Key& key() const { return m_key; }
    //! Once; the pack is durable then.
    [[nodiscard]] Result<PackContents> commit();

private:
    PackBuilder(std::unique_ptr<BlobWriter> writer, const Key& key);
    [[nodiscard]] Result<> append(ByteSpan data);

    std::unique_ptr<BlobWriter> m_writer;
    Key m_key;
    Gcm m_gcm;
    Sha256 m_hash;
    PackContents m_contents;
};

//! \brief Unpacks segments. Keeps its decompressor and buffers: one for each thread.
class SegmentUnpacker
{
public:
    SegmentUnpacker();
    ~SegmentUnpacker();
    SegmentUnpacker(const SegmentUnpacker&) = delete;
    SegmentUnpacker& operator=(const SegmentUnpacker&) = delete;

    //! Decrypts `stored` (with the tag at its end, changed by this) and unpacks it into `raw`. False when anything is
    //! wrong with it.
    [[nodiscard]] bool unpack(const PackId& pack, const Key& key, std::uint32_t number, Codec codec,
                              std::span<std::byte> stored, std::span<std::byte> raw);

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

//! The data key of a pack. Error "PackDamaged".
[[nodiscard]] Result<Key> readPackKey(const BlobStore& place, const PackId& id, const Key& wrapping);
//! What the pack says of itself. Error "PackDamaged". Its hash is taken from its end, not computed.
[[nodiscard]] Result<PackContents> readPackContents(const BlobStore& place, const PackId& id, const Key& wrapping);

} // namespace valv::store

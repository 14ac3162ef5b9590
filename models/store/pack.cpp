// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pack.h"

#include "store/bytes.h"
#include "store/types.h"

#include <zstd.h>

#include <algorithm>

namespace valv::store {

namespace {

constexpr std::string_view endMagic = "VALVPEND";
constexpr std::uint32_t indexNumber = 0xffffffff;

tl::unexpected<Error> damaged(const PackId& id, const std::string& reason)
{
    return failure("PackDamaged", "The pack " + packName(id) + " is damaged: " + reason + ".", packName(id));
}

//! What binds a segment to its place: pack, number, codec.
Bytes associatedWith(const PackId& id, std::uint32_t number, Codec codec)
{
    ByteWriter writer;
    writer.bytes(id.bytes);
    writer.number(number);
    writer.number(static_cast<std::uint8_t>(codec));
    return writer.take();
}

Bytes headOf(const PackId& id)
{
    ByteWriter writer;
    writer.bytes(asBytes(PackMagic));
    writer.bytes(id.bytes);
    return writer.take();
}

} // namespace

std::string packName(const PackId& id)
{
    const auto hex = toHex(id.bytes);
    return "packs/" + hex.substr(0, 2) + "/" + hex + ".pack";
}

bool packIdOf(const std::string& name, PackId& id)
{
    constexpr std::size_t before = 9; // "packs/1f/"
    constexpr std::size_t hexSize = 32;
    if (name.size() != before + hexSize + 5) {
        return false;
    }
    const auto bytes = fromHex(std::string_view(name).substr(before, hexSize));
    if (bytes.size() != id.bytes.size()) {
        return false;
    }
    std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    return packName(id) == name;
}

Bytes encodeSegments(const std::vector<Segment>& segments)
{
    ByteWriter writer;
    writer.number(static_cast<std::uint32_t>(segments.size()));
    for (const auto& segment : segments) {
        writer.number(segment.offset);
        writer.number(segment.stored);
        writer.number(segment.raw);
        writer.number(static_cast<std::uint8_t>(segment.codec));
        writer.number(std::uint8_t{0});
        writer.number(static_cast<std::uint16_t>(segment.chunks.size()));
        for (const auto& chunk : segment.chunks) {
            writer.bytes(chunk.id.bytes);
            writer.number(chunk.length);
        }
    }
    return writer.take();
}

bool decodeSegments(ByteSpan data, std::uint64_t packSize, std::vector<Segment>& segments)
{
    ByteReader reader(data);
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
        Segment segment;
        segment.offset = reader.number<std::uint32_t>();
        segment.stored = reader.number<std::uint32_t>();
        segment.raw = reader.number<std::uint32_t>();
        const auto codec = reader.number<std::uint8_t>();
        static_cast<void>(reader.number<std::uint8_t>());
        const auto chunks = reader.number<std::uint16_t>();
        segment.codec = static_cast<Codec>(codec);
        std::uint64_t raw = 0;
        for (std::uint16_t k = 0; k < chunks && reader.good(); ++k) {
            ChunkRef chunk;
            reader.array(chunk.id.bytes);
            chunk.length = reader.number<std::uint32_t>();
            raw += chunk.length;
            segment.chunks.push_back(chunk);
        }
        if (codec > 1 || raw != segment.raw || raw > SegmentSize
            || std::uint64_t{segment.offset} + segment.stored + TagSize > packSize) {
            return false;
        }
        segments.push_back(std::move(segment));
    }
    return reader.good() && reader.left() == 0;
}

PackBuilder::PackBuilder(std::unique_ptr<BlobWriter> writer, const Key& key)
    : m_writer(std::move(writer))
    , m_key(key)
    , m_gcm(key)
{ }

Result<std::unique_ptr<PackBuilder>> PackBuilder::begin(BlobStore& place, const Key& wrapping)
{
    PackId id;
    fillRandom(id.bytes);
    auto writer = place.create(packName(id));
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    std::unique_ptr<PackBuilder> pack(new PackBuilder(std::move(*writer), randomKey()));
    pack->m_contents.id = id;
    Bytes head = headOf(id);
    const auto wrapped = wrapKey(wrapping, pack->m_key, head);
    head.insert(head.end(), wrapped.begin(), wrapped.end());
    if (auto written = pack->append(head); !written) {
        return tl::unexpected(written.error());
    }
    return pack;
}

Result<> PackBuilder::append(ByteSpan data)
{
    m_hash.add(data);
    m_contents.size += data.size();
    return m_writer->append(data);
}

Result<> PackBuilder::add(std::span<std::byte> data, Codec codec, std::vector<ChunkRef> chunks)
{
    Segment segment;
    segment.offset = static_cast<std::uint32_t>(m_contents.size);
    segment.stored = static_cast<std::uint32_t>(data.size());
    segment.codec = codec;
    for (const auto& chunk : chunks) {
        segment.raw += chunk.length;
    }
    segment.chunks = std::move(chunks);
    const auto number = static_cast<std::uint32_t>(m_contents.segments.size());
    m_contents.segments.push_back(std::move(segment));
    const auto tag = m_gcm.seal(countedNonce(number), associatedWith(m_contents.id, number, codec), data);
    if (auto written = append(data); !written) {
        return written;
    }
    return append(tag);
}

Result<PackContents> PackBuilder::commit()
{
    Bytes index = encodeSegments(m_contents.segments);
    ByteWriter trailer;
    trailer.number(m_contents.size);
    trailer.number(static_cast<std::uint32_t>(index.size()));
    trailer.number(std::uint32_t{0});
    trailer.bytes(asBytes(endMagic));
    const auto tag =
        m_gcm.seal(countedNonce(indexNumber), associatedWith(m_contents.id, indexNumber, Codec::Stored), index);
    for (const auto part : {ByteSpan(index), ByteSpan(tag), ByteSpan(trailer.all())}) {
        if (auto written = append(part); !written) {
            return tl::unexpected(written.error());
        }
    }
    m_contents.hash = m_hash.take();
    m_contents.size += HashSize;
    if (auto written = m_writer->append(m_contents.hash); !written) {
        return tl::unexpected(written.error());
    }
    if (auto committed = m_writer->commit(); !committed) {
        return tl::unexpected(committed.error());
    }
    return std::move(m_contents);
}

struct SegmentUnpacker::Context
{
    struct Free
    {
        void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    };
    std::unique_ptr<ZSTD_DCtx, Free> zstd{ZSTD_createDCtx()};
    PackId pack;
    std::unique_ptr<Gcm> gcm; // of that pack: setting a key up is dear beside a small segment
};

SegmentUnpacker::SegmentUnpacker()
    : m_context(std::make_unique<Context>())
{ }
SegmentUnpacker::~SegmentUnpacker() = default;

bool SegmentUnpacker::unpack(const PackId& pack, const Key& key, std::uint32_t number, Codec codec,
                             std::span<std::byte> stored, std::span<std::byte> raw)
{
    if (stored.size() < TagSize) {
        return false;
    }
    if (!m_context->gcm || !(m_context->pack == pack)) {
        m_context->gcm = std::make_unique<Gcm>(key);
        m_context->pack = pack;
    }
    const auto data = stored.first(stored.size() - TagSize);
    if (!m_context->gcm->open(countedNonce(number), associatedWith(pack, number, codec), data, stored.last(TagSize))) {
        return false;
    }
    if (codec == Codec::Stored) {
        if (data.size() != raw.size()) {
            return false;
        }
        std::copy(data.begin(), data.end(), raw.begin());
        return true;
    }
    const auto size = ZSTD_decompressDCtx(m_context->zstd.get(), raw.data(), raw.size(), data.data(), data.size());
    return ZSTD_isError(size) == 0 && size == raw.size();
}

Result<Key> readPackKey(const BlobStore& place, const PackId& id, const Key& wrapping)
{
    Bytes head(PackHeadSize);
    if (auto got = place.read(packName(id), 0, head); !got) {
        return tl::unexpected(got.error());
    }
    const Bytes expected = headOf(id);
    Key key;
    if (!std::equal(expected.begin(), expected.end(), head.begin())
        || !unwrapKey(wrapping, ByteSpan(head).subspan(expected.size()), expected, key)) {
        return damaged(id, "its key does not fit");
    }
    return key;
}

Result<PackContents> readPackContents(const BlobStore& place, const PackId& id, const Key& wrapping)
{
    const auto name = packName(id);
    const auto size = place.size(name);
    if (!size) {
        return tl::unexpected(size.error());
    }
    PackContents contents;
    contents.id = id;
    contents.size = *size;
    if (*size < PackHeadSize + TagSize + PackTrailerSize) {
        return damaged(id, "it is too short");
    }
    const auto key = readPackKey(place, id, wrapping);
    if (!key) {
        return tl::unexpected(key.error());
    }
    Bytes trailer(PackTrailerSize);
    if (auto got = place.read(name, *size - PackTrailerSize, trailer); !got) {
        return tl::unexpected(got.error());
    }
    ByteReader reader(trailer);
    const auto offset = reader.number<std::uint64_t>();
    const auto length = reader.number<std::uint32_t>();
    static_cast<void>(reader.number<std::uint32_t>());
    const auto magic = reader.bytes(endMagic.size());
    reader.array(contents.hash);
    if (!std::ranges::equal(magic, asBytes(endMagic)) || offset > *size
        || offset + length + TagSize + PackTrailerSize != *size) {
        return damaged(id, "its end makes no sense");
    }
    Bytes index(length + TagSize);
    if (auto got = place.read(name, offset, index); !got) {
        return tl::unexpected(got.error());
    }
    const auto plain = std::span(index).first(length);
    if (!Gcm(*key).open(countedNonce(indexNumber), associatedWith(id, indexNumber, Codec::Stored), plain,
                        ByteSpan(index).last(TagSize))
        || !decodeSegments(plain, *size, contents.segments)) {
        return damaged(id, "its list of chunks was changed");
    }
    return contents;
}

} // namespace valv::store

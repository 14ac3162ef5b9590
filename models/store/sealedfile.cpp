// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealedfile.h"

#include "store/bytes.h"

#include <algorithm>

namespace valv::store {

namespace {

constexpr std::size_t magicSize = 8;
constexpr std::size_t fixedSize = magicSize + WrappedKeySize + 4;
constexpr std::uint32_t maximumParts = 16;

tl::unexpected<Error> damaged(const std::string& name, const std::string& reason)
{
    return failure("SealDamaged", "The file " + name + " is damaged: " + reason + ".", name);
}

Bytes associatedWith(SealedKind kind, const std::string& name)
{
    ByteWriter writer;
    writer.bytes(asBytes(magicOf(kind)));
    writer.bytes(asBytes(name));
    return writer.take();
}

Bytes associatedWith(SealedKind kind, const std::string& name, std::uint32_t part, std::uint32_t parts)
{
    ByteWriter writer;
    writer.bytes(associatedWith(kind, name));
    writer.number(part);
    writer.number(parts);
    return writer.take();
}

struct Head
{
    Key key{};
    std::vector<std::uint64_t> lengths;
    std::size_t size = 0; // of the head
};

Result<Head> readHead(SealedKind kind, const std::string& name, const Key& wrapping, ByteSpan file)
{
    ByteReader reader(file);
    const auto magic = reader.bytes(magicSize);
    const auto wrapped = reader.bytes(WrappedKeySize);
    const auto parts = reader.number<std::uint32_t>();
    if (!reader.good() || !std::ranges::equal(magic, asBytes(magicOf(kind)))) {
        return damaged(name, "it does not begin as it should");
    }
    Head head;
    if (!unwrapKey(wrapping, wrapped, associatedWith(kind, name), head.key)) {
        return damaged(name, "its key does not fit");
    }
    if (parts == 0 || parts > maximumParts) {
        return damaged(name, "its head makes no sense");
    }
    for (std::uint32_t i = 0; i < parts; ++i) {
        head.lengths.push_back(reader.number<std::uint64_t>());
    }
    head.size = fixedSize + parts * sizeof(std::uint64_t);
    if (!reader.good()) {
        return damaged(name, "it is too short");
    }
    return head;
}

bool openPart(const Head& head, SealedKind kind, const std::string& name, std::uint32_t part, std::span<std::byte> data,
              ByteSpan tag)
{
    const auto parts = static_cast<std::uint32_t>(head.lengths.size());
    return Gcm(head.key).open(countedNonce(part), associatedWith(kind, name, part, parts), data, tag);
}

} // namespace

std::string_view magicOf(SealedKind kind)
{
    switch (kind) {
    case SealedKind::Manifest:
        return "VALVMAN1";
    case SealedKind::State:
        return "VALVSTA1";
    case SealedKind::Document:
        return "VALVDOC1";
    case SealedKind::Index:
        return "VALVIDX1";
    }
    return {};
}

Bytes seal(SealedKind kind, const std::string& name, const Key& wrapping, std::span<const Bytes> parts)
{
    Key key = randomKey();
    Gcm gcm(key);
    const auto count = static_cast<std::uint32_t>(parts.size());
    ByteWriter writer;
    std::size_t size = fixedSize + HashSize;
    for (const auto& part : parts) {
        size += part.size() + TagSize + sizeof(std::uint64_t);
    }
    writer.reserve(size);
    writer.bytes(asBytes(magicOf(kind)));
    writer.bytes(wrapKey(wrapping, key, associatedWith(kind, name)));
    writer.number(count);
    for (const auto& part : parts) {
        writer.number(static_cast<std::uint64_t>(part.size()));
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        Bytes data = parts[i];
        const auto tag = gcm.seal(countedNonce(i), associatedWith(kind, name, i, count), data);
        writer.bytes(data);
        writer.bytes(tag);
    }
    writer.bytes(sha256(writer.all()));
    wipe(key);
    return writer.take();
}

Result<std::vector<Bytes>> unseal(SealedKind kind, const std::string& name, const Key& wrapping, ByteSpan file)
{
    if (auto whole = checkStoredHash(name, magicOf(kind), file); !whole) {
        return tl::unexpected(whole.error());
    }
    const auto head = readHead(kind, name, wrapping, file);
    if (!head) {
        return tl::unexpected(head.error());
    }
    ByteReader reader(file.subspan(head->size, file.size() - head->size - HashSize));
    std::vector<Bytes> parts;
    for (std::uint32_t i = 0; i < head->lengths.size(); ++i) {
        if (head->lengths[i] > reader.left()) {
            return damaged(name, "it is too short");
        }
        const auto data = reader.bytes(static_cast<std::size_t>(head->lengths[i]));
        const auto tag = reader.bytes(TagSize);
        Bytes part(data.begin(), data.end());
        if (!reader.good() || !openPart(*head, kind, name, i, part, tag)) {
            return damaged(name, "its content was changed");
        }
        parts.push_back(std::move(part));
    }
    if (reader.left() != 0) {
        return damaged(name, "it is too long");
    }
    return parts;
}

Result<Bytes> unsealFirst(SealedKind kind, const std::string& name, const Key& wrapping, const BlobStore& place)
{
    const auto size = place.size(name);
    if (!size) {
        return tl::unexpected(size.error());
    }
    Bytes begin(static_cast<std::size_t>(std::min<std::uint64_t>(*size, 16 * 1024)));
    if (auto got = place.read(name, 0, begin); !got) {
        return tl::unexpected(got.error());
    }
    const auto head = readHead(kind, name, wrapping, begin);
    if (!head) {
        return tl::unexpected(head.error());
    }
    const auto length = head->lengths.front();
    if (length > *size || head->size + length + TagSize > *size) {
        return damaged(name, "it is too short");
    }
    if (head->size + length + TagSize > begin.size()) {
        begin.resize(static_cast<std::size_t>(head->size + length + TagSize));
        if (auto got = place.read(name, 0, begin); !got) {
            return tl::unexpected(got.error());
        }
    }
    const auto from = begin.begin() + static_cast<std::ptrdiff_t>(head->size);
    Bytes part(from, from + static_cast<std::ptrdiff_t>(length));
    if (!openPart(*head, kind, name, 0, part,
                  ByteSpan(begin).subspan(head->size + static_cast<std::size_t>(length), TagSize))) {
        return damaged(name, "its content was changed");
    }
    return part;
}

Result<> checkStoredHash(const std::string& name, std::string_view magic, ByteSpan file)
{
    if (file.size() < magicSize + HashSize) {
        return damaged(name, "it is too short");
    }
    if (!std::ranges::equal(file.first(magicSize), asBytes(magic))) {
        return damaged(name, "it does not begin as it should");
    }
    if (!std::ranges::equal(file.last(HashSize), sha256(file.first(file.size() - HashSize)))) {
        return damaged(name, "its stored bytes do not have their hash");
    }
    return {};
}

} // namespace valv::store

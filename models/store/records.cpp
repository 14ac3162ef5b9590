// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/records.h"

#include "store/bytes.h"
#include "store/sealedfile.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace valv::store {

namespace {

using nlohmann::json;

std::int64_t millis(Instant at)
{
    return at.time_since_epoch().count();
}
Instant instant(std::int64_t value)
{
    return Instant(std::chrono::milliseconds(value));
}

//! Text from outside may not be UTF-8; it must not throw.
Bytes dump(const json& value)
{
    const auto bytes = value.dump(-1, ' ', false, json::error_handler_t::replace);
    const auto span = asBytes(bytes);
    return Bytes(span.begin(), span.end());
}

json parse(ByteSpan bytes)
{
    const auto* from = reinterpret_cast<const char*>(bytes.data());
    return json::parse(from, from + bytes.size(), nullptr, false);
}

json optionalInstant(const std::optional<Instant>& at)
{
    return at ? json(millis(*at)) : json(nullptr);
}

std::optional<Instant> optionalInstant(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::nullopt
                                                     : std::optional(instant(found->get<std::int64_t>()));
}

json encodeDisk(const DiskInfo& disk)
{
    return {{"name", disk.header.name},     {"lun", disk.header.lun},       {"capacity", disk.header.capacity},
            {"format", disk.header.format}, {"osDisk", disk.header.osDisk}, {"properties", disk.header.properties},
            {"dataBytes", disk.dataBytes}};
}

DiskInfo decodeDisk(const json& object)
{
    DiskInfo disk;
    object.at("name").get_to(disk.header.name);
    object.at("lun").get_to(disk.header.lun);
    object.at("capacity").get_to(disk.header.capacity);
    object.at("format").get_to(disk.header.format);
    object.at("osDisk").get_to(disk.header.osDisk);
    object.at("properties").get_to(disk.header.properties);
    object.at("dataBytes").get_to(disk.dataBytes);
    return disk;
}

tl::unexpected<Error> senseless(const std::string& what)
{
    return failure("SealDamaged", "The " + what + " cannot be understood.");
}

} // namespace

std::vector<Bytes> encodeManifest(const Manifest& manifest)
{
    const auto& header = manifest.info.header;
    const auto& stats = manifest.info.stats;
    json disks = json::array();
    for (const auto& disk : manifest.info.disks) {
        disks.push_back(encodeDisk(disk));
    }
    const json head = {{"id", header.id},
                       {"itemId", header.itemId},
                       {"vmName", header.vmName},
                       {"time", millis(header.time)},
                       {"consistency", header.consistency},
                       {"consistencyReason", header.consistencyReason},
                       {"properties", header.properties},
                       {"stats",
                        {{"bytesRead", stats.bytesRead},
                         {"bytesChanged", stats.bytesChanged},
                         {"bytesNew", stats.bytesNew},
                         {"bytesStored", stats.bytesStored},
                         {"bytesVerified", stats.bytesVerified}}},
                       {"disks", disks}};
    ByteWriter pages;
    for (const auto& disk : manifest.pages) {
        for (const auto& page : disk) {
            pages.bytes(page.bytes);
        }
    }
    return {dump(head), pages.take()};
}

Result<PointInfo> decodeManifestHead(ByteSpan bytes)
{
    try {
        const auto head = parse(bytes);
        PointInfo info;
        head.at("id").get_to(info.header.id);
        head.at("itemId").get_to(info.header.itemId);
        head.at("vmName").get_to(info.header.vmName);
        info.header.time = instant(head.at("time").get<std::int64_t>());
        head.at("consistency").get_to(info.header.consistency);
        head.at("consistencyReason").get_to(info.header.consistencyReason);
        head.at("properties").get_to(info.header.properties);
        const auto& stats = head.at("stats");
        stats.at("bytesRead").get_to(info.stats.bytesRead);
        stats.at("bytesChanged").get_to(info.stats.bytesChanged);
        stats.at("bytesNew").get_to(info.stats.bytesNew);
        stats.at("bytesStored").get_to(info.stats.bytesStored);
        stats.at("bytesVerified").get_to(info.stats.bytesVerified);
        for (const auto& disk : head.at("disks")) {
            info.disks.push_back(decodeDisk(disk));
        }
        return info;
    } catch (const json::exception&) {
        return senseless("manifest");
    }
}

Result<Manifest> decodeManifest(const std::vector<Bytes>& parts)
{
    if (parts.size() != 2) {
        return senseless("manifest");
    }
    auto info = decodeManifestHead(parts[0]);
    if (!info) {
        return tl::unexpected(info.error());
    }
    Manifest manifest{std::move(*info), {}};
    ByteReader reader(parts[1]);
    for (const auto& disk : manifest.info.disks) {
        constexpr std::uint64_t pageBytes = std::uint64_t{PageChunks} * ChunkSize;
        const auto count = disk.header.capacity / pageBytes + (disk.header.capacity % pageBytes != 0 ? 1 : 0);
        if (count > reader.left() / sizeof(ChunkId)) {
            return senseless("manifest");
        }
        std::vector<ChunkId> pages(static_cast<std::size_t>(count));
        for (auto& page : pages) {
            reader.array(page.bytes);
        }
        manifest.pages.push_back(std::move(pages));
    }
    if (!reader.good() || reader.left() != 0) {
        return senseless("manifest");
    }
    return manifest;
}

Bytes encodeState(const PointState& state)
{
    return dump({{"expiry", optionalInstant(state.expiry)},
                 {"pinned", state.pinned},
                 {"hold", state.hold},
                 {"reason", state.reason},
                 {"softDeleted", optionalInstant(state.softDeleted)},
                 {"properties", state.properties}});
}

Result<PointState> decodeState(ByteSpan bytes)
{
    try {
        const auto object = parse(bytes);
        PointState state;
        state.expiry = optionalInstant(object, "expiry");
        object.at("pinned").get_to(state.pinned);
        object.at("hold").get_to(state.hold);
        object.at("reason").get_to(state.reason);
        state.softDeleted = optionalInstant(object, "softDeleted");
        object.at("properties").get_to(state.properties);
        return state;
    } catch (const json::exception&) {
        return senseless("state");
    }
}

Bytes encodeDocument(const Document& document)
{
    ByteWriter writer;
    writer.number(static_cast<std::uint32_t>(document.name.size()));
    writer.bytes(asBytes(document.name));
    writer.bytes(asBytes(document.text));
    return writer.take();
}

Result<Document> decodeDocument(ByteSpan bytes)
{
    ByteReader reader(bytes);
    const auto name = reader.bytes(reader.number<std::uint32_t>());
    if (!reader.good()) {
        return senseless("document");
    }
    const auto text = reader.bytes(reader.left());
    const auto toText = [](ByteSpan span) {
        return std::string(reinterpret_cast<const char*>(span.data()), span.size());
    };
    return Document{toText(name), toText(text)};
}

Bytes encodePage(const std::vector<ChunkId>& ids)
{
    ByteWriter writer;
    writer.reserve(ids.size() * sizeof(ChunkId));
    for (const auto& id : ids) {
        writer.bytes(id.bytes);
    }
    return writer.take();
}

std::vector<ChunkId> decodePage(ByteSpan bytes)
{
    std::vector<ChunkId> ids(bytes.size() / sizeof(ChunkId));
    ByteReader reader(bytes);
    for (auto& id : ids) {
        reader.array(id.bytes);
    }
    return ids;
}

Bytes encodePackList(const PackList& list, const Key& signing)
{
    ByteWriter writer;
    writer.bytes(asBytes(PackListMagic));
    writer.number(static_cast<std::uint32_t>(list.pointId.size()));
    writer.bytes(asBytes(list.pointId));
    writer.number(list.manifestSize);
    writer.bytes(list.manifestHash);
    writer.number(static_cast<std::uint32_t>(list.packs.size()));
    for (const auto& pack : list.packs) {
        writer.bytes(pack.id.bytes);
        writer.number(pack.size);
        writer.bytes(pack.hash);
    }
    writer.bytes(hmacSha256(signing, writer.all()));
    writer.bytes(sha256(writer.all()));
    return writer.take();
}

Result<PackList> decodePackList(const std::string& name, ByteSpan file, const Key* signing)
{
    if (auto whole = checkStoredHash(name, PackListMagic, file); !whole) {
        return tl::unexpected(whole.error());
    }
    PackList list;
    ByteReader reader(file.first(file.size() - HashSize));
    static_cast<void>(reader.bytes(PackListMagic.size()));
    const auto id = reader.bytes(reader.number<std::uint32_t>());
    list.pointId.assign(reinterpret_cast<const char*>(id.data()), id.size());
    list.manifestSize = reader.number<std::uint64_t>();
    reader.array(list.manifestHash);
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
        PackSummary pack;
        reader.array(pack.id.bytes);
        pack.size = reader.number<std::uint64_t>();
        reader.array(pack.hash);
        list.packs.push_back(pack);
    }
    const auto signedSize = file.size() - HashSize - reader.left();
    const auto signature = reader.bytes(HashSize);
    if (!reader.good() || reader.left() != 0) {
        return senseless("list of packs " + name);
    }
    if (signing && !sameSecret(signature, hmacSha256(*signing, file.first(signedSize)))) {
        return failure("SealDamaged", "The file " + name + " was changed by someone without the key.", name);
    }
    return list;
}

Bytes encodeFormat(const Format& format)
{
    json object = {
        {"format", "valv-vault"},
        {"version", format.identity.version},
        {"id", format.identity.id},
        {"name", format.identity.name},
        {"created", millis(format.identity.created)},
        {"chunkSize", ChunkSize},
        {"segmentSize", SegmentSize},
        {"pageChunks", PageChunks},
        {"chunkHash", "HMAC-SHA256"},
        {"storedHash", "SHA-256"},
        {"cipher", "AES-256-GCM"},
        {"compression", "zstd"},
        {"keyDerivation", "HKDF-SHA256"},
        {"wrappedMasterKey", toHex(format.wrappedMaster)},
        {"keyCheck", toHex(format.keyCheck)},
        {"about",
         "A vault of Valv: encrypted recovery points of virtual machines. The file vault-format.md of Valv's "
         "documentation says how to read it; the recovery key is needed to."}};
    object["sha256"] = toHex(sha256(dump(object)));
    const auto text = object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
    const auto bytes = asBytes(text);
    return Bytes(bytes.begin(), bytes.end());
}

Result<Format> decodeFormat(ByteSpan bytes, const std::string& place)
{
    const auto damaged = [&place] {
        return failure("VaultDamaged", "The format file of the vault in " + place + " is damaged.", place,
                       "Restore valv-vault.json from a copy of the vault.");
    };
    try {
        auto object = parse(bytes);
        if (!object.is_object() || object.value("format", "") != "valv-vault") {
            return object.is_object() && !object.contains("sha256")
                ? failure("VaultNotAVault", "There is no Valv vault in " + place + ".", place,
                          "Choose the vault's folder.")
                : damaged();
        }
        Format format;
        object.at("version").get_to(format.identity.version);
        if (format.identity.version > FormatVersion) {
            return failure("VaultFormatTooNew",
                           "The vault in " + place + " has format " + std::to_string(format.identity.version)
                               + "; this program reads up to " + std::to_string(FormatVersion) + ".",
                           place, "Install a newer version of Valv.");
        }
        const auto hash = object.at("sha256").get<std::string>();
        object.erase("sha256");
        if (toHex(sha256(dump(object))) != hash) {
            return damaged();
        }
        object.at("id").get_to(format.identity.id);
        object.at("name").get_to(format.identity.name);
        format.identity.created = instant(object.at("created").get<std::int64_t>());
        if (object.at("chunkSize") != ChunkSize || object.at("pageChunks") != PageChunks
            || object.at("segmentSize") != SegmentSize) {
            return damaged();
        }
        format.wrappedMaster = fromHex(object.at("wrappedMasterKey").get<std::string>());
        format.keyCheck = fromHex(object.at("keyCheck").get<std::string>());
        return format;
    } catch (const json::exception&) {
        return damaged();
    }
}

} // namespace valv::store

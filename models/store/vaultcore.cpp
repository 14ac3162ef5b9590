// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vaultcore.h"

#include "store/bytes.h"
#include "store/verifier.h"

#include <algorithm>
#include <thread>

namespace valv::store {

namespace {

constexpr std::size_t maximumIndexFiles = 16;
constexpr std::string_view indexPrefix = "index/";

std::string newIndexName()
{
    std::array<std::byte, 16> random;
    fillRandom(random);
    return std::string(indexPrefix) + toHex(random) + ".index";
}

Bytes encodeIndex(const std::vector<PackContents>& packs)
{
    ByteWriter writer;
    writer.number(static_cast<std::uint32_t>(packs.size()));
    for (const auto& pack : packs) {
        const auto segments = encodeSegments(pack.segments);
        writer.bytes(pack.id.bytes);
        writer.number(pack.size);
        writer.bytes(pack.hash);
        writer.number(static_cast<std::uint32_t>(segments.size()));
        writer.bytes(segments);
    }
    return writer.take();
}

bool decodeIndex(ByteSpan bytes, std::vector<PackContents>& packs)
{
    ByteReader reader(bytes);
    const auto count = reader.number<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && reader.good(); ++i) {
        PackContents pack;
        reader.array(pack.id.bytes);
        pack.size = reader.number<std::uint64_t>();
        reader.array(pack.hash);
        const auto segments = reader.bytes(reader.number<std::uint32_t>());
        if (!reader.good() || !decodeSegments(segments, pack.size, pack.segments)) {
            return false;
        }
        packs.push_back(std::move(pack));
    }
    return reader.good() && reader.left() == 0;
}

} // namespace

VaultKeys::VaultKeys(const Key& master)
    : chunkId(deriveKey(master, {}, "valv 1 chunk id"))
    , pack(deriveKey(master, {}, "valv 1 pack"))
    , manifest(deriveKey(master, {}, "valv 1 manifest"))
    , state(deriveKey(master, {}, "valv 1 state"))
    , document(deriveKey(master, {}, "valv 1 document"))
    , documentName(deriveKey(master, {}, "valv 1 document name"))
    , index(deriveKey(master, {}, "valv 1 index"))
    , packList(deriveKey(master, {}, "valv 1 pack list"))
{ }

VaultKeys::~VaultKeys()
{
    for (auto* key : {&chunkId, &pack, &manifest, &state, &document, &documentName, &index, &packList}) {
        wipe(*key);
    }
}

VaultCore::VaultCore(std::shared_ptr<BlobStore> place, VaultIdentity identity, const Key& master,
                     const VaultOptions& options)
    : m_place(std::move(place))
    , m_identity(std::move(identity))
    , m_keys(master)
    , m_options(options)
{ }

int VaultCore::threads() const
{
    return m_options.threads > 0 ? m_options.threads
                                 : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Result<std::shared_ptr<void>> VaultCore::lockForWriting(const std::function<Result<>(BlobStore&)>& whenAlone)
{
    const std::lock_guard lock(m_mutex);
    if (m_writers == 0) {
        if (auto there = checkStillThere(); !there) {
            return tl::unexpected(there.error());
        }
        auto taken = m_place->lock();
        if (!taken) {
            return tl::unexpected(taken.error());
        }
        // Another process may have written since.
        if (auto refreshed = refreshLocked(); !refreshed) {
            return tl::unexpected(refreshed.error());
        }
        if (whenAlone) {
            if (auto done = whenAlone(*m_place); !done) {
                return tl::unexpected(done.error());
            }
        }
        m_lock = std::move(*taken);
    }
    ++m_writers;
    return std::shared_ptr<void>(this, [self = shared_from_this()](void*) {
        const std::lock_guard release(self->m_mutex);
        if (--self->m_writers == 0) {
            self->m_lock.reset();
        }
    });
}

//! An empty folder where the vault was is a disk that is not mounted: nothing is written there.
Result<> VaultCore::checkStillThere() const
{
    for (const auto* name : {formatName(), formatCopyName()}) {
        if (const auto size = m_place->size(name); size || size.error().code != "BlobNotFound") {
            return {};
        }
    }
    return failure("VaultNotFound", "The vault is gone from " + m_place->place() + ".", m_place->place(),
                   "Connect the disk or share that holds the vault.");
}

Result<> VaultCore::refreshIndex()
{
    const std::lock_guard lock(m_mutex);
    return m_writers != 0 ? Result<>() : refreshLocked();
}

Result<std::vector<BlobInfo>> VaultCore::readIndexFiles(const std::set<PackId>& there, std::set<PackId>& known)
{
    auto files = m_place->list(std::string(indexPrefix));
    if (!files) {
        return files;
    }
    for (const auto& file : *files) {
        const auto bytes = m_place->get(file.name);
        if (!bytes) {
            continue; // merged by another process, or unreadable: the packs know it all
        }
        const auto parts = unseal(SealedKind::Index, file.name, m_keys.index, *bytes);
        std::vector<PackContents> packs;
        if (!parts || parts->size() != 1 || !decodeIndex(parts->front(), packs)) {
            continue;
        }
        for (const auto& pack : packs) {
            if (there.contains(pack.id)) {
                const auto number = m_index.add(pack);
                m_unproven.erase(number);
                known.insert(pack.id);
            }
        }
    }
    return files;
}

Result<> VaultCore::refreshLocked()
{
    const auto files = m_place->list("packs/");
    if (!files) {
        return tl::unexpected(files.error());
    }
    std::set<PackId> there;
    for (const auto& file : *files) {
        if (PackId id; packIdOf(file.name, id)) {
            there.insert(id);
        }
    }
    std::vector<std::uint32_t> gone;
    std::set<PackId> known;
    for (const auto number : m_index.packs()) {
        const auto id = m_index.pack(number).id;
        if (there.contains(id)) {
            known.insert(id);
        } else {
            gone.push_back(number);
        }
    }
    if (gone.empty() && known.size() == there.size()) {
        return {};
    }
    if (!gone.empty()) {
        m_index.remove(gone);
        known.clear(); // what is left may have second copies of the chunks that went
    }
    if (auto read = readIndexFiles(there, known); !read) {
        return tl::unexpected(read.error());
    }
    for (const auto& id : there) {
        if (known.contains(id)) {
            continue;
        }
        const auto contents = readPackContents(*m_place, id, m_keys.pack);
        if (contents) {
            const bool isNew = !m_index.packNumber(id).has_value();
            const auto number = m_index.add(*contents);
            if (isNew) {
                m_unproven.insert(number);
            }
        } else if (contents.error().code != "PackDamaged" && contents.error().code != "BlobNotFound"
                   && contents.error().code != "BlobTooShort" && contents.error().code != "VaultIoError") {
            return tl::unexpected(contents.error());
        }
    }
    return {};
}

std::vector<std::uint32_t> VaultCore::unprovenPacks() const
{
    const std::lock_guard lock(m_mutex);
    return {m_unproven.begin(), m_unproven.end()};
}

void VaultCore::setProven(std::uint32_t pack)
{
    const std::lock_guard lock(m_mutex);
    m_unproven.erase(pack);
}

Result<> VaultCore::writeIndex(const std::vector<PackContents>& packs)
{
    if (packs.empty()) {
        return {};
    }
    const std::lock_guard lock(m_mutex);
    auto files = m_place->list(std::string(indexPrefix));
    if (!files) {
        return tl::unexpected(files.error());
    }
    std::vector<PackContents> all = packs;
    const bool merging = files->size() >= maximumIndexFiles;
    if (merging) {
        std::set<PackId> seen;
        for (const auto& pack : all) {
            seen.insert(pack.id);
        }
        for (const auto& file : *files) {
            const auto bytes = m_place->get(file.name);
            const auto parts = bytes ? unseal(SealedKind::Index, file.name, m_keys.index, *bytes)
                                     : Result<std::vector<Bytes>>(tl::unexpected(bytes.error()));
            std::vector<PackContents> old;
            if (!parts || parts->size() != 1 || !decodeIndex(parts->front(), old)) {
                continue;
            }
            for (auto& pack : old) {
                if (m_index.packNumber(pack.id) && seen.insert(pack.id).second) {
                    all.push_back(std::move(pack));
                }
            }
        }
    }
    const auto name = newIndexName();
    const Bytes part = encodeIndex(all);
    if (auto written = m_place->put(name, seal(SealedKind::Index, name, m_keys.index, std::span(&part, 1))); !written) {
        return written;
    }
    if (merging) {
        for (const auto& file : *files) {
            if (auto removed = m_place->remove(file.name); !removed) {
                return removed;
            }
        }
    }
    return {};
}

Result<Key> VaultCore::packKey(std::uint32_t pack)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_packKeys.find(pack); found != m_packKeys.end()) {
            return found->second;
        }
    }
    auto key = readPackKey(*m_place, m_index.pack(pack).id, m_keys.pack);
    if (key) {
        rememberPackKey(pack, *key);
    }
    return key;
}

void VaultCore::rememberPackKey(std::uint32_t pack, const Key& key)
{
    const std::lock_guard lock(m_mutex);
    m_packKeys.emplace(pack, key);
}

Result<Bytes> VaultCore::readSegment(std::uint32_t pack, std::uint32_t segment, SegmentUnpacker& unpacker)
{
    const auto id = m_index.pack(pack).id;
    const auto key = packKey(pack);
    if (!key) {
        return tl::unexpected(key.error());
    }
    const auto at = m_index.segment(pack, segment);
    Bytes stored(at.stored + TagSize);
    if (auto got = m_place->read(packName(id), at.offset, stored); !got) {
        return tl::unexpected(got.error());
    }
    Bytes raw(at.raw);
    if (!unpacker.unpack(id, *key, segment, at.codec, stored, raw)) {
        return failure("PackDamaged",
                       "The pack " + packName(id) + " is damaged at byte " + std::to_string(at.offset) + ".",
                       packName(id));
    }
    return raw;
}

Result<std::vector<std::string>> VaultCore::pointIds() const
{
    const auto files = m_place->list("points/");
    if (!files) {
        return tl::unexpected(files.error());
    }
    constexpr std::string_view prefix = "points/";
    constexpr std::string_view suffix = ".manifest";
    std::vector<std::string> ids;
    for (const auto& file : *files) {
        if (file.name.ends_with(suffix)) {
            ids.push_back(file.name.substr(prefix.size(), file.name.size() - prefix.size() - suffix.size()));
        }
    }
    return ids;
}

Result<PointInfo> VaultCore::pointInfo(const std::string& id)
{
    const auto name = manifestName(id);
    PointInfo info;
    bool known = false;
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_infos.find(id); found != m_infos.end()) {
            info = found->second;
            known = true;
        }
    }
    if (known) {
        if (const auto there = m_place->size(name); !there) {
            return there.error().code == "BlobNotFound"
                ? failure("PointNotFound", "The vault has no recovery point " + id + ".", id)
                : tl::unexpected(there.error());
        }
    } else {
        const auto head = unsealFirst(SealedKind::Manifest, name, m_keys.manifest, *m_place);
        const auto decoded = head ? decodeManifestHead(*head) : Result<PointInfo>(tl::unexpected(head.error()));
        if (!decoded) {
            if (decoded.error().code == "BlobNotFound") {
                return failure("PointNotFound", "The vault has no recovery point " + id + ".", id);
            }
            if (decoded.error().code != "SealDamaged" && decoded.error().code != "BlobTooShort") {
                return decoded;
            }
            info.header.id = id;
            info.damaged = true;
        } else {
            info = *decoded;
            const std::lock_guard lock(m_mutex);
            m_infos[id] = info;
        }
    }
    const auto stateFile = stateName(id);
    const auto bytes = m_place->get(stateFile);
    const auto parts = bytes ? unseal(SealedKind::State, stateFile, m_keys.state, *bytes)
                             : Result<std::vector<Bytes>>(tl::unexpected(bytes.error()));
    const auto state = parts ? decodeState(parts->front()) : Result<PointState>(tl::unexpected(parts.error()));
    if (state) {
        info.state = *state;
    } else {
        info.state = {};
        info.stateDamaged = true;
    }
    return info;
}

Result<Manifest> VaultCore::manifest(const std::string& id) const
{
    const auto name = manifestName(id);
    const auto bytes = m_place->get(name);
    if (!bytes) {
        return bytes.error().code == "BlobNotFound"
            ? failure("PointNotFound", "The vault has no recovery point " + id + ".", id)
            : tl::unexpected(bytes.error());
    }
    const auto parts = unseal(SealedKind::Manifest, name, m_keys.manifest, *bytes);
    auto manifest = parts ? decodeManifest(*parts) : Result<Manifest>(tl::unexpected(parts.error()));
    if (!manifest) {
        return failure("PointDamaged", "The recovery point " + id + " is damaged. " + manifest.error().message, id,
                       "Verify the vault, and restore another recovery point.");
    }
    return manifest;
}

Result<PackList> VaultCore::packList(const std::string& id) const
{
    const auto name = packListName(id);
    const auto bytes = m_place->get(name);
    return bytes ? decodePackList(name, *bytes, &m_keys.packList) : Result<PackList>(tl::unexpected(bytes.error()));
}

Result<> VaultCore::writeState(const std::string& id, const PointState& state)
{
    const auto name = stateName(id);
    const Bytes part = encodeState(state);
    return m_place->put(name, seal(SealedKind::State, name, m_keys.state, std::span(&part, 1)));
}

bool VaultCore::reservePoint(const std::string& id)
{
    const std::lock_guard lock(m_mutex);
    return m_reserved.insert(id).second;
}

void VaultCore::releasePoint(const std::string& id)
{
    const std::lock_guard lock(m_mutex);
    m_reserved.erase(id);
    m_infos.erase(id);
}

} // namespace valv::store

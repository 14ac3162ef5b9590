// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/verifier.h"

#include "store/bytes.h"

#include <algorithm>
#include <condition_variable>
#include <thread>

namespace valv::store {

Result<Format> readFormat(const BlobStore& place)
{
    std::optional<Error> first;
    for (const auto* name : {formatName(), formatCopyName()}) {
        const auto bytes = place.get(name);
        auto format = bytes ? decodeFormat(*bytes, place.place()) : Result<Format>(tl::unexpected(bytes.error()));
        if (format) {
            return format;
        }
        // A damaged file says more than one that is not there.
        if (!first || (first->code == "BlobNotFound" && format.error().code != "BlobNotFound")) {
            first = format.error();
        }
    }
    if (first->code == "BlobNotFound") {
        return failure("VaultNotAVault", "There is no Valv vault in " + place.place() + ".", place.place(),
                       "Choose the vault's folder.");
    }
    return tl::unexpected(*first);
}

Verifier::Verifier(const BlobStore& place, VaultCore* core, const VerifyOptions& options)
    : m_place(place)
    , m_core(core)
    , m_options(options)
{
    m_options.shares = std::max(1U, m_options.shares);
    m_report.withKey = core != nullptr;
}

bool Verifier::isInShare(const PackId& id) const
{
    ByteReader reader(id.bytes);
    const auto number = reader.number<std::uint32_t>() % m_options.shares;
    const auto after = (number + m_options.shares - m_options.share % m_options.shares) % m_options.shares;
    return after < m_options.count || m_options.also.contains(packName(id));
}

void Verifier::damaged(const std::string& name, const std::string& reason)
{
    const std::lock_guard lock(m_mutex);
    m_report.files.push_back({name, reason});
}

Result<> Verifier::listFiles()
{
    for (const auto* prefix : {"documents/", "index/", "points/"}) {
        const auto files = m_place.list(prefix);
        if (!files) {
            return tl::unexpected(files.error());
        }
        m_small.insert(m_small.end(), files->begin(), files->end());
    }
    const auto packs = m_place.list("packs/");
    if (!packs) {
        return tl::unexpected(packs.error());
    }
    for (const auto& file : *packs) {
        if (PackId id; packIdOf(file.name, id)) {
            m_there.insert(id);
            if (isInShare(id)) {
                m_packFiles.push_back(file);
            }
        }
    }
    return {};
}

void Verifier::checkFormat()
{
    for (const auto* name : {formatName(), formatCopyName()}) {
        const auto bytes = m_place.get(name);
        const auto format =
            bytes ? decodeFormat(*bytes, m_place.place()) : Result<Format>(tl::unexpected(bytes.error()));
        if (!format) {
            damaged(name, format.error().message);
        }
        ++m_report.filesChecked;
        m_report.bytesChecked += bytes ? bytes->size() : 0;
    }
}

void Verifier::checkSmallFile(const BlobInfo& file)
{
    constexpr std::string_view prefix = "points/";
    const auto bytes = m_place.get(file.name);
    if (!bytes) {
        if (bytes.error().code != "BlobNotFound") { // else removed since it was listed
            damaged(file.name, bytes.error().message);
        }
        return;
    }
    ++m_report.filesChecked;
    m_report.bytesChecked += bytes->size();
    const auto dot = file.name.rfind('.');
    const auto suffix = dot == std::string::npos ? std::string() : file.name.substr(dot);
    const auto isSealed = [&](SealedKind kind, const Key VaultKeys::*key) -> Result<> {
        if (!m_core) {
            return checkStoredHash(file.name, magicOf(kind), *bytes);
        }
        const auto parts = unseal(kind, file.name, m_core->keys().*key, *bytes);
        return parts ? Result<>() : tl::unexpected(parts.error());
    };
    Result<> good;
    if (suffix == ".manifest") {
        const auto id = file.name.substr(prefix.size(), dot - prefix.size());
        m_pointIds.insert(id);
        good = isSealed(SealedKind::Manifest, &VaultKeys::manifest);
        if (!good) {
            m_report.disks.push_back({id, {}, {}, 0});
        }
    } else if (suffix == ".state") {
        good = isSealed(SealedKind::State, &VaultKeys::state);
    } else if (suffix == ".document") {
        good = isSealed(SealedKind::Document, &VaultKeys::document);
    } else if (suffix == ".index") {
        good = isSealed(SealedKind::Index, &VaultKeys::index);
    } else if (suffix == ".packs") {
        auto list = decodePackList(file.name, *bytes, m_core ? &m_core->keys().packList : nullptr);
        if (list) {
            m_lists[file.name.substr(prefix.size(), dot - prefix.size())] = std::move(*list);
        } else {
            good = tl::unexpected(list.error());
        }
    }
    if (!good) {
        damaged(file.name, good.error().message);
    }
}

//! What must be beside a manifest, and that the manifest is the one that was written.
void Verifier::checkPointFiles(const std::string& pointId)
{
    const auto manifest = VaultCore::manifestName(pointId);
    if (const auto state = VaultCore::stateName(pointId); !m_place.size(state) && m_place.size(manifest)) {
        damaged(state, "The state of the recovery point is missing.");
    }
    const auto list = m_lists.find(pointId);
    if (list == m_lists.end()) {
        if (const auto name = VaultCore::packListName(pointId); !m_place.size(name) && m_place.size(manifest)) {
            damaged(name, "The list of packs of the recovery point is missing.");
        }
        return;
    }
    const auto bytes = m_place.get(manifest);
    const bool isKnown = std::any_of(m_report.files.begin(), m_report.files.end(),
                                     [&](const auto& file) { return file.name == manifest; });
    if (bytes && !isKnown && sha256(*bytes) != list->second.manifestHash) {
        damaged(manifest, "It is not the manifest that was written with the recovery point.");
        m_report.disks.push_back({pointId, {}, {}, 0});
    }
}

void Verifier::checkPackFile(const BlobInfo& file, Bytes& buffer, SegmentUnpacker* unpacker, KeyedHash* hash)
{
    PackId id;
    static_cast<void>(packIdOf(file.name, id));
    const auto suspect = [&](const std::string& reason) {
        damaged(file.name, reason);
        const std::lock_guard lock(m_mutex);
        m_suspects.insert(id);
    };
    buffer.resize(static_cast<std::size_t>(file.size));
    if (const auto got = m_place.read(file.name, 0, buffer); !got) {
        if (got.error().code != "BlobNotFound") {
            suspect(got.error().message);
        }
        return;
    }
    if (const auto whole = checkStoredHash(file.name, PackMagic, buffer); !whole) {
        suspect(whole.error().message);
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        ++m_report.filesChecked;
        m_report.bytesChecked += buffer.size();
        Hash stored;
        std::copy(buffer.end() - HashSize, buffer.end(), stored.begin());
        m_hashes[id] = stored;
    }
    if (!unpacker) {
        return;
    }
    const auto key = readPackKey(m_place, id, m_core->keys().pack);
    const auto contents = readPackContents(m_place, id, m_core->keys().pack);
    if (!key || !contents) {
        const auto& error = key ? contents.error() : key.error();
        if (error.code != "BlobNotFound") { // else removed since it was read
            suspect(error.message);
        }
        return;
    }
    Bytes raw(SegmentSize);
    std::uint64_t chunks = 0;
    for (std::uint32_t i = 0; i < contents->segments.size(); ++i) {
        const auto& segment = contents->segments[i];
        const auto into = std::span(raw).first(segment.raw);
        bool good = unpacker->unpack(id, *key, i, segment.codec,
                                     std::span(buffer).subspan(segment.offset, segment.stored + TagSize), into);
        std::uint32_t offset = 0;
        for (const auto& chunk : segment.chunks) {
            good = good && (*hash)(ByteSpan(into).subspan(offset, chunk.length)) == chunk.id.bytes;
            offset += chunk.length;
            ++chunks;
        }
        if (!good) {
            suspect("A segment at byte " + std::to_string(segment.offset) + " does not hold what it should.");
            return;
        }
    }
    const std::lock_guard lock(m_mutex);
    m_report.chunksChecked += chunks;
}

Result<> Verifier::checkFile(const std::string& name)
{
    m_report = {};
    if (name == formatName() || name == formatCopyName()) {
        const auto bytes = m_place.get(name);
        const auto format =
            bytes ? decodeFormat(*bytes, m_place.place()) : Result<Format>(tl::unexpected(bytes.error()));
        return format ? Result<>() : tl::unexpected(format.error());
    }
    const auto size = m_place.size(name);
    if (!size) {
        return tl::unexpected(size.error());
    }
    if (PackId id; packIdOf(name, id)) {
        Bytes buffer;
        SegmentUnpacker unpacker;
        const auto hash = m_core ? std::make_unique<KeyedHash>(m_core->keys().chunkId) : nullptr;
        checkPackFile({name, *size}, buffer, m_core ? &unpacker : nullptr, hash.get());
    } else {
        checkSmallFile({name, *size});
    }
    return m_report.files.empty() ? Result<>() : failure("SealDamaged", m_report.files.front().reason, name);
}

void Verifier::checkPacks(const std::stop_token& stop, const ProgressCallback& progress)
{
    Progress far;
    for (const auto& file : m_packFiles) {
        far.total += file.size;
    }
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t next = 0;
    std::size_t done = 0;
    const auto threads =
        m_core ? static_cast<unsigned>(m_core->threads()) : std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            Bytes buffer;
            SegmentUnpacker unpacker;
            const bool deep = m_core && m_options.readChunks;
            std::unique_ptr<KeyedHash> hash = deep ? std::make_unique<KeyedHash>(m_core->keys().chunkId) : nullptr;
            std::unique_lock lock(mutex);
            while (next < m_packFiles.size()) {
                const auto& file = m_packFiles[next++];
                lock.unlock();
                if (!stop.stop_requested()) {
                    checkPackFile(file, buffer, deep ? &unpacker : nullptr, hash.get());
                }
                lock.lock();
                far.done += file.size;
                ++done;
                changed.notify_all();
            }
        });
    }
    std::unique_lock lock(mutex);
    std::size_t shown = 0;
    while (shown < m_packFiles.size()) {
        changed.wait(lock, [&] { return done != shown; });
        shown = done;
        if (progress) {
            const auto copy = far;
            lock.unlock();
            progress(copy);
            lock.lock();
        }
    }
}

//! The point may have gone since its list was read, with the packs that only it had, or its chunks may have moved.
bool Verifier::stillNeeds(const std::string& pointId, const PackId& pack) const
{
    const auto name = VaultCore::packListName(pointId);
    const auto bytes = m_place.get(name);
    const auto list = bytes ? decodePackList(name, *bytes, m_core ? &m_core->keys().packList : nullptr)
                            : Result<PackList>(tl::unexpected(bytes.error()));
    const bool named =
        !list || std::any_of(list->packs.begin(), list->packs.end(), [&](const auto& one) { return one.id == pack; });
    return named && m_place.size(VaultCore::manifestName(pointId)); // in this order: the manifest is the first to go
}

//! Packs that a point needs: there, whole, and the same that were there when the point was made.
void Verifier::checkListed(const std::string& pointId, const PackList& list)
{
    const auto name = VaultCore::manifestName(pointId);
    for (const auto& pack : list.packs) {
        const auto file = packName(pack.id);
        if (!m_there.contains(pack.id)) {
            const bool told = std::any_of(m_report.files.begin(), m_report.files.end(),
                                          [&](const auto& f) { return f.name == file; });
            if (!told && !m_place.size(file) && stillNeeds(pointId, pack.id)) { // it may have come since
                damaged(file, "It is missing; " + name + " needs it.");
                m_suspects.insert(pack.id);
            }
        } else if (const auto hash = m_hashes.find(pack.id);
                   hash != m_hashes.end() && hash->second != pack.hash && m_suspects.insert(pack.id).second) {
            damaged(file, "It is not the pack that was written with " + name + ".");
        }
    }
}

void Verifier::mapWithoutKey()
{
    for (const auto& id : m_pointIds) {
        const auto list = m_lists.find(id);
        if (list == m_lists.end()) {
            continue;
        }
        const bool hit = std::any_of(list->second.packs.begin(), list->second.packs.end(),
                                     [this](const auto& pack) { return m_suspects.contains(pack.id); });
        const bool told = std::any_of(m_report.disks.begin(), m_report.disks.end(),
                                      [&](const auto& disk) { return disk.pointId == id; });
        if (hit && !told) {
            m_report.disks.push_back({id, {}, {}, 0});
        }
    }
}

bool Verifier::isReadable(const ChunkId& id, PageSource& source)
{
    const auto place = m_core->index().find(id);
    if (place && !m_suspects.contains(m_core->index().pack(place->pack).id)) {
        return true;
    }
    if (const auto known = m_readable.find(id); known != m_readable.end()) {
        return known->second;
    }
    return m_readable[id] = source.chunk(id).has_value();
}

void Verifier::mapWithKey(const std::stop_token& stop)
{
    PageSource source(*m_core);
    std::unordered_map<ChunkId, std::uint64_t, ChunkIdHash> wholePages; // page → bytes hit
    for (const auto& id : m_pointIds) {
        if (stop.stop_requested()) {
            return;
        }
        const auto manifest = m_core->manifest(id);
        if (!manifest) {
            continue; // told already, or removed since
        }
        std::vector<DamagedDisk> hits;
        for (std::size_t d = 0; d < manifest->pages.size(); ++d) {
            const auto& disk = manifest->info.disks[d].header;
            std::uint64_t bytes = 0;
            for (std::size_t p = 0; p < manifest->pages[d].size(); ++p) {
                const auto& pageId = manifest->pages[d][p];
                if (pageId.isZero()) {
                    continue;
                }
                const auto left = disk.capacity - std::uint64_t{p} * PageChunks * ChunkSize;
                const bool isWhole = left >= std::uint64_t{PageChunks} * ChunkSize;
                if (const auto known = wholePages.find(pageId); known != wholePages.end() && isWhole) {
                    bytes += known->second;
                    continue;
                }
                std::uint64_t hit = 0;
                if (!isReadable(pageId, source)) {
                    hit = std::min<std::uint64_t>(left, std::uint64_t{PageChunks} * ChunkSize);
                } else if (const auto ids = source.page(pageId)) {
                    for (std::size_t i = 0; i < PageChunks && i * std::uint64_t{ChunkSize} < left; ++i) {
                        if (!(*ids)[i].isZero() && !isReadable((*ids)[i], source)) {
                            hit += std::min<std::uint64_t>(ChunkSize, left - i * std::uint64_t{ChunkSize});
                        }
                    }
                } else {
                    hit = std::min<std::uint64_t>(left, std::uint64_t{PageChunks} * ChunkSize);
                }
                wholePages[pageId] = hit;
                bytes += hit;
            }
            if (bytes != 0) {
                hits.push_back({id, manifest->info.header.vmName, disk.name, bytes});
            }
        }
        if (!hits.empty() && m_place.size(VaultCore::manifestName(id))) { // else removed since its manifest was read
            m_report.disks.insert(m_report.disks.end(), hits.begin(), hits.end());
        }
    }
}

Result<VerifyReport> Verifier::run(const std::stop_token& stop, const ProgressCallback& progress)
{
    if (auto listed = listFiles(); !listed) {
        return tl::unexpected(listed.error());
    }
    if (m_small.empty() && m_packFiles.empty()) { // nothing at all: is it a vault?
        if (const auto format = readFormat(m_place); !format && format.error().code == "VaultNotAVault") {
            return tl::unexpected(format.error());
        }
    }
    checkFormat();
    for (const auto& file : m_small) {
        checkSmallFile(file);
    }
    for (const auto& id : m_pointIds) {
        checkPointFiles(id);
    }
    checkPacks(stop, progress);
    if (stop.stop_requested()) {
        return failure("PointCancelled", "The check was cancelled.");
    }
    for (const auto& [id, list] : m_lists) {
        if (m_pointIds.contains(id)) {
            checkListed(id, list);
        }
    }
    if (m_core) {
        mapWithKey(stop);
    } else {
        mapWithoutKey();
    }
    if (stop.stop_requested()) {
        return failure("PointCancelled", "The check was cancelled.");
    }
    return std::move(m_report);
}

} // namespace valv::store

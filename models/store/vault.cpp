// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vault.h"

#include "store/collector.h"
#include "store/folderblobstore.h"
#include "store/pointreader_p.h"
#include "store/pointwriter_p.h"
#include "store/repairer.h"
#include "store/sharing.h"
#include "store/vaultcore.h"
#include "store/verifier.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <shared_mutex>

namespace valv::store {

namespace {

constexpr std::size_t maximumDocumentName = 1000;
constexpr std::size_t maximumPointId = 64;

Key recoveryWrap(const RecoveryKey& key, const std::string& vaultId)
{
    return deriveKey(key.bytes(), vaultId, "valv 1 recovery key");
}

Bytes keyCheckOf(const Key& master, const std::string& vaultId)
{
    const auto hash = hmacSha256(deriveKey(master, {}, "valv 1 key check"), asBytes(vaultId));
    return Bytes(hash.begin(), hash.end());
}

//! The folder as a place, when it is one. Distinguishes what people can do something about.
Result<std::shared_ptr<BlobStore>> openFolder(const std::string& folder)
{
    struct stat status = {};
    if (::stat(folder.c_str(), &status) != 0) {
        return errno == EACCES ? failure("VaultNoPermission", "The folder " + folder + " may not be entered.", folder,
                                         "Give the user that runs Valv the right to read and write the folder.")
                               : failure("VaultNotFound", "There is no folder " + folder + ".", folder,
                                         "Check the path, and that the disk or share is connected.");
    }
    if (!S_ISDIR(status.st_mode)) {
        return failure("VaultNotAVault", folder + " is no folder.", folder, "Choose the vault's folder.");
    }
    return std::make_shared<FolderBlobStore>(folder);
}

bool isPointId(const std::string& id)
{
    return !id.empty() && id.size() <= maximumPointId && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

std::string documentFile(const VaultCore& core, const std::string& name)
{
    return "documents/" + toHex(ByteSpan(hmacSha256(core.keys().documentName, asBytes(name))).first(16)) + ".document";
}

Result<Document> readDocument(const VaultCore& core, const std::string& file)
{
    const auto bytes = core.place().get(file);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const auto parts = unseal(SealedKind::Document, file, core.keys().document, *bytes);
    auto document = parts ? decodeDocument(parts->front()) : Result<Document>(tl::unexpected(parts.error()));
    if (!document) {
        return failure("DocumentDamaged", document.error().message, file, "Restore it from a copy of the vault.");
    }
    return document;
}

//! Packs of a run that never came to its end are read back before anyone builds on them.
Result<> proveLeftPacks(VaultCore& core)
{
    auto unproven = core.unprovenPacks();
    if (unproven.empty()) {
        return {};
    }
    const auto ids = core.pointIds();
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    std::set<PackId> listed;
    for (const auto& id : *ids) {
        if (const auto list = core.packList(id)) {
            for (const auto& pack : list->packs) {
                listed.insert(pack.id);
            }
        }
    }
    SegmentUnpacker unpacker;
    KeyedHash hash(core.keys().chunkId);
    std::vector<PackContents> good;
    std::vector<std::uint32_t> bad;
    for (const auto number : unproven) {
        const auto id = core.index().pack(number).id;
        const auto key = core.packKey(number);
        const auto contents = readPackContents(core.place(), id, core.keys().pack);
        if (key && contents && (listed.contains(id) || checkPack(core.place(), *contents, *key, unpacker, hash))) {
            good.push_back(*contents);
        } else if (!listed.contains(id)) {
            bad.push_back(number);
        }
        core.setProven(number);
    }
    core.index().remove(bad);
    return core.writeIndex(good);
}

} // namespace

Result<std::unique_ptr<Vault>> Vault::create(const std::string& folder, const CreateOptions& create,
                                             const RecoveryKey& key, const VaultOptions& options)
{
    if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
        const int code = errno;
        return failure(code == EACCES || code == EROFS || code == EPERM ? "VaultNoPermission"
                           : code == ENOSPC || code == EDQUOT           ? "VaultFull"
                                                                        : "VaultNotFound",
                       "The folder " + folder + " cannot be made: " + std::strerror(code) + ".", folder,
                       "Check the path, and the right to make folders there.");
    }
    auto place = openFolder(folder);
    if (!place) {
        return tl::unexpected(place.error());
    }
    std::error_code error;
    const bool empty = std::filesystem::is_empty(folder, error);
    if (error) {
        return failure("VaultNoPermission", "The folder " + folder + " cannot be read: " + error.message() + ".",
                       folder);
    }
    if (!empty && !(*place)->size(formatName())) {
        return failure("VaultFolderNotEmpty", "The folder " + folder + " is not empty.", folder,
                       "Choose an empty folder, or a new one.");
    }
    return Vault::create(std::move(*place), create, key, options);
}

Result<std::unique_ptr<Vault>> Vault::open(const std::string& folder, const RecoveryKey& key,
                                           const VaultOptions& options)
{
    auto place = openFolder(folder);
    return place ? open(std::move(*place), key, options) : tl::unexpected(place.error());
}

Result<std::unique_ptr<Vault>> Vault::create(std::shared_ptr<BlobStore> place, const CreateOptions& create,
                                             const RecoveryKey& key, const VaultOptions& options)
{
    if (create.id.empty()) {
        return failure("NameInvalid", "A vault needs an id.", "id");
    }
    const auto lock = place->lock();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    if (place->size(formatName())) {
        return failure("VaultExists", "There is a vault in " + place->place() + " already.", place->place(),
                       "Attach it with its recovery key, or choose another folder.");
    }
    Key master = randomKey();
    Format format;
    format.identity = {create.id, create.name, create.created, FormatVersion};
    const auto wrapped = wrapKey(recoveryWrap(key, create.id), master, asBytes(create.id));
    format.wrappedMaster.assign(wrapped.begin(), wrapped.end());
    format.keyCheck = keyCheckOf(master, create.id);
    const auto bytes = encodeFormat(format);
    for (const auto* name : {formatCopyName(), formatName()}) {
        if (auto written = place->put(name, bytes); !written) {
            return tl::unexpected(written.error());
        }
    }
    auto core = std::make_shared<VaultCore>(std::move(place), format.identity, master, options);
    wipe(master);
    return std::make_unique<Vault>(std::move(core));
}

Result<std::unique_ptr<Vault>> Vault::open(std::shared_ptr<BlobStore> place, const RecoveryKey& key,
                                           const VaultOptions& options)
{
    const auto format = readFormat(*place);
    if (!format) {
        return tl::unexpected(format.error());
    }
    const auto& id = format->identity.id;
    Key master;
    if (!unwrapKey(recoveryWrap(key, id), format->wrappedMaster, asBytes(id), master)
        || !sameSecret(keyCheckOf(master, id), format->keyCheck)) {
        return failure("VaultWrongKey",
                       "The recovery key does not fit the vault " + format->identity.name + " in " + place->place()
                           + ".",
                       place->place(), "Use the recovery key that was saved when this vault was created.");
    }
    auto core = std::make_shared<VaultCore>(std::move(place), format->identity, master, options);
    wipe(master);
    if (auto read = core->refreshIndex(); !read) {
        return tl::unexpected(read.error());
    }
    return std::make_unique<Vault>(std::move(core));
}

Result<VaultIdentity> Vault::identify(const std::string& folder)
{
    const auto place = openFolder(folder);
    if (!place) {
        return tl::unexpected(place.error());
    }
    const auto format = readFormat(**place);
    return format ? Result<VaultIdentity>(format->identity) : tl::unexpected(format.error());
}

Result<VerifyReport> Vault::verifyStored(const std::string& folder, const VerifyOptions& options,
                                         const std::stop_token& stop, const ProgressCallback& progress)
{
    const auto place = openFolder(folder);
    return place ? verifyStored(**place, options, stop, progress) : tl::unexpected(place.error());
}

Result<VerifyReport> Vault::verifyStored(const BlobStore& place, const VerifyOptions& options,
                                         const std::stop_token& stop, const ProgressCallback& progress)
{
    return Verifier(place, nullptr, options).run(stop, progress);
}

Vault::Vault(std::shared_ptr<VaultCore> core)
    : m_core(std::move(core))
{ }
Vault::~Vault() = default;

const VaultIdentity& Vault::identity() const
{
    return m_core->identity();
}
std::string Vault::place() const
{
    return m_core->place().place();
}

Result<std::vector<PointInfo>> Vault::points() const
{
    const auto ids = m_core->pointIds();
    if (!ids) {
        return tl::unexpected(ids.error());
    }
    std::vector<PointInfo> points;
    for (const auto& id : *ids) {
        auto info = m_core->pointInfo(id);
        if (info) {
            points.push_back(std::move(*info));
        } else if (info.error().code != "PointNotFound") { // removed while we list
            return tl::unexpected(info.error());
        }
    }
    std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) {
        return std::tie(a.header.time, a.header.id) < std::tie(b.header.time, b.header.id);
    });
    return points;
}

Result<PointInfo> Vault::point(const std::string& id) const
{
    return isPointId(id) ? m_core->pointInfo(id)
                         : failure("PointNotFound", "The vault has no recovery point " + id + ".", id);
}

Result<std::unique_ptr<PointWriter>> Vault::beginPoint(const PointHeader& header)
{
    if (!isPointId(header.id)) {
        return failure("NameInvalid", "\"" + header.id + "\" cannot be the id of a recovery point.", "id");
    }
    auto lock = m_core->lockForWriting();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    const auto exists = failure("PointExists", "The vault has a recovery point " + header.id + " already.", header.id);
    if (const auto size = m_core->place().size(VaultCore::manifestName(header.id)); size) {
        return exists;
    } else if (size.error().code != "BlobNotFound") {
        return tl::unexpected(size.error());
    }
    if (auto proven = proveLeftPacks(*m_core); !proven) {
        return tl::unexpected(proven.error());
    }
    if (!m_core->reservePoint(header.id)) {
        return exists;
    }
    return std::make_unique<PointWriter>(std::make_unique<PointWriter::Private>(m_core, std::move(*lock), header));
}

Result<std::unique_ptr<PointReader>> Vault::openPoint(const std::string& id, const PointReader::Copy& copy) const
{
    if (!isPointId(id)) {
        return failure("PointNotFound", "The vault has no recovery point " + id + ".", id);
    }
    if (auto fresh = m_core->refreshIndex(); !fresh) { // another process may have written
        return tl::unexpected(fresh.error());
    }
    auto manifest = m_core->manifest(id);
    if (!manifest) {
        return tl::unexpected(manifest.error());
    }
    const auto info = m_core->pointInfo(id);
    if (!info) {
        return tl::unexpected(info.error());
    }
    return std::make_unique<PointReader>(
        std::make_unique<PointReader::Private>(m_core, std::move(*manifest), *info, copy));
}

Result<std::uint64_t> Vault::bytesOnlyIn(const std::set<std::string>& points, const std::stop_token& stop) const
{
    return store::bytesOnlyIn(*m_core, points, stop);
}

Result<> Vault::setPointState(const std::string& id, const PointState& state)
{
    const auto lock = m_core->lockForWriting();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    if (auto there = point(id); !there) {
        return tl::unexpected(there.error());
    }
    return m_core->writeState(id, state);
}

Result<> Vault::removePoint(const std::string& id)
{
    const auto lock = m_core->lockForWriting();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    // Not while a collection decides by the points that are there.
    const std::shared_lock publishing(m_core->publishMutex());
    if (auto there = point(id); !there) {
        return tl::unexpected(there.error());
    }
    // The manifest first: without it the point is gone, whatever happens next.
    for (const auto& name : {VaultCore::manifestName(id), VaultCore::stateName(id), VaultCore::packListName(id)}) {
        if (auto removed = m_core->place().remove(name); !removed) {
            return removed;
        }
    }
    m_core->releasePoint(id);
    return {};
}

Result<CollectReport> Vault::collect(const CollectOptions& options, const std::stop_token& stop,
                                     const ProgressCallback& progress)
{
    // Leftovers go before anybody can begin to write: half a file of the living looks like one of the dead.
    const auto lock = m_core->lockForWriting(&Collector::removeLeftovers);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    return Collector(*m_core, options).run(stop, progress);
}

Result<VerifyReport> Vault::verify(const VerifyOptions& options, const std::stop_token& stop,
                                   const ProgressCallback& progress) const
{
    if (auto fresh = m_core->refreshIndex(); !fresh) {
        return tl::unexpected(fresh.error());
    }
    return Verifier(m_core->place(), m_core.get(), options).run(stop, progress);
}

Result<RepairReport> Vault::repair(const std::vector<DamagedFile>& damaged, const Vault* copy, bool copyIsCurrent,
                                   const std::stop_token& stop)
{
    return Repairer(*m_core, copy != nullptr ? copy->m_core.get() : nullptr, copyIsCurrent).run(damaged, stop);
}

void Vault::doubt(const std::set<std::string>& files)
{
    std::set<PackId> packs;
    for (const auto& name : files) {
        if (PackId id; packIdOf(name, id)) {
            packs.insert(id);
        }
    }
    m_core->index().setDoubted(packs);
}

std::string Vault::pointBlob(const std::string& id)
{
    return VaultCore::manifestName(id);
}

std::string Vault::documentBlob(const std::string& name) const
{
    return documentFile(*m_core, name);
}

Result<> Vault::putDocument(const std::string& name, std::string_view text)
{
    if (name.empty() || name.size() > maximumDocumentName) {
        return failure("NameInvalid", "A document's name has 1 to 1,000 bytes.", "name");
    }
    const auto lock = m_core->lockForWriting();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    const auto file = documentFile(*m_core, name);
    const Bytes part = encodeDocument({name, std::string(text)});
    return m_core->place().put(file, seal(SealedKind::Document, file, m_core->keys().document, std::span(&part, 1)));
}

Result<Document> Vault::document(const std::string& name) const
{
    auto document = readDocument(*m_core, documentFile(*m_core, name));
    if (!document && document.error().code == "BlobNotFound") {
        return failure("DocumentNotFound", "The vault has no document " + name + ".", name);
    }
    return document;
}

Result<std::vector<Document>> Vault::documents(std::string_view prefix, std::vector<DamagedFile>* damaged) const
{
    const auto files = m_core->place().list("documents/");
    if (!files) {
        return tl::unexpected(files.error());
    }
    std::vector<Document> documents;
    Error error{"DocumentDamaged",
                "Some of the vault's documents are damaged.",
                {},
                "Restore them from a copy of the vault.",
                {}};
    for (const auto& file : *files) {
        auto document = readDocument(*m_core, file.name);
        if (document) {
            if (document->name.starts_with(prefix)) {
                documents.push_back(std::move(*document));
            }
        } else if (document.error().code == "DocumentDamaged") {
            error.details.push_back(document.error());
            if (damaged) {
                damaged->push_back({file.name, document.error().message});
            }
        } else if (document.error().code != "BlobNotFound") {
            return tl::unexpected(document.error());
        }
    }
    if (!error.details.empty() && !damaged) {
        return tl::unexpected(error);
    }
    std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return documents;
}

Result<> Vault::removeDocument(const std::string& name)
{
    const auto lock = m_core->lockForWriting();
    return lock ? m_core->place().remove(documentFile(*m_core, name)) : tl::unexpected(lock.error());
}

Result<VaultStats> Vault::stats() const
{
    VaultStats stats;
    for (const auto* prefix : {"packs/", "points/", "documents/", "index/"}) {
        const auto files = m_core->place().list(prefix);
        if (!files) {
            return tl::unexpected(files.error());
        }
        for (const auto& file : *files) {
            stats.bytesStored += file.size;
            stats.packs += file.name.ends_with(".pack");
            stats.points += file.name.ends_with(".manifest");
        }
    }
    stats.chunks = m_core->index().chunkCount();
    stats.bytesChunks = m_core->index().chunkBytes();
    return stats;
}

} // namespace valv::store

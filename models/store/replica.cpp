// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/replica.h"

#include "store/bytes.h"
#include "store/records.h"
#include "store/sealedfile.h"
#include "store/vaultcore.h"
#include "store/verifier.h"

#include <algorithm>
#include <array>

namespace valv::store {

namespace {

constexpr std::array vaultFolders{"packs/", "index/", "documents/", "points/"};
constexpr std::string_view pointFolder = "points/";
constexpr int listTries = 5; // a collection may move a point's chunks while it is being copied

//! Files that never change under their name: their size says it all, between checks.
bool isWrittenOnce(const std::string& name)
{
    return name.ends_with(".pack") || name.ends_with(".manifest") || name.ends_with(".index");
}

std::string idOf(const std::string& manifest)
{
    return manifest.substr(pointFolder.size(),
                           manifest.size() - pointFolder.size() - std::string_view(".manifest").size());
}

//! Without the key: do these bytes fit the hash that they carry? Names that are none of ours never do.
Result<> checkStored(const std::string& name, ByteSpan bytes)
{
    if (name.ends_with(".packs")) {
        const auto list = decodePackList(name, bytes, nullptr);
        return list ? Result<>() : tl::unexpected(list.error());
    }
    const auto magic = name.ends_with(".pack") ? PackMagic
        : name.ends_with(".manifest")          ? magicOf(SealedKind::Manifest)
        : name.ends_with(".state")             ? magicOf(SealedKind::State)
        : name.ends_with(".document")          ? magicOf(SealedKind::Document)
        : name.ends_with(".index")             ? magicOf(SealedKind::Index)
                                               : std::string_view();
    return magic.empty() ? failure("SealDamaged", "The file " + name + " is none of a vault's.", name)
                         : checkStoredHash(name, magic, bytes);
}

//! The hash at the end of each file of a vault.
Result<Hash> storedHash(const BlobStore& place, const std::string& name, std::uint64_t size)
{
    Hash hash{};
    if (size < HashSize) {
        return hash;
    }
    auto got = place.read(name, size - HashSize, std::as_writable_bytes(std::span(hash)));
    return got ? Result<Hash>(hash) : tl::unexpected(got.error());
}

tl::unexpected<Error> firstUnreadable(const Error& cause)
{
    Error error{"FirstLocationUnreadable",
                "The vault's first location cannot be read. " + cause.message,
                cause.target,
                cause.action,
                {}};
    error.details.push_back(cause);
    return tl::unexpected<Error>(std::move(error));
}

Result<std::map<std::string, std::uint64_t>> listAll(const BlobStore& place)
{
    std::map<std::string, std::uint64_t> files;
    for (const auto* prefix : vaultFolders) {
        const auto listed = place.list(prefix);
        if (!listed) {
            return tl::unexpected(listed.error());
        }
        for (const auto& file : *listed) {
            files[file.name] = file.size;
        }
    }
    return files;
}

} // namespace

Replica::Replica(const BlobStore& first, BlobStore& second, ReplicaOptions options)
    : m_first(first)
    , m_second(second)
    , m_options(std::move(options))
{ }

Result<> Replica::goOn() const
{
    return m_stop.stop_requested() ? failure("ReplicaStopped", "The copying was stopped.") : Result<>();
}

Result<std::unique_ptr<BlobLock>> Replica::begin()
{
    const auto format = readFormat(m_first);
    if (!format) {
        return firstUnreadable(format.error());
    }
    if (format->identity.id != m_options.vaultId) {
        return firstUnreadable(Error{"VaultNotAVault", "Another vault is in its place.", m_first.place(), {}, {}});
    }
    const auto copy = readFormat(m_second);
    if (copy && copy->identity.id != m_options.vaultId) {
        return failure("SecondLocationOther", "There is another vault in " + m_second.place() + ".", m_second.place(),
                       "Choose another folder for the second location.");
    }
    if (!copy && copy.error().code == "VaultNotAVault" && !m_options.mayBegin) { // not even a lock is left there
        return failure("SecondLocationEmpty", "The copy of the vault is gone from " + m_second.place() + ".",
                       m_second.place(),
                       "Connect the disk or share; or choose the folder again to begin a new copy there.");
    }
    if (!copy && copy.error().code != "VaultNotAVault" && copy.error().code != "VaultDamaged") {
        return tl::unexpected(copy.error());
    }
    auto lock = m_second.lock();
    if (!lock) {
        return lock;
    }
    if (auto cleaned = m_second.removeLeftovers(); !cleaned) {
        return tl::unexpected(cleaned.error());
    }
    const auto bytes = encodeFormat(*format);
    for (const auto* name : {formatCopyName(), formatName()}) { // in the order in which a vault is made
        const auto there = m_second.get(name);
        if (there && decodeFormat(*there, m_second.place())) {
            continue;
        }
        if (auto written = m_second.put(name, bytes); !written) {
            return tl::unexpected(written.error());
        }
    }
    return lock;
}

Result<> Replica::list()
{
    auto there = listAll(m_first);
    if (!there) {
        return firstUnreadable(there.error());
    }
    auto here = listAll(m_second);
    if (!here) {
        return tl::unexpected(here.error());
    }
    m_there = std::move(*there);
    m_here = std::move(*here);
    return {};
}

Result<bool> Replica::differs(const std::string& name, std::uint64_t size) const
{
    const auto here = m_here.find(name);
    if (here == m_here.end() || here->second != size) {
        return true;
    }
    if (isWrittenOnce(name)) {
        return false;
    }
    const auto source = storedHash(m_first, name, size);
    if (!source) {
        return source.error().code == "BlobNotFound" ? Result<bool>(false) : firstUnreadable(source.error());
    }
    const auto copy = storedHash(m_second, name, size);
    return !copy || *source != *copy;
}

Result<std::uint64_t> Replica::behind() const
{
    const auto there = listAll(m_first);
    if (!there) {
        return firstUnreadable(there.error());
    }
    const auto here = listAll(m_second);
    if (!here) {
        return tl::unexpected(here.error());
    }
    std::uint64_t bytes = 0;
    for (const auto& [name, size] : *there) {
        const auto copy = here->find(name);
        bytes += copy == here->end() || copy->second != size ? size : 0;
    }
    return bytes;
}

//! Read, checked, written, and read back.
Result<Replica::Copied> Replica::copyFile(const std::string& name)
{
    if (auto still = goOn(); !still) {
        return tl::unexpected(still.error());
    }
    const auto bytes = m_first.get(name);
    if (!bytes) {
        return bytes.error().code == "BlobNotFound" ? Result<Copied>(Copied::Gone) : firstUnreadable(bytes.error());
    }
    if (const auto whole = checkStored(name, *bytes); !whole) {
        m_report.damaged.push_back({name, whole.error().message});
        return Copied::Damaged;
    }
    if (auto written = m_second.put(name, *bytes); !written) {
        return tl::unexpected(written.error());
    }
    const auto back = m_second.get(name);
    if (!back) {
        return tl::unexpected(back.error());
    }
    if (*back != *bytes) { // the bytes fitted their hash: equal ones do too
        return failure("SecondLocationCorrupts",
                       "What was read back from " + m_second.place() + " is not what was written: " + name + ".",
                       m_second.place(), "Check the disk or share of the second location.");
    }
    m_here[name] = bytes->size();
    ++m_report.filesCopied;
    m_report.bytesCopied += bytes->size();
    m_far.done += bytes->size();
    if (m_progress) {
        m_progress(m_far);
    }
    return Copied::Done;
}

Result<> Replica::copyMissing(const std::string& prefix)
{
    for (auto file = m_there.lower_bound(prefix); file != m_there.end() && file->first.starts_with(prefix); ++file) {
        const auto wanted = differs(file->first, file->second);
        if (!wanted) {
            return tl::unexpected(wanted.error());
        }
        if (*wanted) {
            if (auto copied = copyFile(file->first); !copied) {
                return tl::unexpected(copied.error());
            }
        }
    }
    return {};
}

//! All packs that a point's list in the first place names are in the second, and then the list. The collector may give
//! the point other packs meanwhile: then its list has changed, and is read again.
Result<> Replica::copyListedPacks(const std::string& listName)
{
    for (int turn = 0; turn < listTries; ++turn) {
        const auto bytes = m_first.get(listName);
        const auto list =
            bytes ? decodePackList(listName, *bytes, nullptr) : Result<PackList>(tl::unexpected(bytes.error()));
        if (!list) {
            if (bytes || bytes.error().code != "BlobNotFound") {
                m_report.damaged.push_back({listName, list.error().message});
            }
            return {}; // what was copied before stays
        }
        bool whole = true;
        for (const auto& pack : list->packs) {
            const auto name = packName(pack.id);
            const auto here = m_here.find(name);
            if (here != m_here.end() && here->second == pack.size) {
                continue;
            }
            const auto copied = copyFile(name);
            if (!copied) {
                return tl::unexpected(copied.error());
            }
            whole = whole && *copied == Copied::Done;
        }
        const auto again = m_first.get(listName);
        if (again && *again == *bytes) {
            if (!whole) {
                m_report.damaged.push_back({listName, "Packs that it names are missing or damaged."});
            }
            const auto wanted = differs(listName, bytes->size());
            if (!wanted) {
                return tl::unexpected(wanted.error());
            }
            // A good list is worth more than a new one whose packs are not there.
            if (*wanted && (whole || !m_here.contains(listName))) {
                const auto copied = copyFile(listName);
                return copied ? Result<>() : tl::unexpected(copied.error());
            }
            return {};
        }
    }
    return {}; // it never stood still: the next run has it
}

Result<> Replica::copyPoint(const std::string& id)
{
    const auto list = VaultCore::packListName(id);
    const auto listed = m_there.find(list);
    const auto fresh = listed == m_there.end() ? Result<bool>(true) : differs(list, listed->second);
    if (!fresh) {
        return tl::unexpected(fresh.error());
    }
    if (*fresh) { // an equal one was written when all its packs were there
        if (auto copied = copyListedPacks(list); !copied) {
            return copied;
        }
    }
    for (const auto& name : {VaultCore::stateName(id), VaultCore::manifestName(id)}) {
        const auto there = m_there.find(name);
        if (there == m_there.end()) {
            continue;
        }
        const auto wanted = differs(name, there->second);
        if (!wanted) {
            return tl::unexpected(wanted.error());
        }
        if (!*wanted) {
            continue;
        }
        if (auto copied = copyFile(name); !copied) {
            return tl::unexpected(copied.error());
        }
    }
    return {};
}

Result<> Replica::removeFromSecond(const std::string& name)
{
    if (!m_here.contains(name)) {
        return {};
    }
    if (auto removed = m_second.remove(name); !removed) {
        return removed;
    }
    m_here.erase(name);
    ++m_report.filesRemoved;
    return {};
}

Result<> Replica::mirrorRemovals()
{
    for (const auto& name : m_options.removed) {
        const auto there = m_first.size(name);
        if (there || there.error().code != "BlobNotFound") {
            continue; // not removed yet, or nobody can tell
        }
        if (auto removed = removeFromSecond(name); !removed) {
            return removed;
        }
        m_report.settled.insert(name);
    }
    // Lists and states without a manifest are of no point; index files only save time.
    std::vector<std::string> idle;
    for (const auto& [name, size] : m_here) {
        const auto dot = name.rfind('.');
        const bool orphan = name.starts_with(pointFolder) && !name.ends_with(".manifest") && dot != std::string::npos
            && !m_here.contains(name.substr(0, dot) + ".manifest") && !m_there.contains(name);
        if (orphan || (name.ends_with(".index") && !m_there.contains(name))) {
            idle.push_back(name);
        }
    }
    for (const auto& name : idle) {
        if (auto removed = removeFromSecond(name); !removed) {
            return removed;
        }
    }
    return {};
}

Result<> Replica::removeDeadPacks()
{
    std::set<std::string> needed;
    for (const auto& [name, size] : m_here) {
        if (!name.starts_with(pointFolder) || !name.ends_with(".manifest")) {
            continue;
        }
        const auto listName = VaultCore::packListName(idOf(name));
        const auto bytes = m_second.get(listName);
        const auto list =
            bytes ? decodePackList(listName, *bytes, nullptr) : Result<PackList>(tl::unexpected(bytes.error()));
        if (!list) {
            return {}; // nobody knows what this point needs: all packs stay
        }
        for (const auto& pack : list->packs) {
            needed.insert(packName(pack.id));
        }
    }
    std::vector<std::string> dead;
    for (auto file = m_here.lower_bound("packs/"); file != m_here.end() && file->first.starts_with("packs/"); ++file) {
        if (!m_there.contains(file->first) && !needed.contains(file->first)) {
            dead.push_back(file->first);
        }
    }
    for (const auto& name : dead) {
        if (const auto there = m_first.size(name); there || there.error().code != "BlobNotFound") {
            continue; // it has come since, or nobody can tell
        }
        if (auto removed = removeFromSecond(name); !removed) {
            return removed;
        }
    }
    return {};
}

Result<ReplicaReport> Replica::copy(const std::stop_token& stop, const ProgressCallback& progress)
{
    m_report = {};
    m_far = {};
    m_stop = stop;
    m_progress = progress;
    const auto lock = begin();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    if (auto listed = list(); !listed) {
        return tl::unexpected(listed.error());
    }
    for (const auto& [name, size] : m_there) {
        const auto here = m_here.find(name);
        m_far.total += here == m_here.end() || here->second != size ? size : 0;
    }
    if (m_progress) {
        m_progress(m_far);
    }
    for (const auto* prefix : {"packs/", "index/", "documents/"}) {
        if (auto copied = copyMissing(prefix); !copied) {
            return tl::unexpected(copied.error());
        }
    }
    std::vector<std::string> ids;
    for (const auto& [name, size] : m_there) {
        if (name.starts_with(pointFolder) && name.ends_with(".manifest")) {
            ids.push_back(idOf(name));
        }
    }
    for (const auto& id : ids) {
        if (auto still = goOn(); !still) {
            return tl::unexpected(still.error());
        }
        if (auto copied = copyPoint(id); !copied) {
            return tl::unexpected(copied.error());
        }
    }
    if (auto mirrored = mirrorRemovals(); !mirrored) {
        return tl::unexpected(mirrored.error());
    }
    if (auto removed = removeDeadPacks(); !removed) {
        return tl::unexpected(removed.error());
    }
    return std::move(m_report);
}

Result<ReplicaCheck> Replica::check(unsigned share, unsigned shares, const std::stop_token& stop)
{
    m_report = {};
    m_stop = stop;
    m_progress = {};
    const auto lock = begin();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    if (auto listed = list(); !listed) {
        return tl::unexpected(listed.error());
    }
    ReplicaCheck found;
    const auto files = m_here; // repairs change it
    for (const auto& [name, size] : files) {
        if (auto still = goOn(); !still) {
            return tl::unexpected(still.error());
        }
        if (PackId id; packIdOf(name, id) && ByteReader(id.bytes).number<std::uint32_t>() % shares != share % shares) {
            continue;
        }
        const auto bytes = m_second.get(name);
        if (!bytes && bytes.error().code == "VaultNotFound") {
            return tl::unexpected(bytes.error());
        }
        ++found.filesChecked;
        found.bytesChecked += size;
        auto whole = bytes ? checkStored(name, *bytes) : Result<>(tl::unexpected(bytes.error()));
        if (whole && isWrittenOnce(name)) { // whole, but is it the one?
            if (const auto there = m_there.find(name); there != m_there.end()) {
                const auto source = storedHash(m_first, name, there->second);
                const auto copy = storedHash(m_second, name, size);
                if (source && copy && *source != *copy) {
                    whole = failure("SealDamaged", "It is not the file of that name in the first location.", name);
                }
            }
        }
        if (whole) {
            continue;
        }
        const auto copied = m_there.contains(name) ? copyFile(name) : Result<Copied>(Copied::Gone);
        if (!copied) {
            return tl::unexpected(copied.error());
        }
        (*copied == Copied::Done ? found.repaired : found.damaged).push_back({name, whole.error().message});
    }
    return found;
}

} // namespace valv::store

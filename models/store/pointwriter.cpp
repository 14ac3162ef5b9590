// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pointwriter_p.h"

#include <algorithm>
#include <shared_mutex>
#include <utility>

namespace valv::store {

namespace {

std::uint32_t chunkLength(const DiskHeader& disk, std::uint64_t chunk)
{
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(ChunkSize, disk.capacity - chunk * ChunkSize));
}

} // namespace

PointWriter::Private::Private(std::shared_ptr<VaultCore> theCore, std::shared_ptr<void> theLock, PointHeader theHeader)
    : core(std::move(theCore))
    , lock(std::move(theLock))
    , header(std::move(theHeader))
    , source(*core)
    , packer(std::make_unique<ChunkPacker>(*core, ChunkPacker::Mode::OnlyNew))
{ }

PointWriter::Private::~Private()
{
    packer.reset();
    core->releasePoint(header.id);
}

Result<PointWriter::Private::Disk*> PointWriter::Private::disk(int number)
{
    const std::lock_guard guard(mutex);
    if (finished) {
        return failure("PointCancelled", "The recovery point is finished.", header.id);
    }
    if (number < 0 || static_cast<std::size_t>(number) >= disks.size()) {
        return failure("DiskUnknown", "The recovery point has no disk number " + std::to_string(number) + ".",
                       header.id);
    }
    return disks[static_cast<std::size_t>(number)].get();
}

Result<std::vector<ChunkId>> PointWriter::Private::readPage(const ChunkId& id)
{
    const std::lock_guard guard(mutex);
    return source.page(id);
}

//! Makes baseIds those of the page.
Result<> PointWriter::Private::loadBase(Disk& disk, std::uint64_t page)
{
    if (disk.basePage == page) {
        return {};
    }
    if (page < disk.basePages.size()) {
        auto ids = readPage(disk.basePages[page]);
        if (!ids) {
            return tl::unexpected(ids.error());
        }
        disk.baseIds = std::move(*ids);
    } else {
        disk.baseIds.assign(PageChunks, {});
    }
    disk.basePage = page;
    return {};
}

Result<std::vector<ChunkId>*> PointWriter::Private::touchedPage(Disk& disk, std::uint64_t page)
{
    const auto found = disk.pages.find(page);
    if (found != disk.pages.end()) {
        return &found->second;
    }
    if (auto loaded = loadBase(disk, page); !loaded) {
        return tl::unexpected(loaded.error());
    }
    auto& ids = disk.pages[page];
    ids = disk.baseUse == BaseUse::TakeOver ? disk.baseIds : std::vector<ChunkId>(PageChunks);
    return &ids;
}

//! A chunk of which every byte is known.
Result<> PointWriter::Private::whole(Disk& disk, std::uint64_t chunk, ByteSpan data)
{
    const auto pageNumber = chunk / PageChunks;
    auto page = touchedPage(disk, pageNumber);
    if (!page) {
        return tl::unexpected(page.error());
    }
    if (auto loaded = loadBase(disk, pageNumber); !loaded) {
        return loaded;
    }
    const auto length = static_cast<std::uint32_t>(data.size());
    if (disk.block && disk.block->room() < length) {
        if (auto submitted = packer->submit(std::move(disk.block)); !submitted) {
            return submitted;
        }
    }
    if (!disk.block) {
        disk.block = packer->block();
    }
    auto& block = *disk.block;
    std::copy(data.begin(), data.end(), block.data.begin() + block.size);
    const auto at = static_cast<std::size_t>(chunk % PageChunks);
    block.pieces.push_back({block.size, length, &(**page)[at], disk.baseIds[at], true});
    block.size += length;
    if (block.room() == 0) {
        return packer->submit(std::move(disk.block));
    }
    return {};
}

Result<> PointWriter::Private::openFor(Disk& disk, std::uint64_t chunk)
{
    if (disk.openChunk == chunk) {
        return {};
    }
    if (auto closed = closeChunk(disk); !closed) {
        return closed;
    }
    disk.openData.assign(chunkLength(disk.header, chunk), std::byte{0});
    if (disk.baseUse == BaseUse::TakeOver && !disk.basePages.empty()) {
        if (auto loaded = loadBase(disk, chunk / PageChunks); !loaded) {
            return loaded;
        }
        const auto& id = disk.baseIds[static_cast<std::size_t>(chunk % PageChunks)];
        if (!id.isZero()) {
            const std::lock_guard guard(mutex);
            const auto before = source.chunk(id);
            if (!before) {
                return tl::unexpected(before.error());
            }
            std::copy_n(before->begin(), std::min(before->size(), disk.openData.size()), disk.openData.begin());
        }
    }
    disk.openChunk = chunk;
    return {};
}

Result<> PointWriter::Private::closeChunk(Disk& disk)
{
    if (!disk.openChunk) {
        return {};
    }
    const auto chunk = *std::exchange(disk.openChunk, std::nullopt);
    return whole(disk, chunk, disk.openData);
}

Result<> PointWriter::Private::zeroChunk(Disk& disk, std::uint64_t chunk)
{
    if (disk.basePages.empty()) {
        return {}; // a page that nobody touched is zero
    }
    const auto pageNumber = chunk / PageChunks;
    if (auto loaded = loadBase(disk, pageNumber); !loaded) {
        return loaded;
    }
    const auto at = static_cast<std::size_t>(chunk % PageChunks);
    if (!disk.baseIds[at].isZero()) {
        extraChanged += chunkLength(disk.header, chunk);
        auto page = touchedPage(disk, pageNumber);
        if (!page) {
            return tl::unexpected(page.error());
        }
        (**page)[at] = {};
    }
    return {};
}

Result<> PointWriter::Private::zeroPages(Disk& disk, std::uint64_t first, std::uint64_t count)
{
    for (auto page = first; page < first + count; ++page) {
        if (page >= disk.basePages.size()) {
            break;
        }
        if (disk.basePages[page].isZero()) {
            continue;
        }
        if (auto loaded = loadBase(disk, page); !loaded) {
            return loaded;
        }
        for (std::uint64_t i = 0; i < PageChunks; ++i) {
            const auto chunk = page * PageChunks + i;
            if (chunk * ChunkSize < disk.header.capacity && !disk.baseIds[i].isZero()) {
                extraChanged += chunkLength(disk.header, chunk);
            }
        }
        disk.pages[page].assign(PageChunks, {});
    }
    return {};
}

//! \param data nothing: zeros
Result<> PointWriter::Private::write(Disk& disk, std::uint64_t offset, const std::byte* data, std::uint64_t length)
{
    if (auto good = packer->error(); !good) {
        return good;
    }
    if (length == 0) {
        return {};
    }
    if (offset > disk.header.capacity || length > disk.header.capacity - offset) {
        return failure("WriteBeyondEnd",
                       "The disk " + disk.header.name + " ends at byte " + std::to_string(disk.header.capacity)
                           + "; data at " + std::to_string(offset) + " does not fit.",
                       disk.header.name);
    }
    if (offset < disk.position) {
        return failure("WriteOutOfOrder",
                       "The disk " + disk.header.name + " was already written up to byte "
                           + std::to_string(disk.position) + "; data at " + std::to_string(offset) + " comes too late.",
                       disk.header.name);
    }
    disk.position = offset + length;
    disk.written = true;
    bytesRead += length;
    while (length != 0) {
        const auto chunk = offset / ChunkSize;
        const auto begin = offset % ChunkSize;
        const auto full = chunkLength(disk.header, chunk);
        if (!data && begin == 0 && chunk % PageChunks == 0 && length >= PageBytes) {
            const auto pages = length / PageBytes;
            if (auto done = zeroPages(disk, chunk / PageChunks, pages); !done) {
                return done;
            }
            offset += pages * PageBytes;
            length -= pages * PageBytes;
            continue;
        }
        const auto take = std::min<std::uint64_t>(length, full - begin);
        Result<> done;
        if (take == full) {
            done = data ? whole(disk, chunk, ByteSpan(data, static_cast<std::size_t>(take))) : zeroChunk(disk, chunk);
        } else if (done = openFor(disk, chunk); done) {
            const auto into = disk.openData.begin() + static_cast<std::ptrdiff_t>(begin);
            if (data) {
                std::copy_n(data, take, into);
            } else {
                std::fill_n(into, take, std::byte{0});
            }
        }
        if (!done) {
            return done;
        }
        offset += take;
        length -= take;
        data = data ? data + take : nullptr;
    }
    return {};
}

//! Touched pages become chunks of their own; the others are the base's.
Result<> PointWriter::Private::storePages()
{
    for (auto& disk : disks) {
        auto& pages = manifest.pages.emplace_back(static_cast<std::size_t>(pageCount(disk->header.capacity)));
        if (disk->baseUse == BaseUse::TakeOver) {
            std::copy_n(disk->basePages.begin(), std::min(disk->basePages.size(), pages.size()), pages.begin());
        }
        for (const auto& [number, ids] : disk->pages) {
            const auto data = encodePage(ids);
            if (!disk->block) {
                disk->block = packer->block();
            } else if (disk->block->room() < data.size()) {
                if (auto submitted = packer->submit(std::move(disk->block)); !submitted) {
                    return submitted;
                }
                disk->block = packer->block();
            }
            auto& block = *disk->block;
            std::copy(data.begin(), data.end(), block.data.begin() + block.size);
            block.pieces.push_back({block.size,
                                    static_cast<std::uint32_t>(data.size()),
                                    &pages[static_cast<std::size_t>(number)],
                                    {},
                                    false});
            block.size += static_cast<std::uint32_t>(data.size());
        }
        if (disk->block) {
            if (auto submitted = packer->submit(std::move(disk->block)); !submitted) {
                return submitted;
            }
        }
    }
    return {};
}

//! Walks the whole map: how much data each disk has, and exactly which packs the point needs.
Result<PackList> PointWriter::Private::account()
{
    std::set<std::uint32_t> packs;
    const auto need = [&](const ChunkId& id) {
        const auto place = packer->findAndHold(id);
        if (place) {
            packs.insert(place->pack);
        }
        return place.has_value();
    };
    for (std::size_t d = 0; d < disks.size(); ++d) {
        const auto& disk = *disks[d];
        DiskInfo info{disk.header, 0};
        for (std::uint64_t number = 0; number < manifest.pages[d].size(); ++number) {
            const auto& pageId = manifest.pages[d][static_cast<std::size_t>(number)];
            if (pageId.isZero()) {
                continue;
            }
            const auto touched = disk.pages.find(number);
            const auto loaded =
                touched == disk.pages.end() ? readPage(pageId) : Result<std::vector<ChunkId>>(touched->second);
            bool good = loaded && need(pageId);
            for (std::uint64_t i = 0; good && i < PageChunks; ++i) {
                const auto chunk = number * PageChunks + i;
                const auto& id = (*loaded)[static_cast<std::size_t>(i)];
                if (chunk * ChunkSize < disk.header.capacity && !id.isZero()) {
                    info.dataBytes += chunkLength(disk.header, chunk);
                    good = need(id);
                }
            }
            if (!good) {
                return failure("PointDamaged",
                               "The base of the disk " + disk.header.name + " is damaged; the disk must be read fully.",
                               disk.header.name, "Back the disk up without a base.");
            }
        }
        manifest.info.disks.push_back(std::move(info));
    }
    PackList list;
    list.pointId = header.id;
    for (const auto pack : packs) {
        list.packs.push_back(core->index().pack(pack));
    }
    std::sort(list.packs.begin(), list.packs.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    return list;
}

//! Everything else first, the manifest last.
Result<> PointWriter::Private::publish(PackList& list, const PointState& state)
{
    const auto name = VaultCore::manifestName(header.id);
    const auto encode = [&] {
        return seal(SealedKind::Manifest, name, core->keys().manifest, encodeManifest(manifest));
    };
    Bytes file = encode();
    extraStored += file.size() + encodePackList(list, core->keys().packList).size();
    manifest.info.stats.bytesStored = packer->stored + extraStored;
    file = encode();
    list.manifestSize = file.size();
    list.manifestHash = sha256(file);
    if (auto written = core->writeIndex(packer->packs()); !written) {
        return written;
    }
    if (auto written =
            core->place().put(VaultCore::packListName(header.id), encodePackList(list, core->keys().packList));
        !written) {
        return written;
    }
    if (auto written = core->writeState(header.id, state); !written) {
        return written;
    }
    return core->place().put(name, file);
}

Result<PointInfo> PointWriter::Private::finish(const PointState& state, const std::stop_token& stop)
{
    {
        const std::lock_guard guard(mutex);
        if (std::exchange(finished, true)) {
            return failure("PointCancelled", "The recovery point is finished.", header.id);
        }
    }
    for (auto& disk : disks) {
        if (auto closed = closeChunk(*disk); !closed) {
            return tl::unexpected(closed.error());
        }
        if (disk->block) {
            if (auto submitted = packer->submit(std::move(disk->block)); !submitted) {
                return tl::unexpected(submitted.error());
            }
        }
    }
    if (auto hashed = packer->waitHashed(stop); !hashed) {
        return tl::unexpected(hashed.error());
    }
    manifest.info.header = header;
    manifest.pages.reserve(disks.size());
    if (auto stored = storePages(); !stored) {
        return tl::unexpected(stored.error());
    }
    if (auto packed = packer->finish(stop); !packed) {
        return tl::unexpected(packed.error());
    }
    const std::shared_lock publishing(core->publishMutex());
    auto list = account();
    if (!list) {
        return tl::unexpected(list.error());
    }
    auto& stats = manifest.info.stats;
    stats.bytesRead = bytesRead;
    stats.bytesChanged = packer->changed + extraChanged;
    stats.bytesNew = packer->fresh;
    stats.bytesVerified = packer->verified;
    if (auto published = publish(*list, state); !published) {
        return tl::unexpected(published.error());
    }
    PointInfo info = manifest.info;
    info.state = state;
    return info;
}

PointWriter::PointWriter(std::unique_ptr<Private> p)
    : m_p(std::move(p))
{ }
PointWriter::~PointWriter() = default;

Result<int> PointWriter::addDisk(const DiskHeader& disk)
{
    const std::lock_guard guard(m_p->mutex);
    if (m_p->finished) {
        return failure("PointCancelled", "The recovery point is finished.", m_p->header.id);
    }
    for (const auto& other : m_p->disks) {
        if (other->header.name == disk.name) {
            return failure("DiskNameTaken", "The recovery point has two disks named " + disk.name + ".", disk.name);
        }
    }
    auto made = std::make_unique<Private::Disk>();
    made->header = disk;
    m_p->disks.push_back(std::move(made));
    return static_cast<int>(m_p->disks.size()) - 1;
}

Result<> PointWriter::setBase(int disk, const std::string& pointId, const std::string& diskName, BaseUse use)
{
    const auto found = m_p->disk(disk);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if ((*found)->written) {
        return failure("WriteOutOfOrder", "The base of the disk " + (*found)->header.name + " comes after its data.",
                       (*found)->header.name);
    }
    const auto damaged = [&pointId] {
        return failure("PointDamaged", "The recovery point " + pointId + " is damaged and can be no base.", pointId,
                       "Read the disk fully.");
    };
    // Its packs are held first: its point may be removed and collected while this one is being written.
    const auto list = m_p->core->packList(pointId);
    const auto manifest = m_p->core->manifest(pointId);
    if (!manifest) {
        return tl::unexpected(manifest.error());
    }
    if (!list) {
        return damaged();
    }
    for (const auto& pack : list->packs) {
        if (!m_p->packer->hold(pack.id)) {
            return damaged();
        }
    }
    const auto& base = manifest->info.disks;
    const auto at = std::find_if(base.begin(), base.end(), [&](const auto& d) { return d.header.name == diskName; });
    if (at == base.end()) {
        return failure("DiskUnknown", "The recovery point " + pointId + " has no disk " + diskName + ".", diskName);
    }
    (*found)->basePages = manifest->pages[static_cast<std::size_t>(at - base.begin())];
    (*found)->baseUse = use;
    return {};
}

Result<> PointWriter::write(int disk, std::uint64_t offset, std::span<const std::byte> data)
{
    const auto found = m_p->disk(disk);
    return found ? m_p->write(**found, offset, data.data(), data.size()) : tl::unexpected(found.error());
}

Result<> PointWriter::writeZeros(int disk, std::uint64_t offset, std::uint64_t length)
{
    const auto found = m_p->disk(disk);
    return found ? m_p->write(**found, offset, nullptr, length) : tl::unexpected(found.error());
}

PointStats PointWriter::stats() const
{
    PointStats stats;
    stats.bytesRead = m_p->bytesRead;
    stats.bytesChanged = m_p->packer->changed + m_p->extraChanged;
    stats.bytesNew = m_p->packer->fresh;
    stats.bytesStored = m_p->packer->stored + m_p->extraStored;
    stats.bytesVerified = m_p->packer->verified;
    return stats;
}

Result<PointInfo> PointWriter::finish(const PointState& state, const std::stop_token& stop)
{
    return m_p->finish(state, stop);
}

} // namespace valv::store

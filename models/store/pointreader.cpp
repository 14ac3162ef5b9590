// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pointreader_p.h"

#include <algorithm>
#include <condition_variable>
#include <optional>
#include <thread>

namespace valv::store {

namespace {

constexpr std::size_t keptPages = 64; // 32 KiB each
constexpr std::size_t keptSegments = 16; // up to 1 MiB each
constexpr std::uint64_t restoreBlock = SegmentSize;

//! Failures that are no damage of the vault: they are passed on as they are.
bool isOutside(const Error& error)
{
    return error.code == "VaultNoPermission" || error.code == "VaultNotFound";
}

} // namespace

PointReader::Private::Private(std::shared_ptr<VaultCore> theCore, Manifest theManifest, const PointInfo& info,
                              PointReader::Copy copy)
    : core(std::move(theCore))
    , manifest(std::move(theManifest))
    , used(core->index())
    , m_source(*core)
    , m_askForCopy(std::move(copy))
{
    manifest.info = info;
    if (const auto list = core->packList(info.header.id)) {
        for (const auto& pack : list->packs) {
            core->index().use(pack.id, used);
        }
    }
}

Result<const DiskInfo*> PointReader::Private::disk(int number) const
{
    if (number < 0 || static_cast<std::size_t>(number) >= manifest.info.disks.size()) {
        return failure("DiskUnknown", "The recovery point has no disk number " + std::to_string(number) + ".",
                       manifest.info.header.id);
    }
    return &manifest.info.disks[static_cast<std::size_t>(number)];
}

tl::unexpected<Error> PointReader::Private::damaged(int number, std::uint64_t offset, const Error& error) const
{
    if (isOutside(error)) {
        return tl::unexpected(error);
    }
    const auto& disk = manifest.info.disks[static_cast<std::size_t>(number)].header.name;
    const auto& id = manifest.info.header.id;
    return failure("ChunkDamaged",
                   "The disk " + disk + " of the recovery point " + id + " cannot be read at byte "
                       + std::to_string(offset) + ". " + error.message,
                   id + "/" + disk, "Verify the vault, and restore another recovery point.");
}

Result<PointReader::Private::Page> PointReader::Private::page(const ChunkId& id)
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_pages.find(id); known != m_pages.end()) {
        return known->second;
    }
    auto ids = m_source.page(id);
    if (!ids) {
        const auto bytes = fromCopy(id, ids.error());
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        ids = decodePage(*bytes);
        ids->resize(PageChunks);
    }
    if (m_pages.size() >= keptPages) {
        m_pages.clear();
    }
    auto page = std::make_shared<const std::vector<ChunkId>>(std::move(*ids));
    m_pages[id] = page;
    return page;
}

std::shared_ptr<PointReader::Private::Unpacked> PointReader::Private::unpacked(const ChunkPlace& place)
{
    const auto key = (std::uint64_t{place.pack} << 32) | place.segment;
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_bySegment.find(key); known != m_bySegment.end()) {
        m_segments.splice(m_segments.begin(), m_segments, known->second);
        return known->second->second;
    }
    if (m_segments.size() >= keptSegments) {
        m_bySegment.erase(m_segments.back().first);
        m_segments.pop_back();
    }
    m_segments.emplace_front(key, std::make_shared<Unpacked>());
    m_bySegment[key] = m_segments.begin();
    return m_segments.front().second;
}

namespace {

//! A chunk may be shorter than its place on a disk that has grown since: zeros follow.
void copyPart(ByteSpan chunk, std::uint32_t from, std::span<std::byte> into)
{
    const auto have = chunk.size() > from ? std::min(chunk.size() - from, into.size()) : 0;
    std::copy_n(chunk.begin() + (have ? from : 0), have, into.begin());
    std::fill(into.begin() + static_cast<std::ptrdiff_t>(have), into.end(), std::byte{0});
}

} // namespace

Result<> PointReader::Private::readChunk(const ChunkId& id, std::uint32_t from, std::span<std::byte> into, Tools& tools)
{
    const auto here = readHere(id, from, into, tools);
    if (here) {
        return here;
    }
    const auto chunk = fromCopy(id, here.error());
    if (!chunk) {
        return tl::unexpected(chunk.error());
    }
    copyPart(*chunk, from, into);
    return {};
}

Result<Bytes> PointReader::Private::fromCopy(const ChunkId& id, const Error& here)
{
    const std::lock_guard lock(m_copyMutex);
    if (!m_asked && m_askForCopy) {
        if (auto copy = m_askForCopy()) {
            m_copy = std::move(*copy);
            m_copySource = std::make_unique<PageSource>(*m_copy->core());
        }
    }
    m_asked = true;
    if (PackId pack; packIdOf(here.target, pack)) {
        m_elsewhere.files.insert(here.target);
    }
    auto chunk = m_copySource ? m_copySource->chunk(id) : Result<Bytes>(tl::unexpected(here));
    if (!chunk) {
        return tl::unexpected(here);
    }
    ++m_elsewhere.chunks;
    return chunk;
}

PointReader::Elsewhere PointReader::Private::elsewhere() const
{
    const std::lock_guard lock(m_copyMutex);
    return m_elsewhere;
}

Result<> PointReader::Private::readHere(const ChunkId& id, std::uint32_t from, std::span<std::byte> into, Tools& tools)
{
    for (int attempt = 0;; ++attempt) {
        const auto place = core->index().find(id);
        if (place) {
            const auto segment = unpacked(*place);
            const std::lock_guard lock(segment->mutex);
            Result<> good;
            if (!segment->done) {
                auto raw = core->readSegment(place->pack, place->segment, tools.unpacker);
                if (raw) {
                    segment->raw = std::move(*raw);
                    segment->done = true;
                } else {
                    good = tl::unexpected(raw.error());
                }
            }
            if (good) {
                const auto chunk = ByteSpan(segment->raw).subspan(place->offset, place->length);
                auto& checked = segment->checked;
                if (std::find(checked.begin(), checked.end(), place->offset) == checked.end()) {
                    if (tools.hash(chunk) != id.bytes) {
                        const auto name = packName(core->index().pack(place->pack).id);
                        return failure("ChunkDamaged", "A chunk in the pack " + name + " is not what it was.", name);
                    }
                    checked.push_back(place->offset);
                }
                copyPart(chunk, from, into);
                return {};
            }
            if (good.error().code != "BlobNotFound" || attempt > 0) {
                return good;
            }
        } else if (attempt > 0) {
            return failure("ChunkDamaged", "A chunk is in none of the vault's packs.");
        }
        // The collector of another process may have moved it.
        if (auto refreshed = core->refreshIndex(); !refreshed) {
            return refreshed;
        }
    }
}

std::unique_ptr<PointReader::Private::Tools> PointReader::Private::takeTools()
{
    const std::lock_guard lock(m_mutex);
    if (m_tools.empty()) {
        return std::make_unique<Tools>(core->keys().chunkId);
    }
    auto tools = std::move(m_tools.back());
    m_tools.pop_back();
    return tools;
}

void PointReader::Private::giveTools(std::unique_ptr<Tools> tools)
{
    const std::lock_guard lock(m_mutex);
    m_tools.push_back(std::move(tools));
}

Result<std::vector<Extent>> PointReader::Private::extents(int number)
{
    const auto found = disk(number);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto capacity = (*found)->header.capacity;
    const auto& pages = manifest.pages[static_cast<std::size_t>(number)];
    std::vector<Extent> extents;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        if (pages[p].isZero()) {
            continue;
        }
        const auto ids = page(pages[p]);
        if (!ids) {
            return damaged(number, p * std::uint64_t{PageChunks} * ChunkSize, ids.error());
        }
        for (std::size_t i = 0; i < PageChunks; ++i) {
            const auto offset = (std::uint64_t{p} * PageChunks + i) * ChunkSize;
            if (offset >= capacity || (**ids)[i].isZero()) {
                continue;
            }
            const auto length = std::min<std::uint64_t>(ChunkSize, capacity - offset);
            if (!extents.empty() && extents.back().offset + extents.back().length == offset) {
                extents.back().length += length;
            } else {
                extents.push_back({offset, length});
            }
        }
    }
    return extents;
}

Result<> PointReader::Private::read(int number, std::uint64_t offset, std::span<std::byte> into)
{
    const auto found = disk(number);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto capacity = (*found)->header.capacity;
    if (offset > capacity || into.size() > capacity - offset) {
        return failure("ReadBeyondEnd",
                       "The disk " + (*found)->header.name + " ends at byte " + std::to_string(capacity) + ".",
                       (*found)->header.name);
    }
    auto tools = takeTools();
    Result<> result;
    while (!into.empty() && result) {
        const auto chunk = offset / ChunkSize;
        const auto begin = static_cast<std::uint32_t>(offset % ChunkSize);
        const auto take = std::min<std::size_t>(into.size(), ChunkSize - begin);
        const auto& pageId =
            manifest.pages[static_cast<std::size_t>(number)][static_cast<std::size_t>(chunk / PageChunks)];
        const auto part = into.first(take);
        if (pageId.isZero()) {
            std::fill(part.begin(), part.end(), std::byte{0});
        } else if (const auto ids = page(pageId); !ids) {
            result = damaged(number, offset, ids.error());
        } else if (const auto& id = (**ids)[static_cast<std::size_t>(chunk % PageChunks)]; id.isZero()) {
            std::fill(part.begin(), part.end(), std::byte{0});
        } else if (const auto got = readChunk(id, begin, part, *tools); !got) {
            result = damaged(number, offset, got.error());
        }
        offset += take;
        into = into.subspan(take);
    }
    giveTools(std::move(tools));
    return result;
}

namespace {

//! \brief Unpacks blocks on several threads into a few buffers, to be taken in order.
class ReadAhead
{
public:
    using Read = std::function<Result<>(std::uint64_t, std::span<std::byte>)>;

    ReadAhead(std::vector<Extent> blocks, std::size_t threads, Read read)
        : m_blocks(std::move(blocks))
        , m_read(std::move(read))
        , m_slots(threads * 2 + 2)
    {
        for (std::size_t i = 0; i < threads; ++i) {
            m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
        }
    }
    ~ReadAhead()
    {
        for (auto& thread : m_threads) {
            thread.request_stop();
        }
        m_threads.clear();
    }
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    //! Block number i, the one after the last that was taken; nothing when stop is requested.
    [[nodiscard]] std::optional<Result<std::span<const std::byte>>> wait(std::size_t i, const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        auto& slot = m_slots[i % m_slots.size()];
        if (!m_changed.wait(lock, stop, [&] { return slot.block == i && slot.ready; })) {
            return std::nullopt;
        }
        if (!slot.result) {
            return tl::unexpected(slot.result.error());
        }
        return std::span<const std::byte>(slot.data).first(static_cast<std::size_t>(m_blocks[i].length));
    }
    void taken(std::size_t i)
    {
        const std::lock_guard lock(m_mutex);
        m_taken = i + 1;
        m_slots[i % m_slots.size()].ready = false;
        m_changed.notify_all();
    }

private:
    struct Slot
    {
        std::size_t block = 0;
        bool ready = false;
        Result<> result;
        Bytes data;
    };

    void work(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_next < m_blocks.size()) {
            if (!m_changed.wait(lock, stop,
                                [this] { return m_next >= m_blocks.size() || m_next < m_taken + m_slots.size(); })
                || m_next >= m_blocks.size()) {
                return;
            }
            const auto i = m_next++;
            auto& slot = m_slots[i % m_slots.size()];
            slot.block = i;
            slot.ready = false;
            lock.unlock();
            slot.data.resize(restoreBlock);
            auto result =
                m_read(m_blocks[i].offset, std::span(slot.data).first(static_cast<std::size_t>(m_blocks[i].length)));
            lock.lock();
            slot.result = std::move(result);
            slot.ready = true;
            m_changed.notify_all();
        }
    }

    const std::vector<Extent> m_blocks;
    const Read m_read;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::vector<Slot> m_slots;
    std::size_t m_next = 0;
    std::size_t m_taken = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace

PointReader::PointReader(std::unique_ptr<Private> p)
    : m_p(std::move(p))
{ }
PointReader::~PointReader() = default;

const PointInfo& PointReader::info() const
{
    return m_p->manifest.info;
}

Result<int> PointReader::disk(const std::string& name) const
{
    const auto& all = disks();
    const auto found = std::find_if(all.begin(), all.end(), [&name](const auto& d) { return d.header.name == name; });
    if (found == all.end()) {
        return failure("DiskUnknown", "The recovery point " + info().header.id + " has no disk " + name + ".", name);
    }
    return static_cast<int>(found - all.begin());
}

PointReader::Elsewhere PointReader::elsewhere() const
{
    return m_p->elsewhere();
}

Result<std::vector<Extent>> PointReader::extents(int disk) const
{
    return m_p->extents(disk);
}

Result<> PointReader::read(int disk, std::uint64_t offset, std::span<std::byte> into) const
{
    return m_p->read(disk, offset, into);
}

Result<> PointReader::restoreDisk(int disk, const Sink& sink, const std::stop_token& stop,
                                  const ProgressCallback& progress) const
{
    const auto extents = m_p->extents(disk);
    if (!extents) {
        return tl::unexpected(extents.error());
    }
    std::vector<Extent> blocks;
    Progress far;
    for (const auto& extent : *extents) {
        far.total += extent.length;
        for (std::uint64_t at = 0; at < extent.length; at += restoreBlock) {
            blocks.push_back({extent.offset + at, std::min(restoreBlock, extent.length - at)});
        }
    }
    const auto cancelled = failure("PointCancelled", "The restore was cancelled.", info().header.id);
    if (stop.stop_requested()) {
        return cancelled;
    }
    ReadAhead ahead(
        blocks, static_cast<std::size_t>(m_p->core->threads()),
        [this, disk](std::uint64_t offset, std::span<std::byte> into) { return m_p->read(disk, offset, into); });
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto data = ahead.wait(i, stop);
        if (!data || stop.stop_requested()) {
            return cancelled;
        }
        if (!*data) {
            return tl::unexpected(data->error());
        }
        if (auto written = sink(blocks[i].offset, **data); !written) {
            return written;
        }
        ahead.taken(i);
        far.done += blocks[i].length;
        if (progress) {
            progress(far);
        }
    }
    return {};
}

} // namespace valv::store

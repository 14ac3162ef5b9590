// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/chunkpacker.h"
#include "store/pagesource.h"
#include "store/pointwriter.h"
#include "store/vaultcore.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace valv::store {

inline constexpr std::uint64_t PageBytes = std::uint64_t{PageChunks} * ChunkSize;

[[nodiscard]] inline std::uint64_t pageCount(std::uint64_t capacity)
{
    return capacity / PageBytes + (capacity % PageBytes != 0 ? 1 : 0);
}

class PointWriter::Private
{
public:
    //! One disk: which pages of its map differ from the base, and the chunk that is being put together.
    struct Disk
    {
        DiskHeader header;
        std::vector<ChunkId> basePages; // empty: no base
        BaseUse baseUse = BaseUse::Compare;
        std::map<std::uint64_t, std::vector<ChunkId>> pages; // touched ones, by number
        std::uint64_t position = 0; // nothing below may be written any more
        bool written = false;

        std::optional<std::uint64_t> basePage; // which one is in baseIds
        std::vector<ChunkId> baseIds;

        std::optional<std::uint64_t> openChunk; // in openData
        std::vector<std::byte> openData;
        std::unique_ptr<ChunkPacker::Block> block;
    };

    Private(std::shared_ptr<VaultCore> core, std::shared_ptr<void> lock, PointHeader header);
    ~Private();

    [[nodiscard]] Result<Disk*> disk(int number);
    [[nodiscard]] Result<> write(Disk& disk, std::uint64_t offset, const std::byte* data, std::uint64_t length);
    [[nodiscard]] Result<PointInfo> finish(const PointState& state, const std::stop_token& stop);

    std::shared_ptr<VaultCore> core;
    std::shared_ptr<void> lock;
    PointHeader header;
    std::mutex mutex; // for the list of disks and the pages that are read
    std::vector<std::unique_ptr<Disk>> disks;
    PageSource source;
    std::atomic<std::uint64_t> bytesRead = 0;
    std::atomic<std::uint64_t> extraChanged = 0; // ranges that became zero
    std::atomic<std::uint64_t> extraStored = 0; // manifest and what is beside it
    bool finished = false;
    Manifest manifest; // from finish() on
    std::unique_ptr<ChunkPacker> packer; // last: its threads write into the pages above, also after an error was said

private:
    [[nodiscard]] Result<> loadBase(Disk& disk, std::uint64_t page);
    [[nodiscard]] Result<std::vector<ChunkId>> readPage(const ChunkId& id);
    [[nodiscard]] Result<std::vector<ChunkId>*> touchedPage(Disk& disk, std::uint64_t page);
    [[nodiscard]] Result<> whole(Disk& disk, std::uint64_t chunk, ByteSpan data);
    [[nodiscard]] Result<> zeroPages(Disk& disk, std::uint64_t first, std::uint64_t count);
    [[nodiscard]] Result<> zeroChunk(Disk& disk, std::uint64_t chunk);
    [[nodiscard]] Result<> openFor(Disk& disk, std::uint64_t chunk);
    [[nodiscard]] Result<> closeChunk(Disk& disk);
    [[nodiscard]] Result<> storePages();
    [[nodiscard]] Result<PackList> account();
    [[nodiscard]] Result<> publish(PackList& list, const PointState& state);
};

} // namespace valv::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/chunkindex.h"
#include "store/pagesource.h"
#include "store/pointreader.h"
#include "store/vault.h"
#include "store/vaultcore.h"

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace valv::store {

class PointReader::Private
{
public:
    Private(std::shared_ptr<VaultCore> core, Manifest manifest, const PointInfo& info, PointReader::Copy copy);

    [[nodiscard]] Result<const DiskInfo*> disk(int number) const;
    [[nodiscard]] Result<std::vector<Extent>> extents(int number);
    [[nodiscard]] Result<> read(int number, std::uint64_t offset, std::span<std::byte> into);
    [[nodiscard]] PointReader::Elsewhere elsewhere() const;

    std::shared_ptr<VaultCore> core;
    Manifest manifest;
    UsedPacks used; // so that the collector of this process leaves them

private:
    //! An unpacked segment, or one that is being unpacked: its mutex is held meanwhile.
    struct Unpacked
    {
        std::mutex mutex;
        bool done = false;
        Bytes raw;
        std::vector<std::uint32_t> checked; // offsets of chunks that have their hash
    };
    struct Tools
    {
        explicit Tools(const Key& key)
            : hash(key)
        { }
        SegmentUnpacker unpacker;
        KeyedHash hash;
    };
    using Page = std::shared_ptr<const std::vector<ChunkId>>;

    [[nodiscard]] Result<Page> page(const ChunkId& id);
    [[nodiscard]] std::shared_ptr<Unpacked> unpacked(const ChunkPlace& place);
    [[nodiscard]] Result<> readChunk(const ChunkId& id, std::uint32_t from, std::span<std::byte> into, Tools& tools);
    [[nodiscard]] Result<> readHere(const ChunkId& id, std::uint32_t from, std::span<std::byte> into, Tools& tools);
    //! \param here why it could not be read here: the answer too, when the copy does not help
    [[nodiscard]] Result<Bytes> fromCopy(const ChunkId& id, const Error& here);
    [[nodiscard]] std::unique_ptr<Tools> takeTools();
    void giveTools(std::unique_ptr<Tools> tools);
    [[nodiscard]] tl::unexpected<Error> damaged(int number, std::uint64_t offset, const Error& error) const;

    struct KeyOf
    {
        std::size_t operator()(const ChunkId& id) const { return ChunkIdHash{}(id); }
    };

    std::mutex m_mutex; // for all below
    PageSource m_source;
    std::unordered_map<ChunkId, Page, KeyOf> m_pages;
    std::list<std::pair<std::uint64_t, std::shared_ptr<Unpacked>>> m_segments; // newest first
    std::unordered_map<std::uint64_t, decltype(m_segments)::iterator> m_bySegment;
    std::vector<std::unique_ptr<Tools>> m_tools;

    PointReader::Copy m_askForCopy;
    mutable std::mutex m_copyMutex; // for all below; taken after m_mutex
    bool m_asked = false;
    std::shared_ptr<Vault> m_copy;
    std::unique_ptr<PageSource> m_copySource;
    PointReader::Elsewhere m_elsewhere;
};

} // namespace valv::store

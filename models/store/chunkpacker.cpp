// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chunkpacker.h"

#include <zstd.h>

#include <algorithm>
#include <utility>

namespace valv::store {

namespace {

constexpr std::size_t maximumSeals = 3;
//! Blocks with at least so many new bytes become a segment of their own: their chunks stay together.
constexpr std::uint32_t ownSegment = SegmentSize * 3 / 4;

} // namespace

Result<> checkPack(const BlobStore& place, const PackContents& contents, const Key& key, SegmentUnpacker& unpacker,
                   KeyedHash& hash, std::atomic<std::uint64_t>* verified)
{
    const auto name = packName(contents.id);
    Bytes stored;
    Bytes raw(SegmentSize);
    for (std::uint32_t i = 0; i < contents.segments.size(); ++i) {
        const auto& segment = contents.segments[i];
        stored.resize(segment.stored + TagSize);
        if (auto got = place.read(name, segment.offset, stored); !got) {
            return got;
        }
        const auto into = std::span(raw).first(segment.raw);
        bool good = unpacker.unpack(contents.id, key, i, segment.codec, stored, into);
        std::uint32_t offset = 0;
        for (const auto& chunk : segment.chunks) {
            good = good && hash(ByteSpan(into).subspan(offset, chunk.length)) == chunk.id.bytes;
            offset += chunk.length;
        }
        if (!good) {
            return failure("ChunkNotReadBack",
                           "What was written to " + name + " at byte " + std::to_string(segment.offset)
                               + " does not read back as it was.",
                           name, "Check the disk or share that holds the vault, and the computer's memory.");
        }
        if (verified) {
            *verified += segment.raw;
        }
    }
    return {};
}

struct ChunkPacker::Tools
{
    struct Free
    {
        void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    };
    explicit Tools(const VaultCore& core)
        : hash(core.keys().chunkId)
        , level(core.options().compressionLevel)
    { }
    KeyedHash hash;
    SegmentUnpacker unpacker;
    std::unique_ptr<ZSTD_CCtx, Free> zstd{ZSTD_createCCtx()};
    Bytes out = Bytes(ZSTD_compressBound(SegmentSize));
    int level;
};

ChunkPacker::ChunkPacker(VaultCore& core, Mode mode)
    : m_core(core)
    , m_mode(mode)
    , m_used(core.index())
{
    const auto workers = static_cast<std::size_t>(core.threads());
    m_queueLimit = workers + 2;
    for (std::size_t i = 0; i < workers; ++i) {
        m_threads.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }
    m_threads.emplace_back([this](const std::stop_token& stop) { seal(stop); });
}

ChunkPacker::~ChunkPacker()
{
    fail({"PointCancelled", "The backup was cancelled.", {}, {}, {}}); // so that nothing more is begun
    for (auto& thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear();
}

std::unique_ptr<ChunkPacker::Block> ChunkPacker::block()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_free.empty()) {
            auto block = std::move(m_free.back());
            m_free.pop_back();
            return block;
        }
    }
    return std::make_unique<Block>();
}

Result<> ChunkPacker::submit(std::unique_ptr<Block> block)
{
    std::unique_lock lock(m_mutex);
    m_progress.wait(lock, [this] { return m_error || m_blocks.size() < m_queueLimit; });
    if (m_error) {
        return tl::unexpected(*m_error);
    }
    m_blocks.push_back(std::move(block));
    ++m_openBlocks;
    m_work.notify_one();
    return {};
}

Result<> ChunkPacker::wait(const std::stop_token& stop, bool packsToo)
{
    std::unique_lock lock(m_mutex);
    const bool done = m_progress.wait(
        lock, stop, [this, packsToo] { return m_error || (m_openBlocks == 0 && (!packsToo || m_openPacks == 0)); });
    if (m_error) {
        return tl::unexpected(*m_error);
    }
    if (!done || stop.stop_requested()) {
        m_error = Error{"PointCancelled", "The backup was cancelled.", {}, {}, {}};
        m_progress.notify_all();
        return tl::unexpected(*m_error);
    }
    return {};
}

Result<> ChunkPacker::waitHashed(const std::stop_token& stop)
{
    return wait(stop, false);
}

Result<> ChunkPacker::finish(const std::stop_token& stop)
{
    if (auto hashed = wait(stop, false); !hashed) {
        return hashed;
    }
    if (m_gathered && m_gathered->size != 0) {
        Tools tools(m_core);
        store(std::span(m_gathered->data).first(m_gathered->size), std::exchange(m_gatheredChunks, {}), tools);
        m_gathered.reset();
    }
    if (m_pack) {
        sealPack(std::move(m_pack));
    }
    return wait(stop, true);
}

Result<> ChunkPacker::error() const
{
    const std::lock_guard lock(m_mutex);
    return m_error ? Result<>(tl::unexpected(*m_error)) : Result<>();
}

bool ChunkPacker::hold(const PackId& pack)
{
    const std::lock_guard lock(m_claimMutex);
    return !m_core.index().isDoubted(pack) && m_core.index().use(pack, m_used);
}

std::optional<ChunkPlace> ChunkPacker::findAndHold(const ChunkId& id)
{
    const std::lock_guard lock(m_claimMutex);
    return m_core.index().find(id, m_used);
}

void ChunkPacker::fail(const Error& error)
{
    const std::lock_guard lock(m_mutex);
    if (!m_error) {
        m_error = error;
    }
    m_progress.notify_all();
    m_work.notify_all();
    m_sealWork.notify_all();
}

void ChunkPacker::work(const std::stop_token& stop)
{
    Tools tools(m_core);
    std::unique_lock lock(m_mutex);
    while (m_work.wait(lock, stop, [this] { return !m_blocks.empty() || !m_checks.empty(); })) {
        if (!m_checks.empty()) { // first, so that memory and index do not lag behind
            const auto next = std::move(m_checks.front());
            m_checks.pop_front();
            const bool failed = m_error.has_value();
            lock.unlock();
            if (!failed) {
                check(next, tools);
            }
            lock.lock();
            --m_openPacks;
        } else {
            auto block = std::move(m_blocks.front());
            m_blocks.pop_front();
            const bool failed = m_error.has_value();
            m_progress.notify_all();
            lock.unlock();
            if (!failed) {
                process(*block, tools);
            }
            block->size = 0;
            block->pieces.clear();
            lock.lock();
            m_free.push_back(std::move(block));
            --m_openBlocks;
        }
        m_progress.notify_all();
    }
}

void ChunkPacker::seal(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_sealWork.wait(lock, stop, [this] { return !m_seals.empty(); })) {
        const auto pack = std::move(m_seals.front());
        m_seals.pop_front();
        const bool failed = m_error.has_value();
        m_progress.notify_all();
        lock.unlock();
        std::optional<Check> next;
        if (!failed) {
            auto contents = pack->commit();
            if (contents) {
                next = Check{std::move(*contents), pack->key()};
            } else {
                fail(contents.error());
            }
        }
        lock.lock();
        if (next) {
            m_checks.push_back(std::move(*next));
            m_work.notify_one();
        } else {
            --m_openPacks;
            m_progress.notify_all();
        }
    }
}

void ChunkPacker::process(Block& block, Tools& tools)
{
    const auto bytes = [&block](const Piece& piece) {
        return ByteSpan(block.data).subspan(piece.offset, piece.length);
    };
    for (auto& piece : block.pieces) {
        const auto data = bytes(piece);
        piece.id->bytes = isAllZero(data) ? Hash{} : tools.hash(data);
        if (piece.counts && *piece.id != piece.base) {
            changed += piece.length;
        }
    }
    std::vector<std::size_t> news;
    std::uint32_t newBytes = 0;
    {
        const std::lock_guard lock(m_claimMutex);
        for (std::size_t i = 0; i < block.pieces.size(); ++i) {
            const auto& piece = block.pieces[i];
            if (piece.id->isZero() || m_pending.contains(*piece.id)
                || (m_mode == Mode::OnlyNew && m_core.index().find(*piece.id, m_used))) {
                continue;
            }
            m_pending.insert(*piece.id);
            news.push_back(i);
            newBytes += piece.length;
            if (piece.counts) {
                fresh += piece.length;
            }
        }
    }
    if (news.empty()) {
        return;
    }
    if (newBytes < ownSegment) {
        gather(block, news, tools);
        return;
    }
    std::vector<ChunkRef> chunks;
    std::uint32_t end = 0;
    for (const auto i : news) { // close the gaps that known chunks leave
        const auto& piece = block.pieces[i];
        if (piece.offset != end) {
            std::copy_n(block.data.begin() + piece.offset, piece.length, block.data.begin() + end);
        }
        end += piece.length;
        chunks.push_back({*piece.id, piece.length});
    }
    store(std::span(block.data).first(end), std::move(chunks), tools);
}

void ChunkPacker::gather(const Block& block, const std::vector<std::size_t>& news, Tools& tools)
{
    std::vector<std::pair<std::unique_ptr<Block>, std::vector<ChunkRef>>> full;
    {
        const std::lock_guard lock(m_gatherMutex);
        for (const auto i : news) {
            const auto& piece = block.pieces[i];
            if (m_gathered && m_gathered->room() < piece.length) {
                full.emplace_back(std::move(m_gathered), std::exchange(m_gatheredChunks, {}));
            }
            if (!m_gathered) {
                m_gathered = this->block();
            }
            std::copy_n(block.data.begin() + piece.offset, piece.length, m_gathered->data.begin() + m_gathered->size);
            m_gathered->size += piece.length;
            m_gatheredChunks.push_back({*piece.id, piece.length});
        }
    }
    for (auto& [segment, chunks] : full) {
        store(std::span(segment->data).first(segment->size), std::move(chunks), tools);
        segment->size = 0;
        const std::lock_guard lock(m_mutex);
        m_free.push_back(std::move(segment));
    }
}

void ChunkPacker::store(std::span<std::byte> data, std::vector<ChunkRef> chunks, Tools& tools)
{
    const auto size =
        ZSTD_compressCCtx(tools.zstd.get(), tools.out.data(), tools.out.size(), data.data(), data.size(), tools.level);
    const bool shrunk = ZSTD_isError(size) == 0 && size < data.size() - data.size() / 32;
    const auto bytes = shrunk ? std::span(tools.out).first(size) : data;
    std::unique_ptr<PackBuilder> full;
    {
        const std::lock_guard lock(m_packMutex);
        if (!m_pack) {
            auto pack = PackBuilder::begin(m_core.place(), m_core.keys().pack);
            if (!pack) {
                fail(pack.error());
                return;
            }
            m_pack = std::move(*pack);
            stored += m_pack->size();
        }
        const auto before = m_pack->size();
        if (auto added = m_pack->add(bytes, shrunk ? Codec::Zstd : Codec::Stored, std::move(chunks)); !added) {
            fail(added.error());
            return;
        }
        stored += m_pack->size() - before;
        if (m_pack->size() >= m_core.options().packSize) {
            full = std::move(m_pack);
        }
    }
    if (full) {
        sealPack(std::move(full));
    }
}

void ChunkPacker::sealPack(std::unique_ptr<PackBuilder> pack)
{
    std::unique_lock lock(m_mutex);
    m_progress.wait(lock, [this] { return m_error || m_seals.size() < maximumSeals; });
    m_seals.push_back(std::move(pack));
    ++m_openPacks;
    m_sealWork.notify_one();
}

void ChunkPacker::check(const Check& check, Tools& tools)
{
    if (auto good = checkPack(m_core.place(), check.contents, check.key, tools.unpacker, tools.hash, &verified);
        !good) {
        static_cast<void>(m_core.place().remove(packName(check.contents.id)));
        fail(good.error());
        return;
    }
    {
        const std::lock_guard lock(m_claimMutex);
        const auto number = m_core.index().add(check.contents, m_mode == Mode::Rewrite, &m_used);
        m_core.rememberPackKey(number, check.key);
        m_core.setProven(number);
        for (const auto& segment : check.contents.segments) {
            for (const auto& chunk : segment.chunks) {
                // When rewriting, the index knows the old place too, so what was done must be remembered here.
                if (m_mode == Mode::OnlyNew) {
                    m_pending.erase(chunk.id);
                }
            }
        }
    }
    const std::lock_guard lock(m_mutex);
    m_packs.push_back(check.contents);
}

} // namespace valv::store

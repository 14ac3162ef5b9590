// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chunkindex.h"

#include <algorithm>
#include <mutex>

namespace valv::store {

namespace {
constexpr std::size_t firstSlots = 16; // always a power of two; small vaults are many
}

UsedPacks::~UsedPacks()
{
    const std::shared_lock lock(m_index.m_mutex);
    for (const auto pack : m_packs) {
        --m_index.m_packs[pack].users;
    }
}

ChunkIndex::ChunkIndex()
    : m_slots(firstSlots)
{ }

const ChunkIndex::Slot* ChunkIndex::slot(const ChunkId& id) const
{
    const auto mask = m_slots.size() - 1;
    for (auto at = ChunkIdHash{}(id)&mask;; at = (at + 1) & mask) {
        if (m_slots[at].place.length == 0) {
            return nullptr;
        }
        if (m_slots[at].id == id) {
            return &m_slots[at];
        }
    }
}

std::uint32_t ChunkIndex::insert(const ChunkId& id, const ChunkPlace& place, bool prefer)
{
    if ((m_count + 1) * 4 > m_slots.size() * 3) {
        grow(m_slots.size() * 2);
    }
    const auto mask = m_slots.size() - 1;
    auto at = ChunkIdHash{}(id)&mask;
    while (m_slots[at].place.length != 0) {
        if (m_slots[at].id == id) {
            if (const auto before = m_slots[at].place.pack; prefer || m_packs[before].doubted) {
                m_slots[at].place = place;
                if (before != place.pack) {
                    m_packs[place.pack].from.insert(before);
                    m_packs[place.pack].from.insert(m_packs[before].from.begin(), m_packs[before].from.end());
                }
            }
            return m_slots[at].place.pack;
        }
        at = (at + 1) & mask;
    }
    m_slots[at] = {id, place};
    ++m_count;
    m_bytes += place.length;
    return place.pack;
}

void ChunkIndex::grow(std::size_t slots)
{
    auto old = std::exchange(m_slots, std::vector<Slot>(slots));
    m_count = 0;
    m_bytes = 0;
    for (const auto& slot : old) {
        if (slot.place.length != 0) {
            insert(slot.id, slot.place, false);
        }
    }
}

std::optional<ChunkPlace> ChunkIndex::find(const ChunkId& id) const
{
    const std::shared_lock lock(m_mutex);
    const auto* found = slot(id);
    return found ? std::optional(found->place) : std::nullopt;
}

std::optional<ChunkPlace> ChunkIndex::find(const ChunkId& id, UsedPacks& used) const
{
    const std::shared_lock lock(m_mutex);
    const auto* found = slot(id);
    if (!found || m_packs[found->place.pack].doubted) {
        return std::nullopt;
    }
    hold(found->place.pack, used);
    return found->place;
}

void ChunkIndex::hold(std::uint32_t pack, UsedPacks& used) const
{
    if (used.m_packs.insert(pack).second) {
        ++m_packs[pack].users;
    }
}

SegmentPlace ChunkIndex::segment(std::uint32_t pack, std::uint32_t segment) const
{
    const std::shared_lock lock(m_mutex);
    return m_packs[pack].segments[segment];
}

PackSummary ChunkIndex::pack(std::uint32_t pack) const
{
    const std::shared_lock lock(m_mutex);
    return m_packs[pack].summary;
}

std::uint64_t ChunkIndex::rawBytes(std::uint32_t pack) const
{
    const std::shared_lock lock(m_mutex);
    std::uint64_t bytes = 0;
    for (const auto& segment : m_packs[pack].segments) {
        bytes += segment.raw;
    }
    return bytes;
}

std::optional<std::uint32_t> ChunkIndex::packNumber(const PackId& id) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_numbers.find(id);
    return found == m_numbers.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::uint32_t> ChunkIndex::packs() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < m_packs.size(); ++i) {
        if (m_packs[i].there) {
            numbers.push_back(i);
        }
    }
    return numbers;
}

bool ChunkIndex::isUsed(std::uint32_t pack) const
{
    const std::shared_lock lock(m_mutex);
    return isUsedLocked(pack);
}

//! A writer may have found a chunk in one pack, and finds it in another at its end: neither goes meanwhile.
bool ChunkIndex::isUsedLocked(std::uint32_t pack) const
{
    const auto& from = m_packs[pack].from;
    return m_packs[pack].users != 0
        || std::any_of(from.begin(), from.end(), [this](auto each) { return m_packs[each].users != 0; });
}

std::uint64_t ChunkIndex::chunkCount() const
{
    const std::shared_lock lock(m_mutex);
    return m_count;
}

std::uint64_t ChunkIndex::chunkBytes() const
{
    const std::shared_lock lock(m_mutex);
    return m_bytes;
}

std::uint32_t ChunkIndex::add(const PackContents& contents, bool prefer, UsedPacks* used)
{
    const std::unique_lock lock(m_mutex);
    auto number = static_cast<std::uint32_t>(m_packs.size());
    if (const auto known = m_numbers.find(contents.id); known != m_numbers.end()) {
        number = known->second;
    } else {
        auto& pack = m_packs.emplace_back();
        pack.summary = {contents.id, contents.size, contents.hash};
        pack.doubted = m_doubted.contains(contents.id);
        for (const auto& segment : contents.segments) {
            pack.segments.push_back({segment.offset, segment.stored, segment.raw, segment.codec});
        }
        m_numbers.emplace(contents.id, number);
    }
    if (used) {
        hold(number, *used);
    }
    for (std::uint32_t i = 0; i < contents.segments.size(); ++i) {
        std::uint32_t offset = 0;
        for (const auto& chunk : contents.segments[i].chunks) {
            if (chunk.length != 0) {
                const auto counts = insert(chunk.id, {number, i, offset, chunk.length}, prefer);
                if (used && counts != number) {
                    hold(counts, *used);
                }
            }
            offset += chunk.length;
        }
    }
    return number;
}

void ChunkIndex::setDoubted(const std::set<PackId>& packs)
{
    const std::unique_lock lock(m_mutex);
    m_doubted = packs;
    for (auto& pack : m_packs) {
        pack.doubted = m_doubted.contains(pack.summary.id);
    }
}

bool ChunkIndex::isDoubted(const PackId& id) const
{
    const std::shared_lock lock(m_mutex);
    return m_doubted.contains(id);
}

bool ChunkIndex::use(const PackId& id, UsedPacks& used) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_numbers.find(id);
    if (found == m_numbers.end()) {
        return false;
    }
    hold(found->second, used);
    return true;
}

std::vector<std::uint32_t> ChunkIndex::removeUnused(const std::vector<std::uint32_t>& packs)
{
    const std::unique_lock lock(m_mutex);
    std::vector<std::uint32_t> free;
    std::copy_if(packs.begin(), packs.end(), std::back_inserter(free),
                 [this](auto pack) { return !isUsedLocked(pack); });
    removeLocked(free);
    return free;
}

void ChunkIndex::remove(const std::vector<std::uint32_t>& packs)
{
    const std::unique_lock lock(m_mutex);
    removeLocked(packs);
}

void ChunkIndex::removeLocked(const std::vector<std::uint32_t>& packs)
{
    if (packs.empty()) {
        return;
    }
    for (const auto pack : packs) {
        m_packs[pack].there = false;
        m_numbers.erase(m_packs[pack].summary.id);
    }
    auto old = std::exchange(m_slots, std::vector<Slot>(m_slots.size()));
    m_count = 0;
    m_bytes = 0;
    for (const auto& slot : old) {
        if (slot.place.length != 0 && m_packs[slot.place.pack].there) {
            insert(slot.id, slot.place, false);
        }
    }
}

} // namespace valv::store

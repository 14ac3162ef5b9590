// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace valv::store {

//! \brief Values of the vault store. All sizes and offsets are bytes, all times UTC, all text UTF-8.

//! A chunk is what is hashed and deduplicated: 64 KiB of a disk, at a multiple of 64 KiB.
inline constexpr std::uint32_t ChunkSize = 64 * 1024;
//! Neighbouring new chunks are compressed together, up to this many bytes.
inline constexpr std::uint32_t SegmentSize = 1024 * 1024;
//! So many chunks share one page of a disk's map: a page says what 64 MiB of a disk are made of.
inline constexpr std::uint32_t PageChunks = 1024;
//! The format that this program writes, and the newest that it reads.
inline constexpr int FormatVersion = 1;

struct Extent
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0;

    friend bool operator==(const Extent&, const Extent&) = default;
};

//! \brief What is known of a disk when its backup begins.
struct DiskHeader
{
    std::string name; //!< unique within the point, e.g. "SRV-DC01-OsDisk"
    int lun = 0;
    std::uint64_t capacity = 0; //!< size as the guest sees it
    std::string format; //!< of the source: raw, qcow2, ...
    bool osDisk = false;
    std::map<std::string, std::string> properties; //!< the caller's own; kept as they are

    friend bool operator==(const DiskHeader&, const DiskHeader&) = default;
};

//! \brief A disk of a finished point.
struct DiskInfo
{
    DiskHeader header;
    std::uint64_t dataBytes = 0; //!< bytes that are not known to be zero, in whole chunks (the last may be shorter)

    friend bool operator==(const DiskInfo&, const DiskInfo&) = default;
};

//! \brief What is known of a recovery point when it begins; never changes afterwards.
struct PointHeader
{
    std::string
        id; //!< given by the caller: decimal digits, usually 15; also letters and hyphens, at most 64 characters
    std::string itemId; //!< of the protected item, opaque here
    std::string vmName;
    Instant time{}; //!< the moment that the point shows
    std::string consistency; //!< e.g. "ApplicationConsistent", "FileSystemConsistent", "CrashConsistent"
    std::string consistencyReason; //!< why not better; may be empty
    std::map<std::string, std::string> properties; //!< the caller's own; kept as they are

    friend bool operator==(const PointHeader&, const PointHeader&) = default;
};

//! \brief What may change about a point, without touching its data or manifest.
struct PointState
{
    std::optional<Instant> expiry; //!< nothing: kept until someone decides
    bool pinned = false; //!< never expires while set
    bool hold = false; //!< kept by an order from outside, e.g. legal hold
    std::string reason; //!< why it is kept or held, for people
    std::optional<Instant> softDeleted; //!< since when
    std::map<std::string, std::string> properties; //!< the caller's own; kept as they are

    friend bool operator==(const PointState&, const PointState&) = default;
};

//! \brief What a backup did. Live while it runs, then part of the point.
struct PointStats
{
    std::uint64_t bytesRead = 0; //!< given to the writer, zeros included
    std::uint64_t bytesChanged =
        0; //!< of these, other than in the previous point of the same disk (all data when there is none)
    std::uint64_t bytesNew = 0; //!< of these, new to the whole vault
    std::uint64_t bytesStored = 0; //!< written into the vault for it, everything counted
    std::uint64_t bytesVerified = 0; //!< new bytes that were read back and compared

    //! Changed bytes for each new one; 1 when nothing was found twice. 0 changed gives 1.
    [[nodiscard]] double dedupRatio() const
    {
        return bytesNew == 0 ? 1.0 : double(bytesChanged > bytesNew ? bytesChanged : bytesNew) / double(bytesNew);
    }
    //! New bytes for each stored one; 1 when nothing was new.
    [[nodiscard]] double compressionRatio() const
    {
        return bytesStored == 0 || bytesNew == 0 ? 1.0 : double(bytesNew) / double(bytesStored);
    }

    friend bool operator==(const PointStats&, const PointStats&) = default;
};

//! \brief A recovery point as listed.
struct PointInfo
{
    PointHeader header;
    PointState state;
    PointStats stats;
    std::vector<DiskInfo> disks;
    bool damaged = false; //!< its manifest could not be read: only header.id is known
    bool stateDamaged = false; //!< its state could not be read: it is shown as kept without end

    friend bool operator==(const PointInfo&, const PointInfo&) = default;
};

//! \brief A named JSON document kept in the vault, so that attaching it brings policies and items back.
struct Document
{
    std::string name; //!< e.g. "policies/DailyPolicy"; any text up to 1,000 bytes
    std::string text; //!< as it was put, normally JSON

    friend bool operator==(const Document&, const Document&) = default;
};

//! \brief What a vault holds. bytesStored is what its folder takes; bytesChunks what its chunks are unpacked.
struct VaultStats
{
    std::uint64_t bytesStored = 0;
    std::uint64_t bytesChunks = 0;
    std::uint64_t chunks = 0;
    std::uint64_t packs = 0;
    std::uint64_t points = 0;
};

//! \brief How far something long has come.
struct Progress
{
    std::uint64_t done = 0; //!< bytes
    std::uint64_t total = 0; //!< bytes; 0 when not known
};
//! Called from the thread that called the long function, a few times a second at most by data volume; may be empty.
using ProgressCallback = std::function<void(const Progress&)>;

} // namespace valv::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/types.h"

#include <cstddef>
#include <memory>
#include <span>
#include <stop_token>
#include <string>

namespace valv::store {

//! \brief What a base is used for.
enum class BaseUse
{
    TakeOver, //!< what is not written is as in the base: only changed ranges are given
    Compare, //!< what is not written is zero; the base only says what counts as changed
};

//! \brief Writes one recovery point. Nothing of it is visible before finish() has succeeded; dropped before that, it is
//! abandoned (chunks already stored stay until the collector runs, so that a second try is quick).
//! Chunks are hashed, compressed, encrypted and read back on several threads; write() waits when these fall behind.
//! Each disk may be written by another thread, one disk by one thread at a time. Errors stay: after the first one
//! each call returns it. Errors: those of BlobStore, "DiskUnknown", "WriteOutOfOrder", "WriteBeyondEnd",
//! "ChunkNotReadBack", "PointCancelled".
class PointWriter
{
public:
    class Private;
    explicit PointWriter(std::unique_ptr<Private> p);
    PointWriter(const PointWriter&) = delete;
    PointWriter& operator=(const PointWriter&) = delete;
    ~PointWriter(); //!< stops and joins its threads

    //! \return the disk's number for the other functions, from 0 in the order of the calls. "DiskNameTaken".
    [[nodiscard]] Result<int> addDisk(const DiskHeader& disk);
    //! Before the disk's first write. A base of another capacity is fine. Errors: "PointNotFound", "DiskUnknown",
    //! "PointDamaged".
    [[nodiscard]] Result<> setBase(int disk, const std::string& pointId, const std::string& diskName, BaseUse use);
    //! Offsets ascend within a disk and ranges do not overlap; any alignment, any length within the capacity.
    [[nodiscard]] Result<> write(int disk, std::uint64_t offset, std::span<const std::byte> data);
    //! The same as writing zeros, without having them. Needed with BaseUse::TakeOver for ranges that became zero.
    [[nodiscard]] Result<> writeZeros(int disk, std::uint64_t offset, std::uint64_t length);
    //! What has been done so far; any thread, any time.
    [[nodiscard]] PointStats stats() const;
    //! Waits until all is stored and checked, then writes state and manifest. Once.
    [[nodiscard]] Result<PointInfo> finish(const PointState& state = {}, const std::stop_token& stop = {});

private:
    std::unique_ptr<Private> m_p;
};

} // namespace valv::store

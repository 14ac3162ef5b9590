// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/types.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace valv::store {

class Vault;

//! \brief Reads the disks of one recovery point. Any thread, several at once. Every chunk is decrypted, unpacked and
//! hashed before one byte of it is given out. A chunk that is damaged or missing is read from the copy, if there is one;
//! when that does not help it comes out as error "ChunkDamaged", whose target is "point/disk" and whose message names
//! the file and the place.
class PointReader
{
public:
    class Private;
    //! Opens a copy of the vault.
    using Copy = std::function<Result<std::shared_ptr<Vault>>()>;
    //! Gets data in ascending order; a failure ends the restore with that error.
    using Sink = std::function<Result<>(std::uint64_t offset, std::span<const std::byte> data)>;

    explicit PointReader(std::unique_ptr<Private> p);
    PointReader(const PointReader&) = delete;
    PointReader& operator=(const PointReader&) = delete;
    ~PointReader();

    [[nodiscard]] const PointInfo& info() const;
    [[nodiscard]] const std::vector<DiskInfo>& disks() const { return info().disks; }
    //! The disk's number by name; "DiskUnknown".
    [[nodiscard]] Result<int> disk(const std::string& name) const;
    //! Where data is, ascending, merged, in whole chunks cut at the capacity; the rest reads as zeros.
    [[nodiscard]] Result<std::vector<Extent>> extents(int disk) const;
    //! The span lies within the capacity: else "ReadBeyondEnd".
    [[nodiscard]] Result<> read(int disk, std::uint64_t offset, std::span<std::byte> into) const;
    //! Gives all data extents to the sink, in order, unpacking on several threads; holes are left out. The sink and
    //! progress are called on the calling thread. "PointCancelled" when stop is requested.
    [[nodiscard]] Result<> restoreDisk(int disk, const Sink& sink, const std::stop_token& stop = {},
                                       const ProgressCallback& progress = {}) const;
    //! \brief What could not be read here until now.
    struct Elsewhere
    {
        std::uint64_t chunks = 0; //!< that were read from the copy
        std::set<std::string> files; //!< damaged here, where it is known which
    };
    [[nodiscard]] Elsewhere elsewhere() const;

private:
    std::unique_ptr<Private> m_p;
};

} // namespace valv::store

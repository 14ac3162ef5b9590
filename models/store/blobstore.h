// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace valv::store {

//! \brief A named sequence of bytes being written. Not there for anyone until commit() has returned; gone when dropped.
class BlobWriter
{
public:
    virtual ~BlobWriter() = default;
    [[nodiscard]] virtual Result<> append(std::span<const std::byte> data) = 0;
    //! Makes it durable under its name, replacing what had that name, in one step. To be called once.
    [[nodiscard]] virtual Result<> commit() = 0;

protected:
    BlobWriter() = default;
    BlobWriter(const BlobWriter&) = delete;
    BlobWriter& operator=(const BlobWriter&) = delete;
};

//! \brief Held as long as it lives.
class BlobLock
{
public:
    virtual ~BlobLock() = default;

protected:
    BlobLock() = default;
    BlobLock(const BlobLock&) = delete;
    BlobLock& operator=(const BlobLock&) = delete;
};

struct BlobInfo
{
    std::string name;
    std::uint64_t size = 0;

    friend bool operator==(const BlobInfo&, const BlobInfo&) = default;
};

//! \brief Where a vault's bytes live: the seam to the operating system, so that an object store fits and tests can cut
//! power. Names are relative, with '/', e.g. "packs/1f/1f03….pack". All functions may be called from any thread.
//! Errors: "VaultFull" (no space, quota), "VaultNoPermission", "BlobNotFound", "VaultInUse" (lock), "VaultNotFound"
//! (the place itself is gone), "VaultIoError" (anything else; the message has the system's words).
class BlobStore
{
public:
    virtual ~BlobStore() = default;

    [[nodiscard]] virtual Result<std::unique_ptr<BlobWriter>> create(const std::string& name) = 0;
    //! Fills the whole span; an end of file before that is "BlobTooShort".
    [[nodiscard]] virtual Result<> read(const std::string& name, std::uint64_t offset,
                                        std::span<std::byte> into) const = 0;
    [[nodiscard]] virtual Result<std::uint64_t> size(const std::string& name) const = 0;
    //! All blobs whose name begins with the prefix, which ends in '/', in the order of their names. A prefix that does
    //! not exist has none.
    [[nodiscard]] virtual Result<std::vector<BlobInfo>> list(const std::string& prefix) const = 0;
    //! No error when it is not there.
    [[nodiscard]] virtual Result<> remove(const std::string& name) = 0;
    //! The one writer's lock, against other processes and other BlobStores on the same place: never waits.
    [[nodiscard]] virtual Result<std::unique_ptr<BlobLock>> lock() = 0;
    //! Removes what writers that died left behind. Only while the lock is held and nothing is being written.
    [[nodiscard]] virtual Result<> removeLeftovers() = 0;
    //! For messages, e.g. the folder's path.
    [[nodiscard]] virtual std::string place() const = 0;

    //! The whole blob, never parts of two that had the name one after the other. Not more than 1 GiB: "VaultIoError".
    [[nodiscard]] Result<std::vector<std::byte>> get(const std::string& name) const;
    //! create, append, commit.
    [[nodiscard]] Result<> put(const std::string& name, std::span<const std::byte> data);

protected:
    BlobStore() = default;
    BlobStore(const BlobStore&) = delete;
    BlobStore& operator=(const BlobStore&) = delete;
};

} // namespace valv::store

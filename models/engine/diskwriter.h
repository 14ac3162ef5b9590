// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace valv::engine {

//! \brief A file that is not there under its name before it is whole: written as "{path}.partial", locked against a
//! second writer, removed when dropped. One thread. Errors: ValvRestoreNoSpace, ValvRestoreNoPermission,
//! ValvRestoreTargetExists, ValvRestoreTargetBusy, ValvRestoreWriteFailed; target: the file.
class PartialFile
{
public:
    //! Takes over what a writer that died left behind. Readable by its owner only.
    [[nodiscard]] static Result<std::unique_ptr<PartialFile>> create(const std::string& path);
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] Result<> write(std::uint64_t offset, std::span<const std::byte> data);
    [[nodiscard]] Result<> resize(std::uint64_t bytes);
    //! Everything is on the disk, still under the temporary name.
    [[nodiscard]] Result<> sync();
    //! Gives it its name, durably. Without overwrite an existing file of that name is left alone.
    [[nodiscard]] Result<> publish(bool overwrite);
    //! Takes back what publish() made; for "all disks or none".
    void unpublish();

    [[nodiscard]] static std::string partialPath(const std::string& path) { return path + ".partial"; }

private:
    PartialFile(std::string path, int fd)
        : m_path(std::move(path))
        , m_fd(fd)
    { }

    std::string m_path;
    int m_fd = -1;
    bool m_published = false;
};

//! \brief Writes a disk image of one format, from data in ascending order; what is not written reads as zeros.
class DiskWriter
{
public:
    virtual ~DiskWriter() = default;
    [[nodiscard]] virtual Result<> write(std::uint64_t offset, std::span<const std::byte> data) = 0;
    //! The image is whole; nothing more comes.
    [[nodiscard]] virtual Result<> finish() = 0;

protected:
    DiskWriter() = default;
    DiskWriter(const DiskWriter&) = delete;
    DiskWriter& operator=(const DiskWriter&) = delete;
};

//! \param format raw or qcow2; error NotSupported. file must outlive the writer; capacity in bytes.
[[nodiscard]] Result<std::unique_ptr<DiskWriter>> makeDiskWriter(PartialFile& file, const std::string& format,
                                                                 std::uint64_t capacity);

} // namespace valv::engine

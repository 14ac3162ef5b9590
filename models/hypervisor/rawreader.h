// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/fd.h"
#include "hypervisor/imagereader.h"

#include <utility>

namespace valv::hypervisor {

//! \brief The files that an image consists of (itself and its backing files), and what they were when they were opened.
//! Any thread; holds the first one open.
class ImageFiles
{
public:
    ImageFiles(std::string path, UniqueFd fd, const FileStamp& stamp)
        : m_path(std::move(path))
        , m_fd(std::move(fd))
        , m_stamp(stamp)
    { }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] int fd() const { return m_fd.get(); }
    [[nodiscard]] const FileStamp& stamp() const { return m_stamp; }
    void addBacking(std::string path, const FileStamp& stamp) { m_backing.emplace_back(std::move(path), stamp); }
    [[nodiscard]] std::size_t backingCount() const { return m_backing.size(); }
    //! Cheap enough for every read: the file is still there and not shorter. Errors DiskVanished, DiskTruncated.
    [[nodiscard]] Result<void> stillThere() const;
    //! Errors DiskVanished, DiskChanged.
    [[nodiscard]] Result<void> stillSame() const;

private:
    std::string m_path;
    UniqueFd m_fd;
    FileStamp m_stamp;
    std::vector<std::pair<std::string, FileStamp>> m_backing;
};

//! \brief Makes extents as the engine wants them: whole 64 KiB blocks, merged where they touch, ending at the capacity.
[[nodiscard]] std::vector<Extent> alignExtents(const std::vector<Extent>& extents, std::uint64_t capacity);

//! \brief A raw image, read directly.
class RawReader final : public ImageReader
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ImageReader>> open(ImageFiles files);
    [[nodiscard]] std::uint64_t capacity() const override { return m_files.stamp().size; }
    [[nodiscard]] const std::vector<Extent>& extents() const override { return m_extents; }
    [[nodiscard]] Result<void> read(std::uint64_t offset, std::span<std::byte> into) override;
    [[nodiscard]] Result<void> stillSame() override { return m_files.stillSame(); }

private:
    RawReader(ImageFiles files, std::vector<Extent> extents)
        : m_files(std::move(files))
        , m_extents(std::move(extents))
    { }
    ImageFiles m_files;
    std::vector<Extent> m_extents;
};

} // namespace valv::hypervisor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/rawreader.h"

#include <memory>
#include <string>

namespace valv::hypervisor {

//! \brief Every other format, read through a qemu-nbd of our own. read() from several threads shares a few connections.
class NbdReader final : public ImageReader
{
public:
    //! Errors DiskInUse, DiskUnreadable, ToolMissing. format: QEMU's name; never guessed by QEMU.
    [[nodiscard]] static Result<std::unique_ptr<ImageReader>> open(ImageFiles files, const std::string& format);
    ~NbdReader() override;
    [[nodiscard]] std::uint64_t capacity() const override;
    [[nodiscard]] const std::vector<Extent>& extents() const override;
    [[nodiscard]] Result<void> read(std::uint64_t offset, std::span<std::byte> into) override;
    [[nodiscard]] Result<void> stillSame() override;
    //! The process id of our qemu-nbd, for tests.
    [[nodiscard]] int serverPid() const;

private:
    class Private;
    explicit NbdReader(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace valv::hypervisor

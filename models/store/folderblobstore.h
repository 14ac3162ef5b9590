// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/blobstore.h"

namespace valv::store {

//! \brief Blobs as files of a folder. A blob is written under tmp/, fsynced, renamed, and its folder fsynced.
//! The lock is flock() on the file "lock", which the system releases when the process ends however it ends.
class FolderBlobStore final : public BlobStore
{
public:
    //! \param folder absolute or relative path; must exist
    explicit FolderBlobStore(std::string folder);

    [[nodiscard]] Result<std::unique_ptr<BlobWriter>> create(const std::string& name) override;
    [[nodiscard]] Result<> read(const std::string& name, std::uint64_t offset,
                                std::span<std::byte> into) const override;
    [[nodiscard]] Result<std::uint64_t> size(const std::string& name) const override;
    [[nodiscard]] Result<std::vector<BlobInfo>> list(const std::string& prefix) const override;
    [[nodiscard]] Result<> remove(const std::string& name) override;
    [[nodiscard]] Result<std::unique_ptr<BlobLock>> lock() override;
    [[nodiscard]] Result<> removeLeftovers() override;
    [[nodiscard]] std::string place() const override { return m_folder; }

private:
    [[nodiscard]] std::string path(const std::string& name) const { return m_folder + '/' + name; }

    std::string m_folder;
};

} // namespace valv::store

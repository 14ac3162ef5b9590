// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "hypervisor/fd.h"

#include <string>

namespace valv::hypervisor {

//! \brief A hidden folder for work in progress, which list() does not see. Removed with all in it when dropped; one
//! that a killed run left is removed when the next one is made beside it (a lock on the folder tells the two apart).
class WorkFolder
{
public:
    //! Error TargetUnwritable; target: parent.
    [[nodiscard]] static Result<WorkFolder> make(const std::string& parent);
    WorkFolder(WorkFolder&& other) noexcept = default;
    WorkFolder& operator=(WorkFolder&&) = delete;
    ~WorkFolder();
    [[nodiscard]] const std::string& path() const { return m_path; }
    //! Moves the folder itself to its place; it is kept then. False with errno when it can't, EEXIST when something is
    //! there.
    [[nodiscard]] bool moveTo(const std::string& target);

private:
    WorkFolder(std::string path, UniqueFd lock);
    std::string m_path;
    UniqueFd m_lock;
};

//! \brief Renames without replacing anything. False with errno.
[[nodiscard]] bool renameWithoutReplacing(const std::string& from, const std::string& to);

//! \brief fsync of a file or folder.
[[nodiscard]] bool syncPath(const std::string& path);

} // namespace valv::hypervisor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"
#include "engine/engine.h"

//! What happens before the engine answers.
namespace valv::engine {

//! \brief Keeps a second instance out of a data folder, however the first one ended. Released when dropped.
class FolderLock
{
public:
    //! Makes the folder (0700) when it is not there. Errors DataFolderInUse, DataFolderUnwritable.
    [[nodiscard]] static Result<std::unique_ptr<FolderLock>> take(const QString& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    explicit FolderLock(int fd)
        : m_fd(fd)
    { }
    int m_fd;
};

//! Reads, or makes for good, the ids of this data folder.
[[nodiscard]] Result<> identify(Context& context);

//! \brief Ends the jobs that a closed program left: each fails with JobInterrupted, its temporary files go, the
//! items' counts are read anew from their vaults. What a full disk does not let be written now is answered, to be
//! written later: the engine opens all the same.
struct Interrupted
{
    QStringList vaults; //!< may hold packs without a point
    std::vector<std::pair<JobRecord, JobRunner::AtEnd>> unwritten;
};
[[nodiscard]] Result<Interrupted> endInterruptedJobs(Context& context);

} // namespace valv::engine

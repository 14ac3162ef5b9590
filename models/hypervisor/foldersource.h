// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/vmfacts.h"
#include "hypervisor/vmsource.h"

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace valv::hypervisor {

//! \brief The image folder behind makeImageFolder() and makeDemoSource(). Holds no file open between calls; any thread.
class FolderSource final : public VmSource
{
public:
    //! idRoot: what the ids of the VMs are derived from, with the name of the file or sub-folder; empty: the folder's
    //! path.
    FolderSource(std::string folder, std::string name, std::string idRoot = {});
    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] Result<std::vector<Vm>> list() override;
    [[nodiscard]] Result<std::unique_ptr<BackupSession>> begin(const std::string& vmId,
                                                               std::optional<CheckpointId> since) override;
    [[nodiscard]] Result<std::unique_ptr<NewVmPlace>> prepare(const NewVm& vm) override;

private:
    struct Found
    {
        Vm vm;
        std::optional<Consistency> consistency;
    };
    //! One entry of the folder: a single image, or a sub-folder. Nothing when it is no VM.
    [[nodiscard]] std::optional<Found> examine(const std::string& entry, const Result<FolderFacts>& facts) const;
    [[nodiscard]] Result<std::vector<Found>> examineAll();
    void fill(Found& found, const VmFacts& facts, const FolderFacts& defaults) const;

    const std::string m_folder;
    const std::string m_name;
    const std::string m_idRoot;
    std::mutex m_mutex;
    std::map<std::string, std::pair<std::string, std::string>>
        m_known; //!< by id: entry and the name it got in the last list
};

//! \brief The session of a VM made of files. Takes no snapshot: the images are read as they are, and watched.
[[nodiscard]] Result<std::unique_ptr<BackupSession>>
beginFileSession(const Vm& vm, std::optional<Consistency> consistency, const std::optional<CheckpointId>& since);

//! \brief A hidden folder that becomes the folder of a VM when it is published.
[[nodiscard]] Result<std::unique_ptr<NewVmPlace>> prepareFolder(const std::string& folder, const NewVm& vm,
                                                                const std::string& idRoot);

} // namespace valv::hypervisor

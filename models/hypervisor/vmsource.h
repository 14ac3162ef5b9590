// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

//! What the engine asks of a place where VMs live, and nothing more. Plain C++20; text is UTF-8; sizes are bytes.
namespace valv::hypervisor {

enum class PowerState
{
    Unknown,
    Running,
    Stopped,
    Deallocated,
    Starting,
    Stopping
};
enum class OsType
{
    Unknown,
    Linux,
    Windows
};
enum class AgentState
{
    Unknown,
    Ready,
    NotReady,
    OutOfDate,
    NotInstalled
};
//! How the disks of one recovery point belong together.
enum class Consistency
{
    Application,
    FileSystem,
    Crash
};

struct Disk
{
    std::string name; //!< unique in its VM; a file-name stem such as "os" or "sql-prod-01-data-0"
    int lun = -1; //!< -1: the operating-system disk; 0… data disks
    bool os = false;
    std::string path; //!< the image; empty where a disk is no file
    std::string format; //!< raw, qcow2, vmdk, vdi, vpc, vhdx
    std::uint64_t capacity = 0;
    std::uint64_t allocated = 0; //!< bytes that hold data, cheaply known; ≤ capacity
};

struct Vm
{
    std::string id; //!< stable for this VM in this source, a lower-case UUID (derived from its place)
    std::string name;
    std::string resourceGroup;
    std::string region; //!< e.g. "swedencentral"
    std::string size; //!< e.g. "Standard_D2s_v3"
    OsType os = OsType::Unknown;
    std::string osName; //!< e.g. "Ubuntu 18.04 LTS"
    PowerState power = PowerState::Unknown;
    AgentState agent = AgentState::Unknown;
    std::string agentVersion;
    bool encrypted = false; //!< the guest encrypts its disks
    std::string computerName;
    std::map<std::string, std::string> tags;
    std::vector<Disk> disks;
    std::optional<Error> problem; //!< why this VM can't be backed up now, e.g. an unreadable image
};

//! A stretch of a disk that holds data. What no extent covers reads as zeros.
struct Extent
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    friend bool operator==(const Extent&, const Extent&) = default;
};

//! What a session would read of one disk, and why.
struct DiskPlan
{
    Disk disk;
    bool incremental = false; //!< extents are what changed since the checkpoint; else all that is allocated
    std::string why; //!< when not incremental although a checkpoint was given: the reason, for the job's log
    std::vector<Extent> extents; //!< ascending, not overlapping
};

using CheckpointId = std::string;

//! \brief One consistent moment of all disks of a VM. Ends by commit() or abort(); abort() if dropped.
//! read() may be called from several threads at once; the session is bound to no thread.
class BackupSession
{
public:
    virtual ~BackupSession() = default;
    [[nodiscard]] virtual Consistency consistency() const = 0;
    [[nodiscard]] virtual std::string consistencyReason() const = 0; //!< English, one sentence
    [[nodiscard]] virtual const std::vector<DiskPlan>& disks() const = 0;
    //! Fills all of into. Errors: DiskUnreadable, DiskTruncated (the image became shorter), DiskVanished; target: the
    //! disk.
    [[nodiscard]] virtual Result<void> read(std::size_t disk, std::uint64_t offset, std::span<std::byte> into) = 0;
    //! After the last read and before the manifest: the image is still the one that was begun with (same file, same
    //! size, not written meanwhile). Error DiskChanged names the disk.
    [[nodiscard]] virtual Result<void> stillSame() = 0;
    //! Only after the manifest is safe. Empty id: this source has no checkpoints.
    [[nodiscard]] virtual Result<CheckpointId> commit() = 0;
    virtual void abort() = 0;

protected:
    BackupSession() = default;
    BackupSession(const BackupSession&) = delete;
    BackupSession& operator=(const BackupSession&) = delete;
};

//! What a new VM is made of, when a restore creates one.
struct NewVm
{
    std::string name;
    std::string resourceGroup;
    Vm like; //!< the VM as it was at the recovery point; its disks give names, luns and formats
};

//! \brief A place that a restored VM is written to: a folder beside the others, not yet seen by list().
//! Dropped without publish(): everything of it is removed.
class NewVmPlace
{
public:
    virtual ~NewVmPlace() = default;
    //! Where the image of this disk is to be written (a raw file that does not exist yet).
    [[nodiscard]] virtual std::string pathFor(const Disk& disk) const = 0;
    //! All disks are written and safe: from now on list() shows the VM. Answers its id.
    [[nodiscard]] virtual Result<std::string> publish() = 0;
    [[nodiscard]] virtual std::string folder() const = 0;

protected:
    NewVmPlace() = default;
    NewVmPlace(const NewVmPlace&) = delete;
    NewVmPlace& operator=(const NewVmPlace&) = delete;
};

//! \brief libvirt (later) | image folder | demo estate: one conformance suite for all.
//! All calls may block and are made from worker threads, never from the GUI thread; several at once are allowed.
class VmSource
{
public:
    virtual ~VmSource() = default;
    [[nodiscard]] virtual std::string name() const = 0; //!< for people, e.g. the folder
    //! All VMs, sorted by name. Error SourceUnreadable (with the folder as target) when the place itself can't be read.
    [[nodiscard]] virtual Result<std::vector<Vm>> list() = 0;
    //! Error VmNotFound, VmNotReady (Vm::problem), DiskInUse, DiskUnreadable, DiskMissing (a disk that belongs to the
    //! VM is not there), DiskVanished.
    [[nodiscard]] virtual Result<std::unique_ptr<BackupSession>> begin(const std::string& vmId,
                                                                       std::optional<CheckpointId> since) = 0;
    //! Error NameTaken when a VM or folder of that name is there, NotSupported where VMs can't be made.
    [[nodiscard]] virtual Result<std::unique_ptr<NewVmPlace>> prepare(const NewVm& vm) = 0;

protected:
    VmSource() = default;
    VmSource(const VmSource&) = delete;
    VmSource& operator=(const VmSource&) = delete;
};

} // namespace valv::hypervisor

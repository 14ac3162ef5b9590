// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/restorepipeline.h"

#include "engine/diskwriter.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace valv::engine {

namespace fs = std::filesystem;

namespace {

Error folderError(const std::string& folder, const std::error_code& error)
{
    const bool denied = error == std::errc::permission_denied || error == std::errc::read_only_file_system;
    return {denied ? "ValvRestoreNoPermission" : "ValvRestoreFolderInvalid",
            "The folder " + folder + " could not be made (" + error.message() + ").",
            folder,
            "Choose another folder.",
            {}};
}

//! The folder itself, or the nearest above it that exists.
fs::path standing(fs::path folder)
{
    std::error_code unknown; // where one may not look there is nothing to go by
    while (folder.has_relative_path() && !fs::exists(folder, unknown)) {
        folder = folder.parent_path();
    }
    return folder;
}

Result<> lookAtFolder(const fs::path& folder)
{
    if (!folder.is_absolute()) {
        return failure("ValvRestoreFolderInvalid", "The folder to restore to must be a whole path.", folder.string(),
                       "Type the whole path, beginning with a slash.");
    }
    const auto near = standing(folder);
    std::error_code unknown;
    if (!fs::is_directory(near, unknown)) {
        return tl::unexpected(folderError(folder.string(), std::make_error_code(std::errc::not_a_directory)));
    }
    if (::faccessat(AT_FDCWD, near.c_str(), W_OK | X_OK, AT_EACCESS) != 0) {
        return failure("ValvRestoreNoPermission", "The folder " + near.string() + " may not be written to.",
                       near.string(), "Choose a folder that you may write to.");
    }
    return {};
}

Result<> lookAtFile(const std::string& path, bool overwrite)
{
    std::error_code unknown;
    const auto status = fs::symlink_status(path, unknown);
    if (!fs::exists(status)) {
        return {};
    }
    if (!overwrite) {
        return failure("ValvRestoreTargetExists", "There is already a file " + path + ".", path,
                       "Choose another folder, or allow the file to be replaced.");
    }
    if (fs::is_directory(status)) {
        return failure("ValvRestoreTargetExists", "There is a folder " + path + " where a disk is to be written.", path,
                       "Choose another folder.");
    }
    return {};
}

Result<> lookAtSpace(const std::string& path, std::uint64_t bytes, std::uint64_t& available)
{
    struct statvfs space
    { };
    const auto folder = fs::path(path).parent_path();
    if (::statvfs(standing(folder).c_str(), &space) != 0) {
        return {};
    }
    available = static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize;
    if (available < bytes) {
        return failure("ValvRestoreNoSpace",
                       "The restored disks need " + std::to_string(bytes) + " bytes, but only "
                           + std::to_string(available) + " are free in " + folder.string() + ".",
                       path, "Free some space or choose another folder.");
    }
    return {};
}

} // namespace

TargetReport lookAtTargets(const std::vector<std::string>& paths, std::uint64_t bytes)
{
    TargetReport report;
    for (const auto& path : paths) {
        if (report.folder) {
            report.folder = lookAtFolder(fs::path(path).parent_path());
        }
        if (report.files) {
            report.files = lookAtFile(path, false);
        }
    }
    if (!paths.empty()) {
        report.space = lookAtSpace(paths.front(), bytes, report.freeBytes);
    }
    return report;
}

Result<> checkRestoreTargets(const std::vector<std::string>& paths, std::uint64_t bytes, bool overwrite)
{
    std::error_code error;
    for (const auto& path : paths) {
        const auto folder = fs::path(path).parent_path();
        if (folder.is_absolute()) {
            fs::create_directories(folder, error);
            std::error_code unknown; // where one may not look it is no folder to restore to
            if (error && !fs::is_directory(folder, unknown)) {
                return tl::unexpected(folderError(folder.string(), error));
            }
        }
        if (auto looked = lookAtFolder(folder); !looked) {
            return looked;
        }
        if (auto looked = lookAtFile(path, overwrite); !looked) {
            return looked;
        }
    }
    std::uint64_t available = 0;
    return paths.empty() ? Result<>() : lookAtSpace(paths.front(), bytes, available);
}

Result<> runRestore(const RestoreInput& input, TransferProgress& progress, const std::stop_token& stop)
{
    struct Planned
    {
        int number = -1;
        std::uint64_t capacity = 0;
    };
    std::vector<Planned> plan;
    std::vector<std::string> paths;
    std::uint64_t total = 0;
    for (const auto& disk : input.disks) {
        const auto number = input.reader.disk(disk.name);
        if (!number) {
            return tl::unexpected(number.error());
        }
        const auto& info = input.reader.disks()[static_cast<std::size_t>(*number)];
        plan.push_back({*number, info.header.capacity});
        paths.push_back(disk.path);
        total += info.dataBytes;
    }
    progress.total = static_cast<std::int64_t>(total);
    if (auto ready = checkRestoreTargets(paths, total, input.overwrite); !ready) {
        return ready;
    }

    std::vector<std::unique_ptr<PartialFile>> files;
    for (std::size_t i = 0; i < plan.size(); ++i) {
        auto file = PartialFile::create(paths[i]);
        if (!file) {
            return tl::unexpected(file.error());
        }
        files.push_back(std::move(*file));
        auto writer = makeDiskWriter(*files.back(), input.format, plan[i].capacity);
        if (!writer) {
            return tl::unexpected(writer.error());
        }
        const auto restored = input.reader.restoreDisk(
            plan[i].number,
            [&](std::uint64_t offset, std::span<const std::byte> data) -> Result<> {
                progress.read += static_cast<std::int64_t>(data.size());
                return (*writer)->write(offset, data);
            },
            stop);
        if (!restored) {
            auto error = restored.error();
            if (error.code == "PointCancelled" || stop.stop_requested()) {
                error = Error{CancelledCode, "The restore was stopped.", {}, {}, {}};
            }
            return tl::unexpected(std::move(error));
        }
        if (auto finished = (*writer)->finish(); !finished) {
            return finished;
        }
        if (auto synced = files.back()->sync(); !synced) {
            return synced;
        }
    }
    if (stop.stop_requested()) {
        return failure(CancelledCode, "The restore was stopped.");
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto published = files[i]->publish(input.overwrite);
        if (!published) {
            for (std::size_t before = 0; before < i && !input.overwrite; ++before) {
                files[before]->unpublish();
            }
            return published;
        }
    }
    return {};
}

} // namespace valv::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaultcommand.h"

#include "core/ids.h"
#include "hypervisor/imagereader.h"
#include "store/vault.h"
#include "vaultoptions.h"
#include "vaultrestore.h"

#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <random>
#include <set>

namespace valv::daemon {

namespace {

using namespace store;
using nlohmann::json;

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrongArguments = 2;
constexpr std::size_t readSize = 512 * 1024;

int report(const Error& error)
{
    std::fprintf(stderr, "valvd: %s\n", error.message.c_str());
    if (!error.action.empty()) {
        std::fprintf(stderr, "       %s\n", error.action.c_str());
    }
    return failed;
}

void print(const json& value)
{
    std::printf("%s\n", value.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

std::string iso(Instant at)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
    const std::time_t time = seconds;
    std::tm parts = {};
    ::gmtime_r(&time, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

std::string size(std::uint64_t bytes)
{
    const char* const units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 1024 && unit < 4; ++unit) {
        value /= 1024;
    }
    char text[32];
    std::snprintf(text, sizeof text, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
    return text;
}

//! Shows how far something has come, when someone looks.
ProgressCallback progressOf(const std::string& what)
{
    if (::isatty(STDERR_FILENO) == 0) {
        return {};
    }
    return [what, shown = -1](const Progress& far) mutable {
        const int percent = far.total == 0 ? 100 : static_cast<int>(far.done * 100 / far.total);
        if (percent != shown) {
            shown = percent;
            std::fprintf(stderr, "\r%s: %d %%%s", what.c_str(), percent, far.done >= far.total ? "\n" : "");
        }
    };
}

Result<std::unique_ptr<Vault>> openVault(const VaultArguments& arguments)
{
    const auto key = RecoveryKey::fromFile(arguments.keyFile);
    if (!key) {
        return tl::unexpected(key.error());
    }
    VaultOptions options;
    options.threads = arguments.threads;
    options.compressionLevel = arguments.level;
    return Vault::open(arguments.location, *key, options);
}

int init(const VaultArguments& arguments)
{
    CreateOptions options;
    options.id = RandomIds().uuid();
    options.created = SystemClock().now();
    options.name = arguments.name;
    if (options.name.empty()) {
        options.name = std::filesystem::absolute(arguments.location).lexically_normal().filename().string();
    }
    // The key first: a vault whose key was never written would be worth nothing.
    const auto key = RecoveryKey::generate();
    if (auto written = key.writeFile(arguments.keyFile, options.name, options.id); !written) {
        return report(written.error());
    }
    const auto vault = Vault::create(arguments.location, options, key);
    if (!vault) {
        ::unlink(arguments.keyFile.c_str());
        return report(vault.error());
    }
    std::printf("Vault %s (%s) made in %s.\nIts recovery key is in %s. Keep a copy of it away from the vault.\n",
                options.name.c_str(), options.id.c_str(), arguments.location.c_str(), arguments.keyFile.c_str());
    return done;
}

//! 15 digits: the time in milliseconds, and two of chance.
std::string newPointId(Instant now)
{
    std::random_device random;
    char text[32];
    std::snprintf(text, sizeof text, "%013lld%02u", static_cast<long long>(now.time_since_epoch().count()),
                  random() % 100);
    return text;
}

//! The newest point of a VM that can be restored.
Result<PointInfo> latest(const Vault& vault, const std::string& vmName)
{
    const auto points = vault.points();
    if (!points) {
        return tl::unexpected(points.error());
    }
    std::set<std::string> names;
    const PointInfo* found = nullptr;
    for (const auto& point : *points) {
        if (point.damaged || point.state.softDeleted) {
            continue;
        }
        names.insert(point.header.vmName);
        if (vmName.empty() || point.header.vmName == vmName) {
            found = &point;
        }
    }
    if (vmName.empty() && names.size() > 1) {
        std::string list;
        for (const auto& name : names) {
            list += (list.empty() ? "" : ", ") + name;
        }
        return failure("BadOption", "The vault has recovery points of several VMs (" + list + ").", {},
                       "Say which one with --name.");
    }
    return found
        ? Result<PointInfo>(*found)
        : failure("PointNotFound", "The vault has no recovery point" + (vmName.empty() ? "." : " of " + vmName + "."));
}

Result<> writeImage(PointWriter& writer, int number, hypervisor::ImageReader& image, std::uint64_t& far,
                    std::uint64_t total, const ProgressCallback& progress)
{
    std::vector<std::byte> buffer(readSize);
    for (const auto& extent : image.extents()) {
        for (std::uint64_t at = 0; at < extent.length; at += readSize) {
            const auto part = std::span(buffer).first(
                static_cast<std::size_t>(std::min<std::uint64_t>(readSize, extent.length - at)));
            if (auto got = image.read(extent.offset + at, part); !got) {
                return got;
            }
            if (auto written = writer.write(number, extent.offset + at, part); !written) {
                return written;
            }
            far += part.size();
            if (progress) {
                progress({far, total});
            }
        }
    }
    return {};
}

struct Image
{
    DiskHeader header;
    std::unique_ptr<hypervisor::ImageReader> reader;
};

Result<std::vector<Image>> openImages(const std::vector<std::string>& paths)
{
    std::vector<Image> images;
    std::set<std::string> names;
    for (const auto& path : paths) {
        const auto info = hypervisor::probeImage(path);
        if (!info) {
            return tl::unexpected(info.error());
        }
        auto reader = hypervisor::openImage(path);
        if (!reader) {
            return tl::unexpected(reader.error());
        }
        Image image;
        const auto stem = std::filesystem::path(path).stem().string();
        image.header.name = stem;
        for (int n = 2; !names.insert(image.header.name).second; ++n) {
            image.header.name = stem + "-" + std::to_string(n);
        }
        image.header.lun = static_cast<int>(images.size()) - 1; // the first one is the system's
        image.header.osDisk = images.empty();
        image.header.capacity = (*reader)->capacity();
        image.header.format = info->format;
        image.reader = std::move(*reader);
        images.push_back(std::move(image));
    }
    return images;
}

json toJson(const PointStats& stats)
{
    return {{"bytesRead", stats.bytesRead},
            {"bytesChanged", stats.bytesChanged},
            {"bytesNew", stats.bytesNew},
            {"bytesStored", stats.bytesStored}};
}

json toJson(const PointInfo& point)
{
    json disks = json::array();
    for (const auto& disk : point.disks) {
        disks.push_back({{"name", disk.header.name},
                         {"lun", disk.header.lun},
                         {"capacity", disk.header.capacity},
                         {"format", disk.header.format},
                         {"osDisk", disk.header.osDisk},
                         {"dataBytes", disk.dataBytes}});
    }
    const auto time = [](const std::optional<Instant>& at) { return at ? json(iso(*at)) : json(nullptr); };
    return {{"id", point.header.id},
            {"vmName", point.header.vmName},
            {"itemId", point.header.itemId},
            {"time", point.damaged ? json(nullptr) : json(iso(point.header.time))},
            {"consistency", point.header.consistency},
            {"consistencyReason", point.header.consistencyReason},
            {"damaged", point.damaged},
            {"expiry", time(point.state.expiry)},
            {"pinned", point.state.pinned},
            {"hold", point.state.hold},
            {"reason", point.state.reason},
            {"softDeleted", time(point.state.softDeleted)},
            {"stats", toJson(point.stats)},
            {"disks", disks}};
}

int backup(const VaultArguments& arguments)
{
    const auto vault = openVault(arguments);
    auto images = openImages(arguments.images);
    if (!vault || !images) {
        return report(vault ? images.error() : vault.error());
    }
    PointHeader header;
    header.time = SystemClock().now();
    header.id = newPointId(header.time);
    header.itemId = arguments.name;
    header.vmName = arguments.name;
    header.consistency = "CrashConsistent";
    header.consistencyReason = "The disk images were read as they are.";
    const auto base = latest(**vault, arguments.name);
    const auto writer = (*vault)->beginPoint(header);
    if (!writer) {
        return report(writer.error());
    }
    std::uint64_t total = 0;
    for (const auto& image : *images) {
        for (const auto& extent : image.reader->extents()) {
            total += extent.length;
        }
    }
    std::uint64_t far = 0;
    const auto progress = progressOf("Backing up " + arguments.name);
    for (auto& image : *images) {
        const auto number = (*writer)->addDisk(image.header);
        if (!number) {
            return report(number.error());
        }
        if (base && std::any_of(base->disks.begin(), base->disks.end(), [&](const auto& d) {
                return d.header.name == image.header.name;
            })) {
            // Only for the count of changed bytes: a base that cannot be read does no harm.
            static_cast<void>((*writer)->setBase(*number, base->header.id, image.header.name, BaseUse::Compare));
        }
        if (auto written = writeImage(**writer, *number, *image.reader, far, total, progress); !written) {
            return report(written.error());
        }
    }
    // One moment of all disks: the first may have been written to while the last was read.
    for (const auto& image : *images) {
        if (auto same = image.reader->stillSame(); !same) {
            return report(same.error());
        }
    }
    const auto info = (*writer)->finish();
    if (!info) {
        return report(info.error());
    }
    if (arguments.json) {
        print(toJson(*info));
    } else {
        std::printf("Recovery point %s of %s: %s read, %s changed, %s new, %s stored.\n", info->header.id.c_str(),
                    info->header.vmName.c_str(), size(info->stats.bytesRead).c_str(),
                    size(info->stats.bytesChanged).c_str(), size(info->stats.bytesNew).c_str(),
                    size(info->stats.bytesStored).c_str());
    }
    return done;
}

int list(const VaultArguments& arguments)
{
    const auto vault = openVault(arguments);
    if (!vault) {
        return report(vault.error());
    }
    const auto points = (*vault)->points();
    if (!points) {
        return report(points.error());
    }
    if (arguments.json) {
        json all = json::array();
        for (const auto& point : *points) {
            all.push_back(toJson(point));
        }
        print({{"vault", {{"id", (*vault)->identity().id}, {"name", (*vault)->identity().name}}}, {"points", all}});
        return done;
    }
    std::printf("%-16s %-20s %-24s %5s %10s %10s  %s\n", "POINT", "TIME", "VM", "DISKS", "DATA", "STORED",
                "CONSISTENCY");
    for (const auto& point : *points) {
        if (point.damaged) {
            std::printf("%-16s damaged\n", point.header.id.c_str());
            continue;
        }
        std::uint64_t data = 0;
        for (const auto& disk : point.disks) {
            data += disk.dataBytes;
        }
        std::printf("%-16s %-20s %-24s %5zu %10s %10s  %s\n", point.header.id.c_str(), iso(point.header.time).c_str(),
                    point.header.vmName.c_str(), point.disks.size(), size(data).c_str(),
                    size(point.stats.bytesStored).c_str(), point.header.consistency.c_str());
    }
    return done;
}

int verify(const VaultArguments& arguments)
{
    VerifyOptions options;
    options.share = arguments.share;
    options.shares = arguments.shares;
    const auto progress = progressOf("Checking");
    Result<VerifyReport> result;
    if (arguments.keyFile.empty()) {
        result = Vault::verifyStored(arguments.location, options, {}, progress);
    } else {
        const auto vault = openVault(arguments);
        if (!vault) {
            return report(vault.error());
        }
        result = (*vault)->verify(options, {}, progress);
    }
    if (!result) {
        return report(result.error());
    }
    if (arguments.json) {
        json files = json::array();
        json disks = json::array();
        for (const auto& file : result->files) {
            files.push_back({{"name", file.name}, {"reason", file.reason}});
        }
        for (const auto& disk : result->disks) {
            disks.push_back(
                {{"point", disk.pointId}, {"vmName", disk.vmName}, {"disk", disk.disk}, {"bytes", disk.bytes}});
        }
        print({{"whole", result->isWhole()},
               {"withKey", result->withKey},
               {"filesChecked", result->filesChecked},
               {"bytesChecked", result->bytesChecked},
               {"chunksChecked", result->chunksChecked},
               {"damagedFiles", files},
               {"damagedDisks", disks}});
    } else {
        for (const auto& file : result->files) {
            std::printf("damaged: %s: %s\n", file.name.c_str(), file.reason.c_str());
        }
        for (const auto& disk : result->disks) {
            std::printf("cannot be restored whole: recovery point %s%s%s%s%s%s\n", disk.pointId.c_str(),
                        disk.vmName.empty() ? "" : " of ", disk.vmName.c_str(), disk.disk.empty() ? "" : ", disk ",
                        disk.disk.c_str(), disk.bytes == 0 ? "" : (", " + size(disk.bytes)).c_str());
        }
        std::printf("%s: %llu files, %s checked%s.\n", result->isWhole() ? "Nothing is damaged" : "Damaged",
                    static_cast<unsigned long long>(result->filesChecked), size(result->bytesChecked).c_str(),
                    result->withKey
                        ? (", " + std::to_string(result->chunksChecked) + " chunks unpacked and compared").c_str()
                        : " without the key");
    }
    return result->isWhole() ? done : failed;
}

int restore(const VaultArguments& arguments)
{
    const auto vault = openVault(arguments);
    if (!vault) {
        return report(vault.error());
    }
    auto id = arguments.point;
    if (id == "latest") {
        const auto newest = latest(**vault, arguments.name);
        if (!newest) {
            report(newest.error());
            return newest.error().code == "BadOption" ? wrongArguments : failed;
        }
        id = newest->header.id;
    }
    const auto reader = (*vault)->openPoint(id);
    if (!reader) {
        return report(reader.error());
    }
    if (!arguments.name.empty() && (*reader)->info().header.vmName != arguments.name) {
        return report({"PointNotFound",
                       "The recovery point " + id + " is of " + (*reader)->info().header.vmName + ", not of "
                           + arguments.name + ".",
                       {},
                       {},
                       {}});
    }
    std::error_code error;
    std::filesystem::create_directories(arguments.to, error);
    if (error) {
        return report({"TargetNotWritten",
                       "The folder " + arguments.to + " cannot be made: " + error.message() + ".",
                       {},
                       {},
                       {}});
    }
    const auto& disks = (*reader)->disks();
    // All names are looked at before the first byte is written.
    for (const auto& disk : disks) {
        const auto path = restoredPath(arguments.to, disk.header.name, arguments.format);
        struct stat status = {};
        if (!arguments.overwrite && ::lstat(path.c_str(), &status) == 0) {
            return report({"TargetExists",
                           "The file " + path + " exists and is not replaced.",
                           {},
                           "Choose another folder, or give --overwrite.",
                           {}});
        }
    }
    for (std::size_t i = 0; i < disks.size(); ++i) {
        const auto path = restoredPath(arguments.to, disks[i].header.name, arguments.format);
        if (auto written = restoreToFile(**reader, static_cast<int>(i), path, arguments.format, arguments.overwrite,
                                         progressOf("Restoring " + disks[i].header.name));
            !written) {
            return report(written.error());
        }
        std::printf("%s\n", path.c_str());
    }
    return done;
}

int removePoint(const VaultArguments& arguments)
{
    const auto vault = openVault(arguments);
    const auto removed = vault ? (*vault)->removePoint(arguments.point) : Result<>(tl::unexpected(vault.error()));
    return removed ? done : report(removed.error());
}

int collect(const VaultArguments& arguments)
{
    const auto vault = openVault(arguments);
    const auto collected = vault ? (*vault)->collect({}, {}, progressOf("Collecting"))
                                 : Result<CollectReport>(tl::unexpected(vault.error()));
    if (!collected) {
        return report(collected.error());
    }
    std::printf("%llu packs removed, %llu of them rewritten, %s freed.\n",
                static_cast<unsigned long long>(collected->packsRemoved),
                static_cast<unsigned long long>(collected->packsRewritten), size(collected->bytesFreed).c_str());
    return done;
}

} // namespace

int vaultCommand(const std::vector<std::string>& given)
{
    const auto arguments = readVaultArguments(given);
    if (!arguments) {
        std::fprintf(stderr, "valvd vault: %s\nTry 'valvd vault --help'.\n", arguments.error().message.c_str());
        return wrongArguments;
    }
    if (arguments->help) {
        std::fputs(vaultHelp().c_str(), stdout);
        return done;
    }
    const std::pair<const char*, int (*)(const VaultArguments&)> commands[] = {
        {"init", init},       {"backup", backup},      {"list", list},      {"verify", verify},
        {"restore", restore}, {"remove", removePoint}, {"collect", collect}};
    for (const auto& [name, run] : commands) {
        if (arguments->command == name) {
            return run(*arguments);
        }
    }
    return wrongArguments;
}

} // namespace valv::daemon

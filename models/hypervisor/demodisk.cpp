// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/demodisk.h"

#include "hypervisor/bytes.h"
#include "hypervisor/democontent.h"
#include "hypervisor/fd.h"
#include "hypervisor/imageheader.h"
#include "hypervisor/partitiontable.h"
#include "hypervisor/process.h"
#include "hypervisor/vmfacts.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <sstream>

namespace valv::hypervisor {

namespace {

namespace fs = std::filesystem;

//! 5 December 2018: when all files of the estate were made. No configuration of this machine may leak into the bytes.
const std::vector<std::string>& toolEnvironment()
{
    static const std::vector<std::string> variables{"LC_ALL=C.UTF-8",
                                                    "TZ=UTC",
                                                    "SOURCE_DATE_EPOCH=1544000000",
                                                    "E2FSPROGS_FAKE_TIME=1544000000",
                                                    "MKE2FS_CONFIG=/dev/null",
                                                    "MTOOLSRC=/dev/null",
                                                    "DEBUGFS_PAGER=__none__",
                                                    "MTOOLS_SKIP_CHECK=1"};
    return variables;
}

Result<void> asResult(const Result<std::string>& ran)
{
    return ran ? Result<void>() : tl::unexpected(ran.error());
}

tl::unexpected<Error> cantWrite(const std::string& path)
{
    return failure("TargetUnwritable", std::string("The file can't be written (") + std::strerror(errno) + ").", path,
                   "Check that the folder can be written to and that the disk is not full.");
}

bool writeFully(int fd, const void* data, std::size_t size, std::uint64_t offset)
{
    const auto* at = static_cast<const char*>(data);
    while (size > 0) {
        const auto put = ::pwrite(fd, at, size, static_cast<off_t>(offset));
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            return false;
        }
        at += put;
        offset += static_cast<std::uint64_t>(put);
        size -= static_cast<std::size_t>(put);
    }
    return true;
}

std::string contentOf(const DemoFile& file, const std::string& seed)
{
    switch (file.kind) {
    case DemoFile::Kind::Text:
        return file.text;
    case DemoFile::Kind::Log:
        return demoLog(seed, file.size);
    case DemoFile::Kind::Orders:
        return demoOrders(seed, file.size);
    case DemoFile::Kind::Binary:
        return demoBinary(seed, file.size);
    case DemoFile::Kind::Journal:
        return demoJournal(seed, (file.size + journalBlockBytes - 1) / journalBlockBytes);
    }
    return {};
}

//! All folders that the files need, each after its parent.
std::vector<std::string> foldersOf(const std::vector<DemoFile>& files)
{
    std::set<std::string> out;
    for (const auto& file : files) {
        for (auto folder = fs::path(file.path).parent_path(); folder != "/"; folder = folder.parent_path()) {
            out.insert(folder.string());
        }
    }
    return {out.begin(), out.end()};
}

//! The files of a partition on their way into it: at scratch + their path.
Result<void> layOut(const DemoPartition& partition, const std::string& seed, const std::string& scratch)
{
    std::error_code error;
    fs::remove_all(scratch, error);
    for (const auto& file : partition.files) {
        const auto path = scratch + file.path;
        fs::create_directories(fs::path(path).parent_path(), error);
        const auto content = contentOf(file, seed + file.path);
        const UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (!fd || ::fchmod(fd.get(), 0644) != 0 || !writeFully(fd.get(), content.data(), content.size(), 0)) {
            return cantWrite(path);
        }
    }
    return {};
}

Result<void> makeExt4(const DemoPartition& partition, const Partition& place, const std::string& image,
                      const std::string& seed, const std::string& scratch)
{
    auto made = runTool("mke2fs",
                        {"-q",
                         "-F",
                         "-t",
                         "ext4",
                         "-b",
                         "4096",
                         "-I",
                         "256",
                         "-N",
                         "8192",
                         "-J",
                         "size=4",
                         "-m",
                         "1",
                         "-O",
                         "none,has_journal,extent,huge_file,flex_bg,metadata_csum,64bit,dir_nlink,extra_isize,filetype,"
                         "sparse_super,large_file,"
                         "ext_attr,resize_inode,dir_index",
                         "-U",
                         stableUuid(seed + ":fs"),
                         "-L",
                         partition.label,
                         "-E",
                         "offset=" + std::to_string(place.offset) + ",hash_seed=" + stableUuid(seed + ":hash")
                             + ",lazy_itable_init=1,lazy_journal_init=1,nodiscard,root_owner=0:0",
                         image,
                         std::to_string(place.length / 1024) + "k"},
                        toolEnvironment(), "e2fsprogs");
    if (!made) {
        return tl::unexpected(made.error());
    }
    std::string script;
    for (const auto& folder : foldersOf(partition.files)) {
        script += "mkdir \"" + folder + "\"\n";
    }
    for (const auto& file : partition.files) {
        script += "write \"" + scratch + file.path + "\" \"" + file.path + "\"\n";
    }
    const auto scriptPath = scratch + "/.script";
    const UniqueFd fd(::open(scriptPath.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (!fd || !writeFully(fd.get(), script.data(), script.size(), 0)) {
        return cantWrite(scriptPath);
    }
    const auto said = runTool("debugfs", {"-w", "-f", scriptPath, image + "?offset=" + std::to_string(place.offset)},
                              toolEnvironment(), "e2fsprogs");
    if (!said) {
        return tl::unexpected(said.error());
    }
    // It ends well whatever happened: "write: Could not allocate block …" is all there is.
    std::istringstream lines(*said);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("debugfs ") && line.find(": ") != std::string::npos) {
            return failure("ToolFailed", "The program debugfs failed: " + line, image);
        }
    }
    return {};
}

Result<void> makeFat(const DemoPartition& partition, const Partition& place, const std::string& image,
                     const std::string& seed, const std::string& scratch)
{
    const bool large = place.length >= 1024 * mebibyte;
    const auto id = stableUuid(seed + ":fat").substr(0, 8);
    auto label = partition.label;
    std::transform(label.begin(), label.end(), label.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    auto done = runTool("mkfs.vfat",
                        {"--invariant", "-F", large ? "32" : "16", "-s", large ? "32" : "4", "-i", id, "-n", label,
                         "-h", std::to_string(place.offset / 512), "--offset", std::to_string(place.offset / 512),
                         image, std::to_string(place.length / 1024)},
                        toolEnvironment(), "dosfstools");
    const auto at = image + "@@" + std::to_string(place.offset);
    if (const auto folders = foldersOf(partition.files); done && !folders.empty()) {
        std::vector<std::string> arguments{"-i", at};
        for (const auto& folder : folders) {
            arguments.push_back("::" + folder);
        }
        done = runTool("mmd", arguments, toolEnvironment(), "mtools");
    }
    std::map<std::string, std::vector<std::string>> byFolder;
    for (const auto& file : partition.files) {
        byFolder[fs::path(file.path).parent_path().string()].push_back(scratch + file.path);
    }
    for (const auto& [folder, files] : byFolder) {
        if (!done) {
            break;
        }
        std::vector<std::string> arguments{"-i", at};
        arguments.insert(arguments.end(), files.begin(), files.end());
        arguments.push_back("::" + folder);
        done = runTool("mcopy", arguments, toolEnvironment(), "mtools");
    }
    return asResult(done);
}

//! The first version of LUKS, as far as a reader of headers sees: mark, ciphers, an identity, then cipher text.
Result<void> makeLuks(const Partition& place, int image, const std::string& path, const std::string& seed)
{
    std::string head(592, '\0');
    const auto put = [&head](std::size_t at, std::string_view text) { head.replace(at, text.size(), text); };
    put(0, std::string_view("LUKS\xba\xbe\x00\x01", 8));
    put(8, "aes");
    put(40, "xts-plain64");
    put(72, "sha256");
    put(104, std::string_view("\x00\x00\x10\x00\x00\x00\x00\x40", 8));
    put(112, demoBinary(seed + ":digest", 52));
    put(168, stableUuid(seed + ":luks"));
    const auto cipher =
        demoBinary(seed + ":cipher", static_cast<std::size_t>(std::min(place.length, 6 * mebibyte)) - mebibyte);
    if (!writeFully(image, head.data(), head.size(), place.offset)
        || !writeFully(image, cipher.data(), cipher.size(), place.offset + mebibyte)) {
        return cantWrite(path);
    }
    return {};
}

//! Calls with each allocated stretch of a file, at most 1 MiB long and aligned to 4 KiB. False stops.
bool eachAllocated(int fd, std::uint64_t size, const std::function<bool(std::uint64_t, std::vector<char>&)>& use)
{
    std::vector<char> buffer;
    for (std::uint64_t at = 0; at < size;) {
        const auto data = ::lseek(fd, static_cast<off_t>(at), SEEK_DATA);
        if (data < 0) {
            return errno == ENXIO;
        }
        const auto hole = static_cast<std::uint64_t>(::lseek(fd, data, SEEK_HOLE));
        for (at = static_cast<std::uint64_t>(data); at < hole; at += buffer.size()) {
            buffer.resize(static_cast<std::size_t>(std::min(hole - at, mebibyte)));
            if (!readFully(fd, buffer.data(), buffer.size(), at) || !use(at, buffer)) {
                return false;
            }
        }
    }
    return true;
}

//! Gives back all that lies between blocks with data: zeros that were written, and room that a tool reserved without
//! writing to it (that counts as data as long as a page of it is cached, thus differently from one moment to the next).
//! Where the file system can't, nothing is lost but room.
void keepOnlyData(int fd, std::uint64_t size)
{
    static constexpr std::size_t block = 4096;
    std::uint64_t kept = 0;
    const auto giveBackUpTo = [fd, &kept](std::uint64_t offset) {
        if (offset > kept) {
            ::fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(kept),
                        static_cast<off_t>(offset - kept));
        }
    };
    const bool read = eachAllocated(fd, size, [&](std::uint64_t offset, std::vector<char>& bytes) {
        for (std::size_t at = 0; at < bytes.size(); at += block) {
            const auto length = std::min(block, bytes.size() - at);
            if (bytes[at] != 0 || std::memcmp(&bytes[at], &bytes[at] + 1, length - 1) != 0) {
                giveBackUpTo(offset + at);
                kept = offset + at + length;
            }
        }
        return true;
    });
    if (read) {
        giveBackUpTo(size);
    }
}

//! Leaves an image as it is to stay. Only once it has been written out do the file system's own blocks for it stand
//! fast, which count as room that it takes.
Result<void> settle(int fd, std::uint64_t size, const std::string& path)
{
    keepOnlyData(fd, size);
    return ::fsync(fd) == 0 ? Result<void>() : cantWrite(path);
}

} // namespace

Result<void> makeDemoDisk(const DemoDisk& disk, const std::string& folder, const std::string& scratch)
{
    const auto image = folder + "/" + disk.name + ".raw";
    const UniqueFd fd(::open(image.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (!fd || ::ftruncate(fd.get(), static_cast<off_t>(disk.capacity)) != 0) {
        return cantWrite(image);
    }
    std::vector<Partition> places;
    std::vector<std::string> uuids{stableUuid(disk.name + ":disk")};
    std::uint64_t next = mebibyte;
    for (const auto& partition : disk.partitions) {
        const auto length = partition.length != 0 ? partition.length : disk.capacity - mebibyte - next;
        const auto kind = partition.efi                        ? PartitionKind::EfiSystem
            : partition.content == DemoPartition::Content::Fat ? PartitionKind::WindowsData
                                                               : PartitionKind::Linux;
        places.push_back({kind, next, length, disk.os && places.empty()});
        uuids.push_back(stableUuid(disk.name + ":partition" + std::to_string(places.size())));
        next += length;
    }
    Result<void> done;
    for (std::size_t i = 0; done && i < places.size(); ++i) {
        const auto& partition = disk.partitions[i];
        const auto seed = disk.name + "/" + partition.label;
        if (partition.content == DemoPartition::Content::Luks) {
            done = makeLuks(places[i], fd.get(), image, seed);
            continue;
        }
        done = layOut(partition, seed, scratch);
        if (done) {
            done = partition.content == DemoPartition::Content::Ext4
                ? makeExt4(partition, places[i], image, seed, scratch)
                : makeFat(partition, places[i], image, seed, scratch);
        }
    }
    if (!done) {
        return done;
    }
    const auto signature = static_cast<std::uint32_t>(DemoNumbers(disk.name).next());
    for (const auto& [offset, bytes] :
         disk.gpt ? guidPartitionTable(places, disk.capacity, uuids) : masterBootRecord(places, signature)) {
        if (!writeFully(fd.get(), bytes.data(), bytes.size(), offset)) {
            return cantWrite(image);
        }
    }
    struct stat st
    { };
    if (::fstat(fd.get(), &st) != 0 || static_cast<std::uint64_t>(st.st_size) != disk.capacity) {
        return failure("ToolFailed", "A tool changed the size of the disk that it was to fill.", image);
    }
    std::error_code error;
    fs::remove_all(scratch, error);
    if (disk.format == "raw") {
        done = settle(fd.get(), disk.capacity, image);
    } else {
        keepOnlyData(fd.get(), disk.capacity);
        const auto converted = folder + "/" + disk.fileName();
        done =
            asResult(runTool("qemu-img", {"convert", "-q", "-m", "1", "-f", "raw", "-O", disk.format, image, converted},
                             toolEnvironment(), "qemu-utils"));
        fs::remove(image, error);
        const UniqueFd out(::open(converted.c_str(), O_RDWR | O_CLOEXEC));
        if (done && (!out || ::fstat(out.get(), &st) != 0)) {
            return cantWrite(converted);
        }
        if (done) {
            done = settle(out.get(), static_cast<std::uint64_t>(st.st_size), converted);
        }
    }
    return done;
}

Result<void> advanceDemoDisk(const std::string& path, int day)
{
    const UniqueFd fd(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    struct stat st
    { };
    if (!fd || ::fstat(fd.get(), &st) != 0) {
        return failure("DiskUnreadable", std::string("The disk image can't be read: ") + std::strerror(errno) + ".",
                       path);
    }
    // First find all blocks: how many a journal has decides which of them are written when.
    struct Found
    {
        std::uint64_t offset = 0;
        std::size_t block = 0;
    };
    std::map<std::string, std::vector<Found>> journals;
    std::map<std::uint64_t, std::string> old;
    const bool read =
        eachAllocated(fd.get(), static_cast<std::uint64_t>(st.st_size), [&](std::uint64_t offset, auto& bytes) {
            for (std::size_t at = 0; at + journalBlockBytes <= bytes.size(); at += journalBlockBytes) {
                const std::string_view block(&bytes[at], journalBlockBytes);
                const auto end = block.substr(0, 300).find('\n');
                if (!block.starts_with(journalMark) || end == std::string_view::npos || end < journalMark.size() + 10) {
                    continue;
                }
                const auto number =
                    std::strtoull(std::string(block.substr(journalMark.size(), 8)).c_str(), nullptr, 10);
                const std::string seed(block.substr(journalMark.size() + 9, end - journalMark.size() - 9));
                journals[seed].push_back({offset + at, static_cast<std::size_t>(number)});
                old[offset + at] = block;
            }
            return true;
        });
    if (!read) {
        return failure("DiskUnreadable", std::string("The disk image can't be read: ") + std::strerror(errno) + ".",
                       path);
    }
    for (const auto& [seed, blocks] : journals) {
        for (const auto& found : blocks) {
            const auto block = journalBlock(seed, found.block, journalDay(seed, found.block, blocks.size(), day));
            if (block != old[found.offset] && !writeFully(fd.get(), block.data(), block.size(), found.offset)) {
                return cantWrite(path);
            }
        }
    }
    return {};
}

} // namespace valv::hypervisor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/imageheader.h"

#include "hypervisor/bytes.h"
#include "hypervisor/vhdxguids.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <sstream>
#include <vector>

namespace valv::hypervisor {

namespace {

using Head = std::array<unsigned char, 4096>;

tl::unexpected<Error> truncated(const std::string& path, const std::string& what)
{
    return failure("DiskTruncated", "The disk image is shorter than its header says: " + what + ".", path,
                   "Copy the image again from where it came from.");
}

tl::unexpected<Error> unknownFormat(const std::string& path, const std::string& what)
{
    return failure("DiskFormatUnknown", "The disk image can't be understood: " + what + ".", path,
                   "Give the file the extension of its real format, or convert it with qemu-img.");
}

bool startsWith(const unsigned char* at, std::string_view mark)
{
    return std::memcmp(at, mark.data(), mark.size()) == 0;
}

Result<ImageHeader> readQcow2(int fd, const Head& head, std::uint64_t fileSize, const std::string& path)
{
    const auto version = bigEndian<std::uint32_t>(&head[4]);
    const auto clusterBits = bigEndian<std::uint32_t>(&head[20]);
    if (version < 2 || version > 3 || clusterBits < 9 || clusterBits > 21) {
        return unknownFormat(path, "its qcow2 header is damaged or of a version not known");
    }
    ImageHeader out;
    out.format = "qcow2";
    out.capacity = bigEndian<std::uint64_t>(&head[24]);
    out.imageEncrypted = bigEndian<std::uint32_t>(&head[32]) != 0;
    const auto l1Bytes = std::uint64_t{bigEndian<std::uint32_t>(&head[36])} * 8;
    const auto l1Offset = bigEndian<std::uint64_t>(&head[40]);
    const auto refcountOffset = bigEndian<std::uint64_t>(&head[48]);
    if (fileSize < 104 || l1Offset > fileSize || l1Bytes > fileSize - l1Offset || refcountOffset >= fileSize) {
        return truncated(path, "the tables of the qcow2 image lie behind its end");
    }
    const auto backingOffset = bigEndian<std::uint64_t>(&head[8]);
    const auto backingSize = bigEndian<std::uint32_t>(&head[16]);
    if (backingOffset != 0) {
        if (backingSize == 0 || backingSize > 1023) {
            return unknownFormat(path, "the name of its backing file is damaged");
        }
        out.backingFile.resize(backingSize);
        if (!readFully(fd, out.backingFile.data(), backingSize, backingOffset)) {
            return truncated(path, "the name of its backing file lies behind its end");
        }
    }
    return out;
}

//! The text of a VMDK that keeps its data in other files: RW 4192256 SPARSE "disk-s001.vmdk" …
ImageHeader readVmdkDescriptor(int fd)
{
    std::string text(64 * 1024, '\0');
    const auto got = ::pread(fd, text.data(), text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    ImageHeader out;
    out.format = "vmdk";
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string access;
        std::uint64_t sectors = 0;
        if (words >> access >> sectors && (access == "RW" || access == "RDONLY" || access == "NOACCESS")) {
            out.capacity += sectors * sector;
        } else if (line.starts_with("parentFileNameHint=")) {
            const auto first = line.find('"');
            const auto last = line.rfind('"');
            if (first != std::string::npos && last > first) {
                out.backingFile = line.substr(first + 1, last - first - 1);
            }
        }
    }
    return out;
}

Result<ImageHeader> readVmdk(const Head& head, const std::string& path)
{
    const auto version = littleEndian<std::uint32_t>(&head[4]);
    if (version < 1 || version > 3) {
        return unknownFormat(path, "its VMDK header is of a version not known");
    }
    ImageHeader out;
    out.format = "vmdk";
    out.capacity = littleEndian<std::uint64_t>(&head[12]) * sector;
    out.part = littleEndian<std::uint64_t>(&head[28]) == 0; // no descriptor inside: an extent of another image
    return out;
}

Result<ImageHeader> readVdi(const Head& head, std::uint64_t fileSize, const std::string& path)
{
    ImageHeader out;
    out.format = "vdi";
    out.capacity = littleEndian<std::uint64_t>(&head[0x170]);
    const auto dataOffset = littleEndian<std::uint32_t>(&head[0x158]);
    const auto blockSize = std::uint64_t{littleEndian<std::uint32_t>(&head[0x178])};
    const auto allocated = std::uint64_t{littleEndian<std::uint32_t>(&head[0x184])};
    if (blockSize == 0) {
        return unknownFormat(path, "its VDI header is damaged");
    }
    if (fileSize < dataOffset + blockSize * allocated) {
        return truncated(path, "some of the blocks of the VDI image lie behind its end");
    }
    return out;
}

Result<ImageHeader> readVhdx(int fd, const std::string& path)
{
    std::array<unsigned char, 4096> table{};
    if (!readFully(fd, table.data(), table.size(), 192 * 1024)) {
        return truncated(path, "the region table of the VHDX image is missing");
    }
    std::uint64_t metadata = 0;
    const auto regions = std::min<std::uint32_t>(littleEndian<std::uint32_t>(&table[8]), 120);
    for (std::uint32_t i = 0; startsWith(table.data(), "regi") && i < regions; ++i) {
        const auto* entry = &table[16 + i * 32];
        if (std::equal(vhdx::metadataRegion.begin(), vhdx::metadataRegion.end(), entry)) {
            metadata = littleEndian<std::uint64_t>(entry + 16);
        }
    }
    if (metadata == 0) {
        return unknownFormat(path, "its VHDX region table is damaged");
    }
    if (!readFully(fd, table.data(), table.size(), metadata)) {
        return truncated(path, "the metadata of the VHDX image lies behind its end");
    }
    const auto items = std::min<unsigned>(littleEndian<std::uint16_t>(&table[10]), 120);
    for (unsigned i = 0; startsWith(table.data(), "metadata") && i < items; ++i) {
        const auto* entry = &table[32 + i * 32];
        std::array<unsigned char, 8> value{};
        if (std::equal(vhdx::sizeItem.begin(), vhdx::sizeItem.end(), entry)
            && readFully(fd, value.data(), value.size(), metadata + littleEndian<std::uint32_t>(entry + 16))) {
            ImageHeader out;
            out.format = "vhdx";
            out.capacity = littleEndian<std::uint64_t>(value.data());
            return out;
        }
    }
    return unknownFormat(path, "its VHDX metadata is damaged");
}

//! The same rule as QEMU's: most programs mean the CHS geometry, some the exact size.
ImageHeader readVhd(const unsigned char* footer)
{
    const std::uint64_t cylinders = bigEndian<std::uint16_t>(footer + 56);
    const std::uint64_t heads = footer[58];
    const std::uint64_t perTrack = footer[59];
    const auto geometry = cylinders * heads * perTrack * sector;
    constexpr std::uint64_t largest = std::uint64_t{65535} * 16 * 255 * sector;
    constexpr std::array<std::string_view, 5> exact{"win ", "qem2", "d2v ", std::string_view("tap\0", 4),
                                                    std::string_view("CTXS", 4)};
    const bool bySize = geometry >= largest
        || std::any_of(exact.begin(), exact.end(), [footer](auto mark) { return startsWith(footer + 28, mark); });
    ImageHeader out;
    out.format = "vpc";
    out.capacity = bySize ? bigEndian<std::uint64_t>(footer + 48) : geometry;
    return out;
}

bool encryptedAt(int fd, std::uint64_t offset)
{
    std::array<unsigned char, 16> mark{};
    return readFully(fd, mark.data(), mark.size(), offset)
        && (startsWith(mark.data(), "LUKS\xba\xbe") || startsWith(&mark[3], "-FVE-FS-"));
}

//! LUKS or BitLocker on the whole disk or in a partition of its MBR or GPT.
bool isGuestEncrypted(int fd, const Head& head)
{
    if (startsWith(head.data(), "LUKS\xba\xbe") || startsWith(&head[3], "-FVE-FS-")) {
        return true;
    }
    if (head[510] != 0x55 || head[511] != 0xaa) {
        return false;
    }
    for (std::size_t at = 446; at < 510; at += 16) {
        const std::uint64_t start = littleEndian<std::uint32_t>(&head[at + 8]);
        if (start != 0 && head[at + 4] != 0 && head[at + 4] != 0xee && encryptedAt(fd, start * sector)) {
            return true;
        }
    }
    if (startsWith(&head[512], "EFI PART")) {
        for (std::size_t at = 1024; at + 128 <= head.size(); at += 128) {
            const auto start = littleEndian<std::uint64_t>(&head[at + 32]);
            if (start != 0 && start < (std::uint64_t{1} << 54) && encryptedAt(fd, start * sector)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

std::string extensionOf(std::string_view fileName)
{
    const auto slash = fileName.rfind('/');
    if (slash != std::string_view::npos) {
        fileName.remove_prefix(slash + 1);
    }
    const auto dot = fileName.rfind('.');
    if (dot == std::string_view::npos || dot == 0) {
        return {};
    }
    std::string out(fileName.substr(dot + 1));
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

bool isImageExtension(std::string_view extension)
{
    constexpr std::array<std::string_view, 7> known{"raw", "img", "qcow2", "vmdk", "vdi", "vhdx", "vhd"};
    return std::find(known.begin(), known.end(), extension) != known.end();
}

bool readFully(int fd, void* into, std::size_t size, std::uint64_t offset)
{
    auto* at = static_cast<char*>(into);
    while (size > 0) {
        const auto got = ::pread(fd, at, size, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            errno = got == 0 ? 0 : errno;
            return false;
        }
        at += got;
        offset += static_cast<std::uint64_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

Result<ImageHeader> readImageHeader(int fd, std::uint64_t fileSize, const std::string& path)
{
    if (fileSize == 0) {
        return failure("DiskTruncated", "The disk image is empty.", path,
                       "Copy the image again from where it came from.");
    }
    Head head{};
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(head.size(), fileSize));
    if (!readFully(fd, head.data(), size, 0)) {
        return failure("DiskUnreadable",
                       std::string("The disk image can't be read: ") + std::strerror(errno == 0 ? EIO : errno) + ".",
                       path, "Check the file's permissions and the disk that it lies on.");
    }
    const auto extension = extensionOf(path);
    if (extension != "raw") {
        if (startsWith(head.data(), "QFI\xfb")) {
            return readQcow2(fd, head, fileSize, path);
        }
        if (startsWith(head.data(), "KDMV")) {
            return readVmdk(head, path);
        }
        if (startsWith(head.data(), "# Disk DescriptorFile")) {
            return readVmdkDescriptor(fd);
        }
        if (littleEndian<std::uint32_t>(&head[0x40]) == 0xbeda107fU) {
            return readVdi(head, fileSize, path);
        }
        if (startsWith(head.data(), "vhdxfile")) {
            return readVhdx(fd, path);
        }
        std::array<unsigned char, 512> footer{};
        const bool hasFooter = fileSize >= footer.size() && readFully(fd, footer.data(), footer.size(), fileSize - 512)
            && startsWith(footer.data(), "conectix");
        if (startsWith(head.data(), "conectix")) {
            if (!hasFooter) {
                return truncated(path, "the footer of the VHD image is missing");
            }
            return readVhd(head.data());
        }
        if (hasFooter) {
            return readVhd(footer.data());
        }
        if (extension != "img" && isImageExtension(extension)
            && !(extension == "vmdk" && path.ends_with("-flat.vmdk"))) {
            return unknownFormat(path,
                                 "it is named ." + extension + " but does not begin (or end) as such an image does");
        }
    }
    ImageHeader out;
    out.capacity = fileSize;
    out.part = path.ends_with("-flat.vmdk");
    out.guestEncrypted = isGuestEncrypted(fd, head);
    return out;
}

} // namespace valv::hypervisor

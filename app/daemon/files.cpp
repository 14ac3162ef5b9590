// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace valv::daemon {
namespace {

constexpr std::size_t largest = 1024 * 1024;

std::string systemWords(int number)
{
    return std::error_code(number, std::generic_category()).message();
}

tl::unexpected<Error> unwritable(const std::string& path, int number)
{
    return failure("FileUnwritable", systemWords(number), path);
}

class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    { }
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }

private:
    int m_fd;
};

Result<void> writeNew(const std::string& path, const std::string& content, unsigned mode)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (file.get() < 0) {
        return unwritable(path, errno);
    }
    std::size_t done = 0;
    while (done < content.size()) {
        const auto written = ::write(file.get(), content.data() + done, content.size() - done);
        if (written < 0 && errno != EINTR) {
            return unwritable(path, errno);
        }
        done += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
    if (::fchmod(file.get(), mode) != 0 || ::fsync(file.get()) != 0) {
        return unwritable(path, errno);
    }
    return {};
}

} // namespace

Result<std::string> readSmallFile(const std::string& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) {
        return failure("FileUnreadable", systemWords(errno), path);
    }
    std::string content;
    std::array<char, 4096> buffer{};
    while (true) {
        const auto got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return failure("FileUnreadable", systemWords(errno), path);
        }
        if (got == 0) {
            return content;
        }
        content.append(buffer.data(), static_cast<std::size_t>(got));
        if (content.size() > largest) {
            return failure("FileUnreadable", "The file is too large.", path);
        }
    }
}

Result<void> makePrivateFolder(const std::string& path)
{
    std::error_code problem;
    std::filesystem::create_directories(path, problem);
    if (problem || ::chmod(path.c_str(), 0700) != 0) {
        return unwritable(path, problem ? problem.value() : errno);
    }
    return {};
}

Result<void> replaceFile(const std::string& path, const std::string& content, unsigned mode)
{
    const auto beside = path + ".new";
    ::unlink(beside.c_str());
    if (auto written = writeNew(beside, content, mode); !written) {
        return written;
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) {
        return unwritable(path, errno);
    }
    return {};
}

Result<void> createPrivateFile(const std::string& path, const std::string& content)
{
    const auto folder = std::filesystem::path(path).parent_path();
    std::error_code ignored;
    if (!folder.empty()) {
        std::filesystem::create_directories(folder, ignored);
    }
    return writeNew(path, content, 0600);
}

bool isReadableByOthers(const std::string& path)
{
    struct stat facts
    { };
    return ::stat(path.c_str(), &facts) == 0 && (facts.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

} // namespace valv::daemon

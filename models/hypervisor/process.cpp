// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/process.h"

#include "hypervisor/fd.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace valv::hypervisor {

namespace {

std::string searchPath()
{
    const char* path = std::getenv("PATH");
    return std::string(path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin") + ":/usr/local/sbin:/usr/sbin:/sbin";
}

} // namespace

std::vector<char*> pointers(std::vector<std::string>& strings)
{
    std::vector<char*> out;
    out.reserve(strings.size() + 1);
    for (auto& string : strings) {
        out.push_back(string.data());
    }
    out.push_back(nullptr);
    return out;
}

std::string findProgram(const std::string& name)
{
    const auto path = searchPath();
    for (std::size_t at = 0; at <= path.size();) {
        auto end = path.find(':', at);
        end = end == std::string::npos ? path.size() : end;
        auto candidate = path.substr(at, end - at) + "/" + name;
        if (end > at && ::access(candidate.c_str(), X_OK) == 0) {
            return candidate;
        }
        at = end + 1;
    }
    return {};
}

Result<std::string> runTool(const std::string& name, const std::vector<std::string>& arguments,
                            const std::vector<std::string>& environment, const std::string& package)
{
    const auto program = findProgram(name);
    if (program.empty()) {
        return failure("ToolMissing", "The program " + name + " is not installed.", name,
                       "Install the package " + package + ".");
    }
    std::vector<std::string> words{name};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables = environment;
    variables.push_back("PATH=" + searchPath());
    auto argv = pointers(words);
    auto envp = pointers(variables);

    const UniqueFd errors(::memfd_create("valv-tool-errors", MFD_CLOEXEC));
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, errors.get(), 2);
    pid_t pid = -1;
    const int spawned = ::posix_spawn(&pid, program.c_str(), &actions, nullptr, argv.data(), envp.data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (spawned != 0) {
        return failure("ToolFailed", "The program " + name + " could not be started: " + std::strerror(spawned) + ".",
                       name);
    }
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR) {
            return failure("ToolFailed", "The program " + name + " was lost: " + std::strerror(errno) + ".", name);
        }
    }
    std::string text(2000, '\0');
    const auto got = ::pread(errors.get(), text.data(), text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        return text;
    }
    return failure("ToolFailed", "The program " + name + " failed: " + text, name);
}

} // namespace valv::hypervisor

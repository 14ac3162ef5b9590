// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/nbdserver.h"

#include "hypervisor/process.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <future>

extern char** environ;

namespace valv::hypervisor {

namespace {

std::string systemText(int error)
{
    return std::strerror(error);
}

//! A listening socket and the connections to it; its name is gone when this returns.
Result<std::pair<UniqueFd, std::vector<UniqueFd>>> makeSockets(const std::string& path, int connections)
{
    const auto fail = [&path](const char* what) {
        return failure("DiskUnreadable",
                       std::string("The disk image can't be read: no ") + what + " could be made (" + systemText(errno)
                           + ").",
                       path);
    };
    const char* runtime = std::getenv("XDG_RUNTIME_DIR");
    std::string folder;
    for (const std::string& base : {std::string(runtime != nullptr ? runtime : ""), std::string("/tmp")}) {
        sockaddr_un probe{};
        if (base.empty() || base.size() + 24 > sizeof(probe.sun_path)) {
            continue;
        }
        folder = base + "/valv-nbd-XXXXXX";
        if (::mkdtemp(folder.data()) != nullptr) { // mode 0700
            break;
        }
        folder.clear();
    }
    if (folder.empty()) {
        return fail("private folder");
    }
    const std::string name = folder + "/s";
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, name.c_str(), sizeof(address.sun_path) - 1);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);

    std::vector<UniqueFd> clients;
    UniqueFd listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    bool good =
        listener && ::bind(listener.get(), generic, sizeof(address)) == 0 && ::listen(listener.get(), connections) == 0;
    for (int i = 0; good && i < connections; ++i) {
        clients.emplace_back(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        good = clients.back() && ::connect(clients.back().get(), generic, sizeof(address)) == 0;
    }
    const int error = errno;
    ::unlink(name.c_str());
    ::rmdir(folder.c_str());
    if (!good) {
        errno = error;
        return fail("socket");
    }
    return std::pair(std::move(listener), std::move(clients));
}

//! All that the child needs, made before the fork: after it only async-signal-safe calls are allowed.
struct Start
{
    std::string program;
    std::vector<std::string> arguments;
    std::vector<std::string> environment;
    std::array<char, 32> listenPid{};
    int listener = -1;
    int errors = -1;
    pid_t parent = -1;
};

[[noreturn]] void becomeProgram(Start& start, char* const* arguments, char* const* environment)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != start.parent) {
        ::_exit(127); // the parent was gone before the line above
    }
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    auto* at = start.listenPid.data() + std::strlen("LISTEN_PID=");
    *std::to_chars(at, start.listenPid.data() + start.listenPid.size() - 1, ::getpid()).ptr = '\0';
    // Move ours out of the way first: they may be any of 0 to 3.
    const int listener = ::fcntl(start.listener, F_DUPFD, 10);
    const int errors = ::fcntl(start.errors, F_DUPFD, 10);
    const int null = ::open("/dev/null", O_RDWR);
    ::dup2(null, 0);
    ::dup2(null, 1);
    ::dup2(errors, 2);
    ::dup2(listener, 3);
    ::close_range(4, ~0U, 0);
    ::execve(start.program.c_str(), arguments, environment);
    ::_exit(127);
}

} // namespace

Result<std::unique_ptr<NbdServer>> NbdServer::start(const std::string& path, const std::string& format, int connections)
{
    Start start;
    start.program = findProgram("qemu-nbd");
    if (start.program.empty()) {
        return failure("ToolMissing", "The program qemu-nbd, which reads this disk format, is not installed.",
                       "qemu-nbd", "Install the package qemu-utils.");
    }
    auto sockets = makeSockets(path, connections);
    if (!sockets) {
        return tl::unexpected(sockets.error());
    }
    auto listener = std::make_shared<UniqueFd>(std::move(sockets->first));
    std::unique_ptr<NbdServer> server(new NbdServer);
    server->m_connections = std::move(sockets->second);
    server->m_errors = UniqueFd(::memfd_create("valv-nbd-errors", MFD_CLOEXEC));

    // Not --persistent: it also ends with its last connection. The name is given as an option, since a path with a
    // colon or "json:" in front would be taken for a protocol.
    std::string escaped;
    for (const char c : path) {
        escaped += c == ',' ? ",," : std::string(1, c);
    }
    start.arguments = {"qemu-nbd", "--read-only", "--shared=" + std::to_string(connections), "--image-opts",
                       "driver=" + format + ",file.driver=file,file.filename=" + escaped};
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text(*entry);
        if (!text.starts_with("LISTEN_") && !text.starts_with("MALLOC_") && !text.starts_with("LC_ALL=")) {
            start.environment.emplace_back(text);
        }
    }
    // Buffers of requests would be mapped and unmapped each time otherwise, which costs more than reading.
    for (const char* entry :
         {"MALLOC_MMAP_THRESHOLD_=1073741824", "MALLOC_TRIM_THRESHOLD_=2147483648", "LC_ALL=C.UTF-8", "LISTEN_FDS=1"}) {
        start.environment.emplace_back(entry);
    }
    std::strcpy(start.listenPid.data(), "LISTEN_PID=");
    start.listener = listener->get();
    start.errors = server->m_errors.get();
    start.parent = ::getpid();

    std::promise<int> started;
    auto pid = started.get_future();
    auto* self = server.get();
    server->m_keeper = std::thread([self, listener, start = std::move(start), started = std::move(started)]() mutable {
        auto arguments = pointers(start.arguments);
        auto environment = pointers(start.environment);
        environment.insert(environment.end() - 1, start.listenPid.data());
        const pid_t child = ::fork();
        if (child == 0) {
            becomeProgram(start, arguments.data(), environment.data());
        }
        // From now on the socket is the child's alone: when it ends, what waits on it gets a reset, not a hang.
        listener->reset();
        {
            const std::lock_guard lock(self->m_mutex);
            self->m_pid = child;
        }
        started.set_value(child);
        if (child < 0) {
            return;
        }
        siginfo_t info{};
        while (::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) { }
        // Reaped under the lock, so that stop() never signals a number that has become somebody else's.
        const std::lock_guard lock(self->m_mutex);
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) { }
        self->m_pid = -1;
    });
    if (pid.get() < 0) {
        return failure("DiskUnreadable", "The disk image can't be read: no process could be started.", path);
    }
    return server;
}

NbdServer::~NbdServer()
{
    stop();
}

void NbdServer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL); // it only reads: nothing to save
        }
    }
    if (m_keeper.joinable()) {
        m_keeper.join();
    }
}

int NbdServer::pid() const
{
    const std::lock_guard lock(m_mutex);
    return m_pid;
}

std::string NbdServer::complaint() const
{
    std::string out(4096, '\0');
    const auto got = ::pread(m_errors.get(), out.data(), out.size(), 0);
    out.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) {
        out.pop_back();
    }
    return out;
}

} // namespace valv::hypervisor

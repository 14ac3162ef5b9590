// SPDX-License-Identifier: GPL-3.0-or-later
#include "stopsignal.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace valv::daemon {
namespace {

// A signal handler reaches nothing but what has static storage.
volatile std::sig_atomic_t writeEnd = -1;

void onSignal(int)
{
    const int before = errno;
    const char byte = 1;
    if (writeEnd >= 0) {
        [[maybe_unused]] const auto written = ::write(static_cast<int>(writeEnd), &byte, 1);
    }
    errno = before;
}

} // namespace

class StopSignal::Private
{
public:
    std::array<int, 2> pipe{-1, -1};
    struct sigaction term
    { };
    struct sigaction interrupt
    { };
    struct sigaction brokenPipe
    { };
};

StopSignal::StopSignal()
    : d(new Private)
{
    if (::pipe2(d->pipe.data(), O_CLOEXEC | O_NONBLOCK) == 0) {
        writeEnd = d->pipe[1];
    }
    struct sigaction action
    { };
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, &d->term);
    ::sigaction(SIGINT, &action, &d->interrupt);
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, &d->brokenPipe);
}

StopSignal::~StopSignal()
{
    ::sigaction(SIGTERM, &d->term, nullptr);
    ::sigaction(SIGINT, &d->interrupt, nullptr);
    ::sigaction(SIGPIPE, &d->brokenPipe, nullptr);
    writeEnd = -1;
    for (const int end : d->pipe) {
        if (end >= 0) {
            ::close(end);
        }
    }
}

void StopSignal::wait()
{
    pollfd reading{d->pipe[0], POLLIN, 0};
    while (::poll(&reading, 1, -1) <= 0) {
        // EINTR: the signal itself; its byte is there at the next look
    }
}

} // namespace valv::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "hypervisor/fd.h"

#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace valv::hypervisor {

//! \brief A qemu-nbd of our own that serves one image, read-only, to a few connections that only we have.
//!
//! The listening socket is made, connected to and unlinked before the program starts, and handed to it as systemd
//! would: nothing to wait for, no file left behind, and nobody else can connect. A keeper thread starts the program and
//! waits for its end, so there is never a zombie; and since the kernel ends a child with the *thread* that started it
//! (PR_SET_PDEATHSIG), the program dies with us even when we are killed. Any thread may own it.
class NbdServer
{
public:
    //! Errors: ToolMissing, DiskUnreadable (no socket or no process to be had); target: path.
    [[nodiscard]] static Result<std::unique_ptr<NbdServer>> start(const std::string& path, const std::string& format,
                                                                  int connections);
    ~NbdServer();
    NbdServer(const NbdServer&) = delete;
    NbdServer& operator=(const NbdServer&) = delete;

    //! The connections, not yet greeted; each is handed out once.
    [[nodiscard]] std::vector<UniqueFd> takeConnections() { return std::move(m_connections); }
    //! What the program wrote to its error output so far.
    [[nodiscard]] std::string complaint() const;
    //! Ends the program now and waits for it. More than once is fine.
    void stop();
    [[nodiscard]] int pid() const;

private:
    NbdServer() = default;
    std::vector<UniqueFd> m_connections;
    UniqueFd m_errors; //!< a file without a name that takes the program's error output
    mutable std::mutex m_mutex;
    int m_pid = -1; //!< -1: not running
    std::thread m_keeper;
};

} // namespace valv::hypervisor

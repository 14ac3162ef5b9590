// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace valv::daemon {

//! \brief SIGTERM and SIGINT as an orderly end: their handler only writes a byte to a pipe, and wait() reads it.
//! SIGPIPE is ignored. One at a time in a process; the earlier handlers come back with its end.
class StopSignal
{
public:
    StopSignal();
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;

    void wait(); //!< returns once a signal came, also when it came earlier

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace valv::daemon

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace valv {

//! \brief While one lives, its thread only waits for what others do. Whoever lends threads out, few at a time, is told
//! and can lend another one meanwhile. Any thread.
class Waiting
{
public:
    //! Called with true when the thread begins to wait, with false when it goes on.
    using Lender = std::function<void(bool waits)>;
    //! Of the calling thread, from now on; nothing: nobody.
    static void setLender(Lender lender) { ofThisThread() = std::move(lender); }

    Waiting()
    {
        if (const auto& lender = ofThisThread()) {
            lender(true);
        }
    }
    ~Waiting()
    {
        if (const auto& lender = ofThisThread()) {
            lender(false);
        }
    }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;

private:
    static Lender& ofThisThread()
    {
        thread_local Lender lender;
        return lender;
    }
};

} // namespace valv

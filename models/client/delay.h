// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace valv::client {

//! \brief The only way of waiting: retries, polls and live lists ask it. Handed in, so that tests never sleep.
class Delay
{
public:
    virtual ~Delay() = default;
    //! Calls f once on the context's thread after that time; never when the context died first, never from within.
    virtual void after(std::chrono::milliseconds time, QObject* context, std::function<void()> f) = 0;

protected:
    Delay() = default;
    Delay(const Delay&) = default;
    Delay& operator=(const Delay&) = default;
};

//! \brief Waits by the event loop.
class TimerDelay final : public Delay
{
public:
    void after(std::chrono::milliseconds time, QObject* context, std::function<void()> f) override
    {
        QTimer::singleShot(time, context, std::move(f));
    }
};

} // namespace valv::client

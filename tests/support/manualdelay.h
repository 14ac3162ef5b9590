// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/delay.h"

#include <QPointer>

#include <algorithm>
#include <vector>

namespace valv::test {

//! \brief Time that passes only when the test says so.
class ManualDelay final : public client::Delay
{
public:
    void after(std::chrono::milliseconds time, QObject* context, std::function<void()> f) override
    {
        asked.push_back(time);
        m_waits.push_back({m_now + time, m_next++, context, std::move(f)});
    }
    //! Lets that much time pass; what falls due runs in its order.
    void advance(std::chrono::milliseconds by)
    {
        const auto until = m_now + by;
        for (;;) {
            const auto due = std::min_element(m_waits.begin(), m_waits.end(), [](const Wait& a, const Wait& b) {
                return a.at != b.at ? a.at < b.at : a.number < b.number;
            });
            if (due == m_waits.end() || due->at > until) {
                break;
            }
            const Wait wait = std::move(*due);
            m_waits.erase(due);
            m_now = std::max(m_now, wait.at);
            if (wait.context) {
                wait.f();
            }
        }
        m_now = until;
    }
    [[nodiscard]] int waiting() const
    {
        return static_cast<int>(
            std::count_if(m_waits.begin(), m_waits.end(), [](const Wait& w) { return bool(w.context); }));
    }

    std::vector<std::chrono::milliseconds> asked; //!< every wait, in order

private:
    struct Wait
    {
        std::chrono::milliseconds at;
        int number;
        QPointer<QObject> context;
        std::function<void()> f;
    };
    std::chrono::milliseconds m_now{0};
    int m_next = 0;
    std::vector<Wait> m_waits;
};

} // namespace valv::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/script.h"

namespace valv::console {

void Script::addNext(Step step)
{
    m_steps.insert(m_steps.begin() + static_cast<std::ptrdiff_t>(m_insertAt), std::move(step));
    ++m_insertAt;
}

void Script::run()
{
    connect(&m_timer, &QTimer::timeout, this, &Script::poll);
    m_waiting.start();
    m_timer.start(std::chrono::milliseconds(5));
}

void Script::stop()
{
    m_over = true;
    m_timer.stop();
}

void Script::fail(const QString& reason)
{
    if (!m_over) {
        m_over = true;
        m_timer.stop();
        Q_EMIT failed(reason);
    }
}

void Script::poll()
{
    if (m_next >= m_steps.size()) {
        m_over = true;
        m_timer.stop();
        Q_EMIT finished();
        return;
    }
    if (m_steps[m_next].ready && !m_steps[m_next].ready()) {
        const auto patience = m_steps[m_next].patience;
        if (!m_over && patience.count() > 0 && m_waiting.elapsed() > patience.count()) {
            fail(QStringLiteral("The window was never ready for: ") + m_steps[m_next].what);
        }
        return;
    }
    if (m_over) {
        return; // ready() itself found a failure
    }
    const Step step = m_steps[m_next]; // a copy: act may add steps
    ++m_next;
    m_insertAt = m_next;
    if (!step.what.isEmpty()) {
        Q_EMIT stepTaken(step.what);
    }
    step.act();
    m_waiting.restart();
}

} // namespace valv::console

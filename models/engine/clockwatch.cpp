// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clockwatch.h"

#include "core/datetime.h"
#include "engine/engine.h"
#include "engine/logging.h"

#include <ctime>
#include <utility>

namespace valv::engine {

namespace {

constexpr auto gainAllowed = std::chrono::hours(24); //!< of the clock over the time that the computer has run
constexpr auto offAllowed = std::chrono::hours(24 * 30); //!< nobody can tell how long the computer was off
constexpr auto doubtLasts = std::chrono::hours(24);
constexpr auto rememberEvery = std::chrono::hours(1);
const QString clockKey = QStringLiteral("clock_seen");

} // namespace

std::chrono::milliseconds uptimeOfComputer()
{
    timespec up{};
    ::clock_gettime(CLOCK_BOOTTIME, &up);
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(up.tv_sec)
                                                                 + std::chrono::nanoseconds(up.tv_nsec));
}

ClockWatch::ClockWatch(Catalogue& catalogue, std::shared_ptr<Clock> clock, Uptime uptime)
    : m_catalogue(catalogue)
    , m_clock(std::move(clock))
    , m_uptime(std::move(uptime))
{
    if (!m_uptime) {
        return;
    }
    m_base = m_clock->now();
    m_baseUp = m_uptime();
    const auto known = m_catalogue.value(QStringLiteral("SELECT value FROM meta WHERE key=?"), {clockKey});
    const auto seen = known && *known ? fromIso((*known)->toString()) : std::nullopt;
    if (seen && m_base > toInstant(*seen) + offAllowed) {
        m_base = toInstant(*seen) + offAllowed - gainAllowed;
    }
}

std::optional<Instant> ClockWatch::doubted()
{
    if (!m_uptime) {
        return std::nullopt;
    }
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock->now();
    const auto up = m_uptime();
    const auto expected = m_base + (up - m_baseUp);
    const bool over = m_doubtedSince && up - *m_doubtedSince >= doubtLasts;
    if (now > expected + gainAllowed && !over) {
        if (!m_doubtedSince) {
            m_doubtedSince = up;
            qCWarning(lcEngine) << "The computer's clock has been set forward to" << toIso(toDateTime(now))
                                << "- nothing is removed because of its age for a day.";
        }
        return expected;
    }
    m_doubtedSince.reset();
    if (over || now < expected - gainAllowed) { // believed after all; or set back: from there on
        m_base = now;
        m_baseUp = up;
    }
    remember(now, up);
    return std::nullopt;
}

void ClockWatch::remember(Instant now, std::chrono::milliseconds up)
{
    if (m_remembered && up - *m_remembered < rememberEvery) {
        return;
    }
    m_remembered = up;
    (void)m_catalogue.write(QStringLiteral("INSERT INTO meta(key, value) VALUES(?,?)"
                                           " ON CONFLICT(key) DO UPDATE SET value=excluded.value"),
                            {clockKey, toIso(toDateTime(now))});
}

} // namespace valv::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/finishedoperations.h"

namespace valv::service {
namespace {

constexpr auto kept = std::chrono::hours(24);
constexpr qsizetype most = 10'000;

} // namespace

void FinishedOperations::add(const QString& id, Instant at)
{
    const std::lock_guard lock(m_mutex);
    m_done.removeIf([at](const QHash<QString, Instant>::iterator& i) { return i.value() + kept < at; });
    if (m_done.size() >= most) {
        m_done.clear();
    }
    m_done.insert(id.toLower(), at);
}

bool FinishedOperations::contains(const QString& id, Instant now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_done.constFind(id.toLower());
    return found != m_done.constEnd() && found.value() + kept >= now;
}

} // namespace valv::service

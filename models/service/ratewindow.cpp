// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ratewindow.h"

#include <algorithm>

namespace valv::service {
namespace {

struct Kind
{
    const char* header;
    int start;
};

constexpr std::array kinds{
    Kind{"x-ms-ratelimit-remaining-subscription-reads", 12'000},
    Kind{"x-ms-ratelimit-remaining-subscription-writes", 1'200},
    Kind{"x-ms-ratelimit-remaining-subscription-deletes", 15'000},
};

std::size_t kindOf(contract::Method method)
{
    switch (method) {
    case contract::Method::Get:
    case contract::Method::Head:
        return 0;
    case contract::Method::Delete:
        return 2;
    default:
        return 1;
    }
}

} // namespace

std::pair<QByteArray, int> RateWindow::count(contract::Method method, Instant now)
{
    const auto kind = kindOf(method);
    const auto hour = std::chrono::floor<std::chrono::hours>(now).time_since_epoch();
    const std::lock_guard lock(m_mutex);
    if (hour != m_hour) {
        m_hour = hour;
        m_used = {};
    }
    const int used = m_used.at(kind) = std::min(m_used.at(kind) + 1, kinds.at(kind).start - 1);
    return {kinds.at(kind).header, kinds.at(kind).start - used};
}

} // namespace valv::service

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/http.h"
#include "core/clock.h"

#include <array>
#include <mutex>
#include <utility>

namespace valv::service {

//! \brief Counts requests in an hour and says how many would be left in Azure. Nothing is ever refused: the figure
//! never falls below 1. Any thread. Source: contract.md 1.5.
class RateWindow
{
public:
    //! The header's name and what is left after this request.
    [[nodiscard]] std::pair<QByteArray, int> count(contract::Method method, Instant now);

private:
    std::mutex m_mutex;
    std::chrono::hours m_hour{};
    std::array<int, 3> m_used{};
};

} // namespace valv::service

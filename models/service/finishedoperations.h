// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace valv::service {

//! \brief Remembers operations that were done at once but whose contract hands out a place to ask (deletion of a
//! resource group). Kept 24 hours, at most 10,000. Any thread.
class FinishedOperations
{
public:
    void add(const QString& id, Instant at);
    [[nodiscard]] bool contains(const QString& id, Instant now) const;

private:
    mutable std::mutex m_mutex;
    QHash<QString, Instant> m_done; // by id in lower case
};

} // namespace valv::service

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QString>
#include <QTimeZone>

#include <mutex>
#include <string>

namespace valv::engine {
class Engine;
}

namespace valv::service {

//! \brief Gives the demo estate its past, for real: vaults, policies, backups of several weeks, a failed one and a
//! stopped one, all through the engine's own calls while the clock goes through the autumn of 2018 up to demoNow(). The
//! engine must stand on this clock, the estate's source and an id generator of fixed sequence; then the same recovery
//! points, jobs and names come out each time. Blocks for seconds. Does nothing where its vaults are already there.
[[nodiscard]] Result<void> makeDemoHistory(engine::Engine& engine, ManualClock& clock, const std::string& estateFolder,
                                           std::mutex* start = nullptr);

//! \brief Everything before the first start on a data folder: the estate, and its past. Nothing where that was done;
//! what was cut off half-way is made anew. Errors: DemoFolderInUse (the folder holds something else), and those of
//! estate and engine.
[[nodiscard]] Result<void> prepareDemo(const QString& dataFolder);

//! Where the estate is within the data folder, and what its subscription is called.
[[nodiscard]] std::string demoEstateFolder(const QString& dataFolder);
[[nodiscard]] QString demoSubscriptionName();
//! The demo is in Stockholm, wherever it is shown.
[[nodiscard]] QTimeZone demoTimeZone();

} // namespace valv::service

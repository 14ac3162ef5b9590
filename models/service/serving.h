// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace valv::service {

//! \brief Where a service that has a data folder can be reached from the same computer, so that a console that finds
//! the folder taken connects to it. A file serving.json in the data folder, for its owner only; it holds no secret,
//! only where the token is.
struct Serving
{
    QString url; //!< https://…
    QString tokenFile; //!< absolute
    QString certificateFile; //!< absolute
    friend bool operator==(const Serving&, const Serving&) = default;
};

[[nodiscard]] Result<> writeServing(const QString& dataFolder, const Serving& serving);
void removeServing(const QString& dataFolder);
//! Nothing: nobody said so, or it can't be read. A service that was killed leaves it behind: whether it is true shows
//! only when it is tried.
[[nodiscard]] std::optional<Serving> readServing(const QString& dataFolder);

} // namespace valv::service

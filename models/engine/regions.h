// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/resources.h"

#include <QList>

namespace valv::engine {

//! \brief The regions that a vault may be in: the public list of Azure's recommended ones. Sorted by display name.
[[nodiscard]] QList<contract::Location> knownRegions(const QString& subscriptionId);
//! A region that is not in the list, e.g. one that a VM's facts name.
[[nodiscard]] contract::Location regionOf(const QString& subscriptionId, const QString& name);

} // namespace valv::engine

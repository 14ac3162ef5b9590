// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

#include <QList>

class QAction;

namespace valv::console {

//! Every page of the console, one line each.
[[nodiscard]] views::PageFactories pageFactories();
//! What can be done with a machine, for the command palette; the actions belong to the parent.
[[nodiscard]] QList<QAction*> resourceCommands(const views::Context& context, const ArmId& id, QObject* parent);
//! Where a notification about this leads; an empty page: nowhere.
[[nodiscard]] views::Route routeOf(const ArmId& id);

} // namespace valv::console

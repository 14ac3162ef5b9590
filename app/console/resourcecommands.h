// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

#include <QList>

class QAction;

namespace valv::console {

//! What can be done with a machine, an item, a vault, a policy or a job, for the command palette; the actions belong to
//! the parent. What is not allowed is disabled, with the reason.
[[nodiscard]] QList<QAction*> resourceCommands(const views::Context& context, const ArmId& id, QObject* parent);

} // namespace valv::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/azcopy.h"
#include "core/armid.h"

#include <QList>

namespace valv::presentation {
struct EnableRequest;
} // namespace valv::presentation

namespace valv::views {

//! \brief Enabling backup for these machines as commands of Azure's command line, one a line: a vault and a policy that
//! are to be made come first. Of the request only vault and policy count; what is not chosen in it is asked for.
//! \param startNow the first backup of each is started as well
[[nodiscard]] AzLine enableAz(const presentation::EnableRequest& request, const QList<ArmId>& machines,
                              bool startNow = false);

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace valv::service {

Q_DECLARE_LOGGING_CATEGORY(lcService)

} // namespace valv::service

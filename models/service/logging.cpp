// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/logging.h"

namespace valv::service {

Q_LOGGING_CATEGORY(lcService, "valv.service", QtInfoMsg)

} // namespace valv::service

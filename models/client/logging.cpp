// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/logging.h"

Q_LOGGING_CATEGORY(lcClient, "valv.client", QtInfoMsg)

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

//! debug: each request; info: what was repeated; warning: answers that can't be read. Never tokens, never bodies.
Q_DECLARE_LOGGING_CATEGORY(lcClient)

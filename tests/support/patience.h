// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace valv::test {

//! How long a real engine may take on a slow, busy machine, in milliseconds.
constexpr int patience = 120'000;

} // namespace valv::test

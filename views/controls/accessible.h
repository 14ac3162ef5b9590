// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace valv::views {

//! \brief Tells Qt's accessibility how to speak of the controls that paint themselves. Idempotent; controls that need
//! it call it in their constructor. GUI thread.
void installAccessibility();

} // namespace valv::views

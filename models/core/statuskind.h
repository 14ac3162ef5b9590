// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace valv {

//! \brief The status vocabulary of the design, from the words of a state to the icon that is painted: what stands
//! beside a text, which alone carries the meaning. Icon and colour follow from the kind (views/controls/statustext.h).
enum class StatusKind
{
    None, //!< no state to show
    Ok, //!< filled check circle
    Protected, //!< shield with check
    Warning, //!< filled triangle
    Failed, //!< filled circle with !
    Running, //!< sync arrows, bar, percent
    Pending, //!< clock
    NotProtected, //!< shield with ×
    Stopped, //!< minus circle
    Off, //!< empty circle
    Info, //!< filled circle with i
};

} // namespace valv

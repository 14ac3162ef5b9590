// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QVBoxLayout;
class QWidget;

namespace valv::views {

//! \brief Gives a page a body that scrolls when it is higher than the window, with the margins of the design.
//! \return the layout for the page's cards; gap 16
[[nodiscard]] QVBoxLayout* scrolledBody(QWidget& page);

//! \brief The same for a page that has more beside or below its body, e.g. a fixed footer: a scroll area for the caller
//! to place, and the layout inside it.
struct ScrolledBody
{
    QWidget* area;
    QVBoxLayout* layout;
};
[[nodiscard]] ScrolledBody makeScrolledBody(QWidget* parent);

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>

namespace valv::views {

//! \brief A column whose content stays together at the top, unless something in it expands. A layout that is aligned
//! there gives wrapped text no more height than its hint; this one gives it what it needs at its width.
class TopColumn : public QVBoxLayout
{
public:
    using QVBoxLayout::QVBoxLayout;

    void setGeometry(const QRect& rect) override;
};

} // namespace valv::views

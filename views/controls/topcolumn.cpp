// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/topcolumn.h"

#include <algorithm>

namespace valv::views {

void TopColumn::setGeometry(const QRect& rect)
{
    QRect at = rect;
    if ((expandingDirections() & Qt::Vertical) == 0) {
        const int wanted = hasHeightForWidth() ? heightForWidth(rect.width()) : sizeHint().height();
        at.setHeight(std::min(rect.height(), wanted));
    }
    QVBoxLayout::setGeometry(at);
}

} // namespace valv::views

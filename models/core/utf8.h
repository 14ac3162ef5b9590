// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

namespace valv {

//! \brief A text as UTF-8 that takes no more room than it needs, for what long lists keep; toUtf8() takes room for the
//! worst case. Never null, also of no text.
[[nodiscard]] inline QByteArray exactUtf8(QStringView text)
{
    const auto roomy = text.toUtf8();
    return QByteArray(roomy.constData(), roomy.size());
}

} // namespace valv

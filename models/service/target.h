// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace valv::service {

//! \brief What a request line asks for, taken apart: decoded path segments and query options.
//! Source: contract.md 1.2 and 1.3.
struct Target
{
    QStringList segments; //!< percent-decoded after splitting; empty ones left out
    QList<std::pair<QString, QString>> options; //!< names as sent; values form-decoded (`+` is a space)

    //! The first option of that name, whatever its case; null when it was not sent.
    [[nodiscard]] QString option(QStringView name) const;
    //! The path again, percent-encoded, as it goes into nextLink and Location.
    [[nodiscard]] QString encodedPath() const;
};

//! \brief Takes a request target apart. An absolute URL loses its scheme and host; a target that starts with "//" is a
//! path. Error InvalidRequestUri: bad percent-encoding, no UTF-8, a control character or a slash within a segment, too
//! long.
[[nodiscard]] Result<Target> parseTarget(const QString& target);

//! One segment or option value as it stands in a URL; `;` stays readable as in Azure's own links.
[[nodiscard]] QString encoded(const QString& text);

} // namespace valv::service

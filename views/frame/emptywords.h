// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/liststorebase.h"

namespace valv::views {

//! What stands where a list has nothing to show: what could not be read is not known to be nothing.
struct EmptyWords
{
    QString reading;
    QString unread; //!< it failed; why is said elsewhere
    QString none;

    [[nodiscard]] const QString& of(const presentation::ListStoreBase& store) const
    {
        return store.hasLoaded() ? none : store.error() ? unread : reading;
    }
};

} // namespace valv::views

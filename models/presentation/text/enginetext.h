// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/engineinfo.h"

#include <QCoreApplication>
#include <QString>

namespace valv::presentation {

//! \brief Whether backups happen while the console is closed. Source: wishes.md W18. GUI thread.
class EngineText
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::EngineText)
public:
    //! "Scheduled backups run while Valv is open on this computer." \param engine null: it does not say; then what is
    //! usual \param remote the connection is to another program
    [[nodiscard]] static QString schedules(const contract::EngineInfo* engine, bool remote);
};

} // namespace valv::presentation

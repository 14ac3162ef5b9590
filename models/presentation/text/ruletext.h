// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protectionrule.h"

#include <QCoreApplication>
#include <QString>

namespace valv::presentation {

//! \brief A protection rule in words. GUI thread.
class RuleText
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::RuleText)
public:
    //! Which machines it takes: "name web-*, resource group rg-webb and tag env: prod".
    [[nodiscard]] static QString conditions(const contract::ProtectionRule& rule);
    //! Why it passes a machine by that it fits; empty: it would be protected.
    [[nodiscard]] static QString reason(const contract::RulePreview::Machine& machine);
};

} // namespace valv::presentation

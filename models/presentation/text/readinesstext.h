// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/readiness.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>

namespace valv::presentation {

//! \brief What a note of contract/readiness.h says: a few words for a list, the sentence that says what follows from
//! it, and what to do about it. A code that is not known is shown as it is. GUI thread.
class ReadinessText
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::ReadinessText)
public:
    [[nodiscard]] static QString words(const QString& code);
    [[nodiscard]] static QString sentence(const QString& code);
    [[nodiscard]] static QString remedy(const QString& code); //!< empty: there is nothing to do
    [[nodiscard]] static QString advice(const QString& code); //!< sentence and remedy
    //! The advice of a note about that machine; its VmProblem says what the problem is.
    [[nodiscard]] static QString whole(const contract::ReadinessNote& note, const contract::VirtualMachine& machine,
                                       const QLocale& locale);
};

} // namespace valv::presentation

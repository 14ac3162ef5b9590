// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace valv::presentation {

//! \brief What a note of contract/readiness.h says: a few words for a list, and the sentence that says what follows
//! from it. A code that is not known is shown as it is. GUI thread.
class ReadinessText
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::ReadinessText)
public:
    [[nodiscard]] static QString words(const QString& code);
    [[nodiscard]] static QString sentence(const QString& code);
};

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "presentation/text/phrase.h"

#include <QString>

#include <functional>

class QWidget;

namespace valv::views {

struct Context;

//! What is exported, in the person's language now.
struct ExportedFile
{
    QString title; //!< of the dialog
    QString name; //!< that is suggested
    QString suffix; //!< without the point
    QString filter; //!< "CSV files (*.csv)"
    presentation::Phrase done; //!< what a notification says then; %1 is the file
    presentation::Phrase failed; //!< its title when it could not be written
};

//! \brief Asks where to, and has it written there on another thread; a notification says how it went. The writer holds
//! copies of all that it writes.
void exportFile(const Context& context, QWidget* window, const ExportedFile& what,
                std::function<Result<>(const QString& file)> write);
//! For the writer: all or nothing.
[[nodiscard]] Result<> writeBytes(const QString& file, const QByteArray& bytes);

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/csvexport.h"

#include "controls/table.h"
#include "frame/exportfile.h"

#include <QCoreApplication>

namespace valv::views {

using presentation::Phrase;

void exportCsv(const Context& context, Table& table, const QString& suggestedName, bool selectedOnly)
{
    const ExportedFile what{
        QCoreApplication::translate("CsvExport", "Export to CSV"),
        suggestedName,
        QStringLiteral("csv"),
        QCoreApplication::translate("CsvExport", "CSV files (*.csv)"),
        Phrase("CsvExport", QT_TRANSLATE_NOOP("CsvExport", "The list is in %1.")),
        Phrase("CsvExport", QT_TRANSLATE_NOOP("CsvExport", "The list could not be exported")),
    };
    // As it stands now: the table may change while the person looks for a folder.
    const QByteArray bytes = "\xEF\xBB\xBF" + table.toCsv(selectedOnly).toUtf8();
    exportFile(context, &table, what, [bytes](const QString& file) { return writeBytes(file, bytes); });
}

} // namespace valv::views

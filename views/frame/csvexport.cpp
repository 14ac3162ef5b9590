// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/csvexport.h"

#include "controls/table.h"
#include "core/result.h"
#include "core/whendone.h"
#include "frame/context.h"
#include "presentation/app/notifications.h"
#include "presentation/stores/session.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>
#include <QtConcurrent>

namespace valv::views {
namespace {

Result<> write(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return failure("ExportFailed", out.errorString().toStdString(), file.toStdString());
    }
    return {};
}

} // namespace

void exportCsv(const Context& context, Table& table, const QString& suggestedName, bool selectedOnly)
{
    auto* dialog = new QFileDialog(table.window(), QCoreApplication::translate("CsvExport", "Export to CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(QCoreApplication::translate("CsvExport", "CSV files (*.csv)"));
    dialog->selectFile(suggestedName);
    // As it stands now: the table may change while the person looks for a folder.
    const QByteArray bytes = "\xEF\xBB\xBF" + table.toCsv(selectedOnly).toUtf8();
    QObject::connect(dialog, &QFileDialog::fileSelected, &context.notifications,
                     [&log = context.notifications, bytes](const QString& file) {
                         whenDone(QtConcurrent::run(write, file, bytes), &log, [&log, file](const Result<>& result) {
                             using presentation::NotificationState;
                             presentation::Notification done;
                             done.state = result ? NotificationState::Succeeded : NotificationState::Failed;
                             done.title = result
                                 ? presentation::Phrase("CsvExport", QT_TRANSLATE_NOOP("CsvExport", "Exported"))
                                 : presentation::Phrase("CsvExport", QT_TRANSLATE_NOOP("CsvExport", "The list could not be exported"));
                             done.body = result
                                 ? presentation::Phrase("CsvExport", QT_TRANSLATE_NOOP("CsvExport", "The list is in %1."), { file })
                                 : presentation::Phrase("CsvExport", QT_TRANSLATE_NOOP("CsvExport", "%1 could not be written: %2"),
                                                        { file, QString::fromStdString(result.error().message) });
                             log.add(done);
                         });
                     });
    dialog->open();
}

} // namespace valv::views

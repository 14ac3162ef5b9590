// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/exportfile.h"

#include "core/whendone.h"
#include "frame/context.h"
#include "presentation/app/notifications.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>
#include <QtConcurrent>

namespace valv::views {

using presentation::Phrase;

Result<> writeBytes(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit()) {
        return failure("ExportFailed", out.errorString().toStdString(), file.toStdString());
    }
    return {};
}

void exportFile(const Context& context, QWidget* window, const ExportedFile& what,
                std::function<Result<>(const QString& file)> write)
{
    auto* dialog = new QFileDialog(window->window(), what.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(what.suffix);
    dialog->setNameFilter(what.filter);
    dialog->selectFile(what.name);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &context.notifications,
        [&log = context.notifications, what, write = std::move(write)](const QString& file) {
            whenDone(QtConcurrent::run(write, file), &log, [&log, what, file](const Result<>& result) {
                using presentation::NotificationState;
                presentation::Notification done;
                done.state = result ? NotificationState::Succeeded : NotificationState::Failed;
                done.title = result ? Phrase("CsvExport", QT_TRANSLATE_NOOP("CsvExport", "Exported")) : what.failed;
                done.body = result ? what.done
                                   : Phrase("CsvExport", QT_TRANSLATE_NOOP("CsvExport", "%1 could not be written: %2"));
                done.body.values =
                    result ? QStringList{file} : QStringList{file, QString::fromStdString(result.error().message)};
                log.add(done);
            });
        });
    dialog->open();
}

} // namespace valv::views

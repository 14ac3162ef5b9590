// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/savetext.h"

#include "core/result.h"
#include "core/whendone.h"

#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>
#include <QtConcurrent>

namespace valv::views {

namespace {

Result<> writeForOwner(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || out.write(bytes) != bytes.size() || !out.commit()) {
        return failure("ExportFailed", out.errorString().toStdString(), file.toStdString());
    }
    return {};
}

} // namespace

void saveText(QWidget* parent, const QString& title, const QString& suggestedName, const QString& text,
              std::function<void(const QString& file, const QString& problem)> done)
{
    auto* dialog = new QFileDialog(parent->window(), title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->setNameFilter(QCoreApplication::translate("SaveText", "Text files (*.txt)"));
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [parent, bytes = text.toUtf8(), done = std::move(done)](const QString& file) {
                         whenDone(QtConcurrent::run(writeForOwner, file, bytes), parent,
                                  [file, done](const Result<>& result) {
                                      done(file, result ? QString() : QString::fromStdString(result.error().message));
                                  });
                     });
    dialog->open();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/savetext.h"

#include "core/result.h"
#include "core/whendone.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>
#include <QtConcurrent>

namespace valv::views {

namespace {

Result<> writeForOwner(const QString& file, const QByteArray& bytes)
{
    QSaveFile out(file);
    const bool opened = out.open(QIODevice::WriteOnly);
    if (opened) {
        out.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // a memory stick may know of no owners
    }
    if (!opened || out.write(bytes) != bytes.size() || !out.commit()) {
        return failure("ExportFailed", out.errorString().toStdString(), file.toStdString());
    }
    return {};
}

QString problemOf(const QString& file, const Result<>& result)
{
    return result ? QString()
                  : QCoreApplication::translate("SaveText", "%1 could not be written: %2")
                        .arg(file, QString::fromStdString(result.error().message));
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
                                  [file, done](const Result<>& result) { done(file, problemOf(file, result)); });
                     });
    dialog->open();
}

} // namespace valv::views

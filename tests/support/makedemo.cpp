// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the demo estate with its past in a folder, from which tests take their copies: makedemo FOLDER. What this very
// program has made before stays; any other is made anew.
#include "service/demohistory.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace {

QByteArray hashOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result().toHex() : QByteArray();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const auto folder = app.arguments().value(1);
    if (folder.isEmpty()) {
        qCritical("makedemo FOLDER");
        return 2;
    }
    const auto maker = hashOf(QCoreApplication::applicationFilePath());
    QFile mark(folder + QStringLiteral(".maker"));
    if (mark.open(QIODevice::ReadOnly) && mark.readAll() == maker && QDir(folder).exists()) {
        return 0;
    }
    mark.close();
    mark.remove();
    if (!QDir(folder).removeRecursively()) {
        qCritical("The old one can't be removed.");
        return 1;
    }
    if (const auto made = valv::service::prepareDemo(folder); !made) {
        qCritical("%s", made.error().message.c_str());
        return 1;
    }
    return mark.open(QIODevice::WriteOnly) && mark.write(maker) == maker.size() ? 0 : 1;
}

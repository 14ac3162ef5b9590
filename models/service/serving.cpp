// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serving.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace valv::service {
namespace {

constexpr qint64 mostBytes = 64 * 1024;

QString fileIn(const QString& dataFolder)
{
    return QDir(dataFolder).filePath(QStringLiteral("serving.json"));
}

} // namespace

Result<> writeServing(const QString& dataFolder, const Serving& serving)
{
    const QJsonObject json{{QStringLiteral("url"), serving.url},
                           {QStringLiteral("tokenFile"), serving.tokenFile},
                           {QStringLiteral("certificateFile"), serving.certificateFile}};
    QSaveFile file(fileIn(dataFolder));
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(QJsonDocument(json).toJson()) > 0 && file.commit();
    if (!written) {
        return failure("DataFolderUnwritable",
                       "The file " + file.fileName().toStdString()
                           + " could not be written: " + file.errorString().toStdString() + ".",
                       file.fileName().toStdString());
    }
    return {};
}

void removeServing(const QString& dataFolder)
{
    QFile::remove(fileIn(dataFolder));
}

std::optional<Serving> readServing(const QString& dataFolder)
{
    QFile file(fileIn(dataFolder));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    const auto json = QJsonDocument::fromJson(file.read(mostBytes)).object();
    const Serving serving{json.value(QLatin1String("url")).toString(),
                          json.value(QLatin1String("tokenFile")).toString(),
                          json.value(QLatin1String("certificateFile")).toString()};
    return serving.url.startsWith(QLatin1String("https://")) ? std::optional(serving) : std::nullopt;
}

} // namespace valv::service

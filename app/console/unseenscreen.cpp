// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/unseenscreen.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace valv::console {

UnseenScreen::UnseenScreen(QSize size)
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (size.isEmpty() || (!platform.isEmpty() && platform != "offscreen")) {
        return;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    bool scaled = false;
    const double factor = qEnvironmentVariable("QT_SCALE_FACTOR").toDouble(&scaled);
    const QSize pixels = scaled && factor > 0 ? size * factor : size;
    constexpr int usualDpi = 96;
    const QJsonObject screen{{QStringLiteral("name"), QStringLiteral("unseen")},
                             {QStringLiteral("x"), 0},
                             {QStringLiteral("y"), 0},
                             {QStringLiteral("width"), pixels.width()},
                             {QStringLiteral("height"), pixels.height()},
                             {QStringLiteral("logicalDpi"), usualDpi},
                             {QStringLiteral("logicalBaseDpi"), usualDpi},
                             {QStringLiteral("dpr"), 1}};
    const QJsonObject config{{QStringLiteral("screens"), QJsonArray{screen}}};
    if (m_file.open() && m_file.write(QJsonDocument(config).toJson()) > 0 && m_file.flush()) {
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + m_file.fileName().toLocal8Bit());
    }
}

} // namespace valv::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/access.h"

#include <QUrl>

namespace valv::contract {

namespace {

//! "Microsoft.RecoveryServices/vaults/backupPolicies"; empty for what no provider has.
QString typeOf(const ArmId& resource)
{
    const auto segments = resource.text().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    QStringList type;
    for (qsizetype i = 0; i + 1 < segments.size(); i += 2) {
        if (segments.at(i).compare(QLatin1String("providers"), Qt::CaseInsensitive) == 0) {
            type = QStringList{segments.at(i + 1)}; // the last one's: a lock of a vault is a lock
        } else if (!type.isEmpty()) {
            type.append(segments.at(i));
        }
    }
    return type.size() > 1 ? type.join(QLatin1Char('/')) : QString();
}

} // namespace

std::optional<AccessAction> accessAction(Method method, const QString& target)
{
    QString path = QUrl(target).path();
    QString deed;
    switch (method) {
    case Method::Put:
    case Method::Patch:
        deed = QStringLiteral("write");
        break;
    case Method::Delete:
        deed = QStringLiteral("delete");
        break;
    case Method::Post: {
        const auto slash = path.lastIndexOf(QLatin1Char('/'));
        deed = path.mid(slash + 1) + QStringLiteral("/action");
        path.truncate(slash);
        break;
    }
    case Method::Get:
    case Method::Head:
        return std::nullopt;
    }
    const auto resource = ArmId::parse(path);
    const auto type = resource ? typeOf(*resource) : QString();
    if (type.isEmpty()) {
        return std::nullopt;
    }
    return AccessAction{(type + QLatin1Char('/') + deed).toLower(), *resource};
}

} // namespace valv::contract

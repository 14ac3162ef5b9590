// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "contract/backupjob.h"
#include "contract/backuppolicy.h"
#include "contract/engineinfo.h"
#include "contract/managementlock.h"
#include "contract/operation.h"
#include "contract/page.h"
#include "contract/previews.h"
#include "contract/protecteditem.h"
#include "contract/protectionrule.h"
#include "contract/recoverypoint.h"
#include "contract/requests.h"
#include "contract/resources.h"
#include "contract/vault.h"
#include "contract/vaultfacts.h"
#include "contract/virtualmachine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

#include <functional>

//! What the tests of the codecs share.
namespace jsontools {

using namespace valv::contract;

inline QJsonObject object(const char* text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray(text), &error);
    Q_ASSERT_X(document.isObject(), text, qPrintable(error.errorString()));
    return document.object();
}

inline QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! The path of the first member of a that b lacks or has otherwise; empty: b holds all of a. Ids are compared without
//! case, and absent equals null.
inline QString missing(const QJsonValue& a, const QJsonValue& b, const QString& path = QString())
{
    if (a.isNull() && (b.isNull() || b.isUndefined())) {
        return {};
    }
    if (a.isObject()) {
        const auto members = a.toObject();
        for (auto it = members.begin(); it != members.end(); ++it) {
            const auto found = missing(it.value(), b.toObject().value(it.key()), path + QLatin1Char('/') + it.key());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return b.isObject() ? QString() : path;
    }
    if (a.isArray()) {
        const auto one = a.toArray();
        const auto other = b.toArray();
        if (one.size() != other.size()) {
            return path + QStringLiteral("[]");
        }
        for (qsizetype i = 0; i < one.size(); ++i) {
            const auto found = missing(one.at(i), other.at(i), QStringLiteral("%1[%2]").arg(path).arg(i));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return {};
    }
    if (a.isString() && a.toString().startsWith(QLatin1Char('/'))) {
        return a.toString().compare(b.toString(), Qt::CaseInsensitive) == 0 ? QString() : path;
    }
    return a == b ? QString() : path;
}

using Trip = std::function<valv::Result<QJsonObject>(const QJsonObject&)>;

//! JSON to value and back.
template <typename T>
Trip trip()
{
    return [](const QJsonObject& json) { return T::fromJson(json).map([](const T& value) { return value.toJson(); }); };
}

} // namespace jsontools

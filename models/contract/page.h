// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <utility>

namespace valv::contract {

//! {"value":[…],"nextLink":"…"}. Source: contract.md 5.
struct Page
{
    QJsonArray value;
    QString nextLink;
    [[nodiscard]] static Result<Page> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! \brief A $filter of "name eq 'value' and …": names in lower case → value. Error BMSUserErrorInvalidInput for other
//! operators.
[[nodiscard]] Result<QHash<QString, QString>> parseFilter(const QString& filter);
//! Times as they stand in filters: 12-hour with AM/PM, 24-hour, MM/dd/yyyy, ISO 8601; UTC.
[[nodiscard]] std::optional<QDateTime> parseFilterTime(const QString& text);
//! A whole JSON object, or Error InvalidRequestContent.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray& body);

} // namespace valv::contract

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/operation.h"

#include "contract/json_p.h"

#include <QJsonDocument>

namespace valv::contract {
namespace {

QString qt(const std::string& text)
{
    return QString::fromStdString(text);
}

QJsonObject inner(const Error& error)
{
    Writer writer;
    writer.always(QLatin1String("code"), qt(error.code)).always(QLatin1String("message"), qt(error.message));
    const bool provider = error.code.starts_with("BMS") || error.code.starts_with("UserError")
        || error.code.starts_with("ServiceResource") || error.code.starts_with("Cloud");
    if (provider) {
        writer.otherwise(QLatin1String("target"), QJsonValue::Null)
            .otherwise(QLatin1String("details"), QJsonValue::Null)
            .otherwise(QLatin1String("innerError"), QJsonValue::Null);
    }
    if (!error.target.empty()) {
        writer.always(QLatin1String("target"), qt(error.target));
    }
    QJsonArray details;
    for (const auto& detail : error.details) {
        Writer one;
        one.always(QLatin1String("code"), qt(detail.code))
            .always(QLatin1String("message"), qt(detail.message))
            .text(QLatin1String("target"), qt(detail.target))
            .text(QLatin1String("recommendedAction"), qt(detail.action));
        details.append(one.done());
    }
    if (!details.isEmpty()) {
        writer.array(QLatin1String("details"), details);
    }
    writer.text(QLatin1String("recommendedAction"), qt(error.action));
    return writer.done();
}

//! Azure spells the members in several ways; whatever is not there stays empty. Never fails.
Error errorFromObject(const QJsonObject& object, int depth = 0)
{
    const auto text = [&object](QLatin1String small, QLatin1String big) {
        const auto value = object.contains(small) ? object.value(small) : object.value(big);
        return (value.isDouble() ? value.toVariant().toString() : value.toString()).toStdString();
    };
    Error error;
    error.code = text(QLatin1String("code"), QLatin1String("Code"));
    error.message = text(QLatin1String("message"), QLatin1String("Message"));
    error.target = text(QLatin1String("target"), QLatin1String("Target"));
    error.action = text(QLatin1String("recommendedAction"), QLatin1String("recommendation"));
    constexpr int deepest = 4;
    if (depth < deepest) {
        const auto details = object.value(QLatin1String("details")).toArray();
        for (const auto& detail : details) {
            if (detail.isObject()) {
                error.details.push_back(errorFromObject(detail.toObject(), depth + 1));
            }
        }
    }
    return error;
}

const char* codeOfStatus(int status)
{
    switch (status) {
    case 0:
        return "NetworkOffline";
    case 400:
        return "BadRequest";
    case 401:
        return "AuthenticationFailed";
    case 403:
        return "AuthorizationFailed";
    case 404:
        return "ResourceNotFound";
    case 405:
        return "MethodNotAllowed";
    case 409:
        return "Conflict";
    case 412:
        return "PreconditionFailed";
    case 429:
        return "ResourceRequestsThrottled";
    case 503:
        return "ServiceUnavailable";
    default:
        return status >= 500 ? "InternalServerError" : "UnexpectedAnswer";
    }
}

} // namespace

Result<OperationStatus> OperationStatus::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    OperationStatus status;
    status.id = reader.text(QLatin1String("id"));
    status.name = reader.text(QLatin1String("name"));
    status.status = reader.word<OperationState>(QLatin1String("status"));
    status.startTime = reader.time(QLatin1String("startTime"));
    status.endTime = reader.time(QLatin1String("endTime"));
    status.jobId = reader.in(propertiesKey).text(QLatin1String("jobId"));
    if (reader.has(QLatin1String("error"))) {
        status.error = errorFromObject(reader.in(QLatin1String("error")).json());
    }
    status.raw = json;
    return checked(reader, status);
}

QJsonObject OperationStatus::toJson() const
{
    constexpr QLatin1String never("0001-01-01T00:00:00");
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    if (!jobId.isEmpty()) {
        p.otherwise(QLatin1String("objectType"), QStringLiteral("OperationStatusJobExtendedInfo"));
    }
    p.text(QLatin1String("jobId"), jobId);
    writer.text(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .word(QLatin1String("status"), status)
        .timeOr(QLatin1String("startTime"), startTime, never)
        .timeOr(QLatin1String("endTime"), endTime, never)
        .object(propertiesKey, p.done());
    const bool same = error && writer.done().contains(QLatin1String("error"))
        && errorFromObject(writer.child(QLatin1String("error"))) == *error;
    if (!same) {
        writer.object(QLatin1String("error"), error ? inner(*error) : QJsonObject());
    }
    return writer.done();
}

QJsonObject errorBody(const Error& error)
{
    return {{QStringLiteral("error"), inner(error)}};
}

Error errorFrom(const HttpResponse& response)
{
    Error error;
    const auto body = QJsonDocument::fromJson(response.body).object();
    auto wrapped = body.value(QLatin1String("error"));
    if (wrapped.isUndefined()) {
        wrapped = body.value(QLatin1String("Error"));
    }
    if (wrapped.isObject()) {
        error = errorFromObject(wrapped.toObject());
    } else if (wrapped.isString()) { // sign-in (RFC 6749)
        error.code = wrapped.toString().toStdString();
        error.message = body.value(QLatin1String("error_description")).toString().toStdString();
    } else {
        error = errorFromObject(body);
    }
    if (error.code.empty()) {
        error.code = codeOfStatus(response.status);
    }
    if (error.message.empty()) {
        error.message =
            response.status == 0 ? "No answer came." : "The server answered " + std::to_string(response.status) + ".";
    }
    return error;
}

} // namespace valv::contract

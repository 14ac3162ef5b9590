// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/restorevalidation.h"

#include "contract/json_p.h"

#include <algorithm>

namespace valv::contract {
namespace {

constexpr QLatin1String responseKey("validateOperationResponse");
constexpr QLatin1String resultsKey("validationResults");
constexpr QLatin1String checksKey("checks");
constexpr QLatin1String requestKey("restoreRequest");
constexpr QLatin1String objectTypeKey("objectType");
constexpr QLatin1String requestType("ValidateIaasVMRestoreOperationRequest");

RestoreCheck wrong(const Reader& result)
{
    RestoreCheck check;
    check.state = CheckState::Failed;
    check.code = result.text(QLatin1String("code"));
    check.message = result.text(QLatin1String("message"));
    check.action = result.texts(QLatin1String("recommendations")).join(QLatin1Char(' '));
    return check;
}

RestoreCheck ours(const Reader& reader)
{
    RestoreCheck check;
    check.check = reader.text(QLatin1String("check"));
    check.state = reader.word<CheckState>(QLatin1String("state"));
    check.code = reader.text(QLatin1String("code"));
    check.message = reader.text(QLatin1String("message"));
    check.action = reader.text(QLatin1String("recommendedAction"));
    check.target = reader.text(QLatin1String("target"));
    check.neededBytes = reader.number(QLatin1String("neededBytes"), -1);
    check.freeBytes = reader.number(QLatin1String("freeBytes"), -1);
    return check;
}

} // namespace

Result<RestoreValidation> RestoreValidation::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto response = reader.in(responseKey);
    RestoreValidation validation;
    const auto own = response.in(valvKey).list(checksKey);
    for (const auto& each : own) {
        validation.checks.append(ours(each));
    }
    if (own.isEmpty()) {
        for (const auto& each : response.list(resultsKey)) {
            validation.checks.append(wrong(each));
        }
    }
    validation.raw = json;
    return checked(reader, validation);
}

QJsonObject RestoreValidation::toJson() const
{
    QJsonArray results;
    QJsonArray all;
    for (const auto& check : checks) {
        if (check.state == CheckState::Failed) {
            Writer result;
            result.text(QLatin1String("code"), check.code).text(QLatin1String("message"), check.message);
            if (!check.action.isEmpty()) {
                result.texts(QLatin1String("recommendations"), {check.action});
            }
            results.append(result.done());
        }
        if (!check.check.isEmpty()) {
            all.append(Writer()
                           .text(QLatin1String("check"), check.check)
                           .word(QLatin1String("state"), check.state)
                           .text(QLatin1String("code"), check.code)
                           .text(QLatin1String("message"), check.message)
                           .text(QLatin1String("recommendedAction"), check.action)
                           .text(QLatin1String("target"), check.target)
                           .known(QLatin1String("neededBytes"), check.neededBytes)
                           .known(QLatin1String("freeBytes"), check.freeBytes)
                           .done());
        }
    }
    Writer writer(raw);
    Writer response(writer.child(responseKey));
    response.remove(resultsKey).otherwise(resultsKey, results);
    response.object(valvKey, Writer(response.child(valvKey)).array(checksKey, all).done());
    return writer.object(responseKey, response.done()).done();
}

QJsonObject validationBody(const RestoreRequest& request)
{
    return {{objectTypeKey, QString(requestType)}, {requestKey, request.toJson().value(propertiesKey)}};
}

Result<RestoreRequest> validatedRequest(const QJsonObject& body)
{
    const Reader reader(body);
    if (reader.text(objectTypeKey) != requestType || !reader.has(requestKey)) {
        return failure("BMSUserErrorInvalidInput", "The operation to validate is not a restore of a virtual machine.",
                       "objectType");
    }
    return RestoreRequest::fromJson({{propertiesKey, body.value(requestKey)}});
}

} // namespace valv::contract

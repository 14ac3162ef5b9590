// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/http.h"
#include "core/armid.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"
#include "engine/engine.h"
#include "service/finishedoperations.h"
#include "service/router.h"
#include "service/target.h"

#include <QHash>
#include <QJsonObject>

#include <mutex>
#include <optional>
#include <vector>

namespace valv::service {

using Answer = contract::HttpResponse;
//! What a route's pattern names in braces → what stands there in this request.
using Parameters = std::vector<std::pair<QString, QString>>;

//! \brief One request on its way through a handler: what it names, what it brings, and what it may use.
//! Lives as long as the handling; one thread.
class Call
{
public:
    struct Services
    {
        engine::Engine& engine;
        const Clock& clock;
        IdGenerator& ids;
        FinishedOperations& finished;
        std::mutex& writing;
    };

    Call(Services services, const contract::HttpRequest& request, const Target& target, Parameters parameters,
         const Caller& caller, QString baseUrl);

    [[nodiscard]] engine::Engine& engine() const { return m_services.engine; }
    [[nodiscard]] FinishedOperations& finished() const { return m_services.finished; }
    //! Held while a handler compares an If-Match of its own making and writes, and by those that write the same thing.
    [[nodiscard]] std::unique_lock<std::mutex> writing() const { return std::unique_lock(m_services.writing); }
    [[nodiscard]] Instant now() const { return m_services.clock.now(); }
    [[nodiscard]] QString newId() const { return QString::fromStdString(m_services.ids.uuid()); }
    [[nodiscard]] const Caller& caller() const { return m_caller; }
    [[nodiscard]] const Target& target() const { return m_target; }
    [[nodiscard]] const QString& baseUrl() const { return m_baseUrl; }

    [[nodiscard]] QString parameter(QStringView name) const;
    //! A query option; null when it was not sent.
    [[nodiscard]] QString option(QStringView name) const { return m_target.option(name); }
    //! $filter: names in lower case → values. Error BMSUserErrorInvalidInput.
    [[nodiscard]] Result<QHash<QString, QString>> filter() const;
    [[nodiscard]] QString ifMatch() const;
    [[nodiscard]] bool onlyNew() const; //!< If-None-Match: *
    //! The body as an object. Error InvalidRequestContent.
    [[nodiscard]] Result<QJsonObject> body() const;
    //! The same, but no body at all is an empty object.
    [[nodiscard]] Result<QJsonObject> optionalBody() const;

    [[nodiscard]] ArmId subscription() const { return ArmId::subscription(parameter(u"s")); }
    [[nodiscard]] ArmId vault() const { return ArmId::vault(parameter(u"s"), parameter(u"rg"), parameter(u"vault")); }
    [[nodiscard]] ArmId policy() const { return vault().child(QStringLiteral("backupPolicies"), parameter(u"policy")); }
    [[nodiscard]] ArmId job() const { return vault().child(QStringLiteral("backupJobs"), parameter(u"job")); }
    //! The item that container and item name together; nothing when they name no VM or not the same one.
    [[nodiscard]] std::optional<ArmId> item() const;
    [[nodiscard]] ArmId point(const ArmId& item) const
    {
        return item.child(QStringLiteral("recoveryPoints"), parameter(u"point"));
    }

    //! An absolute URL below a resource, with this request's api-version.
    [[nodiscard]] QString link(const ArmId& id, const QString& below) const;

private:
    Services m_services;
    const contract::HttpRequest& m_request;
    const Target& m_target;
    Parameters m_parameters;
    const Caller& m_caller;
    QString m_baseUrl;
};

//! An answer with a JSON body; with a status only.
[[nodiscard]] Answer json(int status, const QJsonObject& body);
[[nodiscard]] Answer empty(int status);
void setHeader(Answer& answer, const QByteArray& name, const QByteArray& value);
//! Of what has no etag of its own: made of what it says.
[[nodiscard]] QString contentEtag(const QJsonObject& content);

} // namespace valv::service

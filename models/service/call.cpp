// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/call.h"

#include "contract/names.h"
#include "contract/page.h"
#include "service/errors.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace valv::service {

Call::Call(Services services, const contract::HttpRequest& request, const Target& target, Parameters parameters,
           const Caller& caller, QString baseUrl)
    : m_services(services)
    , m_request(request)
    , m_target(target)
    , m_parameters(std::move(parameters))
    , m_caller(caller)
    , m_baseUrl(std::move(baseUrl))
{ }

QString Call::parameter(QStringView name) const
{
    const auto found =
        std::find_if(m_parameters.begin(), m_parameters.end(), [name](const auto& p) { return p.first == name; });
    return found == m_parameters.end() ? QString() : found->second;
}

Result<QHash<QString, QString>> Call::filter() const
{
    const auto text = option(u"$filter");
    if (text.trimmed().isEmpty()) {
        return QHash<QString, QString>();
    }
    return contract::parseFilter(text).map_error(
        [](const Error& e) { return e.details.empty() ? invalidInput(QString::fromStdString(e.message)) : e; });
}

QString Call::ifMatch() const
{
    return QString::fromUtf8(contract::header(m_request.headers, "If-Match")).trimmed();
}

bool Call::onlyNew() const
{
    return contract::header(m_request.headers, "If-None-Match").trimmed() == "*";
}

Result<QJsonObject> Call::body() const
{
    return contract::parseObject(m_request.body);
}

Result<QJsonObject> Call::optionalBody() const
{
    return m_request.body.trimmed().isEmpty() ? Result<QJsonObject>(QJsonObject()) : body();
}

std::optional<ArmId> Call::item() const
{
    const auto container = contract::vmNameFrom(parameter(u"container"));
    const auto item = contract::vmNameFrom(parameter(u"item"));
    if (!container || !item || !(*container == *item)) {
        return std::nullopt;
    }
    return contract::itemId(vault(), *item);
}

QString Call::link(const ArmId& id, const QString& below) const
{
    QString url = m_baseUrl;
    const QString path = id.text() + QLatin1Char('/') + below;
    for (const auto& segment : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        url += QLatin1Char('/') + encoded(segment);
    }
    return url + QStringLiteral("?api-version=") + encoded(option(u"api-version"));
}

Answer json(int status, const QJsonObject& body)
{
    Answer answer;
    answer.status = status;
    answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    setHeader(answer, "Content-Type", "application/json; charset=utf-8");
    return answer;
}

Answer empty(int status)
{
    Answer answer;
    answer.status = status;
    return answer;
}

void setHeader(Answer& answer, const QByteArray& name, const QByteArray& value)
{
    const auto found = std::find_if(answer.headers.begin(), answer.headers.end(),
                                    [&name](const auto& h) { return h.first.compare(name, Qt::CaseInsensitive) == 0; });
    if (found == answer.headers.end()) {
        answer.headers.emplaceBack(name, value);
    } else {
        found->second = value;
    }
}

QString contentEtag(const QJsonObject& content)
{
    const auto hash =
        QCryptographicHash::hash(QJsonDocument(content).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
    return QStringLiteral("W/\"%1\"").arg(QString::fromLatin1(hash.toHex().left(32)));
}

} // namespace valv::service

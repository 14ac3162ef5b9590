// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedtransport.h"

#include "core/whendone.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace valv::test {

HttpResponse answer(int status, const QJsonObject& body, contract::Headers headers)
{
    HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    if (!body.isEmpty()) {
        response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return response;
}

QJsonObject errorBody(const QString& code, const QString& message)
{
    return {
        {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("message"), message}}}};
}

HttpResponse nameTaken(const char* code)
{
    auto body = errorBody(QStringLiteral("PreconditionFailed"));
    auto error = body.value(QLatin1String("error")).toObject();
    error.insert(QStringLiteral("details"),
                 QJsonArray{QJsonObject{{QStringLiteral("code"), QLatin1String(code)},
                                        {QStringLiteral("message"), QStringLiteral("Taken.")}}});
    body.insert(QStringLiteral("error"), error);
    return answer(412, body);
}

ScriptedTransport& ScriptedTransport::then(Answer next)
{
    m_script.push_back(std::move(next));
    return *this;
}

ScriptedTransport& ScriptedTransport::otherwise(Handler handler)
{
    m_handler = std::move(handler);
    return *this;
}

QFuture<ScriptedTransport::Answer> ScriptedTransport::send(HttpRequest request)
{
    requests.append(request);
    Answer next = failure("NetworkOffline", "Nothing was scripted.");
    if (!m_script.empty()) {
        next = std::move(m_script.front());
        m_script.pop_front();
    } else if (m_handler) {
        next = m_handler(request);
    }
    if (!hold) {
        return readyFuture(std::move(next));
    }
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    m_held.push_back({promise, std::move(next)});
    return promise->future();
}

bool ScriptedTransport::release()
{
    if (m_held.empty()) {
        return false;
    }
    auto [promise, value] = std::move(m_held.front());
    m_held.pop_front();
    promise->addResult(std::move(value));
    promise->finish();
    return true;
}

} // namespace valv::test

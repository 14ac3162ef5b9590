// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/transport.h"
#include "core/whendone.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

#include <deque>
#include <functional>
#include <memory>

namespace valv::test {

using contract::HttpRequest;
using contract::HttpResponse;

[[nodiscard]] inline HttpResponse answer(int status, const QJsonObject& body = {}, contract::Headers headers = {})
{
    HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    if (!body.isEmpty()) {
        response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return response;
}

[[nodiscard]] inline QJsonObject errorBody(const QString& code, const QString& message = QStringLiteral("Because."))
{
    return {
        {QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), code}, {QStringLiteral("message"), message}}}};
}

//! \brief Answers from a list of answers, else from a function; remembers what was asked. Can hold answers back.
class ScriptedTransport final : public client::Transport
{
public:
    using Answer = Result<HttpResponse>;
    using Handler = std::function<Answer(const HttpRequest&)>;

    ScriptedTransport& then(Answer next)
    {
        m_script.push_back(std::move(next));
        return *this;
    }
    ScriptedTransport& otherwise(Handler handler)
    {
        m_handler = std::move(handler);
        return *this;
    }
    [[nodiscard]] QFuture<Answer> send(HttpRequest request) override
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
    //! Lets the oldest answer out that was held back; false when there is none.
    bool release()
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
    void dropHeld() { m_held.clear(); } //!< as a transport does that is destroyed
    [[nodiscard]] bool isSpent() const { return m_script.empty(); }

    bool hold = false;
    QList<HttpRequest> requests;

private:
    std::deque<Answer> m_script;
    Handler m_handler;
    std::deque<std::pair<std::shared_ptr<QPromise<Answer>>, Answer>> m_held;
};

} // namespace valv::test

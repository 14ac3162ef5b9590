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

[[nodiscard]] HttpResponse answer(int status, const QJsonObject& body = {}, contract::Headers headers = {});

[[nodiscard]] QJsonObject errorBody(const QString& code, const QString& message = QStringLiteral("Because."));
//! What If-None-Match: * is refused with. \param code of the name, e.g. "ValPolicyNameTaken"
[[nodiscard]] HttpResponse nameTaken(const char* code);

//! \brief Answers from a list of answers, else from a function; remembers what was asked. Can hold answers back.
class ScriptedTransport final : public client::Transport
{
public:
    using Answer = Result<HttpResponse>;
    using Handler = std::function<Answer(const HttpRequest&)>;

    ScriptedTransport& then(Answer next);
    ScriptedTransport& otherwise(Handler handler);
    [[nodiscard]] QFuture<Answer> send(HttpRequest request) override;
    //! Lets the oldest answer out that was held back; false when there is none.
    bool release();
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/session.h"
#include "presentation/text/format.h"
#include "support/awaiting.h"
#include "support/fakebackend.h"
#include "support/manualdelay.h"

#include <QLocale>

namespace valv::test {

//! \brief A session over the fake backend, with a clock and waits that the test moves: 19 December 2018, 09:42.
struct SessionRig
{
    FakeBackend backend;
    std::shared_ptr<ScriptedTransport> transport = std::make_shared<ScriptedTransport>();
    std::shared_ptr<ManualDelay> delay = std::make_shared<ManualDelay>();
    std::shared_ptr<ManualClock> clock = std::make_shared<ManualClock>(toInstant(backend.now));
    std::unique_ptr<presentation::Session> session;
    presentation::Format format{QLocale(QLocale::English), QTimeZone("Europe/Stockholm"), *clock};

    explicit SessionRig(const client::Capabilities& capabilities = client::Capabilities::local({}))
    {
        transport->otherwise(backend.handler());
        client::ClientOptions options;
        options.capabilities = capabilities;
        options.pipeline.delay = delay;
        options.pipeline.clock = clock;
        options.pipeline.attempts = 1;
        session = std::make_unique<presentation::Session>(transport, std::move(options));
    }
    //! So many seconds pass, none of them real.
    void pass(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            settle();
            delay->advance(std::chrono::seconds(1));
            clock->advance(std::chrono::seconds(1));
        }
        settle();
    }
    void start()
    {
        session->start();
        pass(1);
    }
    //! Requests whose path ends so, since the last call.
    [[nodiscard]] int asked(const char* ending)
    {
        int n = 0;
        for (const auto& request : transport->requests) {
            n += QUrl(request.target).path().endsWith(QLatin1String(ending), Qt::CaseInsensitive) ? 1 : 0;
        }
        return n;
    }
};

} // namespace valv::test

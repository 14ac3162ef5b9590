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

    explicit SessionRig(const client::Capabilities& capabilities = client::Capabilities::local({}));
    //! So many seconds pass, none of them real.
    void pass(int seconds);
    void start();
    //! Requests whose path ends so, since the last call.
    [[nodiscard]] int asked(const char* ending);
};

} // namespace valv::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sessionrig.h"

#include <QUrl>

namespace valv::test {

SessionRig::SessionRig(const client::Capabilities& capabilities)
{
    transport->otherwise(backend.handler());
    client::ClientOptions options;
    options.capabilities = capabilities;
    options.pipeline.delay = delay;
    options.pipeline.clock = clock;
    options.pipeline.attempts = 1;
    session = std::make_unique<presentation::Session>(transport, std::move(options));
}

void SessionRig::pass(int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        settle();
        delay->advance(std::chrono::seconds(1));
        clock->advance(std::chrono::seconds(1));
    }
    settle();
}

void SessionRig::start()
{
    session->start();
    pass(1);
}

int SessionRig::asked(const char* ending)
{
    int n = 0;
    for (const auto& request : transport->requests) {
        n += QUrl(request.target).path().endsWith(QLatin1String(ending), Qt::CaseInsensitive) ? 1 : 0;
    }
    return n;
}

} // namespace valv::test

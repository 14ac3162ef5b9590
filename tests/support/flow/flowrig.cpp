// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/flow/flowrig.h"

#include "support/flow/servedengine.h"

namespace valv::test {

FlowRig::FlowRig(bool demo, const Seat& at)
    : ConsoleRig(demo, at.language)
    , seat(at)
{ }

FlowRig::~FlowRig()
{
    console.reset(); // before what it talks to
}

bool FlowRig::start(QSize size)
{
    if (isDemo && !copyDemo()) { // before the engine that is served opens it
        return false;
    }
    if (seat.link == Seat::Link::Https && !m_served) {
        console::BackendChoice choice;
        choice.kind = options.demo ? console::BackendChoice::Kind::Demo : console::BackendChoice::Kind::Folders;
        choice.dataFolder = options.dataFolder;
        choice.vmFolders = options.vmFolders;
        choice.stage = options.demo ? stage : nullptr;
        const auto secrets = folder.filePath(QStringLiteral("serve"));
        QDir().mkpath(secrets);
        auto served = ServedEngine::start(choice, secrets);
        if (!served) {
            qWarning("%s", served.error().message.c_str());
            return false;
        }
        m_served = std::move(*served);
        options.demo = false;
        options.vmFolders.clear();
        options.dataFolder = folder.filePath(QStringLiteral("own"));
        options.connectUrl = m_served->url();
        options.caFile = m_served->certificateFile();
        options.tokenFile = m_served->tokenFile();
    }
    if (!ConsoleRig::start(size)) {
        return false;
    }
    m_person.emplace(window(), Words(seat.language), seat.hands);
    return true;
}

} // namespace valv::test

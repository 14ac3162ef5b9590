// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client.h"

namespace valv::client {

Client::Client(std::shared_ptr<Transport> transport, ClientOptions options, QObject* parent)
    : QObject(parent)
    , m_capabilities(std::move(options.capabilities))
    , m_pipeline(new Pipeline(std::move(transport), std::move(options.pipeline), this))
    , m_resources(*m_pipeline)
    , m_virtualMachines(*m_pipeline)
    , m_vaults(*m_pipeline)
    , m_policies(*m_pipeline)
    , m_items(*m_pipeline)
    , m_recoveryPoints(*m_pipeline)
    , m_jobs(*m_pipeline)
    , m_alerts(*m_pipeline)
    , m_protectionRules(*m_pipeline)
    , m_locks(*m_pipeline)
{
    connect(m_pipeline, &Pipeline::answered, this, [this] { setReachable(true, {}); });
    connect(m_pipeline, &Pipeline::unanswered, this, [this](const Error& error) { setReachable(false, error); });
    connect(m_pipeline, &Pipeline::decided, this, &Client::decided);
}

Client::~Client() = default;

void Client::setReachable(bool reachable, const Error& error)
{
    if (m_reachable != reachable) {
        m_reachable = reachable;
        Q_EMIT reachableChanged(reachable, error);
    }
}

} // namespace valv::client

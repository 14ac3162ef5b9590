// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/transport.h"

#include <QString>

#include <atomic>
#include <memory>

class QThreadPool;

namespace valv::service {
class Router;
}

namespace valv::app {

//! \brief The seam without a network: requests go to the router of the same process, on threads of its own.
//! send() may be called from any thread; the future is finished on one of the pool's, with the bytes that HTTPS would
//! have carried. Several requests run at once, so that a list that takes a while does not hold up a click. The router
//! must outlive the transport. The destructor waits for requests that were begun and answers those still in the queue
//! with Error RequestCancelled, so that nobody waits for ever.
class InProcessTransport final : public client::Transport
{
public:
    explicit InProcessTransport(const service::Router& router);
    ~InProcessTransport() override;

    [[nodiscard]] QFuture<Result<contract::HttpResponse>> send(contract::HttpRequest request) override;

    //! What stands before the paths of links.
    [[nodiscard]] static QString baseUrl();

private:
    const service::Router& m_router;
    std::shared_ptr<std::atomic_bool> m_closing;
    std::unique_ptr<QThreadPool> m_pool;
};

} // namespace valv::app

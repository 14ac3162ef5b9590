// SPDX-License-Identifier: GPL-3.0-or-later
#include "inprocess/inprocesstransport.h"

#include "service/router.h"

#include <QFutureInterface>
#include <QThreadPool>

namespace valv::app {
namespace {

//! More than there may be cores: at a start, machines, groups and regions wait for what the sources list, and vaults and
//! what they hold need not. Each thread keeps a connection to the catalogue, and memory with it.
constexpr int threads = 5;

} // namespace

InProcessTransport::InProcessTransport(const service::Router& router)
    : m_router(router)
    , m_closing(std::make_shared<std::atomic_bool>(false))
    , m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(threads);
    m_pool->setExpiryTimeout(-1); // starting a thread costs more than a request
}

InProcessTransport::~InProcessTransport()
{
    m_closing->store(true);
    m_pool->waitForDone();
}

QString InProcessTransport::baseUrl()
{
    return QStringLiteral("https://valv.local");
}

QFuture<Result<contract::HttpResponse>> InProcessTransport::send(contract::HttpRequest request)
{
    QFutureInterface<Result<contract::HttpResponse>> promise;
    promise.reportStarted();
    const auto future = promise.future();
    m_pool->start([this, promise, closing = m_closing, request = std::move(request)]() mutable {
        if (closing->load()) {
            promise.reportResult(failure("RequestCancelled", "The program is closing."));
        } else {
            promise.reportResult(
                Result<contract::HttpResponse>(m_router.handle(request, service::Caller(), baseUrl())));
        }
        promise.reportFinished();
    });
    return future;
}

} // namespace valv::app

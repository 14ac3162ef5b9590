// SPDX-License-Identifier: GPL-3.0-or-later
#include "inprocess/inprocesstransport.h"

#include "core/waiting.h"
#include "service/router.h"

#include <QFutureInterface>
#include <QThread>
#include <QThreadPool>

#include <algorithm>

namespace valv::app {
namespace {

//! How many work at a time; those that wait for what the sources list do not count. Each thread keeps a connection to
//! the catalogue, and memory with it, so that there are few where there are many processors.
int workers()
{
    return std::clamp(QThread::idealThreadCount(), 2, 4);
}

} // namespace

InProcessTransport::InProcessTransport(const service::Router& router)
    : m_router(router)
    , m_closing(std::make_shared<std::atomic_bool>(false))
    , m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(workers());
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
        Waiting::setLender([pool = m_pool.get()](bool waits) {
            if (waits) {
                pool->releaseThread();
            } else {
                pool->reserveThread();
            }
        });
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

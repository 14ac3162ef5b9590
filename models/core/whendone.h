// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace valv {

//! \brief Calls f(result) on the context's thread once the future has its result; never when the context died first.
//! The watcher is a child of the context. QFuture::then(context, …) aborts in Qt 6.4 when the context is gone, and a
//! blade closed while its request is under way is normal. A ready future still calls f later, never from within.
//! A future that was dropped without a result calls nothing.
template <typename T, typename F>
void whenDone(const QFuture<T>& future, QObject* context, F f)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, f = std::move(f)]() mutable {
        const auto done = watcher->future();
        watcher->deleteLater();
        if (done.resultCount() > 0) {
            f(done.result());
        }
    });
    watcher->setFuture(future);
}

//! \brief A future that already has its result.
template <typename T>
[[nodiscard]] QFuture<T> readyFuture(T value)
{
    QFutureInterface<T> promise;
    promise.reportStarted();
    promise.reportResult(std::move(value));
    promise.reportFinished();
    return promise.future();
}

} // namespace valv

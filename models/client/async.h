// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/whendone.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>
#include <utility>

//! Small joints between futures of results. Each delivers on the context's thread through whenDone(): a context that
//! died, or a future that was dropped, ends the future handed out without a result, and nothing is called.
namespace valv::client {

//! \brief The writing end of a QFuture<Result<T>>: shared by those who may end it, ended once. Dropping the last copy
//! without a result cancels the future.
template <typename T>
class Promise
{
public:
    Promise()
        : m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }
    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise->future(); }
    void finish(Result<T> result) const
    {
        if (!m_promise->future().isFinished()) {
            m_promise->addResult(std::move(result));
            m_promise->finish();
        }
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

//! \brief Calls f(Result<In>) → Result<Out> on the context's thread.
template <typename Out, typename In, typename F>
[[nodiscard]] QFuture<Result<Out>> mapped(const QFuture<Result<In>>& future, QObject* context, F f)
{
    const Promise<Out> promise;
    const auto out = promise.future();
    whenDone(future, context,
             [promise, f = std::move(f)](Result<In> result) mutable { promise.finish(f(std::move(result))); });
    return out;
}

//! \brief After a success, goes on with f(In) → QFuture<Result<Out>>; hands an error on.
template <typename Out, typename In, typename F>
[[nodiscard]] QFuture<Result<Out>> followed(const QFuture<Result<In>>& future, QObject* context, F f)
{
    const Promise<Out> promise;
    const auto out = promise.future();
    whenDone(future, context, [promise, context, f = std::move(f)](Result<In> result) mutable {
        if (!result) {
            promise.finish(tl::unexpected<Error>(std::move(result.error())));
            return;
        }
        whenDone(f(std::move(*result)), context, [promise](Result<Out> next) { promise.finish(std::move(next)); });
    });
    return out;
}

} // namespace valv::client

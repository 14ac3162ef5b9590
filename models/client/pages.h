// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/async.h"
#include "client/pipeline.h"
#include "contract/page.h"
#include "core/sharedtexts.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace valv::client {

//! \brief Takes a list page by page, as the pages come, on the client's thread. When its context dies, no further page
//! is asked for and the list's future ends without a result.
template <typename T>
struct PageSink
{
    QPointer<QObject> context = {};
    std::function<void(const QList<T>&)> page = {};
    //! Asked before each further page; no: the list ends well with what has come. Empty: the whole list.
    std::function<bool()> more = {};
};

//! The rows of one page as a list of their type, made from its "value". Called on a thread of the pool when the page is
//! large, so that a long list does not hold up the window; touches nothing else.
using PageReader = std::function<Result<std::shared_ptr<void>>(const QJsonArray&)>;

//! \brief Follows nextLink until done. \c take gets the rows that \c read made, page by page, on the client's thread.
//! A server that links in a circle is stopped with UnexpectedAnswer. \c more may be empty. Finishes with the number of
//! pages.
[[nodiscard]] QFuture<Result<int>> followPages(Pipeline& pipeline, const QString& target, QPointer<QObject> context,
                                               bool hasContext, PageReader read,
                                               std::function<void(const std::shared_ptr<void>&)> take,
                                               std::function<bool()> more);

//! One element that can't be read is left out, logged and counted; a page of which none can be read is an error.
void logUnreadable(const QString& target, const Error& error);

template <typename T>
[[nodiscard]] Result<T> readElement(const QJsonValue& value)
{
    if (!value.isObject()) {
        return failure("UnexpectedAnswer", "An element of the list is no object.");
    }
    auto element = T::fromJson(value.toObject());
    if constexpr (requires(T t) { t.id.isEmpty(); }) {
        if (element && element->id.isEmpty()) {
            return failure("UnexpectedAnswer", "An element of the list has no id.");
        }
    }
    return element;
}

//! What becomes of an element before it is handed on; on the thread that reads it. Empty: nothing.
template <typename T>
using Preparation = std::function<void(T&)>;

//! For long lists that are only shown: rows as light as they can be.
template <typename T>
[[nodiscard]] Preparation<T> lightened()
{
    return [texts = std::make_shared<SharedTexts>()](T& row) { lighten(row, *texts); };
}

//! What can be read of a page's elements; an error when there are some and none can be.
template <typename T>
[[nodiscard]] Result<std::shared_ptr<void>> readElements(const QString& target, const QJsonArray& values,
                                                         const Preparation<T>& prepare)
{
    auto rows = std::make_shared<QList<T>>();
    rows->reserve(values.size());
    std::optional<Error> unreadable;
    for (const auto& value : values) {
        if (auto parsed = readElement<T>(value)) {
            if (prepare) {
                prepare(*parsed);
            }
            rows->append(std::move(*parsed));
        } else {
            logUnreadable(target, parsed.error());
            unreadable = std::move(parsed.error());
        }
    }
    if (rows->isEmpty() && unreadable) {
        Error error{"UnexpectedAnswer", "The server's list could not be read.", {}, {}, {}};
        error.details.push_back(std::move(*unreadable));
        return tl::unexpected<Error>(std::move(error));
    }
    return std::shared_ptr<void>(std::move(rows));
}

//! \brief The whole list. With a \c sink it gets every page before the future ends, and the future's list is empty:
//! nobody keeps a long list twice.
template <typename T>
[[nodiscard]] QFuture<Result<QList<T>>> allPages(Pipeline& pipeline, const QString& target, PageSink<T> sink = {},
                                                 Preparation<T> prepare = {})
{
    auto all = std::make_shared<QList<T>>();
    const bool hasContext = !sink.context.isNull();
    const auto context = sink.context;
    auto more = std::move(sink.more);
    auto read = [target, prepare = std::move(prepare)](const QJsonArray& values) {
        return readElements<T>(target, values, prepare);
    };
    auto take = [all, sink = std::move(sink), hasContext](const std::shared_ptr<void>& rows) {
        const auto& page = *static_cast<const QList<T>*>(rows.get());
        if (!sink.page) {
            all->append(page);
        } else if (!hasContext || sink.context) {
            sink.page(page);
        }
    };
    return mapped<QList<T>>(
        followPages(pipeline, target, context, hasContext, std::move(read), std::move(take), std::move(more)), &pipeline,
        [all](const Result<int>& pages) -> Result<QList<T>> {
            if (!pages) {
                return tl::unexpected<Error>(pages.error());
            }
            return *all;
        });
}

} // namespace valv::client

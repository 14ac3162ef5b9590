// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pages.h"

#include "client/logging.h"

#include <QSet>
#include <QThreadPool>

namespace valv::client {

namespace {

//! A larger body is read on a thread of the pool; below that the way there and back costs more than the reading.
constexpr qsizetype largestReadInPlace = 32 * 1024;

struct Contents
{
    std::shared_ptr<void> rows;
    QString nextLink;
};

struct Walk
{
    Pipeline& pipeline;
    QPointer<QObject> context;
    bool hasContext;
    PageReader read;
    std::function<void(const std::shared_ptr<void>&)> take;
    std::function<bool()> more;
    Promise<int> promise;
    QSet<QString> asked;
    int pages = 0;

    [[nodiscard]] bool isAwaited() const { return !hasContext || context; }
};

Result<Contents> contentsOf(const QByteArray& body, const PageReader& read)
{
    const auto object = contract::parseObject(body);
    auto page = object ? contract::Page::fromJson(*object)
                       : Result<contract::Page>(tl::unexpected<Error>(object.error()));
    if (!page) {
        Error error{"UnexpectedAnswer", "The server's list could not be read.", {}, {}, {}};
        error.details.push_back(page.error());
        return tl::unexpected<Error>(std::move(error));
    }
    auto rows = read(page->value);
    if (!rows) {
        return tl::unexpected<Error>(std::move(rows.error()));
    }
    return Contents{std::move(*rows), std::move(page->nextLink)};
}

void ask(const std::shared_ptr<Walk>& walk, const QString& target);

void receive(const std::shared_ptr<Walk>& walk, const Result<Contents>& contents)
{
    if (!walk->isAwaited()) {
        return; // the future ends without a result
    }
    if (!contents) {
        walk->promise.finish(tl::unexpected<Error>(contents.error()));
        return;
    }
    ++walk->pages;
    walk->take(contents->rows);
    if (!walk->isAwaited()) {
        return;
    }
    if (contents->nextLink.isEmpty() || (walk->more && !walk->more())) {
        walk->promise.finish(walk->pages);
    } else {
        ask(walk, contents->nextLink);
    }
}

void ask(const std::shared_ptr<Walk>& walk, const QString& target)
{
    if (walk->asked.contains(target)) {
        receive(walk, failure("UnexpectedAnswer", "The server's list has no end."));
        return;
    }
    walk->asked.insert(target);
    contract::HttpRequest request;
    request.target = target;
    whenDone(walk->pipeline.send(std::move(request)), &walk->pipeline,
             [walk](const Result<contract::HttpResponse>& response) {
                 if (!response) {
                     receive(walk, tl::unexpected<Error>(response.error()));
                 } else if (response->body.size() <= largestReadInPlace) {
                     receive(walk, contentsOf(response->body, walk->read));
                 } else if (walk->isAwaited()) {
                     const Promise<Contents> promise;
                     whenDone(promise.future(), &walk->pipeline,
                              [walk](const Result<Contents>& contents) { receive(walk, contents); });
                     QThreadPool::globalInstance()->start([promise, body = response->body, read = walk->read] {
                         promise.finish(contentsOf(body, read));
                     });
                 }
             });
}

} // namespace

QFuture<Result<int>> followPages(Pipeline& pipeline, const QString& target, QPointer<QObject> context, bool hasContext,
                                 PageReader read, std::function<void(const std::shared_ptr<void>&)> take,
                                 std::function<bool()> more)
{
    auto walk = std::make_shared<Walk>(Walk{pipeline, std::move(context), hasContext, std::move(read), std::move(take),
                                            std::move(more), {}, {}, 0});
    const auto future = walk->promise.future();
    ask(walk, target);
    return future;
}

void logUnreadable(const QString& target, const Error& error)
{
    qCWarning(lcClient) << "an element of" << target << "can't be read:" << error.code.c_str() << error.message.c_str();
}

} // namespace valv::client

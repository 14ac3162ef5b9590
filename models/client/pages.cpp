// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pages.h"

#include "client/logging.h"

#include <QSet>

namespace valv::client {

namespace {

struct Walk
{
    Pipeline& pipeline;
    QPointer<QObject> context;
    bool hasContext;
    std::function<Result<void>(const QJsonArray&)> each;
    Promise<int> promise;
    QSet<QString> asked;
    int pages = 0;
};

void stop(const std::shared_ptr<Walk>& walk, Error error)
{
    walk->promise.finish(tl::unexpected<Error>(std::move(error)));
}

void ask(const std::shared_ptr<Walk>& walk, const QString& target)
{
    if (walk->asked.contains(target)) {
        stop(walk, {"UnexpectedAnswer", "The server's list has no end.", {}, {}, {}});
        return;
    }
    walk->asked.insert(target);
    contract::HttpRequest request;
    request.target = target;
    whenDone(walk->pipeline.send(std::move(request)), &walk->pipeline,
             [walk](const Result<contract::HttpResponse>& response) {
                 if (walk->hasContext && !walk->context) {
                     return; // nobody waits any more: the future ends without a result
                 }
                 if (!response) {
                     stop(walk, response.error());
                     return;
                 }
                 const auto object = contract::parseObject(response->body);
                 const auto page = object ? contract::Page::fromJson(*object)
                                          : Result<contract::Page>(tl::unexpected<Error>(object.error()));
                 if (!page) {
                     Error error{"UnexpectedAnswer", "The server's list could not be read.", {}, {}, {}};
                     error.details.push_back(page.error());
                     stop(walk, std::move(error));
                     return;
                 }
                 ++walk->pages;
                 if (const auto taken = walk->each(page->value); !taken) {
                     stop(walk, taken.error());
                     return;
                 }
                 if (walk->hasContext && !walk->context) {
                     return;
                 }
                 if (page->nextLink.isEmpty()) {
                     walk->promise.finish(walk->pages);
                     return;
                 }
                 ask(walk, page->nextLink);
             });
}

} // namespace

QFuture<Result<int>> followPages(Pipeline& pipeline, const QString& target, QPointer<QObject> context, bool hasContext,
                                 std::function<Result<void>(const QJsonArray&)> each)
{
    auto walk = std::make_shared<Walk>(Walk{pipeline, std::move(context), hasContext, std::move(each), {}, {}, 0});
    const auto future = walk->promise.future();
    ask(walk, target);
    return future;
}

void logUnreadable(const QString& target, const Error& error)
{
    qCWarning(lcClient) << "an element of" << target << "can't be read:" << error.code.c_str() << error.message.c_str();
}

} // namespace valv::client

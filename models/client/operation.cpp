// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/operation.h"

#include "client/async.h"
#include "contract/operation.h"
#include "contract/page.h"

#include <QUrl>

namespace valv::client {

namespace {

using contract::HttpResponse;
using contract::OperationState;

constexpr int patience = 3; // polls

struct Poll
{
    Pipeline& pipeline;
    std::chrono::milliseconds pause;
    Promise<Outcome> promise;
    QString status; // Azure-AsyncOperation
    QString location;
    int misses = 0; // polls in a row without an answer to use
};

QString url(const HttpResponse& response, QByteArrayView name)
{
    return QString::fromUtf8(contract::header(response.headers, name));
}

QString lastSegment(const QString& target)
{
    return QUrl(target).path().section(QLatin1Char('/'), -1);
}

void fail(const std::shared_ptr<Poll>& poll, Error error)
{
    poll->promise.finish(tl::unexpected<Error>(std::move(error)));
}

void wait(const std::shared_ptr<Poll>& poll, std::chrono::milliseconds time);

// Azure-AsyncOperation: 200 with a status in its body.
void takeStatus(const std::shared_ptr<Poll>& poll, const HttpResponse& response)
{
    const auto object = contract::parseObject(response.body);
    const auto read = object ? contract::OperationStatus::fromJson(*object)
                             : Result<contract::OperationStatus>(tl::unexpected<Error>(object.error()));
    if (!read) {
        Error error{"UnexpectedAnswer", "The state of the operation could not be read.", {}, {}, {}};
        error.details.push_back(read.error());
        fail(poll, std::move(error));
        return;
    }
    switch (read->status.value()) {
    case OperationState::Succeeded:
        poll->promise.finish(Outcome{lastSegment(poll->status), read->jobId, response.body});
        return;
    case OperationState::Failed:
        fail(poll, read->error.value_or(Error{"OperationFailed", "The operation failed.", {}, {}, {}}));
        return;
    case OperationState::Canceled:
        fail(poll, read->error.value_or(Error{"OperationCanceled", "The operation was canceled.", {}, {}, {}}));
        return;
    case OperationState::InProgress:
    case OperationState::Unknown:
        if (read->status.isEmpty()) {
            fail(poll, {"UnexpectedAnswer", "The state of the operation could not be read.", {}, {}, {}});
            return;
        }
        // A state of a later version ("Accepted"): it is not over.
        wait(poll, Pipeline::retryAfter(response, poll->pipeline.clock(), poll->pause));
        return;
    }
}

// Location: 202 while it goes on, anything else of 2xx is the end.
void takeLocation(const std::shared_ptr<Poll>& poll, const HttpResponse& response)
{
    if (response.status != 202) {
        poll->promise.finish(Outcome{lastSegment(poll->location), {}, response.body});
        return;
    }
    if (const auto next = url(response, "Location"); !next.isEmpty()) {
        poll->location = next;
    }
    wait(poll, Pipeline::retryAfter(response, poll->pipeline.clock(), poll->pause));
}

// Right after the acceptance the operation may not be known yet; and a line that is down for a moment does not mean
// that the operation failed.
bool mayPass(const std::string& code)
{
    return code == "BMSUserErrorObjectNotFound" || code == "ResourceNotFound" || code == "NetworkOffline"
        || code == "NetworkTimeout";
}

void ask(const std::shared_ptr<Poll>& poll)
{
    contract::HttpRequest request;
    request.target = poll->status.isEmpty() ? poll->location : poll->status;
    whenDone(poll->pipeline.send(std::move(request)), &poll->pipeline, [poll](const Result<HttpResponse>& response) {
        if (!response) {
            if (mayPass(response.error().code) && poll->misses < patience) {
                ++poll->misses;
                wait(poll, poll->pause * poll->misses);
                return;
            }
            fail(poll, response.error());
            return;
        }
        poll->misses = 0;
        if (poll->status.isEmpty()) {
            takeLocation(poll, *response);
        } else {
            takeStatus(poll, *response);
        }
    });
}

void wait(const std::shared_ptr<Poll>& poll, std::chrono::milliseconds time)
{
    poll->pipeline.delay().after(time, &poll->pipeline, [poll] { ask(poll); });
}

} // namespace

QFuture<Result<Outcome>> perform(Pipeline& pipeline, contract::HttpRequest request, std::chrono::milliseconds pause)
{
    auto poll = std::make_shared<Poll>(Poll{pipeline, pause, {}, {}, {}, 0});
    const auto future = poll->promise.future();
    whenDone(pipeline.send(std::move(request)), &pipeline, [poll](const Result<HttpResponse>& response) {
        if (!response) {
            fail(poll, response.error());
            return;
        }
        poll->status = url(*response, "Azure-AsyncOperation");
        // A Location on 200 or 201 only says where the thing is.
        poll->location = response->status == 202 ? url(*response, "Location") : QString();
        if (poll->status.isEmpty() && poll->location.isEmpty()) {
            poll->promise.finish(Outcome{{}, {}, response->body});
            return;
        }
        wait(poll, Pipeline::retryAfter(*response, poll->pipeline.clock(), poll->pause));
    });
    return future;
}

} // namespace valv::client

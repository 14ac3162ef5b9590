// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/page.h"
#include "service/accepted.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"

#include <algorithm>

namespace valv::service {
namespace {

using contract::BackupJob;
using contract::Method;

Result<engine::JobQuery> queryOf(const QHash<QString, QString>& filter)
{
    engine::JobQuery query;
    query.status = filter.value(QStringLiteral("status"));
    query.operation = filter.value(QStringLiteral("operation"));
    query.entity = filter.value(QStringLiteral("entityfriendlyname"));
    query.jobId = filter.value(QStringLiteral("jobid"));
    for (const auto& [name, into] :
         {std::pair(QStringLiteral("starttime"), &query.from), std::pair(QStringLiteral("endtime"), &query.to)}) {
        if (!filter.contains(name)) {
            continue;
        }
        *into = contract::parseFilterTime(filter.value(name));
        if (!into->has_value()) {
            return tl::unexpected(invalidInput(QStringLiteral("'%1' is not a time.").arg(filter.value(name))));
        }
    }
    return query;
}

Result<Answer> listJobs(const Call& call)
{
    const auto filter = call.filter();
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    auto query = queryOf(*filter);
    if (!query) {
        return tl::unexpected(query.error());
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto cursor = cursorOf(call);
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    const auto length = lengthOf(*cursor, jobPageSize);
    query->limit = length + 1; // one more tells whether there is a next page
    // The job that was sent last stands where it stood; only when it is gone the position counts.
    const auto known = !cursor->last.isEmpty()
        && call.engine().job(call.vault().child(QStringLiteral("backupJobs"), cursor->last)).has_value();
    query->after = known ? cursor->last : QString();
    query->skip = known ? 0 : cursor->position;
    auto jobs = call.engine().jobs(call.vault(), *query);
    if (!jobs) {
        return tl::unexpected(jobs.error());
    }
    if (!acceptsVms(*filter)) {
        jobs->clear();
    }
    const bool more = jobs->size() > length;
    jobs->resize(std::min(jobs->size(), length));
    QJsonArray value;
    for (const auto& job : std::as_const(*jobs)) {
        value.append(job.toJson(false));
    }
    QJsonObject body{{QStringLiteral("value"), value}};
    const auto last = jobs->isEmpty() ? QString() : jobs->constLast().name;
    if (const auto link = more ? linkBehind(call, *cursor, jobs->size(), last) : QString(); !link.isEmpty()) {
        body.insert(QStringLiteral("nextLink"), link);
    }
    return json(200, body);
}

Result<BackupJob> findJob(const Call& call)
{
    auto job = call.engine().job(call.job());
    if (!job && statusOf(job.error().code) == 404) {
        if (const auto vault = findVault(call); !vault) {
            return tl::unexpected(vault.error());
        }
        return tl::unexpected(objectNotFound(QStringLiteral("Backup job '%1'").arg(call.parameter(u"job"))));
    }
    return job;
}

Result<Answer> getJob(const Call& call)
{
    const auto job = findJob(call);
    return job ? Result<Answer>(json(200, job->toJson(true))) : tl::unexpected(job.error());
}

Result<Answer> cancelJob(const Call& call)
{
    const auto job = findJob(call);
    if (!job) {
        return tl::unexpected(job.error());
    }
    const auto accepted = call.engine().cancelJob(job->id);
    return accepted ? Result<Answer>(acceptedAnswer(call, *accepted, Asking::resource(job->id)))
                    : tl::unexpected(accepted.error());
}

Result<Answer> retryJob(const Call& call)
{
    const auto job = findJob(call);
    if (!job) {
        return tl::unexpected(job.error());
    }
    const auto accepted = call.engine().retryJob(job->id);
    return accepted ? Result<Answer>(acceptedAnswer(call, *accepted, Asking::vault(call.vault())))
                    : tl::unexpected(accepted.error());
}

} // namespace

std::vector<Route> jobRoutes()
{
    const QString all = vaultPath() + QStringLiteral("/backupJobs");
    const QString one = all + QStringLiteral("/{job}");
    return {
        {Method::Get, all, listJobs},
        {Method::Get, one, getJob},
        {Method::Post, one + QStringLiteral("/cancel"), cancelJob},
        {Method::Post, one + QStringLiteral("/valv/retry"), retryJob},
    };
}

} // namespace valv::service

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
    const auto query = queryOf(*filter);
    if (!query) {
        return tl::unexpected(query.error());
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    auto jobs = call.engine().jobs(call.vault(), *query);
    if (!jobs) {
        return tl::unexpected(jobs.error());
    }
    if (!acceptsVms(*filter)) {
        jobs->clear();
    }
    std::stable_sort(jobs->begin(), jobs->end(),
                     [](const BackupJob& a, const BackupJob& b) { return a.startTime > b.startTime; });
    return page(
        call, *jobs, jobPageSize, [](const BackupJob& j) { return j.name; },
        [](const BackupJob& j) { return j.toJson(false); });
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

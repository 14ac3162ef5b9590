// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "controls/essentials.h"
#include "controls/pill.h"
#include "controls/pillgroup.h"
#include "jobs/jobdetails.h"
#include "presentation/text/statuswords.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"

namespace valv::test {

using contract::BackupJob;
using contract::JobOperation;
using contract::JobStatus;
using contract::TaskStatus;
using presentation::LanguageChoice;

//! A machine that was restored, one whose backup failed, and one that is being backed up.
struct JobsRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId web = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId sql = backend.vmId(QStringLiteral("sql-prod-01"));
    ArmId webItem = FakeBackend::itemId(vault, web);
    ArmId sqlItem = FakeBackend::itemId(vault, sql);
    ArmId running, failed, restored;

    explicit JobsRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        backend.addItem(vault, web);
        backend.addItem(vault, sql);
        auto& done =
            backend.addJob(webItem, JobOperation::ConfigureBackup, JobStatus::Completed, backend.now.addDays(-3));
        end(done);
        auto& ill = backend.addJob(webItem, JobOperation::Backup, JobStatus::Failed, backend.now.addSecs(-7200));
        end(ill);
        ill.errors = {{410001,
                       QStringLiteral("UserErrorVmNotFoundV2"),
                       QStringLiteral("The machine is gone."),
                       {QStringLiteral("Look for it.")}}};
        ill.policyName = QStringLiteral("DefaultPolicy");
        ill.sourceResourceId = web;
        failed = ill.id;
        auto& back = backend.addJob(sqlItem, JobOperation::Restore, JobStatus::Completed, backend.now.addSecs(-3600));
        end(back);
        back.resultFolder = QStringLiteral("/srv/restored");
        restored = back.id;
        auto& now = backend.addJob(sqlItem, JobOperation::Backup, JobStatus::InProgress, backend.now.addSecs(-600));
        now.progress = 25;
        contract::JobFigures figures;
        figures.totalBytes = 4'000'000'000;
        figures.readBytes = 1'000'000'000;
        figures.changedBytes = 500'000'000;
        figures.storedBytes = 250'000'000;
        figures.bytesPerSecond = 180e6;
        figures.remainingMs = 17'000;
        now.figures = figures;
        contract::JobTask snapshot;
        snapshot.taskId = QStringLiteral("Take Snapshot");
        snapshot.status = TaskStatus::Completed;
        snapshot.durationMs = 38'000;
        contract::JobTask transfer;
        transfer.taskId = QStringLiteral("Transfer data to vault");
        transfer.status = TaskStatus::InProgress;
        transfer.progress = 25;
        now.tasks = {snapshot, transfer};
        running = now.id;
    }
    void end(BackupJob& job) const
    {
        job.endTime = job.startTime.addSecs(252);
        job.durationMs = 252'000;
        job.tasks[0].status = TaskStatus::Completed;
        job.cancellable = false;
    }
    void open(const ArmId& job = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("jobs"), {}, job.text()}, size);
        QVERIFY(table() != nullptr);
    }
    [[nodiscard]] views::Table* table() const { return person().find<views::Table>(QStringLiteral("jobs")); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    void choose(const QString& vm, const QString& operation) const
    {
        for (int row = 0; row < rows(); ++row) {
            const auto* model = table()->model();
            if (model->index(row, 0).data().toString() == vm && model->index(row, 1).data().toString() == operation) {
                person().click(*table(), model->index(row, 1));
                settle();
                return;
            }
        }
        QFAIL("no such row");
    }
    [[nodiscard]] views::JobDetails* details() const
    {
        return person().find<views::JobDetails>(QStringLiteral("jobDetails"));
    }
    [[nodiscard]] QString fact(const QString& label) const
    {
        for (const auto* essentials : details()->findChildren<views::Essentials*>()) {
            for (const auto& fact : essentials->facts()) {
                if (fact.label == label) {
                    return spaced(fact.value);
                }
            }
        }
        return QStringLiteral("no such fact");
    }
    [[nodiscard]] QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }
    [[nodiscard]] views::PillGroup* states() const
    {
        return person().find<views::PillGroup>(QStringLiteral("jobs.states"));
    }
};

} // namespace valv::test

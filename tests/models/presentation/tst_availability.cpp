// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/availability.h"
#include "support/testprogram.h"

#include <QDateTime>
#include <QTest>

namespace tst_availability {

using namespace valv;
using namespace valv::contract;
using namespace valv::presentation;

namespace {

enum class Is
{
    Missing,
    Pending,
    Protected,
    Failing,
    Stopped,
    SoftDeleted,
    Busy
};

std::optional<ProtectedItem> itemThat(Is is)
{
    ProtectedItem item;
    item.state = ProtectionState::Protected;
    item.lastRecoveryPoint = QDateTime({2018, 12, 18}, {22, 38}, Qt::UTC);
    switch (is) {
    case Is::Missing:
        return std::nullopt;
    case Is::Pending:
        item.state = ProtectionState::IRPending;
        item.lastRecoveryPoint.reset();
        break;
    case Is::Protected:
        break;
    case Is::Failing:
        item.lastBackupStatus = LastBackupStatus::Failed;
        break;
    case Is::Stopped:
        item.state = ProtectionState::ProtectionStopped;
        break;
    case Is::SoftDeleted:
        item.state = ProtectionState::ProtectionStopped;
        item.softDeleted = true;
        break;
    case Is::Busy:
        item.runningJob = QStringLiteral("j");
        break;
    }
    return item;
}

} // namespace

class AvailabilityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commands_data();
    void commands();
    void enable_data();
    void enable();
    void backupNeedsItsMachine();
    void cancel_data();
    void cancel();
    void retry();
    void vaults_data();
    void vaults();
    void someOfSeveral();
    void everyReasonIsASentence();
};

// One column for each command: the reason, empty when it can be used.
void AvailabilityTest::commands_data()
{
    QTest::addColumn<int>("is");
    for (const char* command : {"backup", "restore", "stop", "resume", "change", "remove", "undelete"}) {
        QTest::addColumn<QString>(command);
    }
    const auto row = [](const char* what, Is is, std::initializer_list<const char*> reasons) {
        auto& data = QTest::newRow(what) << int(is);
        for (const char* reason : reasons) {
            data << QString::fromLatin1(reason);
        }
    };
    const char* none = "CommandNotProtected";
    row("not protected", Is::Missing, {none, none, none, none, none, none, none});
    row("initial backup pending", Is::Pending,
        {"", "CommandNoPoint", "", "CommandNotStopped", "", "CommandNotStopped", "CommandNotDeleted"});
    row("protected", Is::Protected, {"", "", "", "CommandNotStopped", "", "CommandNotStopped", "CommandNotDeleted"});
    row("last backup failed", Is::Failing,
        {"", "", "", "CommandNotStopped", "", "CommandNotStopped", "CommandNotDeleted"});
    row("stopped", Is::Stopped,
        {"UserErrorBcmDatasourceNotPresent", "", "CommandAlreadyStopped", "", "UserErrorBcmDatasourceNotPresent", "",
         "CommandNotDeleted"});
    row("soft deleted", Is::SoftDeleted,
        {"ItemSoftDeleted", "ItemSoftDeleted", "ItemSoftDeleted", "ItemSoftDeleted", "ItemSoftDeleted",
         "ItemSoftDeleted", ""});
    row("a job runs", Is::Busy,
        {"UserErrorBackupOperationInProgress", "", "BMSUserErrorObjectLocked", "CommandNotStopped",
         "BMSUserErrorObjectLocked", "CommandNotStopped", "CommandNotDeleted"});
}

void AvailabilityTest::commands()
{
    QFETCH(int, is);
    QFETCH(QString, backup);
    QFETCH(QString, restore);
    QFETCH(QString, stop);
    QFETCH(QString, resume);
    QFETCH(QString, change);
    QFETCH(QString, remove);
    QFETCH(QString, undelete);
    const auto item = itemThat(static_cast<Is>(is));
    const auto* one = item ? &*item : nullptr;
    const VirtualMachine vm;
    QCOMPARE(canBackupNow(one, &vm).reasonCode, backup);
    QCOMPARE(canRestore(one).reasonCode, restore);
    QCOMPARE(canStop(one).reasonCode, stop);
    QCOMPARE(canResume(one).reasonCode, resume);
    QCOMPARE(canChangePolicy(one).reasonCode, change);
    QCOMPARE(canDeleteData(one).reasonCode, remove);
    QCOMPARE(canUndelete(one).reasonCode, undelete);
    QCOMPARE(canStop(one).enabled, stop.isEmpty());
}

void AvailabilityTest::enable_data()
{
    QTest::addColumn<int>("protection");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* what, Protection p, const char* reason) {
        QTest::newRow(what) << int(p) << QString::fromLatin1(reason);
    };
    row("not protected", Protection::NotProtected, "");
    row("nobody may look", Protection::Unknown, "CommandProtectionUnknown");
    row("protected", Protection::Protected, "CommandAlreadyProtected");
    row("pending", Protection::InitialPending, "CommandAlreadyProtected");
    row("stopped", Protection::Stopped, "CommandAlreadyProtected");
    row("soft deleted", Protection::SoftDeleted, "ItemSoftDeleted");
}

void AvailabilityTest::enable()
{
    QFETCH(int, protection);
    QFETCH(QString, reason);
    VmRow row;
    row.vm.disks = {VmDisk()};
    row.protection = static_cast<Protection>(protection);
    QCOMPARE(canEnable(row).reasonCode, reason);
    if (reason.isEmpty()) {
        row.vm.disks.clear();
        QCOMPARE(canEnable(row).reasonCode, QStringLiteral("CommandNoDisks"));
        row.vm.problem = Error{"DiskUnreadable", "m", {}, {}, {}};
        QCOMPARE(canEnable(row).reasonCode, QStringLiteral("DiskUnreadable"));
    }
}

void AvailabilityTest::backupNeedsItsMachine()
{
    const auto item = itemThat(Is::Protected);
    QCOMPARE(canBackupNow(&*item, nullptr).reasonCode, QStringLiteral("UserErrorVmNotFoundV2"));
    VirtualMachine off;
    off.power = PowerState::Deallocated; // a crash-consistent point all the same
    QVERIFY(canBackupNow(&*item, &off));
    off.problem = Error{"SomethingNew", "The server's words.", {}, {}, {}};
    QCOMPARE(canBackupNow(&*item, &off).reason(), QStringLiteral("The server's words."));
}

void AvailabilityTest::cancel_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("cancellable");
    QTest::addColumn<bool>("transfers");
    QTest::addColumn<bool>("anyTime");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* what, JobStatus s, bool cancellable, bool transfers, bool anyTime,
                        const char* reason) {
        QTest::newRow(what) << int(s) << cancellable << transfers << anyTime << QString::fromLatin1(reason);
    };
    row("runs", JobStatus::InProgress, true, false, true, "");
    row("transfers, and may be stopped", JobStatus::InProgress, true, true, true, "");
    row("transfers, where that is too late", JobStatus::InProgress, true, true, false, "JobNotInCancelableState");
    row("takes its snapshot, where later is too late", JobStatus::InProgress, true, false, false, "");
    row("is no job to cancel", JobStatus::InProgress, false, false, true, "JobNotCancelable");
    row("is being cancelled", JobStatus::Cancelling, true, false, true, "CommandCancelling");
    row("is done", JobStatus::Completed, true, false, true, "JobNotInProgress");
    row("has failed", JobStatus::Failed, true, false, true, "JobNotInProgress");
}

void AvailabilityTest::cancel()
{
    QFETCH(int, status);
    QFETCH(bool, cancellable);
    QFETCH(bool, transfers);
    QFETCH(bool, anyTime);
    QFETCH(QString, reason);
    BackupJob job;
    job.operation = JobOperation::Backup;
    job.status = static_cast<JobStatus>(status);
    job.cancellable = cancellable;
    JobTask task;
    task.taskId = QStringLiteral("Transfer data to vault");
    task.status = transfers ? TaskStatus::InProgress : TaskStatus::NotStarted;
    job.tasks = {task};
    client::Capabilities capabilities;
    capabilities.cancelAnyTime = anyTime;
    QCOMPARE(canCancel(job, capabilities).reasonCode, reason);
}

void AvailabilityTest::retry()
{
    BackupJob job;
    job.status = JobStatus::Failed;
    QVERIFY(canRetry(job, true));
    QCOMPARE(canRetry(job, false).reasonCode, QStringLiteral("CommandCannotRepeat"));
    job.status = JobStatus::Completed;
    QCOMPARE(canRetry(job, true).reasonCode, QStringLiteral("CommandNotFailed"));
}

void AvailabilityTest::vaults_data()
{
    QTest::addColumn<QString>("subscription");
    QTest::addColumn<QString>("location");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* what, const char* subscription, const char* location, ProvisioningState s,
                        const char* reason) {
        QTest::newRow(what) << QString::fromLatin1(subscription) << QString::fromLatin1(location) << int(s)
                            << QString::fromLatin1(reason);
    };
    row("fits", "s1", "North Europe", ProvisioningState::Succeeded, "");
    row("fits, whatever the case", "S1", "NorthEurope", ProvisioningState::Succeeded, "");
    row("another region", "s1", "westeurope", ProvisioningState::Succeeded, "RegionMismatch");
    row("another subscription", "s2", "northeurope", ProvisioningState::Succeeded, "CommandOtherSubscription");
    row("being made", "s1", "northeurope", ProvisioningState::Provisioning, "ValVaultNotUsable");
    row("being deleted", "s1", "northeurope", ProvisioningState::Deleting, "ValVaultNotUsable");
}

void AvailabilityTest::vaults()
{
    QFETCH(QString, subscription);
    QFETCH(QString, location);
    QFETCH(int, state);
    QFETCH(QString, reason);
    Vault vault;
    vault.id = ArmId::vault(subscription, QStringLiteral("rg"), QStringLiteral("v"));
    vault.location = location;
    vault.provisioning = static_cast<ProvisioningState>(state);
    VirtualMachine vm;
    vm.id = ArmId::virtualMachine(QStringLiteral("s1"), QStringLiteral("rg"), QStringLiteral("vm"));
    vm.location = QStringLiteral("northeurope");
    QCOMPARE(canProtectIn(vault, vm).reasonCode, reason);
}

void AvailabilityTest::someOfSeveral()
{
    const auto no = Availability::no(QStringLiteral("ItemSoftDeleted"));
    const auto other = Availability::no(QStringLiteral("CommandNotStopped"));
    QVERIFY(anyOf({no, Availability::yes()}));
    QCOMPARE(anyOf({no, other}).reasonCode, QStringLiteral("ItemSoftDeleted"));
    QCOMPARE(anyOf({}).reasonCode, QStringLiteral("CommandNothingSelected"));
}

void AvailabilityTest::everyReasonIsASentence()
{
    for (const char* code : {"CommandNotProtected",
                             "CommandAlreadyProtected",
                             "CommandProtectionUnknown",
                             "CommandNoPoint",
                             "CommandAlreadyStopped",
                             "CommandNotStopped",
                             "CommandNotDeleted",
                             "CommandCancelling",
                             "CommandNotFailed",
                             "CommandCannotRepeat",
                             "CommandNotOffered",
                             "CommandOtherSubscription",
                             "CommandNoDisks",
                             "CommandNothingSelected",
                             "ItemSoftDeleted",
                             "UserErrorBcmDatasourceNotPresent",
                             "UserErrorBackupOperationInProgress",
                             "BMSUserErrorObjectLocked",
                             "UserErrorVmNotFoundV2",
                             "JobNotInProgress",
                             "JobNotCancelable",
                             "JobNotInCancelableState",
                             "ValVaultNotUsable"}) {
        const auto words = Availability::no(QString::fromLatin1(code)).reason();
        QVERIFY2(words.endsWith(QLatin1Char('.')) && words.contains(QLatin1Char(' ')), code);
    }
    QCOMPARE(Availability::no(QStringLiteral("RegionMismatch"), {QStringLiteral("a"), QStringLiteral("b")}).reason(),
             QStringLiteral("The VM is in a but the vault is in b."));
    QVERIFY(Availability::yes().reason().isEmpty());
}

VALV_TEST_GUILESS(AvailabilityTest)

} // namespace tst_availability

#include "tst_availability.moc"

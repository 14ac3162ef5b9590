// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/restorevalidation.h"
#include "contract/rules.h"
#include "core/datetime.h"
#include "fixtures.h"
#include "jsontools.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_codecs {

using namespace valv;
using namespace jsontools;

namespace {

//! Calls f with a copy of the value for each leaf in it, that leaf changed.
void forEachLeaf(const QJsonValue& value, const QJsonValue& leaf, const std::function<void(const QJsonValue&)>& f)
{
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            forEachLeaf(it.value(), leaf, [&](const QJsonValue& changed) {
                auto copy = object;
                copy.insert(it.key(), changed);
                f(copy);
            });
        }
    } else if (value.isArray()) {
        const auto array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            forEachLeaf(array.at(i), leaf, [&](const QJsonValue& changed) {
                auto copy = array;
                copy.replace(i, changed);
                f(copy);
            });
        }
    }
    f(leaf);
}

//! With a member that no version knows in every object.
QJsonValue withUnknown(const QJsonValue& value)
{
    if (value.isObject()) {
        auto object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            it.value() = withUnknown(it.value());
        }
        object.insert(QStringLiteral("laterMember"), QStringLiteral("kept"));
        return object;
    }
    if (value.isArray()) {
        QJsonArray written;
        const auto array = value.toArray();
        for (const auto& element : array) {
            written.append(withUnknown(element));
        }
        return written;
    }
    return value;
}

} // namespace

class TestCodecs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip_data() { rows(); }
    void roundTrip();
    void unknownMembersSurvive_data() { rows(); }
    void unknownMembersSurvive();
    void nullEqualsAbsent_data() { rows(); }
    void nullEqualsAbsent();
    void wrongTypesNeverCrash_data() { rows(); }
    void wrongTypesNeverCrash();
    void damagedTextNeverCrashes_data() { rows(); }
    void damagedTextNeverCrashes();
    void wrongTypeIsNamed();
    void bothSpellingsOfEtag();
    void allDigitsOfATimeSurvive();
    void clearedMembersGo();
    void whatIsNotUnderstoodStays();
    void timeOfDayOfAPolicy_data();
    void timeOfDayOfAPolicy();
    void badPolicies_data();
    void badPolicies();
    void hourlyPolicy();
    void unknownScheduleIsRefusedByTheRules();
    void defaultPolicyOnTheWire();
    void itemBeforeItsFirstBackup();
    void itemThatIsUndeleted();
    void jobInAList();
    void jobThatRuns();
    void requests();
    void validations();
    void disksOfAMachine();

private:
    void rows()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(fixtures)); ++i) {
            QTest::newRow(fixtures[i].name) << i;
        }
    }
};

void TestCodecs::roundTrip()
{
    QFETCH(int, index);
    const auto json = object(fixtures[index].json);
    const auto written = fixtures[index].codec(json);
    QVERIFY2(written, written ? "" : (written.error().message + written.error().target).c_str());
    const auto lost = missing(json, *written);
    QVERIFY2(lost.isEmpty(), qPrintable(lost + QStringLiteral("\n") + QString::fromUtf8(compact(*written))));
    QCOMPARE(compact(*fixtures[index].codec(*written)), compact(*written));
    QVERIFY(!compact(*written).contains("null"));
}

void TestCodecs::unknownMembersSurvive()
{
    QFETCH(int, index);
    if (!fixtures[index].keepsRaw) {
        return; // a request of our own making, or only read
    }
    const auto json = withUnknown(object(fixtures[index].json)).toObject();
    const auto written = fixtures[index].codec(json);
    QVERIFY(written);
    const auto lost = missing(json, *written);
    QVERIFY2(lost.isEmpty(), qPrintable(lost));
}

void TestCodecs::nullEqualsAbsent()
{
    QFETCH(int, index);
    const QJsonValue json = object(fixtures[index].json);
    forEachLeaf(json, QJsonValue::Null, [&](const QJsonValue& changed) {
        if (!changed.isObject()) {
            return;
        }
        const auto written = fixtures[index].codec(changed.toObject());
        // Only what is required may be missed, never a type.
        QVERIFY2(written || written.error().code != "InvalidRequestContent", compact(changed.toObject()).constData());
    });
}

void TestCodecs::wrongTypesNeverCrash()
{
    QFETCH(int, index);
    const QJsonValue json = object(fixtures[index].json);
    const QJsonValue leaves[] = {true,
                                 -1,
                                 1e300,
                                 QStringLiteral("x"),
                                 QString(),
                                 QJsonArray{1, QJsonValue::Null, QJsonArray()},
                                 QJsonObject{{QStringLiteral("a"), 1}}};
    for (const auto& leaf : leaves) {
        forEachLeaf(json, leaf, [&](const QJsonValue& changed) {
            const auto written = fixtures[index].codec(changed.toObject());
            QVERIFY(written || !written.error().code.empty());
        });
    }
}

void TestCodecs::damagedTextNeverCrashes()
{
    QFETCH(int, index);
    QRandomGenerator random(quint32(index) + 1);
    const QByteArray text = compact(object(fixtures[index].json));
    for (int i = 0; i < 400; ++i) {
        auto damaged = text.left(random.bounded(text.size() + 1));
        for (int j = random.bounded(4); j > 0 && !damaged.isEmpty(); --j) {
            damaged[random.bounded(damaged.size())] = char(random.bounded(256));
        }
        if (i % 2 == 0) { // cut out of the middle, so that it is sometimes whole
            const auto from = random.bounded(text.size());
            damaged = QByteArray(text).remove(from, random.bounded(24));
        }
        const auto parsed = parseObject(damaged);
        if (parsed) {
            const auto written = fixtures[index].codec(*parsed);
            QVERIFY(written || !written.error().code.empty());
        } else {
            QCOMPARE(parsed.error().code, std::string("InvalidRequestContent"));
        }
    }
}

void TestCodecs::wrongTypeIsNamed()
{
    const auto result =
        BackupPolicy::fromJson(object(R"({"properties":{"backupManagementType":"AzureIaasVM","schedulePolicy":7}})"));
    QVERIFY(!result);
    QCOMPARE(result.error().code, std::string("InvalidRequestContent"));
    QCOMPARE(result.error().target, std::string("properties.schedulePolicy"));
}

void TestCodecs::bothSpellingsOfEtag()
{
    auto older = *Vault::fromJson(object(R"({"name":"v","eTag":"a"})"));
    QCOMPARE(older.etag, QStringLiteral("a"));
    older.etag = QStringLiteral("b");
    QCOMPARE(older.toJson().value(QStringLiteral("eTag")).toString(), QStringLiteral("b"));
    QVERIFY(!older.toJson().contains(QStringLiteral("etag")));
    auto put = *Vault::fromJson(object(R"({"name":"v","eTag":null})"));
    put.etag = QStringLiteral("c");
    QCOMPARE(put.toJson().value(QStringLiteral("etag")).toString(), QStringLiteral("c"));
    QVERIFY(!put.toJson().contains(QStringLiteral("eTag")));
}

void TestCodecs::allDigitsOfATimeSurvive()
{
    auto point =
        *RecoveryPoint::fromJson(object(R"({"properties":{"recoveryPointTime":"2017-11-22T22:32:46.6088472Z"}})"));
    const auto time = [&point] {
        return point.toJson()
            .value(QStringLiteral("properties"))
            .toObject()
            .value(QStringLiteral("recoveryPointTime"))
            .toString();
    };
    QCOMPARE(time(), QStringLiteral("2017-11-22T22:32:46.6088472Z"));
    point.time = point.time.addSecs(1);
    QCOMPARE(time(), QStringLiteral("2017-11-22T22:32:47.608Z"));
}

void TestCodecs::clearedMembersGo()
{
    auto policy = *BackupPolicy::fromJson(object(fixtures[6].json));
    policy.weekly.reset();
    policy.monthly->on = {RetentionFormat::Weekly, {Weekday::Friday}, {WeekOfMonth::Last}, {}, false};
    const auto retention = policy.toJson()
                               .value(QStringLiteral("properties"))
                               .toObject()
                               .value(QStringLiteral("retentionPolicy"))
                               .toObject();
    QVERIFY(!retention.contains(QStringLiteral("weeklySchedule")));
    const auto monthly = retention.value(QStringLiteral("monthlySchedule")).toObject();
    QVERIFY(!monthly.contains(QStringLiteral("retentionScheduleDaily")));
    QVERIFY(monthly.contains(QStringLiteral("retentionScheduleWeekly")));

    auto point = *RecoveryPoint::fromJson(object(fixtures[11].json));
    point.expiry.reset();
    point.keptBy.clear();
    const auto p = point.toJson().value(QStringLiteral("properties")).toObject();
    QVERIFY(!p.value(QStringLiteral("recoveryPointProperties")).toObject().contains(QStringLiteral("expiryTime")));
    QVERIFY(!p.value(QStringLiteral("valv")).toObject().contains(QStringLiteral("keptBy")));
}

void TestCodecs::whatIsNotUnderstoodStays()
{
    const auto json =
        object(R"({"id":"/odd/form/of","properties":{"sourceResourceId":"not an id","lastRecoveryPoint":"soon",
        "protectionState":"Hibernating","lastBackupStatus":"Perfect","policyId":"","policyName":"",
        "lastBackupTime":"2001-01-01T00:00:00Z"}})");
    const auto item = ProtectedItem::fromJson(json);
    QVERIFY(item);
    QVERIFY(item->id.isEmpty());
    QVERIFY(!item->lastBackupTime);
    QVERIFY(item->state == ProtectionState::Unknown);
    const auto lost = missing(json, item->toJson());
    QVERIFY2(lost.isEmpty(), qPrintable(lost));
}

void TestCodecs::timeOfDayOfAPolicy_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QTime>("time");
    QTest::addColumn<QString>("written");
    const auto add = [](const char* sent, QTime time, const char* written) {
        QTest::newRow(sent) << QString::fromLatin1(sent) << time << QString::fromLatin1(written);
    };
    add("2026-01-05T22:30:00Z", {22, 30}, "2026-01-05T22:30:00Z");
    add("2026-01-05T22:30:00.000Z", {22, 30}, "2026-01-05T22:30:00Z");
    add("2026-01-05T22:30:00+00:00", {22, 30}, "2026-01-05T22:30:00Z");
    add("2026-01-05T22:30:00+02:00", {20, 30}, "2026-01-05T20:30:00Z");
    add("0001-01-01T22:30:00Z", {22, 30}, "0001-01-01T22:30:00Z"); // its date is noise
    add("2001-01-01T00:00:00Z", {0, 0}, "2001-01-01T00:00:00Z"); // elsewhere "never"
}

void TestCodecs::timeOfDayOfAPolicy()
{
    QFETCH(QString, sent);
    QFETCH(QTime, time);
    QFETCH(QString, written);
    QByteArray text(fixtures[6].json);
    const auto policy =
        BackupPolicy::fromJson(object(text.replace("2026-01-05T22:30:00Z", sent.toLatin1()).constData()));
    QVERIFY(policy);
    QCOMPARE(policy->runTime, time);
    const auto again = policy->toJson().value(QStringLiteral("properties")).toObject();
    QCOMPARE(again.value(QStringLiteral("schedulePolicy"))
                 .toObject()
                 .value(QStringLiteral("scheduleRunTimes"))
                 .toArray()
                 .first()
                 .toString(),
             written);
    const auto daily =
        again.value(QStringLiteral("retentionPolicy")).toObject().value(QStringLiteral("dailySchedule")).toObject();
    QCOMPARE(daily.value(QStringLiteral("retentionTimes")).toArray().first().toString(), written);
}

void TestCodecs::badPolicies_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto add = [](const char* row, const char* before, const char* after) {
        QTest::newRow(row) << QByteArray(before) << QByteArray(after);
    };
    add("another kind of policy", "\"AzureIaasVM\"", "\"AzureWorkload\"");
    add("the discriminator in other case", "\"AzureIaasVM\"", "\"azureiaasvm\"");
    add("two run times", "\"scheduleRunTimes\":[\"2026-01-05T22:30:00Z\"]",
        "\"scheduleRunTimes\":[\"2026-01-05T22:30:00Z\",\"2026-01-05T23:30:00Z\"]");
    add("no run time", "\"scheduleRunTimes\":[\"2026-01-05T22:30:00Z\"]", "\"scheduleRunTimes\":[]");
    add("a time that is none", "\"scheduleRunTimes\":[\"2026-01-05T22:30:00Z\"]", "\"scheduleRunTimes\":[\"22:30\"]");
    add("another retention time", "\"retentionTimes\":[\"2026-01-05T22:30:00Z\"]",
        "\"retentionTimes\":[\"2026-01-05T22:00:00Z\"]");
    add("weeks in the daily row", "\"durationType\":\"Days\"", "\"durationType\":\"Weeks\"");
    add("an Invalid day", "[\"Sunday\"]", "[\"Invalid\"]");
    add("a day twice", "[\"Sunday\",\"Monday\"]", "[\"Sunday\",\"Sunday\"]");
    add("a month twice", "[\"January\",\"June\"]", "[\"June\",\"June\"]");
    add("two last days", "{\"date\":1,\"isLast\":false}", "{\"date\":0,\"isLast\":true}");
    add("an Invalid format", "\"retentionScheduleFormatType\":\"Daily\"",
        "\"retentionScheduleFormatType\":\"Invalid\"");
}

void TestCodecs::badPolicies()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QByteArray text(fixtures[6].json);
    QVERIFY(text.contains(before));
    const auto policy = BackupPolicy::fromJson(object(text.replace(before, after).constData()));
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, std::string("BMSUserErrorInvalidPolicyInput"));
    QCOMPARE(policy.error().details.size(), std::size_t{1});
    QVERIFY(!policy.error().details[0].target.empty());
}

void TestCodecs::hourlyPolicy()
{
    auto policy = *BackupPolicy::fromJson(object(fixtures[7].json));
    QVERIFY(policy.enhanced);
    QCOMPARE(policy.frequency, Frequency::Hourly);
    QCOMPARE(policy.hourly, (HourlySchedule{4, 12}));
    QCOMPARE(policy.runTime, QTime(8, 0));
    QCOMPARE(policy.runsPerDay(), 4);
    QVERIFY(checkPolicy(policy).isEmpty());

    policy.frequency = Frequency::Weekly; // what one kind of schedule says, another does not keep
    policy.runDays = {Weekday::Sunday};
    const auto schedule = policy.toJson()[QStringLiteral("properties")][QStringLiteral("schedulePolicy")].toObject();
    QCOMPARE(schedule.keys(),
             (QStringList{QStringLiteral("schedulePolicyType"), QStringLiteral("scheduleRunFrequency"),
                          QStringLiteral("weeklySchedule")}));
    policy.enhanced = false;
    const auto plain = policy.toJson();
    QCOMPARE(plain[QStringLiteral("properties")][QStringLiteral("policyType")].toString(), QStringLiteral("V1"));
    const auto again = BackupPolicy::fromJson(plain);
    QVERIFY(again);
    QCOMPARE(again->frequency, Frequency::Weekly);
    QVERIFY(!again->enhanced);
}

void TestCodecs::unknownScheduleIsRefusedByTheRules()
{
    const auto text = QByteArray(fixtures[7].json).replace("SimpleSchedulePolicyV2", "LogSchedulePolicy");
    const auto policy = BackupPolicy::fromJson(object(text.constData()));
    QVERIFY(policy); // it can be listed
    QCOMPARE(policy->frequency, Frequency::Unknown);
    QCOMPARE(checkPolicy(*policy).first().code, QStringLiteral("BMSUserErrorInvalidPolicyInput")); // but not saved
}

void TestCodecs::defaultPolicyOnTheWire()
{
    const auto policy = BackupPolicy::defaultPolicy();
    const auto json = policy.toJson();
    const auto again = BackupPolicy::fromJson(json);
    QVERIFY(again);
    QCOMPARE(again->daily, policy.daily);
    QCOMPARE(again->runTime, QTime(22, 30));
    QVERIFY(checkPolicy(*again).isEmpty());
    QVERIFY(
        json.value(QStringLiteral("properties")).toObject().value(QStringLiteral("protectedItemsCount")).isDouble());
}

void TestCodecs::itemBeforeItsFirstBackup()
{
    ProtectedItem item;
    item.state = ProtectionState::IRPending;
    const auto p = item.toJson().value(QStringLiteral("properties")).toObject();
    QCOMPARE(p.value(QStringLiteral("lastBackupStatus")).toString(QStringLiteral("absent")), QString());
    QCOMPARE(p.value(QStringLiteral("lastBackupTime")).toString(), QStringLiteral("2001-01-01T00:00:00Z"));
    QVERIFY(!p.contains(QStringLiteral("lastRecoveryPoint")));
    QVERIFY(!p.contains(QStringLiteral("extendedInfo")));
    QVERIFY(!p.contains(QStringLiteral("valv")));
    QCOMPARE(p.value(QStringLiteral("policyId")).toString(QStringLiteral("absent")), QString());
}

void TestCodecs::itemThatIsUndeleted()
{
    auto item = *ProtectedItem::fromJson(object(fixtures[8].json));
    QVERIFY(item.softDeleted);
    item.softDeleted = false;
    const auto p = item.toJson().value(QStringLiteral("properties")).toObject();
    for (const char* gone :
         {"isScheduledForDeferredDelete", "deferredDeleteTimeInUTC", "deferredDeleteTimeRemaining"}) {
        QVERIFY2(!p.contains(QLatin1String(gone)), gone);
    }
}

void TestCodecs::jobInAList()
{
    const auto job = *BackupJob::fromJson(object(fixtures[12].json));
    const auto p = job.toJson(false).value(QStringLiteral("properties")).toObject();
    QVERIFY(!p.contains(QStringLiteral("extendedInfo")));
    const auto listed = *BackupJob::fromJson(job.toJson(false));
    QCOMPARE(listed.figures, job.figures);
    QCOMPARE(listed.progress, job.progress);
}

void TestCodecs::jobThatRuns()
{
    BackupJob job;
    job.operation = JobOperation::Backup;
    job.status = JobStatus::InProgress;
    job.startTime = *fromIso(QStringLiteral("2018-12-19T22:30:00Z"));
    job.cancellable = true;
    job.progress = 12.5;
    job.tasks = {{QStringLiteral("Take Snapshot"), TaskStatus::InProgress, job.startTime, {}, 0, {}, {}}};
    const auto p = job.toJson().value(QStringLiteral("properties")).toObject();
    QVERIFY(!p.contains(QStringLiteral("endTime")));
    QCOMPARE(p.value(QStringLiteral("actionsInfo")).toArray(), QJsonArray{QStringLiteral("Cancellable")});
    const auto extended = p.value(QStringLiteral("extendedInfo")).toObject();
    QVERIFY(!extended.contains(QStringLiteral("progressPercentage"))); // a Backup has none there
    const auto task = extended.value(QStringLiteral("tasksList")).toArray().first().toObject();
    QCOMPARE(task.value(QStringLiteral("endTime")).toString(), QStringLiteral("0001-01-01T00:00:00"));
    QVERIFY(job.isRunning());

    job.tasks.clear();
    const auto none =
        job.toJson().value(QStringLiteral("properties")).toObject().value(QStringLiteral("extendedInfo")).toObject();
    QVERIFY(none.value(QStringLiteral("tasksList")).isArray()); // az iterates it
    const auto older = BackupJob::fromJson(object(R"({"properties":{"actionsInfo":[1]}})"));
    QVERIFY(older && older->cancellable);
}

void TestCodecs::requests()
{
    RestoreRequest request;
    request.type = RecoveryType::RestoreDisks;
    const auto luns = [&request] {
        return request.toJson()
            .value(QStringLiteral("properties"))
            .toObject()
            .value(QStringLiteral("restoreDiskLunList"));
    };
    QVERIFY(luns().isUndefined()); // all disks
    request.diskLuns = QList<int>();
    QVERIFY(luns().isArray()); // the OS disk only
    QCOMPARE(RestoreRequest::fromJson(request.toJson())->diskLuns, request.diskLuns);
    QVERIFY(
        !RestoreRequest::fromJson(object(R"({"properties":{"objectType":"IaasVMRestoreWithRehydrationRequest"}})")));
    QVERIFY(!RestoreRequest::fromJson(
        object(R"({"properties":{"objectType":"IaasVMRestoreRequest","restoreDiskLunList":[-1]}})")));

    QVERIFY(!BackupRequest::fromJson(object(R"({"properties":{}})")));
    QVERIFY(!BackupRequest::fromJson(
        object(R"({"properties":{"objectType":"IaasVMBackupRequest","recoveryPointExpiryTimeInUTC":"tomorrow"}})")));

    QVERIFY(!ProtectRequest::fromJson(
        object(R"({"properties":{"protectedItemType":"Microsoft.ClassicCompute/virtualMachines"}})")));
    const auto putBack = ProtectRequest::fromJson(object(
        R"({"properties":{"protectedItemType":"Microsoft.Compute/virtualMachines","protectionState":"Protected"}})"));
    QVERIFY(putBack && putBack->state.isEmpty()); // what a client got and puts back is read-only
}

void TestCodecs::validations()
{
    RestoreRequest request;
    request.type = RecoveryType::RestoreDisks;
    request.recoveryPointId = QStringLiteral("348916168024334");
    request.targetFolder = QStringLiteral("/srv/åter");
    const auto read = validatedRequest(validationBody(request));
    QVERIFY(read);
    QCOMPARE(read->recoveryPointId, request.recoveryPointId);
    QCOMPARE(read->targetFolder, request.targetFolder);
    QVERIFY(!validatedRequest(object(R"({"objectType":"SomethingElse","restoreRequest":{}})")));
    QVERIFY(!validatedRequest(object(R"({"objectType":"ValidateIaasVMRestoreOperationRequest"})")));

    RestoreValidation validation;
    RestoreCheck room;
    room.check = QStringLiteral("TargetSpace");
    room.state = CheckState::Failed;
    room.code = QStringLiteral("ValvRestoreNoSpace");
    room.message = QStringLiteral("Too little.");
    room.action = QStringLiteral("Free some space.");
    room.neededBytes = 10;
    room.freeBytes = 0;
    RestoreCheck folder;
    folder.check = QStringLiteral("TargetFolder");
    folder.state = CheckState::Passed;
    folder.target = QStringLiteral("/srv");
    validation.checks = {folder, room};
    const auto json = validation.toJson();
    QCOMPARE(RestoreValidation::fromJson(json)->checks, validation.checks);
    // A client that knows only the contract sees what speaks against it.
    const auto results = json.value(QStringLiteral("validateOperationResponse"))
                             .toObject()
                             .value(QStringLiteral("validationResults"))
                             .toArray();
    QCOMPARE(results.size(), 1);
    QCOMPARE(results.first().toObject().value(QStringLiteral("code")).toString(), room.code);
    const auto plain = RestoreValidation::fromJson(
        object(R"({"validateOperationResponse":{"validationResults":[{"code":"c","message":"m","recommendations":["a","b"]}]}})"));
    QVERIFY(plain);
    QCOMPARE(plain->checks.size(), 1);
    QVERIFY(plain->checks.first().state == CheckState::Failed);
    QCOMPARE(plain->checks.first().action, QStringLiteral("a b"));
}

void TestCodecs::disksOfAMachine()
{
    auto machine = *VirtualMachine::fromJson(object(fixtures[5].json));
    QCOMPARE(machine.disks.size(), 3);
    QVERIFY(machine.disks[0].os);
    QCOMPARE(machine.disks[0].capacityBytes, qint64{2147483136});
    QCOMPARE(machine.disks[1].capacityBytes, qint64{1} << 30);
    QCOMPARE(machine.disks[1].allocatedBytes, qint64{-1});
    QCOMPARE(machine.disks[2].path, QStringLiteral("/i/3.img"));
    QVERIFY(machine.power == PowerState::Running);
    machine.disks.removeAt(1);
    machine.power = PowerState::Deallocated;
    const auto again = *VirtualMachine::fromJson(machine.toJson());
    QCOMPARE(again.disks, machine.disks);
    QVERIFY(again.power == PowerState::Deallocated);
    const auto data = machine.toJson()
                          .value(QStringLiteral("properties"))
                          .toObject()
                          .value(QStringLiteral("storageProfile"))
                          .toObject()
                          .value(QStringLiteral("dataDisks"))
                          .toArray();
    QCOMPARE(data.size(), 1);
    QVERIFY(data.first().toObject().contains(QStringLiteral("managedDisk"))); // stays with its own disk
}

VALV_TEST_GUILESS(TestCodecs)

} // namespace tst_codecs

#include "tst_codecs.moc"

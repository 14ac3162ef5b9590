// SPDX-License-Identifier: GPL-3.0-or-later
// The list of alerts: what is asked for and when, how they are counted, what is told of new ones, and what a person
// makes of them. Source: flows.md I9, wishes.md W16.
#include "presentation/activity/alertnotes.h"
#include "presentation/models/alertmodel.h"
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QDate>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>
#include <QTime>
#include <QUrl>
#include <QUrlQuery>

namespace tst_alertstore {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using contract::Alert;
using contract::AlertCondition;
using contract::AlertSeverity;
using contract::AlertState;

namespace {

struct Rig : SessionRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId other = backend.vaultId(QStringLiteral("valv-test"));
    ArmId web = FakeBackend::itemId(vault, backend.vmId(QStringLiteral("vm-web-01")));
    ArmId sql = FakeBackend::itemId(vault, backend.vmId(QStringLiteral("sql-prod-01")));

    //! Critical and new, a warning that somebody works on, and one of another vault; one that is over.
    void fill()
    {
        const auto now = backend.now;
        backend.addAlert(QStringLiteral("MissedRun"), AlertSeverity::Warning, sql, now.addSecs(-60)).state =
            AlertState::Acknowledged;
        backend.addAlert(QStringLiteral("BackupFailed"), AlertSeverity::Critical, web, now.addDays(-3));
        backend.addAlert(QStringLiteral("SoftDeleteOff"), AlertSeverity::Critical, other, now.addSecs(-3600));
        backend.addAlert(QStringLiteral("BackupFailed"), AlertSeverity::Critical, sql, now.addDays(-1)).condition =
            AlertCondition::Resolved;
    }
    [[nodiscard]] AlertStore& open()
    {
        start();
        auto& alerts = session->alerts();
        pass(1);
        return alerts;
    }
    [[nodiscard]] static QStringList codes(const QList<Alert>& alerts)
    {
        QStringList all;
        for (const auto& alert : alerts) {
            all.append(alert.code);
        }
        return all;
    }
};

} // namespace

class AlertStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatIsActive()
    {
        Rig rig;
        rig.fill();
        const auto& alerts = rig.open();
        QCOMPARE(alerts.count(), 4);
        const auto all = alerts.counts();
        QCOMPARE(all.critical, (AlertCounts::Of{2, 2}));
        QCOMPARE(all.warning, (AlertCounts::Of{1, 0}));
        QCOMPARE(all.active(), 3);
        QCOMPARE(alerts.counts(rig.other).critical.active, 1);
        QCOMPARE(alerts.counts(rig.vault).active(), 2);
        QCOMPARE(alerts.counts(rig.sql).active(), 1);
        QCOMPARE(alerts.countsByVault().value(rig.vault), alerts.counts(rig.vault));
        QCOMPARE(Rig::codes(alerts.active()),
                 (QStringList{QStringLiteral("SoftDeleteOff"), QStringLiteral("BackupFailed"),
                              QStringLiteral("MissedRun")}));
        QVERIFY(alerts.fired(rig.web, QStringLiteral("BackupFailed")) != nullptr);
        QVERIFY(alerts.fired(rig.sql, QStringLiteral("BackupFailed")) == nullptr); // it is over
    }

    void daysInTheZone()
    {
        Rig rig;
        // 23:30 UTC on the 17th is the 18th in Stockholm.
        rig.backend.addAlert(QStringLiteral("BackupFailed"), AlertSeverity::Critical, rig.web,
                             QDateTime(QDate(2018, 12, 17), QTime(23, 30), Qt::UTC));
        rig.backend.addAlert(QStringLiteral("MissedRun"), AlertSeverity::Warning, rig.web, rig.backend.now);
        rig.backend.addAlert(QStringLiteral("MissedRun"), AlertSeverity::Warning, rig.web, rig.backend.now.addDays(-9));
        const auto days = rig.open().perDay({}, rig.format.now(), 3);
        QCOMPARE(
            days,
            (QList<AlertDay>{{QDate(2018, 12, 17), 0, 0}, {QDate(2018, 12, 18), 1, 0}, {QDate(2018, 12, 19), 0, 1}}));
    }

    //! Those whose cause is there are all asked for; of the others only the recent, until more are wanted.
    void asksForWhatMatters()
    {
        Rig rig;
        rig.fill();
        auto& alerts = rig.open();
        QStringList asked;
        const auto collect = [&] {
            asked.clear();
            for (const auto& request : rig.transport->requests) {
                if (QUrl(request.target).path().endsWith(QLatin1String("/alerts"), Qt::CaseInsensitive)) {
                    asked.append(QUrlQuery(QUrl(request.target)).query(QUrl::FullyDecoded));
                }
            }
        };
        collect();
        QCOMPARE(asked.size(), 2);
        QVERIFY(asked[0].contains(QLatin1String("monitorCondition=Fired")));
        QVERIFY(!asked[0].contains(QLatin1String("customTimeRange")));
        QVERIFY(asked[1].contains(QLatin1String("monitorCondition=Resolved")));
        QVERIFY2(asked[1].contains(QLatin1String("customTimeRange=2018-11-19T")), qPrintable(asked[1]));
        alerts.setPeriod(std::nullopt);
        rig.pass(1);
        collect();
        QCOMPARE(asked.size(), 4);
        QVERIFY(!asked[3].contains(QLatin1String("customTimeRange")));
    }

    //! Every minute, without anybody asking; and when a job has ended.
    void staysLive()
    {
        Rig rig;
        rig.backend.addVault(QStringLiteral("valv-produktion"));
        rig.backend.addVm(QStringLiteral("vm-web-01"));
        rig.backend.addItem(rig.vault, rig.backend.vmId(QStringLiteral("vm-web-01")));
        auto& alerts = rig.open();
        QCOMPARE(alerts.count(), 0);
        rig.fill();
        rig.pass(50);
        QCOMPARE(alerts.count(), 0);
        rig.pass(15);
        QCOMPARE(alerts.count(), 4);
        rig.backend.addAlert(QStringLiteral("PointTooOld"), AlertSeverity::Critical, rig.web, rig.backend.now);
        (void)rig.session->items().backupNow(rig.web, std::nullopt);
        rig.pass(2);
        rig.backend.jobs.last().status = contract::JobStatus::Failed;
        rig.pass(3);
        QCOMPARE(alerts.count(), 5);
    }

    //! What was there before the console is not news; what comes, and what comes back, is.
    void tellsOfNewOnes()
    {
        Rig rig;
        rig.fill();
        auto& alerts = rig.open();
        QSignalSpy raised(&alerts, &AlertStore::raised);
        rig.pass(70);
        QCOMPARE(raised.size(), 0);
        rig.backend.addAlert(QStringLiteral("PointTooOld"), AlertSeverity::Critical, rig.web, rig.backend.now);
        rig.backend.alerts[3].condition = AlertCondition::Fired;
        rig.backend.alerts[3].changed = rig.backend.now;
        alerts.refresh();
        rig.pass(1);
        QCOMPARE(raised.size(), 1);
        QCOMPARE(Rig::codes(raised.at(0).at(0).value<QList<Alert>>()).size(), 2);
        alerts.refresh();
        rig.pass(1);
        QCOMPARE(raised.size(), 1); // once
    }

    //! Each by itself while they are few; many are one. What a job has told already is not told again.
    void whatIsTold()
    {
        Rig rig;
        auto& alerts = rig.open();
        NotificationLog log(*rig.clock);
        AlertNotes notes(alerts, log);
        const auto comeUp = [&rig, &alerts](const char* code, int count) {
            for (int i = 0; i < count; ++i) {
                const auto item = FakeBackend::itemId(rig.vault, rig.backend.vmId(QStringLiteral("vm-%1").arg(i)));
                rig.backend.addAlert(QString::fromLatin1(code), AlertSeverity::Critical, item, rig.backend.now);
            }
            alerts.refresh();
            rig.pass(1);
        };
        comeUp("BackupFailed", 1);
        QCOMPARE(log.all().size(), 0);
        comeUp("PointTooOld", 1);
        QCOMPARE(log.all().size(), 1);
        QCOMPARE(log.all().first().state, NotificationState::Failed);
        QCOMPARE(log.all().first().body.text(),
                 QStringLiteral("vm-0 has had no good backup for longer than its policy allows for."));
        QCOMPARE(log.all().first().target, FakeBackend::itemId(rig.vault, rig.backend.vmId(QStringLiteral("vm-0"))));
        comeUp("MissedRun", 4);
        QCOMPARE(log.all().size(), 2);
        QCOMPARE(log.all().first().body.text(), QStringLiteral("4 new alerts have come up. They are under Alerts."));
    }

    //! A refresh that fails keeps the rows, and what comes after it is still told once.
    void aRefreshThatFails()
    {
        Rig rig;
        rig.fill();
        auto& alerts = rig.open();
        QSignalSpy raised(&alerts, &AlertStore::raised);
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return QUrl(request.target).path().endsWith(QLatin1String("/alerts"))
                ? std::optional<Result<HttpResponse>>(answer(403, errorBody(QStringLiteral("AuthorizationFailed"))))
                : std::nullopt;
        };
        alerts.refresh();
        rig.pass(1);
        QCOMPARE(alerts.state(), LoadState::Stale);
        QCOMPARE(alerts.count(), 4);
        QCOMPARE(raised.size(), 0);
        rig.backend.before = {};
        rig.pass(65); // by itself
        QCOMPARE(alerts.state(), LoadState::Ready);
        QCOMPARE(raised.size(), 0);
    }

    void whatAPersonMakesOfIt()
    {
        Rig rig;
        rig.fill();
        auto& alerts = rig.open();
        const auto id = alerts.fired(rig.web, QStringLiteral("BackupFailed"))->id;
        QSignalSpy changed(&alerts, &ListStoreBase::rowsChanged);
        const auto done = await(alerts.setState(id, AlertState::Acknowledged));
        rig.pass(1);
        QVERIFY(done && done->has_value());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(standingOf(*alerts.find(id)), AlertStanding::Acknowledged);
        QCOMPARE(alerts.find(id)->changedBy, QStringLiteral("E. Lind"));
        QCOMPARE(alerts.counts().critical, (AlertCounts::Of{2, 1}));
        rig.backend.alerts.removeIf([&id](const Alert& alert) { return alert.id == id; });
        const auto gone = await(alerts.setState(id, AlertState::Closed));
        QVERIFY(gone && !gone->has_value());
    }

    //! A list that was on its way when a person acknowledged says nothing of it.
    void anOvertakenAnswer()
    {
        Rig rig;
        rig.fill();
        auto& alerts = rig.open();
        const auto id = alerts.fired(rig.web, QStringLiteral("BackupFailed"))->id;
        const auto old = rig.backend.alerts;
        QVERIFY(await(alerts.setState(id, AlertState::Acknowledged)).has_value());
        rig.pass(1);
        rig.backend.alerts = old;
        alerts.refresh();
        rig.pass(1);
        QCOMPARE(standingOf(*alerts.find(id)), AlertStanding::Acknowledged);
    }

    void filters()
    {
        Rig rig;
        rig.fill();
        auto& alerts = rig.open();
        AlertModel model(alerts, rig.format);
        AlertFilter rows(model);
        rows.sort(AlertModel::Severity, Qt::DescendingOrder);
        const auto shown = [&rows] {
            QStringList all;
            for (int row = 0; row < rows.rowCount(); ++row) {
                all.append(rows.rowAt(row).code);
            }
            return all;
        };
        const auto soft = QStringLiteral("SoftDeleteOff");
        const auto failed = QStringLiteral("BackupFailed");
        const auto missed = QStringLiteral("MissedRun");
        QCOMPARE(shown(), (QStringList{soft, failed, missed, failed})); // the last is over
        rows.setSeverity(AlertSeverity::Warning);
        QCOMPARE(shown(), QStringList{missed});
        rows.setSeverity(AlertSeverity::Unknown);
        rows.setStandings({AlertStanding::Resolved});
        QCOMPARE(shown(), QStringList{failed});
        rows.setStandings({});
        rows.setScope(rig.vault);
        QCOMPARE(shown(), (QStringList{failed, missed, failed}));
        rows.setScope(rig.sql);
        QCOMPARE(shown(), (QStringList{missed, failed}));
        rows.setSince(rig.backend.now.addSecs(-3600));
        QCOMPARE(shown(), QStringList{missed});
        rows.setScope({});
        rows.setSince(rig.backend.now); // active ones are always in
        QCOMPARE(shown(), (QStringList{soft, failed, missed}));
        rows.setVault(rig.other);
        QCOMPARE(shown(), QStringList{soft});
        rows.setVault({});
        rows.setSince(std::nullopt);
        rows.setText(QStringLiteral("SQL"));
        QCOMPARE(shown(), (QStringList{missed, failed}));
    }
};

VALV_TEST_GUILESS(AlertStoreTest)

} // namespace tst_alertstore

#include "tst_alertstore.moc"

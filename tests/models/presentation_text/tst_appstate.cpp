// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datetime.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/app/settings.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_appstate {

using namespace valv;
using namespace valv::presentation;

namespace {

Notification saying(const char* title, NotificationState state = NotificationState::Succeeded)
{
    Notification notification;
    notification.state = state;
    notification.title = Phrase::verbatim(QString::fromUtf8(title));
    return notification;
}

} // namespace

class TestAppState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsSurviveARestart()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("valv.ini"));
        {
            Settings settings(file);
            QSignalSpy changed(&settings, &Settings::changed);
            QCOMPARE(settings.connection(), ConnectionKind::None);
            settings.setLanguage(LanguageChoice::Swedish);
            settings.setLook(LookChoice::Dark);
            settings.setConnection(ConnectionKind::Folders);
            settings.setVmFolders({QStringLiteral("/srv/a, b"), QStringLiteral("/srv/å")});
            settings.setTableState(QStringLiteral("jobs"), QByteArray("\x00\x01\xff", 3));
            settings.setNavCollapsed(true);
            QCOMPARE(changed.size(), 5);
            settings.setNavCollapsed(true);
            QCOMPARE(changed.size(), 5);
        }
        Settings settings(file);
        QSignalSpy changed(&settings, &Settings::changed);
        settings.setVmFolders({QStringLiteral("/srv/a, b"), QStringLiteral("/srv/å")});
        settings.setNavCollapsed(true);
        QCOMPARE(changed.size(), 0);
        QCOMPARE(settings.language(), LanguageChoice::Swedish);
        QCOMPARE(settings.look(), LookChoice::Dark);
        QCOMPARE(settings.connection(), ConnectionKind::Folders);
        QCOMPARE(settings.vmFolders(), QStringList({QStringLiteral("/srv/a, b"), QStringLiteral("/srv/å")}));
        QCOMPARE(settings.tableState(QStringLiteral("jobs")), QByteArray("\x00\x01\xff", 3));
        settings.restoreDefaults();
        QCOMPARE(settings.look(), LookChoice::System);
        QVERIFY(settings.tableState(QStringLiteral("jobs")).isEmpty());
        QCOMPARE(settings.connection(), ConnectionKind::Folders);
    }

    void recentPlacesAreNewestFirstAndFew()
    {
        Settings settings;
        for (int i = 0; i < 12; ++i) {
            settings.addRecent(QString::number(i % 10));
        }
        QCOMPARE(settings.recent().size(), 8);
        QCOMPARE(settings.recent().first(), QStringLiteral("1"));
        QCOMPARE(settings.recent().count(QStringLiteral("1")), 1);
    }

    void nonsenseInTheFileIsTheDefault()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("valv.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[appearance]\nlanguage=klingon\ntheme=17\n");
        file.close();
        const Settings settings(path);
        QCOMPARE(settings.language(), LanguageChoice::System);
        QCOMPARE(settings.look(), LookChoice::System);
    }

    void languageSwitchesWordsLocaleAndFormat()
    {
        Settings settings;
        ManualClock clock{Instant{}};
        Language language(settings, QTimeZone::utc(), clock);
        QSignalSpy changed(&language, &Language::changed);
        language.choose(LanguageChoice::Swedish);
        QVERIFY(language.isSwedish());
        QCOMPARE(QLocale().language(), QLocale::Swedish);
        QCOMPARE(Format::days(2), QStringLiteral("2 dagar"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Avbryt"));
        language.toggle();
        QVERIFY(!language.isSwedish());
        QCOMPARE(QLocale().language(), QLocale::English);
        QCOMPARE(QLocale().firstDayOfWeek(), Qt::Monday);
        QCOMPARE(Format::days(1), QStringLiteral("1 day"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
        QVERIFY(changed.size() >= 1);
        QCOMPARE(language.translate(QStringLiteral("sv"), "valv::presentation::StatusWords", "Failed"),
                 QStringLiteral("Misslyckades"));
    }

    void notificationsAreKeptNewestFirst()
    {
        ManualClock clock{Instant{}};
        NotificationLog log(clock);
        QSignalSpy added(&log, &NotificationLog::added);
        QSignalSpy unread(&log, &NotificationLog::unreadChanged);
        const int first = log.add(saying("one", NotificationState::InProgress));
        const int second = log.add(saying("two"));
        QCOMPARE(log.all().first().id, second);
        QCOMPARE(log.unread(), 2);
        log.markAllRead();
        QCOMPARE(log.unread(), 0);
        clock.advance(std::chrono::minutes(3));
        log.update(first, saying("one is done"));
        QCOMPARE(log.all().first().id, first);
        QCOMPARE(log.all().first().time, toDateTime(clock.now()));
        QCOMPARE(log.unread(), 1);
        QCOMPARE(added.size(), 3);
        QCOMPARE(unread.size(), 4);
        log.dismiss(first);
        QCOMPARE(log.all().size(), 1);
        QCOMPARE(log.unread(), 0);
    }

    void progressDoesNotMoveIt()
    {
        ManualClock clock{Instant{}};
        NotificationLog log(clock);
        const int running = log.add(saying("running", NotificationState::InProgress));
        log.add(saying("later"));
        QSignalSpy changed(&log, &NotificationLog::changed);
        log.setProgress(running, 0.64);
        log.setProgress(running, 0.64);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(log.all().last().id, running);
        QCOMPARE(log.find(running)->progress.value_or(0), 0.64);
        log.dismissAll();
        QCOMPARE(log.all().size(), 1); // what runs stays
        log.update(running, saying("done"));
        QVERIFY(!log.find(running)->progress);
    }

    void retryOnce()
    {
        ManualClock clock{Instant{}};
        NotificationLog log(clock);
        int calls = 0;
        const int id = log.add(saying("failed", NotificationState::Failed), [&calls] { ++calls; });
        QVERIFY(log.find(id)->canRetry);
        QVERIFY(log.retry(id));
        QVERIFY(!log.retry(id));
        QVERIFY(!log.find(id)->canRetry);
        QCOMPARE(calls, 1);
    }

    void notificationsSurviveARestart()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("notifications.json"));
        ManualClock clock{toInstant(QDateTime(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC))};
        int failed = 0;
        {
            NotificationLog log(clock, file);
            log.add(saying("running", NotificationState::InProgress));
            Notification bad = saying("bad", NotificationState::Failed);
            bad.body = Phrase("Ctx", "Backup of %1 failed", {QStringLiteral("vm %2 å")});
            bad.error = Error{"DiskVanished", "gone", "/a", "look", {}};
            bad.target = ArmId::vault(QStringLiteral("s"), QStringLiteral("g"), QStringLiteral("v"));
            failed = log.add(bad, [] {});
        }
        NotificationLog log(clock, file);
        QCOMPARE(log.all().size(), 2);
        const Notification* bad = log.find(failed);
        QVERIFY(bad);
        QCOMPARE(bad->body.text(), QStringLiteral("Backup of vm %2 å failed"));
        QCOMPARE(bad->error->code, std::string("DiskVanished"));
        QCOMPARE(bad->target.name(), QStringLiteral("v"));
        QVERIFY(!bad->canRetry);
        QCOMPARE(log.all().last().state, NotificationState::Info);
        QVERIFY(!log.all().last().body.isEmpty());
        QVERIFY(log.add(saying("new")) > failed);
    }

    void atMostTwoHundred()
    {
        ManualClock clock{Instant{}};
        NotificationLog log(clock);
        QSignalSpy removed(&log, &NotificationLog::removed);
        for (int i = 0; i < 203; ++i) {
            log.add(saying("x"));
        }
        QCOMPARE(log.all().size(), 200);
        QCOMPARE(removed.size(), 3);
    }
};

VALV_TEST_GUILESS(TestAppState)

} // namespace tst_appstate

#include "tst_appstate.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of each kind of alert, in both languages. Source: docs/wire-extensions.md, flows.md I9.
#include "core/datetime.h"
#include "presentation/app/language.h"
#include "presentation/text/alerttext.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_alerttext {

using namespace valv;
using namespace valv::presentation;
using contract::Alert;
using contract::AlertCondition;
using contract::AlertSeverity;
using contract::AlertState;

namespace {

QDateTime at(int day, int hour)
{
    return {QDate(2018, 12, day), QTime(hour, 30), Qt::UTC};
}

//! No-break spaces as what they look like.
QString plain(QString text)
{
    return text.replace(QChar(0xa0), QLatin1Char(' ')).replace(QChar(0x202f), QLatin1Char(' '));
}

using Facts = QMap<QString, QString>;

} // namespace

class TestAlertText : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>(toInstant(at(19, 8)));
    Settings m_settings;
    Language m_language{m_settings, QTimeZone("Europe/Stockholm"), *m_clock};

    [[nodiscard]] AlertText say(const Alert& alert, LanguageChoice words)
    {
        m_settings.setLanguage(words);
        return AlertText::of(alert, m_language.format());
    }
    static Alert made(const QString& code, int count, const Facts& facts)
    {
        Alert alert;
        alert.code = code;
        alert.targetName = QStringLiteral("fil-01");
        alert.severity = AlertSeverity::Critical;
        alert.condition = AlertCondition::Fired;
        alert.state = AlertState::New;
        alert.raised = at(17, 21);
        alert.last = at(18, 21);
        alert.count = count;
        alert.facts = facts;
        alert.description = QStringLiteral("What the server says.");
        alert.action = QStringLiteral("What the server advises.");
        return alert;
    }

private Q_SLOTS:
    void eachKind_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("count");
        QTest::addColumn<Facts>("facts");
        QTest::addColumn<QString>("english"); // title | what happened | cause | what to do
        QTest::addColumn<QString>("swedish");
        const auto row = [](const char* code, int count, const Facts& facts, const char* english, const char* swedish) {
            QTest::addRow("%s %d", code, count) << QString::fromLatin1(code) << count << facts
                                                << QString::fromUtf8(english) << QString::fromUtf8(swedish);
        };
        const auto since = [](const char* more = nullptr, const char* value = nullptr) {
            Facts facts{{QStringLiteral("since"), QStringLiteral("2018-12-17T21:30:00Z")}};
            if (more != nullptr) {
                facts.insert(QLatin1String(more), QLatin1String(value));
            }
            return facts;
        };
        const auto points = [](const char* more = nullptr, const char* value = nullptr) {
            Facts facts{{QStringLiteral("points"), QStringLiteral("3")}};
            if (more != nullptr) {
                facts.insert(QLatin1String(more), QLatin1String(value));
            }
            return facts;
        };
        row("BackupFailed", 1, {},
            "Backup failed|The backup of fil-01 failed on Tuesday 18 December at 22:30.||Look at the job, remove the "
            "cause, "
            "and back up again.",
            "Säkerhetskopieringen misslyckades|Säkerhetskopieringen av fil-01 misslyckades tisdag 18 december kl. "
            "22:30.||Titta på jobbet, åtgärda orsaken och säkerhetskopiera igen.");
        row("BackupFailed", 3, {},
            "Backup failed 3 times|The backup of fil-01 has failed 3 times, the last time on Tuesday 18 December at "
            "22:30.||Look at the job, remove the cause, and back up again.",
            "Säkerhetskopieringen misslyckades 3 gånger|Säkerhetskopieringen av fil-01 har misslyckats 3 gånger, "
            "senast "
            "tisdag 18 december kl. 22:30.||Titta på jobbet, åtgärda orsaken och säkerhetskopiera igen.");
        row("RestoreFailed", 1, {},
            "Restore failed|The restore of fil-01 failed on Tuesday 18 December at 22:30.||Look at the job, remove the "
            "cause, and restore again.",
            "Återställningen misslyckades|Återställningen av fil-01 misslyckades tisdag 18 december kl. 22:30.||Titta "
            "på "
            "jobbet, åtgärda orsaken och återställ igen.");
        row("PointTooOld", 1, since(),
            "The last good backup is too old|fil-01 has had no good backup since Monday 17 December at 22:30. That is "
            "longer than its policy allows for.||Check that Valv runs at the time of the schedule, and back up now.",
            "Den senaste fungerande säkerhetskopian är för gammal|fil-01 har inte fått någon fungerande säkerhetskopia "
            "sedan måndag 17 december kl. 22:30. Det är längre än principen medger.||Kontrollera att Valv är igång när "
            "schemat ska köras, och säkerhetskopiera nu.");
        row("MissedRun", 1, since("missed", "1"),
            "1 scheduled backup missed|A scheduled backup of fil-01 could not start on time, on Monday 17 December at "
            "22:30. One backup makes up for it.|The computer was off or asleep, or Valv was not running.|Nothing, if "
            "the "
            "computer was off on purpose. Otherwise let Valv run as a service.",
            "1 schemalagd säkerhetskopiering missad|En schemalagd säkerhetskopiering av fil-01 kunde inte starta i "
            "tid, "
            "måndag 17 december kl. 22:30. En säkerhetskopiering tar igen den.|Datorn var avstängd eller i viloläge, "
            "eller "
            "så var Valv inte igång.|Inget, om datorn var avstängd med avsikt. Låt annars Valv köras som en tjänst.");
        row("MissedRun", 4, since("missed", "4"),
            "4 scheduled backups missed|4 scheduled backups of fil-01 could not start on time, the first on Monday 17 "
            "December at 22:30. One backup makes up for them.|The computer was off or asleep, or Valv was not "
            "running.|Nothing, if the computer was off on purpose. Otherwise let Valv run as a service.",
            "4 schemalagda säkerhetskopieringar missade|4 schemalagda säkerhetskopieringar av fil-01 kunde inte starta "
            "i "
            "tid, den första måndag 17 december kl. 22:30. En säkerhetskopiering tar igen dem.|Datorn var avstängd "
            "eller i "
            "viloläge, eller så var Valv inte igång.|Inget, om datorn var avstängd med avsikt. Låt annars Valv köras "
            "som en "
            "tjänst.");
        row("BackupWithWarnings", 1, {},
            "Backup completed with warnings|The backup of fil-01 on Tuesday 18 December at 22:30 completed with "
            "warnings.||Look at the job.",
            "Säkerhetskopieringen slutfördes med varningar|Säkerhetskopieringen av fil-01 tisdag 18 december kl. 22:30 "
            "slutfördes med varningar.||Titta på jobbet.");
        row("BackupDataDeleted", 1, points(),
            "Backup data deleted|The backup data of fil-01 was deleted: 3 recovery points.||If that was not intended, "
            "undelete it before its time is up.",
            "Säkerhetskopierade data har tagits bort|Säkerhetskopierade data för fil-01 har tagits bort: 3 "
            "återställningspunkter.||Om det inte var avsiktligt kan du ångra borttagningen innan tiden är ute.");
        row("RecoveryPointDeleted", 1, {{QStringLiteral("time"), QStringLiteral("2018-12-11T21:30:00Z")}},
            "Recovery point deleted|The recovery point of fil-01 from Tuesday 11 December at 22:30 was deleted.||Close "
            "the "
            "alert if this was intended.",
            "Återställningspunkt borttagen|Återställningspunkten för fil-01 från tisdag 11 december kl. 22:30 har "
            "tagits "
            "bort.||Stäng aviseringen om det var avsiktligt.");
        row("PolicyShortened", 1, points("policy", "Produktion-GFS"),
            "Recovery points expire because a policy was changed|A change of the policy Produktion-GFS lets recovery "
            "points "
            "expire: 3 recovery points.||Restore from them before they are removed, or pin those that must stay.",
            "Återställningspunkter går ut för att en princip har ändrats|En ändring av principen Produktion-GFS gör "
            "att "
            "återställningspunkter går ut: 3 återställningspunkter.||Återställ från dem innan de tas bort, eller fäst "
            "dem "
            "som måste vara kvar.");
        row("SoftDeleteOff", 1, {},
            "Soft delete is off|Soft delete was turned off for the vault fil-01: deleted backup data can't be brought "
            "back.||Turn it on again unless this was intended.",
            "Mjuk borttagning är avstängd|Mjuk borttagning har stängts av för valvet fil-01: borttagna "
            "säkerhetskopierade "
            "data kan inte återfås.||Slå på den igen om det inte var avsiktligt.");
        row("ReplicationProblem", 1, {},
            "The second location is not up to date|The second location of the vault fil-01 can't be kept up to "
            "date.||Check that the second location is connected and has room.",
            "Den andra platsen är inte aktuell|Den andra platsen för valvet fil-01 kan inte hållas "
            "aktuell.||Kontrollera "
            "att den andra platsen är ansluten och har utrymme.");
        row("VaultDamaged", 1, {},
            "Damage found in the vault|The check of the vault fil-01 found damage.||Restore the damaged files from a "
            "copy "
            "of the vault, then back up again.",
            "Skador hittades i valvet|Kontrollen av valvet fil-01 hittade skador.||Återställ de skadade filerna från "
            "en "
            "kopia av valvet och säkerhetskopiera sedan igen.");
        row("VaultDamaged", 2,
            {{QStringLiteral("files"), QStringLiteral("2")},
             {QStringLiteral("points"), QStringLiteral("3")},
             {QStringLiteral("machines"), QStringLiteral("db, web")},
             {QStringLiteral("repaired"), QStringLiteral("0")},
             {QStringLiteral("message"), QStringLiteral("2 damaged files.")}},
            "Damage found in the vault|The check of the vault fil-01 found 2 damaged files.|What can't be restored "
            "whole: 3 recovery points, of db, web.|Look at the vault's properties for what is hit, check its disk, and "
            "back these machines up again. A second location lets Valv repair damage by itself.",
            "Skador hittades i valvet|Kontrollen av valvet fil-01 hittade 2 skadade filer.|Detta kan inte återställas "
            "helt: 3 återställningspunkter, av db, web.|Se i valvets egenskaper vad som är drabbat, kontrollera disken "
            "och säkerhetskopiera de här datorerna igen. Med en andra plats kan Valv reparera skador på egen hand.");
        row("VaultDamaged", 3,
            {{QStringLiteral("files"), QStringLiteral("1")},
             {QStringLiteral("points"), QStringLiteral("0")},
             {QStringLiteral("repaired"), QStringLiteral("1")}},
            "Damage in the vault was repaired|The check of the vault fil-01 found and repaired 1 damaged file, from "
            "the second location.||Check the disk that holds the vault: what it holds changed by itself.",
            "Skador i valvet har reparerats|Kontrollen av valvet fil-01 hittade 1 skadad fil och återställde den från den "
            "andra platsen.||Kontrollera disken som valvet ligger på: det som är lagrat där har ändrats av sig självt.");
        row("ProtectedByRule", 1,
            {{QStringLiteral("rule"), QStringLiteral("web %2")}, {QStringLiteral("policy"), QStringLiteral("Daily")}},
            "Protected by a rule|The rule web %2 protected fil-01 with the policy Daily.||Close the alert if this was "
            "intended.",
            "Skyddad av en regel|Regeln web %2 skyddade fil-01 med principen Daily.||Stäng aviseringen om det var "
            "avsiktligt.");
        row("ClockDoubted", 1, {{QStringLiteral("shown"), QStringLiteral("2031-05-04T10:00:00Z")}},
            "The computer's clock may be wrong|The clock of fil-01 jumped forward and shows Sunday 4 May 2031 at "
            "12:00. Until "
            "it can be believed, no recovery point expires, no deleted data is removed, and no immutability ends.||Set "
            "the clock right. If it is right, nothing needs to be done: it is believed when Valv has run for a day.",
            "Datorns klocka kan gå fel|Klockan på fil-01 har hoppat framåt och visar söndag 4 maj 2031 kl. 12:00. "
            "Tills Valv "
            "kan "
            "lita på den tas inga återställningspunkter bort, inga borttagna data raderas för gott och ingen "
            "oföränderlighet upphör.||Ställ klockan rätt. Går den redan rätt behöver du inte göra något: Valv litar på "
            "den efter ett dygns drift.");
        row("SomethingNew", 1, {}, "What the server says.|What the server says.||What the server advises.",
            "What the server says.|What the server says.||What the server advises.");
    }
    void eachKind()
    {
        QFETCH(QString, code);
        QFETCH(int, count);
        QFETCH(Facts, facts);
        QFETCH(QString, english);
        QFETCH(QString, swedish);
        const auto alert = made(code, count, facts);
        const auto joined = [](const AlertText& text) {
            return plain(
                QStringList{text.title(), text.happened(), text.cause(), text.action()}.join(QLatin1Char('|')));
        };
        QCOMPARE(joined(say(alert, LanguageChoice::English)), english);
        const auto text = say(alert, LanguageChoice::Swedish);
        QCOMPARE(joined(text), swedish);
        QCOMPARE(text.headline(), QStringLiteral("fil-01: ") + text.title());
        QCOMPARE(text.code(), code);
    }

    //! An error that is known brings its own words, and its own advice.
    void causeOfAnError()
    {
        const auto alert = made(QStringLiteral("BackupFailed"), 1,
                                {{QStringLiteral("error"), QStringLiteral("UserErrorBackupOperationInProgress")},
                                 {QStringLiteral("message"), QStringLiteral("Busy.")}});
        const auto english = say(alert, LanguageChoice::English);
        QCOMPARE(english.cause(), QStringLiteral("Another backup of this VM is already running."));
        QCOMPARE(english.code(), QStringLiteral("UserErrorBackupOperationInProgress"));
        QVERIFY(english.action().startsWith(QLatin1String("Wait until it has finished")));
        const auto swedish = say(alert, LanguageChoice::Swedish);
        QVERIFY(swedish.cause() != english.cause());
        QVERIFY(swedish.action() != english.action());
    }
    //! An error of a later version is told as the server tells it.
    void unknownError()
    {
        const auto text = say(made(QStringLiteral("BackupFailed"), 1,
                                   {{QStringLiteral("error"), QStringLiteral("BrandNew")},
                                    {QStringLiteral("message"), QStringLiteral("The moon is in the way.")}}),
                              LanguageChoice::English);
        QCOMPARE(text.cause(), QStringLiteral("The moon is in the way."));
        QCOMPARE(text.code(), QStringLiteral("BrandNew"));
        QCOMPARE(text.action(), QStringLiteral("Look at the job, remove the cause, and back up again."));
    }

    void standing_data()
    {
        QTest::addColumn<AlertCondition>("condition");
        QTest::addColumn<AlertState>("state");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("swedish");
        QTest::newRow("new") << AlertCondition::Fired << AlertState::New << QStringLiteral("New")
                             << QStringLiteral("Ny");
        QTest::newRow("acknowledged") << AlertCondition::Fired << AlertState::Acknowledged
                                      << QStringLiteral("Acknowledged") << QStringLiteral("Kvitterad");
        QTest::newRow("closed") << AlertCondition::Fired << AlertState::Closed << QStringLiteral("Closed")
                                << QStringLiteral("Stängd");
        QTest::newRow("resolved") << AlertCondition::Resolved << AlertState::New << QStringLiteral("Resolved")
                                  << QStringLiteral("Löst");
        QTest::newRow("resolved by closing")
            << AlertCondition::Resolved << AlertState::Closed << QStringLiteral("Resolved") << QStringLiteral("Löst");
    }
    void standing()
    {
        QFETCH(AlertCondition, condition);
        QFETCH(AlertState, state);
        QFETCH(QString, english);
        QFETCH(QString, swedish);
        Alert alert;
        alert.condition = condition;
        alert.state = state;
        m_settings.setLanguage(LanguageChoice::English);
        QCOMPARE(AlertText::standing(standingOf(alert)), english);
        m_settings.setLanguage(LanguageChoice::Swedish);
        QCOMPARE(AlertText::standing(standingOf(alert)), swedish);
    }

    void severities()
    {
        m_settings.setLanguage(LanguageChoice::Swedish);
        QCOMPARE(AlertText::severity(AlertSeverity::Critical), QStringLiteral("Kritisk"));
        QCOMPARE(AlertText::severity(AlertSeverity::Warning), QStringLiteral("Varning"));
        QCOMPARE(AlertText::severity(AlertSeverity::Information), QStringLiteral("Information"));
        QCOMPARE(AlertText::kind(AlertSeverity::Critical), StatusKind::Failed);
        QCOMPARE(AlertText::kind(AlertSeverity::Warning), StatusKind::Warning);
        QCOMPARE(AlertText::kind(AlertSeverity::Unknown), StatusKind::Info);
    }

    //! What a job or a person's own command has told is not told again.
    void news_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("body");
        const auto row = [](const char* code, const char* body) {
            QTest::newRow(code) << QString::fromLatin1(code) << QString::fromUtf8(body);
        };
        row("BackupFailed", "");
        row("RestoreFailed", "");
        row("BackupWithWarnings", "");
        row("BackupDataDeleted", "");
        row("RecoveryPointDeleted", "");
        row("PolicyShortened", "");
        row("SoftDeleteOff", "");
        row("SomethingNew", "");
        row("PointTooOld", "fil-01 har inte fått någon fungerande säkerhetskopia på längre tid än principen medger.");
        row("MissedRun", "En schemalagd säkerhetskopiering av fil-01 kunde inte starta i tid.");
        row("ReplicationProblem", "Den andra platsen för valvet fil-01 kan inte hållas aktuell.");
        row("VaultDamaged", "Kontrollen av valvet fil-01 hittade skador.");
        row("ProtectedByRule", "Regeln web skyddade fil-01.");
        row("ClockDoubted",
            "Klockan på fil-01 har hoppat framåt. Tills Valv kan lita på den tas inget bort på grund av sin ålder.");
    }
    void news()
    {
        QFETCH(QString, code);
        QFETCH(QString, body);
        m_settings.setLanguage(LanguageChoice::Swedish);
        const auto news = AlertText::news(made(code, 1, {{QStringLiteral("rule"), QStringLiteral("web")}}));
        QCOMPARE(news.body.text(), body);
        QCOMPARE(news.title.isEmpty(), body.isEmpty());
    }
};

VALV_TEST_GUILESS(TestAlertText)

} // namespace tst_alerttext

#include "tst_alerttext.moc"

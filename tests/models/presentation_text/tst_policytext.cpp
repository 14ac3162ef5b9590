// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/app/language.h"
#include "presentation/text/retentiontext.h"
#include "presentation/text/statuswords.h"
#include "support/testprogram.h"

#include <QTest>

#include <set>

namespace tst_policytext {

using namespace valv;
using namespace valv::presentation;
using namespace valv::contract;

namespace {

BackupPolicy gfs()
{
    BackupPolicy policy;
    policy.runTime = QTime(22, 30);
    policy.timeZone = QStringLiteral("UTC");
    policy.daily = DailyRetention{30};
    policy.weekly = WeeklyRetention{{Weekday::Sunday}, 12};
    policy.monthly =
        MonthlyRetention{{RetentionFormat::Weekly, {Weekday::Sunday}, {WeekOfMonth::First}, {}, false}, 12};
    policy.yearly = YearlyRetention{
        {Month::January}, {RetentionFormat::Weekly, {Weekday::Sunday}, {WeekOfMonth::First}, {}, false}, 7};
    return policy;
}

} // namespace

class TestPolicyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings.setLanguage(LanguageChoice::Swedish); }

    void sentencesOfTheGlossary()
    {
        const RetentionText text(m_language.format());
        QCOMPARE(text.sentences(gfs()),
                 QStringList(
                     {QStringLiteral("Behåll ögonblicksbilder för omedelbar återställning i 2 dagar."),
                      QStringLiteral("Behåll säkerhetskopian som tas varje dag kl. 22:30 i 30 dagar."),
                      QStringLiteral("Behåll säkerhetskopian som tas på söndagar varje vecka kl. 22:30 i 12 veckor."),
                      QStringLiteral(
                          "Behåll säkerhetskopian som tas den första söndagen varje månad kl. 22:30 i 12 månader."),
                      QStringLiteral(
                          "Behåll säkerhetskopian som tas den första söndagen i januari varje år kl. 22:30 i 7 år.")}));
        m_settings.setLanguage(LanguageChoice::English);
        const RetentionText english(m_language.format());
        QCOMPARE(english.monthly(gfs()),
                 QStringLiteral("Keep the backup taken on the first Sunday every month at 22:30 for 12 months."));
        QCOMPARE(
            english.yearly(gfs()),
            QStringLiteral("Keep the backup taken on the first Sunday of January every year at 22:30 for 7 years."));
    }

    void shortRowsOfTheCard()
    {
        const QList<PolicyRow> rows = RetentionText(m_language.format()).rows(gfs());
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows.at(0), (PolicyRow{QStringLiteral("Frekvens"), QStringLiteral("Varje dag kl. 22:30 (UTC)")}));
        QCOMPARE(rows.at(1),
                 (PolicyRow{QStringLiteral("Omedelbar återställning"),
                            QStringLiteral("Ögonblicksbilder sparas i 2 dagar")}));
        QCOMPARE(rows.at(2), (PolicyRow{QStringLiteral("Daglig kopia"), QStringLiteral("Behålls i 30 dagar")}));
        QCOMPARE(rows.at(3), (PolicyRow{QStringLiteral("Veckokopia, söndag"), QStringLiteral("Behålls i 12 veckor")}));
        QCOMPARE(rows.at(4),
                 (PolicyRow{QStringLiteral("Månadskopia, första söndagen"), QStringLiteral("Behålls i 12 månader")}));
        QCOMPARE(rows.at(5),
                 (PolicyRow{QStringLiteral("Årskopia, första söndagen i januari"), QStringLiteral("Behålls i 7 år")}));
    }

    void dayBased_data()
    {
        QTest::addColumn<QList<int>>("days");
        QTest::addColumn<bool>("last");
        QTest::addColumn<QString>("monthly");
        QTest::addColumn<QString>("yearly");
        QTest::newRow("one day") << QList<int>{1} << false << QStringLiteral("tas den 1 varje månad kl.")
                                 << QStringLiteral("tas den 1 januari varje år kl.");
        QTest::newRow("the last day") << QList<int>{} << true << QStringLiteral("tas den sista dagen varje månad kl.")
                                      << QStringLiteral("tas den sista dagen i januari varje år kl.");
        QTest::newRow("both") << QList<int>{1, 15} << true
                              << QStringLiteral("tas den 1, 15 och sista dagen varje månad kl.")
                              << QStringLiteral("tas den 1, 15 och sista dagen i januari varje år kl.");
    }
    void dayBased()
    {
        QFETCH(QList<int>, days);
        QFETCH(bool, last);
        BackupPolicy policy = gfs();
        policy.monthly->on = {RetentionFormat::Daily, {}, {}, days, last};
        policy.yearly->on = policy.monthly->on;
        const RetentionText text(m_language.format());
        const auto middle = [](const QString& sentence) {
            const qsizetype from = sentence.indexOf(QStringLiteral("tas "));
            return sentence.mid(from, sentence.indexOf(QStringLiteral("kl.")) + 3 - from);
        };
        QTEST(middle(text.monthly(policy)), "monthly");
        QTEST(middle(text.yearly(policy)), "yearly");
    }

    void weeklySchedule()
    {
        BackupPolicy policy = gfs();
        policy.frequency = Frequency::Weekly;
        policy.runDays = {Weekday::Monday, Weekday::Wednesday, Weekday::Friday};
        policy.timeZone = QStringLiteral("W. Europe Standard Time");
        const RetentionText words(m_language.format());
        QCOMPARE(words.schedule(policy),
                 QStringLiteral("På måndagar, onsdagar och fredagar varje vecka kl. 22:30 (lokal tid)"));
        policy.timeZone = QStringLiteral("GMT Standard Time"); // another than the person's own is named
        QCOMPARE(words.schedule(policy),
                 QStringLiteral("På måndagar, onsdagar och fredagar varje vecka kl. 22:30 (Europe/London)"));
    }

    void everyStateHasWordsOfItsOwnLanguage()
    {
        QStringList swedish = allStates();
        m_settings.setLanguage(LanguageChoice::English);
        QStringList english = allStates();
        QCOMPARE(swedish.size(), english.size());
        // The same in both languages, and rightly so.
        const QStringList same{QStringLiteral("Linux"), QStringLiteral("Windows"), QStringLiteral("Geo-redundant")};
        for (qsizetype i = 0; i < swedish.size(); ++i) {
            QVERIFY(!swedish.at(i).isEmpty());
            QVERIFY2(swedish.at(i) != english.at(i) || same.contains(english.at(i)), qPrintable(english.at(i)));
        }
    }

    void wholeItems()
    {
        ProtectedItem item;
        item.state = ProtectionState::IRPending;
        QCOMPARE(StatusWords::of(item), QStringLiteral("Varning (första säkerhetskopieringen väntar)"));
        QCOMPARE(StatusWords::kind(item), StatusKind::Pending);
        item.lastBackupStatus = LastBackupStatus::Failed;
        QCOMPARE(StatusWords::of(item), QStringLiteral("Misslyckades"));
        QCOMPARE(StatusWords::kind(item), StatusKind::Failed);
        item.state = ProtectionState::Protected;
        QCOMPARE(StatusWords::of(item), QStringLiteral("Misslyckades"));
        item.lastBackupStatus = LastBackupStatus::Completed;
        QCOMPARE(StatusWords::of(item), QStringLiteral("Slutfört"));
        QCOMPARE(StatusWords::kind(item), StatusKind::Ok);
        item.state = ProtectionState::ProtectionStopped;
        QCOMPARE(StatusWords::of(item), QStringLiteral("Skyddet stoppat"));
        QCOMPARE(StatusWords::kind(item), StatusKind::Stopped);
        item.softDeleted = true;
        QCOMPARE(StatusWords::of(item), QStringLiteral("Mjukt borttaget"));
        QCOMPARE(StatusWords::kind(item), StatusKind::Stopped);
    }

    void textsOfTheWire()
    {
        QCOMPARE(StatusWords::task(QStringLiteral("Take Snapshot")), QStringLiteral("Ta ögonblicksbild"));
        QCOMPARE(StatusWords::task(QStringLiteral("Something new")), QStringLiteral("Something new"));
        QCOMPARE(StatusWords::region(QStringLiteral("swedencentral")), QStringLiteral("Sverige, centrala"));
        QCOMPARE(StatusWords::region(QStringLiteral("moon")), QStringLiteral("moon"));
        QCOMPARE(StatusWords::of(Open<JobStatus>::fromWire(QStringLiteral("Sleeping"))), QStringLiteral("Sleeping"));
        QCOMPARE(StatusWords::operation(JobOperation::Backup, true), QStringLiteral("Säkerhetskopiering (på begäran)"));
        QCOMPARE(StatusWords::tiers({TierType::InstantRP, TierType::HardenedRP}),
                 QStringLiteral("Ögonblicksbild och valv"));
    }

private:
    template <typename E>
    static void collect(QStringList& into, int last)
    {
        for (int i = 1; i <= last; ++i) {
            into.append(StatusWords::of(static_cast<E>(i)));
        }
    }
    static QStringList allStates()
    {
        QStringList all;
        collect<PowerState>(all, 5);
        collect<OsType>(all, 2);
        collect<AgentState>(all, 4);
        collect<ProvisioningState>(all, 4);
        collect<StorageModel>(all, 3);
        collect<SoftDelete>(all, 3);
        collect<ProtectionState>(all, 7);
        collect<HealthStatus>(all, 3);
        collect<LastBackupStatus>(all, 5);
        collect<ConsistencyType>(all, 3);
        collect<TierType>(all, 3);
        collect<TierStatus>(all, 4);
        collect<JobOperation>(all, 6);
        collect<JobStatus>(all, 6);
        collect<TaskStatus>(all, 6);
        collect<OperationState>(all, 4);
        collect<RecoveryType>(all, 3);
        collect<Frequency>(all, 2);
        collect<RetentionFormat>(all, 2);
        return all;
    }

    ManualClock m_clock{Instant{}};
    Settings m_settings;
    Language m_language{m_settings, QTimeZone("Europe/Stockholm"), m_clock};
};

VALV_TEST_GUILESS(TestPolicyText)

} // namespace tst_policytext

#include "tst_policytext.moc"

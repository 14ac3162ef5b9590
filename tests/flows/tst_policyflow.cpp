// SPDX-License-Identifier: GPL-3.0-or-later
// Flow F: a policy is made, copied, changed with what that would expire, refused to go while it is used, and deleted;
// weekly ones and such that run several times a day are stored as they were filled in, and say so in their summary;
// what somebody else saved meanwhile is not replaced unseen.
#include "core/datetime.h"
#include "support/flow/itemrig.h"
#include "support/testprogram.h"

#include <QLineEdit>

#include <functional>

namespace tst_policyflow {

using namespace valv;
using namespace valv::test;
using contract::Frequency;
using contract::Weekday;

class PolicyFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madeCopiedChangedAndDeleted_data() { seats(); }
    void madeCopiedChangedAndDeleted()
    {
        QFETCH(Seat, seat);
        FlowRig rig(true, seat);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        const auto used = rig.session().items().find(rig.itemOf(QStringLiteral("sql-prod-01")));
        const auto usedPolicy = used->policyName;
        const auto vault = used->id.vaultId();
        auto& policies = rig.session().policies(vault);
        policies.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(policies.hasLoaded(), patience);

        // Made: what can't be is said at the field, and stays there.
        DO(person.find(seat.in("Backup polic", "princip"), "Backup policies"));
        DO(person.press("Create policy"));
        DO(person.choose("Vault", Text::verbatim(vault.name())));
        DO(person.type("Policy name", QStringLiteral("Drift-")));
        DO(person.press("Save"));
        DO(person.sees(Text::verbatim(
            seat.in("The name must not end with a hyphen.", "Namnet får inte sluta med ett bindestreck."))));
        DO(person.type("Policy name", QStringLiteral("Drift-kvar")));
        DO(person.type("Keep daily points, days", QStringLiteral("6")));
        DO(person.press("Save"));
        DO(person.sees(Text::verbatim(
            seat.in("Enter a whole number of days from 7 to 9999.", "Ange ett heltal från 7 till 9999 dagar."))));
        DO(person.type("Keep daily points, days", QStringLiteral("14")));
        DO(person.choose("Time", Text::verbatim(QStringLiteral("23:30"))));
        DO(person.press("Save"));
        QTRY_VERIFY_WITH_TIMEOUT(policies.byName(QStringLiteral("Drift-kvar")) != nullptr, patience);

        // Copied: only the name is new.
        DO(person.press("Copy policy"));
        DO(person.type("Policy name", QStringLiteral("Drift-kopia")));
        DO(person.press("Save"));
        QTRY_VERIFY_WITH_TIMEOUT(policies.byName(QStringLiteral("Drift-kopia")) != nullptr, patience);
        QCOMPARE(policies.byName(QStringLiteral("Drift-kopia"))->runTime, QTime(23, 30));
        QCOMPARE(dailyDays(policies, QStringLiteral("Drift-kopia")), 14);

        // Changed while it is used: what expires is said before it is saved.
        DO(person.press("Backup policies"));
        DO(person.choose("Vault", Text::verbatim(vault.name()))); // others have one of that name too
        DO(person.openRow("Backup policies", usedPolicy));
        DO(person.type("Keep daily points, days", QStringLiteral("7")));
        DO(person.sees(Text::verbatim(seat.in("Shorter retention removes existing points.",
                                              "Kortare kvarhållning tar bort befintliga punkter."))));
        DO(person.press("Save"));
        DO(person.blade("Save policy"));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(dailyDays(policies, usedPolicy), 7, patience);
        DO(person.cannotPress("Delete"));

        // Deleted: the copy that nothing uses.
        DO(person.press("Backup policies"));
        DO(person.openRow("Backup policies", QStringLiteral("Drift-kopia")));
        DO(person.press("Delete"));
        DO(person.blade("Delete policy"));
        DO(person.submit("Delete policy"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(policies.byName(QStringLiteral("Drift-kopia")) == nullptr, patience);
    }

    void weeklyAndSeveralADay_data() { seats(); }
    void weeklyAndSeveralADay()
    {
        QFETCH(Seat, seat);
        ItemRig rig(seat, QStringLiteral("sql-prod-01"));
        QVERIFY(rig.start());
        auto& person = rig.hands();
        const auto vault = rig.item().vaultId();
        const auto begin = [&](const QString& name) {
            auto why = person.find(seat.in("Backup polic", "princip"), "Backup policies");
            why = why.isEmpty() ? person.press("Create policy") : why;
            why = why.isEmpty() ? person.choose("Vault", Text::verbatim(vault.name())) : why;
            return why.isEmpty() ? person.type("Policy name", name) : why;
        };

        // Weekly, on other days than the form begins with: what is left of Sundays is refused at its row.
        const auto weekly = QStringLiteral("Onsdag-och-lordag");
        DO(begin(weekly));
        DO(person.press("Weekly"));
        DO(person.press("Wednesday"));
        DO(person.press("Saturday"));
        DO(person.press("Sunday"));
        DO(person.choose("Time", Text::verbatim(QStringLiteral("03:30"))));
        DO(person.type("Keep weekly points, weeks", QStringLiteral("26")));
        DO(person.press("Save"));
        DO(person.sees(
            Text::verbatim(seat.in("No backup is made on Sundays.", "Ingen säkerhetskopia tas på söndagar."))));
        DO(person.press("Monthly"));
        DO(person.press("Yearly"));
        DO(person.press("Save"));
        auto stored = policyOf(rig, weekly);
        QVERIFY(stored);
        const QList days{Weekday::Wednesday, Weekday::Saturday};
        QCOMPARE(stored->frequency, Frequency::Weekly);
        QCOMPARE(stored->runDays, days);
        QCOMPARE(stored->runTime, QTime(3, 30));
        QCOMPARE(stored->timeZone, zoneToWire(QTimeZone::systemTimeZone()));
        QCOMPARE(stored->weekly, contract::WeeklyRetention({days, 26}));
        QVERIFY(!stored->enhanced && !stored->hourly && !stored->daily && !stored->monthly && !stored->yearly);
        QCOMPARE(stored->instantRestoreDays, 5); // always so

        // Several times a day: not for a shorter time than lies between two.
        const auto often = QStringLiteral("Var-attonde-timme");
        DO(begin(often));
        DO(person.press("Several times a day"));
        DO(person.choose("First backup", Text::verbatim(QStringLiteral("06:00"))));
        DO(person.choose("Hours between", Text("%n hour(s)", {}, 8)));
        DO(person.choose("For", Text("%n hour(s)", {}, 6)));
        DO(person.type("Keep snapshots for instant restore, days", QStringLiteral("10")));
        DO(person.type("Keep daily points, days", QStringLiteral("14")));
        DO(person.press("Monthly"));
        DO(person.press("Save"));
        DO(person.sees(Text::verbatim(seat.in("The window must be a whole number of hours from 8 to 24.",
                                              "Fönstret måste vara ett helt antal timmar från 8 till 24."))));
        DO(person.choose("For", Text("%n hour(s)", {}, 16)));
        DO(person.press("Save"));
        stored = policyOf(rig, often);
        QVERIFY(stored);
        QCOMPARE(stored->frequency, Frequency::Hourly);
        QCOMPARE(stored->hourly, contract::HourlySchedule({8, 16}));
        QCOMPARE(stored->runTime, QTime(6, 0));
        QCOMPARE(stored->daily, contract::DailyRetention{14});
        QCOMPARE(stored->instantRestoreDays, 10);
        QVERIFY(stored->enhanced && stored->weekly && !stored->monthly && stored->yearly);

        // What the summary says of the one that an item uses.
        DO(person.press("Virtual machines"));
        DO(person.openRow("Virtual machines", QStringLiteral("sql-prod-01")));
        DO(person.press("Backup"));
        DO(saysOf(rig, weekly,
                  {seat.in("On Wednesdays and Saturdays every week at 03:30 (local time)",
                           "På onsdagar och lördagar varje vecka kl. 03:30 (lokal tid)"),
                   seat.in("Snapshots are kept for 5 days", "Ögonblicksbilder sparas i 5 dagar"),
                   seat.in("Weekly copy, Wednesday and Saturday", "Veckokopia, onsdag och lördag"),
                   seat.in("Kept for 26 weeks", "Behålls i 26 veckor")}));
        DO(saysOf(rig, often,
                  {seat.in("Every day from 06:00 for 16 hours, with 8 hours between the backups (local time)",
                           "Varje dag från 06:00 i 16 timmar, med 8 timmar mellan säkerhetskopiorna (lokal tid)"),
                   seat.in("Snapshots are kept for 10 days", "Ögonblicksbilder sparas i 10 dagar"),
                   seat.in("Daily copy", "Daglig kopia"), seat.in("Kept for 14 days", "Behålls i 14 dagar")}));
    }

    void somebodyElseSavesMeanwhile_data() { seats(); }
    void somebodyElseSavesMeanwhile()
    {
        QFETCH(Seat, seat);
        ItemRig rig(seat, QStringLiteral("sql-prod-01"));
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& client = rig.session().client();
        const auto name = rig.known()->policyName;
        const auto id = rig.known()->policyId;
        const auto theySave = [&](int days) {
            const auto read = await(client.policies().get(id), patience);
            if (!read || !*read) {
                return false;
            }
            auto theirs = **read;
            theirs.daily = contract::DailyRetention{days};
            const auto put = await(client.policies().put(theirs), patience);
            return put && put->has_value();
        };
        const auto stored = [&] { return policyOf(rig, name)->daily->days; };
        const auto typed = [&] {
            auto* field = qobject_cast<QLineEdit*>(person.control("Keep daily points, days"));
            return field != nullptr ? field->text() : QString();
        };
        const Text conflict("The policy was changed by someone else.");
        DO(person.find(seat.in("Backup polic", "princip"), "Backup policies"));
        DO(person.choose("Vault", Text::verbatim(rig.item().vaultId().name())));
        DO(person.openRow("Backup policies", name));

        // Told before anything is replaced: what is in force stands beside what was typed, which is saved when asked
        // for again.
        DO(person.type("Keep daily points, days", QStringLiteral("145")));
        QVERIFY(theySave(133));
        DO(person.press("Save"));
        DO(person.blade("Save policy"));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        DO(person.sees(conflict));
        QCOMPARE(stored(), 133);
        QCOMPARE(typed(), QStringLiteral("145"));
        DO(person.sees(Text("was %1", {QStringLiteral("133")})));
        DO(person.press("Save"));
        DO(person.blade("Save policy"));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        DO(person.seesNoMore(conflict));
        QTRY_COMPARE_WITH_TIMEOUT(stored(), 145, patience);

        // Once more, and theirs is taken: what was typed goes, and nothing is left to save.
        DO(person.type("Keep daily points, days", QStringLiteral("150")));
        QVERIFY(theySave(121));
        DO(person.press("Save"));
        DO(person.blade("Save policy"));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        DO(person.sees(conflict));
        DO(person.press("Reload"));
        DO(person.seesNoMore(conflict));
        QTRY_COMPARE_WITH_TIMEOUT(typed(), QStringLiteral("121"), patience);
        DO(person.cannotPress("Save", seat.in("There are no unsaved changes.", "Det finns inga osparade ändringar.")));
        QCOMPARE(stored(), 121);
    }

private:
    //! As the router has stored it, as soon as it has.
    [[nodiscard]] static std::optional<contract::BackupPolicy> policyOf(const ItemRig& rig, const QString& name)
    {
        const auto vault = rig.item().vaultId();
        const auto& known = rig.session().policies(vault);
        if (!QTest::qWaitFor([&] { return known.byName(name) != nullptr; }, patience)) {
            return std::nullopt;
        }
        const auto id = vault.child(QStringLiteral("backupPolicies"), name);
        const auto policy = await(rig.session().client().policies().get(id), patience);
        return policy && *policy ? std::optional(**policy) : std::nullopt;
    }
    //! Gives the item this policy, and reads its summary. Empty: all is said.
    [[nodiscard]] static QString saysOf(ItemRig& rig, const QString& policy, const QStringList& lines)
    {
        auto& person = rig.hands();
        const QList<std::function<QString()>> deeds{
            [&] { return person.press("Change policy"); },
            [&] { return person.blade("Change policy"); },
            [&] { return person.choose("Choose policy", Text::verbatim(policy)); },
            [&] { return person.submit("Save"); },
            [&] { return person.bladeCloses(); },
            [&] { return person.press(Text::verbatim(policy)); },
            [&] { return person.blade(Text::verbatim(policy)); },
        };
        QString why;
        for (const auto& deed : deeds) {
            why = why.isEmpty() ? deed() : why;
        }
        for (const auto& line : lines) {
            why = why.isEmpty() ? person.sees(Text::verbatim(line)) : why;
        }
        why = why.isEmpty() ? person.key(Qt::Key_Escape) : why;
        return why.isEmpty() ? person.bladeCloses() : why;
    }
    [[nodiscard]] static int dailyDays(const presentation::PolicyStore& policies, const QString& name)
    {
        const auto* policy = policies.byName(name);
        return policy != nullptr && policy->daily ? policy->daily->days : -1;
    }
};

VALV_TEST(PolicyFlow)

} // namespace tst_policyflow

#include "tst_policyflow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Flow F: a policy is made, copied, changed with what that would expire, refused to go while it is used, and deleted.
#include "support/flow/flowrig.h"

using namespace valv;
using namespace valv::test;

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

private:
    [[nodiscard]] static int dailyDays(const presentation::PolicyStore& policies, const QString& name)
    {
        const auto* policy = policies.byName(name);
        return policy != nullptr && policy->daily ? policy->daily->days : -1;
    }
};

QTEST_MAIN(PolicyFlow)
#include "tst_policyflow.moc"

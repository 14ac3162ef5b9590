// SPDX-License-Identifier: GPL-3.0-or-later
// The whole estate: from its overview several machines are protected by selection and others by a rule; then many items
// are stopped and resumed at once, and a single point is kept until a date and held.
#include "presentation/stores/protectionrulestore.h"
#include "support/flow/flowrig.h"
#include "support/testprogram.h"

namespace tst_estateflow {

using namespace valv;
using namespace valv::test;
using presentation::Protection;

class EstateFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromOverviewToMany_data() { seats(); }
    void fromOverviewToMany()
    {
        QFETCH(Seat, seat);
        FlowRig rig(false, seat);
        for (const char* name : {"web-01", "web-02", "db-01", "db-02"}) {
            rig.makeMachine(QLatin1String(name), 1, 2);
        }
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& session = rig.session();
        const auto machine = rig.machine(QStringLiteral("web-01"))->vm;
        presentation::NewVault wanted;
        wanted.name = QStringLiteral("mitt-valv");
        wanted.subscriptionId = machine.id.subscriptionId();
        wanted.resourceGroup = machine.id.resourceGroup();
        wanted.location = machine.location;
        const auto made = await(session.vaults().create(wanted), patience);
        QVERIFY(made && *made);
        QTRY_VERIFY_WITH_TIMEOUT(rig.isQuiet(), patience);
        const auto protectionOf = [&](const char* name) {
            const auto* row = rig.machine(QLatin1String(name));
            return row == nullptr ? Protection::Unknown : row->protection;
        };

        // By selection: those that the overview says are not protected.
        DO(person.press("Overview"));
        DO(person.press("Protect a selection"));
        DO(person.tickRow("Virtual machines", QStringLiteral("web-01")));
        DO(person.tickRow("Virtual machines", QStringLiteral("web-02")));
        DO(person.press(Text("Enable backup for %n machine(s)", {}, 2)));
        DO(person.blade("Enable backup"));
        DO(person.submit(Text("Enable backup for %n machine(s)", {}, 2)));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(session.items().count(), 2, patience);

        // By a rule on the name: it says what it would do before it is saved.
        DO(person.press("Overview"));
        DO(person.press("Protect by a rule"));
        DO(person.press("Add rule"));
        DO(person.blade("New protection rule"));
        DO(person.type("Name of the rule", QStringLiteral("databaser")));
        DO(person.type("Machine name", QStringLiteral("db-*")));
        DO(person.sees(Text::verbatim(seat.in("2 virtual machines fit · 2 would be protected at once",
                                              "2 virtuella datorer passar · 2 skulle skyddas genast"))));
        DO(person.submit("Create rule"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT((session.items().refresh(), session.items().count()), 4, patience);

        // Many at once: stopped, their data retained, and resumed.
        DO(person.press("Backup items"));
        for (const char* name : {"db-01", "db-02"}) {
            DO(person.tickRow("Backup items", QLatin1String(name)));
        }
        DO(person.press("More commands"));
        DO(person.pick("Stop backup"));
        DO(person.blade("Stop backup"));
        DO(person.choose("Reason", "Decommissioned"));
        DO(person.submit(Text("Stop backup of %n item(s)", {}, 2)));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(protectionOf("db-01"), Protection::Stopped, patience);
        QTRY_COMPARE_WITH_TIMEOUT(protectionOf("db-02"), Protection::Stopped, patience);
        DO(person.press("More commands"));
        DO(person.pick("Resume backup"));
        DO(person.blade("Resume backup"));
        DO(person.choose("Choose policy", Text::verbatim(QStringLiteral("DefaultPolicy"))));
        DO(person.submit(Text("Resume backup of %n item(s)", {}, 2)));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(protectionOf("db-01") != Protection::Stopped, patience);
        QTRY_VERIFY_WITH_TIMEOUT(protectionOf("db-02") != Protection::Stopped, patience);
    }
};

VALV_TEST(EstateFlow)

} // namespace tst_estateflow

#include "tst_estateflow.moc"

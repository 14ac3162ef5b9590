// SPDX-License-Identifier: GPL-3.0-or-later
// A policy that is made: where, at what time, and what its rows may say. Source: flows.md F1–F10.
#include "controls/badge.h"
#include "controls/blade.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/multichoice.h"
#include "controls/table.h"
#include "policies/policyform.h"
#include "policies/zonefield.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"
#include "views/policies/policyrig.h"

#include <QLineEdit>
#include <QMenu>

#include <algorithm>

namespace tst_newpolicy {

using namespace valv;
using namespace valv::contract;
using namespace valv::test;
using presentation::LanguageChoice;

class TestNewPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsInTheVaultThatIsChosen()
    {
        PolicyRig rig;
        rig.show({QStringLiteral("policy"), {}, QStringLiteral("new")});
        rig.command("save");
        QVERIFY(!rig.errorAt("vault").isEmpty());
        QVERIFY(!rig.errorAt("name").isEmpty());
        auto* vaults = rig.get<QComboBox>("vault");
        vaults->setFocus();
        QTest::keyClick(vaults, Qt::Key_End);
        rig.pass(2);
        QCOMPARE(vaults->currentText(), QStringLiteral("valv-produktion"));
        rig.type("name", QStringLiteral("drift-gfs"));
        rig.command("save");
        QVERIFY(!rig.errorAt("name").isEmpty()); // taken, whatever its case
        rig.type("name", QStringLiteral("Silver"));
        rig.command("save");
        rig.pass(2);
        QCOMPARE(rig.stored("Silver").daily->days, 180);
        QCOMPARE(rig.window->navigator().current().subject, rig.id("Silver").text());
        QVERIFY(rig.page()->unsaved().isEmpty());
    }

    //! F4: at night, on a half hour, and not all policies of a vault at once.
    void aNewPolicyRunsAtAQuietTime()
    {
        const auto vault = ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v"));
        QSet<QTime> times;
        for (int others = 0; others < 16; ++others) {
            const auto time = views::PolicyForm::fresh(vault, others).runTime;
            QVERIFY2(time >= QTime(22, 0) || time <= QTime(5, 30), qPrintable(time.toString()));
            QCOMPARE(time.minute() % 30, 0);
            times.insert(time);
        }
        QCOMPARE(times.size(), 16);
        QCOMPARE(views::PolicyForm::fresh(vault, 3).runTime, views::PolicyForm::fresh(vault, 3).runTime);
    }

    //! W18: whoever makes a schedule is told whether it runs while the console is closed.
    void saysWhetherSchedulesRun_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("a policy") << QStringLiteral("policy");
        QTest::newRow("enabling") << QStringLiteral("virtualmachine");
    }
    void saysWhetherSchedulesRun()
    {
        QFETCH(QString, page);
        PolicyRig rig(LanguageChoice::Swedish);
        const bool policy = page == QLatin1String("policy");
        rig.backend.addVm(QStringLiteral("ny"));
        rig.show({page, policy ? rig.vault.text() : rig.backend.vmId(QStringLiteral("ny")).text(),
                  policy ? QStringLiteral("new") : QStringLiteral("backup")});
        rig.pass(2);
        QVERIFY2(says(*rig.page(),
                      QStringLiteral("Schemalagda säkerhetskopieringar körs medan Valv är öppet på den här "
                                     "datorn.")),
                 qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    //! V30: the list did not tell of it, the backend does; nobody's policy is replaced.
    void aNameThatSomebodyHasMeanwhile()
    {
        PolicyRig rig;
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.method != contract::Method::Put || contract::header(request.headers, "If-None-Match") != "*") {
                return std::nullopt;
            }
            return Result<HttpResponse>(nameTaken("ValPolicyNameTaken"));
        };
        rig.show({QStringLiteral("policy"), rig.vault.text(), QStringLiteral("new")});
        rig.type("name", QStringLiteral("Silver"));
        rig.type("dailyCount", QStringLiteral("33"));
        rig.command("save");
        rig.pass(2);
        QCOMPARE(rig.errorAt("name"), QStringLiteral("There is already a policy with this name in the vault."));
        QCOMPARE(rig.get<QLineEdit>("name")->text(), QStringLiteral("Silver"));
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("33"));
        QVERIFY(rig.get<QLineEdit>("name")->hasFocus());
        QVERIFY(!rig.bar("failure")->isVisible());
        rig.backend.before = {};
        rig.type("name", QStringLiteral("Silver-2"));
        rig.command("save");
        rig.pass(2);
        QCOMPARE(rig.stored("Silver-2").daily->days, 33);
    }

    void copies()
    {
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        rig.command("copy");
        rig.pass(1);
        auto* page = rig.page();
        auto* name = page->findChild<QLineEdit*>(QStringLiteral("policy.name"));
        QVERIFY(name != nullptr);
        QCOMPARE(name->text(), QStringLiteral("Drift-GFS-2"));
        rig.command("save");
        rig.pass(2);
        QCOMPARE(rig.stored("Drift-GFS-2").daily->days, 45);
    }

    void severalTimesADay()
    {
        PolicyRig rig;
        rig.show({QStringLiteral("policy"), rig.vault.text(), QStringLiteral("new")});
        rig.type("name", QStringLiteral("Tat"));
        rig.frequency(2);
        QVERIFY(rig.get<QWidget>("interval")->isVisible() && rig.get<QWidget>("window")->isVisible());
        rig.type("snapshot", QStringLiteral("31"));
        QVERIFY(!rig.errorAt("snapshot").isEmpty()); // 1–30 days
        rig.type("snapshot", QStringLiteral("30"));
        QVERIFY(rig.errorAt("snapshot").isEmpty());
        auto* interval = rig.get<QComboBox>("interval");
        interval->setFocus();
        QTest::keyClick(interval, Qt::Key_End);
        rig.command("save");
        rig.pass(2);
        const auto saved = rig.stored("Tat");
        QStringList wrong;
        for (auto* field : rig.page()->findChildren<views::Field*>()) {
            wrong.append(field->error());
        }
        QVERIFY2(saved.enhanced && saved.hourly, qPrintable(wrong.join(QLatin1Char('|'))));
        QCOMPARE(saved.frequency, Frequency::Hourly);
        QCOMPARE(saved.hourly->intervalHours, 12);
    }

    void hiddenRowsKeepTheirValues()
    {
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("33"));
        rig.frequency(1);
        QVERIFY(!rig.get<QLineEdit>("dailyCount")->isVisible());
        rig.frequency(0);
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("33"));
    }

    void severalDaysOfTheMonth()
    {
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        auto* months = rig.get<views::MultiChoice>("months");
        months->setFocus();
        rig.person().key(Qt::Key_Space);
        settle();
        auto* list = months->list();
        QVERIFY(list->isVisible());
        QTest::keyClick(list, Qt::Key_Space); // January goes
        QVERIFY(list->isVisible()); // and it stays open
        QCOMPARE(months->chosen(), QList<int>());
        QVERIFY(!rig.errorAt("months").isEmpty()); // V41
        QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QTest::keyClick(list, Qt::Key_Escape);
        QCOMPARE(months->chosen(), (QList<int>{1, 2}));
        QVERIFY(rig.errorAt("months").isEmpty());
        rig.command("save");
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QCOMPARE(rig.stored("Drift-GFS").yearly->months, (QList<Month>{Month::January, Month::February}));
    }

    void zonesAreFoundByACity()
    {
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        auto* zone = rig.get<views::ZoneField>("zone");
        const auto before = zone->zone();
        QCOMPARE(before, QStringLiteral("W. Europe Standard Time"));
        zone->lineEdit()->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), QStringLiteral("Helsinki"));
        QTest::keyClick(zone->lineEdit(), Qt::Key_Return);
        rig.pass(1);
        QCOMPARE(zone->zone(), QStringLiteral("FLE Standard Time"));
        QVERIFY2(says(*rig.window, QStringLiteral("your time")), "the runs are in the policy's zone, and in one's own");
        zone->lineEdit()->setFocus();
        zone->lineEdit()->selectAll();
        QTest::keyClicks(zone->lineEdit(), QStringLiteral("Atlantis"));
        QTest::keyClick(zone->lineEdit(), Qt::Key_Return);
        rig.pass(1);
        QCOMPARE(zone->zone(), QStringLiteral("FLE Standard Time")); // no zone: what was chosen stays
    }

    void aLongerTierThatExpiresSoonerWarns()
    {
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        QVERIFY(!rig.bar("warning")->isVisible());
        rig.type("weeklyCount", QStringLiteral("1"));
        rig.pass(1);
        QVERIFY(rig.bar("warning")->isVisible()); // V44
        QVERIFY(rig.can("save")); // no error
    }
};

VALV_TEST(TestNewPolicy)

} // namespace tst_newpolicy

#include "tst_newpolicy.moc"

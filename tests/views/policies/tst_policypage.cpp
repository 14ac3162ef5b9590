// SPDX-License-Identifier: GPL-3.0-or-later
// The list of policies and the editor as a page, through the window. Source: flows.md F; picture policy_en.
#include "controls/badge.h"
#include "controls/blade.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/multichoice.h"
#include "controls/segmentedcontrol.h"
#include "controls/table.h"
#include "policies/policyform.h"
#include "policies/zonefield.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <array>

using namespace valv;
using namespace valv::contract;
using namespace valv::test;
using presentation::LanguageChoice;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));

    explicit Rig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-filial"), QStringLiteral("northeurope"));
        BackupPolicy gold;
        gold.id = id("Drift-GFS");
        gold.name = QStringLiteral("Drift-GFS");
        gold.runTime = QTime(23, 0);
        gold.timeZone = QStringLiteral("W. Europe Standard Time");
        MonthDays first;
        first.weekdays = {Weekday::Sunday};
        first.weeks = {WeekOfMonth::First};
        gold.daily = DailyRetention{45};
        gold.weekly = WeeklyRetention{{Weekday::Sunday}, 12};
        gold.monthly = MonthlyRetention{first, 12};
        gold.yearly = YearlyRetention{{Month::January}, first, 5};
        backend.policies.append(gold);
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("vm-web-02"));
        for (const char* name : {"vm-web-01", "vm-web-02"}) {
            auto& item = backend.addItem(vault, backend.vmId(QString::fromLatin1(name)));
            item.policyId = gold.id;
            item.policyName = gold.name;
        }
    }
    [[nodiscard]] ArmId id(const char* name) const
    {
        return vault.child(QStringLiteral("backupPolicies"), QString::fromLatin1(name));
    }
    void openPolicy(const char* name, const QString& part = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("policy"), id(name).text(), part}, size);
    }
    void openList(const QString& subject = {}) { show({QStringLiteral("policies"), subject, {}}); }
    [[nodiscard]] BackupPolicy stored(const char* name) const
    {
        for (const auto& policy : backend.policies) {
            if (policy.id == id(name)) {
                return policy;
            }
        }
        return {};
    }
    template <typename T>
    [[nodiscard]] T* get(const char* name) const
    {
        return window->findChild<T*>(QString::fromLatin1("policy.") + QLatin1String(name));
    }
    void type(const char* name, const QString& text)
    {
        person().type(QString::fromLatin1("policy.") + QLatin1String(name), text);
    }
    void command(const char* name)
    {
        person().command(QString::fromLatin1("policy.") + QLatin1String(name));
        pass(2);
    }
    [[nodiscard]] bool can(const char* name) const
    {
        return person().canCommand(QString::fromLatin1("policy.") + QLatin1String(name));
    }
    [[nodiscard]] QString badge() const
    {
        auto* badge = window->findChild<views::Badge*>(QStringLiteral("heading.badge"));
        return badge != nullptr && badge->isVisible() ? badge->text() : QString();
    }
    [[nodiscard]] views::MessageBar* bar(const char* name) const
    {
        return window->findChild<views::MessageBar*>(QString::fromLatin1("policy.") + QLatin1String(name));
    }
    [[nodiscard]] QString errorAt(const char* name) const
    {
        for (QWidget* at = get<QWidget>(name); at != nullptr; at = at->parentWidget()) {
            if (auto* field = qobject_cast<views::Field*>(at)) {
                return field->error();
            }
        }
        return QStringLiteral("no such field");
    }
    void frequency(int index)
    {
        auto* segments = get<views::SegmentedControl>("frequency");
        segments->segment(index)->click();
        settle();
    }
    [[nodiscard]] QStringList names() const
    {
        auto* table = person().find<views::Table>(QStringLiteral("policies"));
        QStringList found;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            found.append(table->model()->index(row, 0).data().toString());
        }
        return found;
    }
    void expire(int points)
    {
        ExpiryPreview::Item of;
        of.id = FakeBackend::itemId(vault, backend.vmId(QStringLiteral("vm-web-01")));
        of.friendlyName = QStringLiteral("vm-web-01");
        of.points = 40;
        of.expiring = points;
        backend.expiry.items = {of};
    }
};

} // namespace

class TestPolicyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListSaysWhatEachDoes()
    {
        Rig rig;
        rig.openList();
        QCOMPARE(rig.names(),
                 (QStringList{QStringLiteral("DefaultPolicy"), QStringLiteral("DefaultPolicy"),
                              QStringLiteral("Drift-GFS")}));
        for (const char* said : {"Every day at 23:00 (local time)", "45 days, 12 weeks, 12 months, 5 years",
                                 "valv-filial", "3 of 3 policies"}) {
            QVERIFY2(says(*rig.window, QLatin1String(said)), said);
        }
        auto* table = rig.person().find<views::Table>(QStringLiteral("policies"));
        QCOMPARE(table->model()->index(2, 4).data().toString(), QStringLiteral("2")); // who uses it
        rig.window->navigator().open(
            {QStringLiteral("policies"), rig.backend.vaultId(QStringLiteral("valv-filial")).text(), {}});
        rig.pass(1);
        QCOMPARE(rig.names(), QStringList{QStringLiteral("DefaultPolicy")});
    }

    //! Who changes the last row of the form sees what that keeps; where columns stand below each other they scroll
    //! away.
    void whatItKeepsStaysInSight()
    {
        const auto topOfRuns = [](Rig& rig, QSize size) {
            rig.openPolicy("Drift-GFS", {}, size);
            QScrollArea* area = nullptr;
            for (QWidget* at = rig.get<QWidget>("runs"); area == nullptr; at = at->parentWidget()) {
                area = qobject_cast<QScrollArea*>(at);
            }
            auto* bar = area->verticalScrollBar();
            const auto top = [&] { return rig.get<QWidget>("runs")->mapTo(area->viewport(), QPoint()).y(); };
            const int before = top();
            bar->setValue(bar->maximum());
            settle();
            const int scrolled = bar->value();
            return std::array{before, top(), scrolled};
        };
        Rig wide;
        const auto [before, after, scrolled] = topOfRuns(wide, {1440, 900});
        QVERIFY(scrolled > 0);
        QCOMPARE(after, before);
        Rig narrow;
        const auto [far, near, much] = topOfRuns(narrow, {1000, 700});
        QCOMPARE(near, far - much);
    }

    void theListLeadsToTheItems()
    {
        Rig rig;
        rig.openList();
        auto* table = rig.person().find<views::Table>(QStringLiteral("policies"));
        table->setCurrentIndex(table->model()->index(2, 0));
        settle();
        rig.window->findChild<QAction*>(QStringLiteral("policies.items"))->trigger();
        rig.pass(1);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("items"));
        QVERIFY(says(*rig.window, QStringLiteral("2 of 2 items")));
    }

    void aPolicyInUseIsNotDeletedAndSaysWhy()
    {
        Rig rig;
        rig.openPolicy("Drift-GFS");
        QVERIFY(!rig.can("delete"));
        rig.command("whyNot");
        QVERIFY(rig.person().find(QStringLiteral("deletePolicy")) != nullptr);
        QVERIFY(!rig.person().canUse(QStringLiteral("deletePolicy.submit")));
        QVERIFY(says(*rig.window, QStringLiteral("The policy is used by 2 items and cannot be deleted.")));
        QVERIFY(says(*rig.window, QStringLiteral("vm-web-02")));
        rig.person().click(QStringLiteral("deletePolicy.items"));
        rig.pass(1);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("items"));
    }

    void aPolicyThatNothingUsesIsDeleted()
    {
        Rig rig;
        rig.backend.addPolicy(rig.vault, QStringLiteral("Gammal"));
        rig.openPolicy("Gammal");
        rig.command("delete");
        rig.person().click(QStringLiteral("deletePolicy.submit"));
        rig.pass(3);
        QTRY_COMPARE(rig.window->navigator().current().page, QStringLiteral("policies"));
        QVERIFY(!rig.names().contains(QStringLiteral("Gammal")));
    }

    //! The focus waits at the blade while it is asked for, and is where it was when it is refused.
    void aDeletionIsHeldUntilItIsAnswered()
    {
        Rig rig;
        rig.backend.addPolicy(rig.vault, QStringLiteral("Gammal"));
        rig.openPolicy("Gammal");
        rig.command("delete");
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Delete
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        auto* blade = rig.person().find(QStringLiteral("deletePolicy"));
        auto* submit = rig.person().find(QStringLiteral("deletePolicy.submit"));
        submit->setFocus(Qt::TabFocusReason);
        rig.transport->hold = true;
        QTest::keyClick(submit, Qt::Key_Space);
        QCOMPARE(rig.window->focusWidget(), blade);
        QVERIFY(QAccessible::queryAccessibleInterface(blade)->state().busy);
        QVERIFY(says(*blade, QStringLiteral("The policy is being deleted.")));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        rig.pass(2);
        QCOMPARE(rig.window->focusWidget(), submit);
        QVERIFY(!QAccessible::queryAccessibleInterface(blade)->state().busy);
        QVERIFY(says(*blade, QStringLiteral("The policy could not be deleted.")));
        rig.backend.before = {};
        QTest::keyClick(submit, Qt::Key_Space);
        rig.pass(3);
        QTRY_COMPARE(rig.window->navigator().current().page, QStringLiteral("policies"));
    }

    void editsAndConfirmsWhatExpires()
    {
        Rig rig;
        rig.expire(15);
        rig.openPolicy("Drift-GFS");
        QVERIFY(!rig.can("save"));
        QVERIFY(rig.badge().isEmpty());
        QVERIFY(says(*rig.window, QStringLiteral("used by 2 items")));
        rig.type("dailyCount", QStringLiteral("30"));
        rig.type("yearlyCount", QStringLiteral("7"));
        rig.pass(2);
        QCOMPARE(rig.badge(), QStringLiteral("2 unsaved changes"));
        QVERIFY(says(*rig.window, QStringLiteral("was 45")));
        QVERIFY(rig.bar("expires")->isVisible());
        QVERIFY2(rig.bar("expires")->sentence().contains(QStringLiteral("15 recovery points of 1 backup item")),
                 qPrintable(rig.bar("expires")->sentence()));
        QVERIFY(rig.can("save"));
        rig.command("save");
        QVERIFY(says(*rig.window, QStringLiteral("15 of 40 recovery points")));
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 45); // not yet
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 30);
        QCOMPARE(rig.stored("Drift-GFS").yearly->years, 7);
        QVERIFY(rig.badge().isEmpty());
        QVERIFY(rig.told().join(QLatin1Char('\n')).contains(QStringLiteral("The policy Drift-GFS has been saved")));
    }

    //! W11: what is not known is not taken for nothing.
    void asksAlsoWhileTheItemsAreNotKnown_data()
    {
        QTest::addColumn<int>("told");
        QTest::addColumn<bool>("preview");
        QTest::newRow("the vault told how many") << 2 << true;
        QTest::newRow("nobody told how many") << 0 << true;
        QTest::newRow("nor what would expire") << 0 << false;
    }
    void asksAlsoWhileTheItemsAreNotKnown()
    {
        QFETCH(int, told);
        QFETCH(bool, preview);
        Rig rig;
        rig.expire(15);
        for (auto& policy : rig.backend.policies) {
            policy.protectedItems = told;
        }
        rig.backend.before = [preview](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            const auto path = QUrl(request.target).path();
            const bool broken = path.endsWith(QLatin1String("/backupProtectedItems"), Qt::CaseInsensitive)
                || (!preview && path.endsWith(QLatin1String("/valv/preview")));
            return broken
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("30"));
        rig.pass(2);
        QCOMPARE(rig.bar("expires")->isVisible(), preview);
        rig.command("save");
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 45); // not yet
        QVERIFY(says(*rig.window,
                     told > 0 ? QStringLiteral("The policy is used by 2 backup items")
                              : QStringLiteral("It is not known how many backup items use the policy.")));
        QVERIFY(says(*rig.window,
                     preview ? QStringLiteral("15 of 40 recovery points")
                             : QStringLiteral("It is not known how many points would expire.")));
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 30);
    }

    void nobodyAgreesBeforeItIsSaid()
    {
        Rig rig;
        rig.expire(15);
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("30"));
        rig.pass(2);
        rig.transport->hold = true;
        rig.command("save");
        QVERIFY(!rig.person().canUse(QStringLiteral("savePolicy.submit")));
        rig.transport->hold = false;
        while (rig.transport->release()) { }
        rig.pass(1);
        QVERIFY(rig.person().canUse(QStringLiteral("savePolicy.submit")));
        QVERIFY(says(*rig.window, QStringLiteral("15 of 40 recovery points")));
    }

    void discardTakesItBack()
    {
        Rig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("3x"));
        QVERIFY(!rig.errorAt("dailyCount").isEmpty());
        rig.pass(2);
        const auto buttons = rig.window->findChildren<QAbstractButton*>();
        QVERIFY(
            std::any_of(buttons.begin(), buttons.end(), [](const QAbstractButton* button) { // by name, without a label
                return button->isVisible() && button->text().contains(QStringLiteral("Go to Daily (Alt+"));
            }));
        rig.command("save");
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 45);
        QVERIFY(rig.get<QLineEdit>("dailyCount")->hasFocus());
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("3x")); // kept and marked
        rig.command("discard");
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("45"));
        QVERIFY(rig.errorAt("dailyCount").isEmpty());
    }

    void somebodyElseWasFaster()
    {
        Rig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("30"));
        for (auto& policy : rig.backend.policies) {
            if (policy.id == rig.id("Drift-GFS")) {
                policy.daily->days = 60;
            }
        }
        ++rig.backend.policyVersion;
        rig.command("save");
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QVERIFY(rig.bar("failure")->isVisible());
        QVERIFY(rig.bar("failure")->sentence().contains(QStringLiteral("changed by someone else")));
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("30")); // kept
        QVERIFY(says(*rig.window, QStringLiteral("was 60"))); // beside what is in force
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 60);
        Q_EMIT rig.bar("failure")->actionTriggered();
        rig.pass(2);
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("60"));
        QVERIFY(!rig.bar("failure")->isVisible());
        rig.type("dailyCount", QStringLiteral("31"));
        rig.command("save");
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 31);
    }

    void savedButNotReadAnew()
    {
        Rig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("30"));
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            const bool reads = request.method == contract::Method::Get
                && request.target.contains(QLatin1String("/backupPolicies/Drift-GFS"), Qt::CaseInsensitive);
            return reads
                ? std::optional<Result<HttpResponse>>(answer(500, errorBody(QStringLiteral("InternalServerError"))))
                : std::nullopt;
        };
        rig.command("save");
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 30);
        QVERIFY(rig.bar("failure")->isVisible()); // of the reading
        QVERIFY2(rig.page()->unsaved().isEmpty(),
                 qPrintable(rig.page()->unsaved())); // what was saved is not asked about
        // What is in force is not known for sure now: it is not written over.
        rig.type("dailyCount", QStringLiteral("20"));
        rig.command("save");
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 30);
        QVERIFY(rig.bar("failure")->sentence().contains(QStringLiteral("changed by someone else")));
    }

    void createsInTheVaultThatIsChosen()
    {
        Rig rig;
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
        Rig rig(LanguageChoice::Swedish);
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
        Rig rig;
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
        Rig rig;
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
        Rig rig;
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
        Rig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("33"));
        rig.frequency(1);
        QVERIFY(!rig.get<QLineEdit>("dailyCount")->isVisible());
        rig.frequency(0);
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("33"));
    }

    void severalDaysOfTheMonth()
    {
        Rig rig;
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
        Rig rig;
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
        Rig rig;
        rig.openPolicy("Drift-GFS");
        QVERIFY(!rig.bar("warning")->isVisible());
        rig.type("weeklyCount", QStringLiteral("1"));
        rig.pass(1);
        QVERIFY(rig.bar("warning")->isVisible()); // V44
        QVERIFY(rig.can("save")); // no error
    }

    void leavingAsksFirst()
    {
        Rig rig;
        rig.openPolicy("Drift-GFS");
        QVERIFY(rig.page()->unsaved().isEmpty());
        rig.type("dailyCount", QStringLiteral("30"));
        QCOMPARE(rig.page()->unsaved(), QStringLiteral("There are unsaved changes."));
    }

    void whatCannotBeReadIsSaid()
    {
        Rig rig;
        auto broken = std::make_shared<bool>(true);
        rig.backend.before = [broken](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (*broken && request.target.contains(QLatin1String("backupPolicies/"))) {
                return answer(403, errorBody(QStringLiteral("AuthorizationFailed")));
            }
            return std::nullopt;
        };
        rig.openPolicy("Drift-GFS");
        QVERIFY(says(*rig.window, QStringLiteral("The policy could not be read.")));
        QVERIFY(!rig.can("save"));
        *broken = false;
        for (auto* button : rig.page()->findChildren<QAbstractButton*>()) {
            if (button->text() == QLatin1String("Try again") && button->isVisible()) {
                button->click();
                break;
            }
        }
        rig.pass(2);
        QVERIFY(says(*rig.window, QStringLiteral("What this policy keeps")));
    }

    void theOtherLanguageSaysTheSame()
    {
        Rig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("30"));
        rig.pass(1);
        rig.speak(LanguageChoice::Swedish);
        rig.pass(1);
        const auto switched = wordsOf(*rig.window);
        Rig other(LanguageChoice::Swedish);
        other.openPolicy("Drift-GFS");
        other.type("dailyCount", QStringLiteral("30"));
        other.pass(1);
        const auto differs = difference(switched, wordsOf(*other.window));
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QSize>("size");
        for (const char* place : {"list", "edit", "new", "weekly", "hourly", "save", "delete"}) {
            for (const bool swedish : {true, false}) {
                for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                    QTest::addRow("%s %s %d", place, swedish ? "sv" : "en", size.width())
                        << QString::fromLatin1(place) << swedish << size;
                }
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(QString, place);
        QFETCH(bool, swedish);
        QFETCH(QSize, size);
        Rig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.expire(15);
        if (place == QLatin1String("list")) {
            rig.show({QStringLiteral("policies"), {}, {}}, size);
        } else if (place == QLatin1String("new")) {
            rig.show({QStringLiteral("policy"), rig.vault.text(), QStringLiteral("new")}, size);
        } else {
            rig.openPolicy("Drift-GFS", {}, size);
        }
        if (place == QLatin1String("weekly") || place == QLatin1String("hourly")) {
            rig.frequency(place == QLatin1String("weekly") ? 1 : 2);
        } else if (place == QLatin1String("save")) {
            rig.type("dailyCount", QStringLiteral("30"));
            rig.command("save");
        } else if (place == QLatin1String("delete")) {
            rig.command("whyNot");
        }
        rig.pass(2);
        keepPicture(*rig.window,
                    QStringLiteral("policies-")
                        + QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        const auto lost = lostStops(*rig.window);
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
    }
};

QTEST_MAIN(TestPolicyPage)
#include "tst_policypage.moc"

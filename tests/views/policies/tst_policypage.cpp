// SPDX-License-Identifier: GPL-3.0-or-later
// The list of policies and the editor as a page, through the window. Source: flows.md F; picture policy_en.
#include "controls/badge.h"
#include "controls/blade.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/multichoice.h"
#include "controls/segmentedcontrol.h"
#include "controls/table.h"
#include "policies/policyform.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"
#include "views/policies/policyrig.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace tst_policypage {

using namespace valv;
using namespace valv::contract;
using namespace valv::test;
using presentation::LanguageChoice;

class TestPolicyPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theListSaysWhatEachDoes()
    {
        PolicyRig rig;
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
        const auto topOfRuns = [](PolicyRig& rig, QSize size) {
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
        PolicyRig wide;
        const auto [before, after, scrolled] = topOfRuns(wide, {1440, 900});
        QVERIFY(scrolled > 0);
        QCOMPARE(after, before);
        PolicyRig narrow;
        const auto [far, near, much] = topOfRuns(narrow, {1000, 700});
        QCOMPARE(near, far - much);
    }

    void theListLeadsToTheItems()
    {
        PolicyRig rig;
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
        PolicyRig rig;
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
        PolicyRig rig;
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
        PolicyRig rig;
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
        PolicyRig rig;
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
        PolicyRig rig;
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
        PolicyRig rig;
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
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("3x"));
        QVERIFY(!rig.errorAt("dailyCount").isEmpty());
        rig.pass(2);
        const auto buttons = rig.window->findChildren<QAbstractButton*>();
        QVERIFY(
            std::any_of(buttons.begin(), buttons.end(), [](const QAbstractButton* button) { // by name, without a label
                return button->isVisible() && button->text().contains(QStringLiteral("Daily (Alt+"));
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
        PolicyRig rig;
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

    //! What stands in force is beside each field, the schedule's too.
    void theScheduleSaysWhatItWas()
    {
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        auto* time = rig.get<QComboBox>("time");
        time->setFocus(Qt::TabFocusReason);
        QTest::keyClick(time, Qt::Key_Up);
        settle();
        QVERIFY(says(*rig.page(), QStringLiteral("was 23:00")));
        rig.command("discard");
        QVERIFY(!says(*rig.page(), QStringLiteral("was 23:00")));
    }

    void somebodyElseDeletedIt()
    {
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("60"));
        rig.backend.items.clear();
        const auto known = rig.stored("Drift-GFS");
        rig.backend.policies.removeIf([&known](const auto& policy) { return policy.id == known.id; });
        auto refuses = std::make_shared<bool>(true);
        rig.backend.before = [refuses](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            const bool saves = request.method == contract::Method::Put
                && request.target.contains(QLatin1String("/backupPolicies/Drift-GFS"), Qt::CaseInsensitive);
            return saves && std::exchange(*refuses, false) // the service compares with what is not there
                ? std::optional<Result<HttpResponse>>(answer(412, errorBody(QStringLiteral("ConflictETagMismatch"))))
                : std::nullopt;
        };
        rig.command("save");
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QVERIFY(rig.bar("failure")->isVisible());
        QVERIFY2(rig.bar("failure")->sentence().contains(QStringLiteral("The policy was deleted by someone else.")),
                 qPrintable(rig.bar("failure")->sentence()));
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("60"));
        rig.command("save"); // makes it again
        rig.person().click(QStringLiteral("savePolicy.submit"));
        rig.pass(4);
        QCOMPARE(rig.stored("Drift-GFS").daily->days, 60);
    }

    void savedButNotReadAnew()
    {
        PolicyRig rig;
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

    void leavingAsksFirst()
    {
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        QVERIFY(rig.page()->unsaved().isEmpty());
        rig.type("dailyCount", QStringLiteral("30"));
        QCOMPARE(rig.page()->unsaved(), QStringLiteral("There are unsaved changes."));
    }

    //! Also before it has a name.
    void leavingANewOneAsksFirst()
    {
        PolicyRig rig;
        rig.show({QStringLiteral("policy"), rig.vault.text(), QStringLiteral("new")});
        rig.pass(2);
        QVERIFY(rig.page()->unsaved().isEmpty());
        rig.type("dailyCount", QStringLiteral("45"));
        QCOMPARE(rig.page()->unsaved(), QStringLiteral("There are unsaved changes."));
    }

    void whatCannotBeReadIsSaid()
    {
        PolicyRig rig;
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
        PolicyRig rig;
        rig.openPolicy("Drift-GFS");
        rig.type("dailyCount", QStringLiteral("30"));
        rig.pass(1);
        rig.speak(LanguageChoice::Swedish);
        rig.pass(1);
        const auto switched = wordsOf(*rig.window);
        PolicyRig other(LanguageChoice::Swedish);
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
        PolicyRig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
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

VALV_TEST(TestPolicyPage)

} // namespace tst_policypage

#include "tst_policypage.moc"

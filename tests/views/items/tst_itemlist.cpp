// SPDX-License-Identifier: GPL-3.0-or-later
// The list of backup items, its commands for one and for several, through the window. Source: flows.md D, K11.
#include "controls/bulkbar.h"
#include "controls/button.h"
#include "controls/datefield.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/linkcard.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/statustext.h"
#include "controls/table.h"
#include "items/backupnowblade.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QJsonDocument>
#include <QMenu>

namespace tst_itemlist {

using namespace valv;
using namespace valv::test;
using contract::ProtectionState;
using presentation::LanguageChoice;
using views::Route;

namespace {

const auto production = QStringLiteral("valv-produktion");
const auto branch = QStringLiteral("valv-filial");

struct Rig : PageRig
{
    explicit Rig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    { }
    //! Two vaults; one item of each state in the first, one item in the second.
    void fill()
    {
        backend.addVault(production);
        backend.addVault(branch, QStringLiteral("northeurope"));
        backend.addVault(QStringLiteral("valv-tomt"));
        add("ad-dc-01", ProtectionState::Protected);
        auto& last = backend.items.last();
        last.lastBackupStatus = contract::LastBackupStatus::Completed;
        last.lastRecoveryPoint = backend.now.addDays(-1);
        last.nextRun = backend.now.addSecs(13 * 3600);
        last.health = contract::HealthStatus::Passed;
        add("sql-prod-02", ProtectionState::IRPending);
        add("sql-test-01", ProtectionState::ProtectionStopped);
        backend.items.last().health = contract::HealthStatus::Passed; // when it was checked last
        backend.items.last().policyId = {};
        backend.items.last().policyName.clear();
        backend.items.last().lastRecoveryPoint = backend.now.addDays(-20);
        add("wsus-01", ProtectionState::ProtectionStopped);
        backend.items.last().policyId = {};
        backend.items.last().policyName.clear();
        backend.items.last().softDeleted = true;
        backend.items.last().deletedAt = backend.now.addDays(-2);
        backend.items.last().softDeleteDays = 14;
        add("fil-01", ProtectionState::Protected, branch);
    }
    void add(const char* name, ProtectionState state, const QString& vault = production)
    {
        const auto vm = QString::fromLatin1(name);
        backend.addVm(vm, QStringLiteral("rg-webb"),
                      vault == branch ? QStringLiteral("northeurope") : QStringLiteral("swedencentral"));
        backend.addItem(backend.vaultId(vault), backend.vmId(vm), state);
    }
    void open(const QString& vault = {}, const QString& part = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("items"), vault.isEmpty() ? QString() : backend.vaultId(vault).text(), part}, size);
    }
    [[nodiscard]] views::Table& table() const { return *person().find<views::Table>(QStringLiteral("items")); }
    [[nodiscard]] QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            found.append(table().model()->index(row, 0).data().toString());
        }
        return found;
    }
    [[nodiscard]] QString count() const { return person().find<views::Label>(QStringLiteral("items.count"))->text(); }
    [[nodiscard]] int rowOf(const QString& name) const { return static_cast<int>(names().indexOf(name)); }
    void tick(const QString& name) const
    {
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().checkRect(rowOf(name)).center());
    }
    void choose(const char* pillName, const QString& text) const
    {
        auto* pill = window->findChild<views::FilterPill*>(QLatin1String(pillName));
        QVERIFY(pill != nullptr);
        person().click(*pill, pill->rect().center());
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (auto* action : menu->actions()) {
            if (action->text() == text) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                settle();
                return;
            }
        }
        menu->close();
        QFAIL(qPrintable(QStringLiteral("no choice ") + text));
    }
    //! The context menu of a row, by the menu key.
    [[nodiscard]] QMenu* menuOf(const QString& name) const
    {
        table().setFocus();
        table().setCurrentIndex(table().model()->index(rowOf(name), 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(table().viewport(), &event);
        settle();
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    }
    [[nodiscard]] QStringList lines() const
    {
        QStringList found;
        for (auto* blade : window->findChildren<views::ItemBlade*>()) {
            for (auto* line : blade->findChildren<views::StatusText*>()) {
                found.append(line->text());
            }
        }
        return found;
    }
    //! Bodies that were sent to backup requests.
    [[nodiscard]] QStringList expiries() const
    {
        QStringList found;
        for (const auto& request : transport->requests) {
            if (request.method == contract::Method::Post
                && QUrl(request.target).path().endsWith(QLatin1String("/backup"))) {
                found.append(QJsonDocument::fromJson(request.body)
                                 .object()
                                 .value(QLatin1String("properties"))
                                 .toObject()
                                 .value(QLatin1String("recoveryPointExpiryTimeInUTC"))
                                 .toString());
            }
        }
        return found;
    }
};

} // namespace

class TestItemList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allVaultsAndEachState()
    {
        Rig rig;
        rig.fill();
        rig.open();
        QCOMPARE(rig.names(),
                 (QStringList{QStringLiteral("ad-dc-01"), QStringLiteral("fil-01"), QStringLiteral("sql-prod-02"),
                              QStringLiteral("sql-test-01"), QStringLiteral("wsus-01")}));
        QCOMPARE(rig.count(), QStringLiteral("5 of 5 items"));
        for (const char* said : {"Completed", "Warning (initial backup pending)", "Protection stopped", "Soft deleted",
                                 "Passed", "valv-filial", "DefaultPolicy"}) {
            QVERIFY2(says(*rig.window, QLatin1String(said)), said);
        }
    }

    void filters()
    {
        Rig rig;
        rig.fill();
        rig.open();
        rig.choose("items.status", QStringLiteral("Soft deleted"));
        QCOMPARE(rig.names(), QStringList{QStringLiteral("wsus-01")});
        QCOMPARE(rig.count(), QStringLiteral("1 of 5 items"));
        QVERIFY(!says(*rig.window, QStringLiteral("cell: Passed"))); // nor is it said in the list
        rig.choose("items.status", QStringLiteral("all"));
        QVERIFY(says(*rig.window, QStringLiteral("cell: Passed")));
        rig.choose("items.preCheck", QStringLiteral("Warning"));
        QCOMPARE(rig.names(), QStringList());
        rig.choose("items.preCheck", QStringLiteral("Passed"));
        QCOMPARE(rig.names(), QStringList{QStringLiteral("ad-dc-01")}); // where nothing runs nothing is checked
        rig.choose("items.preCheck", QStringLiteral("all"));
        rig.choose("items.vault", branch);
        QCOMPARE(rig.names(), QStringList{QStringLiteral("fil-01")});
        rig.choose("items.vault", QStringLiteral("all"));
        rig.choose("items.policy", QStringLiteral("DefaultPolicy"));
        QCOMPARE(rig.names().size(), 3); // stopped ones use none
        rig.person().type(QStringLiteral("items.filter"), QStringLiteral("SQL"));
        rig.pass(0);
        QCOMPARE(rig.names(), QStringList{QStringLiteral("sql-prod-02")});
        rig.person().type(QStringLiteral("items.filter"), QStringLiteral("xyz"));
        rig.pass(0);
        QVERIFY(says(*rig.window, QStringLiteral("Nothing matches the filter")));
    }

    void oneVaultIsItsOwnList()
    {
        Rig rig;
        rig.fill();
        rig.open(branch);
        QCOMPARE(rig.names(), QStringList{QStringLiteral("fil-01")});
        QCOMPARE(rig.count(), QStringLiteral("1 of 1 items"));
        QVERIFY(!rig.window->findChild<views::FilterPill*>(QStringLiteral("items.vault"))->isVisible());
        rig.window->navigator().open(
            {QStringLiteral("items"), rig.backend.vaultId(QStringLiteral("valv-tomt")).text(), {}});
        rig.pass(1);
        QVERIFY(says(*rig.window, QStringLiteral("No backup items to show"))); // empty, not filtered
        rig.window->navigator().open(
            {QStringLiteral("items"), rig.backend.vaultId(production).text(), QStringLiteral("DefaultPolicy")});
        rig.pass(1);
        QCOMPARE(rig.names(), (QStringList{QStringLiteral("ad-dc-01"), QStringLiteral("sql-prod-02")}));
    }

    void byTypeFirst()
    {
        Rig rig;
        rig.fill();
        rig.open(production, QStringLiteral("types"));
        auto* machines = rig.person().find<views::LinkCard>(QStringLiteral("items.type.vm"));
        QVERIFY(machines != nullptr && machines->isEnabled() && machines->hasFocus());
        QVERIFY(says(*rig.window, QStringLiteral("Azure virtual machine")));
        for (const char* other : {"items.type.files", "items.type.sql"}) {
            auto* card = rig.person().find(QLatin1String(other));
            QVERIFY(card != nullptr && !card->isEnabled());
            QVERIFY(!card->toolTip().isEmpty());
        }
        rig.person().key(Qt::Key_Space);
        rig.pass(1);
        QCOMPARE(rig.names().size(), 4);
    }

    void commandsOfARow_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QStringList>("usable");
        const auto rows = [](const char* row, const QStringList& usable) {
            QTest::newRow(row) << QString::fromLatin1(row)
                               << usable + QStringList{QStringLiteral("Pin to the overview")};
        };
        rows("ad-dc-01",
             {QStringLiteral("Back up now"), QStringLiteral("Restore VM"), QStringLiteral("Change policy"),
              QStringLiteral("Stop backup")});
        rows("sql-prod-02",
             {QStringLiteral("Back up now"), QStringLiteral("Change policy"), QStringLiteral("Stop backup")});
        rows("sql-test-01",
             {QStringLiteral("Restore VM"), QStringLiteral("Resume backup"), QStringLiteral("Delete backup data")});
        rows("wsus-01", {QStringLiteral("Undelete")});
    }
    void commandsOfARow()
    {
        QFETCH(QString, row);
        Rig rig;
        rig.fill();
        rig.open();
        auto* menu = rig.menuOf(row);
        QVERIFY(menu != nullptr);
        QStringList usable;
        int commands = 0;
        for (const auto* action : menu->actions()) {
            if (action->isSeparator() || action->menu() != nullptr) { // "Copy as az command" has a menu of its own
                continue;
            }
            ++commands;
            if (action->isEnabled()) {
                usable.append(action->text());
            } else {
                QVERIFY2(!action->toolTip().isEmpty() && action->toolTip() != action->text(),
                         qPrintable(action->text())); // the reason
            }
        }
        QTEST(usable, "usable");
        QCOMPARE(commands, 8); // disabled, not hidden
        menu->close();
    }

    //! To the overview, where it leads to its machine; and off it again.
    void pinsToTheOverview_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QStringList>("said"); // pin, unpin, the card's title, the point
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English)
                                 << QStringList{QStringLiteral("Pin to the overview"),
                                                QStringLiteral("Unpin from the overview"), QStringLiteral("Pinned"),
                                                QStringLiteral("latest point 18 Dec, 09:42")};
        QTest::newRow("Swedish") << static_cast<int>(LanguageChoice::Swedish)
                                 << QStringList{QStringLiteral("Fäst på översikten"),
                                                QStringLiteral("Lossa från översikten"), QStringLiteral("Fästa"),
                                                QStringLiteral("senaste punkten 18 dec 09:42")};
    }
    void pinsToTheOverview()
    {
        QFETCH(int, words);
        QFETCH(QStringList, said);
        Rig rig(static_cast<LanguageChoice>(words));
        rig.fill();
        rig.open();
        const auto choose = [&rig](const QString& text) {
            auto* menu = rig.menuOf(QStringLiteral("ad-dc-01"));
            for (auto* action : menu->actions()) {
                if (action->text() == text) {
                    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                    rig.pass(0);
                    return true;
                }
            }
            return false;
        };
        const auto toOverview = [&rig] {
            rig.window->navigator().open({QStringLiteral("overview"), {}, {}});
            rig.pass(2);
        };
        toOverview();
        QVERIFY(!says(*rig.page(), said[2]));
        rig.window->navigator().back();
        rig.pass(1);
        QVERIFY(choose(said[0]));
        toOverview();
        QVERIFY2(says(*rig.page(), said[2]), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QVERIFY2(says(*rig.page(), said[3]), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QCOMPARE(faultsOf(*rig.page()), QString());
        keepPicture(*rig.window, QStringLiteral("overview-pinned-%1").arg(words));
        views::LinkButton* leads = nullptr;
        for (auto* link : rig.page()->findChildren<views::LinkButton*>()) {
            leads = link->isVisible() && link->accessibleDescription() == QLatin1String("ad-dc-01") ? link : leads;
        }
        QVERIFY(leads != nullptr);
        leads->click();
        QCOMPARE(rig.window->navigator().current().subject, rig.backend.vmId(QStringLiteral("ad-dc-01")).text());
        rig.open();
        rig.pass(1);
        QVERIFY(choose(said[1]));
        toOverview();
        QVERIFY(!says(*rig.page(), said[2]));
    }

    void theDotsOpenTheSameMenu()
    {
        Rig rig;
        rig.fill();
        rig.open();
        auto& table = rig.table();
        const int column = table.model()->columnCount() - 1;
        const auto at = table.visualRect(table.model()->index(rig.rowOf(QStringLiteral("fil-01")), column)).center();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at);
        settle();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QVERIFY(menu->actions().constFirst()->isEnabled());
        menu->actions().constFirst()->trigger();
        menu->close();
        rig.pass(1);
        QVERIFY(says(*rig.window, QStringLiteral("fil-01 · valv-filial")));
    }

    void severalWithOneDate()
    {
        Rig rig;
        rig.fill();
        rig.open();
        auto* bulk = rig.window->findChild<views::BulkBar*>(QStringLiteral("items.bulk"));
        QVERIFY(!bulk->isVisible());
        for (const char* name : {"ad-dc-01", "sql-prod-02", "wsus-01"}) {
            rig.tick(QLatin1String(name));
        }
        QCOMPARE(bulk->count(), 3);
        auto* now = rig.window->findChild<QAction*>(QStringLiteral("items.backupSelected"));
        QCOMPARE(now->text(), QStringLiteral("Back up 3 items now"));
        now->trigger();
        rig.pass(1);
        QVERIFY2(rig.lines().filter(QStringLiteral("wsus-01 – ")).size() == 1,
                 qPrintable(rig.lines().join(QLatin1Char('|')))); // soft-deleted: says why it can't take part
        rig.person().type(QStringLiteral("backupNow.date"), QStringLiteral("2019-02-01"));
        // One is refused: the other's job begins, and it says why.
        auto refused = std::make_shared<bool>(true);
        rig.backend.before = [refused](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (*refused && request.target.contains(QLatin1String("sql-prod-02"))
                && QUrl(request.target).path().endsWith(QLatin1String("/backup"))) {
                return answer(409, errorBody(QStringLiteral("BMSUserErrorObjectLocked")));
            }
            return std::nullopt;
        };
        auto* date = rig.person().find(QStringLiteral("backupNow.date"));
        const auto* heard = QAccessible::queryAccessibleInterface(rig.person().find(QStringLiteral("backupNow")));
        date->setFocus(Qt::TabFocusReason);
        QTest::keyClick(date, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(heard->state().busy && !date->isEnabled());
        rig.pass(4);
        QVERIFY(!heard->state().busy); // what was begun is ended with the same date
        QVERIFY(!date->isEnabled());
        QCOMPARE(rig.window->focusWidget(), rig.person().find(QStringLiteral("backupNow.submit")));
        QCOMPARE(rig.lines().filter(QStringLiteral("the job has begun")).size(), 1);
        auto* again = rig.person().find<views::Button>(QStringLiteral("backupNow.submit"));
        QVERIFY(again != nullptr);
        QCOMPARE(again->text(), QStringLiteral("Try again for 1 item"));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(again->text(), QStringLiteral("Försök igen för 1 objekt"));
        rig.speak(LanguageChoice::English);
        QVERIFY2(rig.told().join(QLatin1Char('\n')).contains(QStringLiteral("1 of 2 backups could not be started")),
                 qPrintable(rig.told().join(QLatin1Char('\n'))));
        *refused = false;
        rig.person().click(QStringLiteral("backupNow.submit"));
        rig.pass(4);
        QTRY_VERIFY(rig.person().find(QStringLiteral("backupNow")) == nullptr);
        QCOMPARE(rig.backend.jobs.size(), 2);
        const auto expiries = rig.expiries();
        QCOMPARE(expiries.size(), 3); // the refused one twice
        for (const auto& expiry : expiries) {
            QVERIFY2(expiry.startsWith(QLatin1String("2019-02-01T22:59:59")), qPrintable(expiry)); // through that day
        }
    }

    void severalGetAnotherPolicy()
    {
        Rig rig;
        rig.fill();
        rig.backend.addPolicy(rig.backend.vaultId(production), QStringLiteral("Guld"));
        rig.open();
        for (const char* name : {"ad-dc-01", "sql-prod-02", "fil-01"}) {
            rig.tick(QLatin1String(name));
        }
        rig.window->findChild<QAction*>(QStringLiteral("items.bulk.changePolicy"))->trigger();
        rig.pass(2);
        QCOMPARE(rig.lines().filter(QStringLiteral("fil-01 – It is in another vault (valv-filial)")).size(), 1);
        QVERIFY(!rig.person().canUse(QStringLiteral("changePolicy.submit"))); // the same policy
        auto* combo = rig.person().find<QComboBox>(QStringLiteral("enable.policy"));
        QVERIFY(combo != nullptr);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        rig.pass(1);
        QCOMPARE(combo->currentText(), QStringLiteral("Guld"));
        rig.person().click(QStringLiteral("changePolicy.submit"));
        rig.pass(5);
        QTRY_VERIFY(rig.person().find(QStringLiteral("changePolicy")) == nullptr);
        int gold = 0;
        for (const auto& item : rig.backend.items) {
            gold += item.policyName == QLatin1String("Guld") ? 1 : 0;
        }
        QCOMPARE(gold, 2);
        QVERIFY2(rig.told().join(QLatin1Char('\n')).contains(QStringLiteral("2 backup items now use the policy Guld")),
                 qPrintable(rig.told().join(QLatin1Char('\n'))));
    }

    void severalAreStoppedAndResumed()
    {
        Rig rig;
        rig.fill();
        rig.open();
        for (const char* name : {"ad-dc-01", "sql-prod-02"}) {
            rig.tick(QLatin1String(name));
        }
        rig.window->findChild<QAction*>(QStringLiteral("items.bulk.stop"))->trigger();
        rig.pass(1);
        QVERIFY(rig.person().find(QStringLiteral("stopBackup.delete")) == nullptr); // data goes one by one only
        rig.person().click(QStringLiteral("stopBackup.submit"));
        rig.pass(5);
        QTRY_VERIFY(rig.person().find(QStringLiteral("stopBackup")) == nullptr);
        rig.choose("items.status", QStringLiteral("Protection stopped"));
        QCOMPARE(rig.names().size(), 3);
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_Escape); // nothing is ticked
        for (const char* name : {"ad-dc-01", "sql-test-01"}) {
            rig.tick(QLatin1String(name));
        }
        rig.window->findChild<QAction*>(QStringLiteral("items.bulk.resume"))->trigger();
        rig.pass(2);
        rig.person().click(QStringLiteral("resumeBackup.submit"));
        rig.pass(5);
        QTRY_VERIFY(rig.person().find(QStringLiteral("resumeBackup")) == nullptr);
        QCOMPARE(rig.names(), QStringList{QStringLiteral("sql-prod-02")});
    }

    void severalAreUndeleted_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<bool>("refused");
        QTest::addColumn<QString>("told");
        QTest::newRow("en") << LanguageChoice::English << false
                            << QStringLiteral("The deletion of 2 backup items has been undone");
        QTest::newRow("sv") << LanguageChoice::Swedish << false
                            << QStringLiteral("Borttagningen av 2 säkerhetskopieringsobjekt har ångrats");
        QTest::newRow("one refused, en") << LanguageChoice::English << true
                                         << QStringLiteral("The deletion of 1 of 2 backup items could not be undone");
        QTest::newRow("one refused, sv") << LanguageChoice::Swedish << true
                                         << QStringLiteral(
                                                "Borttagningen av 1 av 2 säkerhetskopieringsobjekt kunde inte ångras");
    }
    void severalAreUndeleted()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(bool, refused);
        QFETCH(QString, told);
        Rig rig(words);
        rig.fill();
        rig.add("wsus-02", ProtectionState::ProtectionStopped);
        auto& second = rig.backend.items.last();
        second.policyId = {};
        second.policyName.clear();
        second.softDeleted = true;
        second.deletedAt = rig.backend.now.addDays(-1);
        second.softDeleteDays = 14;
        rig.open();
        if (refused) {
            rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
                return request.method == contract::Method::Put && request.target.contains(QLatin1String("wsus-02"))
                    ? std::optional<Result<HttpResponse>>(answer(409, errorBody(QStringLiteral("ScopeLocked"))))
                    : std::nullopt;
            };
        }
        for (const char* name : {"wsus-01", "wsus-02"}) {
            rig.tick(QLatin1String(name));
        }
        rig.window->findChild<QAction*>(QStringLiteral("items.bulk.undelete"))->trigger();
        rig.pass(1);
        rig.person().click(QStringLiteral("undelete.submit"));
        rig.pass(5);
        QVERIFY2(rig.told().join(QLatin1Char('\n')).contains(told), qPrintable(rig.told().join(QLatin1Char('\n'))));
    }

    void whatCannotBeReadIsSaid_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        QTest::newRow("forbidden") << QStringLiteral("AuthorizationFailed") << 403;
        QTest::newRow("failed") << QStringLiteral("InternalServerError") << 500;
    }
    void whatCannotBeReadIsSaid()
    {
        QFETCH(QString, code);
        QFETCH(int, status);
        Rig rig;
        rig.fill();
        auto broken = std::make_shared<bool>(true);
        rig.backend.before = [broken, code, status](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (*broken && request.target.contains(QLatin1String("backupProtectedItems"))) {
                return answer(status, errorBody(code));
            }
            return std::nullopt;
        };
        rig.open();
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("items.message"));
        QVERIFY(message != nullptr && message->isVisible());
        QVERIFY(!says(*rig.window, QStringLiteral("No backup items to show"))); // that is not known
        *broken = false;
        rig.page()->refresh();
        rig.pass(2);
        QVERIFY(!message->isVisible());
        QCOMPARE(rig.names().size(), 5);
        *broken = true;
        rig.page()->refresh();
        rig.pass(2);
        QVERIFY(message->isVisible()); // stale: the rows stay, with their time
        QCOMPARE(rig.names().size(), 5);
    }

    //! What the role does not allow is disabled once that is known, in that vault, until one refreshes.
    void whatIsNotAllowedIsDisabled_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QString>("role");
        QTest::newRow("en") << false << QStringLiteral("You need the role Backup Operator on valv-produktion.");
        QTest::newRow("sv") << true
                            << QStringLiteral("Du behöver rollen Säkerhetskopieringsoperatör för valv-produktion.");
    }
    void whatIsNotAllowedIsDisabled()
    {
        QFETCH(bool, swedish);
        QFETCH(QString, role);
        Rig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.fill();
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Post && request.target.contains(QLatin1String("/backup?"))
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.open();
        const auto backupNow = [&rig](const char* name) {
            auto* menu = rig.menuOf(QString::fromLatin1(name));
            auto* action = menu->actions().constFirst();
            menu->close();
            return action;
        };
        QVERIFY(backupNow("ad-dc-01")->isEnabled());
        const auto item =
            FakeBackend::itemId(rig.backend.vaultId(production), rig.backend.vmId(QStringLiteral("ad-dc-01")));
        [[maybe_unused]] const auto asked = rig.session->items().backupNow(item, std::nullopt);
        rig.pass(3);
        auto* refused = backupNow("ad-dc-01");
        QVERIFY(!refused->isEnabled());
        QVERIFY2(refused->toolTip().startsWith(role), qPrintable(refused->toolTip()));
        QVERIFY(!backupNow("sql-prod-02")->isEnabled()); // the same vault
        QVERIFY(backupNow("fil-01")->isEnabled());
        rig.page()->refresh();
        rig.pass(2);
        QVERIFY(backupNow("ad-dc-01")->isEnabled()); // the role may have been given meanwhile
    }

    void whileItIsRead()
    {
        Rig rig;
        rig.fill();
        rig.transport->hold = true;
        rig.open();
        QVERIFY(rig.table().isLoading());
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        rig.pass(2);
        QVERIFY(!rig.table().isLoading());
        QCOMPARE(rig.names().size(), 5);
    }

    void keysDoIt()
    {
        Rig rig;
        rig.fill();
        rig.open();
        rig.table().setFocus();
        rig.table().setCurrentIndex(rig.table().model()->index(0, 0));
        settle();
        QTest::keyClick(&rig.table(), Qt::Key_B, Qt::ControlModifier);
        rig.pass(1);
        QVERIFY(rig.person().canUse(QStringLiteral("backupNow.submit")));
        rig.person().key(Qt::Key_Return, Qt::ControlModifier);
        rig.pass(3);
        QCOMPARE(rig.backend.jobs.size(), 1);
        QTRY_VERIFY(rig.table().hasFocus()); // where it was
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QSize>("size");
        for (const char* place : {"list", "vault", "types", "bulk", "stop", "policy", "resume", "undelete", "delete"}) {
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
        rig.fill();
        rig.open(place == QLatin1String("vault") ? production : QString(),
                 place == QLatin1String("types") ? place : QString(), size);
        const auto trigger = [&rig](const char* action, const QStringList& names) {
            for (const auto& name : names) {
                rig.tick(name);
            }
            rig.window->findChild<QAction*>(QLatin1String(action))->trigger();
            rig.pass(2);
        };
        const QStringList two{QStringLiteral("ad-dc-01"), QStringLiteral("sql-prod-02")};
        const QStringList stopped{QStringLiteral("sql-test-01")};
        if (place == QLatin1String("bulk")) {
            trigger("items.backupSelected", two);
        } else if (place == QLatin1String("stop")) {
            trigger("items.stop", {QStringLiteral("ad-dc-01")});
            rig.person().click(QStringLiteral("stopBackup.delete"));
        } else if (place == QLatin1String("policy")) {
            trigger("items.changePolicy", {QStringLiteral("ad-dc-01")});
        } else if (place == QLatin1String("resume")) {
            trigger("items.resume", stopped);
        } else if (place == QLatin1String("delete")) {
            trigger("items.delete", stopped);
        } else if (place == QLatin1String("undelete")) {
            trigger("items.undelete", {QStringLiteral("wsus-01")});
        }
        rig.pass(1);
        keepPicture(*rig.window,
                    QStringLiteral("items-")
                        + QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        const auto lost = lostStops(*rig.window);
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
    }
};

VALV_TEST(TestItemList)

} // namespace tst_itemlist

#include "tst_itemlist.moc"

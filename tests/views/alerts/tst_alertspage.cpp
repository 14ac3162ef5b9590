// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts through the window: the list, its filters, the details of one, what a person makes of them, and every state.
// Source: flows.md I9; picture alerts_en.
#include "alerts/alertdetails.h"
#include "controls/blade.h"
#include "controls/bulkbar.h"
#include "controls/chart.h"
#include "controls/essentials.h"
#include "controls/pill.h"
#include "controls/tile.h"
#include "presentation/models/alertmodel.h"
#include "presentation/models/vaultmodel.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMenu>

using namespace valv;
using namespace valv::test;
using contract::AlertCondition;
using contract::AlertSeverity;
using contract::AlertState;
using presentation::AlertModel;
using presentation::LanguageChoice;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId other = backend.vaultId(QStringLiteral("valv-test"));
    ArmId file = backend.vmId(QStringLiteral("fil-01"));
    ArmId sql = backend.vmId(QStringLiteral("sql-prod-02"));
    ArmId fileItem = FakeBackend::itemId(vault, file);
    ArmId sqlItem = FakeBackend::itemId(vault, sql);
    ArmId failed, missed, softDelete, over;

    explicit Rig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    { }
    void fill()
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-test"));
        backend.addVm(QStringLiteral("fil-01"));
        backend.addVm(QStringLiteral("sql-prod-02"));
        backend.addItem(vault, file).lastBackupStatus = contract::LastBackupStatus::Failed;
        backend.addItem(vault, sql);
        const auto now = backend.now;
        auto& first =
            backend.addAlert(QStringLiteral("BackupFailed"), AlertSeverity::Critical, fileItem, now.addSecs(-3600));
        first.count = 2;
        first.job = QStringLiteral("job-77");
        first.facts = {{QStringLiteral("error"), QStringLiteral("UserErrorBackupOperationInProgress")},
                       {QStringLiteral("message"), QStringLiteral("Busy.")}};
        failed = first.id;
        auto& second = backend.addAlert(QStringLiteral("MissedRun"), AlertSeverity::Warning, sqlItem, now.addDays(-1));
        second.state = AlertState::Acknowledged;
        second.changedBy = QStringLiteral("J. Berg");
        second.facts = {{QStringLiteral("missed"), QStringLiteral("3")},
                        {QStringLiteral("since"), QStringLiteral("2018-12-16T21:30:00Z")}};
        missed = second.id;
        softDelete =
            backend.addAlert(QStringLiteral("SoftDeleteOff"), AlertSeverity::Critical, other, now.addDays(-2)).id;
        auto& last =
            backend.addAlert(QStringLiteral("RestoreFailed"), AlertSeverity::Critical, sqlItem, now.addDays(-5));
        last.condition = AlertCondition::Resolved;
        last.resolved = now.addDays(-4);
        over = last.id;
    }
    void open(const ArmId& scope = {}, const QString& part = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("alerts"), scope.text(), part}, size);
        QVERIFY(table() != nullptr);
    }
    [[nodiscard]] views::Table* table() const { return person().find<views::Table>(QStringLiteral("alerts")); }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            all.append(table()->model()->index(row, AlertModel::Resource).data().toString() + QLatin1Char(' ')
                       + table()->model()->index(row, AlertModel::State).data().toString());
        }
        return all;
    }
    [[nodiscard]] views::AlertDetails* details() const
    {
        return person().find<views::AlertDetails>(QStringLiteral("alertDetails"));
    }
    [[nodiscard]] QString fact(const QString& label) const
    {
        for (const auto& fact : details()->findChild<views::Essentials*>()->facts()) {
            if (fact.label == label) {
                return spaced(fact.value);
            }
        }
        return QStringLiteral("no such fact");
    }
    [[nodiscard]] QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }
    [[nodiscard]] const contract::Alert& alert(const ArmId& id) const
    {
        return *std::find_if(backend.alerts.begin(), backend.alerts.end(), [&id](const auto& a) { return a.id == id; });
    }
    //! Goes to a row by keyboard.
    void stand(int row) const
    {
        table()->setFocus(Qt::TabFocusReason);
        table()->setCurrentIndex(table()->model()->index(row, 0));
        settle();
    }
    //! A choice of a filter pill by its text, through its menu.
    void filter(const char* pill, const QString& choice) const
    {
        auto* button = person().find<views::FilterPill>(QLatin1String(pill));
        QVERIFY(button != nullptr);
        button->setFocus(Qt::TabFocusReason);
        person().key(Qt::Key_Return);
        settle();
        auto* menu = button->findChild<QMenu*>();
        QVERIFY(menu != nullptr && menu->isVisible());
        for (auto* entry : menu->actions()) {
            if (entry->text() == choice) {
                menu->setActiveAction(entry);
                QTest::keyClick(menu, Qt::Key_Return);
                settle();
                return;
            }
        }
        menu->close();
        QFAIL("no such choice");
    }
    //! A visible button by its name, anywhere in the window.
    [[nodiscard]] QAbstractButton* button(const QString& name) const
    {
        for (auto* one : window->findChildren<QAbstractButton*>()) {
            if (isShown(one, *window) && accessibleNameOf(one) == name) {
                return one;
            }
        }
        return nullptr;
    }
    void press(const QString& name) const
    {
        auto* found = button(name);
        QVERIFY2(found != nullptr, qPrintable(name));
        found->setFocus(Qt::TabFocusReason);
        QTest::keyClick(found, Qt::Key_Space);
        settle();
    }
    void answerWith(int status)
    {
        backend.before = [status](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (status == 0) { // whatever is asked
                return Result<HttpResponse>(failure("NetworkOffline", "No way there."));
            }
            if (!QUrl(request.target).path().contains(QLatin1String("/Microsoft.AlertsManagement/"))) {
                return std::nullopt;
            }
            return Result<HttpResponse>(answer(status,
                                               errorBody(status == 403 ? QStringLiteral("AuthorizationFailed")
                                                                       : QStringLiteral("InternalServerError"))));
        };
    }
};

} // namespace

class TestAlertsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNeedsAttentionComesFirst()
    {
        Rig rig;
        rig.fill();
        rig.open();
        QCOMPARE(rig.rows(),
                 (QStringList{QStringLiteral("fil-01 New"), QStringLiteral("valv-test New"),
                              QStringLiteral("sql-prod-02 Acknowledged"), QStringLiteral("sql-prod-02 Resolved")}));
        QVERIFY(says(*rig.window, QStringLiteral("Backup failed 2 times")));
        QVERIFY(says(*rig.window, QStringLiteral("3 scheduled backups missed")));
        QVERIFY(says(*rig.window, QStringLiteral("4 of 4 alerts")));
        const auto tile = [&rig](const char* name) {
            auto* found = rig.person().find(QLatin1String(name));
            return found == nullptr ? QString()
                                    : found->accessibleName() + QLatin1Char(' ') + found->accessibleDescription();
        };
        QCOMPARE(tile("alerts.critical"), QStringLiteral("Critical: 2 2 new"));
        QCOMPARE(tile("alerts.warning"), QStringLiteral("Warning: 1 none new"));
        QCOMPARE(tile("alerts.information"), QStringLiteral("Information: 0 "));
        // New ones stand out by more than their colour: a word, and a stronger one.
        const auto* model = rig.table()->model();
        QVERIFY(rig.table()->cell(model->index(0, AlertModel::Title)).strong);
        QVERIFY(!rig.table()->cell(model->index(2, AlertModel::Title)).strong);
        QCOMPARE(model->index(0, AlertModel::Severity).data().toString(), QStringLiteral("Critical"));
    }

    void theChartIsSpoken()
    {
        Rig rig;
        rig.fill();
        rig.open();
        auto* chart = rig.person().find<views::StackedBars>(QStringLiteral("alerts.perDay"));
        QVERIFY(chart != nullptr);
        auto* interface = QAccessible::queryAccessibleInterface(chart);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Alerts per day"));
        QCOMPARE(interface->text(QAccessible::Description), QStringLiteral("The last 14 days: 3 critical, 1 other"));
        QCOMPARE(interface->childCount(), 14);
        QVERIFY(chart->itemName(13).contains(QStringLiteral("1 critical, 0 other")));
    }

    void filters()
    {
        Rig rig;
        rig.fill();
        rig.open();
        rig.filter("alerts.severity", QStringLiteral("Warning"));
        QCOMPARE(rig.rows(), QStringList{QStringLiteral("sql-prod-02 Acknowledged")});
        rig.filter("alerts.severity", QStringLiteral("all"));
        rig.filter("alerts.state", QStringLiteral("New"));
        QCOMPARE(rig.rows().size(), 2);
        rig.filter("alerts.vault", QStringLiteral("valv-test"));
        QCOMPARE(rig.rows(), QStringList{QStringLiteral("valv-test New")});
        rig.filter("alerts.vault", QStringLiteral("all"));
        rig.filter("alerts.state", QStringLiteral("all"));
        rig.filter("alerts.period", QStringLiteral("24 h"));
        QCOMPARE(rig.rows().size(), 3); // active ones stay whenever they came up
        rig.person().type(QStringLiteral("alerts.filter"), QStringLiteral("SOFT"));
        QCOMPARE(rig.rows(), QStringList{QStringLiteral("valv-test New")});
        QVERIFY(says(*rig.window, QStringLiteral("1 of 4 alerts")));
        rig.person().type(QStringLiteral("alerts.filter"), QStringLiteral("nothing like it"));
        settle();
        QVERIFY(says(*rig.window, QStringLiteral("Nothing matches the filter")));
        rig.press(QStringLiteral("Clear filter"));
        rig.pass(1);
        QCOMPARE(rig.rows().size(), 4);
    }

    //! A tile filters by its severity, and the same tile shows all again.
    void tilesFilter()
    {
        Rig rig;
        rig.fill();
        rig.open();
        auto* tile = rig.person().find(QStringLiteral("alerts.warning"));
        tile->setFocus(Qt::TabFocusReason);
        QTest::keyClick(tile, Qt::Key_Space);
        QCOMPARE(rig.rows().size(), 1);
        QTest::keyClick(tile, Qt::Key_Space);
        QCOMPARE(rig.rows().size(), 4);
    }

    void ofOneVaultOrItem()
    {
        Rig rig;
        rig.fill();
        rig.open(rig.vault, QStringLiteral("critical"));
        QCOMPARE(rig.rows(), (QStringList{QStringLiteral("fil-01 New"), QStringLiteral("sql-prod-02 Resolved")}));
        QCOMPARE(rig.page()->heading().title, QStringLiteral("valv-produktion"));
        QVERIFY(!rig.page()->resourceMenu().isEmpty());
        rig.window->navigator().open({QStringLiteral("alerts"), rig.fileItem.text(), {}});
        rig.pass(1);
        QCOMPARE(rig.rows(), QStringList{QStringLiteral("fil-01 New")});
        QVERIFY(rig.page()->heading().caption.contains(QLatin1String("fil-01")));
    }

    void detailsSayWhyAndWhatToDo_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("English") << LanguageChoice::English
                                 << QStringList{QStringLiteral("The backup of fil-01 has failed 2 times"),
                                                QStringLiteral("Another backup of this VM is already running."),
                                                QStringLiteral("Wait until it has finished"),
                                                QStringLiteral("UserErrorBackupOperationInProgress"),
                                                QStringLiteral("Back up now"),
                                                QStringLiteral("Open the job")};
        QTest::newRow("Swedish") << LanguageChoice::Swedish
                                 << QStringList{
                                        QStringLiteral("Säkerhetskopieringen av fil-01 har misslyckats 2 gånger"),
                                        QStringLiteral("UserErrorBackupOperationInProgress"),
                                        QStringLiteral("Säkerhetskopiera nu"), QStringLiteral("Öppna jobbet")};
    }
    void detailsSayWhyAndWhatToDo()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QStringList, said);
        Rig rig(words);
        rig.fill();
        rig.open();
        rig.stand(0);
        rig.person().key(Qt::Key_Return);
        rig.pass(1);
        QVERIFY(rig.details() != nullptr);
        for (const auto& text : said) {
            QVERIFY2(says(*rig.details(), text), qPrintable(text));
        }
        // The pane follows the list, and Esc closes it.
        rig.stand(1);
        QVERIFY(says(*rig.details(), QStringLiteral("valv-test")));
        rig.details()->setFocus();
        QTest::keyClick(rig.details(), Qt::Key_Escape);
        settle();
        QVERIFY(rig.details() == nullptr);
        QVERIFY(rig.table()->hasFocus());
    }

    //! What is the matter with the engine's computer is about no vault, and leads to none.
    void ofTheComputer()
    {
        Rig rig;
        rig.fill();
        auto& clock = rig.backend.addAlert(QStringLiteral("ClockDoubted"), AlertSeverity::Warning,
                                           ArmId::subscription(rig.backend.subscription), rig.backend.now);
        clock.targetName = QStringLiteral("kvm01");
        clock.facts = {{QStringLiteral("shown"), QStringLiteral("2031-05-04T10:00:00Z")}};
        rig.open();
        int row = 0;
        auto* list = rig.table()->model();
        while (row < list->rowCount()
               && list->index(row, AlertModel::Title).data().toString()
                   != QLatin1String("The computer's clock may be wrong")) {
            ++row;
        }
        QVERIFY(row < list->rowCount());
        rig.stand(row);
        rig.person().key(Qt::Key_Return);
        rig.pass(1);
        QVERIFY(rig.details() != nullptr);
        QCOMPARE(rig.fact(QStringLiteral("Computer")), QStringLiteral("kvm01"));
        QCOMPARE(rig.fact(QStringLiteral("Vault")), QStringLiteral("no such fact"));
        QVERIFY(says(*rig.details(), QStringLiteral("Set the clock right.")));
        QVERIFY(!says(*rig.details(), QStringLiteral("Open the backup item")));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(rig.fact(QStringLiteral("Dator")), QStringLiteral("kvm01"));
        QVERIFY(says(*rig.details(), QStringLiteral("Ställ klockan rätt.")));
    }

    void detailsLeadToWhatTheyName()
    {
        Rig rig;
        rig.fill();
        rig.open({}, rig.failed.text());
        rig.pass(1);
        const auto& here = rig.window->pages();
        rig.press(QStringLiteral("Open the job"));
        QCOMPARE(here->current().page, QStringLiteral("jobs"));
        QVERIFY(here->current().part.endsWith(QLatin1String("job-77")));
        rig.window->navigator().back();
        settle();
        rig.press(QStringLiteral("fil-01"));
        QCOMPARE(here->current().subject, rig.file.text());
        rig.window->navigator().back();
        settle();
        rig.press(QStringLiteral("Back up now"));
        QVERIFY(rig.person().find(QStringLiteral("backupNow")) != nullptr);
        rig.person().key(Qt::Key_Escape);
        settle();
        rig.window->navigator().open({QStringLiteral("alerts"), {}, rig.softDelete.text()});
        rig.pass(1);
        rig.press(QStringLiteral("Open the security settings"));
        QCOMPARE(here->current().subject, rig.other.text());
        QCOMPARE(here->current().part, QStringLiteral("properties"));
    }

    void theTextIsCopied()
    {
        Rig rig;
        rig.fill();
        rig.open({}, rig.failed.text());
        rig.pass(1);
        rig.press(QStringLiteral("Copy the alert"));
        const auto text = QGuiApplication::clipboard()->text();
        QVERIFY(text.startsWith(QLatin1String("fil-01: Backup failed 2 times")));
        QVERIFY(text.contains(QLatin1String("UserErrorBackupOperationInProgress")));
    }

    void acknowledgedClosedAndNewAgain()
    {
        Rig rig;
        rig.fill();
        rig.open();
        QVERIFY(!rig.action("alerts.acknowledge")->isEnabled());
        QVERIFY(!rig.action("alerts.acknowledge")->statusTip().isEmpty());
        rig.stand(0);
        rig.person().command(QStringLiteral("alerts.acknowledge"));
        rig.pass(1);
        QCOMPARE(rig.alert(rig.failed).state.value(), AlertState::Acknowledged);
        QVERIFY(rig.rows().contains(QStringLiteral("fil-01 Acknowledged")));
        QVERIFY(!rig.action("alerts.acknowledge")->isEnabled());
        rig.person().command(QStringLiteral("alerts.close"));
        rig.pass(1);
        QCOMPARE(rig.alert(rig.failed).state.value(), AlertState::Closed);
        QVERIFY(says(*rig.window, QStringLiteral("Critical: 1")));
        QVERIFY(!rig.action("alerts.close")->isEnabled());
        rig.person().command(QStringLiteral("alerts.reopen"));
        rig.pass(1);
        QCOMPARE(rig.alert(rig.failed).state.value(), AlertState::New);
        // One that is over is left alone.
        rig.stand(3);
        for (const char* name : {"alerts.acknowledge", "alerts.close", "alerts.reopen"}) {
            QVERIFY(!rig.action(name)->isEnabled());
        }
    }

    void severalAtOnce()
    {
        Rig rig;
        rig.fill();
        rig.open();
        rig.stand(0);
        rig.person().key(Qt::Key_Space);
        rig.stand(1);
        rig.person().key(Qt::Key_Space);
        settle();
        auto* bar = rig.person().find<views::BulkBar>(QStringLiteral("alerts.bulk"));
        QVERIFY(bar != nullptr);
        QCOMPARE(bar->count(), 2);
        for (auto* button : bar->findChildren<QAbstractButton*>()) {
            if (button->text() == QLatin1String("Close alert")) {
                button->setFocus(Qt::TabFocusReason);
                QTest::keyClick(button, Qt::Key_Space);
            }
        }
        rig.pass(1);
        QCOMPARE(rig.alert(rig.failed).state.value(), AlertState::Closed);
        QCOMPARE(rig.alert(rig.softDelete).state.value(), AlertState::Closed);
        QCOMPARE(rig.alert(rig.missed).state.value(), AlertState::Acknowledged);
        QVERIFY(rig.table()->selectedRows().isEmpty());
    }

    //! What could not be changed stays as it was, is said, and can be tried again.
    void aRefusedChange()
    {
        Rig rig;
        rig.fill();
        rig.open();
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return QUrl(request.target).path().endsWith(QLatin1String("/changestate"))
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.stand(0);
        rig.person().command(QStringLiteral("alerts.acknowledge"));
        rig.pass(1);
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("alerts.problem"));
        QVERIFY(message != nullptr);
        QVERIFY(message->sentence().startsWith(QLatin1String("1 alert could not be changed.")));
        QVERIFY(rig.rows().contains(QStringLiteral("fil-01 New")));
        rig.backend.before = {};
        rig.press(QStringLiteral("Try again"));
        rig.pass(1);
        QVERIFY(rig.rows().contains(QStringLiteral("fil-01 Acknowledged")));
        QVERIFY(rig.person().find(QStringLiteral("alerts.problem")) == nullptr);
    }

    void noAlertsAreGoodNews_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("English") << LanguageChoice::English << QStringLiteral("Nothing needs attention.");
        QTest::newRow("Swedish") << LanguageChoice::Swedish << QStringLiteral("Inget behöver åtgärdas.");
    }
    void noAlertsAreGoodNews()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, said);
        Rig rig(words);
        rig.open();
        QVERIFY(says(*rig.window, said));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }
    //! Of a vault without any, though others have some.
    void noAlertsInThisVault()
    {
        Rig rig;
        rig.fill();
        rig.backend.addVault(QStringLiteral("valv-tom"));
        rig.open(rig.backend.vaultId(QStringLiteral("valv-tom")));
        QVERIFY(says(*rig.window, QStringLiteral("Nothing needs attention.")));
        QVERIFY(!says(*rig.window, QStringLiteral("Nothing matches the filter")));
    }

    void loading()
    {
        Rig rig;
        rig.fill();
        rig.transport->hold = true;
        rig.open();
        QVERIFY(rig.table()->isLoading());
        QVERIFY(rig.page()->isBusy());
        QVERIFY(!says(*rig.window, QStringLiteral("Nothing needs attention.")));
        QVERIFY(says(*rig.window, QStringLiteral("Critical: –")));
        rig.transport->hold = false;
        for (int i = 0; i < 100 && rig.transport->release(); ++i) {
            settle();
        }
        rig.pass(2);
        QCOMPARE(rig.rows().size(), 4);
    }

    void aListThatFailsIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("server") << 500;
        QTest::newRow("forbidden") << 403;
        QTest::newRow("offline") << 0;
    }
    void aListThatFailsIsSaid()
    {
        QFETCH(int, status);
        Rig rig;
        rig.fill();
        rig.answerWith(status);
        rig.open();
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("alerts.message"));
        QVERIFY(message != nullptr);
        QVERIFY(!says(*rig.window, QStringLiteral("Nothing needs attention.")));
        QVERIFY(says(*rig.window, QStringLiteral("Critical: –"))); // not none
        rig.backend.before = {};
        auto* again = message->findChild<QAbstractButton*>();
        again->setFocus(Qt::TabFocusReason);
        QTest::keyClick(again, Qt::Key_Space);
        rig.pass(2);
        QCOMPARE(rig.rows().size(), 4);
        QVERIFY(rig.person().find(QStringLiteral("alerts.message")) == nullptr);
    }
    //! Old rows stay, with their time.
    void staleRows()
    {
        Rig rig;
        rig.fill();
        rig.open();
        rig.answerWith(0);
        rig.page()->refresh();
        rig.pass(1);
        QCOMPARE(rig.rows().size(), 4);
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("alerts.message"));
        QVERIFY(message != nullptr);
        QVERIFY2(message->sentence().contains(QLatin1String("Showing data from")), qPrintable(message->sentence()));
    }

    void inANarrowWindowTheDetailsAreABlade()
    {
        Rig rig;
        rig.fill();
        rig.open({}, rig.failed.text(), {1000, 700});
        rig.pass(1);
        auto* blade = rig.person().find<views::Blade>(QStringLiteral("alerts.blade"));
        QVERIFY(blade != nullptr);
        QCOMPARE(blade->title(), QStringLiteral("Backup failed 2 times"));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.press(QStringLiteral("Acknowledge"));
        rig.pass(1);
        QCOMPARE(rig.alert(rig.failed).state.value(), AlertState::Acknowledged);
        rig.window->resize(1440, 900);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("alerts.blade")) == nullptr);
        QVERIFY(rig.details() != nullptr);
        rig.window->resize(1000, 700);
        settle();
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("alerts.blade")) == nullptr);
        QVERIFY(rig.details() == nullptr);
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<bool>("open");
        QTest::addColumn<bool>("ofVault");
        for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
            for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                const auto row = [&](const char* what, bool open, bool ofVault) {
                    QTest::addRow("%d at %d%s", static_cast<int>(words), size.width(), what)
                        << size << words << open << ofVault;
                };
                row("", false, false);
                row(" with details", true, false);
                row(" of a vault", false, true);
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(QSize, size);
        QFETCH(LanguageChoice, words);
        QFETCH(bool, open);
        QFETCH(bool, ofVault);
        Rig rig(words);
        rig.fill();
        rig.open(ofVault ? rig.vault : ArmId(), open ? rig.failed.text() : QString(), size);
        rig.pass(1);
        keepPicture(*rig.window, QStringLiteral("alerts-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        QVERIFY2(lostStops(*rig.window).isEmpty(), qPrintable(lostStops(*rig.window)));
    }

    void everyWordFollowsTheLanguage()
    {
        const QSize wide(1900, 900); // no column is left out in either language
        QStringList english;
        {
            Rig rig(LanguageChoice::Swedish);
            rig.fill();
            rig.open({}, rig.failed.text(), wide);
            rig.pass(1);
            const auto fresh = wordsOf(*rig.window);
            rig.speak(LanguageChoice::English);
            english = wordsOf(*rig.window);
            rig.speak(LanguageChoice::Swedish);
            QCOMPARE(difference(wordsOf(*rig.window), fresh), QString());
        }
        Rig rig(LanguageChoice::English);
        rig.fill();
        rig.open({}, rig.failed.text(), wide);
        rig.pass(1);
        QCOMPARE(difference(english, wordsOf(*rig.window)), QString());
    }

    //! Also of a vault without alerts, which the filter does not offer.
    void notificationsOfAnyVault()
    {
        Rig rig;
        rig.backend.addVault(QStringLiteral("valv-produktion"));
        rig.open();
        rig.person().command(QStringLiteral("alerts.notify"));
        settle();
        QVERIFY(blade(rig) != nullptr && rig.button(QStringLiteral("Save")) != nullptr); // the only one
        rig.person().key(Qt::Key_Escape);
        settle();
        rig.backend.addVault(QStringLiteral("valv-test"));
        auto twin = rig.backend.vaults.last();
        twin.id = ArmId::vault(rig.backend.subscription, QStringLiteral("rg-annan"), QStringLiteral("valv-test"));
        rig.backend.vaults.append(twin);
        rig.session->vaults().refresh();
        rig.pass(1);
        rig.person().command(QStringLiteral("alerts.notify"));
        settle();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(textsOf(*menu),
                 (QStringList{QStringLiteral("valv-produktion"), QStringLiteral("valv-test · rg-annan"),
                              QStringLiteral("valv-test · ") + rig.other.resourceGroup()}));
        menu->actions().at(1)->trigger();
        menu->close();
        settle();
        QVERIFY(blade(rig) != nullptr);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("anna@nordvik.example"));
        rig.press(QStringLiteral("Save"));
        rig.pass(1);
        QVERIFY(blade(rig) == nullptr);
        QVERIFY(rig.backend.vaults.at(2).notifications.has_value());
        QVERIFY(!rig.backend.vaults.at(1).notifications.has_value());
    }
    void notificationsOfNoVault()
    {
        Rig rig;
        rig.open();
        QVERIFY(!rig.action("alerts.notify")->isEnabled());
        QCOMPARE(rig.action("alerts.notify")->statusTip(), QStringLiteral("There is no vault yet."));
    }

    //! What somebody else does to a form that nobody has touched is shown in it, and is not this person's change.
    void anUntouchedFormFollows()
    {
        Rig rig;
        mailed(rig);
        auto* recipients = rig.person().find<QLineEdit>(QStringLiteral("notifications.recipients"));
        QCOMPARE(recipients->text(), QStringLiteral("anna@nordvik.example"));
        byAnother(rig, QStringLiteral("bo@nordvik.example"));
        rig.session->vaults().refreshVault(rig.vault);
        rig.pass(1);
        QCOMPARE(recipients->text(), QStringLiteral("bo@nordvik.example"));
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(blade(rig) == nullptr); // nothing is unsaved
    }

    //! Somebody else was faster: it is said, what was typed stays, and saving again replaces theirs.
    void aConflictIsSaid_data()
    {
        QTest::addColumn<bool>("noticed"); // theirs was read before one saves
        QTest::addColumn<bool>("replace");
        QTest::newRow("replaced") << false << true;
        QTest::newRow("replaced, seen before") << true << true;
        QTest::newRow("dropped") << false << false;
    }
    void aConflictIsSaid()
    {
        QFETCH(bool, noticed);
        QFETCH(bool, replace);
        Rig rig;
        mailed(rig);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("eva@nordvik.example"));
        byAnother(rig, QStringLiteral("bo@nordvik.example"));
        if (noticed) {
            rig.session->vaults().refreshVault(rig.vault);
            rig.pass(1);
        }
        rig.press(QStringLiteral("Save"));
        rig.pass(1);
        auto* failure = rig.person().find<views::MessageBar>(QStringLiteral("notifications.failure"));
        QVERIFY(failure != nullptr);
        QVERIFY2(failure->sentence().startsWith(QLatin1String("Somebody else has changed the vault meanwhile.")),
                 qPrintable(failure->sentence()));
        auto* recipients = rig.person().find<QLineEdit>(QStringLiteral("notifications.recipients"));
        QCOMPARE(recipients->text(), QStringLiteral("eva@nordvik.example"));
        QCOMPARE(stored(rig), QStringList{QStringLiteral("bo@nordvik.example")});
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.press(replace ? QStringLiteral("Save") : QStringLiteral("Read again"));
        rig.pass(1);
        if (replace) {
            QVERIFY(blade(rig) == nullptr);
            QCOMPARE(stored(rig), QStringList{QStringLiteral("eva@nordvik.example")});
        } else {
            QCOMPARE(recipients->text(), QStringLiteral("bo@nordvik.example"));
            rig.person().key(Qt::Key_Escape);
            settle();
            QVERIFY(blade(rig) == nullptr);
        }
    }
    //! Another part of the vault is no conflict.
    void tagsAreNoConflict()
    {
        Rig rig;
        mailed(rig);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("eva@nordvik.example"));
        rig.backend.vaults.first().tags.insert(QStringLiteral("miljö"), QStringLiteral("test"));
        rig.backend.vaults.first().etag = QStringLiteral("W/\"tagged\"");
        rig.press(QStringLiteral("Save"));
        rig.pass(1);
        QTRY_VERIFY(blade(rig) == nullptr);
        QCOMPARE(stored(rig), QStringList{QStringLiteral("eva@nordvik.example")});
    }

    //! What was refused is said and can be tried again, and Esc loses nothing.
    void aRefusedSettingIsTriedAgain()
    {
        Rig rig;
        mailed(rig);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("eva@nordvik.example"));
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("notifications.unsaved")) != nullptr);
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Patch
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.press(QStringLiteral("Save"));
        rig.pass(1);
        auto* failure = rig.person().find<views::MessageBar>(QStringLiteral("notifications.failure"));
        QVERIFY(failure != nullptr);
        QVERIFY(failure->sentence().startsWith(QLatin1String("The notifications could not be saved.")));
        rig.backend.before = {};
        rig.press(QStringLiteral("Try again"));
        rig.pass(1);
        QVERIFY(blade(rig) == nullptr);
        QCOMPARE(stored(rig), QStringList{QStringLiteral("eva@nordvik.example")});
    }

    //! In the person's language, with the server's own words beneath.
    void whyNoMailWent_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        const auto add = [](const char* code, const char* english, const char* swedish) {
            QTest::addRow("%s in English", code)
                << LanguageChoice::English << QString::fromLatin1(code) << QString::fromUtf8(english);
            QTest::addRow("%s in Swedish", code)
                << LanguageChoice::Swedish << QString::fromLatin1(code) << QString::fromUtf8(swedish);
        };
        add("MailSignInFailed", "The mail server did not accept the name and password.",
            "E-postservern godtog inte namnet och lösenordet.");
        add("MailServerNotTrusted", "There is no safe connection to the mail server.",
            "Det går inte att ansluta säkert till e-postservern.");
        add("MailServerUnreachable", "The mail server does not answer.", "E-postservern svarar inte.");
        add("MailRefused", "The mail server did not take the mail.", "E-postservern tog inte emot meddelandet.");
    }
    void whyNoMailWent()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, code);
        QFETCH(QString, said);
        Rig rig(words);
        mailed(rig);
        auto& problem = *rig.backend.vaults.first().notificationState->problem;
        problem.code = code.toStdString();
        problem.message = "The server's own words.";
        rig.session->vaults().refreshVault(rig.vault);
        rig.pass(1);
        QVERIFY2(says(*blade(rig), said), qPrintable(wordsOf(*blade(rig)).join(QLatin1Char('\n'))));
        QVERIFY(says(*blade(rig), QStringLiteral("The server's own words.")));
    }

    void notificationsFit_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QSize>("size");
        for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
            for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                QTest::addRow("%d at %d", static_cast<int>(words), size.width()) << words << size;
            }
        }
    }
    void notificationsFit()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QSize, size);
        Rig rig(words);
        mailed(rig, size);
        const auto check = [&rig](const char* state) {
            settle();
            const auto faults = faultsOf(*blade(rig)->panel());
            keepPicture(*rig.window,
                        QStringLiteral("notifications-%1-%2")
                            .arg(QString::fromLatin1(QTest::currentDataTag()), QLatin1String(state)));
            QVERIFY2(faults.isEmpty(), qPrintable(QLatin1String(state) + QLatin1Char('\n') + faults));
            const auto stops = lostStops(*rig.window);
            QVERIFY2(stops.isEmpty(), qPrintable(QLatin1String(state) + QLatin1Char('\n') + stops));
        };
        check("failed sending");
        rig.backend.vaults.first().notificationState->hasServer = false;
        rig.session->vaults().refreshVault(rig.vault);
        rig.pass(1);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("anna, bo"));
        rig.person().key(Qt::Key_Escape);
        QTest::keyClick(blade(rig), Qt::Key_Return, Qt::ControlModifier);
        check("no server, unsaved, wrong address");
    }

    //! From the overview, and from the vault's dashboard.
    void whereAlertsAreShown()
    {
        Rig rig;
        rig.fill();
        rig.show({QStringLiteral("overview"), {}, {}});
        rig.pass(1);
        QTRY_VERIFY(says(*rig.page(), QStringLiteral("fil-01: Backup failed 2 times")));
        rig.press(QStringLiteral("Show all alerts"));
        QCOMPARE(rig.window->pages()->current().page, QStringLiteral("alerts"));
        rig.window->navigator().open({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("overview")});
        rig.pass(1);
        QTRY_VERIFY(says(*rig.page(), QStringLiteral("sql-prod-02: 3 scheduled backups missed")));
        QVERIFY(!says(*rig.page(), QStringLiteral("fil-01: the last backup failed"))); // said once
        auto* critical = rig.person().find(QStringLiteral("vault.criticalAlerts"));
        QCOMPARE(critical->accessibleName(), QStringLiteral("Critical: 1"));
        critical->setFocus(Qt::TabFocusReason);
        QTest::keyClick(critical, Qt::Key_Space);
        settle();
        QCOMPARE(rig.window->pages()->current().subject, rig.vault.text());
        QCOMPARE(rig.window->pages()->current().part, QStringLiteral("critical"));
        rig.window->navigator().open({QStringLiteral("vaults"), {}, {}});
        rig.pass(1);
        auto* vaults = rig.person().find<views::Table>(QStringLiteral("vaults"));
        const auto row =
            console::Driver::row(*vaults, presentation::VaultModel::Name, QStringLiteral("valv-produktion"));
        QCOMPARE(row.siblingAtColumn(presentation::VaultModel::Alerts).data().toString(), QStringLiteral("1 critical"));
    }

private:
    [[nodiscard]] static views::Blade* blade(const Rig& rig)
    {
        auto* found = rig.person().find<views::Blade>(QStringLiteral("notifications"));
        return found != nullptr && found->isOpen() ? found : nullptr;
    }
    [[nodiscard]] static QStringList textsOf(const QMenu& menu)
    {
        QStringList texts;
        for (const auto* action : menu.actions()) {
            texts.append(action->text());
        }
        return texts;
    }
    [[nodiscard]] static QStringList stored(const Rig& rig)
    {
        return rig.backend.vaults.first().notifications->recipients;
    }
    //! A vault that mails, with its form open; the last mail did not go.
    static void mailed(Rig& rig, QSize size = {1440, 900})
    {
        rig.fill();
        auto& vault = rig.backend.vaults.first();
        vault.etag = QStringLiteral("W/\"first\"");
        vault.notifications = contract::NotificationSettings();
        vault.notifications->enabled = true;
        vault.notifications->recipients = {QStringLiteral("anna@nordvik.example")};
        contract::NotificationState state;
        state.hasServer = true;
        state.waiting = 2;
        state.lastFailed = rig.backend.now.addSecs(-600);
        state.problem = Error{"MailSignInFailed",
                              "The mail server smtp.nordvik.example did not accept the name and password: 535 5.7.8 "
                              "Authentication credentials invalid",
                              {},
                              {},
                              {}};
        vault.notificationState = state;
        rig.open(rig.vault, {}, size);
        rig.person().command(QStringLiteral("alerts.notify"));
        rig.pass(1);
        QVERIFY(blade(rig) != nullptr);
    }
    static void byAnother(Rig& rig, const QString& recipient)
    {
        auto& vault = rig.backend.vaults.first();
        vault.notifications->recipients = {recipient};
        vault.etag = QStringLiteral("W/\"theirs\"");
    }
};

QTEST_MAIN(TestAlertsPage)
#include "tst_alertspage.moc"

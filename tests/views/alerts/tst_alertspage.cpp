// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts through the window: the list, its filters, the details of one, what a person makes of them, and every state.
// Source: flows.md I9; picture alerts_en.
#include "controls/blade.h"
#include "controls/bulkbar.h"
#include "controls/chart.h"
#include "presentation/models/vaultmodel.h"
#include "support/patience.h"
#include "support/testprogram.h"
#include "views/alerts/alertrig.h"

#include <QClipboard>

namespace tst_alertspage {

using namespace valv;
using namespace valv::test;

class TestAlertsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatNeedsAttentionComesFirst()
    {
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig(words);
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
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig;
        rig.fill();
        rig.open();
        QVERIFY(!rig.action("alerts.acknowledge")->isEnabled());
        QVERIFY(!rig.action("alerts.acknowledge")->statusTip().isEmpty());
        rig.stand(0);
        rig.person().command(QStringLiteral("alerts.acknowledge"));
        rig.pass(1);
        QCOMPARE(rig.alert(rig.failed).state.value(), AlertState::Acknowledged);
        QTRY_VERIFY_WITH_TIMEOUT(rig.rows().contains(QStringLiteral("fil-01 Acknowledged")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!rig.action("alerts.acknowledge")->isEnabled(), patience);
        rig.person().command(QStringLiteral("alerts.close"));
        rig.pass(1);
        QCOMPARE(rig.alert(rig.failed).state.value(), AlertState::Closed);
        QTRY_VERIFY_WITH_TIMEOUT(says(*rig.window, QStringLiteral("Critical: 1")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!rig.action("alerts.close")->isEnabled(), patience);
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
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig(words);
        rig.open();
        QVERIFY(says(*rig.window, said));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }
    //! Of a vault without any, though others have some.
    void noAlertsInThisVault()
    {
        AlertRig rig;
        rig.fill();
        rig.backend.addVault(QStringLiteral("valv-tom"));
        rig.open(rig.backend.vaultId(QStringLiteral("valv-tom")));
        QVERIFY(says(*rig.window, QStringLiteral("Nothing needs attention.")));
        QVERIFY(!says(*rig.window, QStringLiteral("Nothing matches the filter")));
    }

    void loading()
    {
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig;
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
        AlertRig rig;
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
                row(" of a vault with details", true, true);
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(QSize, size);
        QFETCH(LanguageChoice, words);
        QFETCH(bool, open);
        QFETCH(bool, ofVault);
        AlertRig rig(words);
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
            AlertRig rig(LanguageChoice::Swedish);
            rig.fill();
            rig.open({}, rig.failed.text(), wide);
            rig.pass(1);
            const auto fresh = wordsOf(*rig.window);
            rig.speak(LanguageChoice::English);
            english = wordsOf(*rig.window);
            rig.speak(LanguageChoice::Swedish);
            QCOMPARE(difference(wordsOf(*rig.window), fresh), QString());
        }
        AlertRig rig(LanguageChoice::English);
        rig.fill();
        rig.open({}, rig.failed.text(), wide);
        rig.pass(1);
        QCOMPARE(difference(english, wordsOf(*rig.window)), QString());
    }

    //! From the overview, and from the vault's dashboard.
    void whereAlertsAreShown()
    {
        AlertRig rig;
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
};

VALV_TEST(TestAlertsPage)

} // namespace tst_alertspage

#include "tst_alertspage.moc"

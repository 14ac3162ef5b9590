// SPDX-License-Identifier: GPL-3.0-or-later
// The overview of the estate through its real widgets: what it says in each state, in both languages, by keyboard.
#include "controls/chart.h"
#include "controls/linkbutton.h"
#include "controls/pill.h"
#include "presentation/stores/availability.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QAccessible>
#include <QMenu>

namespace tst_overviewpage {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

struct OverviewRig : PageRig
{
    explicit OverviewRig(LanguageChoice words = LanguageChoice::English,
                         const client::Capabilities& capabilities = client::Capabilities::local({}))
        : PageRig(words, capabilities)
    { }
    //! One of each: unprotected, protected with a failed job, waiting for the first backup.
    void fill()
    {
        const auto vault = backend.vaultId(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-produktion"));
        for (const char* name : {"vm-web-01", "sql-prod-01", "sql-prod-02"}) {
            backend.addVm(QString::fromLatin1(name));
        }
        auto& done = backend.addItem(vault, backend.vmId(QStringLiteral("sql-prod-01")));
        done.lastBackupTime = backend.now.addDays(-1);
        done.lastRecoveryPoint = backend.now.addDays(-1);
        done.lastBackupStatus = contract::LastBackupStatus::Completed;
        done.nextRun = backend.now.addSecs(13 * 3600);
        done.sourceBytes = 412'600'000'000;
        backend.addJob(done.id, contract::JobOperation::Backup, contract::JobStatus::Failed,
                       backend.now.addSecs(-3600));
        auto& waiting =
            backend.addItem(vault, backend.vmId(QStringLiteral("sql-prod-02")), contract::ProtectionState::IRPending);
        waiting.nextRun = backend.now.addSecs(13 * 3600);
    }
    void open(QSize size = {1440, 900})
    {
        show({QStringLiteral("overview"), {}, {}}, size);
        QTRY_VERIFY(!page()->isBusy());
    }
};

} // namespace

class TestOverviewPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English)
                                 << QStringList{QStringLiteral("vm-web-01"),
                                                QStringLiteral("Enable backup"),
                                                QStringLiteral("Waiting for the first backup"),
                                                QStringLiteral("sql-prod-02"),
                                                QStringLiteral("Next runs"),
                                                QStringLiteral("sql-prod-01 and sql-prod-02"),
                                                QStringLiteral("412.6 GB")};
        QTest::newRow("Swedish") << static_cast<int>(LanguageChoice::Swedish)
                                 << QStringList{QStringLiteral("vm-web-01"),
                                                QStringLiteral("Aktivera säkerhetskopiering"),
                                                QStringLiteral("Väntar på första säkerhetskopieringen"),
                                                QStringLiteral("sql-prod-02"),
                                                QStringLiteral("Nästa körningar"),
                                                QStringLiteral("sql-prod-01 och sql-prod-02"),
                                                QStringLiteral("412,6 GB")};
    }
    void says()
    {
        QFETCH(int, words);
        QFETCH(QStringList, said);
        OverviewRig rig(static_cast<LanguageChoice>(words));
        rig.fill();
        rig.open();
        for (const QString& text : said) {
            QTRY_VERIFY2(test::says(*rig.page(), text),
                         qPrintable(text + QLatin1String("\nin\n") + wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        }
        const auto before = wordsOf(*rig.page());
        rig.speak(static_cast<LanguageChoice>(words) == LanguageChoice::English ? LanguageChoice::Swedish
                                                                                : LanguageChoice::English);
        rig.speak(static_cast<LanguageChoice>(words));
        QVERIFY2(difference(wordsOf(*rig.page()), before).isEmpty(),
                 qPrintable(difference(wordsOf(*rig.page()), before)));
    }

    //! What it lacks, what to do about it, and the way to the machine: whether it warns or prevents.
    void whatToDoBeforeTheFirstRun_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QString>("lack");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("remedy");
        const auto rows = [](const char* name, LanguageChoice words, const char* off, const char* start,
                             const char* full, const char* free, const char* ill) {
            const auto row = [&](const char* lack, const char* said, const char* remedy) {
                QTest::addRow("%s: %s", name, lack) << static_cast<int>(words) << QString::fromLatin1(lack)
                                                    << QString::fromUtf8(said) << QString::fromUtf8(remedy);
            };
            row("off", off, start);
            row("room", full, free);
            row("problem", ill, "");
        };
        rows("English", LanguageChoice::English, "The machine is off", "Start the machine before the first backup.",
             "The first backup may not fit", "Free space on the vault's disk, or back up to another vault.",
             "Cannot be backed up");
        rows("Swedish", LanguageChoice::Swedish, "Datorn är avstängd",
             "Starta datorn före den första säkerhetskopieringen.", "Den första kopian kanske inte får plats",
             "Frigör utrymme på valvets disk, eller säkerhetskopiera till ett annat valv.",
             "Kan inte säkerhetskopieras");
    }
    void whatToDoBeforeTheFirstRun()
    {
        QFETCH(int, words);
        QFETCH(QString, lack);
        QFETCH(QString, said);
        QFETCH(QString, remedy);
        OverviewRig rig(static_cast<LanguageChoice>(words));
        rig.fill();
        for (auto& vm : rig.backend.machines) {
            if (vm.name != QLatin1String("sql-prod-02")) {
                continue;
            }
            vm.power = lack == QLatin1String("off") ? contract::PowerState::Stopped : vm.power;
            if (lack == QLatin1String("problem")) {
                vm.problem = Error{"DiskVanished", "The disk is gone.", {}, {}, {}};
            }
        }
        if (lack == QLatin1String("room")) {
            rig.backend.room.insert(rig.backend.vaultId(QStringLiteral("valv-produktion")), 1);
        }
        rig.open();
        const auto link = [&]() -> LinkButton* {
            for (auto* each : rig.page()->findChildren<LinkButton*>()) {
                if (each->isVisible() && each->text() == said) {
                    return each;
                }
            }
            return nullptr;
        };
        QTRY_VERIFY2(link() != nullptr, qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        if (remedy.isEmpty()) {
            const auto vm = rig.backend.vmId(QStringLiteral("sql-prod-02"));
            const auto item = FakeBackend::itemId(rig.backend.vaultId(QStringLiteral("valv-produktion")), vm);
            remedy =
                canBackupNow(rig.session->items().find(item), &rig.session->virtualMachines().find(vm)->vm).reason();
            QVERIFY(!remedy.isEmpty());
        }
        QVERIFY2(test::says(*rig.page(), remedy), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QCOMPARE(faultsOf(*rig.page()), QString());
        keepPicture(*rig.window, QStringLiteral("overview-lacks-%1").arg(QLatin1String(QTest::currentDataTag())));
        link()->click();
        QCOMPARE(rig.window->navigator().current().subject, rig.backend.vmId(QStringLiteral("sql-prod-02")).text());
        rig.pass(8); // and there it stands whole, until the first backup runs
        keepPicture(*rig.window, QStringLiteral("item-lacks-%1").arg(QLatin1String(QTest::currentDataTag())));
        QVERIFY2(test::says(*rig.page(), remedy), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
    }

    void readinessBeforeTheFirstRun()
    {
        OverviewRig rig;
        rig.fill();
        for (auto& vm : rig.backend.machines) {
            vm.power = vm.name == QLatin1String("sql-prod-02") ? contract::PowerState::Stopped : vm.power;
        }
        rig.open();
        QTRY_VERIFY2(test::says(*rig.page(), QStringLiteral("The machine is off")),
                     qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QVERIFY(test::says(*rig.page(), QStringLiteral("The first backup is planned for 19 Dec, 22:42.")));
        for (auto* link : rig.page()->findChildren<LinkButton*>()) {
            if (link->text() == QLatin1String("The machine is off")) {
                link->click();
            }
        }
        QCOMPARE(rig.window->navigator().current().subject, rig.backend.vmId(QStringLiteral("sql-prod-02")).text());
    }

    void whetherSchedulesRunWithoutTheConsole_data()
    {
        QTest::addColumn<bool>("remote");
        QTest::addColumn<bool>("tells");
        QTest::addColumn<QString>("said");
        QTest::newRow("here") << false << false
                              << QStringLiteral("Scheduled backups run while Valv is open on this computer.");
        QTest::newRow("elsewhere") << true << false
                                   << QStringLiteral("Scheduled backups run there, also when this window is closed.");
        QTest::newRow("a service")
            << true << true
            << QStringLiteral("A service on kvm01 runs scheduled backups while you are logged in, also when "
                              "this window is closed.");
    }
    void whetherSchedulesRunWithoutTheConsole()
    {
        QFETCH(bool, remote);
        QFETCH(bool, tells);
        QFETCH(QString, said);
        OverviewRig rig(LanguageChoice::English,
                        remote ? client::Capabilities::azure() : client::Capabilities::local({}));
        rig.fill();
        rig.backend.before = [tells](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (!request.target.contains(QLatin1String("/valv/engine"))) {
                return std::nullopt;
            }
            contract::EngineInfo engine;
            engine.host = contract::EngineHost::LoginService;
            engine.hostName = QStringLiteral("kvm01");
            return tells ? answer(200, engine.toJson()) : answer(404, errorBody(QStringLiteral("ResourceNotFound")));
        };
        rig.open();
        QTRY_VERIFY2(test::says(*rig.page(), said), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("words");
        for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
            for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                QTest::addRow("%d at %d", static_cast<int>(words), size.width()) << size << static_cast<int>(words);
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(QSize, size);
        QFETCH(int, words);
        OverviewRig rig(static_cast<LanguageChoice>(words));
        rig.fill();
        const auto item = rig.backend.itemId(rig.backend.vaultId(QStringLiteral("valv-produktion")),
                                             rig.backend.vmId(QStringLiteral("sql-prod-01")));
        rig.backend.addAlert(QStringLiteral("BackupFailed"), contract::AlertSeverity::Critical, item, rig.backend.now)
            .count = 12;
        for (auto& vm : rig.backend.machines) {
            vm.power = contract::PowerState::Stopped;
        }
        rig.open(size);
        QTRY_VERIFY(test::says(*rig.page(), QStringLiteral("vm-web-01")));
        QTRY_VERIFY(test::says(*rig.page(), QStringLiteral("12")));
        // the cards come and go with what is known, and are laid out after that
        QTRY_VERIFY2(faultsOf(*rig.page()).isEmpty(), qPrintable(faultsOf(*rig.page())));
        keepPicture(*rig.window, QStringLiteral("overview-%1-%2").arg(words).arg(size.width()));
        QVERIFY2(lostStops(*rig.window).isEmpty(), qPrintable(lostStops(*rig.window)));
    }

    void leadsToWhatCanBeDone()
    {
        OverviewRig rig;
        rig.fill();
        rig.open();
        LinkButton* enable = nullptr;
        QTRY_VERIFY([&] {
            for (auto* link : rig.page()->findChildren<LinkButton*>()) {
                enable = link->isVisible() && link->text() == QLatin1String("Enable backup") ? link : enable;
            }
            return enable != nullptr;
        }());
        enable->setFocus(Qt::TabFocusReason);
        QTest::keyClick(enable, Qt::Key_Space);
        QCOMPARE(rig.window->pages()->current().page, QStringLiteral("virtualmachine"));
        QCOMPARE(rig.window->pages()->current().subject, rig.backend.vmId(QStringLiteral("vm-web-01")).text());
        rig.window->navigator().back();
    }

    void whatIsCountedIsShown_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("status");
        QTest::newRow("tile: failed") << QStringLiteral("overview.failed") << QStringLiteral("Failed");
        QTest::newRow("tile: running") << QStringLiteral("overview.running") << QStringLiteral("In progress");
        QTest::newRow("completed") << QStringLiteral("overview.jobs.completed") << QStringLiteral("Completed");
        QTest::newRow("with warnings") << QStringLiteral("overview.jobs.warnings") << QStringLiteral("With warnings");
        QTest::newRow("failed") << QStringLiteral("overview.jobs.failed") << QStringLiteral("Failed");
    }
    void whatIsCountedIsShown()
    {
        QFETCH(QString, number);
        QFETCH(QString, status);
        OverviewRig rig;
        rig.fill();
        rig.open();
        rig.pass(1);
        auto* button = rig.person().find(number);
        QVERIFY(button != nullptr);
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
        settle();
        QCOMPARE(rig.window->pages()->current().page, QStringLiteral("jobs"));
        QCOMPARE(rig.person().find<FilterPill>(QStringLiteral("jobs.status"))->value(), status);
        QCOMPARE(rig.person().find<FilterPill>(QStringLiteral("jobs.period"))->value(), QStringLiteral("24 h"));
    }

    //! What is not protected can be: those that one chooses, or by a rule of a vault.
    void leadsToProtection()
    {
        OverviewRig rig;
        rig.fill();
        rig.open();
        const auto press = [&rig](const char* name) {
            auto* button = rig.person().find(QLatin1String(name));
            QVERIFY2(button != nullptr, name);
            button->setFocus(Qt::TabFocusReason);
            QTest::keyClick(button, Qt::Key_Space);
            settle();
        };
        QTRY_VERIFY(test::says(*rig.page(), QStringLiteral("Protect a selection")));
        press("overview.bySelection");
        QCOMPARE(rig.window->pages()->current().page, QStringLiteral("virtualmachines"));
        const auto* machines = rig.person().find<Table>(QStringLiteral("vms"));
        QTRY_COMPARE(machines->model()->rowCount(), 1); // only what is not protected
        QVERIFY(test::says(*rig.page(), QStringLiteral("vm-web-01")));
        rig.window->navigator().back();
        settle();
        press("overview.byRule");
        QCOMPARE(rig.window->pages()->current().subject, rig.backend.vaultId(QStringLiteral("valv-produktion")).text());
        QCOMPARE(rig.window->pages()->current().part, QStringLiteral("rules"));
        // Of several vaults the person says which.
        rig.backend.addVault(QStringLiteral("valv-test"));
        rig.session->vaults().refresh();
        rig.window->navigator().back();
        rig.pass(1);
        press("overview.byRule");
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().size(), 2);
        menu->actions().last()->trigger();
        menu->close();
        settle();
        QCOMPARE(rig.window->pages()->current().subject, rig.backend.vaultId(QStringLiteral("valv-test")).text());
    }

    //! Vaults of one name are told apart by their groups.
    void vaultsOfOneName()
    {
        OverviewRig rig;
        rig.fill();
        auto twin = rig.backend.vaults.first();
        twin.id = ArmId::vault(rig.backend.subscription, QStringLiteral("rg-annan"), twin.name);
        rig.backend.vaults.append(twin);
        rig.backend.addVault(QStringLiteral("valv-test"));
        rig.open();
        QTRY_VERIFY(rig.person().canUse(QStringLiteral("overview.byRule")));
        rig.person().click(QStringLiteral("overview.byRule"));
        settle();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QStringList texts;
        for (const auto* action : menu->actions()) {
            texts.append(action->text());
        }
        QCOMPARE(texts,
                 (QStringList{QStringLiteral("valv-produktion · rg-annan"),
                              QStringLiteral("valv-produktion · rg-backup"), QStringLiteral("valv-test")}));
        menu->actions().first()->trigger();
        menu->close();
        settle();
        QCOMPARE(rig.window->pages()->current().subject, twin.id.text());
    }

    //! A menu without entries is none: why there is nothing to choose is said.
    void noVaultIsReady_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QString>("reason");
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English)
                                 << QStringLiteral("No vault is ready yet.");
        QTest::newRow("Swedish") << static_cast<int>(LanguageChoice::Swedish)
                                 << QStringLiteral("Inget valv är klart ännu.");
    }
    void noVaultIsReady()
    {
        QFETCH(int, words);
        QFETCH(QString, reason);
        OverviewRig rig(static_cast<LanguageChoice>(words));
        rig.backend.addVm(QStringLiteral("vm-web-01"));
        rig.backend.addVault(QStringLiteral("valv-nytt"));
        rig.backend.vaults.first().provisioning = contract::ProvisioningState::Provisioning;
        rig.open();
        auto* button = rig.person().find<QAbstractButton>(QStringLiteral("overview.byRule"));
        QTRY_VERIFY((button = rig.person().find<QAbstractButton>(QStringLiteral("overview.byRule"))) != nullptr);
        QTRY_COMPARE(button->toolTip(), reason);
        QVERIFY(!canBeUsed(button));
        rig.backend.vaults.first().provisioning = contract::ProvisioningState::Succeeded;
        rig.session->vaults().refresh();
        rig.pass(1);
        QTRY_VERIFY(canBeUsed(button));
    }

    void theChartIsSpoken()
    {
        OverviewRig rig;
        rig.fill();
        rig.open();
        auto* bars = rig.page()->findChild<StackedBars*>();
        QTRY_VERIFY(bars != nullptr && bars->isVisible());
        auto* interface = QAccessible::queryAccessibleInterface(bars);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Runs of the next 24 hours"));
        QVERIFY(!interface->text(QAccessible::Description).isEmpty());
        QCOMPARE(interface->childCount(), 25);
    }

    void nothingThere()
    {
        OverviewRig rig;
        rig.open();
        QTRY_VERIFY(test::says(*rig.page(), QStringLiteral("There are no virtual machines here.")));
        QVERIFY(test::says(*rig.page(), QStringLiteral("No policy runs during the next 24 hours.")));
        QVERIFY2(faultsOf(*rig.page()).isEmpty(), qPrintable(faultsOf(*rig.page())));
    }

    //! What could not be read is not said to be well.
    void whatCannotBeReadIsSaid()
    {
        OverviewRig rig;
        rig.fill();
        rig.backend.before = [](const HttpRequest&) -> std::optional<Result<HttpResponse>> {
            return Result<HttpResponse>(failure("NetworkOffline", "No way there."));
        };
        rig.show({QStringLiteral("overview"), {}, {}});
        rig.pass(3);
        QTRY_VERIFY(test::says(*rig.page(), QStringLiteral("Not everything could be read")));
        QVERIFY(!test::says(*rig.page(), QStringLiteral("Every virtual machine is protected.")));
        QVERIFY(!test::says(*rig.page(), QStringLiteral("There are no virtual machines here.")));
    }
};

VALV_TEST(TestOverviewPage)

} // namespace tst_overviewpage

#include "tst_overviewpage.moc"

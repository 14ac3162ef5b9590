// SPDX-License-Identifier: GPL-3.0-or-later
// The page of a protected machine in all its states, through the window. Source: flows.md A9.
#include "controls/commandbar.h"
#include "controls/essentials.h"
#include "controls/pill.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

namespace tst_itemview {

using namespace valv;
using namespace valv::test;
using contract::ConsistencyType;
using contract::JobOperation;
using contract::JobStatus;
using contract::ProtectionState;
using presentation::LanguageChoice;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId vm = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId item = FakeBackend::itemId(vault, vm);

    explicit Rig(ProtectionState state = ProtectionState::Protected, LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addItem(vault, vm, state);
    }
    //! Points as a backup leaves them: newest first is the table's order.
    void addPoints()
    {
        auto& made = backend.items[0];
        const ConsistencyType kinds[] = {ConsistencyType::AppConsistent, ConsistencyType::FileSystemConsistent,
                                         ConsistencyType::CrashConsistent, ConsistencyType::AppConsistent};
        for (int i = 0; i < 4; ++i) {
            backend.addPoint(item, QStringLiteral("10000000000000%1").arg(i), backend.now.addDays(i - 4), kinds[i]);
            auto& point = backend.points.last();
            point.expiry = backend.now.addDays(26 + i);
            point.keptBy = i == 3
                ? QStringList{QStringLiteral("Daily"), QStringLiteral("Weekly"), QStringLiteral("LastGood")}
                : QStringList{QStringLiteral("Daily")};
            point.sourceBytes = 1'000'000'000;
        }
        made.lastRecoveryPoint = backend.now.addDays(-1);
        made.lastBackupStatus = contract::LastBackupStatus::Completed;
        made.recoveryPointCount = 4;
    }
    void open(QSize size = {1440, 900})
    {
        show({QStringLiteral("virtualmachine"), vm.text(), QStringLiteral("backup")}, size);
        QVERIFY(person().find(QStringLiteral("backupItem")) != nullptr);
    }
    [[nodiscard]] QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }
    [[nodiscard]] views::Table* table() const { return person().find<views::Table>(QStringLiteral("points")); }
    [[nodiscard]] views::MessageBar* message() const
    {
        return person().find<views::MessageBar>(QStringLiteral("item.message"));
    }
    [[nodiscard]] QString fact(const QString& label) const
    {
        for (const auto* essentials : window->findChildren<views::Essentials*>()) {
            for (const auto& fact : essentials->facts()) {
                if (fact.label == label && isShown(essentials, *window)) {
                    return spaced(fact.value);
                }
            }
        }
        return QStringLiteral("no such fact");
    }
};

} // namespace

class TestItemView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeTheFirstPoint()
    {
        Rig rig(ProtectionState::IRPending);
        rig.backend.items[0].nextRun = rig.backend.now.addSecs(12 * 3600);
        rig.open();
        QVERIFY(says(*rig.window, QStringLiteral("initial backup pending")));
        QVERIFY(says(*rig.window, QStringLiteral("No recovery points yet")));
        QVERIFY(rig.action("item.backupNow")->isEnabled());
        QVERIFY(!rig.action("item.restore")->isEnabled());
        QCOMPARE(rig.action("item.restore")->statusTip(), QStringLiteral("There are no recovery points yet."));
        QVERIFY(rig.fact(QStringLiteral("Next backup")).contains(QLatin1String("21:42")));
        QCOMPARE(rig.fact(QStringLiteral("Oldest recovery point")), QString());
        // The bar's link and the empty state's button do what the command does.
        QVERIFY(rig.message() != nullptr);
        auto* link = rig.message()->findChild<QAbstractButton*>();
        rig.person().click(*link, link->rect().center());
        settle();
        QVERIFY(rig.person().find(QStringLiteral("backupNow")) != nullptr);
    }

    void afterTheFirstPoint()
    {
        Rig rig;
        rig.addPoints();
        rig.open();
        QVERIFY(rig.message() == nullptr);
        QCOMPARE(rig.table()->model()->rowCount(), 4);
        const auto words = wordsOf(*rig.window);
        for (const char* cell : {"Application", "File system", "Crash", "Daily, weekly, last good"}) {
            QVERIFY2(words.contains(QStringLiteral("cell: ") + QLatin1String(cell)), cell);
        }
        QVERIFY(words.contains(QStringLiteral("name: Application-consistent: 2"))
                || words.join(QLatin1Char('\n')).contains(QStringLiteral("Application-consistent")));
        QVERIFY(rig.action("item.restore")->isEnabled());
        QVERIFY(rig.fact(QStringLiteral("Oldest recovery point")).startsWith(QLatin1String("15 Dec 2018")));
        QVERIFY(rig.fact(QStringLiteral("Latest recovery point")).startsWith(QLatin1String("18 Dec 2018")));
        QVERIFY(!says(*rig.page(), QStringLiteral("Last missed run")));
        rig.backend.items[0].lastMissedRun = rig.backend.now.addDays(-2);
        rig.session->refreshAll();
        rig.pass(2);
        QVERIFY(rig.fact(QStringLiteral("Last missed run")).startsWith(QLatin1String("17 Dec 2018")));
    }

    void aPointLeadsToItsRestore()
    {
        Rig rig;
        rig.addPoints();
        rig.open();
        rig.table()->setFocus(Qt::TabFocusReason);
        rig.table()->setCurrentIndex(rig.table()->model()->index(1, 0));
        rig.person().key(Qt::Key_Return);
        settle();
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("restore"));
        QCOMPARE(rig.window->navigator().current().part, QStringLiteral("100000000000002"));
    }

    void commandsSayWhyNot_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("backup");
        QTest::addColumn<bool>("restore");
        QTest::newRow("protected") << QStringLiteral("protected") << true << true;
        QTest::newRow("pending") << QStringLiteral("pending") << true << false;
        QTest::newRow("stopped") << QStringLiteral("stopped") << false << true;
        QTest::newRow("running") << QStringLiteral("running") << false << true;
        QTest::newRow("soft-deleted") << QStringLiteral("deleted") << false << false;
    }
    void commandsSayWhyNot()
    {
        QFETCH(QString, state);
        QFETCH(bool, backup);
        QFETCH(bool, restore);
        Rig rig(state == QLatin1String("pending")       ? ProtectionState::IRPending
                    : state == QLatin1String("stopped") ? ProtectionState::ProtectionStopped
                                                        : ProtectionState::Protected);
        if (state != QLatin1String("pending")) {
            rig.addPoints();
        }
        if (state == QLatin1String("deleted")) {
            rig.backend.items[0].softDeleted = true;
            rig.backend.items[0].deletedAt = rig.backend.now.addDays(-1);
        }
        if (state == QLatin1String("running")) {
            rig.backend.items[0].runningJob =
                rig.backend.addJob(rig.item, JobOperation::Backup, JobStatus::InProgress, rig.backend.now).name;
        }
        rig.open();
        for (const auto& [name, enabled] : {std::pair("item.backupNow", backup), std::pair("item.restore", restore)}) {
            const auto* action = rig.action(name);
            QCOMPARE(action->isEnabled(), enabled);
            QCOMPARE(action->statusTip().isEmpty(), enabled);
        }
    }

    void aRunningJobIsToldAndFollowed()
    {
        Rig rig;
        rig.addPoints();
        auto& job = rig.backend.addJob(rig.item, JobOperation::Backup, JobStatus::InProgress, rig.backend.now);
        job.progress = 40;
        const auto id = job.id;
        rig.backend.items[0].runningJob = job.name;
        rig.open();
        QVERIFY(rig.message() != nullptr);
        QVERIFY2(rig.message()->sentence().contains(QLatin1String("40")), qPrintable(rig.message()->sentence()));
        rig.backend.job(id).progress = 70;
        rig.pass(3);
        QVERIFY2(rig.message()->sentence().contains(QLatin1String("70")), qPrintable(rig.message()->sentence()));
        auto* link = rig.message()->findChild<QAbstractButton*>();
        rig.person().click(*link, link->rect().center());
        settle();
        QCOMPARE(rig.window->navigator().current().part, id.text());
        rig.window->navigator().back();
        // It ends: a new point is there without anybody asking.
        rig.backend.job(id).status = JobStatus::Completed;
        rig.backend.items[0].runningJob.clear();
        rig.backend.addPoint(rig.item, QStringLiteral("100000000000009"), rig.backend.now);
        rig.pass(4);
        QCOMPARE(rig.table()->model()->rowCount(), 5);
        QVERIFY(rig.message() == nullptr);
        QVERIFY(rig.action("item.backupNow")->isEnabled());
    }

    void aFailedBackupSaysWhy()
    {
        Rig rig;
        rig.addPoints();
        rig.backend.items[0].lastBackupStatus = contract::LastBackupStatus::Failed;
        auto& job = rig.backend.addJob(rig.item, JobOperation::Backup, JobStatus::Failed, rig.backend.now.addSecs(-60));
        job.errors = {
            {410001, QStringLiteral("UserErrorVmNotFoundV2"), QStringLiteral("Gone."), {QStringLiteral("Look.")}}};
        const auto failed = job.id;
        rig.backend.addJob(rig.item, JobOperation::ConfigureBackup, JobStatus::Completed,
                           rig.backend.now); // since then
        rig.open();
        QVERIFY(rig.message() != nullptr);
        QCOMPARE(rig.message()->kind(), views::MessageKind::Error);
        QVERIFY(rig.message()->sentence().startsWith(QLatin1String("The last backup failed.")));
        QVERIFY2(rig.message()->sentence().contains(QStringLiteral("The VM no longer exists")),
                 qPrintable(rig.message()->sentence()));
        Q_EMIT rig.message()->actionTriggered();
        settle();
        QCOMPARE(rig.window->navigator().current().part, failed.text());
    }

    void keysBackUpAndRestore()
    {
        Rig rig;
        rig.addPoints();
        rig.open();
        QTest::keyClick(rig.window.get(), Qt::Key_B, Qt::ControlModifier);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("backupNow")) != nullptr);
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("backupNow")) == nullptr);
        QTest::keyClick(rig.window.get(), Qt::Key_R, Qt::ControlModifier);
        settle();
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("restore"));
    }

    //! The counters are about the same points as the list. Source: flows.md A9, "last 30 days; older on request".
    void olderPointsOnRequest()
    {
        Rig rig;
        rig.addPoints();
        rig.backend.addPoint(rig.item, QStringLiteral("999"), rig.backend.now.addDays(-45),
                             ConsistencyType::AppConsistent);
        rig.open();
        auto* period = rig.person().find<views::FilterPill>(QStringLiteral("points.period"));
        QVERIFY(period != nullptr);
        QCOMPARE(period->accessibleName(), QStringLiteral("Last 30 days"));
        QCOMPARE(rig.table()->model()->rowCount(), 4);
        QVERIFY(says(*rig.window, QStringLiteral("4 of 5 recovery points")));
        period->setCurrent(90);
        settle();
        QCOMPARE(rig.table()->model()->rowCount(), 5);
        QVERIFY(says(*rig.window, QStringLiteral("5 recovery points")));
        QVERIFY(!says(*rig.window, QStringLiteral("4 of 5 recovery points")));
    }

    //! An item that was stopped long ago has points all the same.
    void onlyOldPointsAreAWayOff()
    {
        Rig rig(ProtectionState::ProtectionStopped);
        rig.backend.addPoint(rig.item, QStringLiteral("999"), rig.backend.now.addDays(-400),
                             ConsistencyType::AppConsistent);
        rig.open();
        QCOMPARE(rig.table()->model()->rowCount(), 0);
        QVERIFY(!says(*rig.window, QStringLiteral("No recovery points yet")));
        QVERIFY(says(*rig.window, QStringLiteral("0 of 1 recovery point")));
        QAbstractButton* clear = nullptr;
        for (auto* button : rig.table()->findChildren<QAbstractButton*>()) {
            clear = button->isVisible() && button->text() == QLatin1String("Clear filter") ? button : clear;
        }
        QVERIFY(clear != nullptr);
        rig.person().click(*clear, clear->rect().center());
        settle();
        QCOMPARE(rig.table()->model()->rowCount(), 1);
    }

    void pointsThatCantBeReadAreSaidAndAskedAgain()
    {
        Rig rig;
        rig.addPoints();
        bool ill = true;
        rig.backend.before = [&ill](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return ill && QUrl(request.target).path().endsWith(QLatin1String("/recoveryPoints"), Qt::CaseInsensitive)
                ? std::optional(Result<HttpResponse>(answer(500, errorBody(QStringLiteral("InternalServerError")))))
                : std::nullopt;
        };
        rig.open();
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("points.message"));
        QVERIFY(message != nullptr);
        ill = false;
        auto* again = message->findChild<QAbstractButton*>();
        rig.person().click(*again, again->rect().center());
        rig.pass(2);
        QVERIFY(rig.person().find(QStringLiteral("points.message")) == nullptr);
        QCOMPARE(rig.table()->model()->rowCount(), 4);
    }

    void oldPointsStayWhenTheLineBreaks()
    {
        Rig rig;
        rig.addPoints();
        rig.open();
        rig.backend.before = [](const HttpRequest&) -> std::optional<Result<HttpResponse>> {
            return Result<HttpResponse>(failure("NetworkOffline", "No way there."));
        };
        QTest::keyClick(rig.window.get(), Qt::Key_F5);
        rig.pass(3);
        QCOMPARE(rig.table()->model()->rowCount(), 4);
        const auto* message = rig.person().find<views::MessageBar>(QStringLiteral("points.message"));
        QVERIFY(message != nullptr);
        QCOMPARE(message->kind(), views::MessageKind::Warning);
        QVERIFY2(message->sentence().contains(QLatin1String("Showing data from")), qPrintable(message->sentence()));
    }

    void aSlowBackendShowsSkeletonsAndNoEmptyState()
    {
        Rig rig;
        rig.addPoints();
        rig.transport->hold = true;
        rig.window->resize(1440, 900);
        rig.session->start();
        rig.window->navigator().open({QStringLiteral("virtualmachine"), rig.vm.text(), QStringLiteral("backup")});
        rig.window->show();
        QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
        settle();
        QVERIFY(!says(*rig.window, QStringLiteral("is not there")));
        QVERIFY(!says(*rig.window, QStringLiteral("No recovery points yet")));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        rig.pass(2);
        QCOMPARE(rig.table()->model()->rowCount(), 4);
    }

    void everyWordFollowsTheLanguage()
    {
        QStringList english;
        {
            Rig rig(ProtectionState::Protected, LanguageChoice::Swedish);
            rig.addPoints();
            rig.backend.addJob(rig.item, JobOperation::Backup, JobStatus::Completed, rig.backend.now.addSecs(-600));
            rig.open();
            const auto fresh = wordsOf(*rig.window);
            rig.speak(LanguageChoice::English);
            english = wordsOf(*rig.window);
            rig.speak(LanguageChoice::Swedish);
            QCOMPARE(difference(wordsOf(*rig.window), fresh), QString());
        }
        Rig rig(ProtectionState::Protected, LanguageChoice::English);
        rig.addPoints();
        rig.backend.addJob(rig.item, JobOperation::Backup, JobStatus::Completed, rig.backend.now.addSecs(-600));
        rig.open();
        QCOMPARE(difference(english, wordsOf(*rig.window)), QString());
    }

    void theThemeFollowsWhileItIsOpen()
    {
        Rig rig;
        rig.addPoints();
        rig.open();
        const auto light = rig.window->grab().toImage();
        rig.settings.setLook(presentation::LookChoice::Dark);
        settle();
        const auto dark = rig.window->grab().toImage();
        const QPoint inTable = rig.table()->viewport()->mapTo(rig.window.get(), QPoint(300, 10));
        QVERIFY(light.pixelColor(inTable).lightness() > 200);
        QVERIFY(dark.pixelColor(inTable).lightness() < 80);
        rig.settings.setLook(presentation::LookChoice::Light);
        settle();
        QCOMPARE(rig.window->grab().toImage(), light);
    }
};

VALV_TEST(TestItemView)

} // namespace tst_itemview

#include "tst_itemview.moc"

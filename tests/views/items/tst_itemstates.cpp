// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of item types and the pages of one machine say while they are read, when there is nothing, when
// something could not be read, and when what they show is old; through the window over the fake backend. Lists:
// tests/views/frame. Source: flows.md 0.10.
#include "controls/linkcard.h"
#include "controls/messagebar.h"
#include "controls/skeleton.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

#include <QScrollArea>
#include <QScrollBar>

namespace tst_itemstates {

using namespace valv;
using namespace valv::test;
using namespace valv::views;
using contract::ConsistencyType;
using contract::JobOperation;
using contract::JobStatus;
using presentation::LanguageChoice;

namespace {

struct StateRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId vm = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId item = FakeBackend::itemId(vault, vm);

    explicit StateRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
    }
    void addItem()
    {
        auto& made = backend.addItem(vault, vm);
        made.lastRecoveryPoint = backend.now.addDays(-1);
        made.lastBackupStatus = contract::LastBackupStatus::Completed;
        made.recoveryPointCount = 1;
        backend.addPoint(item, QStringLiteral("100000000000001"), backend.now.addDays(-1),
                         ConsistencyType::AppConsistent);
        backend.addJob(item, JobOperation::Backup, JobStatus::Completed, backend.now.addDays(-1));
    }
    //! \param place "types", or the part of the machine's page
    void open(const QString& place)
    {
        if (place == QLatin1String("types")) {
            show({QStringLiteral("items"), vault.text(), place});
        } else {
            show({QStringLiteral("virtualmachine"), vm.text(), place});
        }
        pass(2);
    }
    [[nodiscard]] MessageBar* bar(const char* name) const { return person().find<MessageBar>(QLatin1String(name)); }
    [[nodiscard]] LinkCard* machines() const { return person().find<LinkCard>(QStringLiteral("items.type.vm")); }
    [[nodiscard]] bool hasSkeleton() const
    {
        for (const auto* skeleton : page()->findChildren<Skeleton*>()) {
            if (skeleton->isVisible()) {
                return true;
            }
        }
        return false;
    }
    void letGo()
    {
        transport->hold = false;
        while (transport->release()) {
            pass(0);
        }
        pass(2);
    }
    [[nodiscard]] QString words() const { return wordsOf(*page()).join(QLatin1Char('\n')); }
    void keep() const
    {
        keepPicture(*window,
                    QStringLiteral("item-%1-%2")
                        .arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(QTest::currentDataTag())));
    }
};

} // namespace

class TestItemStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Whoever has the focus keeps it when everything is said in another language.
    void theFocusStaysInTheOtherLanguage_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("overview") << QStringLiteral("overview");
        QTest::newRow("backup") << QStringLiteral("backup");
    }
    void theFocusStaysInTheOtherLanguage()
    {
        QFETCH(QString, place);
        StateRig rig;
        rig.addItem();
        rig.open(place);
        QVERIFY(QTest::qWaitForWindowActive(rig.window.get()));
        QList<QPointer<QWidget>> all;
        for (auto* widget : rig.page()->findChildren<QWidget*>()) {
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)) {
                all.append(widget);
            }
        }
        QVERIFY(all.size() > 3);
        for (const auto& widget : std::as_const(all)) {
            QVERIFY2(widget, "another one is made in its place");
            const auto what = QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ')
                + widget->accessibleName() + widget->objectName();
            widget->setFocus(Qt::TabFocusReason);
            QCOMPARE(QApplication::focusWidget(), widget.data());
            rig.speak(LanguageChoice::Swedish);
            settle();
            QVERIFY2(widget && widget->hasFocus(), qPrintable(what));
            rig.speak(LanguageChoice::English);
            settle();
        }
    }

    //! What is hidden above the page takes no room; what is shown there does.
    void theMarginAboveThePage()
    {
        StateRig rig;
        rig.backend.addItem(rig.vault, rig.vm, contract::ProtectionState::IRPending);
        rig.open(QStringLiteral("backup"));
        const auto top = [&rig] { return rig.bar("item.message")->mapTo(rig.page(), QPoint()).y(); };
        QCOMPARE(top(), Space::lg);
        const Trouble trouble{500, QStringLiteral("/virtualMachines")};
        rig.backend.before = trouble;
        rig.session->refreshAll();
        rig.pass(60);
        QVERIFY(rig.bar("vm.unread") != nullptr);
        QCOMPARE(rig.bar("vm.unread")->mapTo(rig.page(), QPoint()).y(), Space::lg);
        QVERIFY(top() > 2 * Space::lg);
        *trouble.on = false;
        rig.session->refreshAll();
        rig.pass(4);
        QCOMPARE(top(), Space::lg);
    }

    void typesLoading()
    {
        StateRig rig;
        rig.addItem();
        rig.transport->hold = true;
        rig.open(QStringLiteral("types"));
        QVERIFY(rig.person().find(QStringLiteral("items.types.loading")) != nullptr);
        QVERIFY(rig.machines() == nullptr);
        QVERIFY(rig.bar("items.types.unread") == nullptr);
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.letGo();
        QVERIFY(rig.person().find(QStringLiteral("items.types.loading")) == nullptr);
        QVERIFY(rig.machines() != nullptr && rig.machines()->isEnabled());
        QVERIFY(rig.machines()->hasFocus()); // where one was goes on
        QCOMPARE(rig.machines()->accessibleDescription(), QStringLiteral("1 backup item"));
    }

    void typesEmpty()
    {
        StateRig rig;
        rig.open(QStringLiteral("types"));
        QVERIFY(rig.machines() != nullptr && !rig.machines()->isEnabled());
        QCOMPARE(rig.machines()->accessibleDescription(), QStringLiteral("0 backup items"));
        QVERIFY(!rig.machines()->toolTip().isEmpty());
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    void typesUnread_data() { Trouble::addRows(); }
    void typesUnread()
    {
        QFETCH(int, status);
        StateRig rig;
        rig.addItem();
        const Trouble trouble{status, QStringLiteral("/backupProtectedItems")};
        rig.backend.before = trouble;
        rig.open(QStringLiteral("types"));
        auto* bar = rig.bar("items.types.unread");
        QVERIFY(bar != nullptr);
        QVERIFY2(bar->sentence().startsWith(QStringLiteral("The backup items could not be read.")),
                 qPrintable(bar->sentence()));
        QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
        QVERIFY(rig.machines() != nullptr && rig.machines()->isEnabled()); // it may lead somewhere
        QCOMPARE(rig.machines()->accessibleDescription(), QStringLiteral("How many is not known."));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.bar("items.types.unread") == nullptr);
        QCOMPARE(rig.machines()->accessibleDescription(), QStringLiteral("1 backup item"));
        *trouble.on = true; // what was read stays
        rig.page()->refresh();
        rig.pass(2);
        QVERIFY(rig.bar("items.types.unread") != nullptr);
        QVERIFY(rig.bar("items.types.unread")->sentence().contains(QStringLiteral("Showing data from")));
        QCOMPARE(rig.machines()->accessibleDescription(), QStringLiteral("1 backup item"));
    }

    void machineLoading_data() { parts(); }
    void machineLoading()
    {
        QFETCH(QString, part);
        StateRig rig;
        rig.addItem();
        rig.transport->hold = true;
        rig.open(part);
        QVERIFY(rig.hasSkeleton());
        QVERIFY(!says(*rig.page(), QStringLiteral("is not there")));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.letGo();
        QVERIFY(!rig.hasSkeleton());
        QVERIFY(says(*rig.page(), QStringLiteral("DefaultPolicy")));
        QVERIFY(rig.page()->isAncestorOf(QApplication::focusWidget()));
    }

    void machineUnread_data() { partsWithTroubles(); }
    void machineUnread()
    {
        QFETCH(QString, part);
        QFETCH(int, status);
        StateRig rig;
        rig.addItem();
        const Trouble trouble{status, QStringLiteral("/virtualMachines")};
        rig.backend.before = trouble;
        rig.open(part);
        QVERIFY(!rig.hasSkeleton());
        QVERIFY2(says(*rig.page(), QStringLiteral("The virtual machine could not be read.")), qPrintable(rig.words()));
        QVERIFY2(says(*rig.page(), trouble.why()), qPrintable(rig.words()));
        QVERIFY(!says(*rig.page(), QStringLiteral("The virtual machine is not there."))); // that is not known
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.page(), QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY2(says(*rig.page(), QStringLiteral("DefaultPolicy")), qPrintable(rig.words()));
        QVERIFY(!says(*rig.page(), QStringLiteral("could not be read")));
    }

    //! What is known stays, and it is said of when that is.
    void machineStale_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isProtected");
        for (const char* part : {"overview", "backup"}) {
            for (const char* ending : {"/virtualMachines", "/backupProtectedItems"}) {
                for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
                    QTest::addRow("%s, %s, %s", part, ending + 1, kind)
                        << QString::fromLatin1(part) << QString::fromLatin1(ending) << status << true;
                }
            }
        }
        QTest::newRow("backup, not protected")
            << QStringLiteral("backup") << QStringLiteral("/virtualMachines") << 500 << false;
    }
    void machineStale()
    {
        QFETCH(QString, part);
        QFETCH(QString, ending);
        QFETCH(int, status);
        QFETCH(bool, isProtected);
        StateRig rig;
        if (isProtected) {
            rig.addItem();
        }
        rig.open(part);
        QVERIFY(rig.bar("vm.unread") == nullptr);
        const Trouble trouble{status, ending};
        rig.backend.before = trouble;
        rig.session->refreshAll();
        rig.pass(60);
        auto* bar = rig.bar("vm.unread");
        QVERIFY2(bar != nullptr && bar->isVisible(), qPrintable(rig.words()));
        QVERIFY2(bar->sentence().contains(QStringLiteral("Showing data from")), qPrintable(bar->sentence()));
        QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
        QVERIFY2(says(*rig.page(), QStringLiteral("DefaultPolicy")) || !isProtected, qPrintable(rig.words()));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY2(bar->sentence().contains(QStringLiteral("Visar data från")), qPrintable(bar->sentence()));
        rig.speak(LanguageChoice::English);
        *trouble.on = false;
        *trouble.broken = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        QVERIFY(rig.page()->isAncestorOf(QApplication::focusWidget()) || rig.page()->hasFocus());
        rig.pass(8);
        QVERIFY2(!bar->isVisible(), qPrintable(bar->sentence()));
    }

    //! Whether it is protected is not known: nobody may read the vault.
    void itemUnread_data() { partsWithTroubles(); }
    void itemUnread()
    {
        QFETCH(QString, part);
        QFETCH(int, status);
        StateRig rig;
        rig.addItem();
        const Trouble trouble{status, QStringLiteral("/backupProtectedItems")};
        rig.backend.before = trouble;
        rig.open(part);
        QVERIFY(!rig.hasSkeleton());
        QVERIFY(!says(*rig.page(), QStringLiteral("Not protected")));
        QVERIFY2(says(*rig.page(), trouble.why()), qPrintable(rig.words()));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.page(), QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY2(says(*rig.page(), QStringLiteral("DefaultPolicy")), qPrintable(rig.words()));
    }

    void pointsUnread_data() { Trouble::addRows(); }
    void pointsUnread()
    {
        QFETCH(int, status);
        StateRig rig;
        rig.addItem();
        const Trouble trouble{status, QStringLiteral("/recoveryPoints")};
        rig.backend.before = trouble;
        rig.open(QStringLiteral("backup"));
        auto* bar = rig.bar("points.message");
        QVERIFY(bar != nullptr);
        QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
        QVERIFY(!says(*rig.page(), QStringLiteral("No recovery points yet")));
        for (const char* none : {"Application-consistent: 0", "Crash-consistent: 0", "File-system consistent: 0"}) {
            QVERIFY2(!says(*rig.page(), QLatin1String(none)), qPrintable(rig.words()));
        }
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.bar("points.message") == nullptr);
        auto* table = rig.person().find<Table>(QStringLiteral("points"));
        QVERIFY(table != nullptr);
        QCOMPARE(table->model()->rowCount(), 1);
    }

    void jobsOfAnItem_data()
    {
        Trouble::addRows();
        QTest::newRow("none") << 200;
    }
    void jobsOfAnItem()
    {
        QFETCH(int, status);
        StateRig rig;
        rig.addItem();
        const Trouble trouble{status, QStringLiteral("/backupJobs")};
        if (status == 200) {
            rig.backend.jobs.clear();
        } else {
            rig.backend.before = trouble;
        }
        rig.transport->hold = true;
        rig.open(QStringLiteral("backup"));
        QVERIFY(!says(*rig.page(), QStringLiteral("No job has run yet.")));
        rig.letGo();
        const bool none = status == 200;
        QCOMPARE(says(*rig.page(), QStringLiteral("No job has run yet.")), none);
        QCOMPARE(says(*rig.page(), QStringLiteral("The jobs could not be read.")), !none);
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

private:
    static void parts()
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("overview") << QStringLiteral("overview");
        QTest::newRow("backup") << QStringLiteral("backup");
    }
    static void partsWithTroubles()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<int>("status");
        for (const char* part : {"overview", "backup"}) {
            for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
                QTest::addRow("%s, %s", part, kind) << QString::fromLatin1(part) << status;
            }
        }
    }
};

VALV_TEST(TestItemStates)

} // namespace tst_itemstates

#include "tst_itemstates.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The list of virtual machines through its real widgets. Source: flows.md A2.
#include "controls/bulkbar.h"
#include "controls/button.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "controls/statustext.h"
#include "controls/table.h"
#include "presentation/models/virtualmachinemodel.h"
#include "presentation/text/statuswords.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"
#include "virtualmachines/enablemanyblade.h"

#include <QAccessible>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_vmlist {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

const Route place{QStringLiteral("virtualmachines"), {}, {}};

struct ListRig : PageRig
{
    explicit ListRig(LanguageChoice words = LanguageChoice::English,
                     const client::Capabilities& capabilities = client::Capabilities::local({}))
        : PageRig(words, capabilities)
    { }
    //! Five machines in two groups and two regions, the first protected.
    void fill()
    {
        backend.addVm(QStringLiteral("ad-dc-01"), QStringLiteral("rg-identitet"));
        backend.addVm(QStringLiteral("fil-01"), QStringLiteral("rg-produktion"), QStringLiteral("northeurope"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("vm-web-02"));
        backend.addVm(QStringLiteral("åka-räksmörgås"), QStringLiteral("rg-övrigt"));
        backend.machines[3].tags.insert(QStringLiteral("miljö"), QStringLiteral("test"));
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addItem(backend.vaultId(QStringLiteral("valv-produktion")),
                        backend.vmId(QStringLiteral("ad-dc-01"), QStringLiteral("rg-identitet")));
    }
    void open() { show(place); }
    [[nodiscard]] Table& table() const { return *person().find<Table>(QStringLiteral("vms")); }
    [[nodiscard]] QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            found.append(table().model()->index(row, 0).data().toString());
        }
        return found;
    }
    [[nodiscard]] QString count() const { return person().find<Label>(QStringLiteral("vms.count"))->text(); }
    [[nodiscard]] FilterPill& pill(const char* name) const
    {
        return *window->findChild<FilterPill*>(QString::fromLatin1("vms.") + QLatin1String(name));
    }
    //! Opens a pill's menu and takes the choice of that text.
    void choose(const char* name, const QString& text) const
    {
        auto& wanted = pill(name);
        person().click(wanted, QPoint(wanted.width() / 2, wanted.height() / 2));
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
    [[nodiscard]] int rowOf(const QString& name) const { return static_cast<int>(names().indexOf(name)); }
    void tick(const QString& name) const
    {
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().checkRect(rowOf(name)).center());
    }
    [[nodiscard]] MessageBar* message() const { return person().find<MessageBar>(QStringLiteral("vms.message")); }
    void failWith(const QString& code)
    {
        backend.before = [code](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (QUrl(request.target).path().endsWith(QLatin1String("/virtualMachines"), Qt::CaseInsensitive)) {
                return answer(code == QLatin1String("AuthorizationFailed") ? 403 : 500, errorBody(code));
            }
            return std::nullopt;
        };
    }
};

QStringList bulkButtons(const ListRig& rig)
{
    QStringList found;
    for (auto* button : rig.window->findChild<BulkBar*>(QStringLiteral("vms.bulk"))->findChildren<Button*>()) {
        if (button->isVisible()) {
            found.append(button->text());
        }
    }
    return found;
}

QStringList lines(const EnableManyBlade& blade)
{
    QStringList found;
    for (auto* line : blade.findChildren<StatusText*>()) {
        found.append(line->text());
    }
    return found;
}

} // namespace

class VmListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyChangesAreFollowedTogether()
    {
        ListRig rig;
        rig.backend.addVault(QStringLiteral("valv-produktion"));
        const auto vault = rig.backend.vaultId(QStringLiteral("valv-produktion"));
        for (int i = 10; i < 90; ++i) {
            rig.backend.addVm(QStringLiteral("vm-%1").arg(i));
        }
        rig.open();
        for (int i = 10; i < 90; i += 2) { // never two neighbours: each is told by itself
            rig.backend.addItem(vault, rig.backend.vmId(QStringLiteral("vm-%1").arg(i)));
        }
        const QSignalSpy changed(&rig.session->virtualMachines(), &ListStoreBase::rowsChanged);
        const QSignalSpy followed(rig.page(), &Page::headingChanged); // with all that is made of all rows
        rig.session->items().refresh();
        rig.pass(1);
        QTRY_COMPARE(changed.count(), 40);
        QVERIFY(followed.count() < 12);
        QCOMPARE(
            rig.table().model()->data(rig.table().model()->index(2, VirtualMachineModel::ProtectionState)).toString(),
            protectionWords(rig.session->virtualMachines().at(2).protection)); // the rows themselves at once
        QTRY_VERIFY(followed.count() >= 1);
    }

    void pageThatNobodySeesCatchesUp()
    {
        ListRig rig;
        rig.fill();
        rig.open();
        auto* page = rig.page();
        page->hide();
        const QSignalSpy followed(page, &Page::headingChanged);
        rig.backend.addVm(QStringLiteral("vm-new"), QStringLiteral("rg-new"));
        rig.session->virtualMachines().refresh();
        rig.pass(1);
        QTRY_COMPARE(rig.session->virtualMachines().state(), presentation::LoadState::Ready);
        QCOMPARE(rig.session->virtualMachines().count(), 6);
        QVERIFY(!page->isBusy());
        QCOMPARE(followed.count(), 0);
        page->show();
        QCOMPARE(rig.count(), QStringLiteral("6 of 6 machines"));
        rig.choose("group", QStringLiteral("rg-new"));
        QCOMPARE(rig.names(), QStringList{QStringLiteral("vm-new")});
    }

    void showsWhatIsKnown()
    {
        ListRig rig;
        rig.fill();
        rig.open();
        QCOMPARE(rig.names(),
                 (QStringList{QStringLiteral("ad-dc-01"), QStringLiteral("åka-räksmörgås"), QStringLiteral("fil-01"),
                              QStringLiteral("vm-web-01"), QStringLiteral("vm-web-02")})); // å as the English sort it
        QCOMPARE(rig.count(), QStringLiteral("5 of 5 machines"));
        QStringList heads;
        auto* header = rig.table().horizontalHeader();
        for (int at = 0; at < header->count(); ++at) {
            const int column = header->logicalIndex(at);
            if (!header->isSectionHidden(column)) {
                heads.append(rig.table().model()->headerData(column, Qt::Horizontal).toString());
            }
        }
        QCOMPARE(
            heads,
            (QStringList{QStringLiteral("Name"), QStringLiteral("Status"), QStringLiteral("Resource group"),
                         QStringLiteral("Region"), QStringLiteral("Operating system"), QStringLiteral("Size"),
                         QStringLiteral("Protection"), QStringLiteral("Last backup"), QStringLiteral("Next run")}));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("left");
        QTest::newRow("part of a name") << QStringLiteral("web")
                                        << QStringList{QStringLiteral("vm-web-01"), QStringLiteral("vm-web-02")};
        QTest::newRow("capitals") << QStringLiteral("WEB-02") << QStringList{QStringLiteral("vm-web-02")};
        QTest::newRow("without marks") << QStringLiteral("raksmorgas") << QStringList{QStringLiteral("åka-räksmörgås")};
        QTest::newRow("a tag") << QStringLiteral("miljö") << QStringList{QStringLiteral("vm-web-02")};
        QTest::newRow("nothing") << QStringLiteral("xyz") << QStringList{};
    }
    void filters()
    {
        QFETCH(QString, typed);
        ListRig rig;
        rig.fill();
        rig.open();
        rig.person().type(QStringLiteral("vms.filter"), typed);
        rig.pass(0);
        QTEST(rig.names(), "left");
        QFETCH(QStringList, left);
        QCOMPARE(rig.count(), QStringLiteral("%1 of 5 machines").arg(left.size()));
        if (left.isEmpty()) { // says why nothing is there, and how to come back
            EmptyState* said = nullptr;
            for (auto* each : rig.table().findChildren<EmptyState*>()) {
                said = each->isVisible() ? each : said;
            }
            QVERIFY(said != nullptr);
            auto* clear = said->findChild<QAbstractButton*>();
            QCOMPARE(clear->text(), QStringLiteral("Clear filter"));
            clear->click();
            rig.pass(0);
            QCOMPARE(rig.names().size(), 5);
            QVERIFY(rig.person().find<SearchField>(QStringLiteral("vms.filter"))->text().isEmpty());
        }
    }

    void pillsNarrowTogether()
    {
        ListRig rig;
        rig.fill();
        rig.open();
        QVERIFY(!rig.pill("subscription").isVisible()); // one subscription is no choice
        rig.choose("protection", QStringLiteral("Not protected"));
        QCOMPARE(rig.names().size(), 4);
        rig.choose("region", StatusWords::region(QStringLiteral("swedencentral")));
        QCOMPARE(rig.names().size(), 3);
        rig.choose("group", QStringLiteral("rg-webb"));
        QCOMPARE(rig.names(), (QStringList{QStringLiteral("vm-web-01"), QStringLiteral("vm-web-02")}));
        rig.choose("protection", QStringLiteral("Protected"));
        QVERIFY(rig.names().isEmpty());
        rig.choose("group", QStringLiteral("all"));
        QCOMPARE(rig.names(), QStringList{QStringLiteral("ad-dc-01")});
    }

    void sortsByAClickOnTheHeader()
    {
        ListRig rig;
        rig.fill();
        rig.open();
        auto* header = rig.table().horizontalHeader();
        const auto clickOn = [&](int column) {
            const QPoint at(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                            header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        };
        clickOn(0); // it was ascending
        QCOMPARE(rig.names().first(), QStringLiteral("vm-web-02"));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(rig.names().first(), QStringLiteral("åka-räksmörgås")); // and as the Swedes do
        rig.speak(LanguageChoice::English);
        clickOn(3);
        QCOMPARE(rig.names().first(), QStringLiteral("fil-01")); // northeurope
    }

    void columnsAreRememberedOverARestart()
    {
        QTemporaryDir folder;
        const auto file = folder.filePath(QStringLiteral("valv.ini"));
        QByteArray state;
        {
            ListRig rig;
            rig.fill();
            rig.open();
            QVERIFY(!rig.table().isColumnVisible(QStringLiteral("tags")));
            auto* menu = rig.table().makeColumnMenu(rig.window.get());
            for (auto* action : menu->actions()) {
                if (action->text() == QLatin1String("Tags") || action->text() == QLatin1String("Size")) {
                    action->trigger();
                }
            }
            rig.pass(0);
            QVERIFY(rig.table().isColumnVisible(QStringLiteral("tags")));
            state = rig.settings.tableState(QStringLiteral("vms"));
            Settings(file).setTableState(QStringLiteral("vms"), state);
        }
        QVERIFY(!state.isEmpty());
        ListRig rig;
        rig.settings.setTableState(QStringLiteral("vms"), Settings(file).tableState(QStringLiteral("vms")));
        rig.fill();
        rig.open();
        QVERIFY(rig.table().isColumnVisible(QStringLiteral("tags")));
        QVERIFY(!rig.table().isColumnVisible(QStringLiteral("size")));
        QVERIFY(rig.table().isColumnVisible(QStringLiteral("name")));
    }

    void severalAreSelected()
    {
        ListRig rig;
        rig.fill();
        rig.open();
        auto* bulk = rig.window->findChild<BulkBar*>(QStringLiteral("vms.bulk"));
        QVERIFY(!bulk->isVisible());
        rig.tick(QStringLiteral("vm-web-01"));
        QVERIFY(bulk->isVisible());
        QCOMPARE(bulk->count(), 1);
        rig.tick(QStringLiteral("vm-web-02"));
        QCOMPARE(bulk->count(), 2);
        QCOMPARE(rig.table().headerCheckState(), Qt::PartiallyChecked);
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(bulk->count(), 5);
        QTest::keyClick(&rig.table(), Qt::Key_Escape);
        QVERIFY(!bulk->isVisible());
    }

    void severalAreProtectedAtOnce()
    {
        ListRig rig;
        rig.fill();
        rig.open();
        auto* enable = rig.window->findChild<QAction*>(QStringLiteral("vms.enable"));
        rig.tick(QStringLiteral("vm-web-01"));
        QVERIFY(!enable->isVisible()); // one is done on its own page
        rig.tick(QStringLiteral("ad-dc-01"));
        QVERIFY(enable->isVisible());
        QCOMPARE(enable->text(), QStringLiteral("Enable backup for 1 machine")); // the other is protected
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(enable->text(), QStringLiteral("Enable backup for 4 machines"));
        QCOMPARE(bulkButtons(rig),
                 QStringList({QStringLiteral("Enable backup for 4 machines"), QStringLiteral("Export selected")}));
        enable->trigger();
        rig.pass(1);
        auto* blade = rig.window->findChild<EnableManyBlade*>();
        QVERIFY(blade != nullptr && blade->isOpen());
        QCOMPARE(blade->taken().size(), 3); // of the region that most are in
        const auto said = lines(*blade);
        QVERIFY2(said.contains(QStringLiteral("vm-web-01")), qPrintable(said.join(QLatin1Char('|'))));
        QCOMPARE(said.filter(QStringLiteral("fil-01 – It is in another region")).size(), 1);
        QCOMPARE(said.filter(QStringLiteral("ad-dc-01 – ")).size(), 1);

        // One is refused: the others are protected, and it says why.
        auto refused = std::make_shared<bool>(true);
        rig.backend.before = [refused](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (*refused && request.method == contract::Method::Put
                && request.target.contains(QLatin1String("vm-web-02"))) {
                return answer(409, errorBody(QStringLiteral("BMSUserErrorObjectLocked")));
            }
            return std::nullopt;
        };
        const auto* heard = QAccessible::queryAccessibleInterface(blade);
        auto* name = rig.person().find(QStringLiteral("enable.policy"));
        name->setFocus(Qt::TabFocusReason);
        QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(heard->state().busy); // meanwhile nothing can be changed, and the focus waits
        QVERIFY(!name->isEnabled());
        QCOMPARE(rig.window->focusWidget(), blade);
        rig.pass(8);
        QVERIFY(blade->isOpen());
        QVERIFY(!heard->state().busy);
        QVERIFY(!name->isEnabled()); // what was begun is ended with the same
        QCOMPARE(rig.window->focusWidget(), rig.person().find(QStringLiteral("enableMany.submit")));
        QCOMPARE(rig.backend.items.size(), 3);
        QCOMPARE(lines(*blade).filter(QStringLiteral("backup is enabled")).size(), 2);
        auto* again = qobject_cast<QAbstractButton*>(rig.person().find(QStringLiteral("enableMany.submit")));
        QCOMPARE(again->text(), QStringLiteral("Try again for 1 machine"));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(again->text(), QStringLiteral("Försök igen för 1 dator"));
        *refused = false;
        QPointer<EnableManyBlade> guard = blade;
        rig.person().click(QStringLiteral("enableMany.submit"));
        rig.pass(8);
        QCOMPARE(rig.backend.items.size(), 4);
        QTRY_VERIFY(!guard); // nothing is left to do
    }

    void severalThatTheVaultHasNoRoomFor()
    {
        auto capabilities = client::Capabilities::local({});
        capabilities.vmsPerVault = 3;
        ListRig rig(LanguageChoice::English, capabilities);
        rig.fill(); // one is protected there
        rig.open();
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_A, Qt::ControlModifier);
        rig.window->findChild<QAction*>(QStringLiteral("vms.enable"))->trigger();
        rig.pass(1);
        rig.person().click(QStringLiteral("enableMany.submit"));
        rig.pass(2);
        QVERIFY(says(*rig.window, QStringLiteral("A vault can protect at most 3 VMs.")));
        QVERIFY(rig.person().find(QStringLiteral("enable.vault"))->hasFocus());
        QCOMPARE(rig.backend.items.size(), 1);
    }

    void severalWithANewVaultMakeItOnce()
    {
        ListRig rig;
        rig.backend.addVm(QStringLiteral("vm-1"));
        rig.backend.addVm(QStringLiteral("vm-2"));
        rig.backend.addVm(QStringLiteral("vm-3"));
        rig.open();
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_A, Qt::ControlModifier);
        rig.window->findChild<QAction*>(QStringLiteral("vms.enable"))->trigger();
        rig.pass(1);
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("valv-nytt"));
        rig.person().click(QStringLiteral("enableMany.submit"));
        rig.window->findChild<EnableManyBlade*>()->closeBlade(); // it goes on by itself
        rig.pass(12);
        QCOMPARE(rig.backend.items.size(), 3);
        QCOMPARE(rig.backend.vaults.size(), 1);
        int made = 0;
        for (const auto& request : rig.transport->requests) {
            made += request.method == contract::Method::Put
                    && QUrl(request.target).path().endsWith(QLatin1String("/vaults/valv-nytt"))
                ? 1
                : 0;
        }
        QCOMPARE(made, 1);
        QCOMPARE(rig.told(), // one for all
                 QStringList{QStringLiteral("Deployment succeeded: Backup has been enabled for 3 virtual machines")});
    }

    void refreshKeepsSelectionAndScroll()
    {
        ListRig rig;
        for (int i = 0; i < 200; ++i) {
            rig.backend.addVm(QStringLiteral("vm-%1").arg(i, 3, 10, QLatin1Char('0')));
        }
        rig.open();
        QCOMPARE(rig.names().size(), 200);
        QCOMPARE(rig.count(), QStringLiteral("200 of 200 machines"));
        rig.tick(QStringLiteral("vm-001"));
        auto* bar = rig.table().verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        bar->setValue(bar->maximum() / 2);
        const int at = bar->value();
        const int asked = rig.asked("/virtualMachines");
        QTest::keyClick(rig.window.get(), Qt::Key_F5);
        rig.pass(2);
        QVERIFY(rig.asked("/virtualMachines") > asked);
        QCOMPARE(bar->value(), at);
        QCOMPARE(rig.table().selectedRows(), QVector<int>{1});
        rig.backend.machines.removeAt(5); // gone meanwhile
        QTest::keyClick(rig.window.get(), Qt::Key_F5);
        rig.pass(2);
        QCOMPARE(rig.names().size(), 199);
        QCOMPARE(rig.table().selectedRows(), QVector<int>{1});
    }

    void nothingThere()
    {
        ListRig rig(LanguageChoice::Swedish);
        rig.open();
        EmptyState* said = nullptr;
        for (auto* each : rig.table().findChildren<EmptyState*>()) {
            said = each->isVisible() ? each : said;
        }
        QVERIFY(said != nullptr);
        QStringList texts;
        for (auto* label : said->findChildren<QLabel*>()) {
            texts.append(label->text());
        }
        QVERIFY2(texts.join(QLatin1Char(' '))
                     .contains(QStringLiteral("Det finns inga virtuella datorer i de valda prenumerationerna.")),
                 qPrintable(texts.join(QLatin1Char('|'))));
    }

    void slowShowsASkeletonAndDoesNotFreeze()
    {
        ListRig rig;
        rig.fill();
        rig.transport->hold = true;
        rig.open();
        QVERIFY(rig.table().isLoading());
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(1);
        }
        QTRY_VERIFY(!rig.table().isLoading());
        QCOMPARE(rig.names().size(), 5);
    }

    void failingSaysWhyAndTriesAgain_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("the server fails") << QStringLiteral("InternalServerError");
        QTest::newRow("forbidden") << QStringLiteral("AuthorizationFailed");
    }
    void failingSaysWhyAndTriesAgain()
    {
        QFETCH(QString, code);
        ListRig rig;
        rig.fill();
        rig.failWith(code);
        rig.open();
        QVERIFY(rig.message() != nullptr);
        QCOMPARE(rig.message()->kind(), MessageKind::Error);
        QVERIFY(!rig.table().isLoading());
        rig.backend.before = {};
        for (auto* button : rig.message()->findChildren<QAbstractButton*>()) {
            if (button->isVisible()) {
                QCOMPARE(button->text(), QStringLiteral("Try again"));
                button->click();
            }
        }
        rig.pass(2);
        QVERIFY(rig.message() == nullptr);
        QCOMPARE(rig.names().size(), 5);
    }

    void staleKeepsTheRowsWithTheirTime()
    {
        ListRig rig(LanguageChoice::Swedish);
        rig.fill();
        rig.open();
        rig.failWith(QStringLiteral("InternalServerError"));
        QTest::keyClick(rig.window.get(), Qt::Key_F5);
        rig.pass(2);
        QCOMPARE(rig.names().size(), 5);
        QVERIFY(rig.message() != nullptr);
        QCOMPARE(rig.message()->kind(), MessageKind::Warning);
        QVERIFY2(rig.message()->sentence().contains(QStringLiteral("09:42")), qPrintable(rig.message()->sentence()));
        rig.speak(LanguageChoice::English);
        QVERIFY2(rig.message()->sentence().contains(QStringLiteral("Showing data from")),
                 qPrintable(rig.message()->sentence()));
    }

    void exportsWhatIsShown()
    {
        QTemporaryDir folder;
        ListRig rig;
        rig.fill();
        rig.open();
        rig.person().type(QStringLiteral("vms.filter"), QStringLiteral("web"));
        rig.pass(0);
        const auto save = [&](const QString& file) {
            for (auto* action : rig.page()->commands()) {
                if (action->text() == QLatin1String("Export to CSV")) {
                    action->trigger();
                }
            }
            auto* dialog = rig.window->findChild<QFileDialog*>();
            QVERIFY(dialog != nullptr);
            Q_EMIT dialog->fileSelected(file);
            dialog->close();
        };
        const auto file = folder.filePath(QStringLiteral("lista.csv"));
        save(file);
        QTRY_COMPARE_WITH_TIMEOUT(rig.log.all().size(), 1, 30'000);
        QCOMPARE(rig.log.all().first().state, NotificationState::Succeeded);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto bytes = written.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
        const auto lines = QString::fromUtf8(bytes.mid(3)).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3); // a header and two machines
        QVERIFY2(lines[0].startsWith(QStringLiteral("Name")), qPrintable(lines[0]));
        QVERIFY2(lines[1].startsWith(QStringLiteral("vm-web-01")), qPrintable(lines[1]));
        QVERIFY2(lines[1].contains(QStringLiteral("Ubuntu 18.04 LTS")), qPrintable(lines[1]));

        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("a folder")));
        save(folder.filePath(QStringLiteral("a folder"))); // no file can have that name
        QTRY_COMPARE_WITH_TIMEOUT(rig.log.all().size(), 2, 30'000);
        QCOMPARE(rig.log.all().first().state, NotificationState::Failed);
        QVERIFY(rig.log.all().first().body.text().contains(QStringLiteral("a folder")));
    }

    void aRowOpensWithKeysAlone()
    {
        ListRig rig;
        rig.fill();
        rig.open();
        QTest::keyClick(rig.window.get(), Qt::Key_F, Qt::ControlModifier);
        auto* filter = rig.person().find<SearchField>(QStringLiteral("vms.filter"));
        QTRY_VERIFY(filter->hasFocus());
        QTest::keyClicks(filter, QStringLiteral("web/")); // in a field it is a letter
        QCOMPARE(filter->text(), QStringLiteral("web/"));
        QTest::keyClick(filter, Qt::Key_Backspace);
        QTest::keyClick(filter, Qt::Key_Down);
        QTRY_VERIFY(rig.table().hasFocus());
        QTest::keyClick(&rig.table(), Qt::Key_Down);
        QTest::keyClick(&rig.table(), Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&rig.table(), Qt::Key_Return);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("virtualmachine"));
        QVERIFY(rig.window->navigator().current().subject.endsWith(QStringLiteral("vm-web-01")));
        QTest::keyClick(rig.window.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(rig.table().hasFocus()); // where one was
        QCOMPARE(filter->text(), QStringLiteral("web"));
    }

    void everythingFollowsLanguageAndTheme()
    {
        ListRig rig;
        rig.fill();
        rig.open();
        rig.person().type(QStringLiteral("vms.filter"), QStringLiteral("a"));
        rig.choose("protection", QStringLiteral("Not protected"));
        const auto before = rig.names();
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(rig.person().find<SearchField>(QStringLiteral("vms.filter"))->text(), QStringLiteral("a"));
        QCOMPARE(rig.names(), before); // the choice is kept in the other language
        QCOMPARE(rig.pill("protection").value(), QStringLiteral("Inte skyddat"));
        QCOMPARE(rig.table().model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("Namn"));
        QVERIFY2(rig.count().endsWith(QStringLiteral("datorer")), qPrintable(rig.count()));
        rig.settings.setLook(LookChoice::Dark);
        rig.pass(0);
        QVERIFY(rig.theme.isDark());
        QCOMPARE(rig.names(), before);
    }
};

VALV_TEST(VmListTest)

} // namespace tst_vmlist

#include "tst_vmlist.moc"

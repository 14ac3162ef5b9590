// SPDX-License-Identifier: GPL-3.0-or-later
// The list of vaults through its real widgets. Source: flows.md B1, B3.
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "controls/table.h"
#include "presentation/models/vaultmodel.h"
#include "presentation/text/statuswords.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QDir>
#include <QHeaderView>
#include <QMenu>

namespace tst_vaultlist {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

//! A picture for a person to look at, where one is wanted.
void keep(const QWidget& window)
{
    const auto folder = qEnvironmentVariable("VALV_WALK_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        const auto name = QString::fromLatin1(QTest::currentTestFunction()) + QLatin1Char('-')
            + QString::fromLatin1(QTest::currentDataTag());
        const_cast<QWidget&>(window).grab().save(
            QDir(folder).filePath(QString(name).replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".png")));
    }
}

const Route place{QStringLiteral("vaults"), {}, {}};

struct VaultListRig : PageRig
{
    explicit VaultListRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    { }
    //! Three vaults in two regions; the first protects a machine whose last backup failed.
    void fill()
    {
        backend.addVm(QStringLiteral("ad-dc-01"));
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-irland"), QStringLiteral("northeurope"));
        backend.addVault(QStringLiteral("åtkomst"));
        backend.vaults[0].redundancy = contract::StorageModel::GeoRedundant;
        backend.vaults[1].redundancy = contract::StorageModel::LocallyRedundant;
        backend.vaults[2].redundancy = contract::StorageModel::GeoRedundant;
        backend.vaults[1].tags.insert(QStringLiteral("miljö"), QStringLiteral("test"));
        const auto vault = backend.vaultId(QStringLiteral("valv-produktion"));
        auto& item = backend.addItem(vault, backend.vmId(QStringLiteral("ad-dc-01")));
        item.lastBackupStatus = contract::LastBackupStatus::Failed;
        backend.addAlert(QStringLiteral("BackupFailed"), contract::AlertSeverity::Critical, item.id,
                         backend.now.addSecs(-3600));
        backend.stored.insert(vault, 2'400'000'000);
    }
    void open(QSize size = {1440, 900}) { show(place, size); }
    [[nodiscard]] Table& table() const { return *person().find<Table>(QStringLiteral("vaults")); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return spaced(table().model()->index(row, column).data().toString());
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            found.append(cell(row, VaultModel::Name));
        }
        return found;
    }
    [[nodiscard]] int rowOf(const char* name) const
    {
        return static_cast<int>(names().indexOf(QString::fromUtf8(name)));
    }
    [[nodiscard]] QString count() const { return person().find<Label>(QStringLiteral("vaults.count"))->text(); }
    [[nodiscard]] EmptyState* said() const
    {
        EmptyState* shown = nullptr;
        for (auto* each : table().findChildren<EmptyState*>()) {
            shown = each->isVisible() ? each : shown;
        }
        return shown;
    }
    void choose(const char* name, const QString& text) const
    {
        auto& wanted = *window->findChild<FilterPill*>(QStringLiteral("vaults.") + QLatin1String(name));
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
    void answerWith(const QString& code)
    {
        backend.before = [code](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (code == QLatin1String("NetworkOffline")) { // whatever is asked
                return Result<HttpResponse>(failure("NetworkOffline", "No route to host."));
            }
            if (!QUrl(request.target).path().endsWith(QLatin1String("/vaults"), Qt::CaseInsensitive)) {
                return std::nullopt;
            }
            return answer(code == QLatin1String("AuthorizationFailed") ? 403 : 500, errorBody(code));
        };
    }
};

} // namespace

class VaultListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsKnown()
    {
        VaultListRig rig;
        rig.fill();
        rig.open();
        QCOMPARE(
            rig.names(),
            (QStringList{QStringLiteral("åtkomst"), QStringLiteral("valv-irland"), QStringLiteral("valv-produktion")}));
        QCOMPARE(rig.count(), QStringLiteral("3 of 3 vaults"));
        const int row = rig.rowOf("valv-produktion");
        QCOMPARE(rig.cell(row, VaultModel::Status), QStringLiteral("Ready"));
        QCOMPARE(rig.cell(row, VaultModel::ResourceGroup), QStringLiteral("rg-backup"));
        QCOMPARE(rig.cell(row, VaultModel::Location), StatusWords::region(QStringLiteral("swedencentral")));
        QCOMPARE(rig.cell(row, VaultModel::Items), QStringLiteral("1"));
        QCOMPARE(rig.cell(row, VaultModel::Stored), QStringLiteral("2.4 GB"));
        QCOMPARE(rig.cell(row, VaultModel::Redundancy), QStringLiteral("Geo-redundant"));
        QCOMPARE(rig.cell(row, VaultModel::Alerts), QStringLiteral("1 critical"));
        QCOMPARE(rig.cell(rig.rowOf("valv-irland"), VaultModel::Alerts), QStringLiteral("–"));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(rig.cell(rig.rowOf("valv-produktion"), VaultModel::Stored), QStringLiteral("2,4 GB"));
        QCOMPARE(rig.names().last(), QStringLiteral("åtkomst")); // as the Swedes sort
        QCOMPARE(rig.count(), QStringLiteral("3 av 3 valv"));
        QVERIFY(says(*rig.window, QStringLiteral("Lokalt redundant")));
    }

    void filtersAndPillsNarrowTogether()
    {
        VaultListRig rig;
        rig.fill();
        rig.open();
        rig.person().type(QStringLiteral("vaults.filter"), QStringLiteral("miljo"));
        rig.pass(0);
        QCOMPARE(rig.names(), QStringList{QStringLiteral("valv-irland")}); // a tag, without marks
        rig.person().type(QStringLiteral("vaults.filter"), QStringLiteral("xyz"));
        rig.pass(0);
        QVERIFY(rig.said() != nullptr);
        QCOMPARE(rig.count(), QStringLiteral("0 of 3 vaults"));
        rig.said()->findChild<QAbstractButton*>()->click();
        rig.pass(0);
        QCOMPARE(rig.names().size(), 3);
        rig.choose("redundancy", QStringLiteral("Geo-redundant"));
        QCOMPARE(rig.names().size(), 2);
        rig.choose("location", StatusWords::region(QStringLiteral("northeurope")));
        QCOMPARE(rig.names().size(), 0);
        rig.choose("redundancy", QStringLiteral("all"));
        QCOMPARE(rig.names(), QStringList{QStringLiteral("valv-irland")});
        // What was filtered by is gone: the filter goes too.
        rig.backend.vaults.removeAt(1);
        rig.person().command(QStringLiteral("vaults.refresh"));
        rig.pass(2);
        QCOMPARE(rig.names().size(), 2);
    }

    void sortsByAClickOnTheHeader()
    {
        VaultListRig rig;
        rig.fill();
        rig.open();
        auto* header = rig.table().horizontalHeader();
        const QPoint at(header->sectionViewportPosition(VaultModel::Stored) + 20, header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(rig.names().first(), QStringLiteral("valv-produktion")); // the largest
    }

    void columnsAreChosenAndRemembered()
    {
        VaultListRig rig;
        rig.fill();
        rig.open();
        QVERIFY(!rig.table().isColumnVisible(QStringLiteral("tags")));
        auto* menu = rig.table().makeColumnMenu(rig.window.get());
        for (auto* action : menu->actions()) {
            if (action->text() == QLatin1String("Tags")) {
                action->trigger();
            }
        }
        rig.pass(0);
        QVERIFY(rig.table().isColumnVisible(QStringLiteral("tags")));
        QVERIFY(!rig.settings.tableState(QStringLiteral("vaults")).isEmpty());
        QVERIFY(rig.table().toCsv().contains(QStringLiteral("miljö: test")));
    }

    void oneThatIsBeingMadeCannotBeOpened()
    {
        VaultListRig rig;
        rig.fill();
        rig.backend.vaults[1].provisioning = contract::ProvisioningState::Provisioning;
        rig.open();
        const int row = rig.rowOf("valv-irland");
        QCOMPARE(rig.cell(row, VaultModel::Status), QStringLiteral("Creating"));
        rig.person().doubleClick(rig.table(), rig.table().model()->index(row, 0));
        rig.pass(0);
        QCOMPARE(rig.window->navigator().current(), place);
        // It is looked at again by itself.
        rig.backend.vaults[1].provisioning = contract::ProvisioningState::Succeeded;
        rig.pass(7);
        QCOMPARE(rig.cell(rig.rowOf("valv-irland"), VaultModel::Status), QStringLiteral("Ready"));
        rig.person().doubleClick(rig.table(), rig.table().model()->index(rig.rowOf("valv-irland"), 0));
        rig.pass(1);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("vault"));
        QCOMPARE(rig.page()->heading().title, QStringLiteral("valv-irland"));
    }

    void nothingThere()
    {
        VaultListRig rig(LanguageChoice::Swedish);
        rig.open();
        auto* empty = rig.said();
        QVERIFY(empty != nullptr);
        QVERIFY(says(*empty, QStringLiteral("Inga Recovery Services-valv att visa")));
        auto* add = empty->findChild<QAbstractButton*>();
        QCOMPARE(add->text(), QStringLiteral("Lägg till"));
        add->click();
        rig.pass(1);
        QCOMPARE(rig.window->navigator().current().part, QStringLiteral("create"));
    }

    void slowShowsASkeleton()
    {
        VaultListRig rig;
        rig.fill();
        rig.transport->hold = true;
        rig.open();
        QVERIFY(rig.table().isLoading());
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(1);
        }
        QTRY_VERIFY(!rig.table().isLoading());
        QCOMPARE(rig.names().size(), 3);
    }

    void failingSaysWhyAndTriesAgain_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("the server fails") << QStringLiteral("InternalServerError");
        QTest::newRow("forbidden") << QStringLiteral("AuthorizationFailed");
        QTest::newRow("offline") << QStringLiteral("NetworkOffline");
    }
    void failingSaysWhyAndTriesAgain()
    {
        QFETCH(QString, code);
        VaultListRig rig;
        rig.fill();
        rig.answerWith(code);
        rig.open();
        auto* message = rig.person().find<MessageBar>(QStringLiteral("vaults.message"));
        QVERIFY(message != nullptr);
        QVERIFY(message->sentence().contains(QStringLiteral("could not be read")));
        QVERIFY(rig.said() == nullptr); // it is not said to be empty
        rig.backend.before = nullptr;
        Q_EMIT message->actionTriggered();
        rig.pass(2);
        QVERIFY(!message->isVisible());
        QCOMPARE(rig.names().size(), 3);
        // Read once, it stays: with its time.
        rig.answerWith(code);
        QTest::keyClick(rig.window.get(), Qt::Key_F5);
        rig.pass(2);
        QVERIFY(message->isVisible());
        QVERIFY(message->sentence().contains(QStringLiteral("Showing data from")));
        QCOMPARE(rig.names().size(), 3);
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QSize>("size");
        for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
            for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                QTest::addRow("%d %d", static_cast<int>(words), size.width()) << words << size;
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QSize, size);
        VaultListRig rig(words);
        rig.fill();
        rig.open(size);
        keep(*rig.window);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        const auto lost = lostStops(*rig.window);
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
    }

    void theVaultIsALinkElsewhere()
    {
        VaultListRig rig;
        rig.fill();
        rig.show({QStringLiteral("virtualmachine"), rig.backend.vmId(QStringLiteral("ad-dc-01")).text(),
                  QStringLiteral("overview")});
        for (auto* link : rig.window->findChildren<QAbstractButton*>()) {
            if (link->text() == QLatin1String("valv-produktion") && link->isVisible()) {
                link->click();
                break;
            }
        }
        rig.pass(1);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("vault"));
    }
};

VALV_TEST(VaultListTest)

} // namespace tst_vaultlist

#include "tst_vaultlist.moc"

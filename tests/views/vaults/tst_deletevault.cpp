// SPDX-License-Identifier: GPL-3.0-or-later
// What prevents that a vault is deleted, and where each is done. Source: flows.md I6.
#include "controls/field.h"
#include "controls/pillgroup.h"
#include "presentation/text/errortext.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"
#include "vaults/checkline.h"
#include "vaults/deletevaultblade.h"
#include "vaults/storageconfigblade.h"
#include "views/vaults/vaultrig.h"

#include <QClipboard>
#include <QLineEdit>

namespace tst_deletevault {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using contract::BlockerKind;
using contract::JobOperation;
using contract::JobStatus;

namespace {

//! The blade is open over the vault; what keeps it is asked for when the test says so.
struct DeleteRig : VaultRig
{
    using VaultRig::VaultRig;
    void openBlade()
    {
        open();
        person().command(QStringLiteral("vault.delete"));
        pass(1);
    }
    void askAgain()
    {
        Q_EMIT session->items().countChanged();
        pass(1);
    }
    [[nodiscard]] DeleteVaultBlade& blade() const { return *window->findChild<DeleteVaultBlade*>(); }
    [[nodiscard]] QString faults(const char* state) const
    {
        keepPicture(
            *window,
            QStringLiteral("deletevault-%1-%2").arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(state)));
        return faultsOf(*window);
    }
};

} // namespace

class DeleteVaultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deletionShowsWhatPreventsIt()
    {
        VaultRig rig;
        rig.fill();
        rig.backend.blockers = {
            {BlockerKind::ProtectedItem, rig.backend.items[0].id, QStringLiteral("sql-prod-01"), {}},
            {BlockerKind::ProtectedItem, rig.backend.items[1].id, QStringLiteral("fil-01"), {}},
            {BlockerKind::Lock, rig.vault, QStringLiteral("rör-ej"), {}}};
        rig.open();
        rig.person().command(QStringLiteral("vault.delete"));
        rig.pass(1);
        auto* blade = rig.window->findChild<DeleteVaultBlade*>();
        QVERIFY(blade != nullptr);
        QVERIFY2(lines(*blade).contains(QStringLiteral("- 2 protected items|sql-prod-01|fil-01")),
                 qPrintable(lines(*blade).join(QLatin1Char('\n'))));
        QVERIFY(lines(*blade).contains(QStringLiteral("- 1 resource lock|rör-ej")));
        QVERIFY(lines(*blade).contains(QStringLiteral("+ No soft-deleted items")));
        QVERIFY(!rig.canPress("deleteVault.submit"));
        QVERIFY(rig.person().find(QStringLiteral("deleteVault.name")) == nullptr);
        rig.pass(0);
        keep(*rig.window);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        // What is mended elsewhere is ticked by itself.
        rig.backend.blockers.clear();
        QTRY_VERIFY_WITH_TIMEOUT(rig.canPress("deleteVault.submit"), 20'000);
        rig.person().type(QStringLiteral("deleteVault.name"), QStringLiteral("Valv-Produktion"));
        rig.press("deleteVault.submit");
        rig.pass(1);
        QCOMPARE(rig.field("deleteVault.name")->error(),
                 ErrorText::of(QStringLiteral("ValNameMismatch"), {}).message());
        QCOMPARE(rig.backend.vaults.size(), 1);
        QGuiApplication::clipboard()->setText(QStringLiteral("valv-produktion \n"));
        auto* name = rig.person().find<QLineEdit>(QStringLiteral("deleteVault.name"));
        name->setFocus(Qt::TabFocusReason);
        name->selectAll();
        name->paste();
        QTest::keyClick(name, Qt::Key_Return, Qt::ControlModifier); // it has not been left
        rig.pass(2);
        QCOMPARE(rig.backend.vaults.size(), 0);
        QCOMPARE(rig.here().page, QStringLiteral("vaults"));
        QCOMPARE(rig.log.count(NotificationState::Succeeded), 1);
    }

    //! Each that is named leads to where it is done, what is too many to name to the list.
    void whatPreventsDeletionIsALink_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("part");
        QTest::newRow("an item") << QStringLiteral("fil-01") << QStringLiteral("virtualmachine")
                                 << QStringLiteral("backup");
        QTest::newRow("more items") << QStringLiteral("and 2 more") << QStringLiteral("items") << QString();
        QTest::newRow("one that is not known here") << QStringLiteral("gammal") << QStringLiteral("items") << QString();
        QTest::newRow("a lock") << QStringLiteral("rör-ej") << QStringLiteral("vault") << QStringLiteral("locks");
        QTest::newRow("immutable") << QStringLiteral("Open") << QStringLiteral("vault") << QStringLiteral("properties");
    }
    void whatPreventsDeletionIsALink()
    {
        QFETCH(QString, link);
        QFETCH(QString, page);
        QFETCH(QString, part);
        VaultRig rig;
        rig.fill();
        for (int i = 0; i < 8; ++i) {
            const auto& item = rig.backend.items.at(i % 2);
            rig.backend.blockers.append({BlockerKind::ProtectedItem,
                                         item.id,
                                         i < 2 ? item.sourceResourceId.name() : QStringLiteral("vm-%1").arg(i),
                                         {}});
        }
        rig.backend.blockers.append({BlockerKind::SoftDeletedItem, rig.vault, QStringLiteral("gammal"), {}});
        rig.backend.blockers.append({BlockerKind::Lock, rig.vault, QStringLiteral("rör-ej"), {}});
        rig.backend.blockers.append({BlockerKind::Immutability, rig.vault, {}, rig.backend.now.addDays(30)});
        rig.open();
        rig.person().command(QStringLiteral("vault.delete"));
        rig.pass(1);
        const auto* blade = rig.window->findChild<DeleteVaultBlade*>();
        QAbstractButton* found = nullptr;
        for (auto* each : blade->findChildren<QAbstractButton*>()) {
            found = each->isVisible() && each->text() == link ? each : found;
        }
        QVERIFY2(found != nullptr, qPrintable(lines(*blade).join(QLatin1Char('\n'))));
        keep(*rig.window);
        // What is read meanwhile and is as it was leaves the focus where it is.
        found->setFocus(Qt::TabFocusReason);
        rig.session->vaults().refresh();
        rig.pass(1);
        QCOMPARE(rig.window->focusWidget(), found);
        QTest::keyClick(found, Qt::Key_Space);
        rig.pass(1);
        QCOMPARE(rig.here().page, page);
        QCOMPARE(rig.here().part, part);
        if (page == QLatin1String("virtualmachine")) {
            QVERIFY(rig.here().subject.endsWith(link));
        }
    }

    void loading()
    {
        DeleteRig rig;
        rig.open();
        rig.transport->hold = true;
        rig.person().command(QStringLiteral("vault.delete"));
        rig.pass(1);
        QVERIFY(rig.person().find(QStringLiteral("deleteVault.loading")) != nullptr);
        QVERIFY(!says(rig.blade(), QStringLiteral("No protected items")));
        QVERIFY(!rig.canPress("deleteVault.submit"));
        QVERIFY(says(rig.blade(), QStringLiteral("Looking at what keeps the vault…")));
        QVERIFY2(rig.faults("").isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(1);
        QVERIFY(rig.person().find(QStringLiteral("deleteVault.loading")) == nullptr);
        QVERIFY(says(rig.blade(), QStringLiteral("No protected items")));
        QVERIFY(rig.canPress("deleteVault.submit"));
    }

    //! What keeps it is read in vain at first.
    void unread_data() { Trouble::addRows(); }
    void unread()
    {
        QFETCH(int, status);
        DeleteRig rig;
        const Trouble trouble{status, QStringLiteral("/deletionBlockers")};
        rig.open();
        rig.backend.before = trouble;
        rig.person().command(QStringLiteral("vault.delete"));
        rig.pass(8); // what got no answer is asked again
        auto* bar = rig.bar("deleteVault.unread");
        QVERIFY(bar != nullptr);
        QVERIFY2(bar->sentence().startsWith(QStringLiteral("What keeps the vault could not be read.")),
                 qPrintable(bar->sentence()));
        QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
        QVERIFY(rig.bar("deleteVault.failure") == nullptr);
        QVERIFY(rig.person().find(QStringLiteral("deleteVault.loading")) == nullptr);
        QVERIFY(!rig.canPress("deleteVault.submit"));
        QVERIFY2(rig.faults(QTest::currentDataTag()).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.bar("deleteVault.unread") == nullptr);
        QVERIFY(rig.canPress("deleteVault.submit"));
    }

    //! What was read stays, and that it was read in vain since is no word of a deletion that nobody tried.
    void staleThenReadAgain_data() { Trouble::addRows(); }
    void staleThenReadAgain()
    {
        QFETCH(int, status);
        DeleteRig rig;
        rig.fill();
        rig.backend.blockers = {{BlockerKind::Lock, rig.vault, QStringLiteral("rör-ej"), {}}};
        rig.openBlade();
        const Trouble trouble{status, QStringLiteral("/deletionBlockers")};
        rig.backend.before = trouble;
        rig.askAgain();
        rig.pass(8);
        auto* bar = rig.bar("deleteVault.unread");
        QVERIFY(bar != nullptr);
        QVERIFY(rig.bar("deleteVault.failure") == nullptr);
        QVERIFY(lines(rig.blade()).contains(QStringLiteral("- 1 resource lock|rör-ej")));
        QVERIFY2(rig.faults(QTest::currentDataTag()).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::Swedish);
        rig.pass(0);
        QVERIFY2(bar->sentence().startsWith(QStringLiteral("Det gick inte att läsa vad som hindrar")),
                 qPrintable(bar->sentence()));
        QVERIFY(rig.bar("deleteVault.failure") == nullptr);
        *trouble.on = false;
        rig.backend.blockers.clear();
        rig.askAgain();
        rig.pass(8);
        QVERIFY(rig.bar("deleteVault.unread") == nullptr);
        QVERIFY(rig.canPress("deleteVault.submit"));
    }

    //! Why it was not deleted stays while what keeps it is read again.
    void whyItWasRefusedIsNotReadAway()
    {
        DeleteRig rig;
        rig.openBlade();
        rig.refuse("ScopeLocked", contract::Method::Delete);
        rig.person().type(QStringLiteral("deleteVault.name"), QStringLiteral("valv-produktion"));
        rig.press("deleteVault.submit");
        rig.pass(2);
        const Trouble trouble{500, QStringLiteral("/deletionBlockers")};
        rig.backend.before = trouble;
        rig.askAgain();
        QVERIFY(rig.bar("deleteVault.unread") != nullptr);
        *trouble.on = false;
        rig.askAgain();
        rig.pass(2);
        QVERIFY(rig.bar("deleteVault.unread") == nullptr);
        QVERIFY(rig.bar("deleteVault.failure") != nullptr);
        QVERIFY(rig.bar("deleteVault.failure")
                    ->sentence()
                    .startsWith(QStringLiteral("The vault valv-produktion could not be deleted.")));
    }

    void whatIsForbiddenIsNotOfferedAgain()
    {
        DeleteRig rig(LanguageChoice::Swedish);
        rig.openBlade();
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Delete
                ? std::optional<Result<HttpResponse>>(answer(403, errorBody(QStringLiteral("AuthorizationFailed"))))
                : std::nullopt;
        };
        rig.person().type(QStringLiteral("deleteVault.name"), QStringLiteral("valv-produktion"));
        rig.press("deleteVault.submit");
        rig.pass(2);
        auto* button = rig.person().find(QStringLiteral("deleteVault.submit"));
        QVERIFY(!rig.canPress("deleteVault.submit"));
        QVERIFY2(button->toolTip().contains(QStringLiteral("Deltagare"))
                     && button->toolTip().contains(QStringLiteral("valv-produktion")),
                 qPrintable(button->toolTip()));
        QCOMPARE(button->accessibleDescription(), button->toolTip());
        QCOMPARE(rig.backend.vaults.size(), 1);
    }

    void aRefusedDeletionSaysWhy()
    {
        VaultRig rig(LanguageChoice::Swedish);
        rig.open();
        rig.person().command(QStringLiteral("vault.delete"));
        rig.pass(1);
        rig.refuse("ScopeLocked", contract::Method::Delete);
        rig.person().type(QStringLiteral("deleteVault.name"), QStringLiteral("valv-produktion"));
        rig.press("deleteVault.submit");
        rig.pass(2);
        QVERIFY(rig.bar("deleteVault.failure") != nullptr);
        QCOMPARE(rig.backend.vaults.size(), 1);
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("deleteVault.name"))->text(),
                 QStringLiteral("valv-produktion"));
    }
};

VALV_TEST(DeleteVaultTest)

} // namespace tst_deletevault

#include "tst_deletevault.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Change policy, stop, delete, resume, undelete, and what can be done with one recovery point, through the window.
// Source: flows.md I1–I5.
#include "controls/button.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/radiocard.h"
#include "controls/table.h"
#include "items/assignpolicyblade.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>

namespace tst_manage {

using namespace valv;
using namespace valv::test;
using contract::ProtectionState;
using presentation::LanguageChoice;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId vm = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId item = FakeBackend::itemId(vault, vm);

    explicit Rig(ProtectionState state = ProtectionState::Protected, LanguageChoice words = LanguageChoice::English,
                 const client::Capabilities& capabilities = client::Capabilities::local({}))
        : PageRig(words, capabilities)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addPolicy(vault, QStringLiteral("Guld"));
        backend.addVm(QStringLiteral("vm-web-01"));
        auto& made = backend.addItem(vault, vm, state);
        made.lastRecoveryPoint = backend.now.addDays(-1);
        made.recoveryPointCount = 3;
        if (state == ProtectionState::ProtectionStopped) {
            made.policyId = {};
            made.policyName.clear();
        }
        for (int i = 0; i < 3; ++i) {
            backend.addPoint(item, QStringLiteral("10000000000000%1").arg(i), backend.now.addDays(i - 3));
            backend.points.last().storedBytes = 2'000'000'000;
            backend.points.last().sourceBytes = 9'000'000'000;
            backend.points.last().expiry = backend.now.addDays(27 + i);
            backend.points.last().keptBy = QStringList{QStringLiteral("Daily")};
        }
    }
    void open(QSize size = {1440, 900})
    {
        show({QStringLiteral("virtualmachine"), vm.text(), QStringLiteral("backup")}, size);
        QVERIFY(person().find(QStringLiteral("backupItem")) != nullptr);
    }
    void command(const char* name)
    {
        person().command(QString::fromLatin1("item.") + QLatin1String(name));
        pass(2);
    }
    [[nodiscard]] QAction* action(const char* name) const
    {
        return window->findChild<QAction*>(QString::fromLatin1("item.") + QLatin1String(name));
    }
    [[nodiscard]] const contract::ProtectedItem& known() const { return backend.items.first(); }
    [[nodiscard]] QString errorAt(const char* name) const
    {
        for (QWidget* at = person().find(QLatin1String(name)); at != nullptr; at = at->parentWidget()) {
            if (auto* field = qobject_cast<views::Field*>(at)) {
                return field->error();
            }
        }
        return QStringLiteral("no such field");
    }
    void choosePolicy(const QString& name)
    {
        auto* combo = person().find<QComboBox>(QStringLiteral("enable.policy"));
        QVERIFY(combo != nullptr);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < combo->count() && combo->currentText() != name; ++i) {
            QTest::keyClick(combo, Qt::Key_Down);
        }
        pass(2);
        QCOMPARE(combo->currentText(), name);
    }
    void expire(int points)
    {
        contract::ExpiryPreview::Item of;
        of.id = item;
        of.friendlyName = QStringLiteral("vm-web-01");
        of.points = 3;
        of.expiring = points;
        of.oldestKept = backend.now.addDays(-1);
        backend.expiry.items = {of};
    }
};

void paste(QLineEdit& edit, const QString& text)
{
    edit.setFocus(Qt::TabFocusReason);
    edit.selectAll();
    QGuiApplication::clipboard()->setText(text);
    edit.paste();
}

} // namespace

class TestManage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesThePolicyAndSaysWhatExpires()
    {
        Rig rig;
        rig.expire(2);
        rig.open();
        rig.command("changePolicy");
        QVERIFY(!rig.person().canUse(QStringLiteral("changePolicy.submit")));
        QVERIFY(says(*rig.window, QStringLiteral("The item uses this policy already.")));
        rig.choosePolicy(QStringLiteral("Guld"));
        QVERIFY(says(*rig.window, QStringLiteral("2 recovery points will be removed.")));
        QVERIFY(says(*rig.window, QStringLiteral("2 of 3 recovery points")));
        rig.choosePolicy(QStringLiteral("DefaultPolicy"));
        QVERIFY(!says(*rig.window, QStringLiteral("2 recovery points will be removed.")));
        rig.choosePolicy(QStringLiteral("Guld"));
        rig.person().click(QStringLiteral("changePolicy.submit"));
        rig.pass(4);
        QTRY_VERIFY(rig.person().find(QStringLiteral("changePolicy")) == nullptr);
        QCOMPARE(rig.known().policyName, QStringLiteral("Guld"));
        QVERIFY(rig.told().join(QLatin1Char('\n')).contains(QStringLiteral("vm-web-01 now uses the policy Guld")));
    }

    void policiesThatCannotBeReadSayWhy_data()
    {
        QTest::addColumn<bool>("resume");
        QTest::addColumn<int>("status");
        for (const bool resume : {false, true}) {
            QTest::addRow("%s, failing", resume ? "resume" : "change") << resume << 500;
            QTest::addRow("%s, forbidden", resume ? "resume" : "change") << resume << 403;
            QTest::addRow("%s, offline", resume ? "resume" : "change") << resume << 0;
        }
    }
    void policiesThatCannotBeReadSayWhy()
    {
        QFETCH(bool, resume);
        QFETCH(int, status);
        Rig rig(resume ? ProtectionState::ProtectionStopped : ProtectionState::Protected);
        const Trouble trouble{status, QStringLiteral("/backupPolicies")};
        rig.backend.before = trouble;
        rig.open();
        rig.command(resume ? "resume" : "changePolicy");
        rig.pass(60);
        auto* said = rig.person().find<views::MessageBar>(QStringLiteral("enable.policiesUnread"));
        QVERIFY(said != nullptr && said->isVisible());
        QVERIFY2(said->sentence().contains(trouble.why()), qPrintable(said->sentence()));
        const auto submit = resume ? QStringLiteral("resumeBackup.submit") : QStringLiteral("changePolicy.submit");
        QVERIFY(!rig.person().canUse(submit));
        QVERIFY(says(*rig.window, QStringLiteral("The policies could not be read.")));
        QVERIFY(!says(*rig.window, QStringLiteral("The policies are being read.")));
        *trouble.on = false;
        QVERIFY(pressSaying(*said, QStringLiteral("Try again")));
        rig.pass(2);
        QVERIFY(!said->isVisible());
        rig.choosePolicy(QStringLiteral("Guld"));
        QVERIFY(rig.person().canUse(submit));
    }

    //! V18, where a connection has such limits.
    void aPolicyThatTakesNoMore()
    {
        auto capabilities = client::Capabilities::local({});
        capabilities.vmsPerPolicy = 1;
        Rig rig(ProtectionState::Protected, LanguageChoice::English, capabilities);
        rig.backend.addVm(QStringLiteral("vm-web-02"));
        auto& other = rig.backend.addItem(rig.vault, rig.backend.vmId(QStringLiteral("vm-web-02")));
        other.policyId = rig.vault.child(QStringLiteral("backupPolicies"), QStringLiteral("Guld"));
        other.policyName = QStringLiteral("Guld");
        rig.open();
        rig.command("changePolicy");
        rig.choosePolicy(QStringLiteral("Guld"));
        QVERIFY(!rig.person().canUse(QStringLiteral("changePolicy.submit")));
        QVERIFY(says(*rig.window, QStringLiteral("A policy can be used by at most 1 VMs.")));
    }

    //! W11, for several: each one's loss, in one list.
    void severalSayWhatExpires_data()
    {
        QTest::addColumn<bool>("resume");
        QTest::addColumn<bool>("fails");
        QTest::newRow("change") << false << false;
        QTest::newRow("resume") << true << false;
        QTest::newRow("one can't be told") << false << true;
    }
    void severalSayWhatExpires()
    {
        QFETCH(bool, resume);
        QFETCH(bool, fails);
        Rig rig(resume ? ProtectionState::ProtectionStopped : ProtectionState::Protected);
        QList<ArmId> items{rig.item};
        for (int i = 2; i <= 20; ++i) {
            const auto name = QStringLiteral("vm-web-%1").arg(i, 2, 10, QLatin1Char('0'));
            rig.backend.addVm(name);
            items.append(
                rig.backend.addItem(rig.vault, rig.backend.vmId(name), rig.backend.items.constFirst().state.value())
                    .id);
        }
        rig.expire(2);
        const auto last = items.constLast().text();
        rig.backend.before = [fails, last](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            const bool broken =
                fails && request.target.startsWith(last) && request.target.contains(QLatin1String("previewPolicy"));
            return broken
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.open();
        using views::AssignPolicyBlade;
        rig.window->navigator().openBlade(new AssignPolicyBlade(
            *rig.context, resume ? AssignPolicyBlade::Purpose::Resume : AssignPolicyBlade::Purpose::Change, items,
            rig.window.get()));
        rig.pass(2);
        rig.choosePolicy(QStringLiteral("Guld"));
        rig.pass(2);
        if (fails) {
            QVERIFY(says(*rig.window, QStringLiteral("It is not known how many points would expire.")));
        } else {
            QVERIFY(says(*rig.window, QStringLiteral("40 recovery points will be removed.")));
            QVERIFY(says(*rig.window, QStringLiteral("and 8 more")));
        }
        QVERIFY(rig.person().canUse(resume ? QStringLiteral("resumeBackup.submit")
                                           : QStringLiteral("changePolicy.submit")));
    }

    void whatIsNotKnownIsSaid()
    {
        Rig rig;
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.target.contains(QLatin1String("previewPolicy"))) {
                return answer(404, errorBody(QStringLiteral("InvalidResourceType"))); // not Valv's own
            }
            return std::nullopt;
        };
        rig.open();
        rig.command("changePolicy");
        rig.choosePolicy(QStringLiteral("Guld"));
        QVERIFY(says(*rig.window, QStringLiteral("It is not known how many points would expire.")));
        QVERIFY(rig.person().canUse(QStringLiteral("changePolicy.submit"))); // it can be done all the same
    }

    void aRefusalKeepsWhatWasChosen()
    {
        Rig rig;
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.method == contract::Method::Put && request.target.contains(QLatin1String("protectedItems"))) {
                return answer(409, errorBody(QStringLiteral("BMSUserErrorObjectLocked")));
            }
            return std::nullopt;
        };
        rig.open();
        rig.command("changePolicy");
        rig.choosePolicy(QStringLiteral("Guld"));
        rig.person().click(QStringLiteral("changePolicy.submit"));
        rig.pass(3);
        auto* failure = rig.person().find<views::MessageBar>(QStringLiteral("changePolicy.failure"));
        QVERIFY(failure != nullptr && failure->isVisible());
        QCOMPARE(rig.person().find<QComboBox>(QStringLiteral("enable.policy"))->currentText(), QStringLiteral("Guld"));
        const auto english = failure->sentence();
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(failure->sentence() != english);
        rig.backend.before = {};
        rig.person().click(QStringLiteral("changePolicy.submit"));
        rig.pass(4);
        QTRY_VERIFY(rig.person().find(QStringLiteral("changePolicy")) == nullptr);
        QCOMPARE(rig.known().policyName, QStringLiteral("Guld"));
    }

    void stopsAndKeeps()
    {
        Rig rig;
        rig.open();
        QVERIFY(!rig.action("resume")->isVisible());
        rig.command("stop");
        QVERIFY(says(*rig.window, QStringLiteral("are kept until you delete them")));
        QVERIFY(rig.person().find(QStringLiteral("stopBackup.name")) == nullptr); // nothing to type for that
        rig.person().type(QStringLiteral("stopBackup.comment"), QString(501, QLatin1Char('x')));
        rig.person().click(QStringLiteral("stopBackup.submit"));
        QVERIFY(!rig.errorAt("stopBackup.comment").isEmpty());
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("stopBackup.comment"))->text().size(), 501);
        rig.person().type(QStringLiteral("stopBackup.comment"), QString(500, QLatin1Char('x')));
        QVERIFY(rig.errorAt("stopBackup.comment").isEmpty());
        rig.person().click(QStringLiteral("stopBackup.submit"));
        rig.pass(4);
        QTRY_VERIFY(rig.person().find(QStringLiteral("stopBackup")) == nullptr);
        QCOMPARE(rig.known().state.value(), ProtectionState::ProtectionStopped);
        QVERIFY(rig.action("resume")->isVisible());
        QVERIFY(!rig.action("stop")->isVisible());
        QVERIFY(says(*rig.window, QStringLiteral("Backup is stopped.")));
    }

    void deletesOnlyWhatWasMeant_data()
    {
        QTest::addColumn<bool>("stopped");
        QTest::newRow("while it is protected") << false;
        QTest::newRow("when it is stopped") << true;
    }
    void deletesOnlyWhatWasMeant()
    {
        QFETCH(bool, stopped);
        Rig rig(stopped ? ProtectionState::ProtectionStopped : ProtectionState::Protected);
        rig.open();
        const auto blade = stopped ? QByteArray("deleteData") : QByteArray("stopBackup");
        const auto named = [&blade](const char* part) { return QString::fromLatin1(blade + '.' + part); };
        rig.command(stopped ? "delete" : "stop");
        if (!stopped) {
            rig.person().click(named("delete"));
            rig.pass(1);
        }
        QVERIFY(says(*rig.window, QStringLiteral("All recovery points of vm-web-01 will be deleted.")));
        QVERIFY(says(*rig.window, QStringLiteral("6 GB"))); // what goes, in bytes
        rig.person().click(named("submit"));
        for (const char* part : {"name", "reason", "consent"}) {
            QVERIFY2(!rig.errorAt((blade + '.' + part).constData()).isEmpty(), part);
        }
        QCOMPARE(rig.errorAt((blade + ".reason").constData()), QStringLiteral("Choose a reason.")); // ValReasonRequired
        QVERIFY(rig.person().find(named("name"))->hasFocus());
        rig.person().type(named("name"), QStringLiteral("VM-web-01")); // capitals matter
        rig.person().click(named("submit"));
        QVERIFY(!rig.errorAt((blade + ".name").constData()).isEmpty());
        QCOMPARE(rig.backend.items.size(), 1);
        paste(*rig.person().find<QLineEdit>(named("name")), QStringLiteral("vm-web-01 \n"));
        QVERIFY(rig.errorAt((blade + ".name").constData()).isEmpty());
        auto* reason = rig.person().find<QComboBox>(named("reason"));
        reason->setFocus();
        QTest::keyClick(reason, Qt::Key_Down);
        rig.person().find<QCheckBox>(named("consent"))->click();
        rig.person().click(named("submit"));
        rig.pass(4);
        QTRY_VERIFY(rig.person().find(QString::fromLatin1(blade)) == nullptr);
        QVERIFY(rig.backend.items.isEmpty());
    }

    //! As the vault has it.
    void deletedDataIsKeptAsLongAsTheVaultSays_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("card");
        QTest::addColumn<QString>("kept");
        QTest::newRow("en") << LanguageChoice::English << QStringLiteral("Soft-deleted for 30 days, then gone.")
                            << QStringLiteral("The data is kept for 30 more days free of charge and can be undeleted.");
        QTest::newRow("sv") << LanguageChoice::Swedish << QStringLiteral("Mjukt borttagna i 30 dagar, sedan borta.")
                            << QStringLiteral(
                                   "Data sparas kostnadsfritt i ytterligare 30 dagar och borttagningen kan ångras.");
    }
    void deletedDataIsKeptAsLongAsTheVaultSays()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, card);
        QFETCH(QString, kept);
        Rig rig(ProtectionState::Protected, words);
        rig.backend.vaults[0].softDelete = contract::SoftDelete::Enabled;
        rig.backend.vaults[0].softDeleteDays = 30;
        rig.open();
        rig.command("stop");
        QVERIFY2(says(*rig.window, card), qPrintable(wordsOf(*rig.window).join(QLatin1Char('\n'))));
        rig.person().click(QStringLiteral("stopBackup.delete"));
        rig.pass(1);
        QVERIFY2(says(*rig.window, kept), qPrintable(wordsOf(*rig.window).join(QLatin1Char('\n'))));
        keepPicture(*rig.window, QStringLiteral("stop-30-") + QLatin1String(QTest::currentDataTag()));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    void withoutSoftDeleteItIsAskedTwice()
    {
        Rig rig(ProtectionState::ProtectionStopped);
        rig.backend.vaults[0].softDelete = contract::SoftDelete::Disabled;
        rig.open();
        rig.command("delete");
        rig.person().type(QStringLiteral("deleteData.name"), QStringLiteral("vm-web-01"));
        auto* reason = rig.person().find<QComboBox>(QStringLiteral("deleteData.reason"));
        reason->setFocus();
        QTest::keyClick(reason, Qt::Key_Down);
        rig.person().find<QCheckBox>(QStringLiteral("deleteData.consent"))->click();
        rig.person().click(QStringLiteral("deleteData.submit"));
        rig.pass(3);
        QCOMPARE(rig.backend.items.size(), 1);
        auto* again = rig.person().find<views::Button>(QStringLiteral("deleteData.submit"));
        QCOMPARE(again->text(), QStringLiteral("Delete for good"));
        rig.person().click(QStringLiteral("deleteData.submit"));
        rig.pass(4);
        QVERIFY(rig.backend.items.isEmpty());
    }

    void resumesAndOffersToRestoreFirst()
    {
        Rig rig(ProtectionState::ProtectionStopped);
        rig.expire(1);
        rig.open();
        rig.command("resume");
        QVERIFY(says(*rig.window, QStringLiteral("1 recovery point will be removed.")));
        rig.person().click(QStringLiteral("resumeBackup.restore"));
        rig.pass(1);
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("restore"));
        rig.window->navigator().back();
        rig.pass(1);
        rig.command("resume");
        rig.person().click(QStringLiteral("resumeBackup.submit"));
        rig.pass(4);
        QTRY_VERIFY(rig.person().find(QStringLiteral("resumeBackup")) == nullptr);
        QCOMPARE(rig.known().state.value(), ProtectionState::Protected);
        QVERIFY(rig.told().join(QLatin1Char('\n')).contains(QStringLiteral("vm-web-01 is protected again")));
    }

    void undeletes()
    {
        Rig rig(ProtectionState::ProtectionStopped);
        rig.backend.items[0].softDeleted = true;
        rig.backend.items[0].deletedAt = rig.backend.now.addDays(-2);
        rig.backend.items[0].softDeleteDays = 14;
        rig.open();
        QVERIFY(says(*rig.window, QStringLiteral("12 days until permanent deletion")));
        for (const char* away : {"stop", "changePolicy", "resume", "delete"}) {
            QVERIFY2(!rig.action(away)->isVisible(), away);
        }
        QVERIFY(!rig.action("restore")->isEnabled());
        rig.command("undelete");
        rig.person().click(QStringLiteral("undelete.submit"));
        rig.pass(4);
        QTRY_VERIFY(rig.person().find(QStringLiteral("undelete")) == nullptr);
        QVERIFY(!rig.known().softDeleted);
        QVERIFY(rig.action("resume")->isVisible() && rig.action("resume")->isEnabled());
    }

    void aPointIsKeptAnotherTime()
    {
        Rig rig;
        rig.open();
        openPoint(rig, "point.open");
        QVERIFY(!rig.person().canUse(QStringLiteral("point.submit"))); // nothing has been changed
        rig.person().click(QStringLiteral("point.byDate"));
        rig.person().type(QStringLiteral("point.date"), QStringLiteral("2018-12-19")); // today
        rig.person().click(QStringLiteral("point.submit"));
        QVERIFY(!rig.errorAt("point.date").isEmpty());
        rig.person().type(QStringLiteral("point.date"), QStringLiteral("2020-01-31"));
        rig.person().find<QAbstractButton>(QStringLiteral("point.pin"))->click();
        rig.person().type(QStringLiteral("point.reason"), QStringLiteral("Bokslut"));
        rig.person().key(Qt::Key_Escape); // what was typed is not lost unasked
        QVERIFY(rig.person().find(QStringLiteral("point.unsaved")) != nullptr);
        rig.person().click(QStringLiteral("point.submit"));
        rig.pass(3);
        QTRY_VERIFY(rig.person().find(QStringLiteral("point")) == nullptr);
        const auto& point = rig.backend.points.last();
        QVERIFY(point.pinned && !point.held && point.expiryChosen);
        QCOMPARE(point.reason, QStringLiteral("Bokslut"));
        QCOMPARE(point.expiry->toTimeZone(QTimeZone("Europe/Stockholm")).date(), QDate(2020, 1, 31));
        openPoint(rig, "point.open");
        QVERIFY(rig.person().find<QAbstractButton>(QStringLiteral("point.byDate"))->isChecked());
        rig.person().click(QStringLiteral("point.byPolicy"));
        rig.person().click(QStringLiteral("point.submit"));
        rig.pass(3);
        QVERIFY(!rig.backend.points.last().expiryChosen);
    }

    void aPointIsDeleted()
    {
        Rig rig;
        rig.backend.removal.freedBytes = 1'500'000'000;
        rig.backend.removal.points = {{QStringLiteral("100000000000002"), rig.backend.now,
                                       Error{"RecoveryPointLastGood", "It is the newest good point.", {}, {}, {}}}};
        rig.open();
        openPoint(rig, "point.remove");
        QVERIFY2(says(*rig.window, QStringLiteral("1.5 GB")), "what that frees");
        rig.person().type(QStringLiteral("deletePoint.name"), QStringLiteral("vm-web-01"));
        rig.person().click(QStringLiteral("deletePoint.submit"));
        QVERIFY(!rig.errorAt("deletePoint.last").isEmpty()); // the newest good one only expressly
        QCOMPARE(rig.backend.points.size(), 3);
        rig.person().find<QCheckBox>(QStringLiteral("deletePoint.last"))->click();
        rig.person().click(QStringLiteral("deletePoint.submit"));
        rig.pass(3);
        QTRY_VERIFY(rig.person().find(QStringLiteral("deletePoint")) == nullptr);
        QCOMPARE(rig.backend.points.size(), 2);
        bool agreed = false;
        for (const auto& request : rig.transport->requests) {
            agreed = agreed
                || (request.method == contract::Method::Delete
                    && request.target.contains(QLatin1String("evenLastGood=true")));
        }
        QVERIFY(agreed);
    }

    void whatIsHeldCannotBeDeleted()
    {
        Rig rig;
        rig.backend.removal.points = {{QStringLiteral("100000000000002"), rig.backend.now,
                                       Error{"RecoveryPointHeld", "It is on hold.", {}, {}, {}}}};
        rig.open();
        openPoint(rig, "point.remove");
        QVERIFY(!rig.person().canUse(QStringLiteral("deletePoint.submit")));
        auto* failure = rig.person().find<views::MessageBar>(QStringLiteral("deletePoint.failure"));
        QVERIFY(failure != nullptr && failure->isVisible());
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QSize>("size");
        for (const char* place : {"point.open", "point.remove", "stop", "changePolicy"}) {
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
        Rig rig(ProtectionState::Protected, swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.expire(2);
        rig.open(size);
        if (place.startsWith(QLatin1String("point"))) {
            openPoint(rig, place.toLatin1().constData());
            if (place == QLatin1String("point.open")) {
                rig.person().click(QStringLiteral("point.byDate"));
            }
        } else {
            rig.command(place.toLatin1().constData());
        }
        rig.pass(1);
        keepPicture(*rig.window,
                    QStringLiteral("manage-")
                        + QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        const auto lost = lostStops(*rig.window);
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
    }

private:
    //! A command of the newest point, from its menu.
    static void openPoint(Rig& rig, const char* command)
    {
        auto* table = rig.person().find<views::Table>(QStringLiteral("points"));
        QVERIFY(table != nullptr && table->model()->rowCount() > 0);
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(table->viewport(), &event);
        settle();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (auto* action : menu->actions()) {
            if (action->objectName() == QLatin1String(command)) {
                action->trigger();
            }
        }
        menu->close();
        rig.pass(2);
    }
};

VALV_TEST(TestManage)

} // namespace tst_manage

#include "tst_manage.moc"

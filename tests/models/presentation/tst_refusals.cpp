// SPDX-License-Identifier: GPL-3.0-or-later
// What the backend refused is known from then on, by vault. Source: flows.md 0.9, J.
#include "presentation/stores/enableflow.h"
#include "presentation/stores/refusals.h"
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_refusals {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using contract::Method;

namespace {

struct Rig : SessionRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId other = backend.vaultId(QStringLiteral("valv-test"));
    ArmId vm = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId item = FakeBackend::itemId(vault, vm);
    bool refuses = true;

    Rig()
    {
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-test"));
        backend.addItem(vault, vm);
        backend.before = [this](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (refuses && request.method == Method::Post && request.target.contains(QLatin1String("/backup?"))) {
                return answer(403, errorBody(QStringLiteral("AuthorizationFailed")));
            }
            return std::nullopt;
        };
        start();
    }
    [[nodiscard]] Availability can(Deed deed, const ArmId& on) const { return session->refusals().can(deed, on); }
    void backupNow()
    {
        [[maybe_unused]] const auto asked = session->items().backupNow(item, std::nullopt);
        pass(5);
    }
};

} // namespace

class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasRefusedIsNotOfferedAgainInThatVault()
    {
        Rig rig;
        QSignalSpy changed(&rig.session->refusals(), &Refusals::changed);
        QVERIFY(rig.can(Deed::BackUp, rig.item));
        rig.backupNow();
        QCOMPARE(changed.count(), 1);
        const auto refused = rig.can(Deed::BackUp, rig.item);
        QVERIFY(!refused);
        QVERIFY2(refused.reason().contains(QLatin1String("Backup Operator"))
                     && refused.reason().contains(QLatin1String("valv-produktion")),
                 qPrintable(refused.reason()));
        QVERIFY(!rig.can(Deed::BackUp, rig.vault)); // for all that is in it: roles are given for vaults
        QVERIFY(rig.can(Deed::BackUp, rig.other));
        QVERIFY(rig.can(Deed::Restore, rig.item)); // other deeds may be allowed
        // What keeps it away anyway is said first.
        const auto running = Availability::no(QStringLiteral("UserErrorBackupOperationInProgress"));
        QCOMPARE(rig.session->refusals().can(Deed::BackUp, rig.item, running), running);
        QCOMPARE(rig.session->refusals().can(Deed::BackUp, rig.item, Availability::yes()), refused);
    }

    void onceItIsDoneItIsAllowed()
    {
        Rig rig;
        rig.backupNow();
        QVERIFY(!rig.can(Deed::BackUp, rig.item));
        rig.refuses = false; // somebody has given the role; the form that was refused is still open
        rig.backupNow();
        QVERIFY(rig.can(Deed::BackUp, rig.item));
    }

    void whoeverRefreshesForgets()
    {
        Rig rig;
        rig.backupNow();
        QVERIFY(!rig.can(Deed::BackUp, rig.item));
        rig.session->items().refresh(); // of itself: nobody has asked for it
        rig.pass(5);
        QVERIFY(!rig.can(Deed::BackUp, rig.item));
        rig.session->refreshAll();
        QVERIFY(rig.can(Deed::BackUp, rig.item));
    }

    void otherRefusalsAreNoQuestionOfAccess_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("by a policy of the organization") << 403 << QStringLiteral("UserErrorRequestDisallowedByPolicy");
        QTest::newRow("running") << 409 << QStringLiteral("UserErrorBackupOperationInProgress");
    }
    void otherRefusalsAreNoQuestionOfAccess()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        Rig rig;
        rig.backend.before = [&](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == Method::Post ? std::optional(Result<HttpResponse>(answer(status, errorBody(code))))
                                                  : std::nullopt;
        };
        rig.backupNow();
        QVERIFY(rig.can(Deed::BackUp, rig.item));
    }

    void eachDeedIsKnownByItsRequest_data()
    {
        QTest::addColumn<int>("deed");
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("below");
        const auto item = QStringLiteral("/backupFabrics/Azure/protectionContainers/c/protectedItems/i");
        const auto row = [](const char* name, Deed deed, Method method, const QString& below) {
            QTest::newRow(name) << static_cast<int>(deed) << static_cast<int>(method) << below;
        };
        row("back up", Deed::BackUp, Method::Post, item + QStringLiteral("/backup"));
        row("restore", Deed::Restore, Method::Post, item + QStringLiteral("/recoveryPoints/1/restore"));
        row("change", Deed::ChangeItem, Method::Put, item);
        row("delete data", Deed::DeleteData, Method::Delete, item);
        row("keep a point", Deed::KeepPoint, Method::Patch, item + QStringLiteral("/recoveryPoints/1"));
        row("delete a point", Deed::DeletePoint, Method::Delete, item + QStringLiteral("/recoveryPoints/1"));
        row("cancel", Deed::CancelJob, Method::Post, QStringLiteral("/backupJobs/1/cancel"));
        row("save policy", Deed::SavePolicy, Method::Put, QStringLiteral("/backupPolicies/p"));
        row("delete policy", Deed::DeletePolicy, Method::Delete, QStringLiteral("/backupPolicies/p"));
        row("change vault", Deed::ChangeVault, Method::Patch, {});
        row("replication", Deed::ConfigureStorage, Method::Put,
            QStringLiteral("/backupstorageconfig/vaultstorageconfig"));
        row("delete vault", Deed::DeleteVault, Method::Delete, {});
        const auto lock = QStringLiteral("/providers/Microsoft.Authorization/locks/l");
        row("add lock", Deed::AddLock, Method::Put, lock);
        row("delete lock", Deed::DeleteLock, Method::Delete, lock);
        row("save rule", Deed::SaveRule, Method::Put, QStringLiteral("/valvProtectionRules/r"));
        row("delete rule", Deed::DeleteRule, Method::Delete, QStringLiteral("/valvProtectionRules/r"));
    }
    void eachDeedIsKnownByItsRequest()
    {
        QFETCH(int, deed);
        QFETCH(int, method);
        QFETCH(QString, below);
        Refusals refusals;
        const auto vault = ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v"));
        refusals.note(static_cast<Method>(method), vault.text() + below + QStringLiteral("?api-version=1"), false);
        for (int each = 0; each <= static_cast<int>(Deed::DeleteRule); ++each) {
            const bool same = each == deed || (deed == int(Deed::ChangeItem) && each == int(Deed::Enable));
            QCOMPARE(bool(refusals.can(static_cast<Deed>(each), vault)), !same);
        }
    }

    //! A vault that is not there yet has no roles of its own: its group has.
    void makingAVaultIsRefusedForAGroup()
    {
        Refusals refusals;
        const auto group = ArmId::resourceGroup(QStringLiteral("s"), QStringLiteral("RG"));
        const auto other = ArmId::resourceGroup(QStringLiteral("s"), QStringLiteral("rg2"));
        const auto vault = ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v"));
        refusals.note(Method::Put, vault.text() + QStringLiteral("?api-version=1"), false);
        QVERIFY(!refusals.can(Deed::CreateVault, group));
        QVERIFY(refusals.can(Deed::CreateVault, group).reason().contains(QLatin1String("RG")));
        QVERIFY(refusals.can(Deed::CreateVault, other));
        QVERIFY(refusals.can(Deed::ChangeVault, vault));
        // The lock of a group is in no vault.
        const auto lock = group.text() + QStringLiteral("/providers/Microsoft.Authorization/locks/l");
        refusals.note(Method::Delete, lock, false);
        QVERIFY(!refusals.can(Deed::DeleteLock, group));
        QVERIFY(refusals.can(Deed::DeleteLock, vault));
    }

    void enablingTakesWhatItMakes()
    {
        Refusals refusals;
        const auto vault = ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v"));
        const auto policy = vault.text() + QStringLiteral("/backupPolicies/p");
        EnableRequest existing;
        existing.vault = vault;
        EnableRequest newPolicy = existing;
        newPolicy.newPolicy.emplace();
        newPolicy.newPolicy->name = QStringLiteral("p");
        EnableRequest newVault;
        newVault.newVault = NewVault{QStringLiteral("w"), QStringLiteral("s"), QStringLiteral("rg"), false, {}, {}};
        refusals.note(Method::Put, policy, false);
        QVERIFY(allowed(existing, refusals));
        QVERIFY(!allowed(newPolicy, refusals));
        QVERIFY(allowed(newVault, refusals));
        refusals.note(Method::Put, vault.text(), false);
        QVERIFY(allowed(existing, refusals));
        QVERIFY(!allowed(newVault, refusals));
        refusals.note(Method::Put,
                      vault.text() + QStringLiteral("/backupFabrics/Azure/protectionContainers/c/protectedItems/i"),
                      false);
        QVERIFY(!allowed(existing, refusals));
        // Less than what changes an item takes.
        QVERIFY(allowed(existing, refusals).reason().contains(QLatin1String("Backup Operator")));
        QVERIFY(refusals.can(Deed::ChangeItem, vault).reason().contains(QLatin1String("Backup Contributor")));
    }
};

VALV_TEST_GUILESS(RefusalsTest)

} // namespace tst_refusals

#include "tst_refusals.moc"

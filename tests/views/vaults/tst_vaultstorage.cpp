// SPDX-License-Identifier: GPL-3.0-or-later
// Replication, second location and integrity of a vault. Source: flows.md B4.
// backend. Source: flows.md B4, C1, D1, I5, I6.
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/radiocard.h"
#include "presentation/text/errortext.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"
#include "vaults/checkline.h"
#include "vaults/deletevaultblade.h"
#include "vaults/storageconfigblade.h"
#include "views/vaults/vaultrig.h"

#include <QCheckBox>
#include <QLineEdit>

namespace tst_vaultstorage {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using contract::BlockerKind;
using contract::JobOperation;
using contract::JobStatus;

class VaultStorageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replicationIsChosenWhileNothingIsProtected_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::newRow("sv") << LanguageChoice::Swedish;
        QTest::newRow("en") << LanguageChoice::English;
    }
    void replicationIsChosenWhileNothingIsProtected()
    {
        QFETCH(LanguageChoice, words);
        VaultRig rig(words);
        rig.open("infrastructure");
        rig.press("infrastructure.configuration");
        rig.pass(1);
        auto* geo = rig.person().find<RadioCard>(QStringLiteral("storage.geo"));
        auto* local = rig.person().find<RadioCard>(QStringLiteral("storage.local"));
        QVERIFY(geo->isChecked());
        QVERIFY(!rig.canPress("storage.save"));
        local->click();
        rig.pass(0);
        QVERIFY(rig.canPress("storage.save"));
        rig.press("storage.save"); // the consequence is not confirmed
        rig.pass(1);
        QVERIFY(rig.stored().redundancy == contract::StorageModel::GeoRedundant);
        // Unsaved changes keep the blade.
        rig.person().key(Qt::Key_Escape);
        auto* blade = rig.window->findChild<StorageConfigBlade*>();
        QVERIFY(blade != nullptr && blade->isOpen());
        QVERIFY(rig.bar("storage.unsaved") != nullptr);
        rig.pass(0);
        keep(*rig.window);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        rig.person().find<QCheckBox>(QStringLiteral("storage.understood"))->click();
        rig.press("storage.save");
        rig.pass(2);
        QVERIFY(rig.stored().redundancy == contract::StorageModel::LocallyRedundant);
        QTRY_VERIFY(rig.person().find(QStringLiteral("storage.save")) == nullptr); // as was wanted before
        rig.press("infrastructure.configuration");
        rig.pass(1);
        QVERIFY(!rig.canPress("storage.save"));
        geo = rig.person().find<RadioCard>(QStringLiteral("storage.geo"));
        local = rig.person().find<RadioCard>(QStringLiteral("storage.local"));
        geo->click();
        rig.person().type(QStringLiteral("storage.folder"), QStringLiteral("/mnt/kopia"));
        rig.press("storage.discard");
        QVERIFY(local->isChecked());
        geo->click();
        rig.person().type(QStringLiteral("storage.folder"), QStringLiteral("/mnt/kopia"));
        rig.press("storage.save");
        rig.pass(2);
        QCOMPARE(rig.backend.storage.value(rig.vault).secondFolder.value_or(QString()), QStringLiteral("/mnt/kopia"));
    }

    //! Who wanted to leave does so also when it is saved at the second try.
    void aRefusedReplicationIsTriedAgain()
    {
        VaultRig rig;
        rig.open("infrastructure");
        rig.press("infrastructure.configuration");
        rig.pass(1);
        rig.person().type(QStringLiteral("storage.folder"), QStringLiteral("/mnt/kopia"));
        rig.person().key(Qt::Key_Escape);
        QVERIFY(rig.bar("storage.unsaved") != nullptr);
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Put
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.press("storage.save");
        rig.pass(1);
        auto* failure = rig.bar("storage.failure");
        QVERIFY(failure != nullptr);
        QVERIFY(failure->sentence().startsWith(QLatin1String("The configuration could not be saved.")));
        rig.backend.before = {};
        Q_EMIT failure->actionTriggered();
        rig.pass(2);
        QCOMPARE(rig.backend.storage.value(rig.vault).secondFolder.value_or(QString()), QStringLiteral("/mnt/kopia"));
        QTRY_VERIFY(rig.person().find(QStringLiteral("storage.save")) == nullptr);
    }

    void replicationIsLockedOnceItemsExist()
    {
        VaultRig rig;
        rig.backend.storage[rig.vault].redundancy = contract::StorageModel::GeoRedundant;
        rig.backend.storage[rig.vault].locked = true;
        rig.open("infrastructure");
        rig.press("infrastructure.configuration");
        rig.pass(1);
        auto* local = rig.person().find<RadioCard>(QStringLiteral("storage.local"));
        QVERIFY(!local->isEnabled());
        QVERIFY(rig.bar("storage.message")
                    ->sentence()
                    .contains(QStringLiteral("cannot be changed once backup has been configured")));
        QVERIFY(rig.canPress("storage.folder")); // the second location still can
    }

    void aRefusedFolderStandsBesideItsField()
    {
        VaultRig rig;
        rig.open("infrastructure");
        rig.press("infrastructure.configuration");
        rig.pass(1);
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.method != contract::Method::Put) {
                return std::nullopt;
            }
            return answer(
                400,
                {{QStringLiteral("error"),
                  QJsonObject{{QStringLiteral("code"), QStringLiteral("BMSUserErrorInvalidInput")},
                              {QStringLiteral("message"), QStringLiteral("No.")},
                              {QStringLiteral("details"),
                               QJsonArray{QJsonObject{
                                   {QStringLiteral("code"), QStringLiteral("ValSecondLocationNotEmpty")},
                                   {QStringLiteral("message"), QStringLiteral("The folder is not empty.")}}}}}}});
        };
        rig.person().type(QStringLiteral("storage.folder"), QStringLiteral("/home"));
        rig.press("storage.save");
        rig.pass(2);
        QVERIFY(rig.field("storage.folder")->hasError());
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("storage.folder"))->text(), QStringLiteral("/home"));
    }

    void theSecondLocationIsTold()
    {
        VaultRig rig;
        contract::Replication second;
        second.state = contract::ReplicationState::Behind;
        second.behindBytes = 5'000'000'000;
        second.behindSince = rig.backend.now.addDays(-1);
        second.lastChecked = rig.backend.now.addDays(-2);
        second.sameDisk = true;
        rig.stored().secondFolder = QStringLiteral("/mnt/kopia");
        rig.stored().replication = second;
        rig.open("infrastructure");
        QVERIFY(says(*rig.window, QStringLiteral("Behind")));
        QVERIFY(says(*rig.window, QStringLiteral("5 GB")));
        QVERIFY(rig.bar("infrastructure.secondProblem")->sentence().contains(QStringLiteral("same disk")));
        QVERIFY(rig.canPress("infrastructure.copyNow"));
        rig.press("infrastructure.copyNow");
        rig.pass(1);
        QCOMPARE(rig.asked("/valv/copyNow"), 1);
    }

    void copyingThatIsRefusedStaysSaid()
    {
        VaultRig rig;
        contract::Replication second;
        second.state = contract::ReplicationState::Behind;
        rig.stored().secondFolder = QStringLiteral("/mnt/valv2");
        rig.stored().replication = second;
        rig.open("infrastructure");
        rig.refuse("InternalServerError", contract::Method::Post);
        rig.press("infrastructure.copyNow");
        rig.pass(60);
        const auto said = [&rig] { return rig.bar("infrastructure.secondProblem")->sentence(); };
        const auto refused = QStringLiteral("Copying could not be started.");
        QVERIFY(rig.bar("infrastructure.secondProblem")->isVisible());
        QVERIFY2(said().contains(refused), qPrintable(said()));
        keep(*rig.window);
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.stored().secondFolder = QStringLiteral("/mnt/valv3"); // the page is made anew from what is read
        rig.session->vaults().refresh();
        rig.pass(2);
        QVERIFY(says(*rig.window, QStringLiteral("/mnt/valv3")));
        QVERIFY2(said().contains(refused), qPrintable(said()));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY2(!said().isEmpty() && !said().contains(refused), qPrintable(said()));
        rig.speak(LanguageChoice::English);
        rig.backend.before = {};
        const int before = rig.asked("/valv/copyNow");
        QVERIFY(pressSaying(*rig.bar("infrastructure.secondProblem"), QStringLiteral("Try again")));
        rig.pass(1);
        QCOMPARE(rig.asked("/valv/copyNow") - before, 1);
        QVERIFY(rig.bar("infrastructure.secondProblem") == nullptr);
    }

    void theIntegrityIsTold_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English)
                                 << QStringList{QStringLiteral("Damage found"), QStringLiteral("fil-01"),
                                                QStringLiteral("1 MB of the disk os"),
                                                QStringLiteral("2 damaged files in the vault."),
                                                QStringLiteral("3 files, from the second location")};
        QTest::newRow("Swedish") << static_cast<int>(LanguageChoice::Swedish)
                                 << QStringList{QStringLiteral("Skador hittade"), QStringLiteral("fil-01"),
                                                QStringLiteral("1 MB av disken os"),
                                                QStringLiteral("2 skadade filer i valvet."),
                                                QStringLiteral("3 filer, från den andra platsen")};
    }
    void theIntegrityIsTold()
    {
        QFETCH(int, words);
        QFETCH(QStringList, said);
        VaultRig rig(static_cast<LanguageChoice>(words));
        contract::Integrity integrity;
        integrity.state = contract::IntegrityState::Damaged;
        integrity.lastChecked = rig.backend.now.addDays(-1);
        integrity.damagedFiles = 2;
        integrity.damage = {{QStringLiteral("1"), rig.backend.now.addDays(-3), QStringLiteral("fil-01"),
                             QStringLiteral("os"), 1'000'000}};
        integrity.repairedFiles = 3;
        integrity.lastRepaired = rig.backend.now.addDays(-30);
        rig.stored().integrity = integrity;
        rig.open("properties");
        for (const auto& text : said) {
            QVERIFY2(says(*rig.window, text), qPrintable(text));
        }
        QVERIFY(rig.canPress("properties.checkNow"));
        rig.press("properties.checkNow");
        rig.pass(1);
        QCOMPARE(rig.asked("/valv/checkNow"), 1);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    //! While it is checked that is said, and it can't be asked for again; a connection that does not tell shows
    //! nothing.
    void aCheckThatRuns()
    {
        VaultRig rig;
        contract::Integrity integrity;
        integrity.state = contract::IntegrityState::Checking;
        integrity.progress = 40;
        rig.stored().integrity = integrity;
        rig.open("properties");
        QVERIFY(says(*rig.window, QStringLiteral("Being checked")));
        QVERIFY(says(*rig.window, QStringLiteral("40%")));
        QVERIFY(!rig.canPress("properties.checkNow"));
        integrity.state = contract::IntegrityState::Whole; // it is followed by itself
        rig.stored().integrity = integrity;
        rig.pass(3);
        QVERIFY(rig.canPress("properties.checkNow"));
        rig.stored().integrity.reset();
        rig.session->vaults().refresh();
        rig.pass(1);
        QTRY_VERIFY_WITH_TIMEOUT(rig.person().find(QStringLiteral("properties.checkNow")) == nullptr, 20'000);
    }
};

VALV_TEST(VaultStorageTest)

} // namespace tst_vaultstorage

#include "tst_vaultstorage.moc"

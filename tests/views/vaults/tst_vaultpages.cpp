// SPDX-License-Identifier: GPL-3.0-or-later
// Dashboard, tags, locks, properties, infrastructure and deletion of a vault, through real widgets over the fake
// backend. Source: flows.md B4, C1, D1, I5, I6.
#include "controls/chart.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/pillgroup.h"
#include "controls/radiocard.h"
#include "controls/statusrow.h"
#include "controls/tile.h"
#include "controls/toggle.h"
#include "presentation/text/errortext.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"
#include "vaults/checkline.h"
#include "vaults/deletevaultblade.h"
#include "vaults/storageconfigblade.h"

#include <QCheckBox>
#include <QDir>
#include <QLineEdit>

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using contract::BlockerKind;
using contract::JobOperation;
using contract::JobStatus;

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

struct VaultRig : PageRig
{
    ArmId vault;

    explicit VaultRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
        , vault(backend.vaultId(QStringLiteral("valv-produktion")))
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        auto& made = backend.vaults.last();
        made.redundancy = contract::StorageModel::GeoRedundant;
        made.softDelete = contract::SoftDelete::Enabled;
        made.immutability = contract::Immutability::Disabled;
        made.folder = QStringLiteral("/srv/valv/vaults/valv-produktion");
    }
    //! Three items: one protected, one that failed, one that waits; jobs of the last days; what the vault held.
    void fill()
    {
        for (const char* name : {"sql-prod-01", "fil-01", "app-order-01", "vm-web-01"}) {
            backend.addVm(QLatin1String(name));
        }
        const auto item = [this](const char* name) { return backend.itemId(vault, backend.vmId(QLatin1String(name))); };
        backend.addItem(vault, backend.vmId(QStringLiteral("sql-prod-01"))).lastBackupStatus =
            contract::LastBackupStatus::Completed;
        auto& failed = backend.addItem(vault, backend.vmId(QStringLiteral("fil-01")));
        failed.lastBackupStatus = contract::LastBackupStatus::Failed;
        failed.lastBackupTime = backend.now.addSecs(-3600);
        backend.addItem(vault, backend.vmId(QStringLiteral("app-order-01")), contract::ProtectionState::IRPending);
        backend.addJob(item("sql-prod-01"), JobOperation::Backup, JobStatus::Completed, backend.now.addDays(-1));
        backend.addJob(item("fil-01"), JobOperation::Backup, JobStatus::Failed, backend.now.addSecs(-3600));
        auto& running = backend.addJob(item("sql-prod-01"), JobOperation::Backup, JobStatus::InProgress, backend.now);
        running.progress = 64;
        backend.stored.insert(vault, 2'420'000'000'000);
        for (int day = 20; day >= 0; --day) {
            backend.samples.append({backend.now.addDays(-day), 2'420'000'000'000 - day * 28'000'000'000LL, 0});
        }
    }
    void open(const char* part = "overview", QSize size = {1440, 900})
    {
        show({QStringLiteral("vault"), vault.text(), QLatin1String(part)}, size);
        pass(2);
    }
    [[nodiscard]] Route here() const { return window->navigator().current(); }
    [[nodiscard]] MessageBar* bar(const char* name) const { return person().find<MessageBar>(QLatin1String(name)); }
    [[nodiscard]] Field* field(const char* control) const
    {
        for (auto* at = person().find(QLatin1String(control)); at != nullptr; at = at->parentWidget()) {
            if (auto* found = qobject_cast<Field*>(at)) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool canPress(const char* name) const { return person().canUse(QLatin1String(name)); }
    void press(const char* name) { person().click(QLatin1String(name)); }
    void refuse(const char* code, contract::Method method = contract::Method::Patch)
    {
        backend.before = [code, method](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == method
                ? std::optional<Result<HttpResponse>>(answer(409, errorBody(QLatin1String(code))))
                : std::nullopt;
        };
    }
    [[nodiscard]] contract::Vault& stored() { return backend.vaults.first(); }
};

QStringList lines(const Blade& blade)
{
    QStringList found;
    for (auto* line : blade.findChildren<CheckLine*>()) {
        QString said = (line->kind() == StatusKind::Ok ? QStringLiteral("+ ") : QStringLiteral("- ")) + line->text();
        for (const auto& link : line->links()) {
            said += QLatin1Char('|') + link.text;
        }
        found.append(said);
    }
    return found;
}

} // namespace

class VaultPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDashboardCounts()
    {
        VaultRig rig;
        rig.fill();
        rig.open();
        QCOMPARE(rig.page()->heading().title, QStringLiteral("valv-produktion"));
        const auto name = [&rig](const char* counter) {
            return rig.person().find<Counter>(QLatin1String(counter))->accessibleName();
        };
        QCOMPARE(name("vault.itemCount"), QStringLiteral("Virtual machines: 3"));
        QCOMPARE(name("vault.unprotected"), QStringLiteral("Unprotected: 1"));
        QCOMPARE(name("vault.running"), QStringLiteral("In progress: 1"));
        QCOMPARE(name("vault.failed"), QStringLiteral("Failed: 1"));
        QVERIFY(says(*rig.window, QStringLiteral("2.42 TB")));
        QVERIFY(says(*rig.window, QStringLiteral("+28 GB a day on average")));
        QVERIFY(says(*rig.window, QStringLiteral("fil-01: the last backup failed")));
        QVERIFY(says(*rig.window, QStringLiteral("64%")));
        auto* growth = rig.person().find<AreaChart>(QStringLiteral("vault.growth"));
        QCOMPARE(growth->itemCount(), 21);
        QVERIFY(growth->itemName(20).contains(QStringLiteral("TB")));
        auto* days = rig.person().find<StackedBars>(QStringLiteral("vault.jobsPerDay"));
        QCOMPARE(days->itemCount(), 14);
        QVERIFY2(days->itemName(13).contains(QStringLiteral("1 failed")), qPrintable(days->itemName(13)));
        QVERIFY2(days->itemName(12).contains(QStringLiteral("1 completed")), qPrintable(days->itemName(12)));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(name("vault.unprotected"), QStringLiteral("Oskyddade: 1"));
        QVERIFY(says(*rig.window, QStringLiteral("2,42 TB")));
        QVERIFY(says(*rig.window, QStringLiteral("fil-01: senaste kopian misslyckades")));
    }

    //! Only to who has entered prices, and never by half. Source: flows.md H2–H4.
    void whatItCostsIsSaid()
    {
        VaultRig rig;
        rig.fill();
        for (auto& item : rig.backend.items) {
            item.sourceBytes = 60'000'000'000; // one instance each
        }
        rig.backend.vaults.first().redundancy = contract::StorageModel::GeoRedundant;
        rig.open();
        const auto label = QStringLiteral("Estimated monthly cost");
        QVERIFY(!says(*rig.page(), label));
        presentation::Prices prices;
        prices.full = 100;
        rig.settings.setPrices(prices);
        rig.pass(1);
        QVERIFY(says(*rig.page(), label));
        QVERIFY(says(*rig.page(), QStringLiteral("(a price or a size is missing)")));
        prices.geo = 0.5;
        rig.settings.setPrices(prices);
        rig.pass(1);
        QVERIFY2(says(*rig.page(), QStringLiteral("1,510.00")),
                 qPrintable(wordsOf(*rig.page()).filter(QStringLiteral("SEK")).join(QLatin1Char('|'))));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(says(*rig.page(), QStringLiteral("Uppskattad månadskostnad")));
        rig.speak(LanguageChoice::English);
        rig.open("properties");
        QVERIFY(says(*rig.page(), QStringLiteral("1,510.00")));
    }

    void theTilesLeadToFilteredPages()
    {
        VaultRig rig;
        rig.fill();
        rig.open();
        rig.press("vault.running");
        rig.pass(1);
        QCOMPARE(rig.here(), (Route{QStringLiteral("jobs"), rig.vault.text(), QStringLiteral("running")}));
        QCOMPARE(rig.person().find<PillGroup>(QStringLiteral("jobs.states"))->currentIndex(), 1);
        QVERIFY(!rig.page()->resourceMenu().isEmpty()); // still in the vault
        rig.window->navigator().back();
        rig.pass(1);
        rig.press("vault.failed");
        rig.pass(1);
        QCOMPARE(rig.here().part, QStringLiteral("failed"));
        QCOMPARE(rig.person().find<PillGroup>(QStringLiteral("jobs.states"))->currentIndex(), 2);
    }

    void anEmptyVaultSaysWhatIsNext()
    {
        VaultRig rig(LanguageChoice::Swedish);
        rig.backend.addVm(QStringLiteral("vm-web-01"));
        rig.open();
        auto* nudge = rig.bar("vault.nudge");
        QVERIFY(nudge != nullptr && nudge->isVisible());
        QVERIFY(nudge->sentence().contains(QStringLiteral("1 oskyddad virtuell dator i regionen")));
        QVERIFY(says(*rig.window, QStringLiteral("Inget kräver åtgärd.")));
        QVERIFY(says(*rig.window, QStringLiteral("Här visas hur valvet växer")));
        Q_EMIT nudge->actionTriggered();
        rig.pass(1);
        QCOMPARE(rig.here(), (Route{QStringLiteral("vault"), rig.vault.text(), QStringLiteral("backup")}));
    }

    void aFirstBackupIsSuggested()
    {
        VaultRig rig;
        rig.fill();
        rig.open();
        auto* nudge = rig.bar("vault.nudge");
        QVERIFY(nudge->sentence().contains(QStringLiteral("1 item waits for the first backup")));
        Q_EMIT nudge->actionTriggered();
        rig.pass(1);
        QVERIFY(rig.person().find(QStringLiteral("backupNow")) != nullptr);
    }

    void aVaultThatIsNotThereSaysSo()
    {
        VaultRig rig;
        rig.show(
            {QStringLiteral("vault"), rig.backend.vaultId(QStringLiteral("borta")).text(), QStringLiteral("overview")});
        rig.pass(1);
        QVERIFY(rig.bar("vault.problem") != nullptr);
        QVERIFY(rig.bar("vault.problem")->sentence().contains(QStringLiteral("The vault is not there.")));
    }

    void tagsAreSavedTogether()
    {
        VaultRig rig;
        rig.stored().tags.insert(QStringLiteral("miljö"), QStringLiteral("test"));
        rig.open("tags");
        QVERIFY(says(*rig.window, QStringLiteral("test")));
        QVERIFY(!rig.canPress("tags.save"));
        rig.press("tags.add");
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("MILJÖ"));
        rig.press("tags.take");
        QVERIFY(rig.field("tags.name")->error().contains(QStringLiteral("already a tag")));
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("a/b"));
        QVERIFY(rig.field("tags.name")->error().contains(QStringLiteral("“/”")));
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("ägare"));
        rig.person().type(QStringLiteral("tags.value"), QStringLiteral("drift"));
        rig.press("tags.take");
        QVERIFY(!rig.page()->unsaved().isEmpty());
        rig.refuse("ScopeLocked");
        rig.press("tags.save");
        QVERIFY(!rig.canPress("tags.add")); // what is changed meanwhile would be taken for saved
        rig.pass(2);
        QVERIFY(rig.canPress("tags.add"));
        QVERIFY(rig.bar("tags.message") != nullptr); // and what was typed is still there
        QVERIFY(rig.canPress("tags.save"));
        rig.backend.before = nullptr;
        rig.press("tags.save");
        rig.pass(2);
        QCOMPARE(rig.stored().tags.value(QStringLiteral("ägare")), QStringLiteral("drift"));
        QCOMPARE(rig.stored().tags.size(), 2);
        QVERIFY(rig.page()->unsaved().isEmpty());
    }

    void locksAreAddedAndDeleted()
    {
        VaultRig rig;
        contract::ManagementLock service;
        service.name = QStringLiteral("stopp");
        service.id = contract::ManagementLock::idOf(
            ArmId::resourceGroup(rig.backend.subscription, QStringLiteral("AzureBackupRG_swedencentral_1")),
            service.name);
        service.level = contract::LockLevel::CanNotDelete;
        rig.backend.locks.append(service);
        rig.open("locks");
        QVERIFY(rig.bar("locks.service") != nullptr); // G6
        QVERIFY(rig.bar("locks.service")->sentence().contains(QStringLiteral("AzureBackupRG_swedencentral_1")));
        rig.press("locks.add");
        QVERIFY(rig.field("locks.name")->hasError());
        rig.person().type(QStringLiteral("locks.name"), QStringLiteral("rör-ej"));
        rig.press("locks.add");
        rig.pass(2);
        QCOMPARE(rig.backend.locks.size(), 2);
        QCOMPARE(rig.backend.locks.last().scope(), rig.vault);
        QVERIFY(says(*rig.window, QStringLiteral("rör-ej")));
        for (auto* button : rig.window->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->accessibleName() == QStringLiteral("Delete the lock rör-ej")) {
                button->click();
                break;
            }
        }
        rig.pass(2);
        QCOMPARE(rig.backend.locks.size(), 1);
    }

    void softDeleteIsAskedBeforeItGoesOff()
    {
        VaultRig rig;
        rig.open("properties");
        auto* toggle = rig.person().find<Toggle>(QStringLiteral("properties.softDelete"));
        QVERIFY(toggle->isChecked());
        rig.press("properties.softDelete");
        rig.pass(1);
        QVERIFY(toggle->isChecked()); // not yet
        QCOMPARE(rig.stored().softDelete.value(), contract::SoftDelete::Enabled);
        QVERIFY(rig.bar("properties.question") != nullptr);
        Q_EMIT rig.bar("properties.question")->actionTriggered();
        rig.pass(2);
        QCOMPARE(rig.stored().softDelete.value(), contract::SoftDelete::Disabled);
        QVERIFY(!toggle->isChecked());
        rig.press("properties.softDelete"); // on again needs no question
        rig.pass(2);
        QCOMPARE(rig.stored().softDelete.value(), contract::SoftDelete::Enabled);
    }

    void immutabilityIsLockedUntilADate()
    {
        VaultRig rig;
        rig.open("properties");
        QVERIFY(!rig.canPress("properties.lock"));
        rig.press("properties.immutable");
        rig.pass(2);
        QCOMPARE(rig.stored().immutability.value(), contract::Immutability::Unlocked);
        QVERIFY(rig.canPress("properties.lock"));
        rig.person().type(QStringLiteral("properties.until"), QStringLiteral("18 Dec 2018"));
        rig.press("properties.lock");
        QVERIFY(rig.field("properties.until")->hasError()); // yesterday
        rig.person().type(QStringLiteral("properties.until"), QStringLiteral("31 Jan 2019"));
        rig.press("properties.lock");
        QVERIFY(rig.bar("properties.question")->sentence().contains(QStringLiteral("31 Jan 2019")));
        Q_EMIT rig.bar("properties.question")->actionTriggered();
        rig.pass(2);
        QCOMPARE(rig.stored().immutability.value(), contract::Immutability::Locked);
        QCOMPARE(rig.stored().immutableUntil->toTimeZone(QTimeZone("Europe/Stockholm")).date(), QDate(2019, 2, 1));
        QVERIFY(!rig.canPress("properties.immutable")); // nobody can turn it off
    }

    void aRefusedSettingGoesBackAndSaysWhy()
    {
        VaultRig rig;
        rig.open("properties");
        rig.refuse("ScopeLocked");
        rig.press("properties.immutable");
        rig.pass(2);
        QVERIFY(rig.bar("properties.message") != nullptr);
        QVERIFY(!rig.person().find<Toggle>(QStringLiteral("properties.immutable"))->isChecked());
    }

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

    //! The menu has what the connection can do, and no dead entries; an old link leads to the vault. Source: flows.md
    //! 0.12.
    void rulesAreWhereTheyWork_data()
    {
        QTest::addColumn<bool>("azure");
        QTest::newRow("Valv's engine") << false;
        QTest::newRow("Azure") << true;
    }
    void rulesAreWhereTheyWork()
    {
        QFETCH(bool, azure);
        PageRig rig(LanguageChoice::English,
                    azure ? client::Capabilities::azure() : client::Capabilities::local(QStringLiteral("kvm01")));
        rig.backend.addVault(QStringLiteral("valv-produktion"));
        const auto vault = rig.backend.vaultId(QStringLiteral("valv-produktion"));
        rig.show({QStringLiteral("vault"), vault.text(), QStringLiteral("overview")});
        QStringList parts;
        for (const auto& entry : rig.page()->resourceMenu()) {
            parts.append(entry.route.part.isEmpty() ? entry.route.page : entry.route.part);
        }
        QCOMPARE(parts.contains(QStringLiteral("rules")), !azure);
        QCOMPARE(parts.indexOf(QStringLiteral("policies")), parts.indexOf(QStringLiteral("items")) + (azure ? 1 : 2));
        rig.window->navigator().open({QStringLiteral("vault"), vault.text(), QStringLiteral("rules")});
        rig.pass(1);
        QCOMPARE(rig.page()->inherits("valv::views::RulesPage"), !azure);
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
        rig.person().type(QStringLiteral("deleteVault.name"), QStringLiteral("valv-produktion"));
        rig.press("deleteVault.submit");
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

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QSize>("size");
        for (const char* part : {"overview", "tags", "infrastructure", "properties", "locks"}) {
            for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
                for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                    QTest::addRow("%s %d %d", part, static_cast<int>(words), size.width())
                        << QString::fromLatin1(part) << words << size;
                }
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(QString, part);
        QFETCH(LanguageChoice, words);
        QFETCH(QSize, size);
        VaultRig rig(words);
        rig.fill();
        rig.stored().tags.insert(QStringLiteral("miljö"), QStringLiteral("test"));
        rig.stored().secondFolder = QStringLiteral("/mnt/kopia");
        contract::Replication second;
        second.state = contract::ReplicationState::Current;
        second.lastCopied = rig.backend.now;
        rig.stored().replication = second;
        // How often stands at the end of a long headline.
        const auto file = rig.backend.itemId(rig.vault, rig.backend.vmId(QStringLiteral("fil-01")));
        rig.backend.addAlert(QStringLiteral("BackupFailed"), contract::AlertSeverity::Critical, file, rig.backend.now)
            .count = 12;
        rig.open(part.toLatin1().constData(), size);
        rig.pass(0);
        keep(*rig.window);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        const auto lost = lostStops(*rig.window);
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
    }
};

QTEST_MAIN(VaultPagesTest)
#include "tst_vaultpages.moc"

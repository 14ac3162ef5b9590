// SPDX-License-Identifier: GPL-3.0-or-later
// Dashboard, tags, locks, properties, infrastructure and deletion of a vault, through real widgets over the fake
// backend. Source: flows.md B4, C1, D1, I5, I6.
#include "controls/chart.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/pillgroup.h"
#include "controls/statusrow.h"
#include "controls/table.h"
#include "controls/tile.h"
#include "controls/toggle.h"
#include "presentation/text/errortext.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"
#include "vaults/checkline.h"
#include "vaults/deletevaultblade.h"
#include "vaults/storageconfigblade.h"
#include "views/vaults/vaultrig.h"

namespace tst_vaultpages {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using contract::BlockerKind;
using contract::JobOperation;
using contract::JobStatus;

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

    void severalFirstBackupsAreSuggestedTogether()
    {
        VaultRig rig;
        rig.fill();
        rig.backend.addVm(QStringLiteral("vm-ny"));
        rig.backend.addItem(rig.vault, rig.backend.vmId(QStringLiteral("vm-ny"))).state =
            contract::ProtectionState::IRPending;
        rig.open();
        auto* nudge = rig.bar("vault.nudge");
        QVERIFY2(nudge->sentence().contains(QStringLiteral("2 items wait for the first backup")),
                 qPrintable(nudge->sentence()));
        QVERIFY(pressSaying(*nudge, QStringLiteral("Backup now"))); // what it does is what it says
        rig.pass(1);
        auto* blade = rig.person().find(QStringLiteral("backupNow"));
        QVERIFY(blade != nullptr);
        QVERIFY(says(*blade, QStringLiteral("vm-ny")));
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

    //! A tag that is typed and not yet added is not lost: it is asked about, and saved with the others.
    void aTagThatIsTypedIsSavedToo()
    {
        VaultRig rig;
        rig.open("tags");
        rig.press("tags.add");
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("ägare"));
        rig.person().type(QStringLiteral("tags.value"), QStringLiteral("drift"));
        QVERIFY(!rig.page()->unsaved().isEmpty());
        rig.press("tags.discard");
        QVERIFY(rig.page()->unsaved().isEmpty());
        rig.press("tags.add");
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("ägare"));
        rig.person().type(QStringLiteral("tags.value"), QStringLiteral("drift"));
        rig.press("tags.save");
        rig.pass(2);
        QCOMPARE(rig.stored().tags.value(QStringLiteral("ägare")), QStringLiteral("drift"));
        QVERIFY(rig.page()->unsaved().isEmpty());
    }

    void numbersLeadToWhatTheyCount()
    {
        VaultRig rig;
        rig.fill();
        rig.backend.items[0].health = contract::HealthStatus::ActionSuggested;
        rig.backend.items[1].health = contract::HealthStatus::ActionRequired;
        rig.open();
        const auto lead = [&rig](const QString& row) {
            for (auto* button : rig.page()->findChildren<CountRow*>()) {
                if (button->isVisible() && button->accessibleName().contains(row)) {
                    button->click();
                    rig.pass(1);
                    return true;
                }
            }
            return false;
        };
        QVERIFY(lead(QStringLiteral("First backup pending")));
        QCOMPARE(rig.here().part, QStringLiteral("state=pending"));
        QCOMPARE(rig.person().find<Table>(QStringLiteral("items"))->model()->rowCount(), 1);
        for (const auto& [row, part, machine] : {std::tuple("Pre-check: warning", "check=suggested", "sql-prod-01"),
                                                 std::tuple("Pre-check: critical", "check=required", "fil-01")}) {
            rig.window->navigator().back();
            rig.pass(1);
            QVERIFY(lead(QLatin1String(row)));
            QCOMPARE(rig.here().part, QLatin1String(part));
            const auto* items = rig.person().find<Table>(QStringLiteral("items"))->model();
            QCOMPARE(items->rowCount(), 1);
            QCOMPARE(items->index(0, 0).data().toString(), QLatin1String(machine));
        }
        rig.window->navigator().back();
        rig.pass(1);
        rig.press("vault.unprotected");
        rig.pass(1);
        QCOMPARE(rig.here().part, QStringLiteral("unprotected"));
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
        // It is told what that means, and can be taken back as it was.
        QVERIFY(rig.bar("locks.removed") != nullptr);
        QVERIFY(rig.bar("locks.removed")->sentence().contains(QStringLiteral("The lock rör-ej has been deleted.")));
        keepPicture(*rig.window, QStringLiteral("lock-removed"));
        QCOMPARE(faultsOf(*rig.window), QString());
        QVERIFY(pressSaying(*rig.bar("locks.removed"), QStringLiteral("Undo")));
        rig.pass(2);
        QCOMPARE(rig.backend.locks.size(), 2);
        QCOMPARE(rig.backend.locks.last().name, QStringLiteral("rör-ej"));
        QCOMPARE(rig.backend.locks.last().scope(), rig.vault);
        QVERIFY(rig.bar("locks.removed") == nullptr);
    }

    //! The offer stays while it is refused, and says why in the language of now.
    void aLockThatCannotBeTakenBack()
    {
        VaultRig rig;
        contract::ManagementLock lock;
        lock.name = QStringLiteral("rör-ej");
        lock.id = contract::ManagementLock::idOf(rig.vault, lock.name);
        lock.level = contract::LockLevel::CanNotDelete;
        lock.notes = QStringLiteral("Frågor: 1234");
        rig.backend.locks.append(lock);
        rig.open("locks");
        QVERIFY(pressSaying(*rig.window, QStringLiteral("Delete")));
        rig.pass(2);
        QVERIFY(rig.backend.locks.isEmpty());
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Put
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        QVERIFY(pressSaying(*rig.bar("locks.removed"), QStringLiteral("Undo")));
        rig.pass(2);
        QVERIFY(rig.bar("locks.removed") != nullptr);
        QVERIFY(rig.bar("locks.removed")->sentence().contains(QStringLiteral("The lock could not be taken back.")));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(rig.bar("locks.removed")->sentence().contains(QStringLiteral("Låset kunde inte återställas.")));
        rig.backend.before = {};
        QVERIFY(pressSaying(*rig.bar("locks.removed"), QStringLiteral("Ångra")));
        rig.pass(2);
        QCOMPARE(rig.backend.locks.size(), 1);
        QCOMPARE(rig.backend.locks.first().notes, lock.notes);
        QVERIFY(rig.bar("locks.removed") == nullptr);
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
        // Another date is another question: what cannot be undone is never answered by the way.
        rig.person().type(QStringLiteral("properties.until"), QStringLiteral("31 Jan 2029"));
        rig.window->findChild<QWidget*>(QStringLiteral("properties.lock"))->setFocus(Qt::TabFocusReason);
        QVERIFY(rig.bar("properties.question") == nullptr);
        QCOMPARE(rig.stored().immutability.value(), contract::Immutability::Unlocked);
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

VALV_TEST(VaultPagesTest)

} // namespace tst_vaultpages

#include "tst_vaultpages.moc"

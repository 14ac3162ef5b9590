// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"
#include "presentation/text/azcommand.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <QTimeZone>

namespace tst_azcommand {

using namespace valv;
using namespace valv::presentation;

namespace {

const QString sub = QStringLiteral("11111111-2222-3333-4444-555555555555");

ArmId vault(const QString& name = QStringLiteral("valv-produktion"))
{
    return ArmId::vault(sub, QStringLiteral("rg-backup"), name);
}

ArmId item(const QString& vm = QStringLiteral("sql-prod-01"), const QString& group = QStringLiteral("rg-produktion"))
{
    return contract::itemId(vault(), {group, vm});
}

QString inVault()
{
    return QStringLiteral(" --subscription ") + sub
        + QStringLiteral(" --resource-group rg-backup --vault-name valv-produktion");
}

QString ofItem()
{
    return inVault()
        + QStringLiteral(" --container-name 'IaasVMContainer;iaasvmcontainerv2;rg-produktion;sql-prod-01'"
                         " --item-name 'VM;iaasvmcontainerv2;rg-produktion;sql-prod-01'"
                         " --backup-management-type AzureIaasVM --workload-type VM");
}

//! What bash makes of it, word by word.
QStringList wordsInBash(const QString& command)
{
    QProcess bash;
    bash.start(QStringLiteral("bash"),
               {QStringLiteral("-c"), QStringLiteral("az() { printf '%s\\0' \"$@\"; }; ") + command});
    if (!bash.waitForFinished()) {
        return {};
    }
    QStringList words = QString::fromUtf8(bash.readAllStandardOutput()).split(QChar(u'\0'));
    words.removeLast();
    return words;
}

} // namespace

class TestAzCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void quotes_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << QStringLiteral("valv-01") << QStringLiteral("valv-01");
        QTest::newRow("id") << QStringLiteral("/subscriptions/a/b_c.d") << QStringLiteral("/subscriptions/a/b_c.d");
        QTest::newRow("nothing") << QString() << QStringLiteral("''");
        QTest::newRow("space") << QStringLiteral("min server") << QStringLiteral("'min server'");
        QTest::newRow("semicolon") << QStringLiteral("VM;a;b") << QStringLiteral("'VM;a;b'");
        QTest::newRow("apostrophe") << QStringLiteral("Olle's") << QStringLiteral("'Olle'\\''s'");
        QTest::newRow("variable") << QStringLiteral("$HOME`id`\"\\!") << QStringLiteral("'$HOME`id`\"\\!'");
        QTest::newRow("letters of no alphabet that bash knows") << QStringLiteral("åäö") << QStringLiteral("'åäö'");
        QTest::newRow("parentheses") << QStringLiteral("rg(1)") << QStringLiteral("'rg(1)'");
    }
    void quotes()
    {
        QFETCH(QString, word);
        QTEST(az::quoted(word), "quoted");
        QCOMPARE(wordsInBash(QStringLiteral("az ") + az::quoted(word)), QStringList{word});
    }

    void commands_data()
    {
        QTest::addColumn<QString>("made");
        QTest::addColumn<QString>("expected");
        const QString named = QStringLiteral(" --subscription ") + sub
            + QStringLiteral(" --resource-group rg-backup --name valv-produktion");
        QTest::newRow("create a vault") << az::createVault(vault(), QStringLiteral("swedencentral"))
                                        << QStringLiteral("az backup vault create") + named
                + QStringLiteral(" --location swedencentral");
        QTest::newRow("create a vault in a new group")
            << az::createVault(vault(), QStringLiteral("swedencentral"), true)
            << QStringLiteral("az group create --subscription ") + sub
                + QStringLiteral(" --name rg-backup --location swedencentral && az backup vault create") + named
                + QStringLiteral(" --location swedencentral");
        QTest::newRow("create a vault with tags")
            << az::createVault(vault(), QStringLiteral("swedencentral"), false,
                               {{QStringLiteral("miljö"), QStringLiteral("prod")},
                                {QStringLiteral("ägare"), QStringLiteral("Drift O'Hara")}})
            << QStringLiteral("az backup vault create") + named
                + QStringLiteral(" --location swedencentral --tags 'miljö=prod' 'ägare=Drift O'\\''Hara'");
        QTest::newRow("delete a vault, with az's question")
            << az::deleteVault(vault()) << QStringLiteral("az backup vault delete") + named;
        QTest::newRow("redundancy") << az::setRedundancy(vault(), contract::StorageModel::LocallyRedundant)
                                    << QStringLiteral("az backup vault backup-properties set") + named
                + QStringLiteral(" --backup-storage-redundancy LocallyRedundant");
        QTest::newRow("soft delete") << az::setSoftDelete(vault(), false)
                                     << QStringLiteral("az backup vault backup-properties set") + named
                + QStringLiteral(" --soft-delete-feature-state Disable");
        QTest::newRow("tags") << az::setTags(vault(), {{QStringLiteral("ägare"), QStringLiteral("drift & nät")}})
                              << QStringLiteral("az resource tag --ids ") + vault().text()
                + QStringLiteral(" --tags 'ägare=drift & nät'");
        QTest::newRow("no tags") << az::setTags(
            vault(), {}) << QStringLiteral("az resource tag --ids ") + vault().text() + QStringLiteral(" --tags ''");
        contract::ManagementLock lock;
        lock.name = QStringLiteral("behåll");
        lock.id = contract::ManagementLock::idOf(vault(), lock.name);
        lock.level = contract::LockLevel::CanNotDelete;
        lock.notes = QStringLiteral("revision 2019");
        QTest::newRow("lock a vault")
            << az::addLock(lock)
            << QStringLiteral("az resource lock create --name 'behåll' --lock-type CanNotDelete --resource ")
                + vault().text() + QStringLiteral(" --notes 'revision 2019'");
        QTest::newRow("delete a lock") << az::deleteLock(lock.id)
                                       << QStringLiteral("az lock delete --ids ") + az::quoted(lock.id.text());
        lock.id = contract::ManagementLock::idOf(ArmId::resourceGroup(sub, QStringLiteral("rg-backup")), lock.name);
        lock.level = contract::LockLevel::ReadOnly;
        lock.notes.clear();
        QTest::newRow("lock a group")
            << az::addLock(lock)
            << QStringLiteral("az group lock create --name 'behåll' --lock-type ReadOnly --subscription ") + sub
                + QStringLiteral(" --resource-group rg-backup");
        QTest::newRow("delete a policy") << az::deletePolicy(
            vault().child(QStringLiteral("backupPolicies"), QStringLiteral("Veckovis GFS")))
                                         << QStringLiteral("az backup policy delete") + inVault()
                + QStringLiteral(" --name 'Veckovis GFS'");
        const auto vm = ArmId::virtualMachine(sub, QStringLiteral("rg-produktion"), QStringLiteral("sql-prod-01"));
        QTest::newRow("enable") << az::enableBackup(vault(), vm, QStringLiteral("DefaultPolicy"))
                                << QStringLiteral("az backup protection enable-for-vm") + inVault()
                + QStringLiteral(" --vm ") + vm.text() + QStringLiteral(" --policy-name DefaultPolicy");
        QTest::newRow("back up now") << az::backupNow(item())
                                     << QStringLiteral("az backup protection backup-now") + ofItem();
        const QDateTime end(QDate(2019, 1, 18), QTime(23, 59, 59), QTimeZone("Europe/Stockholm"));
        QTest::newRow("back up now, kept to the end of a day in Stockholm")
            << az::backupNow(item(), end)
            << QStringLiteral("az backup protection backup-now") + ofItem()
                + QStringLiteral(" --retain-until 18-01-2019-22:59:59");
        const QString named2 = ofItem().replace(QStringLiteral("--item-name"), QStringLiteral("--name"));
        QTest::newRow("change policy") << az::changePolicy(item(), QStringLiteral("Guld"))
                                       << QStringLiteral("az backup item set-policy") + named2
                + QStringLiteral(" --policy-name Guld");
        QTest::newRow("stop, keep") << az::stopKeepingData(item())
                                    << QStringLiteral("az backup protection disable") + ofItem();
        QTest::newRow("stop, delete") << az::stopDeletingData(item())
                                      << QStringLiteral("az backup protection disable") + ofItem()
                + QStringLiteral(" --delete-backup-data true");
        QTest::newRow("resume") << az::resume(item(), QStringLiteral("Guld"))
                                << QStringLiteral("az backup protection resume") + ofItem()
                + QStringLiteral(" --policy-name Guld");
        QTest::newRow("undelete") << az::undelete(item()) << QStringLiteral("az backup protection undelete") + ofItem();
        const QString point = QStringLiteral("20181218T223800Z-1");
        QTest::newRow("restore disks") << az::restoreDisks(item().child(QStringLiteral("recoveryPoints"), point),
                                                           QStringLiteral("valvrestore"), QStringLiteral("rg-test"))
                                       << QStringLiteral("az backup restore restore-disks") + inVault()
                + QStringLiteral(" --container-name 'IaasVMContainer;iaasvmcontainerv2;rg-produktion;sql-prod-01'"
                                 " --item-name 'VM;iaasvmcontainerv2;rg-produktion;sql-prod-01' --rp-name ")
                + point + QStringLiteral(" --storage-account valvrestore --target-resource-group rg-test");
        QTest::newRow("restore two of the disks")
            << az::restoreDisks(item().child(QStringLiteral("recoveryPoints"), point), QStringLiteral("valvrestore"),
                                QStringLiteral("rg-test"), {-1, 1})
            << QStringLiteral("az backup restore restore-disks") + inVault()
                + QStringLiteral(" --container-name 'IaasVMContainer;iaasvmcontainerv2;rg-produktion;sql-prod-01'"
                                 " --item-name 'VM;iaasvmcontainerv2;rg-produktion;sql-prod-01' --rp-name ")
                + point
                + QStringLiteral(" --storage-account valvrestore --target-resource-group rg-test --diskslist -1 1");
        const auto job = vault().child(QStringLiteral("backupJobs"), QStringLiteral("7f3a-21"));
        QTest::newRow("cancel a job") << az::cancelJob(
            job) << QStringLiteral("az backup job stop") + inVault() + QStringLiteral(" --name 7f3a-21");
        QTest::newRow("show a job") << az::showJob(
            job) << QStringLiteral("az backup job show") + inVault() + QStringLiteral(" --name 7f3a-21");
    }
    void commands()
    {
        QFETCH(QString, made);
        QTEST(made, "expected");
    }

    void awkwardNamesArriveWhole()
    {
        const QString vm = QStringLiteral("Åsas 'lilla' server; rm -rf $HOME");
        const auto words = wordsInBash(az::backupNow(item(vm)));
        QVERIFY(words.contains(QStringLiteral("VM;iaasvmcontainerv2;rg-produktion;") + vm));
        QCOMPARE(words.first(), QStringLiteral("backup"));
    }

    void aPolicyArrivesWhole_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::newRow("create") << true;
        QTest::newRow("set") << false;
    }
    void aPolicyArrivesWhole()
    {
        QFETCH(bool, isNew);
        auto policy = contract::BackupPolicy::defaultPolicy();
        policy.name = QStringLiteral("Olle's policy");
        const auto words = wordsInBash(isNew ? az::createPolicy(vault(), policy) : az::setPolicy(vault(), policy));
        const auto at = words.indexOf(QStringLiteral("--policy"));
        QVERIFY(at > 0);
        const auto json = QJsonDocument::fromJson(words.at(at + 1).toUtf8());
        QCOMPARE(json.object(), policy.toJson());
        QCOMPARE(words.at(words.indexOf(QStringLiteral("--name")) + 1), policy.name);
        QCOMPARE(words.at(2), isNew ? QStringLiteral("create") : QStringLiteral("set"));
    }

    //! Better no command than one that means another thing.
    void aNameThatIsMissingGivesNothing()
    {
        QVERIFY(az::backupNow(vault()).isEmpty());
        QVERIFY(az::cancelJob(vault()).isEmpty());
        QVERIFY(az::changePolicy(item(), {}).isEmpty());
        QVERIFY(az::createVault({}, QStringLiteral("x"), true).isEmpty());
        QVERIFY(az::setRedundancy(vault(), contract::StorageModel::Unknown).isEmpty());
    }
};

VALV_TEST_GUILESS(TestAzCommand)

} // namespace tst_azcommand

#include "tst_azcommand.moc"

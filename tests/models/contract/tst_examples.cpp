// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/restorevalidation.h"
#include "jsontools.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace tst_examples {

using namespace jsontools;

//! The official examples of the public API specification, where they lie beside the checkout: what is read and written
//! back holds all that was there.
class TestExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTrip_data();
    void roundTrip();

private:
    QDir m_folder{QStringLiteral(VALV_SOURCE_DIR "/../shared/contract/examples")};
};

void TestExamples::initTestCase()
{
    if (!m_folder.exists()) {
        QSKIP("The official examples are not beside the checkout; tst_codecs tests the same types with texts of its "
              "own.");
    }
}

void TestExamples::roundTrip_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("part");
    QTest::addColumn<Trip>("codec");
    const auto add = [](const char* file, const char* part, const Trip& codec) {
        QTest::addRow("%s %s", file, part) << QString::fromLatin1(file) << QString::fromLatin1(part) << codec;
    };
    add("backup_AzureIaasVm_BackupPolicies_List", "200", trip<BackupPolicy>());
    add("backup_AzureIaasVm_ProtectionPolicies_Get", "200", trip<BackupPolicy>());
    add("backup_AzureIaasVm_ProtectionPolicies_CreateOrUpdate_Complex", "200", trip<BackupPolicy>());
    add("backup_AzureIaasVm_ProtectionPolicies_CreateOrUpdate_Complex", "parameters", trip<BackupPolicy>());
    add("backup_AzureIaasVm_ProtectionPolicies_CreateOrUpdate_Simple", "200", trip<BackupPolicy>());
    add("backup_AzureIaasVm_ProtectionPolicies_CreateOrUpdate_Simple", "parameters", trip<BackupPolicy>());
    add("backup_AzureIaasVm_BackupProtectedItems_List", "200", trip<ProtectedItem>());
    add("backup_AzureIaasVm_Compute_ProtectedItem_Get", "200", trip<ProtectedItem>());
    add("backup_AzureIaasVm_ClassicCompute_ProtectedItem_Get", "200", trip<ProtectedItem>());
    add("backup_AzureIaasVm_BackupProtectableItems_List", "200", trip<ProtectableItem>());
    add("backup_AzureIaasVm_ConfigureProtection", "parameters", trip<ProtectRequest>());
    add("backup_AzureIaasVm_StopProtection", "parameters", trip<ProtectRequest>());
    add("backup_AzureIaasVm_ProtectedItemOperationStatus", "200", trip<OperationStatus>());
    add("backup_AzureIaasVm_RecoveryPoints_Get", "200", trip<RecoveryPoint>());
    add("backup_AzureIaasVm_RecoveryPoints_List", "200", trip<RecoveryPoint>());
    add("backup_AzureIaasVm_TriggerRestore_ALR", "parameters", trip<RestoreRequest>());
    add("backup_AzureIaasVm_TriggerRestore_RestoreDisks", "parameters", trip<RestoreRequest>());
    add("backup_AzureIaasVm_ValidateOperation_RestoreDisk", "200", trip<RestoreValidation>());
    add("backup_Common_TriggerBackup_Post", "parameters", trip<BackupRequest>());
    add("backup_Common_GetJobDetails", "200", trip<BackupJob>());
    add("backup_Common_ListJobs", "200", trip<BackupJob>());
    add("backup_Common_ListJobsWithAllSupportedFilters", "200", trip<BackupJob>());
    add("backup2017_AzureIaasVm_GetBackupStatus", "200", trip<BackupStatus>());
    add("compute_GetVirtualMachine", "200", trip<VirtualMachine>());
    add("compute_ListVirtualMachinesInASubscriptionByLocation", "200", trip<VirtualMachine>());
    add("vaults_GETVault", "200", trip<Vault>());
    add("vaults_PUTVault", "200", trip<Vault>());
    add("vaults_PATCHVault", "200", trip<Vault>());
    add("vaults_ListBySubscriptionIds", "200", trip<Vault>());
    add("vaults_ListUsages", "200", trip<Usage>());
}

void TestExamples::roundTrip()
{
    QFETCH(QString, file);
    QFETCH(QString, part);
    QFETCH(Trip, codec);
    QFile example(m_folder.filePath(file + QStringLiteral(".json")));
    QVERIFY2(example.open(QIODevice::ReadOnly), qPrintable(file));
    const auto whole = QJsonDocument::fromJson(example.readAll()).object();
    const auto parameters = whole.value(QStringLiteral("parameters")).toObject();
    auto body = whole.value(QStringLiteral("responses"))
                    .toObject()
                    .value(part)
                    .toObject()
                    .value(QStringLiteral("body"))
                    .toObject();
    if (part == QLatin1String("parameters")) {
        for (const auto& name : parameters.keys()) {
            if (parameters.value(name).isObject()) {
                body = parameters.value(name).toObject();
            }
        }
    }
    QVERIFY2(!body.isEmpty(), "the example has no such body");
    const auto list = body.value(QStringLiteral("value")).toArray();
    const QJsonArray bodies = list.isEmpty() ? QJsonArray{body} : list;
    for (const auto& one : bodies) {
        const auto written = codec(one.toObject());
        QVERIFY2(written.has_value(), written ? "" : (written.error().message + written.error().target).c_str());
        const auto lost = missing(one, *written);
        QVERIFY2(lost.isEmpty(), qPrintable(lost + QStringLiteral("\n") + QString::fromUtf8(compact(*written))));
        const auto again = codec(*written);
        QVERIFY(again.has_value());
        QCOMPARE(compact(*again), compact(*written));
    }
}

VALV_TEST_GUILESS(TestExamples)

} // namespace tst_examples

#include "tst_examples.moc"

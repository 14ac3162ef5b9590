// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "support/testprogram.h"

namespace tst_engineconfig {

using namespace valv;
using namespace valv::test;

//! Vaults, policies, groups and protection: what is accepted, what is refused and how.
class EngineConfig : public QObject
{
    Q_OBJECT
private:
    Bench m_bench;
    [[nodiscard]] Engine& engine() const { return *m_bench.engine; }
    [[nodiscard]] static contract::ProtectRequest stopRequest(contract::ProtectionState state)
    {
        contract::ProtectRequest request;
        request.state = state;
        return request;
    }

private Q_SLOTS:
    void initTestCase();
    void newVault();
    void vaultErrors_data();
    void vaultErrors();
    void vaultChanges();
    void configurations();
    void names_data();
    void names();
    void groups();
    void policies();
    void protectErrors_data();
    void protectErrors();
    void lifeOfAnItem();
    void deleteWithoutSoftDelete();
    void deleteVault();
    void sourceFailures();
};

void EngineConfig::initTestCase()
{
    addVm(*m_bench.estate, "web", {randomBytes(64 * 1024, 1)});
    addVm(*m_bench.estate, "db", {randomBytes(64 * 1024, 2)});
    addVm(*m_bench.estate, "far", {randomBytes(64 * 1024, 3)}, "West US");
    VALV_VERIFY(m_bench.open());
}

void EngineConfig::newVault()
{
    const auto made = m_bench.makeVault();
    VALV_VERIFY(made);
    QVERIFY(made->created);
    const auto& vault = made->value;
    QCOMPARE(vault.location, QStringLiteral("northeurope"));
    QCOMPARE(vault.provisioning.text(), QStringLiteral("Succeeded"));
    QCOMPARE(vault.redundancy.text(), QStringLiteral("GeoRedundant"));
    QCOMPARE(vault.softDelete.text(), QStringLiteral("Enabled"));
    QVERIFY(QDir(vault.folder).exists());
    const auto policies = engine().policies(vault.id);
    QCOMPARE(policies->size(), 1);
    QCOMPARE(policies->first().name, QStringLiteral("DefaultPolicy"));
    QCOMPARE(policies->first().timeZone, QStringLiteral("W. Europe Standard Time")); // where people are
    QCOMPARE(policies->first().runTime, QTime(22, 30));
    QCOMPARE(policies->first().daily, contract::DailyRetention{30});
    QCOMPARE(policies->first().protectedItems, 0);
    const auto key = engine().recoveryKey(vault.id);
    VALV_VERIFY(key);
    QVERIFY(key->size() > 50);
    const auto keys = QDir(m_bench.path(QStringLiteral("data/keys"))).entryInfoList(QDir::Files);
    QCOMPARE(keys.size(), 1);
    QCOMPARE(keys.first().permissions() & 0x0077, QFile::Permissions());
    QCOMPARE(engine().vault(ArmId::parse(vault.id.text().toUpper()).value())->name, vault.name); // any case
}

void EngineConfig::vaultErrors_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("location");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::newRow("bad first letter") << "1ab"
                                      << "nordvik-rg"
                                      << "northeurope"
                                      << "ResourceNameInvalid"
                                      << "ValVaultNameStart";
    QTest::newRow("bad letter") << QStringLiteral("malmö") << "nordvik-rg"
                                << "northeurope"
                                << "ResourceNameInvalid"
                                << "ValVaultNameChars";
    QTest::newRow("too short") << "a"
                               << "nordvik-rg"
                               << "northeurope"
                               << "ResourceNameInvalid"
                               << "ValVaultNameLength";
    QTest::newRow("no location") << "vault2"
                                 << "nordvik-rg"
                                 << ""
                                 << "LocationRequired"
                                 << "";
    QTest::newRow("unknown location") << "vault2"
                                      << "nordvik-rg"
                                      << "the moon"
                                      << "LocationNotAvailableForResourceType"
                                      << "";
    QTest::newRow("unknown group") << "vault2"
                                   << "nowhere"
                                   << "northeurope"
                                   << "ResourceGroupNotFound"
                                   << "";
    QTest::newRow("moved") << "VAULT1"
                           << "Nordvik-RG"
                           << "westeurope"
                           << "InvalidResourceLocation"
                           << "";
}

void EngineConfig::vaultErrors()
{
    QFETCH(QString, name);
    QFETCH(QString, group);
    QFETCH(QString, location);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    Vault vault;
    vault.id = ArmId::vault(m_bench.subscription(), group, name);
    vault.location = location;
    const auto put = engine().putVault(vault, {});
    QCOMPARE(codeOf(put), code);
    QCOMPARE(detailOf(put), detail);
    QCOMPARE(engine().vaults()->size(), 1);
    QCOMPARE(QDir(m_bench.path(QStringLiteral("data/vaults"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
}

void EngineConfig::vaultChanges()
{
    const auto before = *engine().vault(m_bench.vaultId());
    QCOMPARE(codeOf(engine().patchVault(before.id, {}, QStringLiteral("W/\"old\""))),
             QStringLiteral("PreconditionFailed"));
    const QJsonObject tags{{QStringLiteral("tags"), QJsonObject{{QStringLiteral("dept"), QStringLiteral("IT")}}}};
    const auto patched = engine().patchVault(before.id, tags, before.etag);
    VALV_VERIFY(patched);
    QVERIFY(patched->etag != before.etag);
    QCOMPARE(patched->tags.value(QStringLiteral("dept")), QStringLiteral("IT"));
    QCOMPARE(patched->redundancy, before.redundancy);
    Vault put;
    put.id = before.id;
    put.location = QStringLiteral("North Europe");
    const auto replaced = engine().putVault(put, QStringLiteral("*"));
    VALV_VERIFY(replaced);
    QVERIFY(!replaced->created);
    QVERIFY(replaced->value.tags.isEmpty()); // PUT replaces tags
    QCOMPARE(replaced->value.softDelete, before.softDelete); // what it left out keeps its value
    QVERIFY(replaced->value.etag != patched->etag);
    QCOMPARE(codeOf(engine().vault(m_bench.vaultId(QStringLiteral("nobody")))), QStringLiteral("ResourceNotFound"));
}

void EngineConfig::configurations()
{
    const auto id = m_bench.vaultId();
    const auto properties = [](const Result<QJsonObject>& body) {
        return body.value_or(QJsonObject()).value(QLatin1String("properties")).toObject();
    };
    const auto body = [](const char* key, const QJsonValue& value) {
        return QJsonObject{{QStringLiteral("properties"), QJsonObject{{QLatin1String(key), value}}}};
    };
    auto storage = properties(engine().storageConfig(id));
    QCOMPARE(storage.value(QLatin1String("storageModelType")).toString(), QStringLiteral("GeoRedundant"));
    QCOMPARE(storage.value(QLatin1String("storageTypeState")).toString(), QStringLiteral("Unlocked"));
    storage = properties(engine().setStorageConfig(id, body("storageType", QStringLiteral("LocallyRedundant"))));
    QCOMPARE(storage.value(QLatin1String("storageModelType")).toString(), QStringLiteral("LocallyRedundant"));
    QCOMPARE(engine().vault(id)->redundancy.text(), QStringLiteral("LocallyRedundant"));
    QCOMPARE(codeOf(engine().setStorageConfig(id, body("storageModelType", QStringLiteral("Wood")))),
             QStringLiteral("BMSUserErrorInvalidInput"));

    auto soft = properties(engine().setVaultConfig(id, body("softDeleteFeatureState", QStringLiteral("Disabled"))));
    QCOMPARE(soft.value(QLatin1String("softDeleteFeatureState")).toString(), QStringLiteral("Disabled"));
    QCOMPARE(codeOf(engine().setVaultConfig(id, body("softDeleteRetentionPeriodInDays", 7))),
             QStringLiteral("BMSUserErrorInvalidInput"));
    soft = properties(engine().setVaultConfig(id, body("softDeleteFeatureState", QStringLiteral("Enabled"))));
    QCOMPARE(soft.value(QLatin1String("softDeleteFeatureState")).toString(), QStringLiteral("Enabled"));
}

void EngineConfig::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("free") << "vault9"
                          << "";
    QTest::newRow("taken in another case") << "Vault1"
                                           << "ValVaultNameTaken";
    QTest::newRow("empty") << ""
                           << "ValVaultNameRequired";
}

void EngineConfig::names()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    const auto problem = engine().vaultNameProblem(name);
    QCOMPARE(problem ? QString::fromStdString(problem->code) : QString(), code);
}

void EngineConfig::groups()
{
    QCOMPARE(engine().resourceGroups()->size(), 1); // of the VMs
    ResourceGroup group;
    group.name = QStringLiteral("Växjö");
    group.location = QStringLiteral("Sweden Central");
    QVERIFY(engine().putResourceGroup(group)->created);
    QVERIFY(!engine().putResourceGroup(group)->created);
    QCOMPARE(engine().resourceGroup(QStringLiteral("VÄXJÖ"))->name, QStringLiteral("Växjö"));
    QCOMPARE(codeOf(engine().deleteResourceGroup(QStringLiteral("nordvik-rg"))),
             QStringLiteral("ResourceGroupDeletionBlocked"));
    VALV_VERIFY(engine().deleteResourceGroup(QStringLiteral("växjö")));
    QCOMPARE(codeOf(engine().resourceGroup(QStringLiteral("växjö"))), QStringLiteral("ResourceGroupNotFound"));
    const auto locations = engine().locations();
    QVERIFY(std::any_of(locations.begin(), locations.end(), [](const contract::Location& l) {
        return l.name == QStringLiteral("swedencentral") && l.displayName == QStringLiteral("Sweden Central");
    }));
}

void EngineConfig::policies()
{
    auto policy = contract::BackupPolicy::defaultPolicy();
    policy.id = m_bench.policyId(QStringLiteral("Weekly"));
    policy.name = QStringLiteral("Weekly");
    policy.daily->days = 3;
    const auto bad = engine().putPolicy(policy, {});
    QCOMPARE(codeOf(bad), QStringLiteral("BMSUserErrorInvalidPolicyInput"));
    QCOMPARE(detailOf(bad), QStringLiteral("ValDailyRetention"));
    policy.daily->days = 14;
    QVERIFY(engine().putPolicy(policy, {})->created);
    policy.daily->days = 15;
    QVERIFY(!engine().putPolicy(policy, {})->created);
    QCOMPARE(engine().policy(policy.id)->daily->days, 15);
    QCOMPARE(codeOf(engine().putPolicy(policy, QStringLiteral("W/\"x\""))), QStringLiteral("PreconditionFailed"));
    VALV_VERIFY(engine().putPolicy(policy, *engine().policyEtag(policy.id)));
    QCOMPARE(*engine().deletePolicy(policy.id, {}), true);
    QCOMPARE(*engine().deletePolicy(policy.id, {}), false);
    QCOMPARE(codeOf(engine().policy(policy.id)), QStringLiteral("BMSUserErrorObjectNotFound"));
}

void EngineConfig::protectErrors_data()
{
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("vm");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<QString>("code");
    const auto invalid = QStringLiteral("BMSUserErrorInvalidConfigureProtectionRequest");
    QTest::newRow("unknown VM") << "nobody"
                                << "nobody"
                                << "DefaultPolicy" << invalid;
    QTest::newRow("unknown policy") << "web"
                                    << "web"
                                    << "Nothing" << invalid;
    QTest::newRow("no policy") << "web"
                               << "web"
                               << "" << invalid;
    QTest::newRow("names do not fit") << "web"
                                      << "db"
                                      << "DefaultPolicy" << invalid;
    QTest::newRow("another region") << "far"
                                    << "far"
                                    << "DefaultPolicy"
                                    << "UserErrorVaultAndVmRegionMismatch";
}

void EngineConfig::protectErrors()
{
    QFETCH(QString, item);
    QFETCH(QString, vm);
    QFETCH(QString, policy);
    QFETCH(QString, code);
    contract::ProtectRequest request;
    request.sourceResourceId = m_bench.vmId(vm);
    request.policyId = policy.isEmpty() ? ArmId() : m_bench.policyId(policy);
    QCOMPARE(codeOf(engine().protect(m_bench.itemId(item), request)), code);
    QVERIFY(engine().protectedItems(m_bench.vaultId())->isEmpty());
}

void EngineConfig::lifeOfAnItem()
{
    const auto web = QStringLiteral("web");
    const auto item = m_bench.itemId(web);
    QCOMPARE(engine().protectableItems(m_bench.vaultId())->size(), 2); // not the far one
    QCOMPARE(engine().backupStatus(m_bench.vmId(web)).protectionStatus, QStringLiteral("NotProtected"));
    const auto enabled = m_bench.protect(web);
    VALV_VERIFY(enabled);
    const auto job = engine().job(m_bench.jobId(enabled->jobId));
    QCOMPARE(job->operation.text(), QStringLiteral("ConfigureBackup"));
    QCOMPARE(job->status.text(), QStringLiteral("Completed"));
    QCOMPARE(job->propertyBag.value(QStringLiteral("Policy Name")), QStringLiteral("DefaultPolicy"));
    QVERIFY(enabled->operationId != enabled->jobId);
    VALV_VERIFY(m_bench.protect(web)); // asking for what is there is a success
    QCOMPARE(engine().backupStatus(m_bench.vmId(web)).vaultId, m_bench.vaultId());
    QCOMPARE(engine().protectableItems(m_bench.vaultId())->size(), 1);
    QCOMPARE(engine().policy(m_bench.policyId())->protectedItems, 1);
    QCOMPARE(codeOf(engine().deletePolicy(m_bench.policyId(), {})), QStringLiteral("BMSUserErrorPolicyObjectInUse"));
    QCOMPARE(detailOf(engine().setStorageConfig(
                 m_bench.vaultId(),
                 {{QStringLiteral("properties"),
                   QJsonObject{{QStringLiteral("storageType"), QStringLiteral("GeoRedundant")}}}})),
             QStringLiteral("StorageTypeLocked"));
    VALV_VERIFY(m_bench.makeVault(QStringLiteral("other")));
    contract::ProtectRequest elsewhere;
    elsewhere.sourceResourceId = m_bench.vmId(web);
    elsewhere.policyId = m_bench.policyId(QStringLiteral("DefaultPolicy"), QStringLiteral("other"));
    QCOMPARE(codeOf(engine().protect(m_bench.itemId(web, QStringLiteral("other")), elsewhere)),
             QStringLiteral("AlreadyProtectedInOtherVault"));

    QCOMPARE(m_bench.backUp(web).status.text(), QStringLiteral("Completed"));
    auto stop = stopRequest(contract::ProtectionState::ProtectionStopped);
    stop.why = {QStringLiteral("Decommissioned"), {}};
    const auto stopped = engine().protect(item, stop);
    VALV_VERIFY(stopped);
    const auto stopping = engine().job(m_bench.jobId(stopped->jobId));
    QCOMPARE(stopping->propertyBag.value(QStringLiteral("Reason")), QStringLiteral("Decommissioned"));
    QVERIFY(!stopping->propertyBag.contains(QStringLiteral("Comment")));
    auto shown = engine().protectedItem(item);
    QCOMPARE(shown->state.text(), QStringLiteral("ProtectionStopped"));
    QVERIFY(shown->policyName.isEmpty());
    QVERIFY(!shown->nextRun);
    QVERIFY(engine().recoveryPoints(item)->first().keptBy.contains(QStringLiteral("Stopped")));
    QVERIFY(!engine().recoveryPoints(item)->first().expiry);
    QCOMPARE(codeOf(engine().protect(item, stopRequest(contract::ProtectionState::ProtectionStopped))),
             QStringLiteral("BMSUserErrorInvalidInput"));
    VALV_VERIFY(m_bench.protect(web)); // resume
    QCOMPARE(engine().protectedItem(item)->state.text(), QStringLiteral("Protected"));

    const auto removed = engine().deleteProtection(item, {QStringLiteral("Cost"), QStringLiteral("moved, åäö")});
    VALV_VERIFY(removed);
    QVERIFY(removed->has_value());
    const auto removal = engine().job(m_bench.jobId((*removed)->jobId));
    QCOMPARE(removal->propertyBag.value(QStringLiteral("Reason")), QStringLiteral("Cost"));
    QCOMPARE(removal->propertyBag.value(QStringLiteral("Comment")), QStringLiteral("moved, åäö"));
    shown = engine().protectedItem(item);
    QVERIFY(shown->softDeleted);
    QCOMPARE(shown->state.text(), QStringLiteral("ProtectionStopped"));
    QCOMPARE(shown->softDeleteDays, 14);
    QCOMPARE(codeOf(m_bench.protect(web)), QStringLiteral("ItemSoftDeleted"));
    QCOMPARE(codeOf(engine().backup(item, {})), QStringLiteral("UserErrorProtectionStopped"));
    const auto point = engine().recoveryPoints(item)->first().id;
    QCOMPARE(codeOf(engine().restore(point, m_bench.restoreRequest(m_bench.path(QStringLiteral("x"))))),
             QStringLiteral("ItemSoftDeleted"));
    auto undelete = stopRequest(contract::ProtectionState::ProtectionStopped);
    undelete.rehydrate = true;
    VALV_VERIFY(engine().protect(item, undelete));
    QVERIFY(!engine().protectedItem(item)->softDeleted);
    QCOMPARE(codeOf(engine().protect(item, undelete)), QStringLiteral("BMSUserErrorInvalidInput"));

    VALV_VERIFY(engine().deleteProtection(item));
    m_bench.advance(std::chrono::hours(24 * 13));
    engine().tick();
    engine().waitForJobs();
    VALV_VERIFY(engine().protectedItem(item)); // a day too soon
    m_bench.advance(std::chrono::hours(24));
    engine().tick();
    engine().waitForJobs();
    QCOMPARE(codeOf(engine().protectedItem(item)), QStringLiteral("BMSUserErrorDataSourceObjectNotFound"));
    QCOMPARE(engine().protectableItems(m_bench.vaultId())->size(), 2); // may be protected again
    QVERIFY(!engine().deleteProtection(item)->has_value());
}

void EngineConfig::deleteWithoutSoftDelete()
{
    const auto db = QStringLiteral("db");
    VALV_VERIFY(m_bench.protect(db));
    (void)m_bench.backUp(db);
    VALV_VERIFY(engine().setVaultConfig(
        m_bench.vaultId(),
        {{QStringLiteral("properties"),
          QJsonObject{{QStringLiteral("softDeleteFeatureState"), QStringLiteral("Disabled")}}}}));
    const auto removed = engine().deleteProtection(m_bench.itemId(db));
    VALV_VERIFY(removed);
    engine().waitForJobs();
    const auto job = engine().job(m_bench.jobId((*removed)->jobId));
    QCOMPARE(job->status.text(), QStringLiteral("Completed"));
    QCOMPARE(job->operation.text(), QStringLiteral("DeleteBackupData"));
    QCOMPARE(job->propertyBag.value(QStringLiteral("Number of Recovery Points")), QStringLiteral("1"));
    QVERIFY(engine().protectedItems(m_bench.vaultId())->isEmpty());
}

void EngineConfig::deleteVault()
{
    VALV_VERIFY(m_bench.protect(QStringLiteral("web")));
    const auto refused = engine().deleteVault(m_bench.vaultId(), {});
    QCOMPARE(codeOf(refused), QStringLiteral("BMSUserErrorVaultDeletionNotAllowed"));
    QVERIFY(QString::fromStdString(refused.error().message)
                .contains(QStringLiteral("existing resources within the vault")));
    VALV_VERIFY(engine().deleteProtection(m_bench.itemId(QStringLiteral("web"))));
    engine().waitForJobs();
    const auto folder = engine().vault(m_bench.vaultId())->folder;
    QCOMPARE(*engine().deleteVault(m_bench.vaultId(), {}), true);
    QVERIFY(!QDir(folder).exists());
    QCOMPARE(*engine().deleteVault(m_bench.vaultId(), {}), false);
    QCOMPARE(QDir(m_bench.path(QStringLiteral("data/keys"))).entryList(QDir::Files).size(), 1); // the other vault's
    VALV_VERIFY(m_bench.makeVault()); // the name is free again
}

void EngineConfig::sourceFailures()
{
    {
        const std::lock_guard lock(m_bench.estate->mutex);
        m_bench.estate->listError = Error{"SourceUnreadable", "Gone.", "/there", {}, {}};
    }
    const auto refreshed = engine().refreshInventory();
    VALV_VERIFY(refreshed);
    QTRY_COMPARE(engine().operation(m_bench.vaultId(), refreshed->operationId)->status.text(),
                 QStringLiteral("Failed"));
    QCOMPARE(engine().virtualMachines()->size(), 3); // the last known list stays
    Bench fresh;
    fresh.estate->listError = Error{"SourceUnreadable", "Gone.", "/there", {}, {}};
    VALV_VERIFY(fresh.open());
    QCOMPARE(codeOf(fresh.engine->virtualMachines()), QStringLiteral("DiscoveryFailed"));
}

VALV_TEST_GUILESS(EngineConfig)

} // namespace tst_engineconfig

#include "tst_engineconfig.moc"

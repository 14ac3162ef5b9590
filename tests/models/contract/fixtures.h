// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jsontools.h"

//! One text for each type of the wire. In a file of its own: moc does not get past raw strings of several lines.
namespace jsontools {

struct Fixture
{
    const char* name;
    Trip codec;
    bool keepsRaw;
    const char* json;
};

// Each with all the members that its codec knows.
// clang-format off
inline const Fixture fixtures[] = {
    { "subscription", trip<Subscription>(), true, R"({"id":"/subscriptions/s1","subscriptionId":"s1","tenantId":"t1",
        "displayName":"Valv","state":"Enabled","subscriptionPolicies":{"quotaId":"q"}})" },
    { "resource group", trip<ResourceGroup>(), true, R"({"id":"/subscriptions/s/resourceGroups/rg","name":"rg",
        "type":"Microsoft.Resources/resourceGroups","location":"swedencentral","tags":{"a":"b"},
        "properties":{"provisioningState":"Succeeded"}})" },
    { "location", trip<Location>(), true, R"({"id":"/subscriptions/s/locations/swedencentral","name":"swedencentral",
        "type":"Region","displayName":"Sweden Central","regionalDisplayName":"(Europe) Sweden Central",
        "metadata":{"geographyGroup":"Europe","latitude":"60.67","pairedRegion":[{"name":"swedensouth"}]}})" },
    { "vault", trip<Vault>(), true, R"({"id":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v",
        "name":"v","type":"Microsoft.RecoveryServices/vaults","location":"swedencentral","etag":"W/\"1\"","tags":{"k":"v"},
        "sku":{"name":"RS0","tier":"Standard"},"properties":{"provisioningState":"Succeeded","publicNetworkAccess":"Disabled",
        "redundancySettings":{"standardTierStorageRedundancy":"GeoRedundant","crossRegionRestore":"Enabled"},
        "securitySettings":{"softDeleteSettings":{"softDeleteState":"AlwaysON","softDeleteRetentionPeriodInDays":30},
        "immutabilitySettings":{"state":"Locked"}},
        "valv":{"folder":"/vaults/v","immutableUntil":"2027-01-31T00:00:00Z","secondLocation":{"folder":"/mnt/second"},
        "replication":{"state":"Behind","behindBytes":1048576,"behindSince":"2026-01-05T22:40:00Z",
        "lastCopied":"2026-01-04T22:40:00Z","lastChecked":"2026-01-04T23:00:00Z","repairedFiles":1,"sameDisk":true,
        "problem":{"code":"VaultFull","message":"Full.","target":"/mnt/second","recommendedAction":"Free space."}}}}})" },
    { "usage", trip<Usage>(), false, R"({"unit":"Bytes","currentValue":9007199254740993,"limit":-1,
        "name":{"value":"GRSStorageUsage","localizedValue":"Cloud - GRS"}})" },
    { "virtual machine", trip<VirtualMachine>(), true, R"({
        "id":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/web-01","name":"web-01",
        "type":"Microsoft.Compute/virtualMachines","location":"swedencentral","tags":{"env":"test"},"properties":{
        "vmId":"0f47b100","provisioningState":"Succeeded","hardwareProfile":{"vmSize":"Standard_B2s"},
        "storageProfile":{"imageReference":{"offer":"x"},"osDisk":{"osType":"Linux","name":"os","createOption":"Attach",
        "caching":"ReadWrite","diskSizeGB":2,"managedDisk":{"id":"/d/os"}},
        "dataDisks":[{"lun":0,"name":"d0","createOption":"Empty","caching":"None","diskSizeGB":1},
        {"lun":3,"name":"d3","createOption":"Attach","caching":"None","diskSizeGB":5,"managedDisk":{"id":"/d/3"}}]},
        "osProfile":{"computerName":"web","adminUsername":"root"},
        "instanceView":{"computerName":"web","osName":"Debian 12","osVersion":"12","vmAgent":{"vmAgentVersion":"2.7",
        "statuses":[{"code":"ProvisioningState/succeeded","level":"Info","displayStatus":"Ready","time":"2019-10-14T23:11:22+00:00"}]},
        "statuses":[{"code":"ProvisioningState/succeeded","level":"Info","displayStatus":"Provisioning succeeded"},
        {"code":"PowerState/running","level":"Info","displayStatus":"VM running"}]},
        "valv":{"encrypted":true,"disks":[{"format":"qcow2","path":"/i/os.qcow2","allocatedBytes":7,"capacityBytes":2147483136},
        {"lun":3,"format":"raw","path":"/i/3.img","allocatedBytes":9}],
        "problem":{"code":"ImageMissing","message":"Gone.","target":"d3","recommendedAction":"Look."}}}})" },
    { "daily policy", trip<BackupPolicy>(), true, R"({
        "id":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v/backupPolicies/p","name":"p",
        "type":"Microsoft.RecoveryServices/vaults/backupPolicies","properties":{"backupManagementType":"AzureIaasVM",
        "policyType":"V1","instantRPDetails":{"azureBackupRGNamePrefix":"x"},
        "schedulePolicy":{"schedulePolicyType":"SimpleSchedulePolicy","scheduleRunFrequency":"Daily",
        "scheduleRunTimes":["2026-01-05T22:30:00Z"],"scheduleWeeklyFrequency":0},
        "retentionPolicy":{"retentionPolicyType":"LongTermRetentionPolicy",
        "dailySchedule":{"retentionTimes":["2026-01-05T22:30:00Z"],"retentionDuration":{"count":30,"durationType":"Days"}},
        "weeklySchedule":{"daysOfTheWeek":["Sunday"],"retentionTimes":["2026-01-05T22:30:00Z"],
        "retentionDuration":{"count":12,"durationType":"Weeks"}},
        "monthlySchedule":{"retentionScheduleFormatType":"Daily","retentionScheduleDaily":{"daysOfTheMonth":
        [{"date":1,"isLast":false},{"date":0,"isLast":true}]},"retentionTimes":["2026-01-05T22:30:00Z"],
        "retentionDuration":{"count":60,"durationType":"Months"}},
        "yearlySchedule":{"retentionScheduleFormatType":"Weekly","monthsOfYear":["January","June"],
        "retentionScheduleWeekly":{"daysOfTheWeek":["Sunday","Monday"],"weeksOfTheMonth":["First","Last"]},
        "retentionTimes":["2026-01-05T22:30:00Z"],"retentionDuration":{"count":10,"durationType":"Years"}}},
        "tieringPolicy":{"ArchivedRP":{"tieringMode":"DoNotTier","duration":0,"durationType":"Invalid"}},
        "instantRpRetentionRangeInDays":2,"timeZone":"W. Europe Standard Time","protectedItemsCount":3}})" },
    { "hourly policy", trip<BackupPolicy>(), true, R"({"name":"EnhancedPolicy",
        "type":"Microsoft.RecoveryServices/vaults/backupPolicies","properties":{"backupManagementType":"AzureIaasVM",
        "policyType":"V2","instantRPDetails":{},"schedulePolicy":{"schedulePolicyType":"SimpleSchedulePolicyV2",
        "scheduleRunFrequency":"Hourly","hourlySchedule":{"interval":4,
        "scheduleWindowStartTime":"2026-01-05T08:00:00Z","scheduleWindowDuration":12}},"retentionPolicy":{"dailySchedule":{"retentionTimes":
        ["2026-01-05T08:00:00Z"],"retentionDuration":{"count":30,"durationType":"Days"}}},"instantRpRetentionRangeInDays":30,
        "timeZone":"UTC","protectedItemsCount":0}})" },
    { "protected item", trip<ProtectedItem>(), true, R"({
        "id":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg;vm/protectedItems/VM;iaasvmcontainerv2;rg;vm",
        "name":"VM;iaasvmcontainerv2;rg;vm","type":"Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems",
        "properties":{"friendlyName":"vm","virtualMachineId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm",
        "sourceResourceId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm",
        "protectionStatus":"Healthy","protectionState":"ProtectionStopped","healthStatus":"ActionSuggested",
        "healthDetails":[{"code":4,"title":"T","message":"M","recommendations":["R"]}],"lastBackupStatus":"Completed",
        "lastBackupTime":"2018-12-19T22:37:01.1234567Z","lastRecoveryPoint":"2018-12-19T22:30:00Z","protectedItemDataId":"42",
        "protectedItemType":"Microsoft.Compute/virtualMachines","backupManagementType":"AzureIaasVM","workloadType":"VM",
        "containerName":"iaasvmcontainerv2;rg;vm","policyId":"","policyName":"","isArchiveEnabled":false,
        "vaultId":"https://host/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v",
        "isScheduledForDeferredDelete":true,"deferredDeleteTimeInUTC":"2018-12-20T08:00:00Z",
        "deferredDeleteTimeRemaining":"13.23:59:44.1","softDeleteRetentionPeriod":14,
        "extendedInfo":{"oldestRecoveryPoint":"2018-12-01T22:30:00Z","recoveryPointCount":7,"policyInconsistent":false},
        "valv":{"nextRunTime":"2018-12-20T22:30:00Z","missedRuns":2,"lastMissedRunTime":"2018-12-18T22:30:00Z","runningJob":"j","sourceBytes":5000000000,"estimatedChangedBytes":1}}})" },
    { "protectable item", trip<ProtectableItem>(), true, R"({"id":"/subscriptions/s/x/y","name":"iaasvmcontainerv2;rg;vm",
        "type":"Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectableItems","properties":{
        "friendlyName":"vm","virtualMachineId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm",
        "resourceGroup":"rg","protectionState":"Protecting","protectableItemType":"Microsoft.Compute/virtualMachines"}})" },
    { "backup status", trip<BackupStatus>(), true, R"({"protectionStatus":"Protected",
        "vaultId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v","fabricName":"Azure",
        "containerName":"iaasvmcontainer;iaasvmcontainerv2;rg;vm","protectedItemName":"vm;iaasvmcontainerv2;rg;vm",
        "policyName":"p","errorCode":"Success","protectedItemsCount":1})" },
    { "recovery point", trip<RecoveryPoint>(), true, R"({"id":"/subscriptions/s/recoveryPoints/26083826328862","name":"26083826328862",
        "type":"Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints","properties":{
        "objectType":"IaasVMRecoveryPoint","recoveryPointType":"CrashConsistent","recoveryPointTime":"2017-11-22T22:32:46.6088472Z",
        "recoveryPointAdditionalInfo":"no agent","sourceVMStorageType":"PremiumVMOnPremiumStorage","isSourceVMEncrypted":true,
        "recoveryPointTierDetails":[{"type":"InstantRP","status":"Deleted","extendedInfo":{"a":"b"}},{"type":"HardenedRP","status":"Valid"}],
        "virtualMachineSize":"Standard_D1","osType":"Windows","recoveryPointProperties":{"expiryTime":"2017-12-22T22:32:46.6088472Z","isSoftDeleted":false},
        "recoveryPointDiskConfiguration":{"numberOfDisksIncludedInBackup":2,"numberOfDisksAttachedToVm":3,
        "includedDiskList":[{"lun":-1,"name":"os"},{"lun":0,"name":"d0"}],"excludedDiskList":[{"lun":1,"name":"d1"}]},
        "valv":{"keptBy":["Daily","LastGood"],"pinned":true,"held":true,"reason":"audit","expiryChosen":true,"etag":"e","disks":[{"lun":-1,"capacityBytes":5,"format":"qcow2"}],"sourceBytes":10,"storedBytes":3}}})" },
    { "job", trip<BackupJob>(), true, R"({"id":"/subscriptions/s/backupJobs/j","name":"j",
        "type":"Microsoft.RecoveryServices/vaults/backupJobs","properties":{"jobType":"AzureIaaSVMJob","operation":"Restore",
        "status":"Failed","entityFriendlyName":"vm","containerName":"iaasvmcontainerv2;rg;vm","backupManagementType":"AzureIaasVM",
        "virtualMachineVersion":"Compute","startTime":"2017-08-03T05:31:07.014604Z","endTime":"2017-08-03T05:31:17Z",
        "duration":"PT9.8782791S","activityId":"a","actionsInfo":["Cancellable","Retriable"],"isUserTriggered":false,
        "errorDetails":[{"errorCode":400094,"errorTitle":"UserErrorVmNotFoundV2","errorString":"Gone.","recommendations":["Stop."]}],
        "extendedInfo":{"tasksList":[{"taskId":"Transfer data from vault","startTime":"2017-08-03T05:31:07Z",
        "endTime":"0001-01-01T00:00:00","duration":"PT0S","status":"InProgress","progressPercentage":41.5,
        "taskExecutionDetails":"1 GBs / 2 GBs Transferred"}],"propertyBag":{"Job Type":"Recover disks","Recovery point time ":"x"},
        "internalPropertyBag":{"restoreLocationType":"RestoreDisks"},"progressPercentage":41.5,
        "estimatedRemainingDuration":"PT1M2.5S","dynamicErrorMessage":"d"},
        "valv":{"progressPercentage":41.5,"figures":{"totalBytes":9000000000,"readBytes":2,"changedBytes":1,"storedBytes":1,
        "bytesPerSecond":1.5,"remainingMilliseconds":62500},"policyName":"p","resultFolder":"/r",
        "sourceResourceId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm"}}})" },
    { "operation that failed", trip<OperationStatus>(), true, R"({"id":"o","name":"o","status":"Failed",
        "startTime":"2017-10-29T06:04:18.207325Z","endTime":"2017-10-29T06:04:19Z","error":{"code":"UserErrorX","message":"No.",
        "additionalInfo":[{"type":"t"}]},"properties":{"objectType":"OperationStatusJobExtendedInfo","jobId":"j"}})" },
    { "restore request", trip<RestoreRequest>(), true, R"({"properties":{"objectType":"IaasVMRestoreRequest","recoveryPointId":"1",
        "recoveryType":"AlternateLocation","sourceResourceId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm",
        "region":"swedencentral","storageAccountId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/a",
        "restoreDiskLunList":[0,3],"targetVirtualMachineId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/new",
        "targetResourceGroupId":"/subscriptions/s/resourceGroups/rg","virtualNetworkId":"/n","createNewCloudService":false,
        "originalStorageAccountOption":false,"encryptionDetails":{"encryptionEnabled":false},
        "valv":{"targetFolder":"/r","format":"qcow2","overwrite":true}}})" },
    { "protect request", trip<ProtectRequest>(), false, R"({"properties":{"protectedItemType":"Microsoft.Compute/virtualMachines",
        "sourceResourceId":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm","policyId":"",
        "protectionState":"ProtectionStopped","isRehydrate":true}})" },
    { "backup request", trip<BackupRequest>(), false,
      R"({"properties":{"objectType":"IaasVMBackupRequest","recoveryPointExpiryTimeInUTC":"2026-06-19T00:00:00Z"}})" },
    { "change of a point", trip<PointChange>(), false, R"({"properties":{"recoveryPointProperties":{"expiryTime":"2027-01-01T00:00:00Z"},
        "valv":{"pinned":false,"held":true,"reason":"audit","followPolicy":true}}})" },
    { "alert", trip<Alert>(), true, R"({"id":"/subscriptions/s/providers/Microsoft.AlertsManagement/alerts/a1","name":"a1",
        "type":"Microsoft.AlertsManagement/alerts","properties":{"essentials":{"severity":"Sev1","signalType":"Log",
        "monitorCondition":"Resolved","alertState":"Acknowledged","monitorService":"Azure Backup","alertRule":"BackupFailed",
        "targetResource":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v","targetResourceName":"vm",
        "targetResourceGroup":"rg","targetResourceType":"Microsoft.RecoveryServices/vaults","description":"It failed.",
        "startDateTime":"2018-12-19T21:30:00Z","lastModifiedDateTime":"2018-12-20T21:30:00Z",
        "monitorConditionResolvedDateTime":"2018-12-21T21:30:00Z","lastModifiedUserName":"anna"},
        "valv":{"code":"BackupFailed","count":3,"lastTime":"2018-12-20T21:30:00Z","job":"j","recommendedAction":"Look.",
        "facts":{"error":"VaultFull"}}}})" },
    { "protection rule", trip<ProtectionRule>(), true, R"({"id":"/subscriptions/s/valvProtectionRules/r","name":"r","etag":"e",
        "type":"Microsoft.RecoveryServices/vaults/valvProtectionRules","properties":{"enabled":false,"policyName":"p",
        "conditions":{"namePattern":"web*","resourceGroup":"rg","tags":{"env":"prod"}}}})" },
    { "preview of a rule", trip<RulePreview>(), false, R"({"properties":{"protectedNow":1,"machines":[
        {"id":"/subscriptions/s/vm/a","name":"a"},{"id":"/subscriptions/s/vm/b","name":"b","reason":"AlreadyProtected","vault":"v"}]}})" },
    { "engine", trip<EngineInfo>(), false, R"({"properties":{"host":"LoginService","hostName":"nas","version":"1.0",
        "dataFolder":"/srv/valv","runsWithoutConsole":true,"startsAtBoot":false}})" },
    { "preview of a removal", trip<RemovalPreview>(), false, R"({"properties":{"freedBytes":9007199254740993,"points":[
        {"name":"1","time":"2018-12-19T21:30:00Z"},{"name":"2","time":"2018-12-18T21:30:00Z","obstacle":{"code":"RecoveryPointHeld",
        "message":"Held.","target":"2","recommendedAction":"Let it go."}}]}})" },
    { "preview of a policy", trip<ExpiryPreview>(), false, R"({"properties":{"expiring":2,"freedBytes":5,"items":[
        {"id":"/subscriptions/s/protectedItems/i","friendlyName":"vm","points":5,"expiring":2,"oldestKept":"2018-12-17T21:30:00Z",
        "expiringTimes":["2018-12-16T21:30:00Z","2018-12-15T21:30:00Z"]}]}})" },
    { "storage config", trip<StorageConfig>(), true, R"({"id":"/subscriptions/s","name":"vaultstorageconfig","properties":{
        "storageModelType":"GeoRedundant","storageType":"GeoRedundant","storageTypeState":"Locked","dedupState":"Disabled",
        "valv":{"secondLocation":{"folder":"/mnt/second"},"replication":{"state":"Current"}}}})" },
    { "lock", trip<ManagementLock>(), true, R"({
        "id":"/subscriptions/s/resourceGroups/rg/providers/Microsoft.Authorization/locks/keep","name":"keep",
        "type":"Microsoft.Authorization/locks","properties":{"level":"CanNotDelete","notes":"Ask first.","owners":[{"applicationId":"x"}]}})" },
    { "deletion blocker", trip<DeletionBlocker>(), false, R"({"kind":"SoftDeletedItem","id":"/subscriptions/s","name":"web",
        "until":"2026-01-04T22:40:00Z"})" },
    { "storage sample", trip<StorageSample>(), false, R"({"time":"2026-01-04T22:40:00Z","storedBytes":9007199254740993,
        "sourceBytes":5})" },
};
// clang-format on

} // namespace jsontools

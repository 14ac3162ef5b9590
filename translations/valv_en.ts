<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
    <context>
        <name>valv::contract::ErrorWords</name>
        <message numerus="yes">
            <source>The policy is used by %n item(s) and cannot be deleted.</source>
            <translation>
                <numerusform>The policy is used by %n item and cannot be deleted.</numerusform>
                <numerusform>The policy is used by %n items and cannot be deleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Undelete it first; %n day(s) are left.</source>
            <translation>
                <numerusform>Undelete it first; %n day is left.</numerusform>
                <numerusform>Undelete it first; %n days are left.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Valv tries again by itself in %n second(s).</source>
            <translation>
                <numerusform>Valv tries again by itself in %n second.</numerusform>
                <numerusform>Valv tries again by itself in %n seconds.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The policy is used by %n protection rule(s) and cannot be deleted.</source>
            <translation>
                <numerusform>The policy is used by %n protection rule and cannot be deleted.</numerusform>
                <numerusform>The policy is used by %n protection rules and cannot be deleted.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::engine::MailText</name>
        <message numerus="yes">
            <source>%n scheduled backup(s) of {name} could not start on time.</source>
            <translation>
                <numerusform>%n scheduled backup of {name} could not start on time.</numerusform>
                <numerusform>%n scheduled backups of {name} could not start on time.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The backup data of {name} was deleted (%n recovery point(s)).</source>
            <translation>
                <numerusform>The backup data of {name} was deleted (%n recovery point).</numerusform>
                <numerusform>The backup data of {name} was deleted (%n recovery points).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>After a change of the policy {policy}, %n recovery point(s) will expire.</source>
            <translation>
                <numerusform>After a change of the policy {policy}, %n recovery point will expire.</numerusform>
                <numerusform>After a change of the policy {policy}, %n recovery points will expire.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alert(s) in %1</source>
            <extracomment>Subject of a mail. %1 is a vault</extracomment>
            <translation>
                <numerusform>%n alert in %1</numerusform>
                <numerusform>%n alerts in %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::AlertText</name>
        <message numerus="yes">
            <source>Backup failed %n time(s)</source>
            <translation>
                <numerusform>Backup failed %n time</numerusform>
                <numerusform>Backup failed %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The backup of %1 has failed %n time(s), the last time on %2.</source>
            <extracomment>%1 is a machine, %2 a moment</extracomment>
            <translation>
                <numerusform>The backup of %1 has failed %n time, the last time on %2.</numerusform>
                <numerusform>The backup of %1 has failed %n times, the last time on %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Restore failed %n time(s)</source>
            <translation>
                <numerusform>Restore failed %n time</numerusform>
                <numerusform>Restore failed %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The restore of %1 has failed %n time(s), the last time on %2.</source>
            <translation>
                <numerusform>The restore of %1 has failed %n time, the last time on %2.</numerusform>
                <numerusform>The restore of %1 has failed %n times, the last time on %2.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scheduled backup(s) missed</source>
            <translation>
                <numerusform>%n scheduled backup missed</numerusform>
                <numerusform>%n scheduled backups missed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n scheduled backup(s) of %1 could not start on time, the first on %2. One backup makes up for them.</source>
            <translation>
                <numerusform>%n scheduled backup of %1 could not start on time, the first on %2. One backup makes up for them.</numerusform>
                <numerusform>%n scheduled backups of %1 could not start on time, the first on %2. One backup makes up for them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The check of the vault %1 found and repaired %n damaged file(s), from the second location.</source>
            <translation>
                <numerusform>The check of the vault %1 found and repaired %n damaged file, from the second location.</numerusform>
                <numerusform>The check of the vault %1 found and repaired %n damaged files, from the second location.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The check of the vault %1 found %n damaged file(s).</source>
            <translation>
                <numerusform>The check of the vault %1 found %n damaged file.</numerusform>
                <numerusform>The check of the vault %1 found %n damaged files.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::CandidateModel</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>%1 a warning, and there are %n more, which the tool tip tells</extracomment>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::Format</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n week(s)</source>
            <translation>
                <numerusform>%n week</numerusform>
                <numerusform>%n weeks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n year</numerusform>
                <numerusform>%n years</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n second(s)</source>
            <translation>
                <numerusform>%n second</numerusform>
                <numerusform>%n seconds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n virtual machine(s)</source>
            <translation>
                <numerusform>%n virtual machine</numerusform>
                <numerusform>%n virtual machines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n vault(s)</source>
            <translation>
                <numerusform>%n vault</numerusform>
                <numerusform>%n vaults</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n item(s)</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n backup item(s)</source>
            <translation>
                <numerusform>%n backup item</numerusform>
                <numerusform>%n backup items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s)</source>
            <translation>
                <numerusform>%n job</numerusform>
                <numerusform>%n jobs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n job(s) in progress</source>
            <translation>
                <numerusform>%n job in progress</numerusform>
                <numerusform>%n jobs in progress</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed job(s)</source>
            <translation>
                <numerusform>%n failed job</numerusform>
                <numerusform>%n failed jobs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n alert(s)</source>
            <translation>
                <numerusform>%n alert</numerusform>
                <numerusform>%n alerts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n notification(s)</source>
            <translation>
                <numerusform>%n notification</numerusform>
                <numerusform>%n notifications</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recovery point(s)</source>
            <translation>
                <numerusform>%n recovery point</numerusform>
                <numerusform>%n recovery points</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n policies</source>
            <translation>
                <numerusform>%n policy</numerusform>
                <numerusform>%n policies</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n disk(s)</source>
            <translation>
                <numerusform>%n disk</numerusform>
                <numerusform>%n disks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n character(s)</source>
            <translation>
                <numerusform>%n character</numerusform>
                <numerusform>%n characters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n error(s)</source>
            <translation>
                <numerusform>%n error</numerusform>
                <numerusform>%n errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s)</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::ProtectedItemModel</name>
        <message numerus="yes">
            <source>%n day(s) until permanent deletion</source>
            <translation>
                <numerusform>%n day until permanent deletion</numerusform>
                <numerusform>%n days until permanent deletion</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::presentation::VaultModel</name>
        <message numerus="yes">
            <source>%n critical</source>
            <translation>
                <numerusform>%n critical</numerusform>
                <numerusform>%n critical</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::AlertDetails</name>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::AlertSummary</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::AlertsPage</name>
        <message numerus="yes">
            <source>%n alert(s) could not be changed.</source>
            <translation>
                <numerusform>%n alert could not be changed.</numerusform>
                <numerusform>%n alerts could not be changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::AllServicesPage</name>
        <message numerus="yes">
            <source>%n service(s)</source>
            <extracomment>%1 services match, %n are offered, %2 what was typed</extracomment>
            <translation>
                <numerusform>%n service</numerusform>
                <numerusform>%n services</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n service(s) match “%2”</source>
            <translation>
                <numerusform>%1 of %n service match “%2”</numerusform>
                <numerusform>%1 of %n services match “%2”</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::AssignPolicyBlade</name>
        <message numerus="yes">
            <source>Save for %n item(s)</source>
            <translation>
                <numerusform>Save for %n item</numerusform>
                <numerusform>Save for %n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Resume backup of %n item(s)</source>
            <translation>
                <numerusform>Resume backup of %n item</numerusform>
                <numerusform>Resume backup of %n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::BackupItemView</name>
        <message numerus="yes">
            <source>%n day(s) until permanent deletion. Until then it can be undone.</source>
            <translation>
                <numerusform>%n day until permanent deletion. Until then it can be undone.</numerusform>
                <numerusform>%n days until permanent deletion. Until then it can be undone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n recovery point(s)</source>
            <extracomment>%1 of %n are shown</extracomment>
            <translation>
                <numerusform>%1 of %n recovery point</numerusform>
                <numerusform>%1 of %n recovery points</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::BackupNowBlade</name>
        <message numerus="yes">
            <source>%n virtual machine(s) off. The recovery points will be crash-consistent.</source>
            <translation>
                <numerusform>%n virtual machine off. The recovery points will be crash-consistent.</numerusform>
                <numerusform>%n virtual machines off. The recovery points will be crash-consistent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Back up %n item(s) now</source>
            <translation>
                <numerusform>Back up %n item now</numerusform>
                <numerusform>Back up %n items now</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::BulkBar</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::CommandPalette</name>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n result</numerusform>
                <numerusform>%n results</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ConnectionRow</name>
        <message numerus="yes">
            <source>This computer, %n folder(s) with disk images</source>
            <translation>
                <numerusform>This computer, %n folder with disk images</numerusform>
                <numerusform>This computer, %n folders with disk images</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::DeleteVaultBlade</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n protected item(s)</source>
            <translation>
                <numerusform>%n protected item</numerusform>
                <numerusform>%n protected items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped item(s) with data</source>
            <translation>
                <numerusform>%n stopped item with data</numerusform>
                <numerusform>%n stopped items with data</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n soft-deleted item(s)</source>
            <translation>
                <numerusform>%n soft-deleted item</numerusform>
                <numerusform>%n soft-deleted items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n resource lock(s)</source>
            <translation>
                <numerusform>%n resource lock</numerusform>
                <numerusform>%n resource locks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::EnableForm</name>
        <message numerus="yes">
            <source>at most %n point(s)</source>
            <extracomment>a limit: "at most 61 points"</extracomment>
            <translation>
                <numerusform>at most %n point</numerusform>
                <numerusform>at most %n points</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::EnableManyBlade</name>
        <message numerus="yes">
            <source>Try again for %n machine(s)</source>
            <translation>
                <numerusform>Try again for %n machine</numerusform>
                <numerusform>Try again for %n machines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Enable backup for %n machine(s)</source>
            <translation>
                <numerusform>Enable backup for %n machine</numerusform>
                <numerusform>Enable backup for %n machines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n machine(s)</source>
            <translation>
                <numerusform>%n machine</numerusform>
                <numerusform>%n machines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Enabling backup for %n machine(s)…</source>
            <translation>
                <numerusform>Enabling backup for %n machine…</numerusform>
                <numerusform>Enabling backup for %n machines…</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::EventList</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ExpiryList</name>
        <message numerus="yes">
            <source>%n recovery point(s) will be removed.</source>
            <translation>
                <numerusform>%n recovery point will be removed.</numerusform>
                <numerusform>%n recovery points will be removed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::FormSummary</name>
        <message numerus="yes">
            <source>%n field(s) need to be corrected.</source>
            <translation>
                <numerusform>%n field needs to be corrected.</numerusform>
                <numerusform>%n fields need to be corrected.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::IntegrityCard</name>
        <message numerus="yes">
            <source>%n file(s), from the second location</source>
            <translation>
                <numerusform>%n file, from the second location</numerusform>
                <numerusform>%n files, from the second location</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n damaged file(s) in the vault.</source>
            <translation>
                <numerusform>%n damaged file in the vault.</numerusform>
                <numerusform>%n damaged files in the vault.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ItemBlade</name>
        <message numerus="yes">
            <source>Try again for %n item(s)</source>
            <translation>
                <numerusform>Try again for %n item</numerusform>
                <numerusform>Try again for %n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ItemListPage</name>
        <message numerus="yes">
            <source>Back up %n item(s) now</source>
            <translation>
                <numerusform>Back up %n item now</numerusform>
                <numerusform>Back up %n items now</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::MachinesStep</name>
        <message numerus="yes">
            <source>Looking for virtual machines… %n found</source>
            <translation>
                <numerusform>Looking for virtual machines… %n found</numerusform>
                <numerusform>Looking for virtual machines… %n found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Discovery at %1 found %n new machine(s).</source>
            <translation>
                <numerusform>Discovery at %1 found %n new machine.</numerusform>
                <numerusform>Discovery at %1 found %n new machines.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n valid</source>
            <translation>
                <numerusform>%n valid</numerusform>
                <numerusform>%n valid</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n with warnings</source>
            <translation>
                <numerusform>%n with warnings</numerusform>
                <numerusform>%n with warnings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not valid</source>
            <translation>
                <numerusform>%n not valid</numerusform>
                <numerusform>%n not valid</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::MainWindow</name>
        <message numerus="yes">
            <source>Notifications, %n unread</source>
            <translation>
                <numerusform>Notifications, %n unread</numerusform>
                <numerusform>Notifications, %n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::MissingMachinesBlade</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::NotificationPanel</name>
        <message numerus="yes">
            <source>%n notification(s)</source>
            <translation>
                <numerusform>%n notification</numerusform>
                <numerusform>%n notifications</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::OverviewPage</name>
        <message numerus="yes">
            <source>%n are not known</source>
            <translation>
                <numerusform>%n is not known</numerusform>
                <numerusform>%n are not known</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It is not known whether %n virtual machine(s) are protected.</source>
            <translation>
                <numerusform>It is not known whether %n virtual machine is protected.</numerusform>
                <numerusform>It is not known whether %n virtual machines are protected.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <extracomment>%1 what a machine lacks, and there are %n more</extracomment>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::OverviewStorageCard</name>
        <message numerus="yes">
            <source>%1 of %n vault(s)</source>
            <extracomment>%1 of the vaults have been read</extracomment>
            <translation>
                <numerusform>%1 of %n vault</numerusform>
                <numerusform>%1 of %n vaults</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyBlade</name>
        <message numerus="yes">
            <source>%n other virtual machine(s) use the policy and are affected.</source>
            <translation>
                <numerusform>%n other virtual machine uses the policy and is affected.</numerusform>
                <numerusform>%n other virtual machines use the policy and are affected.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyPage</name>
        <message numerus="yes">
            <source>%n point(s) kept by more than one rule</source>
            <translation>
                <numerusform>%n point kept by more than one rule</numerusform>
                <numerusform>%n points kept by more than one rule</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>used by %n item(s)</source>
            <translation>
                <numerusform>used by %n item</numerusform>
                <numerusform>used by %n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unsaved change(s)</source>
            <translation>
                <numerusform>%n unsaved change</numerusform>
                <numerusform>%n unsaved changes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::PolicyStep</name>
        <message numerus="yes">
            <source>at most %n point(s)</source>
            <extracomment>a limit: "at most 61 points"</extracomment>
            <translation>
                <numerusform>at most %n point</numerusform>
                <numerusform>at most %n points</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ProtectPage</name>
        <message numerus="yes">
            <source>%n can't be protected</source>
            <translation>
                <numerusform>%n can't be protected</numerusform>
                <numerusform>%n can't be protected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <comment>virtual machines</comment>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Try again for %n machine(s)</source>
            <translation>
                <numerusform>Try again for %n machine</numerusform>
                <numerusform>Try again for %n machines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Skip %n machine(s) and continue</source>
            <translation>
                <numerusform>Skip %n machine and continue</numerusform>
                <numerusform>Skip %n machines and continue</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n virtual machine(s) selected, %1 to read at first</source>
            <translation>
                <numerusform>%n virtual machine selected, %1 to read at first</numerusform>
                <numerusform>%n virtual machines selected, %1 to read at first</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ProtectResults</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>There are %n more cause(s); the list says which.</source>
            <translation>
                <numerusform>There is %n more cause; the list says which.</numerusform>
                <numerusform>There are %n more causes; the list says which.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ReportInstancesCard</name>
        <message numerus="yes">
            <source>(%n item(s))</source>
            <translation>
                <numerusform>(%n item)</numerusform>
                <numerusform>(%n items)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::ReportsPage</name>
        <message numerus="yes">
            <source>%n with warnings</source>
            <translation>
                <numerusform>%n with warnings</numerusform>
                <numerusform>%n with warnings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::RuleBlade</name>
        <message numerus="yes">
            <source>%n virtual machine(s) fit</source>
            <translation>
                <numerusform>%n virtual machine fits</numerusform>
                <numerusform>%n virtual machines fit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n would be protected at once</source>
            <translation>
                <numerusform>%n would be protected at once</numerusform>
                <numerusform>%n would be protected at once</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::SavePolicyBlade</name>
        <message numerus="yes">
            <source>The policy is used by %n backup item(s), affected at once.</source>
            <translation>
                <numerusform>The policy is used by %n backup item, affected at once.</numerusform>
                <numerusform>The policy is used by %n backup items, affected at once.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The policy is used by %n backup item(s), affected when backup is enabled.</source>
            <translation>
                <numerusform>The policy is used by %n backup item, affected when backup is enabled.</numerusform>
                <numerusform>The policy is used by %n backup items, affected when backup is enabled.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::StopBlade</name>
        <message numerus="yes">
            <source>%n recovery point(s) will go; single ones cannot be chosen here.</source>
            <translation>
                <numerusform>%n recovery point will go; single ones cannot be chosen here.</numerusform>
                <numerusform>%n recovery points will go; single ones cannot be chosen here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stop backup of %n item(s)</source>
            <translation>
                <numerusform>Stop backup of %n item</numerusform>
                <numerusform>Stop backup of %n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The data is kept for %n more day(s) free of charge and can be undeleted.</source>
            <translation>
                <numerusform>The data is kept for %n more day free of charge and can be undeleted.</numerusform>
                <numerusform>The data is kept for %n more days free of charge and can be undeleted.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Soft-deleted for %n day(s), then gone.</source>
            <translation>
                <numerusform>Soft-deleted for %n day, then gone.</numerusform>
                <numerusform>Soft-deleted for %n days, then gone.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::TagsEditor</name>
        <message numerus="yes">
            <source>There can be at most %n tag(s).</source>
            <translation>
                <numerusform>There can be at most %n tag.</numerusform>
                <numerusform>There can be at most %n tags.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::UndeleteBlade</name>
        <message numerus="yes">
            <source>%n day(s) until permanent deletion</source>
            <translation>
                <numerusform>%n day until permanent deletion</numerusform>
                <numerusform>%n days until permanent deletion</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Undelete %n item(s)</source>
            <translation>
                <numerusform>Undelete %n item</numerusform>
                <numerusform>Undelete %n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultChooser</name>
        <message numerus="yes">
            <source>%1 of %n vault(s) shown: only those in the machine's region (%2).</source>
            <translation>
                <numerusform>%1 of %n vault shown: only those in the machine's region (%2).</numerusform>
                <numerusform>%1 of %n vaults shown: only those in the machine's region (%2).</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultForm</name>
        <message numerus="yes">
            <source>Suggestion: %1, with %n unprotected virtual machine(s)</source>
            <translation>
                <numerusform>Suggestion: %1, with %n unprotected virtual machine</numerusform>
                <numerusform>Suggestion: %1, with %n unprotected virtual machines</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unprotected virtual machine(s) in the region</source>
            <translation>
                <numerusform>%n unprotected virtual machine in the region</numerusform>
                <numerusform>%n unprotected virtual machines in the region</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultInfrastructurePage</name>
        <message numerus="yes">
            <source>%n file(s) repaired</source>
            <translation>
                <numerusform>%n file repaired</numerusform>
                <numerusform>%n files repaired</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultListPage</name>
        <message numerus="yes">
            <source>%1 of %n vault(s)</source>
            <translation>
                <numerusform>%1 of %n vault</numerusform>
                <numerusform>%1 of %n vaults</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultOverviewPage</name>
        <message numerus="yes">
            <source>%n item(s) wait for the first backup.</source>
            <translation>
                <numerusform>%n item waits for the first backup.</numerusform>
                <numerusform>%n items wait for the first backup.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unprotected virtual machine(s) in the region</source>
            <translation>
                <numerusform>%n unprotected virtual machine in the region</numerusform>
                <numerusform>%n unprotected virtual machines in the region</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::VaultPropertiesPage</name>
        <message numerus="yes">
            <source>Deleted backup data is kept for %n more day(s), free of charge, and can be undeleted.</source>
            <translation>
                <numerusform>Deleted backup data is kept for %n more day, free of charge, and can be undeleted.</numerusform>
                <numerusform>Deleted backup data is kept for %n more days, free of charge, and can be undeleted.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>valv::views::VmListPage</name>
        <message numerus="yes">
            <source>Enable backup for %n machine(s)</source>
            <translation>
                <numerusform>Enable backup for %n machine</numerusform>
                <numerusform>Enable backup for %n machines</numerusform>
            </translation>
        </message>
    </context>
</TS>

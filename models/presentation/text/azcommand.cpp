// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/azcommand.h"

#include <QJsonDocument>

#include <algorithm>

namespace valv::presentation::az {

using contract::BackupPolicy;
using contract::StorageModel;

namespace {

bool isPlain(QChar c)
{
    static const QString marks = QStringLiteral("_-./:=,+%@");
    return (c.unicode() < 0x80 && c.isLetterOrNumber()) || marks.contains(c);
}

//! A command line that grows word by word.
class Line
{
public:
    explicit Line(const char* command)
        : m_text(QStringLiteral("az ") + QLatin1String(command))
    { }
    Line& add(const char* option, const QString& value)
    {
        m_whole = m_whole && !value.isEmpty();
        m_text += QLatin1Char(' ') + QLatin1String(option) + QLatin1Char(' ') + quoted(value);
        return *this;
    }
    //! None: not even the option.
    Line& addEach(const char* option, const QStringList& values)
    {
        if (!values.isEmpty()) {
            m_text += QLatin1Char(' ') + QLatin1String(option);
        }
        for (const auto& value : values) {
            m_text += QLatin1Char(' ') + quoted(value);
        }
        return *this;
    }
    //! A name is missing: nothing rather than a command that does something else.
    [[nodiscard]] QString text() const { return m_whole ? m_text : QString(); }

private:
    QString m_text;
    bool m_whole = true;
};

Line& inGroup(Line& line, const ArmId& id)
{
    return line.add("--subscription", id.subscriptionId()).add("--resource-group", id.resourceGroup());
}

Line& inVault(Line& line, const ArmId& id)
{
    return inGroup(line, id).add("--vault-name", id.value(u"vaults"));
}

Line& ofItem(Line& line, const ArmId& item, const char* nameOption = "--item-name")
{
    return inVault(line, item)
        .add("--container-name", item.value(u"protectionContainers"))
        .add(nameOption, item.value(u"protectedItems"))
        .add("--backup-management-type", QStringLiteral("AzureIaasVM"))
        .add("--workload-type", QStringLiteral("VM"));
}

Line vaultLine(const char* command, const ArmId& vault)
{
    Line line(command);
    inGroup(line, vault).add("--name", vault.value(u"vaults"));
    return line;
}

QString nameOf(StorageModel redundancy)
{
    switch (redundancy) {
    case StorageModel::GeoRedundant:
        return QStringLiteral("GeoRedundant");
    case StorageModel::LocallyRedundant:
        return QStringLiteral("LocallyRedundant");
    case StorageModel::ZoneRedundant:
        return QStringLiteral("ZoneRedundant");
    case StorageModel::Unknown:
        break;
    }
    return {};
}

QString policyJson(const BackupPolicy& policy)
{
    return QString::fromUtf8(QJsonDocument(policy.toJson()).toJson(QJsonDocument::Compact));
}

} // namespace

QString quoted(const QString& word)
{
    if (!word.isEmpty() && std::all_of(word.cbegin(), word.cend(), isPlain)) {
        return word;
    }
    QString inside = word;
    inside.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + inside + QLatin1Char('\'');
}

namespace {

QStringList pairsOf(const QMap<QString, QString>& tags)
{
    QStringList pairs;
    for (auto it = tags.cbegin(); it != tags.cend(); ++it) {
        pairs.append(it.key() + QLatin1Char('=') + it.value());
    }
    return pairs;
}

} // namespace

QString createVault(const ArmId& vault, const QString& location, bool newGroup, const QMap<QString, QString>& tags)
{
    Line create = vaultLine("backup vault create", vault);
    create.add("--location", location).addEach("--tags", pairsOf(tags));
    if (!newGroup || create.text().isEmpty()) {
        return create.text();
    }
    Line group("group create");
    group.add("--subscription", vault.subscriptionId())
        .add("--name", vault.resourceGroup())
        .add("--location", location);
    return group.text() + QStringLiteral(" && ") + create.text();
}

QString deleteVault(const ArmId& vault)
{
    return vaultLine("backup vault delete", vault).text();
}

QString setRedundancy(const ArmId& vault, StorageModel redundancy)
{
    Line line = vaultLine("backup vault backup-properties set", vault);
    return line.add("--backup-storage-redundancy", nameOf(redundancy)).text();
}

QString setSoftDelete(const ArmId& vault, bool on)
{
    Line line = vaultLine("backup vault backup-properties set", vault);
    return line.add("--soft-delete-feature-state", on ? QStringLiteral("Enable") : QStringLiteral("Disable")).text();
}

QString setTags(const ArmId& vault, const QMap<QString, QString>& tags)
{
    Line line("resource tag");
    // One that is empty takes all of them away.
    return line.add("--ids", vault.text()).addEach("--tags", tags.isEmpty() ? QStringList{{}} : pairsOf(tags)).text();
}

QString addLock(const contract::ManagementLock& lock)
{
    const auto scope = lock.scope();
    const bool ofVault = !scope.vaultId().isEmpty();
    Line line(ofVault ? "resource lock create" : "group lock create");
    line.add("--name", lock.name)
        .add("--lock-type",
             lock.level == contract::LockLevel::ReadOnly ? QStringLiteral("ReadOnly") : QStringLiteral("CanNotDelete"));
    if (ofVault) {
        line.add("--resource", scope.text());
    } else {
        inGroup(line, scope);
    }
    return lock.notes.isEmpty() ? line.text() : line.add("--notes", lock.notes).text();
}

QString deleteLock(const ArmId& lock)
{
    return Line("lock delete").add("--ids", lock.text()).text();
}

QString createPolicy(const ArmId& vault, const BackupPolicy& policy)
{
    Line line("backup policy create");
    return inVault(line, vault)
        .add("--name", policy.name)
        .add("--backup-management-type", QStringLiteral("AzureIaasVM"))
        .add("--policy", policyJson(policy))
        .text();
}

QString setPolicy(const ArmId& vault, const BackupPolicy& policy)
{
    Line line("backup policy set");
    return inVault(line, vault).add("--name", policy.name).add("--policy", policyJson(policy)).text();
}

QString deletePolicy(const ArmId& policy)
{
    Line line("backup policy delete");
    return inVault(line, policy).add("--name", policy.value(u"backupPolicies")).text();
}

QString enableBackup(const ArmId& vault, const ArmId& virtualMachine, const QString& policyName)
{
    Line line("backup protection enable-for-vm");
    return inVault(line, vault).add("--vm", virtualMachine.text()).add("--policy-name", policyName).text();
}

QString backupNow(const ArmId& item, const std::optional<QDateTime>& until)
{
    Line line("backup protection backup-now");
    ofItem(line, item);
    if (until) {
        line.add("--retain-until", until->toUTC().toString(QStringLiteral("dd-MM-yyyy-HH:mm:ss")));
    }
    return line.text();
}

QString changePolicy(const ArmId& item, const QString& policyName)
{
    Line line("backup item set-policy");
    return ofItem(line, item, "--name").add("--policy-name", policyName).text();
}

QString stopKeepingData(const ArmId& item)
{
    Line line("backup protection disable");
    return ofItem(line, item).text();
}

QString stopDeletingData(const ArmId& item)
{
    Line line("backup protection disable");
    return ofItem(line, item).add("--delete-backup-data", QStringLiteral("true")).text();
}

QString resume(const ArmId& item, const QString& policyName)
{
    Line line("backup protection resume");
    return ofItem(line, item).add("--policy-name", policyName).text();
}

QString undelete(const ArmId& item)
{
    Line line("backup protection undelete");
    return ofItem(line, item).text();
}

QString restoreAccount()
{
    return QStringLiteral("valvrestore");
}

QString restoreDisks(const ArmId& point, const QString& storageAccount, const QString& targetResourceGroup,
                     const QList<int>& luns)
{
    Line line("backup restore restore-disks");
    inVault(line, point)
        .add("--container-name", point.value(u"protectionContainers"))
        .add("--item-name", point.value(u"protectedItems"))
        .add("--rp-name", point.value(u"recoveryPoints"))
        .add("--storage-account", storageAccount)
        .add("--target-resource-group", targetResourceGroup);
    QStringList numbers;
    for (const int lun : luns) {
        numbers.append(QString::number(lun));
    }
    return line.addEach("--diskslist", numbers).text();
}

QString cancelJob(const ArmId& job)
{
    Line line("backup job stop");
    return inVault(line, job).add("--name", job.value(u"backupJobs")).text();
}

QString showJob(const ArmId& job)
{
    Line line("backup job show");
    return inVault(line, job).add("--name", job.value(u"backupJobs")).text();
}

} // namespace valv::presentation::az

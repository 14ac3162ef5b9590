// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/filters.h"

#include "contract/resources.h"

#include <algorithm>
#include <string_view>

namespace valv::presentation {

QSet<QString> lowered(const QSet<QString>& names)
{
    QSet<QString> all;
    for (const auto& name : names) {
        all.insert(name.toLower());
    }
    return all;
}

TextFilter::TextFilter(QObject* parent)
    : SortFilter(parent)
{ }

void TextFilter::setText(const QString& text)
{
    if (m_text == text) {
        return;
    }
    m_text = text;
    QByteArrayList words;
    for (const auto& word : folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        words.append(word.toUtf8());
    }
    if (words != m_words) {
        m_words = words;
        invalidateFilter();
    }
    Q_EMIT textChanged();
}

const ArmId& TextFilter::idAt(int row) const
{
    return model()->idAt(sourceRow(row));
}

QModelIndex TextFilter::indexOf(const ArmId& id) const
{
    return mapFromSource(model()->indexOf(id));
}

QByteArray TextFilter::idOf(int sourceRow) const
{
    return model()->idAt(sourceRow).utf8();
}

bool TextFilter::keeps(int sourceRow) const
{
    if (!accepts(sourceRow)) {
        return false;
    }
    if (m_words.isEmpty()) {
        return true;
    }
    const auto& key = model()->searchKey(sourceRow);
    const std::string_view text(key.constData(), static_cast<std::size_t>(key.size()));
    return std::all_of(m_words.cbegin(), m_words.cend(), [text](const QByteArray& word) {
        return text.find(word.constData(), 0, static_cast<std::size_t>(word.size())) != text.npos;
    });
}

bool TextFilter::accepts(int sourceRow) const
{
    Q_UNUSED(sourceRow)
    return true;
}

VirtualMachineFilter::VirtualMachineFilter(VirtualMachineModel& model, QObject* parent)
    : TextFilter(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void VirtualMachineFilter::setSubscriptions(const QSet<QString>& ids)
{
    m_subscriptions = lowered(ids);
    invalidateFilter();
}

void VirtualMachineFilter::setResourceGroups(const QSet<QString>& names)
{
    m_resourceGroups = lowered(names);
    invalidateFilter();
}

void VirtualMachineFilter::setRegions(const QSet<QString>& regions)
{
    m_regions.clear();
    for (const auto& region : regions) {
        m_regions.insert(contract::normalizedRegion(region));
    }
    invalidateFilter();
}

void VirtualMachineFilter::setProtections(const QSet<Protection>& protections)
{
    m_protections = protections;
    invalidateFilter();
}

const VmRow& VirtualMachineFilter::rowAt(int row) const
{
    return m_model.rowAt(sourceRow(row));
}

bool VirtualMachineFilter::accepts(int sourceRow) const
{
    const VmRow& row = m_model.rowAt(sourceRow);
    return (m_protections.isEmpty() || m_protections.contains(row.protection))
        && (m_subscriptions.isEmpty() || m_subscriptions.contains(row.vm.id.subscriptionId().toLower()))
        && (m_resourceGroups.isEmpty() || m_resourceGroups.contains(row.vm.id.resourceGroup().toLower()))
        && (m_regions.isEmpty() || m_regions.contains(contract::normalizedRegion(row.vm.location)));
}

ProtectedItemFilter::ProtectedItemFilter(ProtectedItemModel& model, QObject* parent)
    : TextFilter(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void ProtectedItemFilter::setProtections(const QSet<Protection>& protections)
{
    m_protections = protections;
    invalidateFilter();
}

void ProtectedItemFilter::setPreCheck(std::optional<contract::HealthStatus> check)
{
    m_preCheck = check;
    invalidateFilter();
}

void ProtectedItemFilter::setPolicyName(const QString& name)
{
    m_policyName = name;
    invalidateFilter();
}

void ProtectedItemFilter::setVault(const ArmId& vault)
{
    m_vault = vault;
    invalidateFilter();
}

const contract::ProtectedItem& ProtectedItemFilter::rowAt(int row) const
{
    return m_model.rowAt(mapToSource(index(row, 0)).row());
}

bool ProtectedItemFilter::accepts(int sourceRow) const
{
    const auto& item = m_model.rowAt(sourceRow);
    return (m_vault.isEmpty() || item.id.vaultId() == m_vault)
        && (m_policyName.isEmpty() || item.policyName.compare(m_policyName, Qt::CaseInsensitive) == 0)
        && (m_protections.isEmpty() || m_protections.contains(protectionOf(item)))
        && (!m_preCheck || preCheckOf(item) == *m_preCheck);
}

PolicyFilter::PolicyFilter(PolicyModel& model, QObject* parent)
    : TextFilter(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void PolicyFilter::setVault(const ArmId& vault)
{
    m_vault = vault;
    invalidateFilter();
}

const contract::BackupPolicy& PolicyFilter::rowAt(int row) const
{
    return m_model.rowAt(mapToSource(index(row, 0)).row());
}

bool PolicyFilter::accepts(int sourceRow) const
{
    return m_vault.isEmpty() || m_model.rowAt(sourceRow).id.vaultId() == m_vault;
}

JobFilter::JobFilter(JobModel& model, QObject* parent)
    : TextFilter(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void JobFilter::setSince(const std::optional<QDateTime>& since)
{
    m_since = since;
    invalidateFilter();
}

void JobFilter::setStatuses(const QSet<contract::JobStatus>& statuses)
{
    m_statuses = statuses;
    invalidateFilter();
}

void JobFilter::setOperations(const QSet<contract::JobOperation>& operations)
{
    m_operations = operations;
    invalidateFilter();
}

void JobFilter::setVault(const ArmId& vault)
{
    m_vault = vault;
    invalidateFilter();
}

void JobFilter::setItem(const ArmId& item)
{
    m_item = item;
    invalidateFilter();
}

const contract::BackupJob& JobFilter::rowAt(int row) const
{
    return m_model.rowAt(sourceRow(row));
}

bool JobFilter::accepts(int sourceRow) const
{
    const auto& job = m_model.rowAt(sourceRow);
    return (!m_since || job.isRunning() || job.startTime >= *m_since)
        && (m_statuses.isEmpty() || m_statuses.contains(job.status.value()))
        && (m_operations.isEmpty() || m_operations.contains(job.operation.value()))
        && (m_vault.isEmpty() || job.id.vaultId() == m_vault) && (m_item.isEmpty() || JobStore::itemOf(job) == m_item);
}

RecoveryPointFilter::RecoveryPointFilter(RecoveryPointModel& model, QObject* parent)
    : TextFilter(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void RecoveryPointFilter::setSince(const std::optional<QDateTime>& since)
{
    if (m_since != since) {
        m_since = since;
        invalidateFilter();
    }
}

bool RecoveryPointFilter::accepts(int sourceRow) const
{
    return !m_since || m_model.rowAt(sourceRow).time >= *m_since;
}

} // namespace valv::presentation

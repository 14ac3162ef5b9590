// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vaultregistry.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace valv::engine {

QString policyDocument(const QString& policyName)
{
    return QStringLiteral("policies/") + keyOf(policyName);
}

QString itemKeyOf(const store::PointHeader& header)
{
    const auto id = QString::fromStdString(header.itemId);
    return id.contains(QLatin1Char(';')) ? id : itemKey(groupOfNone, QString::fromStdString(header.vmName));
}

QString itemDocument(const QString& nameKey)
{
    return QStringLiteral("items/") + nameKey;
}

Result<> VaultRegistry::create(const VaultRecord& record, Instant now)
{
    const auto key = store::RecoveryKey::generate();
    const auto keyFile = record.keyFile.toStdString();
    if (auto written = key.writeFile(keyFile, record.vault.name.toStdString(), record.id.toStdString()); !written) {
        return written;
    }
    auto made = store::Vault::create(record.folder.toStdString(),
                                     {record.vault.name.toStdString(), record.id.toStdString(), now}, key,
                                     m_options);
    if (!made) {
        QFile::remove(record.keyFile);
        QDir(record.folder).removeRecursively(); // ours: the name holds a fresh id
        return tl::unexpected(made.error());
    }
    const std::lock_guard lock(m_mutex);
    m_entries[record.id] = {std::move(*made), Points()};
    return {};
}

Result<std::shared_ptr<store::Vault>> VaultRegistry::open(const VaultRecord& record)
{
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[record.id];
    if (!entry.vault) {
        const auto key = store::RecoveryKey::fromFile(record.keyFile.toStdString());
        if (!key) {
            return tl::unexpected(key.error());
        }
        auto opened = store::Vault::open(record.folder.toStdString(), *key, m_options);
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        entry.vault = std::move(*opened);
    }
    return entry.vault;
}

void VaultRegistry::adopt(const QString& vaultId, std::shared_ptr<store::Vault> vault, Points points)
{
    const std::lock_guard lock(m_mutex);
    m_entries[vaultId] = {std::move(vault), std::move(points)};
}

void VaultRegistry::forget(const QString& vaultId)
{
    const std::lock_guard lock(m_mutex);
    m_entries.erase(vaultId);
}

Result<QString> VaultRegistry::recoveryKey(const VaultRecord& record) const
{
    const auto key = store::RecoveryKey::fromFile(record.keyFile.toStdString());
    if (!key) {
        return tl::unexpected(key.error());
    }
    return QString::fromStdString(key->text());
}

Result<> VaultRegistry::loadPoints(const VaultRecord& record)
{
    auto vault = open(record);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[record.id];
    if (!entry.points) {
        auto points = (*vault)->points();
        if (!points) {
            return tl::unexpected(points.error());
        }
        entry.points = std::move(*points);
    }
    return {};
}

Result<VaultRegistry::Points> VaultRegistry::points(const VaultRecord& record, const QString& item)
{
    if (auto loaded = loadPoints(record); !loaded) {
        return tl::unexpected(loaded.error());
    }
    const std::lock_guard lock(m_mutex);
    Points found;
    for (const auto& point : m_entries[record.id].points.value_or(Points())) {
        if (item.isEmpty() || itemKeyOf(point.header) == item) {
            found.push_back(point);
        }
    }
    return found;
}

void VaultRegistry::pointAdded(const QString& vaultId, const store::PointInfo& point)
{
    const std::lock_guard lock(m_mutex);
    auto& points = m_entries[vaultId].points;
    if (!points) {
        return; // will be read with the others
    }
    const bool known = std::any_of(points->begin(), points->end(), [&point](const store::PointInfo& other) {
        return other.header.id == point.header.id;
    });
    if (known) {
        return;
    }
    const auto at = std::upper_bound(
        points->begin(), points->end(), point, [](const store::PointInfo& a, const store::PointInfo& b) {
            return std::tie(a.header.time, a.header.id) < std::tie(b.header.time, b.header.id);
        });
    points->insert(at, point);
}

Result<> VaultRegistry::setPointState(const VaultRecord& record, const std::string& pointId,
                                      const store::PointState& state)
{
    auto vault = open(record);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    if (auto set = (*vault)->setPointState(pointId, state); !set) {
        return set;
    }
    const std::lock_guard lock(m_mutex);
    if (auto& points = m_entries[record.id].points) {
        for (auto& point : *points) {
            if (point.header.id == pointId) {
                point.state = state;
            }
        }
    }
    return {};
}

Result<> VaultRegistry::removePoint(const VaultRecord& record, const std::string& pointId)
{
    auto vault = open(record);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    if (auto removed = (*vault)->removePoint(pointId); !removed && removed.error().code != "PointNotFound") {
        return removed;
    }
    const std::lock_guard lock(m_mutex);
    if (auto& points = m_entries[record.id].points) {
        std::erase_if(*points, [&pointId](const store::PointInfo& point) { return point.header.id == pointId; });
    }
    return {};
}

Result<> VaultRegistry::putDocument(const VaultRecord& record, const QString& name, const QJsonObject& json)
{
    auto vault = open(record);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    return (*vault)->putDocument(name.toStdString(), QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString());
}

Result<> VaultRegistry::removeDocument(const VaultRecord& record, const QString& name)
{
    auto vault = open(record);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    auto removed = (*vault)->removeDocument(name.toStdString());
    return !removed && removed.error().code != "DocumentNotFound" ? removed : Result<>();
}

} // namespace valv::engine

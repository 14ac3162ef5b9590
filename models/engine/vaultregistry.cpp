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

QString ruleDocument(const QString& ruleName)
{
    return QStringLiteral("rules/") + keyOf(ruleName);
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
                                     {record.vault.name.toStdString(), record.id.toStdString(), now}, key, m_options);
    if (!made) {
        QFile::remove(record.keyFile);
        QDir(record.folder).removeRecursively(); // ours: the name holds a fresh id
        return tl::unexpected(made.error());
    }
    const auto entry = entryOf(record.id);
    const std::lock_guard lock(entry->mutex);
    entry->vault = std::move(*made);
    entry->points = Points();
    entry->ofSecond = false;
    return {};
}

std::shared_ptr<VaultRegistry::Entry> VaultRegistry::entryOf(const QString& vaultId)
{
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[vaultId];
    if (!entry) {
        entry = std::make_shared<Entry>();
    }
    return entry;
}

void VaultRegistry::tellChanged(const QString& vaultId) const
{
    if (m_watch.changed) {
        m_watch.changed(vaultId);
    }
}

Result<std::shared_ptr<store::Vault>> VaultRegistry::openLocked(Entry& entry, const VaultRecord& record) const
{
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
        if (m_watch.opened) {
            m_watch.opened(record.id, *entry.vault);
        }
    }
    return entry.vault;
}

Result<std::shared_ptr<store::Vault>> VaultRegistry::open(const VaultRecord& record)
{
    const auto entry = entryOf(record.id);
    const std::lock_guard lock(entry->mutex);
    return openLocked(*entry, record);
}

Result<std::shared_ptr<store::Vault>> VaultRegistry::openSecond(const VaultRecord& record) const
{
    if (record.secondFolder.isEmpty()) {
        return failure("SecondLocationNone", "The vault has no second location.", record.vault.name.toStdString());
    }
    const auto key = store::RecoveryKey::fromFile(record.keyFile.toStdString());
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto opened = store::Vault::open(record.secondFolder.toStdString(), *key, m_options);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    return std::shared_ptr<store::Vault>(std::move(*opened));
}

void VaultRegistry::adopt(const QString& vaultId, std::shared_ptr<store::Vault> vault, Points points)
{
    const auto entry = entryOf(vaultId);
    const std::lock_guard lock(entry->mutex);
    entry->vault = std::move(vault);
    entry->points = std::move(points);
    entry->ofSecond = false;
}

void VaultRegistry::forget(const QString& vaultId)
{
    const std::lock_guard lock(m_mutex);
    m_entries.erase(vaultId);
}

void VaultRegistry::readPointsAgain(const QString& vaultId)
{
    const auto entry = entryOf(vaultId);
    const std::lock_guard lock(entry->mutex);
    entry->points.reset();
    entry->ofSecond = false;
}

Result<QString> VaultRegistry::recoveryKey(const VaultRecord& record) const
{
    const auto key = store::RecoveryKey::fromFile(record.keyFile.toStdString());
    if (!key) {
        return tl::unexpected(key.error());
    }
    return QString::fromStdString(key->text());
}

Result<> VaultRegistry::loadPoints(Entry& entry, const VaultRecord& record) const
{
    if (entry.points && !entry.ofSecond) {
        return {};
    }
    const auto vault = openLocked(entry, record);
    auto points = vault ? (*vault)->points() : Result<Points>(tl::unexpected(vault.error()));
    if (points && std::none_of(points->begin(), points->end(), [](const auto& point) { return point.damaged; })) {
        entry.points = std::move(*points);
        entry.ofSecond = false;
        return {};
    }
    if (entry.points && !points) {
        return {}; // still lost, and known
    }
    const auto second = openSecond(record);
    auto copies = second ? (*second)->points() : Result<Points>(tl::unexpected(second.error()));
    if (!copies && !points) {
        return tl::unexpected(points.error());
    }
    if (!points) {
        entry.points = std::move(*copies);
        entry.ofSecond = true;
        return {};
    }
    for (auto& point : *points) {
        const auto same = [&point](const store::PointInfo& copy) { return copy.header.id == point.header.id; };
        if (const auto copy = copies ? std::find_if(copies->begin(), copies->end(), same) : Points::iterator();
            copies && point.damaged && copy != copies->end()) {
            point = *copy;
        }
    }
    std::sort(points->begin(), points->end(), [](const auto& a, const auto& b) {
        return std::tie(a.header.time, a.header.id) < std::tie(b.header.time, b.header.id);
    });
    entry.points = std::move(*points);
    entry.ofSecond = false;
    return {};
}

Result<VaultRegistry::Points> VaultRegistry::points(const VaultRecord& record, const QString& item)
{
    const auto entry = entryOf(record.id);
    const std::lock_guard lock(entry->mutex);
    if (auto loaded = loadPoints(*entry, record); !loaded) {
        return tl::unexpected(loaded.error());
    }
    Points found;
    for (const auto& point : *entry->points) {
        if (item.isEmpty() || itemKeyOf(point.header) == item) {
            found.push_back(point);
        }
    }
    return found;
}

void VaultRegistry::pointAdded(const QString& vaultId, const store::PointInfo& point)
{
    tellChanged(vaultId);
    const auto entry = entryOf(vaultId);
    const std::lock_guard lock(entry->mutex);
    auto& points = entry->points;
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
    tellChanged(record.id);
    const auto entry = entryOf(record.id);
    const std::lock_guard lock(entry->mutex);
    if (auto& points = entry->points) {
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
    if (m_watch.removing) {
        if (auto noted = m_watch.removing(record.id, store::Vault::pointBlob(pointId)); !noted) {
            return noted;
        }
    }
    if (auto removed = (*vault)->removePoint(pointId); !removed && removed.error().code != "PointNotFound") {
        return removed;
    }
    tellChanged(record.id);
    const auto entry = entryOf(record.id);
    const std::lock_guard lock(entry->mutex);
    if (auto& points = entry->points) {
        std::erase_if(*points, [&pointId](const store::PointInfo& point) { return point.header.id == pointId; });
    }
    return {};
}

Result<> VaultRegistry::collect(const VaultRecord& record, const std::stop_token& stop)
{
    const auto vault = open(record);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    const auto collected = (*vault)->collect({}, stop);
    tellChanged(record.id);
    return collected ? Result<>() : tl::unexpected(collected.error());
}

Result<> VaultRegistry::putDocument(const VaultRecord& record, const QString& name, const QJsonObject& json)
{
    auto vault = open(record);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    auto put =
        (*vault)->putDocument(name.toStdString(), QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString());
    if (put) {
        tellChanged(record.id);
    }
    return put;
}

Result<> VaultRegistry::removeDocument(const VaultRecord& record, const QString& name)
{
    auto vault = open(record);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    if (m_watch.removing) {
        if (auto noted = m_watch.removing(record.id, (*vault)->documentBlob(name.toStdString())); !noted) {
            return noted;
        }
    }
    auto removed = (*vault)->removeDocument(name.toStdString());
    tellChanged(record.id);
    return !removed && removed.error().code != "DocumentNotFound" ? removed : Result<>();
}

} // namespace valv::engine

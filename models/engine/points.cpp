// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/points.h"

#include "engine/wire_p.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <map>

namespace valv::engine {

namespace {

const std::string scheduledKey = "scheduled";
const std::string scheduledForKey = "scheduledFor";
const std::string policyKey = "policy";
const std::string vmKey = "vm";
const std::string chosenKey = "chosen"; //!< in a point's state: its expiry is a person's choice
const std::string onDemandKey = "onDemandUntil"; //!< the date that the choice took the place of

std::string valueOf(const std::map<std::string, std::string>& map, const std::string& key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::string() : found->second;
}

} // namespace

std::map<std::string, std::string> toProperties(const PointOrigin& origin)
{
    const auto& vm = origin.vm;
    QJsonObject tags;
    for (const auto& [key, value] : vm.tags) {
        tags.insert(text(key), text(value));
    }
    const QJsonObject json{
        {QStringLiteral("id"), text(vm.id)},
        {QStringLiteral("name"), text(vm.name)},
        {QStringLiteral("resourceGroup"), text(vm.resourceGroup)},
        {QStringLiteral("region"), text(vm.region)},
        {QStringLiteral("size"), text(vm.size)},
        {QStringLiteral("os"), contract::toText(wireOs(vm.os))},
        {QStringLiteral("osName"), text(vm.osName)},
        {QStringLiteral("computerName"), text(vm.computerName)},
        {QStringLiteral("encrypted"), vm.encrypted},
        {QStringLiteral("tags"), tags},
    };
    std::map<std::string, std::string> properties{
        {scheduledKey, origin.scheduled ? "true" : "false"},
        {policyKey, origin.policyName.toStdString()},
        {vmKey, QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString()},
    };
    if (origin.scheduledFor) {
        properties[scheduledForKey] = toIso(*origin.scheduledFor).toStdString();
    }
    return properties;
}

PointOrigin originOf(const store::PointHeader& header)
{
    PointOrigin origin;
    origin.scheduled = valueOf(header.properties, scheduledKey) == "true";
    origin.scheduledFor = fromIso(text(valueOf(header.properties, scheduledForKey)));
    origin.policyName = text(valueOf(header.properties, policyKey));
    const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(valueOf(header.properties, vmKey))).object();
    const auto word = [&json](const char* key) { return json.value(QLatin1String(key)).toString().toStdString(); };
    auto& vm = origin.vm;
    vm.id = word("id");
    vm.name = word("name");
    vm.resourceGroup = word("resourceGroup");
    vm.region = word("region");
    vm.size = word("size");
    const auto os = contract::fromText<contract::OsType>(text(word("os")));
    vm.os = os == contract::OsType::Linux ? hypervisor::OsType::Linux
        : os == contract::OsType::Windows ? hypervisor::OsType::Windows
                                          : hypervisor::OsType::Unknown;
    vm.osName = word("osName");
    vm.computerName = word("computerName");
    vm.encrypted = json.value(QLatin1String("encrypted")).toBool();
    const auto tags = json.value(QLatin1String("tags")).toObject();
    for (auto it = tags.begin(); it != tags.end(); ++it) {
        vm.tags[it.key().toStdString()] = it.value().toString().toStdString();
    }
    return origin;
}

std::string newPointId(Context& context)
{
    const auto millis = context.clock->now().time_since_epoch().count();
    const auto turn = context.pointIds++ % 100;
    return QStringLiteral("%1%2")
        .arg(millis, 13, 10, QLatin1Char('0'))
        .arg(turn, 2, 10, QLatin1Char('0'))
        .toStdString();
}

std::vector<policy::Verdict> verdictsOn(const ItemRecord& item, const std::optional<PolicyRecord>& policy,
                                        const VaultRegistry::Points& points, const QDateTime& now)
{
    std::vector<policy::PointFacts> facts;
    for (const auto& point : points) {
        if (point.damaged) {
            continue;
        }
        const auto origin = originOf(point.header);
        policy::PointFacts fact;
        fact.id = text(point.header.id);
        fact.time = toDateTime(point.header.time);
        fact.scheduled = origin.scheduled;
        fact.scheduledFor = origin.scheduledFor;
        fact.chosenUntil = chosenDate(point.state);
        if (point.state.expiry && !fact.chosenUntil) {
            fact.onDemandUntil = toDateTime(*point.state.expiry);
        }
        fact.pinned = point.state.pinned || point.stateDamaged;
        fact.held = point.state.hold;
        facts.push_back(std::move(fact));
    }
    const bool stopped = item.deletedAt || item.state == contract::ProtectionState::ProtectionStopped || !policy;
    return policy::retain(policy ? policy->policy : contract::BackupPolicy::defaultPolicy(), facts, now,
                          stopped ? policy::Protection::Stopped : policy::Protection::Active);
}

QStringList expiredPoints(const ItemRecord& item, const std::optional<PolicyRecord>& policy,
                          const VaultRegistry::Points& points, const QDateTime& now)
{
    const auto newest = lastGoodPoint(points);
    if (newest.empty() || !policy) {
        return {};
    }
    std::map<std::string, const store::PointInfo*> byId;
    for (const auto& point : points) {
        byId[point.header.id] = &point;
    }
    const auto today = verdictsOn(item, policy, points, now);
    const bool suspended = item.state == contract::ProtectionState::BackupsSuspended;
    const auto then = suspended ? today : verdictsOn(item, policy, points, toDateTime(byId.at(newest)->header.time));
    QSet<QString> keptThen;
    for (const auto& verdict : then) {
        if (verdict.kept) {
            keptThen.insert(verdict.id);
        }
    }
    QStringList expired;
    for (const auto& verdict : today) {
        const auto& point = *byId.at(verdict.id.toStdString());
        const bool byAge = originOf(point.header).scheduled && !chosenDate(point.state);
        if (!verdict.kept && !(byAge && keptThen.contains(verdict.id))) {
            expired.append(verdict.id);
        }
    }
    return expired;
}

std::string lastGoodPoint(const VaultRegistry::Points& points)
{
    const auto newest =
        std::find_if(points.rbegin(), points.rend(), [](const store::PointInfo& point) { return !point.damaged; });
    return newest == points.rend() ? std::string() : newest->header.id;
}

std::optional<QDateTime> chosenDate(const store::PointState& state)
{
    return state.expiry && valueOf(state.properties, chosenKey) == "true" ? std::optional(toDateTime(*state.expiry))
                                                                          : std::nullopt;
}

store::PointState withChosenDate(store::PointState state, const std::optional<QDateTime>& until)
{
    const bool before = chosenDate(state).has_value();
    if (until) {
        if (!before && state.expiry) {
            state.properties[onDemandKey] = toIso(toDateTime(*state.expiry)).toStdString();
        }
        state.properties[chosenKey] = "true";
        state.expiry = toInstant(*until);
    } else if (before) {
        const auto onDemand = fromIso(text(valueOf(state.properties, onDemandKey)));
        state.expiry = onDemand ? std::optional(toInstant(*onDemand)) : std::nullopt;
        state.properties.erase(chosenKey);
        state.properties.erase(onDemandKey);
    }
    return state;
}

QString pointEtag(const store::PointInfo& point)
{
    const auto& state = point.state;
    const auto chosen = chosenDate(state);
    const auto words = QStringLiteral("%1|%2|%3|%4")
                           .arg(state.pinned ? 1 : 0)
                           .arg(state.hold ? 1 : 0)
                           .arg(chosen ? toIso(*chosen) : QString(), text(state.reason));
    const auto hash = QCryptographicHash::hash(words.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return QStringLiteral("W/\"%1\"").arg(QString::fromLatin1(hash));
}

QList<contract::RecoveryPoint> shownPoints(const ArmId& itemId, const ItemRecord& item,
                                           const std::optional<PolicyRecord>& policy,
                                           const VaultRegistry::Points& points, const QDateTime& now)
{
    QList<contract::RecoveryPoint> shown;
    for (const auto& verdict : verdictsOn(item, policy, points, now)) {
        const auto id = verdict.id.toStdString();
        const auto found = std::find_if(points.begin(), points.end(),
                                        [&id](const store::PointInfo& point) { return point.header.id == id; });
        const auto origin = originOf(found->header);
        contract::RecoveryPoint point;
        point.name = verdict.id;
        point.id = itemId.child(QStringLiteral("recoveryPoints"), point.name);
        point.consistency = contract::Open<contract::ConsistencyType>::fromWire(text(found->header.consistency));
        point.consistencyReason = text(found->header.consistencyReason);
        point.time = toDateTime(found->header.time);
        // A point is shown when its manifest is safe in the vault, never before: there is no instant tier here.
        point.tiers.append({contract::TierType::HardenedRP, contract::TierStatus::Valid});
        point.expiry = verdict.until;
        for (const auto reason : verdict.reasons) {
            point.keptBy.append(policy::toText(reason));
        }
        point.pinned = found->state.pinned;
        point.held = found->state.hold;
        point.reason = text(found->state.reason);
        point.expiryChosen = chosenDate(found->state).has_value();
        point.etag = pointEtag(*found);
        qint64 data = 0;
        for (const auto& disk : found->disks) {
            point.disks.append({text(disk.header.name), disk.header.osDisk ? -1 : disk.header.lun,
                                static_cast<qint64>(disk.header.capacity), text(disk.header.format)});
            data += static_cast<qint64>(disk.dataBytes);
        }
        point.sourceBytes = data;
        point.storedBytes = static_cast<qint64>(found->stats.bytesStored);
        point.osType = wireOs(origin.vm.os);
        point.vmSize = text(origin.vm.size);
        shown.append(point);
    }
    return shown;
}

std::optional<PolicyRecord> policyOf(const Context& context, const VaultRecord& vault, const ItemRecord& item)
{
    if (item.policyKey.isEmpty()) {
        return std::nullopt;
    }
    return findPolicy(*context.catalogue, vault, item.policyKey).value_or(std::nullopt);
}

void countPoints(ItemRecord& item, const VaultRegistry::Points& points)
{
    item.points = 0;
    item.lastPoint.reset();
    item.oldestPoint.reset();
    for (const auto& point : points) {
        if (point.damaged) {
            continue;
        }
        const auto time = toDateTime(point.header.time);
        ++item.points;
        item.lastPoint = item.lastPoint ? std::max(*item.lastPoint, time) : time;
        item.oldestPoint = item.oldestPoint ? std::min(*item.oldestPoint, time) : time;
    }
}

} // namespace valv::engine

// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/previews.h"

#include "contract/json_p.h"

#include <numeric>

namespace valv::contract {
namespace {

constexpr QLatin1String freedKey("freedBytes");
constexpr QLatin1String nameKey("name");
constexpr QLatin1String timeKey("time");
constexpr QLatin1String timesKey("expiringTimes");

std::optional<Error> obstacleFrom(const Reader& reader)
{
    const auto code = reader.text(QLatin1String("code"));
    if (code.isEmpty()) {
        return std::nullopt;
    }
    return Error{code.toStdString(),
                 reader.text(QLatin1String("message")).toStdString(),
                 reader.text(QLatin1String("target")).toStdString(),
                 reader.text(QLatin1String("recommendedAction")).toStdString(),
                 {}};
}

QJsonObject obstacleJson(const Error& error)
{
    return Writer()
        .text(QLatin1String("code"), QString::fromStdString(error.code))
        .text(QLatin1String("message"), QString::fromStdString(error.message))
        .text(QLatin1String("target"), QString::fromStdString(error.target))
        .text(QLatin1String("recommendedAction"), QString::fromStdString(error.action))
        .done();
}

QJsonValue timeJson(const QDateTime& time)
{
    return Writer().time(timeKey, time).done().value(timeKey);
}

} // namespace

Result<RemovalPreview> RemovalPreview::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    RemovalPreview preview;
    preview.freedBytes = p.number(freedKey);
    const auto points = p.list(QLatin1String("points"));
    for (const auto& point : points) {
        preview.points.append({point.text(nameKey), point.time(timeKey).value_or(QDateTime()),
                               obstacleFrom(point.in(QLatin1String("obstacle")))});
    }
    return checked(reader, preview);
}

QJsonObject RemovalPreview::toJson() const
{
    QJsonArray all;
    for (const auto& point : points) {
        all.append(
            Writer()
                .text(nameKey, point.name)
                .time(timeKey, point.time)
                .object(QLatin1String("obstacle"), point.obstacle ? obstacleJson(*point.obstacle) : QJsonObject())
                .done());
    }
    const QJsonObject p{{freedKey, freedBytes}, {QLatin1String("points"), all}};
    return {{propertiesKey, p}};
}

int ExpiryPreview::expiring() const
{
    return std::accumulate(items.begin(), items.end(), 0,
                           [](int sum, const Item& item) { return sum + item.expiring; });
}

Result<ExpiryPreview> ExpiryPreview::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    ExpiryPreview preview;
    preview.freedBytes = p.number(freedKey, -1);
    const auto items = p.list(QLatin1String("items"));
    for (const auto& item : items) {
        Item value;
        value.id = item.id(QLatin1String("id"));
        value.friendlyName = item.text(QLatin1String("friendlyName"));
        value.points = item.integer(QLatin1String("points"));
        value.expiring = item.integer(QLatin1String("expiring"));
        value.oldestKept = item.time(QLatin1String("oldestKept"));
        const auto times = item.texts(timesKey);
        for (const auto& time : times) {
            if (const auto at = Reader({{timeKey, time}}).time(timeKey)) {
                value.times.append(*at);
            }
        }
        preview.items.append(value);
    }
    return checked(reader, preview);
}

QJsonObject ExpiryPreview::toJson() const
{
    QJsonArray all;
    for (const auto& item : items) {
        QJsonArray times;
        for (const auto& time : item.times) {
            times.append(timeJson(time));
        }
        all.append(Writer()
                       .id(QLatin1String("id"), item.id)
                       .text(QLatin1String("friendlyName"), item.friendlyName)
                       .number(QLatin1String("points"), item.points)
                       .number(QLatin1String("expiring"), item.expiring)
                       .time(QLatin1String("oldestKept"), item.oldestKept)
                       .array(timesKey, times)
                       .done());
    }
    QJsonObject p{{QLatin1String("expiring"), expiring()}, {QLatin1String("items"), all}};
    if (freedBytes >= 0) {
        p.insert(freedKey, freedBytes);
    }
    return {{propertiesKey, p}};
}

} // namespace valv::contract

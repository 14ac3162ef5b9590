// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/http.h"
#include "core/clock.h"
#include "core/ids.h"
#include "engine/engine.h"
#include "service/router.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

//! A router over a real engine on a folder of images, for the tests of this room.
namespace valv::test {

struct Reply
{
    int status = 0;
    contract::Headers headers;
    QByteArray body;
    QJsonObject json;
    [[nodiscard]] QString header(const char* name) const { return QString::fromUtf8(contract::header(headers, name)); }
    [[nodiscard]] QString code() const
    {
        return json.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString();
    }
    [[nodiscard]] QString message() const
    {
        return json.value(QLatin1String("error")).toObject().value(QLatin1String("message")).toString();
    }
    [[nodiscard]] QJsonObject properties() const { return json.value(QLatin1String("properties")).toObject(); }
    [[nodiscard]] QJsonArray value() const { return json.value(QLatin1String("value")).toArray(); }
    [[nodiscard]] QStringList names() const;
};

class World
{
public:
    //! VMs in rg-web (westeurope), one in another region; 9 January 2019 12:00 UTC.
    explicit World(int vms = 3, const engine::Capacity& capacity = {});
    ~World();

    [[nodiscard]] QString data() const { return m_dir.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    engine::Engine& engine() { return *m_engine; }
    service::Router& router() { return *m_router; }
    ManualClock& clock() { return *m_clock; }
    [[nodiscard]] QString subscription() const { return m_subscription; }

    //! As it stands on the request line; {s} is the subscription, {v} the vault's path, {i} the path of vm-001's item.
    Reply send(contract::Method method, const QString& target, const QByteArray& body = {},
               const contract::Headers& headers = {});
    //! With an api-version.
    Reply get(const QString& path);
    Reply head(const QString& path);
    Reply put(const QString& path, const QJsonObject& body, const contract::Headers& headers = {});
    Reply patch(const QString& path, const QJsonObject& body, const contract::Headers& headers = {});
    Reply post(const QString& path, const QJsonObject& body = {});
    Reply remove(const QString& path, const contract::Headers& headers = {});
    //! GET of an absolute link, as a client follows it.
    Reply follow(const QString& url);

    void makeVault(const QString& name = QStringLiteral("vault-one"));
    //! The item's path below the vault {v}.
    [[nodiscard]] static QString item(const QString& vm, const QString& group = QStringLiteral("rg-web"));
    [[nodiscard]] QJsonObject protectBody(const QString& vm,
                                          const QString& policy = QStringLiteral("DefaultPolicy")) const;
    Reply protect(const QString& vm);
    //! Protected, and backed up once.
    void protectAndBackup(const QString& vm);
    [[nodiscard]] QString firstPoint(const QString& vm);

private:
    [[nodiscard]] QString expanded(QString path) const;
    [[nodiscard]] static QString withVersion(const QString& path);

    QTemporaryDir m_dir;
    std::shared_ptr<ManualClock> m_clock;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<service::Router> m_router;
    QString m_subscription;
};

//! Links are absolute and begin with this.
[[nodiscard]] QString base();

} // namespace valv::test

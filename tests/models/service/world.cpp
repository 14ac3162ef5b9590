// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "core/datetime.h"
#include "hypervisor/imagefolder.h"

#include <QDate>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTime>
#include <QTimeZone>

namespace valv::test {
namespace {

using contract::Method;

constexpr qint64 diskBytes = 1024 * 1024;

void writeImage(const QString& path, int seed)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(diskBytes));
    QByteArray block(4096, static_cast<char>('a' + seed % 26));
    block.replace(0, 4, QByteArray::number(1000 + seed % 9000));
    QCOMPARE(file.write(block), block.size());
}

} // namespace

QStringList Reply::names() const
{
    QStringList names;
    for (const auto& entry : value()) {
        names.append(entry.toObject().value(QLatin1String("name")).toString());
    }
    return names;
}

QString base()
{
    return QStringLiteral("https://test.example:8443");
}

World::World(int vms, const engine::Capacity& capacity)
    : m_clock(std::make_shared<ManualClock>(toInstant(QDateTime(QDate(2019, 1, 9), QTime(12, 0), Qt::UTC))))
{
    const auto images = m_dir.filePath(QStringLiteral("images"));
    QDir().mkpath(images);
    QJsonObject facts;
    for (int i = 1; i <= vms; ++i) {
        const auto file = QStringLiteral("vm-%1.raw").arg(i, 3, 10, QLatin1Char('0'));
        writeImage(images + QLatin1Char('/') + file, i);
        facts.insert(file,
                     QJsonObject{{QStringLiteral("region"), QStringLiteral("westeurope")},
                                 {QStringLiteral("resourceGroup"), QStringLiteral("rg-web")},
                                 {QStringLiteral("size"), QStringLiteral("Standard_D2s_v3")},
                                 {QStringLiteral("os"), QStringLiteral("Linux")},
                                 {QStringLiteral("powerState"), QStringLiteral("Stopped")}});
    }
    writeImage(images + QStringLiteral("/far-away.raw"), 0);
    facts.insert(QStringLiteral("far-away.raw"),
                 QJsonObject{{QStringLiteral("region"), QStringLiteral("northeurope")},
                             {QStringLiteral("resourceGroup"), QStringLiteral("rg-north")}});
    QFile json(images + QStringLiteral("/valv.json"));
    if (json.open(QIODevice::WriteOnly)) {
        json.write(QJsonDocument(QJsonObject{{QStringLiteral("images"), facts}}).toJson());
        json.close();
    }
    engine::Options options;
    options.dataFolder = data();
    options.clock = m_clock;
    options.ids = std::make_shared<SequenceIds>(7);
    options.defaultRegion = QStringLiteral("westeurope");
    options.timeZone = QTimeZone("Europe/Stockholm");
    options.capacity = capacity;
    options.sources.push_back(hypervisor::makeImageFolder(images.toStdString()));
    auto engine = engine::Engine::open(std::move(options));
    if (!engine) {
        qFatal("engine: %s", engine.error().message.c_str());
    }
    m_engine = std::move(*engine);
    m_subscription = m_engine->subscriptions().constFirst().subscriptionId;
    m_router = std::make_unique<service::Router>(*m_engine, m_clock, std::make_shared<SequenceIds>(8));
}

World::~World() = default;

QString World::expanded(QString path) const
{
    path.replace(QLatin1String("{i}"), QLatin1String("{v}/") + item(QStringLiteral("vm-001")));
    path.replace(QLatin1String("{v}"),
                 QLatin1String(
                     "/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/vault-one"));
    return path.replace(QLatin1String("{s}"), m_subscription);
}

QString World::withVersion(const QString& path)
{
    return path + QLatin1Char(path.contains(QLatin1Char('?')) ? '&' : '?') + QStringLiteral("api-version=2023-02-01");
}

Reply World::send(Method method, const QString& target, const QByteArray& body, const contract::Headers& headers)
{
    const auto answer = m_router->handle({method, expanded(target), headers, body}, {}, base());
    return {answer.status, answer.headers, answer.body, QJsonDocument::fromJson(answer.body).object()};
}

Reply World::get(const QString& path)
{
    return send(Method::Get, withVersion(path));
}

Reply World::head(const QString& path)
{
    return send(Method::Head, withVersion(path));
}

Reply World::put(const QString& path, const QJsonObject& body, const contract::Headers& headers)
{
    return send(Method::Put, withVersion(path), QJsonDocument(body).toJson(), headers);
}

Reply World::patch(const QString& path, const QJsonObject& body, const contract::Headers& headers)
{
    return send(Method::Patch, withVersion(path), QJsonDocument(body).toJson(), headers);
}

Reply World::post(const QString& path, const QJsonObject& body)
{
    return send(Method::Post, withVersion(path), body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson());
}

Reply World::remove(const QString& path, const contract::Headers& headers)
{
    return send(Method::Delete, withVersion(path), {}, headers);
}

Reply World::follow(const QString& url)
{
    return send(Method::Get, url);
}

void World::makeVault(const QString& name)
{
    const auto reply = put(
        QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/") + name,
        {{QStringLiteral("location"), QStringLiteral("westeurope")}});
    QCOMPARE(reply.status, 201);
}

QString World::item(const QString& vm, const QString& group)
{
    const auto name = QString(group + QLatin1Char(';') + vm);
    return QStringLiteral(
               "backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;%1/protectedItems/"
               "VM;iaasvmcontainerv2;%1")
        .arg(name);
}

QJsonObject World::protectBody(const QString& vm, const QString& policy) const
{
    return {{QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("protectedItemType"), QStringLiteral("Microsoft.Compute/virtualMachines")},
                         {QStringLiteral("sourceResourceId"),
                          ArmId::virtualMachine(m_subscription, QStringLiteral("rg-web"), vm).text()},
                         {QStringLiteral("policyId"), expanded(QStringLiteral("{v}/backupPolicies/") + policy)}}}};
}

Reply World::protect(const QString& vm)
{
    return put(QStringLiteral("{v}/") + item(vm), protectBody(vm));
}

void World::protectAndBackup(const QString& vm)
{
    QCOMPARE(protect(vm).status, 202);
    m_engine->waitForJobs();
    QCOMPARE(post(QStringLiteral("{v}/") + item(vm) + QStringLiteral("/backup")).status, 202);
    m_engine->waitForJobs();
}

QString World::firstPoint(const QString& vm)
{
    const auto names = get(QStringLiteral("{v}/") + item(vm) + QStringLiteral("/recoveryPoints")).names();
    return names.isEmpty() ? QString() : names.constFirst();
}

} // namespace valv::test

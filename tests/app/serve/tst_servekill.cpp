// SPDX-License-Identifier: GPL-3.0-or-later
// valvd serve: killed in the middle of its work.
#include "server.h"
#include "support/testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

namespace tst_servekill {

using namespace valv::test;

class TestServeKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! kill -9 in the middle of a backup; what the next start makes of it.
    void killedInTheMiddleOfABackup()
    {
        const auto images = m_dir.filePath(QStringLiteral("large"));
        QVERIFY(QDir().mkpath(images));
        QByteArray content(96 * 1024 * 1024, Qt::Uninitialized);
        QRandomGenerator(11).fillRange(reinterpret_cast<quint32*>(content.data()), content.size() / 4);
        {
            QFile disk(images + QStringLiteral("/srv.raw"));
            QVERIFY(disk.open(QIODevice::WriteOnly));
            QCOMPARE(disk.write(content.left(1024 * 1024)), qint64(1024 * 1024));
        }
        const auto data = m_dir.filePath(QStringLiteral("killed"));
        const QStringList more{QStringLiteral("--vm-folder"), images};
        Server server(data);
        QVERIFY(server.start(more));
        const auto subscription =
            ask(server, "GET", "/subscriptions").value(QLatin1String("value")).toArray().at(0).toObject();
        const QByteArray vault = "/subscriptions/"
            + subscription.value(QLatin1String("subscriptionId")).toString().toUtf8()
            + "/resourceGroups/large/providers/Microsoft.RecoveryServices/vaults/vault-one";
        const QByteArray item = vault
            + "/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;large;srv/protectedItems/"
              "VM;iaasvmcontainerv2;large;srv";
        const QByteArray machine =
            vault.left(vault.indexOf("/providers/")) + "/providers/Microsoft.Compute/virtualMachines/srv";
        (void)ask(server, "PUT", vault, {{QStringLiteral("location"), QStringLiteral("swedencentral")}});
        const QJsonObject protect{
            {QStringLiteral("protectedItemType"), QStringLiteral("Microsoft.Compute/virtualMachines")},
            {QStringLiteral("sourceResourceId"), QString::fromUtf8(machine)},
            {QStringLiteral("policyId"), QString::fromUtf8(vault + "/backupPolicies/DefaultPolicy")}};
        (void)ask(server, "PUT", item, {{QStringLiteral("properties"), protect}});
        (void)ask(server, "POST", item + "/backup");
        QTRY_COMPARE_WITH_TIMEOUT(lastBackup(server, vault), QStringLiteral("Completed"), Server::patience);

        // The disk grows, and the server dies while it is read.
        {
            QFile disk(images + QStringLiteral("/srv.raw"));
            QVERIFY(disk.open(QIODevice::WriteOnly));
            QCOMPARE(disk.write(content), qint64(content.size()));
        }
        const auto packs = [&data] {
            int count = 0;
            for (QDirIterator files(data + QStringLiteral("/vaults"), {QStringLiteral("*.pack")}, QDir::Files,
                                    QDirIterator::Subdirectories);
                 files.hasNext(); files.next()) {
                ++count;
            }
            return count;
        };
        const int before = packs();
        (void)ask(server, "POST", item + "/backup");
        QElapsedTimer timer;
        timer.start();
        while (packs() == before && timer.elapsed() < Server::patience) {
            (void)server.process().waitForFinished(1);
        }
        server.process().kill();
        QVERIFY(server.process().waitForFinished(Server::patience));

        Server again(data);
        QVERIFY(again.start(more));
        const auto jobs = ask(again, "GET", vault + "/backupJobs").value(QLatin1String("value")).toArray();
        QCOMPARE(jobs.size(), 3); // configured, backed up, killed
        const auto id = jobs.at(0).toObject().value(QLatin1String("id")).toString().toUtf8();
        const auto job = ask(again, "GET", id).value(QLatin1String("properties")).toObject();
        QCOMPARE(job.value(QLatin1String("status")).toString(), QStringLiteral("Failed"));
        QVERIFY(job.contains(QLatin1String("endTime")));
        const auto reason = job.value(QLatin1String("errorDetails")).toArray().at(0).toObject();
        QCOMPARE(reason.value(QLatin1String("errorTitle")).toString(), QStringLiteral("JobInterrupted"));
        QVERIFY(!reason.value(QLatin1String("recommendations")).toArray().isEmpty());
        QCOMPARE(points(again, item).size(), 1);
        // Nothing is stuck: the next backup runs, and both points give back what the disk was.
        (void)ask(again, "POST", item + "/backup");
        QTRY_COMPARE_WITH_TIMEOUT(lastBackup(again, vault), QStringLiteral("Completed"), 3 * Server::patience);
        const auto both = points(again, item);
        QCOMPARE(both.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const auto target = m_dir.filePath(QStringLiteral("restored-%1").arg(i));
            const auto point = both.at(i).toObject().value(QLatin1String("id")).toString().toUtf8();
            const QJsonObject restore{{QStringLiteral("objectType"), QStringLiteral("IaasVMRestoreRequest")},
                                      {QStringLiteral("recoveryType"), QStringLiteral("RestoreDisks")},
                                      {QStringLiteral("valv"), QJsonObject{{QStringLiteral("targetFolder"), target}}}};
            (void)ask(again, "POST", point + "/restore", {{QStringLiteral("properties"), restore}});
            QFile disk(target + QStringLiteral("/srv.raw"));
            QTRY_VERIFY_WITH_TIMEOUT(disk.exists(), 3 * Server::patience); // whole when it has its name
            QVERIFY(disk.open(QIODevice::ReadOnly));
            QVERIFY(disk.readAll() == (i == 0 ? content : content.left(1024 * 1024)));
        }
        QCOMPARE(again.stop(SIGTERM), 0);
    }

private:
    [[nodiscard]] static QJsonObject ask(const Server& server, const QByteArray& method, const QByteArray& path,
                                         const QJsonObject& body = {})
    {
        const auto text = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
        const auto reply = server.ask(
            server.head(method + ' ' + path + "?api-version=2023-02-01",
                        method == "GET" ? QByteArray() : "Content-Length: " + QByteArray::number(text.size()) + "\r\n")
            + text);
        if (reply.status < 200 || reply.status > 299) {
            qWarning("%s %s: %d %s", method.constData(), path.constData(), reply.status, reply.body.constData());
        }
        return QJsonDocument::fromJson(reply.body).object();
    }
    [[nodiscard]] static QJsonArray points(const Server& server, const QByteArray& item)
    {
        return ask(server, "GET", item + "/recoveryPoints").value(QLatin1String("value")).toArray();
    }
    //! Status of the newest backup job.
    [[nodiscard]] static QString lastBackup(const Server& server, const QByteArray& vault)
    {
        const auto jobs = ask(server, "GET", vault + "/backupJobs").value(QLatin1String("value")).toArray();
        for (const auto& job : jobs) {
            const auto properties = job.toObject().value(QLatin1String("properties")).toObject();
            if (properties.value(QLatin1String("operation")) == QLatin1String("Backup")) {
                return properties.value(QLatin1String("status")).toString();
            }
        }
        return {};
    }

    QTemporaryDir m_dir;
};

VALV_TEST_GUILESS(TestServeKill)

} // namespace tst_servekill

#include "tst_servekill.moc"

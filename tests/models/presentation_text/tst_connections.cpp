// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/app/connections.h"
#include "support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_connections {

using namespace valv::presentation;

namespace {

ConnectionProfile folders(const QStringList& paths, const QString& name = {})
{
    ConnectionProfile profile;
    profile.kind = ConnectionKind::Folders;
    profile.vmFolders = paths;
    profile.name = name;
    return profile;
}

ConnectionProfile server(const QString& address)
{
    ConnectionProfile profile;
    profile.kind = ConnectionKind::Server;
    profile.address = address;
    profile.tokenFile = QStringLiteral("/home/anna/token");
    return profile;
}

} // namespace

class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesARestart()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("valv.ini"));
        QString first;
        QString second;
        {
            Settings settings(file);
            Connections connections(settings);
            QVERIFY(connections.all().isEmpty());
            auto local =
                folders({QStringLiteral("/srv/bilder å"), QStringLiteral("/mnt/more")}, QStringLiteral("Källaren"));
            local.dataFolder = QStringLiteral("/var/lib/valv");
            first = connections.save(local);
            second = connections.save(server(QStringLiteral("https://backup.example:8443")));
            connections.setCurrent(second);
        }
        Settings settings(file);
        Connections connections(settings);
        QCOMPARE(connections.all().size(), 2);
        QCOMPARE(connections.current(), second);
        QCOMPARE(connections.find(first)->vmFolders.size(), 2);
        QCOMPARE(connections.find(first)->name, QStringLiteral("Källaren"));
        QCOMPARE(connections.find(first)->dataFolder, QStringLiteral("/var/lib/valv"));
        QCOMPARE(settings.connection(), ConnectionKind::Server); // what the start reads
        QCOMPARE(settings.serverAddress(), QStringLiteral("https://backup.example:8443"));
    }

    //! Where a secret is may be written, a secret never.
    void noSecretIsWritten()
    {
        QTemporaryDir folder;
        QFile token(folder.filePath(QStringLiteral("token")));
        QVERIFY(token.open(QIODevice::WriteOnly));
        token.write("very-secret");
        token.close();
        const QString file = folder.filePath(QStringLiteral("valv.ini"));
        {
            Settings settings(file);
            Connections connections(settings);
            auto profile = server(QStringLiteral("https://a:1"));
            profile.tokenFile = token.fileName();
            connections.setCurrent(connections.save(profile));
        }
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY(text.contains("token"));
        QVERIFY(!text.contains("very-secret"));
    }

    void takesOverTheOneOfOlderSettings()
    {
        Settings settings;
        settings.setConnection(ConnectionKind::Folders);
        settings.setVmFolders({QStringLiteral("/srv/vms")});
        Connections connections(settings);
        QCOMPARE(connections.all().size(), 1);
        QCOMPARE(connections.current(), connections.all().first().id);
        Connections again(settings); // and only once
        QCOMPARE(again.all().size(), 1);
        QCOMPARE(again.current(), connections.current());
    }

    void theSamePlaceStandsThereOnce()
    {
        Settings settings;
        Connections connections(settings);
        const QString id = connections.save(folders({QStringLiteral("/a")}, QStringLiteral("Mine")));
        QCOMPARE(connections.save(folders({QStringLiteral("/a")})), id);
        QCOMPARE(connections.all().size(), 1);
        QCOMPARE(connections.find(id)->name, QStringLiteral("Mine")); // kept
        auto unnamed = *connections.find(id);
        unnamed.name.clear();
        connections.save(unnamed);
        QCOMPARE(connections.find(id)->name, QString()); // taken away by hand
        QVERIFY(connections.save(folders({QStringLiteral("/b")})) != id);
    }

    void onlyWhatItsKindHasIsKept()
    {
        Settings settings;
        Connections connections(settings);
        auto profile = server(QStringLiteral("https://a:1"));
        profile.vmFolders = {QStringLiteral("/left/over")};
        profile.dataFolder = QStringLiteral("/too");
        const QString id = connections.save(profile);
        QVERIFY(connections.find(id)->vmFolders.isEmpty());
        QVERIFY(connections.find(id)->dataFolder.isEmpty());
    }

    void theOneInUseStays()
    {
        Settings settings;
        Connections connections(settings);
        const QString used = connections.save(folders({QStringLiteral("/a")}));
        const QString other = connections.save(folders({QStringLiteral("/b")}));
        connections.setCurrent(used);
        QSignalSpy changed(&connections, &Connections::changed);
        connections.remove(used);
        QCOMPARE(connections.all().size(), 2);
        QCOMPARE(changed.size(), 0);
        connections.remove(other);
        QCOMPARE(connections.all().size(), 1);
        QCOMPARE(changed.size(), 1);
        connections.setCurrent(QStringLiteral("unknown"));
        QCOMPARE(connections.current(), used);
    }

    //! A start with folders on the command line changes nothing for the next one.
    void aPassingOneIsNotKept()
    {
        Settings settings;
        Connections connections(settings);
        const QString kept = connections.save(folders({QStringLiteral("/a")}));
        connections.setCurrent(kept);
        connections.use(folders({QStringLiteral("/passing")}));
        QCOMPARE(connections.all().size(), 2);
        QVERIFY(connections.current() != kept);
        QVERIFY(!connections.isKept(connections.current()));
        QCOMPARE(settings.vmFolders(), QStringList{QStringLiteral("/a")});
        connections.save(folders({QStringLiteral("/c")})); // writes the list
        QCOMPARE(Connections(settings).all().size(), 2);
        connections.use(folders({QStringLiteral("/a")}));
        QCOMPARE(connections.current(), kept);
    }
};

VALV_TEST_GUILESS(TestConnections)

} // namespace tst_connections

#include "tst_connections.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vault.h"
#include "vaultcommand.h"
#include "vaultoptions.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace valv;
using namespace valv::daemon;

//! What `valvd vault` does with arguments, files and failures. Its words go to the terminal; here its status counts.
class TestVaultCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void arguments_data();
    void arguments();
    void backupAndRestore_data();
    void backupAndRestore();
    void nothingIsOverwritten();
    void latestIsOfTheNamedMachine();
    void damageIsReported();
    void killedBackup();
    void failures_data();
    void failures();

private:
    [[nodiscard]] std::string at(const char* name) const
    {
        return m_folder->filePath(QString::fromUtf8(name)).toStdString();
    }
    [[nodiscard]] int run(const std::string& command, std::vector<std::string> rest = {}) const
    {
        std::vector<std::string> all{command, "--location", at("vault"), "--key-file", at("key")};
        all.insert(all.end(), rest.begin(), rest.end());
        return vaultCommand(all);
    }
    std::string image(const char* name, int seed) const
    {
        QFile file(QString::fromStdString(at(name)));
        if (file.open(QIODevice::WriteOnly)) {
            file.resize(3'000'000);
            file.seek(1'200'000);
            QByteArray data(900'000, Qt::Uninitialized);
            for (qint64 i = 0; i < data.size(); ++i) {
                data[i] = static_cast<char>((i * 7919 + seed * 31) >> (i % 5));
            }
            file.write(data);
        }
        return at(name);
    }
    [[nodiscard]] static QByteArray contents(const std::string& path)
    {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestVaultCommand::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(run("init"), 0);
    QVERIFY(contents(at("key")).contains("-"));
}

void TestVaultCommand::arguments_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* name, const char* words, bool good) {
        QTest::newRow(name) << QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts) << good;
    };
    row("nothing", "", false);
    row("help", "--help", true);
    row("help of a command", "backup --help", true);
    row("unknown command", "frobnicate --location v", false);
    row("init", "init --location v --key-file k", true);
    row("equals sign", "init --location=v --key-file=k", true);
    row("options first", "--location v --key-file k list", true);
    row("no location", "list --key-file k", false);
    row("no key", "backup --location v --name a i.raw", false);
    row("no image", "backup --location v --key-file k --name a", false);
    row("image that looks like an option", "backup --location v --key-file k --name a -- -i.raw", true);
    row("value missing at the end", "list --location v --key-file", false);
    row("empty value", "list --location= --key-file k", false);
    row("twice", "list --location v --location v --key-file k", false);
    row("unknown option", "list --location v --key-file k --colour red", false);
    row("option of another command", "list --location v --key-file k --to x", false);
    row("extra word", "list --location v --key-file k extra", false);
    row("flag with value", "list --location v --key-file k --json=yes", false);
    row("verify without key", "verify --location v", true);
    row("share", "verify --location v --share 3/30", true);
    row("share above", "verify --location v --share 31/30", false);
    row("share zero", "verify --location v --share 0/30", false);
    row("share nonsense", "verify --location v --share many", false);
    row("format", "restore --location v --key-file k --point 1 --to d --format qcow2", true);
    row("unknown format", "restore --location v --key-file k --point 1 --to d --format vmdk", false);
    row("level too high", "backup --location v --key-file k --name a --level 20 i", false);
    row("level no number", "backup --location v --key-file k --name a --level 3x i", false);
}

void TestVaultCommand::arguments()
{
    QFETCH(QStringList, words);
    QFETCH(bool, good);
    std::vector<std::string> given;
    std::transform(words.begin(), words.end(), std::back_inserter(given),
                   [](const auto& w) { return w.toStdString(); });
    QCOMPARE(readVaultArguments(given).has_value(), good);
    if (!good) {
        QCOMPARE(vaultCommand(given), 2);
    }
}

void TestVaultCommand::backupAndRestore_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("raw") << QStringLiteral("raw");
    QTest::newRow("qcow2") << QStringLiteral("qcow2");
}

void TestVaultCommand::backupAndRestore()
{
    QFETCH(QString, format);
    if (format == QStringLiteral("qcow2") && QStandardPaths::findExecutable(QStringLiteral("qemu-img")).isEmpty()) {
        QSKIP("qemu-img is not installed");
    }
    const auto first = image("disk å med blank.raw", 1);
    const auto second = image("data.raw", 2);
    QCOMPARE(run("backup", {"--name", "web01", first, second}), 0);
    QCOMPARE(run("backup", {"--name", "web01", "--json", first, second}), 0);
    QCOMPARE(run("list"), 0);
    QCOMPARE(run("list", {"--json"}), 0);
    QCOMPARE(run("verify"), 0);
    QCOMPARE(vaultCommand({"verify", "--location", at("vault"), "--json"}), 0);
    QCOMPARE(run("restore", {"--point", "latest", "--to", at("out"), "--format", format.toStdString()}), 0);
    QCOMPARE(QDir(QString::fromStdString(at("out"))).entryList(QDir::Files).size(), 2); // nothing partial is left
    if (format == QStringLiteral("raw")) {
        QVERIFY(contents(at("out/disk å med blank.raw")) == contents(first));
        QVERIFY(contents(at("out/data.raw")) == contents(second));
    } else {
        QCOMPARE(QProcess::execute(QStringLiteral("qemu-img"),
                                   {QStringLiteral("compare"), QString::fromStdString(at("out/data.qcow2")),
                                    QString::fromStdString(second)}),
                 0);
    }
}

void TestVaultCommand::nothingIsOverwritten()
{
    const auto disk = image("disk.raw", 1);
    QCOMPARE(run("backup", {"--name", "web01", disk}), 0);
    QVERIFY(QDir().mkpath(QString::fromStdString(at("out"))));
    QFile there(QString::fromStdString(at("out/disk.raw")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("mine");
    there.close();
    QCOMPARE(run("restore", {"--point", "latest", "--to", at("out")}), 1);
    QCOMPARE(contents(at("out/disk.raw")), QByteArray("mine"));
    QCOMPARE(run("restore", {"--point", "latest", "--to", at("out"), "--overwrite"}), 0);
    QVERIFY(contents(at("out/disk.raw")) == contents(disk));
    const auto key = contents(at("key"));
    QCOMPARE(vaultCommand({"init", "--location", at("vault2"), "--key-file", at("key")}), 1);
    QCOMPARE(contents(at("key")), key);
    QCOMPARE(vaultCommand({"init", "--location", at("vault"), "--key-file", at("key2")}), 1);
    QVERIFY(!QFile::exists(QString::fromStdString(at("key2")))); // a key to nothing
}

void TestVaultCommand::latestIsOfTheNamedMachine()
{
    QCOMPARE(run("backup", {"--name", "web01", image("web.raw", 1)}), 0);
    QCOMPARE(run("backup", {"--name", "db01", image("db.raw", 2)}), 0);
    QCOMPARE(run("restore", {"--point", "latest", "--to", at("out")}), 2); // which one?
    QCOMPARE(run("restore", {"--point", "latest", "--name", "web01", "--to", at("out")}), 0);
    QVERIFY(contents(at("out/web.raw")) == contents(at("web.raw")));
    QCOMPARE(run("restore", {"--point", "latest", "--name", "none", "--to", at("out")}), 1);
    const auto key = store::RecoveryKey::fromFile(at("key"));
    const auto points = (*store::Vault::open(at("vault"), *key))->points();
    QCOMPARE(points->size(), std::size_t(2));
    for (const auto& point : *points) {
        QCOMPARE(point.header.id.size(), std::size_t(15));
    }
    QCOMPARE(run("restore", {"--point", (*points)[1].header.id, "--name", "web01", "--to", at("out2")}), 1);
    QCOMPARE(run("remove", {"--point", (*points)[1].header.id}), 0);
    QCOMPARE(run("remove", {"--point", (*points)[1].header.id}), 1);
    QCOMPARE(run("collect"), 0);
    QCOMPARE(run("verify"), 0);
}

void TestVaultCommand::damageIsReported()
{
    QCOMPARE(run("backup", {"--name", "web01", image("web.raw", 1)}), 0);
    const auto packs = QDir(QString::fromStdString(at("vault/packs"))).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    const auto pack = QDir(packs.first().filePath()).entryInfoList(QDir::Files).first().filePath();
    QFile file(pack);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(500);
    file.write("!!!!");
    file.close();
    QCOMPARE(run("verify"), 1);
    QCOMPARE(vaultCommand({"verify", "--location", at("vault")}), 1);
    QCOMPARE(run("restore", {"--point", "latest", "--to", at("out")}), 1);
    QVERIFY(
        QDir(QString::fromStdString(at("out"))).entryList(QDir::Files).isEmpty()); // no wrong bytes, nothing partial
}

//! kill -9 while it writes: what was there before is whole, nothing is locked, and the next backup goes through.
void TestVaultCommand::killedBackup()
{
    const auto program = qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valvd");
    if (!QFile::exists(program)) {
        QSKIP("valvd is not built: set VALV_BIN_DIR to the folder that holds it.");
    }
    const auto earlier = image("earlier.raw", 1);
    QCOMPARE(run("backup", {"--name", "web01", earlier}), 0);
    const auto large = at("large.raw");
    {
        QFile file(QString::fromStdString(large));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray piece(4 * 1024 * 1024, Qt::Uninitialized);
        QRandomGenerator random(7);
        for (int i = 0; i < 48; ++i) {
            random.fillRange(reinterpret_cast<quint32*>(piece.data()), piece.size() / 4);
            QCOMPARE(file.write(piece), qint64(piece.size()));
        }
    }
    const auto packs = [this] {
        int count = 0;
        QDirIterator files(QString::fromStdString(at("vault/packs")), QDir::Files, QDirIterator::Subdirectories);
        for (; files.hasNext(); files.next()) {
            ++count;
        }
        return count;
    };
    const int before = packs();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program,
                  {QStringLiteral("vault"), QStringLiteral("backup"), QStringLiteral("--location"),
                   QString::fromStdString(at("vault")), QStringLiteral("--key-file"), QString::fromStdString(at("key")),
                   QStringLiteral("--name"), QStringLiteral("web01"), QString::fromStdString(large)});
    QVERIFY(process.waitForStarted(60'000));
    while (packs() == before && !process.waitForFinished(1)) { }
    QVERIFY2(process.state() == QProcess::Running, "it ended before it could be killed");
    process.kill();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);

    QCOMPARE(vaultCommand({"verify", "--location", at("vault")}), 0);
    QCOMPARE(run("verify"), 0);
    const auto key = store::RecoveryKey::fromFile(at("key"));
    QCOMPARE((*store::Vault::open(at("vault"), *key))->points()->size(), std::size_t(1));
    QCOMPARE(run("restore", {"--point", "latest", "--to", at("first")}), 0);
    QVERIFY(contents(at("first/earlier.raw")) == contents(earlier));
    QCOMPARE(run("backup", {"--name", "web01", large}), 0);
    QCOMPARE(run("restore", {"--point", "latest", "--to", at("second")}), 0);
    QVERIFY(contents(at("second/large.raw")) == contents(large));
    QCOMPARE(run("collect"), 0);
    QCOMPARE(run("verify"), 0);
}

void TestVaultCommand::failures_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QStringList>("rest");
    QTest::newRow("image that is not there")
        << QStringLiteral("backup")
        << QStringList{QStringLiteral("--name"), QStringLiteral("a"), QStringLiteral("/no/such.raw")};
    QTest::newRow("image that is a folder")
        << QStringLiteral("backup") << QStringList{QStringLiteral("--name"), QStringLiteral("a"), QStringLiteral("/")};
    QTest::newRow("unknown point") << QStringLiteral("restore")
                                   << QStringList{QStringLiteral("--point"), QStringLiteral("1"),
                                                  QStringLiteral("--to"), QStringLiteral("/tmp")};
    QTest::newRow("no point yet") << QStringLiteral("restore")
                                  << QStringList{QStringLiteral("--point"), QStringLiteral("latest"),
                                                 QStringLiteral("--to"), QStringLiteral("/tmp")};
    QTest::newRow("point that is a path")
        << QStringLiteral("remove") << QStringList{QStringLiteral("--point"), QStringLiteral("../valv-vault")};
}

void TestVaultCommand::failures()
{
    QFETCH(QString, command);
    QFETCH(QStringList, rest);
    std::vector<std::string> words;
    std::transform(rest.begin(), rest.end(), std::back_inserter(words), [](const auto& w) { return w.toStdString(); });
    QCOMPARE(run(command.toStdString(), words), 1);
    QCOMPARE(vaultCommand({"list", "--location", at("vault"), "--key-file", at("none")}), 1);
    QCOMPARE(vaultCommand({"list", "--location", at("none"), "--key-file", at("key")}), 1);
    QCOMPARE(vaultCommand({"verify", "--location", at("none")}), 1);
    QCOMPARE(vaultCommand({"verify", "--location", m_folder->path().toStdString()}), 1);
}

QTEST_GUILESS_MAIN(TestVaultCommand)
#include "tst_vaultcommand.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The whole flow, clicked through the real window against real disks: in process, and through valvd over HTTPS.
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr int patience = 240'000;

QString program(const char* name)
{
    return qEnvironmentVariable("VALV_BIN_DIR") + QLatin1Char('/') + QLatin1String(name);
}

struct Outcome
{
    int exitCode = -1;
    QString out;
    QString err;
};

Outcome run(const QStringList& arguments)
{
    QProcess valv;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    valv.setProcessEnvironment(environment);
    valv.start(program("valv"), arguments);
    const bool ended = valv.waitForFinished(patience);
    Outcome outcome;
    outcome.out = QString::fromUtf8(valv.readAllStandardOutput());
    outcome.err = QString::fromUtf8(valv.readAllStandardError());
    if (ended && valv.exitStatus() == QProcess::NormalExit) {
        outcome.exitCode = valv.exitCode();
    } else {
        valv.kill();
        valv.waitForFinished();
    }
    return outcome;
}

QByteArray bytesOf(int seed, int size)
{
    QByteArray bytes;
    bytes.reserve(size);
    for (int i = 0; bytes.size() < size; ++i) {
        bytes += QCryptographicHash::hash(QByteArray::number(seed) + ':' + QByteArray::number(i), QCryptographicHash::Sha256);
    }
    bytes.truncate(size);
    return bytes;
}

//! A sparse raw disk: data, a hole, data.
void makeDisk(const QString& path, int seed)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytesOf(seed, 300'000)), 300'000);
    QVERIFY(file.seek(8 * 1024 * 1024));
    QCOMPARE(file.write(bytesOf(seed + 1, 100'000)), 100'000);
    QVERIFY(file.resize(16 * 1024 * 1024));
}

QByteArray hashOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(&file);
    return hash.result();
}

} // namespace

class TourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        QVERIFY(QDir().mkpath(vms() + QStringLiteral("/flera diskar åäö")));
        makeDisk(vms() + QStringLiteral("/flera diskar åäö/os.raw"), 1);
        makeDisk(vms() + QStringLiteral("/flera diskar åäö/data 1.raw"), 7);
        makeDisk(vms() + QStringLiteral("/zweite.img"), 11);
    }

    void ownImages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("in Swedish") << QStringLiteral("sv");
        QTest::newRow("in English") << QStringLiteral("en");
    }
    void ownImages()
    {
        QFETCH(QString, language);
        const auto first = tour({ QStringLiteral("--language"), language });
        QVERIFY2(first.exitCode == 0, qPrintable(first.out + first.err));
        QCOMPARE(hashOf(restored() + QStringLiteral("/os.raw")), hashOf(vms() + QStringLiteral("/flera diskar åäö/os.raw")));
        QCOMPARE(hashOf(restored() + QStringLiteral("/data 1.raw")), hashOf(vms() + QStringLiteral("/flera diskar åäö/data 1.raw")));
        QVERIFY(QDir(m_folder->filePath(QStringLiteral("pictures"))).entryList({ QStringLiteral("*.png") }).size() >= 7);
    }

    void secondRunAddsAPointToTheSameItem()
    {
        const auto first = tour();
        QVERIFY2(first.exitCode == 0, qPrintable(first.out + first.err));
        QVERIFY(first.out.contains(QLatin1String("Enabling backup")));
        // One block of one disk changes in between.
        QFile disk(vms() + QStringLiteral("/flera diskar åäö/os.raw"));
        QVERIFY(disk.open(QIODevice::ReadWrite));
        QVERIFY(disk.seek(65'536));
        disk.write("changed");
        disk.close();
        const auto second = tour();
        QVERIFY2(second.exitCode == 0, qPrintable(second.out + second.err));
        QVERIFY(!second.out.contains(QLatin1String("Enabling backup")));
        QVERIFY(second.out.contains(QLatin1String("overwriting")));
        QCOMPARE(hashOf(restored() + QStringLiteral("/os.raw")), hashOf(disk.fileName()));
    }

    void aChosenMachine()
    {
        const auto outcome = tour({ QStringLiteral("--vm"), QStringLiteral("zweite") });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
        QCOMPARE(hashOf(restored() + QStringLiteral("/zweite.raw")), hashOf(vms() + QStringLiteral("/zweite.img")));
    }

    void anUnknownMachineFails()
    {
        const auto outcome = tour({ QStringLiteral("--vm"), QStringLiteral("nobody") });
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(QLatin1String("nobody")), qPrintable(outcome.err));
    }

    void anEmptyFolderFails()
    {
        QVERIFY(QDir(vms()).removeRecursively());
        QVERIFY(QDir().mkpath(vms()));
        const auto outcome = tour();
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(QLatin1String("no virtual machines")), qPrintable(outcome.err));
    }

    void overHttps()
    {
        const auto token = m_folder->filePath(QStringLiteral("token"));
        QFile file(token);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("0123456789abcdef0123456789abcdef");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QProcess valvd;
        valvd.start(program("valvd"), { QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                        QStringLiteral("--data"), m_folder->filePath(QStringLiteral("served")),
                                        QStringLiteral("--vm-folder"), vms(), QStringLiteral("--tls-self-signed"),
                                        QStringLiteral("--token-file"), token });
        QString url;
        QString said;
        while (url.isEmpty() && valvd.waitForReadyRead(30'000)) {
            said += QString::fromUtf8(valvd.readAllStandardOutput());
            const auto at = said.indexOf(QLatin1String("https://"));
            if (at >= 0 && said.indexOf(QLatin1Char('\n'), at) > at) {
                url = said.mid(at, said.indexOf(QLatin1Char('\n'), at) - at).trimmed();
            }
        }
        QVERIFY2(!url.isEmpty(), qPrintable(said + QString::fromUtf8(valvd.readAllStandardError())));
        const auto outcome = run({ QStringLiteral("--tour"), QStringLiteral("--connect"), url, QStringLiteral("--ca"),
                                   m_folder->filePath(QStringLiteral("served/tls/cert.pem")), QStringLiteral("--token-file"),
                                   token, QStringLiteral("--restore-to"), restored(), QStringLiteral("--pictures"),
                                   m_folder->filePath(QStringLiteral("pictures")) });
        valvd.terminate();
        QVERIFY(valvd.waitForFinished(30'000));
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
        QCOMPARE(hashOf(restored() + QStringLiteral("/os.raw")), hashOf(vms() + QStringLiteral("/flera diskar åäö/os.raw")));
    }

    void wrongOptionsAreSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown") << QStringList { QStringLiteral("--no-such-option") };
        QTest::newRow("language") << QStringList { QStringLiteral("--language"), QStringLiteral("de") };
        QTest::newRow("theme") << QStringList { QStringLiteral("--theme"), QStringLiteral("pink") };
        QTest::newRow("demo and folder") << QStringList { QStringLiteral("--demo"), QStringLiteral("--vm-folder"), QStringLiteral("/tmp") };
        QTest::newRow("http") << QStringList { QStringLiteral("--connect"), QStringLiteral("http://localhost") };
        QTest::newRow("only alone") << QStringList { QStringLiteral("--only"), QStringLiteral("list-of-vms") };
        QTest::newRow("a word") << QStringList { QStringLiteral("open") };
    }
    void wrongOptionsAreSaid()
    {
        QFETCH(QStringList, arguments);
        const auto outcome = run(arguments);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.err.startsWith(QLatin1String("valv: ")));
        QVERIFY(outcome.err.contains(QLatin1String("--help")));
    }

private:
    [[nodiscard]] QString vms() const { return m_folder->filePath(QStringLiteral("vms")); }
    [[nodiscard]] QString restored() const { return m_folder->filePath(QStringLiteral("restored")); }
    [[nodiscard]] Outcome tour(const QStringList& more = {}) const
    {
        return run(QStringList { QStringLiteral("--tour"), QStringLiteral("--vm-folder"), vms(), QStringLiteral("--data"),
                                 m_folder->filePath(QStringLiteral("data")), QStringLiteral("--restore-to"), restored(),
                                 QStringLiteral("--pictures"), m_folder->filePath(QStringLiteral("pictures")) }
                   + more);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TourTest)
#include "tst_tour.moc"

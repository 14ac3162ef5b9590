// SPDX-License-Identifier: GPL-3.0-or-later
// The whole flow, clicked through the real window against real disks: in process, and through valvd over HTTPS.
#include "support/valvd.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
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

bool succeeds(const QString& tool, const QStringList& arguments)
{
    QProcess process;
    process.start(tool, arguments);
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

bool qemuImg(const QStringList& arguments)
{
    return succeeds(QStringLiteral("qemu-img"), arguments);
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

    //! Nothing that valv made: every format at once, as the disks of one machine.
    void foreignImages()
    {
        const auto folder = vms() + QStringLiteral("/främmande");
        QVERIFY(QDir().mkpath(folder));
        const auto raw = vms() + QStringLiteral("/zweite.img");
        for (const auto* format : { "vmdk", "vdi", "vhdx" }) {
            const auto name = QString::fromLatin1(format);
            QVERIFY(qemuImg({ QStringLiteral("convert"), QStringLiteral("-O"), name, raw, folder + QStringLiteral("/med ") + name + QLatin1Char('.') + name }));
        }
        QFile odd(folder + QStringLiteral("/odd.img")); // no whole sector at its end
        QVERIFY(odd.open(QIODevice::WriteOnly));
        QCOMPARE(odd.write(bytesOf(23, 1'000'003)), 1'000'003);
        odd.close();
        // Layers: what the base has, what a snapshot hides, and what was written since.
        const auto base = m_folder->filePath(QStringLiteral("base.raw"));
        makeDisk(base, 31);
        const auto layered = folder + QStringLiteral("/lager.qcow2");
        const auto write = [&layered](const char* command) {
            return succeeds(QStringLiteral("qemu-io"), { QStringLiteral("-c"), QString::fromLatin1(command), layered });
        };
        QVERIFY(qemuImg({ QStringLiteral("create"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-b"), base,
                          QStringLiteral("-F"), QStringLiteral("raw"), layered }));
        QVERIFY(write("write -P 1 64k 1M"));
        QVERIFY(qemuImg({ QStringLiteral("snapshot"), QStringLiteral("-c"), QStringLiteral("före"), layered }));
        QVERIFY(write("write -P 2 512k 1M"));
        QVERIFY(write("write -z 8M 32k"));

        const auto outcome = tour({ QStringLiteral("--vm"), QStringLiteral("främmande") });
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
        const auto images = QDir(folder).entryInfoList(QDir::Files);
        QCOMPARE(images.size(), 5);
        for (const auto& image : images) {
            const auto expected = m_folder->filePath(QStringLiteral("expected.raw"));
            QFile::remove(expected);
            const bool plain = image.suffix() == QLatin1String("img"); // qemu-img would round it up to whole sectors
            QVERIFY(plain ? QFile::copy(image.filePath(), expected)
                          : qemuImg({ QStringLiteral("convert"), QStringLiteral("-O"), QStringLiteral("raw"), image.filePath(), expected }));
            const auto copy = restored() + QLatin1Char('/') + image.completeBaseName() + QStringLiteral(".raw");
            QVERIFY2(!hashOf(copy).isEmpty() && hashOf(copy) == hashOf(expected), qPrintable(copy));
        }
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
        valv::test::Valvd valvd(m_folder->filePath(QStringLiteral("served")));
        QVERIFY(valvd.start({QStringLiteral("--vm-folder"), vms()}));
        const auto outcome =
            run({QStringLiteral("--tour"), QStringLiteral("--connect"), valvd.address(), QStringLiteral("--ca"),
                 valvd.certificate(), QStringLiteral("--token-file"), valvd.token(), QStringLiteral("--restore-to"),
                 restored(), QStringLiteral("--pictures"), m_folder->filePath(QStringLiteral("pictures"))});
        QCOMPARE(valvd.stop(), 0);
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

    void manualTellsEveryOption_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QStringList>("command");
        QTest::newRow("valv") << QStringLiteral("valv.1") << QStringList { QStringLiteral("valv") };
        QTest::newRow("valvd") << QStringLiteral("valvd.1") << QStringList { QStringLiteral("valvd") };
        QTest::newRow("valvd serve") << QStringLiteral("valvd.1") << QStringList { QStringLiteral("valvd"), QStringLiteral("serve") };
        QTest::newRow("valvd vault") << QStringLiteral("valvd.1") << QStringList { QStringLiteral("valvd"), QStringLiteral("vault") };
    }
    void manualTellsEveryOption()
    {
        QFETCH(QString, page);
        QFETCH(QStringList, command);
        QProcess process;
        process.start(program(command.takeFirst().toLatin1().constData()), command << QStringLiteral("--help"));
        QVERIFY(process.waitForFinished(patience));
        const auto help = QString::fromUtf8(process.readAllStandardOutput());
        QFile file(QStringLiteral(VALV_SOURCE_DIR "/resources/man/") + page);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto manual = QString::fromUtf8(file.readAll()).remove(QLatin1Char('\\'));
        static const QRegularExpression option(QStringLiteral("--[a-z][a-z-]+"));
        auto matches = option.globalMatch(help);
        QVERIFY2(matches.hasNext(), qPrintable(help));
        while (matches.hasNext()) {
            const auto name = matches.next().captured();
            QVERIFY2(manual.contains(name), qPrintable(name));
        }
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

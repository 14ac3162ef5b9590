// SPDX-License-Identifier: GPL-3.0-or-later
// valvd as a service: its file for systemd.
#include "daemon/serviceunit.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace valv;

namespace {

constexpr int patience = 60'000;

QString program()
{
    return qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valvd");
}

struct Ran
{
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

//! Services of a person are files below this folder.
Ran run(const QStringList& arguments, const QString& home)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/share"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(home);
    process.start(program(), arguments);
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit) {
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

class TestServiceCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
    void installAndUninstall();
    void refused_data();
    void refused();
    void packagedUnitsAreValid_data();
    void packagedUnitsAreValid();
};

void TestServiceCommand::words_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("written");
    const auto row = [](const char* name, const char* word, const char* written) {
        QTest::newRow(name) << QString::fromUtf8(word) << QString::fromUtf8(written);
    };
    row("plain", "/srv/vms", "\"/srv/vms\"");
    row("a space", "/srv/my vms", "\"/srv/my vms\"");
    row("a per cent sign is no specifier", "/srv/100%h", "\"/srv/100%%h\"");
    row("a dollar sign is no variable", "/srv/$HOME", "\"/srv/$$HOME\"");
    row("a quote", "/srv/\"x\"", "\"/srv/\\\"x\\\"\"");
    row("a backslash", "/srv/a\\b", "\"/srv/a\\\\b\"");
    row("Swedish", "/srv/säkerhet", "\"/srv/säkerhet\"");
    row("nothing", "", "\"\"");
}

void TestServiceCommand::words()
{
    QFETCH(QString, word);
    QFETCH(QString, written);
    QCOMPARE(daemon::unitWord(word), written);
}

void TestServiceCommand::installAndUninstall()
{
    QTemporaryDir home;
    const auto unit = home.filePath(QStringLiteral("config/systemd/user/valvd.service"));
    const QStringList install{QStringLiteral("install-service"), QStringLiteral("--no-start"),
                              QStringLiteral("--vm-folder"), QStringLiteral("my vms")};
    for (int again = 0; again < 2; ++again) { // asking for what is there is no error
        const auto ran = run(install, home.path());
        QVERIFY2(ran.status == 0, ran.errors.constData());
        QFile file(unit);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        QVERIFY(text.contains(QLatin1String("WantedBy=default.target")));
        const auto start = text.mid(text.indexOf(QLatin1String("ExecStart="))).section(QLatin1Char('\n'), 0, 0);
        QVERIFY2(start.startsWith(QLatin1String("ExecStart=\"") + QFileInfo(program()).canonicalFilePath()
                                  + QLatin1String("\" \"serve\" \"--service\" \"user\"")),
                 qPrintable(start));
        QVERIFY(start.contains(QLatin1String("\"--vm-folder\" \"") + home.filePath(QStringLiteral("my vms"))
                               + QLatin1Char('"')));
        QVERIFY(start.contains(QLatin1String("\"--data\" \"") + home.filePath(QStringLiteral("share/valv"))
                               + QLatin1Char('"')));
        QVERIFY(start.contains(QLatin1String("\"--listen\" \"127.0.0.1:8443\"")));
        QVERIFY(start.endsWith(QLatin1String("\"--tls-self-signed\"")));
    }
    if (const auto analyze = QStandardPaths::findExecutable(QStringLiteral("systemd-analyze")); !analyze.isEmpty()) {
        QProcess process;
        process.start(analyze, {QStringLiteral("verify"), QStringLiteral("--user"), QStringLiteral("--man=no"), unit});
        QVERIFY(process.waitForFinished(patience));
        const auto complaints = process.readAllStandardError();
        QVERIFY2(!complaints.contains("valvd.service:"), complaints.constData());
    }
    const auto gone = run({QStringLiteral("uninstall-service"), QStringLiteral("--no-stop")}, home.path());
    QCOMPARE(gone.status, 0);
    QVERIFY(!QFile::exists(unit));
    QCOMPARE(run({QStringLiteral("uninstall-service")}, home.path()).status, 0); // there is none: as it was to be
}

void TestServiceCommand::refused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char* name, const QStringList& arguments, const char* words) {
        QTest::newRow(name) << arguments << QByteArray(words);
    };
    row("a bad address", {QStringLiteral("--listen"), QStringLiteral("nowhere")}, "--listen");
    row("an unknown option", {QStringLiteral("--fast")}, "fast");
    row("half a certificate", {QStringLiteral("--tls-cert"), QStringLiteral("c.pem")}, "--tls-key");
    row("a stray word", {QStringLiteral("now")}, "now");
}

void TestServiceCommand::refused()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    QTemporaryDir home;
    const auto ran =
        run(QStringList{QStringLiteral("install-service"), QStringLiteral("--no-start")} + arguments, home.path());
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.errors.contains(words), ran.errors.constData());
    QVERIFY(!QFile::exists(home.filePath(QStringLiteral("config/systemd/user/valvd.service")))); // nothing half done
}

void TestServiceCommand::packagedUnitsAreValid_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("of the computer") << QStringLiteral("system");
    QTest::newRow("of a person") << QStringLiteral("user");
}

void TestServiceCommand::packagedUnitsAreValid()
{
    QFETCH(QString, folder);
    QFile unit(QStringLiteral(VALV_SOURCE_DIR "/resources/systemd/") + folder + QStringLiteral("/valvd.service"));
    QVERIFY(unit.open(QIODevice::ReadOnly));
    const auto text = QString::fromUtf8(unit.readAll());
    QVERIFY(text.contains(QLatin1String("ExecStart=/usr/bin/valvd serve --service ") + folder));
    // The same promises as a file that install-service makes.
    const auto made =
        daemon::ServiceUnit{QStringLiteral("/usr/bin/valvd"), {}, folder == QLatin1String("system")}.text();
    const auto lines = made.split(QLatin1Char('\n'));
    for (const auto& line : lines) {
        if (!line.startsWith(QLatin1Char('#')) && !line.startsWith(QLatin1String("ExecStart="))) {
            QVERIFY2(text.contains(line), qPrintable(line));
        }
    }
}

QTEST_GUILESS_MAIN(TestServiceCommand)
#include "tst_servicecommand.moc"

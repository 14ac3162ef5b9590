// SPDX-License-Identifier: GPL-3.0-or-later
#include "servicecommand.h"

#include "files.h"
#include "serveoptions.h"
#include "serviceunit.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <cstdio>

namespace valv::daemon {
namespace {

constexpr int couldNot = 1;
constexpr int wrongOptions = 2;
constexpr int systemctlPatience = 120'000; // milliseconds: a stop waits for disks and vaults

QString unitFile(bool system)
{
    const auto folder = system
        ? QStringLiteral("/etc/systemd")
        : QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/systemd");
    return folder + (system ? QStringLiteral("/system/valvd.service") : QStringLiteral("/user/valvd.service"));
}

QString dataFolder(bool system)
{
    return system ? QStringLiteral("/var/lib/valv")
                  : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/valv");
}

int refuse(const QString& message, int status)
{
    std::fprintf(stderr, "valvd: %s\n", qPrintable(message));
    return status;
}

//! False: it could not be run or did not succeed; what it said is on standard error.
bool systemctl(bool system, const QStringList& words)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QStringLiteral("systemctl"),
                  (system ? QStringList() : QStringList{QStringLiteral("--user")}) + words);
    return process.waitForFinished(systemctlPatience) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

//! Whose service: --system, or the person's. Takes the option out of the words.
bool takeFlag(QStringList& words, const char* flag)
{
    return words.removeAll(QLatin1String(flag)) > 0;
}

QStringList wordsOf(const std::vector<std::string>& arguments)
{
    QStringList words;
    for (const auto& argument : arguments) {
        words.append(QString::fromLocal8Bit(argument.c_str()));
    }
    return words;
}

//! Paths as they are from anywhere; what was not said as it is usual.
QStringList completed(const QCommandLineParser& parser, bool system)
{
    const auto path = [](const QString& given) { return QFileInfo(given).absoluteFilePath(); };
    const auto value = [&parser](const char* name, const QString& otherwise) {
        const auto given = parser.value(QString::fromLatin1(name));
        return given.isEmpty() ? otherwise : given;
    };
    const auto data = path(value("data", dataFolder(system)));
    QStringList words{QStringLiteral("serve"),
                      QStringLiteral("--service"),
                      system ? QStringLiteral("system") : QStringLiteral("user"),
                      QStringLiteral("--listen"),
                      value("listen", QStringLiteral("127.0.0.1:8443")),
                      QStringLiteral("--data"),
                      data,
                      QStringLiteral("--token-file"),
                      path(value("token-file", data + QStringLiteral("/token")))};
    const auto folders = parser.values(QStringLiteral("vm-folder"));
    for (const auto& folder : folders) {
        words << QStringLiteral("--vm-folder") << path(folder);
    }
    const bool ownCertificate = parser.isSet(QStringLiteral("tls-cert")) || parser.isSet(QStringLiteral("tls-key"));
    for (const auto* file : {"tls-cert", "tls-key"}) {
        if (const auto given = parser.value(QString::fromLatin1(file)); !given.isEmpty()) {
            words << QStringLiteral("--") + QLatin1String(file) << path(given);
        }
    }
    if (!ownCertificate || parser.isSet(QStringLiteral("tls-self-signed"))) {
        words << QStringLiteral("--tls-self-signed");
    }
    if (parser.isSet(QStringLiteral("demo"))) {
        words << QStringLiteral("--demo");
    }
    if (parser.isSet(QStringLiteral("timeout"))) {
        words << QStringLiteral("--timeout") << parser.value(QStringLiteral("timeout"));
    }
    return words;
}

const char installHelp[] =
    "Usage: valvd install-service [--system] [--no-start] [OPTION]...\n\n"
    "Lets systemd run 'valvd serve', so that backups happen on schedule with every console closed. A console on this\n"
    "computer that opens the same data folder connects to it by itself.\n\n"
    "  --system    a service of the computer, from boot on (as root); otherwise of the person, from login on\n"
    "  --no-start  only write the service file\n\n"
    "Other options are those of 'valvd serve'. When not given: --listen 127.0.0.1:8443, the data folder of the "
    "console\n"
    "(--system: /var/lib/valv), the token in DATA/token, --tls-self-signed.\n";

const char uninstallHelp[] = "Usage: valvd uninstall-service [--system] [--no-stop]\n\n"
                             "Stops the service and removes its file. Vaults, catalogue and keys stay.\n";

} // namespace

int installServiceCommand(const std::vector<std::string>& arguments)
{
    auto words = wordsOf(arguments);
    const bool system = takeFlag(words, "--system");
    const bool start = !takeFlag(words, "--no-start");
    QCommandLineParser given;
    addServeOptions(given);
    if (!given.parse(QStringList{QStringLiteral("valvd install-service")} + words)) {
        return refuse(given.errorText(), wrongOptions);
    }
    if (given.isSet(QStringLiteral("help"))) {
        std::fputs(installHelp, stdout);
        return 0;
    }
    if (!given.positionalArguments().isEmpty()) {
        return refuse(QStringLiteral("Unexpected argument “%1”. Options start with --.")
                          .arg(given.positionalArguments().constFirst()),
                      wrongOptions);
    }
    ServiceUnit unit{QFileInfo(QStringLiteral("/proc/self/exe")).canonicalFilePath(), completed(given, system), system};
    QCommandLineParser whole; // what the service will be asked is checked now, not at the next boot
    addServeOptions(whole);
    (void)whole.parse(QStringList{QStringLiteral("valvd")} + unit.arguments.mid(1));
    if (const auto checked = readServeOptions(whole); !checked) {
        return refuse(QString::fromStdString(checked.error().message), wrongOptions);
    }
    const auto file = unitFile(system);
    if (!QDir().mkpath(QFileInfo(file).path())) {
        return refuse(QStringLiteral("The folder %1 could not be made.").arg(QFileInfo(file).path()), couldNot);
    }
    constexpr unsigned readable = 0644;
    if (const auto written = replaceFile(file.toStdString(), unit.text().toStdString(), readable); !written) {
        return refuse(QString::fromStdString(written.error().message) + QLatin1String(" ") + file, couldNot);
    }
    std::printf("Written: %s\n", qPrintable(file));
    if (start) {
        if (!systemctl(system, {QStringLiteral("daemon-reload")})
            || !systemctl(system, {QStringLiteral("enable"), QStringLiteral("valvd.service")})
            || !systemctl(system, {QStringLiteral("restart"), QStringLiteral("valvd.service")})) {
            return refuse(QStringLiteral("systemd did not start the service."), couldNot);
        }
        std::puts("The service runs.");
    }
    if (!system) {
        std::puts("It runs while you are logged in. From boot on, also without you: loginctl enable-linger");
    }
    return 0;
}

int uninstallServiceCommand(const std::vector<std::string>& arguments)
{
    auto words = wordsOf(arguments);
    if (takeFlag(words, "--help")) {
        std::fputs(uninstallHelp, stdout);
        return 0;
    }
    const bool system = takeFlag(words, "--system");
    const bool stop = !takeFlag(words, "--no-stop");
    if (!words.isEmpty()) {
        return refuse(QStringLiteral("Unexpected argument “%1”.").arg(words.constFirst()), wrongOptions);
    }
    const auto file = unitFile(system);
    if (!QFile::exists(file)) {
        std::puts("There is no such service.");
        return 0; // as it was to be
    }
    if (stop
        && !systemctl(system, {QStringLiteral("disable"), QStringLiteral("--now"), QStringLiteral("valvd.service")})) {
        return refuse(QStringLiteral("systemd did not stop the service."), couldNot);
    }
    if (!QFile::remove(file)) {
        return refuse(QStringLiteral("%1 could not be removed.").arg(file), couldNot);
    }
    std::printf("Removed: %s\n", qPrintable(file));
    if (stop) {
        (void)systemctl(system, {QStringLiteral("daemon-reload")});
    }
    return 0;
}

} // namespace valv::daemon

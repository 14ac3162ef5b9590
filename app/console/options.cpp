// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/options.h"

#include "frame/route.h"

#include <QCommandLineParser>
#include <QRegularExpression>
#include <QUrl>

namespace valv::console {
namespace {

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Protects virtual machines: backup to encrypted vaults, and restore.\n"
                       "Without options the console opens on the local engine."));
    const auto add = [&parser](const char* name, const char* description, const char* value = nullptr) {
        QCommandLineOption option(QString::fromLatin1(name), QString::fromLatin1(description));
        if (value != nullptr) {
            option.setValueName(QString::fromLatin1(value));
        }
        parser.addOption(option);
    };
    add("data", "Folder of catalogue, vaults and keys (default: the person's own data folder).", "DIR");
    add("vm-folder", "Folder of disk images; may be given several times.", "DIR");
    add("demo", "Use the demo estate: 16 small VMs, December 2018.");
    add("connect", "Use the engine of a valvd at this address instead of the local one.", "URL");
    add("ca", "Certificate that the valvd's own must come from.", "FILE");
    add("token-file", "File that holds the token for --connect.", "FILE");
    add("open", "Open this place, a link as “Copy link to this page” gives it; --open may be left out.", "LINK");
    add("language", "sv or en.", "LANGUAGE");
    add("theme", "light, dark or system.", "THEME");
    add("tour", "Drive the console through backup and restore without a display, and compare the result.");
    add("restore-to", "Tour: folder that the disks are restored to.", "DIR");
    add("vm", "Tour: the VM to protect (default: the first by name).", "NAME");
    add("pictures", "Tour: folder for its pictures.", "DIR");
    add("screenshots", "Draw the pictures of the guide into this folder.", "DIR");
    add("size", "Screenshots: size of the window, 1000x700 at least (default: 1440x900).", "WxH");
    add("only", "Screenshots: draw only the picture of this name; may be given several times.", "NAME");
    add("help", "Show this text.");
    add("version", "Show the version.");
}

std::optional<QSize> windowSize(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const auto found = form.match(text);
    const QSize size(found.captured(1).toInt(), found.captured(2).toInt());
    if (!found.hasMatch() || size.width() < 1000 || size.height() < 700) {
        return std::nullopt;
    }
    return size;
}

tl::unexpected<Error> badOption(const QString& message)
{
    return failure("BadOption", message.toStdString());
}

} // namespace

QString helpText()
{
    QCommandLineParser parser;
    addOptions(parser);
    return parser.helpText();
}

Result<Options> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return badOption(parser.errorText());
    }
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&parser](const char* name) { return parser.isSet(QString::fromLatin1(name)); };
    Options options;
    if (isSet("help")) {
        options.run = Run::Help;
        return options;
    }
    if (isSet("version")) {
        options.run = Run::Version;
        return options;
    }
    options.openLink = value("open");
    for (const QString& argument : parser.positionalArguments()) {
        // A browser or file manager gives the link alone.
        if (!options.openLink.isEmpty() || !argument.startsWith(QLatin1String("valv:"))) {
            return badOption(QStringLiteral("Unexpected argument “%1”. Options start with --.").arg(argument));
        }
        options.openLink = argument;
    }
    if (!options.openLink.isEmpty() && views::fromLink(options.openLink).page.isEmpty()) {
        return badOption(QStringLiteral("--open takes a link such as valv://jobs."));
    }
    if (isSet("tour") && isSet("screenshots")) {
        return badOption(QStringLiteral("--tour and --screenshots can't be used together."));
    }
    options.run = isSet("tour") ? Run::Tour : isSet("screenshots") ? Run::Screenshots : Run::Console;
    options.dataFolder = value("data");
    options.vmFolders = parser.values(QStringLiteral("vm-folder"));
    options.demo = isSet("demo");
    options.connectUrl = value("connect");
    options.caFile = value("ca");
    options.tokenFile = value("token-file");
    options.language = value("language");
    options.theme = value("theme");
    options.restoreFolder = value("restore-to");
    options.vmName = value("vm");
    options.pictureFolder = options.run == Run::Screenshots ? value("screenshots") : value("pictures");
    options.onlyPictures = parser.values(QStringLiteral("only"));

    if (options.demo && !options.vmFolders.isEmpty()) {
        return badOption(QStringLiteral("--demo and --vm-folder can't be used together."));
    }
    if (!options.connectUrl.isEmpty()) {
        const QUrl url(options.connectUrl, QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != QLatin1String("https") || url.host().isEmpty()) {
            return badOption(QStringLiteral("--connect takes an address such as https://127.0.0.1:8443."));
        }
        if (options.demo || !options.vmFolders.isEmpty()) {
            return badOption(
                QStringLiteral("--connect uses the VMs of the other side: leave out --demo and --vm-folder."));
        }
    } else if (!options.caFile.isEmpty() || !options.tokenFile.isEmpty()) {
        return badOption(QStringLiteral("--ca and --token-file go with --connect."));
    }
    if (!options.language.isEmpty() && options.language != QLatin1String("sv")
        && options.language != QLatin1String("en")) {
        return badOption(QStringLiteral("--language takes sv or en."));
    }
    if (!options.theme.isEmpty() && options.theme != QLatin1String("light") && options.theme != QLatin1String("dark")
        && options.theme != QLatin1String("system")) {
        return badOption(QStringLiteral("--theme takes light, dark or system."));
    }
    if ((isSet("only") || isSet("size")) && options.run != Run::Screenshots) {
        return badOption(QStringLiteral("--only and --size go with --screenshots."));
    }
    if (isSet("size")) {
        const auto size = windowSize(value("size"));
        if (!size) {
            return badOption(QStringLiteral("--size takes width and height such as 1440x900, at least 1000x700."));
        }
        options.pictureSize = *size;
    }
    if ((isSet("restore-to") || isSet("vm") || isSet("pictures")) && options.run != Run::Tour) {
        return badOption(QStringLiteral("--restore-to, --vm and --pictures go with --tour."));
    }
    if (options.run == Run::Screenshots && (!options.vmFolders.isEmpty() || !options.connectUrl.isEmpty())) {
        return badOption(QStringLiteral("--screenshots always uses the demo estate."));
    }
    return options;
}

} // namespace valv::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/doorbell.h"
#include "console/memory.h"
#include "console/options.h"
#include "console/pictureplace.h"
#include "console/pictures.h"
#include "console/stage.h"
#include "console/tour.h"
#include "console/unseenscreen.h"
#include "hypervisor/demoestate.h"
#include "shell/mainwindow.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace {

using namespace valv;
using namespace valv::console;

//! The offscreen platform and a missing session say things that help nobody.
void quietMessages(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (message.contains(QLatin1String("propagateSizeHints")) || message.contains(QLatin1String("XDG_RUNTIME_DIR"))) {
        return;
    }
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

Result<Options> optionsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    return parseOptions(arguments);
}

int runConsole(QApplication& app, const Options& options)
{
    // A link that a browser opens leads to the window that is there, unless other machines are asked for.
    const bool elsewhere =
        options.demo || !options.vmFolders.isEmpty() || !options.connectUrl.isEmpty() || !options.dataFolder.isEmpty();
    if (!options.openLink.isEmpty() && !elsewhere && Doorbell::ring(options.openLink)) {
        return 0;
    }
    Console console(app, options, true);
    Doorbell doorbell;
    if (!elsewhere && doorbell.listen()) {
        QObject::connect(&doorbell, &Doorbell::rung, &console, &Console::openLink);
    }
    console.window().resize(1440, 900);
    console.start();
    return QApplication::exec();
}

int runTour(QApplication& app, Options options)
{
    QTemporaryDir temporary; // for what was not given
    if (options.vmFolders.isEmpty() && options.connectUrl.isEmpty()) {
        options.demo = true;
    }
    if (options.dataFolder.isEmpty()) {
        options.dataFolder = temporary.filePath(QStringLiteral("data"));
    }
    if (options.restoreFolder.isEmpty()) {
        options.restoreFolder = temporary.filePath(QStringLiteral("restored"));
    }
    if (options.pictureFolder.isEmpty()) {
        options.pictureFolder = QStringLiteral("valv-tour");
    }
    Console console(app, options, false);
    Tour tour(console, options);
    tour.start();
    return QApplication::exec();
}

int runPictures(QApplication& app, Options options)
{
    std::optional<PicturePlace> place;
    options.demo = true;
    if (options.dataFolder.isEmpty()) {
        options.dataFolder = place.emplace().dataFolder();
    }
    const auto stage = std::make_shared<Stage>(hypervisor::demoNow());
    Console console(app, options, false, stage);
    Pictures pictures(console, options, stage);
    pictures.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = optionsOf(argc, argv);
    if (!options) {
        std::fprintf(stderr, "valv: %s\nSee valv --help.\n", options.error().message.c_str());
        return 2;
    }
    if (options->run == Run::Version) {
        std::printf("valv %s\n", VALV_VERSION);
        return 0;
    }
    const bool unseen = options->run == Run::Tour || options->run == Run::Screenshots || options->run == Run::Help;
    const UnseenScreen screen(unseen ? options->pictureSize : QSize());
    prepareMemory();
    qInstallMessageHandler(quietMessages);
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("valv"));
    QApplication::setApplicationDisplayName(QStringLiteral("Valv"));
    QApplication::setApplicationVersion(QStringLiteral(VALV_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("se.valv.Valv"));
    switch (options->run) {
    case Run::Help:
        std::printf("%s", qPrintable(helpText()));
        return 0;
    case Run::Tour:
        return runTour(app, *options);
    case Run::Screenshots:
        return runPictures(app, *options);
    default:
        return runConsole(app, *options);
    }
}

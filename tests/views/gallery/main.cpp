// SPDX-License-Identifier: GPL-3.0-or-later
// valv_gallery --theme light|dark --page forms|table|charts|blade --scale 1|1.5|2 --locale sv --out file.png
#include "pages.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLocale>
#include <QTimer>
#include <QWidget>

#include <cstdio>

using namespace valv::views;

int main(int argc, char** argv)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (qstrcmp(argv[i], "--scale") == 0) {
            qputenv("QT_SCALE_FACTOR", argv[i + 1]); // read when the application is made
        }
    }
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light or dark"), QStringLiteral("name"),
                                   QStringLiteral("light"));
    const QCommandLineOption page(QStringLiteral("page"), QStringLiteral("forms, table, charts or blade"),
                                  QStringLiteral("name"), QStringLiteral("forms"));
    const QCommandLineOption scale(QStringLiteral("scale"), QStringLiteral("1, 1.5 or 2"), QStringLiteral("factor"),
                                   QStringLiteral("1"));
    const QCommandLineOption language(QStringLiteral("locale"), QStringLiteral("sv or en"), QStringLiteral("name"),
                                      QStringLiteral("sv_SE"));
    const QCommandLineOption out(QStringLiteral("out"), QStringLiteral("the picture"), QStringLiteral("file"));
    parser.addOptions({theme, page, scale, language, out});
    parser.process(app);

    QLocale::setDefault(QLocale(parser.value(language)));
    Theme look(app);
    look.setMotionChoice(MotionChoice::Reduced);
    look.setChoice(parser.value(theme) == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::Light);

    const QString name = parser.value(page);
    std::unique_ptr<QWidget> window(name == QLatin1String("table")        ? gallery::makeTablePage()
                                        : name == QLatin1String("charts") ? gallery::makeChartPage()
                                        : name == QLatin1String("blade")  ? gallery::makeBladePage()
                                                                          : gallery::makeFormPage());
    window->resize(1440, 900);
    window->show();
    if (!parser.isSet(out)) {
        return QApplication::exec();
    }
    QTimer::singleShot(250, &app, [&] { // past the delay of skeletons
        const bool saved = window->grab().save(parser.value(out));
        if (!saved) {
            std::fputs("The picture could not be written.\n", stderr);
        }
        QCoreApplication::exit(saved ? 0 : 1);
    });
    return QApplication::exec();
}

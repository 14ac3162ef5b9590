// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace tst_includes {

//! Who may include whom, read from the files themselves: the targets alone do not tell, because the headers of all
//! rooms lie under one folder.
namespace {

QSet<QString> words(const char* text)
{
    const auto list = QString::fromLatin1(text).split(QLatin1Char(' '));
    return {list.begin(), list.end()};
}

struct Rule
{
    QSet<QString> rooms; //!< that it may include, itself among them
    bool qt = true;
    bool widgets = false;
};

//! The rooms below each room. What lies in views/ and is not named here is an area: it stands on the frame, and areas
//! may use one another as long as they make no circle.
Rule ruleOf(const QString& top, const QString& room, const QSet<QString>& areas)
{
    static const QHash<QString, Rule> models{
        {QStringLiteral("core"), {words("core")}},
        {QStringLiteral("contract"), {words("contract core")}},
        {QStringLiteral("policy"), {words("policy contract core")}},
        {QStringLiteral("client"), {words("client policy contract core")}},
        {QStringLiteral("presentation"), {words("presentation client policy contract core")}},
        {QStringLiteral("store"), {words("store core"), false}},
        {QStringLiteral("hypervisor"), {words("hypervisor core"), false}},
        {QStringLiteral("engine"), {words("engine contract policy store hypervisor core")}},
        {QStringLiteral("service"), {words("service engine contract policy store hypervisor core")}},
    };
    if (top == QLatin1String("models")) {
        return models.value(room);
    }
    if (top == QLatin1String("app")) {
        if (room == QLatin1String("daemon")) {
            return {words("daemon service engine contract policy store hypervisor core")};
        }
        if (room == QLatin1String("inprocess")) {
            return {words("inprocess client service engine contract policy core")};
        }
        auto all = words("console inprocess service engine store hypervisor presentation client policy contract core "
                         "theme controls frame shell");
        return {all + areas, true, true};
    }
    if (room == QLatin1String("theme")) {
        return {words("theme core"), true, true};
    }
    if (room == QLatin1String("controls")) {
        return {words("controls theme core"), true, true};
    }
    auto below = words("frame controls theme presentation policy contract core");
    if (room == QLatin1String("frame")) {
        return {below, true, true};
    }
    below += areas;
    if (room == QLatin1String("shell")) {
        below.insert(QStringLiteral("shell"));
    }
    return {below, true, true};
}

//! Core has two targets: these are the one without Qt.
bool isPlainCore(const QString& path)
{
    static const auto plain = words("models/core/result.h models/core/clock.h models/core/ids.h models/core/ids.cpp");
    return plain.contains(path);
}

bool isWidgetHeader(const QString& header)
{
    if (header.startsWith(QLatin1String("QtWidgets")) || header.startsWith(QLatin1String("QtCharts"))) {
        return true;
    }
    static const QString qt = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    return QFile::exists(qt + QStringLiteral("/QtWidgets/") + header)
        || QFile::exists(qt + QStringLiteral("/QtCharts/") + header);
}

struct Include
{
    QString name;
    bool system = false; //!< in angle brackets
};

QList<Include> includesOf(const QByteArray& text)
{
    static const QRegularExpression line(QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]+(?:\"([^\"]+)\"|<([^>]+)>)"),
                                         QRegularExpression::MultilineOption);
    QList<Include> includes;
    auto matches = line.globalMatch(QString::fromUtf8(text));
    while (matches.hasNext()) {
        const auto match = matches.next();
        const bool system = match.captured(1).isEmpty();
        includes.append({match.captured(system ? 2 : 1), system});
    }
    return includes;
}

//! What is wrong with one include of one file; empty: nothing. The path is from the root of the project.
QString wrong(const QString& path, const Include& include, const QSet<QString>& areas)
{
    const auto parts = path.split(QLatin1Char('/'));
    const auto rule = ruleOf(parts.value(0), parts.value(1), areas);
    const auto told = QStringLiteral("%1 includes %2: ").arg(path, include.name);
    if (include.system) {
        static const QRegularExpression qtHeader(QStringLiteral("^(Qt?[A-Z]|q[a-z]+\\.h)"));
        if ((!rule.qt || isPlainCore(path)) && qtHeader.match(include.name).hasMatch()) {
            return told + QStringLiteral("this room is plain C++");
        }
        return !rule.widgets && isWidgetHeader(include.name) ? told + QStringLiteral("no widgets here") : QString();
    }
    if (!include.name.contains(QLatin1Char('/'))) {
        // Made at build; or a program's own, which is no room.
        const bool made = include.name.endsWith(QLatin1String(".moc")) || include.name.endsWith(QLatin1String(".inc"));
        const bool own = parts.value(0) == QLatin1String("app");
        return made || own ? QString() : QString(told + QStringLiteral("name the room too"));
    }
    const auto room = include.name.section(QLatin1Char('/'), 0, 0);
    if (!rule.rooms.contains(room)) {
        return told + QStringLiteral("%1 does not stand on %2").arg(parts.value(1), room);
    }
    const auto included = QStringLiteral("models/") + include.name;
    if (isPlainCore(path) || !rule.qt) {
        return room == QLatin1String("core") && !isPlainCore(included) ? told + QStringLiteral("that header uses Qt")
                                                                       : QString();
    }
    const bool hidden = include.name.endsWith(QLatin1String("_p.h")) && room != parts.value(1);
    return hidden ? told + QStringLiteral("that header is private to its room") : QString();
}

} // namespace

class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theTestCanFail_data();
    void theTestCanFail();
    void everyRoom_data();
    void everyRoom();
    void areasMakeNoCircle();

private:
    [[nodiscard]] QStringList filesIn(const QString& folder) const;
    [[nodiscard]] QByteArray read(const QString& path) const;

    QDir m_root{QStringLiteral(VALV_SOURCE_DIR)};
    QSet<QString> m_areas;
};

void TestIncludes::initTestCase()
{
    QVERIFY(m_root.exists(QStringLiteral("models/core")));
    const auto rooms = QDir(m_root.filePath(QStringLiteral("views"))).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    m_areas = QSet<QString>(rooms.begin(), rooms.end()) - words("theme controls frame shell");
}

QStringList TestIncludes::filesIn(const QString& folder) const
{
    QStringList files;
    QDirIterator it(m_root.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files.append(m_root.relativeFilePath(it.next()));
    }
    files.sort();
    return files;
}

QByteArray TestIncludes::read(const QString& path) const
{
    QFile file(m_root.filePath(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestIncludes::theTestCanFail_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("good");
    const auto add = [](const char* path, const char* line, bool good) {
        QTest::addRow("%s %s", path, line) << QString::fromLatin1(path) << QString::fromLatin1(line) << good;
    };
    add("models/store/vault.h", "#include <QString>", false);
    add("models/store/vault.h", "#include <QtCore>", false);
    add("models/store/vault.h", "#include <qglobal.h>", false);
    add("models/store/vault.h", "#include <string>", true);
    add("models/store/vault.h", "#include \"core/result.h\"", true);
    add("models/store/vault.h", "#include \"core/armid.h\"", false);
    add("models/store/vault.h", "#include \"hypervisor/vmsource.h\"", false);
    add("models/core/clock.h", "  #  include <QDateTime>", false);
    add("models/core/datetime.h", "#include <QDateTime>", true);
    add("models/presentation/a.h", "#include <QWidget>", false);
    add("models/presentation/a.h", "#include <QAbstractItemModel>", true);
    add("models/presentation/a.h", "#include \"engine/engine.h\"", false);
    add("models/presentation/a.h", "#include \"contract/json_p.h\"", false);
    add("models/client/a.h", "#include \"presentation/a.h\"", false);
    add("models/client/a.h", "#include \"service/router.h\"", false);
    add("models/service/a.h", "#include \"engine/engine.h\"", true);
    add("views/theme/a.h", "#include \"controls/tile.h\"", false);
    add("views/controls/a.h", "#include <QWidget>", true);
    add("views/controls/a.h", "#include \"presentation/a.h\"", false);
    add("views/vaults/a.h", "#include \"presentation/a.h\"", true);
    add("views/vaults/a.h", "#include \"client/client.h\"", false);
    add("views/vaults/a.h", "#include \"shell/mainwindow.h\"", false);
    add("views/shell/a.h", "#include \"vaults/a.h\"", true);
    add("views/shell/a.h", "#include \"service/router.h\"", false);
    add("app/daemon/main.cpp", "#include \"presentation/a.h\"", false);
    add("app/console/main.cpp", "#include \"service/router.h\"", true);
    add("models/core/tst.cpp", "#include \"tst.moc\"", true);
    add("models/core/datetime.cpp", "#include \"datetime.h\"", false);
}

void TestIncludes::theTestCanFail()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(bool, good);
    const auto includes = includesOf("// first\n" + line.toUtf8() + "\n");
    QCOMPARE(includes.size(), 1);
    QCOMPARE(wrong(path, includes.first(), words("vaults jobs")).isEmpty(), good);
}

void TestIncludes::everyRoom_data()
{
    QTest::addColumn<QString>("folder");
    for (const char* top : {"models", "views", "app"}) {
        const auto rooms = QDir(m_root.filePath(QString::fromLatin1(top))).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const auto& room : rooms) {
            QTest::addRow("%s/%s", top, qPrintable(room))
                << QString(QString::fromLatin1(top) + QLatin1Char('/') + room);
        }
    }
}

void TestIncludes::everyRoom()
{
    QFETCH(QString, folder);
    QStringList faults;
    const auto files = filesIn(folder);
    for (const auto& file : files) {
        const auto includes = includesOf(read(file));
        for (const auto& include : includes) {
            const auto fault = wrong(file, include, m_areas);
            if (!fault.isEmpty()) {
                faults.append(fault);
            }
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestIncludes::areasMakeNoCircle()
{
    QHash<QString, QSet<QString>> uses;
    for (const auto& area : std::as_const(m_areas)) {
        const auto files = filesIn(QStringLiteral("views/") + area);
        for (const auto& file : files) {
            const auto includes = includesOf(read(file));
            for (const auto& include : includes) {
                const auto room = include.name.section(QLatin1Char('/'), 0, 0);
                if (!include.system && room != area && m_areas.contains(room)) {
                    uses[area].insert(room);
                }
            }
        }
    }
    // Take away, again and again, what uses nothing that is left: a circle stays.
    auto left = m_areas;
    for (bool taken = true; taken;) {
        taken = false;
        for (const auto& area : QSet<QString>(left)) {
            if (!uses.value(area).intersects(left)) {
                left.remove(area);
                taken = true;
            }
        }
    }
    QVERIFY2(left.isEmpty(), qPrintable(QStringList(left.begin(), left.end()).join(QLatin1Char(' '))));
}

VALV_TEST_GUILESS(TestIncludes)

} // namespace tst_includes

#include "tst_includes.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Item view, Back up now, jobs and restore in every size, language and scale: all is named, nothing is cut, Tab comes
// round.
#include "presentation/app/settings.h"
#include "support/consolerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

namespace tst_pagewalk {

using namespace valv;
using namespace valv::test;

namespace {

//! A picture for a person to look at, where one is wanted.
void keep(ConsoleRig& rig, const QString& name)
{
    const auto folder = qEnvironmentVariable("VALV_WALK_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        rig.window().grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
}

} // namespace

class TestPageWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        rig = std::make_unique<ConsoleRig>(true);
        QVERIFY(rig->start());
    }
    void cleanupTestCase() { rig.reset(); }
    void cleanup()
    {
        for (int i = 0; i < 3; ++i) { // whatever stands open
            rig->person().key(Qt::Key_Escape);
            settle();
        }
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const char* place : {"item", "pending", "blade", "jobs", "job", "failed", "restore", "restore-vm"}) {
            for (const char* language : {"sv", "en"}) {
                for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                    QTest::addRow("%s %s %d", place, language, size.width())
                        << QString::fromLatin1(place) << QString::fromLatin1(language) << size;
                }
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(QString, place);
        QFETCH(QString, language);
        QFETCH(QSize, size);
        speak(language);
        rig->window().resize(size);
        go(place);
        if (QTest::currentTestFailed()) {
            return;
        }
        settle();
        keep(*rig, QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
        const auto faults = faultsOf(rig->window());
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    void tabComesRound_data()
    {
        QTest::addColumn<QString>("place");
        for (const char* place : {"item", "blade", "job", "restore", "restore-vm"}) {
            QTest::addRow("%s", place) << QString::fromLatin1(place);
        }
    }
    void tabComesRound()
    {
        QFETCH(QString, place);
        speak(QStringLiteral("en"));
        rig->window().resize(1440, 900);
        go(place);
        if (QTest::currentTestFailed()) {
            return;
        }
        rig->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&rig->window()));
        QStringList stops;
        for (const auto* stop : tabStops(rig->window())) {
            stops.append(widgetName(stop));
        }
        QVERIFY2(stops.size() > 3, qPrintable(stops.join(QLatin1Char('\n'))));
        const auto lost = lostStops(rig->window());
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
    }

private:
    void speak(const QString& language)
    {
        if (rig->console->language().code() != language) {
            rig->console->language().toggle();
            settle();
        }
    }
    void go(const QString& place)
    {
        const auto person = rig->person();
        rig->open(QStringLiteral("virtualmachines")); // where one already is, nothing opens
        settle();
        if (place == QLatin1String("item") || place == QLatin1String("blade")) {
            rig->openBackupOf(QStringLiteral("sql-prod-01"));
            const auto& points = rig->session().recoveryPoints(rig->itemOf(QStringLiteral("sql-prod-01")));
            QTRY_VERIFY_WITH_TIMEOUT(points.hasLoaded() && !points.isEmpty(), patience);
        } else if (place == QLatin1String("pending")) {
            rig->openBackupOf(QStringLiteral("sql-prod-02"));
            QTRY_VERIFY_WITH_TIMEOUT(
                rig->session().recoveryPoints(rig->itemOf(QStringLiteral("sql-prod-02"))).hasLoaded(), patience);
        } else if (place.startsWith(QLatin1String("restore"))) {
            rig->open(QStringLiteral("restore"), rig->itemOf(QStringLiteral("sql-prod-01")).text());
            QTRY_VERIFY_WITH_TIMEOUT(person.canUse(QStringLiteral("restore.submit")), patience);
            person.click(place == QLatin1String("restore") ? QStringLiteral("restore.disks")
                                                           : QStringLiteral("restore.vm"));
        } else {
            rig->open(QStringLiteral("jobs"), {}, place == QLatin1String("jobs") ? QString() : jobLike(place));
        }
        if (place == QLatin1String("blade")) {
            QTRY_VERIFY_WITH_TIMEOUT(person.canCommand(QStringLiteral("item.backupNow")), patience);
            person.command(QStringLiteral("item.backupNow"));
            QTRY_VERIFY(person.canUse(QStringLiteral("backupNow.submit")));
        }
        QTRY_VERIFY_WITH_TIMEOUT(rig->isQuiet(), patience);
    }
    [[nodiscard]] QString jobLike(const QString& place) const
    {
        const auto& jobs = rig->session().jobs();
        for (int row = 0; row < jobs.count(); ++row) {
            const auto& job = jobs.at(row);
            const bool failed = job.status == contract::JobStatus::Failed;
            if (failed == (place == QLatin1String("failed")) && job.operation == contract::JobOperation::Backup) {
                return job.id.text();
            }
        }
        return {};
    }

    std::unique_ptr<ConsoleRig> rig;
};

VALV_TEST(TestPageWalk)

} // namespace tst_pagewalk

#include "tst_pagewalk.moc"

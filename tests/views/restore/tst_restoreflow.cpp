// SPDX-License-Identifier: GPL-3.0-or-later
// From a protected image to bytes on a disk again, clicked through the real program on its own engine.
#include "support/consolerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QDesktopServices>
#include <QProcess>

namespace tst_restoreflow {

using namespace valv;
using namespace valv::test;
using contract::JobOperation;
using contract::JobStatus;

class TestRestoreFlow : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl& url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase()
    {
        rig = std::make_unique<ConsoleRig>(false);
        rig->makeMachine(QStringLiteral("web"), 3);
        rig->makeMachine(QStringLiteral("other"), 9);
        QVERIFY(rig->start());
        QVERIFY(rig->machine(QStringLiteral("web")) != nullptr);
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "openUrl");
        // Protected and backed up once, as a person does it.
        const auto person = rig->person();
        rig->openBackupOf(QStringLiteral("web"));
        QTRY_VERIFY_WITH_TIMEOUT(person.canUse(QStringLiteral("enable.submit")), patience);
        person.click(QStringLiteral("enable.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(person.canCommand(QStringLiteral("item.backupNow")), patience);
        person.command(QStringLiteral("item.backupNow"));
        QTRY_VERIFY(person.canUse(QStringLiteral("backupNow.submit")));
        person.click(QStringLiteral("backupNow.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(person.find(QStringLiteral("backupNow")) == nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(ended(JobOperation::Backup), patience);
        QTRY_VERIFY_WITH_TIMEOUT(person.canCommand(QStringLiteral("item.restore")), patience);
        QVERIFY(told().contains(QLatin1String("Backup triggered"))
                || told().contains(QLatin1String("Backup completed")));
    }
    void cleanupTestCase()
    {
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        rig.reset();
    }

    void aSecondBackupIsRefusedWithTheReason()
    {
        // The engine says so whatever the window shows: asked of it directly, while one runs or waits.
        const auto item = rig->itemOf(QStringLiteral("web"));
        m_last = last().id;
        auto first = rig->session().items().backupNow(item, std::nullopt);
        auto second = rig->session().items().backupNow(item, std::nullopt);
        const auto one = await(first, patience);
        const auto two = await(second, patience);
        QVERIFY(one && two);
        QVERIFY(one->has_value() != two->has_value()); // whichever came first
        const auto& refused = one->has_value() ? *two : *one;
        QCOMPARE(refused.error().code, std::string("BMSUserErrorObjectLocked")); // as the wire calls it
        QVERIFY(!refused.error().message.empty());
        QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("The backup did not start")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(ended(JobOperation::Backup), patience);
    }

    void disksComeBackByteForByte_data()
    {
        QTest::addColumn<QString>("format");
        QTest::newRow("raw") << QStringLiteral("raw");
        QTest::newRow("qcow2") << QStringLiteral("qcow2");
    }
    void disksComeBackByteForByte()
    {
        QFETCH(QString, format);
        const auto folder = rig->path(QStringLiteral("back-%1").arg(format));
        openRestore();
        const auto person = rig->person();
        person.type(QStringLiteral("restore.folder"), folder);
        for (auto* segment : person.find(QStringLiteral("restore.format"))->findChildren<QAbstractButton*>()) {
            if (segment->text() == format) {
                person.click(*segment, segment->rect().center());
            }
        }
        person.click(QStringLiteral("restore.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(ended(JobOperation::Restore), patience);
        QCOMPARE(last().status.value(), JobStatus::Completed);
        const auto files = QDir(folder).entryList({QStringLiteral("*.") + format});
        QCOMPARE(files.size(), 1);
        QString raw = QDir(folder).filePath(files.first());
        if (format != QLatin1String("raw")) {
            const auto flat = rig->path(QStringLiteral("flat.raw"));
            QCOMPARE(
                QProcess::execute(QStringLiteral("qemu-img"),
                                  {QStringLiteral("convert"), QStringLiteral("-O"), QStringLiteral("raw"), raw, flat}),
                0);
            raw = flat;
        }
        QCOMPARE(ConsoleRig::hashOf(raw), ConsoleRig::hashOf(rig->vms() + QStringLiteral("/web.raw")));
        // The job's pane leads to the folder; until the list has the new job, the pane is about the one before.
        const auto opened = [&] {
            if (!person.canUse(QStringLiteral("job.openFolder"))) {
                return QString();
            }
            m_opened.clear();
            person.click(QStringLiteral("job.openFolder"));
            return m_opened.value(0).toLocalFile();
        };
        QTRY_COMPARE_WITH_TIMEOUT(opened(), folder, patience);
        QTRY_VERIFY_WITH_TIMEOUT(told().contains(QLatin1String("Restore completed")), patience);
    }

    void existingFilesAreAskedAboutAndKept()
    {
        const auto folder = rig->path(QStringLiteral("full"));
        openRestore();
        const auto person = rig->person();
        person.type(QStringLiteral("restore.folder"), folder);
        person.click(QStringLiteral("restore.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(ended(JobOperation::Restore), patience);
        const auto name = QDir(folder).filePath(QDir(folder).entryList({QStringLiteral("*.raw")}).value(0));
        QFile mine(name);
        QVERIFY(mine.open(QIODevice::WriteOnly | QIODevice::Truncate));
        mine.write("mine");
        mine.close();
        openRestore();
        person.type(QStringLiteral("restore.folder"), folder);
        person.click(QStringLiteral("restore.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(person.canUse(QStringLiteral("restore.failure")), patience);
        QCOMPARE(QFile(name).size(), 4);
        auto* overwrite = person.find(QStringLiteral("restore.failure"))->findChild<QAbstractButton*>();
        QCOMPARE(overwrite->text(), QStringLiteral("Overwrite these files"));
        m_last = last().id;
        person.click(*overwrite, overwrite->rect().center());
        QTRY_VERIFY_WITH_TIMEOUT(!(last().id == m_last) && ended(JobOperation::Restore), patience);
        QCOMPARE(ConsoleRig::hashOf(name), ConsoleRig::hashOf(rig->vms() + QStringLiteral("/web.raw")));
    }

    void aFolderThatCantBeWritten()
    {
        // A file where a folder should be: so for every user, root too.
        const auto file = rig->path(QStringLiteral("a-file"));
        QFile(file).open(QIODevice::WriteOnly);
        openRestore();
        const auto person = rig->person();
        const auto folder = file + QStringLiteral("/below");
        person.type(QStringLiteral("restore.folder"), folder);
        m_last = last().id;
        person.click(QStringLiteral("restore.submit"));
        // Refused at once, or by the job: either way it is said, and nothing typed is lost.
        QTRY_VERIFY_WITH_TIMEOUT(person.canUse(QStringLiteral("restore.failure"))
                                     || (!(last().id == m_last) && ended(JobOperation::Restore)),
                                 patience);
        if (person.canUse(QStringLiteral("restore.failure"))) {
            QCOMPARE(person.find<QLineEdit>(QStringLiteral("restore.folder"))->text(), folder);
        } else {
            QCOMPARE(last().status.value(), JobStatus::Failed);
            QTRY_VERIFY_WITH_TIMEOUT(person.find(QStringLiteral("job.error")) != nullptr, patience);
        }
    }

    void aNewMachineBesideTheOthers()
    {
        openRestore();
        const auto person = rig->person();
        person.click(QStringLiteral("restore.vm"));
        person.type(QStringLiteral("restore.name"), QStringLiteral("other"));
        person.click(QStringLiteral("restore.submit"));
        QVERIFY(person.find<QLineEdit>(QStringLiteral("restore.name"))
                    ->accessibleDescription()
                    .contains(QLatin1String("already a VM with this name")));
        person.type(QStringLiteral("restore.name"), QStringLiteral("web-again"));
        m_last = last().id;
        person.click(QStringLiteral("restore.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(!(last().id == m_last) && ended(JobOperation::Restore), patience);
        QCOMPARE(last().status.value(), JobStatus::Completed);
        rig->session().virtualMachines().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(rig->machine(QStringLiteral("web-again")) != nullptr, patience);
        const auto path = rig->machine(QStringLiteral("web-again"))->vm.disks.value(0).path;
        QCOMPARE(ConsoleRig::hashOf(path), ConsoleRig::hashOf(rig->vms() + QStringLiteral("/web.raw")));
    }

private:
    void openRestore()
    {
        rig->openBackupOf(QStringLiteral("web"));
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canCommand(QStringLiteral("item.restore")), patience);
        rig->person().command(QStringLiteral("item.restore"));
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canUse(QStringLiteral("restore.submit")), patience);
        m_last = last().id;
    }
    [[nodiscard]] contract::BackupJob last() const
    {
        const auto* job = rig->session().jobs().latestOf(rig->itemOf(QStringLiteral("web")));
        return job != nullptr ? *job : contract::BackupJob();
    }
    [[nodiscard]] bool ended(JobOperation operation) const
    {
        const auto job = last();
        return job.operation == operation && !job.isRunning() && !(job.id == m_last);
    }
    [[nodiscard]] QString told() const
    {
        QStringList sentences;
        for (const auto& note : rig->console->notifications().all()) {
            sentences.append(note.title.text());
        }
        return sentences.join(QLatin1Char('\n'));
    }

    std::unique_ptr<ConsoleRig> rig;
    ArmId m_last;
    QList<QUrl> m_opened;
};

VALV_TEST(TestRestoreFlow)

} // namespace tst_restoreflow

#include "tst_restoreflow.moc"

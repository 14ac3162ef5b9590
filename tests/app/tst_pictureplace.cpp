// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pictureplace.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace valv;

//! Where the demo of the pictures lives.
class TestPicturePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        qputenv("TMPDIR", m_temporary->path().toUtf8());
        QCOMPARE(QDir::tempPath(), m_temporary->path());
    }
    void cleanup() { m_temporary.reset(); }

    void theSameEachTimeAndGoneAfterwards()
    {
        for (int run = 0; run < 2; ++run) {
            const console::PicturePlace place;
            QCOMPARE(place.dataFolder(), usual() + QStringLiteral("/data"));
            QVERIFY(QDir().mkpath(place.dataFolder()));
        }
        QVERIFY(!QFileInfo::exists(usual()));
    }

    void twoAtOnceHaveTheirOwn()
    {
        const console::PicturePlace first;
        QVERIFY(QDir().mkpath(first.dataFolder()));
        {
            const console::PicturePlace second;
            QVERIFY(second.dataFolder() != first.dataFolder());
        }
        QVERIFY(QFileInfo::exists(first.dataFolder()));
    }

    void whatAKilledRunLeftIsTakenAway()
    {
        QVERIFY(QDir().mkpath(usual() + QStringLiteral("/data")));
        QFile left(usual() + QStringLiteral("/data/left"));
        QVERIFY(left.open(QIODevice::WriteOnly));
        QProcess ended; // its number belongs to nobody now
        ended.start(QStringLiteral("true"));
        const auto pid = ended.processId();
        QVERIFY(ended.waitForFinished());
        QFile lock(usual() + QStringLiteral("/lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write(QByteArray::number(pid) + "\nvalv\n" + QSysInfo::machineHostName().toUtf8() + '\n');
        lock.close();
        const console::PicturePlace place;
        QCOMPARE(place.dataFolder(), usual() + QStringLiteral("/data"));
        QVERIFY(!left.exists());
    }

    void whatSomebodyPutThereIsLeftAlone()
    {
        QVERIFY(QDir().mkpath(m_temporary->filePath(QStringLiteral("elsewhere/data"))));
        QVERIFY(QFile::link(m_temporary->filePath(QStringLiteral("elsewhere")), usual()));
        {
            const console::PicturePlace place;
            QVERIFY(!place.dataFolder().startsWith(usual()));
        }
        QVERIFY(QFileInfo::exists(usual() + QStringLiteral("/data")));
    }

private:
    [[nodiscard]] QString usual() const { return m_temporary->filePath(QStringLiteral("valv-demo")); }

    std::unique_ptr<QTemporaryDir> m_temporary;
};

QTEST_GUILESS_MAIN(TestPicturePlace)
#include "tst_pictureplace.moc"

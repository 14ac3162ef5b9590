// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/faultyblobstore.h"
#include "models/store/storefixture.h"
#include "store/folderblobstore.h"
#include "support/testprogram.h"

#include <sys/stat.h>
#include <unistd.h>

namespace tst_crash {

using namespace valv;
using namespace valv::store;
using namespace valv::store::test;

//! The power goes at each step in turn, before and just after it; the place then fills up in turn at each step.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backup_data();
    void backup();
    void collecting_data();
    void collecting();
    void removing();
    void creating();
    void stateAndDocuments();
    void fullDisk();
    void noPermission();
    void folderVanishes();

private:
    [[nodiscard]] static VaultOptions options()
    {
        auto some = smallOptions();
        some.packSize = 128 * 1024;
        return some;
    }
};

namespace {
void rows()
{
    QTest::addColumn<bool>("afterwards");
    QTest::newRow("before the step") << false;
    QTest::newRow("just after the step") << true;
}
} // namespace

void TestCrash::backup_data()
{
    rows();
}

void TestCrash::backup()
{
    QFETCH(bool, afterwards);
    const auto key = RecoveryKey::generate();
    const QTemporaryDir first;
    const auto before = noise(400'000, 1);
    auto after = before;
    const auto changed = noise(250'000, 2);
    std::copy(changed.begin(), changed.end(), after.begin() + 100'000);
    {
        const auto vault = Vault::create(first.path().toStdString(), createOptions(), key, options());
        MUST(vault);
        MUST(backUp(**vault, "1", before));
    }
    int finished = 0;
    for (int step = 1; step < 300 && finished == 0; ++step) {
        const QTemporaryDir folder;
        copyFolder(first.path(), folder.path());
        {
            const auto place =
                std::make_shared<FaultyBlobStore>(std::make_shared<FolderBlobStore>(folder.path().toStdString()));
            place->failAt = step;
            place->afterwards = afterwards;
            const auto vault = Vault::open(place, key, options());
            MUST(vault);
            const auto info = backUp(**vault, "2", after, "web01", "1");
            if (info) {
                finished = step;
            }
        }
        // the next day
        const auto vault = Vault::open(folder.path().toStdString(), key, options());
        MUST(vault);
        const auto points = (*vault)->points();
        MUST(points);
        QVERIFY(*readBack(**vault, "1") == before);
        for (const auto& point : *points) {
            QVERIFY(!point.damaged && !point.stateDamaged);
        }
        if (points->size() == 2) {
            QVERIFY(*readBack(**vault, "2") == after);
        }
        const auto keyless = Vault::verifyStored(folder.path().toStdString());
        MUST(keyless);
        QVERIFY2(keyless->isWhole(), qPrintable(QString::number(step)));
        const auto third = backUp(**vault, "3", after);
        MUST(third);
        QVERIFY(*readBack(**vault, "3") == after);
        MUST((*vault)->collect());
        QVERIFY((*vault)->verify()->isWhole());
        QVERIFY(*readBack(**vault, "1") == before);
        QVERIFY(*readBack(**vault, "3") == after);
        QVERIFY(filesIn(folder.path() + QStringLiteral("/tmp")).isEmpty());
        QCOMPARE(filesIn(folder.path(), QStringLiteral(".state")).size(), int((*vault)->points()->size()));
    }
    QVERIFY2(finished > 12, qPrintable(QString::number(finished)));
}

void TestCrash::collecting_data()
{
    rows();
}

void TestCrash::collecting()
{
    QFETCH(bool, afterwards);
    const auto key = RecoveryKey::generate();
    const QTemporaryDir first;
    const auto old = noise(900'000, 1);
    auto kept = old;
    const auto changed = noise(700'000, 2);
    std::copy(changed.begin(), changed.end(), kept.begin() + 30'000);
    {
        const auto vault = Vault::create(first.path().toStdString(), createOptions(), key, options());
        MUST(vault);
        MUST(backUp(**vault, "1", old));
        MUST(backUp(**vault, "2", kept));
        MUST((*vault)->removePoint("1"));
    }
    int finished = 0;
    for (int step = 1; step < 300 && finished == 0; ++step) {
        const QTemporaryDir folder;
        copyFolder(first.path(), folder.path());
        {
            const auto place =
                std::make_shared<FaultyBlobStore>(std::make_shared<FolderBlobStore>(folder.path().toStdString()));
            place->failAt = step;
            place->afterwards = afterwards;
            const auto vault = Vault::open(place, key, options());
            MUST(vault);
            if ((*vault)->collect()) {
                finished = step;
            }
        }
        const auto vault = Vault::open(folder.path().toStdString(), key, options());
        MUST(vault);
        QVERIFY(*readBack(**vault, "2") == kept);
        QVERIFY(Vault::verifyStored(folder.path().toStdString())->isWhole());
        MUST((*vault)->collect());
        QVERIFY(*readBack(**vault, "2") == kept);
        QVERIFY((*vault)->verify()->isWhole());
    }
    QVERIFY2(finished > 5, qPrintable(QString::number(finished)));
}

void TestCrash::removing()
{
    const auto key = RecoveryKey::generate();
    for (const bool afterwards : {false, true}) {
        for (int step = 1; step <= 3; ++step) {
            const QTemporaryDir folder;
            const auto place =
                std::make_shared<FaultyBlobStore>(std::make_shared<FolderBlobStore>(folder.path().toStdString()));
            const auto vault = Vault::create(place, createOptions(), key, options());
            MUST(vault);
            MUST(backUp(**vault, "1", noise(100'000, 1)));
            place->afterwards = afterwards;
            place->steps = 0;
            place->failAt = step;
            MUST_FAIL((*vault)->removePoint("1"), "VaultIoError");
            const auto again = Vault::open(folder.path().toStdString(), key, options());
            MUST(again);
            const auto points = (*again)->points(); // kept: a loop over a part of a temporary outlives it
            for (const auto& point : *points) {
                QVERIFY(!point.damaged && !point.stateDamaged);
            }
            QVERIFY((*again)->verify()->isWhole());
            MUST((*again)->collect());
            QVERIFY((*again)->verify()->isWhole());
        }
    }
}

void TestCrash::creating()
{
    const auto key = RecoveryKey::generate();
    for (int step = 1; step <= 6; ++step) {
        const QTemporaryDir folder;
        const auto place =
            std::make_shared<FaultyBlobStore>(std::make_shared<FolderBlobStore>(folder.path().toStdString()));
        place->failAt = step;
        MUST_FAIL(Vault::create(place, createOptions(), key), "VaultIoError");
        // Half a vault is none, or a whole one; it can be begun again on the same place.
        const auto opened = Vault::open(folder.path().toStdString(), key);
        if (!opened) {
            QCOMPARE(opened.error().code, std::string("VaultNotAVault"));
        }
        MUST(Vault::create(std::make_shared<FolderBlobStore>(folder.path().toStdString()), createOptions(), key));
    }
}

void TestCrash::stateAndDocuments()
{
    const auto key = RecoveryKey::generate();
    for (int step = 1; step <= 4; ++step) {
        const QTemporaryDir folder;
        const auto place =
            std::make_shared<FaultyBlobStore>(std::make_shared<FolderBlobStore>(folder.path().toStdString()));
        const auto vault = Vault::create(place, createOptions(), key, options());
        MUST(vault);
        MUST(backUp(**vault, "1", noise(1000, 1)));
        PointState pinned;
        pinned.pinned = true;
        MUST((*vault)->setPointState("1", pinned));
        MUST((*vault)->putDocument("d", "old"));
        for (const bool state : {false, true}) {
            place->steps = 0;
            place->failAt = step;
            const bool good =
                state ? (*vault)->setPointState("1", {}).has_value() : (*vault)->putDocument("d", "new").has_value();
            QCOMPARE(good, step > 3);
            place->failAt = std::numeric_limits<int>::max();
            QCOMPARE((*vault)->document("d")->text, std::string(step > 3 ? "new" : "old"));
        }
        QCOMPARE((*vault)->point("1")->state.pinned, step <= 3);
        QVERIFY((*vault)->verify()->isWhole());
    }
}

void TestCrash::fullDisk()
{
    const auto key = RecoveryKey::generate();
    const QTemporaryDir folder;
    const auto place =
        std::make_shared<FaultyBlobStore>(std::make_shared<FolderBlobStore>(folder.path().toStdString()));
    const auto vault = Vault::create(place, createOptions(), key, options());
    MUST(vault);
    const auto disk = noise(800'000, 1);
    MUST(backUp(**vault, "1", disk));
    place->code = "VaultFull";
    for (int step = 1; step < 30; step += 3) {
        place->steps = 0;
        place->failAt = step;
        MUST_FAIL(backUp(**vault, "2", noise(800'000, unsigned(step) + 5)), "VaultFull");
        QVERIFY(*readBack(**vault, "1") == disk);
    }
    place->failAt = std::numeric_limits<int>::max(); // someone made room
    MUST(backUp(**vault, "2", noise(800'000, 4)));
    MUST((*vault)->collect());
    QVERIFY((*vault)->verify()->isWhole());
    QVERIFY(*readBack(**vault, "1") == disk);
    QVERIFY(*readBack(**vault, "2") == noise(800'000, 4));
}

void TestCrash::noPermission()
{
    if (::geteuid() == 0) {
        QSKIP("root may do everything");
    }
    const auto key = RecoveryKey::generate();
    const QTemporaryDir folder;
    const auto path = folder.path().toStdString();
    const auto vault = Vault::create(path, createOptions(), key, options());
    MUST(vault);
    MUST(backUp(**vault, "1", noise(1000, 1)));
    for (const auto* part : {"/tmp", "/points"}) {
        QCOMPARE(::chmod((path + part).c_str(), 0500), 0);
    }
    MUST_FAIL(backUp(**vault, "2", noise(1000, 2)), "VaultNoPermission");
    for (const auto* part : {"/tmp", "/points"}) {
        QCOMPARE(::chmod((path + part).c_str(), 0700), 0);
    }
    MUST(backUp(**vault, "2", noise(1000, 2)));
}

void TestCrash::folderVanishes()
{
    const auto key = RecoveryKey::generate();
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("v"));
    const auto vault = Vault::create(path.toStdString(), createOptions(), key, options());
    MUST(vault);
    MUST(backUp(**vault, "1", noise(1000, 1)));
    QVERIFY(QFile::rename(path, path + QStringLiteral("-away")));
    MUST_FAIL((*vault)->beginPoint(header("2")), "VaultNotFound");
    QVERIFY(QFile::rename(path + QStringLiteral("-away"), path));
    MUST(backUp(**vault, "2", noise(1000, 1)));
}

VALV_TEST_GUILESS(TestCrash)

} // namespace tst_crash

#include "tst_crash.moc"

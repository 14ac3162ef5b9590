// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/faultyblobstore.h"
#include "models/store/storefixture.h"
#include "store/folderblobstore.h"
#include "support/testprogram.h"

namespace tst_damage {

using namespace valv;
using namespace valv::store;
using namespace valv::store::test;

//! Bits that changed in any file: found by verifying, with the key and without, and never given out as data.
class TestDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void flippedBit_data();
    void flippedBit();
    void everyByteOfAPackIsGuarded();
    void cutShort_data();
    void cutShort();
    void missingFile_data();
    void missingFile();
    void swappedFiles_data();
    void swappedFiles();
    void verifyNamesThePointsAndDisks();
    void sharesTogetherReadEverything();
    void writtenWrongly();
    void nothingIsDamaged();

private:
    [[nodiscard]] QString copyOfVault(const QTemporaryDir& folder) const
    {
        copyFolder(m_folder.path(), folder.path());
        return folder.path();
    }
    void neverWrongBytes(const QString& vaultFolder) const;

    QTemporaryDir m_folder;
    RecoveryKey m_key = RecoveryKey::generate();
    std::map<std::string, Data> m_disks; // by point
};

//! Two points of one machine, one of another, small packs, a document.
void TestDamage::initTestCase()
{
    const auto vault = Vault::create(m_folder.path().toStdString(), createOptions(), m_key, smallOptions());
    MUST(vault);
    auto disk = noise(2'000'000, 1);
    MUST(backUp(**vault, "1", disk));
    m_disks["1"] = disk;
    const auto changed = noise(70'000, 2);
    std::copy(changed.begin(), changed.end(), disk.begin() + 500'000);
    MUST(backUp(**vault, "2", disk, "web01", "1"));
    m_disks["2"] = disk;
    m_disks["3"] = noise(900'000, 3);
    MUST(backUp(**vault, "3", m_disks["3"], "db01"));
    MUST((*vault)->putDocument("policies/Daily", R"({"keep":30})"));
}

void TestDamage::neverWrongBytes(const QString& vaultFolder) const
{
    const auto vault = Vault::open(vaultFolder.toStdString(), m_key, smallOptions());
    if (!vault) {
        return; // it says so
    }
    for (const auto& [id, disk] : m_disks) {
        const auto back = readBack(**vault, id);
        QVERIFY2(!back || *back == disk, id.c_str());
    }
}

void TestDamage::flippedBit_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("percent"); // where in the file
    QTest::addColumn<bool>("restores"); // all points still restore
    for (const int percent : {0, 30, 60, 99}) {
        const auto row = [&](const char* suffix, bool restores) {
            QTest::addRow("%s at %d %%", suffix, percent) << QString::fromLatin1(suffix) << percent << restores;
        };
        row(".manifest", percent == 99); // the hash at its end is not needed to read it
        row(".packs", true);
        row(".state", true);
        row(".document", true);
        row(".index", true);
        row(".pack", false);
        row("vault.json", true);
        row("vault.copy.json", true);
    }
}

void TestDamage::flippedBit()
{
    QFETCH(QString, suffix);
    QFETCH(int, percent);
    QFETCH(bool, restores);
    const QTemporaryDir folder;
    const auto copy = copyOfVault(folder);
    const auto files = filesIn(copy, suffix);
    QVERIFY(!files.isEmpty());
    const auto name = files.first();
    const QString path = copy + QLatin1Char('/') + name;
    const auto size = QFileInfo(path).size();
    flipBit(path, std::min(size - 1, size * percent / 100));

    const auto names = [&](const VerifyReport& report) {
        return std::any_of(report.files.begin(), report.files.end(),
                           [&](const auto& file) { return file.name == name.toStdString(); });
    };
    const auto keyless = Vault::verifyStored(copy.toStdString());
    MUST(keyless);
    QVERIFY(!keyless->isWhole());
    QVERIFY(names(*keyless));
    const auto vault = Vault::open(copy.toStdString(), m_key, smallOptions());
    MUST(vault);
    const auto report = (*vault)->verify();
    MUST(report);
    QVERIFY(!report->isWhole());
    QVERIFY(names(*report));
    neverWrongBytes(copy);
    if (restores) {
        for (const auto& [id, disk] : m_disks) {
            const auto back = readBack(**vault, id);
            if (suffix != QStringLiteral(".manifest")) {
                MUST(back);
            }
        }
    }
}

//! Not one byte of a pack may change unseen.
void TestDamage::everyByteOfAPackIsGuarded()
{
    const QTemporaryDir folder;
    const auto vault = Vault::create(folder.path().toStdString(), createOptions(), m_key, smallOptions());
    MUST(vault);
    const auto disk = noise(1000, 9);
    MUST(backUp(**vault, "1", disk));
    const QString path = folder.path() + QLatin1Char('/') + filesIn(folder.path(), QStringLiteral(".pack")).first();
    const auto size = QFileInfo(path).size();
    for (qint64 at = 0; at < size; at += 7) {
        flipBit(path, at);
        const auto keyless = Vault::verifyStored(folder.path().toStdString());
        MUST(keyless);
        QVERIFY2(!keyless->isWhole(), qPrintable(QString::number(at)));
        QCOMPARE(keyless->disks.size(), std::size_t(1));
        const auto back = readBack(**vault, "1");
        QVERIFY(!back || *back == disk);
        flipBit(path, at);
    }
    QVERIFY(Vault::verifyStored(folder.path().toStdString())->isWhole());
}

void TestDamage::cutShort_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("left");
    for (const auto* suffix : {".manifest", ".packs", ".state", ".document", ".index", ".pack", "vault.json"}) {
        for (const int left : {0, 5, 50, 150}) {
            QTest::addRow("%s cut to %d bytes", suffix, left) << QString::fromLatin1(suffix) << left;
        }
    }
}

void TestDamage::cutShort()
{
    QFETCH(QString, suffix);
    QFETCH(int, left);
    const QTemporaryDir folder;
    const auto copy = copyOfVault(folder);
    const auto name = filesIn(copy, suffix).first();
    QFile file(copy + QLatin1Char('/') + name);
    QVERIFY(file.resize(left));
    const auto keyless = Vault::verifyStored(copy.toStdString());
    MUST(keyless);
    QVERIFY(!keyless->files.empty());
    QCOMPARE(keyless->files[0].name, name.toStdString());
    const auto vault = Vault::open(copy.toStdString(), m_key, smallOptions());
    MUST(vault);
    QVERIFY(!(*vault)->verify()->isWhole());
    MUST((*vault)->points());
    neverWrongBytes(copy);
}

void TestDamage::missingFile_data()
{
    QTest::addColumn<QString>("suffix");
    for (const auto* suffix : {".packs", ".state", ".pack", "vault.json", "vault.copy.json"}) {
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
}

void TestDamage::missingFile()
{
    QFETCH(QString, suffix);
    const QTemporaryDir folder;
    const auto copy = copyOfVault(folder);
    const auto name = filesIn(copy, suffix).first();
    QVERIFY(QFile::remove(copy + QLatin1Char('/') + name));
    const auto keyless = Vault::verifyStored(copy.toStdString());
    MUST(keyless);
    QVERIFY(!keyless->isWhole());
    QCOMPARE(keyless->files[0].name, name.toStdString());
    const auto vault = Vault::open(copy.toStdString(), m_key, smallOptions());
    MUST(vault);
    const auto report = (*vault)->verify();
    MUST(report);
    QVERIFY(!report->isWhole());
    QCOMPARE(report->files[0].name, name.toStdString());
    if (suffix == QStringLiteral(".pack")) {
        QVERIFY(!report->disks.empty());
        QVERIFY(!keyless->disks.empty());
    }
    neverWrongBytes(copy);
}

void TestDamage::swappedFiles_data()
{
    QTest::addColumn<QString>("suffix");
    for (const auto* suffix : {".manifest", ".state", ".pack", ".packs"}) {
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
}

//! Each file whole in itself, but in another's place.
void TestDamage::swappedFiles()
{
    QFETCH(QString, suffix);
    const QTemporaryDir folder;
    const auto copy = copyOfVault(folder);
    auto files = filesIn(copy, suffix);
    const QString a = copy + QLatin1Char('/') + files.first();
    const QString b = copy + QLatin1Char('/') + files.last();
    QVERIFY(a != b);
    QVERIFY(QFile::rename(a, copy + QStringLiteral("/x")));
    QVERIFY(QFile::rename(b, a));
    QVERIFY(QFile::rename(copy + QStringLiteral("/x"), b));
    const auto vault = Vault::open(copy.toStdString(), m_key, smallOptions());
    MUST(vault);
    if (suffix != QStringLiteral(".packs")) { // harmless: the list is only for those without a key
        QVERIFY(!(*vault)->verify()->isWhole());
    }
    if (suffix != QStringLiteral(".state")) { // whose place only the key knows
        QVERIFY(!Vault::verifyStored(copy.toStdString())->isWhole());
    }
    neverWrongBytes(copy);
}

void TestDamage::verifyNamesThePointsAndDisks()
{
    const QTemporaryDir folder;
    const auto vault = Vault::create(folder.path().toStdString(), createOptions(), m_key, smallOptions());
    MUST(vault);
    const auto shared = noise(300'000, 1);
    MUST(backUp(**vault, "1", shared, "web01"));
    const auto packs = filesIn(folder.path(), QStringLiteral(".pack"));
    MUST(backUp(**vault, "2", noise(300'000, 2), "db01"));
    MUST(backUp(**vault, "3", shared, "web02"));
    for (const auto& pack : packs) {
        flipBit(folder.path() + QLatin1Char('/') + pack, 200);
    }
    const auto report = (*vault)->verify();
    MUST(report);
    QVERIFY(report->withKey);
    QCOMPARE(report->disks.size(), std::size_t(2));
    QCOMPARE(report->disks[0].pointId, std::string("1"));
    QCOMPARE(report->disks[0].vmName, std::string("web01"));
    QCOMPARE(report->disks[0].disk, std::string("os"));
    QVERIFY(report->disks[0].bytes > 0);
    QCOMPARE(report->disks[1].pointId, std::string("3"));
    const auto keyless = Vault::verifyStored(folder.path().toStdString());
    MUST(keyless);
    QCOMPARE(keyless->disks.size(), std::size_t(2));
    QCOMPARE(keyless->disks[0].pointId, std::string("1"));
    QCOMPARE(keyless->disks[1].pointId, std::string("3"));
    const auto back = readBack(**vault, "1");
    MUST_FAIL(back, "ChunkDamaged");
    QCOMPARE(back.error().target, std::string("1/os"));
    QVERIFY(*readBack(**vault, "2") == noise(300'000, 2));
}

void TestDamage::sharesTogetherReadEverything()
{
    const auto whole = Vault::verifyStored(m_folder.path().toStdString());
    MUST(whole);
    QVERIFY(whole->isWhole());
    QSet<QString> found;
    const QTemporaryDir folder;
    const auto copy = copyOfVault(folder);
    const auto packs = filesIn(copy, QStringLiteral(".pack"));
    for (const auto& pack : packs) {
        flipBit(copy + QLatin1Char('/') + pack, 300);
    }
    for (unsigned share = 0; share < 4; ++share) {
        VerifyOptions options;
        options.share = share;
        options.shares = 4;
        const auto report = Vault::verifyStored(copy.toStdString(), options);
        MUST(report);
        for (const auto& file : report->files) {
            QVERIFY(!found.contains(QString::fromStdString(file.name)));
            found.insert(QString::fromStdString(file.name));
        }
    }
    QCOMPARE(found, QSet<QString>(packs.begin(), packs.end()));
}

//! A place that writes other bytes than it was given: the point is refused, and nothing builds on it.
void TestDamage::writtenWrongly()
{
    const QTemporaryDir folder;
    const auto place =
        std::make_shared<FaultyBlobStore>(std::make_shared<FolderBlobStore>(folder.path().toStdString()));
    const auto vault = Vault::create(place, createOptions(), m_key, smallOptions());
    MUST(vault);
    place->onRead = [](const std::string& name, std::span<std::byte> data) {
        if (name.ends_with(".pack") && data.size() > 1000) {
            data[500] ^= std::byte{4};
        }
    };
    MUST_FAIL(backUp(**vault, "1", noise(2'000'000, 1)), "ChunkNotReadBack");
    QVERIFY((*vault)->points()->empty());
    place->onRead = {};
    MUST(backUp(**vault, "2", noise(2'000'000, 1)));
    QVERIFY(*readBack(**vault, "2") == noise(2'000'000, 1));
    QVERIFY((*vault)->verify()->isWhole());
}

void TestDamage::nothingIsDamaged()
{
    const auto keyless = Vault::verifyStored(m_folder.path().toStdString());
    MUST(keyless);
    QVERIFY(keyless->isWhole());
    const auto vault = Vault::open(m_folder.path().toStdString(), m_key, smallOptions());
    MUST(vault);
    std::uint64_t last = 0;
    const auto report = (*vault)->verify({}, {}, [&](const Progress& far) {
        QVERIFY(far.done >= last && far.done <= far.total);
        last = far.done;
    });
    MUST(report);
    QVERIFY(report->isWhole());
    QVERIFY(report->chunksChecked > 40);
    std::uint64_t bytes = 0;
    for (const auto& name : filesIn(m_folder.path())) {
        bytes += std::uint64_t(QFileInfo(m_folder.path() + QLatin1Char('/') + name).size());
    }
    QCOMPARE(report->bytesChecked, bytes); // every byte (the lock is empty)
    QCOMPARE(keyless->bytesChecked, bytes);
}

VALV_TEST_GUILESS(TestDamage)

} // namespace tst_damage

#include "tst_damage.moc"

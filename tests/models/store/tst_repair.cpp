// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storefixture.h"
#include "store/verifier.h"
#include "support/testprogram.h"

#include <QTemporaryDir>

#include <algorithm>

namespace tst_repair {

using namespace valv;
using namespace valv::store;
using namespace valv::store::test;

//! A vault with a copy in a second place: what is damaged in the first is read from the copy, chunk by chunk, and put
//! back from it.
class TestRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsFromTheCopy_data();
    void readsFromTheCopy();
    void readsWhatIsDamagedInEither();
    void asksForTheCopyOnlyWhenNeeded();
    void wrongBytesOfTheCopyAreNotGivenOut();
    void repairs_data();
    void repairs();
    void repairsNothingFromADamagedCopy();
    void mendsWhatItCanAlone();
    void anOldStateIsNotTaken();
    void anotherVaultIsNoCopy();
    void checksSomeShares();

private:
    [[nodiscard]] Result<std::shared_ptr<Vault>> open(const QTemporaryDir& folder) const
    {
        auto opened = Vault::open(folder.path().toStdString(), m_key, smallOptions());
        return opened ? Result<std::shared_ptr<Vault>>(std::shared_ptr<Vault>(std::move(*opened)))
                      : tl::unexpected(opened.error());
    }
    //! Packs by size, the largest first: those with data, then those with maps of disks.
    [[nodiscard]] QStringList packs() const
    {
        auto all = filesIn(m_first->path(), QStringLiteral(".pack"));
        std::sort(all.begin(), all.end(), [this](const QString& a, const QString& b) {
            return QFileInfo(at(*m_first, a)).size() > QFileInfo(at(*m_first, b)).size();
        });
        return all;
    }
    static QString at(const QTemporaryDir& folder, const QString& file)
    {
        return folder.path() + QLatin1Char('/') + file;
    }
    static void spoil(const QTemporaryDir& folder, const QString& file)
    {
        flipBit(at(folder, file), QFileInfo(at(folder, file)).size() / 2);
    }
    void harm(const QTemporaryDir& folder, const QString& file, const QString& how) const
    {
        if (how == QLatin1String("flipped")) {
            spoil(folder, file);
        } else if (how == QLatin1String("cut")) {
            QVERIFY(QFile::resize(at(folder, file), QFileInfo(at(folder, file)).size() / 3));
        } else {
            QVERIFY(QFile::remove(at(folder, file)));
        }
    }
    [[nodiscard]] static Result<Data> readAll(const PointReader& reader)
    {
        Data data(reader.disks().front().header.capacity);
        auto done = reader.restoreDisk(0, [&data](std::uint64_t offset, std::span<const std::byte> bytes) -> Result<> {
            std::copy(bytes.begin(), bytes.end(), data.begin() + static_cast<std::ptrdiff_t>(offset));
            return {};
        });
        return done ? Result<Data>(std::move(data)) : tl::unexpected(done.error());
    }

    QTemporaryDir m_model;
    RecoveryKey m_key = RecoveryKey::generate();
    Data m_disk;
    std::unique_ptr<QTemporaryDir> m_first;
    std::unique_ptr<QTemporaryDir> m_second;
};

void TestRepair::initTestCase()
{
    const auto vault = Vault::create(m_model.path().toStdString(), createOptions(), m_key, smallOptions());
    MUST(vault);
    m_disk = noise(3'000'000, 1);
    MUST(backUp(**vault, "1", m_disk));
    MUST((*vault)->putDocument("policies/Daily", R"({"keep":30})"));
}

void TestRepair::init()
{
    m_first = std::make_unique<QTemporaryDir>();
    m_second = std::make_unique<QTemporaryDir>();
    copyFolder(m_model.path(), m_first->path());
    copyFolder(m_model.path(), m_second->path());
    QVERIFY(packs().size() >= 4);
}

void TestRepair::readsFromTheCopy_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<bool>("opened"); // before the damage
    for (const char* how : {"flipped", "cut", "gone"}) {
        QTest::addRow("%s, then opened", how) << QString::fromLatin1(how) << false;
        QTest::addRow("%s while it is open", how) << QString::fromLatin1(how) << true;
    }
}

void TestRepair::readsFromTheCopy()
{
    QFETCH(QString, how);
    QFETCH(bool, opened);
    auto first = opened ? open(*m_first) : Result<std::shared_ptr<Vault>>(nullptr);
    MUST(first);
    for (const auto& name : packs()) { // one at a time: data, and maps of disks
        init();
        if (opened) {
            first = open(*m_first);
            MUST(first);
            QVERIFY((*first)->verify()->isWhole());
        }
        harm(*m_first, name, how);
        if (!opened) {
            first = open(*m_first);
            MUST(first);
        }
        const auto alone = (*first)->openPoint("1");
        MUST(alone);
        QVERIFY(!readAll(**alone)); // else nothing is shown here
        const auto reader = (*first)->openPoint("1", [this] { return open(*m_second); });
        MUST(reader);
        const auto back = readAll(**reader);
        MUST(back);
        QVERIFY(same(*back, m_disk));
        const auto elsewhere = (*reader)->elsewhere();
        QVERIFY(elsewhere.chunks > 0);
        QVERIFY(elsewhere.chunks < m_disk.size() / ChunkSize);
        if (how == QLatin1String("flipped")) {
            QCOMPARE(elsewhere.files, std::set<std::string>{name.toStdString()});
        }
    }
}

//! Each place has another damaged pack: together they are whole.
void TestRepair::readsWhatIsDamagedInEither()
{
    spoil(*m_first, packs().at(0));
    spoil(*m_second, packs().at(1));
    const auto first = open(*m_first);
    MUST(first);
    const auto reader = (*first)->openPoint("1", [this] { return open(*m_second); });
    MUST(reader);
    const auto back = readAll(**reader);
    MUST(back);
    QVERIFY(same(*back, m_disk));
}

void TestRepair::asksForTheCopyOnlyWhenNeeded()
{
    int asked = 0;
    const auto copy = [&] {
        ++asked;
        return open(*m_second);
    };
    const auto first = open(*m_first);
    MUST(first);
    const auto whole = (*first)->openPoint("1", copy);
    MUST(whole);
    MUST(readAll(**whole));
    QCOMPARE(asked, 0);
    QCOMPARE((*whole)->elsewhere().chunks, 0U);
    spoil(*m_first, packs().at(0));
    const auto damaged = (*first)->openPoint("1", copy);
    MUST(damaged);
    MUST(readAll(**damaged));
    QCOMPARE(asked, 1);
}

void TestRepair::wrongBytesOfTheCopyAreNotGivenOut()
{
    spoil(*m_first, packs().at(0));
    spoil(*m_second, packs().at(0));
    const auto first = open(*m_first);
    MUST(first);
    const auto reader = (*first)->openPoint("1", [this] { return open(*m_second); });
    MUST(reader);
    MUST_FAIL(readAll(**reader), "ChunkDamaged");
    const auto lost = (*first)->openPoint(
        "1", []() -> Result<std::shared_ptr<Vault>> { return failure("VaultNotFound", "It is not connected."); });
    MUST(lost);
    MUST_FAIL(readAll(**lost), "ChunkDamaged");
}

void TestRepair::repairs_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("how");
    for (const char* suffix : {".pack", ".manifest", ".packs", ".state", ".document"}) {
        for (const char* how : {"flipped", "cut", "gone"}) {
            const bool unseen = QLatin1String(how) == QLatin1String("gone")
                && (QLatin1String(suffix) == QLatin1String(".manifest") || QLatin1String(suffix) == QLatin1String(".document"));
            if (!unseen) { // nothing in the vault says that they were there
                QTest::addRow("%s %s", suffix, how) << QString::fromLatin1(suffix) << QString::fromLatin1(how);
            }
        }
    }
}

void TestRepair::repairs()
{
    QFETCH(QString, suffix);
    QFETCH(QString, how);
    const auto name = filesIn(m_first->path(), suffix).first();
    harm(*m_first, name, how);
    const auto first = open(*m_first);
    const auto second = open(*m_second);
    MUST(first);
    MUST(second);
    const auto report = (*first)->verify();
    MUST(report);
    QVERIFY(!report->isWhole());
    const auto repaired = (*first)->repair(report->files, second->get(), true);
    MUST(repaired);
    QVERIFY(repaired->left.empty());
    QCOMPARE(repaired->repaired.size(), 1U);
    QCOMPARE(QString::fromStdString(repaired->repaired.front().name), name);
    QVERIFY((*first)->verify()->isWhole());
    // The bytes of before; nothing else lies there.
    QFile file(at(*m_first, name));
    QFile before(at(m_model, name));
    QVERIFY(file.open(QIODevice::ReadOnly) && before.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before.readAll());
    QCOMPARE(filesIn(m_first->path()).size(), filesIn(m_model.path()).size());
    const auto back = readBack(**first, "1");
    MUST(back);
    QVERIFY(same(*back, m_disk));
}

void TestRepair::repairsNothingFromADamagedCopy()
{
    const auto name = packs().at(0);
    spoil(*m_first, name);
    flipBit(at(*m_second, name), QFileInfo(at(*m_second, name)).size() / 3);
    QFile file(at(*m_first, name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto before = file.readAll();
    const auto first = open(*m_first);
    const auto second = open(*m_second);
    MUST(first);
    MUST(second);
    const auto repaired = (*first)->repair((*first)->verify()->files, second->get(), true);
    MUST(repaired);
    QVERIFY(repaired->repaired.empty());
    QCOMPARE(repaired->left.size(), 1U);
    file.seek(0);
    QCOMPARE(file.readAll(), before); // what may still help somebody is not touched
}

//! One of the two format files, and index files, which only save time.
void TestRepair::mendsWhatItCanAlone()
{
    spoil(*m_first, QStringLiteral("valv-vault.json"));
    spoil(*m_first, filesIn(m_first->path(), QStringLiteral(".index")).first());
    spoil(*m_first, packs().at(0));
    const auto first = open(*m_first);
    MUST(first);
    const auto repaired = (*first)->repair((*first)->verify()->files, nullptr, false);
    MUST(repaired);
    QCOMPARE(repaired->repaired.size(), 2U);
    QCOMPARE(repaired->left.size(), 1U);
    const auto report = (*first)->verify();
    QCOMPARE(report->files.size(), 1U);
    QCOMPARE(QString::fromStdString(report->files.front().name), packs().at(0));
}

//! A copy that is behind may not know of the last pin.
void TestRepair::anOldStateIsNotTaken()
{
    const auto state = filesIn(m_first->path(), QStringLiteral(".state")).first();
    spoil(*m_first, state);
    spoil(*m_first, packs().at(0));
    const auto first = open(*m_first);
    const auto second = open(*m_second);
    MUST(first);
    MUST(second);
    const auto repaired = (*first)->repair((*first)->verify()->files, second->get(), false);
    MUST(repaired);
    QCOMPARE(repaired->repaired.size(), 1U);
    QCOMPARE(repaired->left.size(), 1U);
    QCOMPARE(QString::fromStdString(repaired->left.front().name), state);
}

void TestRepair::anotherVaultIsNoCopy()
{
    QTemporaryDir folder;
    auto options = createOptions();
    options.id = "99999999-2222-4333-8444-555555555555";
    const auto other = Vault::create(folder.path().toStdString(), options, m_key, smallOptions());
    MUST(other);
    const auto first = open(*m_first);
    MUST(first);
    MUST_FAIL((*first)->repair({{"packs/x", "gone"}}, other->get(), true), "VaultNotAVault");
}

//! Shares are taken from one number on, around; what is known to be damaged is read whatever its share.
void TestRepair::checksSomeShares()
{
    const auto first = open(*m_first);
    MUST(first);
    const auto all = (*first)->verify();
    MUST(all);
    constexpr unsigned shares = 7;
    std::uint64_t chunks = 0;
    for (unsigned share = 0; share < shares; ++share) {
        VerifyOptions one;
        one.share = share;
        one.shares = shares;
        chunks += (*first)->verify(one)->chunksChecked;
    }
    QCOMPARE(chunks, all->chunksChecked);
    VerifyOptions around;
    around.share = 5;
    around.shares = shares;
    around.count = shares;
    QCOMPARE((*first)->verify(around)->chunksChecked, all->chunksChecked);
    VerifyOptions none;
    none.count = 0;
    QCOMPARE((*first)->verify(none)->chunksChecked, 0U);
    spoil(*m_first, packs().at(0));
    QVERIFY((*first)->verify(none)->isWhole());
    none.also.insert(packs().at(0).toStdString());
    QCOMPARE((*first)->verify(none)->files.size(), 1U);
}

VALV_TEST_GUILESS(TestRepair)

} // namespace tst_repair

#include "tst_repair.moc"

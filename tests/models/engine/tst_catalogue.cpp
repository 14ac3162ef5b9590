// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"
#include "models/engine/enginetest.h"
#include "support/testprogram.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <thread>

namespace tst_catalogue {

using namespace valv;
using namespace valv::test;
using valv::engine::Catalogue;
using valv::engine::Migration;

class CatalogueTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void migrationsAscend();
    void migratesOnceAndInOrder();
    void failedMigrationLeavesTheOldForm();
    void laterVersionIsRefused();
    void damageIsFound_data();
    void damageIsFound();
    void damageIsFoundBeforeAnythingIsWritten();
    void aWholeFileIsWrittenOnceItWasLookedThrough();
    void failedBodyIsRolledBack();
    void isRememberedUntilSomethingIsWritten();
    void whatAWriteSeesIsNotRemembered();
    void aReadingThatAWriteOvertakesIsNotRemembered();
    void foreignKeysHold();
    void threadsHaveTheirOwnConnections();
};

void CatalogueTest::migrationsAscend()
{
    int expected = 1;
    for (const auto& step : engine::migrations()) {
        QCOMPARE(step.number, expected++);
        QVERIFY(!step.statements.isEmpty());
    }
}

void CatalogueTest::migratesOnceAndInOrder()
{
    const Migration first{1, {QStringLiteral("CREATE TABLE t(a)"), QStringLiteral("INSERT INTO t VALUES(1)")}};
    const Migration second{2, {QStringLiteral("INSERT INTO t VALUES(2)")}};
    {
        const auto catalogue = Catalogue::open(file("steps"), {first});
        VALV_VERIFY(catalogue);
        QCOMPARE((*catalogue)->version(), 1);
    }
    for (int i = 0; i < 2; ++i) {
        const auto catalogue = Catalogue::open(file("steps"), {first, second});
        VALV_VERIFY(catalogue);
        QCOMPARE((*catalogue)->version(), 2);
        QCOMPARE((*catalogue)->value(QStringLiteral("SELECT group_concat(a) FROM t"))->value().toString(),
                 QStringLiteral("1,2"));
    }
}

void CatalogueTest::failedMigrationLeavesTheOldForm()
{
    const Migration first{1, {QStringLiteral("CREATE TABLE t(a)")}};
    const Migration broken{2, {QStringLiteral("INSERT INTO t VALUES(2)"), QStringLiteral("NONSENSE")}};
    QVERIFY(!Catalogue::open(file("broken"), {first, broken}));
    const auto catalogue = Catalogue::open(file("broken"), {first});
    VALV_VERIFY(catalogue);
    QCOMPARE((*catalogue)->version(), 1);
    QCOMPARE((*catalogue)->value(QStringLiteral("SELECT count(*) FROM t"))->value().toInt(), 0);
}

void CatalogueTest::laterVersionIsRefused()
{
    VALV_VERIFY(Catalogue::open(
        file("later"), {{1, {QStringLiteral("CREATE TABLE t(a)")}}, {2, {QStringLiteral("CREATE TABLE u(a)")}}}));
    QCOMPARE(codeOf(Catalogue::open(file("later"), {{1, {QStringLiteral("CREATE TABLE t(a)")}}})),
             QStringLiteral("CatalogueTooNew"));
}

void CatalogueTest::damageIsFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qint64>("at");
    QTest::newRow("no database at all") << QByteArray(8192, 'x') << qint64(0);
    QTest::newRow("a page of zeros") << QByteArray(4096, '\0') << qint64(4096);
}

void CatalogueTest::damageIsFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qint64, at);
    const QString name = file("damaged") + QLatin1String(QTest::currentDataTag());
    {
        const auto catalogue = Catalogue::open(name);
        VALV_VERIFY(catalogue);
        VALV_VERIFY((*catalogue)->value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    QFile damaged(name);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(at));
    damaged.write(bytes);
    damaged.close();
    QCOMPARE(codeOf(Catalogue::open(name)), QStringLiteral("CatalogueDamaged"));
}

void CatalogueTest::damageIsFoundBeforeAnythingIsWritten()
{
    // A page that only one table needs, in a file that is not looked through before it is opened.
    const auto name = file("late");
    const auto addJob =
        QStringLiteral("INSERT INTO operations(id, vault, status, started) VALUES(?, '', 'Succeeded', 0)");
    qint64 page = 0;
    {
        const auto catalogue = Catalogue::open(name);
        VALV_VERIFY(catalogue);
        VALV_VERIFY((*catalogue)->write([&addJob](Catalogue::Writer& writer) {
            Result<int> added;
            for (int i = 0; i < 2000 && added; ++i) {
                added = writer.run(addJob, {QStringLiteral("operation-%1").arg(i, 100, 10, QLatin1Char('0'))});
            }
            return engine::done(added);
        }));
        const auto root =
            (*catalogue)->value(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name='operations'"));
        VALV_VERIFY(root);
        page = (*root)->toLongLong() - 1;
        VALV_VERIFY((*catalogue)->value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    QFile damaged(name);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(page * 4096));
    damaged.write(QByteArray(4096, '\0'));
    QVERIFY(damaged.flush());
    QVERIFY(damaged.seek(0));
    const auto before = damaged.readAll();

    const auto catalogue = Catalogue::open(name, engine::migrations(), 0);
    VALV_VERIFY(catalogue);
    bool ran = false;
    const auto written = (*catalogue)->write([&ran](Catalogue::Writer&) -> Result<> {
        ran = true;
        return {};
    });
    QCOMPARE(codeOf(written), QStringLiteral("CatalogueDamaged"));
    QVERIFY(!ran);
    QCOMPARE(codeOf((*catalogue)->whole()), QStringLiteral("CatalogueDamaged"));
    QCOMPARE(codeOf((*catalogue)->value(QStringLiteral("SELECT count(*) FROM vaults"))),
             QStringLiteral("CatalogueDamaged"));
    QVERIFY(damaged.seek(0));
    QVERIFY(damaged.readAll() == before);
}

void CatalogueTest::aWholeFileIsWrittenOnceItWasLookedThrough()
{
    VALV_VERIFY(Catalogue::open(file("large")));
    const auto catalogue = Catalogue::open(file("large"), engine::migrations(), 0);
    VALV_VERIFY(catalogue);
    VALV_VERIFY((*catalogue)->write(QStringLiteral("INSERT INTO meta VALUES('a', 'b')")));
    VALV_VERIFY((*catalogue)->whole());
    QCOMPARE((*catalogue)->value(QStringLiteral("SELECT value FROM meta WHERE key='a'"))->value().toString(),
             QStringLiteral("b"));
    // One that goes at once waits for the look through it.
    VALV_VERIFY(Catalogue::open(file("large"), engine::migrations(), 0));
}

void CatalogueTest::failedBodyIsRolledBack()
{
    const auto catalogue = Catalogue::open(file("rollback"));
    VALV_VERIFY(catalogue);
    const auto done = (*catalogue)->write([](Catalogue::Writer& writer) -> Result<> {
        (void)writer.run(QStringLiteral("INSERT INTO meta VALUES('a', 'b')"));
        return failure("No", "no");
    });
    QCOMPARE(codeOf(done), QStringLiteral("No"));
    QCOMPARE((*catalogue)->value(QStringLiteral("SELECT count(*) FROM meta"))->value().toInt(), 0);
    VALV_VERIFY((*catalogue)->write(QStringLiteral("INSERT INTO meta VALUES('a', 'b')"))); // and it goes on
}

namespace {

const auto rowsOfMeta = QStringLiteral("SELECT count(*) FROM meta");
const auto anotherRow = QStringLiteral("INSERT INTO meta VALUES(hex(randomblob(8)), '')");

Result<int> remembered(const Catalogue& catalogue, int& readings, const std::function<void()>& meanwhile = {})
{
    return catalogue.remembered<int>("rows", [&]() -> Result<int> {
        ++readings;
        const auto rows = catalogue.value(rowsOfMeta);
        if (meanwhile) {
            meanwhile();
        }
        return rows ? Result<int>((*rows)->toInt()) : tl::unexpected(rows.error());
    });
}

} // namespace

void CatalogueTest::isRememberedUntilSomethingIsWritten()
{
    const auto catalogue = Catalogue::open(file("remembered"));
    VALV_VERIFY(catalogue);
    int readings = 0;
    QCOMPARE(remembered(**catalogue, readings), 0);
    QCOMPARE(remembered(**catalogue, readings), 0);
    QCOMPARE(readings, 1);
    VALV_VERIFY((*catalogue)->write(anotherRow));
    QCOMPARE(remembered(**catalogue, readings), 1);
    QCOMPARE(readings, 2);
}

void CatalogueTest::whatAWriteSeesIsNotRemembered()
{
    const auto catalogue = Catalogue::open(file("within"));
    VALV_VERIFY(catalogue);
    int readings = 0;
    QCOMPARE(remembered(**catalogue, readings), 0);
    const auto undone = (*catalogue)->write([&](Catalogue::Writer& writer) -> Result<> {
        (void)writer.run(anotherRow);
        const auto seen = remembered(**catalogue, readings);
        return failure("Undone", std::to_string(seen.value_or(-1)));
    });
    QCOMPARE(undone.error().message, std::string("1"));
    QCOMPARE(remembered(**catalogue, readings), 0);
}

void CatalogueTest::aReadingThatAWriteOvertakesIsNotRemembered()
{
    const auto catalogue = Catalogue::open(file("overtaken"));
    VALV_VERIFY(catalogue);
    int readings = 0;
    const auto old = remembered(**catalogue, readings, [&catalogue] {
        std::thread([&catalogue] { (void)(*catalogue)->write(anotherRow); }).join();
    });
    QCOMPARE(old, 0); // as it was when it was read
    QCOMPARE(remembered(**catalogue, readings), 1);
}

void CatalogueTest::foreignKeysHold()
{
    const auto catalogue = Catalogue::open(file("keys"));
    VALV_VERIFY(catalogue);
    QVERIFY(!(*catalogue)->write(QStringLiteral("INSERT INTO policies VALUES('no vault', 'p', 0, '', '')")));
}

void CatalogueTest::threadsHaveTheirOwnConnections()
{
    const auto before = QSqlDatabase::connectionNames().size();
    auto catalogue = Catalogue::open(file("threads"));
    VALV_VERIFY(catalogue);
    std::vector<std::thread> threads;
    std::atomic<int> failures{0};
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 25; ++i) {
                const auto key = QStringLiteral("%1-%2").arg(thread).arg(i);
                failures += !(*catalogue)->write(QStringLiteral("INSERT INTO meta VALUES(?, '')"), {key});
                failures += !(*catalogue)->value(QStringLiteral("SELECT count(*) FROM meta"));
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE((*catalogue)->value(QStringLiteral("SELECT count(*) FROM meta"))->value().toInt(), 100);
    QCOMPARE(QSqlDatabase::connectionNames().size(), before + 1); // those of the threads went with them
    catalogue->reset();
    QCOMPARE(QSqlDatabase::connectionNames().size(), before);
}

VALV_TEST_GUILESS(CatalogueTest)

} // namespace tst_catalogue

#include "tst_catalogue.moc"

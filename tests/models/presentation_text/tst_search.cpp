// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/app/search.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_search {

using namespace valv::presentation;

namespace {

QString marked(const QString& title, const QString& query)
{
    QString shown = title;
    const auto marks = marksIn(title, query);
    for (auto mark = marks.crbegin(); mark != marks.crend(); ++mark) {
        shown.insert(mark->at + mark->length, QLatin1Char(']'));
        shown.insert(mark->at, QLatin1Char('['));
    }
    return shown;
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void folds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("case") << QStringLiteral("SQL-Prod") << QStringLiteral("sql-prod");
        QTest::newRow("Swedish") << QStringLiteral("Återställ ÄÖ") << QStringLiteral("aterstall ao");
        QTest::newRow("accents") << QStringLiteral("Café Ñ") << QStringLiteral("cafe n");
        QTest::newRow("what has no mark") << QStringLiteral("ß½ #1") << QStringLiteral("ß½ #1");
        QTest::newRow("nothing") << QString() << QString();
    }
    void folds()
    {
        QFETCH(QString, text);
        QTEST(valv::presentation::foldedInPlace(text), "folded");
        QCOMPARE(valv::presentation::foldedInPlace(text).size(), text.size());
    }

    void marks_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("marked");
        const auto row = [](const char* title, const char* query, const char* expected) {
            QTest::newRow(query) << QString::fromUtf8(title) << QString::fromUtf8(query) << QString::fromUtf8(expected);
        };
        row("Back up now: sql-prod-02", "backup sql", "[Back up] now: [sql]-prod-02");
        row("Säkerhetskopieringsjobb", "SAKER", "[Säker]hetskopieringsjobb");
        row("vm-web-01", "web01", "vm-[web-01]");
        row("Recovery Services vaults", "vault recovery", "[Recovery] Services [vault]s");
        row("sql-prod-01", "", "sql-prod-01");
        row("sql-prod-01", "xyz", "sql-prod-01");
        row("aaaa", "aa aaa", "[aaa]a");
        row("nowhere now", "now", "[now]here now");
        row("reknow now", "now ", "reknow [now]");
    }
    void marks()
    {
        QFETCH(QString, title);
        QFETCH(QString, query);
        QTEST(tst_search::marked(title, query), "marked");
    }

    void ranks()
    {
        SearchIndex index;
        const QStringList titles{QStringLiteral("mysql"), QStringLiteral("sql-prod-01"), QStringLiteral("prod-sql"),
                                 QStringLiteral("sql"), QStringLiteral("fil-01")};
        for (const QString& title : titles) {
            index.add(title, title == QLatin1String("fil-01") ? QStringLiteral("sql server") : QString(), 0);
        }
        index.add(QStringLiteral("sql-other-group"), {}, 1);
        QStringList found;
        const auto hits = index.find(QStringLiteral("sql"), 0, 10);
        for (const auto& hit : hits.best) {
            found.append(titles.at(hit.entry));
        }
        QCOMPARE(found,
                 QStringList({QStringLiteral("sql"), QStringLiteral("sql-prod-01"), QStringLiteral("prod-sql"),
                              QStringLiteral("mysql"), QStringLiteral("fil-01")}));
        QCOMPARE(index.find(QStringLiteral("sql"), 0, 2).best.size(), 2);
        QCOMPARE(index.find(QStringLiteral("sql"), 0, 2).total, 5);
        QCOMPARE(index.find(QStringLiteral("prod sql"), 0, 9).total, 2); // every word
        QCOMPARE(index.find(QStringLiteral("sql xyz"), 0, 9).total, 0);
        QCOMPARE(index.find({}, 0, 9).best.first().entry, 0); // nothing typed: in their order
    }

    void tiesAreByTitleWhereAsked()
    {
        SearchIndex index;
        for (const char* title : {"sql-02", "sql-01", "sql-01"}) {
            index.add(QString::fromLatin1(title), {}, 0);
        }
        const auto order = [&index](const QString& query, SearchIndex::Ties ties) {
            QVector<int> entries;
            for (const auto& hit : index.find(query, 0, 9, ties).best) {
                entries.append(hit.entry);
            }
            return entries;
        };
        QCOMPARE(order(QStringLiteral("sql"), SearchIndex::Ties::AsAdded), (QVector<int>{0, 1, 2}));
        QCOMPARE(order(QStringLiteral("sql"), SearchIndex::Ties::ByTitle), (QVector<int>{1, 2, 0}));
        QCOMPARE(order({}, SearchIndex::Ties::ByTitle), (QVector<int>{0, 1, 2}));
    }

    void bothTitlesCountAlike()
    {
        SearchIndex index;
        index.add(QStringLiteral("Säkerhetskopiera nu: sql"), {}, 0, QStringLiteral("Back up now"));
        index.add(QStringLiteral("Om"), QStringLiteral("backup now"), 0, QStringLiteral("About"));
        const auto first = [&index](const char* query) {
            const auto best = index.find(QString::fromUtf8(query), 0, 9).best;
            return best.isEmpty() ? SearchIndex::Hit() : best.first();
        };
        QCOMPARE(first("back sql").entry, 0);
        QCOMPARE(first("backup sql").entry, 0); // its words run together
        QCOMPARE(first("nu backup").entry, 0); // one word in each
        QCOMPARE(first("backup").entry, 0); // before what only goes by such words
        QCOMPARE(first("now").entry, 0);
        QCOMPARE(first("back").rank, first("saker").rank);
        QCOMPARE(first("about sql").entry, -1);
    }

    //! The palette's worst: an estate of 10,000 machines and 20,000 items. Generous for a slow, busy machine without
    //! optimisation: it guards against a search that grows faster than its entries.
    void thirtyThousand()
    {
        SearchIndex index;
        for (int i = 0; i < 30'000; ++i) {
            index.add(QStringLiteral("vm-prod-%1").arg(i), QStringLiteral("rg-produktion virtuell dator"), 0);
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(index.find(QStringLiteral("prod-2999"), 0, 6).total, 11);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

VALV_TEST_GUILESS(TestSearch)

} // namespace tst_search

#include "tst_search.moc"

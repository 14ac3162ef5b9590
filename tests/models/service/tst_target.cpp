// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/target.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_target {

using namespace valv;
using namespace valv::service;

class TestTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("segments");
        QTest::newRow("plain") << QStringLiteral("/subscriptions/a")
                               << QStringList{QStringLiteral("subscriptions"), QStringLiteral("a")};
        QTest::newRow("doubled slashes are one")
            << QStringLiteral("//a///b") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("two slashes in front are no host")
            << QStringLiteral("//metadata/endpoints")
            << QStringList{QStringLiteral("metadata"), QStringLiteral("endpoints")};
        QTest::newRow("a final slash is nothing")
            << QStringLiteral("/a/b/") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("decoded after splitting")
            << QStringLiteral("/VM%3Biaas%3brg/x") << QStringList{QStringLiteral("VM;iaas;rg"), QStringLiteral("x")};
        QTest::newRow("raw semicolons") << QStringLiteral("/VM;iaas;rg") << QStringList{QStringLiteral("VM;iaas;rg")};
        QTest::newRow("plus is a plus in a path") << QStringLiteral("/a+b") << QStringList{QStringLiteral("a+b")};
        QTest::newRow("utf-8") << QStringLiteral("/r%C3%A4v") << QStringList{QStringLiteral("räv")};
        QTest::newRow("utf-8, not encoded") << QStringLiteral("/räv") << QStringList{QStringLiteral("räv")};
        QTest::newRow("an absolute url") << QStringLiteral("https://host:1/a/b?x=1")
                                         << QStringList{QStringLiteral("a"), QStringLiteral("b")};
        QTest::newRow("root") << QStringLiteral("/") << QStringList();
        QTest::newRow("fragment") << QStringLiteral("/a#/b") << QStringList{QStringLiteral("a")};
    }
    void path()
    {
        QFETCH(QString, target);
        const auto parsed = parseTarget(target);
        QVERIFY(parsed);
        QTEST(parsed->segments, "segments");
    }

    void refused_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("empty") << QString();
        QTest::newRow("no slash") << QStringLiteral("subscriptions");
        QTest::newRow("asterisk") << QStringLiteral("*");
        QTest::newRow("half an escape") << QStringLiteral("/a%2");
        QTest::newRow("no hexadecimal") << QStringLiteral("/a%zz");
        QTest::newRow("an encoded slash") << QStringLiteral("/a%2Fb");
        QTest::newRow("up") << QStringLiteral("/a/../b");
        QTest::newRow("up, encoded") << QStringLiteral("/a/%2e%2e/b");
        QTest::newRow("no utf-8") << QStringLiteral("/%ff%fe");
        QTest::newRow("nul") << QStringLiteral("/a%00");
        QTest::newRow("a line's end") << QStringLiteral("/a%0d%0aX: y");
        QTest::newRow("a line's end in an option") << QStringLiteral("/a?b=%0a");
        QTest::newRow("too long") << QString(QLatin1Char('/') + QString(20'000, QLatin1Char('a')));
    }
    void refused()
    {
        QFETCH(QString, target);
        const auto parsed = parseTarget(target);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, "InvalidRequestUri");
    }

    void options_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << QStringLiteral("a=1&b=2") << QStringLiteral("b") << QStringLiteral("2");
        QTest::newRow("plus is a space") << QStringLiteral("$filter=a+eq+'b'") << QStringLiteral("$filter")
                                         << QStringLiteral("a eq 'b'");
        QTest::newRow("encoded name and quotes")
            << QStringLiteral("%24filter=a%20eq%20%27b%27") << QStringLiteral("$filter") << QStringLiteral("a eq 'b'");
        QTest::newRow("an encoded plus stays")
            << QStringLiteral("a=1%2B1") << QStringLiteral("a") << QStringLiteral("1+1");
        QTest::newRow("any case") << QStringLiteral("API-Version=2020-01-01") << QStringLiteral("api-version")
                                  << QStringLiteral("2020-01-01");
        QTest::newRow("the first counts") << QStringLiteral("a=1&a=2") << QStringLiteral("a") << QStringLiteral("1");
        QTest::newRow("an equals sign in the value")
            << QStringLiteral("a=b=c") << QStringLiteral("a") << QStringLiteral("b=c");
        QTest::newRow("missing") << QStringLiteral("a=1") << QStringLiteral("b") << QString();
    }
    void options()
    {
        QFETCH(QString, query);
        QFETCH(QString, name);
        const auto parsed = parseTarget(QStringLiteral("/x?") + query);
        QVERIFY(parsed);
        QTEST(parsed->option(name), "value");
    }

    void emptyIsNotMissing()
    {
        const auto parsed = parseTarget(QStringLiteral("/x?a=&b"));
        QVERIFY(parsed);
        QVERIFY(!parsed->option(u"a").isNull());
        QVERIFY(!parsed->option(u"b").isNull());
        QVERIFY(parsed->option(u"c").isNull());
    }

    void encodedAgain()
    {
        const auto parsed = parseTarget(QStringLiteral("//a%20b/VM%3Bx/r%C3%A4v/"));
        QVERIFY(parsed);
        QCOMPARE(parsed->encodedPath(), QStringLiteral("/a%20b/VM;x/r%C3%A4v"));
    }
};

VALV_TEST_GUILESS(TestTarget)

} // namespace tst_target

#include "tst_target.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Prices as a person types them, as they are shown, and as they are kept. Source: flows.md H4.
#include "presentation/text/prices.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_prices {

using namespace valv::presentation;

class TestPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("price"); // below 0: none
        QTest::addColumn<bool>("good");
        const auto row = [](const char* name, const char* text, double price, bool good) {
            QTest::newRow(name) << QString::fromUtf8(text) << price << good;
        };
        row("nothing", "", -1, true);
        row("spaces", "  ", -1, true);
        row("nothing to pay", "0", 0, true);
        row("whole", "92", 92, true);
        row("comma", "92,50", 92.5, true);
        row("point", "92.5", 92.5, true);
        row("spaces around", " 7,25 ", 7.25, true);
        row("four decimals", "0,0225", 0.0225, true);
        row("the highest", "1000000", 1e6, true);
        row("above it", "1000000,01", -1, false);
        row("far above it", "99999999999999999999", -1, false);
        row("negative", "-1", -1, false);
        row("negative nothing", "-0", -1, false);
        row("a sign", "+5", -1, false);
        row("letters", "tio", -1, false);
        row("an exponent", "1e3", -1, false);
        row("infinite", "inf", -1, false);
        row("no number", "nan", -1, false);
        row("two commas", "1,2,3", -1, false);
        row("thousands", "1 000", -1, false);
        row("no digit before", ",5", -1, false);
        row("no digit after", "5,", -1, false);
        row("five decimals", "0,12345", -1, false);
        row("a currency", "5 kr", -1, false);
        row("Arabic digits", "٥", -1, false);
    }
    void typed()
    {
        QFETCH(QString, text);
        QFETCH(double, price);
        QFETCH(bool, good);
        const auto typed = Prices::typed(text);
        QCOMPARE(typed.problem, good ? QString() : QStringLiteral("ValPrice"));
        QCOMPARE(typed.price.value_or(-1), price);
    }

    void shown()
    {
        const QLocale swedish(QLocale::Swedish, QLocale::Sweden);
        const QLocale english(QLocale::English, QLocale::UnitedStates);
        Prices prices;
        QCOMPARE(prices.amount(92.5, swedish), QStringLiteral("92,50\u00a0SEK"));
        prices.currency = QStringLiteral("EUR");
        QCOMPARE(prices.amount(1234.5, english), QStringLiteral("1,234.50\u00a0EUR"));
        QCOMPARE(Prices::editable(0.0225, swedish), QStringLiteral("0,0225"));
        QCOMPARE(Prices::editable(92.5, english), QStringLiteral("92.5"));
        QCOMPARE(Prices::editable(1'000'000.0, swedish), QStringLiteral("1000000"));
        QCOMPARE(Prices::editable(std::nullopt, swedish), QString());
        for (const double price : {0.0, 0.0225, 92.5, 999'999.99}) { // what is shown can be typed
            QCOMPARE(Prices::typed(Prices::editable(price, swedish)).price.value_or(-1), price);
        }
    }

    void kept()
    {
        Prices prices;
        QVERIFY(prices.isEmpty());
        QCOMPARE(Prices::fromText(prices.toText()), prices);
        prices.currency = QStringLiteral("USD");
        prices.small = 5;
        prices.geo = 0.0448;
        QCOMPARE(Prices::fromText(prices.toText()), prices);
        // What somebody wrote into the file by hand.
        QCOMPARE(Prices::fromText(QStringLiteral(R"({"currency":"DKK","small":-1,"full":1000001,"local":"x"})")), Prices());
        QCOMPARE(Prices::fromText(QStringLiteral("nonsense")), Prices());
    }
};

VALV_TEST_GUILESS(TestPrices)

} // namespace tst_prices

#include "tst_prices.moc"

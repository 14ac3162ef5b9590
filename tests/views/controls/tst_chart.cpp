// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/chart.h"
#include "support/testprogram.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QTest>

namespace tst_chart {

using namespace valv::views;

namespace {

std::unique_ptr<ChartWidget> makeSparkline()
{
    auto chart = std::make_unique<Sparkline>();
    chart->setValues(
        {0, 100, 200}, 200, QStringLiteral("200"), QStringLiteral("0"), QStringLiteral("00:12"),
        QStringLiteral("00:14"),
        {QStringLiteral("00:12\n0 MB/s"), QStringLiteral("00:13\n100 MB/s"), QStringLiteral("00:14\n200 MB/s")});
    return chart;
}

std::unique_ptr<ChartWidget> makeArea()
{
    auto chart = std::make_unique<AreaChart>();
    chart->setValues({{0, 1, QStringLiteral("00:12\n0 MB/s")},
                      {1, 2, QStringLiteral("00:13\n100 MB/s")},
                      {9, 3, QStringLiteral("00:14\n200 MB/s")}},
                     {{0, QStringLiteral("first")}}, {{4, QStringLiteral("4 TB")}});
    return chart;
}

std::unique_ptr<ChartWidget> makeBars()
{
    auto chart = std::make_unique<StackedBars>();
    chart->setBars({{QStringLiteral("6"), 5, 0, 0, QStringLiteral("00:12\n0 MB/s")},
                    {QStringLiteral("7"), 5, 1, 0, QStringLiteral("00:13\n100 MB/s")},
                    {QStringLiteral("8"), 5, 1, 1, QStringLiteral("00:14\n200 MB/s")}},
                   {{9, QStringLiteral("9")}});
    return chart;
}

} // namespace

//! What readers find in a painted chart, and what the keys do.
class ChartTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

    std::unique_ptr<ChartWidget> made()
    {
        const QString kind = QString::fromLatin1(QTest::currentDataTag());
        auto chart = kind == QLatin1String("sparkline") ? makeSparkline()
            : kind == QLatin1String("area")             ? makeArea()
                                                        : makeBars();
        chart->setAccessibleName(QStringLiteral("Rate"));
        chart->setAccessibleDescription(QStringLiteral("It rises to 200 MB/s."));
        chart->resize(320, 160);
        return chart;
    }
    static void kinds()
    {
        QTest::addColumn<bool>("unused");
        for (const char* kind : {"sparkline", "area", "bars"}) {
            QTest::newRow(kind) << true;
        }
    }

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void everyValueIsAChild_data() { kinds(); }
    void everyValueIsAChild()
    {
        const auto chart = made();
        QAccessibleInterface* found = QAccessible::queryAccessibleInterface(chart.get());
        QCOMPARE(found->role(), QAccessible::Chart);
        QCOMPARE(found->text(QAccessible::Name), QStringLiteral("Rate"));
        QCOMPARE(found->childCount(), 3);
        QCOMPARE(found->child(1)->text(QAccessible::Name), QStringLiteral("00:13: 100 MB/s"));
        for (int i = 0; i < 3; ++i) { // where it is painted, from left to right
            const QPoint middle = found->child(i)->rect().center();
            QCOMPARE(found->childAt(middle.x(), middle.y()), found->child(i));
            QVERIFY(i == 0 || middle.x() > found->child(i - 1)->rect().center().x());
        }
        found->child(2)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(chart->currentIndex(), 2);
        QVERIFY(found->child(2)->state().selected);
    }

    void arrowsMoveAlongTheValues_data() { kinds(); }
    void arrowsMoveAlongTheValues()
    {
        const auto chart = made();
        chart->show();
        QVERIFY(QTest::qWaitForWindowActive(chart.get()));
        chart->setFocus(Qt::TabFocusReason);
        QCOMPARE(chart->currentIndex(), 2); // the newest
        QTest::keyClick(chart.get(), Qt::Key_Left);
        QCOMPARE(chart->currentIndex(), 1);
        QTest::keyClick(chart.get(), Qt::Key_Home);
        QTest::keyClick(chart.get(), Qt::Key_Left);
        QCOMPARE(chart->currentIndex(), 0); // it does not run over the end
        QTest::keyClick(chart.get(), Qt::Key_End);
        QCOMPARE(chart->currentIndex(), 2);
        QCOMPARE(chart->accessibleDescription(), QStringLiteral("It rises to 200 MB/s.")); // the finding stays
    }

    void thePointerFindsTheValueBelowIt_data() { kinds(); }
    void thePointerFindsTheValueBelowIt()
    {
        const auto chart = made();
        chart->show();
        QVERIFY(QTest::qWaitForWindowActive(chart.get()));
        chart->clearFocus();
        for (int i = 0; i < 3; ++i) {
            QTest::mouseMove(chart.get(), chart->itemRect(i).intersected(chart->rect()).center());
            QTRY_COMPARE(chart->currentIndex(), i);
        }
    }

    void nothingToShowIsNoTrap_data() { kinds(); }
    void nothingToShowIsNoTrap()
    {
        const auto chart = made();
        if (auto* sparkline = qobject_cast<Sparkline*>(chart.get())) {
            sparkline->setValues({}, 1, {}, {}, {}, {});
        } else if (auto* area = qobject_cast<AreaChart*>(chart.get())) {
            area->setValues({}, {}, {});
        } else {
            static_cast<StackedBars*>(chart.get())->setBars({}, {});
        }
        QCOMPARE(QAccessible::queryAccessibleInterface(chart.get())->childCount(), 0);
        QTest::keyClick(chart.get(), Qt::Key_Left);
        QCOMPARE(chart->currentIndex(), -1);
        QVERIFY(!chart->grab().isNull());
    }

    //! From nothing to terabytes and back: at no moment the marks of one scale over the length of the other.
    void scalesFarApart()
    {
        AreaChart area;
        area.resize(400, 200);
        area.show();
        constexpr double terabytes = 4e12;
        for (const double top : {1.0, terabytes, 3.0, terabytes, 1.0}) {
            area.setValues({{0, 0, {}}, {1, top, {}}}, {}, {{0, {}}, {top / 2, {}}, {top, {}}});
            QVERIFY(!area.grab().isNull());
        }
        StackedBars bars;
        bars.resize(400, 200);
        bars.show();
        for (const double top : {1.0, terabytes, 2.0}) {
            StackedBars::Bar bar;
            bar.done = top;
            bars.setBars({bar}, {{0, {}}, {top, {}}});
            QVERIFY(!bars.grab().isNull());
        }
    }
};

VALV_TEST(ChartTest)

} // namespace tst_chart

#include "tst_chart.moc"

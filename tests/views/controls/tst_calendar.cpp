// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/calendar.h"
#include "controls/datefield.h"
#include "support/testprogram.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace tst_calendar {

using namespace valv::views;

class CalendarTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    QLocale m_swedish{QStringLiteral("sv_SE")};
    QLocale m_american{QStringLiteral("en_US")};

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void weeks_data()
    {
        QTest::addColumn<QDate>("month");
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QList<int>>("numbers");
        QTest::newRow("January 2019 begins in week 1")
            << QDate(2019, 1, 1) << QStringLiteral("sv_SE") << QList<int>{1, 2, 3, 4, 5};
        QTest::newRow("January 2021 begins in week 53")
            << QDate(2021, 1, 1) << QStringLiteral("sv_SE") << QList<int>{53, 1, 2, 3, 4};
        QTest::newRow("February 2021 has four weeks")
            << QDate(2021, 2, 1) << QStringLiteral("sv_SE") << QList<int>{5, 6, 7, 8};
        QTest::newRow("December 2018 ends in week 1")
            << QDate(2018, 12, 1) << QStringLiteral("sv_SE") << QList<int>{48, 49, 50, 51, 52, 1};
        QTest::newRow("a week from Sunday has its Thursday's number")
            << QDate(2019, 1, 1) << QStringLiteral("en_US") << QList<int>{1, 2, 3, 4, 5};
    }

    void weeks()
    {
        QFETCH(QDate, month);
        QFETCH(QString, locale);
        QFETCH(QList<int>, numbers);
        Calendar calendar;
        calendar.setLocale(QLocale(locale));
        calendar.showMonth(month);
        QCOMPARE(calendar.weekCount(), static_cast<int>(numbers.size()));
        for (int w = 0; w < numbers.size(); ++w) {
            QCOMPARE(calendar.weekNumber(w), numbers.at(w));
        }
        QCOMPARE(calendar.dayAt(0, 0).dayOfWeek(), static_cast<int>(QLocale(locale).firstDayOfWeek()));
    }

    void redDays_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<bool>("red");
        QTest::newRow("New Year's Day") << QDate(2019, 1, 1) << true;
        QTest::newRow("a Sunday") << QDate(2019, 1, 6) << true;
        QTest::newRow("a Saturday") << QDate(2019, 1, 5) << false;
        QTest::newRow("Good Friday 2019") << QDate(2019, 4, 19) << true;
        QTest::newRow("Easter Monday 2024") << QDate(2024, 4, 1) << true;
        QTest::newRow("Ascension Day 2026") << QDate(2026, 5, 14) << true;
        QTest::newRow("Midsummer Day 2026") << QDate(2026, 6, 20) << true;
        QTest::newRow("All Saints' Day 2026") << QDate(2026, 10, 31) << true;
        QTest::newRow("Midsummer Eve is black") << QDate(2026, 6, 19) << false;
    }

    void redDays()
    {
        QFETCH(QDate, day);
        QFETCH(bool, red);
        QCOMPARE(isRedDay(day, m_swedish), red);
        QVERIFY(!isRedDay(day, m_american));
    }

    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QDate>("to");
        QTest::newRow("left is a day") << static_cast<int>(Qt::Key_Left) << QDate(2019, 1, 17);
        QTest::newRow("right is a day") << static_cast<int>(Qt::Key_Right) << QDate(2019, 1, 19);
        QTest::newRow("up is a week") << static_cast<int>(Qt::Key_Up) << QDate(2019, 1, 11);
        QTest::newRow("down is a week") << static_cast<int>(Qt::Key_Down) << QDate(2019, 1, 25);
        QTest::newRow("page down is a month") << static_cast<int>(Qt::Key_PageDown) << QDate(2019, 2, 18);
        QTest::newRow("page up stops at the first day") << static_cast<int>(Qt::Key_PageUp) << QDate(2018, 12, 20);
        QTest::newRow("home is Monday") << static_cast<int>(Qt::Key_Home) << QDate(2019, 1, 14);
        QTest::newRow("end is Sunday") << static_cast<int>(Qt::Key_End) << QDate(2019, 1, 20);
    }

    void keys()
    {
        QFETCH(int, key);
        QFETCH(QDate, to);
        Calendar calendar;
        calendar.setLocale(m_swedish);
        calendar.setRange(QDate(2018, 12, 20), QDate(2117, 1, 1));
        calendar.setDate(QDate(2019, 1, 18));
        QSignalSpy changed(&calendar, &Calendar::dateChanged);
        QTest::keyClick(&calendar, static_cast<Qt::Key>(key));
        QCOMPARE(calendar.date(), to);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(calendar.month(), QDate(to.year(), to.month(), 1));
    }

    void limitsHold()
    {
        Calendar calendar;
        calendar.setLocale(m_swedish);
        calendar.resize(412, 300);
        calendar.setRange(QDate(2019, 1, 10), QDate(2019, 1, 20));
        calendar.setDate(QDate(2018, 1, 1));
        QCOMPARE(calendar.date(), QDate(2019, 1, 10));
        QVERIFY(!calendar.isEnabledDay(QDate(2019, 1, 9)));
        QTest::mouseClick(&calendar, Qt::LeftButton, {}, calendar.dayRect(QDate(2019, 1, 9)).center());
        QCOMPARE(calendar.date(), QDate(2019, 1, 10));
        QSignalSpy activated(&calendar, &Calendar::activated);
        QTest::mouseClick(&calendar, Qt::LeftButton, {}, calendar.dayRect(QDate(2019, 1, 12)).center());
        QCOMPARE(calendar.date(), QDate(2019, 1, 12));
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(&calendar, Qt::Key_Return);
        QCOMPARE(activated.size(), 2);
    }

    void readersFindTheDays()
    {
        Calendar calendar;
        calendar.setLocale(m_swedish);
        calendar.setRange(QDate(2019, 1, 10), {});
        calendar.setDate(QDate(2019, 1, 18));
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&calendar);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 35);
        QAccessibleInterface* day = list->child(18); // Monday 31 December is the first
        QCOMPARE(day->text(QAccessible::Name), QStringLiteral("fredag 18 januari 2019"));
        QVERIFY(day->text(QAccessible::Description).contains(QLatin1Char('3')));
        QVERIFY(day->state().selected);
        QVERIFY(list->child(1)->state().disabled);
        QCOMPARE(list->child(18), day); // the same child, the same pointer
        list->child(19)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(calendar.date(), QDate(2019, 1, 19));
    }

    void theFieldTakesIsoAndLocaleForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        QTest::newRow("ISO") << QStringLiteral("2019-02-03") << QDate(2019, 2, 3);
        QTest::newRow("digits alone") << QStringLiteral("20190203") << QDate(2019, 2, 3);
        QTest::newRow("no date changes nothing") << QStringLiteral("i morgon") << QDate(2019, 1, 18);
        QTest::newRow("a past date changes nothing") << QStringLiteral("2018-02-03") << QDate(2019, 1, 18);
    }

    void theFieldTakesIsoAndLocaleForms()
    {
        QFETCH(QString, text);
        QFETCH(QDate, date);
        DateField field;
        field.setLocale(m_swedish);
        field.setRange(QDate(2018, 12, 20), {});
        field.setDate(QDate(2019, 1, 18));
        QCOMPARE(field.text(), QStringLiteral("2019-01-18"));
        QSignalSpy rejected(&field, &DateField::rejected);
        field.setText(text);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(field.date(), date);
        QCOMPARE(rejected.size(), date == QDate(2019, 1, 18) ? 1 : 0);
    }

    void theFieldAndItsCalendarAgree()
    {
        DateField field;
        Calendar calendar;
        field.setToday(QDate(2018, 12, 19));
        field.setDate(QDate(2019, 1, 18));
        field.setCalendar(&calendar);
        QCOMPARE(calendar.date(), QDate(2019, 1, 18));
        calendar.setDate(QDate(2019, 3, 1));
        QCOMPARE(field.date(), QDate(2019, 3, 1));
        field.setDate(QDate(2019, 4, 1));
        QCOMPARE(calendar.date(), QDate(2019, 4, 1));
    }

    void f4OpensTheCalendar()
    {
        DateField field;
        field.setToday(QDate(2018, 12, 19));
        field.setDate(QDate(2019, 1, 18));
        field.show();
        QTest::keyClick(&field, Qt::Key_F4);
        auto* calendar = field.findChild<Calendar*>();
        QVERIFY(calendar && calendar->isVisible());
        QTest::keyClick(calendar, Qt::Key_Right);
        QTest::keyClick(calendar, Qt::Key_Return);
        QCOMPARE(field.date(), QDate(2019, 1, 19));
    }
};

VALV_TEST(CalendarTest)

} // namespace tst_calendar

#include "tst_calendar.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Where things stand, by their pixels: on one line, in the right place, in the right colour.
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/searchfield.h"
#include "controls/table.h"
#include "support/testprogram.h"
#include "theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTest>

namespace tst_drawing {

using namespace valv::views;

namespace {

//! The smallest rectangle around what differs clearly from the ground (the first pixel of the area).
QRect inkIn(const QImage& image, const QRect& area)
{
    const QRect within = area.intersected(image.rect());
    const int ground = qGray(image.pixel(within.topLeft()));
    QRect ink;
    for (int y = within.top(); y <= within.bottom(); ++y) {
        for (int x = within.left(); x <= within.right(); ++x) {
            if (std::abs(qGray(image.pixel(x, y)) - ground) > 60) {
                ink |= QRect(x, y, 1, 1);
            }
        }
    }
    return ink;
}

bool contains(const QImage& image, const QRect& area, const QColor& color)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const QColor at = image.pixelColor(x, y);
            if (std::abs(at.red() - color.red()) + std::abs(at.green() - color.green())
                    + std::abs(at.blue() - color.blue())
                < 60) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

class DrawingTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void aValueStandsOnItsLabelsLine_data()
    {
        QTest::addColumn<bool>("wraps");
        QTest::addColumn<bool>("isLink");
        QTest::addColumn<int>("rowHeight");
        QTest::newRow("text") << false << false << 28;
        QTest::newRow("wrapping text") << true << false << 28;
        QTest::newRow("link") << false << true << 28;
        QTest::newRow("wrapping text in low rows") << true << false << 24;
    }

    void aValueStandsOnItsLabelsLine()
    {
        QFETCH(bool, wraps);
        QFETCH(bool, isLink);
        QFETCH(int, rowHeight);
        Fact fact{QStringLiteral("HHH"), QStringLiteral("HHH")};
        fact.wrap = wraps;
        fact.link = isLink ? QStringLiteral("there") : QString();
        Essentials essentials;
        essentials.setMaxColumns(1);
        essentials.setRowHeight(rowHeight);
        essentials.setFacts({fact});
        essentials.resize(400, rowHeight);
        const QImage image = essentials.grab().toImage();
        const QRect label = inkIn(image, QRect(0, 0, 100, rowHeight));
        const QRect value = inkIn(image, QRect(Size::essentialsLabel - 4, 0, 200, rowHeight));
        QVERIFY(!label.isEmpty() && !value.isEmpty());
        QCOMPARE(value.top(), label.top());
        QCOMPARE(value.bottom(), label.bottom());
    }

    void checkBoxesStandBesideTheirText_data()
    {
        QTest::addColumn<bool>("compact");
        QTest::newRow("rows of 36") << false;
        QTest::newRow("rows of 28") << true;
    }

    void checkBoxesStandBesideTheirText()
    {
        QFETCH(bool, compact);
        QStandardItemModel model;
        model.setHorizontalHeaderLabels({QStringLiteral("HHH"), QStringLiteral("Other")});
        for (int i = 0; i < 3; ++i) {
            model.appendRow({new QStandardItem(QStringLiteral("HHH")), new QStandardItem(QStringLiteral("x"))});
        }
        Table table;
        table.setModel(&model);
        table.setColumns(
            {{QStringLiteral("name"), CellKind::Text, 160}, {QStringLiteral("other"), CellKind::Text, 100}});
        table.setCheckable(true);
        table.setCompact(compact);
        table.resize(400, 200);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        const auto between = [](const QRect& box, const QRect& text) {
            return (box.top() + box.bottom() - text.top() - text.bottom()) / 2.0;
        };
        const QRect row = table.visualRect(model.index(1, 0)).adjusted(2, 2, 0, -2);
        const QImage rows = table.viewport()->grab().toImage();
        const QRect box = inkIn(rows, QRect(row.x(), row.y(), 36, row.height()));
        const QRect text = inkIn(rows, QRect(row.x() + 40, row.y(), 80, row.height()));
        QCOMPARE(box.size(), QSize(Size::checkbox, Size::checkbox));
        QVERIFY2(std::abs(between(box, text)) <= 0.5, qPrintable(QString::number(between(box, text))));

        const QImage header = table.horizontalHeader()->viewport()->grab().toImage();
        const QRect above = inkIn(header, QRect(2, 2, 36, header.height() - 5));
        const QRect title = inkIn(header, QRect(42, 2, 80, header.height() - 5));
        QCOMPARE(above.x(), box.x()); // one column of boxes
        QCOMPARE(above.size(), box.size());
        QVERIFY2(std::abs(between(above, title)) <= 0.5, qPrintable(QString::number(between(above, title))));
    }

    void aFilterFieldBeginsAfterItsIcon()
    {
        SearchField field(QStringLiteral("HHH"), nullptr, Icon::Filter);
        field.resize(220, field.sizeHint().height());
        const QImage image = field.grab().toImage();
        const QRect inside(2, 2, field.width() - 4, field.height() - 4);
        const QRect icon = inkIn(image, QRect(inside.x(), inside.y(), 26, inside.height()));
        const QRect text = inkIn(image, QRect(28, inside.y(), 100, inside.height()));
        QVERIFY(icon.left() >= 9 && icon.right() <= 25);
        QVERIFY2(std::abs(text.left() - 34) <= 1, qPrintable(QString::number(text.left())));
        field.setText(QStringLiteral("HHH"));
        QCOMPARE(inkIn(field.grab().toImage(), QRect(28, inside.y(), 100, inside.height())).left(), text.left());
    }

    void theStarOfARequiredFieldIsRed()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme->setChoice(choice);
            Field field(QStringLiteral("Vault"), new QLineEdit);
            field.setRequired(true);
            field.resize(300, field.sizeHint().height());
            const QImage image = field.grab().toImage();
            QVERIFY(contains(image, QRect(0, 0, 80, 20), color(Role::Error)));
            QVERIFY(contains(image, QRect(0, 0, 34, 20), color(Role::Text))); // the label keeps its own
        }
        m_theme->setChoice(ThemeChoice::Light);
    }

    void coloursOfALabelFollowTheTheme()
    {
        Field field(QStringLiteral("Vault"), new QLineEdit);
        field.setRequired(true);
        field.resize(300, field.sizeHint().height());
        field.show();
        m_theme->setChoice(ThemeChoice::Dark);
        QVERIFY(contains(field.grab().toImage(), QRect(0, 0, 80, 20), tokenColor(Role::Error, Scheme::Dark)));
        m_theme->setChoice(ThemeChoice::Light);
        QVERIFY(contains(field.grab().toImage(), QRect(0, 0, 80, 20), tokenColor(Role::Error, Scheme::Light)));
    }
};

VALV_TEST(DrawingTest)

} // namespace tst_drawing

#include "tst_drawing.moc"

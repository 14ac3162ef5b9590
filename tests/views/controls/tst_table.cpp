// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/table.h"
#include "support/testprogram.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScreen>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

namespace tst_table {

using namespace valv;
using namespace valv::views;

class TableTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<Table> m_table;

    QPoint middle(int row, int column) const { return m_table->visualRect(m_model->index(row, column)).center(); }

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_model = std::make_unique<QStandardItemModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Status"), QStringLiteral("Size")});
        for (int i = 0; i < 20; ++i) {
            QList<QStandardItem*> row{new QStandardItem(QStringLiteral("vm-%1").arg(i)),
                                      new QStandardItem(QStringLiteral("Protected")),
                                      new QStandardItem(QStringLiteral("%1 GB").arg(i))};
            if (i == 3) { // can't be chosen
                for (QStandardItem* item : row) {
                    item->setFlags(Qt::ItemIsEnabled);
                }
            }
            m_model->appendRow(row);
        }
        m_table = std::make_unique<Table>();
        m_table->setModel(m_model.get());
        TableColumn status{QStringLiteral("status"), CellKind::Status, 140};
        status.cell = [](const QModelIndex&, Cell& cell) { cell.status = StatusKind::Protected; };
        m_table->setColumns(
            {{QStringLiteral("name"), CellKind::Link, 160}, status, {QStringLiteral("size"), CellKind::Number, 100}});
        m_table->setCheckable(true);
        m_table->resize(600, 400);
        m_table->show();
        QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    }
    void cleanup()
    {
        m_table.reset();
        m_tester.reset();
        m_model.reset();
    }

    void rowsAreTheDesignsHeight()
    {
        QCOMPARE(m_table->rowHeight(0), Size::row);
        QCOMPARE(m_table->horizontalHeader()->height(), Size::tableHeader);
        m_table->setCompact(true);
        QCOMPARE(m_table->rowHeight(0), Size::rowCompact);
    }

    void theWholeRowHovers()
    {
        QTest::mouseMove(m_table->viewport(), middle(2, 1));
        QTRY_COMPARE(m_table->hoverRow(), 2);
        const QImage with = m_table->viewport()->grab().toImage();
        QCOMPARE(with.pixelColor(middle(2, 2).x() - 20, middle(2, 2).y() - 14).rgb(), color(Role::Hover).rgb());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(m_table.get(), &leave);
        QCoreApplication::sendEvent(m_table->viewport(), &leave);
        QCOMPARE(m_table->hoverRow(), -1);
    }

    void boxesChooseAndTheHeaderCounts()
    {
        QSignalSpy changed(m_table.get(), &Table::selectionChangedTo);
        QCOMPARE(m_table->headerCheckState(), Qt::Unchecked);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->checkRect(1).center());
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->checkRect(4).center());
        QCOMPARE(m_table->selectedRows(), (QVector<int>{1, 4}));
        QCOMPARE(m_table->headerCheckState(), Qt::PartiallyChecked);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->checkRect(1).center());
        QCOMPARE(m_table->selectedRows(), QVector<int>{4});
        m_table->toggleAll();
        QCOMPARE(m_table->selectedRows().size(), 19); // all but the one that can't be chosen
        QCOMPARE(m_table->headerCheckState(), Qt::Checked);
        m_table->toggleAll();
        QVERIFY(m_table->selectedRows().isEmpty());
        QVERIFY(changed.size() >= 5);
    }

    void aClickInTheRowChecksNothing()
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, middle(5, 1));
        QVERIFY(m_table->selectedRows().isEmpty());
        QCOMPARE(m_table->currentIndex().row(), 5);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->checkRect(3).center());
        QVERIFY(m_table->selectedRows().isEmpty());
    }

    //! A command is never given blind: the row of an open menu is marked, and the menu does not hide its name.
    void theMenuOfARow_data()
    {
        QTest::addColumn<int>("fromTheBottom"); // of the screen, to the lower edge of the table
        QTest::newRow("room below") << 400;
        QTest::newRow("room above") << 0;
    }
    void theMenuOfARow()
    {
        QFETCH(int, fromTheBottom);
        const QRect screen = m_table->screen()->availableGeometry();
        m_table->move(0, screen.bottom() - fromTheBottom - m_table->height());
        QMenu menu;
        for (int i = 0; i < 6; ++i) {
            menu.addAction(QStringLiteral("Command %1").arg(i));
        }
        connect(m_table.get(), &Table::contextMenuWanted, &menu,
                [&menu](const QModelIndex&, const QPoint& at) { menu.popup(at); });
        const int last = m_table->rowAt(m_table->viewport()->height() - 20);
        m_table->setCurrentIndex(m_model->index(last, 0));
        QContextMenuEvent byKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(m_table->viewport(), &byKey);
        QVERIFY(menu.isVisible());
        const QRect cell = m_table->visualRect(m_model->index(last, 0));
        const QRect name(m_table->viewport()->mapToGlobal(cell.topLeft()), cell.size());
        QVERIFY(!menu.geometry().intersects(name));
        QCOMPARE(menu.geometry().top() > name.bottom(), fromTheBottom > 0);
        QVERIFY2(screen.contains(menu.geometry()), "all of it can be seen");
        QVERIFY(m_table->isMarked(last));
        QVERIFY(!m_table->isMarked(last - 1));
        menu.close();
        QVERIFY(!m_table->isMarked(last));
    }

    void theKeyboardDoesItAll()
    {
        m_table->setFocus(Qt::TabFocusReason);
        QCOMPARE(m_table->currentIndex().row(), 0);
        QTest::keyClick(m_table.get(), Qt::Key_Down);
        QCOMPARE(m_table->currentIndex().row(), 1);
        QVERIFY(m_table->selectedRows().isEmpty());
        QTest::keyClick(m_table.get(), Qt::Key_Space);
        QCOMPARE(m_table->selectedRows(), QVector<int>{1});
        QTest::keyClick(m_table.get(), Qt::Key_End);
        QCOMPARE(m_table->currentIndex().row(), 19);
        QTest::keyClick(m_table.get(), Qt::Key_Home);
        QCOMPARE(m_table->currentIndex().row(), 0);
        QTest::keyClick(m_table.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_table->selectedRows().size(), 19);
        QTest::keyClick(m_table.get(), Qt::Key_Escape);
        QVERIFY(m_table->selectedRows().isEmpty());
        QSignalSpy opened(m_table.get(), &Table::opened);
        QTest::keyClick(m_table.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().first().toModelIndex().row(), 0);
    }

    void shiftExtends()
    {
        m_table->setFocus(Qt::TabFocusReason);
        QTest::keyClick(m_table.get(), Qt::Key_Space);
        QTest::keyClick(m_table.get(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(m_table.get(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_table->selectedRows(), (QVector<int>{0, 1, 2}));
    }

    void aLinkOpens()
    {
        QSignalSpy opened(m_table.get(), &Table::opened);
        const QRect cell = m_table->visualRect(m_model->index(2, 0));
        const QPoint word(cell.x() + 55, cell.center().y());
        QTest::mouseMove(m_table->viewport(), word);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, word);
        QCOMPARE(opened.size(), 1);
        QTest::mouseMove(m_table->viewport(), QPoint(cell.right() - 4, cell.center().y()));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, QPoint(cell.right() - 4, cell.center().y()));
        QCOMPARE(opened.size(), 1); // beside the word is no link
    }

    void tabLeavesTheTable() { QVERIFY(!m_table->tabKeyNavigation()); }

    void columnsAreSavedById()
    {
        m_table->setColumnVisible(QStringLiteral("status"), false);
        m_table->setColumnWidth(0, 222);
        const QByteArray state = m_table->columnState();
        Table other;
        other.setModel(m_model.get());
        other.setColumns(m_table->columns());
        QVERIFY(other.isColumnVisible(QStringLiteral("status")));
        QVERIFY(other.restoreColumnState(state));
        QVERIFY(!other.isColumnVisible(QStringLiteral("status")));
        QCOMPARE(other.columnWidth(0), 222);
        QVERIFY(!other.restoreColumnState("no state"));
    }

    void columnsGrowWithWhatComes()
    {
        m_table->resize(500, 400);
        const auto width = [this] { return m_table->columnWidth(0); };
        const auto say = [this](const QString& text) { m_model->item(0, 0)->setText(text); };
        const int before = width();
        const auto text = QStringLiteral("a very much longer name than those before");
        say(text);
        QTRY_VERIFY(width() > before);
        const int grown = width();
        say(QStringLiteral("vm-0")); // a refresh: nothing jumps back
        QCoreApplication::processEvents();
        QCOMPARE(width(), grown);
        m_table->horizontalHeader()->resizeSection(1, 90); // a person chose
        say(text + text);
        QCoreApplication::processEvents();
        QCOMPARE(width(), grown);
    }

    //! Where there is no room for all, before any text is cut.
    void aHeadingIsShortened()
    {
        const auto whole = QStringLiteral("How well it is protected");
        m_model->setHeaderData(1, Qt::Horizontal, whole);
        auto columns = m_table->columns();
        columns[1].shortHeading = [] { return QStringLiteral("How"); };
        m_table->setColumns(columns);
        QCOMPARE(m_table->heading(1), whole);
        QList<int> widths;
        for (int width = 600; m_table->heading(1) == whole && width > 100; width -= 4) {
            widths = {m_table->columnWidth(0), m_table->columnWidth(2)};
            m_table->resize(width, 400);
        }
        QCOMPARE(m_table->heading(1), QStringLiteral("How"));
        QVERIFY(m_table->columnWidth(0) >= widths.at(0)); // these have all that they need
        QVERIFY(m_table->columnWidth(2) >= widths.at(1));
        QCOMPARE(m_model->headerData(1, Qt::Horizontal).toString(), whole); // readers hear it all
        m_table->resize(600, 400);
        QCOMPARE(m_table->heading(1), whole);
        m_table->resize(300, 400);
        QCOMPARE(m_table->heading(1), QStringLiteral("How"));
        m_table->setColumnWidth(1, 260); // by a person, who has made room
        QCOMPARE(m_table->heading(1), whole);
    }

    void theColumnMenuShowsAndHides()
    {
        std::unique_ptr<QMenu> menu(m_table->makeColumnMenu(nullptr));
        QCOMPARE(menu->actions().size(), 5); // three columns, a divider, defaults
        QVERIFY(!menu->actions().at(0)->isEnabled());
        menu->actions().at(2)->setChecked(false);
        QVERIFY(!m_table->isColumnVisible(QStringLiteral("size")));
    }

    void csvIsWhatIsSeen()
    {
        m_model->item(0, 0)->setText(QStringLiteral("=cmd(\"x\")"));
        m_model->item(1, 0)->setText(QStringLiteral("a,b"));
        m_table->setColumnVisible(QStringLiteral("status"), false);
        const QStringList lines = m_table->toCsv().split(QStringLiteral("\r\n"));
        QCOMPARE(lines.at(0), QStringLiteral("Name,Size"));
        QCOMPARE(lines.at(1), QStringLiteral("\"'=cmd(\"\"x\"\")\",0 GB"));
        QCOMPARE(lines.at(2), QStringLiteral("\"a,b\",1 GB"));
        QCOMPARE(lines.size(), 22);
    }

    void emptyAndLoading()
    {
        auto* state = new EmptyState(Icon::Clock, QStringLiteral("No recovery points yet"),
                                     QStringLiteral("The first is taken at 22:30."));
        m_table->setEmptyState(state);
        QVERIFY(!state->isVisible());
        m_table->setLoading(true);
        m_model->removeRows(0, m_model->rowCount());
        QVERIFY(!state->isVisible());
        const auto skeleton = [&] {
            const QImage image = m_table->viewport()->grab().toImage();
            return image.pixelColor(60, Size::row / 2).rgb() == color(Role::Skeleton).rgb();
        };
        QTRY_VERIFY(skeleton());
        m_table->setLoading(false);
        QVERIFY(state->isVisible());
        m_model->appendRow({new QStandardItem(QStringLiteral("x")), new QStandardItem, new QStandardItem});
        QVERIFY(!state->isVisible());
    }

    void aSelectionSurvivesItsRowsMoving()
    {
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, m_table->checkRect(4).center());
        m_model->insertRow(0, {new QStandardItem(QStringLiteral("new")), new QStandardItem, new QStandardItem});
        QCOMPARE(m_table->selectedRows(), QVector<int>{5});
    }

    void readersHearTheCells()
    {
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(m_table.get());
        QVERIFY(table && table->tableInterface());
        QAccessibleInterface* cell = table->tableInterface()->cellAt(2, 1);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("Protected"));
    }

    void theBulkBarCounts()
    {
        BulkBar bar;
        QVERIFY(bar.isHidden());
        bar.setCount(3);
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.height(), Size::bulkBar + Space::xs);
        bar.setCount(0);
        QVERIFY(bar.isHidden());
    }

    void tenThousandRows()
    {
        m_tester.reset(); // it looks at everything at each row
        m_model->clear();
        m_model->setColumnCount(3);
        for (int i = 0; i < 10000; ++i) {
            m_model->appendRow({new QStandardItem(QString::number(i)), new QStandardItem, new QStandardItem});
        }
        m_table->scrollToBottom(); // lays the new rows out first
        QVERIFY(m_table->viewport()->rect().contains(m_table->visualRect(m_model->index(9999, 0)).center()));
        m_table->toggleAll();
        QCOMPARE(m_table->selectedRows().size(), 10000);
    }
};

VALV_TEST(TableTest)

} // namespace tst_table

#include "tst_table.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of Person: their rows and what is done with one.
#include "controls/table.h"
#include "support/awaiting.h"
#include "support/flow/person.h"
#include "support/flow/screen.h"
#include "support/patience.h"

#include <QApplication>
#include <QHeaderView>

namespace valv::test {
namespace {

bool hasCell(const views::Table& table, int row, const QString& text)
{
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (!table.isColumnHidden(column)
            && Words::plain(table.cell(table.model()->index(row, column)).text) == Words::plain(text)) {
            return true;
        }
    }
    return false;
}

//! -1: there is none.
int rowOf(const views::Table& table, const QString& text)
{
    int row = 0;
    while (row < table.model()->rowCount() && !hasCell(table, row, text)) {
        ++row;
    }
    return row < table.model()->rowCount() ? row : -1;
}

//! A place in the row that is neither its tick box nor its name, which may be a link.
QPoint pointOf(const views::Table& table, int row)
{
    int first = 0;
    while (table.isColumnHidden(table.horizontalHeader()->logicalIndex(first))) {
        ++first;
    }
    const auto rect = table.visualRect(table.model()->index(row, table.horizontalHeader()->logicalIndex(first)));
    return {rect.right() - 8, rect.center().y()};
}

} // namespace

//! The list and the number of the row, which is the current one then, or in sight of the pointer. Nothing that happens
//! meanwhile moves it any more.
Person::Row Person::reach(const Text& table, const QString& cell)
{
    Row found;
    found.table = qobject_cast<views::Table*>(await(table, found.why, Kind::Table));
    if (found.table == nullptr) {
        return found;
    }
    auto& list = *found.table;
    if (!QTest::qWaitFor([&] { return rowOf(list, cell) >= 0; }, patience)) {
        found.why = QStringLiteral("no row has “%1”:\n%2").arg(cell, list.toCsv());
        return found;
    }
    if (usesKeys()) {
        found.why = walkTo(list);
        const auto wanted = [&] { return rowOf(list, cell); }; // a list that is read again may change
        const auto current = [&] { return list.currentIndex().row(); };
        for (int i = 0; found.why.isEmpty() && i <= list.model()->rowCount() && current() != wanted(); ++i) {
            strike(current() < wanted() ? Qt::Key_Down : Qt::Key_Up);
        }
        if (found.why.isEmpty() && current() != wanted()) {
            found.why = QStringLiteral("the arrows do not lead to the row");
        }
    } else {
        for (int i = 0; i < 2; ++i) { // what was moving has settled the second time
            const auto row = list.model()->index(rowOf(list, cell), 0);
            list.scrollTo(row);
            bringIntoView(*list.viewport(), list.visualRect(row));
            settle();
        }
    }
    found.row = rowOf(list, cell);
    if (found.row < 0) {
        found.why = QStringLiteral("the row went away");
    }
    return found;
}

QString Person::openRow(const Text& table, const QString& cell)
{
    const auto [list, row, why] = reach(table, cell);
    if (!why.isEmpty()) {
        return why;
    }
    if (usesKeys()) {
        strike(Qt::Key_Return);
        return {};
    }
    const auto at = pointOf(*list, row);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, at);
    return {};
}

QString Person::goToRow(const Text& table, const QString& cell)
{
    const auto [list, row, why] = reach(table, cell);
    if (!why.isEmpty() || usesKeys()) {
        return why;
    }
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, pointOf(*list, row));
    return list->currentIndex().row() == row ? QString() : QStringLiteral("the click does not choose the row");
}

QString Person::tickRow(const Text& table, const QString& cell)
{
    const auto [list, row, why] = reach(table, cell);
    if (!why.isEmpty()) {
        return why;
    }
    if (usesKeys()) {
        strike(Qt::Key_Space);
    } else {
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->checkRect(row).center());
    }
    return {};
}

QString Person::rowCommand(const Text& table, const QString& cell, const Text& command)
{
    const auto [list, row, why] = reach(table, cell);
    if (!why.isEmpty()) {
        return why;
    }
    if (usesKeys()) {
        strike(Qt::Key_F10, Qt::ShiftModifier);
    } else {
        rightClick(*list->viewport(), pointOf(*list, row));
    }
    return pick(command);
}

} // namespace valv::test

// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of Person: their rows and what is done with one.
#include "controls/table.h"
#include "support/awaiting.h"
#include "support/flow/person.h"
#include "support/flow/screen.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>

namespace valv::test {
namespace {

constexpr int patience = 120'000;

bool isCellOf(const views::Table& table, int row, const QString& text)
{
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        if (!table.isColumnHidden(column)
            && Words::plain(table.cell(table.model()->index(row, column)).text) == Words::plain(text)) {
            return true;
        }
    }
    return false;
}

QPoint cellPoint(views::Table& table, const QModelIndex& row)
{
    int first = 0;
    while (table.isColumnHidden(table.horizontalHeader()->logicalIndex(first))) {
        ++first;
    }
    const auto at = row.siblingAtColumn(table.horizontalHeader()->logicalIndex(first));
    table.scrollTo(at);
    bringIntoView(table);
    settle();
    const auto rect = table.visualRect(at);
    return {rect.right() - 8, rect.center().y()};
}

} // namespace

views::Table* Person::awaitRow(const Text& table, const QString& cell, QModelIndex& row, QString& why) const
{
    auto* found = qobject_cast<views::Table*>(await(table, why, Kind::Table));
    if (found == nullptr) {
        return nullptr;
    }
    const auto look = [&] {
        for (int i = 0; i < found->model()->rowCount(); ++i) {
            if (isCellOf(*found, i, cell)) {
                row = found->model()->index(i, 0);
                return true;
            }
        }
        return false;
    };
    if (!QTest::qWaitFor(look, patience)) {
        why = QStringLiteral("no row has “%1”:\n%2").arg(cell, found->toCsv());
        return nullptr;
    }
    return found;
}

QString Person::openRow(const Text& table, const QString& cell)
{
    QString why;
    QModelIndex row;
    auto* list = awaitRow(table, cell, row, why);
    if (list == nullptr) {
        return why;
    }
    if (usesKeys()) {
        why = walkToRow(*list, row);
        if (why.isEmpty()) {
            strike(Qt::Key_Return);
        }
        return why;
    }
    const auto at = cellPoint(*list, row);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, at);
    return {};
}

QString Person::goToRow(const Text& table, const QString& cell)
{
    QString why;
    QModelIndex row;
    auto* list = awaitRow(table, cell, row, why);
    if (list == nullptr) {
        return why;
    }
    if (usesKeys()) {
        return walkToRow(*list, row);
    }
    const auto at = cellPoint(*list, row);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
    return list->currentIndex().row() == row.row() ? QString() : QStringLiteral("the click does not choose the row");
}

QString Person::tickRow(const Text& table, const QString& cell)
{
    QString why;
    QModelIndex row;
    auto* list = awaitRow(table, cell, row, why);
    if (list == nullptr) {
        return why;
    }
    if (usesKeys()) {
        why = walkToRow(*list, row);
        if (why.isEmpty()) {
            strike(Qt::Key_Space);
        }
    } else {
        (void)cellPoint(*list, row);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->checkRect(row.row()).center());
    }
    return why;
}

QString Person::rowCommand(const Text& table, const QString& cell, const Text& command)
{
    QString why;
    QModelIndex row;
    auto* list = awaitRow(table, cell, row, why);
    if (list == nullptr) {
        return why;
    }
    if (usesKeys()) {
        why = walkToRow(*list, row);
        if (!why.isEmpty()) {
            return why;
        }
        strike(Qt::Key_F10, Qt::ShiftModifier);
    } else {
        const auto at = cellPoint(*list, row);
        QTest::mouseClick(list->viewport(), Qt::RightButton, {}, at);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list->viewport()->mapToGlobal(at)); // as the desktop does
        QApplication::sendEvent(list->viewport(), &event);
    }
    return pick(command);
}

} // namespace valv::test

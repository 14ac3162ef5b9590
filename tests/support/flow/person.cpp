// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/flow/person.h"

#include "controls/blade.h"
#include "controls/commandbar.h"
#include "controls/formfooter.h"
#include "controls/table.h"
#include "shell/notificationpanel.h"
#include "shell/pagehost.h"
#include "support/awaiting.h"
#include "support/widgetwalk.h"
#include "theme/focusring.h"

#include <QAbstractItemView>
#include <QAction>
#include <QButtonGroup>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollArea>
#include <QWindow>

namespace valv::test {
namespace {

constexpr int patience = 120'000;
constexpr int mostStops = 250; // of Tab, in a window

//! As a reader hears it. What a drop-down says is its value; its name is that of its label.
QString nameOf(QWidget* widget)
{
    auto* interface = QAccessible::queryAccessibleInterface(widget);
    if (interface == nullptr) {
        return {};
    }
    if (qobject_cast<QComboBox*>(widget) != nullptr) {
        for (const auto& [label, relation] : interface->relations(QAccessible::Label)) {
            if (!label->text(QAccessible::Name).isEmpty()) {
                return Words::plain(label->text(QAccessible::Name));
            }
        }
        return Words::plain(widget->accessibleName());
    }
    return Words::plain(interface->text(QAccessible::Name));
}

//! The topmost blade that covers the rest; null: none.
views::Blade* openBlade(const QWidget& window)
{
    views::Blade* open = nullptr;
    for (auto* blade : window.findChildren<views::Blade*>()) {
        const bool covers = qobject_cast<views::NotificationPanel*>(blade) == nullptr;
        if (covers && blade->isOpen() && blade->isVisibleTo(&window)) {
            open = blade;
        }
    }
    return open;
}

//! What of a widget is inside all that holds it, in the window's coordinates.
QRect seenPart(const QWidget* widget, const QWidget& window)
{
    QRect seen = widget->rect();
    for (const auto* inner = widget; inner != &window && inner->parentWidget() != nullptr;
         inner = inner->parentWidget()) {
        seen = seen.translated(inner->pos()).intersected(inner->parentWidget()->rect());
    }
    return seen;
}

//! A point of it that nothing else covers, in the window's coordinates.
std::optional<QPoint> openPoint(const QWidget* widget, const QWidget& window)
{
    const auto seen = seenPart(widget, window);
    if (seen.isEmpty()) {
        return std::nullopt;
    }
    const int dx = std::min(12, seen.width() / 4);
    const int dy = std::min(12, seen.height() / 4);
    for (const auto& at : {seen.center(), seen.topLeft() + QPoint(dx, dy), seen.topRight() + QPoint(-dx, dy),
                           seen.bottomLeft() + QPoint(dx, -dy), seen.bottomRight() - QPoint(dx, dy)}) {
        const auto* there = window.childAt(at);
        if (there == widget || (there != nullptr && widget->isAncestorOf(there))) {
            return at;
        }
    }
    return std::nullopt;
}

void bringIntoView(QWidget& widget)
{
    for (auto* outer = widget.parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(outer)) {
            area->ensureWidgetVisible(&widget);
        }
    }
}

bool isName(const QString& name, const QStringList& wanted)
{
    return wanted.contains(name);
}

//! "Status: all" for "Status", and "Failed 3" for "Failed".
bool isNameWithValue(const QString& name, const QStringList& wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&name](const QString& each) {
        const auto rest = name.mid(each.size());
        const bool isCounted = rest.size() > 1 && rest.at(0) == QLatin1Char(' ') && rest.at(1).isDigit();
        return name.startsWith(each)
            && (isCounted || (!rest.isEmpty() && !rest.at(0).isLetterOrNumber() && rest.at(0) != QLatin1Char(' ')));
    });
}

QString quoted(const Text& text)
{
    return QStringLiteral("“%1”").arg(text.english);
}

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

QWindow* keyWindow(QWidget& window)
{
    for (auto* over : {QApplication::activePopupWidget(), QApplication::activeModalWidget()}) {
        if (over != nullptr) {
            return over->windowHandle();
        }
    }
    return window.window()->windowHandle();
}

//! The command of that name which has no room in its bar, and the button that leads to it.
std::pair<QAction*, QWidget*> hiddenCommand(const QWidget& window, const QStringList& names)
{
    for (const auto* bar : window.findChildren<views::CommandBar*>()) {
        if (!bar->isVisibleTo(&window)) {
            continue;
        }
        for (auto* action : bar->overflow()) {
            if (names.contains(Words::plain(action->text()))) {
                return {action, bar->moreButton()};
            }
        }
    }
    return {nullptr, nullptr};
}

} // namespace

Person::Person(QWidget& window, Words words, Seat::Hands hands)
    : m_window(window)
    , m_words(std::move(words))
    , m_hands(hands)
{ }

//! Those in the open blade, else those of the page before the rest; by their whole name first.
QList<QWidget*> Person::found(const QStringList& names, Kind kind) const
{
    QList<QWidget*> whole;
    QList<QWidget*> begun;
    const auto add = [&](const QWidget& root) {
        for (auto* widget : root.findChildren<QWidget*>()) {
            const bool isTable = qobject_cast<views::Table*>(widget) != nullptr;
            if (!isShown(widget, m_window) || isTable != (kind == Kind::Table) || !(isTable || isControl(widget))
                || qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr || whole.contains(widget)
                || begun.contains(widget)) {
                continue;
            }
            const auto name = nameOf(widget);
            if (isName(name, names)) {
                whole.append(widget);
            } else if (isNameWithValue(name, names)) {
                begun.append(widget);
            }
        }
    };
    if (auto* blade = openBlade(m_window)) {
        add(*blade);
        return whole + begun;
    }
    for (auto* host : m_window.findChildren<views::PageHost*>()) {
        add(*host);
    }
    add(m_window);
    return whole + begun;
}

QWidget* Person::control(const Text& name) const
{
    QString why;
    return await(name, why);
}

QWidget* Person::await(const Text& name, QString& why, Kind kind) const
{
    const auto names = m_words.of(name);
    if (names.isEmpty()) {
        why = quoted(name) + QStringLiteral(" has no words in this language");
        return nullptr;
    }
    QWidget* usable = nullptr;
    const bool there = QTest::qWaitFor(
        [&] {
            const auto all = found(names, kind);
            const auto it = std::find_if(all.begin(), all.end(), [](const QWidget* each) { return each->isEnabled(); });
            usable = it != all.end() ? *it : nullptr;
            return usable != nullptr;
        },
        patience);
    if (!there) {
        const auto all = found(names, kind);
        why = all.isEmpty()
            ? QStringLiteral("there is no “%1” among:\n%2").arg(names.join(QLatin1Char('/')), this->names())
            : QStringLiteral("“%1” can't be used: %2").arg(names.first(), all.first()->accessibleDescription());
    }
    return usable;
}

QString Person::press(const Text& name)
{
    const auto names = m_words.of(name);
    QWidget* more = nullptr;
    // What has no room in its command bar stands in its menu.
    if (!QTest::qWaitFor(
            [&] {
                const auto all = found(names);
                if (std::any_of(all.begin(), all.end(), [](const QWidget* each) { return each->isEnabled(); })) {
                    return true;
                }
                const auto [action, button] = hiddenCommand(m_window, names);
                more = action != nullptr && action->isEnabled() ? button : nullptr;
                return more != nullptr;
            },
            patience)) {
        QString why;
        (void)await(name, why);
        return why;
    }
    if (more != nullptr) {
        const auto why = activate(*more);
        return why.isEmpty() ? pick(name) : why;
    }
    QString why;
    auto* target = await(name, why);
    return target == nullptr ? why : activate(*target);
}

QString Person::submit(const Text& name)
{
    const auto names = m_words.of(name);
    QWidget* button = nullptr;
    const auto look = [&] {
        const QWidget* root = openBlade(m_window);
        for (auto* footer : (root != nullptr ? root : &m_window)->findChildren<views::FormFooter*>()) {
            auto* primary = footer->primary();
            if (primary != nullptr && isShown(primary, m_window) && primary->isEnabled()
                && isName(nameOf(primary), names)) {
                button = primary;
                return true;
            }
        }
        return false;
    };
    return QTest::qWaitFor(look, patience)
        ? activate(*button)
        : QStringLiteral("no form has “%1” to press:\n%2").arg(names.join(QLatin1Char('/')), this->names());
}

QString Person::cannotPress(const Text& name, const QString& reason) const
{
    const auto names = m_words.of(name);
    QString said;
    const auto look = [&] {
        const auto all = found(names);
        const auto isOff = [&](QWidget* each) {
            said = each->accessibleDescription() + each->toolTip();
            return !each->isEnabled() && said.contains(reason);
        };
        return std::any_of(all.begin(), all.end(), isOff);
    };
    return QTest::qWaitFor(look, patience) ? QString()
                                           : QStringLiteral("“%1” is not refused because of “%2”, but says: %3")
                                                 .arg(names.join(QLatin1Char('/')), reason, said);
}

QString Person::blade(const Text& title) const
{
    const auto names = m_words.of(title);
    const auto look = [&] {
        const auto* open = openBlade(m_window);
        return open != nullptr && isName(Words::plain(open->title()), names);
    };
    return QTest::qWaitFor(look, patience)
        ? QString()
        : QStringLiteral("no blade “%1” opens:\n%2").arg(names.join(QLatin1Char('/')), this->names());
}

QString Person::bladeCloses() const
{
    return QTest::qWaitFor([&] { return openBlade(m_window) == nullptr; }, patience)
        ? QString()
        : QStringLiteral("the blade stays:\n") + wordsOf(*openBlade(m_window)).join(QLatin1Char('\n'));
}

QString Person::saveAs(const QString& path)
{
    QWidget* dialog = nullptr;
    if (!QTest::qWaitFor(
            [&dialog] {
                dialog = QApplication::activeModalWidget();
                return dialog != nullptr && qobject_cast<QLineEdit*>(dialog->focusWidget()) != nullptr;
            },
            patience)) {
        return QStringLiteral("no dialog asks where");
    }
    strike(Qt::Key_A, Qt::ControlModifier);
    write(path);
    strike(Qt::Key_Return);
    return QTest::qWaitFor([] { return QApplication::activeModalWidget() == nullptr; }, patience)
        ? QString()
        : QStringLiteral("the dialog stays");
}

QString Person::activate(QWidget& target)
{
    if (!usesKeys()) {
        return click(target);
    }
    const auto why = walkTo(target);
    if (!why.isEmpty()) {
        return why;
    }
    const auto* button = qobject_cast<QAbstractButton*>(&target);
    if (button != nullptr && button->isCheckable() && button->autoExclusive() && button->isChecked()) {
        return {}; // the arrows have chosen it already
    }
    strike(button != nullptr ? Qt::Key_Space : Qt::Key_Return);
    return {};
}

QString Person::click(QWidget& target)
{
    bringIntoView(target);
    settle();
    const auto at = openPoint(&target, m_window);
    if (!at) {
        return QStringLiteral("out of sight or covered: ") + widgetName(&target);
    }
    auto* hit = m_window.childAt(*at);
    QTest::mouseClick(hit != nullptr ? hit : &target, Qt::LeftButton, {}, hit->mapFrom(&m_window, *at));
    return {};
}

QString Person::type(const Text& field, const QString& text)
{
    QString why;
    auto* target = await(field, why);
    if (target == nullptr) {
        return why;
    }
    why = usesKeys() ? walkTo(*target) : click(*target);
    if (why.isEmpty()) {
        strike(Qt::Key_A, Qt::ControlModifier);
        strike(Qt::Key_Delete);
        write(text);
    }
    return why;
}

QString Person::choose(const Text& field, const Text& choice)
{
    QString why;
    auto* target = await(field, why);
    if (target == nullptr) {
        return why;
    }
    const auto names = m_words.of(choice);
    auto* combo = qobject_cast<QComboBox*>(target);
    if (combo == nullptr) { // a button with a menu
        why = activate(*target);
        return why.isEmpty() ? pick(choice) : why;
    }
    const auto index = [&] {
        for (int i = 0; i < combo->count(); ++i) {
            if (names.contains(Words::plain(combo->itemText(i)))) {
                return i;
            }
        }
        return -1;
    };
    if (!QTest::qWaitFor([&] { return index() >= 0; }, patience)) {
        QStringList choices;
        for (int i = 0; i < combo->count(); ++i) {
            choices.append(combo->itemText(i));
        }
        return QStringLiteral("%1 is none of: %2").arg(quoted(choice), choices.join(QLatin1String(" | ")));
    }
    why = usesKeys() ? walkTo(*combo) : click(*combo);
    if (!why.isEmpty()) {
        return why;
    }
    if (usesKeys()) {
        strike(Qt::Key_Down, Qt::AltModifier);
    }
    auto* list = combo->view();
    if (!QTest::qWaitFor([list] { return list->isVisible(); }, patience)) {
        return QStringLiteral("the list did not open: ") + widgetName(combo);
    }
    const auto row = list->model()->index(index(), combo->modelColumn(), combo->rootModelIndex());
    if (usesKeys()) {
        for (int i = 0; i <= combo->count() && list->currentIndex().row() != row.row(); ++i) {
            strike(list->currentIndex().row() < row.row() ? Qt::Key_Down : Qt::Key_Up);
        }
        strike(Qt::Key_Return);
        return QTest::qWaitFor([&] { return !list->isVisible(); }, patience) ? QString()
                                                                             : QStringLiteral("the list stays open");
    }
    list->scrollTo(row);
    // A list does not take a click that follows the one that opened it too closely.
    const auto click = [&] {
        if (list->isVisible()) {
            QTest::mouseMove(list->viewport(), list->visualRect(row).center());
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
        }
        return !list->isVisible();
    };
    return QTest::qWaitFor(click, patience) ? QString() : QStringLiteral("the list stays open");
}

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

QString Person::walkToRow(views::Table& table, const QModelIndex& row)
{
    auto why = walkTo(table);
    for (int i = 0; why.isEmpty() && i <= table.model()->rowCount() && table.currentIndex().row() != row.row(); ++i) {
        strike(table.currentIndex().row() < row.row() ? Qt::Key_Down : Qt::Key_Up);
    }
    if (why.isEmpty() && table.currentIndex().row() != row.row()) {
        why = QStringLiteral("the arrows do not lead to the row");
    }
    return why;
}

namespace {

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

QString Person::pick(const Text& command)
{
    const auto names = m_words.of(command);
    QMenu* menu = nullptr;
    if (!QTest::qWaitFor(
            [&menu] {
                menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
                return menu != nullptr && menu->isVisible();
            },
            patience)) {
        return QStringLiteral("no menu opened");
    }
    QAction* wanted = nullptr;
    QStringList offered;
    for (auto* action : menu->actions()) {
        offered.append(Words::plain(action->text().section(QLatin1Char('\t'), 0, 0)));
        if (names.contains(offered.last())) {
            wanted = action;
        }
    }
    if (wanted == nullptr || !wanted->isEnabled()) {
        menu->close();
        return QStringLiteral("%1 is none of the commands, or can't be used: %2")
            .arg(quoted(command), offered.join(QLatin1String(" | ")));
    }
    if (!usesKeys()) {
        const auto at = menu->actionGeometry(wanted).center();
        QTest::mouseMove(menu, at);
        QTest::mouseClick(menu, Qt::LeftButton, {}, at);
        return {};
    }
    for (int i = 0; i <= offered.size() && menu->activeAction() != wanted; ++i) {
        strike(Qt::Key_Down);
    }
    if (menu->activeAction() != wanted) {
        menu->close();
        return QStringLiteral("the arrows do not lead to %1").arg(quoted(command));
    }
    strike(Qt::Key_Return);
    return {};
}

QString Person::find(const QString& typed, const Text& name)
{
    strike(Qt::Key_K, Qt::ControlModifier);
    if (!QTest::qWaitFor([] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }, patience)) {
        return QStringLiteral("the palette did not open");
    }
    write(typed);
    const auto names = m_words.of(name);
    auto* list = [this]() -> QWidget* {
        for (auto* each : m_window.findChildren<QWidget*>()) {
            if (each->inherits("valv::views::PaletteList") && each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }();
    auto* items = dynamic_cast<views::AccessibleItems*>(list);
    if (items == nullptr) {
        return QStringLiteral("the palette has no list");
    }
    const auto index = [&] {
        for (int i = 0; i < items->itemCount(); ++i) {
            const auto title = Words::plain(items->itemName(i));
            if (isName(title, names) || isNameWithValue(title, names)) {
                return i;
            }
        }
        return -1;
    };
    if (!QTest::qWaitFor([&] { return index() >= 0; }, patience)) {
        QStringList all;
        for (int i = 0; i < items->itemCount(); ++i) {
            all.append(items->itemName(i));
        }
        return QStringLiteral("the palette does not find %1, but: %2")
            .arg(quoted(name), all.join(QLatin1String(" | ")));
    }
    for (int i = 0; i <= items->itemCount() && !items->isItemSelected(index()); ++i) {
        strike(Qt::Key_Down);
    }
    strike(Qt::Key_Return);
    return {};
}

QString Person::key(QKeyCombination keys)
{
    strike(keys.key(), keys.keyboardModifiers());
    return {};
}

QString Person::sees(const Text& text) const
{
    const auto wanted = m_words.of(text);
    if (wanted.isEmpty()) {
        return quoted(text) + QStringLiteral(" has no words in this language");
    }
    const auto looks = [&] {
        const auto words = Words::plain(wordsOf(m_window).join(QLatin1Char('\n')));
        return std::any_of(wanted.begin(), wanted.end(), [&](const QString& each) { return words.contains(each); });
    };
    return QTest::qWaitFor(looks, patience)
        ? QString()
        : QStringLiteral("“%1” is not said:\n%2")
              .arg(wanted.join(QLatin1Char('/')), wordsOf(m_window).join(QLatin1Char('\n')));
}

QString Person::seesNoMore(const Text& text) const
{
    const auto wanted = m_words.of(text);
    const auto looks = [&] {
        const auto words = Words::plain(wordsOf(m_window).join(QLatin1Char('\n')));
        return std::none_of(wanted.begin(), wanted.end(), [&](const QString& each) { return words.contains(each); });
    };
    return QTest::qWaitFor(looks, patience) ? QString()
                                            : QStringLiteral("“%1” stays").arg(wanted.join(QLatin1Char('/')));
}

QString Person::focusFault() const
{
    auto* focus = QApplication::focusWidget();
    if (focus == nullptr) {
        return QStringLiteral("nothing has the focus");
    }
    if (focus->window() != m_window.window()) {
        return {}; // a menu or list that opened
    }
    const auto where = widgetName(focus);
    if (!focus->isVisible() || seenPart(focus, m_window).isEmpty()) {
        return QStringLiteral("the focus is out of sight: ") + where;
    }
    if (!openPoint(focus, m_window)) {
        return QStringLiteral("the focus is covered: ") + where;
    }
    if (nameOf(focus).isEmpty()) {
        return QStringLiteral("the focus has no name: ") + where;
    }
    return views::hasKeyFocus(focus) ? QString() : QStringLiteral("the focus has no ring: ") + where;
}

QString Person::names() const
{
    QStringList names;
    const auto* focus = QApplication::focusWidget();
    for (auto* widget : m_window.findChildren<QWidget*>()) {
        if (isShown(widget, m_window) && isControl(widget)) {
            names.append(QStringLiteral("%1%2 (%3)%4")
                             .arg(widget == focus ? QStringLiteral("> ") : QStringLiteral("  "), nameOf(widget),
                                  widgetName(widget), widget->isEnabled() ? QString() : QStringLiteral(" disabled")));
        }
    }
    return names.join(QLatin1Char('\n'));
}

QString Person::walkTo(QWidget& target)
{
    const QPointer<QWidget> wanted(&target);
    const auto isThere = [&wanted] {
        auto* focus = QApplication::focusWidget();
        return wanted != nullptr && focus != nullptr
            && (focus == wanted || wanted->isAncestorOf(focus) || wanted->focusProxy() == focus);
    };
    QList<QWidget*> seen;
    for (int i = 0; i < mostStops && wanted != nullptr; ++i) {
        if (isThere() || arrowTo(target)) {
            return focusFault();
        }
        auto* focus = QApplication::focusWidget();
        if (focus != nullptr && seen.count(focus) > 1) { // twice round
            break;
        }
        seen.append(focus);
        strike(Qt::Key_Tab);
        const auto fault = focusFault();
        if (!fault.isEmpty()) {
            return fault;
        }
    }
    return wanted == nullptr ? QStringLiteral("it went away")
                             : QStringLiteral("Tab does not lead to %1:\n%2").arg(widgetName(wanted), names());
}

//! Within a list or a group of choices that is one stop of the Tab key.
bool Person::arrowTo(QWidget& target)
{
    auto* focus = QApplication::focusWidget();
    const auto* button = qobject_cast<QAbstractButton*>(&target);
    const bool exclusive = button != nullptr && button->isCheckable()
        && (button->autoExclusive() || (button->group() != nullptr && button->group()->exclusive()));
    const bool isStop = (target.focusPolicy() & Qt::TabFocus) != 0 && !exclusive;
    if (focus == nullptr || isStop || focus->parentWidget() != target.parentWidget()) {
        return false;
    }
    const int siblings = static_cast<int>(target.parentWidget()->children().size());
    for (const auto key : {Qt::Key_Down, Qt::Key_Right, Qt::Key_Up, Qt::Key_Left}) {
        for (int i = 0; i < siblings; ++i) {
            const auto* before = QApplication::focusWidget();
            strike(key);
            const auto* now = QApplication::focusWidget();
            if (now == &target) {
                return true;
            }
            if (now == before || now == nullptr || now->parentWidget() != target.parentWidget()) {
                break;
            }
        }
    }
    return false;
}

void Person::strike(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(keyWindow(m_window), key, modifiers);
    QCoreApplication::processEvents();
}

void Person::write(const QString& text) const
{
    for (const QChar letter : text) {
        QTest::sendKeyEvent(QTest::Click, keyWindow(m_window), Qt::Key_unknown, QString(letter), Qt::NoModifier);
    }
    QCoreApplication::processEvents();
}

} // namespace valv::test

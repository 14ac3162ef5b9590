// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/flow/person.h"

#include "controls/accessible.h"
#include "controls/blade.h"
#include "controls/formfooter.h"
#include "controls/table.h"
#include "support/awaiting.h"
#include "support/flow/screen.h"
#include "support/patience.h"
#include "support/widgetwalk.h"

#include <QAbstractItemView>
#include <QAction>
#include <QMenu>
#include <QPointer>

namespace valv::test {
namespace {

//! It went while the pointer was on its way, as with a page that is shown anew: a person looks again.
const QString isGone = QStringLiteral("gone before it was clicked");
constexpr int looks = 3;

QString quoted(const Text& text)
{
    return QStringLiteral("“%1”").arg(text.english);
}

} // namespace

Person::Person(QWidget& window, Words words, Seat::Hands hands)
    : m_window(window)
    , m_words(std::move(words))
    , m_hands(hands)
{ }

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
    QWidget* found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = usable(names, kind)) != nullptr; }, patience)) {
        why = whyNot(names, kind);
    }
    return found;
}

QWidget* Person::usable(const QStringList& names, Kind kind) const
{
    const auto all = named(m_window, names, kind);
    const auto it = std::find_if(all.begin(), all.end(), [](QWidget* each) { return canBeUsed(each); });
    return it != all.end() ? *it : nullptr;
}

QString Person::whyNot(const QStringList& names, Kind kind) const
{
    const auto all = named(m_window, names, kind);
    return all.isEmpty()
        ? QStringLiteral("there is no “%1” among:\n%2").arg(names.join(QLatin1Char('/')), this->names())
        : QStringLiteral("“%1” can't be used: %2").arg(names.first(), all.first()->accessibleDescription());
}

QString Person::press(const Text& name)
{
    const auto names = m_words.of(name);
    if (names.isEmpty()) {
        return quoted(name) + QStringLiteral(" has no words in this language");
    }
    QWidget* target = nullptr;
    QWidget* more = nullptr; // what has no room in its command bar stands in its menu
    const auto look = [&] {
        target = usable(names);
        const auto [action, button] = hiddenCommand(m_window, names);
        more = action != nullptr && action->isEnabled() ? button : nullptr;
        return target != nullptr || more != nullptr;
    };
    QString why = isGone;
    for (int i = 0; i < looks && why == isGone; ++i) {
        if (!QTest::qWaitFor(look, patience)) {
            return whyNot(names);
        }
        why = activate(target != nullptr ? *target : *more);
    }
    return why.isEmpty() && target == nullptr ? pick(name) : why;
}

QString Person::submit(const Text& name)
{
    const auto names = m_words.of(name);
    QWidget* button = nullptr;
    const auto look = [&] {
        const QWidget* root = openBlade(m_window);
        for (auto* footer : (root != nullptr ? root : &m_window)->findChildren<views::FormFooter*>()) {
            auto* primary = footer->primary();
            if (primary != nullptr && isShown(primary, m_window) && canBeUsed(primary)
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
        const auto all = named(m_window, names);
        const auto isOff = [&](QWidget* each) {
            said = each->accessibleDescription() + each->toolTip();
            return !canBeUsed(each) && said.contains(reason);
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

QString Person::click(QWidget& target, Qt::MouseButton button)
{
    const QPointer<QWidget> there(&target);
    bringIntoView(target, target.rect());
    settle();
    if (!there) {
        return isGone;
    }
    const auto at = openPoint(&target, m_window);
    if (!at) {
        return QStringLiteral("out of sight or covered: ") + widgetName(&target);
    }
    auto* hit = m_window.childAt(*at);
    if (button == Qt::RightButton) {
        rightClick(*hit, hit->mapFrom(&m_window, *at));
    } else {
        QTest::mouseClick(hit, button, {}, hit->mapFrom(&m_window, *at));
    }
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

QString Person::menuCommand(const Text& name, const Text& command)
{
    QString why;
    auto* target = await(name, why);
    if (target == nullptr) {
        return why;
    }
    why = usesKeys() ? walkTo(*target) : click(*target, Qt::RightButton);
    if (why.isEmpty() && usesKeys()) {
        strike(Qt::Key_F10, Qt::ShiftModifier);
    }
    return why.isEmpty() ? pick(command) : why;
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

QString Person::names() const
{
    QStringList names;
    const auto* focus = QApplication::focusWidget();
    const QWidget* root = openBlade(m_window);
    for (auto* widget : (root != nullptr ? root : &m_window)->findChildren<QWidget*>()) {
        if (isShown(widget, m_window) && isControl(widget)) {
            names.append(QStringLiteral("%1%2 (%3)%4")
                             .arg(widget == focus ? QStringLiteral("> ") : QStringLiteral("  "), nameOf(widget),
                                  widgetName(widget), canBeUsed(widget) ? QString() : QStringLiteral(" disabled")));
        }
    }
    return names.join(QLatin1Char('\n'));
}

} // namespace valv::test

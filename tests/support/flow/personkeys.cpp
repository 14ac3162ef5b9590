// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of Person: how they lead to a control, and that the focus is seen wherever they stop.
#include "support/flow/person.h"
#include "support/flow/screen.h"
#include "support/widgetwalk.h"
#include "theme/focusring.h"

#include <QButtonGroup>
#include <QPointer>
#include <QWindow>

namespace valv::test {
namespace {

constexpr int mostStops = 250; // of Tab, in a window

} // namespace

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
    // A desktop gives a window its focus back when the list or dialog over it closes; a screen that is not there does
    // not.
    if (keyWindow(m_window) == m_window.windowHandle() && QApplication::focusWidget() == nullptr) {
        m_window.activateWindow();
        (void)QTest::qWaitForWindowActive(&m_window);
    }
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

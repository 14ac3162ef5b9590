// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/driver.h"

#include "controls/button.h"
#include "controls/commandbar.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace valv::console {
namespace {

void send(QWidget& to, QEvent::Type type, const QPoint& at, Qt::MouseButton button, Qt::MouseButtons held)
{
    QMouseEvent event(type, at, to.mapToGlobal(at), button, held, Qt::NoModifier);
    QApplication::sendEvent(&to, &event);
}

} // namespace

QWidget* Driver::find(const QString& name) const
{
    QWidget* found = nullptr;
    for (auto* widget : m_window.findChildren<QWidget*>(name)) {
        if (widget->isVisibleTo(&m_window)) {
            found = widget;
        }
    }
    if (found == nullptr && QApplication::activePopupWidget() != nullptr) {
        found = QApplication::activePopupWidget()->findChild<QWidget*>(name);
    }
    return found;
}

bool Driver::canUse(const QString& name) const
{
    const auto* widget = find(name);
    const auto* button = qobject_cast<const views::Button*>(widget);
    return widget != nullptr && widget->isEnabled() && (button == nullptr || button->isAvailable())
        && widget->width() > 0 && widget->height() > 0;
}

void Driver::click(const QString& name) const
{
    if (auto* widget = find(name)) {
        click(*widget, widget->rect().center());
    }
}

QAction* Driver::action(const QString& name) const
{
    QAction* found = nullptr;
    for (auto* candidate : m_window.findChildren<QAction*>(name)) {
        auto* owner = qobject_cast<QWidget*>(candidate->parent());
        if (owner == nullptr || owner->isVisibleTo(&m_window)) {
            found = candidate;
        }
    }
    return found;
}

bool Driver::canCommand(const QString& name) const
{
    const auto* found = action(name);
    return found != nullptr && found->isEnabled() && found->isVisible();
}

QWidget* Driver::commandButton(const QString& name) const
{
    auto* wanted = action(name);
    for (auto* bar : m_window.findChildren<views::CommandBar*>()) {
        auto* button = wanted == nullptr ? nullptr : bar->buttonFor(wanted);
        if (button != nullptr && bar->isVisibleTo(&m_window) && button->isVisibleTo(bar)) {
            return button;
        }
    }
    return nullptr;
}

void Driver::command(const QString& name) const
{
    if (auto* button = commandButton(name)) {
        click(*button, button->rect().center());
    } else if (auto* wanted = action(name)) {
        wanted->trigger(); // it stands in the "…" menu
    }
}

void Driver::click(QWidget& widget, const QPoint& at) const
{
    QPointer<QWidget> target = widget.childAt(at);
    if (target == nullptr) {
        target = &widget;
    }
    const auto local = target->mapFrom(&widget, at);
    if ((target->focusPolicy() & Qt::ClickFocus) != 0) {
        target->setFocus(Qt::MouseFocusReason);
    }
    send(*target, QEvent::MouseMove, local, Qt::NoButton, Qt::NoButton);
    send(*target, QEvent::MouseButtonPress, local, Qt::LeftButton, Qt::LeftButton);
    if (target != nullptr) {
        send(*target, QEvent::MouseButtonRelease, local, Qt::LeftButton, Qt::NoButton);
    }
}

void Driver::touch() const
{
    send(m_window, QEvent::MouseButtonPress, {}, Qt::NoButton, Qt::NoButton);
}

void Driver::click(QAbstractItemView& view, const QModelIndex& index) const
{
    view.scrollTo(index);
    const auto cell = view.visualRect(index);
    click(*view.viewport(), QPoint(cell.left() + std::min(24, cell.width() / 2), cell.center().y()));
}

void Driver::doubleClick(QAbstractItemView& view, const QModelIndex& index) const
{
    view.scrollTo(index);
    const auto at = view.visualRect(index).center();
    send(*view.viewport(), QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
    send(*view.viewport(), QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    send(*view.viewport(), QEvent::MouseButtonDblClick, at, Qt::LeftButton, Qt::LeftButton);
    send(*view.viewport(), QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
}

void Driver::type(const QString& name, const QString& text) const
{
    auto* widget = find(name);
    if (widget == nullptr) {
        return;
    }
    widget->setFocus(Qt::TabFocusReason);
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_Delete);
    for (const QChar character : text) {
        key(0, Qt::NoModifier, QString(character));
    }
}

void Driver::key(int key, Qt::KeyboardModifiers modifiers, const QString& text) const
{
    QPointer<QWidget> target = m_window.focusWidget();
    if (target == nullptr) {
        target = &m_window;
    }
    QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(target, &press);
    if (target != nullptr) {
        QKeyEvent release(QEvent::KeyRelease, key, modifiers, text);
        QApplication::sendEvent(target, &release);
    }
}

QModelIndex Driver::row(const QAbstractItemView& view, int column, const QString& text)
{
    const auto* model = view.model();
    for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
        if (model->index(row, column).data().toString() == text) {
            return model->index(row, column);
        }
    }
    return {};
}

} // namespace valv::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/action.h"
#include "controls/menuaccessible_p.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QMenu>

namespace valv::views {

namespace {

class EntryAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    explicit EntryAccessible(QAction* action)
        : m_action(action)
    { }

    bool isValid() const override { return menu() != nullptr; }
    QObject* object() const override { return m_action; }
    QWindow* window() const override { return isValid() ? menu()->window()->windowHandle() : nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(menu()); }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return m_action->menu() != nullptr ? 1 : 0; }
    QAccessibleInterface* child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(m_action->menu<QMenu*>()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* other) const override
    {
        return other != nullptr && childCount() > 0 && other->object() == m_action->menu<QMenu*>() ? 0 : -1;
    }
    QAccessible::Role role() const override
    {
        return m_action->isSeparator() ? QAccessible::Separator : QAccessible::MenuItem;
    }
    void setText(QAccessible::Text, const QString&) override { }

    QString text(QAccessible::Text t) const override
    {
        switch (t) {
        case QAccessible::Name:
            return m_action->text().section(QLatin1Char('\t'), 0, 0).remove(QLatin1Char('&'));
        case QAccessible::Description:
            return reason(m_action);
        case QAccessible::Accelerator:
            return m_action->shortcut().toString(QKeySequence::NativeText);
        default:
            return {};
        }
    }

    QRect rect() const override
    {
        const QRect r = isValid() ? menu()->actionGeometry(m_action) : QRect();
        return isValid() ? QRect(menu()->mapToGlobal(r.topLeft()), r.size()) : r;
    }

    QAccessible::State state() const override
    {
        QAccessible::State s;
        s.invisible = !isValid() || !menu()->isVisible() || !m_action->isVisible();
        s.disabled = !m_action->isEnabled() || m_action->isSeparator();
        s.focusable = !m_action->isSeparator(); // also when disabled: readers say why
        s.focused = isValid() && menu()->activeAction() == m_action;
        s.hotTracked = true;
        s.checkable = m_action->isCheckable();
        s.checked = m_action->isChecked();
        s.hasPopup = m_action->menu() != nullptr;
        return s;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override
    {
        if (m_action->isSeparator() || !m_action->isEnabled()) {
            return {};
        }
        return {m_action->menu() != nullptr   ? showMenuAction()
                    : m_action->isCheckable() ? toggleAction()
                                              : pressAction()};
    }
    void doAction(const QString& name) override
    {
        if (!actionNames().contains(name)) {
            return;
        }
        if (name == showMenuAction()) {
            menu()->setActiveAction(m_action);
        } else {
            m_action->trigger();
        }
    }
    QStringList keyBindingsForAction(const QString&) const override
    {
        const QString keys = text(QAccessible::Accelerator);
        return keys.isEmpty() ? QStringList() : QStringList{keys};
    }

private:
    //! The one that is open, of all that it stands in.
    [[nodiscard]] QMenu* menu() const
    {
        QMenu* any = nullptr;
        for (QObject* each : m_action->associatedObjects()) {
            if (auto* menu = qobject_cast<QMenu*>(each)) {
                if (menu->isVisible()) {
                    return menu;
                }
                any = menu;
            }
        }
        return any;
    }

    QAction* m_action;
};

} // namespace

QAccessibleInterface* makeEntryAccessible(QAction* action)
{
    return new EntryAccessible(action);
}

} // namespace valv::views

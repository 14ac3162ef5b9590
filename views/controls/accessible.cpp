// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/accessible.h"

#include "controls/button.h"
#include "controls/commandbar.h"
#include "controls/formhold.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/menuaccessible_p.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QHash>

#include <utility>

namespace valv::views {

namespace {

//! What a button is to those who hear it. Qt says "check box" of all that can be checked: also of what opens a panel,
//! chooses one of several, or leads to a place.
QAccessible::Role buttonRole(const QAbstractButton& button)
{
    static constexpr std::pair<const char*, QAccessible::Role> own[]{
        {"valv::views::Toggle", QAccessible::CheckBox},     {"valv::views::RadioCard", QAccessible::RadioButton},
        {"valv::views::LinkButton", QAccessible::Link},     {"valv::views::NavItem", QAccessible::ListItem},
        {"valv::views::TopBarButton", QAccessible::Button}, {"valv::views::FilterPill", QAccessible::Button}};
    for (const auto& [name, role] : own) {
        if (button.inherits(name)) {
            return role;
        }
    }
    if (button.focusPolicy() == Qt::NoFocus
        && (button.inherits("valv::views::Tile") || button.inherits("valv::views::Counter"))) {
        return QAccessible::StaticText; // only shows a number
    }
    if (button.group() != nullptr && button.group()->exclusive()) {
        return QAccessible::RadioButton;
    }
    return button.isCheckable() ? QAccessible::CheckBox : QAccessible::Button;
}

//! A button that paints itself, or that can't be used and is reached all the same.
class ButtonAccessible : public QAccessibleWidget
{
public:
    explicit ButtonAccessible(QAbstractButton* widget)
        : QAccessibleWidget(widget)
    { }

    QAccessible::Role role() const override { return buttonRole(*button()); }

    QString text(QAccessible::Text t) const override
    {
        const QString own = QAccessibleWidget::text(t);
        return t == QAccessible::Name && own.isEmpty() ? button()->text().remove(QLatin1Char('&')) : own;
    }

    QAccessible::State state() const override
    {
        QAccessible::State s = QAccessibleWidget::state();
        s.pressed = button()->isDown();
        if (!isAvailable()) {
            s.disabled = true;
            s.focusable = s.focusable || qobject_cast<CommandButton*>(button()) != nullptr; // by the arrow keys
        }
        switch (role()) {
        case QAccessible::CheckBox:
        case QAccessible::RadioButton:
            s.checkable = button()->isCheckable();
            s.checked = button()->isChecked();
            break;
        case QAccessible::ListItem:
            s.selectable = true;
            s.selected = button()->isChecked();
            break;
        case QAccessible::Button:
            s.hasPopup = button()->inherits("valv::views::FilterPill");
            s.expandable = button()->inherits("valv::views::TopBarButton") && button()->isCheckable();
            s.expanded = s.expandable && button()->isChecked(); // its panel is open
            break;
        default:
            break;
        }
        return s;
    }

    QStringList actionNames() const override
    {
        QStringList names;
        if (isAvailable() && role() != QAccessible::StaticText) {
            const bool toggles = role() == QAccessible::CheckBox || role() == QAccessible::RadioButton;
            names.append(toggles ? toggleAction() : pressAction());
        }
        return names + QAccessibleWidget::actionNames();
    }

    void doAction(const QString& name) override
    {
        if (name != toggleAction() && name != pressAction()) {
            QAccessibleWidget::doAction(name);
        } else if (auto* standard = qobject_cast<Button*>(button())) {
            standard->press();
        } else if (auto* link = qobject_cast<LinkButton*>(button())) {
            link->press();
        } else {
            button()->click();
        }
    }

    QStringList keyBindingsForAction(const QString& name) const override
    {
        const auto key = button()->shortcut();
        return name == pressAction() && !key.isEmpty() ? QStringList{key.toString()} : QStringList();
    }

private:
    [[nodiscard]] bool isAvailable() const
    {
        if (const auto* standard = qobject_cast<const Button*>(button())) {
            return standard->isAvailable();
        }
        if (const auto* link = qobject_cast<const LinkButton*>(button())) {
            return link->isAvailable();
        }
        const auto* command = qobject_cast<const CommandButton*>(button());
        return command != nullptr ? command->isAvailable() : button()->isEnabled();
    }
    [[nodiscard]] QAbstractButton* button() const { return static_cast<QAbstractButton*>(widget()); }
};

//! A place to be in: a page or a blade. While what it asked for is under way it says with what.
class PlaceAccessible : public QAccessibleWidget
{
public:
    using QAccessibleWidget::QAccessibleWidget;

    QString text(QAccessible::Text t) const override
    {
        const auto busy = t == QAccessible::Description ? busyWith(widget()) : QString();
        return busy.isEmpty() ? QAccessibleWidget::text(t) : busy;
    }

    QAccessible::State state() const override
    {
        QAccessible::State s = QAccessibleWidget::state();
        s.busy = !busyWith(widget()).isEmpty();
        return s;
    }
};

//! What holds other controls: a group when it has a name. Without, or where a control in it takes its focus, it is none
//! of a reader's business; nor is it a "frame", as Qt says of what has a border: that is a window. The role is
//! asked for each time: what is made before it has its place is a window until then.
class GroupAccessible : public PlaceAccessible
{
public:
    explicit GroupAccessible(QWidget* widget)
        : PlaceAccessible(widget)
    { }

    QAccessible::Role role() const override
    {
        if (widget()->isWindow()) {
            return QAccessible::Window;
        }
        return text(QAccessible::Name).isEmpty() && busyWith(widget()).isEmpty() ? QAccessible::Client
                                                                                 : QAccessible::Grouping;
    }

    QAccessible::State state() const override
    {
        QAccessible::State s = PlaceAccessible::state();
        const bool isWaitedIn = s.busy && widget()->hasFocus();
        if (isWaitedIn) {
            s.focusable = true;
        } else if (widget()->focusPolicy() == Qt::NoFocus || widget()->focusProxy() != nullptr) {
            s.focusable = false;
            s.focused = false;
        }
        return s;
    }
};

//! A title is a place that readers go to, one after the other.
class HeadingAccessible : public QAccessibleWidget
{
public:
    explicit HeadingAccessible(Label* widget)
        : QAccessibleWidget(widget, QAccessible::Heading)
    { }

    QString text(QAccessible::Text t) const override
    {
        const QString own = QAccessibleWidget::text(t);
        return t == QAccessible::Name && own.isEmpty() ? static_cast<Label*>(widget())->text() : own;
    }
};

//! Qt's own says the current text as the name, takes no accessible name and no focus.
class ComboAccessible : public QAccessibleWidget
{
public:
    explicit ComboAccessible(QComboBox* widget)
        : QAccessibleWidget(widget, QAccessible::ComboBox)
    { }

    int childCount() const override { return 1; }
    QAccessibleInterface* child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(combo()->view()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface* other) const override
    {
        return other && other->object() == combo()->view() ? 0 : -1;
    }

    QString text(QAccessible::Text t) const override
    {
        if (t == QAccessible::Value) {
            return combo()->currentText();
        }
        const QString own = QAccessibleWidget::text(t);
        if (t == QAccessible::Name) {
            return own.isEmpty() ? combo()->currentText() : QStringLiteral("%1: %2").arg(own, combo()->currentText());
        }
        return own;
    }

    QAccessible::State state() const override
    {
        QAccessible::State s = QAccessibleWidget::state();
        s.expandable = true;
        s.expanded = combo()->view()->isVisible();
        s.collapsed = !s.expanded;
        s.editable = combo()->isEditable();
        return s;
    }

    QStringList actionNames() const override
    {
        return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames();
    }

    void doAction(const QString& name) override
    {
        if (name == showMenuAction() || name == pressAction()) {
            if (combo()->view()->isVisible()) {
                combo()->hidePopup();
            } else {
                combo()->showPopup();
            }
        } else {
            QAccessibleWidget::doAction(name);
        }
    }

private:
    [[nodiscard]] QComboBox* combo() const { return static_cast<QComboBox*>(widget()); }
};

class ItemListAccessible;

//! One painted item. It has no QObject; the list owns its id.
class ItemAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    ItemAccessible(QWidget* owner, AccessibleItems* items, int index)
        : m_owner(owner)
        , m_items(items)
        , m_index(index)
    { }

    bool isValid() const override { return m_index < m_items->itemCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override { return QAccessible::queryAccessibleInterface(m_owner); }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QWindow* window() const override { return m_owner->window()->windowHandle(); }
    void setText(QAccessible::Text, const QString&) override { }

    QString text(QAccessible::Text t) const override
    {
        if (!isValid()) {
            return {};
        }
        return t == QAccessible::Name       ? m_items->itemName(m_index)
            : t == QAccessible::Description ? m_items->itemDescription(m_index)
                                            : QString();
    }

    QRect rect() const override
    {
        const QRect r = isValid() ? m_items->itemRect(m_index) : QRect();
        return {m_owner->mapToGlobal(r.topLeft()), r.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State s;
        if (!isValid()) {
            s.invalid = true;
            return s;
        }
        s.selectable = m_items->canPickItems();
        s.focusable = s.selectable;
        s.selected = m_items->isItemSelected(m_index);
        s.focused = s.selected && m_owner->hasFocus();
        s.disabled = !m_items->isItemEnabled(m_index);
        s.invisible = !m_owner->isVisible();
        return s;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }

    QStringList actionNames() const override
    {
        const bool canPress = isValid() && m_items->canPickItems() && m_items->isItemEnabled(m_index);
        return canPress ? QStringList{pressAction()} : QStringList();
    }
    void doAction(const QString& name) override
    {
        if (name == pressAction() && isValid()) {
            m_items->pressItem(m_index);
        }
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    QWidget* m_owner;
    AccessibleItems* m_items;
    int m_index;
};

class ItemListAccessible : public QAccessibleWidget
{
public:
    ItemListAccessible(QWidget* owner, AccessibleItems* items)
        : QAccessibleWidget(owner, items->itemsRole())
        , m_items(items)
    { }
    ~ItemListAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_ids)) {
            QAccessible::deleteAccessibleInterface(id);
        }
    }

    int childCount() const override { return m_items->itemCount(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount()) {
            return nullptr;
        }
        if (!m_ids.contains(index)) {
            m_ids.insert(index, QAccessible::registerAccessibleInterface(new ItemAccessible(widget(), m_items, index)));
        }
        return QAccessible::accessibleInterface(m_ids.value(index));
    }
    int indexOfChild(const QAccessibleInterface* other) const override
    {
        for (auto it = m_ids.cbegin(); it != m_ids.cend(); ++it) {
            if (QAccessible::accessibleInterface(it.value()) == other) {
                return it.key();
            }
        }
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint at = widget()->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < childCount(); ++i) {
            if (m_items->itemRect(i).contains(at)) {
                return child(i);
            }
        }
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (m_items->isItemSelected(i)) {
                return child(i);
            }
        }
        return QAccessibleWidget::focusChild();
    }

private:
    AccessibleItems* m_items;
    mutable QHash<int, QAccessible::Id> m_ids;
};

//! A button that no class of Qt's speaks for.
bool speaksForItself(const QAbstractButton* button)
{
    if (qobject_cast<const Button*>(button) != nullptr) {
        return true;
    }
    return !button->inherits("QPushButton") && !button->inherits("QToolButton") && !button->inherits("QCheckBox")
        && !button->inherits("QRadioButton");
}

QAccessibleInterface* make(const QString& className, QObject* object)
{
    if (auto* action = qobject_cast<QAction*>(object)) {
        return makeEntryAccessible(action);
    }
    auto* widget = qobject_cast<QWidget*>(object);
    if (!widget) {
        return nullptr;
    }
    // Asked for each class up to QWidget: what comes as far is nothing that Qt or we know better.
    if (className == QLatin1String("QWidget") || className == QLatin1String("QFrame")) {
        return new GroupAccessible(widget);
    }
    const bool isOurs = className.startsWith(QLatin1String("valv::views::"));
    auto* button = qobject_cast<QAbstractButton*>(widget);
    if (button && (isOurs || className == QLatin1String("QAbstractButton")) && speaksForItself(button)) {
        return new ButtonAccessible(button);
    }
    if (!isOurs) {
        return nullptr;
    }
    if (auto* items = dynamic_cast<AccessibleItems*>(widget)) {
        return new ItemListAccessible(widget, items);
    }
    if (auto* label = qobject_cast<Label*>(widget)) {
        const bool isTitle = label->style() == TextStyle::Title || label->style() == TextStyle::Section;
        return isTitle && !label->buddy() ? new HeadingAccessible(label) : nullptr;
    }
    const QString name = className.mid(static_cast<int>(qstrlen("valv::views::")));
    static const QHash<QString, QAccessible::Role> widgets{{QStringLiteral("StatusText"), QAccessible::StaticText},
                                                           {QStringLiteral("Badge"), QAccessible::StaticText},
                                                           {QStringLiteral("Skeleton"), QAccessible::StaticText},
                                                           {QStringLiteral("StepBar"), QAccessible::StaticText},
                                                           {QStringLiteral("StepMark"), QAccessible::StaticText},
                                                           {QStringLiteral("MessageBar"), QAccessible::AlertMessage},
                                                           {QStringLiteral("FormSummary"), QAccessible::AlertMessage},
                                                           {QStringLiteral("NavList"), QAccessible::List},
                                                           {QStringLiteral("CommandBar"), QAccessible::ToolBar},
                                                           {QStringLiteral("CommandPalette"), QAccessible::Dialog}};
    if (name == QLatin1String("Blade")) {
        return new PlaceAccessible(widget, QAccessible::Dialog);
    }
    if (auto* combo = qobject_cast<QComboBox*>(widget); combo && name == QLatin1String("ComboBox")) {
        return new ComboAccessible(combo);
    }
    if (name == QLatin1String("NotificationCard")) {
        return new QAccessibleWidget(
            widget, widget->property("valvAlert").toBool() ? QAccessible::AlertMessage : QAccessible::Notification);
    }
    return widgets.contains(name) ? new QAccessibleWidget(widget, widgets.value(name)) : nullptr;
}

} // namespace

void installAccessibility()
{
    static const bool done = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(done)
}

void announceItem(QWidget* widget, int index)
{
    if (!QAccessible::isActive()) {
        return;
    }
    QMetaObject::invokeMethod(
        widget,
        [widget, index] {
            QAccessibleInterface* list = QAccessible::queryAccessibleInterface(widget);
            if (QAccessibleInterface* item = list ? list->child(index) : nullptr) {
                QAccessibleEvent event(item, QAccessible::Focus);
                QAccessible::updateAccessibility(&event);
            }
        },
        Qt::QueuedConnection);
}

} // namespace valv::views

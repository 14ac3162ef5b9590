// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/button.h"

#include "controls/accessible.h"
#include "controls/action.h"
#include "controls/azcopy.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionButton>

#include <utility>

namespace valv::views {

Button::Button(const QString& text, QWidget* parent)
    : Button(ButtonKind::Standard, text, parent)
{ }

Button::Button(ButtonKind kind, const QString& text, QWidget* parent)
    : QPushButton(text, parent)
{
    installAccessibility();
    setAutoDefault(false);
    setKind(kind);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setIconSize({Size::iconSmall, Size::iconSmall});
}

void Button::setKind(ButtonKind kind)
{
    setButtonKind(this, kind);
}

void Button::setIcon(Icon name)
{
    QPushButton::setIcon(views::icon(name));
}

void Button::setReason(const QString& reason)
{
    become(true, reason, reason);
}

void Button::become(bool enabled, const QString& reason, const QString& toolTip)
{
    if (m_reason.set(reason, toolTip)) {
        setFocusPolicy(m_reason.isThere() ? Qt::TabFocus : Qt::StrongFocus); // it keeps the focus that it has
    }
    setEnabled(enabled || m_reason.isThere());
}

void Button::bindAction(QAction* action)
{
    const auto sync = [this, action] {
        setText(action->text());
        QPushButton::setIcon(action->icon());
        become(action->isEnabled(), views::reason(action), actionToolTip(action));
    };
    sync();
    connect(action, &QAction::changed, this, [this, action, sync] {
        sync();
        setVisible(action->isVisible());
    });
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, action,
            [this, action](const QPoint& at) { popAzMenu(action, mapToGlobal(at), this); });
    connect(this, &QAbstractButton::clicked, action, [action] { action->trigger(); });
}

bool Button::hitButton(const QPoint& at) const
{
    return isAvailable() && QPushButton::hitButton(at);
}

void Button::initStyleOption(QStyleOptionButton* option) const
{
    QPushButton::initStyleOption(option);
    if (m_reason.isThere()) {
        option->state &= ~(QStyle::State_Enabled | QStyle::State_MouseOver | QStyle::State_Sunken);
        option->palette.setCurrentColorGroup(QPalette::Disabled);
    }
}

bool Button::event(QEvent* event)
{
    if (event->type() == QEvent::Shortcut && m_reason.isThere()) { // its letter: Qt would click it
        setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return QPushButton::event(event);
}

void Button::focusInEvent(QFocusEvent* event)
{
    QPushButton::focusInEvent(event);
    m_reason.focused();
}

void Button::keyPressEvent(QKeyEvent* event)
{
    if (!m_reason.takes(*event)) {
        QPushButton::keyPressEvent(event);
    }
}

IconButton::IconButton(Icon name, const QString& accessibleName, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(name)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setRing(this, Ring::Inner);
    setName(accessibleName);
}

void IconButton::setIconName(Icon name, Role role)
{
    m_icon = name;
    m_role = role;
    update();
}

void IconButton::setName(const QString& name)
{
    setAccessibleName(name);
    const QString keys = shortcut().toString(QKeySequence::NativeText);
    setToolTip(keys.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, keys));
}

void IconButton::setSide(int px)
{
    m_side = px;
    updateGeometry();
}

void IconButton::setBadge(int count)
{
    m_badge = count;
    update();
}

QSize IconButton::sizeHint() const
{
    return {m_side, m_side};
}

void IconButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    const bool over = isEnabled() && underMouse();
    if (isEnabled() && (over || isDown() || isChecked())) {
        roundedBox(painter, r, Radius::control,
                   color(isDown()          ? Role::Pressed
                             : isChecked() ? Role::Selected
                                           : Role::Hover),
                   QColor());
    }
    paintIcon(painter, r, m_icon, isEnabled() ? m_role : Role::Disabled,
              m_side >= Size::control ? Size::iconSmall : Size::iconSmall, isChecked());
    if (m_badge > 0) {
        const QString text = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
        const int width = std::max(Radius::badge * 2, textWidth(TextStyle::Badge, text) + Space::sm);
        const QRectF at(r.right() - width, 0, width, Radius::badge * 2);
        roundedBox(painter, at, Radius::badge, color(Role::Badge), QColor());
        drawLine(painter, at, TextStyle::Badge, color(Role::TopbarText), text, Qt::AlignHCenter);
    }
    if (hasKeyFocus(this)) {
        innerRing(painter, r);
    }
}

} // namespace valv::views

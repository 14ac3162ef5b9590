// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/button.h"

#include "controls/action.h"
#include "controls/azcopy.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

Button::Button(const QString& text, QWidget* parent)
    : Button(ButtonKind::Standard, text, parent)
{ }

Button::Button(ButtonKind kind, const QString& text, QWidget* parent)
    : QPushButton(text, parent)
{
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
    setEnabled(reason.isEmpty());
    setToolTip(reason);
    setAccessibleDescription(reason);
}

void Button::bindAction(QAction* action)
{
    const auto sync = [this, action] {
        setText(action->text());
        QPushButton::setIcon(action->icon());
        setEnabled(action->isEnabled());
        setToolTip(actionToolTip(action));
        setAccessibleDescription(views::reason(action));
        setVisible(action->isVisible());
    };
    setText(action->text());
    QPushButton::setIcon(action->icon());
    setEnabled(action->isEnabled());
    setToolTip(actionToolTip(action));
    setAccessibleDescription(views::reason(action));
    connect(action, &QAction::changed, this, sync);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QWidget::customContextMenuRequested, action,
            [this, action](const QPoint& at) { popAzMenu(action, mapToGlobal(at), this); });
    connect(this, &QAbstractButton::clicked, action, [action] { action->trigger(); });
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

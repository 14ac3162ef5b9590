// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/reasontip.h"
#include "theme/icons.h"
#include "theme/valvstyle.h"

#include <QAbstractButton>
#include <QPushButton>

class QAction;

namespace valv::views {

//! \brief A push button of the design, 32 high (setSmall(button): 28). Kinds: standard, primary, danger, danger
//! primary. While there is a reason why it can't be used it looks and answers the mouse as a disabled button does, but
//! Tab leads to it, for who can't point at it would never hear why.
class Button : public QPushButton
{
    Q_OBJECT
public:
    explicit Button(const QString& text = {}, QWidget* parent = nullptr);
    Button(ButtonKind kind, const QString& text, QWidget* parent = nullptr);

    void setKind(ButtonKind kind);
    using QPushButton::setIcon;
    void setIcon(Icon name);
    //! Empty: it can be used. Else it can't, and the reason is tool tip and accessible description. Enables it: it is
    //! setEnabled(false) alone that keeps the focus away.
    void setReason(const QString& reason);
    //! It is enabled and there is no reason against it.
    [[nodiscard]] bool isAvailable() const { return isEnabled() && !m_reason.isThere(); }
    //! As a person's key does: clicks it, or tells why it can't be used.
    void press() { m_reason.press(); }
    //! Text, icon, enabled and reason follow the action; a click triggers it.
    void bindAction(QAction* action);

protected:
    bool hitButton(const QPoint& at) const override;
    void initStyleOption(QStyleOptionButton* option) const override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void become(bool enabled, const QString& reason, const QString& toolTip);

    ButtonReason m_reason{*this};
};

//! \brief A square button with an icon alone; its name is tool tip and accessible name. 32 px, or 28.
class IconButton : public QAbstractButton
{
    Q_OBJECT
public:
    IconButton(Icon name, const QString& accessibleName, QWidget* parent = nullptr);

    void setIconName(Icon name, Role role = Role::Secondary);
    //! Name for reader and tool tip; the shortcut is added to the tool tip.
    void setName(const QString& name);
    void setSide(int px);
    //! Number in a red badge at the corner; 0 hides it, 99+ above 99.
    void setBadge(int count);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    Role m_role = Role::Secondary;
    int m_side = Size::control;
    int m_badge = 0;
};

} // namespace valv::views

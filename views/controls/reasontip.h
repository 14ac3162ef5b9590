// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QKeyEvent;
class QWidget;

namespace valv::views {

//! \brief Shows a control's tool tip, which says why it can't be used, below it. It goes when the focus does.
void tellReason(QWidget& control);
//! \brief The same for a control that has just got the focus, if it still has it then.
void tellReasonWhenFocused(QWidget& control);
//! \brief Readers hear that it can be used again, or no longer.
void sayAvailability(QWidget& control);

//! \brief Why a button can't be used. It looks disabled then and answers no pointer, but Tab leads to it and its keys
//! tell the reason. The button's own events are to be handed on.
class ButtonReason
{
public:
    explicit ButtonReason(QAbstractButton& button)
        : m_button(button)
    { }
    //! \brief The reason is the accessible description; empty: there is none. True: that there is one has changed.
    bool set(const QString& reason, const QString& toolTip);
    [[nodiscard]] bool isThere() const { return m_isThere; }
    //! As a person's key does: clicks the button, or tells the reason.
    void press();
    //! Of focusInEvent().
    void focused();
    //! Of keyPressEvent(): a key that would press it tells the reason. False: the key means something else.
    bool takes(const QKeyEvent& event);

private:
    QAbstractButton& m_button;
    bool m_isThere = false;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/messagebar.h"

#include <functional>

namespace valv::views {

class Blade;

//! \brief Asks before a blade closes over what is not saved: it says so in the blade, with both ways out, and the blade
//! stays. So it does while something is being sent: what is refused then would be lost. Hidden until then; whoever
//! makes it adds it to the blade. Source: flows.md 0.5.
class UnsavedBar : public MessageBar
{
    Q_OBJECT
public:
    using Question = std::function<bool()>;
    //! \param isSending nothing: nothing is sent from here
    UnsavedBar(Blade& blade, Question isDirty, Question isSending = {});

    //! The person wanted to close, and has not answered.
    [[nodiscard]] bool isAsking() const { return !isHidden(); }
    //! Closes without asking.
    void leave();
    //! Words of the state and the language as they are now.
    void retranslate();

private:
    bool mayClose();

    Blade& m_blade;
    Question m_isDirty;
    Question m_isSending;
};

} // namespace valv::views

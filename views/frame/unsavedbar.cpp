// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/unsavedbar.h"

#include "controls/blade.h"
#include "controls/button.h"
#include "controls/formfooter.h"

#include <utility>

namespace valv::views {

UnsavedBar::UnsavedBar(Blade& blade, Question isDirty, Question isSending)
    : MessageBar(MessageKind::Warning)
    , m_blade(blade)
    , m_isDirty(std::move(isDirty))
    , m_isSending(std::move(isSending))
{
    setObjectName(blade.objectName() + QStringLiteral(".unsaved"));
    hide();
    connect(this, &MessageBar::actionTriggered, this, &UnsavedBar::leave);
    blade.setCloseGuard([this] { return mayClose(); });
}

void UnsavedBar::leave()
{
    m_blade.setCloseGuard({});
    m_blade.closeBlade();
}

bool UnsavedBar::mayClose()
{
    if (!m_isDirty()) {
        return true;
    }
    retranslate();
    show();
    m_blade.reveal(this);
    m_blade.footer()->primary()->setFocus(Qt::OtherFocusReason);
    return false;
}

void UnsavedBar::retranslate()
{
    if (m_isSending && m_isSending()) {
        setMessage(MessageKind::Warning, tr("This is not done yet."),
                   tr("Closing does not stop it, but you will not see here how it went."));
        setAction(tr("Close anyway"));
    } else {
        setMessage(MessageKind::Warning, tr("There are unsaved changes."), tr("Save them below, or discard them."));
        setAction(tr("Discard changes"));
    }
}

} // namespace valv::views

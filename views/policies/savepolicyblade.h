// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "contract/previews.h"
#include "controls/blade.h"
#include "core/result.h"
#include "frame/context.h"

#include <optional>

namespace valv::views {

class Label;
class MessageBar;
class ExpiryList;

//! \brief Asks before a policy that items use is saved: how many they are, and which of their points that lets expire.
//! Source: flows.md F, K9.
class SavePolicyBlade : public Blade
{
    Q_OBJECT
public:
    SavePolicyBlade(const Context& context, const contract::BackupPolicy& policy, int usedBy, QWidget* window);

Q_SIGNALS:
    void agreed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Context m_context;
    contract::BackupPolicy m_policy;
    int m_usedBy;
    Label* m_question;
    ExpiryList* m_list = nullptr;
};

} // namespace valv::views

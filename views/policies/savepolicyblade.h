// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "controls/blade.h"
#include "core/armid.h"
#include "frame/context.h"

namespace valv::presentation {
class Session;
}

namespace valv::views {

class ExpiryList;
class Label;

//! How many backup items use a policy, as far as is known.
struct PolicyUsers
{
    int count = 0;
    bool known = true; //!< false: the items have not been read; there may be more
    [[nodiscard]] bool any() const { return count > 0 || !known; }
};

//! \param told by the vault, when the policy was read
[[nodiscard]] PolicyUsers policyUsers(presentation::Session& session, const ArmId& policy, int told);

//! \brief Asks before a policy that items use is saved: how many they are, and which of their points that lets expire.
//! Source: flows.md F, K9.
class SavePolicyBlade : public Blade
{
    Q_OBJECT
public:
    enum class When
    {
        Now,
        WithBackup //!< saved when backup is enabled
    };
    SavePolicyBlade(const Context& context, const contract::BackupPolicy& policy, PolicyUsers users, When when,
                    QWidget* window);

Q_SIGNALS:
    void agreed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    const Context m_context;
    contract::BackupPolicy m_policy;
    PolicyUsers m_users;
    When m_when;
    Label* m_question;
    ExpiryList* m_list = nullptr;
};

} // namespace valv::views

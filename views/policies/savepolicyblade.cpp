// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/savepolicyblade.h"

#include "controls/button.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "policies/expirylist.h"
#include "presentation/stores/session.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

PolicyUsers policyUsers(presentation::Session& session, const ArmId& policy, int told)
{
    const auto& items = session.items();
    return {std::max(told, items.countUsing(policy)), items.hasLoaded() && !items.error()};
}

SavePolicyBlade::SavePolicyBlade(const Context& context, const contract::BackupPolicy& policy, PolicyUsers users,
                                 When when, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_policy(policy)
    , m_users(users)
    , m_when(when)
{
    setObjectName(QStringLiteral("savePolicy"));
    m_question = new Label(LabelKind::Body);
    m_question->setWordWrap(true);
    add(m_question);
    m_list = new ExpiryList(m_context);
    add(m_list);
    body()->addStretch(1);
    setButtons({});
    footer()->primary()->setObjectName(QStringLiteral("savePolicy.submit"));
    connect(this, &Blade::submitted, this, [this] {
        if (closeBlade()) {
            Q_EMIT agreed();
        }
    });
    connect(m_list, &ExpiryList::answered, this, &SavePolicyBlade::retranslate);
    m_list->show(m_context.session.policies(m_policy.id.vaultId()).preview(m_policy));
    retranslate();
}

void SavePolicyBlade::retranslate()
{
    setTitle(tr("Save policy"));
    setCaption(m_policy.name + QStringLiteral(" · ") + m_policy.id.vaultId().name());
    m_question->setText(
        !m_users.known && m_users.count == 0
            ? tr("It is not known how many backup items use the policy. All that do are affected.")
            : m_when == When::Now
            ? tr("The policy is used by %n backup item(s), affected at once.", nullptr, m_users.count)
            : tr("The policy is used by %n backup item(s), affected when backup is enabled.", nullptr, m_users.count));
    footer()->setPrimary(m_when == When::Now ? tr("Save") : tr("OK"));
    // Nobody agrees to what is not known yet; what can't be known is said.
    footer()->primary()->setReason(m_list->isAsking() ? tr("Looking at what would expire…") : QString());
}

void SavePolicyBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_list != nullptr) {
        retranslate();
    }
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/savepolicyblade.h"

#include "controls/button.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "policies/expirylist.h"
#include "presentation/stores/session.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

SavePolicyBlade::SavePolicyBlade(const Context& context, const contract::BackupPolicy& policy, int usedBy,
                                 QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_policy(policy)
    , m_usedBy(usedBy)
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
    m_list->show(m_context.session.policies(m_policy.id.vaultId()).preview(m_policy));
    retranslate();
}

void SavePolicyBlade::retranslate()
{
    setTitle(tr("Save policy"));
    setCaption(m_policy.name + QStringLiteral(" · ") + m_policy.id.vaultId().name());
    m_question->setText(tr("The policy is used by %n backup item(s), affected at once.", nullptr, m_usedBy));
    footer()->setPrimary(tr("Save"));
}

void SavePolicyBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_list != nullptr) {
        retranslate();
    }
}

} // namespace valv::views

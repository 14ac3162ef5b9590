// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/assignpolicyblade.h"

#include "controls/field.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "policies/expirylist.h"
#include "policies/policychooser.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"

#include <QHash>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

namespace {

//! A policy belongs to one vault: that of most of the items.
ArmId vaultOfMost(const QList<ArmId>& items)
{
    QHash<ArmId, int> count;
    ArmId most;
    for (const auto& id : items) {
        const auto vault = id.vaultId();
        if (++count[vault] > count.value(most)) {
            most = vault;
        }
    }
    return most;
}

} // namespace

AssignPolicyBlade::AssignPolicyBlade(const Context& context, Purpose purpose, const QList<ArmId>& items,
                                     QWidget* window)
    : ItemBlade(
        context, purpose == Purpose::Change ? QStringLiteral("changePolicy") : QStringLiteral("resumeBackup"), items,
        [&session = context.session, purpose, vault = vaultOfMost(items)](const ArmId& id) {
            if (!(id.vaultId() == vault)) {
                return tr("It is in another vault (%1), which has policies of its own. Select it separately.")
                    .arg(id.vaultId().name());
            }
            const auto* known = session.items().find(id);
            return (purpose == Purpose::Change ? presentation::canChangePolicy(known) : presentation::canResume(known))
                .reason();
        },
        window)
    , m_purpose(purpose)
    , m_vault(vaultOfMost(items))
{
    m_now = new Label(LabelKind::Body);
    m_now->setWordWrap(true);
    form()->addWidget(m_now);
    m_policy = new PolicyChooser(context);
    m_policy->setFixed();
    form()->addWidget(m_policy);
    m_effect = new MessageBar(MessageKind::Info);
    m_effect->setObjectName(objectName() + QStringLiteral(".effect"));
    form()->addWidget(m_effect);
    m_expiry = new ExpiryList(context);
    form()->addWidget(m_expiry);
    m_restore = new LinkButton;
    m_restore->setObjectName(objectName() + QStringLiteral(".restore"));
    m_restore->setLinkIcon(Icon::Restore);
    m_restore->setVisible(purpose == Purpose::Resume && !isForSeveral());
    form()->addWidget(m_restore, 0, Qt::AlignLeft);
    connect(m_restore, &QAbstractButton::clicked, this, [this] {
        const auto item = this->items().constFirst();
        if (closeBlade()) {
            this->context().navigator.open({QStringLiteral("restore"), item.text(), {}});
        }
    });
    connect(m_expiry, &ExpiryList::answered, this, &AssignPolicyBlade::policyChosen);
    finish();
    m_policy->setVault(m_vault);
    const auto* first = item();
    if (first != nullptr && !first->policyName.isEmpty()) {
        m_policy->choose(first->policyName);
    }
    connect(m_policy, &PolicyChooser::changed, this, &AssignPolicyBlade::policyChosen);
    AssignPolicyBlade::retranslate();
}

QString AssignPolicyBlade::blockedBecause() const
{
    const auto chosen = m_policy->policy();
    if (!chosen) {
        return m_policy->problemFor(0);
    }
    const auto usesIt = [this, &chosen](const ArmId& id) {
        const auto* known = item(id);
        return known != nullptr && known->policyName.compare(chosen->name, Qt::CaseInsensitive) == 0;
    };
    const auto others = items().size() - std::count_if(items().cbegin(), items().cend(), usesIt);
    if (m_purpose == Purpose::Change && others == 0) {
        return isForSeveral() ? tr("The items use this policy already.") : tr("The item uses this policy already.");
    }
    return m_policy->problemFor(static_cast<int>(others));
}

void AssignPolicyBlade::policyChosen()
{
    const auto* first = item();
    m_now->setVisible(!isForSeveral());
    if (m_purpose == Purpose::Change) {
        m_now->setText(tr("%1 uses the policy %2 now. Another one takes effect at once.")
                           .arg(nameOf(items().value(0)), first != nullptr ? first->policyName : QString()));
        m_effect->setMessage(MessageKind::Info, {},
                             tr("Longer retention also keeps the existing points longer. Points older than a shorter "
                                "retention are removed at the next clean-up."));
    } else {
        m_now->setText(tr("The backup of %1 is stopped. It runs again by the policy that you choose.")
                           .arg(nameOf(items().value(0))));
        m_effect->setMessage(MessageKind::Warning, {}, tr("Expired recovery points are removed when backup resumes."));
    }
    const auto blocked = blockedBecause();
    const auto chosen = m_policy->policy();
    const auto wanted = chosen && blocked.isEmpty() ? chosen->name : QString();
    if (wanted != m_askedFor) {
        m_askedFor = wanted;
        auto& store = context().session.items();
        const auto policy = m_vault.child(QStringLiteral("backupPolicies"), wanted);
        if (wanted.isEmpty()) {
            m_expiry->clear();
        } else if (isForSeveral()) {
            m_expiry->show(store.previewPolicy(items(), policy));
        } else {
            m_expiry->show(store.previewPolicy(items().constFirst(), policy));
        }
    }
    m_effect->setVisible(m_purpose == Purpose::Change || wanted.isEmpty()); // else the points themselves are told of
    // What expires is said before one can agree to it.
    setBlocked(blocked.isEmpty() && m_expiry->isAsking() ? tr("Looking at what would expire…") : blocked);
}

QString AssignPolicyBlade::primaryText() const
{
    const int count = static_cast<int>(items().size());
    if (m_purpose == Purpose::Change) {
        return isForSeveral() ? tr("Save for %n item(s)", nullptr, count) : tr("Save");
    }
    return isForSeveral() ? tr("Resume backup of %n item(s)", nullptr, count) : tr("Resume backup");
}

AzLine AssignPolicyBlade::azText(const ArmId& item) const
{
    namespace az = presentation::az;
    const auto chosen = m_policy->policy();
    if (!chosen) {
        return AzLine::missing(presentation::ErrorText::of(QStringLiteral("ValPolicyRequired"), {}).message());
    }
    return m_purpose == Purpose::Change ? az::changePolicy(item, chosen->name) : az::resume(item, chosen->name);
}

void AssignPolicyBlade::submit()
{
    const auto chosen = m_policy->policy();
    if (!chosen) {
        m_policy->validate(0);
        m_policy->field()->focusControl();
        return;
    }
    presentation::ItemCommand command;
    command.kind = m_purpose == Purpose::Change ? presentation::ActivityKind::ChangePolicy
                                                : presentation::ActivityKind::ResumeBackup;
    command.policy = m_vault.child(QStringLiteral("backupPolicies"), chosen->name);
    send(command);
}

void AssignPolicyBlade::retranslate()
{
    setTitle(m_purpose == Purpose::Change ? tr("Change policy") : tr("Resume backup"));
    m_restore->setText(tr("Restore first"));
    ItemBlade::retranslate();
    policyChosen();
}

} // namespace valv::views

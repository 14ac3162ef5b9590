// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and saving of PolicyPage, and what stands in the way of them.
#include "controls/emptystate.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "policies/policyform.h"
#include "policies/policypage.h"
#include "policies/savepolicyblade.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QAction>
#include <QStackedLayout>

namespace valv::views {

using contract::BackupPolicy;
using presentation::ErrorText;

void PolicyPage::readPolicy()
{
    const auto source = ArmId::parse(m_route.subject).value_or(ArmId());
    m_unread.reset();
    m_stack->setCurrentWidget(m_loading);
    setBusy(true);
    updateActions();
    whenDone(m_context.session.policies(m_vault).read(source), this, [this](const Result<BackupPolicy>& policy) {
        setBusy(false);
        if (policy) {
            took(*policy);
        } else {
            m_unread = policy.error();
            showUnread();
            m_stack->setCurrentWidget(m_unknown);
            updateActions();
        }
    });
}

void PolicyPage::took(const BackupPolicy& policy)
{
    m_stack->setCurrentWidget(m_body);
    m_readAt = m_context.language.format().now();
    if (isNew()) { // a copy
        auto copy = policy;
        copy.id = {};
        copy.etag.clear();
        copy.protectedItems = 0;
        copy.raw = {};
        const auto& known = m_context.session.policies(m_vault);
        copy.name = policy.name + QStringLiteral("-2");
        for (int number = 3; known.byName(copy.name) != nullptr; ++number) {
            copy.name = policy.name + QLatin1Char('-') + QString::number(number);
        }
        m_form->load(copy);
        fillVaults();
    } else {
        m_original = policy;
        m_form->setPlace(m_vault, {}, true);
        m_form->load(policy);
        m_form->setOriginal(policy);
    }
    updateActions();
    Q_EMIT headingChanged();
    if (hasFocus()) {
        focusFirst();
    }
}

void PolicyPage::showUnread()
{
    if (m_unread) {
        m_unknown->setTexts(Icon::Policy, tr("The policy could not be read."),
                            ErrorText::of(*m_unread, m_context.language.locale()).sentence());
        m_unknown->setButton(tr("Try again"));
    }
}

void PolicyPage::submit()
{
    if (!m_save->isEnabled()) {
        return;
    }
    const bool good = m_form->validate();
    m_vaultField->setError(m_vault.isEmpty() ? ErrorText::of(QStringLiteral("ValVaultRequired"), {}).message()
                                             : QString());
    if (!good || m_vault.isEmpty()) {
        m_summary->focusFirstError();
        return;
    }
    if (!users().any()) {
        save();
        return;
    }
    auto* blade = new SavePolicyBlade(m_context, m_form->policy(), users(), SavePolicyBlade::When::Now, window());
    connect(blade, &SavePolicyBlade::agreed, this, &PolicyPage::save);
    m_context.navigator.openBlade(blade);
}

void PolicyPage::save()
{
    m_saving = true;
    m_hold.hold(tr("The policy is being saved."));
    m_error.reset();
    m_conflict = false;
    m_gone = false;
    m_stale = false;
    showFailure();
    updateActions();
    auto policy = m_form->policy();
    policy.etag = m_original ? m_original->etag : QString();
    whenDone(m_context.session.policies(m_vault).save(policy, isNew()), this,
             [this](const Result<BackupPolicy>& result) { saved(result); });
}

void PolicyPage::saved(const Result<BackupPolicy>& result)
{
    m_saving = false;
    m_hold.release();
    if (result) {
        auto saved = m_form->policy();
        // Not told the new one, the old one stays: until the policy is read anew, saving over another's change is
        // refused.
        saved.etag = result->etag.isEmpty() && m_original ? m_original->etag : result->etag;
        m_original = saved;
        m_readAt = m_context.language.format().now();
        m_form->setOriginal(saved); // nothing is left to be lost
        if (isNew()) {
            m_policy = m_vault.child(QStringLiteral("backupPolicies"), result->name);
            m_context.navigator.replace({QStringLiteral("policy"), m_policy.text(), {}});
            return;
        }
        reload(); // with its new etag
        return;
    }
    if (isNew() && presentation::nameTakenOr(result.error()).code == "ValPolicyNameTaken") {
        m_taken.append(m_form->policy().name); // said beside the name; what was typed stays
        vaultChosen();
        m_form->validate();
        updateActions();
        m_summary->focusFirstError();
        return;
    }
    m_error = result.error();
    m_conflict = presentation::isConflict(result.error());
    showFailure();
    updateActions();
    if (m_conflict) {
        // What is in force now stands beside what was typed: fields that differ say what they would be.
        whenDone(m_context.session.policies(m_vault).read(m_policy), this, [this](const Result<BackupPolicy>& policy) {
            if (policy) {
                m_original = *policy;
                m_form->setOriginal(*policy);
            } else if (presentation::isNotThere(policy.error()) && m_original) {
                m_original->etag.clear(); // theirs was to delete it: saving makes it again
                m_gone = true;
                showFailure();
            }
        });
    }
}

void PolicyPage::showFailure()
{
    m_failure->setVisible(m_error.has_value());
    if (!m_error) {
        return;
    }
    const auto text = ErrorText::of(*m_error, m_context.language.locale());
    if (m_conflict && m_gone) {
        m_failure->setMessage(MessageKind::Warning, tr("The policy was deleted by someone else."),
                              tr("What you typed is kept. Save to make the policy again."));
        m_failure->setAction({});
        m_failure->setDetail({});
    } else if (m_conflict) {
        m_failure->setMessage(
            MessageKind::Warning, tr("The policy was changed by someone else."),
            tr("What you typed is kept; fields that differ say what they are now. Save to replace it, "
               "or reload to drop your changes."));
        m_failure->setAction(tr("Reload"));
        m_failure->setDetail({});
    } else if (m_stale) {
        m_failure->setMessage(
            MessageKind::Warning,
            tr("Showing the policy as it was %1.").arg(m_context.language.format().dateTimeShort(m_readAt)),
            text.sentence());
        m_failure->setAction(tr("Try again"));
        m_failure->setDetail({});
    } else {
        m_failure->setMessage(MessageKind::Error, text.title(), text.action());
        m_failure->setAction({});
        m_failure->setDetail(text.code());
    }
}

void PolicyPage::reload()
{
    const bool keep = m_stale && m_form->changes() > 0; // what was typed since
    m_error.reset();
    m_conflict = false;
    m_stale = false;
    showFailure();
    setBusy(true);
    whenDone(m_context.session.policies(m_vault).read(m_policy), this,
             [this, keep](const Result<BackupPolicy>& policy) {
                 setBusy(false);
                 if (policy && keep) {
                     m_original = *policy;
                     m_form->setOriginal(*policy);
                 } else if (policy) {
                     took(*policy);
                 } else {
                     m_error = policy.error();
                     m_stale = true;
                     showFailure();
                 }
             });
}

void PolicyPage::discard()
{
    if (m_original) {
        m_error.reset();
        showFailure();
        m_form->load(*m_original);
    }
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/policyblade.h"

#include "controls/button.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "frame/schedulesnote.h"
#include "frame/unsavedbar.h"
#include "policies/nextruns.h"
#include "policies/policyform.h"
#include "policies/retentionpreview.h"
#include "policies/savepolicyblade.h"
#include "presentation/app/language.h"
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;

PolicyBlade::PolicyBlade(const Context& context, PolicyEditing editing, QWidget* window)
    : Blade(window, Size::bladeWide)
    , m_context(context)
    , m_editing(std::move(editing))
{
    setObjectName(QStringLiteral("policyBlade"));
    m_form = new PolicyForm(m_context, this);
    m_unsaved = new UnsavedBar(*this, [this] { return m_form->isTouched(); });
    add(m_unsaved);
    m_summary = new FormSummary(this);
    add(m_summary);
    m_affects = new MessageBar(MessageKind::Warning);
    m_affects->setVisible(m_editing.usedBy > 0);
    add(m_affects);
    auto* schedules = new SchedulesNote(m_context);
    m_form->setPlace(m_editing.vault, m_editing.takenNames, m_editing.policy && !m_editing.isNew);
    m_retentionTitle = new Label(LabelKind::Strong);
    m_previewTitle = new Label(LabelKind::Strong);
    m_points = new Label(LabelKind::Secondary);
    m_points->setWordWrap(true);
    m_preview = new RetentionPreview(RetentionPreview::Size::Small);
    m_runsTitle = new Label(LabelKind::Strong);
    m_runs = new NextRuns;
    m_runs->setObjectName(QStringLiteral("policy.runs"));
    m_warning = new Label(LabelKind::Caption);
    m_warning->setWordWrap(true);
    m_warning->setRole(Role::Warn);
    for (QWidget* part : std::initializer_list<QWidget*>{m_form->name(), m_form->schedule(), schedules,
                                                         m_retentionTitle, m_form->retention(), m_previewTitle,
                                                         m_points, m_preview, m_runsTitle, m_runs, m_warning}) {
        add(part);
    }
    body()->addStretch(1);
    setButtons(tr("OK"));
    footer()->primary()->setObjectName(QStringLiteral("policy.ok"));
    connect(this, &Blade::submitted, this, &PolicyBlade::submit);
    m_form->addTo(*m_summary);
    connect(m_form, &PolicyForm::changed, this, &PolicyBlade::showWhatItKeeps);
    retranslate();
    m_form->load(m_editing.policy.value_or(PolicyForm::fresh(m_editing.vault, m_editing.takenNames.size())));
    if (m_editing.original) {
        m_form->setOriginal(m_editing.original);
    }
}

void PolicyBlade::showWhatItKeeps()
{
    const auto policy = m_form->policy();
    const auto& format = m_context.language.format();
    const bool sound = contract::checkPolicy(policy).isEmpty();
    m_preview->setEnabled(sound); // what stands there is of the last policy that was right
    m_runs->setEnabled(sound);
    if (sound) {
        m_preview->showPolicy(policy, format);
        m_runs->showPolicy(policy, format);
        const auto points = static_cast<int>(m_preview->simulation().pointsWhenFull());
        m_points->setText(tr("%1 for each machine once the policy has run long enough.")
                              .arg(presentation::Format::recoveryPoints(points)));
    }
    QStringList warnings;
    for (const auto& warning : contract::policyWarnings(policy)) {
        warnings.append(ErrorText::of(warning, format.locale()).message());
    }
    m_warning->setText(warnings.join(QLatin1Char(' ')));
    m_warning->setVisible(!warnings.isEmpty());
}

void PolicyBlade::submit()
{
    if (!m_form->validate()) {
        m_summary->focusFirstError();
        return;
    }
    const auto policy = m_form->policy();
    const PolicyUsers users{m_editing.usedBy, m_editing.usersKnown};
    if (!users.any()) {
        Q_EMIT accepted(policy);
        m_unsaved->leave();
        return;
    }
    auto* asks = new SavePolicyBlade(m_context, policy, users, SavePolicyBlade::When::WithBackup, window());
    connect(asks, &SavePolicyBlade::agreed, this, [this, policy] {
        Q_EMIT accepted(policy);
        m_unsaved->leave();
    });
    m_context.navigator.openBlade(asks);
}

void PolicyBlade::retranslate()
{
    setTitle(m_editing.policy ? tr("Edit policy") : tr("Create policy"));
    setCaption(m_editing.vault.isEmpty() ? tr("New vault") : m_editing.vault.name());
    m_affects->setMessage(
        MessageKind::Warning, {},
        tr("%n other virtual machine(s) use the policy and are affected.", nullptr, m_editing.usedBy));
    m_retentionTitle->setText(tr("Retention"));
    m_previewTitle->setText(tr("What this policy keeps"));
    m_runsTitle->setText(tr("Next runs, and until when their points are kept"));
    m_form->retranslate();
    m_unsaved->retranslate();
}

void PolicyBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_warning != nullptr) {
        retranslate(); // what was typed stays, also what is not a number
    }
    Blade::changeEvent(event);
}

} // namespace valv::views

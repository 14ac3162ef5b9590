// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/canceljobblade.h"

#include "controls/button.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

CancelJobBlade::CancelJobBlade(const Context& context, const ArmId& job, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_job(job)
{
    setObjectName(QStringLiteral("cancelJob"));
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("cancelJob.failure"));
    m_failure->hide();
    add(m_failure);
    m_question = new Label(LabelKind::Section);
    m_question->setWordWrap(true);
    add(m_question);
    m_effect = new Label(LabelKind::Body);
    m_effect->setWordWrap(true);
    add(m_effect);
    body()->addStretch(1);
    setButtons(tr("Cancel job"), ButtonKind::DangerPrimary);
    footer()->primary()->setObjectName(QStringLiteral("cancelJob.submit"));
    connect(this, &Blade::submitted, this, &CancelJobBlade::submit);
    retranslate();
}

void CancelJobBlade::submit()
{
    if (!footer()->primary()->isEnabled()) {
        return;
    }
    footer()->primary()->setEnabled(false);
    whenDone(m_context.session.jobs().cancel(m_job), this, [this](const Result<client::Outcome>& result) {
        if (result) {
            closeBlade();
            return;
        }
        footer()->primary()->setEnabled(true);
        m_error = result.error();
        retranslate();
        m_failure->show();
    });
}

void CancelJobBlade::retranslate()
{
    setTitle(tr("Cancel job"));
    bool restore = false;
    if (const auto* known = m_context.session.jobs().find(m_job)) {
        restore = known->operation == contract::JobOperation::Restore;
        setCaption(known->entity + QStringLiteral(" · ")
                   + presentation::StatusWords::operation(known->operation.value(), known->userTriggered));
    }
    m_question->setText(tr("Do you want to cancel the job?"));
    m_effect->setText(restore ? tr("What has been written so far is removed. The recovery point is not affected.")
                              : tr("No recovery point is made. Earlier recovery points are not affected, and what "
                                   "has been stored makes the next backup quicker."));
    footer()->setPrimary(tr("Cancel job"), ButtonKind::DangerPrimary);
    if (m_error) {
        const auto text = presentation::ErrorText::of(*m_error, m_context.language.locale());
        m_failure->setMessage(MessageKind::Error, text.title(), text.action());
        m_failure->setDetail(text.code());
    }
}

void CancelJobBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_effect != nullptr) {
        retranslate();
    }
}

} // namespace valv::views

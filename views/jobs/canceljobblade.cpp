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

#include <QVBoxLayout>

namespace valv::views {

CancelJobBlade::CancelJobBlade(const Context& context, const ArmId& job, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_job(job)
{
    setObjectName(QStringLiteral("cancelJob"));
    setTitle(tr("Cancel job"));
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->hide();
    add(m_failure);
    QString what;
    bool restore = false;
    if (const auto* known = m_context.session.jobs().find(job)) {
        what = presentation::StatusWords::operation(known->operation.value(), known->userTriggered);
        restore = known->operation == contract::JobOperation::Restore;
        setCaption(known->entity + QStringLiteral(" · ") + what);
    }
    auto* question = new Label(LabelKind::Section, tr("Do you want to cancel the job?"));
    question->setWordWrap(true);
    add(question);
    auto* effect = new Label(LabelKind::Body,
                             restore ? tr("What has been written so far is removed. The recovery point is not affected.")
                                     : tr("No recovery point is made. Earlier recovery points are not affected, and what "
                                          "has been stored makes the next backup quicker."));
    effect->setWordWrap(true);
    add(effect);
    body()->addStretch(1);
    setButtons(tr("Cancel job"), ButtonKind::DangerPrimary);
    footer()->primary()->setObjectName(QStringLiteral("cancelJob.submit"));
    connect(this, &Blade::submitted, this, &CancelJobBlade::submit);
}

void CancelJobBlade::submit()
{
    footer()->primary()->setEnabled(false);
    whenDone(m_context.session.jobs().cancel(m_job), this, [this](const Result<client::Outcome>& result) {
        if (result) {
            closeBlade();
            return;
        }
        footer()->primary()->setEnabled(true);
        const auto text = presentation::ErrorText::of(result.error(), m_context.language.locale());
        m_failure->setMessage(MessageKind::Error, text.title(), text.action());
        m_failure->setDetail(text.code());
        m_failure->show();
    });
}

} // namespace valv::views

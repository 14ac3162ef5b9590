// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/canceljobblade.h"

#include "controls/label.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/statuswords.h"

#include <QVBoxLayout>

namespace valv::views {

CancelJobBlade::CancelJobBlade(const Context& context, const ArmId& job, QWidget* window)
    : FormBlade(context, QStringLiteral("cancelJob"), window)
    , m_job(job)
    , m_question(new Label(LabelKind::Section))
    , m_effect(new Label(LabelKind::Body))
{
    setCloses();
    sending().setDeed(presentation::Deed::CancelJob, [this] { return m_job; });
    m_question->setWordWrap(true);
    add(m_question);
    m_effect->setWordWrap(true);
    add(m_effect);
    body()->addWidget(footer()->makeAz([this] { return AzLine(presentation::az::cancelJob(m_job)); }), 0,
                      Qt::AlignLeft);
    body()->addStretch(1);
    CancelJobBlade::retranslate();
}

void CancelJobBlade::submit()
{
    if (!isReady()) {
        return;
    }
    send({[] { return tr("The job is being canceled."); }, [] { return tr("The job could not be canceled."); },
          [this] { submit(); }},
         context().session.jobs().cancel(m_job), [this](const client::Outcome&) { leave(); });
}

void CancelJobBlade::retranslate()
{
    setTitle(tr("Cancel job"));
    bool restore = false;
    if (const auto* known = context().session.jobs().find(m_job)) {
        restore = known->operation == contract::JobOperation::Restore;
        setCaption(known->entity + QStringLiteral(" · ")
                   + presentation::StatusWords::operation(known->operation.value(), known->userTriggered));
    }
    m_question->setText(tr("Do you want to cancel the job?"));
    m_effect->setText(restore ? tr("What has been written so far is removed. The recovery point is not affected.")
                              : tr("No recovery point is made. Earlier recovery points are not affected, and what "
                                   "has been stored makes the next backup quicker."));
    footer()->setPrimary(tr("Cancel job"), ButtonKind::DangerPrimary);
    FormBlade::retranslate();
}

} // namespace valv::views

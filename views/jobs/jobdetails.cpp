// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobdetails.h"

#include "controls/azcopy.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/chart.h"
#include "controls/essentials.h"
#include "controls/label.h"
#include "controls/progressbar.h"
#include "controls/skeleton.h"
#include "controls/stepslist.h"
#include "core/whendone.h"
#include "frame/storetable.h"
#include "frame/vaultroutes.h"
#include "jobs/joberrors.h"
#include "jobs/jobfacts.h"
#include "policies/policysummaryblade.h"
#include "presentation/app/language.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using contract::BackupJob;
using contract::JobStatus;
using presentation::ErrorText;
using presentation::StatusWords;

namespace {

constexpr qsizetype mostRates = 240;
constexpr int rowsLoading = 8;

} // namespace

JobDetails::JobDetails(const Context& context, QWidget* parent)
    : DetailsPane(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("jobDetails"));
    m_copy = new IconButton(Icon::Copy, {});
    connect(m_copy, &QAbstractButton::clicked, this, &JobDetails::copyErrors);
    addTool(m_copy);

    m_loading = new Skeleton(rowsLoading);
    m_loading->setRowHeight(Space::xl);
    m_loading->setColumns({0, Size::essentialsLabel});
    m_loading->setObjectName(QStringLiteral("job.loading"));
    add(m_loading);
    m_missing = new MessageBar(MessageKind::Warning);
    m_missing->setObjectName(QStringLiteral("job.missing"));
    connect(m_missing, &MessageBar::actionTriggered, this, &JobDetails::askAgain);
    add(m_missing);
    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("job.content"));
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(body()->spacing());
    add(m_content);

    m_errors = new JobErrors;
    m_retry = new Button(ButtonKind::Primary, {});
    m_retry->setIcon(Icon::Retry);
    m_retry->setObjectName(QStringLiteral("job.retry"));
    connect(m_retry, &QAbstractButton::clicked, this, &JobDetails::retry);
    m_openFolder = new Button;
    m_openFolder->setIcon(Icon::FolderOpen);
    m_openFolder->setObjectName(QStringLiteral("job.openFolder"));
    connect(m_openFolder, &QAbstractButton::clicked, this, [this] {
        if (const auto* job = m_context.session.jobs().find(m_job)) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(job->resultFolder));
        }
    });
    auto* buttons = new QHBoxLayout;
    m_cancel = new Button;
    m_cancel->setIcon(Icon::Cancel);
    m_cancel->setObjectName(QStringLiteral("job.cancel"));
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { Q_EMIT cancelWanted(m_job); });
    buttons->addWidget(m_retry);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_openFolder);
    buttons->addStretch(1);
    column->addWidget(m_errors);
    column->addLayout(buttons);

    const auto twoSided = [column](Label*& title, Label*& text) {
        title = new Label(LabelKind::Strong);
        text = new Label(LabelKind::Caption);
        text->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* row = new QHBoxLayout;
        row->addWidget(title);
        row->addWidget(text, 1);
        column->addLayout(row);
    };
    twoSided(m_progressTitle, m_progressText);
    m_progress = new ProgressBar;
    m_progress->setObjectName(QStringLiteral("job.progress"));
    column->addWidget(m_progress);
    m_steps = new StepsList;
    column->addWidget(m_steps);
    m_figuresTitle = new Label(LabelKind::Strong);
    column->addWidget(m_figuresTitle);
    m_figures = new Essentials;
    m_figures->setMaxColumns(1);
    m_figures->setRowHeight(Space::xl);
    column->addWidget(m_figures);
    twoSided(m_rateTitle, m_rateText);
    m_rate = new Sparkline;
    column->addWidget(m_rate);
    column->addWidget(new Divider);
    m_facts = new Essentials;
    m_facts->setMaxColumns(1);
    m_facts->setRowHeight(Space::xl);
    m_facts->setMinimumLabelWidth(Size::essentialsLabel - Space::xl);
    column->addWidget(m_facts);
    m_az = new CopyAzLink([this] { return AzLine(presentation::az::showJob(m_job)); });
    column->addWidget(m_az, 0, Qt::AlignLeft);
    setAzMenu(m_retry, [this] { return retryAz(m_context.session.jobs().find(m_job)); });
    setAzMenu(m_cancel, [this] { return AzLine(presentation::az::cancelJob(m_job)); });
    connect(m_facts, &Essentials::linkActivated, this, [this](const QString& link) {
        if (link == QLatin1String("policy")) {
            if (const auto* job = m_context.session.jobs().find(m_job)) {
                const auto policy = job->id.vaultId().child(QStringLiteral("backupPolicies"), job->policyName);
                m_context.navigator.openBlade(new PolicySummaryBlade(m_context, policy, window()));
            }
        } else if (link == QLatin1String("vault")) {
            m_context.navigator.open(vaultRoute(m_job.vaultId()));
        } else {
            m_context.navigator.open({QStringLiteral("virtualmachine"), link, QStringLiteral("backup")});
        }
    });
    body()->addStretch(1);

    auto& jobs = m_context.session.jobs();
    connect(&jobs, &presentation::ListStoreBase::rowsChanged, this, &JobDetails::showJob);
    connect(&jobs, &presentation::ListStoreBase::countChanged, this, &JobDetails::showJob);
    connect(&jobs, &presentation::JobStore::notRead, this, [this](const ArmId& job, const Error& error, bool isGone) {
        if (job == m_job && m_context.session.jobs().find(job) == nullptr) {
            m_notRead = NotRead{error, isGone};
            showJob();
        }
    });
    connect(&context.session.refusals(), &presentation::Refusals::changed, this, &JobDetails::showJob);
    showJob();
}

void JobDetails::setJob(const ArmId& job)
{
    if (!(m_job == job)) {
        m_rates.clear();
        m_ratedAt = -1;
        m_notRead.reset();
        m_isFilled = false;
    }
    m_job = job;
    m_context.session.jobs().track(job);
    showJob();
}

void JobDetails::showJob()
{
    const auto* job = m_context.session.jobs().find(m_job);
    if (job == nullptr && m_isFilled && !m_notRead) {
        m_context.session.jobs().track(m_job); // it has left the list: it is too old for it, or it is gone
        return;
    }
    m_isFilled = job != nullptr;
    m_content->setVisible(m_isFilled); // what stands in it is of the last one
    m_loading->setVisible(!m_isFilled && !m_notRead && !m_job.isEmpty());
    m_missing->setVisible(!m_isFilled && m_notRead);
    if (job == nullptr) {
        showMissing();
        return;
    }
    m_notRead.reset();
    setTitle(job->entity);
    setCaption(StatusWords::operation(job->operation.value(), job->userTriggered) + QStringLiteral(" · ")
               + tr("job %1").arg(job->name.left(8)));
    m_copy->setName(job->errors.size() > 1 ? tr("Copy the errors") : tr("Copy the error"));
    m_copy->setVisible(!job->errors.isEmpty());
    m_errors->setErrors(*job, m_context.language.locale());
    showButtons(*job);
    showProgress(*job);
    showFigures(*job);
    m_facts->setFacts(jobFacts(*job, m_context.session, m_context.language.format()));
    m_az->look();
}

//! That it is being read, or why it is not there and what can be done.
void JobDetails::showMissing()
{
    m_copy->hide();
    if (!m_notRead) {
        setTitle(m_job.isEmpty() ? QString() : tr("Loading…"));
        setCaption({});
        return;
    }
    setCaption(tr("job %1").arg(m_job.name().left(8)));
    if (m_notRead->isGone) {
        setTitle(tr("The job is no longer there"));
        m_missing->setMessage(MessageKind::Warning, {},
                              tr("It may have been removed with its vault. Choose another job in the list."));
        m_missing->setAction({});
        m_missing->setDetail({});
    } else {
        const auto text = ErrorText::of(m_notRead->error, m_context.language.locale());
        setTitle(tr("The job could not be read"));
        m_missing->setMessage(MessageKind::Error, {}, text.sentence());
        m_missing->setAction(tr("Try again"));
        m_missing->setDetail(text.code());
    }
}

void JobDetails::askAgain()
{
    m_notRead.reset();
    m_context.session.jobs().track(m_job);
    showJob();
}

void JobDetails::showButtons(const BackupJob& job)
{
    const auto can =
        m_context.session.refusals().can(presentation::deedOf(job.operation.value()), job.id,
                                         presentation::canRetry(job, m_context.session.jobs().isRepeatable(job)));
    m_retry->setText(tr("Try again"));
    m_retry->setVisible(job.status == JobStatus::Failed || job.status == JobStatus::Cancelled);
    m_retry->setReason(can.reason());
    m_cancel->setText(tr("Cancel job"));
    m_cancel->setVisible(job.isRunning());
    auto& session = m_context.session;
    m_cancel->setReason(
        session.refusals()
            .can(presentation::Deed::CancelJob, job.id, presentation::canCancel(job, session.capabilities()))
            .reason());
    m_openFolder->setText(tr("Open folder"));
    m_openFolder->setVisible(!job.resultFolder.isEmpty() && job.status == JobStatus::Completed
                             && !m_context.session.capabilities().remote);
}

void JobDetails::showProgress(const BackupJob& job)
{
    const auto& format = m_context.language.format();
    m_progressTitle->setText(tr("Progress"));
    m_progress->setRange(0, 1000);
    m_progress->setValue(static_cast<int>(percentOf(job) * 10));
    m_progress->setRole(job.status == JobStatus::Failed ? views::Role::Error : views::Role::Accent);
    m_progress->setAccessibleName(tr("Progress"));
    m_progressText->setText(jobProgress(job, format));
    m_progress->setAccessibleDescription(m_progressText->text());

    QVector<StepsList::Step> steps;
    for (const auto& task : job.tasks) {
        StepsList::Step step;
        step.status = StatusWords::kind(task.status.value());
        step.text = StatusWords::task(task.taskId);
        if (task.status == contract::TaskStatus::InProgress) {
            step.note = task.progress ? format.percent(*task.progress / 100.0) : StatusWords::of(task.status);
        } else if (task.status == contract::TaskStatus::Completed || task.status == contract::TaskStatus::Failed) {
            step.note = format.duration(task.durationMs);
        } else {
            step.note = StatusWords::of(task.status);
        }
        steps.append(step);
    }
    m_steps->setAccessibleName(tr("Tasks"));
    m_steps->setSteps(steps);
    m_steps->setVisible(!steps.isEmpty());
}

void JobDetails::showFigures(const BackupJob& job)
{
    const auto& format = m_context.language.format();
    const auto facts = jobFigures(job, format);
    if (job.figures && moves(job) && job.isRunning() && job.figures->bytesPerSecond >= 0
        && job.figures->readBytes != m_ratedAt) {
        m_ratedAt = job.figures->readBytes;
        m_rates.append(job.figures->bytesPerSecond);
        if (m_rates.size() > mostRates) {
            m_rates.removeFirst();
        }
    }
    m_figures->setFacts(facts);
    m_figuresTitle->setText(tr("Data"));
    m_figures->setVisible(!facts.isEmpty());
    m_figuresTitle->setVisible(!facts.isEmpty());

    const bool drawn = m_rates.size() > 2;
    m_rateTitle->setText(tr("Rate"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_rateTitle, m_rateText, m_rate}) {
        part->setVisible(drawn);
    }
    if (drawn) {
        const double top = *std::max_element(m_rates.cbegin(), m_rates.cend());
        double sum = 0;
        for (const double rate : m_rates) {
            sum += rate;
        }
        m_rateText->setText(
            tr("average %1 · highest %2").arg(format.rate(sum / double(m_rates.size())), format.rate(top)));
        m_rate->setValues(m_rates, std::max(top, 1.0), format.rate(top), format.number(0), format.time(job.startTime),
                          job.endTime ? format.time(*job.endTime) : tr("now"));
        m_rate->setAccessibleName(tr("Rate: %1").arg(m_rateText->text()));
    }
}

AzLine JobDetails::retryAz(const BackupJob* job)
{
    if (job == nullptr) {
        return AzLine::missing(tr("Choose a job first."));
    }
    const auto item = presentation::JobStore::itemOf(*job);
    switch (job->operation.value()) {
    case contract::JobOperation::Backup:
        return AzLine(presentation::az::backupNow(item));
    case contract::JobOperation::Undelete:
        return AzLine(presentation::az::undelete(item));
    default: // what it was told does not stand in the job
        return AzLine::missing(tr("Only a backup can be tried again with az."));
    }
}

void JobDetails::retry()
{
    m_retry->setEnabled(false);
    whenDone(m_context.session.jobs().retry(m_job), this, [this](const Result<presentation::StartedJob>& result) {
        showJob(); // which may be another by now
        if (result && !result->job.isEmpty()) {
            Q_EMIT retried(result->job);
        }
    });
}

void JobDetails::copyErrors()
{
    const auto* job = m_context.session.jobs().find(m_job);
    if (job == nullptr || job->errors.isEmpty()) {
        return;
    }
    QGuiApplication::clipboard()->setText(JobErrors::text(*job, m_context.language.locale()));
}

void JobDetails::changeEvent(QEvent* event)
{
    DetailsPane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_facts != nullptr) {
        showJob();
    }
}

} // namespace valv::views

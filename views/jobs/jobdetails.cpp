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
#include "core/datetime.h"
#include "core/whendone.h"
#include "frame/storetable.h"
#include "frame/vaultroutes.h"
#include "policies/policysummaryblade.h"
#include "presentation/app/language.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/protection.h"
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
constexpr qint64 leastWait = 60'000; //!< ms, that is told

quint64 positive(qint64 bytes)
{
    return static_cast<quint64>(std::max<qint64>(bytes, 0));
}

//! How long it stood in line behind others, ms: no step tells of that.
qint64 waitedMs(const contract::BackupJob& job)
{
    qint64 waited = -1;
    for (const auto& task : job.tasks) {
        if (task.startTime) {
            const auto until = job.startTime.msecsTo(*task.startTime);
            waited = waited < 0 ? until : std::min(waited, until);
        }
    }
    return waited;
}

ErrorText textOf(const contract::JobError& error, const QLocale& locale)
{
    return ErrorText::of(Error{error.code.toStdString(),
                               error.message.toStdString(),
                               {},
                               error.recommendations.join(QLatin1Char(' ')).toStdString(),
                               {}},
                         locale);
}

//! The title apart from what else is said.
QString rest(const ErrorText& text)
{
    return text.message().mid(text.title().size()).trimmed();
}

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

    m_error = new MessageBar(MessageKind::Error);
    m_error->setObjectName(QStringLiteral("job.error"));
    m_actionTitle = new Label(LabelKind::Strong);
    m_action = new Label(LabelKind::Body);
    m_action->setWordWrap(true);
    m_more = new QVBoxLayout;
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
    column->addWidget(m_error);
    column->addWidget(m_actionTitle);
    column->addWidget(m_action);
    column->addLayout(m_more);
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
    showError(*job);
    showProgress(*job);
    showFigures(*job);
    showFacts(*job);
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

void JobDetails::showError(const BackupJob& job)
{
    const bool wrong = !job.errors.isEmpty();
    m_error->setVisible(wrong);
    m_actionTitle->setText(tr("Recommended action"));
    QStringList actions;
    const auto kind = job.status == JobStatus::CompletedWithWarnings ? MessageKind::Warning : MessageKind::Error;
    if (wrong) {
        const auto text = textOf(job.errors.constFirst(), m_context.language.locale());
        m_error->setMessage(kind, text.title(), rest(text));
        m_error->setDetail(text.code());
        actions.append(text.action());
    }
    showMore(job, kind);
    m_action->setText(actions.join(QLatin1Char('\n')));
    m_action->setVisible(!m_action->text().isEmpty());
    m_actionTitle->setVisible(m_action->isVisibleTo(this));
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

//! What else went wrong, each with what to do about it.
void JobDetails::showMore(const BackupJob& job, MessageKind kind)
{
    const qsizetype others = std::max<qsizetype>(job.errors.size() - 1, 0);
    while (m_more->count() < others) {
        auto* bar = new MessageBar(kind);
        bar->setObjectName(QStringLiteral("job.error.%1").arg(m_more->count() + 2));
        m_more->addWidget(bar);
    }
    for (int i = 0; i < m_more->count(); ++i) {
        auto* bar = static_cast<MessageBar*>(m_more->itemAt(i)->widget());
        if (i < others) {
            const auto text = textOf(job.errors.at(i + 1), m_context.language.locale());
            bar->setMessage(kind, text.title(),
                            QStringList{rest(text), text.action()}.join(QLatin1Char(' ')).trimmed());
            bar->setDetail(text.code());
        }
        bar->setVisible(i < others);
    }
}

void JobDetails::showProgress(const BackupJob& job)
{
    const auto& format = m_context.language.format();
    m_progressTitle->setText(tr("Progress"));
    const bool known = job.progress.has_value() || !job.isRunning();
    const double percent = job.progress.value_or(
        job.status == JobStatus::Completed || job.status == JobStatus::CompletedWithWarnings ? 100.0 : 0.0);
    m_progress->setRange(0, 1000);
    m_progress->setValue(static_cast<int>(percent * 10));
    m_progress->setRole(job.status == JobStatus::Failed ? views::Role::Error : views::Role::Accent);
    m_progress->setAccessibleName(tr("Progress"));
    QStringList words;
    if (job.figures && job.figures->totalBytes > 0) {
        words.append(
            tr("%1 of %2")
                .arg(format.size(positive(job.figures->readBytes)), format.size(positive(job.figures->totalBytes))));
    }
    if (known && (job.status != JobStatus::Failed || percent < 100)) { // a failed one was not done, whatever it read
        words.append(format.percent(percent / 100.0));
    }
    if (job.isRunning() && job.figures && job.figures->remainingMs >= 0) {
        words.append(tr("%1 left").arg(format.duration(job.figures->remainingMs)));
    }
    m_progressText->setText(words.join(QStringLiteral(" · ")));
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
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        facts.append(made);
    };
    const bool moves =
        job.operation == contract::JobOperation::Backup || job.operation == contract::JobOperation::Restore;
    if (job.figures && moves) {
        const auto& figures = *job.figures;
        fact(job.operation == contract::JobOperation::Backup ? tr("Read") : tr("Written"),
             format.size(positive(figures.readBytes)));
        const bool lost = job.status == contract::JobStatus::Failed || job.status == contract::JobStatus::Cancelled;
        if (job.operation == contract::JobOperation::Backup && !lost) { // what a failed one packed stays nowhere
            fact(tr("New to the vault"), format.size(positive(figures.changedBytes)));
            fact(tr("Stored"), format.size(positive(figures.storedBytes)));
            if (figures.changedBytes > 0 && figures.readBytes > 0) {
                //: a ratio, "3.4 : 1"
                fact(tr("Deduplication"),
                     tr("%1 : 1").arg(format.number(double(figures.readBytes) / double(figures.changedBytes), 1)));
            }
            if (figures.storedBytes > 0 && figures.changedBytes > 0) {
                fact(tr("Compression"),
                     tr("%1 : 1").arg(format.number(double(figures.changedBytes) / double(figures.storedBytes), 1)));
            }
        }
        if (job.isRunning() && figures.bytesPerSecond >= 0 && figures.readBytes != m_ratedAt) {
            m_ratedAt = figures.readBytes;
            m_rates.append(figures.bytesPerSecond);
            if (m_rates.size() > mostRates) {
                m_rates.removeFirst();
            }
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

void JobDetails::showFacts(const BackupJob& job)
{
    const auto& format = m_context.language.format();
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) -> Fact& {
        Fact made;
        made.label = label;
        made.value = value;
        facts.append(made);
        return facts.last();
    };
    auto& vm = fact(tr("Virtual machine"), job.entity);
    const auto machine = job.sourceResourceId;
    if (!machine.isEmpty() && m_context.session.virtualMachines().find(machine) != nullptr) {
        vm.link = machine.text();
    }
    fact(tr("Vault"), job.id.vaultId().name()).link = QStringLiteral("vault");
    if (!job.policyName.isEmpty()) {
        fact(tr("Policy"), job.policyName).link = QStringLiteral("policy");
    }
    if (const auto reason = job.propertyBag.value(QStringLiteral("Reason")); !reason.isEmpty()) {
        fact(tr("Reason"), presentation::stopReasonWords(reason));
    }
    if (const auto comment = job.propertyBag.value(QStringLiteral("Comment")); !comment.isEmpty()) {
        fact(tr("Comment"), comment);
    }
    fact(tr("Status"), StatusWords::of(job.status)).status = StatusWords::kind(job.status.value());
    fact(tr("Start and end"), job.endTime ? format.span(job.startTime, *job.endTime) : format.dateTime(job.startTime));
    fact(tr("Duration"), format.duration(job.durationMs));
    if (const auto waited = waitedMs(job); waited >= leastWait) {
        fact(tr("Of which waiting"), format.duration(waited));
    }
    if (const auto wire = job.propertyBag.value(QStringLiteral("Consistency")); !wire.isEmpty()) {
        const auto consistency = contract::Open<contract::ConsistencyType>::fromWire(wire);
        fact(tr("Consistency"), StatusWords::of(consistency)).status = StatusWords::kind(consistency.value());
    }
    if (const int missed = job.propertyBag.value(QStringLiteral("Missed runs")).toInt(); missed > 0) {
        const auto since = fromIso(job.propertyBag.value(QStringLiteral("Missed since")));
        const auto count = format.number(static_cast<qint64>(missed));
        //: how many, and since when
        fact(tr("Missed runs"), since ? tr("%1, since %2").arg(count, format.dateTime(*since)) : count);
    }
    fact(tr("Started by"), job.userTriggered ? tr("a person") : tr("the schedule"));
    if (const auto second = job.propertyBag.value(QStringLiteral("Read from")); !second.isEmpty()) {
        auto& place = fact(tr("Read from"), second); // the first location was lost
        place.elide = Qt::ElideMiddle;
    }
    if (!job.resultFolder.isEmpty()) {
        auto& folder = fact(tr("Folder"), job.resultFolder);
        folder.elide = Qt::ElideMiddle;
    }
    auto& id = fact(tr("Job ID"), job.name);
    id.mono = true;
    id.elide = Qt::ElideMiddle;
    if (!job.activityId.isEmpty()) {
        auto& activity = fact(tr("Activity ID"), job.activityId);
        activity.mono = true;
        activity.elide = Qt::ElideMiddle;
    }
    m_facts->setFacts(facts);
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
    QStringList parts;
    for (const auto& error : job->errors) {
        const auto text = textOf(error, m_context.language.locale());
        QStringList lines{text.code(), text.message()};
        if (!text.serverWords().isEmpty() && text.serverWords() != text.message()) {
            lines.append(text.serverWords());
        }
        if (!text.action().isEmpty()) {
            lines.append(tr("Recommended action: %1").arg(text.action()));
        }
        parts.append(lines.join(QLatin1Char('\n')));
    }
    parts.append(job->id.text());
    QGuiApplication::clipboard()->setText(parts.join(QStringLiteral("\n\n")));
}

void JobDetails::changeEvent(QEvent* event)
{
    DetailsPane::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_facts != nullptr) {
        showJob();
    }
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobspage.h"

#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/emptystate.h"
#include "controls/menu.h"
#include "controls/pill.h"
#include "controls/pillgroup.h"
#include "controls/searchfield.h"
#include "core/whendone.h"
#include "frame/vaultroutes.h"
#include "jobs/canceljobblade.h"
#include "jobs/jobdetails.h"
#include "presentation/app/language.h"
#include "presentation/models/filters.h"
#include "presentation/models/jobmodel.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/statuswords.h"

#include <QAction>
#include <QHash>

namespace valv::views {

using contract::JobOperation;
using contract::JobStatus;
using presentation::JobModel;

namespace {

//! What the list shows; the first three have pills of their own.
enum State
{
    All,
    Running,
    Failed,
    Completed,
    Warnings,
    Cancelled
};
constexpr int quickStates = 3;

QSet<JobStatus> statusesOf(int state)
{
    switch (state) {
    case Running:
        return {JobStatus::InProgress, JobStatus::Cancelling};
    case Failed:
        return {JobStatus::Failed};
    case Completed:
        return {JobStatus::Completed};
    case Warnings:
        return {JobStatus::CompletedWithWarnings};
    case Cancelled:
        return {JobStatus::Cancelled};
    default:
        return {};
    }
}

//! Nothing: the part of the route is no status.
std::optional<int> stateOf(const QString& part)
{
    static const QHash<QString, int> parts{{QStringLiteral("running"), Running},
                                           {QStringLiteral("failed"), Failed},
                                           {QStringLiteral("completed"), Completed},
                                           {QStringLiteral("warnings"), Warnings},
                                           {QStringLiteral("cancelled"), Cancelled}};
    const auto found = parts.constFind(part);
    return found == parts.cend() ? std::nullopt : std::optional(*found);
}

constexpr int hoursPerDay = 24;

QVector<TableColumn> jobColumns()
{
    QVector<TableColumn> columns(JobModel::ColumnCount);
    columns[JobModel::Item] = storeColumn(QStringLiteral("item"), CellKind::Link, 108);
    columns[JobModel::Item].canHide = false;
    columns[JobModel::Operation] = storeColumn(QStringLiteral("operation"), CellKind::Text, 221);
    columns[JobModel::Operation].grows = true;
    columns[JobModel::Status] = storeColumn(QStringLiteral("status"), CellKind::Progress, 122);
    columns[JobModel::Type] = storeColumn(QStringLiteral("type"), CellKind::Text, 110, true);
    columns[JobModel::Start] = storeColumn(QStringLiteral("start"), CellKind::Text, 106);
    columns[JobModel::Duration] = storeColumn(QStringLiteral("duration"), CellKind::Number, 63);
    columns[JobModel::Transferred] = storeColumn(QStringLiteral("transferred"), CellKind::Number, 92);
    columns[JobModel::Vault] = storeColumn(QStringLiteral("vault"), CellKind::Secondary, 130, true);
    return columns;
}

ArmId itemIn(const Route& route)
{
    const auto subject = ArmId::parse(route.subject).value_or(ArmId());
    return subject.value(u"protectedItems").isEmpty() ? ArmId() : subject;
}

} // namespace

JobsPage::JobsPage(const Context& context, const Route& route, QWidget* parent)
    : DetailsListPage(context, QStringLiteral("jobs"), context.session.jobs(),
                      ArmId::parse(route.part).value_or(ArmId()), parent)
    , m_item(itemIn(route))
    , m_vault(m_item.isEmpty() ? ArmId::parse(route.subject).value_or(ArmId()).vaultId() : ArmId())
{
    auto& store = context.session.jobs();
    m_model = new JobModel(store, context.language.format(), this);
    m_rows = new presentation::JobFilter(*m_model, this);
    m_rows->setItem(m_item);
    m_rows->setVault(m_vault);
    makeFilters();

    auto columns = jobColumns();
    columns[JobModel::Vault].hiddenAtFirst = !m_vault.isEmpty() || !m_item.isEmpty();
    columns[JobModel::Vault].leaves = 1;
    columns[JobModel::Status].cell = [look = columns[JobModel::Status].cell,
                                      &language = context.language](const QModelIndex& index, Cell& cell) {
        look(index, cell);
        if (cell.progress) {
            cell.progressText = language.format().percent(*cell.progress);
        }
        if (const auto note = index.data(presentation::NoteRole).toString(); !note.isEmpty()) {
            cell.badge = note;
            cell.badgeKind = BadgeKind::Warning;
        }
    };
    setRows(*m_rows, columns, Icon::Job, {.column = JobModel::Start, .order = Qt::DescendingOrder, .byHeader = false});
    if (!m_vault.isEmpty() || !m_item.isEmpty()) {
        list()->setTotal([this] { return total(); });
    }
    makeActions();
    setUpDetails();
    connect(table(), &Table::currentRowChanged, this, &JobsPage::updateActions);
    connect(&context.session.refusals(), &presentation::Refusals::changed, this, &JobsPage::updateActions);
    connect(&store, &presentation::JobStore::notRead, this, [this](const ArmId& job, const Error&, bool isGone) {
        if (isGone) {
            wantNoLonger(job);
        }
    });
    connect(table(), &Table::contextMenuWanted, this, [this](const QModelIndex& index, const QPoint& at) {
        table()->selectRow(index.row());
        updateActions();
        auto* menu = new Menu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->setObjectName(QStringLiteral("jobs.menu"));
        menu->addActions({m_retry, m_cancel});
        menu->addSeparator();
        menu->addMenu(makeAzMenu({m_show, m_cancel, m_retry}, menu));
        menu->popup(at);
    });
    retranslate();
    if (const auto state = stateOf(route.part)) {
        chooseState(*state);
        m_period->setCurrent(hoursPerDay);
    } else if (m_item.isEmpty() && route.part.isEmpty()) {
        m_period->setCurrent(hoursPerDay);
    }
    applyFilters();
    storeChanged();
    store.refresh();
}

void JobsPage::makeFilters()
{
    m_states = new PillGroup;
    m_states->setObjectName(QStringLiteral("jobs.states"));
    m_states->addPill({});
    m_states->addPill({})->setPillIcon(Icon::Running, Role::Secondary);
    m_states->addPill({})->setPillIcon(Icon::FailedOutline, Role::Secondary);
    m_states->setCurrentIndex(All);
    connect(m_states, &PillGroup::chosen, this, &JobsPage::chooseState);
    addFilter(m_states);
    setDispensable(m_states);
    m_status = addPill("status");
    m_operation = addPill("operation");
    m_period = addPill("period");
}

void JobsPage::chooseState(int state)
{
    m_status->setCurrent(state == All ? QVariant() : QVariant(state));
}

void JobsPage::makeActions()
{
    m_retry = makeCommand(Icon::Retry, "retry");
    connect(m_retry, &QAction::triggered, this, &JobsPage::retryJob);
    m_cancel = makeCommand(Icon::Cancel, "cancel");
    connect(m_cancel, &QAction::triggered, this, [this] { askCancel(current()); });
    const auto az = [this](QString (*of)(const ArmId&)) {
        return [this, of] {
            return current().isEmpty() ? AzLine::missing(tr("Choose a job first.")) : AzLine(of(current()));
        };
    };
    setAzCommand(m_retry, [this] { return JobDetails::retryAz(this->context().session.jobs().find(current())); });
    setAzCommand(m_cancel, az(&presentation::az::cancelJob));
    m_show = makeAction(Icon::Job, {}, this); // the details beside the list
    setAzCommand(m_show, az(&presentation::az::showJob));
    m_divider = makeDivider();
}

PageHeading JobsPage::heading() const
{
    const QString title = tr("Backup jobs");
    if (!m_vault.isEmpty()) {
        return vaultHeading(m_vault, title);
    }
    const QString caption = m_item.isEmpty()
        ? tr("All vaults")
        : m_item.name().section(QLatin1Char(';'), -1) + QStringLiteral(" · ") + m_item.vaultId().name();
    return {title, caption, Icon::Job, {{title, {}}}};
}

QList<MenuEntry> JobsPage::resourceMenu() const
{
    return m_vault.isEmpty() ? QList<MenuEntry>() : vaultMenu(context(), m_vault);
}

QList<QAction*> JobsPage::commands() const
{
    return QList<QAction*>{refreshCommand(), m_retry, m_cancel, m_divider} + viewCommands();
}

void JobsPage::refresh()
{
    DetailsListPage::refresh();
    if (!shown().isEmpty()) {
        context().session.jobs().track(shown());
    }
}

void JobsPage::applyFilters()
{
    const int state = m_status->current().toInt(); // nothing chosen: all
    m_states->setCurrentIndex(state < quickStates ? state : -1);
    m_rows->setStatuses(statusesOf(state));
    const auto operation = m_operation->current();
    m_rows->setOperations(operation.isValid() ? QSet<JobOperation>{static_cast<JobOperation>(operation.toInt())}
                                              : QSet<JobOperation>{});
    m_rows->setSince(since());
    const auto hours = m_period->current();
    if (!hours.isValid() || hours.toInt() > hoursPerDay) {
        context().session.jobs().want(m_item.isEmpty() ? m_vault : m_item.vaultId());
    }
    showCounts();
    updateActions();
}

void JobsPage::clearFilters()
{
    DetailsListPage::clearFilters();
}

std::optional<QDateTime> JobsPage::since() const
{
    const auto hours = m_period->current();
    return hours.isValid() ? std::optional(context().language.format().now().toUTC().addSecs(-3600LL * hours.toInt()))
                           : std::nullopt;
}

//! Of the vault or the item that the list is about.
int JobsPage::total() const
{
    const auto& store = context().session.jobs();
    int found = 0;
    for (int row = 0; row < store.count(); ++row) {
        found += m_item.isEmpty() ? store.idAt(row).vaultId() == m_vault
                                  : presentation::JobStore::itemOf(store.at(row)) == m_item;
    }
    return found;
}

//! Of the jobs that the other filters let through.
void JobsPage::showCounts()
{
    const auto& store = context().session.jobs();
    int all = 0;
    int running = 0;
    int failed = 0;
    const auto from = since();
    const auto operation = m_operation->current();
    for (int row = 0; row < store.count(); ++row) {
        const auto& job = store.at(row);
        if ((!m_item.isEmpty() && !(presentation::JobStore::itemOf(job) == m_item))
            || (!m_vault.isEmpty() && !(job.id.vaultId() == m_vault))
            || (from && !job.isRunning() && job.startTime < *from)
            || (operation.isValid() && static_cast<int>(job.operation.value()) != operation.toInt())) {
            continue;
        }
        ++all;
        running += job.isRunning() ? 1 : 0;
        failed += job.status == JobStatus::Failed ? 1 : 0;
    }
    m_states->pill(All)->setCount(all);
    m_states->pill(Running)->setCount(running);
    m_states->pill(Failed)->setCount(failed);
}

void JobsPage::storeChanged()
{
    DetailsListPage::storeChanged();
    showCounts();
    updateActions();
}

void JobsPage::updateActions()
{
    const auto& store = context().session.jobs();
    const auto* job = store.find(current());
    if (job == nullptr) {
        setReason(m_retry, tr("Choose a job first."));
        setReason(m_cancel, tr("Choose a job first."));
        return;
    }
    auto& session = context().session;
    setReason(m_retry,
              session.refusals()
                  .can(presentation::deedOf(job->operation.value()), job->id,
                       presentation::canRetry(*job, store.isRepeatable(*job)))
                  .reason());
    setReason(m_cancel,
              session.refusals()
                  .can(presentation::Deed::CancelJob, job->id, presentation::canCancel(*job, session.capabilities()))
                  .reason());
}

DetailsPane* JobsPage::makeDetails()
{
    auto* details = new JobDetails(context(), this);
    connect(details, &JobDetails::retried, this, &JobsPage::selectWhenThere);
    connect(details, &JobDetails::cancelWanted, this, &JobsPage::askCancel);
    return details;
}

void JobsPage::setSubject(DetailsPane& details, const ArmId& subject)
{
    static_cast<JobDetails&>(details).setJob(subject);
}

void JobsPage::askCancel(const ArmId& job)
{
    if (!job.isEmpty()) {
        context().navigator.openBlade(new CancelJobBlade(context(), job, window()));
    }
}

void JobsPage::retryJob()
{
    const auto job = current();
    if (job.isEmpty()) {
        return;
    }
    whenDone(context().session.jobs().retry(job), this, [this](const Result<presentation::StartedJob>& result) {
        if (result && !result->job.isEmpty()) {
            selectWhenThere(result->job);
        }
    });
}

QString JobsPage::countText() const
{
    return {}; // the pills have counts
}

QString JobsPage::exportName() const
{
    return tr("backup-jobs.csv");
}

void JobsPage::retranslate()
{
    m_model->setFormat(context().language.format());
    search()->setHint(tr("Filter by item"));
    m_states->setAccessibleName(tr("Status at a glance"));
    m_states->pill(All)->setText(tr("All"));
    m_states->pill(Running)->setText(tr("In progress"));
    m_states->pill(Failed)->setText(tr("Failed"));
    m_status->setLabel(tr("Status:"));
    m_status->setChoices({allChoice(),
                          {tr("In progress"), Running},
                          {tr("Failed"), Failed},
                          {tr("Completed"), Completed},
                          {tr("With warnings"), Warnings},
                          {tr("Canceled"), Cancelled}});
    m_operation->setLabel(tr("Operation:"));
    QVector<FilterPill::Choice> operations{allChoice()};
    for (const auto operation : {JobOperation::Backup, JobOperation::Restore, JobOperation::ConfigureBackup,
                                 JobOperation::DisableBackup, JobOperation::DeleteBackupData, JobOperation::Undelete}) {
        operations.append({presentation::StatusWords::of(operation), static_cast<int>(operation)});
    }
    m_operation->setChoices(operations);
    m_period->setLabel(tr("Time:"));
    m_period->setChoices({allChoice(),
                          {tr("24 h"), hoursPerDay},
                          {tr("48 h"), 2 * hoursPerDay},
                          {tr("7 days"), 7 * hoursPerDay},
                          {tr("30 days"), 30 * hoursPerDay}});
    m_retry->setText(tr("Try again"));
    m_cancel->setText(tr("Cancel job"));
    m_show->setText(tr("Show job"));
    table()->setAccessibleName(tr("Backup jobs"));
    empty()->setTexts(Icon::Job, tr("No jobs in the chosen period"),
                      tr("A job appears here as soon as a backup or a restore starts."));
    DetailsListPage::retranslate();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobspage.h"

#include "controls/action.h"
#include "controls/blade.h"
#include "controls/emptystate.h"
#include "controls/pill.h"
#include "controls/pillgroup.h"
#include "controls/searchfield.h"
#include "core/whendone.h"
#include "frame/csvexport.h"
#include "frame/storetable.h"
#include "frame/vaultroutes.h"
#include "jobs/canceljobblade.h"
#include "jobs/jobdetails.h"
#include "presentation/app/language.h"
#include "presentation/models/filters.h"
#include "presentation/models/jobmodel.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace valv::views {

using contract::JobOperation;
using contract::JobStatus;
using presentation::JobModel;

namespace {

enum StatePill { All, Running, Failed };
constexpr int hoursPerDay = 24;

QVector<TableColumn> jobColumns()
{
    QVector<TableColumn> columns(JobModel::ColumnCount);
    columns[JobModel::Item] = storeColumn(QStringLiteral("item"), CellKind::Link, 108);
    columns[JobModel::Item].canHide = false;
    columns[JobModel::Operation] = storeColumn(QStringLiteral("operation"), CellKind::Text, 221);
    columns[JobModel::Operation].grows = true;
    columns[JobModel::Status] = storeColumn(QStringLiteral("status"), CellKind::Status, 122);
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
    : Page(parent)
    , m_context(context)
    , m_item(itemIn(route))
    , m_vault(m_item.isEmpty() ? ArmId::parse(route.subject).value_or(ArmId()).vaultId() : ArmId())
    , m_wanted(ArmId::parse(route.part).value_or(ArmId()))
{
    auto& store = m_context.session.jobs();
    m_model = new JobModel(store, m_context.language.format(), this);
    m_rows = new presentation::JobFilter(*m_model, this);
    m_rows->setItem(m_item);
    m_rows->setVault(m_vault);

    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_left = new QVBoxLayout;
    auto* left = m_left;
    left->setContentsMargins(Size::contentMargin, Space::md, Size::contentMargin, Size::contentMargin);
    left->setSpacing(Space::md);
    outer->addLayout(left, 1);
    makeFilters();
    auto* filters = new QHBoxLayout;
    filters->setSpacing(Space::sm);
    filters->addWidget(m_filter);
    filters->addWidget(m_states);
    filters->addWidget(m_operation);
    filters->addWidget(m_period);
    filters->addStretch(1);
    left->addLayout(filters);

    auto columns = jobColumns();
    columns[JobModel::Status].cell = [this, look = columns[JobModel::Status].cell](const QModelIndex& index, Cell& cell) {
        look(index, cell);
        if (presentation::isSlow(m_rows->rowAt(index.row()))) { // not by a tool tip alone
            cell.badge = tr("Slow");
            cell.badgeKind = BadgeKind::Warning;
        }
    };
    m_list = new StoreTable(m_context, QStringLiteral("jobs"), store, *m_rows, columns);
    m_list->setEmptyState(new EmptyState(Icon::Job, {}, {}));
    left->addWidget(m_list, 1);
    auto* table = m_list->table();
    table->sortByColumn(JobModel::Start, Qt::DescendingOrder);
    makeActions();

    m_details = makeDetails();
    m_details->hide();
    outer->addWidget(m_details);
    connect(m_details, &DetailsPane::closeRequested, this, &JobsPage::closeDetails);

    connect(table, &Table::opened, this, [this](const QModelIndex& index) { showDetails(m_rows->idAt(index.row())); });
    connect(table, &Table::currentRowChanged, this, [this](int row) {
        updateActions();
        if (row >= 0 && m_details->isVisibleTo(this)) {
            showDetails(m_rows->idAt(row)); // the pane follows the list
        }
    });
    connect(table, &Table::contextMenuWanted, this, [this](const QModelIndex& index, const QPoint& at) {
        m_list->table()->selectRow(index.row());
        updateActions();
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions({ m_retry, m_cancel });
        menu->popup(at);
    });
    connect(m_list, &StoreTable::clearFilterWanted, this, [this] {
        m_filter->clear();
        m_states->setCurrentIndex(All);
        m_operation->setCurrent({});
        m_period->setCurrent({});
        applyFilters();
    });
    connect(&store, &presentation::ListStoreBase::countChanged, this, &JobsPage::selectWanted);
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, [this] {
        updateCounts();
        updateActions();
    });
    connect(&store, &presentation::ListStoreBase::stateChanged, this, [this] {
        setBusy(m_context.session.jobs().isBusy());
        updateCounts();
    });
    setBusy(store.isBusy());
    retranslate();
    if (route.part == QLatin1String("running") || route.part == QLatin1String("failed")) {
        m_states->setCurrentIndex(route.part == QLatin1String("running") ? Running : Failed);
        m_period->setCurrent(hoursPerDay);
    } else if (m_item.isEmpty() && route.part.isEmpty()) {
        m_period->setCurrent(hoursPerDay);
    }
    applyFilters();
    selectWanted();
    store.refresh();
}

void JobsPage::makeFilters()
{
    m_filter = new SearchField({}, this, Icon::Filter);
    m_filter->setObjectName(QStringLiteral("jobs.filter"));
    m_filter->setMaximumWidth(Size::resourceMenu);
    m_filter->setMinimumWidth(Size::resourceMenu / 2);
    connect(m_filter, &QLineEdit::textChanged, m_rows, &presentation::TextFilter::setText);
    connect(m_filter, &SearchField::moveToList, this, [this] { m_list->table()->setFocus(Qt::OtherFocusReason); });
    m_states = new PillGroup;
    m_states->setObjectName(QStringLiteral("jobs.states"));
    m_states->addPill({});
    m_states->addPill({})->setPillIcon(Icon::Running, Role::Secondary);
    m_states->addPill({})->setPillIcon(Icon::FailedOutline, Role::Secondary);
    m_states->setCurrentIndex(All);
    connect(m_states, &PillGroup::chosen, this, &JobsPage::applyFilters);
    m_operation = new FilterPill({});
    m_operation->setObjectName(QStringLiteral("jobs.operation"));
    connect(m_operation, &FilterPill::currentChanged, this, &JobsPage::applyFilters);
    m_period = new FilterPill({});
    m_period->setObjectName(QStringLiteral("jobs.period"));
    connect(m_period, &FilterPill::currentChanged, this, &JobsPage::applyFilters);
}

void JobsPage::makeActions()
{
    m_refresh = makeAction(Icon::Refresh, {}, this);
    connect(m_refresh, &QAction::triggered, this, &JobsPage::refresh);
    m_retry = makeAction(Icon::Retry, {}, this);
    m_retry->setObjectName(QStringLiteral("jobs.retry"));
    connect(m_retry, &QAction::triggered, this, &JobsPage::retryJob);
    m_cancel = makeAction(Icon::Stop, {}, this);
    m_cancel->setObjectName(QStringLiteral("jobs.cancel"));
    connect(m_cancel, &QAction::triggered, this, [this] { askCancel(current()); });
    m_columns = makeAction(Icon::Columns, {}, this);
    connect(m_columns, &QAction::triggered, this, [this] {
        auto* menu = m_list->table()->makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(QCursor::pos());
    });
    m_export = makeAction(Icon::Download, {}, this);
    connect(m_export, &QAction::triggered, this, [this] { exportCsv(m_context, *m_list->table(), tr("backup-jobs.csv")); });
}

PageHeading JobsPage::heading() const
{
    if (!m_vault.isEmpty()) {
        return { m_vault.name(), tr("Backup jobs") + QStringLiteral(" · ") + m_vault.resourceGroup(), Icon::Vault,
                 { { tr("Recovery Services vaults"), vaultsRoute() }, { m_vault.name(), vaultRoute(m_vault) },
                   { tr("Backup jobs"), {} } } };
    }
    const QString caption
        = m_item.isEmpty() ? tr("All vaults") : m_item.name().section(QLatin1Char(';'), -1) + QStringLiteral(" · ") + m_item.vaultId().name();
    return { tr("Backup jobs"), caption, Icon::Job, { { tr("Backup jobs"), {} } } };
}

QList<MenuEntry> JobsPage::resourceMenu() const
{
    return m_vault.isEmpty() ? QList<MenuEntry>() : vaultMenu(m_vault);
}

QList<QAction*> JobsPage::commands() const
{
    auto* separator = findChild<QAction*>(QStringLiteral("separator"));
    if (separator == nullptr) {
        separator = new QAction(const_cast<JobsPage*>(this));
        separator->setObjectName(QStringLiteral("separator"));
        separator->setSeparator(true);
    }
    return { m_refresh, m_retry, m_cancel, separator, m_columns, m_export };
}

void JobsPage::refresh()
{
    m_context.session.jobs().refresh();
    if (!m_shown.isEmpty()) {
        m_context.session.jobs().track(m_shown);
    }
}

void JobsPage::focusFirst()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

QWidget* JobsPage::filterField() const
{
    return m_filter;
}

ArmId JobsPage::current() const
{
    const auto index = m_list->table()->currentIndex();
    return index.isValid() ? m_rows->idAt(index.row()) : ArmId();
}

void JobsPage::applyFilters()
{
    QSet<JobStatus> statuses;
    if (m_states->currentIndex() == Running) {
        statuses = { JobStatus::InProgress, JobStatus::Cancelling };
    } else if (m_states->currentIndex() == Failed) {
        statuses = { JobStatus::Failed };
    }
    m_rows->setStatuses(statuses);
    const auto operation = m_operation->current();
    m_rows->setOperations(operation.isValid() ? QSet<JobOperation> { static_cast<JobOperation>(operation.toInt()) }
                                              : QSet<JobOperation> {});
    m_rows->setSince(since());
    updateCounts();
    updateActions();
}

std::optional<QDateTime> JobsPage::since() const
{
    const auto hours = m_period->current();
    return hours.isValid() ? std::optional(m_context.language.format().now().toUTC().addSecs(-3600LL * hours.toInt()))
                           : std::nullopt;
}

//! Of the jobs that the other filters let through.
void JobsPage::updateCounts()
{
    const auto& store = m_context.session.jobs();
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

void JobsPage::updateActions()
{
    const auto& store = m_context.session.jobs();
    const auto* job = store.find(current());
    if (job == nullptr) {
        setReason(m_retry, tr("Choose a job first."));
        setReason(m_cancel, tr("Choose a job first."));
        return;
    }
    setReason(m_retry, presentation::canRetry(*job, store.isRepeatable(*job)).reason());
    setReason(m_cancel, presentation::canCancel(*job, m_context.session.capabilities()).reason());
}

void JobsPage::showDetails(const ArmId& job)
{
    m_shown = job;
    m_details->setJob(job);
    if (!m_details->isVisibleTo(this) && m_blade == nullptr) {
        m_details->show();
    }
    placeDetails();
}

void JobsPage::closeDetails()
{
    m_shown = ArmId();
    if (m_blade != nullptr) {
        m_blade->closeBlade();
        return;
    }
    m_details->hide();
    placeDetails();
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

JobDetails* JobsPage::makeDetails()
{
    auto* details = new JobDetails(m_context, this);
    connect(details, &JobDetails::retried, this, [this](const ArmId& job) {
        m_wanted = job;
        selectWanted();
    });
    connect(details, &JobDetails::cancelWanted, this, &JobsPage::askCancel);
    return details;
}

//! Beside the list, or over it where the window is narrow.
void JobsPage::placeDetails()
{
    if (window() == this) {
        return; // not in its window yet
    }
    const bool narrow = window()->width() < Breakpoint::detailsPaneOverlaysBelow;
    auto margins = m_left->contentsMargins();
    margins.setRight(m_details->isVisibleTo(this) && !narrow ? Space::lg : Size::contentMargin);
    m_left->setContentsMargins(margins);
    if (m_shown.isEmpty() || narrow == (m_blade != nullptr)) {
        return;
    }
    if (narrow) {
        auto* blade = new Blade(window(), Size::blade);
        blade->setObjectName(QStringLiteral("jobBlade"));
        auto* details = makeDetails();
        details->setJob(m_shown);
        details->fill(*blade);
        connect(blade, &Blade::closed, this, [this] { m_shown = ArmId(); });
        m_blade = blade;
        m_details->hide();
        m_context.navigator.openBlade(blade);
    } else {
        const auto shown = m_shown; // closing the blade forgets it
        m_blade->closeBlade();
        m_blade = nullptr;
        m_shown = shown;
        m_details->show();
        placeDetails();
    }
}

void JobsPage::selectWanted()
{
    updateCounts();
    if (m_wanted.isEmpty()) {
        return;
    }
    const auto index = m_rows->indexOf(m_wanted);
    if (index.isValid()) {
        m_list->table()->setCurrentIndex(index);
        m_list->table()->scrollTo(index);
    }
    showDetails(m_wanted);
    if (index.isValid()) {
        m_wanted = ArmId();
    }
}

void JobsPage::askCancel(const ArmId& job)
{
    if (!job.isEmpty()) {
        m_context.navigator.openBlade(new CancelJobBlade(m_context, job, window()));
    }
}

void JobsPage::retryJob()
{
    const auto job = current();
    if (job.isEmpty()) {
        return;
    }
    whenDone(m_context.session.jobs().retry(job), this, [this](const Result<presentation::StartedJob>& result) {
        if (result && !result->job.isEmpty()) {
            m_wanted = result->job;
            selectWanted();
        }
    });
}

void JobsPage::retranslate()
{
    m_model->setFormat(m_context.language.format());
    m_rows->setLocale(m_context.language.format().locale());
    m_filter->setHint(tr("Filter by item"));
    m_states->setAccessibleName(tr("Status"));
    m_states->pill(All)->setText(tr("All"));
    m_states->pill(Running)->setText(tr("In progress"));
    m_states->pill(Failed)->setText(tr("Failed"));
    m_operation->setLabel(tr("Operation:"));
    QVector<FilterPill::Choice> operations { { tr("all", "filter: no limit"), {} } };
    for (const auto operation : { JobOperation::Backup, JobOperation::Restore, JobOperation::ConfigureBackup,
                                  JobOperation::DisableBackup, JobOperation::DeleteBackupData, JobOperation::Undelete }) {
        operations.append({ presentation::StatusWords::of(operation), static_cast<int>(operation) });
    }
    m_operation->setChoices(operations);
    m_period->setLabel(tr("Time:"));
    m_period->setChoices({ { tr("30 days"), {} }, { tr("24 h"), hoursPerDay }, { tr("48 h"), 48 }, { tr("7 days"), 168 } });
    m_refresh->setText(tr("Refresh"));
    m_retry->setText(tr("Try again"));
    m_cancel->setText(tr("Cancel job"));
    m_columns->setText(tr("Columns"));
    m_export->setText(tr("Export to CSV"));
    m_list->table()->setAccessibleName(tr("Backup jobs"));
    if (auto* empty = m_list->findChild<EmptyState*>()) {
        empty->setTexts(Icon::Job, tr("No jobs in the chosen period"),
                        tr("A job appears here as soon as a backup or a restore starts."));
    }
    updateCounts();
    updateActions();
}

void JobsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

//! Another page is opened, by a link in the blade for one: the blade is not about that page.
void JobsPage::hideEvent(QHideEvent* event)
{
    if (m_blade != nullptr && !event->spontaneous()) {
        m_blade->closeBlade();
    }
    Page::hideEvent(event);
}

void JobsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    placeDetails();
}

} // namespace valv::views

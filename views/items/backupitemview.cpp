// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/backupitemview.h"

#include "contract/readiness.h"
#include "controls/action.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/checklines.h"
#include "controls/emptystate.h"
#include "controls/essentials.h"
#include "controls/linkbutton.h"
#include "controls/menu.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/tile.h"
#include "frame/emptywords.h"
#include "frame/scrollpage.h"
#include "frame/storetable.h"
#include "frame/vaultroutes.h"
#include "items/deletepointblade.h"
#include "items/itemcommands.h"
#include "items/itemfacts.h"
#include "items/joblist.h"
#include "items/pointblade.h"
#include "policies/policysummaryblade.h"
#include "presentation/app/language.h"
#include "presentation/models/filters.h"
#include "presentation/models/recoverypointmodel.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/readinesstext.h"
#include "presentation/text/statuswords.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QVBoxLayout>

namespace valv::views {

using presentation::RecoveryPointModel;
using presentation::StatusWords;

namespace {

constexpr int latestJobs = 5;
constexpr int usualDays = 30; //!< whose points are shown at first
constexpr int everyDay = 0;

QVector<TableColumn> pointColumns()
{
    QVector<TableColumn> columns(RecoveryPointModel::ColumnCount);
    columns[RecoveryPointModel::Time] = storeColumn(QStringLiteral("time"), CellKind::Link, 116);
    columns[RecoveryPointModel::Time].canHide = false;
    columns[RecoveryPointModel::Consistency] = storeColumn(QStringLiteral("consistency"), CellKind::Status, 114);
    columns[RecoveryPointModel::Type] = storeColumn(QStringLiteral("type"), CellKind::Text, 96, true);
    columns[RecoveryPointModel::KeptUntil] = storeColumn(QStringLiteral("until"), CellKind::Text, 100);
    columns[RecoveryPointModel::KeptBy] = storeColumn(QStringLiteral("by"), CellKind::Secondary, 150);
    columns[RecoveryPointModel::KeptBy].grows = true;
    columns[RecoveryPointModel::Size] = storeColumn(QStringLiteral("size"), CellKind::Number, 82);
    columns[RecoveryPointModel::Stored] = storeColumn(QStringLiteral("stored"), CellKind::Number, 84, true);
    columns[RecoveryPointModel::More] = storeColumn(QStringLiteral("more"), CellKind::Menu, 44);
    columns[RecoveryPointModel::More].canHide = false;
    return columns;
}

} // namespace

BackupItemView::BackupItemView(const Context& context, const ArmId& item, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_item(item)
    , m_points(context.session.recoveryPoints(item))
{
    setObjectName(QStringLiteral("backupItem"));
    m_model = new RecoveryPointModel(m_points, m_context.language.format(), this);
    m_rows = new presentation::RecoveryPointFilter(*m_model, this);
    makeActions();
    makeBody();

    auto& items = m_context.session.items();
    connect(&items, &presentation::ListStoreBase::rowsChanged, this, &BackupItemView::update);
    connect(&items, &presentation::ListStoreBase::countChanged, this, &BackupItemView::update);
    connect(&m_points, &presentation::ListStoreBase::countChanged, this, &BackupItemView::updatePoints);
    connect(&m_points, &presentation::ListStoreBase::stateChanged, this, &BackupItemView::updatePoints);
    auto& jobs = m_context.session.jobs();
    connect(&jobs, &presentation::ListStoreBase::rowsChanged, this, &BackupItemView::updateJobs);
    connect(&jobs, &presentation::ListStoreBase::countChanged, this, &BackupItemView::updateJobs);
    connect(&jobs, &presentation::ListStoreBase::stateChanged, this, &BackupItemView::updateJobs);
    connect(&jobs, &presentation::JobStore::jobEnded, this, [this](const contract::BackupJob& job) {
        if (presentation::JobStore::itemOf(job) == m_item) {
            refresh();
        }
    });
    retranslate();
    items.refreshItem(m_item);
    jobs.want(m_item.vaultId());
}

void BackupItemView::makeActions()
{
    m_commands = new ItemCommands(m_context, QStringLiteral("item"), this);
    m_commands->addKeys(*this);
    m_commands->setItems({m_item});
    connect(m_commands, &ItemCommands::started, this, &BackupItemView::refresh);
    m_refresh = makeAction(Icon::Refresh, {}, this);
    m_refresh->setProperty("alignRight", true);
    connect(m_refresh, &QAction::triggered, this, &BackupItemView::refresh);
}

void BackupItemView::makeBody()
{
    auto* layout = scrolledBody(*this);
    m_message = new MessageBar(MessageKind::Warning);
    m_message->setObjectName(QStringLiteral("item.message"));
    m_message->hide();
    layout->addWidget(m_message);
    m_lacks = new CheckLines;
    m_lacks->setObjectName(QStringLiteral("item.lacks"));
    m_lacks->hide();
    layout->addWidget(m_lacks);
    connect(m_message, &MessageBar::actionTriggered, this, [this] {
        if (m_messageAction == QLatin1String("job")) {
            m_context.navigator.open({QStringLiteral("jobs"), {}, m_messageJob.text()});
        } else {
            m_commands->open(static_cast<ItemCommands::Command>(m_messageCommand));
        }
    });

    m_summaryCard = new Card;
    m_summaryCard->setCollapsible(true);
    m_essentials = new Essentials;
    m_summaryCard->add(m_essentials);
    layout->addWidget(m_summaryCard);
    connect(m_essentials, &Essentials::linkActivated, this, [this](const QString& link) {
        if (link == QLatin1String("policy")) {
            openPolicy();
        } else if (link == QLatin1String("vault")) {
            m_context.navigator.open(vaultRoute(m_item.vaultId()));
        } else if (link == QLatin1String("job") && !m_lastJob.isEmpty()) {
            m_context.navigator.open({QStringLiteral("jobs"), {}, m_lastJob.text()});
        }
    });

    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(Size::tileGap);
    m_app = new Tile(Icon::Protected, Role::Ok, {});
    m_fileSystem = new Tile(Icon::FileSystem, Role::Accent, {});
    m_crash = new Tile(Icon::Crash, Role::Warn, {});
    for (auto* tile : {m_app, m_fileSystem, m_crash}) {
        tile->setClickable(false);
        tiles->addWidget(tile, 1);
    }
    layout->addLayout(tiles);

    auto columns = pointColumns();
    // The heading says what it is about: the short word leaves room for why the point is kept.
    columns[RecoveryPointModel::Consistency].cell =
        [this, look = columns[RecoveryPointModel::Consistency].cell](const QModelIndex& index, Cell& cell) {
            look(index, cell);
            if (const auto* point = m_points.find(m_rows->idAt(index.row()))) {
                cell.text = StatusWords::consistencyShort(point->consistency.value());
            }
        };
    m_table = new StoreTable(m_context, QStringLiteral("points"), m_points, *m_rows, columns);
    m_table->table()->setFitRows(true);
    m_table->table()->sortByColumn(RecoveryPointModel::Time, Qt::DescendingOrder);
    m_period = new FilterPill({});
    m_period->setObjectName(QStringLiteral("points.period"));
    m_table->card()->addHeaderWidget(m_period);
    connect(m_period, &FilterPill::currentChanged, this, &BackupItemView::updatePoints);
    connect(m_table, &StoreTable::clearFilterWanted, this, [this] { m_period->setCurrent(everyDay); });
    auto* empty = new EmptyState(Icon::Pending, {}, {});
    connect(empty->setButton({}), &QAbstractButton::clicked, m_commands->action(ItemCommands::BackupNow),
            &QAction::trigger);
    m_table->setEmptyState(empty);
    connect(m_table->table(), &Table::opened, this,
            [this](const QModelIndex& index) { openRestore(m_rows->idAt(index.row()).name()); });
    connect(m_table->table(), &Table::contextMenuWanted, this,
            [this](const QModelIndex& index, const QPoint& at) { showPointMenu(m_rows->idAt(index.row()), at); });
    m_jobsCard = new Card;
    m_jobsCard->setFlush(true);
    m_jobs = new JobList(m_context);
    m_jobsCard->add(m_jobs);
    m_jobsCard->body()->addStretch(1);
    connect(m_jobsCard->setLink({}), &QAbstractButton::clicked, this, [this] {
        m_context.navigator.open({QStringLiteral("jobs"), m_item.text(), {}});
    });
    connect(m_jobs, &JobList::opened, this, [this](const ArmId& job) {
        m_context.navigator.open({QStringLiteral("jobs"), {}, job.text()});
    });
    m_bottom = new QGridLayout;
    m_bottom->setSpacing(Size::tileGap);
    layout->addLayout(m_bottom);
    layout->addStretch(1);
    arrange();
}

QList<QAction*> BackupItemView::commands() const
{
    auto* divider = findChild<QAction*>(QStringLiteral("divider"));
    if (divider == nullptr) {
        divider = new QAction(const_cast<BackupItemView*>(this));
        divider->setObjectName(QStringLiteral("divider"));
        divider->setSeparator(true);
    }
    auto commands = m_commands->all();
    commands.removeOne(m_commands->action(ItemCommands::Pin)); // stands in the menus of lists
    commands.insert(ItemCommands::ChangePolicy, divider);
    return commands << m_refresh;
}

void BackupItemView::refresh()
{
    m_points.refresh();
    m_context.session.items().refreshItem(m_item);
    m_context.session.jobs().refresh();
    m_askedRoom = false;
}

void BackupItemView::focusFirst()
{
    m_essentials->focusFirst(); // what lies further down would scroll the top of the page away
}

void BackupItemView::update()
{
    const auto* item = m_context.session.items().find(m_item);
    if (item == nullptr) {
        return;
    }
    updateCommands(*item);
    updateEssentials(*item);
    updateMessage(*item);
    updateLacks(*item);
    updatePoints();
    updateJobs();
}

void BackupItemView::updateEssentials(const contract::ProtectedItem& item)
{
    const auto* last = m_context.session.jobs().latestOf(m_item);
    m_lastJob = last != nullptr ? last->id : ArmId();
    m_essentials->setFacts(itemFacts(item, m_context.session, m_points, m_context.language.format()));
}

//! Before the first backup: what makes it fail, or less good.
void BackupItemView::updateLacks(const contract::ProtectedItem& item)
{
    QList<CheckLines::Line> lines;
    const auto* row = m_context.session.virtualMachines().find(item.sourceResourceId);
    if (row != nullptr && presentation::protectionOf(item) == presentation::Protection::InitialPending
        && item.runningJob.isEmpty()) {
        askRoom();
        for (const auto& note :
             contract::readiness(row->vm, m_freeBytes < 0 ? std::nullopt : std::optional(m_freeBytes))) {
            lines.append({note.obstacle ? StatusKind::Failed : StatusKind::Warning,
                          presentation::ReadinessText::whole(note, row->vm, m_context.language.locale())});
        }
    }
    m_lacks->setLines(lines);
    m_lacks->setVisible(!lines.isEmpty());
}

//! Once, until it is read again; without an answer nothing is said of it.
void BackupItemView::askRoom()
{
    if (m_askedRoom) {
        return;
    }
    m_askedRoom = true;
    whenDone(m_context.session.vaults().usages(m_item.vaultId()), this, [this](const auto& usages) {
        m_freeBytes = usages ? presentation::VaultUsage::of(m_item.vaultId(), *usages).freeBytes : -1;
        if (const auto* item = m_context.session.items().find(m_item)) {
            updateLacks(*item);
        }
    });
}

void BackupItemView::updateMessage(const contract::ProtectedItem& item)
{
    const auto* last = m_context.session.jobs().latestOf(m_item);
    m_messageAction = QStringLiteral("command");
    m_messageCommand = ItemCommands::BackupNow;
    if (last != nullptr && last->isRunning()) {
        m_messageJob = last->id;
        m_messageAction = QStringLiteral("job");
        QString words = StatusWords::of(last->status);
        if (last->progress) {
            words += QLatin1Char(' ') + m_context.language.format().percent(*last->progress / 100.0);
        }
        m_message->setMessage(MessageKind::Info, StatusWords::operation(last->operation.value(), last->userTriggered),
                              words);
        m_message->setAction(tr("Follow the job"));
        m_message->show();
        return;
    }
    if (item.softDeleted) {
        m_messageCommand = ItemCommands::Undelete;
        const auto days = presentation::daysUntilGone(item, m_context.language.format().now());
        m_message->setMessage(
            MessageKind::Warning, tr("Soft deleted."),
            days ? tr("%n day(s) until permanent deletion. Until then it can be undone.", nullptr, *days)
                 : tr("Until the data is removed for good, the deletion can be undone."));
        m_message->setAction(tr("Undelete"));
        m_message->show();
        return;
    }
    if (presentation::protectionOf(item) == presentation::Protection::Stopped) {
        m_messageCommand = ItemCommands::Resume;
        m_message->setMessage(MessageKind::Info, tr("Backup is stopped."),
                              tr("No more backups are made. The recovery points are kept until you delete them, and "
                                 "can be restored."));
        m_message->setAction(tr("Resume backup"));
        m_message->show();
        return;
    }
    if (item.state == contract::ProtectionState::IRPending) {
        m_message->setMessage(
            MessageKind::Warning, tr("Warning (initial backup pending)."),
            tr("The policy is in place, but no data has been copied yet. Restore becomes possible when "
               "the first copy is done."));
        m_message->setAction(tr("Back up now"));
        m_message->show();
        return;
    }
    last = m_context.session.jobs().latestBackupOf(m_item);
    if (item.lastBackupStatus == contract::LastBackupStatus::Failed && last != nullptr) {
        m_messageJob = last->id;
        m_messageAction = QStringLiteral("job");
        QString words;
        if (!last->errors.isEmpty()) {
            Error error{last->errors.constFirst().code.toStdString(),
                        last->errors.constFirst().message.toStdString(),
                        {},
                        {},
                        {}};
            words = presentation::ErrorText::of(error, m_context.language.locale()).sentence();
        }
        m_message->setMessage(MessageKind::Error, tr("The last backup failed."), words);
        m_message->setAction(tr("Show the job"));
        m_message->show();
        return;
    }
    m_message->hide();
}

void BackupItemView::updatePoints()
{
    using contract::ConsistencyType;
    const auto& format = m_context.language.format();
    const auto days = m_period->current();
    std::optional<QDateTime> since;
    if (days != QVariant(everyDay)) {
        since = format.now().toUTC().addDays(-(days.isValid() ? days.toInt() : usualDays));
    }
    m_rows->setSince(since);
    const auto count = [&](ConsistencyType consistency) { // what is not read is not none
        return m_points.hasLoaded() ? format.number(m_points.countOf(consistency, since.value_or(QDateTime())))
                                    : QString();
    };
    m_app->setValue(count(ConsistencyType::AppConsistent));
    m_fileSystem->setValue(count(ConsistencyType::FileSystemConsistent));
    m_crash->setValue(count(ConsistencyType::CrashConsistent));
    const int shown = m_rows->rowCount();
    //: %1 of %n are shown
    m_table->card()->setCaption(
        m_points.isEmpty() ? QString()
            : shown < m_points.count()
            ? tr("%1 of %n recovery point(s)", nullptr, m_points.count()).arg(format.number(shown))
            : presentation::Format::recoveryPoints(shown));
    if (const auto* item = m_context.session.items().find(m_item)) {
        updateEssentials(*item);
    }
}

void BackupItemView::updateJobs()
{
    const auto& jobs = m_context.session.jobs();
    const EmptyWords none{tr("Reading the jobs …"), tr("The jobs could not be read."), tr("No job has run yet.")};
    m_jobs->setJobs(jobs.of(m_item).mid(0, latestJobs), jobs.isBusy() ? none.reading : none.of(jobs));
    if (const auto* item = m_context.session.items().find(m_item)) {
        updateEssentials(*item);
        updateMessage(*item);
    }
}

//! What belongs to a state that the item is not in stays away; the rest says why it can't be used now.
void BackupItemView::updateCommands(const contract::ProtectedItem& item)
{
    using presentation::Protection;
    const auto protection = presentation::protectionOf(item);
    const bool gone = protection == Protection::SoftDeleted;
    const bool stopped = protection == Protection::Stopped;
    m_commands->action(ItemCommands::ChangePolicy)->setVisible(!gone && !stopped);
    m_commands->action(ItemCommands::Stop)->setVisible(!gone && !stopped);
    m_commands->action(ItemCommands::Resume)->setVisible(stopped);
    m_commands->action(ItemCommands::Delete)->setVisible(stopped);
    m_commands->action(ItemCommands::Undelete)->setVisible(gone);
    m_commands->update();
}

void BackupItemView::openRestore(const QString& point)
{
    if (m_commands->action(ItemCommands::Restore)->isEnabled()) {
        m_context.navigator.open({QStringLiteral("restore"), m_item.text(), point});
    }
}

void BackupItemView::showPointMenu(const ArmId& point, const QPoint& at)
{
    auto* menu = new Menu(this);
    menu->setObjectName(QStringLiteral("point.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* restore = menu->addAction(icon(Icon::Restore, Role::Accent), tr("Restore VM"), this,
                                    [this, point] { openRestore(point.name()); });
    setReason(restore, reason(m_commands->action(ItemCommands::Restore)));
    auto* details = menu->addAction(icon(Icon::Clock, Role::Accent), tr("How long it is kept"), this, [this, point] {
        m_context.navigator.openBlade(new PointBlade(m_context, point, window()));
    });
    details->setObjectName(QStringLiteral("point.open"));
    menu->addSeparator();
    auto* remove = menu->addAction(icon(Icon::Delete, Role::Error), tr("Delete recovery point"), this, [this, point] {
        m_context.navigator.openBlade(new DeletePointBlade(m_context, point, window()));
    });
    remove->setObjectName(QStringLiteral("point.remove"));
    setReason(remove, m_context.session.refusals().can(presentation::Deed::DeletePoint, point).reason());
    menu->popup(at);
}

void BackupItemView::openPolicy()
{
    const auto* item = m_context.session.items().find(m_item);
    if (item != nullptr && !item->policyId.isEmpty()) {
        m_context.navigator.openBlade(new PolicySummaryBlade(m_context, item->policyId, window()));
    }
}

void BackupItemView::arrange()
{
    const bool narrow = width() < Size::bladeWide + Size::resourceMenu;
    m_bottom->removeWidget(m_table);
    m_bottom->removeWidget(m_jobsCard);
    m_bottom->addWidget(m_table, 0, 0);
    m_bottom->addWidget(m_jobsCard, narrow ? 1 : 0, narrow ? 0 : 1);
    m_bottom->setColumnStretch(0, 68);
    m_bottom->setColumnStretch(1, narrow ? 0 : 32);
    for (auto* tile : {m_app, m_fileSystem, m_crash}) {
        tile->setCompact(narrow);
    }
    using contract::ConsistencyType;
    m_app->setTitle(narrow ? StatusWords::consistencyShort(ConsistencyType::AppConsistent)
                           : tr("Application-consistent"));
    m_fileSystem->setTitle(narrow ? StatusWords::consistencyShort(ConsistencyType::FileSystemConsistent)
                                  : tr("File-system-consistent"));
    m_crash->setTitle(narrow ? StatusWords::consistencyShort(ConsistencyType::CrashConsistent)
                             : tr("Crash-consistent"));
}

void BackupItemView::retranslate()
{
    m_model->setFormat(m_context.language.format());
    m_rows->setLocale(m_context.language.format().locale());
    m_commands->retranslate();
    m_refresh->setText(tr("Refresh"));
    m_summaryCard->setTitle(tr("Summary"));
    arrange();
    m_app->setCaption(tr("VSS or pre/post scripts"));
    m_fileSystem->setCaption(tr("frozen file systems"));
    m_crash->setCaption(tr("off or without agent"));
    m_table->card()->setTitle(tr("Recovery points"));
    m_table->table()->setAccessibleName(tr("Recovery points"));
    m_period->setChoices(
        {{tr("Last 30 days"), {}}, {tr("Last 90 days"), 90}, {tr("Last year"), 365}, {tr("All points"), everyDay}});
    m_jobsCard->setTitle(tr("Latest jobs"));
    m_jobsCard->setLink(tr("Show all"));
    if (auto* empty = m_table->findChild<EmptyState*>()) {
        const auto* item = m_context.session.items().find(m_item);
        empty->setTexts(Icon::Pending, tr("No recovery points yet"),
                        item != nullptr && item->nextRun
                            ? tr("The first point is made on %1. Choose Back up now if you don't want to wait.")
                                  .arg(m_context.language.format().dateTimeSentence(*item->nextRun))
                            : tr("The first point is made at the first backup."));
        empty->setButton(tr("Back up now"));
    }
    update();
}

void BackupItemView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void BackupItemView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace valv::views

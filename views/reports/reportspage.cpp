// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportspage.h"

#include "controls/action.h"
#include "controls/datefield.h"
#include "controls/emptystate.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/segmentedcontrol.h"
#include "controls/skeleton.h"
#include "controls/table.h"
#include "controls/tile.h"
#include "frame/alertroutes.h"
#include "frame/scrollpage.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/models/reporttext.h"
#include "presentation/stores/reportloader.h"
#include "presentation/text/errortext.h"
#include "reports/reportcards.h"
#include "reports/reportexport.h"
#include "reports/reportrows.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMap>
#include <QVBoxLayout>

#include <cstdlib>

namespace valv::views {

using presentation::BackupReport;
using presentation::ErrorText;
using presentation::Format;
using presentation::LoadState;
using presentation::ReportPeriod;
using presentation::ReportText;

namespace {

constexpr int usualDays = 30;
constexpr int rowsShown = 10;
constexpr int loadingRows = 8;

ReportCell textOf(const QString& text)
{
    return {text, {}};
}

ReportCell numberOf(const QString& text, double value)
{
    return {text, value};
}

} // namespace

ReportsPage::ReportsPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_vault(ArmId::parse(route.subject).value_or(ArmId()).vaultId())
    , m_loader(new presentation::ReportLoader(context.session, this))
{
    auto* body = scrolledBody(*this);
    makePeriod();
    auto* line = new QHBoxLayout;
    line->setSpacing(Space::md);
    line->addWidget(m_period);
    line->addWidget(m_vaultPill);
    line->addStretch(1);
    line->addWidget(m_span);
    body->addLayout(line);
    body->addWidget(m_own);
    m_message = new MessageBar(MessageKind::Error);
    m_message->setObjectName(QStringLiteral("reports.message"));
    m_message->hide();
    connect(m_message, &MessageBar::actionTriggered, this, &ReportsPage::refresh);
    body->addWidget(m_message);
    m_loading = new Skeleton(loadingRows);
    m_loading->setObjectName(QStringLiteral("reports.loading"));
    body->addWidget(m_loading);
    m_empty = new EmptyState(Icon::Report, {}, {});
    m_empty->hide();
    body->addWidget(m_empty);

    m_content = new QWidget;
    auto* content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(Size::tileGap);
    body->addWidget(m_content);
    body->addStretch(1);
    makeTiles();
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(Size::tileGap);
    for (auto* tile : {m_success, m_failed, m_stored, m_instances}) {
        tile->setClickable(false);
        tiles->addWidget(tile, 1);
    }
    content->addLayout(tiles);
    const auto pair = [this, content](QWidget* left, QWidget* right) {
        auto* row = new QHBoxLayout;
        row->setSpacing(Size::tileGap);
        row->addWidget(left, 1);
        row->addWidget(right, 1);
        content->addLayout(row);
        m_pairs.append(row);
    };
    m_jobs = new ReportJobsCard(m_context);
    m_storage = new ReportStorageCard(m_context);
    pair(m_jobs, m_storage);
    m_vaults = makeTable("reports.vaults", 7, 1, 0, Qt::AscendingOrder);
    content->addWidget(m_vaults.card);
    m_failures = makeTable("reports.failures", 5, 2, 4, Qt::DescendingOrder);
    m_data = makeTable("reports.data", 4, 2, 3, Qt::DescendingOrder);
    pair(m_failures.card, m_data.card);
    m_classes = new ReportInstancesCard(m_context);
    m_kept = makeTable("reports.retention", 5, 2, 3, Qt::DescendingOrder);
    pair(m_kept.card, m_classes);
    makeActions();

    connect(m_loader, &presentation::ReportLoader::changed, this, &ReportsPage::update);
    connect(&m_context.session.vaults(), &presentation::ListStoreBase::countChanged, this, &ReportsPage::updateVaults);
    connect(&m_context.settings, &presentation::Settings::changed, this, [this](presentation::Settings::Key key) {
        if (key == presentation::Settings::Key::Prices) {
            update();
        }
    });
    connect(&m_context.session.jobs(), &presentation::JobStore::jobEnded, this, &ReportsPage::ask);
    retranslate();
    ask();
}

void ReportsPage::makePeriod()
{
    m_period = new SegmentedControl;
    m_period->setObjectName(QStringLiteral("reports.period"));
    for (const int days : {7, usualDays, 90, 0}) {
        m_period->addSegment({}, days);
    }
    m_period->setCurrentData(usualDays);
    connect(m_period, &SegmentedControl::currentChanged, this, [this] {
        m_own->setVisible(m_period->currentData().toInt() == 0);
        ask();
    });
    const QDate today = m_context.language.format().today();
    m_own = new QWidget;
    auto* line = new QHBoxLayout(m_own);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::md);
    const auto date = [&](const char* name, QDate first, DateField*& edit, Field*& field) {
        edit = new DateField;
        edit->setObjectName(QLatin1String(name));
        edit->setToday(today);
        edit->setRange(QDate(2000, 1, 1), today);
        edit->setDate(first);
        field = new Field({}, edit);
        line->addWidget(field);
        connect(edit, &DateField::dateChanged, this, &ReportsPage::ask);
        connect(edit, &DateField::rejected, this, &ReportsPage::ask);
    };
    date("reports.from", today.addDays(1 - usualDays), m_from, m_fromField);
    date("reports.to", today, m_to, m_toField);
    line->addStretch(1);
    m_own->hide();
    m_vaultPill = new FilterPill({});
    m_vaultPill->setObjectName(QStringLiteral("reports.vault"));
    m_vaultPill->setVisible(m_vault.isEmpty());
    connect(m_vaultPill, &FilterPill::currentChanged, this, &ReportsPage::ask);
    m_span = new Label(LabelKind::Secondary);
    m_span->setObjectName(QStringLiteral("reports.span"));
}

void ReportsPage::makeTiles()
{
    m_success = new Tile(Icon::Ok, Role::Ok, {});
    m_success->setObjectName(QStringLiteral("reports.success"));
    m_failed = new Tile(Icon::Failed, Role::Error, {});
    m_failed->setObjectName(QStringLiteral("reports.failed"));
    m_stored = new Tile(Icon::Storage, Role::Accent, {});
    m_stored->setObjectName(QStringLiteral("reports.stored"));
    m_instances = new Tile(Icon::Protected, Role::Accent, {});
    m_instances->setObjectName(QStringLiteral("reports.instances"));
}

void ReportsPage::makeActions()
{
    m_refresh = makeAction(Icon::Refresh, {}, this);
    connect(m_refresh, &QAction::triggered, this, &ReportsPage::refresh);
    const auto exports = [this](Icon icon, const char* name, auto run) {
        auto* action = makeAction(icon, {}, this);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, run] {
            run(m_context, this,
                ReportText(m_loader->report(), scopeName(), m_context.language.format(), m_context.settings.prices()));
        });
        return action;
    };
    m_csv = exports(Icon::Csv, "reports.csv", exportReportCsv);
    m_pdf = exports(Icon::FileText, "reports.pdf", exportReportPdf);
}

ReportsPage::TableCard ReportsPage::makeTable(const char* name, int columns, int texts, int sorted, Qt::SortOrder order)
{
    TableCard made{};
    made.card = new Card;
    made.card->setFlush(true);
    made.table = new Table;
    made.table->setObjectName(QLatin1String(name));
    made.rows = new ReportRows(texts, this);
    made.table->setModel(made.rows);
    QVector<TableColumn> looks(columns);
    for (int i = 0; i < columns; ++i) {
        looks[i].id = QString::number(i);
        looks[i].kind = i == 0 ? CellKind::Link : i < texts ? CellKind::Secondary : CellKind::Number;
        looks[i].grows = i == 0;
        looks[i].width = i == 0 ? 120 : 70;
        looks[i].leaves = i < texts ? (i == 0 ? 0 : columns) : i == columns - 1 ? 0 : columns - i;
    }
    made.rows->setContent(QStringList(columns), {}); // the columns are there from the start
    made.table->setColumns(looks);
    made.table->setFitRows(true);
    made.table->sortByColumn(sorted, order);
    made.table->setSortingEnabled(true);
    made.none = new Label(LabelKind::Secondary);
    made.none->setWordWrap(true);
    made.none->setContentsMargins(Space::lg, Space::md, Space::lg, Space::md);
    made.card->add(made.none);
    made.card->add(made.table);
    connect(made.table, &Table::opened, this, [this, rows = made.rows](const QModelIndex& index) {
        if (!rows->routeAt(index.row()).page.isEmpty()) {
            m_context.navigator.open(rows->routeAt(index.row()));
        }
    });
    return made;
}

PageHeading ReportsPage::heading() const
{
    const QString title = tr("Reports");
    if (m_vault.isEmpty()) {
        return {title, tr("All vaults"), Icon::Report, {{title, {}}}};
    }
    return vaultHeading(m_vault, title);
}

QList<QAction*> ReportsPage::commands() const
{
    return {m_refresh, m_csv, m_pdf};
}

QList<MenuEntry> ReportsPage::resourceMenu() const
{
    return m_vault.isEmpty() ? QList<MenuEntry>() : vaultMenu(m_context, m_vault);
}

void ReportsPage::refresh()
{
    if (!m_context.session.vaults().hasLoaded()) {
        m_context.session.refreshAll(); // what a report begins with
    }
    ask();
}

void ReportsPage::focusFirst()
{
    m_period->setFocus(Qt::OtherFocusReason);
}

ArmId ReportsPage::vault() const
{
    return m_vault.isEmpty() ? ArmId::parse(m_vaultPill->current().toString()).value_or(ArmId()) : m_vault;
}

QString ReportsPage::scopeName() const
{
    return vault().isEmpty() ? tr("All vaults") : vault().name();
}

std::optional<ReportPeriod> ReportsPage::period()
{
    const QDate today = m_context.language.format().today();
    const int days = m_period->currentData().toInt();
    m_fromField->setError({});
    m_toField->setError({});
    if (days > 0) {
        return ReportPeriod{today.addDays(1 - days), today};
    }
    const std::pair<DateField*, Field*> fields[]{{m_from, m_fromField}, {m_to, m_toField}};
    bool good = true;
    for (const auto& [edit, field] : fields) {
        if (!edit->isValidDate()) {
            field->setError(tr("Enter a date that is not in the future."));
            good = false;
        }
    }
    const ReportPeriod own{m_from->date(), m_to->date()};
    if (const auto problem = own.problem(); good && !problem.isEmpty()) {
        m_toField->setError(ErrorText::of(problem, QVariantList(), m_context.language.locale()).underField());
        good = false;
    }
    return good ? std::optional(own) : std::nullopt;
}

void ReportsPage::ask()
{
    if (const auto wanted = period()) {
        m_loader->ask(*wanted, vault(), m_context.language.format().zone());
    }
}

void ReportsPage::update()
{
    setBusy(m_loader->isBusy());
    updateMessage();
    const auto& report = m_loader->report();
    const ReportText text(report, scopeName(), m_context.language.format());
    const bool there = !report.days.isEmpty();
    const bool empty = there && report.isEmpty();
    m_loading->setVisible(!there && m_loader->isBusy());
    m_empty->setVisible(empty && !m_loader->error()); // what could not be read is not known to be nothing
    m_content->setVisible(there && !empty);
    m_span->setText(there ? text.period() : m_loader->isBusy() ? tr("Reading …") : QString());
    const QString reason = !there ? tr("There is no report yet.")
        : empty                   ? tr("There is nothing to export.")
                                  : QString();
    setReason(m_csv, reason);
    setReason(m_pdf, reason);
    if (!there || empty) {
        return;
    }
    updateTiles(report, text);
    m_jobs->show(report);
    m_storage->show(report, m_context.session.capabilities().vaultFacts);
    m_classes->show(report);
    updateTables(report, text);
}

//! What could not be read is not known to be well.
void ReportsPage::updateMessage()
{
    const auto& error = m_loader->error();
    const bool stale = m_loader->state() == LoadState::Stale;
    const bool wrong = error && (stale || m_loader->state() == LoadState::Failed);
    if (wrong) {
        const auto held = m_loader->heldFrom();
        m_message->setMessage(stale ? MessageKind::Warning : MessageKind::Error,
                              held.isValid()
                                  ? tr("Showing data from %1.").arg(m_context.language.format().dateTimeShort(held))
                                  : stale ? tr("Not everything could be read; the report lacks something.")
                                          : tr("The report could not be read."),
                              ErrorText::of(*error, m_context.language.locale()).sentence());
        m_message->setAction(tr("Try again"));
    }
    m_message->setVisible(wrong);
}

void ReportsPage::updateTiles(const BackupReport& report, const ReportText& text)
{
    const auto& format = m_context.language.format();
    m_success->setValue(report.jobs.ended() == 0 ? QString() : text.success(report.jobs));
    //: %1 is a number of jobs
    m_success->setCaption(tr("of %1").arg(Format::jobs(report.jobs.ended())));
    m_failed->setValue(text.number(report.jobs.failed));
    m_failed->setCaption(report.jobs.warned > 0 ? tr("%n with warnings", nullptr, report.jobs.warned) : QString());
    const auto first = report.storedFirst();
    const auto last = report.storedLast();
    m_stored->setValue(last < 0 ? QString() : text.size(last));
    const auto grown = format.size(static_cast<std::uint64_t>(std::abs(last - first)));
    //: how the storage changed; %1 is a size
    m_stored->setCaption(last < 0 || first < 0 ? QString()
                             : last >= first   ? tr("+%1").arg(grown)
                                               : tr("−%1").arg(grown));
    m_instances->setValue(text.number(report.instances.instances()));
    m_instances->setCaption(Format::items(static_cast<int>(report.items.size())));
}

void ReportsPage::updateTables(const BackupReport& report, const ReportText& text)
{
    const auto count = [&text](int value) { return numberOf(text.number(value), value); };
    const auto size = [&text](qint64 bytes) { return numberOf(text.size(bytes), static_cast<double>(bytes)); };
    const auto rate = [&text](const presentation::JobTally& jobs) {
        return numberOf(text.success(jobs), jobs.successRate().value_or(-1));
    };
    QList<ReportRows::Row> rows;
    for (const auto& vault : report.vaults) {
        rows.append({{textOf(vault.vault.name()), count(vault.items), count(vault.jobs.ended()),
                      count(vault.jobs.failed), size(vault.storedLast), count(vault.instances()), rate(vault.jobs)},
                     vaultRoute(vault.vault)});
    }
    m_vaults.rows->setContent(
        {tr("Vault"), tr("Backup items"), tr("Jobs"), tr("Failed"), tr("Stored"), tr("Instances"), tr("Success rate")},
        rows);
    rows.clear();
    for (const auto& item : report.mostFailures(rowsShown)) {
        rows.append({{textOf(item.name), textOf(item.item.vaultId().name()), count(item.jobs.ended()), rate(item.jobs),
                      count(item.jobs.failed)},
                     alertTargetRoute(item.item)});
    }
    m_failures.rows->setContent({tr("Backup item"), tr("Vault"), tr("Jobs"), tr("Success rate"), tr("Failed")}, rows);
    rows.clear();
    for (const auto& item : report.mostData(rowsShown)) {
        rows.append(
            {{textOf(item.name), textOf(item.item.vaultId().name()), size(item.storedBytes), size(item.sourceBytes)},
             alertTargetRoute(item.item)});
    }
    m_data.rows->setContent({tr("Backup item"), tr("Vault"), tr("New in the period"), tr("Data")}, rows);
    rows.clear();
    for (const auto& policy : report.policies.mid(0, rowsShown)) {
        rows.append({{textOf(policy.name), textOf(policy.policy.vaultId().name()), count(policy.items),
                      numberOf(text.kept(policy), policy.days),
                      numberOf(m_context.language.format().number(policy.points), static_cast<double>(policy.points))},
                     Route{QStringLiteral("policy"), policy.policy.text(), {}}});
    }
    m_kept.rows->setContent({tr("Policy"), tr("Vault"), tr("Items"), tr("Longest kept"), tr("Points when full")}, rows);
    for (const auto& one : {m_vaults, m_failures, m_data, m_kept}) {
        one.none->setVisible(one.rows->rowCount() == 0);
        one.table->setVisible(one.rows->rowCount() > 0);
    }
}

//! Only those that can be read.
void ReportsPage::updateVaults()
{
    const auto& vaults = m_context.session.vaults();
    QMap<QString, QString> names; // name → id
    for (int row = 0; row < vaults.count(); ++row) {
        if (presentation::isOpenable(vaults.at(row))) {
            names.insert(vaults.at(row).name, vaults.idAt(row).text());
        }
    }
    QVector<FilterPill::Choice> choices{{tr("all", "filter: no limit"), {}}};
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        choices.append({it.key(), it.value()});
    }
    m_vaultPill->setChoices(choices);
}

void ReportsPage::retranslate()
{
    const int periods[]{7, usualDays, 90};
    for (int i = 0; i < 3; ++i) {
        m_period->setSegmentText(i, tr("Last %1 days").arg(periods[i]));
    }
    m_period->setSegmentText(3, tr("Custom period"));
    m_period->setAccessibleName(tr("Period"));
    m_fromField->setLabel(tr("&From"));
    m_toField->setLabel(tr("&To"));
    m_vaultPill->setLabel(tr("Vault:"));
    m_success->setTitle(tr("Job success rate"));
    m_failed->setTitle(tr("Failed jobs"));
    m_stored->setTitle(tr("Storage"));
    m_instances->setTitle(tr("Protected instances"));
    m_vaults.card->setTitle(tr("Vaults"));
    m_vaults.table->setAccessibleName(tr("Vaults"));
    m_vaults.none->setText(tr("There are no vaults."));
    m_failures.card->setTitle(tr("Items with the most failures"));
    m_failures.table->setAccessibleName(tr("Items with the most failures"));
    m_failures.none->setText(tr("Nothing failed in this period."));
    m_data.card->setTitle(tr("Items with the most data"));
    m_data.table->setAccessibleName(tr("Items with the most data"));
    m_data.none->setText(tr("It is not known how much data the items have."));
    m_kept.card->setTitle(tr("Policies with the most retention"));
    m_kept.table->setAccessibleName(tr("Policies with the most retention"));
    m_kept.none->setText(tr("There are no policies."));
    m_refresh->setText(tr("Refresh"));
    m_csv->setText(tr("Export to CSV"));
    m_pdf->setText(tr("Export to PDF"));
    m_empty->setTexts(
        Icon::Report, tr("No data for the chosen period"),
        tr("A report is made of backups that have run. Choose another period, or come back after the first "
           "backup."));
    updateVaults();
    (void)period(); // what is wrong is said in this language
    update();
}

void ReportsPage::arrange()
{
    const bool narrow = window()->width() < Breakpoint::essentialsOneColumnBelow;
    for (auto* pair : std::as_const(m_pairs)) {
        pair->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }
}

void ReportsPage::resizeEvent(QResizeEvent* event)
{
    arrange();
    Page::resizeEvent(event);
}

void ReportsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views

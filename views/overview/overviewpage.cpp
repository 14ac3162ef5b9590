// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overviewpage.h"

#include "controls/action.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/chart.h"
#include "controls/essentials.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/tile.h"
#include "frame/emptywords.h"
#include "frame/navigator.h"
#include "frame/schedulesnote.h"
#include "frame/scrollpage.h"
#include "frame/vaultpicker.h"
#include "frame/vaultroutes.h"
#include "overview/overviewcards.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/readinesstext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace valv::views {

using presentation::EstateSummary;
using presentation::Format;
using presentation::Protection;
using presentation::ReadinessText;

namespace {

constexpr int rowsShown = 8;
constexpr int runsShown = 5;
constexpr int hours = 24;
constexpr int hourLabels = 4; // every so many hours one
constexpr int updateDelay = 100; // milliseconds

const QString machinesPage = QStringLiteral("virtualmachines");
const QString jobsPage = QStringLiteral("jobs");

//! What stands under a fact: why it is so, or what to do.
Fact hint(const QString& words)
{
    Fact fact;
    fact.value = words;
    fact.hint = true;
    return fact;
}

Route unprotectedRoute()
{
    return {machinesPage, {}, QStringLiteral("unprotected")};
}

} // namespace

OverviewPage::OverviewPage(const Context& context, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_later(new QTimer(this))
    , m_refresh(makeAction(Icon::Refresh, {}, this))
{
    auto* body = scrolledBody(*this);
    m_message = new MessageBar(MessageKind::Warning);
    m_message->setObjectName(QStringLiteral("overview.message"));
    m_message->hide();
    connect(m_message, &MessageBar::actionTriggered, this, [this] {
        focusFirst(); // the bar goes
        refresh();
    });
    body->addWidget(m_message);
    makeTiles();
    body->addLayout(m_tiles);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(Size::tileGap);
    makeCards();
    body->addLayout(m_columns);
    body->addStretch(1);
    m_refresh->setProperty("alignRight", true);
    connect(m_refresh, &QAction::triggered, this, &OverviewPage::refresh);
    m_later->setSingleShot(true);
    m_later->setInterval(updateDelay);
    connect(m_later, &QTimer::timeout, this, &OverviewPage::update);
    auto& session = context.session;
    for (presentation::ListStoreBase* store : std::initializer_list<presentation::ListStoreBase*>{
             &session.virtualMachines(), &session.items(), &session.jobs(), &session.alerts(), &session.vaults(),
             &session.vaultUsages()}) {
        const auto soon = [this] {
            if (!m_later->isActive()) { // a stream of changes does not put it off for ever
                m_later->start();
            }
        };
        connect(store, &presentation::ListStoreBase::countChanged, this, soon);
        connect(store, &presentation::ListStoreBase::rowsChanged, this, soon);
        connect(store, &presentation::ListStoreBase::stateChanged, this, soon);
    }
    retranslate();
}

void OverviewPage::makeTiles()
{
    m_tiles = new QHBoxLayout;
    m_tiles->setSpacing(Size::tileGap);
    m_unprotectedTile = new Tile(Icon::NotProtected, Role::Secondary, {});
    m_coveredTile = new Tile(Icon::Protected, Role::Ok, {});
    m_failedTile = new Tile(Icon::Failed, Role::Error, {});
    m_runningTile = new Tile(Icon::Running, Role::Accent, {});
    const std::pair<Tile*, Route> leads[] = {{m_unprotectedTile, unprotectedRoute()},
                                             {m_coveredTile, {machinesPage, {}, {}}},
                                             {m_failedTile, {jobsPage, {}, QStringLiteral("failed")}},
                                             {m_runningTile, {jobsPage, {}, QStringLiteral("running")}}};
    for (const auto& [tile, route] : leads) {
        m_tiles->addWidget(tile, 1);
        connect(tile, &QAbstractButton::clicked, this, [this, route = route] { m_context.navigator.open(route); });
    }
    m_unprotectedTile->setObjectName(QStringLiteral("overview.unprotected"));
    m_failedTile->setObjectName(QStringLiteral("overview.failed"));
    m_runningTile->setObjectName(QStringLiteral("overview.running"));
}

void OverviewPage::makeCards()
{
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    for (auto* column : {left, right}) {
        column->setSpacing(Size::tileGap);
    }
    const auto list = [this](Card*& card, QVBoxLayout* column) {
        card = new Card;
        auto* facts = new Essentials;
        facts->setMaxColumns(1);
        card->add(facts);
        column->addWidget(card);
        connect(facts, &Essentials::linkActivated, this, &OverviewPage::openMachine);
        return facts;
    };
    m_pinnedCard = new OverviewPinnedCard(m_context);
    left->addWidget(m_pinnedCard);
    m_unprotected = list(m_unprotectedCard, left);
    m_allCovered = new Label(LabelKind::Secondary);
    m_allCovered->setWordWrap(true);
    m_unprotectedCard->add(m_allCovered);
    m_ways = new QWidget;
    auto* ways = new QHBoxLayout(m_ways);
    ways->setContentsMargins(0, Space::sm, 0, 0);
    ways->setSpacing(Space::sm);
    m_bySelection = new Button;
    m_bySelection->setIcon(Icon::Protected);
    m_bySelection->setObjectName(QStringLiteral("overview.bySelection"));
    m_byRule = new Button;
    m_byRule->setIcon(Icon::Filter);
    m_byRule->setObjectName(QStringLiteral("overview.byRule"));
    ways->addWidget(m_bySelection);
    ways->addWidget(m_byRule);
    ways->addStretch(1);
    m_unprotectedCard->add(m_ways);
    const auto showThem = [this] { m_context.navigator.open(unprotectedRoute()); };
    connect(m_bySelection, &QAbstractButton::clicked, this, showThem);
    connect(m_byRule, &QAbstractButton::clicked, this, &OverviewPage::openRules);
    connect(m_unprotectedCard->setLink({}), &QAbstractButton::clicked, this, showThem);
    m_waiting = list(m_waitingCard, left);
    m_alertsCard = new OverviewAlertsCard(m_context);
    left->addWidget(m_alertsCard);
    left->addStretch(1);

    m_runsCard = new Card;
    m_bars = new StackedBars;
    m_runsCard->add(m_bars);
    m_noRuns = new Label(LabelKind::Secondary);
    m_noRuns->setWordWrap(true);
    m_runsCard->add(m_noRuns);
    m_runs = new Essentials;
    m_runs->setMaxColumns(1);
    m_runs->setMinimumLabelWidth(0);
    m_runsCard->add(m_runs);
    m_runsCard->add(new SchedulesNote(m_context));
    right->addWidget(m_runsCard);
    m_states = list(m_statesCard, right);
    m_jobsCard = new Card;
    auto* counters = new QWidget;
    auto* line = new QHBoxLayout(counters);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::lg);
    m_completed = new Counter(QString());
    m_warned = new Counter(QString());
    m_failed = new Counter(QString());
    m_completed->setStatus(StatusKind::Ok);
    m_warned->setStatus(StatusKind::Warning);
    m_failed->setStatus(StatusKind::Failed);
    for (const auto& [counter, part] :
         {std::pair(m_completed, "completed"), std::pair(m_warned, "warnings"), std::pair(m_failed, "failed")}) {
        counter->setObjectName(QLatin1String("overview.jobs.") + QLatin1String(part));
        counter->setClickable(true);
        line->addWidget(counter, 1);
        connect(counter, &QAbstractButton::clicked, this, [this, part = part] {
            m_context.navigator.open({jobsPage, {}, QLatin1String(part)});
        });
    }
    m_jobsCard->add(counters);
    right->addWidget(m_jobsCard);
    m_storageCard = new OverviewStorageCard(m_context);
    right->addWidget(m_storageCard);
    right->addStretch(1);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
}

PageHeading OverviewPage::heading() const
{
    PageHeading heading;
    heading.title = tr("Overview");
    heading.caption = tr("All vaults and regions");
    heading.icon = Icon::Overview;
    return heading;
}

QList<QAction*> OverviewPage::commands() const
{
    return {m_refresh};
}

void OverviewPage::refresh()
{
    m_context.session.refreshAll();
}

void OverviewPage::focusFirst()
{
    m_unprotectedTile->setFocus(Qt::OtherFocusReason);
}

//! The machine's own page of backup, where the reason and the remedy stand.
void OverviewPage::openMachine(const QString& id)
{
    m_context.navigator.open({QStringLiteral("virtualmachine"), id, QStringLiteral("backup")});
}

void OverviewPage::update()
{
    auto& session = m_context.session;
    setBusy(session.virtualMachines().isBusy() || session.items().isBusy());
    updateMessage();
    const auto& format = m_context.language.format();
    presentation::EstateCounter counter(format.now().toUTC());
    for (int row = 0; row < session.vaultUsages().count(); ++row) {
        if (const auto& usage = session.vaultUsages().at(row); usage.freeBytes >= 0) {
            counter.setFree(usage.vault, usage.freeBytes);
        }
    }
    for (int row = 0; row < session.virtualMachines().count(); ++row) {
        counter.add(session.virtualMachines().at(row));
    }
    for (int row = 0; row < session.jobs().count(); ++row) {
        counter.add(session.jobs().at(row));
    }
    const EstateSummary estate = counter.done();
    updateTiles(estate);
    updateUnprotected(estate);
    updateWaiting(estate);
    updateStates(estate);
    updateRuns(estate);
    m_pinnedCard->update();
    m_alertsCard->update();
    m_storageCard->update();
    const bool known = session.jobs().hasLoaded();
    for (const auto& [tile, jobs] : {std::pair(m_completed, estate.completed), std::pair(m_warned, estate.warned),
                                     std::pair(m_failed, estate.failed)}) {
        tile->setValue(known ? format.number(static_cast<qint64>(jobs)) : QString());
    }
}

//! What could not be read is not known to be well.
void OverviewPage::updateMessage()
{
    auto& session = m_context.session;
    std::optional<Error> error;
    for (const presentation::ListStoreBase* store : std::initializer_list<const presentation::ListStoreBase*>{
             &session.virtualMachines(), &session.items(), &session.jobs(), &session.alerts(),
             &session.vaultUsages()}) {
        error = error ? error : store->error();
    }
    if (error) {
        m_message->setMessage(MessageKind::Warning, tr("Not everything could be read; the numbers may be old."),
                              presentation::ErrorText::of(*error, m_context.language.locale()).sentence());
        m_message->setAction(tr("Try again"));
    }
    m_message->setVisible(error.has_value());
}

void OverviewPage::updateTiles(const EstateSummary& estate)
{
    const auto& format = m_context.language.format();
    const auto number = [&format](qsizetype n) { return format.number(static_cast<qint64>(n)); };
    const bool known =
        m_context.session.virtualMachines().hasLoaded() && (estate.machines == 0 || estate.unknown < estate.machines);
    m_unprotectedTile->setValue(known ? number(estate.unprotected.size()) : QString());
    m_coveredTile->setValue(known ? number(estate.covered) : QString());
    m_coveredTile->setCaption(known && estate.machines > 0
                                  ? tr("of %1, %2")
                                        .arg(Format::virtualMachines(estate.machines),
                                             format.percent(double(estate.covered) / estate.machines))
                                  : QString());
    m_unprotectedTile->setCaption(estate.unknown > 0 ? tr("%n are not known", nullptr, estate.unknown)
                                                     : Format::virtualMachines(estate.machines));
    const bool jobs = m_context.session.jobs().hasLoaded();
    m_failedTile->setValue(jobs ? number(estate.failed) : QString());
    m_runningTile->setValue(jobs ? number(estate.running) : QString());
}

void OverviewPage::updateUnprotected(const EstateSummary& estate)
{
    QVector<Fact> facts;
    for (const auto& machine : estate.unprotected.mid(0, rowsShown)) {
        Fact fact;
        fact.label = machine.name;
        fact.value = machine.canEnable ? tr("Enable backup") : tr("Cannot be protected now");
        fact.link = machine.id.text();
        facts.append(fact);
        if (!machine.canEnable) {
            facts.append(hint(machine.canEnable.reason()));
        }
    }
    m_unprotected->setFacts(facts);
    m_unprotected->setVisible(!facts.isEmpty());
    const EmptyWords none{tr("Reading the list of machines …"), tr("The virtual machines could not be read."),
                          estate.machines == 0     ? tr("There are no virtual machines here.")
                              : estate.unknown > 0 ? tr("It is not known whether %n virtual machine(s) are protected.",
                                                        nullptr, estate.unknown)
                                                   : tr("Every virtual machine is protected.")};
    m_allCovered->setText(none.of(m_context.session.virtualMachines()));
    m_allCovered->setVisible(facts.isEmpty());
    updateWays(estate);
    const auto more = estate.unprotected.size() - rowsShown;
    m_unprotectedCard->setLink(tr("Show all %1").arg(estate.unprotected.size()))->setVisible(more > 0);
}

//! Where there is nobody to protect, or no rules, there is no way to it.
void OverviewPage::updateWays(const EstateSummary& estate)
{
    m_ways->setVisible(!estate.unprotected.isEmpty());
    m_byRule->setVisible(m_context.session.capabilities().protectionRules);
    const auto& vaults = m_context.session.vaults();
    m_byRule->setReason(vaults.hasLoaded() && vaults.isEmpty() ? tr("A rule belongs to a vault; there is none yet.")
                                                               : whyNoVault(vaults));
}

//! Rules belong to a vault: the only one, or the one that is chosen.
void OverviewPage::openRules()
{
    pickVault(m_context.session.vaults(), this, QStringLiteral("overview.vaults"), m_byRule,
              [this](const ArmId& vault) { m_context.navigator.open(vaultRoute(vault, QStringLiteral("rules"))); });
}

void OverviewPage::updateWaiting(const EstateSummary& estate)
{
    const auto& format = m_context.language.format();
    QVector<Fact> facts;
    for (const auto& waiting : estate.waiting.mid(0, rowsShown)) {
        Fact fact;
        fact.label = waiting.name;
        fact.link = waiting.id.text();
        QString whatToDo;
        if (waiting.running) {
            fact.value = tr("The first backup is being made");
            fact.status = StatusKind::Running;
        } else if (!waiting.canBackUp) {
            fact.value = ReadinessText::words(QStringLiteral("VmProblem"));
            fact.status = StatusKind::Failed;
            const auto action = presentation::ErrorText::of(waiting.canBackUp.reasonCode, {}).action();
            whatToDo = QString(waiting.canBackUp.reason() + QLatin1Char(' ') + action).trimmed();
        } else if (!waiting.notes.isEmpty()) {
            const auto& note = waiting.notes.constFirst();
            fact.value = ReadinessText::words(note.code);
            const auto when = waiting.nextRun
                ? tr("The first backup is planned for %1.").arg(format.dateTimeShort(*waiting.nextRun))
                : tr("No run is planned.");
            whatToDo = QString(ReadinessText::remedy(note.code) + QLatin1Char(' ') + when).trimmed();
            if (const auto others = static_cast<int>(waiting.notes.size()) - 1; others > 0) {
                //: %1 what a machine lacks, and there are %n more
                fact.value = tr("%1 and %n more", nullptr, others).arg(fact.value);
            }
            fact.status = note.obstacle ? StatusKind::Failed : StatusKind::Warning;
        } else {
            fact.value = waiting.nextRun ? tr("Ready, first backup %1").arg(format.dateTimeShort(*waiting.nextRun))
                                         : tr("Ready, no run is planned");
        }
        facts.append(fact);
        if (!whatToDo.isEmpty()) {
            facts.append(hint(whatToDo));
        }
    }
    m_waiting->setFacts(facts);
    m_waitingCard->setVisible(!facts.isEmpty());
    m_waitingCard->setCaption(Format::virtualMachines(static_cast<int>(estate.waiting.size())));
}

void OverviewPage::updateStates(const EstateSummary& estate)
{
    const auto& format = m_context.language.format();
    QVector<Fact> facts;
    for (auto state = estate.byState.cbegin(); state != estate.byState.cend(); ++state) {
        Fact fact;
        fact.label = presentation::protectionWords(state.key());
        fact.value = format.number(static_cast<qint64>(state.value()));
        fact.status = presentation::protectionKind(state.key());
        facts.append(fact);
    }
    if (estate.sourceBytes > 0) {
        Fact fact;
        fact.label = tr("Data in these machines");
        fact.value = format.size(static_cast<std::uint64_t>(estate.sourceBytes));
        facts.append(fact);
    }
    m_states->setFacts(facts);
    m_statesCard->setVisible(!facts.isEmpty());
}

void OverviewPage::updateRuns(const EstateSummary& estate)
{
    const auto& format = m_context.language.format();
    const QDateTime now = format.now();
    const QDateTime first(now.date(), QTime(now.time().hour(), 0), now.timeZone());
    QVector<StackedBars::Bar> bars(hours + 1);
    double most = 0;
    for (int hour = 0; hour < bars.size(); ++hour) {
        const QDateTime at = first.addSecs(hour * 60 * 60);
        bars[hour].label = hour % hourLabels == 0 ? format.time(at) : QString();
        bars[hour].text = format.dateTimeShort(at);
    }
    for (const auto& run : estate.nextRuns) {
        const auto hour = static_cast<int>(first.secsTo(run.at) / (60 * 60));
        if (hour >= 0 && hour < bars.size()) {
            bars[hour].done += static_cast<double>(run.names.size());
            most = std::max(most, bars[hour].done);
        }
    }
    for (auto& bar : bars) {
        bar.text += QLatin1Char('\n') + Format::virtualMachines(static_cast<int>(bar.done));
    }
    const double half = std::ceil(most / 2);
    m_bars->setBars(bars,
                    {{0, QStringLiteral("0")},
                     {half, format.number(static_cast<qint64>(half))},
                     {2 * half, format.number(static_cast<qint64>(2 * half))}});
    QVector<Fact> facts;
    for (const auto& run : estate.nextRuns.mid(0, runsShown)) {
        Fact fact;
        fact.label = format.dateTimeShort(run.at);
        fact.value = run.names.size() <= 3 ? Format::list(run.names)
                                           : Format::virtualMachines(static_cast<int>(run.names.size()));
        facts.append(fact);
    }
    const bool none = facts.isEmpty();
    m_runs->setFacts(facts);
    m_runs->setVisible(!none);
    m_bars->setVisible(!none);
    m_noRuns->setText(EmptyWords{tr("Reading the backup items …"), tr("The backup items could not be read."),
                                 tr("No policy runs during the next 24 hours.")}
                          .of(m_context.session.items()));
    m_noRuns->setVisible(none);
    const QString finding =
        none ? QString() : tr("The next run is %1.").arg(format.dateTimeShort(estate.nextRuns.first().at));
    m_bars->setAccessibleName(tr("Runs of the next 24 hours"));
    m_bars->setAccessibleDescription(finding);
}

void OverviewPage::retranslate()
{
    m_refresh->setText(tr("Refresh"));
    m_unprotectedTile->setTitle(tr("Not protected"));
    m_coveredTile->setTitle(tr("Protected"));
    m_failedTile->setTitle(tr("Failed jobs"));
    m_failedTile->setCaption(tr("last 24 hours"));
    m_runningTile->setTitle(tr("Jobs in progress"));
    m_runningTile->setCaption(tr("now"));
    m_unprotectedCard->setTitle(tr("Not protected"));
    m_bySelection->setText(tr("Protect a selection"));
    m_byRule->setText(tr("Protect by a rule"));
    m_waitingCard->setTitle(tr("Waiting for the first backup"));
    m_runsCard->setTitle(tr("Next runs"));
    m_statesCard->setTitle(tr("Backup items by state"));
    m_jobsCard->setTitle(tr("Jobs"));
    m_jobsCard->setCaption(tr("last 24 hours"));
    m_completed->setText(tr("Completed"));
    m_warned->setText(tr("With warnings"));
    m_failed->setText(tr("Failed"));
    update();
    Q_EMIT headingChanged();
}

void OverviewPage::arrange()
{
    const bool narrow = window()->width() < Breakpoint::essentialsOneColumnBelow;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    arrange();
    Page::resizeEvent(event);
}

void OverviewPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace valv::views

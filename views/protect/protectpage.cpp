// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/protectpage.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/essentials.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/linkbutton.h"
#include "controls/searchfield.h"
#include "controls/stepslist.h"
#include "items/backupnowblade.h"
#include "policy/schedule.h"
#include "presentation/app/language.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/enableflow.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/retentiontext.h"
#include "protect/goalstep.h"
#include "protect/machinesstep.h"
#include "protect/policystep.h"
#include "protect/protectresults.h"
#include "virtualmachines/enableaz.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QShortcut>

#include <utility>

namespace valv::views {

using presentation::EnableMany;
using presentation::ErrorText;

ProtectPage::ProtectPage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
    , m_candidates(context.session.candidates(vaultId()))
{
    setObjectName(QStringLiteral("protectPage"));
    auto* bar = new Card;
    m_steps = new StepBar;
    m_steps->setObjectName(QStringLiteral("protect.steps"));
    bar->add(m_steps);
    bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    body()->addWidget(bar);
    makeSummaries();
    m_errors = new FormSummary(this);
    body()->addWidget(m_errors);
    m_goal = new GoalStep(context);
    body()->addWidget(m_goal, 1);
    m_policyStep = new PolicyStep(context);
    body()->addWidget(m_policyStep, 1);
    m_results = new ProtectResults(context);
    body()->addWidget(m_results);
    m_machines = new MachinesStep(context, *m_candidates);
    body()->addWidget(m_machines, 1);
    makeFooter();
    m_errors->addField(m_policyStep->field());

    connect(m_policyStep, &PolicyStep::changed, this, [this] {
        m_problem.clear();
        showSteps();
        showSummaries();
        showFooter();
    });
    connect(m_candidates.get(), &presentation::Candidates::chosenChanged, this, [this] {
        m_problem.clear();
        m_wanted = false;
        showSteps();
        showFooter();
    });
    connect(m_candidates.get(), &presentation::Candidates::tallyChanged, this, [this] {
        if (m_wanted && m_candidates->tally().pending == 0) {
            enable();
        }
        showSteps();
        showFooter();
    });
    connect(&m_candidates->discovery(), &presentation::Discovery::changed, this, [this] {
        setBusy(m_candidates->discovery().isRunning());
        showFooter();
    });
    connect(m_results, &ProtectResults::backupWanted, this, &ProtectPage::backUpNow);
    goTo(Step::Goal);
    begin();
}

ProtectPage::~ProtectPage()
{
    delete m_machines; // it reads the candidates
}

void ProtectPage::makeSummaries()
{
    m_summaries = new QBoxLayout(QBoxLayout::LeftToRight);
    m_summaries->setSpacing(Size::tileGap);
    const auto make = [this](Essentials*& facts, LinkButton*& change, const char* name) {
        auto* card = new Card;
        facts = new Essentials;
        facts->setMaxColumns(1);
        facts->setRowHeight(Space::xl);
        facts->setMinimumLabelWidth(0);
        card->add(facts);
        change = card->setLink({});
        change->setObjectName(QLatin1String(name));
        m_summaries->addWidget(card, 1, Qt::AlignTop);
        return card;
    };
    m_goalCard = make(m_goalFacts, m_changeGoal, "protect.changeGoal");
    m_policyCard = make(m_policyFacts, m_changePolicy, "protect.changePolicy");
    connect(m_changeGoal, &QAbstractButton::clicked, this, [this] { goTo(Step::Goal); });
    connect(m_changePolicy, &QAbstractButton::clicked, this, [this] { goTo(Step::Policy); });
    body()->addLayout(m_summaries);
}

void ProtectPage::makeFooter()
{
    m_footer = new FormFooter;
    auto* primary = m_footer->setPrimary({});
    primary->setObjectName(QStringLiteral("protect.submit"));
    m_previous = m_footer->addButton({});
    m_previous->setObjectName(QStringLiteral("protect.previous"));
    m_skip = new LinkButton;
    m_skip->setObjectName(QStringLiteral("protect.skip"));
    m_footer->addWidget(m_skip);
    m_az = m_footer->makeAz(
        [this] { return enableAz(choice(), m_step == Step::Results ? m_taken : m_candidates->chosen()); });
    m_az->setBrief([this] { // that there is one is what counts
        return enableAz(choice(),
                        QList<ArmId>(m_candidates->countChosen() > 0 || !m_taken.isEmpty() ? 1 : 0, vaultId()));
    });
    m_footer->addWidget(m_az);
    connect(primary, &QAbstractButton::clicked, this, &ProtectPage::submit);
    connect(m_previous, &QAbstractButton::clicked, this, [this] {
        if (m_step == Step::Results) {
            startOver();
        } else {
            goTo(m_step == Step::Machines ? Step::Policy : Step::Goal);
        }
    });
    connect(m_skip, &QAbstractButton::clicked, this, &ProtectPage::skipRefused);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(Qt::CTRL | key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, primary, [primary] { primary->press(); });
    }
    setFooter(m_footer);
}

void ProtectPage::goTo(Step step)
{
    m_step = step;
    m_problem.clear();
    m_wanted = false;
    m_goal->setVisible(step == Step::Goal);
    m_policyStep->setVisible(step == Step::Policy);
    m_machines->setVisible(step == Step::Machines || step == Step::Results);
    m_goalCard->setVisible(step > Step::Goal);
    m_policyCard->setVisible(step > Step::Policy);
    m_changeGoal->setVisible(step < Step::Results);
    m_changePolicy->setVisible(step < Step::Results);
    if (step != Step::Results) {
        m_results->clear();
    }
    if (step != Step::Policy) {
        m_policyStep->field()->setError({});
    }
    showSteps();
    showSummaries();
    showFooter();
    if (isVisible()) {
        focusFirst();
    }
}

void ProtectPage::submit()
{
    switch (m_step) {
    case Step::Goal:
        if (m_candidates->discovery().state() != presentation::Discovery::State::Ready) {
            m_candidates->discover();
        }
        goTo(Step::Policy);
        return;
    case Step::Policy:
        choosePolicy();
        return;
    case Step::Machines:
        enable();
        return;
    case Step::Results:
        if (countOf(EnableMany::State::Failed) > 0) {
            if (m_many != nullptr) {
                m_results->clear();
                m_many->run(); // what is left
                showFooter();
            }
        } else {
            context().navigator.open({QStringLiteral("items"), vaultId().text(), {}});
        }
        return;
    }
}

void ProtectPage::choosePolicy()
{
    if (m_policyStep->isLoading()) {
        m_problem = tr("The vault's policies are still being read.");
        showFooter();
        return;
    }
    if (!m_policyStep->validate(m_candidates->countChosen())) {
        m_errors->focusFirstError();
        return;
    }
    goTo(Step::Machines);
}

QString ProtectPage::selectionProblem() const
{
    auto& session = context().session;
    const auto& locale = context().language.locale();
    const int chosen = m_candidates->countChosen();
    if (chosen == 0) {
        return ErrorText::of(QStringLiteral("ValNoVmSelected"), {}, locale).message();
    }
    if (const auto problem = m_policyStep->problemFor(chosen); !problem.isEmpty()) {
        return problem;
    }
    if (const auto limit =
            presentation::vaultLimit(session.capabilities(), session.items().countIn(vaultId()), chosen)) {
        return ErrorText::of(*limit, locale).message();
    }
    const auto tally = m_candidates->tally();
    return tally.refused > 0 ? tr("%n can't be protected", nullptr, tally.refused) : QString();
}

//! As soon as the validation is done, if it went well.
void ProtectPage::enable()
{
    m_problem = selectionProblem();
    m_wanted = m_problem.isEmpty() && m_candidates->tally().pending > 0;
    if (m_problem.isEmpty() && !m_wanted) {
        startEnabling();
        return;
    }
    if (!m_problem.isEmpty()) {
        const auto refused = m_candidates->refused();
        if (!refused.isEmpty()) {
            m_machines->focusMachine(refused.constFirst());
        } else {
            m_machines->focusFirst();
        }
    }
    showFooter();
}

//! Without a policy's name: none is chosen.
presentation::EnableRequest ProtectPage::choice() const
{
    presentation::EnableRequest choice;
    choice.vault = vaultId();
    const auto policy = m_policyStep->policy();
    if (policy && m_policyStep->isDraft()) {
        choice.newPolicy = policy;
        choice.policyIsNew = m_policyStep->isNewPolicy();
    } else {
        choice.policyName = policy ? policy->name : QString();
    }
    return choice;
}

void ProtectPage::startEnabling()
{
    const auto policy = m_policyStep->policy();
    if (!policy) { // it is gone meanwhile
        goTo(Step::Policy);
        choosePolicy();
        return;
    }
    m_taken = m_candidates->chosen();
    m_many = context().session.enableBackup(m_taken, choice());
    connect(m_many, &EnableMany::ended, this, &ProtectPage::runEnded);
    m_candidates->follow(*m_many);
    goTo(Step::Results);
    m_many->run();
}

void ProtectPage::runEnded()
{
    if (m_policyStep->isDraft() && m_many->isPolicySaved()) {
        m_policyStep->policySaved(); // or the next machines would have it made once more
    }
    showResults();
    showSteps();
    showFooter();
    if (m_step == Step::Results && isVisible() && !m_footer->primary()->hasFocus()
        && (focusWidget() == nullptr || !focusWidget()->isVisible())) {
        m_footer->primary()->setFocus(Qt::OtherFocusReason);
    }
}

void ProtectPage::skipRefused()
{
    m_candidates->choose(m_candidates->refused(), false);
    enable();
}

//! What was not done is chosen still; a policy whose name somebody else took meanwhile gets another one first.
void ProtectPage::startOver()
{
    const bool refused = m_many != nullptr && m_many->isPolicyRefused();
    QList<ArmId> left;
    for (const auto& machine : std::as_const(m_taken)) {
        const auto* outcome = m_candidates->outcomeOf(machine);
        if (outcome != nullptr && outcome->state == EnableMany::State::Failed) {
            left.append(machine);
        }
    }
    m_many = nullptr;
    m_taken.clear();
    m_candidates->startOver();
    m_candidates->choose(left, true);
    goTo(refused ? Step::Policy : Step::Machines);
    if (refused) {
        m_policyStep->refuseName();
    }
    m_candidates->discover();
}

void ProtectPage::backUpNow()
{
    QList<ArmId> items;
    for (const auto& machine : std::as_const(m_taken)) {
        const auto* row = context().session.virtualMachines().find(machine);
        const auto* outcome = m_candidates->outcomeOf(machine);
        if (row != nullptr && row->item && outcome != nullptr && outcome->state == EnableMany::State::Done) {
            items.append(row->item->id);
        }
    }
    if (!items.isEmpty()) {
        context().navigator.openBlade(new BackupNowBlade(context(), items, window()));
    }
}

int ProtectPage::countOf(EnableMany::State state) const
{
    int count = 0;
    for (const auto& machine : m_taken) {
        const auto* outcome = m_candidates->outcomeOf(machine);
        count += outcome != nullptr && outcome->state == state ? 1 : 0;
    }
    return count;
}

void ProtectPage::showSteps()
{
    const auto policy = m_policyStep->policy();
    const int chosen = m_step == Step::Results ? static_cast<int>(m_taken.size()) : m_candidates->countChosen();
    const QVector<StepBar::Step> steps{
        {tr("Backup goal"), m_step > Step::Goal ? m_goal->where() + QStringLiteral(", ") + m_goal->what() : QString()},
        {tr("Backup policy"), policy && m_step > Step::Policy ? policy->name : QString()},
        {tr("Select virtual machines"),
         m_step > Step::Policy ? tr("%n selected", "virtual machines", chosen) : QString()},
    };
    const auto tally = m_candidates->tally();
    const bool ready = m_step == Step::Machines && tally.chosen > 0 && tally.pending == 0 && tally.refused == 0;
    m_steps->setSteps(steps, ready ? static_cast<int>(steps.size()) : static_cast<int>(m_step));
}

void ProtectPage::showSummaries()
{
    const auto fact = [](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        return made;
    };
    m_goalCard->setTitle(tr("1. Backup goal"));
    m_goalFacts->setFacts(
        {fact(m_goal->whereQuestion(), m_goal->where()), fact(m_goal->whatQuestion(), m_goal->what())});
    m_changeGoal->setText(tr("Change"));
    m_changeGoal->setAccessibleName(tr("Change the backup goal"));
    m_changePolicy->setText(tr("Change"));
    m_changePolicy->setAccessibleName(tr("Change the backup policy"));
    const auto policy = m_policyStep->policy();
    m_policyCard->setTitle(policy ? tr("2. Backup policy: %1").arg(policy->name) : tr("2. Backup policy"));
    if (policy) {
        const presentation::RetentionText words(context().language.format());
        m_policyFacts->setFacts({fact(tr("Schedule"), words.schedule(*policy)),
                                 fact(tr("Retention"), presentation::RetentionText::brief(*policy))});
    }
}

void ProtectPage::showFooter()
{
    auto* primary = m_footer->primary();
    const auto& format = context().language.format();
    const auto number = [&format](int value) { return format.number(static_cast<qint64>(value)); };
    m_previous->setVisible(m_step != Step::Goal);
    const bool onward = m_step == Step::Results && (m_many == nullptr || !m_many->isPolicyRefused());
    m_previous->setText(onward ? tr("Protect more machines") : tr("Previous"));
    m_previous->setEnabled(!isRunning());
    m_skip->hide();
    m_az->setVisible(m_step >= Step::Machines);
    primary->setReason({});
    primary->setEnabled(!isRunning());
    if (m_step == Step::Results) {
        const int failed = countOf(EnableMany::State::Failed);
        const int done = countOf(EnableMany::State::Done);
        const int of = static_cast<int>(m_taken.size());
        m_footer->setPrimary(failed > 0 && !isRunning() ? tr("Try again for %n machine(s)", nullptr, failed)
                                                        : tr("Show backup items"));
        m_footer->setStatus(isRunning()      ? StatusKind::Running
                                : failed > 0 ? StatusKind::Failed
                                             : StatusKind::Ok,
                            tr("Backup enabled for %1 of %2 virtual machines.").arg(number(done), number(of)));
        return;
    }
    if (m_step != Step::Machines) {
        m_footer->setPrimary(tr("OK"));
        m_footer->setStatus(m_problem.isEmpty() ? StatusKind::None : StatusKind::Failed, m_problem);
        return;
    }
    m_footer->setPrimary(tr("Enable backup"));
    primary->setReason(presentation::allowed(choice(), context().session.refusals()).reason());
    if (isRunning()) {
        primary->setEnabled(false);
    }
    const auto tally = m_candidates->tally();
    if (tally.refused > 0) {
        const auto refused = m_candidates->refused();
        m_skip->setText(refused.size() == 1
                            ? tr("Skip %1 and continue").arg(refused.constFirst().name())
                            : tr("Skip %n machine(s) and continue", nullptr, static_cast<int>(refused.size())));
        m_skip->setVisible(tally.refused < tally.chosen);
        m_az->setVisible(m_skip->isHidden()); // no room for both; the primary button's menu has it
        m_footer->setStatus(StatusKind::Failed, tr("%n can't be protected", nullptr, tally.refused));
    } else if (!m_problem.isEmpty()) {
        m_footer->setStatus(StatusKind::Failed, m_problem);
    } else if (m_wanted) {
        m_footer->setStatus(StatusKind::Running, tr("Backup is enabled as soon as the validation is done."));
    } else if (tally.chosen > 0) {
        m_footer->setStatus(StatusKind::None,
                            tr("%n virtual machine(s) selected, %1 to read at first", nullptr, tally.chosen)
                                .arg(format.size(static_cast<std::uint64_t>(tally.bytes))));
    } else {
        m_footer->setStatus(StatusKind::None, {});
    }
}

void ProtectPage::showResults()
{
    if (m_step != Step::Results || isRunning()) {
        return;
    }
    const auto policy = m_policyStep->policy();
    QString next;
    if (policy) {
        const auto& format = context().language.format();
        const auto runs = policy::nextRuns(*policy, format.now().toUTC(), 1);
        next = runs.isEmpty() ? QString() : format.dateTimeSentence(runs.constFirst());
    }
    m_results->show(countOf(EnableMany::State::Done), static_cast<int>(m_taken.size()), m_candidates->failures(), next);
}

void ProtectPage::update()
{
    m_policyStep->setVault(vaultId());
    showFooter();
    // The page was opened before the vault was known: there is something to stand on now.
    const auto* focus = window()->focusWidget();
    if (!std::exchange(m_known, true) && isVisible()
        && (focus == nullptr || !(isAncestorOf(focus) || qobject_cast<const QLineEdit*>(focus) != nullptr))) {
        QMetaObject::invokeMethod(this, &ProtectPage::focusFirst, Qt::QueuedConnection);
    }
}

void ProtectPage::retranslate()
{
    showSteps();
    showSummaries();
    showFooter();
    showResults();
}

//! Without the items it is not known what is protected already.
QList<presentation::ListStoreBase*> ProtectPage::besides() const
{
    return {&context().session.items()};
}

QString ProtectPage::partTitle() const
{
    return tr("Backup");
}

void ProtectPage::refresh()
{
    VaultPage::refresh();
    if (m_step == Step::Machines) {
        m_candidates->discover();
    }
}

void ProtectPage::focusFirst()
{
    switch (m_step) {
    case Step::Goal:
        m_goal->focusFirst();
        break;
    case Step::Policy:
        m_policyStep->field()->focusControl();
        break;
    case Step::Machines:
        m_machines->focusFirst();
        break;
    case Step::Results:
        m_machines->focusFirst();
        break;
    }
}

QWidget* ProtectPage::filterField() const
{
    return m_step >= Step::Machines ? m_machines->filter() : nullptr;
}

QString ProtectPage::unsaved() const
{
    const bool begun = m_step < Step::Results && (m_candidates->countChosen() > 0 || m_policyStep->isDraft());
    return begun ? tr("Backup has not been enabled. What you have chosen is lost.") : QString();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualmachines/enableform.h"

#include "contract/readiness.h"
#include "controls/badge.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/checklines.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/sectiontitle.h"
#include "controls/statustext.h"
#include "core/whendone.h"
#include "frame/schedulesnote.h"
#include "frame/scrollpage.h"
#include "policies/policychooser.h"
#include "policies/retentionpreview.h"
#include "policy/schedule.h"
#include "presentation/app/language.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/enableflow.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/readinesstext.h"
#include "presentation/text/statuswords.h"
#include "theme/breakpoints.h"
#include "vaults/vaultchooser.h"
#include "virtualmachines/enableaz.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;
using presentation::Format;
using presentation::StatusWords;

EnableForm::EnableForm(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("enableForm"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    const auto body = makeScrolledBody(this);
    outer->addWidget(body.area, 1);

    m_title = new Label(LabelKind::Heading);
    m_intro = new Label(LabelKind::Secondary);
    m_intro->setWordWrap(true);
    auto* head = new QVBoxLayout;
    head->setSpacing(Space::xs);
    head->addWidget(m_title);
    head->addWidget(m_intro);
    body.layout->addLayout(head);
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("enable.failure"));
    m_failure->hide();
    body.layout->addWidget(m_failure);
    m_summary = new FormSummary(this);
    body.layout->addWidget(m_summary);

    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(Size::tileGap);
    m_left = makeLeft();
    m_right = makeRight();
    m_hold = FormHold(this, m_left);
    m_columns->addWidget(m_left, 57);
    m_columns->addWidget(m_right, 43);
    body.layout->addLayout(m_columns);
    body.layout->addStretch(1);

    m_footer = new FormFooter;
    auto* enable = m_footer->setPrimary({});
    enable->setObjectName(QStringLiteral("enable.submit"));
    m_cancel = m_footer->addButton({});
    m_cancel->setObjectName(QStringLiteral("enable.cancel"));
    m_footer->addWidget(
        m_footer->makeAz([this] { return enableAz(request(), {m_row.vm.id}, m_startNow->isChecked()); }));
    outer->addWidget(m_footer);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        m_context.navigator.open({QStringLiteral("virtualmachine"), m_row.vm.id.text(), QStringLiteral("overview")});
    });
    connect(enable, &QAbstractButton::clicked, this, &EnableForm::submit);
    connect(m_failure, &MessageBar::actionTriggered, this, &EnableForm::submit);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(Qt::CTRL | key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, enable, [enable] { enable->press(); });
    }
    for (auto* field : m_vault->fields()) {
        m_summary->addField(field);
    }
    m_summary->addField(m_policy->field());
    connect(m_vault, &VaultChooser::changed, this, [this] {
        m_policy->setVault(m_vault->existing());
        updateSides();
    });
    connect(m_policy, &PolicyChooser::changed, this, &EnableForm::updateSides);
    connect(&m_context.session.refusals(), &presentation::Refusals::changed, this, &EnableForm::updateFooter);
    retranslate();
}

QWidget* EnableForm::makeLeft()
{
    auto* card = new Card;
    card->setFlush(true);
    const auto section = [card] {
        auto* place = new QWidget;
        auto* layout = new QVBoxLayout(place);
        layout->setContentsMargins(Space::lg + Space::xs, Space::lg + Space::xs, Space::lg + Space::xs,
                                   Space::lg + Space::xs);
        layout->setSpacing(Space::md);
        card->add(place);
        return layout;
    };
    m_vaultTitle = new SectionTitle(Icon::Vault);
    m_vault = new VaultChooser(m_context);
    auto* vault = section();
    vault->addWidget(m_vaultTitle);
    vault->addWidget(m_vault);
    card->addDivider();

    m_policyTitle = new SectionTitle(Icon::Policy);
    m_policy = new PolicyChooser(m_context);
    auto* policy = section();
    policy->addWidget(m_policyTitle);
    policy->addWidget(m_policy);
    card->addDivider();

    m_startNow = new QCheckBox;
    m_startNow->setObjectName(QStringLiteral("enable.startNow"));
    m_startHint = new Label(LabelKind::Caption);
    m_startHint->setWordWrap(true);
    m_startHint->setContentsMargins(Space::xl, 0, 0, 0);
    auto* start = section();
    start->setSpacing(Space::xs);
    start->addWidget(m_startNow);
    start->addWidget(m_startHint);
    auto* schedules = new SchedulesNote(m_context, LabelKind::Caption);
    schedules->setContentsMargins(Space::xl, 0, 0, 0);
    start->addWidget(schedules);
    return card;
}

QWidget* EnableForm::makeRight()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Size::tileGap);
    m_keepCard = new Card;
    m_atMost = new Badge(BadgeKind::Neutral);
    m_keepCard->addHeaderWidget(m_atMost);
    m_preview = new RetentionPreview(RetentionPreview::Size::Small);
    m_keepCard->add(m_preview);
    m_estimateCard = new Card;
    m_estimate = new Essentials;
    m_estimate->setMaxColumns(1);
    m_estimate->setRowHeight(Space::xl);
    m_estimateCard->add(m_estimate);
    m_checksCard = new Card;
    m_checks = new CheckLines;
    m_checksCard->add(m_checks);
    for (auto* card : {m_keepCard, m_estimateCard, m_checksCard}) {
        card->setTitleKind(LabelKind::Strong);
    }
    layout->addWidget(m_keepCard);
    layout->addWidget(m_estimateCard);
    layout->addWidget(m_checksCard);
    return column;
}

void EnableForm::setMachine(const presentation::VmRow& row)
{
    m_row = row;
    m_vault->setMachine(row.vm);
    m_policy->setVault(m_vault->existing());
    updateSides();
}

bool EnableForm::hasDraft() const
{
    return m_policy->isDraft();
}

void EnableForm::focusFirst()
{
    m_policy->field()->focusControl();
}

void EnableForm::updateSides()
{
    const auto& format = m_context.language.format();
    const auto policy = m_policy->policy();
    m_keepCard->setVisible(policy.has_value());
    if (policy) {
        m_preview->showPolicy(*policy, format);
        //: a limit: "at most 61 points"
        m_atMost->setText(tr("at most %n point(s)", nullptr, static_cast<int>(m_preview->simulation().pointsAtMost)));
    }
    const auto runs = policy ? policy::nextRuns(*policy, format.now().toUTC(), 1) : QList<QDateTime>();
    m_startHint->setText(runs.isEmpty()
                             ? QString()
                             : tr("Otherwise it waits until %1.").arg(format.dateTimeSentence(runs.constFirst())));
    m_startNow->setAccessibleDescription(m_startHint->text());

    qint64 capacity = 0;
    qint64 used = 0;
    for (const auto& disk : m_row.vm.disks) {
        capacity += std::max<qint64>(disk.capacityBytes, 0);
        used += std::max<qint64>(disk.allocatedBytes, 0);
    }
    Fact disks;
    disks.label = tr("Disks");
    disks.value =
        tr("%1 · %2 in all")
            .arg(Format::disks(static_cast<int>(m_row.vm.disks.size())), format.size(static_cast<quint64>(capacity)));
    Fact first;
    first.label = tr("First copy reads");
    first.value = format.size(static_cast<quint64>(used));
    Fact later;
    later.label = tr("Later copies store");
    later.value = tr("only what has changed");
    m_estimate->setFacts({disks, first, later});

    QList<CheckLines::Line> checks;
    const auto& vm = m_row.vm;
    if (vm.problem) {
        checks.append({StatusKind::Failed, ErrorText::of(*vm.problem, format.locale()).title()});
    } else if (!vm.disks.isEmpty()) {
        checks.append({StatusKind::Ok, tr("All disks can be read")});
    }
    const auto notes = contract::readiness(vm); // as the wizard's list says it
    for (const auto& note : notes) {
        if (note.code != QLatin1String("VmProblem")) {
            checks.append({note.obstacle ? StatusKind::Failed : StatusKind::Warning,
                           presentation::ReadinessText::whole(note, vm, format.locale())});
        }
    }
    const bool off = vm.power == contract::PowerState::Stopped || vm.power == contract::PowerState::Deallocated;
    if (!off && vm.agent == contract::AgentState::Ready) {
        checks.append({StatusKind::Ok,
                       vm.agentVersion.isEmpty() ? tr("The VM agent answers")
                                                 : tr("The VM agent answers (%1)").arg(vm.agentVersion)});
    }
    if (m_vault->isNew()) {
        checks.append({StatusKind::Ok, tr("The vault is made in the machine's region")});
    } else if (!m_vault->existing().isEmpty()) {
        checks.append({StatusKind::Ok, tr("Same region as the vault")});
    }
    checks.append({StatusKind::Ok, tr("Not protected in another vault")});
    m_checks->setLines(checks);
    updateFooter(); // another vault may ask for another role
    m_footer->lookAz();
}

presentation::EnableRequest EnableForm::request() const
{
    presentation::EnableRequest request;
    request.virtualMachine = m_row.vm.id;
    request.newVault = m_vault->newVault();
    request.vault = m_vault->existing();
    const auto policy = m_policy->policy();
    if (policy && m_policy->isDraft()) {
        request.newPolicy = policy;
        request.policyIsNew = m_policy->isNewPolicy();
    } else {
        request.policyName = policy ? policy->name : QString();
    }
    return request;
}

void EnableForm::submit()
{
    if (m_flow != nullptr && m_flow->isRunning()) {
        return;
    }
    const bool vaultGood = m_vault->validate(1);
    const bool policyGood = m_policy->validate(1);
    const auto policy = m_policy->policy();
    if (!vaultGood || !policyGood) {
        m_summary->focusFirstError();
        return;
    }
    const auto request = this->request();
    m_failure->hide();
    // A flow that failed goes on where it stopped, unless the person asks for something else now.
    const bool sameAgain = m_flow != nullptr && m_flow->request().vaultId() == request.vaultId()
        && m_flow->request().policyId() == request.policyId()
        && m_flow->request().newPolicy.has_value() == request.newPolicy.has_value();
    if (!sameAgain || request.newPolicy.has_value()) {
        if (m_flow != nullptr) {
            m_flow->disconnect(this);
        }
        m_flow = m_context.session.enableBackup(request);
        connect(m_flow, &presentation::EnableFlow::stepChanged, this,
                &EnableForm::updateFooter); // Retry in the bell, too
    }
    m_error.reset();
    const auto deployed = m_flow->run();
    updateFooter();
    whenDone(deployed, this, [this](const Result<ArmId>& result) { ended(result); });
    if (m_startNow->isChecked()) {
        // The page shows the item as soon as there is one, and this form is gone by then: the session starts the
        // backup.
        whenDone(deployed, &m_context.session, [&session = m_context.session](const Result<ArmId>& result) {
            if (result) {
                // How it went is told by its notification.
                [[maybe_unused]] const auto started = session.items().backupNow(*result, std::nullopt);
            }
        });
    }
}

void EnableForm::ended(const Result<ArmId>& result)
{
    if (!result) { // else the page shows the item now
        m_error = result.error();
        showFailure();
        if (m_flow != nullptr && m_flow->request().newVault
            && m_flow->step() != presentation::EnableStep::CreateVault) {
            const auto made = m_flow->request().vaultId(); // its name is taken now: by us
            m_policy->vaultMade(made);
            m_vault->chooseExisting(made);
        }
        if (m_flow != nullptr && m_flow->request().newPolicy && m_flow->step() > presentation::EnableStep::SavePolicy) {
            m_policy->policySaved();
        } else if (m_error->code == "ValVaultNameTaken" || m_error->code == "ValVaultNameReserved") {
            m_vault->refuseName(QString::fromStdString(m_error->code));
        } else if (m_error->code == presentation::policyChangedMeanwhile) {
            m_policy->replaceTheirs();
        } else if (m_error->code == "ValPolicyNameTaken") {
            m_policy->refuseName();
        }
        m_failure->show();
    }
    updateFooter();
}

void EnableForm::showFailure()
{
    const auto text = ErrorText::of(*m_error, m_context.language.locale());
    QString words = text.sentence();
    if (m_flow != nullptr && !m_flow->made().isEmpty()) {
        words +=
            QLatin1Char(' ') + tr("Already made: %1. It is used when you try again.").arg(Format::list(m_flow->made()));
    }
    m_failure->setMessage(MessageKind::Error, tr("Backup could not be enabled for %1.").arg(m_row.vm.name), words);
    m_failure->setDetail(text.code());
    m_failure->setAction(tr("Try again"));
}

void EnableForm::updateFooter()
{
    const bool running = m_flow != nullptr && m_flow->isRunning();
    const auto& refusals = m_context.session.refusals();
    const auto fits = presentation::canEnable(m_row);
    const auto can = fits ? presentation::allowed(request(), refusals) : fits;
    const auto doing = tr("Enabling backup for %1…").arg(m_row.vm.name);
    if (running) {
        m_hold.hold(doing);
    }
    m_footer->primary()->setReason(can.reason());
    if (running) {
        m_footer->primary()->setEnabled(false);
    }
    m_cancel->setEnabled(!running); // leaving does not stop it
    if (!running) {
        m_hold.release();
    }
    if (running) {
        m_failure->hide();
        m_footer->setStatus(StatusKind::Running, doing);
    } else if (!can) {
        m_footer->setStatus(StatusKind::Warning, can.reason());
    } else {
        m_footer->setStatus(StatusKind::None,
                            tr("The policy is deployed to the vault and associated with %1.").arg(m_row.vm.name));
    }
}

void EnableForm::retranslate()
{
    m_title->setText(tr("Enable backup"));
    m_intro->setText(
        tr("The machine is not protected. Choose a vault and a policy – the first copy is made at the next "
           "scheduled run, or when you start it."));
    m_vaultTitle->setText(tr("Recovery Services vault"));
    m_policyTitle->setText(tr("Backup policy"));
    m_startNow->setText(tr("Start the first backup right away"));
    m_keepCard->setTitle(tr("How long copies are kept"));
    m_estimateCard->setTitle(tr("Estimate"));
    m_checksCard->setTitle(tr("Checks before enabling"));
    m_footer->setPrimary(tr("Enable backup"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->updateGeometry();
    if (m_error) {
        showFailure();
    }
    updateSides();
}

void EnableForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void EnableForm::arrange()
{
    const bool narrow = width() < Breakpoint::formOneColumnBelow;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (auto* column : {m_left, m_right}) {
        m_columns->setAlignment(column, narrow ? Qt::Alignment() : Qt::AlignTop);
    }
}

void EnableForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace valv::views

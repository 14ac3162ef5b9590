// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualmachines/enablemanyblade.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/sectiontitle.h"
#include "controls/statustext.h"
#include "frame/unsavedbar.h"
#include "policies/policychooser.h"
#include "presentation/app/language.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/enableflow.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "vaults/vaultchooser.h"
#include "vaults/vaultform.h"
#include "virtualmachines/enableaz.h"

#include <QEvent>
#include <QHash>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::EnableMany;
using presentation::ErrorText;

EnableManyBlade::EnableManyBlade(const Context& context, const QList<ArmId>& machines, QWidget* window)
    : Blade(window, Size::bladeWide)
    , m_context(context)
{
    setObjectName(QStringLiteral("enableMany"));
    sort(machines);
    m_unsaved = new UnsavedBar(*this, [this] { return m_many == nullptr && m_policy->isDraft(); });
    m_summary = new FormSummary(this);
    m_vaultTitle = new SectionTitle(Icon::Vault);
    m_vault = new VaultChooser(m_context);
    m_policyTitle = new SectionTitle(Icon::Policy);
    m_policy = new PolicyChooser(m_context);
    m_machinesTitle = new SectionTitle(Icon::VirtualMachine);
    add(m_unsaved);
    add(m_summary);
    auto* fields = new QWidget;
    auto* form = new QVBoxLayout(fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(body()->spacing());
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_vaultTitle, m_vault, new Divider, m_policyTitle, m_policy, new Divider}) {
        form->addWidget(part);
    }
    add(fields);
    m_hold = FormHold(this, fields);
    add(m_machinesTitle);
    auto* list = new QWidget;
    auto* lines = new QVBoxLayout(list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Space::xs);
    for (qsizetype i = 0; i < m_taken.size() + m_others.size(); ++i) {
        auto* line = new StatusText;
        line->setTone(StatusTone::Plain);
        line->setWordWrap(true);
        lines->addWidget(line);
        m_lines.append(line);
    }
    add(list);
    setButtons({});
    body()->addWidget(footer()->makeAz([this] { return enableAz(choice(), m_taken); }), 0, Qt::AlignLeft);
    body()->addStretch(1);
    footer()->primary()->setObjectName(QStringLiteral("enableMany.submit"));

    for (auto* field : m_vault->fields()) {
        m_summary->addField(field);
    }
    m_summary->addField(m_policy->field());
    connect(m_vault, &VaultChooser::changed, this, [this] {
        m_policy->setVault(m_vault->existing());
        showMachines();
        footer()->lookAz();
    });
    connect(m_policy, &PolicyChooser::changed, this, [this] {
        showMachines();
        footer()->lookAz();
    });
    connect(&m_context.session.refusals(), &presentation::Refusals::changed, this, &EnableManyBlade::showMachines);
    connect(this, &Blade::submitted, this, &EnableManyBlade::submit);
    if (const auto* first =
            m_taken.isEmpty() ? nullptr : m_context.session.virtualMachines().find(m_taken.constFirst())) {
        m_vault->setMachine(first->vm);
    }
    m_policy->setVault(m_vault->existing());
    retranslate();
}

int EnableManyBlade::countOf(const Context& context, const QList<ArmId>& machines)
{
    return static_cast<int>(std::count_if(machines.cbegin(), machines.cend(), [&context](const ArmId& id) {
        const auto* row = context.session.virtualMachines().find(id);
        return row != nullptr && presentation::canEnable(*row);
    }));
}

//! A vault protects machines of its own subscription and region.
void EnableManyBlade::sort(const QList<ArmId>& machines)
{
    const auto placeOf = [this](const ArmId& id) {
        const auto* row = m_context.session.virtualMachines().find(id);
        return row != nullptr && presentation::canEnable(*row)
            ? id.subscriptionId() + QLatin1Char('/') + row->vm.location
            : QString();
    };
    QHash<QString, int> count;
    QString most;
    for (const auto& id : machines) {
        const auto place = placeOf(id);
        if (!place.isEmpty() && ++count[place] > count.value(most)) {
            most = place;
        }
    }
    for (const auto& id : machines) {
        (!most.isEmpty() && placeOf(id) == most ? m_taken : m_others).append(id);
    }
}

//! Without a policy's name: none is chosen.
presentation::EnableRequest EnableManyBlade::choice() const
{
    presentation::EnableRequest choice;
    choice.newVault = m_vault->newVault();
    choice.vault = m_vault->existing();
    const auto policy = m_policy->policy();
    if (policy && m_policy->isDraft()) {
        choice.newPolicy = policy;
        choice.policyIsNew = m_policy->isNewPolicy();
    } else {
        choice.policyName = policy ? policy->name : QString();
    }
    return choice;
}

void EnableManyBlade::submit()
{
    if (m_many != nullptr) {
        run(); // what is left
        return;
    }
    const int machines = static_cast<int>(m_taken.size());
    const bool vaultGood = m_vault->validate(machines);
    const bool policyGood = m_policy->validate(machines);
    const auto policy = m_policy->policy();
    if (!vaultGood || !policyGood || m_taken.isEmpty()) {
        m_summary->focusFirstError();
        return;
    }
    const auto choice = this->choice();
    m_made = choice.newVault ? choice.vaultId() : ArmId();
    m_many = m_context.session.enableBackup(m_taken, choice);
    connect(m_many, &EnableMany::changed, this, &EnableManyBlade::showMachines);
    connect(m_many, &EnableMany::ended, this, &EnableManyBlade::ended);
    run();
}

QString EnableManyBlade::doing() const
{
    return tr("Enabling backup for %n machine(s)…", nullptr, static_cast<int>(m_taken.size()));
}

void EnableManyBlade::run()
{
    if (!m_many->isRunning()) {
        m_hold.hold(doing());
        m_many->run();
        reveal(m_lines.constLast()); // what becomes of each
    }
}

void EnableManyBlade::ended()
{
    if (m_many->count(EnableMany::State::Failed) == 0) {
        const auto context = m_context; // this blade goes
        auto* window = parentWidget();
        const auto made = m_made;
        closeBlade();
        if (!made.isEmpty()) {
            VaultForm::showKey(context, made, window);
        }
        return;
    }
    if (m_many->isPolicyRefused()) { // nobody is protected yet: with another name it begins anew
        m_many->disconnect(this);
        m_many = nullptr;
        m_hold.release();
        showMachines();
        m_policy->refuseName();
        m_summary->focusFirstError();
        return;
    }
    showMachines();
    m_hold.keep();
    for (qsizetype i = 0; i < m_taken.size(); ++i) {
        if (m_many->machines().at(i).state == EnableMany::State::Failed) {
            reveal(m_lines.at(i)); // and why
            break;
        }
    }
    if (hasFocus()) {
        footer()->primary()->setFocus(Qt::OtherFocusReason); // to try again
    }
}

void EnableManyBlade::showMachines()
{
    const auto locale = m_context.language.locale();
    for (qsizetype i = 0; i < m_taken.size(); ++i) {
        const auto name = m_taken.at(i).name();
        const auto state = m_many != nullptr ? m_many->machines().at(i).state : EnableMany::State::Waiting;
        switch (state) {
        case EnableMany::State::Waiting:
            m_lines[i]->setStatus(m_many != nullptr ? StatusKind::Pending : StatusKind::NotProtected, name);
            break;
        case EnableMany::State::Running:
            m_lines[i]->setStatus(StatusKind::Running, tr("%1 – backup is being enabled").arg(name));
            break;
        case EnableMany::State::Done:
            m_lines[i]->setStatus(StatusKind::Ok, tr("%1 – backup is enabled").arg(name));
            break;
        case EnableMany::State::Failed:
            m_lines[i]->setStatus(
                StatusKind::Failed,
                tr("%1 – %2").arg(name, ErrorText::of(*m_many->machines().at(i).error, locale).sentence()));
            break;
        }
    }
    for (qsizetype i = 0; i < m_others.size(); ++i) {
        const auto& id = m_others.at(i);
        const auto* row = m_context.session.virtualMachines().find(id);
        QString reason = tr("The virtual machine is not there.");
        if (row != nullptr) {
            const auto can = presentation::canEnable(*row);
            reason = can ? tr("It is in another region (%1), which needs a vault of its own. Select it separately.")
                               .arg(presentation::StatusWords::region(row->vm.location))
                         : can.reason();
        }
        m_lines[m_taken.size() + i]->setStatus(StatusKind::Info, tr("%1 – %2").arg(id.name(), reason));
    }
    const bool running = m_many != nullptr && m_many->isRunning();
    const int failed = m_many != nullptr ? m_many->count(EnableMany::State::Failed) : 0;
    footer()->setPrimary(failed > 0 && !running
                             ? tr("Try again for %n machine(s)", nullptr, failed)
                             : tr("Enable backup for %n machine(s)", nullptr, static_cast<int>(m_taken.size())));
    footer()->primary()->setReason(m_taken.isEmpty()
                                       ? tr("None of them can be protected here.")
                                       : presentation::allowed(choice(), m_context.session.refusals()).reason());
    if (running) {
        footer()->primary()->setEnabled(false);
    }
    if (running) {
        footer()->setStatus(
            StatusKind::Running,
            tr("%1 of %2 done")
                .arg(locale.toString(m_many->count(EnableMany::State::Done)), locale.toString(m_taken.size())));
    } else {
        footer()->setStatus(StatusKind::None, {});
    }
}

void EnableManyBlade::retranslate()
{
    setTitle(tr("Enable backup"));
    setCaption(tr("%n machine(s)", nullptr, static_cast<int>(m_taken.size())));
    m_vaultTitle->setText(tr("Recovery Services vault"));
    m_policyTitle->setText(tr("Backup policy"));
    m_machinesTitle->setText(tr("Virtual machines"));
    m_unsaved->retranslate();
    if (m_many != nullptr && m_many->isRunning()) {
        m_hold.hold(doing());
    }
    showMachines();
}

void EnableManyBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_machinesTitle != nullptr) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views

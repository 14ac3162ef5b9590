// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/goalstep.h"

#include "controls/card.h"
#include "controls/radiocard.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QResizeEvent>

namespace valv::views {

GoalStep::GoalStep(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(Size::tileGap);
    outer->addLayout(m_columns);
    outer->addStretch(1);
    m_whereCard = makeQuestion(
        m_where, {QStringLiteral("goal.here"), QStringLiteral("goal.azure"), QStringLiteral("goal.azureStack")});
    m_whatCard =
        makeQuestion(m_what, {QStringLiteral("goal.vm"), QStringLiteral("goal.fileShare"), QStringLiteral("goal.sql")});
    m_where.constFirst()->setCardIcon(Icon::Server);
    m_what.constFirst()->setCardIcon(Icon::VirtualMachine);
    m_columns->addWidget(m_whereCard, 1, Qt::AlignTop);
    m_columns->addWidget(m_whatCard, 1, Qt::AlignTop);
    retranslate();
}

Card* GoalStep::makeQuestion(QList<RadioCard*>& answers, const QStringList& names)
{
    auto* card = new Card;
    for (const auto& name : names) {
        auto* answer = new RadioCard({}, {});
        answer->setObjectName(name);
        card->add(answer);
        answers.append(answer);
    }
    answers.constFirst()->setChecked(true);
    return card;
}

QString GoalStep::whereQuestion() const
{
    return tr("Where is your workload running?");
}

QString GoalStep::where() const
{
    return m_where.constFirst()->text();
}

QString GoalStep::whatQuestion() const
{
    return tr("What do you want to back up?");
}

QString GoalStep::what() const
{
    return m_what.constFirst()->text();
}

void GoalStep::focusFirst()
{
    m_where.constFirst()->setFocus(Qt::TabFocusReason);
}

void GoalStep::retranslate()
{
    const auto& capabilities = m_context.session.capabilities();
    const auto notYet = presentation::ErrorText::of(QStringLiteral("ValGoalUnsupported"), {}).message();
    m_whereCard->setTitle(whereQuestion());
    m_whatCard->setTitle(whatQuestion());
    const bool azure = capabilities.needsStagingAccount;
    auto* here = m_where.constFirst();
    if (azure) {
        here->setText(tr("Azure"));
        here->setDescription(tr("Virtual machines of your subscriptions."));
    } else if (capabilities.remote) {
        //: %1: the name of another computer
        here->setText(tr("Valv's service on %1").arg(capabilities.hostName));
        here->setDescription(tr("Virtual machines of that computer."));
    } else {
        //: %1: the name of this computer
        here->setText(capabilities.hostName.isEmpty() ? tr("Local engine")
                                                      : tr("Local engine (%1)").arg(capabilities.hostName));
        here->setDescription(tr("Virtual machines of this computer."));
    }
    m_where[1]->setText(azure ? tr("On-premises") : tr("Azure"));
    m_where[2]->setText(tr("Azure Stack"));
    m_what[0]->setText(tr("Virtual machine"));
    m_what[0]->setDescription(tr("All its disks, as one consistent recovery point."));
    m_what[1]->setText(tr("Azure file share"));
    m_what[2]->setText(tr("SQL Server in Azure VM"));
    for (auto* answer : {m_where[1], m_where[2], m_what[1], m_what[2]}) {
        answer->setReason(notYet);
    }
}

void GoalStep::resizeEvent(QResizeEvent* event)
{
    const bool narrow = event->size().width() < Size::bladeWide;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    QWidget::resizeEvent(event);
}

void GoalStep::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

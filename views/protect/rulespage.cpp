// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/rulespage.h"

#include "controls/action.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/emptystate.h"
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/ruletext.h"
#include "protect/ruleblade.h"

#include <QAction>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

using contract::ProtectionRule;
using presentation::RuleText;

RulesPage::RulesPage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
    , m_rules(context.session.protectionRules(vaultId()))
{
    m_message = new MessageBar(MessageKind::Error);
    m_message->setObjectName(QStringLiteral("rules.message"));
    m_message->hide();
    body()->addWidget(m_message);
    m_removedBar = new MessageBar(MessageKind::Info);
    m_removedBar->setObjectName(QStringLiteral("rules.removed"));
    m_removedBar->setDismissable(true);
    m_removedBar->hide();
    body()->addWidget(m_removedBar);
    m_card = new Card;
    m_list = new QVBoxLayout;
    m_list->setSpacing(Space::md);
    m_card->body()->addLayout(m_list);
    m_empty = new EmptyState(Icon::Filter, {}, {});
    m_empty->setButton({}, ButtonKind::Primary)->setObjectName(QStringLiteral("rules.first"));
    m_card->add(m_empty);
    body()->addWidget(m_card);
    m_add = makeAction(Icon::Add, {}, this);
    m_add->setObjectName(QStringLiteral("rules.add"));

    connect(m_add, &QAction::triggered, this, [this] { openRule(std::nullopt); });
    connect(m_empty->setButton({}, ButtonKind::Primary), &QAbstractButton::clicked, m_add, &QAction::trigger);
    connect(m_message, &MessageBar::actionTriggered, this, [this] { m_rules.refresh(); });
    connect(m_removedBar, &MessageBar::actionTriggered, this, &RulesPage::undo);
    connect(m_removedBar, &MessageBar::dismissed, this, [this] { m_removed.reset(); });
    for (const auto signal : {&presentation::ListStoreBase::countChanged, &presentation::ListStoreBase::stateChanged}) {
        connect(&m_rules, signal, this, &RulesPage::rebuild);
    }
    connect(&m_rules, &presentation::ListStoreBase::rowsChanged, this, &RulesPage::rebuild);
    begin();
}

QList<QAction*> RulesPage::commands() const
{
    return {m_add, refreshAction()};
}

void RulesPage::refresh()
{
    m_rules.refresh();
    VaultPage::refresh();
}

void RulesPage::focusFirst()
{
    if (m_empty->isVisibleTo(this)) {
        m_empty->setButton(m_add->text(), ButtonKind::Primary)->setFocus(Qt::OtherFocusReason);
    } else if (!m_rows.isEmpty()) {
        m_rows.constFirst()->findChild<Button*>()->setFocus(Qt::OtherFocusReason);
    }
}

QString RulesPage::partTitle() const
{
    return tr("Protection rules");
}

void RulesPage::update()
{
    rebuild();
}

void RulesPage::rebuild()
{
    for (auto* row : std::as_const(m_rows)) {
        row->deleteLater(); // a click in it may have led here
        row->hide();
    }
    m_rows.clear();
    for (const auto& rule : m_rules.sorted()) {
        m_rows.append(makeRow(rule));
        m_list->addWidget(m_rows.constLast());
    }
    const auto& error = m_rules.error();
    const bool none = m_rows.isEmpty() && !error;
    if (error) {
        const auto text = presentation::ErrorText::of(*error, context().language.locale());
        m_message->setMessage(MessageKind::Error, tr("The rules could not be read."), text.sentence());
        m_message->setDetail(text.code());
        m_message->setAction(tr("Try again"));
    }
    m_message->setVisible(error.has_value());
    m_card->setVisible(none || !m_rows.isEmpty());
    m_empty->setVisible(none);
    const bool known = m_rules.hasLoaded();
    m_empty->setTexts(Icon::Filter, known ? tr("There is no rule yet") : tr("Loading…"),
                      known ? tr("A rule protects machines by their name, resource group or tags as soon as they are "
                                 "found, so that a new one is never forgotten.")
                            : QString());
    m_empty->setButton(tr("Add rule"), ButtonKind::Primary)->setVisible(known);
}

QWidget* RulesPage::makeRow(const ProtectionRule& rule)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::lg);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto* name = new Label(LabelKind::Strong, rule.name);
    //: %1 which machines, e.g. "name web-* and tag env: prod", %2 a policy
    auto* what = new Label(LabelKind::Secondary, tr("%1 → policy %2").arg(RuleText::conditions(rule), rule.policyName));
    what->setWordWrap(true);
    texts->addWidget(name);
    texts->addWidget(what);
    auto* state = new StatusText(rule.enabled ? StatusKind::Ok : StatusKind::Off,
                                 rule.enabled ? tr("In use", "a rule") : tr("Not in use", "a rule"));
    auto* edit = new Button(tr("Edit"));
    edit->setObjectName(QStringLiteral("rules.edit.") + rule.name);
    edit->setAccessibleName(tr("Edit the rule %1").arg(rule.name));
    setSmall(edit);
    line->addLayout(texts, 1);
    line->addWidget(state);
    line->addWidget(edit);
    connect(edit, &QAbstractButton::clicked, this, [this, rule] { openRule(rule); });
    return row;
}

void RulesPage::openRule(const std::optional<ProtectionRule>& rule)
{
    auto* blade = new RuleBlade(context(), vaultId(), rule, window());
    connect(blade, &RuleBlade::removed, this, [this](const ProtectionRule& gone) {
        m_removed = gone;
        retranslate();
        m_removedBar->show();
    });
    context().navigator.openBlade(blade);
}

void RulesPage::undo()
{
    if (!m_removed) {
        return;
    }
    auto rule = *m_removed;
    rule.etag.clear();
    rule.raw = {};
    m_removedBar->hide();
    whenDone(m_rules.save(rule), this, [this](const Result<ProtectionRule>& saved) {
        if (saved) {
            m_removed.reset();
        } else {
            const auto text = presentation::ErrorText::of(saved.error(), context().language.locale());
            m_removedBar->setMessage(MessageKind::Error, tr("The rule could not be taken back."), text.sentence());
            m_removedBar->show();
        }
    });
}

void RulesPage::retranslate()
{
    m_add->setText(tr("Add rule"));
    m_card->setTitle(tr("Protection rules"));
    if (m_removed) {
        m_removedBar->setMessage(MessageKind::Info, tr("The rule %1 has been removed.").arg(m_removed->name),
                                 tr("What it has protected stays protected."));
        m_removedBar->setAction(tr("Undo"));
    }
}

} // namespace valv::views

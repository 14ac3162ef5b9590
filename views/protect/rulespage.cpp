// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/rulespage.h"

#include "controls/action.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/emptystate.h"
#include "controls/skeleton.h"
#include "controls/statustext.h"
#include "frame/storenotice.h"
#include "frame/undobar.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/ruletext.h"
#include "protect/ruleblade.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace valv::views {

namespace {

constexpr int loadingRows = 4;

} // namespace

using contract::ProtectionRule;
using presentation::RuleText;

RulesPage::RulesPage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
    , m_rules(context.session.protectionRules(vaultId()))
    , m_policies(context.session.policies(vaultId()))
{
    m_unread = new StoreNotice(context);
    m_unread->setObjectName(QStringLiteral("rules.message"));
    m_unread->follow(&m_rules);
    connect(m_unread, &StoreNotice::retried, this, [this] { setFocus(Qt::OtherFocusReason); });
    body()->addWidget(m_unread);
    m_removedBar = new UndoBar(context);
    m_removedBar->setObjectName(QStringLiteral("rules.removed"));
    body()->addWidget(m_removedBar);
    m_card = new Card;
    m_loading = new Skeleton(loadingRows);
    m_loading->setObjectName(QStringLiteral("rules.loading"));
    m_card->add(m_loading);
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
    for (const auto signal : {&presentation::ListStoreBase::countChanged, &presentation::ListStoreBase::stateChanged}) {
        connect(&m_rules, signal, this, &RulesPage::rebuild);
    }
    connect(&m_rules, &presentation::ListStoreBase::rowsChanged, this, &RulesPage::rebuild);
    for (const auto signal : {&presentation::ListStoreBase::countChanged, &presentation::ListStoreBase::stateChanged}) {
        connect(&m_policies, signal, this, &RulesPage::policiesChanged);
    }
    begin();
}

QList<QAction*> RulesPage::commands() const
{
    return {m_add, refreshAction()};
}

void RulesPage::refresh()
{
    m_rules.refresh();
    m_policies.refresh();
    VaultPage::refresh();
}

void RulesPage::focusFirst()
{
    if (m_empty->isVisibleTo(this)) {
        m_empty->setButton(m_add->text(), ButtonKind::Primary)->setFocus(Qt::OtherFocusReason);
    } else if (!m_rows.isEmpty()) {
        m_rows.constFirst()->findChild<Button*>()->setFocus(Qt::OtherFocusReason);
    } else {
        setFocus(Qt::OtherFocusReason); // rebuild() leads on from here
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

QStringList RulesPage::missingPolicies() const
{
    QStringList missing;
    if (m_policies.hasLoaded() && !m_policies.error()) {
        for (const auto& rule : m_rules.sorted()) {
            if (m_policies.byName(rule.policyName) == nullptr) {
                missing.append(rule.policyName);
            }
        }
    }
    return missing;
}

void RulesPage::policiesChanged()
{
    if (missingPolicies() != m_missing) {
        rebuild();
    }
}

void RulesPage::rebuild()
{
    m_missing = missingPolicies();
    const auto old = std::exchange(m_rows, {});
    const auto* focused = QApplication::focusWidget();
    const bool inRow =
        std::any_of(old.cbegin(), old.cend(), [focused](const auto* row) { return row->isAncestorOf(focused); });
    if (inRow) {
        setFocus(Qt::OtherFocusReason);
    }
    for (const auto& rule : m_rules.sorted()) {
        m_rows.append(makeRow(rule));
        m_list->addWidget(m_rows.constLast());
        auto* row = m_rows.constLast();
        row->show(); // it may get the focus now
        auto* edit = row->findChild<Button*>();
        if (inRow && edit->objectName() == focused->objectName()) { // where one was goes on
            edit->setFocus(Qt::OtherFocusReason);
        }
    }
    for (auto* row : old) {
        row->deleteLater(); // a click in it may have led here
        row->hide();
    }
    const bool none = m_rows.isEmpty();
    // What could not be read is not known to be nothing.
    const bool failed = m_rules.state() == presentation::LoadState::Failed;
    const bool wasLoading = !m_loading->isHidden();
    m_loading->setVisible(none && !m_rules.hasLoaded() && !failed);
    m_empty->setVisible(none && m_rules.hasLoaded());
    m_card->setVisible(!none || !failed);
    m_unread->setTitle(tr("The rules could not be read."));
    m_empty->setTexts(Icon::Filter, tr("There is no rule yet"),
                      tr("A rule protects machines by their name, resource group or tags as soon as they are "
                         "found, so that a new one is never forgotten."));
    m_empty->setButton(tr("Add rule"), ButtonKind::Primary);
    if (wasLoading && m_loading->isHidden() && hasFocus()) {
        focusFirst();
    }
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
    auto* state = new StatusText(StatusKind::Off, tr("Not in use", "a rule"));
    if (m_missing.contains(rule.policyName)) { // it protects nothing
        state->setStatus(StatusKind::Failed, tr("Its policy is missing", "a rule"));
    } else if (rule.enabled) {
        state->setStatus(StatusKind::Ok, tr("In use", "a rule"));
    }
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
    connect(blade, &RuleBlade::removed, this, &RulesPage::offerUndo);
    context().navigator.openBlade(blade);
}

void RulesPage::offerUndo(ProtectionRule gone)
{
    gone.etag.clear();
    gone.raw = {};
    m_removedBar->offer<ProtectionRule>({[name = gone.name] { return tr("The rule %1 has been removed.").arg(name); },
                                         [] { return tr("What it has protected stays protected."); },
                                         [] { return tr("The rule could not be taken back."); }},
                                        [this, gone] { return m_rules.save(gone); });
}

void RulesPage::retranslate()
{
    m_add->setText(tr("Add rule"));
    m_card->setTitle(tr("Protection rules"));
    m_removedBar->retranslate();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/deletepolicyblade.h"

#include "controls/button.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "frame/storenotice.h"
#include "frame/vaultroutes.h"
#include "policies/savepolicyblade.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"

#include <QVBoxLayout>

#include <utility>

namespace valv::views {

using presentation::ErrorText;

namespace {

constexpr int linksShown = 50;

} // namespace

DeletePolicyBlade::DeletePolicyBlade(const Context& context, const ArmId& policy, QWidget* window)
    : FormBlade(context, QStringLiteral("deletePolicy"), window)
    , m_policy(policy)
    , m_question(new Label(LabelKind::Body))
{
    m_question->setWordWrap(true);
    auto& session = context.session;
    m_itemsUnread = new StoreNotice(context);
    m_itemsUnread->setObjectName(QStringLiteral("deletePolicy.itemsUnread"));
    m_itemsUnread->follow(&session.items());
    add(m_itemsUnread);
    QList<presentation::ListStoreBase*> stores{&session.items()};
    if (session.capabilities().protectionRules) {
        auto& rules = session.protectionRules(policy.vaultId());
        m_rulesUnread = new StoreNotice(context);
        m_rulesUnread->setObjectName(QStringLiteral("deletePolicy.rulesUnread"));
        m_rulesUnread->follow(&rules);
        add(m_rulesUnread);
        stores.append(&rules);
        rules.refresh();
    }
    add(m_question);
    auto* users = new QWidget;
    m_users = new QVBoxLayout(users);
    m_users->setContentsMargins(0, 0, 0, 0);
    m_users->setSpacing(Space::xs);
    add(users);
    body()->addWidget(footer()->makeAz([this] { return AzLine(presentation::az::deletePolicy(m_policy)); }), 0,
                      Qt::AlignLeft);
    body()->addStretch(1);
    for (auto* store : std::as_const(stores)) {
        connect(store, &presentation::ListStoreBase::rowsChanged, this, &DeletePolicyBlade::showUsers);
        connect(store, &presentation::ListStoreBase::countChanged, this, &DeletePolicyBlade::showUsers);
        connect(store, &presentation::ListStoreBase::stateChanged, this, &DeletePolicyBlade::showUsers);
        connect(&sending(), &FormSending::refused, store,
                [store] { store->refresh(); }); // somebody may have begun to use it
    }
    for (auto* notice : {m_itemsUnread, m_rulesUnread}) {
        if (notice != nullptr) {
            connect(notice, &StoreNotice::retried, this, [this] { setFocus(Qt::OtherFocusReason); });
        }
    }
    DeletePolicyBlade::retranslate();
}

DeletePolicyBlade::Users DeletePolicyBlade::users() const
{
    auto& session = context().session;
    const auto* stored = session.policies(m_policy.vaultId()).byName(m_policy.name());
    const auto told = policyUsers(session, m_policy, stored != nullptr ? stored->protectedItems : 0);
    const auto& items = session.items();
    Users users;
    for (int row = 0; row < items.count(); ++row) {
        if (items.at(row).policyId == m_policy) {
            users.items.append(items.idAt(row));
        }
    }
    // What is told by the policy may be older than the list of items.
    users.itemCount = told.known ? static_cast<int>(users.items.size()) : told.count;
    users.known = told.known;
    bool failed = items.error().has_value();
    if (m_rulesUnread != nullptr) {
        const auto& rules = session.protectionRules(m_policy.vaultId());
        for (const auto& rule : rules.sorted()) {
            if (rule.policyName.compare(m_policy.name(), Qt::CaseInsensitive) == 0) {
                users.rules.append(rule.name);
            }
        }
        const bool known = rules.hasLoaded() && !rules.error();
        users.known = users.known && known;
        failed = failed || rules.error().has_value();
    }
    users.loading = !users.known && !failed;
    return users;
}

QString DeletePolicyBlade::usedBy(bool advice) const
{
    const auto say = [&](const char* code, qsizetype count) {
        const auto text =
            ErrorText::of(QString::fromLatin1(code), {static_cast<int>(count)}, context().language.locale());
        return advice ? text.sentence() : text.message();
    };
    QStringList said;
    if (m_shown.itemCount > 0) {
        said.append(say("PolicyInUse", m_shown.itemCount));
    }
    if (!m_shown.rules.isEmpty()) {
        said.append(say("PolicyInUseByRule", m_shown.rules.size()));
    }
    return said.join(QLatin1Char(' '));
}

void DeletePolicyBlade::showUsers()
{
    const auto old = std::exchange(m_shown, users());
    const auto used = usedBy(true);
    m_question->setText(!used.isEmpty()     ? used
                            : m_shown.known ? tr("No backup item uses the policy, and no protection rule. It is gone "
                                                 "at once; points that it kept are not affected.")
                            : m_shown.loading
                            ? tr("Looking at what uses the policy…")
                            : tr("It is not known what uses the policy. It is deleted only if nothing does."));
    if (old.items != m_shown.items || old.rules != m_shown.rules) {
        showLinks();
    }
    if (auto* all = findChild<LinkButton*>(QStringLiteral("deletePolicy.items"))) {
        all->setText(tr("Show them in the list of backup items"));
    }
    updateState();
}

void DeletePolicyBlade::showLinks()
{
    while (auto* item = m_users->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto add = [this](LinkButton* link, const Route& route) {
        connect(link, &QAbstractButton::clicked, this, [this, route] {
            auto& navigator = context().navigator;
            if (closeBlade()) {
                navigator.open(route);
            }
        });
        m_users->addWidget(link, 0, Qt::AlignLeft);
    };
    for (const auto& id : m_shown.items.mid(0, linksShown)) {
        const auto* item = context().session.items().find(id);
        auto* link = new LinkButton(item->friendlyName);
        link->setLinkIcon(Icon::ProtectedItem);
        add(link, {QStringLiteral("virtualmachine"), item->sourceResourceId.text(), QStringLiteral("backup")});
    }
    if (!m_shown.items.isEmpty()) {
        auto* all = new LinkButton;
        all->setObjectName(QStringLiteral("deletePolicy.items"));
        add(all, {QStringLiteral("items"), m_policy.vaultId().text(), m_policy.name()});
    }
    for (const auto& name : m_shown.rules.mid(0, linksShown)) {
        auto* link = new LinkButton(name);
        link->setLinkIcon(Icon::Filter);
        add(link, vaultRoute(m_policy.vaultId(), QStringLiteral("rules")));
    }
}

void DeletePolicyBlade::updateState()
{
    FormBlade::updateState();
    if (!isSending()) {
        const auto used = usedBy(false);
        footer()->primary()->setReason(!used.isEmpty()                         ? used
                                           : !m_shown.known && m_shown.loading ? tr("Looking at what uses the policy…")
                                                                               : sending().forbidden());
    }
}

void DeletePolicyBlade::submit()
{
    if (!footer()->primary()->isAvailable() || !isReady()) {
        return;
    }
    send({[] { return tr("The policy is being deleted."); }, [] { return tr("The policy could not be deleted."); },
          [this] { submit(); }},
         context().session.policies(m_policy.vaultId()).remove(m_policy), [this](const client::Outcome&) {
             leave();
             Q_EMIT removed();
         });
}

void DeletePolicyBlade::retranslate()
{
    setTitle(tr("Delete policy"));
    setCaption(m_policy.name() + QStringLiteral(" · ") + m_policy.vaultId().name());
    footer()->setPrimary(tr("Delete policy"), ButtonKind::DangerPrimary);
    m_itemsUnread->setTitle(tr("The backup items could not be read."));
    if (m_rulesUnread != nullptr) {
        m_rulesUnread->setTitle(tr("The rules could not be read."));
    }
    FormBlade::retranslate();
    showUsers();
}

} // namespace valv::views

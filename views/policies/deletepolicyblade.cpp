// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/deletepolicyblade.h"

#include "controls/button.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::ErrorText;

namespace {

constexpr int linksShown = 50;

} // namespace

DeletePolicyBlade::DeletePolicyBlade(const Context& context, const ArmId& policy, QWidget* window)
    : Blade(window)
    , m_context(context)
    , m_policy(policy)
{
    setObjectName(QStringLiteral("deletePolicy"));
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("deletePolicy.failure"));
    m_failure->hide();
    add(m_failure);
    m_question = new Label(LabelKind::Body);
    m_question->setWordWrap(true);
    add(m_question);
    auto* users = new QWidget;
    m_users = new QVBoxLayout(users);
    m_users->setContentsMargins(0, 0, 0, 0);
    m_users->setSpacing(Space::xs);
    add(users);
    body()->addStretch(1);
    setButtons({}, ButtonKind::DangerPrimary);
    footer()->primary()->setObjectName(QStringLiteral("deletePolicy.submit"));
    connect(this, &Blade::submitted, this, &DeletePolicyBlade::submit);
    auto& items = m_context.session.items();
    connect(&items, &presentation::ListStoreBase::rowsChanged, this, &DeletePolicyBlade::showUsers);
    connect(&items, &presentation::ListStoreBase::countChanged, this, &DeletePolicyBlade::showUsers);
    showUsers();
}

void DeletePolicyBlade::showUsers()
{
    setTitle(tr("Delete policy"));
    setCaption(m_policy.name() + QStringLiteral(" · ") + m_policy.vaultId().name());
    const auto& items = m_context.session.items();
    QList<ArmId> users;
    for (int row = 0; row < items.count(); ++row) {
        if (items.at(row).policyId == m_policy) {
            users.append(items.idAt(row));
        }
    }
    const int count = static_cast<int>(users.size());
    const auto locale = m_context.language.locale();
    m_question->setText(count > 0 ? ErrorText::of(QStringLiteral("PolicyInUse"), {count}, locale).sentence()
                                  : tr("No backup item uses the policy. It is gone at once; points that it kept are "
                                       "not affected."));
    if (users != m_shown) {
        m_shown = users;
        while (auto* item = m_users->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const auto& id : users.mid(0, linksShown)) {
            const auto* item = items.find(id);
            auto* link = new LinkButton(item->friendlyName);
            link->setLinkIcon(Icon::ProtectedItem);
            connect(link, &QAbstractButton::clicked, this, [this, vm = item->sourceResourceId] {
                if (closeBlade()) {
                    m_context.navigator.open({QStringLiteral("virtualmachine"), vm.text(), QStringLiteral("backup")});
                }
            });
            m_users->addWidget(link, 0, Qt::AlignLeft);
        }
        auto* all = new LinkButton;
        all->setObjectName(QStringLiteral("deletePolicy.items"));
        connect(all, &QAbstractButton::clicked, this, [this] {
            if (closeBlade()) {
                m_context.navigator.open({QStringLiteral("items"), m_policy.vaultId().text(), m_policy.name()});
            }
        });
        m_users->addWidget(all, 0, Qt::AlignLeft);
    }
    if (auto* all = findChild<LinkButton*>(QStringLiteral("deletePolicy.items"))) {
        all->setText(tr("Show them in the list of backup items"));
        all->setVisible(count > 0);
    }
    footer()->setPrimary(tr("Delete policy"), ButtonKind::DangerPrimary);
    footer()->primary()->setReason(count > 0 ? ErrorText::of(QStringLiteral("PolicyInUse"), {count}, locale).message()
                                       : m_sending ? tr("The policy is being deleted.")
                                                   : QString());
    m_failure->setVisible(m_error.has_value());
    if (m_error) {
        const auto text = ErrorText::of(*m_error, locale);
        m_failure->setMessage(MessageKind::Error, text.title(), text.action());
        m_failure->setDetail(text.code());
    }
}

void DeletePolicyBlade::submit()
{
    if (!footer()->primary()->isAvailable()) {
        return;
    }
    m_sending = true;
    m_error.reset();
    showUsers();
    whenDone(m_context.session.policies(m_policy.vaultId()).remove(m_policy), this,
             [this](const Result<client::Outcome>& result) {
                 m_sending = false;
                 if (result) {
                     if (closeBlade()) {
                         Q_EMIT removed();
                     }
                     return;
                 }
                 m_error = result.error();
                 m_context.session.items().refresh(); // somebody may have begun to use it
                 showUsers();
             });
}

void DeletePolicyBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_users != nullptr) {
        showUsers();
    }
}

} // namespace valv::views

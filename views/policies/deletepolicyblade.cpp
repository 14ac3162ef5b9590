// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/deletepolicyblade.h"

#include "controls/button.h"
#include "controls/formfooter.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"

#include <QVBoxLayout>

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
    add(m_question);
    auto* users = new QWidget;
    m_users = new QVBoxLayout(users);
    m_users->setContentsMargins(0, 0, 0, 0);
    m_users->setSpacing(Space::xs);
    add(users);
    body()->addWidget(footer()->makeAz([this] { return AzLine(presentation::az::deletePolicy(m_policy)); }), 0,
                      Qt::AlignLeft);
    body()->addStretch(1);
    auto& items = context.session.items();
    connect(&items, &presentation::ListStoreBase::rowsChanged, this, &DeletePolicyBlade::showUsers);
    connect(&items, &presentation::ListStoreBase::countChanged, this, &DeletePolicyBlade::showUsers);
    connect(&sending(), &FormSending::refused, &items,
            [&items] { items.refresh(); }); // somebody may have begun to use it
    DeletePolicyBlade::retranslate();
}

QList<ArmId> DeletePolicyBlade::users() const
{
    const auto& items = context().session.items();
    QList<ArmId> users;
    for (int row = 0; row < items.count(); ++row) {
        if (items.at(row).policyId == m_policy) {
            users.append(items.idAt(row));
        }
    }
    return users;
}

void DeletePolicyBlade::showUsers()
{
    const auto& items = context().session.items();
    const auto users = this->users();
    const int count = static_cast<int>(users.size());
    m_question->setText(
        count > 0 ? ErrorText::of(QStringLiteral("PolicyInUse"), {count}, context().language.locale()).sentence()
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
                    context().navigator.open({QStringLiteral("virtualmachine"), vm.text(), QStringLiteral("backup")});
                }
            });
            m_users->addWidget(link, 0, Qt::AlignLeft);
        }
        auto* all = new LinkButton;
        all->setObjectName(QStringLiteral("deletePolicy.items"));
        connect(all, &QAbstractButton::clicked, this, [this] {
            if (closeBlade()) {
                context().navigator.open({QStringLiteral("items"), m_policy.vaultId().text(), m_policy.name()});
            }
        });
        m_users->addWidget(all, 0, Qt::AlignLeft);
    }
    if (auto* all = findChild<LinkButton*>(QStringLiteral("deletePolicy.items"))) {
        all->setText(tr("Show them in the list of backup items"));
        all->setVisible(count > 0);
    }
    updateState();
}

void DeletePolicyBlade::updateState()
{
    FormBlade::updateState();
    if (!isSending()) {
        const auto locale = context().language.locale();
        const int count = static_cast<int>(m_shown.size());
        footer()->primary()->setReason(
            count > 0 ? ErrorText::of(QStringLiteral("PolicyInUse"), {count}, locale).message() : QString());
    }
}

void DeletePolicyBlade::submit()
{
    if (!m_shown.isEmpty() || !isReady()) {
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
    FormBlade::retranslate();
    showUsers();
}

} // namespace valv::views

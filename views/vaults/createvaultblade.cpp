// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/createvaultblade.h"

#include "controls/button.h"
#include "controls/formsummary.h"
#include "vaults/vaultform.h"

#include <QVBoxLayout>

namespace valv::views {

CreateVaultBlade::CreateVaultBlade(const Context& context, const presentation::NewVault& place,
                                   const presentation::NewVault& entered, QWidget* window)
    : FormBlade(context, QStringLiteral("createVault"), window, Size::bladeWide)
    , m_form(new VaultForm(context, Field::Layout::Above, place))
{
    setObjectName(QStringLiteral("createVaultBlade"));
    add(m_form);
    body()->addWidget(footer()->makeAz([this] { return m_form->az(); }), 0, Qt::AlignLeft);
    body()->addStretch(1);
    for (auto* field : m_form->fields()) {
        summary()->addField(field);
    }
    m_form->take(entered);
    m_entered = m_form->vault();
    sending().setDeed(presentation::Deed::CreateVault, [this] { return m_form->group(); });
    connect(m_form, &VaultForm::changed, this, [this] {
        auto now = m_form->vault();
        if (!(now == m_entered)) { // not merely a list that was read anew
            m_entered = std::move(now);
            changed();
        }
    });
    retranslate();
}

presentation::NewVault CreateVaultBlade::entered() const
{
    return m_form->vault();
}

//! What is entered is handed back; what becomes of a vault that is being made would not be known.
bool CreateVaultBlade::isDirty() const
{
    return isSending();
}

void CreateVaultBlade::submit()
{
    m_form->send(
        sending(), [this] { submit(); }, [this](const ArmId& vault) { stands(vault); });
}

bool CreateVaultBlade::showRefusal(const Error& error)
{
    return m_form->showRefusal(error);
}

void CreateVaultBlade::stands(const ArmId& vault)
{
    Q_EMIT made(vault);
    leave();
    VaultForm::showKey(context(), vault, parentWidget());
}

void CreateVaultBlade::retranslate()
{
    setTitle(tr("Create Recovery Services vault"));
    setButtons(tr("Create"));
    FormBlade::retranslate();
}

} // namespace valv::views

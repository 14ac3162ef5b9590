// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/createvaultblade.h"

#include "controls/button.h"
#include "controls/formsummary.h"
#include "core/whendone.h"
#include "presentation/stores/session.h"
#include "vaults/recoverykeyblade.h"
#include "vaults/vaultform.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

CreateVaultBlade::CreateVaultBlade(const Context& context, const presentation::NewVault& place,
                                   const presentation::NewVault& entered, QWidget* window)
    : Blade(window, Size::bladeWide)
    , m_context(context)
    , m_form(new VaultForm(context, Field::Layout::Above, place))
{
    setObjectName(QStringLiteral("createVaultBlade"));
    add(m_form);
    body()->addStretch(1);
    setButtons({});
    footer()->primary()->setObjectName(QStringLiteral("createVault.submit"));
    connect(this, &Blade::submitted, this, &CreateVaultBlade::submit);
    connect(m_form, &VaultForm::tryAgain, this, &CreateVaultBlade::submit);
    m_form->take(entered);
    retranslate();
}

presentation::NewVault CreateVaultBlade::entered() const
{
    return m_form->vault();
}

void CreateVaultBlade::submit()
{
    if (m_running) {
        return;
    }
    if (!m_form->validate()) {
        m_form->summary().focusFirstError();
        return;
    }
    m_form->setFailure({});
    m_running = true;
    updateFooter();
    const auto asked = m_form->vault();
    whenDone(m_context.session.vaults().create(asked), this,
             [this, id = asked.id()](const Result<contract::Vault>& result) { ended(id, result); });
}

void CreateVaultBlade::ended(const ArmId& id, const Result<contract::Vault>& result)
{
    m_running = false;
    updateFooter();
    if (!result) {
        m_form->setFailure(result.error());
        return;
    }
    Q_EMIT made(id);
    const auto context = m_context; // this blade goes
    auto* window = parentWidget();
    closeBlade();
    if (context.session.capabilities().recoveryKeys) { // the first thing to see. Source: wishes W7
        context.navigator.openBlade(new RecoveryKeyBlade(context, id, true, window));
    }
}

void CreateVaultBlade::updateFooter()
{
    footer()->primary()->setEnabled(!m_running);
    footer()->setStatus(m_running ? StatusKind::Running : StatusKind::None,
                        m_running ? tr("Creating the vault %1…").arg(m_form->vault().name) : QString());
}

void CreateVaultBlade::retranslate()
{
    setTitle(tr("Create Recovery Services vault"));
    footer()->setPrimary(tr("Create"));
    updateFooter();
}

void CreateVaultBlade::changeEvent(QEvent* event)
{
    Blade::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace valv::views

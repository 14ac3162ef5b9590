// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "frame/context.h"
#include "presentation/stores/vaultstore.h"

namespace valv::views {

class VaultForm;

//! \brief Creates a vault for a machine beside the form that needs one. It stays until the vault is made; what was
//! entered is handed back when it is closed before. Source: flows.md A5.
class CreateVaultBlade : public Blade
{
    Q_OBJECT
public:
    //! \param place the machine's: subscription and region are not chosen here
    //! \param entered what the form begins with
    CreateVaultBlade(const Context& context, const presentation::NewVault& place, const presentation::NewVault& entered,
                     QWidget* window);

    [[nodiscard]] presentation::NewVault entered() const;

Q_SIGNALS:
    void made(const valv::ArmId& vault);

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void ended(const ArmId& id, const Result<contract::Vault>& result);
    void updateFooter();
    void retranslate();

    const Context m_context;
    VaultForm* m_form;
    bool m_running = false;
};

} // namespace valv::views

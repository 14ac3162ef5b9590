// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/formblade.h"
#include "presentation/stores/vaultstore.h"

namespace valv::views {

class VaultForm;

//! \brief Creates a vault for a machine beside the form that needs one. It stays until the vault is made; what was
//! entered is handed back when it is closed before. Source: flows.md A5.
class CreateVaultBlade : public FormBlade
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
    [[nodiscard]] bool isDirty() const override;
    void submit() override;
    bool showRefusal(const Error& error) override;
    void retranslate() override;

private:
    void stands(const ArmId& vault);

    VaultForm* m_form;
    presentation::NewVault m_entered;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/formblade.h"

class QLineEdit;

namespace valv::contract {
struct Vault;
}

namespace valv::views {

class Field;
class Label;

//! \brief Brings a vault's folder from another computer into this connection: folder, recovery key, and another name
//! when its own is taken. The folder stays where it is. Source: docs/wire-extensions.md.
class AttachVaultBlade : public FormBlade
{
    Q_OBJECT
public:
    AttachVaultBlade(const Context& context, QWidget* window);

Q_SIGNALS:
    void attached(const valv::ArmId& vault);

protected:
    [[nodiscard]] bool isDirty() const override;
    void submit() override;
    void showErrors(bool all) override;
    bool showRefusal(const Error& error) override;
    void retranslate() override;

private:
    void tell(const contract::Vault& vault);
    void browse();

    Label* m_what;
    QLineEdit* m_folder;
    Field* m_folderField;
    Button* m_browse;
    QLineEdit* m_key;
    Field* m_keyField;
    QLineEdit* m_name;
    Field* m_nameField;
    QLineEdit* m_group;
    Field* m_groupField;
};

} // namespace valv::views

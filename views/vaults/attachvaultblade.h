// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"

#include <optional>

class QLineEdit;

namespace valv::contract {
struct Vault;
}

namespace valv::views {

class Field;
class Label;
class MessageBar;

//! \brief Brings a vault's folder from another computer into this connection: folder, recovery key, and another name
//! when its own is taken. The folder stays where it is. Source: docs/wire-extensions.md.
class AttachVaultBlade : public Blade
{
    Q_OBJECT
public:
    AttachVaultBlade(const Context& context, QWidget* window);

Q_SIGNALS:
    void attached(const valv::ArmId& vault);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] bool validate(); //!< shows what is wrong; true: nothing
    void submit();
    void answered(const Result<contract::Vault>& vault);
    void showError();
    void browse();
    void retranslate();

    const Context m_context;
    Label* m_what;
    MessageBar* m_failure;
    QLineEdit* m_folder;
    Field* m_folderField;
    Button* m_browse;
    QLineEdit* m_key;
    Field* m_keyField;
    QLineEdit* m_name;
    Field* m_nameField;
    QLineEdit* m_group;
    Field* m_groupField;
    std::optional<Error> m_error; //!< the backend's answer
    bool m_tried = false; //!< errors of empty fields are shown from the first try on
    bool m_sending = false;
};

} // namespace valv::views

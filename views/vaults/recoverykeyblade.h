// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"

#include <optional>

class QLineEdit;

namespace valv::views {

class Button;
class Field;
class MessageBar;
class StatusText;

//! \brief The recovery key of a vault: shown, copied, saved to a file, and tested by typing it. Without it nothing can
//! be restored when this computer is lost, so it is shown when a vault has been made. Source: wishes W7.
class RecoveryKeyBlade : public Blade
{
    Q_OBJECT
public:
    //! \param isNew the vault has just been made
    RecoveryKeyBlade(const Context& context, const ArmId& vault, bool isNew, QWidget* window);

    //! The sheet that is saved: what it is for, which vault, the key, and how to use it.
    [[nodiscard]] QString sheet() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void copy();
    void save();
    void check();
    void say(StatusKind kind, const QString& text);
    void retranslate();
    void showChecked();

    const Context m_context;
    ArmId m_vault;
    bool m_isNew;
    QString m_key;
    MessageBar* m_why;
    MessageBar* m_problem;
    QLineEdit* m_shown;
    Field* m_keyField;
    Button* m_copy;
    Button* m_save;
    StatusText* m_done;
    QLineEdit* m_typed;
    Field* m_typedField;
    StatusText* m_checked;
    std::optional<Error> m_error;
};

} // namespace valv::views

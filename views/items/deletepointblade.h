// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/previews.h"
#include "contract/recoverypoint.h"
#include "controls/blade.h"
#include "controls/formhold.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"

#include <optional>

class QCheckBox;
class QLineEdit;

namespace valv::presentation {
class RecoveryPointStore;
}

namespace valv::views {

class Essentials;
class Field;
class FormSummary;
class MessageBar;

//! \brief Deletes one recovery point for good: says what that frees and what stands against it; the newest good one
//! only when that is agreed to expressly. Source: flows.md I, docs/wire-extensions.md.
class DeletePointBlade : public Blade
{
    Q_OBJECT
public:
    DeletePointBlade(const Context& context, const ArmId& point, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();
    [[nodiscard]] std::optional<Error> obstacle() const;
    [[nodiscard]] bool isLastGood() const;
    bool validate(bool all);
    void preview();
    void readTheirs();
    void showFailure();
    void submit();

    const Context m_context;
    ArmId m_id;
    QString m_vm;
    presentation::RecoveryPointStore& m_store;
    MessageBar* m_failure;
    FormSummary* m_summary;
    MessageBar* m_lost;
    Essentials* m_facts;
    QLineEdit* m_name;
    Field* m_nameField;
    QCheckBox* m_last;
    Field* m_lastField = nullptr;
    std::optional<contract::RecoveryPoint> m_seen; //!< as it is deleted: another one is not
    QString m_theirs; //!< what somebody else did to it meanwhile
    std::optional<contract::RemovalPreview> m_preview;
    std::optional<Error> m_previewError;
    std::optional<Error> m_error;
    bool m_reading = false; //!< what somebody else did
    int m_asked = 0; //!< the latest preview
    bool m_tried = false;
    bool m_sending = false;
    FormHold m_hold; //!< while it is deleted
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/notifications.h"
#include "controls/blade.h"
#include "frame/context.h"

#include <optional>

class QCheckBox;
class QLineEdit;
class QTimer;

namespace valv::views {

class Button;
class ComboBox;
class Essentials;
class Field;
class FormSummary;
class MessageBar;
class SectionTitle;
class SegmentedControl;
class Toggle;

//! \brief Who is mailed about the alerts of a vault: on or off, recipients, each alert or once an hour, which
//! severities and in which language; how the sending goes; and a message to try it. Source: flows.md I9.
class NotificationsBlade : public Blade
{
    Q_OBJECT
public:
    NotificationsBlade(const Context& context, const ArmId& vault, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeFields();
    void showSettings(const contract::NotificationSettings& settings);
    [[nodiscard]] contract::NotificationSettings settings() const; //!< as they stand in the fields
    [[nodiscard]] contract::NotificationSettings saved() const; //!< as the vault has them
    [[nodiscard]] bool isDirty() const;
    bool mayClose();
    void changed();
    void showErrors(bool all);
    void showState();
    void showFailure();
    void submit();
    void sendTest();
    void retranslate();

    const Context m_context;
    ArmId m_vault;
    std::optional<Error> m_error; //!< of saving, or of the message that was tried
    bool m_running = false;
    QTimer* m_look; //!< how a message that was sent fares
    MessageBar* m_noServer;
    MessageBar* m_unsaved;
    MessageBar* m_failure;
    FormSummary* m_summary;
    Toggle* m_enabled;
    QLineEdit* m_recipients;
    Field* m_recipientsField;
    SegmentedControl* m_digest;
    Field* m_digestField;
    QWidget* m_severities;
    QCheckBox* m_critical;
    QCheckBox* m_warning;
    QCheckBox* m_information;
    Field* m_severitiesField;
    ComboBox* m_language;
    Field* m_languageField;
    SectionTitle* m_stateTitle;
    Essentials* m_state;
    Button* m_test;
};

} // namespace valv::views

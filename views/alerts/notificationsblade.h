// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/notifications.h"
#include "contract/vault.h"
#include "frame/formblade.h"

#include <optional>

class QCheckBox;
class QLineEdit;
class QTimer;

namespace valv::views {

class Button;
class ComboBox;
class Essentials;
class Field;
class MessageBar;
class SectionTitle;
class SegmentedControl;
class Toggle;

//! \brief Who is mailed about the alerts of a vault: on or off, recipients, each alert or once an hour, which
//! severities and in which language; how the sending goes; and a message to try it. Source: flows.md I9.
class NotificationsBlade : public FormBlade
{
    Q_OBJECT
public:
    NotificationsBlade(const Context& context, const ArmId& vault, QWidget* window);

protected:
    [[nodiscard]] bool isDirty() const override;
    void submit() override;
    void showErrors(bool all) override;
    [[nodiscard]] QString conflict() const override;
    void readTheirs(bool drop) override;
    void updateState() override;
    void retranslate() override;

private:
    void makeFields();
    void read();
    void take(const contract::Vault& vault);
    void follow();
    void showSettings(const contract::NotificationSettings& settings);
    [[nodiscard]] contract::NotificationSettings settings() const; //!< as they stand in the fields
    [[nodiscard]] contract::NotificationSettings settingsOf(const contract::Vault& vault) const;
    void showState();
    void sendTest();

    ArmId m_vault;
    std::optional<contract::NotificationSettings> m_before; //!< as they were read; nothing: not yet
    QString m_etag; //!< of the vault then
    QTimer* m_look; //!< how a message that was sent fares
    MessageBar* m_noServer;
    QWidget* m_fields;
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

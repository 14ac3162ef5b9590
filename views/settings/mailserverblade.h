// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/notifications.h"
#include "frame/formblade.h"

class QLineEdit;

namespace valv::views {

class Button;
class ComboBox;
class Field;
class Label;
class MessageBar;

//! \brief The mail server that the engine of this connection hands its mails to, and who is told when backup data is
//! deleted. A password is only ever written, never shown. Source: flows.md I9.
class MailServerBlade : public FormBlade
{
    Q_OBJECT
public:
    //! \param server as the engine has it; an empty host: none
    MailServerBlade(const Context& context, const contract::MailServer& server, QWidget* window);

protected:
    [[nodiscard]] bool isDirty() const override;
    void submit() override;
    void showErrors(bool all) override;
    void updateState() override;
    void retranslate() override;

private:
    QLineEdit* makeField(const char* name, Field*& field);
    [[nodiscard]] contract::MailServer server() const; //!< as it stands in the fields
    void askToRemove();
    void remove();

    contract::MailServer m_before;
    MessageBar* m_question; //!< whether it is to be removed
    Label* m_text;
    QLineEdit* m_host;
    Field* m_hostField;
    QLineEdit* m_port;
    Field* m_portField;
    ComboBox* m_security;
    Field* m_securityField;
    QLineEdit* m_user;
    Field* m_userField;
    QLineEdit* m_password;
    Field* m_passwordField;
    QLineEdit* m_from;
    Field* m_fromField;
    QLineEdit* m_owners;
    Field* m_ownersField;
    Button* m_remove;
};

} // namespace valv::views

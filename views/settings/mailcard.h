// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/notifications.h"
#include "controls/card.h"
#include "frame/context.h"

#include <optional>

namespace valv::views {

class Button;
class Essentials;
class MessageBar;

//! \brief Which mail server the engine of this connection has, and the way to another. Hidden where the server is not
//! Valv's.
class MailCard : public Card
{
    Q_OBJECT
public:
    explicit MailCard(const Context& context, QWidget* parent = nullptr);

    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;

private:
    void ask();
    void show(const contract::MailServer& server);
    void retranslate();

    const Context m_context;
    std::optional<contract::MailServer> m_server; //!< nothing: not known (yet)
    std::optional<Error> m_error;
    MessageBar* m_unread; //!< why it is not known, and the way to ask again
    Label* m_text;
    Essentials* m_facts;
    Button* m_change;
};

} // namespace valv::views

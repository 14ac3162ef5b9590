// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/integrity.h"
#include "controls/card.h"
#include "core/armid.h"
#include "frame/context.h"

#include <optional>

namespace valv::views {

class Button;
class Essentials;
class MessageBar;

//! \brief When a vault's stored bytes were last read and compared with their hashes, what that found, and the command
//! to do it now. Source: docs/wire-extensions.md.
class IntegrityCard : public Card
{
    Q_OBJECT
public:
    IntegrityCard(const Context& context, const ArmId& vault, QWidget* parent = nullptr);
    //! \param integrity nothing: this connection does not tell, and nothing is shown
    void show(const std::optional<contract::Integrity>& integrity);

protected:
    void changeEvent(QEvent* event) override;

private:
    void update();
    void updateMessage(const contract::Integrity& integrity);
    void checkNow();

    const Context m_context;
    const ArmId m_vault;
    MessageBar* m_message;
    Essentials* m_facts;
    Button* m_check;
    std::optional<contract::Integrity> m_integrity;
    std::optional<Error> m_error; //!< why it could not be started
    bool m_asking = false;
};

} // namespace valv::views

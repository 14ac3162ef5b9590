// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "vaults/vaultpage.h"

namespace valv::views {

class Button;
class Card;
class Essentials;
class Label;
class LinkCard;
class MessageBar;

//! \brief What a vault stands on: how it is replicated, its second location and how that stands, its key. Source:
//! flows.md B4; picture storagecfg_sv.
class VaultInfrastructurePage : public VaultPage
{
    Q_OBJECT
public:
    VaultInfrastructurePage(const Context& context, const Route& route, QWidget* parent = nullptr);

    void focusFirst() override;

protected:
    void update() override;
    void retranslate() override;
    [[nodiscard]] QString partTitle() const override;

private:
    void openConfiguration();
    void updateSecond();
    void copyNow();

    Label* m_title;
    LinkCard* m_configuration;
    LinkCard* m_key;
    Card* m_second;
    MessageBar* m_secondProblem;
    Essentials* m_secondFacts;
    Button* m_copy;
    bool m_copying = false;
    std::optional<Error> m_copyError; //!< why copying could not be started
};

} // namespace valv::views

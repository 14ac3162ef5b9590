// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "controls/detailspane.h"
#include "frame/context.h"

namespace valv::views {

class Button;
class Essentials;
class IconButton;
class ItemCommands;
class Label;
class StatusText;
class StoreNotice;

//! \brief All about one alert: what happened, why, what to do and the button that does it, how it stands, and links to
//! the machine, the job, the policy and the vault. Source: picture alerts_en.
class AlertDetails : public DetailsPane
{
    Q_OBJECT
public:
    explicit AlertDetails(const Context& context, QWidget* parent = nullptr);

    void setAlert(const ArmId& alert);

Q_SIGNALS:
    void stateWanted(const valv::ArmId& alert, valv::contract::AlertState state);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showAlert();
    void showRemedy(const contract::Alert& alert);
    void showFacts(const contract::Alert& alert);
    [[nodiscard]] ArmId jobOf(const contract::Alert& alert) const;
    void openLink(const QString& link);
    void copyText();

    const Context m_context;
    ArmId m_alert;
    Route m_remedyRoute;
    IconButton* m_copy;
    StoreNotice* m_unread;
    QWidget* m_content; //!< all that is told of the alert; hidden while none is known
    StatusText* m_severity;
    Label* m_happenedTitle;
    Label* m_happened;
    Label* m_cause;
    Label* m_code;
    Label* m_actionTitle;
    Label* m_action;
    ItemCommands* m_commands;
    QList<Button*> m_commandButtons; //!< one for each command that may help
    Button* m_remedy; //!< goes where the cause can be removed
    Button* m_openJob;
    Button* m_acknowledge;
    Button* m_close;
    Button* m_reopen;
    Essentials* m_facts;
};

} // namespace valv::views

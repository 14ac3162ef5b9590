// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/formhold.h"
#include "frame/page.h"
#include "presentation/app/connections.h"

namespace valv::views {

class Button;
class ConnectionForm;
class Label;

//! \brief The first start: where are the virtual machines? A folder of disk images on this computer, another computer
//! that runs valvd, or the demo estate. The page asks and checks what can be checked here; app/ connects.
class FirstStartPage : public Page
{
    Q_OBJECT
public:
    //! \param profile what stands in the fields at first
    //! \param canCancel there is a connection to go back to
    explicit FirstStartPage(const presentation::ConnectionProfile& profile = {}, bool canCancel = false,
                            QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void focusFirst() override;

Q_SIGNALS:
    //! Folders and files exist and can be read; the address is well formed.
    void chosen(const valv::presentation::ConnectionProfile& profile);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    Label* m_question;
    Label* m_explanation;
    ConnectionForm* m_form;
    Button* m_start;
    Button* m_cancel;
    FormHold m_hold; //!< while the fields are looked at
};

} // namespace valv::views

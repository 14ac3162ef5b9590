// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/formblade.h"
#include "presentation/app/connections.h"

namespace valv::views {

class ConnectionForm;
class Label;

//! \brief Sets a connection up, or changes one. Saving the one in use connects anew when it leads elsewhere now.
class ConnectionBlade : public FormBlade
{
    Q_OBJECT
public:
    //! \param profile no id: a new one
    ConnectionBlade(const Context& context, const presentation::ConnectionProfile& profile, QWidget* window);

protected:
    [[nodiscard]] bool isDirty() const override;
    void submit() override;
    void updateState() override;
    void retranslate() override;

private:
    void save(const presentation::ConnectionProfile& profile);

    presentation::ConnectionProfile m_profile;
    ConnectionForm* m_form;
    FormHold m_hold; //!< while the fields are looked at
};

//! \brief Asks before a connection is forgotten, and says what stays.
class RemoveConnectionBlade : public Blade
{
    Q_OBJECT
public:
    RemoveConnectionBlade(const Context& context, const presentation::ConnectionProfile& profile, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    presentation::ConnectionProfile m_profile;
    Label* m_what;
    Label* m_stays;
};

} // namespace valv::views

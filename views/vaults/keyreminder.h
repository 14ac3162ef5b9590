// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

#include <QWidget>

namespace valv::views {

class MessageBar;

//! \brief Where a vault is shown that was made here, and its recovery key was not: the key is to be kept. Stands above that until
//! somebody has typed the key, or says no. Takes no place meanwhile. Source: wishes W7.
class KeyReminder : public QWidget
{
    Q_OBJECT
public:
    enum class Place
    {
        AbovePage, //!< brings the page's margins
        WithinPage
    };
    explicit KeyReminder(const Context& context, Place place, QWidget* parent = nullptr);
    //! \param vault empty: none
    void setVault(const ArmId& vault);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void update();

    const Context m_context;
    const Place m_place;
    ArmId m_vault;
    ArmId m_declined;
    MessageBar* m_bar;
};

} // namespace valv::views

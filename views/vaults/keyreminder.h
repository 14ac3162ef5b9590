// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

#include <QWidget>

namespace valv::views {

class MessageBar;

//! \brief Where a vault was made along with something else: its recovery key is to be kept. Stands above that until
//! somebody has typed the key, or says no. Takes no place meanwhile. Source: wishes W7.
class KeyReminder : public QWidget
{
    Q_OBJECT
public:
    explicit KeyReminder(const Context& context, QWidget* parent = nullptr);
    //! \param vault empty: none
    void setVault(const ArmId& vault);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void update();

    const Context m_context;
    ArmId m_vault;
    ArmId m_declined;
    MessageBar* m_bar;
};

} // namespace valv::views

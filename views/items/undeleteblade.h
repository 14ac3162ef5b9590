// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/itemblade.h"

namespace valv::views {

class Label;

//! \brief Takes the soft deletion of an item back; it is then stopped, with all its data. Source: flows.md I5.
class UndeleteBlade : public ItemBlade
{
    Q_OBJECT
public:
    UndeleteBlade(const Context& context, const QList<ArmId>& items, QWidget* window);

protected:
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] AzLine azText(const ArmId& item) const override;
    void submit() override;
    void retranslate() override;
    void itemsChanged() override { say(); }

private:
    void say();

    Label* m_left;
    Label* m_effect;
};

} // namespace valv::views

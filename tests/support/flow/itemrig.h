// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/flow/flowrig.h"

namespace valv::test {

//! The demo at a seat, and one of its backup items that a flow follows from beginning to end.
class ItemRig : public FlowRig
{
public:
    ItemRig(const Seat& at, QString machine)
        : FlowRig(true, at)
        , m_machine(std::move(machine))
    { }

    //! As FlowRig's; false too when the machine has no item.
    [[nodiscard]] bool start()
    {
        m_item = FlowRig::start() ? itemOf(m_machine) : ArmId();
        return !m_item.isEmpty();
    }
    [[nodiscard]] const ArmId& item() const { return m_item; }
    //! As it is known now; null: it is gone.
    [[nodiscard]] const contract::ProtectedItem* known() const { return session().items().find(m_item); }

private:
    QString m_machine;
    ArmId m_item;
};

} // namespace valv::test

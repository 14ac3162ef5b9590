// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace valv::policy {

//! \brief What keeps a recovery point. Also the tiers of a policy: the first four.
enum class Reason
{
    Daily,
    Weekly,
    Monthly,
    Yearly,
    OnDemand, //!< kept until the date that was chosen when it was taken
    Chosen, //!< kept until the date that a person chose for this point later; the policy has no say
    Pinned, //!< until a person lets it go
    Held, //!< by an order: until the order is lifted
    LastGood, //!< the newest good point of the VM never expires by itself
    Stopped //!< protection was stopped and the data kept: until a person deletes it
};

//! The word on the wire (properties.valv.keptBy), e.g. LastGood.
[[nodiscard]] QString toText(Reason reason);

} // namespace valv::policy

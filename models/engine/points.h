// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/recoverypoint.h"
#include "engine/context.h"
#include "hypervisor/vmsource.h"
#include "policy/retention.h"
#include "store/types.h"

#include <QStringList>

#include <optional>
#include <vector>

//! Recovery points: what the vault keeps with each of them, and what the wire shows.
namespace valv::engine {

//! What a point's own properties say beside the store's.
struct PointOrigin
{
    bool scheduled = false;
    std::optional<QDateTime> scheduledFor; //!< the run it answers
    QString policyName;
    hypervisor::Vm vm; //!< as it was, without disks
};
[[nodiscard]] std::map<std::string, std::string> toProperties(const PointOrigin& origin);
[[nodiscard]] PointOrigin originOf(const store::PointHeader& header);

//! 15 decimal digits, ascending with time, never given twice by this program.
[[nodiscard]] std::string newPointId(Context& context);

//! Verdict of the policy on each point of an item that can be read, newest first. Stopped items keep all.
[[nodiscard]] std::vector<policy::Verdict> verdictsOn(const ItemRecord& item, const std::optional<PolicyRecord>& policy,
                                                      const VaultRegistry::Points& points, const QDateTime& now);

//! \brief What a clean-up removes now: points that nothing keeps. Age alone never thins out what is there: a scheduled
//! point expires as of the newest good one of its VM, so days without a backup expire nothing; one made on demand, or
//! with a date of its own, goes on its date.
[[nodiscard]] QStringList expiredPoints(const ItemRecord& item, const std::optional<PolicyRecord>& policy,
                                        const VaultRegistry::Points& points, const QDateTime& now);

//! Id of the newest good point; empty when there is none.
[[nodiscard]] std::string lastGoodPoint(const VaultRegistry::Points& points);

//! A date that a person gave to this point in the policy's place.
[[nodiscard]] std::optional<QDateTime> chosenDate(const store::PointState& state);
//! The state with such a date; nothing: the policy has its say again, and a date on demand comes back.
[[nodiscard]] store::PointState withChosenDate(store::PointState state, const std::optional<QDateTime>& until);
//! Changes with what a person can change about a point.
[[nodiscard]] QString pointEtag(const store::PointInfo& point);

//! Newest first; damaged ones are left out.
[[nodiscard]] QList<contract::RecoveryPoint> shownPoints(const ArmId& itemId, const ItemRecord& item,
                                                         const std::optional<PolicyRecord>& policy,
                                                         const VaultRegistry::Points& points, const QDateTime& now);

//! The item's policy; nothing when it has none.
[[nodiscard]] std::optional<PolicyRecord> policyOf(const Context& context, const VaultRecord& vault,
                                                   const ItemRecord& item);

//! Count, newest and oldest of the item's row from what the vault holds.
void countPoints(ItemRecord& item, const VaultRegistry::Points& points);

} // namespace valv::engine

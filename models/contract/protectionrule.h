// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules.h"
#include "contract/virtualmachine.h"
#include "core/armid.h"
#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QMap>

#include <optional>

namespace valv::contract {

//! \brief A rule that protects machines by itself: each one of the vault's region that fits and that no vault protects
//! gets the policy, when it is first seen and when the rule is saved. Valv's own: {vault}/valvProtectionRules/{name}.
struct ProtectionRule
{
    ArmId id;
    QString name; //!< as a policy's
    bool enabled = true;
    QString policyName; //!< of the same vault
    QString namePattern; //!< * any characters, ? one; without regard to case; empty: any
    QString resourceGroup; //!< without regard to case; empty: any
    QMap<QString, QString> tags; //!< all of them, names without regard to case; an empty value: any
    QString etag;
    QJsonObject raw;

    [[nodiscard]] bool matches(const VirtualMachine& machine) const; //!< whatever its region and protection
    [[nodiscard]] static Result<ProtectionRule> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! \brief All that is wrong with a rule; fields name, policy, condition. A rule without any condition takes every
//! machine: that has to be said with the pattern *. Codes ValRuleNameRequired, ValPolicyName…, ValPolicyRequired,
//! ValRuleCondition.
[[nodiscard]] QList<Violation> checkProtectionRule(const ProtectionRule& rule);

//! \brief What a rule would do now.
struct RulePreview
{
    struct Machine
    {
        ArmId id;
        QString name;
        //! Why the rule passes it by: AlreadyProtected (in vault), RegionMismatch, VmProblem; empty: it would be
        //! protected.
        QString reason;
        QString vault; //!< the name of the vault that protects it
        friend bool operator==(const Machine&, const Machine&) = default;
    };
    QList<Machine> machines; //!< that fit the conditions, by name
    [[nodiscard]] int protectedNow() const; //!< how many would be
    [[nodiscard]] static Result<RulePreview> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract

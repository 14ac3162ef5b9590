// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/operation.h"
#include "client/pages.h"
#include "contract/protectionrule.h"

#include <QFuture>

namespace valv::client {

//! \brief {vault}/valvProtectionRules: machines that protect themselves. Source: docs/wire-extensions.md.
class ProtectionRulesClient
{
public:
    explicit ProtectionRulesClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    [[nodiscard]] QFuture<Result<QList<contract::ProtectionRule>>> list(const ArmId& vault);
    //! By rule.id; with rule.etag only if nobody else changed it (ConflictETagMismatch).
    [[nodiscard]] QFuture<Result<contract::ProtectionRule>> put(const contract::ProtectionRule& rule);
    [[nodiscard]] QFuture<Result<Outcome>> remove(const ArmId& id);
    //! What saving it would do now; nothing is changed.
    [[nodiscard]] QFuture<Result<contract::RulePreview>> preview(const contract::ProtectionRule& rule);

    [[nodiscard]] static ArmId idOf(const ArmId& vault, const QString& name);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client

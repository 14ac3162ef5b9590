// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "contract/rules.h"
#include "core/armid.h"
#include "core/result.h"

#include <QString>

//! The errors that requests are answered with, in contract.md's words, and what a job's row says. Source:
//! contract.md 2.
namespace valv::engine {

using Fault = tl::unexpected<Error>;

[[nodiscard]] Fault fault(const QString& code, const QString& message, const QString& target = {},
                          const QString& action = {});
//! 404 of a vault or a VM.
[[nodiscard]] Fault resourceNotFound(const ArmId& id);
[[nodiscard]] Fault resourceGroupNotFound(const QString& group);
//! 404 of a policy, point, job or operation: "The {what} '{name}' could not be found."
[[nodiscard]] Fault objectNotFound(const QString& what, const QString& name);
[[nodiscard]] Fault itemNotFound();
//! 400 with contract.md's sentence and the precise reason as a detail.
[[nodiscard]] Fault invalidInput(const QString& reason, const QString& target = {}, const QString& detailCode = {});
//! The same for several broken rules, each a detail; the first is the reason.
[[nodiscard]] Fault invalidInput(const QList<contract::Violation>& violations);
[[nodiscard]] Fault invalidProtection(const QString& reason, const QString& target = {});
[[nodiscard]] Fault invalidPolicy(const QList<contract::Violation>& violations);
[[nodiscard]] Fault objectLocked(const QString& detailCode, const QString& reason);
[[nodiscard]] Fault preconditionFailed(const QString& name);
//! A broken rule as an error of the given code; the detail names the rule.
[[nodiscard]] Fault broken(const QString& code, const contract::Violation& violation);

//! \brief What a job's row says about an error of a source, the vault store or a transfer: a code that
//! contract/errorwords.h has words for, a number that never changes, whole sentences and what to do.
//! \param operation what failed: an error that nobody thought of is told as that of a backup, or of any operation
[[nodiscard]] contract::JobError jobError(const Error& error,
                                          contract::JobOperation operation = contract::JobOperation::Backup);

} // namespace valv::engine

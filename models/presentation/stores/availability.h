// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/capabilities.h"
#include "contract/backupjob.h"
#include "contract/backuppolicy.h"
#include "contract/rules.h"
#include "contract/vault.h"
#include "presentation/stores/protection.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>

//! Whether a command can be used, and why not. Pure functions of what is known; the backend decides again.
//! Source: flows.md A4, A9, D5, E7, I.
namespace valv::presentation {

struct Availability
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::Availability)
public:
    bool enabled = true;
    QString reasonCode; //!< empty when enabled; a code of errors.tsv or one that reason() knows
    QStringList arguments; //!< %1 … of the reason

    [[nodiscard]] static Availability yes() { return {}; }
    [[nodiscard]] static Availability no(const QString& code, const QStringList& arguments = {});
    //! One sentence in the person's language; empty when enabled.
    [[nodiscard]] QString reason() const;
    explicit operator bool() const { return enabled; }
    friend bool operator==(const Availability& a, const Availability& b)
    {
        return a.enabled == b.enabled && a.reasonCode == b.reasonCode && a.arguments == b.arguments;
    }
};

//! \param vm nothing: the machine behind the item is gone
[[nodiscard]] Availability canEnable(const VmRow& vm);
[[nodiscard]] Availability canBackupNow(const contract::ProtectedItem* item, const contract::VirtualMachine* vm);
[[nodiscard]] Availability canRestore(const contract::ProtectedItem* item);
[[nodiscard]] Availability canRecoverFiles(const contract::ProtectedItem* item,
                                           const client::Capabilities& capabilities);
[[nodiscard]] Availability canStop(const contract::ProtectedItem* item);
[[nodiscard]] Availability canResume(const contract::ProtectedItem* item);
[[nodiscard]] Availability canChangePolicy(const contract::ProtectedItem* item);
[[nodiscard]] Availability canDeleteData(const contract::ProtectedItem* item);
[[nodiscard]] Availability canUndelete(const contract::ProtectedItem* item);
[[nodiscard]] Availability canCancel(const contract::BackupJob& job, const client::Capabilities& capabilities);
//! \param repeatable the store knows how to do this job again
[[nodiscard]] Availability canRetry(const contract::BackupJob& job, bool repeatable);
[[nodiscard]] Availability canDeletePolicy(const contract::BackupPolicy& policy);
//! Whether a vault can be chosen for a machine: same subscription and region, not being made or deleted.
[[nodiscard]] Availability canProtectIn(const contract::Vault& vault, const contract::VirtualMachine& vm);
//! Whether the vault can take a machine on that nobody protects yet; the reason is short, for a list. Source: flows.md
//! C5.
[[nodiscard]] Availability canProtectWith(const contract::Vault& vault, const VmRow& vm);
//! What a connection's limits have against giving a policy to more machines, or taking them into a vault; nothing: they
//! fit. \param now machines that it has already. Source: flows.md V18, V19.
[[nodiscard]] std::optional<contract::Violation> policyLimit(const client::Capabilities& capabilities, int now,
                                                             int more);
[[nodiscard]] std::optional<contract::Violation> vaultLimit(const client::Capabilities& capabilities, int now,
                                                            int more);
//! For a command on several: enabled when it is for at least one; else the first reason.
[[nodiscard]] Availability anyOf(const QList<Availability>& each);

} // namespace valv::presentation

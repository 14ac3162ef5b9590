// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"
#include "engine/faults.h"
#include "engine/immutability.h"
#include "engine/vaultkeeper.h"

// What keeps a vault and its recovery points from being deleted.
namespace valv::engine {

using contract::BlockerKind;
using contract::Immutability;

namespace {

constexpr int longestYears = 99; // as recovery points can be kept

Fault stillLocked(const VaultRecord& vault, const QString& words)
{
    return invalidInput(QStringLiteral("The vault %1 is immutable. %2").arg(vault.vault.name, words),
                        QStringLiteral("immutabilitySettings"), QStringLiteral("VaultImmutable"));
}

} // namespace

Result<> VaultKeeper::changeImmutability(const VaultRecord& before, VaultRecord& next, const QJsonObject& properties,
                                         const QJsonObject& ours) const
{
    const auto now = m_context.now();
    const auto& old = before.vault;
    const bool holds = old.immutability == Immutability::Locked && engine::isImmutable(m_context, old);
    const auto state = next.vault.immutability;
    const auto given = ours.value(QLatin1String("immutableUntil"));
    const bool named = properties.value(QLatin1String("securitySettings"))
                           .toObject()
                           .value(QLatin1String("immutabilitySettings"))
                           .isObject();
    next.vault.immutableUntil = old.immutableUntil;
    if (!state.isEmpty() && state.value() == Immutability::Unknown) {
        return invalidInput(QStringLiteral("The immutability '%1' is not known.").arg(state.text()),
                            QStringLiteral("immutabilitySettings"));
    }
    if (given.isString()) {
        const auto until = fromIso(given.toString());
        if (!until) {
            return invalidInput(QStringLiteral("'%1' is no time.").arg(given.toString()),
                                QStringLiteral("immutableUntil"));
        }
        if (until != old.immutableUntil) {
            if (holds && (!old.immutableUntil || *until < *old.immutableUntil)) {
                return stillLocked(before, QStringLiteral("Its end can only be moved to a later time."));
            }
            if (*until <= now || *until > now.addYears(longestYears)) {
                return invalidInput(
                    QStringLiteral("The end of immutability must lie ahead, at most %1 years.").arg(longestYears),
                    QStringLiteral("immutableUntil"), QStringLiteral("ValImmutableUntil"));
            }
            if (named && !(state == Immutability::Locked) && !(state == old.immutability)) {
                return invalidInput(QStringLiteral("Immutability with an end is 'Locked'."),
                                    QStringLiteral("immutabilitySettings"));
            }
            next.vault.immutability = Immutability::Locked;
            next.vault.immutableUntil = until;
            return {};
        }
    }
    if (state == old.immutability) {
        return {};
    }
    if (holds) {
        return stillLocked(before, QStringLiteral("Nobody can turn that off."));
    }
    if (!(state == Immutability::Locked)) {
        next.vault.immutableUntil.reset();
    }
    return {};
}

Result<QList<contract::DeletionBlocker>>
VaultKeeper::deletionBlockers(const ArmId& id, const QList<contract::ManagementLock>& locks) const
{
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto items = itemRecords(*m_context.catalogue, vault->id);
    if (!items) {
        return Fault(items.error());
    }
    QList<contract::DeletionBlocker> blockers;
    for (const auto& item : *items) {
        const auto itemId = contract::itemId(vault->vault.id, {item.group, item.vmName});
        const bool stopped = item.state == contract::ProtectionState::ProtectionStopped
            || item.state == contract::ProtectionState::BackupsSuspended;
        if (item.isGoing()) {
            blockers.append({BlockerKind::SoftDeletedItem, itemId, item.vmName, m_context.now()});
        } else if (item.deletedAt) {
            auto until = item.deletedAt->addDays(vault->vault.softDeleteDays);
            blockers.append({BlockerKind::SoftDeletedItem, itemId, item.vmName, until});
        } else {
            blockers.append(
                {stopped ? BlockerKind::StoppedItem : BlockerKind::ProtectedItem, itemId, item.vmName, std::nullopt});
        }
    }
    for (const auto& lock : locks) {
        blockers.append({BlockerKind::Lock, lock.id, lock.name, std::nullopt});
    }
    if (engine::isImmutable(m_context, vault->vault)) {
        const bool ends = vault->vault.immutability == Immutability::Locked;
        blockers.append({BlockerKind::Immutability, vault->vault.id, vault->vault.name,
                         ends ? vault->vault.immutableUntil : std::nullopt});
    }
    return blockers;
}

} // namespace valv::engine

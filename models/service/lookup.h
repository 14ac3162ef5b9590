// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/call.h"

//! What several handlers ask the engine, with the wire's errors. Source: contract.md 2.
namespace valv::service {

[[nodiscard]] Error subscriptionNotFound(const QString& subscription);
//! Error InvalidSubscriptionId or SubscriptionNotFound.
[[nodiscard]] Result<void> checkSubscription(const Call& call);
//! Nothing is made in one that can only be read. Error ValSubscriptionDisabled. Source: flows.md V7.
[[nodiscard]] Result<void> checkEnabled(const QList<contract::Subscription>& all, const QString& subscription);

//! The resource group of this call, as first spelled. Error ResourceGroupNotFound.
[[nodiscard]] Result<contract::ResourceGroup> findGroup(const Call& call);
//! The vault of this call. Error ResourceGroupNotFound, ResourceNotFound.
[[nodiscard]] Result<contract::Vault> findVault(const Call& call);
//! The item of this call. Error BMSUserErrorDataSourceObjectNotFound, and those of findVault().
[[nodiscard]] Result<contract::ProtectedItem> findItem(const Call& call);

//! The region's own spelling when the engine has it: "West Europe" → "westeurope".
[[nodiscard]] std::optional<QString> knownLocation(const Call& call, const QString& location);
[[nodiscard]] QString locationNames(const Call& call); //!< comma-separated

//! A preview is to say also what would be freed, which takes longer: $expand=freedBytes.
[[nodiscard]] bool asksForBytes(const Call& call);

} // namespace valv::service

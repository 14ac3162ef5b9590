// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace valv::client {

//! \brief What a connection can do. A view asks this, never which backend it is, and says the reason where something is
//! not possible. Source: flows.md 0.11.
struct Capabilities
{
    QString hostName; //!< where the engine runs, for people; empty in Azure
    bool remote = false; //!< the engine's folders are not this computer's: type a path instead of browsing
    bool cancelAnyTime = true; //!< else a backup only while its snapshot is taken
    bool restoreToFolder = true; //!< disks as files in a folder of the engine's host
    bool restoreAsNewVm = true;
    bool replaceDisks = false;
    bool needsStagingAccount = false; //!< a restore names a storage account
    bool canStartVms = false; //!< start, restart, stop
    bool fileRecovery = false;
    bool attachVault = true; //!< takes in a vault's folder from elsewhere
    bool secondLocation = true; //!< geo-redundant is a folder that a person chooses
    bool immutableUntil = true; //!< immutability can have an end
    bool vaultFacts = true; //!< what blocks a deletion, and how the storage grew
    bool integrityChecks = true; //!< reads what a vault holds, when asked too, and tells what it found
    bool alertMails = true; //!< mails alerts through a server that a person names
    bool protectionRules = true; //!< machines protect themselves by rules
    bool recoveryKeys = true; //!< each vault is encrypted with a key of its own, which a person can keep
    bool followsDaylightSaving = true; //!< schedules keep to the wall clock
    int vmsPerPolicy = -1; //!< -1: no limit
    int vmsPerVault = -1;
    int onDemandPerDay = -1;
    friend bool operator==(const Capabilities&, const Capabilities&) = default;

    [[nodiscard]] static Capabilities local(const QString& hostName)
    {
        Capabilities c;
        c.hostName = hostName;
        return c;
    }
    [[nodiscard]] static Capabilities daemon(const QString& hostName)
    {
        Capabilities c = local(hostName);
        c.remote = true;
        return c;
    }
    [[nodiscard]] static Capabilities azure()
    {
        Capabilities c;
        c.remote = true;
        c.cancelAnyTime = false;
        c.restoreToFolder = false;
        c.replaceDisks = true;
        c.needsStagingAccount = true;
        c.attachVault = false;
        c.secondLocation = false;
        c.immutableUntil = false;
        c.vaultFacts = false;
        c.integrityChecks = false;
        c.alertMails = false;
        c.protectionRules = false;
        c.recoveryKeys = false;
        c.followsDaylightSaving = false;
        c.vmsPerPolicy = 100;
        c.vmsPerVault = 1000;
        c.onDemandPerDay = 9;
        return c;
    }
};

} // namespace valv::client

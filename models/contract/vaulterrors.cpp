// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps a vault and its copy: immutability, locks, the second location.
#include "contract/errorwords.h"

#include <QtGlobal>
#include <array>

namespace valv::contract {

// clang-format off
namespace {
const std::array vaultRows {
    ErrorRow { "VaultImmutable",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The vault is immutable: no recovery point goes before its time."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Wait until immutability ends, or turn it off in the vault's security settings if it is not locked."), nullptr } },
    ErrorRow { "ValImmutableUntil",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The date must lie ahead, at most 99 years."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Choose a later day."), nullptr } },
    ErrorRow { "ScopeLocked",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "A lock on the vault or its resource group forbids this."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Remove the lock under Locks, then try again."), nullptr } },
    ErrorRow { "LockNotFound",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The lock no longer exists."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Refresh the list."), nullptr } },
    ErrorRow { "ValSecondLocationPath",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Enter the whole path of a folder."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Write for example /mnt/second."), nullptr } },
    ErrorRow { "ValSecondLocationMissing",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The folder is not there and cannot be made."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Check the path, and that the disk or share is connected."), nullptr } },
    ErrorRow { "ValSecondLocationNoPermission",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The folder cannot be read and written."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Check the permissions of the folder."), nullptr } },
    ErrorRow { "ValSecondLocationNotEmpty",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The folder is not empty."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Choose an empty folder, or a copy of this vault."), nullptr } },
    ErrorRow { "ValSecondLocationOverlaps",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The two locations lie within one another."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Choose a folder on another disk or share."), nullptr } },
    ErrorRow { "ValSecondLocationTaken",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Another vault uses this folder."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Choose another folder."), nullptr } },
    ErrorRow { "ValSecondLocationLocal",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Only a geo-redundant vault has a second location."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Choose Geo-redundant first."), nullptr } },
    ErrorRow { "SecondLocationNone",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The vault has no second location."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Choose one under Backup configuration."), nullptr } },
    ErrorRow { "SecondLocationEmpty",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The copy of the vault is gone from the second location."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Connect the disk or share. To begin a new copy there, choose the folder again."), nullptr } },
    ErrorRow { "SecondLocationOther",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Another vault lies in the second location."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Choose another folder for the second location."), nullptr } },
    ErrorRow { "SecondLocationCorrupts",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The second location does not give back what was written to it."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Check the disk or share of the second location."), nullptr } },
    ErrorRow { "SecondLocationDamaged",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Files in the second location are damaged and could not be copied again."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Check the disk or share of the second location."), nullptr } },
    ErrorRow { "FirstLocationDamaged",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Files in the vault's first location are damaged and were not copied."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Verify the vault. What is damaged is restored from the second location."), nullptr } },
    ErrorRow { "FirstLocationUnreadable",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The vault's first location cannot be read."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Check the disk that holds the vault. Restores read from the second location."), nullptr } },
    ErrorRow { "ValvSecondLocationBehind",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "The recovery point is in the vault, but not in its second location."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Look at the vault's Backup configuration."), nullptr } },
    ErrorRow { "ValvReadSecondLocation",
        QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "What could not be read in the vault's first location was read from the second."),
        { QT_TRANSLATE_NOOP("valv::contract::ErrorWords", "Look at the check of the vault. If its first location is lost, attach the second in its place."), nullptr } },
};
} // namespace
// clang-format on

std::span<const ErrorRow> vaultErrors()
{
    return vaultRows;
}

} // namespace valv::contract

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Where the pictures of each guide are, as screenshots.tsv names them.
namespace valv::console {

[[nodiscard]] inline QString pictureOf(const char* guide, const char* name)
{
    return QStringLiteral("media/%1/%2.png").arg(QLatin1String(guide), QLatin1String(name));
}
[[nodiscard]] inline QString firstLook(const char* name)
{
    return pictureOf("backup-azure-vms-first-look-arm", name);
}
[[nodiscard]] inline QString createPolicy(const char* name)
{
    return pictureOf("backup-create-policy-for-vms", name);
}
[[nodiscard]] inline QString tenMinutes(const char* name)
{
    return pictureOf("backup-try-azure-backup-in-10-mins", name);
}
[[nodiscard]] inline QString prepare(const char* name)
{
    return pictureOf("backup-azure-arm-vms-prepare", name);
}
[[nodiscard]] inline QString ours(const char* name)
{
    return pictureOf("valv", name);
}

} // namespace valv::console

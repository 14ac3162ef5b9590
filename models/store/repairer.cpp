// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/repairer.h"

#include "store/verifier.h"

#include <set>

namespace valv::store {

namespace {

bool isIndex(const std::string& name)
{
    return name.ends_with(".index");
}

//! What never changes under its name: an older copy is as good.
bool neverChanges(const std::string& name)
{
    return name.ends_with(".pack") || name.ends_with(".manifest");
}

} // namespace

Repairer::Repairer(VaultCore& vault, VaultCore* copy, bool copyIsCurrent)
    : m_vault(vault)
    , m_copy(copy)
    , m_copyIsCurrent(copyIsCurrent)
{ }

Result<RepairReport> Repairer::run(const std::vector<DamagedFile>& damaged, const std::stop_token& stop)
{
    if (m_copy != nullptr && m_copy->identity().id != m_vault.identity().id) {
        return failure("VaultNotAVault", "There is another vault in " + m_copy->place().place() + ".",
                       m_copy->place().place());
    }
    const auto lock = m_vault.lockForWriting();
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    RepairReport report;
    std::set<std::string> seen;
    for (const auto& file : damaged) {
        if (stop.stop_requested()) {
            return failure("PointCancelled", "The repair was cancelled.");
        }
        if (!seen.insert(file.name).second) {
            continue;
        }
        const bool whole = repair(file.name).has_value();
        (whole ? report.repaired : report.left).push_back(file);
    }
    return report;
}

Result<> Repairer::repair(const std::string& name)
{
    auto& place = m_vault.place();
    if (name == formatName() || name == formatCopyName()) {
        auto format = readFormat(place); // the other of the two
        if (!format && m_copy != nullptr) {
            format = readFormat(m_copy->place());
        }
        return format ? place.put(name, encodeFormat(*format)) : tl::unexpected(format.error());
    }
    if (isIndex(name)) { // it only saves time: packs say themselves what is in them
        return place.remove(name);
    }
    if (m_copy == nullptr || (!neverChanges(name) && !m_copyIsCurrent)) {
        return failure("BlobNotFound", "There is no good copy of " + name + ".", name);
    }
    return takeFromCopy(name);
}

Result<> Repairer::takeFromCopy(const std::string& name)
{
    // By the vault's own keys; and again here, since what was read may not be what was written.
    const auto check = [&name](VaultCore& vault) { return Verifier(vault.place(), &vault, {}).checkFile(name); };
    if (auto good = check(*m_copy); !good) {
        return good;
    }
    const auto bytes = m_copy->place().get(name);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (auto written = m_vault.place().put(name, *bytes); !written) {
        return written;
    }
    return check(m_vault);
}

} // namespace valv::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/records.h"

#include <QDateTime>

#include <optional>
#include <set>
#include <string>

//! Rows of second locations: how a copy stands, and what was removed from a vault but perhaps not yet from its copy.
namespace valv::engine {

struct ReplicaRecord
{
    QString vaultId;
    bool begun = false; //!< the copy's first file was written: an empty folder is a lost copy from then on
    bool sameDisk = false;
    std::optional<QDateTime> behindSince;
    qint64 behindBytes = 0;
    std::optional<QDateTime> lastCopied;
    std::optional<QDateTime> lastChecked;
    unsigned share = 0; //!< of the packs, to be checked next
    qint64 repaired = 0;
    std::optional<Error> problem;
};
//! Of a second location that was just chosen.
[[nodiscard]] ReplicaRecord newReplica(const VaultRecord& vault, bool sameDisk, const QDateTime& now);
[[nodiscard]] Result<QList<ReplicaRecord>> replicaRecords(const Catalogue& catalogue);
[[nodiscard]] Result<> saveReplica(Catalogue::Writer& writer, const ReplicaRecord& record);
//! What was removed is still remembered: the same folder, or an older copy, may be chosen again.
[[nodiscard]] Result<> removeReplica(Catalogue::Writer& writer, const QString& vaultId);

[[nodiscard]] Result<std::set<std::string>> removedBlobs(const Catalogue& catalogue, const QString& vaultId);
[[nodiscard]] Result<> addRemovedBlob(Catalogue::Writer& writer, const QString& vaultId, const std::string& blob);
[[nodiscard]] Result<> settleRemovedBlobs(Catalogue::Writer& writer, const QString& vaultId,
                                          const std::set<std::string>& blobs);

} // namespace valv::engine

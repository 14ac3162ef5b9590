// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/backuppipeline.h"

#include <algorithm>

namespace valv::engine {

namespace {

std::uint64_t widenUp(std::uint64_t value)
{
    const std::uint64_t mask = store::ChunkSize - 1;
    return value > ~mask ? value : (value + mask) & ~mask;
}

void report(TransferProgress& progress, const store::PointStats& stats)
{
    progress.changed = static_cast<std::int64_t>(stats.bytesChanged);
    progress.stored = static_cast<std::int64_t>(stats.bytesStored);
}

//! The store's word for a stopped transfer, in ours.
tl::unexpected<Error> asOurs(Error error)
{
    if (error.code == "PointCancelled") {
        error.code = CancelledCode;
    }
    return tl::unexpected(std::move(error));
}

bool hasDisk(const store::PointInfo& point, const std::string& name)
{
    return std::any_of(point.disks.begin(), point.disks.end(),
                       [&name](const store::DiskInfo& disk) { return disk.header.name == name; });
}

//! Gives the writer its disks in the order of the session, each with its base.
Result<> addDisks(const BackupInput& input, store::PointWriter& writer, const std::optional<store::PointInfo>& base)
{
    for (const auto& plan : input.session.disks()) {
        store::DiskHeader header;
        header.name = plan.disk.name;
        header.lun = plan.disk.lun;
        header.capacity = plan.disk.capacity;
        header.format = plan.disk.format;
        header.osDisk = plan.disk.os;
        const auto number = writer.addDisk(header);
        if (!number) {
            return tl::unexpected(number.error());
        }
        const bool known = base && hasDisk(*base, plan.disk.name);
        if (plan.incremental && !known) {
            return failure(BaseUnusableCode, "The recovery point that the changes build on has no such disk.",
                           plan.disk.name);
        }
        if (!known) {
            continue;
        }
        const auto use = plan.incremental ? store::BaseUse::TakeOver : store::BaseUse::Compare;
        const auto set = writer.setBase(*number, base->header.id, plan.disk.name, use);
        if (!set && plan.incremental) {
            return failure(BaseUnusableCode, set.error().message, plan.disk.name);
        } // without a base to compare with, everything counts as changed: true enough
    }
    return {};
}

} // namespace

std::string consistencyText(hypervisor::Consistency consistency)
{
    switch (consistency) {
    case hypervisor::Consistency::Application:
        return "AppConsistent";
    case hypervisor::Consistency::FileSystem:
        return "FileSystemConsistent";
    case hypervisor::Consistency::Crash:
        break;
    }
    return "CrashConsistent";
}

std::vector<Piece> piecesOf(std::size_t disk, const std::vector<hypervisor::Extent>& extents, std::uint64_t capacity)
{
    std::vector<Piece> pieces;
    std::uint64_t covered = 0; // everything before this is in pieces already
    for (const auto& extent : extents) {
        if (extent.length == 0 || extent.offset >= capacity) {
            continue;
        }
        const auto length = std::min(extent.length, capacity - extent.offset);
        auto from = std::max(covered, extent.offset / store::ChunkSize * store::ChunkSize);
        const auto to = std::min(capacity, widenUp(extent.offset + length));
        while (from < to) {
            // Large reads end at multiples of their size, so that a chunk is never split between two.
            const auto next = std::min<std::uint64_t>(to, (from / PieceSize + 1) * PieceSize);
            const bool joins =
                !pieces.empty() && pieces.back().offset + pieces.back().length == from && from % PieceSize != 0;
            if (joins) {
                pieces.back().length += static_cast<std::uint32_t>(next - from);
            } else {
                pieces.push_back({disk, from, static_cast<std::uint32_t>(next - from)});
            }
            from = next;
        }
        covered = std::max(covered, to);
    }
    return pieces;
}

Result<BackupOutcome> runBackup(const BackupInput& input, TransferProgress& progress, const std::stop_token& stop)
{
    // Ends the session on every way out but the good one. What was packed then belongs to no point and goes: it counts
    // for nothing.
    struct AbortUnlessDone
    {
        hypervisor::BackupSession& session;
        TransferProgress& progress;
        bool done = false;
        ~AbortUnlessDone()
        {
            if (!done) {
                session.abort();
                progress.changed = 0;
                progress.stored = 0;
            }
        }
    } guard{input.session, progress};

    const auto& plans = input.session.disks();
    std::vector<Piece> pieces;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        for (const auto& piece : piecesOf(i, plans[i].extents, plans[i].disk.capacity)) {
            pieces.push_back(piece);
            total += piece.length;
        }
    }
    progress.total = total;

    std::optional<store::PointInfo> base;
    if (!input.basePoint.empty()) {
        if (auto found = input.vault.point(input.basePoint); found && !found->damaged) {
            base = std::move(*found);
        }
    }

    auto header = input.header;
    header.consistency = consistencyText(input.session.consistency());
    header.consistencyReason = input.session.consistencyReason();
    auto writer = input.vault.beginPoint(header);
    if (!writer) {
        return asOurs(writer.error());
    }
    if (const auto added = addDisks(input, **writer, base); !added) {
        return asOurs(added.error());
    }

    const auto moved = readInOrder(
        pieces,
        [&input](const Piece& piece, std::span<std::byte> into) {
            return input.session.read(piece.disk, piece.offset, into);
        },
        [&writer, &progress](const Piece& piece, std::span<const std::byte> data) -> Result<> {
            auto written = (*writer)->write(static_cast<int>(piece.disk), piece.offset, data);
            progress.read += piece.length;
            report(progress, (*writer)->stats());
            return written;
        },
        input.readers, stop);
    if (!moved) {
        return asOurs(moved.error());
    }
    if (const auto same = input.session.stillSame(); !same) {
        return tl::unexpected(same.error());
    }
    auto point = (*writer)->finish(input.state, stop);
    if (!point) {
        return asOurs(point.error());
    }
    report(progress, point->stats);

    BackupOutcome outcome;
    outcome.point = std::move(*point);
    for (const auto& plan : plans) {
        if (!plan.incremental && !plan.why.empty()) {
            outcome.fullReads.push_back(plan.disk.name + ": " + plan.why);
        } else if (base && !hasDisk(*base, plan.disk.name)) {
            outcome.fullReads.push_back(plan.disk.name + ": The disk is new to the backup.");
        }
    }
    guard.done = true;
    if (auto checkpoint = input.session.commit(); checkpoint) {
        outcome.checkpoint = std::move(*checkpoint);
    } else {
        // The point is whole; only the next backup takes longer.
        outcome.fullReads.push_back("next backup: " + checkpoint.error().message);
    }
    return outcome;
}

} // namespace valv::engine

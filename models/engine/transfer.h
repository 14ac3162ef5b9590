// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

namespace valv::engine {

//! \brief How far a transfer has come; written by the transfer, read by whoever asks. Bytes.
struct TransferProgress
{
    std::atomic<std::int64_t> total{-1}; //!< what is to be read; -1: not known yet
    std::atomic<std::int64_t> read{0};
    std::atomic<std::int64_t> changed{0}; //!< other than in the point before
    std::atomic<std::int64_t> stored{0}; //!< added to the vault
};

//! The code of the error that a stopped transfer ends with.
inline const std::string CancelledCode = "Cancelled";

//! What both transfers hand to their disks: small enough to stop soon, large enough for any disk.
inline constexpr std::uint32_t PieceSize = 4 * 1024 * 1024;

} // namespace valv::engine

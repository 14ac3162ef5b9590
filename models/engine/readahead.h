// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

namespace valv::engine {

//! A stretch of one disk that is read in one go.
struct Piece
{
    std::size_t disk = 0;
    std::uint64_t offset = 0;
    std::uint32_t length = 0; //!< bytes, at most PieceSize
    friend bool operator==(const Piece&, const Piece&) = default;
};

//! Fills the whole span; called from several threads at once.
using ReadPiece = std::function<Result<>(const Piece& piece, std::span<std::byte> into)>;
//! Called on the caller's thread, in the order of the pieces.
using TakePiece = std::function<Result<>(const Piece& piece, std::span<const std::byte> data)>;

//! \brief Reads pieces on several threads, ahead of the taker, and hands them over in order.
//! Holds at most threads · 2 pieces in memory. Blocks until all is taken, the first error (of read in the order of the
//! pieces, or of take), or a stop request (error Cancelled).
[[nodiscard]] Result<> readInOrder(std::span<const Piece> pieces, const ReadPiece& read, const TakePiece& take,
                                   unsigned threads, const std::stop_token& stop);

} // namespace valv::engine

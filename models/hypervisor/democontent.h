// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

//! What stands in the files of the demo estate: the same bytes for the same words, on every machine.
namespace valv::hypervisor {

//! \brief A small generator of numbers (splitmix64); never for keys.
class DemoNumbers
{
public:
    explicit DemoNumbers(std::string_view seed, std::uint64_t salt = 0);
    [[nodiscard]] std::uint64_t next();
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

private:
    std::uint64_t m_state;
};

//! Lines of a log of a haulage firm, in Swedish; compresses as logs do. Exactly size bytes.
[[nodiscard]] std::string demoLog(std::string_view seed, std::size_t size);
//! Orders with a heading row, separated by semicolons.
[[nodiscard]] std::string demoOrders(std::string_view seed, std::size_t size);
//! Does not compress: stands for pictures and programs.
[[nodiscard]] std::string demoBinary(std::string_view seed, std::size_t size);

constexpr std::size_t journalBlockBytes = 4096;
//! How each block of a journal begins. A journal is a file that is written in place as days go by: found again inside
//! an image by this mark, so that its file system stays as it is.
constexpr std::string_view journalMark = "#nordvik-journal ";
//! A block as it stands after it was last written on that day; 0: never since it was made.
[[nodiscard]] std::string journalBlock(std::string_view seed, std::size_t block, int day);
//! A journal of so many blocks as it is at first.
[[nodiscard]] std::string demoJournal(std::string_view seed, std::size_t blocks);
//! The last day, up to the one given, on which the block was written. Whole groups of 16 blocks (64 KiB) are written at
//! once, at least one each day; about one in 24.
[[nodiscard]] int journalDay(std::string_view seed, std::size_t block, std::size_t blocks, int day);

} // namespace valv::hypervisor

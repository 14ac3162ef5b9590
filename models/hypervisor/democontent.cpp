// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/democontent.h"

#include <algorithm>
#include <array>

namespace valv::hypervisor {

namespace {

std::string padded(std::uint64_t number, std::size_t width)
{
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

const std::string& town(DemoNumbers& numbers)
{
    static const std::array<std::string, 12> towns{"Göteborg", "Malmö", "Västerås", "Örebro", "Umeå",      "Luleå",
                                                   "Borås",    "Växjö", "Kiruna",   "Gävle",  "Ängelholm", "Sundsvall"};
    return towns[numbers.below(towns.size())];
}

std::string moment(DemoNumbers& numbers)
{
    return "2018-12-" + padded(1 + numbers.below(18), 2) + "T" + padded(numbers.below(24), 2) + ":"
        + padded(numbers.below(60), 2) + ":" + padded(numbers.below(60), 2) + "+01:00";
}

std::string line(DemoNumbers& numbers)
{
    static const std::array<std::string, 6> events{"lastad", "lossad", "bokad", "försenad", "kvitterad", "omdirigerad"};
    static const std::array<std::string, 5> services{"order", "rutt", "lager", "faktura", "spårning"};
    auto out = moment(numbers) + " " + services[numbers.below(services.size())] + "["
        + padded(numbers.below(9000) + 1000, 4) + "]: sändning ";
    out += padded(numbers.below(100'000'000), 8) + " " + events[numbers.below(events.size())] + ", " + town(numbers)
        + " – " + town(numbers);
    out +=
        ", " + std::to_string(1 + numbers.below(40)) + " kolli, " + std::to_string(5 + numbers.below(2400)) + " kg\n";
    return out;
}

//! Cuts to size without splitting a letter, and ends with a line feed.
std::string exactly(std::string text, std::size_t size)
{
    text.resize(size);
    for (std::size_t i = text.size(); i-- > 0 && (static_cast<unsigned char>(text[i]) & 0x80) != 0;) {
        text[i] = ' ';
    }
    if (!text.empty()) {
        text.back() = '\n';
    }
    return text;
}

} // namespace

DemoNumbers::DemoNumbers(std::string_view seed, std::uint64_t salt)
    : m_state(0xcbf29ce484222325ULL ^ (salt * 0x9e3779b97f4a7c15ULL))
{
    for (const char c : seed) {
        m_state = (m_state ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
}

std::uint64_t DemoNumbers::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    auto z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

std::string demoLog(std::string_view seed, std::size_t size)
{
    DemoNumbers numbers(seed);
    std::string out;
    out.reserve(size + 256);
    while (out.size() < size) {
        out += line(numbers);
    }
    return exactly(std::move(out), size);
}

std::string demoOrders(std::string_view seed, std::size_t size)
{
    DemoNumbers numbers(seed);
    std::string out = "order;kund;från;till;kolli;vikt_kg;belopp_sek\n";
    out.reserve(size + 256);
    for (std::uint64_t order = 4'000'000; out.size() < size; ++order) {
        out += std::to_string(order) + ";K" + padded(numbers.below(10'000), 5) + ";" + town(numbers) + ";"
            + town(numbers) + ";" + std::to_string(1 + numbers.below(40)) + ";"
            + std::to_string(5 + numbers.below(2400)) + ";" + std::to_string(100 + numbers.below(90'000)) + ","
            + padded(numbers.below(100), 2) + "\n";
    }
    return exactly(std::move(out), size);
}

std::string demoBinary(std::string_view seed, std::size_t size)
{
    DemoNumbers numbers(seed);
    std::string out(size, '\0');
    for (std::size_t at = 0; at < size; at += 8) {
        const auto number = numbers.next();
        for (std::size_t i = 0; i < std::min<std::size_t>(8, size - at); ++i) {
            out[at + i] = static_cast<char>(number >> (8 * i));
        }
    }
    return out;
}

std::string journalBlock(std::string_view seed, std::size_t block, int day)
{
    DemoNumbers numbers(seed, block * 1000 + static_cast<std::size_t>(day) + 1);
    // Mark, which block, which journal: what is needed to write it anew.
    std::string out = std::string(journalMark) + padded(block, 8) + " " + std::string(seed) + "\n";
    out += "# dag " + std::to_string(day) + "\n";
    while (out.size() < journalBlockBytes) {
        out += line(numbers);
    }
    return exactly(std::move(out), journalBlockBytes);
}

std::string demoJournal(std::string_view seed, std::size_t blocks)
{
    std::string out;
    out.reserve(blocks * journalBlockBytes);
    for (std::size_t i = 0; i < blocks; ++i) {
        out += journalBlock(seed, i, 0);
    }
    return out;
}

int journalDay(std::string_view seed, std::size_t block, std::size_t blocks, int day)
{
    constexpr std::size_t groupBlocks = 16;
    constexpr std::size_t oneIn = 24;
    const auto groups = std::max<std::size_t>(1, (blocks + groupBlocks - 1) / groupBlocks);
    const auto group = block / groupBlocks;
    for (int d = day; d > 0; --d) {
        DemoNumbers numbers(seed, 7'000'000 + group * 10'000 + static_cast<std::size_t>(d));
        if (static_cast<std::size_t>(d) % groups == group || numbers.below(oneIn) == 0) {
            return d;
        }
    }
    return 0;
}

} // namespace valv::hypervisor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __GLIBC__
#include <cstdint>
#include <cstdlib>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace valv::console {

//! \brief Long lists are read in pieces of megabytes on several threads. Left alone, glibc keeps a heap for each of
//! them, and in it what was free long ago: with 10,000 machines, a quarter of the program. So there are two heaps at
//! most, and the first one grows into large pages (2 MiB) where the system has them for those who ask: a start touches
//! some 20 MB, which is 5,000 faults of small pages, cheap on metal but up to 15 µs each in a virtual machine
//! (docs/benchmarks.md). Only what is touched becomes resident. To be called before any thread is there.
inline void prepareMemory()
{
#ifdef __GLIBC__
    constexpr int mebibyte = 1024 * 1024;
    constexpr int ahead = 64 * mebibyte;
    ::mallopt(M_ARENA_MAX, 2);
    ::mallopt(M_MMAP_THRESHOLD, 2 * mebibyte); // a backup's buffers, up to 1 MiB, are not asked of the system each time
    ::mallopt(M_TOP_PAD, ahead);
    ::mallopt(M_TRIM_THRESHOLD, ahead + mebibyte);
#ifdef MADV_HUGEPAGE
    const auto end = [] { return reinterpret_cast<std::uintptr_t>(::sbrk(0)); };
    constexpr std::uintptr_t large = 2 * mebibyte;
    const auto begin = (end() + large - 1) / large * large;
    void* volatile some = std::malloc(mebibyte); // moves the heap's end by this and by what is kept ahead
    std::free(some);
    if (end() > begin) {
        ::madvise(reinterpret_cast<void*>(begin), end() - begin, MADV_HUGEPAGE); // refused: small pages, as before
    }
#endif
#endif
}

//! What reading a long list left free goes back to the system, also where it lies between what is in use. Takes some
//! milliseconds; any thread.
inline void giveBackMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace valv::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace valv::console {

//! \brief Long lists are read in pieces of megabytes on several threads. Left alone, glibc keeps a heap for each of
//! them, and in it what was free long ago: with 10,000 machines, a quarter of the program. To be called before any
//! thread is there. Buffers of a backup (up to 1 MiB) stay below what is given back at once.
inline void keepMemorySmall()
{
#ifdef __GLIBC__
    constexpr int mebibyte = 1024 * 1024;
    ::mallopt(M_ARENA_MAX, 2);
    ::mallopt(M_MMAP_THRESHOLD, 2 * mebibyte);
    ::mallopt(M_TRIM_THRESHOLD, mebibyte);
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

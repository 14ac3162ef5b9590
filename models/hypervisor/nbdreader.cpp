// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/nbdreader.h"

#include "hypervisor/imageheader.h"
#include "hypervisor/nbdserver.h"

#include <libnbd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>

namespace valv::hypervisor {

struct CloseNbd
{
    void operator()(nbd_handle* handle) const { nbd_close(handle); }
};
using Nbd = std::unique_ptr<nbd_handle, CloseNbd>;

namespace {

constexpr int connectionCount = 4;
constexpr std::size_t requestBytes = 256 * 1024; //!< measured: 256–512 KiB is fastest
constexpr std::size_t depth = 8; //!< requests under way on one connection
constexpr int patienceMs = 60'000; //!< a server that says nothing for so long counts as dead

std::string nbdText()
{
    const char* text = nbd_get_error();
    return text != nullptr ? text : "unknown";
}

//! Collects the replies of nbd_block_status: what is neither a hole nor zeros.
struct Allocation
{
    std::vector<Extent> extents;
    std::uint64_t next = 0;
};

int onExtents(void* user, const char*, std::uint64_t offset, std::uint32_t* entries, std::size_t count, int*)
{
    auto& out = *static_cast<Allocation*>(user);
    for (std::size_t i = 0; i + 1 < count; i += 2) {
        const std::uint64_t length = entries[i];
        if ((entries[i + 1] & LIBNBD_STATE_ZERO) == 0 && offset >= out.next) {
            out.extents.push_back({offset, length});
        }
        offset += length;
        out.next = std::max(out.next, offset);
    }
    return 0;
}

} // namespace

class NbdReader::Private
{
public:
    explicit Private(ImageFiles imageFiles)
        : files(std::move(imageFiles))
    { }

    Result<void> connect(const std::string& format);
    Result<void> findExtents(const std::string& format);
    Result<void> read(nbd_handle* handle, std::uint64_t offset, std::span<std::byte> into);
    //! A connection that nobody uses; empty when all are broken.
    Nbd borrow();
    void giveBack(Nbd handle, bool broken);
    [[nodiscard]] tl::unexpected<Error> unreadable(const std::string& why) const
    {
        return failure("DiskUnreadable", "The disk image can't be read: " + why + ".", files.path(),
                       "Check that the image is whole with qemu-img check.");
    }

    ImageFiles files;
    std::unique_ptr<NbdServer> server;
    std::uint64_t capacity = 0;
    std::uint64_t alignment = 1; //!< of what the server lets us ask for; 512 for some formats
    std::vector<Extent> extents;

private:
    std::mutex m_mutex;
    std::condition_variable m_free;
    std::vector<Nbd> m_idle;
    int m_alive = 0;
};

Result<void> NbdReader::Private::connect(const std::string& format)
{
    auto started = NbdServer::start(files.path(), format, connectionCount);
    if (!started) {
        return tl::unexpected(started.error());
    }
    server = std::move(*started);
    for (auto& connection : server->takeConnections()) {
        Nbd handle(nbd_create());
        const bool greeted = handle && nbd_add_meta_context(handle.get(), LIBNBD_CONTEXT_BASE_ALLOCATION) == 0
            && nbd_set_pread_initialize(handle.get(), false) == 0
            && nbd_connect_socket(handle.get(), connection.release()) == 0;
        if (!greeted) {
            const auto reason = nbdText();
            server->stop(); // so that all it had to say has been said
            const auto complaint = server->complaint();
            if (complaint.find("lock") != std::string::npos) {
                return failure("DiskInUse", "Another program is writing to the disk image.", files.path(),
                               "Shut down the VM that uses the disk, then run the backup again.");
            }
            return unreadable(complaint.empty() ? reason : complaint);
        }
        m_idle.push_back(std::move(handle));
        ++m_alive;
    }
    const auto size = nbd_get_size(m_idle.front().get());
    if (size < 0) {
        return unreadable(nbdText());
    }
    capacity = static_cast<std::uint64_t>(size);
    const auto smallest = nbd_get_block_size(m_idle.front().get(), LIBNBD_SIZE_MINIMUM);
    alignment = smallest > 1 ? static_cast<std::uint64_t>(smallest) : 1;
    return findExtents(format);
}

Result<void> NbdReader::Private::findExtents(const std::string& format)
{
    auto* handle = m_idle.front().get();
    if (format == "vhdx") { // QEMU has no map of these
        if (auto own = vhdxExtents(files.fd(), files.stamp().size)) {
            extents = alignExtents(*own, capacity);
            return {};
        }
    }
    if (nbd_can_meta_context(handle, LIBNBD_CONTEXT_BASE_ALLOCATION) != 1) {
        extents = {{0, capacity}};
        return {};
    }
    Allocation found;
    while (found.next < capacity) {
        const auto before = found.next;
        const auto ask = std::min<std::uint64_t>(capacity - before, 1ULL << 30);
        nbd_extent_callback callback{};
        callback.callback = onExtents;
        callback.user_data = &found;
        if (nbd_block_status(handle, ask, before, callback, 0) != 0) {
            return unreadable(nbdText());
        }
        if (found.next <= before) {
            return unreadable("its map of allocated blocks does not go on");
        }
    }
    extents = alignExtents(found.extents, capacity);
    return {};
}

Nbd NbdReader::Private::borrow()
{
    std::unique_lock lock(m_mutex);
    m_free.wait(lock, [this] { return !m_idle.empty() || m_alive == 0; });
    if (m_idle.empty()) {
        return nullptr;
    }
    auto handle = std::move(m_idle.back());
    m_idle.pop_back();
    return handle;
}

void NbdReader::Private::giveBack(Nbd handle, bool broken)
{
    {
        const std::lock_guard lock(m_mutex);
        if (broken) {
            --m_alive;
        } else {
            m_idle.push_back(std::move(handle));
        }
    }
    m_free.notify_all();
}

Result<void> NbdReader::Private::read(nbd_handle* handle, std::uint64_t offset, std::span<std::byte> into)
{
    std::vector<std::int64_t> cookies; // a queue: the oldest first
    std::size_t asked = 0;
    std::size_t done = 0;
    while (done < into.size()) {
        while (asked < into.size() && cookies.size() < depth) {
            const auto size = std::min(requestBytes, into.size() - asked);
            const auto cookie =
                nbd_aio_pread(handle, into.data() + asked, size, offset + asked, NBD_NULL_COMPLETION, 0);
            if (cookie < 0) {
                return unreadable(nbdText());
            }
            cookies.push_back(cookie);
            asked += size;
        }
        const int state = nbd_aio_command_completed(handle, static_cast<std::uint64_t>(cookies.front()));
        if (state < 0) {
            return unreadable(nbdText());
        }
        if (state == 1) {
            cookies.erase(cookies.begin());
            done += std::min(requestBytes, into.size() - done);
            continue;
        }
        const int polled = nbd_poll(handle, patienceMs);
        if (polled < 0) {
            return unreadable(nbdText());
        }
        if (polled == 0) {
            return unreadable("qemu-nbd has not answered for a minute");
        }
    }
    return {};
}

NbdReader::NbdReader(std::unique_ptr<Private> p)
    : d(std::move(p))
{ }

NbdReader::~NbdReader() = default;

Result<std::unique_ptr<ImageReader>> NbdReader::open(ImageFiles files, const std::string& format)
{
    auto p = std::make_unique<Private>(std::move(files));
    if (auto connected = p->connect(format); !connected) {
        return tl::unexpected(connected.error());
    }
    return std::unique_ptr<ImageReader>(new NbdReader(std::move(p)));
}

std::uint64_t NbdReader::capacity() const
{
    return d->capacity;
}

const std::vector<Extent>& NbdReader::extents() const
{
    return d->extents;
}

Result<void> NbdReader::read(std::uint64_t offset, std::span<std::byte> into)
{
    if (offset > d->capacity || into.size() > d->capacity - offset) {
        return failure("DiskUnreadable", "A place behind the end of the disk was asked for.", d->files.path());
    }
    auto handle = d->borrow();
    if (!handle) {
        return d->unreadable("qemu-nbd has ended");
    }
    const auto begin = offset / d->alignment * d->alignment;
    const auto end = std::min(d->capacity, (offset + into.size() + d->alignment - 1) / d->alignment * d->alignment);
    std::vector<std::byte> wider; // only where the server reads whole sectors and not just those were asked for
    if (begin != offset || end != offset + into.size()) {
        wider.resize(static_cast<std::size_t>(end - begin));
    }
    auto outcome = d->read(handle.get(), begin, wider.empty() ? into : std::span(wider));
    if (outcome && !wider.empty()) {
        std::memcpy(into.data(), &wider[static_cast<std::size_t>(offset - begin)], into.size());
    }
    const bool broken = !outcome;
    if (broken) {
        handle.reset(); // whatever is still under way must not write into the caller's buffer
    }
    d->giveBack(std::move(handle), broken);
    // QEMU reads what is behind the end of a file as zeros: after the read, was it all there?
    if (auto there = d->files.stillThere(); !there) {
        return there;
    }
    return outcome;
}

Result<void> NbdReader::stillSame()
{
    return d->files.stillSame();
}

int NbdReader::serverPid() const
{
    return d->server->pid();
}

} // namespace valv::hypervisor

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/blobstore.h"

#include <atomic>
#include <functional>
#include <limits>
#include <memory>
#include <string>

namespace valv::store::test {

//! \brief Passes everything on to another place, until the power goes: from then on nothing is changed any more.
//! Counts each step that changes something (create, append, commit, remove).
class FaultyBlobStore final : public BlobStore
{
public:
    explicit FaultyBlobStore(std::shared_ptr<BlobStore> inner)
        : m_inner(std::move(inner))
    { }

    std::atomic<int> steps = 0;
    std::atomic<int> failAt = std::numeric_limits<int>::max(); //!< this step and all after it fail
    std::atomic<bool> afterwards = false; //!< the failing step itself still happens: the power went just after it
    std::string code = "VaultIoError";
    std::function<void(std::string name, std::span<std::byte>)> onRead; //!< may spoil what was read
    std::function<void()> beforeLook; //!< at anything, before it is listed, measured or read

    Result<std::unique_ptr<BlobWriter>> create(const std::string& name) override
    {
        if (auto good = step(); !good) {
            return tl::unexpected(good.error());
        }
        auto inner = m_inner->create(name);
        if (!inner) {
            return inner;
        }
        return std::make_unique<Writer>(*this, std::move(*inner));
    }
    Result<> read(const std::string& name, std::uint64_t offset, std::span<std::byte> into) const override
    {
        look();
        auto got = m_inner->read(name, offset, into);
        if (got && onRead) {
            onRead(name, into);
        }
        return got;
    }
    Result<std::uint64_t> size(const std::string& name) const override
    {
        look();
        return m_inner->size(name);
    }
    Result<std::vector<BlobInfo>> list(const std::string& prefix) const override
    {
        look();
        return m_inner->list(prefix);
    }
    Result<> remove(const std::string& name) override
    {
        const auto good = step();
        return good || isLast() ? m_inner->remove(name).and_then([&] { return good; }) : good;
    }
    Result<std::unique_ptr<BlobLock>> lock() override { return m_inner->lock(); }
    Result<> removeLeftovers() override { return m_inner->removeLeftovers(); }
    std::string place() const override { return m_inner->place(); }

private:
    class Writer final : public BlobWriter
    {
    public:
        Writer(FaultyBlobStore& store, std::unique_ptr<BlobWriter> inner)
            : m_store(store)
            , m_inner(std::move(inner))
        { }
        Result<> append(std::span<const std::byte> data) override
        {
            const auto good = m_store.step();
            return good ? m_inner->append(data) : good;
        }
        Result<> commit() override
        {
            const auto good = m_store.step();
            return good || m_store.isLast() ? m_inner->commit().and_then([&] { return good; }) : good;
        }

    private:
        FaultyBlobStore& m_store;
        std::unique_ptr<BlobWriter> m_inner;
    };

    Result<> step()
    {
        if (++steps >= failAt) {
            m_last = afterwards && steps == failAt;
            return failure(code, "The power went.", place());
        }
        return {};
    }
    [[nodiscard]] bool isLast() const { return m_last; }
    void look() const
    {
        if (beforeLook) {
            beforeLook();
        }
    }

    std::shared_ptr<BlobStore> m_inner;
    std::atomic<bool> m_last = false;
};

} // namespace valv::store::test

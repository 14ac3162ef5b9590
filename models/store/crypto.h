// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct evp_cipher_ctx_st;
struct evp_md_ctx_st;

namespace valv::store {

using Bytes = std::vector<std::byte>;
using ByteSpan = std::span<const std::byte>;

inline constexpr std::size_t KeySize = 32;
inline constexpr std::size_t NonceSize = 12;
inline constexpr std::size_t TagSize = 16;
inline constexpr std::size_t HashSize = 32;

using Key = std::array<std::byte, KeySize>;
using Nonce = std::array<std::byte, NonceSize>;
using Hash = std::array<std::byte, HashSize>;

//! \brief The few primitives of the format, all from OpenSSL. A failure of OpenSSL itself (no memory, no such cipher)
//! ends the program: nothing sensible can be written or read then.

[[nodiscard]] ByteSpan asBytes(std::string_view text);
[[nodiscard]] std::string toHex(ByteSpan bytes);
//! Empty when the text is no even number of hexadecimal digits.
[[nodiscard]] Bytes fromHex(std::string_view text);
void fillRandom(std::span<std::byte> into);
[[nodiscard]] Key randomKey();
void wipe(std::span<std::byte> secret);
[[nodiscard]] bool isAllZero(ByteSpan data);
//! Takes the same time wherever they differ.
[[nodiscard]] bool sameSecret(ByteSpan a, ByteSpan b);

[[nodiscard]] Hash sha256(ByteSpan data);
[[nodiscard]] Hash hmacSha256(ByteSpan key, ByteSpan data);
//! HKDF-SHA256 (RFC 5869) with 32 bytes out.
[[nodiscard]] Key deriveKey(ByteSpan secret, std::string_view salt, std::string_view info);

//! \brief SHA-256 piece by piece.
class Sha256
{
public:
    Sha256();
    void add(ByteSpan data);
    //! Of all that was added; the object then starts anew.
    [[nodiscard]] Hash take();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

//! \brief HMAC-SHA256 under one key many times over: the key's two blocks are hashed once. One thread at a time.
class KeyedHash
{
public:
    explicit KeyedHash(const Key& key);
    [[nodiscard]] Hash operator()(ByteSpan data);

private:
    struct Free
    {
        void operator()(evp_md_ctx_st* context) const;
    };
    using Context = std::unique_ptr<evp_md_ctx_st, Free>;
    Context m_inner;
    Context m_outer;
    Context m_work;
};

//! \brief AES-256-GCM under one key. One thread at a time.
class Gcm
{
public:
    explicit Gcm(const Key& key);
    //! Encrypts `data` in place and returns the tag.
    [[nodiscard]] std::array<std::byte, TagSize> seal(const Nonce& nonce, ByteSpan associated,
                                                      std::span<std::byte> data);
    //! Decrypts in place; false, and the data worthless, when anything was changed.
    [[nodiscard]] bool open(const Nonce& nonce, ByteSpan associated, std::span<std::byte> data, ByteSpan tag);

private:
    struct Free
    {
        void operator()(evp_cipher_ctx_st* context) const;
    };
    std::unique_ptr<evp_cipher_ctx_st, Free> m_seal;
    std::unique_ptr<evp_cipher_ctx_st, Free> m_open;
};

//! Nonce number n of a key that is used for one file only: n as 32 bits little endian, then eight zero bytes.
[[nodiscard]] Nonce countedNonce(std::uint32_t n);

//! A data key under a wrapping key: random nonce, encrypted key, tag.
inline constexpr std::size_t WrappedKeySize = NonceSize + KeySize + TagSize;
[[nodiscard]] std::array<std::byte, WrappedKeySize> wrapKey(const Key& wrapping, const Key& key, ByteSpan associated);
[[nodiscard]] bool unwrapKey(const Key& wrapping, ByteSpan wrapped, ByteSpan associated, Key& key);

} // namespace valv::store

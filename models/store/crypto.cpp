// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/crypto.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace valv::store {

namespace {

const unsigned char* raw(ByteSpan data)
{
    return reinterpret_cast<const unsigned char*>(data.data());
}
unsigned char* rawOut(std::span<std::byte> data)
{
    return reinterpret_cast<unsigned char*>(data.data());
}

void must(bool good, const char* what)
{
    if (!good) {
        std::fprintf(stderr, "valv: OpenSSL failed in %s\n", what);
        std::abort();
    }
}

int length(std::size_t size)
{
    must(size <= 0x7fffffff, "length");
    return static_cast<int>(size);
}

} // namespace

ByteSpan asBytes(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

std::string toHex(ByteSpan bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += digits[std::to_integer<unsigned>(byte) >> 4];
        text += digits[std::to_integer<unsigned>(byte) & 15];
    }
    return text;
}

Bytes fromHex(std::string_view text)
{
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0'
            : c >= 'a' && c <= 'f'  ? c - 'a' + 10
            : c >= 'A' && c <= 'F'  ? c - 'A' + 10
                                    : -1;
    };
    if (text.size() % 2 != 0) {
        return {};
    }
    Bytes bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]);
        const int low = digit(text[i + 1]);
        if (high < 0 || low < 0) {
            return {};
        }
        bytes.push_back(static_cast<std::byte>(high * 16 + low));
    }
    return bytes;
}

void fillRandom(std::span<std::byte> into)
{
    must(RAND_bytes(rawOut(into), length(into.size())) == 1, "RAND_bytes");
}

Key randomKey()
{
    Key key;
    fillRandom(key);
    return key;
}

void wipe(std::span<std::byte> secret)
{
    OPENSSL_cleanse(secret.data(), secret.size());
}

bool isAllZero(ByteSpan data)
{
    // Comparing the data with itself, shifted, lets memcmp's wide loads do the work and leave at the first difference.
    const std::size_t head = std::min<std::size_t>(data.size(), 16);
    for (std::size_t i = 0; i < head; ++i) {
        if (data[i] != std::byte{0}) {
            return false;
        }
    }
    return data.size() <= head || std::memcmp(data.data(), data.data() + head, data.size() - head) == 0;
}

bool sameSecret(ByteSpan a, ByteSpan b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

Hash sha256(ByteSpan data)
{
    Hash hash;
    must(EVP_Digest(data.data(), data.size(), rawOut(hash), nullptr, EVP_sha256(), nullptr) == 1, "EVP_Digest");
    return hash;
}

Hash hmacSha256(ByteSpan key, ByteSpan data)
{
    Hash hash;
    unsigned size = 0;
    must(HMAC(EVP_sha256(), key.data(), length(key.size()), raw(data), data.size(), rawOut(hash), &size) != nullptr,
         "HMAC");
    return hash;
}

Key deriveKey(ByteSpan secret, std::string_view salt, std::string_view info)
{
    static constexpr Hash noSalt {};
    Hash extracted = hmacSha256(salt.empty() ? ByteSpan(noSalt) : asBytes(salt), secret);
    Bytes expand(asBytes(info).begin(), asBytes(info).end());
    expand.push_back(std::byte {1});
    const Key key = hmacSha256(extracted, expand);
    wipe(extracted);
    return key;
}

void Sha256::Free::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
{
    must(m_context && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1, "SHA-256");
}

void Sha256::add(ByteSpan data)
{
    must(EVP_DigestUpdate(m_context.get(), data.data(), data.size()) == 1, "SHA-256");
}

Hash Sha256::take()
{
    Hash hash;
    must(EVP_DigestFinal_ex(m_context.get(), rawOut(hash), nullptr) == 1
             && EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) == 1,
         "SHA-256");
    return hash;
}

void KeyedHash::Free::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

KeyedHash::KeyedHash(const Key& key)
    : m_inner(EVP_MD_CTX_new())
    , m_outer(EVP_MD_CTX_new())
    , m_work(EVP_MD_CTX_new())
{
    std::array<std::byte, 64> inner;
    std::array<std::byte, 64> outer;
    inner.fill(std::byte{0x36});
    outer.fill(std::byte{0x5c});
    for (std::size_t i = 0; i < key.size(); ++i) {
        inner[i] ^= key[i];
        outer[i] ^= key[i];
    }
    must(m_inner && m_outer && m_work && EVP_DigestInit_ex(m_inner.get(), EVP_sha256(), nullptr) == 1
             && EVP_DigestUpdate(m_inner.get(), inner.data(), inner.size()) == 1
             && EVP_DigestInit_ex(m_outer.get(), EVP_sha256(), nullptr) == 1
             && EVP_DigestUpdate(m_outer.get(), outer.data(), outer.size()) == 1,
         "HMAC key");
    wipe(inner);
    wipe(outer);
}

Hash KeyedHash::operator()(ByteSpan data)
{
    Hash hash;
    must(EVP_MD_CTX_copy_ex(m_work.get(), m_inner.get()) == 1
             && EVP_DigestUpdate(m_work.get(), data.data(), data.size()) == 1
             && EVP_DigestFinal_ex(m_work.get(), rawOut(hash), nullptr) == 1
             && EVP_MD_CTX_copy_ex(m_work.get(), m_outer.get()) == 1
             && EVP_DigestUpdate(m_work.get(), hash.data(), hash.size()) == 1
             && EVP_DigestFinal_ex(m_work.get(), rawOut(hash), nullptr) == 1,
         "HMAC");
    return hash;
}

void Gcm::Free::operator()(evp_cipher_ctx_st* context) const
{
    EVP_CIPHER_CTX_free(context);
}

Gcm::Gcm(const Key& key)
    : m_seal(EVP_CIPHER_CTX_new())
    , m_open(EVP_CIPHER_CTX_new())
{
    must(m_seal && m_open
             && EVP_EncryptInit_ex(m_seal.get(), EVP_aes_256_gcm(), nullptr, raw(ByteSpan(key)), nullptr) == 1
             && EVP_DecryptInit_ex(m_open.get(), EVP_aes_256_gcm(), nullptr, raw(ByteSpan(key)), nullptr) == 1,
         "AES-256-GCM");
}

std::array<std::byte, TagSize> Gcm::seal(const Nonce& nonce, ByteSpan associated, std::span<std::byte> data)
{
    std::array<std::byte, TagSize> tag;
    int size = 0;
    must(EVP_EncryptInit_ex(m_seal.get(), nullptr, nullptr, nullptr, raw(ByteSpan(nonce))) == 1
             && EVP_EncryptUpdate(m_seal.get(), nullptr, &size, raw(associated), length(associated.size())) == 1
             && (data.empty()
                 || EVP_EncryptUpdate(m_seal.get(), rawOut(data), &size, raw(data), length(data.size())) == 1)
             && EVP_EncryptFinal_ex(m_seal.get(), rawOut(tag), &size) == 1
             && EVP_CIPHER_CTX_ctrl(m_seal.get(), EVP_CTRL_GCM_GET_TAG, TagSize, tag.data()) == 1,
         "AES-256-GCM");
    return tag;
}

bool Gcm::open(const Nonce& nonce, ByteSpan associated, std::span<std::byte> data, ByteSpan tag)
{
    if (tag.size() != TagSize) {
        return false;
    }
    std::array<std::byte, TagSize> expected;
    std::copy(tag.begin(), tag.end(), expected.begin());
    std::array<std::byte, TagSize> rest;
    int size = 0;
    must(EVP_DecryptInit_ex(m_open.get(), nullptr, nullptr, nullptr, raw(ByteSpan(nonce))) == 1
             && EVP_DecryptUpdate(m_open.get(), nullptr, &size, raw(associated), length(associated.size())) == 1
             && (data.empty()
                 || EVP_DecryptUpdate(m_open.get(), rawOut(data), &size, raw(data), length(data.size())) == 1)
             && EVP_CIPHER_CTX_ctrl(m_open.get(), EVP_CTRL_GCM_SET_TAG, TagSize, expected.data()) == 1,
         "AES-256-GCM");
    return EVP_DecryptFinal_ex(m_open.get(), rawOut(rest), &size) == 1;
}

Nonce countedNonce(std::uint32_t n)
{
    Nonce nonce{};
    for (std::size_t i = 0; i < 4; ++i) {
        nonce[i] = static_cast<std::byte>(n >> (8 * i));
    }
    return nonce;
}

std::array<std::byte, WrappedKeySize> wrapKey(const Key& wrapping, const Key& key, ByteSpan associated)
{
    std::array<std::byte, WrappedKeySize> wrapped;
    Nonce nonce;
    fillRandom(nonce);
    std::copy(nonce.begin(), nonce.end(), wrapped.begin());
    std::copy(key.begin(), key.end(), wrapped.begin() + NonceSize);
    const auto tag = Gcm(wrapping).seal(nonce, associated, std::span(wrapped).subspan(NonceSize, KeySize));
    std::copy(tag.begin(), tag.end(), wrapped.begin() + NonceSize + KeySize);
    return wrapped;
}

bool unwrapKey(const Key& wrapping, ByteSpan wrapped, ByteSpan associated, Key& key)
{
    if (wrapped.size() != WrappedKeySize) {
        return false;
    }
    Nonce nonce;
    std::copy_n(wrapped.begin(), NonceSize, nonce.begin());
    std::copy_n(wrapped.begin() + NonceSize, KeySize, key.begin());
    return Gcm(wrapping).open(nonce, associated, key, wrapped.subspan(NonceSize + KeySize));
}

} // namespace valv::store

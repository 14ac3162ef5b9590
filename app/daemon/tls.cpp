// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls.h"

#include "files.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <system_error>

namespace valv::daemon {
namespace {

template <auto Free>
struct Deleter
{
    template <typename T>
    void operator()(T* p) const
    {
        Free(p);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Deleter<X509_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;

constexpr int daysValid = 825;
constexpr int daysLeftToRenew = 30;
constexpr std::size_t longestCommonName = 64;

std::string text(BIO* bio)
{
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return size > 0 ? std::string(data, static_cast<std::size_t>(size)) : std::string();
}

X509Ptr parsedCertificate(const std::string& pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    return X509Ptr(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

Key parsedKey(const std::string& pem)
{
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    const auto noPassword = [](char*, int, int, void*) { return -1; };
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
}

bool isAddress(const std::string& name)
{
    const std::unique_ptr<ASN1_OCTET_STRING, Deleter<ASN1_OCTET_STRING_free>> address(a2i_IPADDRESS(name.c_str()));
    return address != nullptr;
}

bool covers(X509* certificate, const std::string& name)
{
    return isAddress(name) ? X509_check_ip_asc(certificate, name.c_str(), 0) == 1
                           : X509_check_host(certificate, name.c_str(), name.size(), 0, nullptr) == 1;
}

std::string hostName()
{
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}

//! A host's name as a certificate may carry it.
bool isHostName(const std::string& name)
{
    return !name.empty() && name.size() <= 253 && name.front() != '-' && name.front() != '.'
        && std::all_of(name.begin(), name.end(), [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'
                   || c == '.';
           });
}

std::vector<std::string> allNames(const std::vector<std::string>& more)
{
    std::vector<std::string> names{"127.0.0.1", "::1", "localhost", hostName()};
    names.insert(names.end(), more.begin(), more.end());
    std::vector<std::string> usable;
    for (const auto& name : names) {
        if ((isAddress(name) || isHostName(name)) && std::find(usable.begin(), usable.end(), name) == usable.end()) {
            usable.push_back(name);
        }
    }
    return usable;
}

bool extend(X509* certificate, int nid, const std::string& value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool setSerial(X509* certificate)
{
    const Number number(BN_new());
    return number && BN_rand(number.get(), 127, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

Result<Certificate> generated(const std::vector<std::string>& names)
{
    const auto failed = [] { return failure("TlsUnwritable", "A certificate could not be made."); };
    const Key key(EVP_EC_gen("P-256"));
    const X509Ptr certificate(X509_new());
    if (!key || !certificate) {
        return failed();
    }
    std::string alternatives;
    for (const auto& name : names) {
        alternatives += (alternatives.empty() ? "" : ",") + std::string(isAddress(name) ? "IP:" : "DNS:") + name;
    }
    const auto host = std::find_if(names.rbegin(), names.rend(), isHostName);
    const auto commonName = (host == names.rend() ? std::string("valvd") : *host).substr(0, longestCommonName);
    auto* subject = X509_get_subject_name(certificate.get());
    const auto* words = reinterpret_cast<const unsigned char*>(commonName.c_str());
    constexpr long day = 24 * 3600;
    const bool done = X509_set_version(certificate.get(), X509_VERSION_3) == 1 && setSerial(certificate.get())
        && X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -day) != nullptr
        && X509_gmtime_adj(X509_getm_notAfter(certificate.get()), daysValid * day - day) != nullptr
        && X509_set_pubkey(certificate.get(), key.get()) == 1
        && X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, words, -1, -1, 0) == 1
        && X509_set_issuer_name(certificate.get(), subject) == 1
        && extend(certificate.get(), NID_subject_alt_name, alternatives)
        && extend(certificate.get(), NID_basic_constraints, "critical,CA:FALSE")
        && extend(certificate.get(), NID_key_usage, "critical,digitalSignature")
        && extend(certificate.get(), NID_ext_key_usage, "serverAuth")
        && extend(certificate.get(), NID_subject_key_identifier, "hash")
        && X509_sign(certificate.get(), key.get(), EVP_sha256()) != 0;
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_secmem()));
    if (!done || PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1
        || PEM_write_bio_PKCS8PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return failed();
    }
    return Certificate{text(certificateText.get()), text(keyText.get()), true};
}

bool stillGood(const Certificate& pair, const std::vector<std::string>& names)
{
    const auto certificate = parsedCertificate(pair.certificate);
    int days = 0;
    int seconds = 0;
    return certificate && ASN1_TIME_diff(&days, &seconds, nullptr, X509_get0_notAfter(certificate.get())) == 1
        && days >= daysLeftToRenew && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
               return covers(certificate.get(), name);
           });
}

} // namespace

Result<Certificate> readCertificate(const std::string& certificateFile, const std::string& keyFile)
{
    auto certificate = readSmallFile(certificateFile);
    auto key = readSmallFile(keyFile);
    if (!certificate || !key) {
        const auto& file = certificate ? keyFile : certificateFile;
        return failure("TlsUnreadable", "The file cannot be read: " + (certificate ? key : certificate).error().message,
                       file);
    }
    const auto parsed = parsedCertificate(*certificate);
    const auto secret = parsedKey(*key);
    if (!parsed || !secret) {
        return failure("TlsUnreadable", "The file is no PEM file, or has a password.",
                       parsed ? keyFile : certificateFile);
    }
    if (X509_check_private_key(parsed.get(), secret.get()) != 1) {
        return failure("TlsUnreadable", "Certificate and key do not belong together.", certificateFile,
                       "Remove both files to have new ones made, or name the right ones.");
    }
    return Certificate{std::move(*certificate), std::move(*key), false};
}

Result<Certificate> selfSignedCertificate(const std::string& folder, const std::vector<std::string>& names)
{
    const auto certificateFile = folder + "/cert.pem";
    const auto keyFile = folder + "/key.pem";
    const auto wanted = allNames(names);
    std::error_code ignored;
    if (std::filesystem::exists(certificateFile, ignored) && std::filesystem::exists(keyFile, ignored)) {
        auto there = readCertificate(certificateFile, keyFile);
        if (!there || stillGood(*there, wanted)) {
            return there;
        }
    }
    auto fresh = generated(wanted);
    if (!fresh) {
        return fresh;
    }
    if (auto made = makePrivateFolder(folder); !made) {
        return failure("TlsUnwritable", made.error().message, folder);
    }
    // The key first: a start that is cut off between the two finds no pair and makes both again.
    std::filesystem::remove(certificateFile, ignored);
    if (auto written = replaceFile(keyFile, fresh->key, 0600); !written) {
        return failure("TlsUnwritable", written.error().message, keyFile);
    }
    if (auto written = replaceFile(certificateFile, fresh->certificate, 0644); !written) {
        return failure("TlsUnwritable", written.error().message, certificateFile);
    }
    return fresh;
}

} // namespace valv::daemon

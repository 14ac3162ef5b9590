// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/transport.h"

#include <QSslCertificate>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <memory>

namespace valv::client {

struct HttpsOptions
{
    QUrl base; //!< scheme, host and port; https, or http on this computer
    QList<QSslCertificate> trusted; //!< trusted in place of the system's; empty: the system's
    std::chrono::milliseconds timeout{30000}; //!< for one answer
    qint64 largestAnswer = 64 * 1024 * 1024; //!< bytes
};

//! \brief Requests over HTTPS: HTTP/1.1 with kept connections, no redirects, no cookies, on a thread of its own.
//! send() may be called from any thread. Whatever host an absolute target names, the request goes to base: a bearer
//! token never leaves the host it is for. Destroying it aborts what is under way, whose futures end without a result.
//! Errors: NetworkOffline, NetworkTimeout, CertificateUntrusted (target: what is wrong with it), UnexpectedAnswer (too
//! large).
class HttpsTransport final : public Transport
{
public:
    explicit HttpsTransport(HttpsOptions options);
    ~HttpsTransport() override;

    [[nodiscard]] QFuture<Result<contract::HttpResponse>> send(contract::HttpRequest request) override;

    //! The certificates of a PEM file; errors CertificateFileUnreadable, CertificateFileInvalid.
    [[nodiscard]] static Result<QList<QSslCertificate>> certificatesFrom(const QString& file);

private:
    class Worker;
    QThread m_thread;
    Worker* m_worker; // lives on m_thread, deleted there
};

} // namespace valv::client

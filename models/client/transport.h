// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/http.h"
#include "core/result.h"

#include <QFuture>

namespace valv::client {

//! \brief The seam: a request goes out, an answer comes back. In-process (app/) or HTTPS (httpstransport.h).
//! An answer of any status is a value; an Error means that none came (NetworkOffline, NetworkTimeout,
//! CertificateUntrusted). send() returns at once; the future is finished on any thread: use whenDone(). Dropping it
//! cancels nothing on the server.
class Transport
{
public:
    virtual ~Transport() = default;
    [[nodiscard]] virtual QFuture<Result<contract::HttpResponse>> send(contract::HttpRequest request) = 0;

protected:
    Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
};

} // namespace valv::client

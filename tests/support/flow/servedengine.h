// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/backend.h"
#include "core/result.h"

#include <QString>

#include <memory>

namespace valv::daemon {
class HttpsServer;
}

namespace valv::test {

//! \brief The backend that a console would have in process, behind the HTTPS server of `valvd serve`: same engine, same
//! router, with a certificate and a token of its own, on a free port.
class ServedEngine
{
public:
    //! \param folder for certificate and token
    //! Errors: those of the backend, of TLS and of the server. Blocks.
    [[nodiscard]] static Result<std::unique_ptr<ServedEngine>> start(const console::BackendChoice& choice,
                                                                     const QString& folder);
    ~ServedEngine();
    ServedEngine(const ServedEngine&) = delete;
    ServedEngine& operator=(const ServedEngine&) = delete;

    [[nodiscard]] QString url() const;
    [[nodiscard]] const QString& certificateFile() const { return m_certificateFile; }
    [[nodiscard]] const QString& tokenFile() const { return m_tokenFile; }

private:
    ServedEngine();

    QString m_certificateFile;
    QString m_tokenFile;
    std::shared_ptr<console::Backend> m_backend;
    std::unique_ptr<daemon::HttpsServer> m_server; // goes first
};

} // namespace valv::test

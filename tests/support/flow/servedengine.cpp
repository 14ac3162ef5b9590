// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/flow/servedengine.h"

#include "daemon/access.h"
#include "daemon/httpsserver.h"
#include "daemon/tls.h"

namespace valv::test {

ServedEngine::ServedEngine() = default;
ServedEngine::~ServedEngine() = default;

Result<std::unique_ptr<ServedEngine>> ServedEngine::start(const console::BackendChoice& choice, const QString& folder)
{
    std::unique_ptr<ServedEngine> served(new ServedEngine);
    served->m_certificateFile = folder + QStringLiteral("/cert.pem");
    served->m_tokenFile = folder + QStringLiteral("/token");
    const auto token = daemon::readOrMakeToken(served->m_tokenFile.toStdString());
    if (!token) {
        return tl::unexpected(token.error());
    }
    const auto certificate = daemon::selfSignedCertificate(folder.toStdString(), {"127.0.0.1"});
    if (!certificate) {
        return tl::unexpected(certificate.error());
    }
    auto backend = console::Backend::open(choice);
    if (!backend) {
        return tl::unexpected(backend.error());
    }
    served->m_backend = *backend;
    daemon::HttpsServer::Options options;
    options.certificate = certificate->certificate;
    options.key = certificate->key;
    options.token = token->value;
    auto server = daemon::HttpsServer::start(*served->m_backend->router(), std::move(options));
    if (!server) {
        return tl::unexpected(server.error());
    }
    served->m_server = std::move(*server);
    return served;
}

QString ServedEngine::url() const
{
    return m_server->url();
}

} // namespace valv::test

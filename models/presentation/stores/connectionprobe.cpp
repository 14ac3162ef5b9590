// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/connectionprobe.h"

#include "client/client.h"
#include "client/httpstransport.h"
#include "core/whendone.h"

#include <QFile>
#include <QtConcurrent>

namespace valv::presentation {

namespace {

constexpr std::chrono::seconds patience(10); // for each of two answers

ConnectionProbe::Step stepOf(const Error& error)
{
    using Step = ConnectionProbe::Step;
    if (error.code == "NetworkOffline" || error.code == "NetworkTimeout") {
        return Step::Answer;
    }
    if (error.code == "CertificateUntrusted") {
        return Step::Certificate;
    }
    return error.code == "SignInExpired" || error.code == "AuthorizationFailed" ? Step::Token : Step::Engine;
}

} // namespace

struct ConnectionProbe::Parts
{
    std::shared_ptr<client::Transport> transport;
    std::shared_ptr<client::TokenSource> token;
};

ConnectionProbe::ConnectionProbe(Transports transports, QObject* parent)
    : QObject(parent)
    , m_transports(std::move(transports))
{ }

ConnectionProbe::~ConnectionProbe()
{
    close();
}

Result<ConnectionProbe::Parts> ConnectionProbe::open(const ConnectionProfile& profile, const Transports& transports)
{
    Parts parts;
    client::HttpsOptions https;
    https.base = QUrl(profile.address);
    https.timeout = patience;
    if (!profile.caFile.isEmpty()) {
        auto certificates = client::HttpsTransport::certificatesFrom(profile.caFile);
        if (!certificates) {
            return tl::unexpected(certificates.error());
        }
        https.trusted = std::move(*certificates);
    }
    if (!profile.tokenFile.isEmpty()) {
        constexpr qint64 longestToken = 64 * 1024;
        QFile file(profile.tokenFile);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure("TokenFileUnreadable", "The token file can't be read: " + file.errorString().toStdString(),
                           profile.tokenFile.toStdString());
        }
        parts.token = std::make_shared<client::FixedToken>(file.read(longestToken).trimmed());
    }
    parts.transport = transports ? transports(profile) : std::make_shared<client::HttpsTransport>(std::move(https));
    return parts;
}

void ConnectionProbe::ask(const ConnectionProfile& profile)
{
    cancel();
    m_busy = true;
    whenDone(QtConcurrent::run(&ConnectionProbe::open, profile, m_transports), this,
             [this, asked = m_asked](const Result<Parts>& parts) {
                 if (asked == m_asked) {
                     opened(parts);
                 }
             });
}

void ConnectionProbe::cancel()
{
    ++m_asked;
    m_busy = false;
    close();
}

void ConnectionProbe::opened(const Result<Parts>& parts)
{
    if (!parts) {
        end({Step::Files, parts.error(), {}, {}});
        return;
    }
    m_transport = parts->transport;
    client::ClientOptions options;
    options.pipeline.token = parts->token;
    options.pipeline.attempts = 1;
    m_client = std::make_unique<client::Client>(m_transport, std::move(options));
    whenDone(m_client->resources().subscriptions(), this,
             [this, asked = m_asked](const Result<QList<contract::Subscription>>& subscriptions) {
                 if (asked != m_asked) {
                     return;
                 }
                 if (!subscriptions) {
                     end({stepOf(subscriptions.error()), subscriptions.error(), {}, {}});
                 } else if (subscriptions->isEmpty()) {
                     end({Step::Done, {}, {}, {}});
                 } else {
                     askEngine(subscriptions->first().subscriptionId,
                               {Step::Done, {}, subscriptions->first().displayName, {}});
                 }
             });
}

//! A server that does not say what it is can be worked with all the same.
void ConnectionProbe::askEngine(const QString& subscriptionId, Found found)
{
    whenDone(m_client->resources().engine(subscriptionId), this,
             [this, asked = m_asked, found](const Result<contract::EngineInfo>& engine) mutable {
                 if (asked == m_asked) {
                     found.engine = engine.value_or(contract::EngineInfo());
                     end(found);
                 }
             });
}

void ConnectionProbe::end(const Found& found)
{
    ++m_asked;
    m_busy = false;
    // Not from within the client's own answer.
    QMetaObject::invokeMethod(
        this,
        [this, asked = m_asked] {
            if (asked == m_asked) {
                close();
            }
        },
        Qt::QueuedConnection);
    Q_EMIT this->found(found);
}

//! The transport waits for its thread: nobody here waits for that.
void ConnectionProbe::close()
{
    m_client.reset();
    if (m_transport) {
        (void)QtConcurrent::run([transport = std::exchange(m_transport, nullptr)]() mutable { transport.reset(); });
    }
}

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/httpstransport.h"

#include "client/logging.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QPromise>
#include <QSslConfiguration>
#include <QSslError>

namespace valv::client {

namespace {

using contract::HttpRequest;
using contract::HttpResponse;
using contract::Method;
using Answer = Result<HttpResponse>;
using AnswerPromise = std::shared_ptr<QPromise<Answer>>;

QByteArray verb(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Put:
        return "PUT";
    case Method::Post:
        return "POST";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    }
    return {};
}

// Path and query of the target, on the base's scheme, host and port.
QUrl urlFor(const QUrl& base, const QString& target)
{
    QString line = target;
    if (const auto scheme = line.indexOf(QStringLiteral("://"));
        scheme > 0 && scheme < line.indexOf(QLatin1Char('/')) + 1) {
        const auto path = line.indexOf(QLatin1Char('/'), scheme + 3);
        line = path < 0 ? QStringLiteral("/") : line.mid(path);
    }
    const auto question = line.indexOf(QLatin1Char('?'));
    QUrl url = base;
    url.setPath(question < 0 ? line : line.left(question), QUrl::TolerantMode);
    url.setQuery(question < 0 ? QString() : line.mid(question + 1), QUrl::TolerantMode);
    url.setFragment(QString());
    return url;
}

Error errorFor(const QNetworkReply& reply, const QString& untrusted, bool timedOut)
{
    const auto words = reply.errorString().toStdString();
    if (!untrusted.isEmpty() || reply.error() == QNetworkReply::SslHandshakeFailedError) {
        return {"CertificateUntrusted",
                "The server's certificate is not trusted.",
                untrusted.isEmpty() ? words : untrusted.toStdString(),
                {},
                {}};
    }
    if (timedOut || reply.error() == QNetworkReply::TimeoutError) {
        return {"NetworkTimeout", "The server did not answer in time.", {}, {}, {}};
    }
    return {"NetworkOffline", "There is no connection to the server.", words, {}, {}};
}

void finish(const AnswerPromise& promise, Answer answer)
{
    promise->addResult(std::move(answer));
    promise->finish();
}

} // namespace

class HttpsTransport::Worker final : public QObject
{
    Q_OBJECT
public:
    explicit Worker(HttpsOptions options)
        : m_options(std::move(options))
    { }

    void send(const HttpRequest& request, const AnswerPromise& promise)
    {
        if (!m_manager) { // made here, so that it belongs to this thread
            m_manager = new QNetworkAccessManager(this);
            m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
            m_manager->setAutoDeleteReplies(false);
        }
        QNetworkRequest out(urlFor(m_options.base, request.target));
        out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        out.setTransferTimeout(static_cast<int>(m_options.timeout.count()));
        if (!m_options.trusted.isEmpty()) {
            auto tls = QSslConfiguration::defaultConfiguration();
            tls.setCaCertificates(m_options.trusted);
            out.setSslConfiguration(tls);
        }
        for (const auto& [name, value] : request.headers) {
            out.setRawHeader(name, value);
        }
        if (request.body.isEmpty() && request.method != Method::Get && request.method != Method::Head
            && request.method != Method::Delete) {
            out.setRawHeader("Content-Length", "0");
            // Qt guesses a form otherwise.
            out.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        }
        auto* reply = m_manager->sendCustomRequest(out, verb(request.method), request.body);
        follow(reply, promise);
    }

private:
    void follow(QNetworkReply* reply, const AnswerPromise& promise)
    {
        auto untrusted = std::make_shared<QString>();
        connect(reply, &QNetworkReply::sslErrors, this, [untrusted](const QList<QSslError>& errors) {
            QStringList all;
            for (const auto& error : errors) {
                all << error.errorString();
            }
            *untrusted = all.join(QStringLiteral("; "));
        });
        auto tooLarge = std::make_shared<bool>(false);
        connect(reply, &QNetworkReply::downloadProgress, this,
                [reply, tooLarge, largest = m_options.largestAnswer](qint64 received, qint64) {
                    if (received > largest && !*tooLarge) {
                        *tooLarge = true;
                        reply->abort();
                    }
                });
        connect(reply, &QNetworkReply::finished, this, [reply, promise, untrusted, tooLarge] {
            reply->deleteLater();
            if (*tooLarge) {
                finish(promise, failure("UnexpectedAnswer", "The server's answer is too large."));
                return;
            }
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            const bool cut = reply->error() == QNetworkReply::OperationCanceledError
                || reply->error() == QNetworkReply::RemoteHostClosedError;
            // An error status is an answer too; a connection that broke in the middle is none.
            if (status == 0 || cut) {
                finish(promise,
                       tl::unexpected<Error>(
                           errorFor(*reply, *untrusted, reply->error() == QNetworkReply::OperationCanceledError)));
                return;
            }
            HttpResponse response;
            response.status = status;
            const auto headers = reply->rawHeaderPairs();
            for (const auto& [name, value] : headers) {
                response.headers.append({name, value});
            }
            response.body = reply->readAll();
            qCDebug(lcClient) << status << reply->url().path();
            finish(promise, std::move(response));
        });
    }

    HttpsOptions m_options;
    QNetworkAccessManager* m_manager = nullptr;
};

HttpsTransport::HttpsTransport(HttpsOptions options)
    : m_worker(new Worker(std::move(options)))
{
    m_thread.setObjectName(QStringLiteral("valv-https"));
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

HttpsTransport::~HttpsTransport()
{
    // Replies die with the worker and what waits for them with its promise.
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<HttpResponse>> HttpsTransport::send(HttpRequest request)
{
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, request = std::move(request), promise] { worker->send(request, promise); },
        Qt::QueuedConnection);
    return future;
}

Result<QList<QSslCertificate>> HttpsTransport::certificatesFrom(const QString& file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        return failure("CertificateFileUnreadable", "The certificate file could not be read.", file.toStdString());
    }
    const auto certificates = QSslCertificate::fromDevice(&in, QSsl::Pem);
    if (certificates.isEmpty()) {
        return failure("CertificateFileInvalid", "The file holds no certificate in PEM form.", file.toStdString());
    }
    return certificates;
}

} // namespace valv::client

#include "httpstransport.moc"

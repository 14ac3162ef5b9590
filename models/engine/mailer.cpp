// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mailer.h"

#include "engine/faults.h"

#include <QLocale>

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <mutex>

namespace valv::engine {

namespace {

constexpr long connectSeconds = 15;
constexpr long wholeSeconds = 60;
constexpr int base64Line = 76; // RFC 2045

struct CurlEnd
{
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

//! RFC 2047: pieces of at most 75 letters, none of which cuts a character.
QByteArray encodedWords(const QString& text)
{
    constexpr qsizetype bytesOfPiece = 36; // with the header's name on a line of at most 78 letters
    QByteArray words;
    QByteArray piece;
    const auto put = [&] {
        words += (words.isEmpty() ? "" : "\r\n ") + QByteArrayLiteral("=?UTF-8?B?") + piece.toBase64() + "?=";
        piece.clear();
    };
    for (const auto letter : text.toUcs4()) {
        const auto bytes = QString::fromUcs4(reinterpret_cast<const char32_t*>(&letter), 1).toUtf8();
        if (piece.size() + bytes.size() > bytesOfPiece) {
            put();
        }
        piece += bytes;
    }
    put();
    return words;
}

struct Upload
{
    QByteArray bytes;
    qsizetype sent = 0;
};

size_t give(char* to, size_t size, size_t count, void* from)
{
    auto& upload = *static_cast<Upload*>(from);
    const auto n = std::min<qsizetype>(static_cast<qsizetype>(size * count), upload.bytes.size() - upload.sent);
    std::memcpy(to, upload.bytes.constData() + upload.sent, static_cast<size_t>(n));
    upload.sent += n;
    return static_cast<size_t>(n);
}

//! The server's answers; those that refuse are kept.
size_t hear(char* line, size_t size, size_t count, void* into)
{
    const auto said = QString::fromUtf8(line, static_cast<qsizetype>(size * count)).trimmed();
    if (said.startsWith(QLatin1Char('4')) || said.startsWith(QLatin1Char('5'))) {
        static_cast<QStringList*>(into)->append(said);
    }
    return size * count;
}

int goOn(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

Fault faultOf(CURLcode code, const contract::MailServer& server, const QStringList& refusals, const QString& why)
{
    const QString last = refusals.isEmpty() ? why : refusals.last();
    const bool broke = (code == CURLE_RECV_ERROR || code == CURLE_SEND_ERROR) && refusals.isEmpty();
    switch (broke ? CURLE_GOT_NOTHING : code) { // it says so too when the server refuses what was said
    case CURLE_LOGIN_DENIED:
        return fault(
            QStringLiteral("MailSignInFailed"),
            QStringLiteral("The mail server %1 did not accept the name and password: %2").arg(server.host, last),
            server.host, QStringLiteral("Check the name and password of the mail server."));
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_ISSUER_ERROR:
        return fault(QStringLiteral("MailServerNotTrusted"),
                     QStringLiteral("There is no safe connection to the mail server %1: %2").arg(server.host, why),
                     server.host, QStringLiteral("Check the encryption, the port and the server's certificate."));
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT:
    case CURLE_GOT_NOTHING:
    case CURLE_ABORTED_BY_CALLBACK:
        return fault(QStringLiteral("MailServerUnreachable"),
                     QStringLiteral("The mail server %1 does not answer: %2").arg(server.host, why), server.host,
                     QStringLiteral("Check the server's name and port, and the network."));
    default:
        return fault(QStringLiteral("MailRefused"),
                     QStringLiteral("The mail server %1 did not take the mail: %2").arg(server.host, last), server.host,
                     QStringLiteral("Check the addresses of the sender and the recipients."));
    }
}

} // namespace

QByteArray messageOf(const Mail& mail)
{
    QByteArray bytes;
    const auto header = [&bytes](const char* name, const QByteArray& value) {
        bytes += QByteArray(name) + ": " + value + "\r\n";
    };
    header("Date",
           QLocale::c().toString(mail.at.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss '+0000'")).toLatin1());
    header("From", "Valv <" + mail.from.toLatin1() + '>');
    header("To", mail.to.join(QStringLiteral(",\r\n ")).toLatin1());
    header("Subject", encodedWords(mail.subject));
    header("Message-ID", '<' + mail.id.toLatin1() + '>');
    header("Auto-Submitted", "auto-generated");
    header("MIME-Version", "1.0");
    header("Content-Type", "text/plain; charset=utf-8");
    header("Content-Transfer-Encoding", "base64");
    bytes += "\r\n";
    auto text = mail.body;
    const auto body = text.replace(QLatin1String("\n"), QLatin1String("\r\n")).toUtf8().toBase64();
    for (qsizetype at = 0; at < body.size(); at += base64Line) {
        bytes += body.mid(at, base64Line) + "\r\n";
    }
    return bytes;
}

Result<QString> sendMail(const contract::MailServer& server, const Mail& mail, const std::stop_token& stop)
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::unique_ptr<CURL, CurlEnd> curl(curl_easy_init());
    if (!curl) {
        return fault(QStringLiteral("MailServerUnreachable"), QStringLiteral("The mail could not be prepared."));
    }
    std::unique_ptr<curl_slist, CurlEnd> recipients;
    for (const auto& address : mail.to) {
        auto* longer = curl_slist_append(recipients.get(), ('<' + address.toLatin1() + '>').constData());
        (void)recipients.release();
        recipients.reset(longer);
    }
    using contract::MailSecurity;
    const QByteArray scheme = server.security == MailSecurity::Tls ? "smtps://" : "smtp://";
    const QByteArray url = scheme + server.host.toLatin1() + ':' + QByteArray::number(server.port);
    const QByteArray from = '<' + mail.from.toLatin1() + '>';
    Upload upload{messageOf(mail), 0};
    QStringList refusals;
    char words[CURL_ERROR_SIZE] = {};
    const auto set = [&curl](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, url.constData());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_USE_SSL, static_cast<long>(server.security == MailSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    const auto authorities = qgetenv("SSL_CERT_FILE"); // as for other programs: those of a company, for instance
    if (!authorities.isEmpty()) {
        set(CURLOPT_CAINFO, authorities.constData());
    }
    set(CURLOPT_NOPROXY, "*"); // a proxy of the web is none for mail
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, connectSeconds);
    set(CURLOPT_TIMEOUT, wholeSeconds);
    const auto user = server.user.toUtf8();
    const auto password = server.password.value_or(QString()).toUtf8();
    if (!user.isEmpty()) {
        set(CURLOPT_USERNAME, user.constData());
        set(CURLOPT_PASSWORD, password.constData());
    }
    set(CURLOPT_MAIL_FROM, from.constData());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    set(CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1L); // one address that is gone keeps the mail from nobody else
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, give);
    set(CURLOPT_READDATA, static_cast<void*>(&upload));
    set(CURLOPT_HEADERFUNCTION, hear);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&refusals));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, goOn);
    set(CURLOPT_XFERINFODATA, const_cast<void*>(static_cast<const void*>(&stop)));
    set(CURLOPT_ERRORBUFFER, static_cast<char*>(words));
    const auto code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) {
        const auto why = words[0] != '\0' ? QString::fromUtf8(words) : QString::fromUtf8(curl_easy_strerror(code));
        return faultOf(code, server, refusals, why);
    }
    return refusals.join(QLatin1Char(' '));
}

} // namespace valv::engine

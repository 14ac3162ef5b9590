// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/selfsigned.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

class QSslSocket;
class QThread;

namespace valv::test {

//! \brief A mail server that keeps what it is given: SMTP on a free port of this computer, on a thread of its own, so
//! that a test may block meanwhile. Plain, with STARTTLS, or with TLS from the first byte; with or without sign-in.
class SmtpSink
{
public:
    enum class Tls
    {
        None,
        Start, //!< offers STARTTLS
        Whole //!< from the first byte
    };
    struct Manner
    {
        Tls tls = Tls::None;
        std::optional<SelfSigned> identity = {}; //!< for TLS
        QByteArray user = {}; //!< empty: nobody has to sign in; else only who did may send
        QByteArray password = {};
        QByteArray mechanisms = QByteArrayLiteral("PLAIN LOGIN"); //!< that it offers, in clear text too
    };
    struct Mail
    {
        QByteArray from;
        QList<QByteArray> to;
        QByteArray data; //!< headers and body as they came
        bool encrypted = false; //!< on its way here
        QByteArray user; //!< who signed in; empty: nobody
        [[nodiscard]] QString body() const; //!< base64 undone
        [[nodiscard]] QString subject() const;
    };

    SmtpSink();
    explicit SmtpSink(Manner manner);
    ~SmtpSink();
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;

    [[nodiscard]] int port() const { return m_port; } //!< 0: it could not listen
    [[nodiscard]] QList<Mail> mails() const;
    //! All lines that anybody on the way could have read.
    [[nodiscard]] QList<QByteArray> heardInClear() const;
    //! How somebody tried to sign in, in order.
    [[nodiscard]] QList<QByteArray> signedInBy() const;
    //! Recipients at this address are refused from now on; empty: nobody is.
    void refuse(const QByteArray& address);
    //! Who signs in from now on needs this password.
    void setPassword(const QByteArray& password);

private:
    class Talk;

    const Manner m_manner;
    int m_socket = -1;
    int m_port = 0;
    std::atomic_bool m_ends = false;
    mutable std::mutex m_mutex;
    QList<Mail> m_mails;
    QList<QByteArray> m_clear;
    QList<QByteArray> m_mechanisms;
    QByteArray m_refused;
    QByteArray m_password;
    std::unique_ptr<QThread> m_thread;
};

} // namespace valv::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <mutex>
#include <thread>

namespace valv::test {

//! \brief A mail server that keeps what it is given: plain SMTP on a free port of this computer, on a thread of its
//! own, so that a test may block meanwhile.
class SmtpSink
{
public:
    struct Mail
    {
        QByteArray from;
        QList<QByteArray> to;
        QByteArray data; //!< headers and body as they came
        [[nodiscard]] QString body() const; //!< base64 undone
        [[nodiscard]] QString subject() const;
    };

    SmtpSink();
    ~SmtpSink();
    SmtpSink(const SmtpSink&) = delete;
    SmtpSink& operator=(const SmtpSink&) = delete;

    [[nodiscard]] int port() const { return m_port; } //!< 0: it could not listen
    [[nodiscard]] QList<Mail> mails() const;
    //! Recipients at this address are refused from now on; empty: nobody is.
    void refuse(const QByteArray& address);

private:
    void serve(int connection);

    int m_socket = -1;
    int m_port = 0;
    std::atomic_bool m_ends = false;
    mutable std::mutex m_mutex;
    QList<Mail> m_mails;
    QByteArray m_refused;
    std::thread m_thread;
};

} // namespace valv::test

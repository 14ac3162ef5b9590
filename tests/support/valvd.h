// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStringList>

#include <sys/prctl.h>

#include <csignal>

namespace valv::test {

//! \brief `valvd serve` as a person starts it: a process of its own with a data folder, a token beside it and a
//! certificate in it. Killed with the object, and with the thread that made it.
class Valvd
{
public:
    static constexpr int patience = 60'000; //!< milliseconds, on a busy computer

    explicit Valvd(QString data)
        : m_data(std::move(data))
    {
        m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // a test may be killed, too
    }
    ~Valvd()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Valvd(const Valvd&) = delete;
    Valvd& operator=(const Valvd&) = delete;

    [[nodiscard]] static QString program() { return qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valvd"); }
    [[nodiscard]] QString token() const { return m_data + QStringLiteral(".token"); }
    [[nodiscard]] QString certificate() const { return m_data + QStringLiteral("/tls/cert.pem"); }

    void run(const QStringList& more = {}, const QString& listen = QStringLiteral("127.0.0.1:0"))
    {
        m_process.start(program(),
                        QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), listen,
                                    QStringLiteral("--data"), m_data, QStringLiteral("--tls-self-signed"),
                                    QStringLiteral("--token-file"), token()}
                            + more);
    }
    //! \param wait milliseconds; a demo makes its past first
    //! \return it listens
    [[nodiscard]] bool start(const QStringList& more = {}, const QString& listen = QStringLiteral("127.0.0.1:0"),
                             int wait = patience)
    {
        run(more, listen);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < wait && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(100);
            m_output += m_process.readAllStandardOutput();
            const auto at = m_output.indexOf("https://");
            const auto end = at < 0 ? -1 : m_output.indexOf('\n', at);
            if (end > 0) {
                m_address = QString::fromUtf8(m_output.mid(at, end - at)).trimmed();
                return port() != 0;
            }
        }
        qWarning("%s", m_process.readAllStandardError().constData());
        return false;
    }
    [[nodiscard]] QString address() const { return m_address; } //!< https://127.0.0.1:40123
    [[nodiscard]] quint16 port() const { return m_address.section(QLatin1Char(':'), -1).toUShort(); }
    [[nodiscard]] QByteArray output() const { return m_output; }
    [[nodiscard]] QProcess& process() { return m_process; }
    [[nodiscard]] QByteArray secret() const
    {
        QFile file(token());
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    //! \return its exit status; -1: it did not end, or not by itself
    [[nodiscard]] int stop(int signal = SIGTERM)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit
            ? m_process.exitCode()
            : -1;
    }

private:
    QString m_data;
    QProcess m_process;
    QByteArray m_output;
    QString m_address;
};

} // namespace valv::test

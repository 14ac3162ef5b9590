// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace valv::console {

//! \brief One console of a person opens the links that later ones are started with: a click on valv://… in a browser
//! leads to the window that is there. A local socket that only this person can use. GUI thread.
class Doorbell : public QObject
{
    Q_OBJECT
public:
    //! \param name of the socket; the person's own by default
    explicit Doorbell(const QString& name = ownName(), QObject* parent = nullptr);

    //! Hands the link to a console that listens. Waits up to half a second. False: there is none.
    [[nodiscard]] static bool ring(const QString& link, const QString& name = ownName());
    //! False when another console listens already.
    bool listen();
    [[nodiscard]] static QString ownName();

Q_SIGNALS:
    //! Well formed; whether there is such a page is not known yet.
    void rung(const QString& link);

private:
    void answer();

    QString m_name;
    QLocalServer m_server;
};

} // namespace valv::console

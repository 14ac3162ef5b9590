// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/app/settings.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

namespace valv::presentation {

//! \brief One place to work with, as the person has set it up. A value; it holds where secrets are, never a secret.
struct ConnectionProfile
{
    QString id; //!< never shown; empty: not kept yet
    ConnectionKind kind = ConnectionKind::Folders;
    QString name; //!< given by the person; empty: said by what it is
    QStringList vmFolders; //!< Folders
    QString dataFolder; //!< Folders; empty: the usual place
    QString address; //!< Server, https://host:port
    QString tokenFile; //!< Server
    QString caFile; //!< Server; empty: the computer's own certificates are trusted

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static ConnectionProfile fromJson(const QJsonObject& json);
    //! The same place, whatever it is called: folders and data folder, or address.
    [[nodiscard]] bool samePlace(const ConnectionProfile& other) const;
    friend bool operator==(const ConnectionProfile&, const ConnectionProfile&) = default;
};

//! \brief The connections that the person has set up, in order, and the one in use. Kept in the settings at each
//! change. Whoever can connect listens to switchWanted(). GUI thread.
class Connections final : public QObject
{
    Q_OBJECT
public:
    //! Takes over the one connection of settings that know no list yet.
    explicit Connections(Settings& settings, QObject* parent = nullptr);

    [[nodiscard]] const QList<ConnectionProfile>& all() const { return m_all; }
    [[nodiscard]] const ConnectionProfile* find(const QString& id) const; //!< good until the next change
    [[nodiscard]] const QString& current() const { return m_current; } //!< empty: none
    [[nodiscard]] bool isCurrent(const QString& id) const { return !id.isEmpty() && id == m_current; }

    [[nodiscard]] bool isKept(const QString& id) const { return id != m_passing && find(id) != nullptr; }

    //! New (no id), or changed; one that is the same place as another takes its place. \return its id
    QString save(ConnectionProfile profile);
    //! Forgets it; what it led to is not touched. The one in use stays.
    void remove(const QString& id);
    //! It is the one in use from now on, also at the next start.
    void setCurrent(const QString& id);

    //! This is what one is connected to, for the time being: the start said so. One that is not in the list stands in
    //! it until the program ends, or it is saved.
    void use(const ConnectionProfile& profile);

    //! Where data is when a profile says nothing, to be shown.
    [[nodiscard]] const QString& usualDataFolder() const { return m_usualData; }
    void setUsualDataFolder(const QString& folder) { m_usualData = folder; }

    //! Asks for it to be connected to.
    void want(const QString& id) { Q_EMIT switchWanted(id); }

Q_SIGNALS:
    void changed();
    void switchWanted(const QString& id);

private:
    void write();

    Settings& m_settings;
    QList<ConnectionProfile> m_all;
    QString m_current;
    QString m_passing; //!< the one that is not kept
    QString m_usualData;
};

} // namespace valv::presentation

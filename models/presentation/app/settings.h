// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/text/prices.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

class QSettings;

namespace valv::presentation {

enum class LanguageChoice
{
    System,
    Swedish,
    English
};
enum class LookChoice
{
    System,
    Light,
    Dark
};
enum class MotionSetting
{
    System,
    Full,
    Reduced
};
//! Where the virtual machines and vaults are.
enum class ConnectionKind
{
    None, //!< not chosen yet: the first start
    Folders, //!< the engine of this program over folders of disk images
    Demo, //!< the engine over the demo estate
    Server //!< valvd or Azure at an address
};

//! \brief What the person has chosen and where windows stood. No other part of the program spells a key.
//! With a file, every set is written at once (INI); without one it lives in memory: demo, tests, pictures. GUI thread.
class Settings final : public QObject
{
    Q_OBJECT
public:
    enum class Key
    {
        Language, //!< LanguageChoice
        Look, //!< LookChoice
        Motion, //!< MotionSetting
        HighContrast, //!< bool
        NavCollapsed, //!< bool
        Favourites, //!< QStringList of page names, in order
        Recent, //!< QStringList of links, newest first
        WindowGeometry, //!< QByteArray
        Connection, //!< ConnectionKind
        ServerAddress, //!< QString, https://…
        ServerTokenFile, //!< QString, the file that holds the token; the token itself is never written here
        ServerCaFile, //!< QString; empty: the computer's own certificates
        VmFolders, //!< QStringList
        DataFolder, //!< QString; empty: the usual place
        Connections, //!< QString, JSON: all that are set up (app/connections.h); those above are the one in use
        Prices, //!< QString, JSON: what backup costs (text/prices.h)
        RecoveryKeys, //!< of all vaults: see recoveryKeyChecked()
        Pinned //!< QStringList of the ids of backup items, in the order they were pinned
    };
    Q_ENUM(Key)

    explicit Settings(const QString& file = {}, QObject* parent = nullptr);
    ~Settings() override;
    [[nodiscard]] QString fileName() const; //!< empty: they live in memory

    [[nodiscard]] LanguageChoice language() const;
    void setLanguage(LanguageChoice choice);
    [[nodiscard]] LookChoice look() const;
    void setLook(LookChoice choice);
    [[nodiscard]] MotionSetting motion() const;
    void setMotion(MotionSetting choice);
    [[nodiscard]] bool highContrast() const;
    void setHighContrast(bool on);
    [[nodiscard]] bool navCollapsed() const;
    void setNavCollapsed(bool on);
    [[nodiscard]] QStringList favourites() const;
    void setFavourites(const QStringList& pages);
    [[nodiscard]] bool hasFavourites() const; //!< false: never chosen, the shell shows its own
    [[nodiscard]] QStringList recent() const;
    void addRecent(const QString& link); //!< to the front, at most 8
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    [[nodiscard]] ConnectionKind connection() const;
    void setConnection(ConnectionKind kind);
    [[nodiscard]] QString serverAddress() const;
    void setServerAddress(const QString& address);
    [[nodiscard]] QString serverTokenFile() const;
    void setServerTokenFile(const QString& file);
    [[nodiscard]] QString serverCaFile() const;
    void setServerCaFile(const QString& file);
    [[nodiscard]] QStringList vmFolders() const;
    void setVmFolders(const QStringList& folders);
    [[nodiscard]] QString dataFolder() const;
    void setDataFolder(const QString& folder);
    [[nodiscard]] QString connections() const;
    void setConnections(const QString& json);

    [[nodiscard]] presentation::Prices prices() const; //!< none before the person enters some
    void setPrices(const presentation::Prices& prices);

    //! Columns, widths and sorting of a table, by the table's own name ("virtualmachines").
    [[nodiscard]] QByteArray tableState(const QString& table) const;
    void setTableState(const QString& table, const QByteArray& state);

    //! Backup items that stand on the overview, by id; of all connections.
    [[nodiscard]] QStringList pinned() const;
    void setPinned(const QString& item, bool on);

    //! When a person has typed the recovery key of this vault correctly on this computer; invalid: never.
    [[nodiscard]] QDateTime recoveryKeyChecked(const QString& vault) const;
    void setRecoveryKeyChecked(const QString& vault, const QDateTime& at);

    void restoreDefaults(); //!< looks, language and tables; connections stay

Q_SIGNALS:
    void changed(valv::presentation::Settings::Key key);

private:
    [[nodiscard]] QVariant value(Key key) const;
    [[nodiscard]] int choice(Key key, int last) const;
    void set(Key key, const QVariant& value);
    [[nodiscard]] QVariant read(const QString& path) const;
    void write(const QString& path, const QVariant& value);

    std::unique_ptr<QSettings> m_file;
    QVariantMap m_memory;
};

} // namespace valv::presentation

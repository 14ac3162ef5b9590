// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/app/settings.h"

#include <QSettings>

#include <array>

namespace valv::presentation {

namespace {

struct Entry
{
    Settings::Key key;
    const char* path;
};

constexpr std::array entries{
    Entry{Settings::Key::Language, "appearance/language"},
    Entry{Settings::Key::Look, "appearance/theme"},
    Entry{Settings::Key::Motion, "appearance/motion"},
    Entry{Settings::Key::HighContrast, "appearance/highContrast"},
    Entry{Settings::Key::NavCollapsed, "window/navCollapsed"},
    Entry{Settings::Key::Favourites, "window/favourites"},
    Entry{Settings::Key::Recent, "window/recent"},
    Entry{Settings::Key::WindowGeometry, "window/geometry"},
    Entry{Settings::Key::Connection, "connection/kind"},
    Entry{Settings::Key::ServerAddress, "connection/address"},
    Entry{Settings::Key::ServerTokenFile, "connection/tokenFile"},
    Entry{Settings::Key::ServerCaFile, "connection/caFile"},
    Entry{Settings::Key::VmFolders, "connection/vmFolders"},
    Entry{Settings::Key::DataFolder, "connection/dataFolder"},
    Entry{Settings::Key::Connections, "connection/all"},
    Entry{Settings::Key::Prices, "costs/prices"},
    Entry{Settings::Key::RecoveryKeys, "vaults/recoveryKeys"},
    Entry{Settings::Key::Pinned, "window/pinned"},
};

constexpr int recentLimit = 8;

QString pathOf(Settings::Key key)
{
    for (const Entry& entry : entries) {
        if (entry.key == key) {
            return QLatin1String(entry.path);
        }
    }
    return {};
}

QString tablePath(const QString& table)
{
    return QStringLiteral("tables/") + table;
}

} // namespace

Settings::Settings(const QString& file, QObject* parent)
    : QObject(parent)
{
    if (!file.isEmpty()) {
        m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
    }
}

Settings::~Settings() = default;

QString Settings::fileName() const
{
    return m_file ? m_file->fileName() : QString();
}

QVariant Settings::read(const QString& path) const
{
    return m_file ? m_file->value(path) : m_memory.value(path);
}

void Settings::write(const QString& path, const QVariant& value)
{
    if (m_file) {
        m_file->setValue(path, value);
    } else {
        m_memory.insert(path, value);
    }
}

QVariant Settings::value(Key key) const
{
    return read(pathOf(key));
}

int Settings::choice(Key key, int last) const
{
    bool whole = false;
    const int number = value(key).toInt(&whole);
    return whole && number >= 0 && number <= last ? number : 0;
}

void Settings::set(Key key, const QVariant& value)
{
    // The file gives back texts, so compare what is read, not the types.
    const QVariant before = this->value(key);
    if (before.isValid() && before.toStringList() == value.toStringList()
        && before.toByteArray() == value.toByteArray()) {
        return;
    }
    write(pathOf(key), value);
    Q_EMIT changed(key);
}

LanguageChoice Settings::language() const
{
    return static_cast<LanguageChoice>(choice(Key::Language, static_cast<int>(LanguageChoice::English)));
}
void Settings::setLanguage(LanguageChoice choice)
{
    set(Key::Language, static_cast<int>(choice));
}

LookChoice Settings::look() const
{
    return static_cast<LookChoice>(choice(Key::Look, static_cast<int>(LookChoice::Dark)));
}
void Settings::setLook(LookChoice choice)
{
    set(Key::Look, static_cast<int>(choice));
}

MotionSetting Settings::motion() const
{
    return static_cast<MotionSetting>(choice(Key::Motion, static_cast<int>(MotionSetting::Reduced)));
}
void Settings::setMotion(MotionSetting choice)
{
    set(Key::Motion, static_cast<int>(choice));
}

bool Settings::highContrast() const
{
    return value(Key::HighContrast).toBool();
}
void Settings::setHighContrast(bool on)
{
    set(Key::HighContrast, on);
}

bool Settings::navCollapsed() const
{
    return value(Key::NavCollapsed).toBool();
}
void Settings::setNavCollapsed(bool on)
{
    set(Key::NavCollapsed, on);
}

QStringList Settings::favourites() const
{
    return value(Key::Favourites).toStringList();
}
void Settings::setFavourites(const QStringList& pages)
{
    set(Key::Favourites, pages);
}
bool Settings::hasFavourites() const
{
    return value(Key::Favourites).isValid();
}

QStringList Settings::recent() const
{
    return value(Key::Recent).toStringList();
}
void Settings::addRecent(const QString& link)
{
    QStringList links = recent();
    links.removeAll(link);
    links.prepend(link);
    set(Key::Recent, QStringList(links.mid(0, recentLimit)));
}

QByteArray Settings::windowGeometry() const
{
    return value(Key::WindowGeometry).toByteArray();
}
void Settings::setWindowGeometry(const QByteArray& geometry)
{
    set(Key::WindowGeometry, geometry);
}

ConnectionKind Settings::connection() const
{
    return static_cast<ConnectionKind>(choice(Key::Connection, static_cast<int>(ConnectionKind::Server)));
}
void Settings::setConnection(ConnectionKind kind)
{
    set(Key::Connection, static_cast<int>(kind));
}

QString Settings::serverAddress() const
{
    return value(Key::ServerAddress).toString();
}
void Settings::setServerAddress(const QString& address)
{
    set(Key::ServerAddress, address);
}

QString Settings::serverTokenFile() const
{
    return value(Key::ServerTokenFile).toString();
}
void Settings::setServerTokenFile(const QString& file)
{
    set(Key::ServerTokenFile, file);
}

QString Settings::serverCaFile() const
{
    return value(Key::ServerCaFile).toString();
}
void Settings::setServerCaFile(const QString& file)
{
    set(Key::ServerCaFile, file);
}

QStringList Settings::vmFolders() const
{
    return value(Key::VmFolders).toStringList();
}
void Settings::setVmFolders(const QStringList& folders)
{
    set(Key::VmFolders, folders);
}

QString Settings::dataFolder() const
{
    return value(Key::DataFolder).toString();
}
void Settings::setDataFolder(const QString& folder)
{
    set(Key::DataFolder, folder);
}

QString Settings::connections() const
{
    return value(Key::Connections).toString();
}
void Settings::setConnections(const QString& json)
{
    set(Key::Connections, json);
}

presentation::Prices Settings::prices() const
{
    return presentation::Prices::fromText(value(Key::Prices).toString());
}
void Settings::setPrices(const presentation::Prices& prices)
{
    set(Key::Prices, prices.toText());
}

QByteArray Settings::tableState(const QString& table) const
{
    return read(tablePath(table)).toByteArray();
}
void Settings::setTableState(const QString& table, const QByteArray& state)
{
    write(tablePath(table), state);
}

QStringList Settings::pinned() const
{
    return value(Key::Pinned).toStringList();
}
void Settings::setPinned(const QString& item, bool on)
{
    auto all = pinned();
    if (on != all.contains(item, Qt::CaseInsensitive)) {
        if (on) {
            all.append(item);
        } else {
            all.removeIf([&item](const QString& each) { return each.compare(item, Qt::CaseInsensitive) == 0; });
        }
        set(Key::Pinned, all);
    }
}

QDateTime Settings::recoveryKeyChecked(const QString& vault) const
{
    return QDateTime::fromString(value(Key::RecoveryKeys).toMap().value(vault.toLower()).toString(), Qt::ISODate);
}
void Settings::setRecoveryKeyChecked(const QString& vault, const QDateTime& at)
{
    auto all = value(Key::RecoveryKeys).toMap();
    all.insert(vault.toLower(), at.toUTC().toString(Qt::ISODate));
    set(Key::RecoveryKeys, all);
}

void Settings::restoreDefaults()
{
    setLanguage(LanguageChoice::System);
    setLook(LookChoice::System);
    setMotion(MotionSetting::System);
    setHighContrast(false);
    if (m_file) {
        m_file->remove(QStringLiteral("tables"));
    } else {
        m_memory.removeIf(
            [](const QVariantMap::iterator& it) { return it.key().startsWith(QLatin1String("tables/")); });
    }
}

} // namespace valv::presentation

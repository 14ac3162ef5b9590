// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/app/connections.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <array>

namespace valv::presentation {

namespace {

constexpr std::array kindNames{"none", "folders", "demo", "server"};

QString kindName(ConnectionKind kind)
{
    return QLatin1String(kindNames[static_cast<size_t>(kind)]);
}

ConnectionKind kindFrom(const QString& name)
{
    for (size_t i = 0; i < kindNames.size(); ++i) {
        if (name == QLatin1String(kindNames[i])) {
            return static_cast<ConnectionKind>(i);
        }
    }
    return ConnectionKind::None;
}

//! What settings say that were written before there was a list.
ConnectionProfile onlyOne(const Settings& settings)
{
    ConnectionProfile profile;
    profile.kind = settings.connection();
    profile.vmFolders = settings.vmFolders();
    profile.dataFolder = settings.dataFolder();
    profile.address = settings.serverAddress();
    profile.tokenFile = settings.serverTokenFile();
    profile.caFile = settings.serverCaFile();
    return profile;
}

//! Only what its kind has.
ConnectionProfile trimmed(ConnectionProfile profile)
{
    if (profile.kind != ConnectionKind::Folders) {
        profile.vmFolders.clear();
        profile.dataFolder.clear();
    }
    if (profile.kind != ConnectionKind::Server) {
        profile.address.clear();
        profile.tokenFile.clear();
        profile.caFile.clear();
    }
    return profile;
}

} // namespace

QJsonObject ConnectionProfile::toJson() const
{
    QJsonObject json{{QStringLiteral("id"), id}, {QStringLiteral("kind"), kindName(kind)}};
    const auto put = [&json](const char* key, const QString& text) {
        if (!text.isEmpty()) {
            json.insert(QLatin1String(key), text);
        }
    };
    put("name", name);
    put("dataFolder", dataFolder);
    put("address", address);
    put("tokenFile", tokenFile);
    put("caFile", caFile);
    if (!vmFolders.isEmpty()) {
        json.insert(QStringLiteral("vmFolders"), QJsonArray::fromStringList(vmFolders));
    }
    return json;
}

ConnectionProfile ConnectionProfile::fromJson(const QJsonObject& json)
{
    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    ConnectionProfile profile;
    profile.id = text("id");
    profile.kind = kindFrom(text("kind"));
    profile.name = text("name");
    profile.dataFolder = text("dataFolder");
    profile.address = text("address");
    profile.tokenFile = text("tokenFile");
    profile.caFile = text("caFile");
    const QJsonArray folders = json.value(QStringLiteral("vmFolders")).toArray();
    for (const QJsonValue folder : folders) {
        profile.vmFolders.append(folder.toString());
    }
    return profile;
}

bool ConnectionProfile::samePlace(const ConnectionProfile& other) const
{
    if (kind != other.kind) {
        return false;
    }
    switch (kind) {
    case ConnectionKind::Folders:
        return vmFolders == other.vmFolders && dataFolder == other.dataFolder;
    case ConnectionKind::Server:
        return address.compare(other.address, Qt::CaseInsensitive) == 0;
    case ConnectionKind::Demo:
    case ConnectionKind::None:
        break;
    }
    return true;
}

Connections::Connections(Settings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
    const QJsonArray all = QJsonDocument::fromJson(settings.connections().toUtf8()).array();
    for (const QJsonValue value : all) {
        ConnectionProfile profile = ConnectionProfile::fromJson(value.toObject());
        if (!profile.id.isEmpty() && profile.kind != ConnectionKind::None) {
            m_all.append(profile);
        }
    }
    const ConnectionProfile used = trimmed(onlyOne(settings));
    if (used.kind == ConnectionKind::None) {
        return;
    }
    for (const ConnectionProfile& each : std::as_const(m_all)) {
        if (each.samePlace(used)) {
            m_current = each.id;
            return;
        }
    }
    m_current = save(used);
}

const ConnectionProfile* Connections::find(const QString& id) const
{
    const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&id](const auto& each) { return each.id == id; });
    return found == m_all.cend() ? nullptr : &*found;
}

void Connections::write()
{
    QJsonArray all;
    for (const ConnectionProfile& each : std::as_const(m_all)) {
        if (each.id != m_passing) {
            all.append(each.toJson());
        }
    }
    m_settings.setConnections(QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact)));
    Q_EMIT changed();
}

void Connections::use(const ConnectionProfile& profile)
{
    ConnectionProfile used = trimmed(profile);
    if (used.dataFolder == m_usualData) {
        used.dataFolder.clear();
    }
    const auto same =
        std::find_if(m_all.cbegin(), m_all.cend(), [&used](const auto& each) { return each.samePlace(used); });
    if (same != m_all.cend()) {
        m_current = same->id;
    } else {
        used.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_all.append(used);
        m_passing = used.id;
        m_current = used.id;
    }
    Q_EMIT changed();
}

QString Connections::save(ConnectionProfile profile)
{
    profile = trimmed(profile);
    if (profile.id == m_passing) {
        m_passing.clear(); // worth keeping
    }
    const auto same = std::find_if(m_all.begin(), m_all.end(), [&profile](const auto& each) {
        return profile.id.isEmpty() ? each.samePlace(profile) : each.id == profile.id;
    });
    if (same != m_all.end()) {
        if (profile.id.isEmpty()) { // found again at the same place, where it may have a name
            profile.id = same->id;
            profile.name = profile.name.isEmpty() ? same->name : profile.name;
        }
        *same = profile;
    } else {
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_all.append(profile);
    }
    if (isCurrent(profile.id)) {
        setCurrent(profile.id); // with its new values
    }
    write();
    return profile.id;
}

void Connections::remove(const QString& id)
{
    if (isCurrent(id) || m_all.removeIf([&id](const auto& each) { return each.id == id; }) == 0) {
        return;
    }
    write();
}

void Connections::setCurrent(const QString& id)
{
    const ConnectionProfile* profile = find(id);
    if (profile == nullptr) {
        return;
    }
    const bool other = m_current != id;
    m_current = id;
    m_settings.setConnection(profile->kind);
    m_settings.setVmFolders(profile->vmFolders);
    m_settings.setDataFolder(profile->dataFolder);
    m_settings.setServerAddress(profile->address);
    m_settings.setServerTokenFile(profile->tokenFile);
    m_settings.setServerCaFile(profile->caFile);
    if (other) {
        Q_EMIT changed();
    }
}

} // namespace valv::presentation

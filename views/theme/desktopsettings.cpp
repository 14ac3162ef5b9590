// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/desktopsettings.h"

#ifdef VALV_HAS_DBUS
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#endif

namespace valv::views {

namespace {

const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");
const QString interfaceGroup = QStringLiteral("org.gnome.desktop.interface");
const QString enableAnimations = QStringLiteral("enable-animations");

} // namespace

DesktopSettings::DesktopSettings()
{
#ifdef VALV_HAS_DBUS
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") || !QDBusConnection::sessionBus().isConnected()) {
        return;
    }
    QDBusConnection::sessionBus().connect(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("SettingChanged"), this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask(appearance, colorScheme);
    ask(interfaceGroup, enableAnimations);
#endif
}

void DesktopSettings::ask(const QString& group, const QString& key)
{
#ifdef VALV_HAS_DBUS
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    call << group << key;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, group, key](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QVariant> reply = *done;
        if (!reply.isError()) {
            take(group, key, reply.value());
        }
        done->deleteLater();
    });
#else
    Q_UNUSED(group)
    Q_UNUSED(key)
#endif
}

#ifdef VALV_HAS_DBUS
void DesktopSettings::settingChanged(const QString& group, const QString& key, const QDBusVariant& value)
{
    take(group, key, value.variant());
}
#endif

void DesktopSettings::take(const QString& group, const QString& key, const QVariant& value)
{
    QVariant plain = value;
#ifdef VALV_HAS_DBUS
    while (plain.canConvert<QDBusVariant>()) { // Read answers a variant in a variant
        plain = plain.value<QDBusVariant>().variant();
    }
#endif
    if (group == appearance && key == colorScheme) {
        m_dark = plain.toUInt() == 1; // 0 no preference, 1 dark, 2 light
    } else if (group == interfaceGroup && key == enableAnimations) {
        m_reduced = !plain.toBool();
    } else {
        return;
    }
    Q_EMIT changed();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariant>

#include <optional>

class QDBusVariant;

namespace valv::views {

//! \brief What the desktop says about dark colours and motion, over its settings portal (D-Bus); nothing without one.
//! Asked asynchronously: both are empty until the answer came. GUI thread.
class DesktopSettings : public QObject
{
    Q_OBJECT
public:
    DesktopSettings();

    [[nodiscard]] std::optional<bool> dark() const { return m_dark; }
    [[nodiscard]] std::optional<bool> reducedMotion() const { return m_reduced; }

Q_SIGNALS:
    void changed();

#ifdef VALV_HAS_DBUS
private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);
#endif

private:
    void ask(const QString& group, const QString& key);
    void take(const QString& group, const QString& key, const QVariant& value);

    std::optional<bool> m_dark;
    std::optional<bool> m_reduced;
};

} // namespace valv::views

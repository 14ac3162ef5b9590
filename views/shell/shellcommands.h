// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

#include <functional>

namespace valv::views {

//! \brief The commands of the window itself, each an action with its key: what menus show, keys run, the command
//! palette finds and the keyboard map lists. Page commands belong to the pages.
class ShellCommands : public QObject
{
    Q_OBJECT
public:
    enum Id
    {
        Palette,
        Filter,
        Refresh,
        Back,
        Forward,
        Home,
        NextRegion,
        PreviousRegion,
        Notifications,
        Settings,
        ConnectElsewhere,
        CreateVault,
        AttachVault,
        CopyLink,
        ToggleMenu,
        LightTheme,
        DarkTheme,
        SystemTheme,
        Swedish,
        English,
        SystemLanguage,
        HighContrast,
        ReduceMotion,
        KeyboardMap,
        About
    };
    Q_ENUM(Id)

    //! The keys work anywhere in the window.
    explicit ShellCommands(QWidget* window);

    [[nodiscard]] QAction* action(Id id) const;
    [[nodiscard]] QList<QAction*> all() const; //!< those that are offered, in order
    void on(Id id, std::function<void()> run);
    //! Not offered at all: no key, no place in palette, menus or map.
    void setOffered(Id id, bool offered);
    //! Empty: can be used.
    void setReason(Id id, const QString& reason);
    //! Ticked without running it.
    void setChecked(Id id, bool on);
    void retranslate();

private:
    QList<QAction*> m_actions; //!< by Id
};

} // namespace valv::views

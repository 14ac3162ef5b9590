// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shellcommands.h"

#include "controls/action.h"

#include <QWidget>

namespace valv::views {

namespace {

struct ShellCommand
{
    ShellCommands::Id id;
    const char* name; //!< object name, never translated
    const char* text;
    Icon icon;
    QKeySequence keys;
    bool checkable = false;
};

QList<ShellCommand> shellCommands()
{
    using Id = ShellCommands;
    return {
        {Id::Palette, "shell.palette", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Search resources and commands"),
         Icon::Search, Qt::CTRL | Qt::Key_K},
        {Id::Filter, "shell.filter", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Filter the page"), Icon::Filter,
         Qt::CTRL | Qt::Key_F},
        {Id::Refresh, "shell.refresh", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Refresh the page"),
         Icon::Refresh, Qt::Key_F5},
        {Id::Back, "shell.back", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Back"), Icon::Back,
         Qt::ALT | Qt::Key_Left},
        {Id::Forward, "shell.forward", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Forward"), Icon::Forward,
         Qt::ALT | Qt::Key_Right},
        {Id::Home, "shell.home", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Home"), Icon::Home,
         Qt::ALT | Qt::Key_Home},
        {Id::NextRegion, "shell.nextRegion",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Next region of the window"), Icon::Window, Qt::Key_F6},
        {Id::PreviousRegion, "shell.previousRegion",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Previous region of the window"), Icon::Window,
         Qt::SHIFT | Qt::Key_F6},
        {Id::Notifications, "shell.notifications", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Notifications"),
         Icon::Alert, Qt::CTRL | Qt::SHIFT | Qt::Key_N},
        {Id::Settings, "shell.settings", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Settings"), Icon::Settings,
         Qt::CTRL | Qt::Key_Comma},
        {Id::ConnectElsewhere,
         "shell.connect",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Connect elsewhere …"),
         Icon::Plug,
         {}},
        {Id::CreateVault,
         "shell.createVault",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Create a Recovery Services vault …"),
         Icon::Vault,
         {}},
        {Id::AttachVault,
         "shell.attachVault",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Attach a vault from another folder …"),
         Icon::Vault,
         {}},
        {Id::CopyLink, "shell.copyLink", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Copy link to this page"),
         Icon::Link, Qt::CTRL | Qt::SHIFT | Qt::Key_C},
        {Id::ToggleMenu,
         "shell.toggleMenu",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Collapse or expand menu"),
         Icon::CollapseMenu,
         {}},
        {Id::LightTheme,
         "shell.light",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Light theme"),
         Icon::Light,
         {},
         true},
        {Id::DarkTheme,
         "shell.dark",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Dark theme"),
         Icon::Dark,
         {},
         true},
        {Id::SystemTheme,
         "shell.systemTheme",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Theme: follow the system"),
         Icon::Palette,
         {},
         true},
        {Id::Swedish, "shell.swedish", "Svenska", Icon::Language, {}, true}, // said in its own language on purpose
        {Id::English, "shell.english", "English", Icon::Language, {}, true},
        {Id::SystemLanguage,
         "shell.systemLanguage",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Language: follow the system"),
         Icon::Language,
         {},
         true},
        {Id::HighContrast,
         "shell.highContrast",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "High contrast"),
         Icon::Palette,
         {},
         true},
        {Id::ReduceMotion,
         "shell.reduceMotion",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Reduce motion"),
         Icon::Activity,
         {},
         true},
        {Id::KeyboardMap, "shell.keys", QT_TRANSLATE_NOOP("valv::views::ShellCommands", "Keyboard shortcuts"),
         Icon::Keyboard, Qt::Key_F1},
        {Id::About,
         "shell.about",
         QT_TRANSLATE_NOOP("valv::views::ShellCommands", "About Valv"),
         Icon::InfoOutline,
         {}},
    };
}

} // namespace

ShellCommands::ShellCommands(QWidget* window)
    : QObject(window)
{
    for (const ShellCommand& command : shellCommands()) {
        QAction* made = makeAction(command.icon, QString(), this);
        made->setObjectName(QLatin1String(command.name));
        made->setShortcut(command.keys);
        made->setCheckable(command.checkable);
        window->addAction(made);
        m_actions.append(made);
    }
    retranslate();
}

QAction* ShellCommands::action(Id id) const
{
    return m_actions.at(id);
}

QList<QAction*> ShellCommands::all() const
{
    QList<QAction*> offered;
    for (QAction* each : m_actions) {
        if (each->isVisible()) {
            offered.append(each);
        }
    }
    return offered;
}

void ShellCommands::on(Id id, std::function<void()> run)
{
    connect(action(id), &QAction::triggered, this, [run = std::move(run)] { run(); });
}

void ShellCommands::setOffered(Id id, bool offered)
{
    action(id)->setVisible(offered);
}

void ShellCommands::setReason(Id id, const QString& reason)
{
    views::setReason(action(id), reason);
}

void ShellCommands::setChecked(Id id, bool on)
{
    action(id)->setChecked(on); // they listen to triggered(), which this does not send
}

void ShellCommands::retranslate()
{
    const QList<ShellCommand> commands = shellCommands();
    for (int i = 0; i < commands.size(); ++i) {
        m_actions.at(i)->setText(tr(commands.at(i).text));
    }
}

} // namespace valv::views

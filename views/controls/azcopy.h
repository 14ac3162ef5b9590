// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/linkbutton.h"

#include <QList>
#include <QString>

#include <functional>

class QAction;
class QMenu;
class QTimer;

namespace valv::views {

//! A command of Azure's command line (presentation/text/azcommand.h), or why there is none now.
struct AzLine
{
    AzLine(const QString& text = {}) // NOLINT(google-explicit-constructor): most always have a command
        : command(text)
    { }
    //! \param why what is still to be entered: "Choose a policy first."
    [[nodiscard]] static AzLine missing(const QString& why);
    //! The command, or why not when one of its names is missing.
    [[nodiscard]] static AzLine orMissing(const QString& command, const QString& why);
    //! Empty when there is a command.
    [[nodiscard]] QString reason() const;

    QString command;
    QString note; //!< what it does otherwise than the console
    QString why;
};
//! As things stand now.
using AzText = std::function<AzLine()>;

//! \brief Says what an action is called on the command line. Whatever shows the action then offers to copy it: command
//! bars and bulk bars in their context menu, the command palette by Ctrl+C.
void setAzCommand(QAction* action, AzText text);
//! \brief Empty when nobody said, or there is none now.
[[nodiscard]] QString azCommand(const QAction* action);
//! \brief Why there is no command now.
[[nodiscard]] QString azReason(const QAction* action);
//! \brief Puts the command on the clipboard; false when there is none.
bool copyAzCommand(const QAction* action);
//! \brief An entry for a menu, "Copy as az command", for one action or for what the text gives. Disabled when there is
//! no command as the menu is made.
[[nodiscard]] QAction* makeCopyAz(const AzText& text, QObject* parent);
[[nodiscard]] QAction* makeCopyAz(const QAction* action, QObject* parent);

//! \brief A context menu with that entry; false, and no menu, when nobody said what the action is called.
bool popAzMenu(const QAction* action, const QPoint& at, QWidget* parent);
//! \brief The same for a control that stands for no action: right click, or the menu key.
void setAzMenu(QWidget* control, const AzText& text);
//! \brief A menu below a menu, "Copy as az command", with an entry for each of the actions that has one.
QMenu* makeAzMenu(const QList<QAction*>& actions, QWidget* parent);

//! \brief The same as a link, for a blade or form: FormFooter::makeAz() makes one that looks again by itself. Says
//! "Copied" for a moment; while something is still to be entered it can't be used and says what.
class CopyAzLink : public LinkButton
{
    Q_OBJECT
public:
    explicit CopyAzLink(AzText text, QWidget* parent = nullptr);

    //! What it is about may have changed.
    void look();
    //! Two letters, where there is no room for the whole name; readers and the tool tip tell it.
    void setNarrow(bool on);
    //! Enough to look at, where the whole is long.
    void setBrief(const AzText& text) { m_brief = text; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void copy();
    void rename();

    AzText m_text;
    AzText m_brief;
    QTimer* m_said;
    bool m_narrow = false;
};

} // namespace valv::views

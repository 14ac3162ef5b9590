// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/linkbutton.h"

#include <functional>

class QAction;
class QTimer;

namespace valv::views {

//! A command of Azure's command line (presentation/text/azcommand.h) as things stand now; empty: none.
using AzText = std::function<QString()>;

//! \brief Says what an action is called on the command line. Whatever shows the action then offers to copy it: command
//! bars and bulk bars in their context menu, the command palette by Ctrl+C.
void setAzCommand(QAction* action, AzText text);
//! \brief Empty when nobody said, or there is none now.
[[nodiscard]] QString azCommand(const QAction* action);
//! \brief Puts the command on the clipboard; false when there is none.
bool copyAzCommand(const QAction* action);
//! \brief An entry for a menu, "Copy as az command", for one action or for what the text gives. Disabled when there is
//! no command as the menu is made.
[[nodiscard]] QAction* makeCopyAz(const AzText& text, QObject* parent);
[[nodiscard]] QAction* makeCopyAz(const QAction* action, QObject* parent);

//! \brief A context menu with that entry; false, and no menu, when nobody said what the action is called.
bool popAzMenu(const QAction* action, const QPoint& at, QWidget* parent);

//! \brief The same as a link for the footer of a blade or form: footer()->addWidget(new CopyAzLink(…)). Says "Copied"
//! for a moment, or that az has no command for it.
class CopyAzLink : public LinkButton
{
    Q_OBJECT
public:
    explicit CopyAzLink(AzText text, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void copy();
    void rename();

    AzText m_text;
    QTimer* m_said;
};

} // namespace valv::views

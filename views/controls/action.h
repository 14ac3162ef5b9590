// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QAction>
#include <QString>

namespace valv::views {

//! What kind of command an action is, for its colour in command bars and bulk bars.
enum class ActionKind
{
    Standard,
    Primary,
    Destructive
};

//! \brief An action with an icon in command colours.
[[nodiscard]] QAction* makeAction(Icon name, const QString& text, QObject* parent);
void setActionIcon(QAction* action, Icon name);
void setActionKind(QAction* action, ActionKind kind);
[[nodiscard]] ActionKind actionKind(const QAction* action);
//! \brief The icon it was made with; the sign of commands for one that has none.
[[nodiscard]] Icon actionIcon(const QAction* action);
//! \brief Empty: enabled. Else disabled, with the reason as tool tip and status tip wherever the action shows.
void setReason(QAction* action, const QString& reason);
//! \brief Why the action is disabled; empty when it is not, or nobody said.
[[nodiscard]] QString reason(const QAction* action);
//! \brief Tool tip of a control that stands for the action: the reason, or name and shortcut.
[[nodiscard]] QString actionToolTip(const QAction* action, bool withName = false);

} // namespace valv::views

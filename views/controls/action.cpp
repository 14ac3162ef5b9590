// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/action.h"

#include <QVariant>

namespace valv::views {

namespace {

constexpr const char* reasonProperty = "valvReason";
constexpr const char* kindProperty = "valvKind";
constexpr const char* iconProperty = "valvIcon";

Role iconRole(ActionKind kind)
{
    return kind == ActionKind::Destructive ? Role::Error : Role::Accent;
}

} // namespace

QAction* makeAction(Icon name, const QString& text, QObject* parent)
{
    auto* action = new QAction(text, parent);
    setActionIcon(action, name);
    return action;
}

void setActionIcon(QAction* action, Icon name)
{
    action->setProperty(iconProperty, static_cast<int>(name));
    action->setIcon(icon(name, iconRole(actionKind(action))));
}

void setActionKind(QAction* action, ActionKind kind)
{
    action->setProperty(kindProperty, static_cast<int>(kind));
    const QVariant name = action->property(iconProperty);
    if (name.isValid()) {
        setActionIcon(action, static_cast<Icon>(name.toInt()));
    }
}

Icon actionIcon(const QAction* action)
{
    const QVariant name = action->property(iconProperty);
    return name.isValid() ? static_cast<Icon>(name.toInt()) : Icon::Command;
}

ActionKind actionKind(const QAction* action)
{
    return static_cast<ActionKind>(action->property(kindProperty).toInt());
}

void setReason(QAction* action, const QString& reason)
{
    const bool changed = reason != views::reason(action);
    if (reason.isEmpty()) {
        action->setEnabled(true); // first: it is never disabled without a reason
    }
    action->setProperty(reasonProperty, reason);
    action->setStatusTip(reason);
    action->setToolTip(reason); // none: Qt takes the text
    if (action->isEnabled() != reason.isEmpty()) {
        action->setEnabled(reason.isEmpty());
    } else if (changed) {
        Q_EMIT action->changed();
    }
}

QString reason(const QAction* action)
{
    return action->isEnabled() ? QString() : action->property(reasonProperty).toString();
}

QString actionToolTip(const QAction* action, bool withName)
{
    const QString why = reason(action);
    QString name = action->text();
    name.remove(QLatin1Char('&'));
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    if (!why.isEmpty()) {
        return withName ? QStringLiteral("%1 – %2").arg(name, why) : why;
    }
    if (keys.isEmpty()) {
        return withName ? name : QString();
    }
    return QStringLiteral("%1 (%2)").arg(name, keys);
}

} // namespace valv::views

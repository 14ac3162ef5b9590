// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/azcopy.h"
#include "core/armid.h"
#include "frame/context.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;

namespace valv::views {

//! \brief What can be done with backup items: one action each for command bar, context menu, bulk bar and keys. What
//! does not apply is disabled with the reason. A command opens its blade. Source: flows.md A9, D5, D6.
class ItemCommands : public QObject
{
    Q_OBJECT
public:
    enum Command
    {
        BackupNow,
        Restore,
        ChangePolicy,
        Stop,
        Resume,
        Delete,
        Undelete,
        Pin, //!< to the overview, or off it
        Count
    };
    //! \param prefix of the actions' object names: "item" gives item.backupNow, item.restore, item.changePolicy,
    //! item.stop, item.resume, item.delete, item.undelete, item.pin
    ItemCommands(const Context& context, const QString& prefix, QObject* parent);
    //! Ctrl+B and Ctrl+R work anywhere in the page.
    void addKeys(QWidget& page);

    //! Whom the commands are for; none: all are disabled.
    void setItems(const QList<ArmId>& items);
    [[nodiscard]] const QList<ArmId>& items() const { return m_items; }
    [[nodiscard]] QAction* action(Command command) const { return m_actions.at(command); }
    [[nodiscard]] QList<QAction*> all() const { return m_actions; }
    //! The same as a menu, with dividers; owned by parent.
    [[nodiscard]] QMenu* makeMenu(QWidget* parent) const;
    void open(Command command);
    void retranslate();
    //! The items may have changed.
    void update();

Q_SIGNALS:
    //! The backend has taken a job on.
    void started(const valv::ArmId& job);

private:
    [[nodiscard]] QString reasonFor(Command command) const;
    [[nodiscard]] AzLine azText(Command command) const;
    [[nodiscard]] bool arePinned() const; //!< all of them
    void pin();

    const Context m_context;
    QList<ArmId> m_items;
    QList<QAction*> m_actions; //!< in the order of Command
};

} // namespace valv::views

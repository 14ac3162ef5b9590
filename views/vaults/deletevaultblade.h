// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/vaultfacts.h"
#include "controls/blade.h"
#include "controls/formhold.h"
#include "core/armid.h"
#include "frame/context.h"

#include <QTimer>

class QLineEdit;

namespace valv::views {

class CheckLine;
class Field;
class Label;
class MessageBar;
class Skeleton;

//! \brief Deletes a vault: a live list of what still keeps it from that, each with its place, what will be lost, and
//! the name typed. Source: flows.md I6.
class DeleteVaultBlade : public Blade
{
    Q_OBJECT
public:
    DeleteVaultBlade(const Context& context, const ArmId& vault, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line
    {
        contract::BlockerKind kind;
        CheckLine* line;
    };
    void ask();
    void take(const Result<QList<contract::DeletionBlocker>>& blockers);
    void updateLines();
    void updateFooter();
    [[nodiscard]] QList<contract::DeletionBlocker> blockersOf(contract::BlockerKind kind) const;
    void open(contract::BlockerKind kind, int link);
    void submit();
    void showFailure();
    void showUnread();
    void retranslate();

    const Context m_context;
    ArmId m_vault;
    MessageBar* m_failure;
    MessageBar* m_unread; //!< what keeps the vault could not be read, the last time it was asked
    Skeleton* m_loading;
    QWidget* m_list; //!< hidden until what keeps the vault is known
    Label* m_listTitle;
    Label* m_how; //!< while something prevents it
    QList<Line> m_lines;
    MessageBar* m_lost;
    QLineEdit* m_name;
    Field* m_nameField;
    QTimer m_again;
    QList<contract::DeletionBlocker> m_blockers;
    std::optional<Error> m_error; //!< of the deletion
    std::optional<Error> m_readError;
    bool m_known = false;
    bool m_running = false;
    FormHold m_hold; //!< while it is deleted
};

} // namespace valv::views

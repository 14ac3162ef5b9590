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
    [[nodiscard]] QList<contract::DeletionBlocker> blockersOf(contract::BlockerKind kind) const;
    void open(contract::BlockerKind kind, int link);
    void submit();
    void showFailure();
    void retranslate();

    const Context m_context;
    ArmId m_vault;
    MessageBar* m_failure;
    QWidget* m_list; //!< disabled until what keeps the vault is known
    Label* m_listTitle;
    Label* m_how; //!< while something prevents it
    QList<Line> m_lines;
    MessageBar* m_lost;
    QLineEdit* m_name;
    Field* m_nameField;
    QTimer m_again;
    QList<contract::DeletionBlocker> m_blockers;
    std::optional<Error> m_error;
    bool m_known = false;
    bool m_running = false;
    FormHold m_hold; //!< while it is deleted
};

} // namespace valv::views

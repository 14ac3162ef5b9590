// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protecteditem.h"
#include "controls/azcopy.h"
#include "controls/blade.h"
#include "controls/formhold.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/protecteditemstore.h"
#include "presentation/stores/refusals.h"

#include <QPointer>

#include <functional>
#include <optional>

namespace valv::views {

class MessageBar;
class SectionTitle;
class StatusText;

//! \brief A blade that asks for one command on one backup item or on several. One: it closes when the backend has taken
//! the job on, and says what was refused. Several: each has a line that tells how it fares, those that can't take part
//! say why, and what failed can be tried again; closing stops nothing. Source: flows.md D6, I, K11.
class ItemBlade : public Blade
{
    Q_OBJECT
public:
    ~ItemBlade() override;

    //! Those that the command is for, in the order given.
    [[nodiscard]] const QList<ArmId>& items() const { return m_taken; }

Q_SIGNALS:
    //! The backend has taken the job of one item on.
    void started(const valv::ArmId& job);

protected:
    //! Why an item can't take part; nothing to say: it can.
    using Refusal = std::function<QString(const ArmId& item)>;
    ItemBlade(const Context& context, const QString& name, const QList<ArmId>& items, const Refusal& refusal,
              QWidget* window, int width = Size::blade);

    [[nodiscard]] const Context& context() const { return m_context; }
    [[nodiscard]] bool isForSeveral() const { return m_several; }
    //! The first one; null: the backend has it no longer.
    [[nodiscard]] const contract::ProtectedItem* item() const;
    [[nodiscard]] const contract::ProtectedItem* item(const ArmId& id) const;
    [[nodiscard]] QString nameOf(const ArmId& item) const;
    //! Where fields go: it can't be changed any more once the command runs.
    [[nodiscard]] QVBoxLayout* form() const { return m_form; }
    //! The list of items; the form's last part. Call once, after the fields.
    void finish(ButtonKind kind = ButtonKind::Primary);
    //! Asks for the command; again for what failed when it ran already.
    void send(const presentation::ItemCommand& command);
    [[nodiscard]] bool isSending() const;
    //! It ran, and something is left to be tried again: fields need no second look.
    [[nodiscard]] bool canSendAgain() const { return m_batch != nullptr; }
    //! What the primary button says before anything was sent.
    [[nodiscard]] virtual QString primaryText() const = 0;
    //! The same as a command of Azure's command line, for one item.
    [[nodiscard]] virtual AzLine azText(const ArmId& item) const
    {
        Q_UNUSED(item)
        return {};
    }
    //! Primary button, when nothing is under way.
    virtual void submit() = 0;
    //! After a change of language; call it at the end of the constructor too.
    virtual void retranslate();
    //! The items differ from before.
    virtual void itemsChanged() { }
    //! What it asks the backend for; a change of the item without it.
    void setDeed(presentation::Deed deed);
    //! Empty: the primary button can be used. Else why not.
    void setBlocked(const QString& reason);
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] AzLine allAz() const;
    void showItems();
    [[nodiscard]] QString forbidden() const;
    void showFailure();
    void answered(const Result<presentation::StartedJob>& result);

    const Context m_context;
    QList<ArmId> m_taken;
    QList<ArmId> m_others;
    QList<StatusText*> m_lines; //!< those that take part, then the others
    Refusal m_refusal;
    MessageBar* m_failure;
    QWidget* m_fields;
    QVBoxLayout* m_form;
    SectionTitle* m_itemsTitle = nullptr;
    QPointer<presentation::ItemBatch> m_batch;
    std::optional<Error> m_error; //!< the backend's answer
    QString m_blocked;
    presentation::Deed m_deed = presentation::Deed::ChangeItem;
    ButtonKind m_kind = ButtonKind::Primary;
    bool m_several;
    bool m_sending = false;
    FormHold m_hold; //!< while it is asked for
    bool m_made = false;
};

} // namespace valv::views

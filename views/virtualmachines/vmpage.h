// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"
#include "presentation/stores/virtualmachinestore.h"

namespace valv::views {

//! \brief What all pages of one virtual machine share: heading, resource menu, and the machine as the store has it.
class VmPage : public Page
{
    Q_OBJECT
public:
    VmPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    void refresh() override;

protected:
    [[nodiscard]] const ArmId& vmId() const { return m_vm; }
    //! Nothing: not known (yet).
    [[nodiscard]] const presentation::VmRow* row() const;
    [[nodiscard]] const Context& context() const { return m_context; }
    //! The machine, its item, or the language is another one.
    virtual void update() = 0;
    //! Texts that update() does not set.
    virtual void retranslate() { }
    //! The part's own name for the breadcrumb.
    [[nodiscard]] virtual QString partTitle() const = 0;

    void changeEvent(QEvent* event) override;

private:
    void storeChanged();

    Context m_context;
    Route m_route;
    ArmId m_vm;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "controls/formhold.h"
#include "frame/context.h"
#include "presentation/stores/enablemany.h"

#include <QPointer>

namespace valv::views {

class FormSummary;
class PolicyChooser;
class SectionTitle;
class StatusText;
class UnsavedBar;
class VaultChooser;

//! \brief Enables backup of several machines with one vault and one policy. Those that can't take part are listed with
//! the reason; how each one fares stands beside it, and what failed can be tried again. Closing stops nothing.
//! Source: flows.md C4, K11; picture vmlist_sv.
class EnableManyBlade : public Blade
{
    Q_OBJECT
public:
    EnableManyBlade(const Context& context, const QList<ArmId>& machines, QWidget* window);

    //! Machines that a vault of one region can protect: of the region that most of them are in.
    [[nodiscard]] const QList<ArmId>& taken() const { return m_taken; }
    //! How many of these could be enabled, whatever their region.
    [[nodiscard]] static int countOf(const Context& context, const QList<ArmId>& machines);

protected:
    void changeEvent(QEvent* event) override;

private:
    void sort(const QList<ArmId>& machines);
    [[nodiscard]] presentation::EnableRequest choice() const;
    void submit();
    [[nodiscard]] QString doing() const;
    void run();
    void ended();
    void showMachines();
    void retranslate();

    Context m_context;
    QList<ArmId> m_taken;
    QList<ArmId> m_others;
    UnsavedBar* m_unsaved;
    FormSummary* m_summary;
    FormHold m_hold; //!< while it runs; what was begun is ended with the same vault and policy
    SectionTitle* m_vaultTitle;
    VaultChooser* m_vault;
    SectionTitle* m_policyTitle;
    PolicyChooser* m_policy;
    SectionTitle* m_machinesTitle = nullptr;
    QList<StatusText*> m_lines; //!< those that take part, then the others
    QPointer<presentation::EnableMany> m_many;
    ArmId m_made; //!< the vault that is made along with it
};

} // namespace valv::views

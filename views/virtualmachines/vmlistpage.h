// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/listpage.h"

namespace valv::presentation {
class VirtualMachineFilter;
class VirtualMachineModel;
} // namespace valv::presentation

namespace valv::views {

//! \brief All virtual machines and how they are protected. Source: flows.md A2; picture vmlist_sv.
class VmListPage : public ListPage
{
    Q_OBJECT
public:
    VmListPage(const Context& context, const Route& route, QWidget* parent = nullptr);
    ~VmListPage() override;

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;

protected:
    void applyFilters() override;
    void storeChanged() override;
    [[nodiscard]] QString countText() const override;
    [[nodiscard]] QString exportName() const override;
    void retranslate() override;

private:
    void makeCommands();
    void updateBulk();
    void open(const ArmId& machine, const QString& part);
    void showContextMenu(const QModelIndex& index, const QPoint& at);

    presentation::VirtualMachineModel* m_model;
    presentation::VirtualMachineFilter* m_rows;
    FilterPill* m_subscription;
    FilterPill* m_group;
    FilterPill* m_region;
    FilterPill* m_protection;
    QAction* m_backup;
    QAction* m_enable;
};

} // namespace valv::views

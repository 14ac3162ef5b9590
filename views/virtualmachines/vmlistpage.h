// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

#include <memory>

class QHBoxLayout;

namespace valv::presentation {
class VirtualMachineFilter;
class VirtualMachineModel;
}

namespace valv::views {

class FilterPill;
class Label;
class SearchField;
class StoreTable;

//! \brief All virtual machines and how they are protected. Source: flows.md A2; picture vmlist_sv.
class VmListPage : public Page
{
    Q_OBJECT
public:
    VmListPage(const Context& context, const Route& route, QWidget* parent = nullptr);
    ~VmListPage() override;

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QWidget* filterField() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeCommands();
    void makeFilters();
    void retranslate();
    void updateChoices();
    void updateCount();
    void updateBulk();
    [[nodiscard]] QList<ArmId> selected() const;
    void clearFilters();
    void openRow(int row);
    void showContextMenu(const QModelIndex& index, const QPoint& at);

    Context m_context;
    presentation::VirtualMachineModel* m_model;
    presentation::VirtualMachineFilter* m_rows;
    StoreTable* m_list;
    SearchField* m_filter;
    FilterPill* m_subscription;
    FilterPill* m_group;
    FilterPill* m_region;
    FilterPill* m_protection;
    Label* m_count;
    QAction* m_refresh;
    QAction* m_backup;
    QAction* m_enable;
    QAction* m_columns;
    QAction* m_export;
    QAction* m_exportSelected;
    QAction* m_compact;
};

} // namespace valv::views

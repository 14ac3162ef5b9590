// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

namespace valv::presentation {
class VaultFilter;
class VaultModel;
} // namespace valv::presentation

namespace valv::views {

class EmptyState;
class FilterPill;
class Label;
class SearchField;
class StoreTable;

//! \brief All Recovery Services vaults. Source: flows.md B1, B3.
class VaultListPage : public Page
{
    Q_OBJECT
public:
    VaultListPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QWidget* filterField() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeFilters();
    void makeCommands();
    void retranslate();
    void updateChoices();
    void updateCount();
    void clearFilters();
    void create();
    void openRow(int row);
    void showContextMenu(const QModelIndex& index, const QPoint& at);

    Context m_context;
    presentation::VaultModel* m_model;
    presentation::VaultFilter* m_rows;
    StoreTable* m_list;
    EmptyState* m_empty;
    SearchField* m_filter;
    FilterPill* m_subscription;
    FilterPill* m_group;
    FilterPill* m_location;
    FilterPill* m_redundancy;
    Label* m_count;
    QAction* m_add;
    QAction* m_attach; //!< a vault's folder from elsewhere
    QAction* m_refresh;
    QAction* m_columns;
    QAction* m_export;
    QAction* m_exportSelected;
    QAction* m_compact;
};

} // namespace valv::views

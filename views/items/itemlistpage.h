// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

namespace valv::presentation {
class ProtectedItemFilter;
class ProtectedItemModel;
} // namespace valv::presentation

namespace valv::views {

class EmptyState;
class FilterPill;
class ItemCommands;
class Label;
class SearchField;
class StoreTable;

//! \brief Backup items of all vaults or of one, and everything that can be done with one or with several.
//! Route: subject = a vault, or empty; part = a policy's name (only items that use it), or empty.
//! Source: flows.md D4–D6; the look of vmlist_sv.
class ItemListPage : public Page
{
    Q_OBJECT
public:
    ItemListPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QWidget* filterField() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeFilters();
    void makeActions();
    void showContextMenu(const QModelIndex& index, const QPoint& at);
    void openLink(const QModelIndex& index);
    void clearFilters();
    void updateChoices();
    void updateCount();
    void updateSelection();
    [[nodiscard]] QList<ArmId> selected() const;
    void retranslate();

    Context m_context;
    ArmId m_vault; //!< empty: all
    presentation::ProtectedItemModel* m_model;
    presentation::ProtectedItemFilter* m_rows;
    SearchField* m_filter;
    FilterPill* m_status;
    FilterPill* m_policy;
    FilterPill* m_vaultPill;
    Label* m_count;
    StoreTable* m_list;
    EmptyState* m_empty;
    ItemCommands* m_one; //!< of the row whose menu or key is meant
    ItemCommands* m_bulk; //!< of those that are ticked
    QAction* m_refresh;
    QAction* m_columns;
    QAction* m_export;
    QAction* m_compact;
    QAction* m_backupSelected;
    QAction* m_moreSelected; //!< a menu of what the bar has no room for
    QAction* m_exportSelected;
};

} // namespace valv::views

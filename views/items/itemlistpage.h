// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/listpage.h"

namespace valv::presentation {
class ProtectedItemFilter;
class ProtectedItemModel;
} // namespace valv::presentation

namespace valv::views {

class ItemCommands;

//! \brief Backup items of all vaults or of one, and everything that can be done with one or with several.
//! Route: subject = a vault, or empty; part = a policy's name (only items that use it), a state or
//! a pre-check (itemroutes.h), or empty.
//! Source: flows.md D4–D6; the look of vmlist_sv.
class ItemListPage : public ListPage
{
    Q_OBJECT
public:
    ItemListPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    [[nodiscard]] QList<QAction*> commands() const override;

protected:
    void applyFilters() override;
    void storeChanged() override;
    [[nodiscard]] QString countText() const override;
    [[nodiscard]] QString exportName() const override;
    void retranslate() override;

private:
    void makeActions();
    void showContextMenu(const QModelIndex& index, const QPoint& at);
    void openLink(const QModelIndex& index);
    void updateSelection();

    ArmId m_vault; //!< empty: all
    presentation::ProtectedItemModel* m_model;
    presentation::ProtectedItemFilter* m_rows;
    FilterPill* m_status;
    FilterPill* m_preCheck;
    FilterPill* m_policy;
    FilterPill* m_vaultPill;
    ItemCommands* m_one; //!< of the row whose menu or key is meant
    ItemCommands* m_bulk; //!< of those that are ticked
    QAction* m_backupSelected;
    QAction* m_moreSelected; //!< a menu of what the bar has no room for
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/listpage.h"

namespace valv::presentation {
class PolicyFilter;
class PolicyModel;
} // namespace valv::presentation

namespace valv::views {

//! \brief Backup policies of all vaults or of one: when they run, what they keep, who uses them. Route: subject = a
//! vault, or empty. Source: flows.md F.
class PolicyListPage : public ListPage
{
    Q_OBJECT
public:
    PolicyListPage(const Context& context, const Route& route, QWidget* parent = nullptr);

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
    void openPolicy(const QString& part);
    void showUsers();
    void showContextMenu(const QModelIndex& index, const QPoint& at);
    void updateActions();

    ArmId m_vault; //!< empty: all
    presentation::PolicyModel* m_model;
    presentation::PolicyFilter* m_rows;
    FilterPill* m_vaultPill;
    QAction* m_create;
    QAction* m_edit;
    QAction* m_copy;
    QAction* m_items;
    QAction* m_delete;
    QAction* m_divider;
};

} // namespace valv::views

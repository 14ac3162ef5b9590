// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

namespace valv::presentation {
class PolicyFilter;
class PolicyModel;
} // namespace valv::presentation

namespace valv::views {

class EmptyState;
class FilterPill;
class Label;
class SearchField;
class StoreTable;

//! \brief Backup policies of all vaults or of one: when they run, what they keep, who uses them. Route: subject = a
//! vault, or empty. Source: flows.md F.
class PolicyListPage : public Page
{
    Q_OBJECT
public:
    PolicyListPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QWidget* filterField() const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    void openPolicy(const QString& part);
    void showUsers();
    void updateCount();
    void updateChoices();
    void updateActions();
    [[nodiscard]] ArmId current() const;
    void retranslate();

    Context m_context;
    ArmId m_vault; //!< empty: all
    presentation::PolicyModel* m_model;
    presentation::PolicyFilter* m_rows;
    SearchField* m_filter;
    FilterPill* m_vaultPill;
    Label* m_count;
    StoreTable* m_list;
    EmptyState* m_empty;
    QAction* m_create;
    QAction* m_refresh;
    QAction* m_edit;
    QAction* m_copy;
    QAction* m_items;
    QAction* m_delete;
    QAction* m_columns;
    QAction* m_export;
    QAction* m_divider;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/listpage.h"

namespace valv::presentation {
class VaultFilter;
class VaultModel;
} // namespace valv::presentation

namespace valv::views {

//! \brief All Recovery Services vaults. Source: flows.md B1, B3.
class VaultListPage : public ListPage
{
    Q_OBJECT
public:
    VaultListPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;

protected:
    void applyFilters() override;
    void storeChanged() override;
    [[nodiscard]] QString countText() const override;
    [[nodiscard]] QString exportName() const override;
    void retranslate() override;

private:
    void create();
    void showContextMenu(const QModelIndex& index, const QPoint& at);

    presentation::VaultModel* m_model;
    presentation::VaultFilter* m_rows;
    FilterPill* m_subscription;
    FilterPill* m_group;
    FilterPill* m_location;
    FilterPill* m_redundancy;
    QAction* m_add;
    QAction* m_attach; //!< a vault's folder from elsewhere
};

} // namespace valv::views

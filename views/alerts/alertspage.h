// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "frame/detailslistpage.h"

namespace valv::presentation {
class AlertFilter;
class AlertModel;
} // namespace valv::presentation

namespace valv::views {

class AlertSummary;
class MessageBar;

//! \brief What needs attention: alerts of all vaults, of one, or of one item, with the details of one beside them, and
//! what a person makes of them. Source: flows.md I9; picture alerts_en. Route: see frame/alertroutes.h.
class AlertsPage : public DetailsListPage
{
    Q_OBJECT
public:
    AlertsPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;

protected:
    void applyFilters() override;
    void storeChanged() override;
    [[nodiscard]] QString countText() const override;
    [[nodiscard]] QString exportName() const override;
    void retranslate() override;
    [[nodiscard]] DetailsPane* makeDetails() override;
    void setSubject(DetailsPane& details, const ArmId& subject) override;
    void besideChanged(bool beside) override;

private:
    void makeList();
    void makeActions();
    [[nodiscard]] int total() const;
    [[nodiscard]] ArmId notifiedVault() const;
    void configure();
    void updateSelection();
    void openLink(const QModelIndex& index);
    void showContextMenu(const QModelIndex& index, const QPoint& at);
    void setState(const QList<ArmId>& alerts, contract::AlertState state);

    ArmId m_scope; //!< a vault, an item; empty: all
    presentation::AlertModel* m_model;
    presentation::AlertFilter* m_rows;
    AlertSummary* m_summary = nullptr;
    FilterPill* m_severity = nullptr;
    FilterPill* m_state = nullptr;
    FilterPill* m_period = nullptr;
    FilterPill* m_vault = nullptr;
    MessageBar* m_message = nullptr; //!< what could not be changed
    QList<ArmId> m_failed; //!< could not be changed
    contract::AlertState m_failedState = contract::AlertState::Unknown;
    QAction* m_acknowledge = nullptr;
    QAction* m_close = nullptr;
    QAction* m_reopen = nullptr;
    QAction* m_before = nullptr;
    QAction* m_after = nullptr;
    QAction* m_notify = nullptr;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "core/armid.h"
#include "frame/context.h"

#include <QDateTime>
#include <QPointer>

#include <optional>

class QBoxLayout;
class QVBoxLayout;

namespace valv::presentation {
class AlertFilter;
class AlertModel;
} // namespace valv::presentation

namespace valv::views {

class AlertDetails;
class AlertSummary;
class Blade;
class EmptyState;
class FilterPill;
class Label;
class MessageBar;
class SearchField;
class StoreTable;

//! \brief What needs attention: alerts of all vaults, of one, or of one item, with the details of one beside them, and
//! what a person makes of them. Source: flows.md I9; picture alerts_en. Route: see frame/alertroutes.h.
class AlertsPage : public Page
{
    Q_OBJECT
public:
    AlertsPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QWidget* filterField() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QBoxLayout* makeFilters();
    void makeList();
    void makeActions();
    void applyFilters();
    void clearFilters();
    void update();
    [[nodiscard]] int total() const;
    void updateCount();
    void updateChoices();
    void updateSelection();
    void openLink(const QModelIndex& index);
    void showContextMenu(const QModelIndex& index, const QPoint& at);
    void showDetails(const ArmId& alert);
    void closeDetails();
    [[nodiscard]] AlertDetails* makeDetails();
    void placeDetails();
    void selectWanted();
    [[nodiscard]] QList<ArmId> meant() const; //!< what is ticked, or the row that one stands on
    void setState(const QList<ArmId>& alerts, contract::AlertState state);
    void retranslate();

    Context m_context;
    ArmId m_scope; //!< a vault, an item; empty: all
    ArmId m_wanted; //!< from the route, until its row is there
    presentation::AlertModel* m_model;
    presentation::AlertFilter* m_rows;
    AlertSummary* m_summary = nullptr;
    SearchField* m_filter = nullptr;
    FilterPill* m_severity = nullptr;
    FilterPill* m_state = nullptr;
    FilterPill* m_period = nullptr;
    FilterPill* m_vault = nullptr;
    Label* m_count = nullptr;
    MessageBar* m_message = nullptr; //!< what could not be changed
    StoreTable* m_list = nullptr;
    EmptyState* m_empty = nullptr;
    AlertDetails* m_details = nullptr;
    QPointer<Blade> m_blade;
    QVBoxLayout* m_left;
    ArmId m_shown;
    QList<ArmId> m_failed; //!< could not be changed
    contract::AlertState m_failedState = contract::AlertState::Unknown;
    QAction* m_refresh = nullptr;
    QAction* m_acknowledge = nullptr;
    QAction* m_close = nullptr;
    QAction* m_reopen = nullptr;
    QAction* m_columns = nullptr;
    QAction* m_export = nullptr;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

#include <QDateTime>
#include <QPointer>

#include <optional>

class QVBoxLayout;

namespace valv::presentation {
class JobFilter;
class JobModel;
}

namespace valv::views {

class Blade;
class FilterPill;
class JobDetails;
class PillGroup;
class SearchField;
class StoreTable;

//! \brief Backup jobs of all vaults, live, with the details of one beside them. Source: flows.md E; picture jobs_sv_dark.
//! Route: subject = an item (only its jobs) or a vault, or empty; part = a job (its details are open), "running",
//! "failed", or empty. Without either it shows the last day. Source: also flows.md C1, the dashboard's tile.
class JobsPage : public Page
{
    Q_OBJECT
public:
    JobsPage(const Context& context, const Route& route, QWidget* parent = nullptr);

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
    void makeFilters();
    void makeActions();
    void applyFilters();
    void updateCounts();
    [[nodiscard]] std::optional<QDateTime> since() const;
    void updateActions();
    void showDetails(const ArmId& job);
    void closeDetails();
    [[nodiscard]] JobDetails* makeDetails();
    void placeDetails();
    void selectWanted();
    void askCancel(const ArmId& job);
    void retryJob();
    void retranslate();
    [[nodiscard]] ArmId current() const;

    Context m_context;
    ArmId m_item;
    ArmId m_vault; //!< empty: all, or that of the item
    ArmId m_wanted; //!< from the route, until its row is there
    presentation::JobModel* m_model;
    presentation::JobFilter* m_rows;
    SearchField* m_filter;
    PillGroup* m_states;
    FilterPill* m_operation;
    FilterPill* m_period;
    StoreTable* m_list;
    JobDetails* m_details = nullptr;
    QPointer<Blade> m_blade;
    QVBoxLayout* m_left;
    ArmId m_shown;
    QAction* m_refresh;
    QAction* m_retry;
    QAction* m_cancel;
    QAction* m_columns;
    QAction* m_export;
};

} // namespace valv::views

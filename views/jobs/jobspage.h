// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/detailslistpage.h"

#include <QDateTime>

#include <optional>

namespace valv::presentation {
class JobFilter;
class JobModel;
} // namespace valv::presentation

namespace valv::views {

class PillGroup;

//! \brief Backup jobs of all vaults, live, with the details of one beside them. Source: flows.md E; picture
//! jobs_sv_dark. Route: subject = an item (only its jobs) or a vault, or empty; part = a job (its details are open),
//! the status that is shown ("running", "failed", "completed", "warnings", "cancelled"), or empty. Without either it
//! shows the last day. Source: also flows.md C1, the dashboard's tile.
class JobsPage : public DetailsListPage
{
    Q_OBJECT
public:
    JobsPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    [[nodiscard]] QList<QAction*> commands() const override;
    [[nodiscard]] QList<MenuEntry> resourceMenu() const override;
    void refresh() override;

protected:
    void applyFilters() override;
    void clearFilters() override;
    void storeChanged() override;
    [[nodiscard]] QString countText() const override;
    [[nodiscard]] QString exportName() const override;
    void retranslate() override;
    [[nodiscard]] DetailsPane* makeDetails() override;
    void setSubject(DetailsPane& details, const ArmId& subject) override;

private:
    void makeFilters();
    void chooseState(int state);
    void makeActions();
    [[nodiscard]] int total() const;
    void showCounts();
    [[nodiscard]] std::optional<QDateTime> since() const;
    void updateActions();
    void askCancel(const ArmId& job);
    void retryJob();

    ArmId m_item;
    ArmId m_vault; //!< empty: all, or that of the item
    presentation::JobModel* m_model;
    presentation::JobFilter* m_rows;
    PillGroup* m_states;
    FilterPill* m_status; //!< says the same as those pills, and what there is no pill for
    FilterPill* m_operation;
    FilterPill* m_period;
    QAction* m_retry;
    QAction* m_show; //!< only has its az command
    QAction* m_cancel;
    QAction* m_divider;
};

} // namespace valv::views

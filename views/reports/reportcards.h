// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/card.h"
#include "frame/context.h"
#include "presentation/models/report.h"

#include <QVector>

namespace valv::views {

class AreaChart;
class ChartLegend;
class Essentials;
class LinkButton;
struct Fact;
class StackedBars;

//! \brief How backups and restores ended, a bar a day, or a week in a long period.
class ReportJobsCard : public Card
{
    Q_OBJECT
public:
    explicit ReportJobsCard(const Context& context, QWidget* parent = nullptr);
    void show(const presentation::BackupReport& report);

private:
    const Context m_context;
    ChartLegend* m_legend;
    StackedBars* m_chart;
};

//! \brief How much all vaults of the report held at the end of each day.
class ReportStorageCard : public Card
{
    Q_OBJECT
public:
    explicit ReportStorageCard(const Context& context, QWidget* parent = nullptr);
    //! \param told false: this connection does not tell
    void show(const presentation::BackupReport& report, bool told);

private:
    const Context m_context;
    AreaChart* m_chart;
    Label* m_none;
};

//! \brief Protected instances by size class, what is not counted, and the cost of a month. Source: flows.md H2, H3.
class ReportInstancesCard : public Card
{
    Q_OBJECT
public:
    explicit ReportInstancesCard(const Context& context, QWidget* parent = nullptr);
    void show(const presentation::BackupReport& report);

private:
    void showCost(QVector<Fact>& facts, const presentation::BackupReport& report);

    const Context m_context;
    Essentials* m_facts;
    LinkButton* m_prices; //!< leads to where they are entered
};

} // namespace valv::views

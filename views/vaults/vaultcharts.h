// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/vaultfacts.h"
#include "controls/card.h"
#include "frame/context.h"

namespace valv::contract {
struct Vault;
}

namespace valv::views {

class AreaChart;
class ChartLegend;
class SegmentedControl;
class StackedBars;

//! \brief How much a vault holds, by how it is replicated, and how that grew. Asks for its history itself.
class VaultStorageCard : public Card
{
    Q_OBJECT
public:
    explicit VaultStorageCard(const Context& context, const ArmId& vault, QWidget* parent = nullptr);
    void refresh(); //!< asks for the history again
    void update();
    void retranslate();

private:
    void ask();
    void showHistory();

    const Context m_context;
    ArmId m_vault;
    SegmentedControl* m_period;
    Label* m_stored;
    Label* m_caption;
    AreaChart* m_chart;
    Label* m_none;
    QList<contract::StorageSample> m_samples;
    bool m_known = false;
    bool m_failed = false;
    int m_asked = 0;
};

//! \brief How the backups and restores of the last 14 days ended, a bar a day.
class VaultJobsCard : public Card
{
    Q_OBJECT
public:
    explicit VaultJobsCard(const Context& context, const ArmId& vault, QWidget* parent = nullptr);
    void update();

private:
    const Context m_context;
    ArmId m_vault;
    ChartLegend* m_legend;
    StackedBars* m_chart;
    Label* m_none; //!< in the chart's place while there is nothing to draw
};

} // namespace valv::views

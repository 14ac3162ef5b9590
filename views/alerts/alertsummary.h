// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "frame/context.h"

#include <QWidget>

namespace valv::views {

class Card;
class ChartLegend;
class StackedBars;
class Tile;

//! \brief How many alerts are active, a tile for each severity, and how many came up on each of the last days.
class AlertSummary : public QWidget
{
    Q_OBJECT
public:
    //! \param scope a vault, an item; empty: all
    AlertSummary(const Context& context, const ArmId& scope, QWidget* parent = nullptr);
    void update();
    void retranslate();
    //! False: the tiles alone, where there is little room.
    void setChartVisible(bool on);

Q_SIGNALS:
    void severityWanted(valv::contract::AlertSeverity severity);

private:
    void updateDays();

    const Context m_context;
    ArmId m_scope;
    Tile* m_critical;
    Tile* m_warning;
    Tile* m_information;
    Card* m_daysCard;
    ChartLegend* m_legend;
    StackedBars* m_days;
};

} // namespace valv::views

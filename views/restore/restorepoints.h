// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/recoverypoint.h"
#include "controls/card.h"
#include "core/armid.h"
#include "frame/context.h"

namespace valv::presentation {
class RecoveryPointStore;
}

namespace valv::views {

class PointLegend;
class PointTimeline;
class SegmentedControl;
class StatusText;

//! \brief Which recovery point a restore is made from: all of a period on a line of time, and how good the chosen one
//! is. Source: flows.md I7; picture restore_en.
class RestorePoints : public Card
{
    Q_OBJECT
public:
    //! \param wanted the name of the point to choose at first; when it is not there, the newest is
    RestorePoints(const Context& context, const ArmId& item, const QString& wanted, QWidget* parent = nullptr);

    [[nodiscard]] const contract::RecoveryPoint* chosen() const; //!< null: none
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void changed(); //!< another one is chosen, or the list was read again

private:
    void showPoints();
    void showChosen();

    const Context m_context;
    const ArmId m_item;
    const QString m_wanted;
    presentation::RecoveryPointStore& m_store;
    SegmentedControl* m_range;
    PointTimeline* m_timeline;
    PointLegend* m_legend;
    StatusText* m_chosen;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"

#include <QWidget>

namespace valv::views {

class ComboBox;
class SegmentedControl;

//! \brief Which days of a month a rule takes: by week ("first Sunday") or by day ("1", "last day"). A policy that takes
//! several keeps them as one entry of the list, so that nothing is lost by looking at it.
class MonthDaysEditor : public QWidget
{
    Q_OBJECT
public:
    explicit MonthDaysEditor(QWidget* parent = nullptr);
    void setDays(const contract::MonthDays& on);
    [[nodiscard]] contract::MonthDays days() const;
    //! A weekly schedule has no rules by day (V40); the reason shows at the choice.
    void setByDayReason(const QString& reason);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showFormat();

    contract::MonthDays m_original;
    SegmentedControl* m_format;
    ComboBox* m_week;
    ComboBox* m_weekday;
    ComboBox* m_day;
};

} // namespace valv::views

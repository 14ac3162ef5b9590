// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"

#include <QWidget>

namespace valv::views {

class MultiChoice;
class SegmentedControl;

//! \brief Which days of a month a rule takes: by week ("first and third, Sunday") or by day ("1, 15, last day").
class MonthDaysEditor : public QWidget
{
    Q_OBJECT
public:
    explicit MonthDaysEditor(QWidget* parent = nullptr);
    void setDays(const contract::MonthDays& on);
    [[nodiscard]] contract::MonthDays days() const;
    //! A weekly schedule has no rules by day (V40); the reason shows at the choice.
    void setByDayReason(const QString& reason);
    //! Frames where nothing is chosen although something must be, else the days: they are what can be wrong.
    void setError(bool on);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showFormat();

    SegmentedControl* m_format;
    MultiChoice* m_weeks;
    MultiChoice* m_weekdays;
    MultiChoice* m_days;
};

} // namespace valv::views

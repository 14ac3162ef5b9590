// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"

#include <QList>
#include <QWidget>

namespace valv::views {

class Pill;

//! \brief The seven days of a week as toggles, beginning where the widget's locale begins its week.
class DayPicker : public QWidget
{
    Q_OBJECT
public:
    explicit DayPicker(QWidget* parent = nullptr);
    void setDays(const QList<contract::Weekday>& days);
    [[nodiscard]] QList<contract::Weekday> days() const; //!< Monday first

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void arrange();

    QList<Pill*> m_pills; //!< Monday to Sunday
};

} // namespace valv::views

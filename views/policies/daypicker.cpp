// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/daypicker.h"

#include "controls/pill.h"
#include "presentation/text/format.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>

namespace valv::views {

DayPicker::DayPicker(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    for (int day = 0; day < 7; ++day) {
        auto* pill = new Pill({}, this);
        pill->setCheckable(true);
        pill->setBox(true);
        connect(pill, &QAbstractButton::toggled, this, &DayPicker::changed);
        m_pills.append(pill);
    }
    arrange();
}

void DayPicker::arrange()
{
    auto* row = qobject_cast<QHBoxLayout*>(layout());
    while (row->count() > 0) {
        delete row->takeAt(0);
    }
    const int first = static_cast<int>(locale().firstDayOfWeek()) - 1;
    for (int i = 0; i < 7; ++i) {
        auto* pill = m_pills[(first + i) % 7];
        const auto day = static_cast<contract::Weekday>((first + i) % 7 + 1);
        pill->setText(presentation::Format::weekdayShort(day));
        pill->setAccessibleName(presentation::Format::weekday(day));
        row->addWidget(pill);
        if (i > 0) {
            QWidget::setTabOrder(m_pills[(first + i - 1) % 7], pill);
        }
    }
    row->addStretch(1);
}

void DayPicker::setDays(const QList<contract::Weekday>& days)
{
    for (int day = 0; day < 7; ++day) {
        m_pills[day]->setChecked(days.contains(static_cast<contract::Weekday>(day + 1)));
    }
}

QList<contract::Weekday> DayPicker::days() const
{
    QList<contract::Weekday> days;
    for (int day = 0; day < 7; ++day) {
        if (m_pills[day]->isChecked()) {
            days.append(static_cast<contract::Weekday>(day + 1));
        }
    }
    return days;
}

void DayPicker::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        arrange();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

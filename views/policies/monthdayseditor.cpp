// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/monthdayseditor.h"

#include "controls/combobox.h"
#include "controls/segmentedcontrol.h"
#include "presentation/text/format.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QHBoxLayout>

namespace valv::views {

using contract::MonthDays;
using contract::RetentionFormat;
using contract::Weekday;
using contract::WeekOfMonth;
using presentation::Format;

namespace {

constexpr int Several = -1; //!< the entry that stands for what the policy had
constexpr int LastDay = 0;

} // namespace

MonthDaysEditor::MonthDaysEditor(QWidget* parent)
    : QWidget(parent)
    , m_format(new SegmentedControl)
    , m_week(new ComboBox)
    , m_weekday(new ComboBox)
    , m_day(new ComboBox)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_format->addSegment({}, true);
    m_format->addSegment({}, false);
    layout->addWidget(m_format);
    for (auto* combo : { m_week, m_weekday, m_day }) {
        layout->addWidget(combo);
        connect(combo, &QComboBox::activated, this, &MonthDaysEditor::changed);
    }
    layout->addStretch(1);
    connect(m_format, &SegmentedControl::currentChanged, this, [this] {
        showFormat();
        Q_EMIT changed();
    });
    MonthDays first;
    first.weekdays = { Weekday::Sunday };
    first.weeks = { WeekOfMonth::First };
    setDays(first);
}

void MonthDaysEditor::setDays(const MonthDays& on)
{
    m_original = on;
    m_format->setCurrentIndex(on.format == RetentionFormat::Daily ? 1 : 0);
    retranslate();
    const auto choose = [](ComboBox* combo, int value) { combo->setCurrentIndex(combo->findData(value)); };
    if (on.format == RetentionFormat::Daily) {
        const bool one = on.days.size() + (on.lastDay ? 1 : 0) == 1;
        choose(m_day, !one ? Several : on.lastDay ? LastDay : on.days.constFirst());
        choose(m_week, static_cast<int>(WeekOfMonth::First));
        choose(m_weekday, static_cast<int>(Weekday::Sunday));
    } else {
        choose(m_week, on.weeks.size() == 1 ? static_cast<int>(on.weeks.constFirst()) : Several);
        choose(m_weekday, on.weekdays.size() == 1 ? static_cast<int>(on.weekdays.constFirst()) : Several);
        choose(m_day, 1);
    }
    showFormat();
}

MonthDays MonthDaysEditor::days() const
{
    MonthDays on;
    if (m_format->currentIndex() == 1) {
        on.format = RetentionFormat::Daily;
        const int day = m_day->currentData().toInt();
        if (day == Several) {
            on.days = m_original.days;
            on.lastDay = m_original.lastDay;
        } else if (day == LastDay) {
            on.lastDay = true;
        } else {
            on.days = { day };
        }
        return on;
    }
    on.format = RetentionFormat::Weekly;
    const int week = m_week->currentData().toInt();
    const int weekday = m_weekday->currentData().toInt();
    on.weeks = week == Several ? m_original.weeks : QList { static_cast<WeekOfMonth>(week) };
    on.weekdays = weekday == Several ? m_original.weekdays : QList { static_cast<Weekday>(weekday) };
    return on;
}

void MonthDaysEditor::setByDayReason(const QString& reason)
{
    m_format->setSegmentReason(1, reason);
}

void MonthDaysEditor::showFormat()
{
    const bool byDay = m_format->currentIndex() == 1;
    m_week->setVisible(!byDay);
    m_weekday->setVisible(!byDay);
    m_day->setVisible(byDay);
}

void MonthDaysEditor::retranslate()
{
    m_format->setSegmentText(0, tr("Week based"));
    m_format->setSegmentText(1, tr("Day based"));
    m_format->setAccessibleName(tr("Which days of the month"));
    m_week->setAccessibleName(tr("Week of the month"));
    m_weekday->setAccessibleName(tr("Day of the week"));
    m_day->setAccessibleName(tr("Day of the month"));
    const auto refill = [](ComboBox* combo, const auto& add) {
        const auto chosen = combo->currentData();
        combo->clear();
        add();
        combo->setCurrentIndex(chosen.isValid() ? combo->findData(chosen) : 0);
    };
    refill(m_week, [this] {
        for (int week = static_cast<int>(WeekOfMonth::First); week <= static_cast<int>(WeekOfMonth::Last); ++week) {
            m_week->addChoice(Format::weekOfMonth(static_cast<WeekOfMonth>(week)), week);
        }
        if (m_original.weeks.size() > 1) {
            QStringList names;
            for (const auto week : m_original.weeks) {
                names.append(Format::weekOfMonth(week));
            }
            m_week->addChoice(Format::list(names), Several);
        }
    });
    refill(m_weekday, [this] {
        for (int day = 1; day <= 7; ++day) {
            m_weekday->addChoice(Format::weekday(static_cast<Weekday>(day)), day);
        }
        if (m_original.weekdays.size() > 1) {
            QStringList names;
            for (const auto day : m_original.weekdays) {
                names.append(Format::weekday(day));
            }
            m_weekday->addChoice(Format::list(names), Several);
        }
    });
    refill(m_day, [this] {
        for (int day = 1; day <= 28; ++day) {
            m_day->addChoice(QString::number(day), day);
        }
        m_day->addChoice(tr("Last day of the month"), LastDay);
        if (m_original.days.size() + (m_original.lastDay ? 1 : 0) > 1) {
            QStringList names;
            for (const int day : m_original.days) {
                names.append(QString::number(day));
            }
            if (m_original.lastDay) {
                names.append(tr("last day"));
            }
            m_day->addChoice(Format::list(names), Several);
        }
    });
}

void MonthDaysEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/monthdayseditor.h"

#include "controls/multichoice.h"
#include "controls/segmentedcontrol.h"
#include "presentation/text/format.h"
#include "theme/tokens.h"
#include "theme/valvstyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

using contract::MonthDays;
using contract::RetentionFormat;
using contract::Weekday;
using contract::WeekOfMonth;
using presentation::Format;

namespace {

constexpr int LastDay = 0; //!< among the days, which count from 1
constexpr int daysToChoose = 28;

template <typename E>
QList<int> numbers(const QList<E>& values)
{
    QList<int> all;
    for (const auto value : values) {
        all.append(static_cast<int>(value));
    }
    return all;
}

template <typename E>
QList<E> values(const QList<int>& numbers)
{
    QList<E> all;
    for (const int number : numbers) {
        all.append(static_cast<E>(number));
    }
    return all;
}

} // namespace

MonthDaysEditor::MonthDaysEditor(QWidget* parent)
    : QWidget(parent)
    , m_format(new SegmentedControl)
    , m_weeks(new MultiChoice)
    , m_weekdays(new MultiChoice)
    , m_days(new MultiChoice)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_format->addSegment({}, true);
    m_format->addSegment({}, false);
    layout->addWidget(m_format, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->setSpacing(Space::sm);
    for (auto* choice : {m_weeks, m_weekdays, m_days}) {
        row->addWidget(choice);
        connect(choice, &MultiChoice::chosenChanged, this, &MonthDaysEditor::changed);
    }
    row->addStretch(1);
    layout->addLayout(row);
    connect(m_format, &SegmentedControl::currentChanged, this, [this] {
        showFormat();
        Q_EMIT changed();
    });
    m_weeks->setObjectName(QStringLiteral("weeks"));
    m_weekdays->setObjectName(QStringLiteral("weekdays"));
    m_days->setObjectName(QStringLiteral("days"));
    retranslate();
    MonthDays first;
    first.weekdays = {Weekday::Sunday};
    first.weeks = {WeekOfMonth::First};
    setDays(first);
}

void MonthDaysEditor::setDays(const MonthDays& on)
{
    const bool byDay = on.format == RetentionFormat::Daily;
    m_format->setCurrentIndex(byDay ? 1 : 0);
    if (byDay) {
        auto days = on.days;
        if (on.lastDay) {
            days.append(LastDay);
        }
        m_days->setChosen(days);
        m_weeks->setChosen({static_cast<int>(WeekOfMonth::First)});
        m_weekdays->setChosen({static_cast<int>(Weekday::Sunday)});
    } else {
        m_weeks->setChosen(numbers(on.weeks));
        m_weekdays->setChosen(numbers(on.weekdays));
        m_days->setChosen({1});
    }
    showFormat();
}

MonthDays MonthDaysEditor::days() const
{
    MonthDays on;
    if (m_format->currentIndex() == 1) {
        on.format = RetentionFormat::Daily;
        on.days = m_days->chosen();
        on.lastDay = on.days.removeAll(LastDay) > 0;
        return on;
    }
    on.format = RetentionFormat::Weekly;
    on.weeks = values<WeekOfMonth>(m_weeks->chosen());
    on.weekdays = values<Weekday>(m_weekdays->chosen());
    return on;
}

void MonthDaysEditor::setByDayReason(const QString& reason)
{
    m_format->setSegmentReason(1, reason);
}

void MonthDaysEditor::setError(bool on)
{
    const bool byDay = m_format->currentIndex() == 1;
    const bool nothingMissing = byDay || (!m_weeks->chosen().isEmpty() && !m_weekdays->chosen().isEmpty());
    setErrorFrame(m_days, on && byDay);
    setErrorFrame(m_weeks, on && !byDay && m_weeks->chosen().isEmpty());
    setErrorFrame(m_weekdays, on && !byDay && (nothingMissing || m_weekdays->chosen().isEmpty()));
}

void MonthDaysEditor::showFormat()
{
    const bool byDay = m_format->currentIndex() == 1;
    m_weeks->setVisible(!byDay);
    m_weekdays->setVisible(!byDay);
    m_days->setVisible(byDay);
}

void MonthDaysEditor::retranslate()
{
    m_format->setSegmentText(0, tr("Week based"));
    m_format->setSegmentText(1, tr("Day based"));
    m_format->setAccessibleName(tr("Which days of the month"));
    for (auto* choice : {m_weeks, m_weekdays, m_days}) {
        choice->clearChoices();
    }
    m_weeks->setLabel(tr("Weeks of the month"));
    for (int week = static_cast<int>(WeekOfMonth::First); week <= static_cast<int>(WeekOfMonth::Last); ++week) {
        m_weeks->addChoice(Format::weekOfMonth(static_cast<WeekOfMonth>(week)), week);
    }
    m_weekdays->setLabel(tr("Days of the week"));
    for (int day = 1; day <= 7; ++day) {
        m_weekdays->addChoice(Format::weekday(static_cast<Weekday>(day)), day);
    }
    m_days->setLabel(tr("Days of the month"));
    for (int day = 1; day <= daysToChoose; ++day) {
        m_days->addChoice(QString::number(day), day);
    }
    m_days->addChoice(tr("Last day of the month"), LastDay);
}

void MonthDaysEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of PolicyForm: how they are made, what can be chosen in them, and their words.
#include "controls/badge.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/multichoice.h"
#include "controls/segmentedcontrol.h"
#include "policies/daypicker.h"
#include "policies/monthdayseditor.h"
#include "policies/policyform.h"
#include "policies/tiermark.h"
#include "policies/zonefield.h"
#include "presentation/app/language.h"
#include "presentation/text/format.h"
#include "theme/valvstyle.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using contract::Frequency;
using contract::Limits;
using contract::Month;
using presentation::Format;

namespace {

QHBoxLayout* plainRow(QWidget* holder)
{
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::sm);
    return row;
}

} // namespace

void PolicyForm::makeSchedule()
{
    m_schedule = new QWidget;
    auto* column = new QVBoxLayout(m_schedule);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::md);
    m_frequency = new SegmentedControl;
    m_frequency->setObjectName(QStringLiteral("policy.frequency"));
    for (const auto frequency : {Frequency::Daily, Frequency::Weekly, Frequency::Hourly}) {
        m_frequency->addSegment({}, static_cast<int>(frequency));
    }
    m_frequencyField = new Field({}, m_frequency);
    column->addWidget(m_frequencyField, 0, Qt::AlignLeft);
    m_time = new ComboBox;
    m_time->setObjectName(QStringLiteral("policy.time"));
    m_timeField = new Field({}, m_time);
    m_zone = new ZoneField;
    m_zone->setObjectName(QStringLiteral("policy.zone"));
    m_zoneField = new Field({}, m_zone);
    auto* when = new QWidget;
    auto* row = plainRow(when);
    row->setSpacing(Space::md);
    row->addWidget(m_timeField);
    row->addWidget(m_zoneField, 1);
    column->addWidget(when);

    m_interval = new ComboBox;
    m_interval->setObjectName(QStringLiteral("policy.interval"));
    m_intervalField = new Field({}, m_interval);
    m_window = new ComboBox;
    m_window->setObjectName(QStringLiteral("policy.window"));
    m_windowField = new Field({}, m_window);
    auto* often = new QWidget;
    row = plainRow(often);
    row->setSpacing(Space::md);
    row->addWidget(m_intervalField);
    row->addWidget(m_windowField);
    row->addStretch(1);
    column->addWidget(often);
    m_days = new DayPicker;
    m_daysField = new Field({}, m_days);
    column->addWidget(m_daysField);
    m_scheduleNote = new Label(LabelKind::Secondary);
    m_scheduleNote->setWordWrap(true);
    column->addWidget(m_scheduleNote);

    auto* snapshot = new QWidget;
    row = plainRow(snapshot);
    m_snapshot = new QLineEdit;
    m_snapshot->setObjectName(QStringLiteral("policy.snapshot"));
    m_snapshot->setFixedWidth(Size::essentialsLabel / 2);
    m_snapshotUnit = new Label(LabelKind::Body);
    m_snapshotWas = new Badge(BadgeKind::Warning);
    m_snapshotWas->hide();
    row->addWidget(m_snapshot);
    row->addWidget(m_snapshotUnit);
    row->addWidget(m_snapshotWas);
    row->addStretch(1);
    m_snapshotField = new Field({}, snapshot);
    snapshot->setFocusProxy(m_snapshot);
    connect(m_snapshotField, &Field::errorChanged, m_snapshot,
            [this](const QString& error) { setErrorFrame(m_snapshot, !error.isEmpty()); });
    column->addWidget(m_snapshotField);

    connect(m_frequency, &SegmentedControl::currentChanged, this, &PolicyForm::edited);
    for (auto* combo : {m_time, m_interval, m_window}) {
        connect(combo, &QComboBox::activated, this, &PolicyForm::edited);
    }
    connect(m_zone, &ZoneField::zoneChosen, this, &PolicyForm::edited);
    connect(m_days, &DayPicker::changed, this, &PolicyForm::edited);
    connect(m_snapshot, &QLineEdit::textEdited, this, &PolicyForm::edited);
}

PolicyForm::Tier PolicyForm::makeTier(const char* name, int role, QWidget* more)
{
    const auto prefix = QLatin1String("policy.") + QLatin1String(name);
    Tier tier;
    tier.more = more;
    tier.line = new Divider;
    tier.on = new QCheckBox;
    tier.on->setObjectName(prefix);
    tier.count = new QLineEdit;
    tier.count->setObjectName(prefix + QLatin1String("Count"));
    tier.count->setFixedWidth(Size::essentialsLabel / 2);
    tier.unit = new Label(LabelKind::Body);
    tier.keep = new Label(LabelKind::Secondary);
    tier.keep->setElideMode(Qt::ElideNone);
    tier.was = new Badge(BadgeKind::Warning);
    tier.was->hide();

    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::sm);
    grid->setVerticalSpacing(Space::sm);
    auto* head = new QWidget;
    auto* headRow = plainRow(head);
    headRow->addWidget(tier.on);
    headRow->addWidget(new TierMark(static_cast<policy::Reason>(role)));
    headRow->addStretch(1);
    head->setMinimumWidth(Size::essentialsLabel - Space::xl);
    head->setFixedHeight(Size::control);
    int line = 0;
    if (more != nullptr) {
        tier.takes = new Label(LabelKind::Secondary);
        auto* takes = new QWidget; // as high as the first line of what it names
        takes->setFixedHeight(Size::control);
        plainRow(takes)->addWidget(tier.takes);
        grid->addWidget(takes, line, 1, Qt::AlignTop);
        grid->addWidget(more, line, 2);
        ++line;
    }
    auto* kept = new QWidget;
    auto* keptRow = plainRow(kept);
    keptRow->addWidget(tier.count);
    keptRow->addWidget(tier.unit);
    keptRow->addWidget(tier.was);
    keptRow->addStretch(1);
    grid->addWidget(head, 0, 0, line + 1, 1, Qt::AlignTop); // beside both: a weekly schedule hides the first
    tier.grid = grid;
    grid->addWidget(tier.keep, line, 1);
    grid->addWidget(kept, line, 2);
    grid->setColumnStretch(2, 1);
    tier.field = new Field({}, box);
    box->setFocusProxy(tier.count);
    connect(tier.on, &QCheckBox::toggled, this, [this, tier](bool on) {
        tier.count->setEnabled(on);
        if (tier.more != nullptr) {
            tier.more->setEnabled(on);
        }
        edited();
    });
    connect(tier.count, &QLineEdit::textEdited, this, &PolicyForm::edited);
    return tier;
}

void PolicyForm::makeRetention()
{
    using policy::Reason;
    m_retention = new QWidget;
    auto* column = new QVBoxLayout(m_retention);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::md);
    m_weeklyDays = new DayPicker;
    m_monthlyDays = new MonthDaysEditor;
    m_yearlyDays = new MonthDaysEditor;
    m_in = new Label(LabelKind::Secondary);
    m_months = new MultiChoice;
    m_months->setObjectName(QStringLiteral("policy.months"));
    auto* yearly = new QWidget;
    auto* lines = new QVBoxLayout(yearly);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Space::sm);
    lines->addWidget(m_yearlyDays);
    auto* months = new QWidget;
    auto* monthRow = plainRow(months);
    monthRow->addWidget(m_in);
    monthRow->addWidget(m_months);
    monthRow->addStretch(1);
    lines->addWidget(months);
    m_daily = makeTier("daily", static_cast<int>(Reason::Daily), nullptr);
    m_weekly = makeTier("weekly", static_cast<int>(Reason::Weekly), m_weeklyDays);
    m_monthly = makeTier("monthly", static_cast<int>(Reason::Monthly), m_monthlyDays);
    m_yearly = makeTier("yearly", static_cast<int>(Reason::Yearly), yearly);
    for (const auto* tier : {&m_daily, &m_weekly, &m_monthly, &m_yearly}) {
        column->addWidget(tier->line);
        column->addWidget(tier->field);
    }
    connect(m_weeklyDays, &DayPicker::changed, this, &PolicyForm::edited);
    connect(m_monthlyDays, &MonthDaysEditor::changed, this, &PolicyForm::edited);
    connect(m_yearlyDays, &MonthDaysEditor::changed, this, &PolicyForm::edited);
    connect(m_months, &MultiChoice::chosenChanged, this, &PolicyForm::edited);
}

void PolicyForm::fillTimes()
{
    const auto time = m_time->currentData().toTime();
    m_time->clear();
    for (int half = 0; half < 48; ++half) {
        const QTime at(half / 2, half % 2 * 30);
        m_time->addChoice(m_context.language.format().time(at), at);
    }
    chooseTime(time);
    const auto hours = [](ComboBox* combo, const QList<int>& choices) {
        const auto chosen = combo->currentData();
        combo->clear();
        for (const int count : choices) {
            combo->addChoice(Format::hours(count), count);
        }
        combo->setCurrentIndex(combo->findData(chosen));
    };
    hours(m_interval, QList<int>(Limits::intervals.begin(), Limits::intervals.end()));
    QList<int> windows;
    for (int length = *Limits::intervals.begin(); length <= 24; ++length) {
        windows.append(length);
    }
    hours(m_window, windows);
}

void PolicyForm::fillMonths()
{
    m_months->setLabel(tr("Months"));
    m_months->clearChoices();
    for (int month = 1; month <= 12; ++month) {
        m_months->addChoice(Format::month(static_cast<Month>(month)), month);
    }
}

void PolicyForm::retranslate()
{
    m_loading = true;
    const auto& format = m_context.language.format();
    m_nameField->setLabel(tr("Policy &name"));
    m_nameField->setHint(m_nameFixed ? tr("A policy keeps its name.")
                                     : tr("3–150 characters; letters, digits and hyphens; starts with a letter, "
                                          "does not end with a hyphen."));
    m_frequencyField->setLabel(tr("Fre&quency"));
    m_frequency->setSegmentText(0, tr("Daily"));
    m_frequency->setSegmentText(1, tr("Weekly"));
    m_frequency->setSegmentText(2, tr("Several times a day"));
    m_zoneField->setLabel(tr("Time &zone"));
    m_intervalField->setLabel(tr("&Hours between"));
    m_windowField->setLabel(tr("For"));
    m_daysField->setLabel(tr("Days"));
    m_snapshotField->setLabel(tr("Keep snapshots for instant restore"));
    m_snapshot->setAccessibleName(tr("Keep snapshots for instant restore, days"));
    m_snapshotUnit->setText(tr("days"));
    fillTimes();
    m_zone->fill(format.now().toUTC(), QTimeZone::systemTimeZone());
    m_daily.on->setText(tr("Daily"));
    m_weekly.on->setText(tr("Weekly"));
    m_monthly.on->setText(tr("Monthly"));
    m_yearly.on->setText(tr("Yearly"));
    m_daily.unit->setText(tr("days"));
    m_weekly.unit->setText(tr("weeks"));
    m_monthly.unit->setText(tr("months"));
    m_yearly.unit->setText(tr("years"));
    for (const auto* tier : {&m_daily, &m_weekly, &m_monthly, &m_yearly}) {
        tier->keep->setText(tr("Keep"));
        tier->field->setAccessibleName(tier->on->text());
        if (tier->takes != nullptr) {
            tier->takes->setText(tr("On", "days of the week or month"));
        }
    }
    m_in->setText(tr("in", "months of the year"));
    m_daily.count->setAccessibleName(tr("Keep daily points, days"));
    m_weekly.count->setAccessibleName(tr("Keep weekly points, weeks"));
    m_monthly.count->setAccessibleName(tr("Keep monthly points, months"));
    m_yearly.count->setAccessibleName(tr("Keep yearly points, years"));
    m_weeklyDays->setAccessibleName(tr("Days whose point is kept by week"));
    fillMonths();
    m_loading = false;
    edited(); // what was typed stays, also what is not a number
}

} // namespace valv::views

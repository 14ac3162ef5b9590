// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/policyform.h"

#include "controls/badge.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/multichoice.h"
#include "controls/segmentedcontrol.h"
#include "core/datetime.h"
#include "policies/daypicker.h"
#include "policies/monthdayseditor.h"
#include "policies/tiermark.h"
#include "policies/zonefield.h"
#include "policy/schedule.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/format.h"
#include "theme/valvstyle.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHash>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using contract::BackupPolicy;
using contract::Frequency;
using contract::Limits;
using contract::Month;
using contract::Weekday;
using presentation::ErrorText;
using presentation::Format;

namespace {

//! What a person's number is, or one that every rule refuses: the check of the text itself says what is wrong with it.
int numberIn(const QLineEdit& edit)
{
    bool good = false;
    const int value = edit.text().trimmed().toInt(&good);
    return good ? value : -1;
}

template <typename F>
void eachChange(const BackupPolicy& a, const BackupPolicy& b, F told)
{
    told(a.frequency != b.frequency);
    told(a.frequency == Frequency::Weekly && b.frequency == Frequency::Weekly && a.runDays != b.runDays);
    told(a.runTime != b.runTime);
    told(a.timeZone.compare(b.timeZone, Qt::CaseInsensitive) != 0);
    told(a.frequency == Frequency::Hourly && b.frequency == Frequency::Hourly && !(a.hourly == b.hourly));
    told(a.instantRestoreDays != b.instantRestoreDays);
    told(a.daily != b.daily);
    told(a.weekly != b.weekly);
    told(a.monthly != b.monthly);
    told(a.yearly != b.yearly);
}

//! Focus and error frame of a field that holds several controls belong to its number.
void pointAt(Field* field, QLineEdit* edit)
{
    field->control()->setFocusProxy(edit);
    QObject::connect(field, &Field::errorChanged, edit,
                     [edit](const QString& error) { setErrorFrame(edit, !error.isEmpty()); });
}

QHBoxLayout* plainRow(QWidget* holder)
{
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::sm);
    return row;
}

} // namespace

PolicyForm::PolicyForm(const Context& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("policy.name"));
    m_nameField = new Field({}, m_name);
    m_nameField->setRequired(true);
    m_nameField->setCounter(150);
    connect(m_nameField, &Field::left, this, [this] {
        m_name->setText(m_name->text().trimmed());
        edited();
    });
    connect(m_name, &QLineEdit::textEdited, this, &PolicyForm::edited);
    makeSchedule();
    makeRetention();
    retranslate();
}

BackupPolicy PolicyForm::fresh()
{
    BackupPolicy policy;
    contract::MonthDays firstSunday;
    firstSunday.weekdays = {Weekday::Sunday};
    firstSunday.weeks = {contract::WeekOfMonth::First};
    policy.runDays = {Weekday::Sunday};
    policy.runTime = QTime(22, 30);
    policy.timeZone = zoneToWire(QTimeZone::systemTimeZone());
    policy.daily = contract::DailyRetention{180};
    policy.weekly = contract::WeeklyRetention{{Weekday::Sunday}, 104};
    policy.monthly = contract::MonthlyRetention{firstSunday, 60};
    policy.yearly = contract::YearlyRetention{{Month::January}, firstSunday, 10};
    return policy;
}

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
    pointAt(m_snapshotField, m_snapshot);
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
    grid->addWidget(head, 0, 0, Qt::AlignTop);
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
    grid->addWidget(tier.keep, line, 1);
    grid->addWidget(kept, line, 2);
    grid->setColumnStretch(2, 1);
    tier.field = new Field({}, box);
    pointAt(tier.field, tier.count);
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
    column->setSpacing(Space::lg);
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
        column->addWidget(tier->field);
    }
    connect(m_weeklyDays, &DayPicker::changed, this, &PolicyForm::edited);
    connect(m_monthlyDays, &MonthDaysEditor::changed, this, &PolicyForm::edited);
    connect(m_yearlyDays, &MonthDaysEditor::changed, this, &PolicyForm::edited);
    connect(m_months, &MultiChoice::chosenChanged, this, &PolicyForm::edited);
}

void PolicyForm::setPlace(const ArmId& vault, const QStringList& taken, bool nameFixed)
{
    m_vault = vault;
    m_taken = taken;
    m_nameFixed = nameFixed;
    m_name->setReadOnly(nameFixed);
    retranslate();
}

void PolicyForm::load(const BackupPolicy& policy)
{
    m_loading = true;
    m_begun = policy;
    m_name->setText(policy.name);
    m_frequency->setCurrentData(static_cast<int>(policy.frequency));
    chooseTime(policy.runTime);
    m_zone->setZone(policy.timeZone);
    m_days->setDays(policy.runDays.isEmpty() ? QList{Weekday::Sunday} : policy.runDays);
    const auto hourly = policy.hourly.value_or(contract::HourlySchedule());
    m_interval->setCurrentIndex(m_interval->findData(hourly.intervalHours));
    m_window->setCurrentIndex(m_window->findData(hourly.windowHours));
    m_snapshot->setText(QString::number(policy.instantRestoreDays));
    const auto plain = fresh();
    const auto set = [](const Tier& tier, bool on, int count) {
        tier.on->setChecked(!on); // so that toggled() is sent whatever it was
        tier.on->setChecked(on);
        tier.count->setText(QString::number(count));
    };
    set(m_daily, policy.daily.has_value(), policy.daily.value_or(*plain.daily).days);
    set(m_weekly, policy.weekly.has_value(), policy.weekly.value_or(*plain.weekly).weeks);
    m_weeklyDays->setDays(policy.weekly.value_or(*plain.weekly).weekdays);
    set(m_monthly, policy.monthly.has_value(), policy.monthly.value_or(*plain.monthly).months);
    m_monthlyDays->setDays(policy.monthly.value_or(*plain.monthly).on);
    const auto yearly = policy.yearly.value_or(*plain.yearly);
    set(m_yearly, policy.yearly.has_value(), yearly.years);
    m_yearlyDays->setDays(yearly.on);
    QList<int> months;
    for (const auto month : yearly.months) {
        months.append(static_cast<int>(month));
    }
    m_months->setChosen(months);
    m_loading = false;
    edited();
}

void PolicyForm::setOriginal(const std::optional<BackupPolicy>& original)
{
    m_original = original;
    edited();
}

//! A time between the half hours came from elsewhere: it stays visible.
void PolicyForm::chooseTime(const QTime& time)
{
    if (time.isValid() && m_time->findData(time) < 0) {
        m_time->addChoice(m_context.language.format().time(time), time);
    }
    m_time->setCurrentIndex(m_time->findData(time));
}

Frequency PolicyForm::frequency() const
{
    return static_cast<Frequency>(m_frequency->currentData().toInt());
}

BackupPolicy PolicyForm::policy() const
{
    BackupPolicy policy = m_begun;
    policy.name = m_name->text().trimmed();
    if (!m_vault.isEmpty()) {
        policy.id = m_vault.child(QStringLiteral("backupPolicies"), policy.name);
    }
    policy.frequency = frequency();
    const bool weekly = policy.frequency == Frequency::Weekly;
    const bool hourly = policy.frequency == Frequency::Hourly;
    policy.runDays = weekly ? m_days->days() : QList<Weekday>();
    policy.runTime = m_time->currentData().toTime();
    policy.timeZone = m_zone->zone();
    policy.enhanced = hourly || m_begun.enhanced;
    policy.hourly.reset();
    if (hourly) {
        policy.hourly = contract::HourlySchedule{m_interval->currentData().toInt(), m_window->currentData().toInt()};
    }
    policy.instantRestoreDays = weekly && !policy.enhanced ? Limits::snapshotMax : numberIn(*m_snapshot);
    policy.daily.reset();
    policy.weekly.reset();
    policy.monthly.reset();
    policy.yearly.reset();
    if (!weekly && m_daily.on->isChecked()) {
        policy.daily = contract::DailyRetention{numberIn(*m_daily.count)};
    }
    if (m_weekly.on->isChecked()) {
        // With a weekly schedule the weekly points are those of its own days (V39).
        policy.weekly =
            contract::WeeklyRetention{weekly ? m_days->days() : m_weeklyDays->days(), numberIn(*m_weekly.count)};
    }
    if (m_monthly.on->isChecked()) {
        policy.monthly = contract::MonthlyRetention{m_monthlyDays->days(), numberIn(*m_monthly.count)};
    }
    if (m_yearly.on->isChecked()) {
        QList<Month> months;
        for (const int month : m_months->chosen()) {
            months.append(static_cast<Month>(month));
        }
        policy.yearly = contract::YearlyRetention{months, m_yearlyDays->days(), numberIn(*m_yearly.count)};
    }
    return policy;
}

QList<contract::Violation> PolicyForm::violations() const
{
    QList<contract::Violation> found;
    const auto policy = this->policy();
    if (!m_nameFixed) {
        if (auto name = contract::checkPolicyName(policy.name)) {
            name->field = QStringLiteral("name");
            found.append(*name);
        } else if (m_taken.contains(policy.name, Qt::CaseInsensitive)) {
            found.append({QStringLiteral("ValPolicyNameTaken"), {policy.name}, QStringLiteral("name"), {}});
        } else if (m_taken.size() >= Limits::policiesPerVault) {
            found.append(
                {QStringLiteral("PolicyLimitReached"), {Limits::policiesPerVault}, QStringLiteral("name"), {}});
        }
    }
    const auto number = [&found](const QLineEdit* edit, int from, int to, const char* code, const char* field) {
        if (auto violation = contract::checkWholeNumber(edit->text(), from, to, QLatin1String(code))) {
            violation->field = QLatin1String(field);
            found.append(*violation);
        }
    };
    if (policy.enhanced) {
        number(m_snapshot, Limits::snapshotMin, Limits::snapshotMaxEnhanced, "ValSnapshotDaysEnhanced", "snapshot");
    } else if (policy.frequency != Frequency::Weekly) {
        number(m_snapshot, Limits::snapshotMin, Limits::snapshotMax, "ValSnapshotDays", "snapshot");
    }
    if (policy.daily) {
        number(m_daily.count, Limits::dailyMin, Limits::dailyMax, "ValDailyRetention", "daily");
    }
    if (policy.weekly) {
        number(m_weekly.count, Limits::weeklyMin, Limits::weeklyMax, "ValWeeklyRetention", "weekly");
    }
    if (policy.monthly) {
        number(m_monthly.count, Limits::monthlyMin, Limits::monthlyMax, "ValMonthlyRetention", "monthly");
    }
    if (policy.yearly) {
        number(m_yearly.count, Limits::yearlyMin, Limits::yearlyMax, "ValYearlyRetention", "yearly");
    }
    for (const auto& violation : contract::checkPolicy(policy)) {
        const bool said = std::any_of(found.cbegin(), found.cend(),
                                      [&violation](const auto& f) { return f.field == violation.field; });
        if (!said) {
            found.append(violation);
        }
    }
    return found;
}

int PolicyForm::changes() const
{
    int count = 0;
    if (m_original) {
        eachChange(*m_original, policy(), [&count](bool differs) { count += differs ? 1 : 0; });
    }
    return count;
}

QList<Field*> PolicyForm::fields() const
{
    return {m_nameField, m_frequencyField, m_timeField,   m_zoneField,    m_intervalField, m_windowField,
            m_daysField, m_snapshotField,  m_daily.field, m_weekly.field, m_monthly.field, m_yearly.field};
}

Field* PolicyForm::fieldFor(const QString& name) const
{
    const QList<std::pair<const char*, Field*>> named{
        {"name", m_nameField},      {"frequency", m_frequencyField}, {"time", m_timeField},
        {"timeZone", m_zoneField},  {"interval", m_intervalField},   {"window", m_windowField},
        {"days", m_daysField},      {"snapshot", m_snapshotField},   {"daily", m_daily.field},
        {"weekly", m_weekly.field}, {"monthly", m_monthly.field},    {"yearly", m_yearly.field}};
    for (const auto& [key, field] : named) {
        if (name == QLatin1String(key)) {
            return field;
        }
    }
    // "retention": the sum of all rows; it stands under the first that is there.
    return frequency() == Frequency::Weekly ? m_weekly.field : m_daily.field;
}

void PolicyForm::addTo(FormSummary& summary)
{
    for (auto* field : fields()) {
        summary.addField(field);
    }
}

bool PolicyForm::validate()
{
    m_tried = true;
    m_name->setText(m_name->text().trimmed());
    edited();
    return violations().isEmpty();
}

void PolicyForm::showViolations()
{
    QHash<Field*, QString> errors;
    for (const auto& violation : violations()) {
        auto* field = fieldFor(violation.field);
        if (!errors.contains(field)) {
            errors.insert(field, ErrorText::of(violation, m_context.language.locale()).underField());
        }
    }
    for (auto* field : fields()) {
        // An empty name is no mistake before one has left it or asked to go on.
        const bool early = !m_tried && field == m_nameField && m_name->text().isEmpty();
        field->setError(early ? QString() : errors.value(field));
    }
}

//! Rows that the frequency has no use for keep what stands in them.
void PolicyForm::showFrequency()
{
    const bool weekly = frequency() == Frequency::Weekly;
    const bool hourly = frequency() == Frequency::Hourly;
    m_daysField->setVisible(weekly);
    m_intervalField->setVisible(hourly);
    m_windowField->setVisible(hourly);
    m_intervalField->parentWidget()->setVisible(hourly);
    m_daily.field->setVisible(!weekly);
    const bool fixedSnapshot = weekly && !m_begun.enhanced;
    m_snapshotField->setVisible(!fixedSnapshot);
    m_weeklyDays->setVisible(!weekly);
    m_weekly.takes->parentWidget()->setVisible(!weekly);
    m_timeField->setLabel(hourly ? tr("&First backup") : tr("&Time"));
    const QString byDay = weekly ? tr("With a weekly schedule, choose days by week.") : QString();
    m_monthlyDays->setByDayReason(byDay);
    m_yearlyDays->setByDayReason(byDay);
    const bool follows = m_context.session.capabilities().followsDaylightSaving;
    contract::BackupPolicy chosen;
    chosen.timeZone = m_zone->zone();
    const bool shifts = policy::zoneOf(chosen).nextTransition(m_context.language.format().now()).atUtc.isValid();
    QString note = !shifts ? tr("The time zone has no daylight saving time.")
        : follows          ? tr("The time follows daylight saving: the clock on the wall counts.")
                           : tr("The time is not adjusted for daylight saving time.");
    if (fixedSnapshot) {
        note += QLatin1Char(' ') + tr("With a weekly schedule snapshots are always kept for 5 days.");
    }
    m_scheduleNote->setText(note);
}

void PolicyForm::showChanges()
{
    const auto was = [](Badge* badge, const std::optional<int>& before, const QLineEdit* now) {
        const bool differs = before && now->isEnabled() && now->text().trimmed() != QString::number(*before);
        badge->setText(differs ? tr("was %1").arg(*before) : QString());
        badge->setVisible(differs);
    };
    const auto count = [this](auto member, auto inner) -> std::optional<int> {
        return m_original && (*m_original).*member ? std::optional(((*m_original).*member).value().*inner)
                                                   : std::nullopt;
    };
    was(m_daily.was, count(&BackupPolicy::daily, &contract::DailyRetention::days), m_daily.count);
    was(m_weekly.was, count(&BackupPolicy::weekly, &contract::WeeklyRetention::weeks), m_weekly.count);
    was(m_monthly.was, count(&BackupPolicy::monthly, &contract::MonthlyRetention::months), m_monthly.count);
    was(m_yearly.was, count(&BackupPolicy::yearly, &contract::YearlyRetention::years), m_yearly.count);
    was(m_snapshotWas, m_original ? std::optional(m_original->instantRestoreDays) : std::nullopt, m_snapshot);
}

void PolicyForm::edited()
{
    if (m_loading) {
        return;
    }
    showFrequency();
    showViolations();
    showChanges();
    Q_EMIT changed();
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
        m_months->addChoice(Format::capitalised(Format::month(static_cast<Month>(month))), month);
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

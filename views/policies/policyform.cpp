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
#include "policies/zonefield.h"
#include "policy/schedule.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "theme/valvstyle.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHash>
#include <QLineEdit>
#include <QSet>

#include <algorithm>

namespace valv::views {

using contract::BackupPolicy;
using contract::Frequency;
using contract::Limits;
using contract::Month;
using contract::Weekday;
using presentation::ErrorText;

namespace {

//! What a person's number is, or one that every rule refuses: the check of the text itself says what is wrong with it.
int numberIn(const QLineEdit& edit)
{
    bool good = false;
    const int value = edit.text().trimmed().toInt(&good);
    return good ? value : -1;
}

const auto noMonth = QStringLiteral("ValMonthRequired");

//! Rules about the days that a row keeps, not about how long.
bool isAboutDays(const QString& code)
{
    static const QSet<QString> codes{
        QStringLiteral("ValDayBasedNotAllowed"),   QStringLiteral("ValDayRequired"),
        QStringLiteral("ValOrdinalRequired"),      QStringLiteral("ValWeekdayRequired"),
        QStringLiteral("ValRetentionDayMismatch"), QStringLiteral("ValRetentionDayNotKept")};
    return codes.contains(code);
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

//! Not all at once: between 22:00 and 05:30, by chance, but the same whenever the form is opened. Source: flows.md F4.
QTime quietHalfHour(const ArmId& vault, qsizetype others)
{
    constexpr int halfHours = 16;
    constexpr int first = 22 * 60;
    const auto seed = qChecksum(vault.text().toLower().toUtf8()) + static_cast<int>(others);
    return QTime(0, 0).addSecs(60 * (first + 30 * (seed % halfHours)));
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

BackupPolicy PolicyForm::fresh(const ArmId& vault, qsizetype others)
{
    BackupPolicy policy;
    contract::MonthDays firstSunday;
    firstSunday.weekdays = {Weekday::Sunday};
    firstSunday.weeks = {contract::WeekOfMonth::First};
    policy.runDays = {Weekday::Sunday};
    policy.runTime = quietHalfHour(vault, others);
    policy.timeZone = zoneToWire(QTimeZone::systemTimeZone());
    policy.daily = contract::DailyRetention{180};
    policy.weekly = contract::WeeklyRetention{{Weekday::Sunday}, 104};
    policy.monthly = contract::MonthlyRetention{firstSunday, 60};
    policy.yearly = contract::YearlyRetention{{Month::January}, firstSunday, 10};
    return policy;
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
    m_loaded = this->policy();
    edited();
}

bool PolicyForm::isTouched() const
{
    const auto now = policy();
    bool touched = now.name != m_loaded.name;
    eachChange(now, m_loaded, [&touched](bool differs) { touched = touched || differs; });
    return touched;
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
    QHash<Field*, QString> codes;
    for (const auto& violation : violations()) {
        auto* field = fieldFor(violation.field);
        if (!errors.contains(field)) {
            errors.insert(field, ErrorText::of(violation, m_context.language.locale()).underField());
            codes.insert(field, violation.code);
        }
    }
    for (auto* field : fields()) {
        // An empty name is no mistake before one has left it or asked to go on.
        const bool early = !m_tried && field == m_nameField && m_name->text().isEmpty();
        field->setError(early ? QString() : errors.value(field));
    }
    for (const auto* tier : {&m_daily, &m_weekly, &m_monthly, &m_yearly}) {
        const auto code = codes.value(tier->field);
        setErrorFrame(tier->count, !code.isEmpty() && code != noMonth && !isAboutDays(code));
    }
    m_monthlyDays->setError(isAboutDays(codes.value(m_monthly.field)));
    m_yearlyDays->setError(isAboutDays(codes.value(m_yearly.field)));
    setErrorFrame(m_months, codes.value(m_yearly.field) == noMonth);
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
    m_daily.line->setVisible(!weekly);
    m_daily.field->setVisible(!weekly);
    const bool fixedSnapshot = weekly && !m_begun.enhanced;
    m_snapshotField->setVisible(!fixedSnapshot);
    m_weeklyDays->setVisible(!weekly);
    m_weekly.takes->parentWidget()->setVisible(!weekly);
    m_weekly.grid->setVerticalSpacing(weekly ? 0 : Space::sm);
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
    showScheduleChanges();
    was(m_snapshotWas, m_original ? std::optional(m_original->instantRestoreDays) : std::nullopt, m_snapshot);
}

//! What is in force, below a field of the schedule that says something else.
void PolicyForm::showScheduleChanges()
{
    const auto now = policy();
    const auto was = [](Field* field, bool differs, const QString& before) {
        field->setHint(differs ? tr("was %1").arg(before) : QString());
    };
    const bool known = m_original.has_value();
    const auto before = m_original.value_or(now);
    const auto& format = m_context.language.format();
    was(m_frequencyField, known && before.frequency != now.frequency, presentation::StatusWords::of(before.frequency));
    was(m_timeField, known && before.runTime != now.runTime, format.time(before.runTime));
    was(m_zoneField, known && before.timeZone.compare(now.timeZone, Qt::CaseInsensitive) != 0, before.timeZone);
    QStringList days;
    for (const auto day : before.runDays) {
        days.append(presentation::Format::weekday(day));
    }
    was(m_daysField, known && !days.isEmpty() && before.runDays != now.runDays, presentation::Format::list(days));
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

} // namespace valv::views

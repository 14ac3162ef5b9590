// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/policyblade.h"

#include "controls/button.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/segmentedcontrol.h"
#include "core/datetime.h"
#include "policies/daypicker.h"
#include "policies/monthdayseditor.h"
#include "policies/retentionpreview.h"
#include "policies/zonechoices.h"
#include "presentation/app/language.h"
#include "presentation/text/errortext.h"
#include "presentation/text/format.h"
#include "theme/tokens.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using contract::BackupPolicy;
using contract::Frequency;
using contract::Limits;
using contract::Month;
using contract::Weekday;
using presentation::ErrorText;

namespace {

//! What a person's number is, or one that every rule refuses: the check of the text itself says what is wrong with it.
int numberOf(const QLineEdit& edit)
{
    bool good = false;
    const int value = edit.text().trimmed().toInt(&good);
    return good ? value : -1;
}

BackupPolicy newPolicy()
{
    BackupPolicy policy;
    contract::MonthDays firstSunday;
    firstSunday.weekdays = { Weekday::Sunday };
    firstSunday.weeks = { contract::WeekOfMonth::First };
    policy.runDays = { Weekday::Sunday };
    policy.runTime = QTime(22, 30);
    policy.timeZone = zoneToWire(QTimeZone::systemTimeZone());
    policy.daily = contract::DailyRetention { 180 };
    policy.weekly = contract::WeeklyRetention { { Weekday::Sunday }, 104 };
    policy.monthly = contract::MonthlyRetention { firstSunday, 60 };
    policy.yearly = contract::YearlyRetention { { Month::January }, firstSunday, 10 };
    return policy;
}

constexpr int SeveralMonths = 0;

} // namespace

PolicyBlade::PolicyBlade(const Context& context, PolicyEditing editing, QWidget* window)
    : Blade(window, Size::bladeWide)
    , m_context(context)
    , m_editing(std::move(editing))
{
    setObjectName(QStringLiteral("policyBlade"));
    m_summary = new FormSummary(this);
    add(m_summary);
    m_affects = new MessageBar(MessageKind::Warning);
    m_affects->setVisible(m_editing.usedBy > 0);
    add(m_affects);

    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("policy.name"));
    m_name->setReadOnly(m_editing.policy.has_value());
    m_nameField = new Field({}, m_name);
    m_nameField->setRequired(true);
    m_nameField->setCounter(150);
    add(m_nameField);
    connect(m_nameField, &Field::left, this, [this] {
        m_name->setText(m_name->text().trimmed());
        edited();
    });
    makeSchedule();
    makeRetention();

    m_previewTitle = new Label(LabelKind::Section);
    m_points = new Label(LabelKind::Secondary);
    m_points->setWordWrap(true);
    m_preview = new RetentionPreview(RetentionPreview::Size::Small);
    m_warning = new Label(LabelKind::Caption);
    m_warning->setWordWrap(true);
    m_warning->setRole(Role::Warn);
    add(m_previewTitle);
    add(m_points);
    add(m_preview);
    add(m_warning);
    body()->addStretch(1);

    setButtons(tr("OK"));
    footer()->primary()->setObjectName(QStringLiteral("policy.ok"));
    connect(this, &Blade::submitted, this, &PolicyBlade::submit);

    for (auto* field : { m_nameField, m_frequencyField, m_timeField, m_zoneField, m_daysField, m_snapshotField,
                         m_daily.field, m_weekly.field, m_monthly.field, m_yearly.field }) {
        m_summary->addField(field);
    }
    retranslateTexts();
    load(m_editing.policy.value_or(newPolicy()));
}

void PolicyBlade::makeSchedule()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::md);
    m_frequency = new SegmentedControl;
    m_frequency->setObjectName(QStringLiteral("policy.frequency"));
    m_frequency->addSegment({}, static_cast<int>(Frequency::Daily));
    m_frequency->addSegment({}, static_cast<int>(Frequency::Weekly));
    m_frequencyField = new Field({}, m_frequency);
    m_time = new ComboBox;
    m_time->setObjectName(QStringLiteral("policy.time"));
    m_timeField = new Field({}, m_time);
    m_zone = new ComboBox;
    m_zone->setObjectName(QStringLiteral("policy.zone"));
    m_zoneField = new Field({}, m_zone);
    layout->addWidget(m_frequencyField);
    layout->addWidget(m_timeField);
    layout->addWidget(m_zoneField, 1);
    add(row);

    m_days = new DayPicker;
    m_daysField = new Field({}, m_days);
    add(m_daysField);
    m_snapshot = new QLineEdit;
    m_snapshot->setObjectName(QStringLiteral("policy.snapshot"));
    m_snapshot->setFixedWidth(Size::essentialsLabel / 2);
    m_snapshotField = new Field({}, m_snapshot);
    add(m_snapshotField);

    connect(m_frequency, &SegmentedControl::currentChanged, this, &PolicyBlade::edited);
    connect(m_time, &QComboBox::activated, this, &PolicyBlade::edited);
    connect(m_zone, &QComboBox::activated, this, &PolicyBlade::edited);
    connect(m_days, &DayPicker::changed, this, &PolicyBlade::edited);
    connect(m_snapshot, &QLineEdit::textEdited, this, &PolicyBlade::edited);
    connect(m_name, &QLineEdit::textEdited, this, &PolicyBlade::edited);
}

PolicyBlade::Tier PolicyBlade::makeTier(const char* name, QWidget* more)
{
    Tier tier;
    tier.row = new QWidget;
    auto* layout = new QHBoxLayout(tier.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    tier.on = new QCheckBox;
    tier.on->setObjectName(QLatin1String("policy.") + QLatin1String(name));
    tier.count = new QLineEdit;
    tier.count->setObjectName(QLatin1String("policy.") + QLatin1String(name) + QLatin1String("Count"));
    tier.count->setFixedWidth(Size::essentialsLabel / 2);
    tier.unit = new Label(LabelKind::Body);
    layout->addWidget(tier.on);
    layout->addStretch(1);
    layout->addWidget(tier.count);
    layout->addWidget(tier.unit);
    auto* column = new QWidget;
    auto* rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(Space::sm);
    rows->addWidget(tier.row);
    if (more != nullptr) {
        rows->addWidget(more);
    }
    tier.field = new Field({}, column);
    add(tier.field);
    connect(tier.on, &QCheckBox::toggled, this, [this, tier, more](bool on) {
        tier.count->setEnabled(on);
        if (more != nullptr) {
            more->setEnabled(on);
        }
        edited();
    });
    connect(tier.count, &QLineEdit::textEdited, this, &PolicyBlade::edited);
    return tier;
}

void PolicyBlade::makeRetention()
{
    m_retentionTitle = new Label(LabelKind::Section);
    add(m_retentionTitle);
    m_daily = makeTier("daily", nullptr);
    m_weeklyDays = new DayPicker;
    m_weekly = makeTier("weekly", m_weeklyDays);
    m_monthlyDays = new MonthDaysEditor;
    m_monthly = makeTier("monthly", m_monthlyDays);
    auto* yearly = new QWidget;
    auto* layout = new QVBoxLayout(yearly);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_yearlyDays = new MonthDaysEditor;
    m_yearlyMonth = new ComboBox;
    layout->addWidget(m_yearlyMonth, 0, Qt::AlignLeft);
    layout->addWidget(m_yearlyDays);
    m_yearly = makeTier("yearly", yearly);
    connect(m_weeklyDays, &DayPicker::changed, this, &PolicyBlade::edited);
    connect(m_monthlyDays, &MonthDaysEditor::changed, this, &PolicyBlade::edited);
    connect(m_yearlyDays, &MonthDaysEditor::changed, this, &PolicyBlade::edited);
    connect(m_yearlyMonth, &QComboBox::activated, this, &PolicyBlade::edited);
}

void PolicyBlade::load(const BackupPolicy& policy)
{
    m_loading = true;
    m_name->setText(policy.name);
    m_frequency->setCurrentData(static_cast<int>(policy.frequency));
    chooseTime(policy.runTime);
    chooseZone(policy.timeZone);
    m_days->setDays(policy.runDays.isEmpty() ? QList { Weekday::Sunday } : policy.runDays);
    m_snapshot->setText(QString::number(policy.instantRestoreDays));
    const auto plain = newPolicy();
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
    if (yearly.months.size() > 1) {
        m_months = yearly.months;
    }
    chooseMonth(yearly.months.size() == 1 ? static_cast<int>(yearly.months.constFirst()) : SeveralMonths);
    m_loading = false;
    edited();
}

//! A time between the half hours came from elsewhere: it stays visible.
void PolicyBlade::chooseTime(const QTime& time)
{
    if (time.isValid() && m_time->findData(time) < 0) {
        m_time->addChoice(m_context.language.format().time(time), time);
    }
    m_time->setCurrentIndex(m_time->findData(time));
}

void PolicyBlade::chooseZone(const QString& zone)
{
    if (!zone.isEmpty() && m_zone->findData(zone, Qt::UserRole, Qt::MatchFixedString) < 0) {
        m_zone->addChoice(zone, zone);
    }
    m_zone->setCurrentIndex(m_zone->findData(zone, Qt::UserRole, Qt::MatchFixedString));
}

void PolicyBlade::chooseMonth(int month)
{
    if (m_months.size() > 1 && m_yearlyMonth->findData(SeveralMonths) < 0) {
        QStringList names;
        for (const auto each : m_months) {
            names.append(presentation::Format::month(each));
        }
        m_yearlyMonth->addChoice(presentation::Format::list(names), SeveralMonths);
    }
    m_yearlyMonth->setCurrentIndex(m_yearlyMonth->findData(month));
}

BackupPolicy PolicyBlade::policy() const
{
    BackupPolicy policy = m_editing.policy.value_or(BackupPolicy());
    policy.name = m_name->text().trimmed();
    if (!m_editing.vault.isEmpty()) {
        policy.id = m_editing.vault.child(QStringLiteral("backupPolicies"), policy.name);
    }
    policy.frequency = static_cast<Frequency>(m_frequency->currentData().toInt());
    const bool weekly = policy.frequency == Frequency::Weekly;
    policy.runDays = weekly ? m_days->days() : QList<Weekday>();
    policy.runTime = m_time->currentData().toTime();
    policy.timeZone = m_zone->currentData().toString();
    policy.instantRestoreDays = weekly ? Limits::snapshotMax : numberOf(*m_snapshot);
    policy.daily.reset();
    policy.weekly.reset();
    policy.monthly.reset();
    policy.yearly.reset();
    if (!weekly && m_daily.on->isChecked()) {
        policy.daily = contract::DailyRetention { numberOf(*m_daily.count) };
    }
    if (m_weekly.on->isChecked()) {
        // With a weekly schedule the weekly points are those of its own days (V39).
        policy.weekly = contract::WeeklyRetention { weekly ? m_days->days() : m_weeklyDays->days(),
                                                    numberOf(*m_weekly.count) };
    }
    if (m_monthly.on->isChecked()) {
        policy.monthly = contract::MonthlyRetention { m_monthlyDays->days(), numberOf(*m_monthly.count) };
    }
    if (m_yearly.on->isChecked()) {
        const int month = m_yearlyMonth->currentData().toInt();
        policy.yearly = contract::YearlyRetention { month == SeveralMonths ? m_months : QList { static_cast<Month>(month) },
                                                    m_yearlyDays->days(), numberOf(*m_yearly.count) };
    }
    return policy;
}

QList<contract::Violation> PolicyBlade::violations() const
{
    QList<contract::Violation> found;
    const auto policy = this->policy();
    if (!m_editing.policy) {
        if (auto name = contract::checkPolicyName(policy.name)) {
            name->field = QStringLiteral("name");
            found.append(*name);
        } else if (m_editing.takenNames.contains(policy.name, Qt::CaseInsensitive)) {
            found.append({ QStringLiteral("ValPolicyNameTaken"), { policy.name }, QStringLiteral("name"), {} });
        }
    }
    const auto number = [&found](const QLineEdit* edit, int from, int to, const char* code, const char* field) {
        if (auto violation = contract::checkWholeNumber(edit->text(), from, to, QLatin1String(code))) {
            violation->field = QLatin1String(field);
            found.append(*violation);
        }
    };
    const bool weekly = policy.frequency == Frequency::Weekly;
    if (!weekly) {
        number(m_snapshot, Limits::snapshotMin, Limits::snapshotMax, "ValSnapshotDays", "snapshot");
        if (policy.daily) {
            number(m_daily.count, Limits::dailyMin, Limits::dailyMax, "ValDailyRetention", "daily");
        }
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

Field* PolicyBlade::fieldFor(const QString& name) const
{
    const QList<std::pair<const char*, Field*>> fields {
        { "name", m_nameField },     { "frequency", m_frequencyField }, { "time", m_timeField },
        { "timeZone", m_zoneField }, { "days", m_daysField },           { "snapshot", m_snapshotField },
        { "daily", m_daily.field },  { "weekly", m_weekly.field },      { "monthly", m_monthly.field },
        { "yearly", m_yearly.field }
    };
    for (const auto& [key, field] : fields) {
        if (name == QLatin1String(key)) {
            return field;
        }
    }
    return m_daily.field; // "retention": the sum of all rows
}

void PolicyBlade::showViolations(bool all)
{
    QHash<Field*, QString> errors;
    for (const auto& violation : violations()) {
        auto* field = fieldFor(violation.field);
        if (!errors.contains(field)) {
            errors.insert(field, ErrorText::of(violation, m_context.language.locale()).underField());
        }
    }
    for (auto* field : { m_nameField, m_frequencyField, m_timeField, m_zoneField, m_daysField, m_snapshotField,
                         m_daily.field, m_weekly.field, m_monthly.field, m_yearly.field }) {
        const auto error = errors.value(field);
        // An empty name is no mistake before one has left it or asked to go on.
        const bool early = !all && field == m_nameField && m_name->text().isEmpty();
        field->setError(early ? QString() : error);
    }
}

void PolicyBlade::edited()
{
    if (m_loading) {
        return;
    }
    const bool weekly = m_frequency->currentData().toInt() == static_cast<int>(Frequency::Weekly);
    m_daysField->setVisible(weekly);
    m_daily.field->setVisible(!weekly);
    m_snapshotField->setVisible(!weekly);
    m_weeklyDays->setVisible(!weekly);
    const QString byDay = weekly ? tr("With a weekly schedule, choose days by week.") : QString();
    m_monthlyDays->setByDayReason(byDay);
    m_yearlyDays->setByDayReason(byDay);
    showViolations(m_tried);

    const auto policy = this->policy();
    const bool sound = contract::checkPolicy(policy).isEmpty();
    m_preview->setEnabled(sound);
    if (sound) {
        m_preview->showPolicy(policy, m_context.language.format());
        const auto& simulation = m_preview->simulation();
        QString text = tr("%1 for each machine once the policy has run long enough.")
                           .arg(presentation::Format::recoveryPoints(static_cast<int>(simulation.pointsWhenFull())));
        if (!simulation.nextRuns.isEmpty()) {
            text += QLatin1Char(' ')
                + tr("Next run: %1.").arg(m_context.language.format().dateTimeSentence(simulation.nextRuns.constFirst()));
        }
        m_points->setText(text);
    }
    QStringList warnings;
    for (const auto& warning : contract::policyWarnings(policy)) {
        warnings.append(ErrorText::of(warning, m_context.language.locale()).message());
    }
    m_warning->setText(warnings.join(QLatin1Char(' ')));
    m_warning->setVisible(!warnings.isEmpty());
}

void PolicyBlade::submit()
{
    m_tried = true;
    showViolations(true);
    if (m_summary->focusFirstError()) {
        return;
    }
    Q_EMIT accepted(policy());
    closeBlade();
}

void PolicyBlade::fillZones()
{
    const auto chosen = m_zone->currentData();
    m_zone->clear();
    for (const auto& zone : zoneChoices(m_context.language.format().now().toUTC(), QTimeZone::systemTimeZone())) {
        m_zone->addChoice(zone.text, zone.wire);
    }
    chooseZone(chosen.toString());
}

void PolicyBlade::retranslateTexts()
{
    m_loading = true;
    const auto& format = m_context.language.format();
    setTitle(m_editing.policy ? tr("Edit policy") : tr("Create policy"));
    setCaption(m_editing.vault.isEmpty() ? tr("New vault") : m_editing.vault.name());
    m_affects->setMessage(MessageKind::Warning, {},
                          tr("%n other virtual machine(s) use the policy and are affected.", nullptr, m_editing.usedBy));
    m_nameField->setLabel(tr("Policy &name"));
    m_nameField->setHint(m_editing.policy ? tr("A policy keeps its name.")
                                          : tr("3–150 characters; letters, digits and hyphens; starts with a letter, "
                                               "does not end with a hyphen."));
    m_frequencyField->setLabel(tr("&Frequency"));
    m_frequency->setSegmentText(0, tr("Daily"));
    m_frequency->setSegmentText(1, tr("Weekly"));
    m_timeField->setLabel(tr("&Time"));
    m_zoneField->setLabel(tr("Time &zone"));
    m_daysField->setLabel(tr("Days"));
    m_snapshotField->setLabel(tr("Keep snapshots for instant restore (days)"));
    const auto time = m_time->currentData().toTime();
    m_time->clear();
    for (int half = 0; half < 48; ++half) {
        const QTime at(half / 2, half % 2 * 30);
        m_time->addChoice(format.time(at), at);
    }
    chooseTime(time);
    fillZones();
    m_retentionTitle->setText(tr("Retention"));
    m_daily.on->setText(tr("Daily"));
    m_weekly.on->setText(tr("Weekly"));
    m_monthly.on->setText(tr("Monthly"));
    m_yearly.on->setText(tr("Yearly"));
    m_daily.unit->setText(tr("days"));
    m_weekly.unit->setText(tr("weeks"));
    m_monthly.unit->setText(tr("months"));
    m_yearly.unit->setText(tr("years"));
    m_daily.count->setAccessibleName(tr("Keep daily points, days"));
    m_weekly.count->setAccessibleName(tr("Keep weekly points, weeks"));
    m_monthly.count->setAccessibleName(tr("Keep monthly points, months"));
    m_yearly.count->setAccessibleName(tr("Keep yearly points, years"));
    m_weeklyDays->setAccessibleName(tr("Days whose point is kept by week"));
    m_yearlyMonth->setAccessibleName(tr("Month"));
    const auto month = m_yearlyMonth->currentData();
    m_yearlyMonth->clear();
    for (int i = 1; i <= 12; ++i) {
        m_yearlyMonth->addChoice(presentation::Format::month(static_cast<Month>(i)), i);
    }
    chooseMonth(month.isValid() ? month.toInt() : 1);
    m_previewTitle->setText(tr("What this policy keeps"));
    m_loading = false;
}

void PolicyBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && m_preview != nullptr) {
        retranslateTexts(); // what was typed stays, also what is not a number
        edited();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views

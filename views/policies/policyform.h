// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "contract/rules.h"
#include "core/armid.h"
#include "frame/context.h"

#include <QObject>
#include <QStringList>

#include <optional>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace valv::views {

class Badge;
class ComboBox;
class DayPicker;
class Field;
class FormSummary;
class Label;
class MonthDaysEditor;
class MultiChoice;
class SegmentedControl;
class ZoneField;

//! \brief The fields of a policy with their rules, F1–F10 and V30–V44 of flows.md: what blade and page of the editor
//! share. What is typed is kept, right or wrong, also in rows that the chosen frequency hides; each rule's words stand
//! under its field. The three parts become children of the layouts that take them. GUI thread.
class PolicyForm : public QObject
{
    Q_OBJECT
public:
    explicit PolicyForm(const Context& context, QObject* parent);

    [[nodiscard]] Field* name() const { return m_nameField; }
    [[nodiscard]] QWidget* schedule() const { return m_schedule; }
    [[nodiscard]] QWidget* retention() const { return m_retention; }

    //! \param vault empty: one that is not made yet
    //! \param taken names that a new policy can't have; nothing to check when the name is fixed
    void setPlace(const ArmId& vault, const QStringList& taken, bool nameFixed);
    void load(const contract::BackupPolicy& policy);
    //! What is in force: fields that differ say what they were.
    void setOriginal(const std::optional<contract::BackupPolicy>& original);
    //! As the fields say it, right or wrong.
    [[nodiscard]] contract::BackupPolicy policy() const;
    [[nodiscard]] QList<contract::Violation> violations() const;
    //! Something else stands in the fields than what was loaded.
    [[nodiscard]] bool isTouched() const;
    //! How many fields differ from what is in force.
    [[nodiscard]] int changes() const;
    void addTo(FormSummary& summary);
    //! From now on every field says what is wrong with it. \return true: nothing is
    bool validate();
    void retranslate();

    //! What a new policy begins with: flows.md F, defaults.
    //! \param vault where, \param others how many policies it has: it runs at another half hour of the night than
    //! theirs.
    [[nodiscard]] static contract::BackupPolicy fresh(const ArmId& vault = {}, qsizetype others = 0);

Q_SIGNALS:
    void changed();

private:
    struct Tier
    {
        QCheckBox* on = nullptr;
        QLineEdit* count = nullptr;
        Label* keep = nullptr;
        Label* unit = nullptr;
        Label* takes = nullptr; //!< "On"; null: the row has no days
        QWidget* more = nullptr;
        Badge* was = nullptr;
        QWidget* line = nullptr; //!< above it
        QGridLayout* grid = nullptr;
        Field* field = nullptr;
    };

    void makeSchedule();
    void makeRetention();
    Tier makeTier(const char* name, int role, QWidget* more);
    void fillTimes();
    void fillMonths();
    void chooseTime(const QTime& time);
    [[nodiscard]] QList<Field*> fields() const;
    [[nodiscard]] Field* fieldFor(const QString& name) const;
    [[nodiscard]] contract::Frequency frequency() const;
    void showViolations();
    void showFrequency();
    void showChanges();
    void showScheduleChanges();
    void edited();

    const Context m_context;
    ArmId m_vault;
    QStringList m_taken;
    bool m_nameFixed = false;
    contract::BackupPolicy m_loaded; //!< as the fields said it then
    contract::BackupPolicy m_begun; //!< what was loaded: what the fields do not show stays as it was
    std::optional<contract::BackupPolicy> m_original;
    QLineEdit* m_name;
    Field* m_nameField;
    QWidget* m_schedule;
    SegmentedControl* m_frequency;
    Field* m_frequencyField;
    ComboBox* m_time;
    Field* m_timeField;
    ZoneField* m_zone;
    Field* m_zoneField;
    DayPicker* m_days;
    Field* m_daysField;
    ComboBox* m_interval;
    Field* m_intervalField;
    ComboBox* m_window;
    Field* m_windowField;
    QLineEdit* m_snapshot;
    Label* m_snapshotUnit;
    Badge* m_snapshotWas;
    Field* m_snapshotField;
    Label* m_scheduleNote;
    QWidget* m_retention;
    Tier m_daily;
    Tier m_weekly;
    Tier m_monthly;
    Tier m_yearly;
    DayPicker* m_weeklyDays;
    MonthDaysEditor* m_monthlyDays;
    MonthDaysEditor* m_yearlyDays;
    MultiChoice* m_months;
    Label* m_in;
    bool m_tried = false; //!< every field says what is wrong
    bool m_loading = false;
};

} // namespace valv::views

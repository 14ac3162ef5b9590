// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "contract/rules.h"
#include "controls/blade.h"
#include "core/armid.h"
#include "frame/context.h"

#include <QStringList>

#include <optional>

class QCheckBox;
class QLineEdit;

namespace valv::views {

class ComboBox;
class DayPicker;
class Field;
class FormSummary;
class Label;
class MessageBar;
class MonthDaysEditor;
class RetentionPreview;
class SegmentedControl;

//! What the editor begins with.
struct PolicyEditing
{
    ArmId vault; //!< empty: one that is not made yet
    std::optional<contract::BackupPolicy> policy; //!< nothing: a new one
    QStringList takenNames; //!< names that a new policy can't have
    int usedBy = 0; //!< other machines that a change affects
};

//! \brief Creates or edits a policy: schedule, retention, and what it keeps as a picture while one types.
//! OK answers with the policy; nothing is sent from here. Source: flows.md F; picture policy_en.
class PolicyBlade : public Blade
{
    Q_OBJECT
public:
    PolicyBlade(const Context& context, PolicyEditing editing, QWidget* window);

Q_SIGNALS:
    void accepted(const valv::contract::BackupPolicy& policy);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Tier
    {
        QCheckBox* on = nullptr;
        QLineEdit* count = nullptr;
        Label* unit = nullptr;
        Field* field = nullptr;
        QWidget* row = nullptr;
    };

    void makeSchedule();
    void makeRetention();
    Tier makeTier(const char* name, QWidget* more);
    void fillZones();
    void load(const contract::BackupPolicy& policy);
    void chooseTime(const QTime& time);
    void chooseZone(const QString& zone);
    void chooseMonth(int month);
    [[nodiscard]] contract::BackupPolicy policy() const;
    [[nodiscard]] QList<contract::Violation> violations() const;
    [[nodiscard]] Field* fieldFor(const QString& name) const;
    void showViolations(bool all);
    void edited();
    void submit();
    void retranslateTexts();

    Context m_context;
    PolicyEditing m_editing;
    FormSummary* m_summary;
    MessageBar* m_affects;
    QLineEdit* m_name;
    Field* m_nameField;
    SegmentedControl* m_frequency;
    Field* m_frequencyField;
    ComboBox* m_time;
    Field* m_timeField;
    ComboBox* m_zone;
    Field* m_zoneField;
    DayPicker* m_days;
    Field* m_daysField;
    QLineEdit* m_snapshot;
    Field* m_snapshotField;
    Label* m_retentionTitle;
    Tier m_daily;
    Tier m_weekly;
    Tier m_monthly;
    Tier m_yearly;
    DayPicker* m_weeklyDays;
    MonthDaysEditor* m_monthlyDays;
    MonthDaysEditor* m_yearlyDays;
    ComboBox* m_yearlyMonth;
    Label* m_previewTitle;
    Label* m_points;
    RetentionPreview* m_preview;
    Label* m_warning;
    QList<contract::Month> m_months; //!< of a policy that has several
    bool m_tried = false; //!< OK was pressed: every field says what is wrong
    bool m_loading = false;
};

} // namespace valv::views

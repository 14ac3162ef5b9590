// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule for a policy, V30–V44 of flows.md, broken in the form by what a person types and presses: the words stand
// under the field, in both languages, what was typed stays, and nothing is sent. (At the door: tst_servicerules.)
#include "contract/rules.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/multichoice.h"
#include "controls/segmentedcontrol.h"
#include "policies/daypicker.h"
#include "policies/monthdayseditor.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "theme/valvstyle.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>

namespace tst_policyrules {

using namespace valv;
using namespace valv::contract;
using namespace valv::test;
using namespace valv::views;
using presentation::LanguageChoice;

namespace {

enum Frequencies
{
    Daily,
    Weekly,
    Hourly
};

//! A new policy with its defaults, in a vault that has one already, or more.
struct FormRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));

    explicit FormRig(int more = 0)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        for (int i = 1; i <= more; ++i) {
            backend.addPolicy(vault, QStringLiteral("Policy-%1").arg(i));
        }
        show({QStringLiteral("policy"), vault.text(), QStringLiteral("new")});
        type("name", "Drift");
    }
    //! The vault's own policy, as another program saved it.
    explicit FormRig(const std::function<void(BackupPolicy&)>& saved)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        saved(backend.policies.first());
        show({QStringLiteral("policy"), backend.policies.first().id.text(), {}});
        pass(2);
    }
    void type(const char* field, const char* text)
    {
        person().type(QLatin1String("policy.") + QLatin1String(field), QString::fromUtf8(text));
        settle();
    }
    void press(QWidget& button)
    {
        button.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&button, Qt::Key_Space);
        settle();
    }
    void toggle(const char* tier) { press(*get<QCheckBox>(tier)); }
    void frequency(Frequencies which) { choose(*get<SegmentedControl>("frequency"), which); }
    void choose(SegmentedControl& control, int index)
    {
        control.segment(index)->click();
        settle();
    }
    //! Monday is 0.
    void toggleDay(int day)
    {
        for (auto* picker : window->findChildren<DayPicker*>()) {
            if (picker->isVisible()) {
                press(*picker->findChildren<QAbstractButton*>().at(day));
                return;
            }
        }
        QFAIL("no days can be chosen");
    }
    //! Of the monthly row; those of the yearly one are like it.
    [[nodiscard]] MonthDaysEditor& monthly() const { return *window->findChildren<MonthDaysEditor*>().first(); }
    //! Monday is 0.
    void chooseOnly(MultiChoice& choice, int index)
    {
        press(choice);
        for (int i = 0; i < choice.list()->actions().size(); ++i) {
            auto* action = choice.list()->actions().at(i);
            if (action->isChecked() != (i == index)) {
                action->trigger();
            }
        }
        choice.list()->close();
        settle();
    }
    void chooseNone(MultiChoice& choice)
    {
        press(choice);
        for (auto* action : choice.list()->actions()) {
            if (action->isChecked()) {
                action->trigger();
            }
        }
        choice.list()->close();
        settle();
    }
    void save()
    {
        person().command(QStringLiteral("policy.save"));
        pass(2);
    }
    template <typename T>
    [[nodiscard]] T* get(const char* name) const
    {
        return window->findChild<T*>(QLatin1String("policy.") + QLatin1String(name));
    }
    [[nodiscard]] Field* fieldOf(const char* name) const
    {
        for (QWidget* at = get<QWidget>(name); at != nullptr; at = at->parentWidget()) {
            if (auto* field = qobject_cast<Field*>(at)) {
                return field;
            }
        }
        return nullptr;
    }
    //! Controls that wear the red frame, by their names without "policy.".
    [[nodiscard]] QStringList framed() const
    {
        QStringList all;
        for (const auto* widget : page()->findChildren<QWidget*>()) {
            const bool draws = qobject_cast<const QLineEdit*>(widget) != nullptr
                || qobject_cast<const QComboBox*>(widget) != nullptr
                || qobject_cast<const MultiChoice*>(widget) != nullptr;
            if (draws && widget->isVisible() && hasErrorFrame(widget)) {
                all.append(widget->objectName().section(QLatin1Char('.'), -1));
            }
        }
        return all;
    }
    [[nodiscard]] QStringList errors() const
    {
        QStringList all;
        for (const auto* field : page()->findChildren<Field*>()) {
            if (field->hasError()) {
                all.append(field->error());
            }
        }
        return all;
    }
};

//! The rule's English, up to the first value in it.
QString beginning(const QString& code)
{
    Violation violation;
    violation.code = code;
    return inEnglish(violation).section(QLatin1Char('%'), 0, 0);
}

using Break = std::function<void(FormRig&)>;

} // namespace

} // namespace tst_policyrules
Q_DECLARE_METATYPE(tst_policyrules::Break)
namespace tst_policyrules {

class PolicyRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachRuleIsSaidAtItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("code");
        QTest::addColumn<Break>("breaks");
        QTest::addColumn<QString>("framed");
        const auto row = [](const char* what, const char* field, const char* code, Break breaks,
                            const char* framed = nullptr) {
            QTest::newRow(what) << QString::fromLatin1(field) << QString::fromLatin1(code) << std::move(breaks)
                                << QString::fromLatin1(framed != nullptr ? framed : field);
        };
        const auto typed = [&row](const char* what, const char* field, const char* text, const char* code) {
            row(what, field, code, [field, text](FormRig& rig) { rig.type(field, text); });
        };
        typed("V30 empty", "name", "", "ValPolicyNameRequired");
        typed("V30 two letters", "name", "ab", "ValPolicyNameLength");
        typed("V30 digit first", "name", "1abc", "ValPolicyNameStart");
        typed("V30 hyphen last", "name", "abc-", "ValPolicyNameEnd");
        typed("V30 a space", "name", "a bc", "ValPolicyNameChars");
        typed("V30 swedish letter", "name", "Månad", "ValPolicyNameChars");
        typed("V30 taken", "name", "DEFAULTpolicy", "ValPolicyNameTaken");
        row(
            "V31 weekly without days", "days", "ValScheduleDays",
            [](FormRig& rig) {
                rig.frequency(Weekly);
                rig.toggleDay(6);
            },
            "weekdays weekdays"); // nor have a month's day and a year's a run; pills have no frame
        typed("V33 none", "snapshot", "0", "ValSnapshotDays");
        typed("V33 six", "snapshot", "6", "ValSnapshotDays");
        typed("V34 six", "dailyCount", "6", "ValDailyRetention");
        typed("V34 ten thousand", "dailyCount", "10000", "ValDailyRetention");
        typed("V35 none", "weeklyCount", "0", "ValWeeklyRetention");
        typed("V35 too many", "weeklyCount", "5164", "ValWeeklyRetention");
        typed("V36 none", "monthlyCount", "0", "ValMonthlyRetention");
        typed("V36 too many", "monthlyCount", "1189", "ValMonthlyRetention");
        typed("V37 none", "yearlyCount", "0", "ValYearlyRetention");
        typed("V37 a hundred", "yearlyCount", "100", "ValYearlyRetention");
        typed("a number: empty", "dailyCount", "", "ValWholeNumber");
        typed("a number: a sign", "dailyCount", "+30", "ValWholeNumber");
        typed("a number: decimals", "dailyCount", "30.5", "ValWholeNumber");
        typed("a number: letters", "dailyCount", "3x", "ValWholeNumber");
        typed("a number: thousands", "dailyCount", "1 000", "ValWholeNumber");
        row("V38 daily without its row", "dailyCount", "ValRetentionMissing",
            [](FormRig& rig) { rig.toggle("daily"); });
        row("V38 weekly without its row", "weeklyCount", "ValRetentionMissing", [](FormRig& rig) {
            rig.frequency(Weekly);
            rig.toggle("weekly");
        });
        row(
            "V39 a month's day without a run", "monthlyCount", "ValRetentionDayMismatch",
            [](FormRig& rig) {
                rig.frequency(Weekly);
                rig.toggleDay(2);
                rig.toggleDay(6);
            },
            "weekdays weekdays");
        row(
            "V40 weekly, by day", "monthlyCount", "ValDayBasedNotAllowed",
            [](FormRig& rig) {
                rig.choose(*rig.monthly().findChild<SegmentedControl*>(), 1);
                rig.frequency(Weekly);
            },
            "days");
        row(
            "V41 no week", "monthlyCount", "ValOrdinalRequired",
            [](FormRig& rig) { rig.chooseNone(*rig.monthly().findChild<MultiChoice*>(QStringLiteral("weeks"))); },
            "weeks");
        row(
            "V41 no weekday", "monthlyCount", "ValWeekdayRequired",
            [](FormRig& rig) { rig.chooseNone(*rig.monthly().findChild<MultiChoice*>(QStringLiteral("weekdays"))); },
            "weekdays");
        row(
            "V41 no day", "monthlyCount", "ValDayRequired",
            [](FormRig& rig) {
                rig.choose(*rig.monthly().findChild<SegmentedControl*>(), 1);
                rig.chooseNone(*rig.monthly().findChild<MultiChoice*>(QStringLiteral("days")));
            },
            "days");
        row(
            "V41 no month", "yearlyCount", "ValMonthRequired",
            [](FormRig& rig) { rig.chooseNone(*rig.get<MultiChoice>("months")); }, "months");
        typed("V42 more than 9,999", "dailyCount", "9999", "ValTooManyRecoveryPoints");
        row("V43 snapshots outlive the vault's points", "snapshot", "ValSnapshotLongerThanDaily", [](FormRig& rig) {
            rig.frequency(Hourly);
            rig.type("dailyCount", "10");
            rig.type("snapshot", "11");
        });
    }
    void eachRuleIsSaidAtItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, code);
        QFETCH(Break, breaks);
        QFETCH(QString, framed);
        FormRig rig;
        breaks(rig);
        const auto* edit = qobject_cast<QLineEdit*>(rig.get<QWidget>(field.toLatin1().constData()));
        const auto typed = edit != nullptr ? edit->text() : QString();
        rig.save();
        const auto* shown =
            field == QLatin1String("days") ? fieldOfDays(rig) : rig.fieldOf(field.toLatin1().constData());
        QVERIFY(shown != nullptr);
        QVERIFY2(
            shown->error().startsWith(beginning(code)),
            qPrintable(QStringLiteral("“%1” among: %2").arg(beginning(code), rig.errors().join(QLatin1Char('|')))));
        QCOMPARE(rig.framed().join(QLatin1Char(' ')), framed);
        const auto english = shown->error();
        rig.speak(LanguageChoice::Swedish);
        QVERIFY2(shown->hasError() && shown->error() != english, qPrintable(shown->error()));
        QCOMPARE(edit != nullptr ? edit->text() : QString(), typed);
        QCOMPARE(rig.backend.policies.size(), 1); // the vault's own
    }

    //! V32: the form offers only half hours; what another program saved is shown as it is, and said.
    void aTimeBetweenTheHalfHoursIsSaidAndKept()
    {
        FormRig rig([](BackupPolicy& policy) { policy.runTime = QTime(22, 15); });
        auto* time = rig.get<QComboBox>("time");
        QVERIFY(time != nullptr);
        QCOMPARE(time->currentData().toTime(), QTime(22, 15));
        rig.type("dailyCount", "31");
        rig.save();
        const auto* field = rig.fieldOf("time");
        QVERIFY2(field->error().startsWith(beginning(QStringLiteral("ValScheduleTime"))), qPrintable(field->error()));
        const auto english = field->error();
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(field->hasError() && field->error() != english);
        QCOMPARE(time->currentData().toTime(), QTime(22, 15));
        QCOMPARE(rig.backend.policies.first().daily->days, 30);
        time->setFocus(Qt::TabFocusReason);
        QTest::keyClick(time, Qt::Key_Up);
        QCOMPARE(time->currentData().toTime().minute() % 30, 0);
        settle();
        QVERIFY2(!field->hasError(), qPrintable(field->error()));
    }

    //! V39: of the yearly row alone. Its weekday is Sunday, and none of the backups is made then.
    void aYearsDayWithoutARunIsSaid()
    {
        FormRig rig;
        rig.frequency(Weekly);
        rig.toggleDay(2);
        rig.toggleDay(6);
        rig.chooseOnly(*rig.monthly().findChild<MultiChoice*>(QStringLiteral("weekdays")), 2);
        rig.save();
        const auto* field = rig.fieldOf("yearlyCount");
        QCOMPARE(field->error(), QStringLiteral("No backup is made on Sundays."));
        QVERIFY2(rig.errors().size() == 1, qPrintable(rig.errors().join(QLatin1Char('|'))));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(field->error(), QStringLiteral("Ingen säkerhetskopia tas på söndagar."));
        QCOMPARE(rig.backend.policies.size(), 1);
        auto* yearly = rig.window->findChildren<MonthDaysEditor*>().last();
        rig.chooseOnly(*yearly->findChild<MultiChoice*>(QStringLiteral("weekdays")), 2);
        QVERIFY2(!field->hasError(), qPrintable(field->error()));
        rig.save();
        QCOMPARE(rig.backend.policies.size(), 2);
    }

    //! The form offers only zones that there are; another program may have saved any text.
    void aZoneThatIsNotThereIsSaidAndKept_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::newRow("unknown") << QStringLiteral("Mars Standard Time");
        QTest::newRow("a city that is none") << QStringLiteral("Europe/Nowhere");
    }
    void aZoneThatIsNotThereIsSaidAndKept()
    {
        QFETCH(QString, zone);
        FormRig rig([&zone](BackupPolicy& policy) { policy.timeZone = zone; });
        auto* box = rig.get<QComboBox>("zone");
        QCOMPARE(box->currentText(), zone);
        rig.type("dailyCount", "31");
        rig.save();
        const auto* field = rig.fieldOf("zone");
        QCOMPARE(field->error(), inEnglish({QStringLiteral("ValTimeZoneRequired"), {}, {}, {}}));
        const auto english = field->error();
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(field->hasError() && field->error() != english);
        QCOMPARE(box->currentText(), zone);
        QCOMPARE(rig.backend.policies.first().daily->days, 30);
        box->setFocus(Qt::TabFocusReason);
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), QStringLiteral("Stockholm"));
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        settle();
        QVERIFY2(!field->hasError(), qPrintable(field->error()));
        rig.save();
        QCOMPARE(rig.backend.policies.first().timeZone, QStringLiteral("W. Europe Standard Time"));
        QCOMPARE(rig.backend.policies.first().daily->days, 31);
    }

    //! V45
    void aVaultHoldsTwoHundred()
    {
        FormRig rig(199);
        rig.save();
        const auto* field = rig.fieldOf("name");
        QCOMPARE(field->error(), QStringLiteral("The vault has reached its limit of 200 policies."));
        rig.speak(LanguageChoice::Swedish);
        QCOMPARE(field->error(), QStringLiteral("Valvet har nått gränsen på 200 principer."));
        QCOMPARE(rig.get<QLineEdit>("name")->text(), QStringLiteral("Drift"));
        QCOMPARE(rig.backend.policies.size(), 200);
    }

    //! V44 warns and lets it through.
    void aTierThatExpiresSoonerIsWarnedOf()
    {
        FormRig rig;
        rig.type("weeklyCount", "4");
        auto* warning = rig.window->findChild<MessageBar*>(QStringLiteral("policy.warning"));
        QVERIFY(warning != nullptr && warning->isVisible());
        QCOMPARE(warning->sentence(), QStringLiteral("Weekly points expire before daily points."));
        rig.save();
        QCOMPARE(rig.backend.policies.size(), 2);
    }

private:
    [[nodiscard]] static Field* fieldOfDays(const FormRig& rig)
    {
        for (auto* picker : rig.window->findChildren<DayPicker*>()) {
            if (auto* field = qobject_cast<Field*>(picker->parentWidget()); field != nullptr && picker->isVisible()) {
                return field;
            }
        }
        return nullptr;
    }
};

VALV_TEST(PolicyRulesTest)

} // namespace tst_policyrules

#include "tst_policyrules.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The policy editor through its real widgets: what each field takes, what it says, what OK answers. Source: flows.md F.
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/pill.h"
#include "controls/segmentedcontrol.h"
#include "policies/daypicker.h"
#include "policies/monthdayseditor.h"
#include "policies/policyblade.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

namespace tst_policyblade {

using namespace valv;
using namespace valv::contract;
using namespace valv::test;
using namespace valv::views;

namespace {

struct BladeRig : PageRig
{
    QPointer<PolicyBlade> blade;
    QList<BackupPolicy> accepted;

    explicit BladeRig(const PolicyEditing& editing = {})
    {
        show({QStringLiteral("virtualmachines"), {}, {}});
        blade = new PolicyBlade(*context, editing, window.get());
        QObject::connect(blade, &PolicyBlade::accepted, window.get(),
                         [this](const BackupPolicy& p) { accepted.append(p); });
        window->navigator().openBlade(blade);
        settle();
    }
    template <typename T>
    [[nodiscard]] T* get(const char* name) const
    {
        return blade->findChild<T*>(QString::fromLatin1("policy.") + QLatin1String(name));
    }
    void type(const char* name, const QString& text)
    {
        person().type(QString::fromLatin1("policy.") + QLatin1String(name), text);
    }
    void ok()
    {
        person().click(QStringLiteral("policy.ok"));
        settle();
    }
    void frequency(int index)
    {
        auto* segment = blade->findChild<SegmentedControl*>(QStringLiteral("policy.frequency"))->segment(index);
        person().click(*segment, segment->rect().center());
        settle();
    }
    [[nodiscard]] Field* fieldOf(QWidget* control) const
    {
        for (QWidget* at = control; at != nullptr; at = at->parentWidget()) {
            if (auto* field = qobject_cast<Field*>(at)) {
                return field;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QString errorAt(const char* name) const
    {
        return fieldOf(blade->findChild<QWidget*>(QString::fromLatin1("policy.") + QLatin1String(name)))->error();
    }
    [[nodiscard]] QStringList errors() const
    {
        QStringList found;
        for (auto* field : blade->findChildren<Field*>()) {
            if (field->hasError()) {
                found.append(field->error());
            }
        }
        return found;
    }
};

} // namespace

class PolicyBladeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewPolicyBeginsWithTheUsualRows()
    {
        BladeRig rig;
        QVERIFY(rig.errors().isEmpty()); // an empty name is no mistake yet
        QTRY_VERIFY(rig.get<QLineEdit>("name")->hasFocus());
        rig.type("name", QStringLiteral("Produktion-GFS"));
        rig.ok();
        QCOMPARE(rig.accepted.size(), 1);
        const auto& policy = rig.accepted.first();
        QCOMPARE(policy.name, QStringLiteral("Produktion-GFS"));
        QCOMPARE(policy.frequency, Frequency::Daily);
        QCOMPARE(policy.daily->days, 180);
        QCOMPARE(policy.weekly->weeks, 104);
        QCOMPARE(policy.monthly->months, 60);
        QCOMPARE(policy.yearly->years, 10);
        QCOMPARE(policy.instantRestoreDays, 2);
        QTRY_VERIFY(!rig.blade);
    }

    void names_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("good");
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("too short") << QStringLiteral("ab") << false;
        QTest::newRow("a space") << QStringLiteral("ab cd") << false;
        QTest::newRow("å") << QStringLiteral("måndag") << false;
        QTest::newRow("begins with a digit") << QStringLiteral("1abc") << false;
        QTest::newRow("ends with a hyphen") << QStringLiteral("abc-") << false;
        QTest::newRow("taken, other case") << QStringLiteral("defaultpolicy") << false;
        QTest::newRow("too long") << QString(151, QLatin1Char('a')) << false;
        QTest::newRow("three") << QStringLiteral("abc") << true;
        QTest::newRow("150") << QString(150, QLatin1Char('a')) << true;
        QTest::newRow("white space around") << QStringLiteral("  Guld ") << true;
    }
    void names()
    {
        QFETCH(QString, typed);
        QFETCH(bool, good);
        PolicyEditing editing;
        editing.takenNames = QStringList{QStringLiteral("DefaultPolicy")};
        BladeRig rig(editing);
        rig.type("name", typed);
        rig.ok();
        QCOMPARE(rig.accepted.size(), good ? 1 : 0);
        if (good) {
            QCOMPARE(rig.accepted.first().name, typed.trimmed());
        } else {
            QVERIFY(!rig.errorAt("name").isEmpty());
            QVERIFY(rig.get<QLineEdit>("name")->hasFocus());
            QCOMPARE(rig.get<QLineEdit>("name")->text(), typed); // nothing typed is thrown away
        }
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("good");
        const QList<std::tuple<const char*, int, int>> ranges{{"snapshot", 1, 5},
                                                              {"dailyCount", 7, 9999},
                                                              {"weeklyCount", 1, 5163},
                                                              {"monthlyCount", 1, 1188},
                                                              {"yearlyCount", 1, 99}};
        for (const auto& [field, from, to] : ranges) {
            const auto add = [field = QString::fromLatin1(field)](const QString& typed, bool good) {
                QTest::newRow(qPrintable(field + QLatin1Char(' ') + typed)) << field << typed << good;
            };
            add(QString::number(from), true);
            add(QString::number(from - 1), false);
            add(QString::number(to + 1), false);
            for (const char* wrong : {"", "-3", "+3", "3.5", "3,5", "abc", "1 000", "99999999999999999999"}) {
                add(QString::fromLatin1(wrong), false);
            }
        }
    }
    void numbers()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(bool, good);
        BladeRig rig;
        rig.type("name", QStringLiteral("Guld"));
        const auto name = field.toLatin1();
        rig.type(name.constData(), typed);
        settle();
        QCOMPARE(rig.errorAt(name.constData()).isEmpty(), good);
        rig.ok();
        QCOMPARE(rig.accepted.size(), good ? 1 : 0);
        if (!good) {
            QCOMPARE(rig.get<QLineEdit>(name.constData())->text(), typed); // kept and marked, never clamped
            const auto english = rig.errorAt(name.constData());
            rig.speak(presentation::LanguageChoice::Swedish);
            QCOMPARE(rig.get<QLineEdit>(name.constData())->text(), typed);
            QVERIFY2(!rig.errorAt(name.constData()).isEmpty() && rig.errorAt(name.constData()) != english,
                     qPrintable(english));
        }
    }

    void weeklyHidesTheDailyRowAndKeepsItsValue()
    {
        BladeRig rig;
        rig.type("name", QStringLiteral("Vecka"));
        rig.type("dailyCount", QStringLiteral("45"));
        rig.frequency(1);
        QVERIFY(!rig.get<QLineEdit>("dailyCount")->isVisible());
        QVERIFY(!rig.get<QLineEdit>("snapshot")->isVisible());
        rig.frequency(0);
        QVERIFY(rig.get<QLineEdit>("dailyCount")->isVisible());
        QCOMPARE(rig.get<QLineEdit>("dailyCount")->text(), QStringLiteral("45"));
        rig.frequency(1);
        rig.ok();
        QCOMPARE(rig.accepted.size(), 1);
        const auto& policy = rig.accepted.first();
        QCOMPARE(policy.frequency, Frequency::Weekly);
        QVERIFY(!policy.daily);
        QCOMPARE(policy.instantRestoreDays, 5); // V33
        QCOMPARE(policy.weekly->weekdays, policy.runDays); // V39
    }

    void rowsThatMustBeThere_data()
    {
        QTest::addColumn<int>("frequency");
        QTest::addColumn<QString>("row");
        QTest::newRow("daily") << 0 << QStringLiteral("daily");
        QTest::newRow("weekly") << 1 << QStringLiteral("weekly");
    }
    void rowsThatMustBeThere()
    {
        QFETCH(int, frequency);
        QFETCH(QString, row);
        BladeRig rig;
        rig.type("name", QStringLiteral("Guld"));
        if (frequency == 1) {
            rig.frequency(1);
        }
        const auto name = row.toLatin1();
        rig.get<QCheckBox>(name.constData())->click();
        settle();
        QVERIFY(!rig.get<QLineEdit>((name + "Count").constData())->isEnabled());
        rig.ok();
        QVERIFY(rig.accepted.isEmpty()); // V38
        QVERIFY(!rig.errors().isEmpty());
        rig.get<QCheckBox>(name.constData())->click();
        rig.ok();
        QCOMPARE(rig.accepted.size(), 1);
    }

    void aWeeklyPolicyNeedsADay()
    {
        BladeRig rig;
        rig.type("name", QStringLiteral("Vecka"));
        rig.frequency(1);
        auto* days = rig.blade->findChildren<DayPicker*>().first();
        QCOMPARE(days->days(), QList{Weekday::Sunday});
        for (auto* pill : days->findChildren<Pill*>()) {
            if (pill->isChecked()) {
                pill->click();
            }
        }
        settle();
        rig.ok();
        QVERIFY(rig.accepted.isEmpty()); // V31
        QVERIFY(rig.fieldOf(days)->hasError());
    }

    void editingKeepsTheNameAndWarns()
    {
        PolicyEditing editing;
        editing.policy = BackupPolicy::defaultPolicy();
        editing.policy->runTime = QTime(3, 15); // from elsewhere, between the half hours
        editing.usedBy = 3;
        BladeRig rig(editing);
        QVERIFY(rig.get<QLineEdit>("name")->isReadOnly());
        rig.speak(presentation::LanguageChoice::Swedish);
        bool warned = false;
        for (auto* each : rig.blade->findChildren<QWidget*>()) {
            warned = warned
                || each->accessibleName().contains(QStringLiteral("3 andra virtuella datorer använder principen"));
        }
        QVERIFY(warned);
        auto* time = rig.get<ComboBox>("time");
        QCOMPARE(time->currentData().toTime(), QTime(3, 15)); // still there in the other language
    }

    void whatATierKeepsIsSaidWhileTyping()
    {
        BladeRig rig;
        const auto said = [&] {
            QStringList found;
            for (auto* label : rig.blade->findChildren<Label*>()) {
                found.append(label->text());
            }
            return found.join(QLatin1Char('\n'));
        };
        rig.get<QCheckBox>("weekly")->click();
        rig.get<QCheckBox>("monthly")->click();
        rig.get<QCheckBox>("yearly")->click();
        rig.type("dailyCount", QStringLiteral("30"));
        settle();
        QVERIFY2(said().contains(QStringLiteral("30 recovery points")), qPrintable(said()));
        const auto* runs = rig.blade->findChild<QWidget*>(QStringLiteral("policy.runs"));
        const auto firstRun = [&runs] { return runs->findChildren<Label*>().constFirst()->text(); };
        QVERIFY(runs->isVisibleTo(rig.blade));
        QCOMPARE(runs->findChildren<Divider*>().size(), 4); // between five runs
        const auto before = firstRun();
        QTest::keyClick(rig.get<ComboBox>("time"), Qt::Key_Home); // midnight
        settle();
        QVERIFY2(firstRun() != before, qPrintable(before));
        rig.blade->reveal(rig.blade->findChild<QWidget*>(QStringLiteral("policy.runs")));
        keepPicture(*rig.window, QStringLiteral("policyblade-runs"));
        rig.type("dailyCount", QStringLiteral("31"));
        settle();
        QVERIFY2(said().contains(QStringLiteral("31 recovery points")), qPrintable(said()));
    }

    void tooManyPoints()
    {
        BladeRig rig;
        rig.type("name", QStringLiteral("Allt"));
        rig.type("dailyCount", QStringLiteral("9999"));
        rig.ok();
        QVERIFY(rig.accepted.isEmpty()); // V42
        QVERIFY(!rig.errorAt("dailyCount").isEmpty());
    }
};

VALV_TEST(PolicyBladeTest)

} // namespace tst_policyblade

#include "tst_policyblade.moc"

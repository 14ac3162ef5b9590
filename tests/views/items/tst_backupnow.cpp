// SPDX-License-Identifier: GPL-3.0-or-later
// Back up now, typed and clicked through the window. Source: flows.md A10, A11, V20–V23, G4.
#include "controls/calendar.h"
#include "controls/datefield.h"
#include "controls/field.h"
#include "controls/pill.h"
#include "controls/pillgroup.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QAbstractButton>

namespace tst_backupnow {

using namespace valv;
using namespace valv::test;
using presentation::LanguageChoice;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId vm = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId item = FakeBackend::itemId(vault, vm);

    explicit Rig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.machines[0].disks[0].allocatedBytes = 3'000'000'000;
        backend.addItem(vault, vm, contract::ProtectionState::IRPending);
    }
    void open()
    {
        show({QStringLiteral("virtualmachine"), vm.text(), QStringLiteral("backup")});
        QVERIFY(person().canCommand(QStringLiteral("item.backupNow")));
        person().command(QStringLiteral("item.backupNow"));
        settle();
        QVERIFY(isOpen());
    }
    [[nodiscard]] bool isOpen() const { return person().find(QStringLiteral("backupNow")) != nullptr; }
    [[nodiscard]] views::DateField* date() const
    {
        return person().find<views::DateField>(QStringLiteral("backupNow.date"));
    }
    [[nodiscard]] QString error() const
    {
        const auto* field = qobject_cast<const views::Field*>(date()->parentWidget());
        return field != nullptr ? field->error() : QStringLiteral("no field");
    }
    void type(const QString& text)
    {
        person().type(QStringLiteral("backupNow.date"), text);
        settle();
    }
    void submit()
    {
        person().click(QStringLiteral("backupNow.submit"));
        settle();
    }
    //! Requests for a backup, and how long its point is to be kept.
    [[nodiscard]] QStringList asked() const
    {
        QStringList until;
        for (const auto& request : transport->requests) {
            if (QUrl(request.target).path().endsWith(QLatin1String("/backup"))) {
                const auto body = QJsonDocument::fromJson(request.body).object();
                until.append(body.value(QLatin1String("properties"))
                                 .toObject()
                                 .value(QLatin1String("recoveryPointExpiryTimeInUTC"))
                                 .toString());
            }
        }
        return until;
    }
};

} // namespace

class TestBackupNow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsThirtyDaysUnlessTold()
    {
        Rig rig;
        rig.open();
        QCOMPARE(rig.date()->date(), QDate(2019, 1, 18));
        QCOMPARE(rig.date()->text(), QStringLiteral("18 Jan 2019"));
        QVERIFY(says(*rig.window, QStringLiteral("kept for 30 days")));
        QVERIFY2(says(*rig.window, QStringLiteral("3 GB on 1 disk")),
                 qPrintable(wordsOf(*rig.window).filter(QStringLiteral("disk")).join(QLatin1Char('\n'))));
        const auto* calendar = rig.person().find<views::Calendar>(QStringLiteral("backupNow.calendar"));
        QCOMPARE(calendar->date(), QDate(2019, 1, 18));
        QVERIFY(!calendar->isEnabledDay(QDate(2018, 12, 19)));
        QVERIFY(calendar->isEnabledDay(QDate(2018, 12, 20)));
        QVERIFY(calendar->isEnabledDay(QDate(2117, 12, 19)));
        QVERIFY(!calendar->isEnabledDay(QDate(2117, 12, 20)));
        rig.submit();
        rig.pass(3);
        QVERIFY(!rig.isOpen());
        QCOMPARE(rig.asked().size(), 1);
        // To the end of the day as Stockholm has it.
        QVERIFY2(rig.asked().first().startsWith(QLatin1String("2019-01-18T22:59:59")), qPrintable(rig.asked().first()));
        QVERIFY2(rig.told().first().startsWith(QLatin1String("Backup triggered: The backup of vm-web-01")),
                 qPrintable(rig.told().join(QLatin1Char('\n'))));
        QVERIFY(!rig.log.all().first().job.isEmpty());
    }

    void aDayIsTypedInManyWays_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("date");
        const QDate day(2019, 3, 8);
        QTest::newRow("sv iso") << true << QStringLiteral("2019-03-08") << day;
        QTest::newRow("sv slash") << true << QStringLiteral("8/3 2019") << day;
        QTest::newRow("sv slash, two digits") << true << QStringLiteral("08/03 -19") << day;
        QTest::newRow("sv without dashes") << true << QStringLiteral("20190308") << day;
        QTest::newRow("sv words") << true << QStringLiteral("8 mars 2019") << day;
        QTest::newRow("sv spaces around") << true << QStringLiteral("  2019-03-08 ") << day;
        QTest::newRow("en words") << false << QStringLiteral("8 Mar 2019") << day;
        QTest::newRow("en iso") << false << QStringLiteral("2019-03-08") << day;
        QTest::newRow("leap day") << false << QStringLiteral("2020-02-29") << QDate(2020, 2, 29);
        QTest::newRow("tomorrow") << false << QStringLiteral("2018-12-20") << QDate(2018, 12, 20);
        QTest::newRow("99 years") << false << QStringLiteral("2117-12-19") << QDate(2117, 12, 19);
    }
    void aDayIsTypedInManyWays()
    {
        QFETCH(bool, swedish);
        QFETCH(QString, typed);
        QFETCH(QDate, date);
        Rig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.open();
        rig.type(typed);
        rig.person().key(Qt::Key_Return, Qt::ControlModifier); // without leaving the field
        rig.pass(3);
        QVERIFY2(!rig.isOpen(), qPrintable(rig.isOpen() ? rig.error() : QString()));
        const auto until = QDateTime(date.addDays(1), QTime(0, 0), QTimeZone("Europe/Stockholm")).addSecs(-1).toUTC();
        QCOMPARE(rig.asked().value(0).left(19), until.toString(Qt::ISODate).left(19));
    }

    void badDaysAreSaidBesideTheField_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("error");
        QTest::newRow("today") << false << QStringLiteral("2018-12-19") << QStringLiteral("tomorrow or later");
        QTest::newRow("past") << false << QStringLiteral("2001-01-01") << QStringLiteral("tomorrow or later");
        QTest::newRow("too far") << false << QStringLiteral("2117-12-20") << QStringLiteral("99 years");
        QTest::newRow("garbage") << false << QStringLiteral("next week") << QStringLiteral("18 Jan 2019");
        QTest::newRow("no such day") << false << QStringLiteral("2019-02-30") << QStringLiteral("not a valid date");
        QTest::newRow("empty") << false << QString() << QStringLiteral("Choose the last day");
        QTest::newRow("sv past") << true << QStringLiteral("1/12 2018") << QStringLiteral("i morgon eller senare");
        QTest::newRow("sv too far") << true << QStringLiteral("18/1 2119") << QStringLiteral("99 år");
        QTest::newRow("sv garbage") << true << QStringLiteral("32/1 2019") << QStringLiteral("2019-01-18");
    }
    void badDaysAreSaidBesideTheField()
    {
        QFETCH(bool, swedish);
        QFETCH(QString, typed);
        QFETCH(QString, error);
        Rig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.open();
        rig.type(typed);
        rig.submit();
        rig.pass(2);
        QVERIFY(rig.isOpen());
        QVERIFY2(rig.error().contains(error), qPrintable(rig.error()));
        QVERIFY2(!rig.error().contains(QLatin1Char('%')), qPrintable(rig.error()));
        QVERIFY(rig.date()->accessibleDescription().contains(rig.error()));
        QCOMPARE(rig.date()->text(), typed);
        QVERIFY(rig.date()->hasFocus());
        QVERIFY(rig.asked().isEmpty());
        // In the other language the words follow, and what was typed stays.
        const auto before = rig.error();
        rig.speak(swedish ? LanguageChoice::English : LanguageChoice::Swedish);
        QCOMPARE(rig.date()->text(), typed);
        QVERIFY(rig.error() != before);
        QVERIFY(!rig.error().isEmpty());
        // Right again, and it goes.
        rig.type(QStringLiteral("2019-02-01"));
        rig.submit();
        rig.pass(3);
        QVERIFY(!rig.isOpen());
        QCOMPARE(rig.asked().size(), 1);
    }

    void quickChoicesAndCalendarSayTheSameDay()
    {
        Rig rig;
        rig.open();
        auto* calendar = rig.person().find<views::Calendar>(QStringLiteral("backupNow.calendar"));
        auto* quick = rig.person().find(QStringLiteral("backupNow"))->findChild<views::PillGroup*>();
        QCOMPARE(quick->currentIndex(), 1);
        rig.person().click(*quick->pill(0), quick->pill(0)->rect().center());
        QCOMPARE(rig.date()->date(), QDate(2018, 12, 26));
        QCOMPARE(calendar->date(), QDate(2018, 12, 26));
        rig.person().click(*quick->pill(3), quick->pill(3)->rect().center());
        QCOMPARE(rig.date()->date(), QDate(2019, 12, 19));
        rig.type(QStringLiteral("2019-03-19"));
        rig.person().key(Qt::Key_Tab);
        QCOMPARE(calendar->date(), QDate(2019, 3, 19));
        QCOMPARE(quick->currentIndex(), 2); // 90 days
        calendar->setFocus(Qt::TabFocusReason);
        rig.person().key(Qt::Key_Right);
        rig.person().key(Qt::Key_Down);
        rig.person().key(Qt::Key_PageDown);
        QCOMPARE(rig.date()->date(), QDate(2019, 4, 27));
        QCOMPARE(quick->currentIndex(), -1);
        const auto at = calendar->dayRect(QDate(2019, 4, 11)).center();
        rig.person().click(*calendar, at);
        QCOMPARE(rig.date()->date(), QDate(2019, 4, 11));
        rig.submit();
        rig.pass(3);
        QVERIFY(rig.asked().value(0).startsWith(QLatin1String("2019-04-11T21:59:59"))); // summer time
    }

    void f4LeadsIntoTheCalendarAndEscapeOut()
    {
        Rig rig;
        rig.open();
        rig.date()->setFocus();
        rig.person().key(Qt::Key_F4);
        QVERIFY(rig.person().find(QStringLiteral("backupNow.calendar"))->hasFocus());
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(!rig.isOpen());
        QVERIFY(rig.asked().isEmpty());
        QVERIFY(rig.window->focusWidget() != nullptr);
    }

    void aMachineThatIsOffGivesACrashConsistentPoint()
    {
        Rig rig;
        rig.backend.machines[0].power = contract::PowerState::Deallocated;
        rig.open();
        QVERIFY(says(*rig.window, QStringLiteral("The recovery point will be crash-consistent")));
    }

    void aRefusalIsSaidAndTheChoiceKept_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("running already") << 409 << QStringLiteral("UserErrorBackupOperationInProgress");
        QTest::newRow("forbidden") << 403 << QStringLiteral("AuthorizationFailed");
        QTest::newRow("server") << 500 << QStringLiteral("InternalServerError");
        QTest::newRow("offline") << 0 << QStringLiteral("NetworkOffline");
    }
    void aRefusalIsSaidAndTheChoiceKept()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        Rig rig;
        rig.open();
        rig.type(QStringLiteral("2019-02-01"));
        bool refuse = true;
        rig.backend.before = [&](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (!refuse || !QUrl(request.target).path().endsWith(QLatin1String("/backup"))) {
                return std::nullopt;
            }
            if (status == 0) {
                return Result<HttpResponse>(failure(code.toStdString(), "No way there."));
            }
            return Result<HttpResponse>(answer(status, errorBody(code)));
        };
        rig.submit();
        rig.pass(5);
        QVERIFY(rig.isOpen());
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("backupNow.failure"));
        QVERIFY(message != nullptr);
        QVERIFY(!message->sentence().trimmed().isEmpty());
        QCOMPARE(rig.date()->date(), QDate(2019, 2, 1));
        QCOMPARE(rig.person().canUse(QStringLiteral("backupNow.submit")), status != 403); // not offered again
        QCOMPARE(rig.log.all().first().state, presentation::NotificationState::Failed);
        const auto english = message->sentence();
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(message->sentence() != english);
        rig.speak(LanguageChoice::English);
        refuse = false;
        rig.session->refusals().forget(); // the role has been given, and somebody has refreshed
        rig.submit();
        rig.pass(3);
        QVERIFY(!rig.isOpen());
    }

    void closedWhileTheRequestIsUnderWay_data()
    {
        QTest::addColumn<bool>("accepted");
        QTest::newRow("accepted") << true;
        QTest::newRow("refused") << false;
    }
    void closedWhileTheRequestIsUnderWay()
    {
        QFETCH(bool, accepted);
        Rig rig;
        rig.open();
        if (!accepted) {
            rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
                return QUrl(request.target).path().endsWith(QLatin1String("/backup"))
                    ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                    : std::nullopt;
            };
        }
        rig.transport->hold = true;
        rig.submit();
        QVERIFY(rig.isOpen());
        QVERIFY(!rig.person().canUse(QStringLiteral("backupNow.submit"))); // not twice
        rig.person().key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(rig.asked().size(), 1);
        QCOMPARE(rig.log.all().first().state, presentation::NotificationState::InProgress);
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(!rig.isOpen());
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        rig.pass(4);
        QCOMPARE(rig.asked().size(), 1);
        const auto told = rig.told().join(QLatin1Char('\n'));
        QVERIFY2(
            told.contains(accepted ? QStringLiteral("Backup triggered") : QStringLiteral("The backup did not start")),
            qPrintable(told));
    }

    void theWindowGoesWhileTheRequestIsUnderWay()
    {
        Rig rig;
        rig.open();
        rig.transport->hold = true;
        rig.submit();
        rig.window.reset();
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        rig.pass(2);
        QCOMPARE(rig.asked().size(), 1);
    }

    void everyWordFollowsTheLanguage()
    {
        QStringList english;
        {
            Rig swedish(LanguageChoice::Swedish);
            swedish.open();
            const auto fresh = wordsOf(*swedish.window);
            swedish.speak(LanguageChoice::English);
            english = wordsOf(*swedish.window);
            QVERIFY(english != fresh);
            swedish.speak(LanguageChoice::Swedish);
            QCOMPARE(difference(wordsOf(*swedish.window), fresh), QString());
        }
        Rig rig(LanguageChoice::English);
        rig.open();
        QCOMPARE(difference(english, wordsOf(*rig.window)), QString());
    }
};

VALV_TEST(TestBackupNow)

} // namespace tst_backupnow

#include "tst_backupnow.moc"

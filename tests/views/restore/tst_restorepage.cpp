// SPDX-License-Identifier: GPL-3.0-or-later
// Restore a VM: point, what, where, review, and what can go wrong, through the window. Source: flows.md I7.
#include "contract/restorevalidation.h"
#include "controls/checklines.h"
#include "controls/essentials.h"
#include "controls/pointtimeline.h"
#include "controls/radiocard.h"
#include "controls/segmentedcontrol.h"
#include "controls/stepslist.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QCheckBox>
#include <QRegularExpression>

namespace tst_restorepage {

using namespace valv;
using namespace valv::test;
using contract::ConsistencyType;
using presentation::LanguageChoice;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId vm = backend.vmId(QStringLiteral("sql-prod-01"));
    ArmId item = FakeBackend::itemId(vault, vm);
    QList<QByteArray> asked; //!< bodies of restores

    explicit Rig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        backend.addVm(QStringLiteral("taken"));
        backend.addItem(vault, vm);
        const int days[] = {60, 20, 3, 2, 1};
        const ConsistencyType kinds[] = {ConsistencyType::AppConsistent, ConsistencyType::FileSystemConsistent,
                                         ConsistencyType::CrashConsistent, ConsistencyType::AppConsistent,
                                         ConsistencyType::AppConsistent};
        for (int i = 0; i < 5; ++i) {
            backend.addPoint(item, QStringLiteral("20000000000000%1").arg(i), backend.now.addDays(-days[i]), kinds[i]);
            auto& point = backend.points.last();
            point.disks = {{QStringLiteral("sql-prod-01-os"), -1, 32LL << 30, QStringLiteral("raw")},
                           {QStringLiteral("sql-prod-01-data-0"), 0, 64LL << 30, QStringLiteral("raw")},
                           {QStringLiteral("sql-prod-01-tempdb"), 1, 16LL << 30, QStringLiteral("raw")}};
            point.sourceBytes = 5'000'000'000;
            point.osType = contract::OsType::Linux;
        }
    }
    void open(const QString& point = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("restore"), item.text(), point}, size);
        QVERIFY(timeline() != nullptr);
    }
    [[nodiscard]] views::PointTimeline* timeline() const
    {
        return person().find<views::PointTimeline>(QStringLiteral("restore.timeline"));
    }
    [[nodiscard]] QString fact(const QString& label) const
    {
        for (const auto* essentials : page()->findChildren<views::Essentials*>()) {
            for (const auto& fact : essentials->facts()) {
                if (fact.label == label) {
                    return spaced(fact.value);
                }
            }
        }
        return QStringLiteral("no such fact");
    }
    [[nodiscard]] views::MessageBar* failure() const
    {
        return person().find<views::MessageBar>(QStringLiteral("restore.failure"));
    }
    void clickFailure() const
    {
        auto* link = failure()->findChild<QAbstractButton*>();
        person().click(*link, link->rect().center());
        settle();
    }
    void submit()
    {
        person().click(QStringLiteral("restore.submit"));
        settle();
    }
    //! The next restores get this answer; nothing: what the backend says.
    void refuseWith(int status, const QString& code)
    {
        backend.before = [this, status, code](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (!QUrl(request.target).path().endsWith(QLatin1String("/restore"))) {
                return std::nullopt;
            }
            asked.append(request.body);
            if (code.isEmpty()) {
                return std::nullopt;
            }
            return status == 0
                ? Result<HttpResponse>(failure_(code))
                : Result<HttpResponse>(answer(status, errorBody(code, QStringLiteral("os.raw is there."))));
        };
    }
    [[nodiscard]] bool isOn(const char* name) const
    {
        return window->navigator().current().page == QLatin1String(name);
    }

private:
    static tl::unexpected<Error> failure_(const QString& code)
    {
        return valv::failure(code.toStdString(), "No way there.");
    }
};

bool overwrites(const QByteArray& body)
{
    return QString::fromUtf8(body).contains(QRegularExpression(QStringLiteral("\"overwrite\"\\s*:\\s*true")));
}

} // namespace

class TestRestorePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChecksFollowWhatIsChosen()
    {
        Rig rig;
        QList<QByteArray> bodies;
        QString state = QStringLiteral("Passed");
        rig.backend.before = [&](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (!request.target.contains(QLatin1String("/backupValidateOperation"))) {
                return std::nullopt;
            }
            bodies.append(request.body);
            contract::RestoreValidation validation;
            contract::RestoreCheck point;
            point.check = QStringLiteral("RecoveryPoint");
            point.state = contract::CheckState::Passed;
            contract::RestoreCheck room;
            room.check = QStringLiteral("TargetSpace");
            room.state = contract::Open<contract::CheckState>::fromWire(state);
            room.code = state == QLatin1String("Failed") ? QStringLiteral("ValvRestoreNoSpace") : QString();
            room.neededBytes = 5'000'000'000;
            room.freeBytes = 9'000'000'000;
            validation.checks = {point, room};
            return answer(200, validation.toJson());
        };
        rig.open();
        auto* checks = rig.person().find<views::CheckLines>(QStringLiteral("restore.checks"));
        const auto last = [&] { return checks->lines().isEmpty() ? QString() : spaced(checks->lines().last().second); };
        QTRY_COMPARE(last(), QStringLiteral("Enough room for 5 GB"));
        QCOMPARE(checks->lines().size(), 2);
        QCOMPARE(bodies.size(), 1); // once a person pauses, not for each change
        QVERIFY(bodies.last().contains("200000000000004"));

        state = QStringLiteral("Failed");
        rig.person().key(Qt::Key_Left);
        QTRY_COMPARE(last(), QStringLiteral("Too little room: 5 GB are needed, 9 GB are free"));
        QCOMPARE(checks->lines().last().first, StatusKind::Failed);
        QVERIFY(bodies.last().contains("200000000000003"));

        auto* folder = rig.person().find<QLineEdit>(QStringLiteral("restore.folder"));
        folder->clear();
        QCOMPARE(last(), QStringLiteral("As soon as all is chosen"));
        QCOMPARE(bodies.size(), 2);
    }

    void theLatestPointIsChosenAndTheKeysGoOn()
    {
        Rig rig;
        rig.open();
        QCOMPARE(rig.timeline()->points().size(), 4); // of 30 days
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000004"));
        QVERIFY(rig.timeline()->hasFocus());
        rig.person().key(Qt::Key_Left);
        rig.person().key(Qt::Key_Left);
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000002"));
        QVERIFY(rig.fact(QStringLiteral("Point")).startsWith(QLatin1String("16 Dec 2018")));
        QCOMPARE(rig.fact(QStringLiteral("Consistency")), QStringLiteral("Crash-consistent"));
        rig.person().key(Qt::Key_Home);
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000001"));
        const auto at = rig.timeline()->pointPosition(3).toPoint();
        rig.person().click(*rig.timeline(), at);
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000004"));
        // All of them, on demand; what is chosen stays.
        auto* range = rig.page()->findChild<views::SegmentedControl*>();
        range->setFocus(Qt::TabFocusReason);
        for (auto* segment : range->findChildren<QAbstractButton*>()) {
            if (segment->text() == QLatin1String("All")) {
                rig.person().click(*segment, segment->rect().center());
            }
        }
        QCOMPARE(rig.timeline()->points().size(), 5);
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000004"));
    }

    void thePointOfTheRouteIsChosen()
    {
        Rig rig;
        rig.open(QStringLiteral("200000000000002"));
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000002"));
    }

    void anOldPointOfTheRouteIsShown()
    {
        Rig rig;
        rig.open(QStringLiteral("200000000000000")); // 60 days old
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000000"));
    }

    void disksAreChosen()
    {
        Rig rig;
        rig.refuseWith(0, {});
        rig.open();
        auto* system = rig.person().find<QCheckBox>(QStringLiteral("restore.disk.-1"));
        QVERIFY(system->isChecked() && !system->isEnabled());
        QVERIFY(says(*rig.window, QStringLiteral("The operating-system disk is always restored.")));
        QVERIFY(says(*rig.window, QStringLiteral("Operating system")));
        QCOMPARE(rig.fact(QStringLiteral("Disks")), QStringLiteral("3 of 3"));
        rig.person().click(QStringLiteral("restore.disk.1"));
        QCOMPARE(rig.fact(QStringLiteral("Disks")), QStringLiteral("2 of 3"));
        // Neither another point nor another language takes the choice away.
        rig.timeline()->setFocus();
        rig.person().key(Qt::Key_Left);
        rig.speak(LanguageChoice::Swedish);
        rig.speak(LanguageChoice::English);
        QCOMPARE(rig.fact(QStringLiteral("Disks")), QStringLiteral("2 of 3"));
        rig.person().type(QStringLiteral("restore.folder"), QStringLiteral("/srv/back"));
        rig.submit();
        rig.pass(3);
        QCOMPARE(rig.asked.size(), 1);
        const auto body =
            QJsonDocument::fromJson(rig.asked.first()).object().value(QLatin1String("properties")).toObject();
        QCOMPARE(body.value(QLatin1String("restoreDiskLunList")).toArray(), QJsonArray{0});
        QVERIFY(rig.isOn("jobs"));
        QVERIFY2(rig.told().join(QLatin1Char('\n')).contains(QLatin1String("Restore triggered")),
                 qPrintable(rig.told().join(QLatin1Char('\n'))));
    }

    void badFoldersAreSaidBesideTheField_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("error");
        QTest::newRow("empty") << QString() << QStringLiteral("Choose a folder");
        QTest::newRow("spaces") << QStringLiteral("   ") << QStringLiteral("Choose a folder");
        QTest::newRow("relative") << QStringLiteral("back/here") << QStringLiteral("whole path");
    }
    void badFoldersAreSaidBesideTheField()
    {
        QFETCH(QString, folder);
        QFETCH(QString, error);
        Rig rig;
        rig.refuseWith(0, {});
        rig.open();
        rig.person().type(QStringLiteral("restore.folder"), folder);
        rig.person().key(Qt::Key_Return, Qt::ControlModifier);
        settle();
        auto* field = rig.person().find<QLineEdit>(QStringLiteral("restore.folder"));
        QVERIFY2(field->accessibleDescription().contains(error), qPrintable(field->accessibleDescription()));
        QVERIFY(field->hasFocus());
        QCOMPARE(field->text(), folder);
        QVERIFY(rig.asked.isEmpty());
        rig.person().type(QStringLiteral("restore.folder"), QStringLiteral("/srv/back"));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        rig.pass(3);
        QCOMPARE(rig.asked.size(), 1);
    }

    void namesOfTheNewMachine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("error"); // empty: good
        QTest::newRow("good") << QStringLiteral("sql-prod-01-r1") << QString();
        QTest::newRow("empty") << QString() << QStringLiteral("name");
        QTest::newRow("taken") << QStringLiteral("TAKEN") << QStringLiteral("already a VM with this name");
        QTest::newRow("the source's own")
            << QStringLiteral("sql-prod-01") << QStringLiteral("already a VM with this name");
        QTest::newRow("space inside") << QStringLiteral("sql prod") << QStringLiteral("letters, digits and hyphens");
        QTest::newRow("letters of ours") << QStringLiteral("sjö") << QStringLiteral("letters, digits and hyphens");
        QTest::newRow("digits alone") << QStringLiteral("12345") << QStringLiteral("not only digits");
        QTest::newRow("hyphen last") << QStringLiteral("sql-") << QStringLiteral("must not end with a hyphen");
        QTest::newRow("too long") << QString(65, QLatin1Char('a')) << QStringLiteral("64");
    }
    void namesOfTheNewMachine()
    {
        QFETCH(QString, name);
        QFETCH(QString, error);
        Rig rig;
        rig.refuseWith(0, {});
        rig.open();
        rig.person().click(QStringLiteral("restore.vm"));
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("restore.name"))->text(),
                 QStringLiteral("sql-prod-01-r1"));
        rig.person().type(QStringLiteral("restore.name"), name);
        rig.submit();
        rig.pass(3);
        if (error.isEmpty()) {
            QCOMPARE(rig.asked.size(), 1);
            QVERIFY(rig.asked.first().contains(name.toUtf8()));
            QVERIFY(rig.isOn("jobs"));
            return;
        }
        auto* field = rig.person().find<QLineEdit>(QStringLiteral("restore.name"));
        QVERIFY2(field->accessibleDescription().contains(error), qPrintable(field->accessibleDescription()));
        QCOMPARE(field->text(), name);
        QVERIFY(field->hasFocus());
        QVERIFY(rig.asked.isEmpty());
    }

    void existingFilesAreAskedAbout()
    {
        Rig rig;
        rig.refuseWith(409, QStringLiteral("ValvRestoreTargetExists"));
        rig.open();
        rig.person().type(QStringLiteral("restore.folder"), QStringLiteral("/srv/back"));
        rig.submit();
        rig.pass(3);
        QVERIFY(rig.failure() != nullptr);
        QVERIFY(says(*rig.failure(), QStringLiteral("Overwrite these files")));
        QVERIFY(rig.isOn("restore"));
        // Another folder: nothing was asked about that one.
        rig.person().type(QStringLiteral("restore.folder"), QStringLiteral("/srv/other"));
        settle();
        QVERIFY(rig.failure() == nullptr);
        rig.submit();
        rig.pass(3);
        QVERIFY(rig.failure() != nullptr);
        for (const auto& body : rig.asked) {
            QVERIFY(!overwrites(body));
        }
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(!says(*rig.failure(), QStringLiteral("Overwrite")));
        rig.speak(LanguageChoice::English);
        rig.refuseWith(0, {});
        rig.clickFailure();
        rig.pass(3);
        QVERIFY2(overwrites(rig.asked.last()), rig.asked.last().constData());
        QVERIFY(rig.isOn("jobs"));
    }

    void aRefusalIsSaidAndNothingIsLost_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("forbidden") << 403 << QStringLiteral("AuthorizationFailed");
        QTest::newRow("server") << 500 << QStringLiteral("InternalServerError");
        QTest::newRow("offline") << 0 << QStringLiteral("NetworkOffline");
    }
    void aRefusalIsSaidAndNothingIsLost()
    {
        QFETCH(int, status);
        QFETCH(QString, code);
        Rig rig;
        rig.refuseWith(status, code);
        rig.open(QStringLiteral("200000000000002"));
        rig.person().type(QStringLiteral("restore.folder"), QStringLiteral("/srv/back"));
        rig.submit();
        rig.pass(4);
        QVERIFY(rig.failure() != nullptr);
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("restore.folder"))->text(), QStringLiteral("/srv/back"));
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000002"));
        QCOMPARE(rig.person().canUse(QStringLiteral("restore.submit")), status != 403); // not offered again
        rig.refuseWith(0, {});
        rig.clickFailure(); // try again
        rig.pass(3);
        QVERIFY(rig.isOn("jobs"));
    }

    void notTwiceWhileItIsUnderWay()
    {
        Rig rig;
        rig.refuseWith(0, {});
        rig.open();
        rig.person().type(QStringLiteral("restore.folder"), QStringLiteral("/srv/back"));
        rig.transport->hold = true;
        rig.submit();
        QVERIFY(!rig.person().canUse(QStringLiteral("restore.submit")));
        rig.person().key(Qt::Key_Return, Qt::ControlModifier);
        rig.timeline()->setFocus();
        rig.person().key(Qt::Key_Left); // what is looked at meanwhile does not make it usable
        QVERIFY(!rig.person().canUse(QStringLiteral("restore.submit")));
        QCOMPARE(rig.asked.size(), 1);
        // Leaving meanwhile: the result is told all the same.
        rig.window->navigator().open({QStringLiteral("virtualmachines"), {}, {}});
        settle();
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        rig.pass(4);
        QVERIFY2(rig.told().join(QLatin1Char('\n')).contains(QLatin1String("Restore triggered")),
                 qPrintable(rig.told().join(QLatin1Char('\n'))));
    }

    void noPointsMeansNoRestore()
    {
        Rig rig;
        rig.backend.points.clear();
        rig.open();
        QVERIFY(says(*rig.window, QStringLiteral("No recovery points in this period")));
        QVERIFY(!rig.person().canUse(QStringLiteral("restore.submit")));
        QVERIFY(!rig.person().find(QStringLiteral("restore.submit"))->toolTip().isEmpty());
    }

    void pointsThatCantBeRead()
    {
        Rig rig;
        bool ill = true;
        rig.backend.before = [&ill](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return ill && QUrl(request.target).path().endsWith(QLatin1String("/recoveryPoints"), Qt::CaseInsensitive)
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.open();
        auto* unread = rig.person().find<views::MessageBar>(QStringLiteral("restore.unread"));
        QVERIFY(unread != nullptr);
        QVERIFY(!rig.person().canUse(QStringLiteral("restore.submit")));
        ill = false;
        Q_EMIT unread->actionTriggered();
        rig.pass(2);
        QVERIFY(!unread->isVisible());
        QCOMPARE(rig.timeline()->selected(), QStringLiteral("200000000000004"));
    }

    void stepsAreTickedAsTheyAreDone()
    {
        Rig rig;
        rig.open();
        const auto done = [&rig] {
            QString marks;
            for (const auto* mark : rig.page()->findChildren<views::StepMark*>()) {
                marks += mark->isDone() ? QLatin1Char('x') : QLatin1Char('.');
            }
            return marks;
        };
        QCOMPARE(done().count(QLatin1Char('x')), 3);
        rig.person().type(QStringLiteral("restore.folder"), {});
        QCOMPARE(done().count(QLatin1Char('x')), 2);
    }

    void allByKeys()
    {
        Rig rig;
        rig.refuseWith(0, {});
        rig.open();
        const auto lost = lostStops(*rig.window);
        QVERIFY2(lost.isEmpty(), qPrintable(lost));
        rig.timeline()->setFocus(Qt::TabFocusReason);
        rig.person().key(Qt::Key_Left);
        for (int i = 0; i < 60 && rig.window->focusWidget()->objectName() != QLatin1String("restore.disks"); ++i) {
            rig.person().key(Qt::Key_Tab);
        }
        QCOMPARE(rig.window->focusWidget()->objectName(), QStringLiteral("restore.disks"));
        rig.person().key(Qt::Key_Down);
        QVERIFY(rig.person().find<views::RadioCard>(QStringLiteral("restore.vm"))->isChecked());
        for (int i = 0; i < 60 && rig.window->focusWidget()->objectName() != QLatin1String("restore.name"); ++i) {
            rig.person().key(Qt::Key_Tab);
        }
        QCOMPARE(rig.window->focusWidget()->objectName(), QStringLiteral("restore.name"));
        QTest::keyClick(rig.window->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
        rig.pass(3);
        QCOMPARE(rig.asked.size(), 1);
        QVERIFY(rig.isOn("jobs"));
    }

    void everyWordFollowsTheLanguage()
    {
        QStringList english;
        {
            Rig rig(LanguageChoice::Swedish);
            rig.open();
            QTRY_VERIFY(!says(*rig.window, QStringLiteral("Kontrollerar …"))); // the checks are answered
            const auto fresh = wordsOf(*rig.window);
            rig.speak(LanguageChoice::English);
            english = wordsOf(*rig.window);
            rig.speak(LanguageChoice::Swedish);
            QCOMPARE(difference(wordsOf(*rig.window), fresh), QString());
        }
        Rig rig(LanguageChoice::English);
        rig.open();
        QTRY_VERIFY(!says(*rig.window, QStringLiteral("Looking…")));
        QCOMPARE(difference(english, wordsOf(*rig.window)), QString());
    }
};

VALV_TEST(TestRestorePage)

} // namespace tst_restorepage

#include "tst_restorepage.moc"

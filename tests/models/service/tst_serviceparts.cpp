// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/errors.h"
#include "service/finishedoperations.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/ratewindow.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_serviceparts {

using namespace valv;
using namespace valv::service;

class TestServiceParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void status_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("status");
        const auto row = [](const char* code, int status) {
            QTest::newRow(code) << QString::fromLatin1(code) << status;
        };
        row("AuthenticationFailed", 401);
        row("AuthorizationFailed", 403);
        row("ResourceNotFound", 404);
        row("BMSUserErrorDataSourceObjectNotFound", 404);
        row("BMSUserErrorObjectNotFound", 404);
        row("MethodNotAllowed", 405);
        row("InvalidResourceLocation", 409);
        row("BMSUserErrorObjectLocked", 409);
        row("PreconditionFailed", 412);
        row("RequestEntityTooLarge", 413);
        row("BMSUserErrorInvalidInput", 400);
        row("UserErrorProtectionStopped", 400);
        row("UserErrorVaultAndVmRegionMismatch", 400);
        row("InvalidRequestContent", 400);
        row("ValSomethingNew", 400);
        row("ResourceRequestsThrottled", 429);
        row("InternalServerError", 500);
        row("CatalogueDamaged", 500);
    }
    void status()
    {
        QFETCH(QString, code);
        QTEST(statusOf(code.toStdString()), "status");
    }

    void rowsOfAPage_data()
    {
        QTest::addColumn<qsizetype>("position");
        QTest::addColumn<qsizetype>("top"); // -1: not said
        QTest::addColumn<qsizetype>("ofJobs");
        QTest::addColumn<qsizetype>("ofVaults");
        const auto row = [](const char* name, qsizetype position, qsizetype top, qsizetype ofJobs, qsizetype ofVaults) {
            QTest::newRow(name) << position << top << ofJobs << ofVaults;
        };
        row("first", 0, -1, 100, 1000);
        row("further", 100, -1, 200, 1000);
        row("fewer are wanted", 0, 7, 7, 7);
        row("more are wanted", 100, 5000, 200, 1000);
    }
    void rowsOfAPage()
    {
        QFETCH(qsizetype, position);
        QFETCH(qsizetype, top);
        const Cursor cursor{position, {}, top < 0 ? std::nullopt : std::optional(top)};
        QTEST(lengthOf(cursor, jobPageSize), "ofJobs");
        QTEST(lengthOf(cursor, vaultPageSize), "ofVaults");
    }

    void finerCodesStandInDetails_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("wire");
        const auto row = [](const char* own, const char* wire) {
            QTest::newRow(own) << QString::fromLatin1(own) << QString::fromLatin1(wire);
        };
        row("PolicyInUse", "BMSUserErrorPolicyObjectInUse");
        row("PolicyInUseByRule", "BMSUserErrorPolicyObjectInUse");
        row("RegionMismatch", "UserErrorVaultAndVmRegionMismatch");
        row("ItemSoftDeleted", "UserErrorProtectionStopped");
        row("UserErrorBackupOperationInProgress", "BMSUserErrorObjectLocked");
        row("JobNotCancelable", "BMSUserErrorJobNotCancellable");
        row("JobNotInProgress", "BMSUserErrorJobNotCancellable");
        row("ConflictETagMismatch", "PreconditionFailed");
        row("ValVaultNameChars", "ResourceNameInvalid");
        row("ValPolicyNameStart", "BMSUserErrorInvalidPolicyInput");
        row("ValRetainTillPast", "BMSUserErrorInvalidInput");
    }
    void finerCodesStandInDetails()
    {
        QFETCH(QString, own);
        QFETCH(QString, wire);
        const auto error = onTheWire(Error{own.toStdString(), "Words.", "field", "Do this.", {}});
        QCOMPARE(QString::fromStdString(error.code), wire);
        QCOMPARE(error.details.size(), std::size_t(1));
        QCOMPARE(error.details.front().code, own.toStdString());
        QCOMPARE(error.action, "Do this.");
    }

    //! V7. The engine's own subscription is always enabled; the rule holds for what a backend says of its.
    void nothingIsMadeInADisabledSubscription_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("may");
        QTest::newRow("enabled") << QStringLiteral("Enabled") << true;
        QTest::newRow("other case") << QStringLiteral("enabled") << true;
        QTest::newRow("disabled") << QStringLiteral("Disabled") << false;
        QTest::newRow("read only") << QStringLiteral("PastDue") << false;
        QTest::newRow("deleted") << QStringLiteral("Deleted") << false;
    }
    void nothingIsMadeInADisabledSubscription()
    {
        QFETCH(QString, state);
        QFETCH(bool, may);
        contract::Subscription other;
        other.subscriptionId = QStringLiteral("22222222-2222-3333-4444-555555555555");
        other.state = QStringLiteral("Enabled");
        contract::Subscription asked;
        asked.subscriptionId = QStringLiteral("aaaaaaaa-2222-3333-4444-555555555555");
        asked.state = state;
        const auto checked = checkEnabled({other, asked}, asked.subscriptionId.toUpper());
        QCOMPARE(checked.has_value(), may);
        if (!may) {
            QCOMPARE(QString::fromStdString(checked.error().code), QStringLiteral("ValSubscriptionDisabled"));
            const auto wire = onTheWire(checked.error());
            QCOMPARE(statusOf(wire.code), 400);
            QCOMPARE(QString::fromStdString(wire.details.front().code), QStringLiteral("ValSubscriptionDisabled"));
        }
    }

    void contractCodesStay()
    {
        const Error error{"BMSUserErrorInvalidInput", "Words.", {}, {}, {Error{"X", "y", {}, {}, {}}}};
        QCOMPARE(onTheWire(error), error);
    }

    void rates()
    {
        RateWindow window;
        const Instant at(std::chrono::hours(1000));
        QCOMPARE(window.count(contract::Method::Get, at).second, 11'999);
        QCOMPARE(window.count(contract::Method::Head, at).second, 11'998);
        QCOMPARE(window.count(contract::Method::Put, at).second, 1'199);
        QCOMPARE(window.count(contract::Method::Delete, at).second, 14'999);
        QCOMPARE(window.count(contract::Method::Get, at).first,
                 QByteArray("x-ms-ratelimit-remaining-subscription-reads"));
        for (int i = 0; i < 2000; ++i) {
            (void)window.count(contract::Method::Post, at);
        }
        QCOMPARE(window.count(contract::Method::Post, at).second, 1);
        QCOMPARE(window.count(contract::Method::Post, at + std::chrono::hours(1)).second, 1'199);
    }

    void finishedOperations()
    {
        FinishedOperations done;
        const Instant at(std::chrono::hours(1000));
        done.add(QStringLiteral("ABC"), at);
        QVERIFY(done.contains(QStringLiteral("abc"), at + std::chrono::hours(24)));
        QVERIFY(!done.contains(QStringLiteral("abc"), at + std::chrono::hours(25)));
        QVERIFY(!done.contains(QStringLiteral("other"), at));
    }
};

VALV_TEST_GUILESS(TestServiceParts)

} // namespace tst_serviceparts

#include "tst_serviceparts.moc"

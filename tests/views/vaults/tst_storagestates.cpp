// SPDX-License-Identifier: GPL-3.0-or-later
// What the backup configuration of a vault says while it is read, when it could not be, when somebody else was faster,
// and when an item was protected meanwhile: said, and drawn in both languages. Source: flows.md B4, 0.10.
#include "controls/radiocard.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "views/vaults/vaultrig.h"

#include <QCheckBox>
#include <QLineEdit>

namespace tst_storagestates {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using contract::StorageModel;

namespace {

const auto mine = QStringLiteral("/mnt/min");

struct StorageRig : VaultRig
{
    explicit StorageRig(bool isSwedish = false)
        : VaultRig(isSwedish ? LanguageChoice::Swedish : LanguageChoice::English)
    {
        settings.setLook(isSwedish ? LookChoice::Dark : LookChoice::Light);
    }
    void openBlade(QSize size = {1440, 900})
    {
        open("infrastructure", size);
        press("infrastructure.configuration");
        pass(1);
    }
    [[nodiscard]] RadioCard& geo() const { return *person().find<RadioCard>(QStringLiteral("storage.geo")); }
    [[nodiscard]] RadioCard& local() const { return *person().find<RadioCard>(QStringLiteral("storage.local")); }
    [[nodiscard]] QLineEdit* folder() const { return person().find<QLineEdit>(QStringLiteral("storage.folder")); }
    [[nodiscard]] contract::StorageConfig& config() { return backend.storage[vault]; }
    void save()
    {
        press("storage.save");
        pass(2);
    }
    void check() const
    {
        keepPicture(*window,
                    QStringLiteral("storage-%1-%2")
                        .arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(QTest::currentDataTag()))
                        .remove(QLatin1Char(',')));
        QVERIFY2(faultsOf(*window).isEmpty(), qPrintable(faultsOf(*window)));
    }
};

void languages()
{
    QTest::addColumn<bool>("isSwedish");
    QTest::newRow("en") << false;
    QTest::newRow("sv") << true;
}

} // namespace

class StorageStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loading_data() { languages(); }
    void loading()
    {
        QFETCH(bool, isSwedish);
        StorageRig rig(isSwedish);
        rig.open("infrastructure");
        rig.transport->hold = true;
        rig.press("infrastructure.configuration");
        rig.pass(0);
        rig.check();
        QCOMPARE(rig.local().accessibleDescription(),
                 isSwedish ? QStringLiteral("Hämtar …") : QStringLiteral("Loading…"));
        QVERIFY(!rig.canPress("storage.save"));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(1);
        QVERIFY(rig.local().isEnabled());
    }

    void unread_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isSwedish");
        for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
            QTest::addRow("%s, en", kind) << status << false;
            QTest::addRow("%s, sv", kind) << status << true;
        }
    }
    void unread()
    {
        QFETCH(int, status);
        QFETCH(bool, isSwedish);
        StorageRig rig(isSwedish);
        const Trouble trouble{status, QStringLiteral("/vaultstorageconfig")};
        rig.backend.before = trouble;
        rig.openBlade(isSwedish ? QSize(1000, 700) : QSize(1440, 900));
        rig.pass(60); // it is tried again by itself first
        rig.check();
        rig.speak(LanguageChoice::English);
        auto* said = rig.bar("storage.failure");
        QVERIFY(said != nullptr);
        const auto unread = QStringLiteral("The configuration could not be read.");
        QVERIFY2(said->sentence().contains(unread), qPrintable(said->sentence()));
        QVERIFY2(said->sentence().contains(trouble.why()), qPrintable(said->sentence()));
        QCOMPARE(rig.geo().accessibleDescription(), unread); // not that it is still being read
        QCOMPARE(rig.local().accessibleDescription(), unread);
        QVERIFY(!rig.canPress("storage.save"));
        *trouble.on = false;
        *trouble.broken = false;
        QVERIFY(pressSaying(*said, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.bar("storage.failure") == nullptr);
        QVERIFY(rig.geo().isChecked());
        QVERIFY(rig.local().isEnabled());
    }

    //! What somebody else chose meanwhile is not replaced without a word, and nothing typed is lost.
    void conflict_data()
    {
        QTest::addColumn<bool>("isSwedish");
        QTest::addColumn<bool>("drop");
        QTest::newRow("replaced, en") << false << false;
        QTest::newRow("replaced, sv") << true << false;
        QTest::newRow("dropped, en") << false << true;
        QTest::newRow("dropped, sv") << true << true;
    }
    void conflict()
    {
        QFETCH(bool, isSwedish);
        QFETCH(bool, drop);
        const auto theirs = QStringLiteral("/srv/deras");
        StorageRig rig(isSwedish);
        rig.openBlade();
        rig.person().type(QStringLiteral("storage.folder"), mine);
        rig.config().redundancy = StorageModel::GeoRedundant;
        rig.config().secondFolder = theirs;
        rig.save();
        QCOMPARE(rig.config().secondFolder.value_or(QString()), theirs);
        auto* said = rig.bar("storage.failure");
        QVERIFY(said != nullptr);
        QVERIFY2(said->sentence().contains(
                     isSwedish ? QStringLiteral("Någon annan har ändrat konfigurationen under tiden.")
                               : QStringLiteral("Somebody else has changed the configuration meanwhile.")),
                 qPrintable(said->sentence()));
        QVERIFY2(said->sentence().contains(theirs), qPrintable(said->sentence()));
        QCOMPARE(rig.folder()->text(), mine);
        rig.check();
        if (drop) {
            Q_EMIT said->actionTriggered(); // Read again
            rig.pass(2);
            QCOMPARE(rig.folder()->text(), theirs);
            QVERIFY(!rig.canPress("storage.save"));
            QCOMPARE(rig.config().secondFolder.value_or(QString()), theirs);
        } else {
            rig.save();
            QCOMPARE(rig.config().secondFolder.value_or(QString()), mine);
        }
        QVERIFY(rig.bar("storage.failure") == nullptr);
    }

    //! Theirs was another kind, which a folder alone says nothing of.
    void anotherKindIsNoticed()
    {
        StorageRig rig;
        rig.openBlade();
        rig.person().type(QStringLiteral("storage.folder"), mine);
        rig.config().redundancy = StorageModel::LocallyRedundant;
        rig.save();
        QVERIFY(rig.config().redundancy == StorageModel::LocallyRedundant);
        QVERIFY(rig.bar("storage.failure") != nullptr);
        QVERIFY2(
            rig.bar("storage.failure")->sentence().contains(QStringLiteral("Locally redundant"), Qt::CaseInsensitive),
            qPrintable(rig.bar("storage.failure")->sentence()));
        QVERIFY(rig.geo().isChecked());
        QCOMPARE(rig.folder()->text(), mine);
    }

    //! An item was protected since it was read: V16.
    void lockedMeanwhile_data() { languages(); }
    void lockedMeanwhile()
    {
        QFETCH(bool, isSwedish);
        StorageRig rig(isSwedish);
        rig.openBlade();
        rig.local().click();
        rig.person().find<QCheckBox>(QStringLiteral("storage.understood"))->click();
        rig.pass(0);
        rig.config().locked = true;
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Put
                ? std::optional(Result<HttpResponse>(answer(
                    400,
                    {{QStringLiteral("error"),
                      QJsonObject{
                          {QStringLiteral("code"), QStringLiteral("BMSUserErrorInvalidInput")},
                          {QStringLiteral("message"), QStringLiteral("No.")},
                          {QStringLiteral("details"),
                           QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("StorageTypeLocked")},
                                                  {QStringLiteral("message"), QStringLiteral("It is locked.")}}}}}}})))
                : std::nullopt;
        };
        const int before = rig.asked("/vaultstorageconfig");
        rig.save();
        QCOMPARE(rig.asked("/vaultstorageconfig") - before, 2); // it is asked for, and read once
        rig.check();
        QVERIFY(rig.bar("storage.failure") != nullptr);
        QVERIFY(rig.geo().isChecked()); // as it is
        QVERIFY(!rig.local().isEnabled());
        QCOMPARE(rig.bar("storage.message")->sentence(), rig.local().accessibleDescription());
        QVERIFY(rig.canPress("storage.folder")); // the second location still can
        rig.backend.before = {};
        rig.person().type(QStringLiteral("storage.folder"), mine);
        rig.save();
        QCOMPARE(rig.config().secondFolder.value_or(QString()), mine);
    }
};

VALV_TEST(StorageStatesTest)

} // namespace tst_storagestates

#include "tst_storagestates.moc"

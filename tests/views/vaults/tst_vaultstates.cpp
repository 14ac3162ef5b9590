// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of a vault say while nothing is known, when something could not be read, and when somebody else was
// faster; through real widgets over the fake backend. Source: flows.md 0.2, 0.10.
#include "controls/messagebar.h"
#include "controls/statusrow.h"
#include "controls/tile.h"
#include "controls/toggle.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QLineEdit>

namespace tst_vaultstates {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using contract::JobOperation;
using contract::JobStatus;
using contract::Method;

namespace {

const char* const parts[] = {"overview", "tags", "infrastructure", "properties", "locks", "rules"};

struct StateRig : PageRig
{
    ArmId vault;

    explicit StateRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
        , vault(backend.vaultId(QStringLiteral("valv-produktion")))
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        auto& made = backend.vaults.last();
        made.etag = QStringLiteral("W/\"1\"");
        made.softDelete = contract::SoftDelete::Enabled;
        made.immutability = contract::Immutability::Disabled;
        made.tags.insert(QStringLiteral("miljö"), QStringLiteral("test"));
    }
    void open(const QByteArray& part)
    {
        show({QStringLiteral("vault"), vault.text(), QString::fromLatin1(part)});
        pass(2);
    }
    //! \param code offline: nothing answers at all
    void refuse(const QByteArray& ending, const QByteArray& code)
    {
        backend.before = [=](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (code == "NetworkOffline") {
                return Result<HttpResponse>(failure("NetworkOffline", "No route to host."));
            }
            const auto path = request.target.section(QLatin1Char('?'), 0, 0);
            const int status = code == "AuthorizationFailed" ? 403 : 500;
            return path.endsWith(QString::fromLatin1(ending))
                ? std::optional<Result<HttpResponse>>(answer(status, errorBody(QString::fromLatin1(code))))
                : std::nullopt;
        };
    }
    [[nodiscard]] MessageBar& unread() const { return *window->findChild<MessageBar*>(QStringLiteral("vault.unread")); }
    //! Nothing is cut or nameless as it stands now.
    [[nodiscard]] QString faults() const
    {
        const auto row = QString::fromUtf8(QTest::currentDataTag()).replace(QLatin1String(": "), QLatin1String("-"));
        keepPicture(*window, QStringLiteral("vault-%1-%2").arg(QLatin1String(QTest::currentTestFunction()), row));
        return faultsOf(*window);
    }
    [[nodiscard]] bool isLoading() const { return person().find(QStringLiteral("vault.loading")) != nullptr; }
};

void eachPart()
{
    QTest::addColumn<QByteArray>("part");
    for (const char* part : parts) {
        QTest::newRow(part) << QByteArray(part);
    }
}

} // namespace

class TestVaultStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loading_data() { eachPart(); }
    void loading()
    {
        QFETCH(QByteArray, part);
        StateRig rig;
        rig.transport->hold = true;
        rig.open(part);
        QVERIFY(rig.isLoading());
        QVERIFY(!rig.unread().isVisible());
        QVERIFY(!says(*rig.page(), QStringLiteral("Nothing needs attention.")));
        QVERIFY2(rig.faults().isEmpty(), qPrintable(rig.faults()));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(1);
        QVERIFY(!rig.isLoading());
        QVERIFY(!rig.unread().isVisible());
    }

    void unread_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("said");
        const std::pair<const char*, QString> codes[] = {
            {"InternalServerError", QStringLiteral("The vault could not be read.")},
            {"AuthorizationFailed", QStringLiteral("You do not have permission for this action.")},
            {"NetworkOffline", QStringLiteral("The vault could not be read.")},
        };
        for (const char* part : parts) {
            for (const auto& [code, said] : codes) {
                QTest::addRow("%s: %s", part, code) << QByteArray(part) << QByteArray(code) << said;
            }
        }
    }
    void unread()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, code);
        QFETCH(QString, said);
        StateRig rig;
        rig.refuse("/vaults", code);
        rig.open(part);
        QVERIFY(!rig.isLoading());
        QVERIFY(rig.unread().isVisible());
        QVERIFY2(rig.unread().sentence().contains(said), qPrintable(rig.unread().sentence()));
        QVERIFY2(rig.faults().isEmpty(), qPrintable(rig.faults()));
        rig.backend.before = {};
        rig.transport->hold = true;
        Q_EMIT rig.unread().actionTriggered(); // Try again
        rig.pass(0);
        QVERIFY(!rig.unread().isVisible());
        QVERIFY(rig.isLoading());
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(6);
        QVERIFY(!rig.isLoading());
        QVERIFY2(!rig.unread().isVisible(), qPrintable(rig.unread().sentence()));
    }

    void stale_data() { eachPart(); }
    void stale()
    {
        QFETCH(QByteArray, part);
        StateRig rig;
        rig.open(part);
        rig.refuse("/vaults", "InternalServerError");
        rig.page()->refresh();
        rig.pass(1);
        QVERIFY(rig.unread().isVisible());
        QVERIFY2(rig.unread().sentence().contains(QStringLiteral("Showing data from")),
                 qPrintable(rig.unread().sentence()));
        QVERIFY2(rig.faults().isEmpty(), qPrintable(rig.faults()));
        rig.transport->hold = true; // what is read by itself takes nothing away until the answer is there
        rig.page()->refresh();
        rig.pass(0);
        QVERIFY(rig.unread().isVisible());
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        QVERIFY(rig.unread().isVisible());
        rig.backend.before = {};
        Q_EMIT rig.unread().actionTriggered();
        rig.pass(1);
        QVERIFY(!rig.unread().isVisible());
    }

    //! What a page could not read is not said to be well.
    void besides_data()
    {
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<QByteArray>("ending");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("notSaid");
        const QByteArray overview("overview");
        QTest::newRow("items") << overview << QByteArray("/backupProtectedItems")
                               << QStringLiteral("The backup items could not be read.")
                               << QStringLiteral("Nothing needs attention.");
        QTest::newRow("alerts") << overview << QByteArray("/alerts") << QStringLiteral("The alerts could not be read.")
                                << QStringLiteral("Nothing needs attention.");
        QTest::newRow("jobs") << overview << QByteArray("/backupJobs") << QStringLiteral("The jobs could not be read.")
                              << QStringLiteral("No job has run yet.");
        QTest::newRow("locks") << QByteArray("locks") << QByteArray("/locks")
                               << QStringLiteral("The locks could not be read.") << QStringLiteral("There is no lock.");
    }
    void besides()
    {
        QFETCH(QByteArray, part);
        QFETCH(QByteArray, ending);
        QFETCH(QString, said);
        QFETCH(QString, notSaid);
        StateRig rig;
        rig.refuse(ending, "AuthorizationFailed");
        rig.open(part);
        QVERIFY(rig.unread().isVisible());
        QVERIFY2(rig.unread().sentence().contains(QStringLiteral("Not everything could be read.")),
                 qPrintable(rig.unread().sentence()));
        QVERIFY2(says(*rig.page(), said), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QVERIFY(!says(*rig.page(), notSaid));
        QVERIFY2(rig.faults().isEmpty(), qPrintable(rig.faults()));
        rig.backend.before = {};
        Q_EMIT rig.unread().actionTriggered();
        rig.pass(6);
        QVERIFY2(!rig.unread().isVisible(), qPrintable(rig.unread().sentence()));
        QVERIFY(!says(*rig.page(), said));
        QVERIFY(says(*rig.page(), notSaid));
    }

    void locksThatWereReadStay()
    {
        StateRig rig;
        contract::ManagementLock lock;
        lock.name = QStringLiteral("ej-bort");
        lock.id = contract::ManagementLock::idOf(rig.vault, lock.name);
        rig.backend.locks.append(lock);
        rig.open("locks");
        rig.refuse("/locks", "InternalServerError");
        rig.page()->refresh();
        rig.pass(6);
        QVERIFY(rig.unread().isVisible());
        QVERIFY2(rig.unread().sentence().contains(QStringLiteral("Showing data from")),
                 qPrintable(rig.unread().sentence()));
        QVERIFY(says(*rig.page(), lock.name));
        QVERIFY2(rig.faults().isEmpty(), qPrintable(rig.faults()));
        rig.backend.before = {};
        Q_EMIT rig.unread().actionTriggered();
        rig.pass(6);
        QVERIFY(!rig.unread().isVisible());
    }

    void notesOfALockAreNotLostUnasked()
    {
        StateRig rig;
        rig.open("locks");
        QVERIFY(rig.page()->unsaved().isEmpty());
        rig.person().type(QStringLiteral("locks.notes"), QStringLiteral("Revision till januari"));
        QVERIFY(!rig.page()->unsaved().isEmpty());
    }

    void aLockOnTheServicesGroupIsWarnedOf()
    {
        StateRig rig;
        contract::ManagementLock lock;
        lock.name = QStringLiteral("stopp");
        lock.id = ArmId::resourceGroup(rig.backend.subscription, QStringLiteral("AzureBackupRG_swedencentral_1"))
                      .child(QStringLiteral("providers/Microsoft.Authorization/locks"), lock.name);
        rig.backend.locks.append(lock);
        rig.open("overview");
        auto* bar = rig.window->findChild<MessageBar*>(QStringLiteral("vault.serviceLock"));
        QVERIFY(bar != nullptr && bar->isVisible());
        QVERIFY(bar->sentence().contains(QStringLiteral("AzureBackupRG_swedencentral_1")));
        Q_EMIT bar->actionTriggered();
        QCOMPARE(rig.window->navigator().current().part, QStringLiteral("locks"));
    }

    void tagsOfSomebodyElseAreNotLost_data()
    {
        QTest::addColumn<bool>("drop");
        QTest::newRow("theirs are read") << true;
        QTest::newRow("theirs are replaced") << false;
    }
    void tagsOfSomebodyElseAreNotLost()
    {
        QFETCH(bool, drop);
        StateRig rig;
        rig.open("tags");
        const auto mine = QMap<QString, QString>{{QStringLiteral("miljö"), QStringLiteral("test")},
                                                 {QStringLiteral("ägare"), QStringLiteral("drift")}};
        const auto theirs = QMap<QString, QString>{{QStringLiteral("miljö"), QStringLiteral("produktion")}};
        rig.person().click(QStringLiteral("tags.add"));
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("ägare"));
        rig.person().type(QStringLiteral("tags.value"), QStringLiteral("drift"));
        rig.person().click(QStringLiteral("tags.take"));
        rig.backend.vaults.first().tags = theirs;
        rig.backend.vaults.first().etag = QStringLiteral("W/\"99\"");
        rig.person().click(QStringLiteral("tags.save"));
        rig.pass(1);
        QCOMPARE(rig.backend.vaults.first().tags, theirs);
        auto* message = rig.window->findChild<MessageBar*>(QStringLiteral("tags.message"));
        QVERIFY(message->isVisible());
        QVERIFY2(message->sentence().contains(QStringLiteral("Somebody else has changed the vault meanwhile.")),
                 qPrintable(message->sentence()));
        QVERIFY2(rig.faults().isEmpty(), qPrintable(rig.faults()));
        QVERIFY(!rig.page()->unsaved().isEmpty()); // what was entered is still here
        if (drop) {
            Q_EMIT message->actionTriggered(); // Read again
            rig.pass(1);
            QVERIFY(rig.page()->unsaved().isEmpty());
            QVERIFY(says(*rig.page(), QStringLiteral("produktion")));
            QVERIFY(!says(*rig.page(), QStringLiteral("drift")));
        } else {
            rig.person().click(QStringLiteral("tags.save"));
            rig.pass(1);
            QCOMPARE(rig.backend.vaults.first().tags, mine);
        }
        QVERIFY(!message->isVisible());
    }

    //! A change of something else is no conflict over tags.
    void anotherSettingIsNoConflict()
    {
        StateRig rig;
        rig.open("tags");
        rig.person().click(QStringLiteral("tags.add"));
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("ägare"));
        rig.person().type(QStringLiteral("tags.value"), QStringLiteral("drift"));
        rig.person().click(QStringLiteral("tags.take"));
        rig.backend.vaults.first().softDelete = contract::SoftDelete::Disabled;
        rig.backend.vaults.first().etag = QStringLiteral("W/\"99\"");
        rig.session->vaults().refresh();
        rig.pass(1);
        rig.person().click(QStringLiteral("tags.save"));
        rig.pass(1);
        QCOMPARE(rig.backend.vaults.first().tags.value(QStringLiteral("ägare")), QStringLiteral("drift"));
    }

    void aSettingThatSomebodyElseChangedIsShownFirst()
    {
        StateRig rig;
        rig.open("properties");
        rig.backend.vaults.first().immutability = contract::Immutability::Unlocked;
        rig.backend.vaults.first().etag = QStringLiteral("W/\"99\"");
        auto* toggle = rig.window->findChild<Toggle*>(QStringLiteral("properties.immutable"));
        QVERIFY(!toggle->isChecked());
        rig.person().click(QStringLiteral("properties.immutable"));
        rig.pass(1);
        auto* message = rig.window->findChild<MessageBar*>(QStringLiteral("properties.message"));
        QVERIFY(message->isVisible());
        QVERIFY2(message->sentence().contains(QStringLiteral("The setting could not be saved.")),
                 qPrintable(message->sentence()));
        QVERIFY(toggle->isChecked()); // as they have it
    }
};

VALV_TEST(TestVaultStates)

} // namespace tst_vaultstates

#include "tst_vaultstates.moc"

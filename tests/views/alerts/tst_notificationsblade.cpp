// SPDX-License-Identifier: GPL-3.0-or-later
// Which alerts of a vault are mailed, and to whom: the form behind "Configure notifications", whatever the vault's last
// mail met, and what others do to it meanwhile. Source: flows.md I9.
#include "controls/blade.h"
#include "support/testprogram.h"
#include "views/alerts/alertrig.h"

#include <QLineEdit>
#include <QMenu>

namespace tst_notificationsblade {

using namespace valv;
using namespace valv::test;

class TestNotificationsBlade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! Also of a vault without alerts, which the filter does not offer.
    void notificationsOfAnyVault()
    {
        AlertRig rig;
        rig.backend.addVault(QStringLiteral("valv-produktion"));
        rig.open();
        rig.person().command(QStringLiteral("alerts.notify"));
        settle();
        QVERIFY(blade(rig) != nullptr && rig.button(QStringLiteral("Save")) != nullptr); // the only one
        rig.person().key(Qt::Key_Escape);
        settle();
        rig.backend.addVault(QStringLiteral("valv-test"));
        auto twin = rig.backend.vaults.last();
        twin.id = ArmId::vault(rig.backend.subscription, QStringLiteral("rg-annan"), QStringLiteral("valv-test"));
        rig.backend.vaults.append(twin);
        rig.session->vaults().refresh();
        rig.pass(1);
        rig.person().command(QStringLiteral("alerts.notify"));
        settle();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(textsOf(*menu),
                 (QStringList{QStringLiteral("valv-produktion"), QStringLiteral("valv-test · rg-annan"),
                              QStringLiteral("valv-test · ") + rig.other.resourceGroup()}));
        menu->actions().at(1)->trigger();
        menu->close();
        settle();
        QVERIFY(blade(rig) != nullptr);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("anna@nordvik.example"));
        rig.press(QStringLiteral("Save"));
        rig.pass(1);
        QVERIFY(blade(rig) == nullptr);
        QVERIFY(rig.backend.vaults.at(2).notifications.has_value());
        QVERIFY(!rig.backend.vaults.at(1).notifications.has_value());
    }
    void notificationsOfNoVault()
    {
        AlertRig rig;
        rig.open();
        QVERIFY(!rig.action("alerts.notify")->isEnabled());
        QCOMPARE(rig.action("alerts.notify")->statusTip(), QStringLiteral("There is no vault yet."));
    }

    //! What somebody else does to a form that nobody has touched is shown in it, and is not this person's change.
    void anUntouchedFormFollows()
    {
        AlertRig rig;
        mailed(rig);
        auto* recipients = rig.person().find<QLineEdit>(QStringLiteral("notifications.recipients"));
        QCOMPARE(recipients->text(), QStringLiteral("anna@nordvik.example"));
        byAnother(rig, QStringLiteral("bo@nordvik.example"));
        rig.session->vaults().refreshVault(rig.vault);
        rig.pass(1);
        QCOMPARE(recipients->text(), QStringLiteral("bo@nordvik.example"));
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(blade(rig) == nullptr); // nothing is unsaved
    }

    //! Somebody else was faster: it is said, what was typed stays, and saving again replaces theirs.
    void aConflictIsSaid_data()
    {
        QTest::addColumn<bool>("noticed"); // theirs was read before one saves
        QTest::addColumn<bool>("replace");
        QTest::newRow("replaced") << false << true;
        QTest::newRow("replaced, seen before") << true << true;
        QTest::newRow("dropped") << false << false;
    }
    void aConflictIsSaid()
    {
        QFETCH(bool, noticed);
        QFETCH(bool, replace);
        AlertRig rig;
        mailed(rig);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("eva@nordvik.example"));
        byAnother(rig, QStringLiteral("bo@nordvik.example"));
        if (noticed) {
            rig.session->vaults().refreshVault(rig.vault);
            rig.pass(1);
        }
        rig.press(QStringLiteral("Save"));
        rig.pass(1);
        auto* failure = rig.person().find<views::MessageBar>(QStringLiteral("notifications.failure"));
        QVERIFY(failure != nullptr);
        QVERIFY2(failure->sentence().startsWith(QLatin1String("Somebody else has changed the vault meanwhile.")),
                 qPrintable(failure->sentence()));
        auto* recipients = rig.person().find<QLineEdit>(QStringLiteral("notifications.recipients"));
        QCOMPARE(recipients->text(), QStringLiteral("eva@nordvik.example"));
        QCOMPARE(stored(rig), QStringList{QStringLiteral("bo@nordvik.example")});
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.press(replace ? QStringLiteral("Save") : QStringLiteral("Read again"));
        rig.pass(1);
        if (replace) {
            QVERIFY(blade(rig) == nullptr);
            QCOMPARE(stored(rig), QStringList{QStringLiteral("eva@nordvik.example")});
        } else {
            QCOMPARE(recipients->text(), QStringLiteral("bo@nordvik.example"));
            rig.person().key(Qt::Key_Escape);
            settle();
            QVERIFY(blade(rig) == nullptr);
        }
    }
    //! Another part of the vault is no conflict.
    void tagsAreNoConflict()
    {
        AlertRig rig;
        mailed(rig);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("eva@nordvik.example"));
        rig.backend.vaults.first().tags.insert(QStringLiteral("miljö"), QStringLiteral("test"));
        rig.backend.vaults.first().etag = QStringLiteral("W/\"tagged\"");
        rig.press(QStringLiteral("Save"));
        rig.pass(1);
        QTRY_VERIFY(blade(rig) == nullptr);
        QCOMPARE(stored(rig), QStringList{QStringLiteral("eva@nordvik.example")});
    }

    //! What was refused is said and can be tried again, and Esc loses nothing.
    void aRefusedSettingIsTriedAgain()
    {
        AlertRig rig;
        mailed(rig);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("eva@nordvik.example"));
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("notifications.unsaved")) != nullptr);
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Patch
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.press(QStringLiteral("Save"));
        rig.pass(1);
        auto* failure = rig.person().find<views::MessageBar>(QStringLiteral("notifications.failure"));
        QVERIFY(failure != nullptr);
        QVERIFY(failure->sentence().startsWith(QLatin1String("The notifications could not be saved.")));
        rig.backend.before = {};
        rig.press(QStringLiteral("Try again"));
        rig.pass(1);
        QVERIFY(blade(rig) == nullptr);
        QCOMPARE(stored(rig), QStringList{QStringLiteral("eva@nordvik.example")});
    }

    //! In the person's language, with the server's own words beneath.
    void whyNoMailWent_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        const auto add = [](const char* code, const char* english, const char* swedish) {
            QTest::addRow("%s in English", code)
                << LanguageChoice::English << QString::fromLatin1(code) << QString::fromUtf8(english);
            QTest::addRow("%s in Swedish", code)
                << LanguageChoice::Swedish << QString::fromLatin1(code) << QString::fromUtf8(swedish);
        };
        add("MailSignInFailed", "The mail server did not accept the name and password.",
            "E-postservern godtog inte namnet och lösenordet.");
        add("MailServerNotTrusted", "There is no safe connection to the mail server.",
            "Det går inte att ansluta säkert till e-postservern.");
        add("MailServerUnreachable", "The mail server does not answer.", "E-postservern svarar inte.");
        add("MailRefused", "The mail server did not take the mail.", "E-postservern tog inte emot meddelandet.");
    }
    void whyNoMailWent()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, code);
        QFETCH(QString, said);
        AlertRig rig(words);
        mailed(rig);
        auto& problem = *rig.backend.vaults.first().notificationState->problem;
        problem.code = code.toStdString();
        problem.message = "The server's own words.";
        rig.session->vaults().refreshVault(rig.vault);
        rig.pass(1);
        QVERIFY2(says(*blade(rig), said), qPrintable(wordsOf(*blade(rig)).join(QLatin1Char('\n'))));
        QVERIFY(says(*blade(rig), QStringLiteral("The server's own words.")));
    }

    void notificationsFit_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QSize>("size");
        for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
            for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                QTest::addRow("%d at %d", static_cast<int>(words), size.width()) << words << size;
            }
        }
    }
    void notificationsFit()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QSize, size);
        AlertRig rig(words);
        mailed(rig, size);
        const auto check = [&rig](const char* state) {
            settle();
            const auto faults = faultsOf(*blade(rig)->panel());
            keepPicture(*rig.window,
                        QStringLiteral("notifications-%1-%2")
                            .arg(QString::fromLatin1(QTest::currentDataTag()), QLatin1String(state)));
            QVERIFY2(faults.isEmpty(), qPrintable(QLatin1String(state) + QLatin1Char('\n') + faults));
            const auto stops = lostStops(*rig.window);
            QVERIFY2(stops.isEmpty(), qPrintable(QLatin1String(state) + QLatin1Char('\n') + stops));
        };
        check("failed sending");
        rig.backend.vaults.first().notificationState->hasServer = false;
        rig.session->vaults().refreshVault(rig.vault);
        rig.pass(1);
        rig.person().type(QStringLiteral("notifications.recipients"), QStringLiteral("anna, bo"));
        rig.person().key(Qt::Key_Escape);
        QTest::keyClick(blade(rig), Qt::Key_Return, Qt::ControlModifier);
        check("no server, unsaved, wrong address");
    }

private:
    [[nodiscard]] static views::Blade* blade(const AlertRig& rig)
    {
        auto* found = rig.person().find<views::Blade>(QStringLiteral("notifications"));
        return found != nullptr && found->isOpen() ? found : nullptr;
    }
    [[nodiscard]] static QStringList textsOf(const QMenu& menu)
    {
        QStringList texts;
        for (const auto* action : menu.actions()) {
            texts.append(action->text());
        }
        return texts;
    }
    [[nodiscard]] static QStringList stored(const AlertRig& rig)
    {
        return rig.backend.vaults.first().notifications->recipients;
    }
    //! A vault that mails, with its form open; the last mail did not go.
    static void mailed(AlertRig& rig, QSize size = {1440, 900})
    {
        rig.fill();
        auto& vault = rig.backend.vaults.first();
        vault.etag = QStringLiteral("W/\"first\"");
        vault.notifications = contract::NotificationSettings();
        vault.notifications->enabled = true;
        vault.notifications->recipients = {QStringLiteral("anna@nordvik.example")};
        contract::NotificationState state;
        state.hasServer = true;
        state.waiting = 2;
        state.lastFailed = rig.backend.now.addSecs(-600);
        state.problem = Error{"MailSignInFailed",
                              "The mail server smtp.nordvik.example did not accept the name and password: 535 5.7.8 "
                              "Authentication credentials invalid",
                              {},
                              {},
                              {}};
        vault.notificationState = state;
        rig.open(rig.vault, {}, size);
        rig.person().command(QStringLiteral("alerts.notify"));
        rig.pass(1);
        QVERIFY(blade(rig) != nullptr);
    }
    static void byAnother(AlertRig& rig, const QString& recipient)
    {
        auto& vault = rig.backend.vaults.first();
        vault.notifications->recipients = {recipient};
        vault.etag = QStringLiteral("W/\"theirs\"");
    }
};

VALV_TEST(TestNotificationsBlade)

} // namespace tst_notificationsblade

#include "tst_notificationsblade.moc"

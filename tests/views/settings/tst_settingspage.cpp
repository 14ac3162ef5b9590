// SPDX-License-Identifier: GPL-3.0-or-later
// The settings through their real widgets, by keyboard, in both languages. Source: picture settings_sv.
#include "controls/blade.h"
#include "controls/combobox.h"
#include "controls/linkbutton.h"
#include "controls/navlist.h"
#include "controls/resourcemenu.h"
#include "presentation/app/connections.h"
#include "settings/mailcard.h"
#include "settings/settingspage.h"
#include "shell/commandpalette.h"
#include "shell/palettelist.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>

namespace tst_settingspage {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

struct SettingsRig : PageRig
{
    explicit SettingsRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        window->setMorePages([] { return SettingsPage::places(); });
        ConnectionProfile local;
        local.kind = ConnectionKind::Folders;
        local.name = QStringLiteral("Basement");
        local.vmFolders = {QStringLiteral("/srv/vms"), QStringLiteral("/mnt/more")};
        first = connections.save(local);
        ConnectionProfile server;
        server.kind = ConnectionKind::Server;
        server.address = QStringLiteral("https://backup.nordvik.example:8743");
        server.tokenFile = QStringLiteral("/home/anna/valvd.token");
        second = connections.save(server);
        connections.setCurrent(first);
        connections.setUsualDataFolder(QStringLiteral("/home/anna/.local/share/valv"));
    }
    void open(const QString& part = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("settings"), {}, part}, size);
    }
    void press(const QString& name)
    {
        auto* widget = person().find(name);
        QVERIFY2(widget != nullptr, qPrintable(name));
        widget->setFocus(Qt::TabFocusReason);
        QTest::keyClick(widget, Qt::Key_Space);
        settle();
    }
    [[nodiscard]] QWidget* named(const QString& accessibleName) const
    {
        for (auto* button : window->findChildren<QAbstractButton*>()) {
            if (button->isVisible() && button->accessibleName() == accessibleName) {
                return button;
            }
        }
        return nullptr;
    }
    QString first;
    QString second;
};

} // namespace

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English)
                                 << QStringList{
                                        QStringLiteral("Basement"),
                                        QStringLiteral("In use"),
                                        QStringLiteral("valvd on backup.nordvik.example"),
                                        QStringLiteral("Not in use"),
                                        QStringLiteral("/mnt/more"),
                                        QStringLiteral("Scheduled backups run there, also when this window is closed."),
                                        QStringLiteral("/home/anna/.local/share/valv/keys")};
        QTest::newRow("Swedish")
            << static_cast<int>(LanguageChoice::Swedish)
            << QStringList{
                   QStringLiteral("Basement"),
                   QStringLiteral("Används nu"),
                   QStringLiteral("valvd på backup.nordvik.example"),
                   QStringLiteral("Används inte"),
                   QStringLiteral("/mnt/more"),
                   QStringLiteral("Schemalagda säkerhetskopieringar körs där, även när det här fönstret är stängt."),
                   QStringLiteral("/home/anna/.local/share/valv/keys")};
    }
    void says()
    {
        QFETCH(int, words);
        QFETCH(QStringList, said);
        SettingsRig rig(static_cast<LanguageChoice>(words));
        rig.open();
        for (const QString& text : said) {
            QVERIFY2(test::says(*rig.page(), text),
                     qPrintable(text + QLatin1String("\nin\n") + wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        }
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("words");
        for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
            for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                QTest::addRow("%d at %d", static_cast<int>(words), size.width()) << size << static_cast<int>(words);
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(QSize, size);
        QFETCH(int, words);
        SettingsRig rig(static_cast<LanguageChoice>(words));
        rig.open({}, size);
        QVERIFY2(faultsOf(*rig.page()).isEmpty(), qPrintable(faultsOf(*rig.page())));
        QVERIFY2(lostStops(*rig.window).isEmpty(), qPrintable(lostStops(*rig.window)));
    }

    void languageFollowsWhole()
    {
        SettingsRig rig;
        rig.open();
        const auto before = wordsOf(*rig.page());
        rig.speak(LanguageChoice::Swedish);
        rig.speak(LanguageChoice::English);
        QVERIFY2(difference(wordsOf(*rig.page()), before).isEmpty(),
                 qPrintable(difference(wordsOf(*rig.page()), before)));
    }

    void languageIsChosen()
    {
        SettingsRig rig;
        rig.open(QStringLiteral("language"));
        auto* language = rig.person().find<ComboBox>(QStringLiteral("settings.language"));
        QVERIFY(language->hasFocus()); // the part of the link has the focus
        QTest::keyClick(language, Qt::Key_Home);
        QTest::keyClick(language, Qt::Key_Down); // Svenska
        settle();
        QCOMPARE(rig.settings.language(), LanguageChoice::Swedish);
        QVERIFY(test::says(*rig.page(), QStringLiteral("Ändringar sparas direkt.")));
        QCOMPARE(language->currentText(), QStringLiteral("Svenska"));
    }

    void looksAreChosen()
    {
        SettingsRig rig;
        rig.open(QStringLiteral("appearance"));
        auto* light = rig.person().find(QStringLiteral("settings.light"));
        QVERIFY(light->hasFocus());
        QTest::keyClick(light, Qt::Key_Right);
        QCOMPARE(rig.settings.look(), LookChoice::Dark);
        QVERIFY(rig.theme.isDark());
        rig.press(QStringLiteral("settings.contrast"));
        QVERIFY(rig.settings.highContrast());
        rig.press(QStringLiteral("settings.motion"));
        QCOMPARE(rig.settings.motion(), MotionSetting::System); // it was reduced
        for (auto* link : rig.page()->findChildren<LinkButton*>()) {
            if (link->text() == QLatin1String("Restore defaults")) {
                link->setFocus(Qt::TabFocusReason);
                QTest::keyClick(link, Qt::Key_Space);
            }
        }
        QCOMPARE(rig.settings.look(), LookChoice::System);
        QVERIFY(!rig.settings.highContrast());
        QCOMPARE(rig.connections.all().size(), 2); // these stay
    }

    void prices_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("error");
        QTest::newRow("Swedish") << static_cast<int>(LanguageChoice::Swedish) << QStringLiteral("92,5")
                                 << QStringLiteral("Ange ett pris från 0 till 1 000 000.");
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English) << QStringLiteral("92.5")
                                 << QStringLiteral("Enter a price from 0 to 1,000,000.");
    }
    //! Saved as they are typed; what is no price is said beside its field and kept there, and the price of before
    //! stays.
    void prices()
    {
        QFETCH(int, words);
        QFETCH(QString, typed);
        QFETCH(QString, error);
        SettingsRig rig(static_cast<LanguageChoice>(words));
        rig.open(QStringLiteral("prices"));
        QVERIFY(rig.settings.prices().isEmpty()); // none is shipped
        const auto small = QStringLiteral("settings.priceSmall");
        auto* edit = rig.person().find<QLineEdit>(small);
        QVERIFY(edit->hasFocus());
        rig.person().type(small, typed);
        rig.person().key(Qt::Key_Tab);
        QCOMPARE(rig.settings.prices().small.value_or(-1), 92.5);
        for (const char* wrong : {"-1", "x", "1000001"}) {
            rig.person().type(small, QLatin1String(wrong));
            rig.person().key(Qt::Key_Tab);
            QVERIFY2(spaced(wordsOf(*rig.page()).join(QLatin1Char('\n'))).contains(error), wrong);
            QCOMPARE(edit->text(), QLatin1String(wrong));
            QCOMPARE(rig.settings.prices().small.value_or(-1), 92.5);
        }
        rig.person().type(small, QString());
        rig.person().key(Qt::Key_Tab);
        QVERIFY(!rig.settings.prices().small); // no price at all is right too
        QVERIFY(!spaced(wordsOf(*rig.page()).join(QLatin1Char('\n'))).contains(error));
        rig.person().type(QStringLiteral("settings.priceGeo"), typed);
        rig.person().key(Qt::Key_Tab);
        QCOMPARE(rig.settings.prices().geo.value_or(-1), 92.5);
        // Who gives one gives all: the one that was left empty is asked for, until none is given.
        QVERIFY(spaced(wordsOf(*rig.page()).join(QLatin1Char('\n'))).contains(error));
        QVERIFY(spaced(edit->accessibleDescription()).contains(error));
        rig.person().type(QStringLiteral("settings.priceGeo"), QString());
        rig.person().key(Qt::Key_Tab);
        QVERIFY(rig.settings.prices().isEmpty());
        QVERIFY(!spaced(wordsOf(*rig.page()).join(QLatin1Char('\n'))).contains(error));
        rig.person().type(QStringLiteral("settings.priceGeo"), typed);
        rig.person().key(Qt::Key_Tab);
        QCOMPARE(rig.settings.prices().geo.value_or(-1), 92.5);
        auto* currency = rig.person().find<ComboBox>(QStringLiteral("settings.currency"));
        currency->setFocus(Qt::TabFocusReason);
        QTest::keyClick(currency, Qt::Key_End);
        QCOMPARE(rig.settings.prices().currency, QStringLiteral("USD"));
        // In the other language with the other decimal sign.
        const bool swedish = static_cast<LanguageChoice>(words) == LanguageChoice::Swedish;
        rig.speak(swedish ? LanguageChoice::English : LanguageChoice::Swedish);
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("settings.priceGeo"))->text(),
                 swedish ? QStringLiteral("92.5") : QStringLiteral("92,5"));
    }

    //! Without leaving the form: nobody there; and a computer that does not answer, until one has enough.
    void aConnectionIsTested()
    {
        SettingsRig rig;
        rig.open();
        rig.press(QStringLiteral("settings.addConnection"));
        auto* blade = rig.window->findChild<Blade*>(QStringLiteral("connectionBlade"));
        QVERIFY(blade != nullptr);
        rig.person().find<QAbstractButton>(QStringLiteral("start.server"))->click();
        rig.press(QStringLiteral("start.test"));
        QTRY_VERIFY_WITH_TIMEOUT(
            test::says(*blade, QStringLiteral("Type the address of the computer that runs valvd.")), 20'000);
        QTcpServer silent; // takes the call and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto port = silent.serverPort();
        rig.person().type(QStringLiteral("start.address"), QStringLiteral("https://127.0.0.1:%1").arg(port));
        rig.press(QStringLiteral("start.test"));
        auto* button = rig.person().find<QAbstractButton>(QStringLiteral("start.test"));
        QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Cancel the test"), 20'000);
        QVERIFY(test::says(*blade, QStringLiteral("Asking …")));
        QVERIFY2(faultsOf(*blade->panel()).isEmpty(), qPrintable(faultsOf(*blade->panel())));
        rig.press(QStringLiteral("start.test"));
        QCOMPARE(button->text(), QStringLiteral("Test connection"));
        QVERIFY(!test::says(*blade, QStringLiteral("Asking …")));
        silent.close();
        rig.press(QStringLiteral("start.test"));
        QTRY_VERIFY_WITH_TIMEOUT(test::says(*blade, QStringLiteral("Nobody answers at the address.")), 60'000);
        QVERIFY2(faultsOf(*blade->panel()).isEmpty(), qPrintable(faultsOf(*blade->panel())));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(test::says(*blade, QStringLiteral("Ingen svarar på adressen.")));
        // Something else is typed: what was found is not about it.
        rig.person().type(QStringLiteral("start.address"), QStringLiteral("https://other"));
        QVERIFY(!test::says(*blade, QStringLiteral("Ingen svarar på adressen.")));
        QCOMPARE(rig.connections.all().size(), 2); // nothing was saved
    }

    void aConnectionIsAdded()
    {
        QTemporaryDir folder;
        QFile image(folder.filePath(QStringLiteral("vm.raw")));
        QVERIFY(image.open(QIODevice::WriteOnly));
        QTemporaryDir other;
        QFile image2(other.filePath(QStringLiteral("vm.raw")));
        QVERIFY(image2.open(QIODevice::WriteOnly));
        SettingsRig rig;
        rig.open();
        rig.press(QStringLiteral("settings.addConnection"));
        auto* blade = rig.window->findChild<Blade*>(QStringLiteral("connectionBlade"));
        QVERIFY(blade != nullptr && blade->isOpen());
        QVERIFY2(faultsOf(*blade->panel()).isEmpty(), qPrintable(faultsOf(*blade->panel())));
        // Wrong first: what is wrong is said beside the field, and nothing typed is lost.
        rig.person().type(QStringLiteral("start.name"), QStringLiteral("Attic"));
        rig.person().type(QStringLiteral("start.folder"), QStringLiteral("/no/such/folder"));
        QTest::keyClick(blade, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(test::says(*blade, QStringLiteral("There is no folder /no/such/folder.")));
        QVERIFY(rig.person().find(QStringLiteral("start.folder"))->hasFocus());
        QCOMPARE(rig.connections.all().size(), 2);
        rig.person().type(QStringLiteral("start.folder"), folder.path());
        rig.press(QStringLiteral("start.addFolder"));
        rig.person().type(QStringLiteral("start.folder2"), folder.path());
        QTest::keyClick(blade, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(test::says(*blade, QStringLiteral("is already in the list.")));
        rig.person().type(QStringLiteral("start.folder2"), other.path());
        QTest::keyClick(blade, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(rig.connections.all().size(), 3);
        const auto& added = rig.connections.all().last();
        QCOMPARE(added.name, QStringLiteral("Attic"));
        QCOMPARE(added.vmFolders, QStringList({folder.path(), other.path()}));
        QTRY_VERIFY(test::says(*rig.page(), QStringLiteral("Attic")));
    }

    void aConnectionIsUsedEditedAndRemoved()
    {
        SettingsRig rig;
        rig.open();
        QSignalSpy wanted(&rig.connections, &Connections::switchWanted);
        auto* connectButton = rig.named(QStringLiteral("Connect: valvd on backup.nordvik.example"));
        QVERIFY(connectButton != nullptr);
        QTest::keyClick(connectButton, Qt::Key_Space);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), rig.second);
        QVERIFY(rig.named(QStringLiteral("Connect: Basement")) == nullptr); // it is in use
        QVERIFY(rig.named(QStringLiteral("Remove: Basement")) == nullptr);

        QTest::keyClick(rig.named(QStringLiteral("Edit: valvd on backup.nordvik.example")), Qt::Key_Space);
        settle();
        auto* blade = rig.window->findChild<Blade*>(QStringLiteral("connectionBlade"));
        QVERIFY(blade != nullptr && blade->isOpen());
        rig.person().type(QStringLiteral("start.address"), QStringLiteral("http://wrong"));
        rig.press(QStringLiteral("connection.save"));
        QTRY_VERIFY(test::says(*blade, QStringLiteral("An address looks like https://backup.example.com:8443.")));
        rig.person().type(QStringLiteral("start.address"), QStringLiteral("https://other.example:8443"));
        rig.person().type(QStringLiteral("start.token"), QString());
        rig.press(QStringLiteral("connection.save"));
        QTRY_COMPARE(rig.connections.find(rig.second)->address, QStringLiteral("https://other.example:8443"));

        auto* remove = rig.named(QStringLiteral("Remove: valvd on other.example"));
        QVERIFY(remove != nullptr);
        QTest::keyClick(remove, Qt::Key_Space);
        settle();
        QVERIFY(test::says(*rig.window, QStringLiteral("its schedules go on")));
        rig.press(QStringLiteral("connection.confirmRemove"));
        QCOMPARE(rig.connections.all().size(), 1);
    }

    //! What was typed into a connection is not lost by Esc.
    void anUnsavedConnectionStays()
    {
        SettingsRig rig;
        rig.open();
        QTest::keyClick(rig.named(QStringLiteral("Edit: valvd on backup.nordvik.example")), Qt::Key_Space);
        settle();
        auto* blade = rig.window->findChild<Blade*>(QStringLiteral("connectionBlade"));
        QVERIFY(blade != nullptr && blade->isOpen());
        rig.person().key(Qt::Key_Escape);
        settle();
        QTRY_VERIFY(rig.person().find(QStringLiteral("connectionBlade")) == nullptr); // nothing was typed
        QTest::keyClick(rig.named(QStringLiteral("Edit: valvd on backup.nordvik.example")), Qt::Key_Space);
        settle();
        rig.person().type(QStringLiteral("start.address"), QStringLiteral("https://other.example:8443"));
        rig.person().type(QStringLiteral("start.token"), QString());
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("connection.unsaved")) != nullptr);
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.press(QStringLiteral("connection.save"));
        QTRY_COMPARE(rig.connections.find(rig.second)->address, QStringLiteral("https://other.example:8443"));
    }

    //! Asked first, since the password goes with it; what was refused is said as what it was, and tried again as such.
    void theMailServerIsRemoved_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("refused");
        QTest::addColumn<QString>("again");
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English)
                                 << QStringLiteral("The saved password is forgotten and can't be brought back.")
                                 << QStringLiteral("The mail server could not be removed.")
                                 << QStringLiteral("Try again");
        QTest::newRow("Swedish") << static_cast<int>(LanguageChoice::Swedish)
                                 << QStringLiteral("Det sparade lösenordet glöms och kan inte fås tillbaka.")
                                 << QStringLiteral("E-postservern kunde inte tas bort.")
                                 << QStringLiteral("Försök igen");
    }
    void theMailServerIsRemoved()
    {
        QFETCH(int, words);
        QFETCH(QString, question);
        QFETCH(QString, refused);
        QFETCH(QString, again);
        SettingsRig rig(static_cast<LanguageChoice>(words));
        openMailServer(rig);
        rig.press(QStringLiteral("mailServer.remove"));
        auto* asked = rig.person().find<MessageBar>(QStringLiteral("mailServer.question"));
        QVERIFY(asked != nullptr);
        QVERIFY2(asked->sentence().contains(question), qPrintable(asked->sentence()));
        QCOMPARE(rig.backend.mailServer.host, QStringLiteral("smtp.nordvik.example")); // not yet
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Delete
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        QVERIFY(asked->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        rig.pass(1);
        auto* failure = rig.person().find<MessageBar>(QStringLiteral("mailServer.failure"));
        QVERIFY(failure != nullptr);
        QVERIFY2(failure->sentence().startsWith(refused), qPrintable(failure->sentence()));
        rig.backend.before = {};
        rig.transport->requests.clear();
        auto* link = failure->findChild<QAbstractButton*>();
        QCOMPARE(accessibleNameOf(link), again);
        link->setFocus(Qt::TabFocusReason);
        QTest::keyClick(link, Qt::Key_Space);
        rig.pass(1);
        QTRY_VERIFY(rig.person().find(QStringLiteral("mailServer")) == nullptr);
        QVERIFY(rig.backend.mailServer.host.isEmpty());
        for (const auto& request : rig.transport->requests) {
            QVERIFY(request.method != contract::Method::Put); // it was to go, not to be saved
        }
    }

    //! The card says what the engine has, also when the blade that asked for it is closed before the answer.
    void theCardFollowsTheMailServer()
    {
        SettingsRig rig;
        openMailServer(rig);
        auto* card = rig.window->findChild<MailCard*>();
        QVERIFY(card != nullptr && test::says(*card, QStringLiteral("smtp.nordvik.example:587")));
        rig.press(QStringLiteral("mailServer.remove"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(rig.window->focusWidget(), Qt::Key_Escape);
        QVERIFY(rig.person().find(QStringLiteral("mailServer")) == nullptr);
        QVERIFY(test::says(*card, QStringLiteral("smtp.nordvik.example:587"))); // it is under way
        rig.pass(1);
        QVERIFY(rig.backend.mailServer.host.isEmpty());
        QVERIFY(test::says(*card, QStringLiteral("No mail server yet: alerts are not mailed.")));
        QVERIFY(!test::says(*card, QStringLiteral("smtp.nordvik.example:587")));
    }

    void theMailServerFits_data() { nothingIsCutOrNameless_data(); }
    void theMailServerFits()
    {
        QFETCH(QSize, size);
        QFETCH(int, words);
        SettingsRig rig(static_cast<LanguageChoice>(words));
        openMailServer(rig, size);
        const auto check = [&rig](const char* state) {
            settle();
            const auto faults = faultsOf(*rig.window);
            QVERIFY2(faults.isEmpty(), qPrintable(QLatin1String(state) + QLatin1Char('\n') + faults));
            const auto stops = lostStops(*rig.window);
            QVERIFY2(stops.isEmpty(), qPrintable(QLatin1String(state) + QLatin1Char('\n') + stops));
        };
        check("opened");
        rig.person().type(QStringLiteral("mailServer.host"), QString());
        rig.person().type(QStringLiteral("mailServer.port"), QStringLiteral("many"));
        rig.person().type(QStringLiteral("mailServer.owners"), QStringLiteral("anna, bo"));
        rig.person().key(Qt::Key_Escape);
        rig.press(QStringLiteral("mailServer.remove"));
        rig.press(QStringLiteral("mailServer.submit"));
        check("unsaved, wrong");
    }

    void isFoundByThePalette()
    {
        SettingsRig rig(LanguageChoice::Swedish);
        rig.open();
        QTest::keyClick(rig.window.get(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = rig.window->commandPalette();
        QVERIFY(palette->isOpen());
        QTest::keyClicks(palette->field(), QStringLiteral("recovery key"));
        QCOMPARE(palette->list()->rows().at(palette->list()->current()).title,
                 QStringLiteral("Inställningar: Nycklar och hemligheter"));
        QTest::keyClick(palette->field(), Qt::Key_Return);
        QCOMPARE(rig.window->pages()->current().part, QStringLiteral("secrets"));
        QCOMPARE(rig.window->pages()->view()->resourceMenu()->list()->current(),
                 toLink(rig.window->pages()->current()));
    }

private:
    static void openMailServer(SettingsRig& rig, QSize size = {1440, 900})
    {
        rig.backend.mailServer.host = QStringLiteral("smtp.nordvik.example");
        rig.backend.mailServer.user = QStringLiteral("valv");
        rig.backend.mailServer.hasPassword = true;
        rig.backend.mailServer.from = QStringLiteral("valv@nordvik.example");
        rig.open(QStringLiteral("mail"), size);
        rig.pass(1);
        rig.press(QStringLiteral("settings.mailServer"));
        QVERIFY(rig.person().find<Blade>(QStringLiteral("mailServer")) != nullptr);
    }
};

VALV_TEST(TestSettingsPage)

} // namespace tst_settingspage

#include "tst_settingspage.moc"

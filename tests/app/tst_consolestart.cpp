// SPDX-License-Identifier: GPL-3.0-or-later
// How the console begins: what it asks at the first start, what it remembers, and what it says when it cannot begin.
#include "console/console.h"
#include "console/driver.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/radiocard.h"
#include "controls/table.h"
#include "core/datetime.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "shell/firststartpage.h"
#include "shell/mainwindow.h"
#include "shell/pagehost.h"
#include "shell/pageview.h"
#include "shell/startingpage.h"
#include "shell/topbar.h"
#include "support/asnobody.h"
#include "support/awaiting.h"
#include "support/valvd.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace valv;
using namespace valv::console;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

constexpr int patience = 60'000;

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class ConsoleStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder->filePath(QStringLiteral("config"))));
        qputenv("XDG_DATA_HOME", QFile::encodeName(folder->filePath(QStringLiteral("data"))));
        images = folder->filePath(QStringLiteral("mina bilder åäö"));
        QVERIFY(QDir().mkpath(images));
        write(images + QStringLiteral("/web-01.raw"), QByteArray(1 << 20, 'v'));
        options = {};
        options.language = QStringLiteral("en");
        options.theme = QStringLiteral("light");
    }
    void cleanup()
    {
        console.reset();
        folder.reset();
    }

    void asksAndRemembersAFolder()
    {
        start();
        QVERIFY(onFirstStart());
        QVERIFY(find("start.local")->isVisible() && find("start.server")->isVisible()
                && find("start.demo")->isVisible());
        QVERIFY(!find("start.cancel")->isVisible()); // there is nothing to go back to
        choose(images);
        QTRY_VERIFY_WITH_TIMEOUT(machines() == 1, patience);
        QCOMPARE(console->window().navigator().current().page, QStringLiteral("virtualmachines"));

        console.reset();
        start(); // the next day
        QTRY_VERIFY_WITH_TIMEOUT(machines() == 1, patience);
        QVERIFY(!onFirstStart());
    }

    void aFolderThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QString() << QStringLiteral("Choose the folder where the disk images are.");
        QTest::newRow("white space") << QStringLiteral("   ")
                                     << QStringLiteral("Choose the folder where the disk images are.");
        QTest::newRow("missing") << QStringLiteral("%1/nowhere") << QStringLiteral("There is no folder");
        QTest::newRow("relative") << QStringLiteral("images") << QStringLiteral("There is no folder");
        QTest::newRow("a file") << QStringLiteral("%1/mina bilder åäö/web-01.raw")
                                << QStringLiteral("There is no folder");
        QTest::newRow("empty") << QStringLiteral("%1/hollow") << QStringLiteral("There is nothing in the folder");
        QTest::newRow("forbidden") << QStringLiteral("%1/secret") << QStringLiteral("You may not read the folder");
    }
    void aFolderThatCannotBeUsed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        QVERIFY(QDir().mkpath(folder->filePath(QStringLiteral("hollow"))));
        const auto secret = folder->filePath(QStringLiteral("secret"));
        QVERIFY(QDir().mkpath(secret));
        QVERIFY(QFile::setPermissions(secret, QFile::Permissions()));
        const AsNobody nobody(folder->path());
        QVERIFY(QFile::setPermissions(secret, QFile::Permissions()));
        if (typed.contains(QLatin1String("secret")) && !nobody.isSo()) {
            QSKIP("This computer lets root read everything.");
        }
        start();
        typed = typed.contains(QLatin1String("%1")) ? typed.arg(folder->path()) : typed;
        choose(typed);
        auto* field = find("start.folder")->parentWidget();
        auto* shown = qobject_cast<Field*>(field);
        QVERIFY(shown != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(shown->hasError(), patience);
        QVERIFY2(shown->error().startsWith(said), qPrintable(shown->error()));
        QVERIFY(onFirstStart());
        QCOMPARE(qobject_cast<QLineEdit*>(find("start.folder"))->text(), typed.trimmed());
        console->language().choose(LanguageChoice::Swedish);
        settle();
        QVERIFY(shown->hasError()
                && !shown->error().startsWith(said)); // in the other language, and what was typed stays
        QCOMPARE(qobject_cast<QLineEdit*>(find("start.folder"))->text(), typed.trimmed());
        QVERIFY(QFile::setPermissions(secret, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void elsewhereCanBeCancelled()
    {
        start();
        choose(images);
        QTRY_VERIFY_WITH_TIMEOUT(machines() == 1, patience);
        QTest::mouseClick(console->window().topBar()->connection(), Qt::LeftButton);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QAction* elsewhere = nullptr;
        for (auto* action : menu->actions()) {
            elsewhere = action->text().startsWith(QLatin1String("Connect elsewhere")) ? action : elsewhere;
        }
        QVERIFY(elsewhere != nullptr);
        elsewhere->trigger();
        menu->close();
        QTRY_VERIFY(onFirstStart());
        QCOMPARE(qobject_cast<QLineEdit*>(find("start.folder"))->text(), images); // where one is now
        driver().click(QStringLiteral("start.cancel"));
        QTRY_COMPARE(console->window().navigator().current().page, QStringLiteral("virtualmachines"));
        QCOMPARE(machines(), 1);
        QVERIFY(!onFirstStart());
    }

    void aSecondInstanceSaysWhy()
    {
        options.vmFolders = QStringList{images};
        start();
        QTRY_VERIFY_WITH_TIMEOUT(machines() == 1, patience);
        auto first = std::move(console);
        start();
        QTRY_VERIFY_WITH_TIMEOUT(failure() != nullptr, patience);
        QVERIFY2(failure()->sentence().contains(QStringLiteral("Valv is already running with this data folder.")),
                 qPrintable(failure()->sentence()));
        console->language().choose(LanguageChoice::Swedish);
        settle();
        QVERIFY2(failure()->sentence().contains(QStringLiteral("Valv körs redan")), qPrintable(failure()->sentence()));
        first.reset(); // the other window is closed
        Q_EMIT failure()->actionTriggered();
        QTRY_VERIFY_WITH_TIMEOUT(machines() == 1, patience);
    }

    void aRememberedFolderThatIsGone()
    {
        start();
        choose(images);
        QTRY_VERIFY_WITH_TIMEOUT(machines() == 1, patience);
        console.reset();
        QVERIFY(QDir(images).removeRecursively());
        start();
        // Said in the list, or on a page of its own: never an empty list that looks as if all was well.
        QTRY_VERIFY_WITH_TIMEOUT(failure() != nullptr || (visible("vms.message") && machines() == 0), patience);
    }

    void connectsToValvdAndRemembers()
    {
        Valvd server(folder->filePath(QStringLiteral("served")));
        QVERIFY(server.start());
        start();
        chooseServer(server.address(), server.token(), server.certificate());
        QTRY_COMPARE_WITH_TIMEOUT(console->window().navigator().current().page, QStringLiteral("virtualmachines"),
                                  patience);
        QTRY_VERIFY_WITH_TIMEOUT(console->session() && console->session()->state() == ConnectionState::Connected,
                                 patience);
        console.reset();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(console->window().navigator().current().page, QStringLiteral("virtualmachines"),
                                  patience);
        QVERIFY(console->session() != nullptr);
    }

    //! It is December 2018 there, and "the last 24 hours" are those of the server.
    void aServedDemoHasItsOwnDay()
    {
        Valvd server(folder->filePath(QStringLiteral("served")));
        QVERIFY(server.start({QStringLiteral("--demo")}, QStringLiteral("127.0.0.1:0"), 5 * patience));
        start();
        chooseServer(server.address(), server.token(), server.certificate());
        QTRY_VERIFY_WITH_TIMEOUT(console->session() && console->session()->jobs().hasLoaded(), patience);
        QCOMPARE(console->language().format().today(), QDate(2018, 12, 19));
        QCOMPARE(toDateTime(console->session()->clock().now()).date(), QDate(2018, 12, 19));
        console->window().navigator().open({QStringLiteral("jobs"), {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(driver().find<Table>(QStringLiteral("jobs")) != nullptr, patience);
        const auto* list = driver().find<Table>(QStringLiteral("jobs"))->model();
        QTRY_VERIFY_WITH_TIMEOUT(list->rowCount() > 0, patience);
    }

    void aServerThatCannotBeUsed_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("said");
        QTest::newRow("nobody there") << QStringLiteral("port") << QStringLiteral("The server does not answer.");
        QTest::newRow("wrong certificate")
            << QStringLiteral("ca") << QStringLiteral("The server's certificate is not trusted.");
        QTest::newRow("no certificate") << QStringLiteral("no ca")
                                        << QStringLiteral("The server's certificate is not trusted.");
        QTest::newRow("not a certificate")
            << QStringLiteral("text") << QStringLiteral("The file holds no certificate.");
        QTest::newRow("wrong token") << QStringLiteral("token")
                                     << QStringLiteral("The server does not accept the token.");
    }
    void aServerThatCannotBeUsed()
    {
        QFETCH(QString, wrong);
        QFETCH(QString, said);
        Valvd server(folder->filePath(QStringLiteral("served")));
        QVERIFY(server.start());
        auto address = server.address();
        auto token = server.token();
        auto ca = server.certificate();
        if (wrong == QLatin1String("port")) {
            QTcpServer taken; // a port that is free in a moment
            QVERIFY(taken.listen(QHostAddress::LocalHost));
            address = QStringLiteral("https://127.0.0.1:%1").arg(taken.serverPort());
            taken.close();
        } else if (wrong == QLatin1String("ca")) {
            QTemporaryDir other;
            Valvd stranger(other.filePath(QStringLiteral("served")));
            QVERIFY(stranger.start());
            ca = folder->filePath(QStringLiteral("other.pem"));
            QVERIFY(QFile::copy(stranger.certificate(), ca));
        } else if (wrong == QLatin1String("no ca")) {
            ca.clear();
        } else if (wrong == QLatin1String("text")) {
            ca = folder->filePath(QStringLiteral("text.pem"));
            write(ca, "hello");
        } else {
            token = folder->filePath(QStringLiteral("wrong"));
            write(token, "not-the-token");
        }
        start();
        chooseServer(address, token, ca);
        QTRY_VERIFY_WITH_TIMEOUT(failure() != nullptr, patience);
        QVERIFY2(failure()->sentence().contains(said), qPrintable(failure()->sentence()));
        QVERIFY(console->session() == nullptr);
        Q_EMIT failure()->actionTriggered(); // nothing has changed: it says so again
        QTRY_VERIFY_WITH_TIMEOUT(failure() != nullptr, patience);

        driver().click(QStringLiteral("starting.choose"));
        QTRY_VERIFY(onFirstStart());
        QCOMPARE(qobject_cast<QLineEdit*>(find("start.address"))->text(), address); // to be mended, not typed again
        chooseServer(server.address(), server.token(), server.certificate());
        QTRY_COMPARE_WITH_TIMEOUT(console->window().navigator().current().page, QStringLiteral("virtualmachines"),
                                  patience);
    }

    void waitingForASilentServerCanBeGivenUp()
    {
        QTcpServer silent; // takes the connection and never says a word
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        options.connectUrl = QStringLiteral("https://127.0.0.1:%1").arg(silent.serverPort());
        start();
        QTRY_VERIFY(visible("starting.choose"));
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patience);
        driver().click(QStringLiteral("starting.choose"));
        QTRY_VERIFY(onFirstStart());
        QVERIFY(console->session() == nullptr);
        options.connectUrl.clear();
        choose(images);
        QTRY_VERIFY_WITH_TIMEOUT(machines() == 1, patience);
    }

    void fieldsOfAServerAreChecked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("ca");
        QTest::addColumn<QString>("faulty");
        const auto good = QStringLiteral("https://127.0.0.1:1");
        QTest::newRow("no address") << QString() << QString() << QString() << QStringLiteral("start.address");
        QTest::newRow("not https") << QStringLiteral("http://127.0.0.1:1") << QString() << QString()
                                   << QStringLiteral("start.address");
        QTest::newRow("no scheme") << QStringLiteral("backup.example.com") << QString() << QString()
                                   << QStringLiteral("start.address");
        QTest::newRow("no token file") << good << QStringLiteral("/nowhere/token") << QString()
                                       << QStringLiteral("start.token");
        QTest::newRow("no certificate file")
            << good << QString() << QStringLiteral("/nowhere/cert.pem") << QStringLiteral("start.ca");
    }
    void fieldsOfAServerAreChecked()
    {
        QFETCH(QString, address);
        QFETCH(QString, token);
        QFETCH(QString, ca);
        QFETCH(QString, faulty);
        start();
        chooseServer(address, token, ca);
        auto* edit = console->window().findChild<QLineEdit*>(faulty);
        auto* field = qobject_cast<Field*>(edit->parentWidget());
        QTRY_VERIFY_WITH_TIMEOUT(field->hasError(), patience);
        QVERIFY(onFirstStart());
        QTRY_VERIFY(edit->hasFocus());
    }

private:
    void start()
    {
        console = std::make_unique<Console>(*qApp, options, true);
        console->window().resize(1440, 900);
        console->start();
        QVERIFY(QTest::qWaitForWindowExposed(&console->window()));
    }
    [[nodiscard]] Driver driver() const { return Driver(console->window()); }
    [[nodiscard]] QWidget* find(const char* name) const
    {
        return console->window().findChild<QWidget*>(QLatin1String(name));
    }
    [[nodiscard]] bool visible(const char* name) const { return driver().find(QLatin1String(name)) != nullptr; }
    [[nodiscard]] bool onFirstStart() const
    {
        return qobject_cast<FirstStartPage*>(console->window().pages()->view()->page()) != nullptr;
    }
    [[nodiscard]] MessageBar* failure() const { return driver().find<MessageBar>(QStringLiteral("starting.failure")); }
    [[nodiscard]] int machines() const
    {
        return console->session() == nullptr ? -1 : console->session()->virtualMachines().count();
    }
    void choose(const QString& path) const
    {
        driver().click(QStringLiteral("start.local"));
        driver().type(QStringLiteral("start.folder"), path);
        driver().click(QStringLiteral("start.continue"));
    }
    void chooseServer(const QString& address, const QString& token, const QString& ca) const
    {
        driver().click(QStringLiteral("start.server"));
        driver().type(QStringLiteral("start.address"), address);
        driver().type(QStringLiteral("start.token"), token);
        driver().type(QStringLiteral("start.ca"), ca);
        driver().click(QStringLiteral("start.continue"));
    }

    std::unique_ptr<QTemporaryDir> folder;
    QString images;
    Options options;
    std::unique_ptr<Console> console;
};

QTEST_MAIN(ConsoleStartTest)
#include "tst_consolestart.moc"

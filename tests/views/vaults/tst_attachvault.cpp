// SPDX-License-Identifier: GPL-3.0-or-later
// A vault's folder goes to another computer and is attached there, through the palette and the blade, with the real
// engine. Source: docs/wire-extensions.md.
#include "controls/blade.h"
#include "shell/commandpalette.h"
#include "support/consolerig.h"
#include "support/copyfolder.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QLineEdit>

namespace tst_attachvault {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

//! The key as it stands in the engine's own folder, among words for people.
QString keyIn(const QString& dataFolder)
{
    const QDir keys(dataFolder + QStringLiteral("/keys"));
    QFile file(keys.filePath(keys.entryList({QStringLiteral("*.key")}, QDir::Files).value(0)));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        if (!line.trimmed().isEmpty() && !line.startsWith(QLatin1Char('#'))) {
            return line.trimmed();
        }
    }
    return {};
}

} // namespace

class TestAttachVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ConsoleRig maker(false);
        maker.makeMachine(QStringLiteral("web"), 1);
        QVERIFY(maker.start());
        NewVault vault;
        vault.name = QStringLiteral("travelling");
        vault.subscriptionId = maker.session().subscriptions().subscriptionIds().value(0);
        vault.resourceGroup = maker.machine(QStringLiteral("web"))->vm.id.resourceGroup();
        vault.location = maker.machine(QStringLiteral("web"))->vm.location;
        (void)maker.session().vaults().create(vault);
        QTRY_COMPARE_WITH_TIMEOUT(maker.session().vaults().count(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!maker.session().vaults().at(0).folder.isEmpty(), patience);
        const QString from = maker.session().vaults().at(0).folder;
        m_key = keyIn(maker.path(QStringLiteral("data")));
        QVERIFY(!m_key.isEmpty());
        maker.console.reset();
        QVERIFY(copyFolder(from, m_folder.filePath(QStringLiteral("copy"))));
    }

    void isAttachedByKeyboard_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("command"); // what is typed into the palette
        QTest::addColumn<QString>("missing");
        QTest::addColumn<QString>("done");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("attach a vault")
                                 << QStringLiteral("Type the vault's folder.")
                                 << QStringLiteral("The vault travelling has been attached");
        QTest::newRow("Swedish") << QStringLiteral("sv") << QStringLiteral("anslut ett valv")
                                 << QStringLiteral("Skriv valvets mapp.")
                                 << QStringLiteral("Valvet travelling har anslutits");
    }
    void isAttachedByKeyboard()
    {
        QFETCH(QString, language);
        QFETCH(QString, command);
        QFETCH(QString, missing);
        QFETCH(QString, done);
        const QString copy = m_folder.filePath(QStringLiteral("copy-") + language);
        QVERIFY(copyFolder(m_folder.filePath(QStringLiteral("copy")), copy));
        ConsoleRig rig(false, language);
        rig.makeMachine(QStringLiteral("other"), 5);
        QVERIFY(rig.start());
        QCOMPARE(rig.session().vaults().count(), 0);

        QTest::keyClick(&rig.window(), Qt::Key_K, Qt::ControlModifier);
        auto* palette = rig.window().commandPalette();
        QVERIFY(palette->isOpen());
        QTest::keyClicks(palette->field(), command);
        QTest::keyClick(palette->field(), Qt::Key_Return);
        auto* blade = rig.window().findChild<Blade*>(QStringLiteral("attachVaultBlade"));
        QTRY_VERIFY(blade != nullptr && blade->isOpen());
        QTRY_VERIFY2(faultsOf(*blade->panel()).isEmpty(), qPrintable(faultsOf(*blade->panel())));

        const auto send = [blade] { QTest::keyClick(blade, Qt::Key_Return, Qt::ControlModifier); };
        send();
        QVERIFY(test::says(*blade, missing));
        QVERIFY(rig.person().find(QStringLiteral("attach.folder"))->hasFocus());
        rig.person().type(QStringLiteral("attach.folder"), QStringLiteral("/no/such/vault"));
        rig.person().type(QStringLiteral("attach.key"), m_key);
        send();
        auto* folder = rig.person().find<QLineEdit>(QStringLiteral("attach.folder"));
        const QString hint = folder->accessibleDescription();
        QTRY_VERIFY_WITH_TIMEOUT(folder->accessibleDescription() != hint, patience); // the engine says what is wrong
        QVERIFY(folder->hasFocus());
        QCOMPARE(folder->text(), QStringLiteral("/no/such/vault")); // nothing typed is lost
        rig.person().type(QStringLiteral("attach.folder"), copy);
        QString wrong = m_key;
        wrong[0] = wrong.at(0) == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
        rig.person().type(QStringLiteral("attach.key"), wrong);
        auto* key = rig.person().find<QLineEdit>(QStringLiteral("attach.key"));
        const QString keyHint = key->accessibleDescription();
        send();
        QTRY_VERIFY_WITH_TIMEOUT(key->accessibleDescription() != keyHint, patience);
        QVERIFY(key->hasFocus());
        QCOMPARE(rig.session().vaults().count(), 0);
        rig.person().type(QStringLiteral("attach.key"), m_key.toLower());
        send();
        QTRY_COMPARE_WITH_TIMEOUT(rig.session().vaults().count(), 1, patience);
        QCOMPARE(rig.session().vaults().at(0).name, QStringLiteral("travelling"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.console->notifications().all().first().title.text(), done, patience);
        // The key is nowhere but in the vault's own key file.
        for (const auto& note : rig.console->notifications().all()) {
            QVERIFY(!note.body.text().contains(m_key));
        }
    }

private:
    QTemporaryDir m_folder;
    QString m_key;
};

VALV_TEST(TestAttachVault)

} // namespace tst_attachvault

#include "tst_attachvault.moc"

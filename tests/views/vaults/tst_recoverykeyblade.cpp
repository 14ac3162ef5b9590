// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery key of a vault: the sheet that is saved, and a key that can't be read. Source: wishes W7.
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "support/asnobody.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"
#include "vaults/recoverykeyblade.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTemporaryDir>

namespace tst_recoverykeyblade {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

constexpr int patience = 30'000; // ms: a file is written on another thread

struct KeyRig : PageRig
{
    explicit KeyRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.vaults.first().folder = QStringLiteral("/srv/valv/produktion");
    }
    RecoveryKeyBlade& open()
    {
        if (!window->isVisible()) {
            show({QStringLiteral("vaults"), {}, {}});
        }
        auto* blade =
            new RecoveryKeyBlade(*context, backend.vaultId(QStringLiteral("valv-produktion")), false, window.get());
        window->navigator().openBlade(blade);
        pass(1);
        return *blade;
    }
    //! Through the dialog that asks where to.
    void save(const QString& file)
    {
        person().click(QStringLiteral("recoveryKey.save"));
        auto* dialog = window->findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        QVERIFY(dialog->acceptMode() == QFileDialog::AcceptSave);
        QVERIFY2(!dialog->selectedFiles().isEmpty(), "no name is suggested");
        suggested = dialog->selectedFiles().first();
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(done() != nullptr && !done()->text().isEmpty(), patience);
    }
    [[nodiscard]] StatusText* done() const { return person().find<StatusText>(QStringLiteral("recoveryKey.done")); }
    [[nodiscard]] MessageBar* problem() const
    {
        return person().find<MessageBar>(QStringLiteral("recoveryKey.problem"));
    }
    [[nodiscard]] QString shown() const { return person().find<QLineEdit>(QStringLiteral("recoveryKey.key"))->text(); }
    [[nodiscard]] bool can(const char* button) const
    {
        auto* found = person().find(QLatin1String(button));
        return found != nullptr && canBeUsed(found);
    }

    QString suggested;
};

QStringList linesOf(const QString& file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()).split(QLatin1Char('\n')) : QStringList();
}

} // namespace

class RecoveryKeyBladeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSheetIsSaved_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("name");
        QTest::newRow("English") << LanguageChoice::English << QStringLiteral("Recovery key of a Valv vault")
                                 << QStringLiteral("Folder: /srv/valv/produktion")
                                 << QStringLiteral("recovery-key-valv-produktion.txt");
        QTest::newRow("Swedish") << LanguageChoice::Swedish
                                 << QStringLiteral("Återställningsnyckel till ett valv i Valv")
                                 << QStringLiteral("Mapp: /srv/valv/produktion")
                                 << QStringLiteral("aterstallningsnyckel-valv-produktion.txt");
    }
    void theSheetIsSaved()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, heading);
        QFETCH(QString, folder);
        QFETCH(QString, name);
        QTemporaryDir place;
        KeyRig rig(words);
        const auto& blade = rig.open();
        const auto file = place.filePath(QStringLiteral("nyckel.txt"));
        rig.save(file);
        if (QTest::currentTestFailed()) {
            return;
        }
        QCOMPARE(QFileInfo(rig.suggested).fileName(), name);
        QVERIFY2(rig.done()->text().contains(file), qPrintable(rig.done()->text()));
        QCOMPARE(rig.done()->kind(), StatusKind::Ok);
        const auto lines = linesOf(file);
        QCOMPARE(lines.join(QLatin1Char('\n')), blade.sheet());
        QCOMPARE(lines.first(), heading);
        QCOMPARE(lines.filter(QStringLiteral(": valv-produktion")).size(), 1);
        QVERIFY(lines.contains(folder));
        QCOMPARE(lines.filter(QLatin1String(": ") + rig.language.format().date(rig.backend.now)).size(), 1);
        QVERIFY(lines.contains(rig.backend.recoveryKey)); // alone on its line, to be copied or typed
        QCOMPARE(lines.filter(QStringLiteral("valvd vault restore")).size(), 1);
        QVERIFY(lines.last().isEmpty()); // a text file ends with a line break
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY2(!(QFile::permissions(file) & others), "others can read the key");
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        // A screen that is not there does not give a window its focus back.
        QCOMPARE(rig.window->focusWidget(), rig.person().find(QStringLiteral("recoveryKey.save")));
    }

    void whatWasInTheFileIsReplaced()
    {
        QTemporaryDir place;
        const auto file = place.filePath(QStringLiteral("nyckel.txt"));
        QFile old(file);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write(QByteArray(20'000, 'x')) == 20'000);
        old.close();
        KeyRig rig;
        const auto& blade = rig.open();
        rig.save(file);
        QCOMPARE(linesOf(file).join(QLatin1Char('\n')), blade.sheet());
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void aFolderThatCanNotBeWrittenIsRefused_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("English") << LanguageChoice::English << QStringLiteral("%1 could not be written: ");
        QTest::newRow("Swedish") << LanguageChoice::Swedish << QStringLiteral("%1 kunde inte skrivas: ");
    }
    void aFolderThatCanNotBeWrittenIsRefused()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, said);
        QTemporaryDir place;
        KeyRig rig(words);
        rig.open();
        const AsNobody nobody(place.path());
        if (!nobody.isSo()) {
            QSKIP("Permissions do not count here.");
        }
        QVERIFY(QFile::setPermissions(place.path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto file = place.filePath(QStringLiteral("nyckel.txt"));
        rig.save(file);
        if (QTest::currentTestFailed()) {
            return;
        }
        const auto text = rig.done()->text();
        QVERIFY2(text.startsWith(said.arg(file)) && text.size() > said.arg(file).size(), qPrintable(text));
        QCOMPARE(rig.done()->kind(), StatusKind::Failed);
        QVERIFY(!QFile::exists(file));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        QVERIFY(QFile::setPermissions(place.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        rig.done()->setStatus(StatusKind::None, {});
        rig.save(file); // the key is still there to be saved
        QVERIFY(linesOf(file).contains(rig.backend.recoveryKey));
    }

    void aFolderThatIsNotThereIsRefused()
    {
        QTemporaryDir place;
        KeyRig rig;
        rig.open();
        const auto file = place.filePath(QStringLiteral("away/nyckel.txt"));
        rig.save(file);
        QVERIFY2(rig.done()->text().startsWith(file + QStringLiteral(" could not be written: ")),
                 qPrintable(rig.done()->text()));
        QCOMPARE(rig.done()->kind(), StatusKind::Failed);
    }

    void aKeyThatCanNotBeReadSaysWhy_data() { Trouble::addRows(); }
    void aKeyThatCanNotBeReadSaysWhy()
    {
        QFETCH(int, status);
        KeyRig rig;
        rig.show({QStringLiteral("vaults"), {}, {}});
        const Trouble trouble{status, QStringLiteral("/recoverykey")};
        rig.backend.before = trouble;
        rig.open();
        QVERIFY(rig.problem() != nullptr);
        QVERIFY2(rig.problem()->sentence().startsWith(QStringLiteral("The recovery key could not be read. ")),
                 qPrintable(rig.problem()->sentence()));
        QVERIFY2(rig.problem()->sentence().contains(trouble.why()), qPrintable(rig.problem()->sentence()));
        QVERIFY(rig.shown().isEmpty());
        for (const char* button : {"recoveryKey.copy", "recoveryKey.save", "recoveryKey.submit"}) {
            QVERIFY2(!rig.can(button), button);
        }
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY2(rig.problem()->sentence().contains(trouble.why()), qPrintable(rig.problem()->sentence()));
        rig.speak(LanguageChoice::English);

        rig.transport->hold = true;
        QVERIFY(pressSaying(*rig.problem(), QStringLiteral("Try again")));
        settle();
        QVERIFY(rig.problem() == nullptr); // it is being read
        auto* key = rig.person().find<QLineEdit>(QStringLiteral("recoveryKey.key"));
        QCOMPARE(key->placeholderText(), QStringLiteral("Loading…"));
        QVERIFY2(key->hasFocus(), qPrintable(widgetName(QApplication::focusWidget())));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        QVERIFY(rig.problem() != nullptr); // in vain

        *trouble.on = false;
        QVERIFY(pressSaying(*rig.problem(), QStringLiteral("Try again")));
        rig.pass(1);
        QVERIFY(rig.problem() == nullptr);
        QCOMPARE(rig.shown(), rig.backend.recoveryKey);
        for (const char* button : {"recoveryKey.copy", "recoveryKey.save", "recoveryKey.submit"}) {
            QVERIFY2(rig.can(button), button);
        }
    }
};

VALV_TEST(RecoveryKeyBladeTest)

} // namespace tst_recoverykeyblade

#include "tst_recoverykeyblade.moc"

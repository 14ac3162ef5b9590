// SPDX-License-Identifier: GPL-3.0-or-later
// What the command palette offers for a machine, an item, a vault and a policy: each command of both languages, with
// the reason where it can't be given, and what it says of az. Source: flows.md 0.6; wishes.md W13.
#include "console/resourcecommands.h"
#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/blade.h"
#include "frame/sessionfinder.h"
#include "shell/commandpalette.h"
#include "shell/palettelist.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"

using namespace valv;
using namespace valv::test;
using presentation::LanguageChoice;

namespace {

struct CommandRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId free = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId sql = backend.vmId(QStringLiteral("sql-prod-01"));
    ArmId job;
    QObject owner;
    std::unique_ptr<views::SessionFinder> finder;

    explicit CommandRig(LanguageChoice words)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        backend.addItem(vault, sql);
        job = backend
                  .addJob(FakeBackend::itemId(vault, sql), contract::JobOperation::Backup,
                          contract::JobStatus::InProgress, backend.now.addSecs(-60))
                  .id;
        show({QStringLiteral("overview"), {}, {}});
        pass(2);
    }
    ~CommandRig() { window->setFindSource(nullptr); }
    //! Ctrl+K and these words: what stands first is chosen.
    void palette(const QString& typed)
    {
        if (!finder) {
            finder = std::make_unique<views::SessionFinder>(*context, console::routeOf, console::resourceCommands);
            window->setFindSource(finder.get());
        }
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(window->commandPalette()->field(), typed);
    }
    void press(Qt::Key key) { QTest::keyClick(window->commandPalette()->field(), key); }
    [[nodiscard]] QString chosen() const
    {
        const auto* list = window->commandPalette()->list();
        return list->current() < 0 ? QString() : list->rows().at(list->current()).title;
    }
    [[nodiscard]] QList<QAction*> of(const ArmId& id) { return console::resourceCommands(*context, id, &owner); }
    [[nodiscard]] QAction* named(const ArmId& id, const QString& text)
    {
        for (auto* action : of(id)) {
            if (QString(action->text()).remove(QLatin1Char('&')) == text) {
                return action;
            }
        }
        return nullptr;
    }
};

} // namespace

class ResourceCommandsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachResourceHasItsCommands_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QStringList>("commands"); // among others
        const auto row = [](const char* name, const char* what, const QStringList& english,
                            const QStringList& swedish) {
            QTest::addRow("%s, en", name) << false << QString::fromLatin1(what) << english;
            QTest::addRow("%s, sv", name) << true << QString::fromLatin1(what) << swedish;
        };
        row("machine", "free", {QStringLiteral("Enable backup")}, {QStringLiteral("Aktivera säkerhetskopiering")});
        row("item", "sql", {QStringLiteral("Back up now"), QStringLiteral("Stop backup")},
            {QStringLiteral("Säkerhetskopiera nu"), QStringLiteral("Stoppa säkerhetskopiering")});
        row("vault", "vault",
            {QStringLiteral("Enable backup"), QStringLiteral("Backup configuration"), QStringLiteral("Recovery key"),
             QStringLiteral("Delete vault")},
            {QStringLiteral("Aktivera säkerhetskopiering"), QStringLiteral("Säkerhetskopieringskonfiguration"),
             QStringLiteral("Återställningsnyckel"), QStringLiteral("Ta bort valv")});
        row("job", "job", {QStringLiteral("Cancel job"), QStringLiteral("Try again")},
            {QStringLiteral("Avbryt jobb"), QStringLiteral("Försök igen")});
        row("policy", "policy", {QStringLiteral("Edit policy"), QStringLiteral("Delete policy")},
            {QStringLiteral("Redigera princip"), QStringLiteral("Ta bort princip")});
    }
    void eachResourceHasItsCommands()
    {
        QFETCH(bool, swedish);
        QFETCH(QString, what);
        QFETCH(QStringList, commands);
        CommandRig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        const auto id = what == QLatin1String("free") ? rig.free
            : what == QLatin1String("sql")            ? rig.sql
            : what == QLatin1String("job")            ? rig.job
            : what == QLatin1String("vault")
            ? rig.vault
            : rig.vault.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));
        QStringList found;
        for (const auto* action : rig.of(id)) {
            found.append(QString(action->text()).remove(QLatin1Char('&')));
            QVERIFY2(!views::azCommand(action).isEmpty() || !views::azReason(action).isEmpty(),
                     qPrintable(found.last()));
        }
        for (const auto& command : commands) {
            QVERIFY2(found.contains(command), qPrintable(found.join(QLatin1String(", "))));
        }
    }

    void aVaultIsDeletedFromHere()
    {
        CommandRig rig(LanguageChoice::English);
        auto* remove = rig.named(rig.vault, QStringLiteral("Delete vault"));
        QVERIFY(remove != nullptr);
        QVERIFY(views::azCommand(remove).startsWith(QLatin1String("az backup vault delete")));
        remove->trigger();
        settle();
        QVERIFY(rig.person().find(QStringLiteral("deleteVault")) != nullptr);
    }

    void aJobIsCancelledThroughThePalette_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("command");
        QTest::newRow("en") << false << QStringLiteral("cancel sql")
                            << QStringLiteral("Cancel job: Backup: sql-prod-01");
        QTest::newRow("sv") << true << QStringLiteral("avbryt sql")
                            << QStringLiteral("Avbryt jobb: Säkerhetskopiering: sql-prod-01");
    }
    void aJobIsCancelledThroughThePalette()
    {
        QFETCH(bool, swedish);
        QFETCH(QString, typed);
        QFETCH(QString, command);
        CommandRig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.palette(typed);
        QCOMPARE(rig.chosen(), command);
        keepPicture(*rig.window, QStringLiteral("palette-job-") + QLatin1String(QTest::currentDataTag()));
        QCOMPARE(faultsOf(*rig.window), QString());
        rig.press(Qt::Key_Return);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("cancelJob")) != nullptr);
    }

    //! As on its page, the new job is shown.
    void aJobIsTriedAgainThroughThePalette()
    {
        CommandRig rig(LanguageChoice::English);
        rig.backend.jobs.clear();
        const auto failed = rig.backend.addJob(FakeBackend::itemId(rig.vault, rig.sql), contract::JobOperation::Backup,
                                               contract::JobStatus::Failed, rig.backend.now.addSecs(-60));
        rig.session->refreshAll();
        rig.pass(2);
        rig.palette(QStringLiteral("#sql"));
        rig.press(Qt::Key_Tab);
        QTest::keyClicks(rig.window->commandPalette()->field(), QStringLiteral("again"));
        QCOMPARE(rig.chosen(), QStringLiteral("Try again: Backup: sql-prod-01"));
        rig.press(Qt::Key_Return);
        rig.pass(2);
        QCOMPARE(rig.backend.jobs.size(), 2);
        const auto route = rig.window->navigator().current();
        QCOMPARE(route.page, QStringLiteral("jobs"));
        const auto shown = ArmId::parse(route.part);
        QVERIFY(shown && *shown != failed.id);
        QVERIFY(std::any_of(rig.backend.jobs.cbegin(), rig.backend.jobs.cend(),
                            [&](const auto& job) { return job.id == *shown; }));
    }

    void whatIsNotReadyHasNone()
    {
        CommandRig rig(LanguageChoice::English);
        QCOMPARE(rig.of(rig.backend.vaultId(QStringLiteral("borta"))).size(), 0);
    }
};

QTEST_MAIN(ResourceCommandsTest)
#include "tst_resourcecommands.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// From the vault's Backup to many protected machines, with keys and clicks, on the real engine and real images: one
// goes away while backup is being enabled, and is tried again; a search that fails is made again. Source: flows.md C.
#include "controls/messagebar.h"
#include "controls/table.h"
#include "presentation/models/candidatemodel.h"
#include "support/consolerig.h"

#include <QComboBox>

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

const auto vanishing = QStringLiteral("web-03");

QString imageOf(const QString& name)
{
    return name + QStringLiteral(".raw");
}

} // namespace

class ProtectFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheVaultToManyMachines_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("backup");
        QTest::addColumn<QString>("selected");
        QTest::addColumn<QString>("enabled");
        QTest::newRow("Swedish") << QStringLiteral("sv") << QStringLiteral("Säkerhetskopiering")
                                 << QStringLiteral("6 valda") << QStringLiteral("Säkerhetskopiering är aktiverad");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("Backup") << QStringLiteral("6 selected")
                                 << QStringLiteral("Backup is enabled");
    }
    void fromTheVaultToManyMachines()
    {
        QFETCH(QString, language);
        QFETCH(QString, backup);
        QFETCH(QString, selected);
        QFETCH(QString, enabled);
        rig = std::make_unique<ConsoleRig>(false, language);
        for (int i = 1; i <= 6; ++i) {
            rig->makeMachine(QStringLiteral("web-0%1").arg(i), i, 2);
        }
        QVERIFY(rig->start());
        const auto vault = makeVault();
        QVERIFY(!vault.isEmpty());

        // C2: the vault's command.
        rig->open(QStringLiteral("vault"), vault.text(), QStringLiteral("overview"));
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canCommand(QStringLiteral("vault.backup")), patience);
        rig->person().command(QStringLiteral("vault.backup"));
        QTRY_COMPARE(rig->window().navigator().current().part, QStringLiteral("backup"));
        QTRY_VERIFY(rig->person().canUse(QStringLiteral("goal.here")));
        QCOMPARE(rig->page()->heading().crumbs.last().text, backup);

        // C3, C4: by the keyboard alone.
        QTRY_VERIFY(rig->person().find(QStringLiteral("goal.here"))->hasFocus());
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canUse(QStringLiteral("enable.policy")), patience);
        auto* policy = rig->person().find<QComboBox>(QStringLiteral("enable.policy"));
        QTRY_VERIFY_WITH_TIMEOUT(policy->currentIndex() >= 0, patience);
        forward();

        // C5: all of them, once they are found.
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canUse(QStringLiteral("candidates")), patience);
        auto* table = rig->person().find<Table>(QStringLiteral("candidates"));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 6, patience);
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canUse(QStringLiteral("protect.discover")), patience);
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(table->selectedRows().size(), 6);
        QTRY_VERIFY_WITH_TIMEOUT(allValidated(*table), patience);

        // C6: one goes away before it is enabled.
        hide(vanishing);
        discoverQuietly(vault);
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(settled(*table, 6), patience);
        for (int i = 1; i <= 6; ++i) {
            const auto name = QStringLiteral("web-0%1").arg(i);
            QCOMPARE(stateOf(*table, name) == enabled, name != vanishing);
        }
        auto* cause = rig->person().find<MessageBar>(QStringLiteral("protect.cause0"));
        QVERIFY(cause != nullptr);
        QVERIFY2(cause->sentence().contains(vanishing), qPrintable(cause->sentence()));
        QTRY_COMPARE_WITH_TIMEOUT(protectedOnes(), 5, patience); // the list is read again after the last of them
        const auto& log = rig->console->notifications();
        QTRY_COMPARE_WITH_TIMEOUT(log.all().first().state, NotificationState::Failed, patience);
        QCOMPARE(log.count(NotificationState::Failed), 1);

        // It is there again; only it is tried again.
        show(vanishing);
        discoverQuietly(vault);
        forward();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*table, vanishing), enabled, patience);
        QTRY_COMPARE_WITH_TIMEOUT(protectedOnes(), 6, patience);
        QTRY_COMPARE_WITH_TIMEOUT(log.all().first().state, NotificationState::Succeeded, patience);
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().find<MessageBar>(QStringLiteral("protect.done")) != nullptr, patience);
        forward(); // to the items
        QTRY_COMPARE(rig->window().navigator().current().page, QStringLiteral("items"));
    }

    void aSearchThatFailsIsMadeAgain()
    {
        rig = std::make_unique<ConsoleRig>(false);
        rig->makeMachine(QStringLiteral("web-01"), 1, 2);
        QVERIFY(rig->start());
        const auto vault = makeVault();
        const auto away = rig->path(QStringLiteral("away"));
        QVERIFY(QDir().rename(rig->vms(), away));
        rig->open(QStringLiteral("vault"), vault.text(), QStringLiteral("backup"));
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canUse(QStringLiteral("protect.submit")), patience);
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canUse(QStringLiteral("enable.policy")), patience);
        auto* policy = rig->person().find<QComboBox>(QStringLiteral("enable.policy"));
        QTRY_VERIFY_WITH_TIMEOUT(policy->currentIndex() >= 0, patience);
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().find<MessageBar>(QStringLiteral("protect.discoveryFailed")) != nullptr,
                                 patience);
        QVERIFY(QDir().rename(away, rig->vms()));
        Q_EMIT rig->person().find<MessageBar>(QStringLiteral("protect.discoveryFailed"))->actionTriggered();
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().find<MessageBar>(QStringLiteral("protect.discoveryFailed")) == nullptr,
                                 patience);
        auto* table = rig->person().find<Table>(QStringLiteral("candidates"));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    }
    void cleanup() { rig.reset(); }

private:
    [[nodiscard]] ArmId makeVault() const
    {
        auto& session = rig->session();
        NewVault wanted;
        wanted.name = QStringLiteral("mitt-valv");
        wanted.subscriptionId = session.subscriptions().at(0).value.subscriptionId;
        wanted.resourceGroup = session.virtualMachines().at(0).vm.id.resourceGroup();
        wanted.location = session.virtualMachines().at(0).vm.location;
        const auto made = await(session.vaults().create(wanted), patience);
        if (!made || !*made) {
            return {};
        }
        return QTest::qWaitFor([&] { return rig->isQuiet() && session.vaults().find(wanted.id()) != nullptr; },
                               patience)
            ? wanted.id()
            : ArmId();
    }
    //! The primary button, by its key.
    void forward() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canUse(QStringLiteral("protect.submit")), patience);
        QTRY_VERIFY(QApplication::focusWidget() != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    }
    //! The engine looks at its folder again; the console is not told.
    void discoverQuietly(const ArmId& vault) const
    {
        const auto looked = await(rig->session().client().vaults().discover(vault), patience);
        QVERIFY(looked && *looked);
    }
    void hide(const QString& name) const
    {
        QVERIFY(QFile::rename(QDir(rig->vms()).filePath(imageOf(name)), rig->path(imageOf(name))));
    }
    void show(const QString& name) const
    {
        QVERIFY(QFile::rename(rig->path(imageOf(name)), QDir(rig->vms()).filePath(imageOf(name))));
    }
    [[nodiscard]] static QString stateOf(const Table& table, const QString& name)
    {
        return console::Driver::row(table, 0, name).siblingAtColumn(CandidateModel::Check).data().toString();
    }
    [[nodiscard]] static int kinds(const Table& table, const QList<StatusKind>& wanted)
    {
        int count = 0;
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const auto state = table.model()->index(row, CandidateModel::Check).data(StatusRole);
            count += state.isValid() && wanted.contains(static_cast<StatusKind>(state.toInt())) ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] static bool allValidated(const Table& table)
    {
        return kinds(table, {StatusKind::Ok, StatusKind::Warning}) == table.model()->rowCount();
    }
    //! Each of the machines is done with, well or not.
    [[nodiscard]] bool settled(const Table& table, int count) const
    {
        return table.selectedRows().isEmpty() && kinds(table, {StatusKind::Ok, StatusKind::Failed}) == count
            && rig->person().canUse(QStringLiteral("protect.submit"));
    }
    [[nodiscard]] int protectedOnes() const { return rig->session().virtualMachines().countProtected(); }

    std::unique_ptr<ConsoleRig> rig;
};

QTEST_MAIN(ProtectFlowTest)
#include "tst_protectflow.moc"

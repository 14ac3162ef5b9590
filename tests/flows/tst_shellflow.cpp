// SPDX-License-Identifier: GPL-3.0-or-later
// The frame around the pages: favourites by star and by menu, and links that the program is started with or handed.
#include "console/doorbell.h"
#include "console/pages.h"
#include "controls/navlist.h"
#include "shell/navigation.h"
#include "support/flow/itemrig.h"
#include "support/testprogram.h"

#include <QClipboard>
#include <QUuid>
#include <QtConcurrent>

namespace tst_shellflow {

using namespace valv;
using namespace valv::test;
using console::Doorbell;

namespace {

const auto machineName = QStringLiteral("sql-prod-01");

} // namespace

class ShellFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void favouritesComeAndGo_data() { seats(); }
    void favouritesComeAndGo()
    {
        QFETCH(Seat, seat);
        FlowRig rig(true, seat);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        const auto reports = seat.in("Reports", "Rapporter");
        const auto isInMenu = [&] {
            const auto* item = rig.window().navigation()->list()->item(QStringLiteral("reports"));
            return item != nullptr && item->isVisible() && item->text() == reports;
        };
        const auto star = [&](const char* name) { // its key, or itself
            if (seat.hands == Seat::Hands::Pointer) {
                return person.press(Text(name, {reports}));
            }
            auto why = person.type("Filter services", reports);
            why = why.isEmpty() ? person.key(Qt::Key_Down) : why;
            return why.isEmpty() ? person.key(Qt::CTRL | Qt::Key_D) : why;
        };
        QVERIFY(isInMenu());

        // Out of the menu by its own menu; the focus does not go with it.
        DO(person.menuCommand("Reports", "Remove from favorites"));
        QTRY_VERIFY_WITH_TIMEOUT(!isInMenu(), patience);
        if (seat.hands == Seat::Hands::Keys) {
            DO(person.focusFault());
        }

        // In again by its star, at the end, and opened from there.
        DO(person.press("All services"));
        DO(star("Add %1 to favorites"));
        QTRY_VERIFY_WITH_TIMEOUT(isInMenu(), patience);
        QCOMPARE(rig.console->settings().favourites().last(), QStringLiteral("reports"));
        DO(person.press("Virtual machines"));
        DO(person.press("Reports"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.window().pages()->current().page, QStringLiteral("reports"), patience);

        // And out by its star.
        DO(person.press("All services"));
        DO(star("Remove %1 from favorites"));
        QTRY_VERIFY_WITH_TIMEOUT(!isInMenu(), patience);
        QVERIFY(!rig.console->settings().favourites().contains(QStringLiteral("reports")));
    }

    void linksLeadToTheirPages_data() { seats(); }
    void linksLeadToTheirPages()
    {
        QFETCH(Seat, seat);
        ItemRig rig(seat, machineName);
        QVERIFY(rig.start());

        // The link to a vault as a person copies it; those to an item and a job lead there too.
        DO(rig.hands().press("Recovery Services vaults"));
        DO(rig.hands().openRow("Recovery Services vaults", rig.item().vaultId().name()));
        QTRY_COMPARE_WITH_TIMEOUT(rig.window().pages()->current().page, QStringLiteral("vault"), patience);
        DO(rig.hands().key(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
        const auto vault = QApplication::clipboard()->text();
        const auto item = views::toLink(console::routeOf(rig.item()));
        const auto jobId = rig.session().jobs().at(0).id;
        const auto job = views::toLink(console::routeOf(jobId));
        const QString nowhere = QStringLiteral("valv://elsewhere");

        // Each time the program is started with it.
        const QList<std::tuple<QString, QString, Text>> starts{
            {vault, rig.item().vaultId().name(), "Storage growth"},
            {item, machineName, "Stop backup"},
            {job, seat.in("Backup jobs", "Säkerhetskopieringsjobb"), Text("job %1", {jobId.name().left(8)})},
            {nowhere, seat.in("Page not found", "Sidan finns inte"), "There is no such page here."}};
        for (const auto& [link, title, sign] : starts) {
            const auto asked = console::parseOptions({QStringLiteral("valv"), QStringLiteral("--open"), link});
            QVERIFY2(asked, qPrintable(link));
            rig.options.openLink = asked->openLink;
            QVERIFY2(rig.start(), qPrintable(link));
            QCOMPARE(rig.window().pages()->current(), views::fromLink(link));
            QTRY_COMPARE_WITH_TIMEOUT(rig.window().windowTitle(), title + QStringLiteral(" – Valv"), patience);
            DO(rig.hands().sees(sign));
        }

        // And when it runs already, by another start: of what is gone too, which its page says.
        const auto name = QStringLiteral("valv-test-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
        Doorbell bell(name);
        QVERIFY(bell.listen());
        connect(&bell, &Doorbell::rung, rig.console.get(), &console::Console::openLink);
        const auto gone = [](const ArmId& id) { return views::toLink(console::routeOf(id)); };
        const auto lostVault = ArmId::parse(rig.item().vaultId().text() + QStringLiteral("-borta")).value_or(ArmId());
        const auto lostMachine =
            ArmId::parse(rig.machine(machineName)->vm.id.text() + QStringLiteral("-borta")).value_or(ArmId());
        const auto lostJob = ArmId::parse(jobId.text() + QStringLiteral("0")).value_or(ArmId());
        const QList<std::pair<QString, Text>> calls{{gone(lostVault), "The vault is not there."},
                                                    {gone(lostMachine), "The virtual machine is not there."},
                                                    {gone(lostJob), "The job is no longer there"},
                                                    {nowhere, "There is no such page here."},
                                                    {vault, "Storage growth"}};
        for (const auto& [link, sign] : calls) {
            const auto ringing = QtConcurrent::run([link = link, name] { return Doorbell::ring(link, name); });
            QTRY_COMPARE_WITH_TIMEOUT(rig.window().pages()->current(), views::fromLink(link), patience);
            QVERIFY(ringing.result());
            DO(rig.hands().sees(sign));
        }
    }
};

VALV_TEST(ShellFlow)

} // namespace tst_shellflow

#include "tst_shellflow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What the page that restores says while the points are read, when they could not be, when there is none, and when they
// are of an earlier time: said, and drawn in both languages. Source: flows.md I7, 0.10.
#include "controls/pointtimeline.h"
#include "frame/storenotice.h"
#include "support/drawnstate.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"

namespace tst_restorestates {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

struct RestoreRig : PageRig
{
    ArmId item;
    QSize size{1440, 900};

    explicit RestoreRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        const auto vault = backend.vaultId(QStringLiteral("valv-produktion"));
        const auto vm = backend.vmId(QStringLiteral("sql-prod-01"));
        item = FakeBackend::itemId(vault, vm);
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        backend.addItem(vault, vm);
    }
    void addPoints()
    {
        backend.addPoint(item, QStringLiteral("200000000000001"), backend.now.addDays(-1));
        backend.addPoint(item, QStringLiteral("200000000000002"), backend.now.addDays(-2));
    }
    void open() { show({QStringLiteral("restore"), item.text(), {}}, size); }
    [[nodiscard]] StoreNotice& unread() const
    {
        return *window->findChild<StoreNotice*>(QStringLiteral("restore.unread"));
    }
    //! How many of each consistency.
    [[nodiscard]] QStringList counts() const
    {
        QStringList each;
        for (const auto& lane : window->findChild<PointTimeline*>()->lanes()) {
            each.append(lane.count);
        }
        return each;
    }
    [[nodiscard]] bool canRestore() const { return person().canUse(QStringLiteral("restore.submit")); }
};

const std::vector<DrawnState<RestoreRig>>& states()
{
    const auto unread = [](int status) {
        return [status](RestoreRig& rig) {
            rig.addPoints();
            rig.backend.before = Trouble{status, QStringLiteral("/recoveryPoints")};
            rig.open();
            rig.pass(60); // it is tried again by itself first
        };
    };
    const auto english = "The recovery points could not be read.";
    const auto swedish = "Återställningspunkterna kunde inte läsas in.";
    static const std::vector<DrawnState<RestoreRig>> all{
        {"loading", "Loading…", "Hämtar …",
         [](RestoreRig& rig) {
             rig.addPoints();
             rig.transport->hold = true;
             rig.open();
         }},
        {"none", "No recovery points in this period", "Inga återställningspunkter under perioden",
         [](RestoreRig& rig) { rig.open(); }},
        {"failing", english, swedish, unread(500)},
        {"forbidden", english, swedish, unread(403)},
        {"offline", english, swedish, unread(0)},
        {"stale", "Showing data from", "Visar data från",
         [](RestoreRig& rig) {
             rig.addPoints();
             rig.open();
             rig.backend.before = Trouble{500, QStringLiteral("/recoveryPoints")};
             rig.page()->refresh();
             rig.pass(60);
         }},
    };
    return all;
}

} // namespace

class RestoreStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsDrawn_data() { addStates(states()); }
    void eachIsDrawn()
    {
        QFETCH(DrawnAs, as);
        const auto& state = states()[static_cast<std::size_t>(as.state)];
        RestoreRig rig(as.words());
        rig.settings.setLook(as.look());
        rig.size = as.size();
        state.bring(rig);
        QCOMPARE(faultsOfState(*rig.window, state, as, "restore"), QString());
    }

    void whatIsNotReadIsNotNone_data() { Trouble::addRows(); }
    void whatIsNotReadIsNotNone()
    {
        QFETCH(int, status);
        RestoreRig rig;
        rig.addPoints();
        const Trouble trouble{status, QStringLiteral("/recoveryPoints")};
        rig.backend.before = trouble;
        rig.open();
        rig.pass(60);
        const QStringList unknown{QString(), QString(), QString()};
        QVERIFY(rig.unread().isVisible());
        QVERIFY2(rig.unread().sentence().contains(trouble.why()), qPrintable(rig.unread().sentence()));
        QVERIFY(!says(*rig.page(), QStringLiteral("Loading…")));
        QCOMPARE(rig.counts(), unknown);
        QVERIFY(!rig.canRestore());
        *trouble.on = false;
        rig.transport->hold = true;
        QVERIFY(pressSaying(rig.unread(), QStringLiteral("Try again")));
        QVERIFY(says(*rig.page(), QStringLiteral("Loading…")));
        QCOMPARE(rig.counts(), unknown);
        QVERIFY(rig.window->findChild<PointTimeline*>()->hasFocus());
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(2);
        QVERIFY(!rig.unread().isVisible());
        QCOMPARE(rig.counts(), (QStringList{QStringLiteral("2"), QStringLiteral("0"), QStringLiteral("0")}));
        QVERIFY(rig.canRestore());
    }

    //! What was read before can be restored from.
    void pointsOfEarlierStay()
    {
        RestoreRig rig;
        rig.addPoints();
        rig.open();
        rig.backend.before = Trouble{500, QStringLiteral("/recoveryPoints")};
        rig.page()->refresh();
        rig.pass(60);
        QVERIFY(rig.unread().isVisible());
        QCOMPARE(rig.counts().constFirst(), QStringLiteral("2"));
        QVERIFY(rig.canRestore());
        rig.backend.before = {};
        QVERIFY(pressSaying(rig.unread(), QStringLiteral("Try again")));
        rig.pass(6);
        QVERIFY(!rig.unread().isVisible());
    }
};

VALV_TEST(RestoreStatesTest)

} // namespace tst_restorestates

#include "tst_restorestates.moc"

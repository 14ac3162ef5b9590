// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody else changes a recovery point while it is being changed or deleted here: that is said, with what they did;
// nothing typed is lost, and it can be tried again over theirs. Source: flows.md 0.10, docs/wire-extensions.md.
#include "controls/messagebar.h"
#include "items/deletepointblade.h"
#include "items/pointblade.h"
#include "shell/toast.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

#include <QLineEdit>

namespace tst_pointconflict {

using namespace valv;
using namespace valv::test;
using namespace valv::views;
using presentation::LanguageChoice;

namespace {

struct ConflictRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId vm = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId item = FakeBackend::itemId(vault, vm);

    explicit ConflictRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addItem(vault, vm);
        backend.addPoint(item, QStringLiteral("100000000000001"), backend.now.addDays(-1));
        backend.points.last().expiry = backend.now.addDays(29);
        backend.points.last().keptBy = QStringList{QStringLiteral("Daily")};
        backend.points.last().etag = QStringLiteral("W/\"mine\"");
    }
    template <typename T>
    void openBlade()
    {
        show({QStringLiteral("virtualmachine"), vm.text(), QStringLiteral("backup")});
        pass(2);
        window->navigator().openBlade(new T(*context, point().id, window.get()));
        pass(2);
    }
    [[nodiscard]] contract::RecoveryPoint& point() { return backend.points.last(); }
    //! Pinned, with a date of its own and why.
    void somebodyElsePins()
    {
        point().pinned = true;
        point().reason = QStringLiteral("Revision");
        point().expiryChosen = true;
        point().expiry = QDateTime(QDate(2020, 1, 31), QTime(12, 0), Qt::UTC);
        point().etag = QStringLiteral("W/\"theirs\"");
    }
    void typeReason()
    {
        person().type(QStringLiteral("point.reason"), QStringLiteral("Bokslut"));
        pass(1);
    }
    void submit(const char* name)
    {
        person().click(QString::fromLatin1(name) + QStringLiteral(".submit"));
        pass(3);
    }
    [[nodiscard]] MessageBar* failure(const char* name) const
    {
        return person().find<MessageBar>(QString::fromLatin1(name) + QStringLiteral(".failure"));
    }
    [[nodiscard]] QString reason() const { return person().find<QLineEdit>(QStringLiteral("point.reason"))->text(); }
    void keep(const char* name) { keepPicture(*window, QStringLiteral("point-%1").arg(QLatin1String(name))); }
};

} // namespace

class TestPointConflict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changed_data()
    {
        QTest::addColumn<bool>("drop");
        QTest::newRow("theirs is replaced") << false;
        QTest::newRow("theirs is read") << true;
    }
    void changed()
    {
        QFETCH(bool, drop);
        ConflictRig rig;
        rig.openBlade<PointBlade>();
        rig.typeReason();
        rig.somebodyElsePins();
        rig.submit("point");
        auto* bar = rig.failure("point");
        QVERIFY(bar != nullptr);
        QCOMPARE(bar->kind(), MessageKind::Warning);
        const auto said = spaced(bar->sentence());
        QVERIFY2(said.startsWith(QStringLiteral("Somebody else has changed the recovery point meanwhile.")),
                 qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("pinned, kept until 31 Jan 2020, for the reason “Revision”")),
                 qPrintable(said));
        QVERIFY(rig.point().pinned && rig.point().reason == QStringLiteral("Revision")); // theirs stands
        QCOMPARE(rig.reason(), QStringLiteral("Bokslut"));
        rig.keep("conflict");
        const auto* toast = rig.window->toast(); // it tells of the same, and leaves this in sight
        QVERIFY(toast->isVisible());
        QVERIFY(!toast->geometry().intersects(QRect(bar->mapTo(rig.window.get(), QPoint()), bar->size())));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        if (drop) {
            QVERIFY(pressSaying(*bar, QStringLiteral("Read again")));
            rig.pass(2);
            QCOMPARE(rig.reason(), QStringLiteral("Revision"));
            QVERIFY(rig.person().find<QAbstractButton>(QStringLiteral("point.pin"))->isChecked());
            QVERIFY(rig.person().find<QAbstractButton>(QStringLiteral("point.byDate"))->isChecked());
            QVERIFY(!rig.person().canUse(QStringLiteral("point.submit"))); // nothing has been changed
        } else {
            rig.submit("point");
            QTRY_VERIFY(rig.person().find(QStringLiteral("point")) == nullptr);
            QVERIFY(!rig.point().pinned && !rig.point().expiryChosen);
            QCOMPARE(rig.point().reason, QStringLiteral("Bokslut"));
        }
    }

    //! It was read meanwhile, behind the form: that is no leave to write over it.
    void changedWhileItWasRead()
    {
        ConflictRig rig;
        rig.openBlade<PointBlade>();
        rig.typeReason();
        rig.somebodyElsePins();
        rig.session->recoveryPoints(rig.item).refresh();
        rig.pass(2);
        QCOMPARE(rig.reason(), QStringLiteral("Bokslut"));
        rig.submit("point");
        QVERIFY(rig.failure("point") != nullptr);
        QCOMPARE(rig.point().reason, QStringLiteral("Revision"));
        QVERIFY(rig.failure("point")->sentence().contains(QStringLiteral("pinned")));
    }

    void goneWhileItIsChanged()
    {
        ConflictRig rig;
        rig.openBlade<PointBlade>();
        rig.typeReason();
        rig.backend.points.clear();
        rig.submit("point");
        QVERIFY(says(*rig.window, QStringLiteral("It has expired or was deleted by someone else.")));
        QVERIFY(!rig.person().canUse(QStringLiteral("point.submit")));
        QCOMPARE(rig.reason(), QStringLiteral("Bokslut"));
        rig.keep("gone");
    }

    void deleted()
    {
        ConflictRig rig;
        rig.openBlade<DeletePointBlade>();
        rig.person().type(QStringLiteral("deletePoint.name"), QStringLiteral("vm-web-01"));
        rig.somebodyElsePins();
        rig.submit("deletePoint");
        QCOMPARE(rig.backend.points.size(), 1);
        auto* bar = rig.failure("deletePoint");
        QVERIFY(bar != nullptr);
        QCOMPARE(bar->kind(), MessageKind::Warning);
        const auto said = spaced(bar->sentence());
        QVERIFY2(said.startsWith(QStringLiteral("Somebody else has changed the recovery point meanwhile.")),
                 qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("pinned, kept until 31 Jan 2020")), qPrintable(said));
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("deletePoint.name"))->text(), QStringLiteral("vm-web-01"));
        rig.keep("delete");
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.submit("deletePoint"); // all the same
        QTRY_VERIFY(rig.person().find(QStringLiteral("deletePoint")) == nullptr);
        QVERIFY(rig.backend.points.isEmpty());
    }

    //! What they did forbids it.
    void heldWhileItIsDeleted()
    {
        ConflictRig rig(LanguageChoice::Swedish);
        rig.openBlade<DeletePointBlade>();
        rig.person().type(QStringLiteral("deletePoint.name"), QStringLiteral("vm-web-01"));
        rig.point().held = true;
        rig.point().etag = QStringLiteral("W/\"theirs\"");
        rig.backend.removal.points = {
            {rig.point().name, rig.backend.now, Error{"RecoveryPointHeld", "It is on hold.", {}, {}, {}}}};
        rig.submit("deletePoint");
        auto* bar = rig.failure("deletePoint");
        QVERIFY(bar != nullptr);
        QVERIFY2(bar->sentence().startsWith(
                     QStringLiteral("Någon annan har ändrat återställningspunkten under tiden. Den är nu: spärrad.")),
                 qPrintable(bar->sentence()));
        QVERIFY(!rig.person().canUse(QStringLiteral("deletePoint.submit")));
        QCOMPARE(rig.backend.points.size(), 1);
        rig.keep("held");
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    //! They were faster at the same thing.
    void goneWhileItIsDeleted()
    {
        ConflictRig rig;
        rig.openBlade<DeletePointBlade>();
        rig.person().type(QStringLiteral("deletePoint.name"), QStringLiteral("vm-web-01"));
        rig.backend.points.clear();
        rig.session->recoveryPoints(rig.item).refresh();
        rig.pass(2);
        auto* bar = rig.failure("deletePoint");
        QVERIFY(bar != nullptr);
        QVERIFY2(bar->sentence().startsWith(QStringLiteral("The recovery point is gone.")),
                 qPrintable(bar->sentence()));
        QVERIFY(!rig.person().canUse(QStringLiteral("deletePoint.submit")));
    }

    //! What they did can't be read: it is said, and can be asked for again; the name stays typed.
    void theirsCannotBeRead()
    {
        ConflictRig rig;
        rig.openBlade<DeletePointBlade>();
        rig.person().type(QStringLiteral("deletePoint.name"), QStringLiteral("vm-web-01"));
        rig.somebodyElsePins();
        const Trouble trouble{500, QStringLiteral("/recoveryPoints")};
        rig.backend.before = trouble;
        rig.submit("deletePoint");
        auto* bar = rig.failure("deletePoint");
        QVERIFY(bar != nullptr);
        QVERIFY2(bar->sentence().contains(QStringLiteral("What they did could not be read.")),
                 qPrintable(bar->sentence()));
        *trouble.on = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        rig.pass(2);
        QVERIFY2(bar->sentence().contains(QStringLiteral("pinned")), qPrintable(bar->sentence()));
        rig.submit("deletePoint");
        QTRY_VERIFY(rig.person().find(QStringLiteral("deletePoint")) == nullptr);
        QVERIFY(rig.backend.points.isEmpty());
    }
};

VALV_TEST(TestPointConflict)

} // namespace tst_pointconflict

#include "tst_pointconflict.moc"

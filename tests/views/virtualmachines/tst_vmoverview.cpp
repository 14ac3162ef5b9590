// SPDX-License-Identifier: GPL-3.0-or-later
// The page of one machine through its real widgets. Source: flows.md A3.
#include "controls/blade.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/navlist.h"
#include "controls/pageheader.h"
#include "controls/resourcemenu.h"
#include "presentation/text/statuswords.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QLabel>

namespace tst_vmoverview {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

struct OverviewRig : PageRig
{
    explicit OverviewRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVault(QStringLiteral("valv-produktion"));
    }
    [[nodiscard]] ArmId vm() const { return backend.vmId(QStringLiteral("vm-web-01")); }
    ArmId protect()
    {
        auto& item = backend.addItem(backend.vaultId(QStringLiteral("valv-produktion")), vm());
        item.nextRun = backend.now.addSecs(3600);
        item.lastBackupTime = backend.now.addDays(-1);
        item.lastRecoveryPoint = backend.now.addDays(-1);
        backend.addJob(item.id, contract::JobOperation::Backup, contract::JobStatus::Completed,
                       backend.now.addDays(-1));
        return item.id;
    }
    void open() { show({QStringLiteral("virtualmachine"), vm().text(), QStringLiteral("overview")}); }
    [[nodiscard]] QString words() const
    {
        QStringList found;
        for (auto* each : page()->findChildren<QWidget*>()) {
            if (auto* label = qobject_cast<QLabel*>(each); label != nullptr && label->isVisible()) {
                found.append(label->text());
            } else if (auto* button = qobject_cast<QAbstractButton*>(each); button != nullptr && button->isVisible()) {
                found.append(button->text());
            }
        }
        return found.join(QLatin1Char('\n'));
    }
    [[nodiscard]] LinkButton* link(const QString& text) const
    {
        for (auto* each : page()->findChildren<LinkButton*>()) {
            if (each->isVisible() && each->text() == text) {
                return each;
            }
        }
        return nullptr;
    }
};

} // namespace

class VmOverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnprotectedMachineLeadsToItsProtection()
    {
        OverviewRig rig;
        rig.open();
        QVERIFY(rig.words().contains(QStringLiteral("Ubuntu 18.04 LTS")));
        QVERIFY(rig.words().contains(QStringLiteral("vm-web-01-os")));
        QTRY_VERIFY(rig.person().find(QStringLiteral("vm.enable"))->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(rig.window->navigator().current().part, QStringLiteral("backup"));
    }

    void whatCannotBeProtectedSaysWhy()
    {
        OverviewRig rig;
        rig.backend.machines.first().disks.clear();
        rig.open();
        auto* enable = rig.person().find(QStringLiteral("vm.enable"));
        QVERIFY(!canBeUsed(enable));
        QVERIFY(!enable->toolTip().isEmpty());
        QVERIFY(rig.words().contains(enable->toolTip())); // to be seen, not only in the tool tip
    }

    void aProtectedOneShowsVaultPolicyAndRuns()
    {
        OverviewRig rig;
        rig.protect();
        rig.open();
        QVERIFY(rig.person().find(QStringLiteral("vm.enable")) == nullptr);
        QVERIFY(rig.words().contains(QStringLiteral("valv-produktion")));
        QVERIFY(rig.link(QStringLiteral("DefaultPolicy")) != nullptr);
        rig.person().click(*rig.link(QStringLiteral("DefaultPolicy")), {4, 4});
        Blade* open = nullptr;
        for (auto* each : rig.window->findChildren<Blade*>()) {
            open = each->isOpen() ? each : open;
        }
        QVERIFY(open != nullptr);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!open->isOpen());
        rig.pass(1);
        auto* job = rig.link(StatusWords::operation(contract::JobOperation::Backup, true));
        QVERIFY2(job != nullptr, qPrintable(rig.words()));
        rig.person().click(*job, {4, 4});
        QCOMPARE(rig.window->navigator().current().page, QStringLiteral("jobs"));
    }

    void gone()
    {
        OverviewRig rig;
        rig.open();
        rig.backend.machines.clear();
        QTest::keyClick(rig.window.get(), Qt::Key_F5);
        rig.pass(2);
        auto* said = rig.person().find<MessageBar>(QStringLiteral("vm.problem"));
        QVERIFY2(said != nullptr, qPrintable(rig.words()));
        QVERIFY(said->sentence().contains(QStringLiteral("The virtual machine is not there.")));
    }

    void theMenuOffersOnlyWhatIsThere()
    {
        OverviewRig rig;
        rig.open();
        for (const auto& entry : rig.page()->resourceMenu()) {
            rig.window->navigator().open(entry.route);
            rig.pass(1);
            QCOMPARE(rig.window->pages()->view()->route().part, entry.route.part);
            QCOMPARE(rig.window->pages()->view()->header()->title(), QStringLiteral("vm-web-01"));
        }
    }

    void followsLanguageAndTheme()
    {
        OverviewRig rig;
        rig.protect();
        rig.open();
        QVERIFY(rig.words().contains(QStringLiteral("Resource group")));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(rig.words().contains(QStringLiteral("Resursgrupp")));
        QVERIFY2(!rig.words().contains(QStringLiteral("Resource group")), qPrintable(rig.words()));
        QVERIFY(rig.words().contains(QStringLiteral("Senaste jobb")));
        rig.settings.setLook(LookChoice::Dark);
        rig.pass(0);
        QVERIFY(rig.theme.isDark());
    }
};

VALV_TEST(VmOverviewTest)

} // namespace tst_vmoverview

#include "tst_vmoverview.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/picturenames.h"
#include "console/pictures.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/pill.h"
#include "controls/segmentedcontrol.h"
#include "controls/table.h"
#include "frame/navigator.h"
#include "policies/daypicker.h"
#include "presentation/stores/session.h"
#include "shell/mainwindow.h"
#include "shell/pagehost.h"
#include "shell/pageview.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMessageBox>

#include <algorithm>

// The pictures of backup items, policies and what can be done with them: flows D, F and I.
namespace valv::console {

namespace {

// The machines of the guide, as the demo estate calls them.
const auto pendingVm = QStringLiteral("sql-prod-02");
const auto wellVm = QStringLiteral("sql-prod-01");
const auto retiredVm = QStringLiteral("sql-test-01");

} // namespace

void Pictures::openMenu(const QString& vm, const QString& action)
{
    then([this] { return isQuiet() && m_driver.canUse(QStringLiteral("items")); },
         [this, vm, action] {
             auto* table = m_driver.find<views::Table>(QStringLiteral("items"));
             const auto row = Driver::row(*table, 0, vm);
             table->setFocus(Qt::OtherFocusReason);
             table->setCurrentIndex(row);
             QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
             QApplication::sendEvent(table->viewport(), &event);
             auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
             if (menu != nullptr && !action.isEmpty()) {
                 menu->setActiveAction(m_console.window().findChild<QAction*>(action));
             }
         });
}

void Pictures::closeMenus()
{
    then({}, [this] {
        while (auto* popup = QApplication::activePopupWidget()) {
            popup->close();
        }
        m_console.window().activateWindow(); // offscreen nobody else gives it the focus back
    });
}

void Pictures::planItems()
{
    const auto vaultOf = [this] {
        const auto* row = machine(wellVm);
        return row != nullptr && row->item ? row->item->id.vaultId().text() : QString();
    };
    const auto open = [this, vaultOf](const QString& part) {
        then([this, vaultOf] { return isQuiet() && !vaultOf().isEmpty(); },
             [this, vaultOf, part] {
                 m_console.window().navigator().open({QStringLiteral("items"), vaultOf(), part});
             });
    };
    closeBlades();
    open(QStringLiteral("types"));
    then([this] { return m_driver.canUse(QStringLiteral("items.type.vm")); },
         [this] { m_console.window().setFocus(Qt::OtherFocusReason); });
    draw(firstLook("back-up-items-list"));
    then({}, [this] { focus(QStringLiteral("items.type.vm")); });
    draw(firstLook("back-up-items-list-selected"));
    // Those whose first backup is still to come.
    open({});
    then([this] { return m_driver.canUse(QStringLiteral("items")); },
         [this] {
             if (auto* status = m_driver.find<views::FilterPill>(QStringLiteral("items.status"))) {
                 status->setCurrent(static_cast<int>(presentation::Protection::InitialPending));
                 Q_EMIT status->currentChanged(status->current());
             }
         });
    draw(firstLook("backup-items-not-run"));
    draw(firstLook("initial-backup-not-run"));
    then({}, [this] {
        if (auto* status = m_driver.find<views::FilterPill>(QStringLiteral("items.status"))) {
            status->setCurrent({});
            Q_EMIT status->currentChanged({});
        }
        auto* table = m_driver.find<views::Table>(QStringLiteral("items"));
        table->setCurrentIndex(Driver::row(*table, 0, pendingVm));
    });
    draw(firstLook("context-menu"));
    openMenu(pendingVm, {});
    draw(firstLook("context-menu-small"));
    closeMenus();
    openMenu(pendingVm, QStringLiteral("items.backupNow"));
    draw(firstLook("context-menu-small-backup-now"));
    closeMenus();
}

void Pictures::planPolicies()
{
    openPage(QStringLiteral("policies"));
    draw(ours("policy-list"), [this] { return m_driver.canUse(QStringLiteral("policies")); });
    then([this] { return isQuiet(); },
         [this] {
             const auto vault = machine(wellVm)->item->id.vaultId().text();
             m_console.window().navigator().open({QStringLiteral("policy"), vault, QStringLiteral("new")});
         });
    const auto ready = [this] { return m_driver.canUse(QStringLiteral("policy.name")); };
    then(ready, [this] { m_driver.type(QStringLiteral("policy.name"), QStringLiteral("Drift-GFS")); });
    draw(createPolicy("backup-policy"), ready);
    then({}, [this] {
        if (auto* time = m_driver.find<QComboBox>(QStringLiteral("policy.time"))) {
            time->setFocus(Qt::OtherFocusReason);
            time->showPopup();
        }
    });
    draw(createPolicy("backup-policy-daily"));
    closeMenus();
    const auto frequency = [this](int index) {
        then({}, [this, index] {
            if (auto* choice = m_driver.find<views::SegmentedControl>(QStringLiteral("policy.frequency"))) {
                choice->segment(index)->click();
            }
        });
    };
    frequency(1);
    then({}, [this] {
        for (auto* days : m_console.window().findChildren<views::DayPicker*>()) {
            if (days->isVisible()) {
                days->setDays({contract::Weekday::Wednesday, contract::Weekday::Sunday});
                break;
            }
        }
    });
    draw(createPolicy("backup-policy-weekly"));
    frequency(0);
    then({}, [this] {
        if (auto* yearly = m_driver.find(QStringLiteral("policy.yearlyCount"))) {
            yearly->setFocus(Qt::TabFocusReason); // scrolled to
        }
    });
    draw(ours("policy-editor-retention"));
    frequency(1);
    then({}, [this] {
        for (auto* days : m_console.window().findChildren<views::DayPicker*>()) {
            if (days->isVisible()) {
                days->setDays({});
                break;
            }
        }
        m_driver.type(QStringLiteral("policy.weeklyCount"), QStringLiteral("0"));
        m_driver.type(QStringLiteral("policy.name"), QStringLiteral("Drift-"));
    });
    then([this] { return m_driver.canCommand(QStringLiteral("policy.save")); },
         [this] { m_driver.command(QStringLiteral("policy.save")); });
    draw(ours("policy-editor-errors"));
    openPage(QStringLiteral("policies")); // asks, for something is unsaved
    const auto discard = [this]() -> QAbstractButton* {
        const auto* question = m_console.window().findChild<QMessageBox*>();
        if (question == nullptr || !question->isVisible()) {
            return nullptr;
        }
        const auto buttons = question->buttons();
        const auto it = std::find_if(buttons.cbegin(), buttons.cend(), [question](QAbstractButton* button) {
            return question->buttonRole(button) == QMessageBox::DestructiveRole;
        });
        return it == buttons.cend() ? nullptr : *it;
    };
    then([discard] { return discard() != nullptr; }, [discard] { discard()->click(); });
}

void Pictures::planManage()
{
    const auto open = [this](const QString& vm, const char* action) {
        openPage(QStringLiteral("virtualmachine"), vm, QStringLiteral("backup"));
        then([this, action,
              ready = pointsReady(vm)] { return ready() && m_driver.canCommand(QString::fromLatin1(action)); },
             [this, action] { m_driver.command(QString::fromLatin1(action)); });
    };
    open(wellVm, "item.stop");
    draw(ours("stop-retain"), [this] { return m_driver.canUse(QStringLiteral("stopBackup.submit")); });
    then({}, [this] { m_driver.click(QStringLiteral("stopBackup.delete")); });
    then([this] { return m_driver.canUse(QStringLiteral("stopBackup.name")); },
         [this] { m_driver.type(QStringLiteral("stopBackup.name"), wellVm.left(8)); });
    draw(ours("stop-delete"));
    closeBlades();
    open(retiredVm, "item.resume");
    draw(ours("resume"), [this] { return m_driver.canUse(QStringLiteral("resumeBackup.submit")); });
    closeBlades();
    open(retiredVm, "item.delete");
    then([this] { return m_driver.canUse(QStringLiteral("deleteData.name")); },
         [this] {
             m_driver.type(QStringLiteral("deleteData.name"), retiredVm);
             if (auto* reason = m_driver.find<views::ComboBox>(QStringLiteral("deleteData.reason"))) {
                 reason->setFocus(Qt::OtherFocusReason);
                 m_driver.key(Qt::Key_Down);
             }
             if (auto* consent = m_driver.find<QCheckBox>(QStringLiteral("deleteData.consent"))) {
                 consent->setChecked(true);
             }
             m_driver.click(QStringLiteral("deleteData.submit"));
         });
    then(
        [this] {
            const auto* row = machine(retiredVm);
            return isQuiet() && m_driver.find(QStringLiteral("deleteData")) == nullptr && row != nullptr && row->item
                && row->item->softDeleted;
        },
        [this] {
            m_console.window().navigator().open({QStringLiteral("items"), {}, {}});
        });
    openMenu(retiredVm, QStringLiteral("items.undelete"));
    draw(ours("soft-deleted"));
    closeMenus();
}

} // namespace valv::console

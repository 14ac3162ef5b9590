// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/picturenames.h"
#include "console/pictures.h"
#include "console/stage.h"
#include "controls/blade.h"
#include "controls/calendar.h"
#include "controls/checklines.h"
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/linkbutton.h"
#include "controls/navlist.h"
#include "controls/resourcemenu.h"
#include "frame/navigator.h"
#include "frame/route.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "shell/commandpalette.h"
#include "shell/mainwindow.h"
#include "shell/notificationpanel.h"
#include "shell/pagehost.h"
#include "shell/pageview.h"
#include "shell/shellcommands.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

// What is done for each picture, in the order in which a person would come by them.
namespace valv::console {

using presentation::LanguageChoice;
using presentation::NotificationState;

namespace {

// The machines of the guide, as the demo estate calls them.
const auto unprotectedVm = QStringLiteral("vm-web-01");
const auto anotherVm = QStringLiteral("vm-web-02");
const auto thirdVm = QStringLiteral("vm-web-03");
const auto protectedVm = QStringLiteral("sql-prod-01");
const auto stoppedVm = QStringLiteral("wsus-01");
const auto runningVm = QStringLiteral("app-order-01");
const auto failedVm = QStringLiteral("fil-01");

} // namespace

QStringList Pictures::names()
{
    return QStringList{firstLook("open-vm-from-hub"),
                       firstLook("list-of-vms"),
                       firstLook("list-of-vms-selected"),
                       firstLook("vm-management-menu"),
                       firstLook("vm-menu-enable-backup"),
                       firstLook("vm-menu-enable-backup-small"),
                       firstLook("set-backup-policy"),
                       firstLook("vm-management-menu-enable-backup-button"),
                       firstLook("vm-management-blade-enable-backup-notification"),
                       ours("enable-backup-new-vault"),
                       ours("vault-name-error"),
                       firstLook("backup-item-view-update"),
                       firstLook("backup-now-update"),
                       firstLook("backup-now-blade-short"),
                       firstLook("backup-now-blade-calendar"),
                       ours("policy-next-run"),
                       ours("item-protected"),
                       ours("language-switch"),
                       ours("restore-select-point"),
                       ours("restore-create-new"),
                       ours("backup-now-vm-off"),
                       firstLook("backup-jobs-in-jobs-view-1"),
                       ours("job-details"),
                       ours("job-failed"),
                       ours("job-cancel"),
                       ours("notifications-log"),
                       ours("settings"),
                       ours("mail-server"),
                       ours("command-palette"),
                       ours("keyboard-shortcuts"),
                       firstLook("back-up-items-list"),
                       firstLook("back-up-items-list-selected"),
                       firstLook("backup-items-not-run"),
                       firstLook("initial-backup-not-run"),
                       firstLook("context-menu"),
                       firstLook("context-menu-small"),
                       firstLook("context-menu-small-backup-now"),
                       ours("stop-retain"),
                       ours("stop-delete"),
                       ours("resume"),
                       ours("soft-deleted"),
                       ours("policy-list"),
                       ours("alerts"),
                       ours("configure-notifications"),
                       ours("reports"),
                       QStringLiteral("media/backup-create-policy-for-vms/backup-policy.png"),
                       QStringLiteral("media/backup-create-policy-for-vms/backup-policy-daily.png"),
                       QStringLiteral("media/backup-create-policy-for-vms/backup-policy-weekly.png"),
                       ours("policy-editor-retention"),
                       ours("policy-editor-errors")}
    + vaultNames() + protectNames();
}

void Pictures::plan()
{
    constexpr double caughtAt = 0.4;
    m_stage->hold(runningVm.toStdString(), caughtAt);
    m_stage->fail(failedVm.toStdString());
    planList();
    planEnabling();
    planItem();
    planProtected();
    planJobs();
    planShell();
    planVaults();
    planProtect();
    planItems();
    planPolicies();
    planAlerts();
    planManage(); // last: it changes what the others show
    m_script.run();
}

void Pictures::planList()
{
    openPage(QStringLiteral("services"));
    then([this] { return m_console.window().pages()->view() != nullptr; },
         [this] {
             auto* field = qobject_cast<QLineEdit*>(m_console.window().pages()->view()->page()->filterField());
             if (field != nullptr) {
                 field->setFocus(Qt::OtherFocusReason);
                 field->setText(m_console.language().isSwedish() ? QStringLiteral("Virtuella da")
                                                                 : QStringLiteral("Virtual ma"));
             }
         });
    draw(firstLook("open-vm-from-hub"));
    openPage(QStringLiteral("virtualmachines"));
    draw(firstLook("list-of-vms"), [this] { return m_driver.canUse(QStringLiteral("vms")); });
    openPage(QStringLiteral("virtualmachine"), unprotectedVm, QStringLiteral("overview"));
    draw(firstLook("list-of-vms-selected"), [this] { return m_driver.canUse(QStringLiteral("vm.openBackup")); });
    then({}, [this] { point(menuItem(QStringLiteral("backup"))); });
    draw(firstLook("vm-management-menu"));
    then({}, [this] { pointAway(); });
}

QWidget* Pictures::menuItem(const QString& part) const
{
    for (auto* menu : m_console.window().findChildren<views::ResourceMenu*>()) {
        for (const auto& entry : menu->list()->entries()) {
            if (menu->isVisible() && views::fromLink(entry.id).part == part) {
                return menu->list()->item(entry.id);
            }
        }
    }
    return nullptr;
}

bool Pictures::enableFormReady() const
{
    const auto* policy = m_driver.find<views::ComboBox>(QStringLiteral("enable.policy"));
    return policy != nullptr && policy->count() > 1 && m_driver.canUse(QStringLiteral("enable.submit"));
}

void Pictures::planEnabling()
{
    openPage(QStringLiteral("virtualmachine"), unprotectedVm, QStringLiteral("backup"));
    const auto formReady = [this] { return enableFormReady(); };
    draw(firstLook("vm-menu-enable-backup"), formReady);
    const auto openCombo = [this](const char* name) {
        then({}, [this, name] {
            if (auto* combo = m_driver.find<QComboBox>(QLatin1String(name))) {
                combo->setFocus(Qt::OtherFocusReason);
                combo->showPopup();
            }
        });
    };
    const auto closeCombo = [this](const char* name) {
        then({}, [this, name] {
            if (auto* combo = m_driver.find<QComboBox>(QLatin1String(name))) {
                combo->hidePopup();
            }
        });
    };
    openCombo("enable.vault");
    draw(firstLook("vm-menu-enable-backup-small"), {}, [this] {
        const auto* combo = m_driver.find(QStringLiteral("enable.vault"));
        const auto at = combo->mapTo(&m_console.window(), QPoint());
        return QRect(at.x() - 24, at.y() - 120, combo->width() + 48, 320).intersected(m_console.window().rect());
    });
    closeCombo("enable.vault");
    openCombo("enable.policy");
    draw(firstLook("set-backup-policy"));
    closeCombo("enable.policy");
    then({}, [this] { focus(QStringLiteral("enable.submit")); });
    draw(firstLook("vm-management-menu-enable-backup-button"));
    // The moment after the click: the deployment has started, and nothing has answered yet.
    then({}, [this] {
        m_console.window().navigator().showNotifications();
        m_driver.click(QStringLiteral("enable.submit"));
        save(firstLook("vm-management-blade-enable-backup-notification"), shotOfWindow());
    });
    then([this] { return m_driver.canUse(QStringLiteral("backupItem")); }, [] {});
    closeBlades();
    openPage(QStringLiteral("virtualmachine"), anotherVm, QStringLiteral("backup"));
    then(formReady, [this] { m_driver.click(QStringLiteral("enable.newVault")); });
    draw(ours("enable-backup-new-vault"), [this] { return m_driver.canUse(QStringLiteral("enable.vaultAvailable")); });
    then({}, [this] { m_driver.type(QStringLiteral("enable.vaultName"), QStringLiteral("valv-malm\u00f6")); });
    draw(ours("vault-name-error"), [this] { return m_driver.canUse(QStringLiteral("enable.suggestion")); });
}

void Pictures::planItem()
{
    openPage(QStringLiteral("virtualmachine"), unprotectedVm, QStringLiteral("backup"));
    const auto itemReady = [this] {
        return m_driver.canUse(QStringLiteral("backupItem")) && m_driver.canCommand(QStringLiteral("item.backupNow"));
    };
    draw(firstLook("backup-item-view-update"), itemReady);
    then({}, [this] { point(m_driver.commandButton(QStringLiteral("item.backupNow"))); });
    draw(firstLook("backup-now-update"), itemReady);
    then(itemReady, [this] {
        pointAway();
        m_driver.command(QStringLiteral("item.backupNow"));
    });
    // The calendar of this blade is always open, as in the design; this picture shows the date that stands there at
    // first.
    draw(firstLook("backup-now-blade-short"), [this] { return m_driver.canUse(QStringLiteral("backupNow.submit")); });
    then({}, [this] {
        if (auto* calendar = m_driver.find<views::Calendar>(QStringLiteral("backupNow.calendar"))) {
            calendar->setFocus(Qt::TabFocusReason);
            m_driver.key(Qt::Key_PageUp); // into the month of today, where days have passed
            m_driver.key(Qt::Key_Down);
        }
    });
    draw(firstLook("backup-now-blade-calendar"));
    closeBlades();
    then([this] { return m_driver.find(QStringLiteral("backupNow")) == nullptr; },
         [this] {
             auto* essentials = m_driver.find(QStringLiteral("backupItem"))->findChild<views::Essentials*>();
             for (auto* link : essentials->findChildren<views::LinkButton*>()) {
                 if (link->text() == QLatin1String("DefaultPolicy")
                     || link->text() == QLatin1String("Produktion-GFS")) {
                     m_driver.click(*link, link->rect().center());
                     break;
                 }
             }
         });
    draw(ours("policy-next-run"), [this] { return m_driver.canUse(QStringLiteral("policySummary")); });
    closeBlades();
}

Pictures::Ready Pictures::pointsReady(const QString& vm)
{
    return [this, vm] {
        const auto* row = machine(vm);
        return row != nullptr && row->item && m_console.session()->recoveryPoints(row->item->id).hasLoaded();
    };
}

void Pictures::planProtected()
{
    openPage(QStringLiteral("virtualmachine"), protectedVm, QStringLiteral("backup"));
    draw(ours("item-protected"), pointsReady(protectedVm));
    planLanguageSwitch();
    openItem(protectedVm, QStringLiteral("restore"));
    draw(ours("restore-select-point"), [this, ready = pointsReady(protectedVm)] {
        return ready() && m_driver.canUse(QStringLiteral("restore.submit")) && isChecked();
    });
    then({}, [this] { m_driver.click(QStringLiteral("restore.vm")); });
    draw(ours("restore-create-new"), [this] { return m_driver.canUse(QStringLiteral("restore.name")) && isChecked(); });
    openPage(QStringLiteral("virtualmachine"), stoppedVm, QStringLiteral("backup"));
    then([this,
          ready = pointsReady(stoppedVm)] { return ready() && m_driver.canCommand(QStringLiteral("item.backupNow")); },
         [this] { m_driver.command(QStringLiteral("item.backupNow")); });
    draw(ours("backup-now-vm-off"), [this] { return m_driver.canUse(QStringLiteral("backupNow.submit")); });
    closeBlades();
}

//! The restore that is shown has been looked at.
bool Pictures::isChecked() const
{
    const auto* checks = m_driver.find<views::CheckLines>(QStringLiteral("restore.checks"));
    return checks != nullptr && !checks->lines().isEmpty() && checks->lines().first().first != StatusKind::Running;
}

//! The same view twice, in the language of these pictures and, below it, in the other one.
void Pictures::planLanguageSwitch()
{
    const bool swedish = m_console.language().isSwedish();
    then([this] { return isQuiet(); },
         [this, swedish] {
             m_before = shotOfWindow();
             m_console.settings().setLanguage(swedish ? LanguageChoice::English : LanguageChoice::Swedish);
         });
    then([this, swedish] { return isQuiet() && m_console.language().isSwedish() != swedish; }, [] {});
    then([this] { return isQuiet(); },
         [this, swedish] {
             const QImage after = shotOfWindow();
             QImage both(m_before.width(), m_before.height() + after.height(), m_before.format());
             both.setDevicePixelRatio(m_before.devicePixelRatio());
             QPainter painter(&both);
             painter.drawImage(QPointF(0, 0), m_before);
             painter.drawImage(QPointF(0, m_before.height() / m_before.devicePixelRatio()), after);
             painter.end();
             save(ours("language-switch"), both);
             m_console.settings().setLanguage(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
         });
    then([this, swedish] { return isQuiet() && m_console.language().isSwedish() == swedish; }, [] {});
}

const contract::BackupJob* Pictures::job(const QString& vm, contract::JobStatus status) const
{
    const auto& jobs = m_console.session()->jobs();
    for (int row = 0; row < jobs.count(); ++row) {
        const auto& job = jobs.at(row);
        if (job.entity == vm && job.operation == contract::JobOperation::Backup && job.status == status) {
            return &job;
        }
    }
    return nullptr;
}

void Pictures::openJob(const QString& vm, contract::JobStatus status)
{
    then([this, vm, status] { return isQuiet() && job(vm, status) != nullptr; },
         [this, vm, status] {
             m_console.window().navigator().open({QStringLiteral("jobs"), {}, job(vm, status)->id.text()});
         });
}

//! The job that is shown has its tasks.
bool Pictures::detailsReady() const
{
    const auto wanted = ArmId::parse(m_console.window().navigator().current().part);
    const auto* shown = wanted ? m_console.session()->jobs().find(*wanted) : nullptr;
    return shown != nullptr && !shown->tasks.isEmpty();
}

void Pictures::closeBlades()
{
    then([this] { return isQuiet(); },
         [this] {
             for (auto* blade : m_console.window().findChildren<views::Blade*>()) {
                 auto* close = blade->findChild<QAbstractButton*>(QStringLiteral("blade.close"));
                 m_driver.click(*close, close->rect().center()); // as by mouse: no key leaves its ring in a picture
             }
         });
}

void Pictures::startBackup(const QString& vm)
{
    openPage(QStringLiteral("virtualmachine"), vm, QStringLiteral("backup"));
    then([this, ready = pointsReady(vm)] { return ready() && m_driver.canCommand(QStringLiteral("item.backupNow")); },
         [this] { m_driver.command(QStringLiteral("item.backupNow")); });
    then([this] { return m_driver.canUse(QStringLiteral("backupNow.submit")); },
         [this] { m_driver.click(QStringLiteral("backupNow.submit")); });
    then([this] { return m_driver.find(QStringLiteral("backupNow")) == nullptr; }, [] {});
}

void Pictures::planJobs()
{
    using contract::JobStatus;
    const auto details = [this] { return detailsReady(); };
    startBackup(runningVm);
    // Caught in the middle of its transfer, and told so.
    const auto reading = [this] {
        const auto* running = job(runningVm, JobStatus::InProgress);
        const auto heldAt = m_stage->heldAt(runningVm.toStdString());
        return running != nullptr && running->figures && heldAt
            && running->figures->readBytes == static_cast<qint64>(*heldAt);
    };
    openPage(QStringLiteral("jobs"));
    draw(firstLook("backup-jobs-in-jobs-view-1"),
         [this, reading] { return m_driver.canUse(QStringLiteral("jobs")) && reading(); });
    openJob(protectedVm, JobStatus::Completed);
    draw(ours("job-details"), details);
    closeBlades(); // in a narrow window the details are one
    openJob(failedVm, JobStatus::Failed);
    draw(ours("job-failed"), details);
    closeBlades();
    openJob(runningVm, JobStatus::InProgress);
    then(reading, [] {});
    closeBlades();
    then([this, reading] { return reading() && isQuiet() && m_driver.canCommand(QStringLiteral("jobs.cancel")); },
         [this] { m_driver.command(QStringLiteral("jobs.cancel")); });
    draw(ours("job-cancel"), [this] { return m_driver.canUse(QStringLiteral("cancelJob.submit")); });
    closeBlades();
    // For the notifications: some that succeeded, one that fails, and one caught in the moment in which it begins.
    startBackup(failedVm);
    then([this] { return isQuiet() && m_console.notifications().count(NotificationState::Failed) > 0; }, [] {});
    openPage(QStringLiteral("virtualmachine"), thirdVm, QStringLiteral("backup"));
    const auto underWay = std::make_shared<int>(0);
    then([this] { return isQuiet() && enableFormReady(); },
         [this, underWay] {
             *underWay = m_console.notifications().count(NotificationState::InProgress);
             m_console.window().navigator().showNotifications();
             m_driver.click(QStringLiteral("enable.submit"));
             save(ours("notifications-log"), shotOfWindow());
         });
    // Its end is a notification too: the bell of the next pictures counts it, or does not.
    then(
        [this, underWay] {
            return isQuiet() && m_console.notifications().count(NotificationState::InProgress) <= *underWay;
        },
        [] {});
}

//! The window's own: settings, the palette over the list of machines, the map of keys.
void Pictures::planShell()
{
    using Command = views::ShellCommands;
    const auto run = [this](Command::Id id) {
        then([this] { return isQuiet(); }, [this, id] { m_console.window().commands()->action(id)->trigger(); });
    };
    then([this] { return isQuiet(); }, [this] { m_console.window().notificationPanel()->closeBlade(); });
    openPage(QStringLiteral("settings"));
    draw(ours("settings"), [this] { return m_driver.canUse(QStringLiteral("settings.language")); });
    const auto mayChange = [this] { return isQuiet() && m_driver.canUse(QStringLiteral("settings.mailServer")); };
    then(mayChange, [this] { m_driver.find(QStringLiteral("settings.mailServer"))->setFocus(Qt::TabFocusReason); });
    then({}, [this] { m_driver.key(Qt::Key_Space); }); // it may be below what is seen
    draw(ours("mail-server"), [this] { return m_driver.canUse(QStringLiteral("mailServer.host")); });
    closeBlades();
    openPage(QStringLiteral("virtualmachines"));
    run(Command::Palette);
    then({}, [this] { m_console.window().commandPalette()->field()->setText(QStringLiteral("backup sql")); });
    draw(ours("command-palette"), [this] { return m_console.window().commandPalette()->isReady(); });
    then({}, [this] { m_console.window().commandPalette()->closePalette(); });
    run(Command::KeyboardMap);
    draw(ours("keyboard-shortcuts"));
    closeBlades();
}

} // namespace valv::console

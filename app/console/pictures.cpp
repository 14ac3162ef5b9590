// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pictures.h"

#include "console/console.h"
#include "console/shots.h"
#include "controls/calendar.h"
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/linkbutton.h"
#include "controls/navlist.h"
#include "controls/resourcemenu.h"
#include "frame/navigator.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "shell/mainwindow.h"
#include "shell/pagehost.h"
#include "shell/pageview.h"
#include "theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>

#include <cstdio>

namespace valv::console {
namespace {

// The machines of the guide, as the demo estate calls them.
const auto unprotectedVm = QStringLiteral("vm-web-01");
const auto anotherVm = QStringLiteral("vm-web-02");
const auto protectedVm = QStringLiteral("sql-prod-01");
const auto stoppedVm = QStringLiteral("wsus-01");

QString first(const char* name)
{
    return QStringLiteral("media/backup-azure-vms-first-look-arm/") + QLatin1String(name) + QStringLiteral(".png");
}

QString own(const char* name)
{
    return QStringLiteral("media/valv/") + QLatin1String(name) + QStringLiteral(".png");
}

} // namespace

QStringList Pictures::names()
{
    return { first("open-vm-from-hub"),
             first("list-of-vms"),
             first("list-of-vms-selected"),
             first("vm-management-menu"),
             first("vm-menu-enable-backup"),
             first("vm-menu-enable-backup-small"),
             own("enable-backup-new-vault"),
             first("set-backup-policy"),
             first("vm-management-menu-enable-backup-button"),
             first("vm-management-blade-enable-backup-notification"),
             first("backup-item-view-update"),
             first("backup-now-update"),
             first("backup-now-blade-short"),
             first("backup-now-blade-calendar"),
             own("policy-next-run"),
             own("item-protected"),
             own("restore-select-point"),
             own("backup-now-vm-off"),
             first("backup-jobs-in-jobs-view-1"),
             own("job-details"),
             own("notifications-log") };
}

Pictures::Pictures(Console& console, Options options, std::shared_ptr<ManualClock> clock, QObject* parent)
    : QObject(parent)
    , m_console(console)
    , m_options(std::move(options))
    , m_clock(std::move(clock))
    , m_driver(console.window())
    , m_missing(m_options.onlyPicture.isEmpty() ? names() : QStringList())
{
    QApplication::setCursorFlashTime(0);
    m_console.theme().setMotionChoice(views::MotionChoice::Reduced);
    if (!m_options.onlyPicture.isEmpty()) {
        for (const auto& name : names()) {
            if (QFileInfo(name).completeBaseName() == QFileInfo(m_options.onlyPicture).completeBaseName()
                || name == m_options.onlyPicture) {
                m_missing.append(name);
            }
        }
    }
    connect(&m_console, &Console::connected, this, &Pictures::plan);
    connect(&m_console, &Console::failed, this, [](const Error& error) {
        std::fprintf(stderr, "valv: %s\n", error.message.c_str());
        QCoreApplication::exit(1);
    });
    connect(&m_script, &Script::failed, this, [](const QString& reason) {
        std::fprintf(stderr, "valv: %s\n", qPrintable(reason));
        QCoreApplication::exit(1);
    });
    connect(&m_script, &Script::finished, this, [this] {
        for (const auto& name : std::as_const(m_missing)) {
            std::fprintf(stderr, "valv: not drawn: %s\n", qPrintable(name));
        }
        std::printf("%d pictures in %s\n", m_drawn, qPrintable(QDir(m_options.pictureFolder).absolutePath()));
        QCoreApplication::exit(m_missing.isEmpty() ? 0 : 1);
    });
}

void Pictures::start()
{
    if (m_missing.isEmpty()) {
        std::fprintf(stderr, "valv: there is no picture “%s”. These are drawn:\n", qPrintable(m_options.onlyPicture));
        for (const auto& name : names()) {
            std::fprintf(stderr, "  %s\n", qPrintable(QFileInfo(name).completeBaseName()));
        }
        QMetaObject::invokeMethod(qApp, [] { QCoreApplication::exit(2); }, Qt::QueuedConnection);
        return;
    }
    m_console.window().resize(1440, 900);
    m_console.start();
}

bool Pictures::isQuiet() const
{
    auto* session = m_console.session();
    for (const presentation::ListStoreBase* store : std::initializer_list<const presentation::ListStoreBase*> {
             &session->subscriptions(), &session->virtualMachines(), &session->items(), &session->vaults(), &session->jobs() }) {
        if (!store->hasLoaded() || store->isBusy()) {
            return false;
        }
    }
    return true;
}

void Pictures::then(Ready ready, Act act)
{
    m_script.add({}, std::move(ready), std::move(act));
}

void Pictures::draw(const QString& name, Ready ready, std::function<QRect()> part)
{
    then([this, ready = std::move(ready)] { return isQuiet() && (!ready || ready()); },
         [] {}); // one more turn of the event loop for what follows from the last answer
    m_script.add({ {}, [this] { return isQuiet(); }, [this, name, part = std::move(part)] {
                      if (!m_missing.contains(name)) {
                          return;
                      }
                      const QString file = QDir(m_options.pictureFolder).filePath(name);
                      QDir().mkpath(QFileInfo(file).absolutePath());
                      QImage shot = shotOf(m_console.window());
                      if (part) {
                          const QRect cut = part();
                          const auto ratio = shot.devicePixelRatio();
                          shot = shot.copy(QRectF(cut.x() * ratio, cut.y() * ratio, cut.width() * ratio, cut.height() * ratio).toRect());
                      }
                      if (shot.save(file, "PNG")) {
                          m_missing.removeAll(name);
                          ++m_drawn;
                      }
                  } });
}

QString Pictures::vmId(const QString& name) const
{
    const auto& vms = m_console.session()->virtualMachines();
    for (int row = 0; row < vms.count(); ++row) {
        if (vms.at(row).vm.name == name) {
            return vms.at(row).vm.id.text();
        }
    }
    return {};
}

void Pictures::openPage(const QString& page, const QString& vm, const QString& part)
{
    then([this] { return isQuiet(); }, [this, page, vm, part] {
        m_console.window().navigator().open({ page, vm.isEmpty() ? QString() : vmId(vm), part });
    });
}

void Pictures::openItem(const QString& vm, const QString& page, const QString& part)
{
    then([this] { return isQuiet(); }, [this, vm, page, part] {
        const auto id = ArmId::parse(vmId(vm));
        const auto* row = id ? m_console.session()->virtualMachines().find(*id) : nullptr;
        if (row != nullptr && row->item) {
            m_console.window().navigator().open({ page, row->item->id.text(), part });
        }
    });
}

void Pictures::focus(const QString& name) const
{
    if (auto* widget = m_driver.find(name)) {
        widget->setFocus(Qt::TabFocusReason);
    }
}

void Pictures::plan()
{
    planList();
    planEnabling();
    planItem();
    planProtected();
    m_script.run();
}

void Pictures::planList()
{
    openPage(QStringLiteral("services"));
    then([this] { return m_console.window().pages()->view() != nullptr; }, [this] {
        auto* field = qobject_cast<QLineEdit*>(m_console.window().pages()->view()->page()->filterField());
        if (field != nullptr) {
            field->setFocus(Qt::OtherFocusReason);
            field->setText(m_console.language().isSwedish() ? QStringLiteral("Virtuella da") : QStringLiteral("Virtual ma"));
        }
    });
    draw(first("open-vm-from-hub"));
    openPage(QStringLiteral("virtualmachines"));
    draw(first("list-of-vms"), [this] { return m_driver.canUse(QStringLiteral("vms")); });
    openPage(QStringLiteral("virtualmachine"), unprotectedVm, QStringLiteral("overview"));
    draw(first("list-of-vms-selected"), [this] { return m_driver.canUse(QStringLiteral("vm.openBackup")); });
    then({}, [this] {
        for (auto* menu : m_console.window().findChildren<views::ResourceMenu*>()) {
            for (const auto& entry : menu->list()->entries()) {
                auto* item = menu->list()->item(entry.id);
                if (menu->isVisible() && item != nullptr && entry.icon == views::Icon::Protected) {
                    item->setFocus(Qt::TabFocusReason);
                }
            }
        }
    });
    draw(first("vm-management-menu"));
}

void Pictures::planEnabling()
{
    openPage(QStringLiteral("virtualmachine"), unprotectedVm, QStringLiteral("backup"));
    const auto formReady = [this] {
        const auto* policy = m_driver.find<views::ComboBox>(QStringLiteral("enable.policy"));
        return policy != nullptr && policy->count() > 1 && m_driver.canUse(QStringLiteral("enable.submit"));
    };
    draw(first("vm-menu-enable-backup"), formReady);
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
    draw(first("vm-menu-enable-backup-small"), {}, [this] {
        const auto* combo = m_driver.find(QStringLiteral("enable.vault"));
        const auto at = combo->mapTo(&m_console.window(), QPoint());
        return QRect(at.x() - 24, at.y() - 120, combo->width() + 48, 320).intersected(m_console.window().rect());
    });
    closeCombo("enable.vault");
    openCombo("enable.policy");
    draw(first("set-backup-policy"));
    closeCombo("enable.policy");
    then({}, [this] { focus(QStringLiteral("enable.submit")); });
    draw(first("vm-management-menu-enable-backup-button"));
    // The moment after the click: the deployment has started, and nothing has answered yet.
    then({}, [this] {
        m_console.window().navigator().showNotifications();
        m_driver.click(QStringLiteral("enable.submit"));
        const auto name = first("vm-management-blade-enable-backup-notification");
        if (m_missing.contains(name)) {
            const QString file = QDir(m_options.pictureFolder).filePath(name);
            QDir().mkpath(QFileInfo(file).absolutePath());
            if (saveShot(m_console.window(), file)) {
                m_missing.removeAll(name);
                ++m_drawn;
            }
        }
    });
    then([this] { return m_driver.canUse(QStringLiteral("backupItem")) && isQuiet(); },
         [this] { m_driver.key(Qt::Key_Escape); });
    openPage(QStringLiteral("virtualmachine"), anotherVm, QStringLiteral("backup"));
    then(formReady, [this] { m_driver.click(QStringLiteral("enable.newVault")); });
    draw(own("enable-backup-new-vault"));
}

void Pictures::planItem()
{
    openPage(QStringLiteral("virtualmachine"), unprotectedVm, QStringLiteral("backup"));
    const auto itemReady = [this] {
        return m_driver.canUse(QStringLiteral("backupItem")) && m_driver.canCommand(QStringLiteral("item.backupNow"));
    };
    draw(first("backup-item-view-update"), itemReady);
    then({}, [this] { m_driver.key(Qt::Key_Tab); });
    draw(first("backup-now-update"), itemReady);
    then(itemReady, [this] { m_driver.command(QStringLiteral("item.backupNow")); });
    draw(first("backup-now-blade-short"), [this] { return m_driver.canUse(QStringLiteral("backupNow.submit")); });
    then({}, [this] {
        if (auto* calendar = m_driver.find<views::Calendar>(QStringLiteral("backupNow.calendar"))) {
            calendar->setFocus(Qt::TabFocusReason);
            m_driver.key(Qt::Key_Down);
        }
    });
    draw(first("backup-now-blade-calendar"));
    then({}, [this] { m_driver.key(Qt::Key_Escape); });
    then([this] { return m_driver.find(QStringLiteral("backupNow")) == nullptr; }, [this] {
        auto* essentials = m_driver.find(QStringLiteral("backupItem"))->findChild<views::Essentials*>();
        for (auto* link : essentials->findChildren<views::LinkButton*>()) {
            if (link->text() == QLatin1String("DefaultPolicy") || link->text() == QLatin1String("Produktion-GFS")) {
                m_driver.click(*link, link->rect().center());
                break;
            }
        }
    });
    draw(own("policy-next-run"), [this] { return m_driver.canUse(QStringLiteral("policySummary")); });
    then({}, [this] { m_driver.key(Qt::Key_Escape); });
}

void Pictures::planProtected()
{
    const auto pointsReady = [this](const QString& vm) {
        return [this, vm] {
            const auto id = ArmId::parse(vmId(vm));
            const auto* row = id ? m_console.session()->virtualMachines().find(*id) : nullptr;
            return row != nullptr && row->item && m_console.session()->recoveryPoints(row->item->id).hasLoaded();
        };
    };
    openPage(QStringLiteral("virtualmachine"), protectedVm, QStringLiteral("backup"));
    draw(own("item-protected"), pointsReady(protectedVm));
    openItem(protectedVm, QStringLiteral("restore"));
    draw(own("restore-select-point"), [this, ready = pointsReady(protectedVm)] {
        return ready() && m_driver.canUse(QStringLiteral("restore.submit"));
    });
    openPage(QStringLiteral("virtualmachine"), stoppedVm, QStringLiteral("backup"));
    then([this, ready = pointsReady(stoppedVm)] { return ready() && m_driver.canCommand(QStringLiteral("item.backupNow")); },
         [this] { m_driver.command(QStringLiteral("item.backupNow")); });
    draw(own("backup-now-vm-off"), [this] { return m_driver.canUse(QStringLiteral("backupNow.submit")); });
    then({}, [this] { m_driver.key(Qt::Key_Escape); });
    openPage(QStringLiteral("jobs"));
    draw(first("backup-jobs-in-jobs-view-1"), [this] { return m_driver.canUse(QStringLiteral("jobs")); });
    const auto openJob = [this](const QString& vm, contract::JobStatus status) {
        then([this] { return isQuiet(); }, [this, vm, status] {
            const auto& jobs = m_console.session()->jobs();
            for (int row = 0; row < jobs.count(); ++row) {
                const auto& job = jobs.at(row);
                if (job.entity == vm && job.operation == contract::JobOperation::Backup && job.status == status) {
                    m_console.window().navigator().open({ QStringLiteral("jobs"), {}, job.id.text() });
                    return;
                }
            }
        });
    };
    const auto detailsReady = [this](const QString& vm) {
        return [this, vm] {
            const auto& jobs = m_console.session()->jobs();
            for (int row = 0; row < jobs.count(); ++row) {
                const auto route = m_console.window().navigator().current();
                if (jobs.at(row).id.text() == route.part && jobs.at(row).entity == vm) {
                    return !jobs.at(row).tasks.isEmpty();
                }
            }
            return false;
        };
    };
    openJob(protectedVm, contract::JobStatus::Completed);
    draw(own("job-details"), detailsReady(protectedVm));
    then({}, [this] { m_console.window().navigator().showNotifications(); });
    draw(own("notifications-log"));
}

} // namespace valv::console

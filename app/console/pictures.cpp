// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pictures.h"

#include "console/console.h"
#include "console/shots.h"
#include "console/stage.h"
#include "frame/navigator.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "shell/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QEnterEvent>
#include <QFileInfo>

#include <cstdio>

namespace valv::console {

Pictures::Pictures(Console& console, Options options, std::shared_ptr<Stage> stage, QObject* parent)
    : QObject(parent)
    , m_console(console)
    , m_options(std::move(options))
    , m_stage(std::move(stage))
    , m_driver(console.window())
{
    QApplication::setCursorFlashTime(0);
    m_console.settings().setMotion(presentation::MotionSetting::Reduced);
    choose();
    connect(&m_console, &Console::connected, this, &Pictures::plan);
    connect(&m_console, &Console::failed, this, [](const Error& error) {
        std::fprintf(stderr, "valv: %s\n", error.message.c_str());
        QCoreApplication::exit(1);
    });
    connect(&m_script, &Script::failed, this, [](const QString& reason) {
        std::fprintf(stderr, "valv: %s\n", qPrintable(reason));
        QCoreApplication::exit(1);
    });
    connect(&m_script, &Script::finished, this, &Pictures::finish);
}

Pictures::~Pictures()
{
    m_stage->release(); // or the engine waits for ever for its jobs to end
}

void Pictures::choose()
{
    if (m_options.onlyPictures.isEmpty()) {
        m_missing = names();
    }
    for (const auto& wanted : std::as_const(m_options.onlyPictures)) {
        bool known = false;
        for (const auto& name : names()) {
            if (QFileInfo(name).completeBaseName() == QFileInfo(wanted).completeBaseName()) {
                known = true;
                m_missing.append(name);
            }
        }
        if (!known) {
            m_unknown = wanted;
        }
    }
    m_missing.removeDuplicates();
}

void Pictures::finish()
{
    for (const auto& name : std::as_const(m_missing)) {
        std::fprintf(stderr, "valv: not drawn: %s\n", qPrintable(name));
    }
    std::printf("%d pictures in %s\n", m_drawn, qPrintable(QDir(m_options.pictureFolder).absolutePath()));
    QCoreApplication::exit(m_missing.isEmpty() ? 0 : 1);
}

void Pictures::start()
{
    if (!m_unknown.isEmpty()) {
        std::fprintf(stderr, "valv: there is no picture “%s”. These are drawn:\n", qPrintable(m_unknown));
        for (const auto& name : names()) {
            std::fprintf(stderr, "  %s\n", qPrintable(QFileInfo(name).completeBaseName()));
        }
        QMetaObject::invokeMethod(
            qApp, [] { QCoreApplication::exit(2); }, Qt::QueuedConnection);
        return;
    }
    m_console.window().resize(m_options.pictureSize);
    m_console.start();
}

bool Pictures::isQuiet() const
{
    auto* session = m_console.session();
    for (const presentation::ListStoreBase* store : std::initializer_list<const presentation::ListStoreBase*>{
             &session->subscriptions(), &session->virtualMachines(), &session->items(), &session->vaults(),
             &session->jobs()}) {
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
    const auto shown = [this] {
        const auto* page = m_console.window().pages()->view()->page();
        const auto& stored = m_console.session()->vaultUsages(); // lists and tiles show it beside the vaults
        return isQuiet() && stored.hasLoaded() && !stored.isBusy() && (page == nullptr || !page->isBusy());
    };
    then([shown, ready = std::move(ready)] { return shown() && (!ready || ready()); },
         [] {}); // one more turn of the event loop for what follows from the last answer
    then(shown, [this, name, part = std::move(part)] {
        QImage shot = shotOfWindow();
        if (part) {
            const QRect cut = part();
            const auto ratio = shot.devicePixelRatio();
            shot =
                shot.copy(QRectF(cut.x() * ratio, cut.y() * ratio, cut.width() * ratio, cut.height() * ratio).toRect());
        }
        save(name, shot);
    });
}

QImage Pictures::shotOfWindow()
{
    if (auto* toast = m_driver.find(QStringLiteral("toast"))) {
        toast->hide(); // it comes and goes with the real time
    }
    return shotOf(m_console.window());
}

void Pictures::save(const QString& name, const QImage& shot)
{
    if (!m_missing.contains(name)) {
        return;
    }
    const QString file = QDir(m_options.pictureFolder).filePath(name);
    QDir().mkpath(QFileInfo(file).absolutePath());
    if (shot.save(file, "PNG")) {
        m_missing.removeAll(name);
        ++m_drawn;
    }
    if (m_missing.isEmpty()) {
        m_script.stop(); // what comes later is for pictures that nobody asked for
        finish();
    }
}

void Pictures::pointAway()
{
    if (m_pointed != nullptr) {
        m_pointed->setAttribute(Qt::WA_UnderMouse, false);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(m_pointed, &leave);
        m_pointed.clear();
    }
}

void Pictures::point(QWidget* widget)
{
    pointAway();
    if (widget == nullptr) {
        m_script.fail(QStringLiteral("there is nothing to rest the pointer on"));
        return;
    }
    m_pointed = widget;
    m_pointed->setAttribute(Qt::WA_UnderMouse);
    const QPointF at = m_pointed->rect().center();
    QEnterEvent enter(at, m_pointed->mapTo(m_pointed->window(), at), m_pointed->mapToGlobal(at));
    QApplication::sendEvent(m_pointed, &enter);
    m_pointed->update();
}

const presentation::VmRow* Pictures::machine(const QString& name) const
{
    const auto& vms = m_console.session()->virtualMachines();
    for (int row = 0; row < vms.count(); ++row) {
        if (vms.at(row).vm.name == name) {
            return &vms.at(row);
        }
    }
    return nullptr;
}

void Pictures::openPage(const QString& page, const QString& vm, const QString& part)
{
    then([this, vm] { return isQuiet() && (vm.isEmpty() || machine(vm) != nullptr); },
         [this, page, vm, part] {
             m_driver.touch();
             m_console.window().navigator().open({page, vm.isEmpty() ? QString() : machine(vm)->vm.id.text(), part});
         });
}

void Pictures::openItem(const QString& vm, const QString& page, const QString& part)
{
    const auto isProtected = [this, vm] { return isQuiet() && machine(vm) != nullptr && machine(vm)->item; };
    then(isProtected, [this, vm, page, part] {
        m_driver.touch();
        m_console.window().navigator().open({page, machine(vm)->item->id.text(), part});
    });
}

void Pictures::focus(const QString& name) const
{
    if (auto* widget = m_driver.find(name)) {
        widget->setFocus(Qt::TabFocusReason);
    }
}

} // namespace valv::console

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/console.h"
#include "console/driver.h"
#include "console/stage.h"
#include "hypervisor/demoestate.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/stores/session.h"
#include "shell/mainwindow.h"
#include "shell/pagehost.h"
#include "shell/pageview.h"
#include "support/awaiting.h"
#include "support/copyfolder.h"
#include "support/patience.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

namespace valv::test {

//! \brief The program as it is, with its own engine in process and everything it writes in a temporary folder: for
//! flows that end with bytes on a disk. Real time; wait with QTRY_*_WITH_TIMEOUT(…, patience).
class ConsoleRig
{
public:
    //! \param demo the demo estate at its own moment, standing still; else the machines that the test puts into vms()
    explicit ConsoleRig(bool demo, const QString& language = QStringLiteral("en"))
        : isDemo(demo)
        , stage(std::make_shared<console::Stage>(hypervisor::demoNow()))
    {
        QDir().mkpath(vms());
        options.demo = demo;
        if (!demo) {
            options.vmFolders = {vms()};
        }
        options.dataFolder = folder.filePath(QStringLiteral("data"));
        options.language = language;
        options.theme = QStringLiteral("light");
    }

    ~ConsoleRig() { end(); }
    ConsoleRig(const ConsoleRig&) = delete;
    ConsoleRig& operator=(const ConsoleRig&) = delete;

    //! Opens the window and waits until all lists are read; one that is open ends before. Put machines into vms()
    //! first.
    [[nodiscard]] bool start(QSize size = {1440, 900})
    {
        end();
        if (isDemo && !copyDemo()) {
            return false;
        }
        console = std::make_unique<console::Console>(*qApp, options, false, isDemo ? stage : nullptr);
        console->theme().setMotionChoice(views::MotionChoice::Reduced);
        console->window().resize(size);
        QSignalSpy connected(console.get(), &console::Console::connected);
        console->start();
        return (!connected.isEmpty() || connected.wait(patience))
            && QTest::qWaitFor([this] { return isQuiet(); }, patience) && QTest::qWaitForWindowActive(&window());
    }
    //! An engine that is still being opened, where a test ended before, would write into the folder after it was
    //! removed.
    void end()
    {
        console.reset();
        QThreadPool::globalInstance()->waitForDone();
    }
    [[nodiscard]] bool isQuiet() const
    {
        auto& s = session();
        for (const presentation::ListStoreBase* store : std::initializer_list<const presentation::ListStoreBase*>{
                 &s.subscriptions(), &s.virtualMachines(), &s.items(), &s.vaults(), &s.jobs()}) {
            if (!store->hasLoaded() || store->isBusy()) {
                return false;
            }
        }
        return true;
    }

    //! A raw image as a machine of that name (start() comes later): data at both ends, a hole between.
    void makeMachine(const QString& name, int seed, int megabytes = 16) const
    {
        QFile file(QDir(vms()).filePath(name + QStringLiteral(".raw")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes(seed, 300'000));
        QVERIFY(file.seek(qint64(megabytes) * 1024 * 1024 - 200'000));
        file.write(bytes(seed + 1, 100'000));
        QVERIFY(file.resize(qint64(megabytes) * 1024 * 1024));
    }
    //! The same bytes for the same seed; they can't be compressed.
    [[nodiscard]] static QByteArray bytes(int seed, int size)
    {
        QByteArray made;
        for (int i = 0; made.size() < size; ++i) {
            made += QCryptographicHash::hash(QByteArray::number(seed) + ':' + QByteArray::number(i),
                                             QCryptographicHash::Sha256);
        }
        made.truncate(size);
        return made;
    }
    [[nodiscard]] static QByteArray hashOf(const QString& path)
    {
        QFile file(path);
        QCryptographicHash hash(QCryptographicHash::Sha256);
        return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
    }

    //! Null: no machine of that name.
    [[nodiscard]] const presentation::VmRow* machine(const QString& name) const
    {
        auto& machines = session().virtualMachines();
        for (int row = 0; row < machines.count(); ++row) {
            if (machines.at(row).vm.name == name) {
                return &machines.at(row);
            }
        }
        return nullptr;
    }
    [[nodiscard]] ArmId itemOf(const QString& name) const
    {
        const auto* row = machine(name);
        return row != nullptr && row->item ? row->item->id : ArmId();
    }
    void open(const QString& page, const QString& subject = {}, const QString& part = {}) const
    {
        window().navigator().open({page, subject, part});
    }
    void openBackupOf(const QString& name) const
    {
        open(QStringLiteral("virtualmachine"), machine(name)->vm.id.text(), QStringLiteral("backup"));
    }
    [[nodiscard]] views::MainWindow& window() const { return console->window(); }
    [[nodiscard]] views::Page* page() const { return window().pages()->view()->page(); }
    [[nodiscard]] presentation::Session& session() const { return *console->session(); }
    [[nodiscard]] console::Driver person() const { return console::Driver(window()); }
    [[nodiscard]] QString vms() const { return folder.filePath(QStringLiteral("vms")); }
    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }

    //! Once, of the one that was made for all tests (valv_test's DEMO). A program started by hand makes its own.
    [[nodiscard]] bool copyDemo() const
    {
        const auto made = qEnvironmentVariable("VALV_DEMO_FOLDER");
        const auto to = path(QStringLiteral("data"));
        return made.isEmpty() || QFileInfo::exists(to) || copyFolder(made, to);
    }

    const bool isDemo;
    QTemporaryDir folder;
    console::Options options;
    std::shared_ptr<console::Stage> stage; //!< the demo estate's
    std::unique_ptr<console::Console> console; // goes first
};

} // namespace valv::test

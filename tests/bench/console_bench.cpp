// SPDX-License-Identifier: GPL-3.0-or-later
//! valv_bench VMS [PROTECTED]: how long the real window, offscreen, over the real engine and router in this process
//! takes for the list of so many virtual machines. Prints rows of a Markdown table. Figures: docs/benchmarks.md.
#include "bench/manyvms.h"
#include "console/console.h"
#include "contract/names.h"
#include "controls/table.h"
#include "core/whendone.h"
#include "presentation/models/virtualmachinemodel.h"
#include "presentation/stores/session.h"
#include "shell/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

using namespace valv;
using presentation::VirtualMachineModel;

//! \brief Times what the event loop hands out, and says when a widget has been painted.
class TimedApplication final : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        ++m_depth;
        QElapsedTimer timer;
        timer.start();
        const bool handled = QApplication::notify(receiver, event);
        --m_depth;
        if (m_depth == 0) {
            longest = std::max(longest, timer.nsecsElapsed());
        }
        if (event->type() == QEvent::Paint && painted) {
            painted(receiver);
        }
        return handled;
    }

    qint64 longest = 0; //!< ns, of one event from the loop; set it to 0 to begin anew
    std::function<void(QObject*)> painted;

private:
    int m_depth = 0;
};

TimedApplication& application()
{
    return *static_cast<TimedApplication*>(qApp);
}

double ms(qint64 nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

void print(const char* what, const QString& figures)
{
    std::printf("| %s | %s |\n", what, qPrintable(figures));
    std::fflush(stdout);
}

//! "median 1.2, p99 3.4, most 5.6 ms"
QString spread(QList<qint64> times)
{
    std::sort(times.begin(), times.end());
    const auto at = [&times](double part) {
        return ms(times.at(static_cast<qsizetype>(part * static_cast<double>(times.size() - 1))));
    };
    return QStringLiteral("median %1 ms, p99 %2 ms, most %3 ms (%4)")
        .arg(at(0.5), 0, 'f', 2)
        .arg(at(0.99), 0, 'f', 2)
        .arg(at(1), 0, 'f', 2)
        .arg(times.size());
}

QString memory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return QStringLiteral("unknown");
    }
    QString text;
    for (const auto& line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:") || line.startsWith("VmHWM:")) {
            const auto kilobytes = line.simplified().split(' ').value(1).toLongLong();
            text += QStringLiteral("%1 %2 MiB ")
                        .arg(QString::fromLatin1(line.startsWith("VmRSS:") ? "resident" : "peak"))
                        .arg(kilobytes / 1024);
        }
    }
    return text.trimmed();
}

void waitUntil(const std::function<bool()>& done)
{
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
}

template <typename T>
T require(const QFuture<Result<T>>& future)
{
    std::optional<Result<T>> result;
    whenDone(future, qApp, [&result](const Result<T>& r) { result = r; });
    waitUntil([&result] { return result.has_value(); });
    if (!*result) {
        qFatal("%s: %s", result->error().code.c_str(), result->error().message.c_str());
    }
    return **result;
}

//! The console on a source of its own.
struct Window
{
    Window(const QString& dataFolder, int vms)
        : console(application(), options(dataFolder), false)
    {
        console.window().resize(1440, 900);
        console::BackendChoice choice;
        choice.dataFolder = dataFolder;
        choice.otherSource = [vms]() -> std::unique_ptr<hypervisor::VmSource> {
            return std::make_unique<bench::ManyVms>(vms);
        };
        console.connectTo(choice);
    }
    static console::Options options(const QString& dataFolder)
    {
        console::Options options;
        options.dataFolder = dataFolder;
        options.language = QStringLiteral("sv");
        options.theme = QStringLiteral("light");
        return options;
    }
    presentation::Session& session() { return *console.session(); }
    [[nodiscard]] bool loaded() const
    {
        auto* known = console.session();
        return known != nullptr && known->virtualMachines().state() == presentation::LoadState::Ready
            && known->items().state() == presentation::LoadState::Ready;
    }
    views::Table* table() { return console.window().findChild<views::Table*>(QStringLiteral("vms")); }

    console::Console console;
};

//! A vault, and so many machines protected in it.
void protect(const QString& dataFolder, int vms, int count)
{
    Window window(dataFolder, vms);
    waitUntil([&window] { return window.loaded(); });
    auto& session = window.session();
    const auto& machines = session.virtualMachines();
    presentation::NewVault vault;
    vault.name = QStringLiteral("valv-bench");
    vault.subscriptionId = machines.at(0).vm.id.subscriptionId();
    vault.resourceGroup = machines.at(0).vm.id.resourceGroup();
    vault.location = QStringLiteral("swedencentral");
    const auto made = require(session.vaults().create(vault));
    const auto policy = made.id.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));
    QList<QFuture<Result<client::Outcome>>> asked; // all at once: each waits a second before it looks how it went
    for (int row = 0; row < machines.count() && asked.size() < count; ++row) {
        const auto& vm = machines.at(row).vm;
        if (vm.location != vault.location) {
            continue;
        }
        contract::ProtectRequest request;
        request.sourceResourceId = vm.id;
        request.policyId = policy;
        asked << session.client().items().protect(contract::itemId(made.id, {vm.id.resourceGroup(), vm.name}), request);
    }
    for (const auto& each : asked) {
        require(each);
    }
}

void measureStart(const char* what, Window& window, const QElapsedTimer& timer)
{
    qint64 firstFrame = 0;
    qint64 firstRows = 0;
    application().longest = 0;
    application().painted = [&](QObject* widget) {
        if (firstFrame == 0) {
            firstFrame = timer.nsecsElapsed();
        }
        const auto* table = firstRows == 0 ? window.table() : nullptr;
        if (table != nullptr && widget == table->viewport() && table->model()->rowCount() > 0) {
            firstRows = timer.nsecsElapsed();
        }
    };
    waitUntil([&] { return firstRows > 0 && window.loaded(); });
    const auto all = timer.nsecsElapsed();
    application().painted = {};
    print(what,
          QStringLiteral("window %1 ms, first rows %2 ms, all %3 rows %4 ms; longest event %5 ms")
              .arg(ms(firstFrame), 0, 'f', 0)
              .arg(ms(firstRows), 0, 'f', 0)
              .arg(window.table()->model()->rowCount())
              .arg(ms(all), 0, 'f', 0)
              .arg(ms(application().longest), 0, 'f', 0));
}

//! What a person waits for: until everything that follows is done and painted.
qint64 timed(const std::function<void()>& action)
{
    QElapsedTimer timer;
    timer.start();
    action();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return timer.nsecsElapsed();
}

void press(QWidget& field, int key, const QString& text)
{
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        QApplication::sendEvent(&field, &event);
    }
}

void measureKeys(Window& window)
{
    auto* field = window.console.window().findChild<QLineEdit*>(QStringLiteral("vms.filter"));
    field->setFocus();
    QList<qint64> times;
    for (const auto& word : {QStringLiteral("sql-prod-0042"), QStringLiteral("miljö: prod"), QStringLiteral("00")}) {
        for (const QChar c : word) {
            times << timed([&] { press(*field, Qt::Key_unknown, c); });
        }
        for (qsizetype i = 0; i < word.size(); ++i) {
            times << timed([&] { press(*field, Qt::Key_Backspace, {}); });
        }
    }
    print("keystroke in the filter", spread(times));
}

void measureSort(Window& window)
{
    auto* table = window.table();
    const auto sort = [table](const char* what, int column) {
        QList<qint64> times;
        for (const auto order : {Qt::DescendingOrder, Qt::AscendingOrder, Qt::DescendingOrder, Qt::AscendingOrder}) {
            times << timed([&] { table->sortByColumn(column, order); });
        }
        print(what, spread(times));
    };
    sort("sort by operating system", VirtualMachineModel::OperatingSystem);
    sort("sort by protection", VirtualMachineModel::ProtectionState);
    sort("sort by name", VirtualMachineModel::Name);
}

void measureRefresh(const char* what, Window& window)
{
    auto& session = window.session();
    application().longest = 0;
    QElapsedTimer timer;
    timer.start();
    session.virtualMachines().refresh();
    waitUntil([&window] { return window.loaded(); });
    print(what,
          QStringLiteral("%1 ms; longest event %2 ms")
              .arg(ms(timer.nsecsElapsed()), 0, 'f', 0)
              .arg(ms(application().longest), 0, 'f', 0));
}

//! The engine lists its sources again when it is asked and its list is some seconds old.
void waitForChanges(Window& window)
{
    auto& session = window.session();
    const auto first = session.virtualMachines().at(0).vm.id;
    const auto isOff = [&] {
        const auto all = require(session.client().virtualMachines().list(first.subscriptionId()));
        return std::any_of(all.cbegin(), all.cend(), [](const contract::VirtualMachine& vm) {
            return vm.power == contract::PowerState::Stopped;
        });
    };
    while (!isOff()) { }
}

void measureRoundTrip(Window& window)
{
    auto& session = window.session();
    const auto id = session.virtualMachines().at(session.virtualMachines().count() / 2).vm.id;
    QList<qint64> times;
    for (int i = 0; i < 2000; ++i) {
        QElapsedTimer timer;
        timer.start();
        require(session.client().virtualMachines().get(id));
        times << timer.nsecsElapsed();
    }
    print("in-process round trip: one virtual machine", spread(times));
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    TimedApplication app(argc, argv);
    const int vms = QCoreApplication::arguments().value(1).toInt();
    const int items = std::min(QCoreApplication::arguments().value(2).toInt(), vms / 2);
    if (vms <= 0) {
        std::fprintf(stderr, "usage: valv_bench VMS [PROTECTED]\n");
        return 2;
    }
    const QTemporaryDir folder;
    const auto data = folder.filePath(QStringLiteral("data"));
    std::printf("| %d virtual machines, %d of them protected | |\n|---|---|\n", vms, items);
    {
        Window window(data, vms);
        measureStart("start of the program, new data folder", window, sinceStart);
    }
    print("memory with the list shown", memory());
    if (items > 0) {
        protect(data, vms, items);
    }
    QElapsedTimer timer;
    timer.start();
    Window window(data, vms);
    measureStart("window again, same data folder", window, timer);
    print("memory with the list shown again", memory());
    measureKeys(window);
    measureSort(window);
    measureRefresh("refresh, nothing changed", window);
    bench::ManyVms::turnOff(20);
    waitForChanges(window);
    measureRefresh("refresh, one in 20 changed", window);
    measureRoundTrip(window);
    print("memory at the end", memory());
    return 0;
}

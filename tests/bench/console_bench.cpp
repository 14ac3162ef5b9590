// SPDX-License-Identifier: GPL-3.0-or-later
//! valv_bench VMS [PROTECTED]: how long the real window, offscreen, over the real engine and router in this process
//! takes for the list of so many virtual machines.
//! valv_bench estate [VMS ITEMS VAULTS JOBS]: the same for all lists of an estate that was backed up for a month.
//! valv_bench data FOLDER [VMS ITEMS VAULTS JOBS]: makes such an estate's data folder, to be looked at.
//! valv_bench lists FOLDER PAGE…: starts a console on that folder, once for each of these pages; no page: as estate.
//! Prints rows of a Markdown table. Figures: docs/benchmarks.md.
#include "bench/estate.h"
#include "bench/manyvms.h"
#include "console/console.h"
#include "console/memory.h"
#include "contract/names.h"
#include "controls/table.h"
#include "core/whendone.h"
#include "frame/navigator.h"
#include "frame/route.h"
#include "presentation/models/virtualmachinemodel.h"
#include "presentation/stores/session.h"
#include "shell/mainwindow.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>

#ifdef __GLIBC__
#include <malloc.h>
#endif

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

//! ns that the processor has worked: for this thread or for the whole program. Other programs do not lengthen it.
qint64 worked(clockid_t whose)
{
    timespec at{};
    ::clock_gettime(whose, &at);
    return qint64(at.tv_sec) * 1'000'000'000 + at.tv_nsec;
}

//! Pages of memory that the program has touched for the first time.
long faultsSoFar()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

//! What has gone since it was made.
class Since
{
public:
    Since() { m_timer.start(); }
    [[nodiscard]] qint64 wall() const { return m_timer.nsecsElapsed(); }
    [[nodiscard]] qint64 cpu() const { return worked(CLOCK_PROCESS_CPUTIME_ID) - m_worked; }
    [[nodiscard]] long faults() const { return faultsSoFar() - m_faults; }

private:
    QElapsedTimer m_timer;
    qint64 m_worked = worked(CLOCK_PROCESS_CPUTIME_ID);
    long m_faults = faultsSoFar();
};

struct Taken
{
    qint64 wall = 0;
    qint64 cpu = 0; //!< of this thread
};

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

//! The same, and what of it the window's thread worked.
QString spread(const QList<Taken>& times)
{
    QList<qint64> walls;
    QList<qint64> works;
    for (const auto& time : times) {
        walls << time.wall;
        works << time.cpu;
    }
    std::sort(works.begin(), works.end());
    return spread(walls)
        + QStringLiteral("; CPU: median %1 ms, most %2 ms")
              .arg(ms(works.at(works.size() / 2)), 0, 'f', 2)
              .arg(ms(works.constLast()), 0, 'f', 2);
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
#ifdef __GLIBC__
    const auto heap = ::mallinfo2();
    text += QStringLiteral("(heap: %1 MiB used, %2 MiB free)")
                .arg((heap.uordblks + heap.hblkhd) >> 20)
                .arg(heap.fordblks >> 20);
#endif
    return text.trimmed();
}

void waitUntil(const std::function<bool()>& done)
{
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
}

//! As a person does: the console makes ready what a filter looks in, and gives back what reading its lists left free.
void rest()
{
    QEventLoop loop;
    QTimer::singleShot(std::chrono::seconds(4), &loop, &QEventLoop::quit);
    loop.exec();
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
    Window(const QString& dataFolder, int vms, const QString& page = {})
        : console(application(), options(dataFolder, page), false)
    {
        console.window().resize(1440, 900);
        console::BackendChoice choice;
        choice.dataFolder = dataFolder;
        choice.otherSource = [vms]() -> std::unique_ptr<hypervisor::VmSource> {
            return std::make_unique<bench::ManyVms>(vms);
        };
        console.connectTo(choice);
    }
    static console::Options options(const QString& dataFolder, const QString& page)
    {
        console::Options options;
        options.openLink = page.isEmpty() ? QString() : views::toLink({page, {}, {}});
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
            && known->items().state() == presentation::LoadState::Ready
            && known->jobs().state() == presentation::LoadState::Ready;
    }
    //! The list of that name on the page that is open; null: it is not there yet.
    [[nodiscard]] views::Table* table(const QString& name = QStringLiteral("vms")) const
    {
        const auto all = console.window().findChildren<views::Table*>(name);
        const auto seen = std::find_if(all.cbegin(), all.cend(), [](auto* table) { return table->isVisible(); });
        return seen == all.cend() ? nullptr : *seen;
    }
    void open(const views::Route& route) const { console.window().navigator().open(route); }

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

//! Until the table of that name has painted rows, and the window's first painting.
struct FirstRows
{
    qint64 frame = 0;
    qint64 rows = 0;
    qint64 cpu = 0; //!< what the program worked until then, all its threads
    long faults = 0; //!< pages of memory it touched first until then; 0.1 µs each on metal, 15 µs in some machines
};
FirstRows firstRows(const Window& window, const QString& list, const Since& since)
{
    FirstRows first;
    application().painted = [&](QObject* widget) {
        if (first.frame == 0) {
            first.frame = since.wall();
        }
        const auto* table = first.rows == 0 ? window.table(list) : nullptr;
        if (table != nullptr && widget == table->viewport() && table->model()->rowCount() > 0) {
            first.rows = since.wall();
            first.cpu = since.cpu();
            first.faults = since.faults();
        }
    };
    waitUntil([&first] { return first.rows > 0; });
    application().painted = {};
    return first;
}

void measureStart(const char* what, const Window& window, const Since& since,
                  const QString& list = QStringLiteral("vms"))
{
    application().longest = 0;
    const auto first = firstRows(window, list, since);
    waitUntil([&window] { return window.loaded(); });
    const auto all = since.wall();
    print(
        what,
        QStringLiteral("window %1 ms, first rows %2 ms (CPU %3 ms, %7 faults), all %4 rows %5 ms; longest event %6 ms")
            .arg(ms(first.frame), 0, 'f', 0)
            .arg(ms(first.rows), 0, 'f', 0)
            .arg(ms(first.cpu), 0, 'f', 0)
            .arg(window.table(list)->model()->rowCount())
            .arg(ms(all), 0, 'f', 0)
            .arg(ms(application().longest), 0, 'f', 0)
            .arg(first.faults));
}

//! What a person waits for: until everything that follows is done and painted.
Taken timed(const std::function<void()>& action)
{
    const Since since;
    const auto before = worked(CLOCK_THREAD_CPUTIME_ID);
    action();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    return {since.wall(), worked(CLOCK_THREAD_CPUTIME_ID) - before};
}

void press(QWidget& field, int key, const QString& text)
{
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        QApplication::sendEvent(&field, &event);
    }
}

void measureKeys(const char* what, const Window& window, const QString& list, const QStringList& words)
{
    const auto* table = window.table(list);
    QLineEdit* field = nullptr;
    for (auto* each : window.console.window().findChildren<QLineEdit*>(list + QStringLiteral(".filter"))) {
        field = each->isVisible() ? each : field;
    }
    if (field == nullptr || table == nullptr) {
        qFatal("%s has no filter", qPrintable(list));
    }
    rest();
    field->setFocus();
    QList<Taken> times;
    for (const auto& word : words) {
        for (const QChar c : word) {
            times << timed([&] { press(*field, Qt::Key_unknown, c); });
        }
        for (qsizetype i = 0; i < word.size(); ++i) {
            times << timed([&] { press(*field, Qt::Key_Backspace, {}); });
        }
    }
    print(what, spread(times) + QStringLiteral(", the first %1 ms").arg(ms(times.constFirst().wall), 0, 'f', 2));
}

void measureSort(Window& window)
{
    auto* table = window.table();
    const auto sort = [table](const char* what, int column) {
        QList<Taken> times;
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
    const Since since;
    session.virtualMachines().refresh();
    waitUntil([&window] { return window.loaded(); });
    print(what,
          QStringLiteral("%1 ms; longest event %2 ms")
              .arg(ms(since.wall()), 0, 'f', 0)
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

//! A list that is opened in a console that has been open for a while, and its filter.
void measureList(const char* what, const Window& window, const views::Route& route, const QString& list,
                 const QStringList& words)
{
    const QByteArray name(what);
    application().longest = 0;
    const Since since;
    window.open(route);
    const auto first = firstRows(window, list, since);
    waitUntil([&window] { return window.loaded(); });
    print((name + ": opened").constData(),
          QStringLiteral("first rows %1 ms (CPU %2 ms), %3 rows; longest event %4 ms")
              .arg(ms(first.rows), 0, 'f', 0)
              .arg(ms(first.cpu), 0, 'f', 0)
              .arg(window.table(list)->model()->rowCount())
              .arg(ms(application().longest), 0, 'f', 0));
    measureKeys((name + ": keystroke in its filter").constData(), window, list, words);
}

QStringList machineWords()
{
    return {QStringLiteral("sql-prod-0042"), QStringLiteral("miljö: prod"), QStringLiteral("00")};
}

//! The machines that a vault could protect (flow C, the third step), with a vault that is there.
void measureCandidates(Window& window)
{
    const auto& vaults = window.session().vaults();
    if (vaults.isEmpty()) {
        return;
    }
    window.open({QStringLiteral("vault"), vaults.idAt(0).text(), QStringLiteral("backup")});
    const auto list = QStringLiteral("candidates");
    Since since;
    waitUntil([&] { // goal, policy; a page whose policies are still being read says so and stays
        auto* next = window.console.window().findChild<QAbstractButton*>(QStringLiteral("protect.submit"));
        if (window.table(list) == nullptr && next != nullptr && next->isVisible() && next->isEnabled()) {
            since = Since();
            next->click();
        }
        return window.table(list) != nullptr;
    });
    const auto first = firstRows(window, list, since);
    print("machines to protect: from the step before",
          QStringLiteral("first rows %1 ms, %2 rows")
              .arg(ms(first.rows), 0, 'f', 0)
              .arg(window.table(list)->model()->rowCount()));
    measureKeys("machines to protect: keystroke in its filter", window, list, machineWords());
}

void measureAllJobs(const Window& window)
{
    auto* jobs = &window.console.session()->jobs();
    const Since since;
    application().longest = 0;
    jobs->want({});
    waitUntil([jobs] { return jobs->isWhole({}) && jobs->state() == presentation::LoadState::Ready; });
    print("backup jobs: 30 days of them, when they are asked for",
          QStringLiteral("%1 jobs after %2 ms; longest event %3 ms")
              .arg(jobs->count())
              .arg(ms(since.wall()), 0, 'f', 0)
              .arg(ms(application().longest), 0, 'f', 0));
    print("memory with all jobs", memory());
}

struct List
{
    const char* what;
    QString page; //!< also the name of its table, but for machines
    QString table;
    QStringList words;
};

QString latin(const char* name)
{
    return QString::fromLatin1(name);
}

QList<List> lists()
{
    return {
        {"virtual machines", latin("virtualmachines"), latin("vms"), machineWords()},
        {"backup items", latin("items"), latin("items"), {latin("sql-prod-0042"), latin("gone-1"), latin("00")}},
        {"vaults", latin("vaults"), latin("vaults"), {latin("valv-0042"), latin("00")}},
        {"backup jobs", latin("jobs"), latin("jobs"), {latin("sql-prod-0042"), latin("valv-01"), latin("00")}},
    };
}

void measureStartAt(const List& list, const QString& data, int machines)
{
    bench::ManyVms::prepare(machines);
    const Since since;
    Window window(data, machines, list.page);
    measureStart(QByteArray(list.what).append(": console started there").constData(), window, since, list.table);
    print("memory then", memory());
    rest();
    print("memory some seconds later", memory());
}

void measureLists(const QString& data, const bench::Estate& estate)
{
    for (const auto& list : lists()) {
        measureStartAt(list, data, estate.machines);
    }
    bench::ManyVms::prepare(estate.machines);
    const Since since;
    Window window(data, estate.machines);
    measureStart("window again", window, since);
    for (const auto& list : lists()) {
        if (list.table != QLatin1String("vms")) {
            measureList(list.what, window, {list.page, {}, {}}, list.table, list.words);
        }
    }
    window.open({latin("virtualmachines"), {}, {}});
    measureKeys("virtual machines: keystroke in its filter", window, latin("vms"), machineWords());
    measureRefresh("virtual machines and items: refresh, nothing changed", window);
    print("memory with all lists", memory());
    measureAllJobs(window);
}

void measureEstate(const QString& data, const bench::Estate& estate)
{
    std::printf("| %d virtual machines, %d items, %d vaults, %d jobs | |\n|---|---|\n", estate.machines, estate.items,
                estate.vaults, estate.jobs);
    bench::makeEstate(data, estate);
    print("memory after the estate was made, before a window", memory());
    measureLists(data, estate);
}

void measureRoundTrip(Window& window)
{
    auto& session = window.session();
    const auto id = session.virtualMachines().at(session.virtualMachines().count() / 2).vm.id;
    QList<qint64> times;
    for (int i = 0; i < 2000; ++i) {
        const Since since;
        require(session.client().virtualMachines().get(id));
        times << since.wall();
    }
    print("in-process round trip: one virtual machine", spread(times));
}

} // namespace

int main(int argc, char** argv)
{
    const Since sinceStart;
    console::prepareMemory(); // as valv does
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    TimedApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("lists")) {
        const auto pages = arguments.mid(3);
        if (pages.isEmpty()) {
            measureLists(arguments.value(2), bench::Estate());
        }
        for (const auto& list : lists()) {
            if (pages.contains(list.page)) {
                measureStartAt(list, arguments.value(2), bench::Estate().machines);
            }
        }
        return 0;
    }
    const QTemporaryDir folder;
    auto data = folder.filePath(QStringLiteral("data"));
    if (const auto mode = arguments.value(1); mode == QLatin1String("estate") || mode == QLatin1String("data")) {
        auto numbers = arguments.mid(2);
        if (mode == QLatin1String("data")) {
            data = numbers.takeFirst();
        }
        bench::Estate estate;
        if (numbers.size() == 4) {
            estate = {numbers[0].toInt(), numbers[1].toInt(), numbers[2].toInt(), numbers[3].toInt()};
        }
        if (mode == QLatin1String("data")) {
            bench::makeEstate(data, estate);
        } else {
            measureEstate(data, estate);
        }
        return 0;
    }
    const int vms = arguments.value(1).toInt();
    const int items = std::min(arguments.value(2).toInt(), vms / 2);
    if (vms <= 0) {
        std::fprintf(stderr,
                     "usage: valv_bench VMS [PROTECTED] | estate [VMS ITEMS VAULTS JOBS] | data FOLDER [VMS …] |"
                     " lists FOLDER [PAGE…]\n");
        return 2;
    }
    std::printf("| %d virtual machines, %d of them protected | |\n|---|---|\n", vms, items);
    {
        Window window(data, vms);
        measureStart("start of the program, new data folder", window, sinceStart);
        print("memory with the list shown", memory());
        rest();
        print("memory some seconds later", memory());
    }
    if (items > 0) {
        protect(data, vms, items);
    }
    bench::ManyVms::prepare(vms);
    const Since since;
    Window window(data, vms);
    measureStart("window again, same data folder", window, since);
    print("memory with the list shown again", memory());
    measureKeys("keystroke in the filter", window, QStringLiteral("vms"), machineWords());
    measureSort(window);
    measureRefresh("refresh, nothing changed", window);
    bench::ManyVms::turnOff(20);
    waitForChanges(window);
    measureRefresh("refresh, one in 20 changed", window);
    measureRoundTrip(window);
    measureCandidates(window);
    print("memory at the end", memory());
    return 0;
}

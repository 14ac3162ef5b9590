// SPDX-License-Identifier: GPL-3.0-or-later
// One suite for every place where VMs live: what the engine may rely on.
#include "fixtures.h"
#include "hypervisor/demoestate.h"
#include "hypervisor/imagefolder.h"
#include "hypervisor/vmsource.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <set>
#include <thread>

namespace tst_vmsource {

using namespace valv;
using namespace valv::hypervisor;

class TestVmSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listIsSortedAndComplete_data() { sources(); }
    void listIsSortedAndComplete();
    void extentsCoverAllThatIsNotZero_data() { sources(); }
    void extentsCoverAllThatIsNotZero();
    void sessionEndsByCommitAbortOrDrop_data() { sources(); }
    void sessionEndsByCommitAbortOrDrop();
    void checkpointsThatAreNotKeptSayWhy_data() { sources(); }
    void checkpointsThatAreNotKeptSayWhy();
    void unknownVmIsNotFound_data() { sources(); }
    void unknownVmIsNotFound();
    void restoredVmEqualsItsSource_data() { sources(); }
    void restoredVmEqualsItsSource();
    void manyThreadsAtOnce_data() { sources(); }
    void manyThreadsAtOnce();

private:
    void sources() const
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("image folder") << "folder";
        QTest::newRow("demo estate") << "demo";
    }
    //! The source under test; the images of both are raw, so that a test can read them without it.
    [[nodiscard]] std::unique_ptr<VmSource> source(const QString& kind) const
    {
        return kind == QLatin1String("demo")
            ? makeDemoSource(fixtures::text(m_dir.filePath(QStringLiteral("demo"))))
            : makeImageFolder(fixtures::text(m_dir.filePath(QStringLiteral("bilder"))));
    }
    //! A VM with several raw disks.
    [[nodiscard]] static const Vm* severalDisks(const std::vector<Vm>& vms)
    {
        const auto found = std::find_if(vms.begin(), vms.end(), [](const auto& vm) {
            return vm.disks.size() > 1
                && std::all_of(vm.disks.begin(), vm.disks.end(), [](const auto& d) { return d.format == "raw"; });
        });
        return found == vms.end() ? nullptr : &*found;
    }
    QTemporaryDir m_dir;
};

void TestVmSource::initTestCase()
{
    QVERIFY(m_dir.isValid());
    const auto folder = m_dir.filePath(QStringLiteral("bilder"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/två diskar")));
    fixtures::writeSparse(folder + QStringLiteral("/två diskar/os.raw"), fixtures::diskContent(1));
    fixtures::writeSparse(folder + QStringLiteral("/två diskar/data å.raw"), fixtures::diskContent(2));
    fixtures::writeSparse(folder + QStringLiteral("/ensam.img"), fixtures::diskContent(3));
    fixtures::writeSparse(folder + QStringLiteral("/tomma nollor.raw"), QByteArray(fixtures::mebibyte + 512, '\0'));
    const auto made = makeDemoEstate(fixtures::text(m_dir.filePath(QStringLiteral("demo"))));
    QVERIFY2(made, made ? "" : made.error().message.c_str());
}

void TestVmSource::listIsSortedAndComplete()
{
    QFETCH(const QString, kind);
    const auto from = source(kind);
    QVERIFY(!from->name().empty());
    const auto vms = from->list();
    QVERIFY(vms);
    QVERIFY(vms->size() >= 3);
    QVERIFY(std::is_sorted(vms->begin(), vms->end(), [](const auto& a, const auto& b) { return a.name < b.name; }));
    std::set<std::string> ids;
    for (const auto& vm : *vms) {
        QVERIFY2(ids.insert(vm.id).second, "ids are unique");
        QVERIFY(!vm.name.empty() && !vm.resourceGroup.empty() && !vm.region.empty());
        QVERIFY(!vm.problem);
        QCOMPARE(std::count_if(vm.disks.begin(), vm.disks.end(), [](const auto& d) { return d.os; }), 1);
        QVERIFY(vm.disks.front().os && vm.disks.front().lun == -1);
        std::set<std::string> names;
        std::set<int> luns;
        for (const auto& disk : vm.disks) {
            QVERIFY(!disk.name.empty() && names.insert(disk.name).second && luns.insert(disk.lun).second);
            QVERIFY(disk.capacity > 0 && disk.allocated <= disk.capacity);
            QVERIFY(QFile::exists(QString::fromStdString(disk.path)));
        }
    }
    const auto again = from->list();
    for (std::size_t i = 0; i < vms->size(); ++i) {
        QCOMPARE((*again)[i].id, (*vms)[i].id);
    }
}

void TestVmSource::extentsCoverAllThatIsNotZero()
{
    QFETCH(const QString, kind);
    const auto from = source(kind);
    const auto vms = from->list();
    const auto* vm = severalDisks(*vms);
    QVERIFY(vm);
    const auto session = from->begin(vm->id, {});
    QVERIFY(session);
    QVERIFY(!(*session)->consistencyReason().empty());
    const auto& plans = (*session)->disks();
    QCOMPARE(plans.size(), vm->disks.size());
    for (std::size_t i = 0; i < plans.size(); ++i) {
        QVERIFY(!plans[i].incremental && plans[i].why.empty());
        QCOMPARE(plans[i].disk.name, vm->disks[i].name);
        QFile file(QString::fromStdString(vm->disks[i].path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(plans[i].disk.capacity, std::uint64_t(file.size()));
        std::uint64_t at = 0;
        std::uint64_t covered = 0;
        const QByteArray zeros(fixtures::mebibyte, '\0');
        const auto isZeroUntil = [&](std::uint64_t end) {
            while (at < end) {
                file.seek(qint64(at));
                const auto piece = file.read(qint64(std::min<std::uint64_t>(end - at, fixtures::mebibyte)));
                if (piece.isEmpty()
                    || std::memcmp(piece.constData(), zeros.constData(), std::size_t(piece.size())) != 0) {
                    return false;
                }
                at += std::uint64_t(piece.size());
            }
            return true;
        };
        for (const auto& extent : plans[i].extents) {
            QVERIFY(extent.offset >= at && extent.length > 0 && extent.offset % 65536 == 0);
            // Holes of demo disks are gigabytes long: the first and last stretch of each will do there.
            if (extent.offset - at < 64 * std::uint64_t(fixtures::mebibyte)) {
                QVERIFY(isZeroUntil(extent.offset));
            }
            at = extent.offset;
            file.seek(qint64(at));
            const auto expected = file.read(qint64(extent.length));
            QByteArray got(expected.size(), 'x');
            QVERIFY((*session)->read(i, extent.offset,
                                     std::as_writable_bytes(std::span(got.data(), std::size_t(got.size())))));
            QVERIFY(got == expected);
            at += extent.length;
            covered += extent.length;
        }
        QVERIFY(at <= plans[i].disk.capacity);
        QVERIFY(covered < 64 * std::uint64_t(fixtures::mebibyte));
    }
    QVERIFY((*session)->stillSame());
}

void TestVmSource::sessionEndsByCommitAbortOrDrop()
{
    QFETCH(const QString, kind);
    const auto from = source(kind);
    const auto id = from->list()->front().id;
    std::vector<std::byte> buffer(512);
    auto first = from->begin(id, {});
    auto second = from->begin(id, {}); // two at once are allowed; the engine decides
    QVERIFY(first && second);
    QVERIFY((*first)->read(0, 0, buffer));
    QCOMPARE(codeOf((*first)->read(99, 0, buffer)), QStringLiteral("DiskUnreadable"));
    const auto checkpoint = (*first)->commit();
    QVERIFY(checkpoint);
    QVERIFY(checkpoint->empty());
    QCOMPARE(codeOf((*first)->read(0, 0, buffer)), QStringLiteral("SessionEnded"));
    QVERIFY(!(*first)->commit());
    (*second)->abort();
    QVERIFY(!(*second)->read(0, 0, buffer));
    QVERIFY(!(*second)->stillSame());
    QVERIFY(from->begin(id, {}));
}

void TestVmSource::checkpointsThatAreNotKeptSayWhy()
{
    QFETCH(const QString, kind);
    const auto from = source(kind);
    const auto session = from->begin(from->list()->front().id, CheckpointId("some earlier one"));
    QVERIFY(session);
    for (const auto& plan : (*session)->disks()) {
        QVERIFY(!plan.incremental);
        QVERIFY(!plan.why.empty());
    }
}

void TestVmSource::unknownVmIsNotFound()
{
    QFETCH(const QString, kind);
    const auto from = source(kind);
    for (const auto* id : {"", "../..", "00000000-0000-4000-8000-000000000000"}) {
        QCOMPARE(codeOf(from->begin(id, {})), QStringLiteral("VmNotFound"));
    }
}

void TestVmSource::restoredVmEqualsItsSource()
{
    QFETCH(const QString, kind);
    const auto from = source(kind);
    const auto vms = from->list();
    const auto* vm = severalDisks(*vms);
    QVERIFY(vm);
    QCOMPARE(codeOf(from->prepare({vm->name, "rg", *vm})), QStringLiteral("NameTaken"));
    std::string id;
    {
        auto session = from->begin(vm->id, {});
        auto place = from->prepare({"återställd-r1", "rg-ny", *vm});
        QVERIFY2(session && place, qPrintable(codeOf(place)));
        for (std::size_t i = 0; i < vm->disks.size(); ++i) {
            const auto& plan = (*session)->disks()[i];
            QFile file(QString::fromStdString((*place)->pathFor(plan.disk)));
            QVERIFY(file.open(QIODevice::NewOnly));
            QVERIFY(file.resize(qint64(plan.disk.capacity)));
            for (const auto& extent : plan.extents) {
                QByteArray buffer(qint64(extent.length), 'x');
                QVERIFY((*session)->read(i, extent.offset,
                                         std::as_writable_bytes(std::span(buffer.data(), extent.length))));
                QVERIFY(file.seek(qint64(extent.offset)) && file.write(buffer) == buffer.size());
            }
        }
        const auto published = (*place)->publish();
        QVERIFY(published);
        id = *published;
    }
    const auto after = from->list();
    QCOMPARE(after->size(), vms->size() + 1);
    const auto made = std::find_if(after->begin(), after->end(), [&id](const auto& one) { return one.id == id; });
    QVERIFY(made != after->end());
    QCOMPARE(QString::fromStdString(made->name), QStringLiteral("återställd-r1"));
    QCOMPARE(made->resourceGroup, std::string("rg-ny"));
    QCOMPARE(made->region, vm->region);
    QCOMPARE(made->osName, vm->osName);
    QCOMPARE(made->disks.size(), vm->disks.size());
    const auto a = from->begin(vm->id, {});
    const auto b = from->begin(id, {});
    for (std::size_t i = 0; i < vm->disks.size(); ++i) {
        QCOMPARE(made->disks[i].name, vm->disks[i].name);
        QCOMPARE(made->disks[i].lun, vm->disks[i].lun);
        QVERIFY((*a)->disks()[i].extents == (*b)->disks()[i].extents);
        for (const auto& extent : (*a)->disks()[i].extents) {
            std::vector<std::byte> left(extent.length);
            std::vector<std::byte> right(extent.length);
            QVERIFY((*a)->read(i, extent.offset, left) && (*b)->read(i, extent.offset, right));
            QVERIFY(left == right);
        }
    }
    QVERIFY(QDir(QFileInfo(QString::fromStdString(made->disks.front().path)).path()).removeRecursively());
}

void TestVmSource::manyThreadsAtOnce()
{
    QFETCH(const QString, kind);
    const auto from = source(kind);
    const auto vms = from->list();
    std::atomic<int> failures{0};
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                std::vector<std::byte> buffer(4096);
                for (std::size_t i = 0; i < 10; ++i) {
                    const auto& vm = (*vms)[(t + i) % vms->size()];
                    auto session = from->begin(vm.id, {});
                    failures += session && (*session)->read(0, 0, buffer) && from->list() ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
}

VALV_TEST_GUILESS(TestVmSource)

} // namespace tst_vmsource

#include "tst_vmsource.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "hypervisor/demoestate.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <linux/fiemap.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <set>
#include <vector>

namespace tst_demoestate {

using namespace valv;
using namespace valv::hypervisor;

namespace {

using Hashes = QMap<QString, QByteArray>;

//! Hash of what is allocated and where, for each file of a folder.
Hashes hashesOf(const QString& folder, const QString& under = {})
{
    Hashes out;
    QDirIterator files(folder + QLatin1Char('/') + under, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        QCryptographicHash hash(QCryptographicHash::Md5);
        hash.addData(QByteArray::number(file.size()));
        for (qint64 at = 0; at < file.size();) {
            const auto data = ::lseek(file.handle(), at, SEEK_DATA);
            if (data < 0) {
                break;
            }
            const auto hole = ::lseek(file.handle(), data, SEEK_HOLE);
            file.seek(data);
            hash.addData(QByteArray::number(qint64(data)));
            hash.addData(file.read(hole - data));
            at = hole;
        }
        out[QDir(folder).relativeFilePath(path)] = hash.result();
    }
    return out;
}

//! Has stretches that are reserved, but were never written; nothing where the file system does not say.
std::optional<bool> hasReservedRoom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    static constexpr __u32 atOnce = 64;
    std::vector<char> buffer(sizeof(fiemap) + atOnce * sizeof(fiemap_extent));
    for (__u64 from = 0;;) {
        std::fill(buffer.begin(), buffer.end(), '\0');
        auto* map = reinterpret_cast<fiemap*>(buffer.data());
        map->fm_start = from;
        map->fm_length = FIEMAP_MAX_OFFSET - from;
        map->fm_flags = FIEMAP_FLAG_SYNC;
        map->fm_extent_count = atOnce;
        if (::ioctl(file.handle(), FS_IOC_FIEMAP, map) != 0) {
            return std::nullopt;
        }
        for (__u32 i = 0; i < map->fm_mapped_extents; ++i) {
            if ((map->fm_extents[i].fe_flags & FIEMAP_EXTENT_UNWRITTEN) != 0) {
                return true;
            }
            from = map->fm_extents[i].fe_logical + map->fm_extents[i].fe_length;
        }
        if (map->fm_mapped_extents < atOnce) {
            return false;
        }
    }
}

//! Copies what is allocated behind an offset.
bool copyFrom(const QString& from, qint64 offset, const QString& to)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly | QIODevice::Truncate)
        || !target.resize(source.size() - offset)) {
        return false;
    }
    for (qint64 at = offset; at < source.size();) {
        const auto data = ::lseek(source.handle(), at, SEEK_DATA);
        if (data < 0) {
            break;
        }
        const auto hole = ::lseek(source.handle(), data, SEEK_HOLE);
        if (!source.seek(data) || !target.seek(data - offset)
            || target.write(source.read(hole - data)) != hole - data) {
            return false;
        }
        at = hole;
    }
    return true;
}

} // namespace

class TestDemoEstate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isTheOneInThePictures_data();
    void isTheOneInThePictures();
    void hasEveryKindOfVm();
    void sameBytesEveryTime();
    void reservesNothing();
    void doesNothingWhenWhole();
    void completesWhatIsMissing();
    void fileSystemsAreClean_data();
    void fileSystemsAreClean();
    void daysDifferALittle();
    void daysAreRepeatable();
    void stoppingLeavesNothing();
    void nowIsThatWednesday();

private:
    [[nodiscard]] Vm vm(const char* name) const
    {
        const auto found =
            std::find_if(m_vms.begin(), m_vms.end(), [name](const auto& one) { return one.name == name; });
        return found == m_vms.end() ? Vm() : *found;
    }
    QTemporaryDir m_dir;
    QString m_estate;
    std::vector<Vm> m_vms;
};

void TestDemoEstate::initTestCase()
{
    QVERIFY(m_dir.isValid());
    m_estate = m_dir.filePath(QStringLiteral("nordvik"));
    const auto made = makeDemoEstate(fixtures::text(m_estate));
    QVERIFY2(made, made ? "" : (made.error().message + " " + made.error().action).c_str());
    const auto vms = makeDemoSource(fixtures::text(m_estate))->list();
    QVERIFY(vms);
    m_vms = *vms;
    std::uint64_t allocated = 0;
    for (const auto& one : m_vms) {
        for (const auto& disk : one.disks) {
            allocated += disk.allocated;
        }
    }
    QVERIFY2(allocated < 400 * std::uint64_t(fixtures::mebibyte), "stays small");
}

void TestDemoEstate::isTheOneInThePictures_data()
{
    QTest::addColumn<QString>("line");
    for (const auto* line : {
             "ad-dc-01 rg-identitet swedencentral Windows Server 2016 Standard_D2s_v3 running 1",
             "ad-dc-02 rg-identitet northeurope Windows Server 2016 Standard_D2s_v3 running 1",
             "app-order-01 rg-produktion swedencentral Ubuntu 18.04 LTS Standard_D4s_v3 running 1",
             "app-order-02 rg-produktion swedencentral Ubuntu 18.04 LTS Standard_D4s_v3 running 1",
             "bygg-01 rg-utveckling swedencentral Ubuntu 18.04 LTS Standard_B4ms running 2",
             "fil-01 rg-produktion swedencentral Windows Server 2016 Standard_E4s_v3 running 2",
             "fil-02 rg-produktion northeurope Windows Server 2012 R2 Standard_E2s_v3 running 1",
             "mon-01 rg-drift swedencentral Debian 9 Standard_B2ms running 1",
             "sql-prod-01 rg-produktion swedencentral Windows Server 2016 Standard_E8s_v3 running 4",
             "sql-prod-02 rg-produktion swedencentral Windows Server 2016 Standard_E8s_v3 running 3",
             "sql-test-01 rg-test northeurope Windows Server 2016 Standard_D4s_v3 deallocated 1",
             "vm-web-01 rg-webb swedencentral Ubuntu 18.04 LTS Standard_D2s_v3 running 2",
             "vm-web-02 rg-webb swedencentral Ubuntu 18.04 LTS Standard_D2s_v3 running 1",
             "vm-web-03 rg-webb swedencentral Ubuntu 18.04 LTS Standard_D2s_v3 running 1",
             "vpn-01 rg-natverk northeurope Debian 9 Standard_B1ms running 1",
             "wsus-01 rg-drift swedencentral Windows Server 2016 Standard_D2s_v3 stopped 1",
         }) {
        QTest::newRow(line) << QString::fromUtf8(line);
    }
}

void TestDemoEstate::isTheOneInThePictures()
{
    QFETCH(const QString, line);
    QCOMPARE(m_vms.size(), std::size_t(16));
    const auto one = vm(qPrintable(line.section(QLatin1Char(' '), 0, 0)));
    const auto power = one.power == PowerState::Running ? "running"
        : one.power == PowerState::Stopped              ? "stopped"
        : one.power == PowerState::Deallocated          ? "deallocated"
                                                        : "?";
    QCOMPARE(QString::fromStdString(one.name + " " + one.resourceGroup + " " + one.region + " " + one.osName + " "
                                    + one.size + " " + power + " " + std::to_string(one.disks.size())),
             line);
    QVERIFY(!one.problem);
    QVERIFY(one.os == (one.osName.starts_with("Windows") ? OsType::Windows : OsType::Linux));
    QCOMPARE(one.disks.front().name, one.name + "-os");
}

void TestDemoEstate::hasEveryKindOfVm()
{
    QVERIFY(vm("bygg-01").agent == AgentState::NotInstalled);
    QVERIFY(vm("fil-02").agent == AgentState::OutOfDate);
    QVERIFY(vm("vpn-01").encrypted);
    QCOMPARE(std::count_if(m_vms.begin(), m_vms.end(), [](const auto& one) { return one.encrypted; }), 1);
    QCOMPARE(QString::fromStdString(vm("bygg-01").disks.back().format), QStringLiteral("qcow2"));
    std::set<std::string> groups;
    for (const auto& one : m_vms) {
        groups.insert(one.resourceGroup);
    }
    QCOMPARE(groups.size(), std::size_t(7));
    const auto source = makeDemoSource(fixtures::text(m_estate));
    const auto consistencyOf = [&](const char* name) {
        const auto session = source->begin(vm(name).id, {});
        return session ? int((*session)->consistency()) : -1;
    };
    QCOMPARE(consistencyOf("sql-prod-01"), int(Consistency::Application));
    QCOMPARE(consistencyOf("mon-01"), int(Consistency::FileSystem));
    QCOMPARE(consistencyOf("bygg-01"), int(Consistency::Crash));
    QCOMPARE(consistencyOf("sql-test-01"), int(Consistency::Crash));
    QCOMPARE(consistencyOf("wsus-01"), int(Consistency::Crash));
}

void TestDemoEstate::sameBytesEveryTime()
{
    const auto other = m_dir.filePath(QStringLiteral("någon annanstans"));
    QVERIFY(makeDemoEstate(fixtures::text(other)));
    const auto first = hashesOf(m_estate);
    QCOMPARE(first.size(), 16 + 24);
    const auto second = hashesOf(other);
    QCOMPARE(second.keys(), first.keys());
    for (auto file = first.begin(); file != first.end(); ++file) {
        QVERIFY2(second.value(file.key()) == file.value(), qPrintable(file.key()));
    }
    const auto vms = makeDemoSource(fixtures::text(other))->list();
    for (std::size_t i = 0; i < m_vms.size(); ++i) {
        QCOMPARE((*vms)[i].id, m_vms[i].id); // pictures must not depend on the folder
    }
    QVERIFY(QDir(other).removeRecursively());
}

void TestDemoEstate::reservesNothing()
{
    // Reserved room counts as data for as long as somebody's read keeps a page of it cached: sizes would come and go.
    int said = 0;
    for (const auto& one : m_vms) {
        for (const auto& disk : one.disks) {
            const auto path = QString::fromStdString(disk.path);
            const auto reserved = hasReservedRoom(path);
            said += reserved ? 1 : 0;
            QVERIFY2(!reserved.value_or(false), qPrintable(path));
        }
    }
    if (said == 0) {
        QSKIP("this file system does not say what is reserved");
    }
}

void TestDemoEstate::doesNothingWhenWhole()
{
    const auto before = QFileInfo(m_estate + QStringLiteral("/mon-01/mon-01-os.raw")).lastModified();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(makeDemoEstate(fixtures::text(m_estate)));
    QVERIFY(timer.elapsed() < 1000);
    QCOMPARE(QFileInfo(m_estate + QStringLiteral("/mon-01/mon-01-os.raw")).lastModified(), before);
}

void TestDemoEstate::completesWhatIsMissing()
{
    const auto before = hashesOf(m_estate, QStringLiteral("mon-01"));
    QVERIFY(QFile::resize(m_estate + QStringLiteral("/mon-01/mon-01-os.raw"), 1000));
    QVERIFY(QDir(m_estate).mkdir(QStringLiteral("min-egen")));
    QVERIFY(makeDemoEstate(fixtures::text(m_estate)));
    QCOMPARE(hashesOf(m_estate, QStringLiteral("mon-01")), before);
    QVERIFY2(QDir(m_estate).rmdir(QStringLiteral("min-egen")), "what a person put beside stays");
}

void TestDemoEstate::fileSystemsAreClean_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QString>("journal");
    const auto row = [](const char* file, qint64 mebibytes, const char* journal) {
        QTest::newRow(file) << QString::fromUtf8(file) << mebibytes * fixtures::mebibyte << QString::fromUtf8(journal);
    };
    row("app-order-01/app-order-01-os.raw", 97, "/var/log/nordvik/journal.log");
    row("mon-01/mon-01-os.raw", 1, "/var/log/nordvik/journal.log");
    row("vm-web-01/vm-web-01-data-0.raw", 1, "/www/logg/besök.log");
    row("sql-prod-01/sql-prod-01-data-0.raw", 1, "::/MSSQL/Data/order.mdf");
    row("fil-01/fil-01-data-0.raw", 1, "::/Gemensamt/Arkiv/Journal.txt");
}

void TestDemoEstate::fileSystemsAreClean()
{
    QFETCH(const QString, file);
    QFETCH(const qint64, offset);
    QFETCH(const QString, journal);
    const auto name = file.section(QLatin1Char('/'), 0, 0);
    QVERIFY(advanceDemoEstate(fixtures::text(m_estate), fixtures::text(name), 9));
    const QString image = m_estate + QLatin1Char('/') + file;
    const auto out = m_dir.filePath(QStringLiteral("journal"));
    QFile::remove(out);
    auto environment = QProcessEnvironment::systemEnvironment();
    qputenv("PATH", environment.value(QStringLiteral("PATH")).toUtf8() + ":/usr/sbin:/sbin");
    qputenv("MTOOLS_SKIP_CHECK", "1");
    if (journal.startsWith(QLatin1String("::"))) {
        // fsck.vfat knows no offset: a copy of the partition, holes and all.
        const auto part = m_dir.filePath(QStringLiteral("partition"));
        QVERIFY(copyFrom(image, offset, part));
        QVERIFY(fixtures::run(QStringLiteral("fsck.vfat"), {QStringLiteral("-n"), part}));
        QVERIFY(
            fixtures::run(QStringLiteral("mcopy"), {QStringLiteral("-n"), QStringLiteral("-i"), part, journal, out}));
    } else {
        const QString place = image + QStringLiteral("?offset=%1").arg(offset);
        QVERIFY(fixtures::run(QStringLiteral("e2fsck"), {QStringLiteral("-fn"), place}));
        QVERIFY(fixtures::run(QStringLiteral("debugfs"),
                              {QStringLiteral("-R"), QStringLiteral("dump \"%1\" \"%2\"").arg(journal, out), place}));
    }
    QFile read(out);
    QVERIFY(read.open(QIODevice::ReadOnly));
    const auto text = read.readAll();
    QVERIFY(text.size() >= fixtures::mebibyte);
    QVERIFY(text.startsWith("#nordvik-journal 00000000 "));
    QVERIFY2(text.contains("\n# dag 9\n"), "the journal has come to that day");
    QVERIFY(advanceDemoEstate(fixtures::text(m_estate), fixtures::text(name), 0));
}

void TestDemoEstate::daysDifferALittle()
{
    const QString path = m_estate + QStringLiteral("/sql-prod-01/sql-prod-01-data-0.raw");
    const auto allocated = [&path] {
        QFile file(path);
        static_cast<void>(file.open(QIODevice::ReadOnly));
        return file.read(16 * fixtures::mebibyte); // all of its files begin here
    };
    auto before = allocated();
    int most = 0;
    for (int day = 1; day <= 5; ++day) {
        QVERIFY(advanceDemoEstate(fixtures::text(m_estate), "sql-prod-01", day));
        const auto after = allocated();
        int changed = 0;
        for (qint64 at = 0; at < after.size(); at += 65536) {
            changed += std::memcmp(before.constData() + at, after.constData() + at, 65536) != 0 ? 1 : 0;
        }
        QVERIFY2(changed >= 1 && changed <= 30, qPrintable(QString::number(changed))); // of 256
        most = std::max(most, changed);
        before = after;
    }
    QVERIFY(most > 1);
    QVERIFY(advanceDemoEstate(fixtures::text(m_estate), "sql-prod-01", 0));
}

void TestDemoEstate::daysAreRepeatable()
{
    const auto under = QStringLiteral("sql-prod-02");
    const auto fresh = hashesOf(m_estate, under);
    for (int day = 0; day <= 7; ++day) {
        QVERIFY(advanceDemoEstate(fixtures::text(m_estate), "sql-prod-02", day));
    }
    const auto seventh = hashesOf(m_estate, under);
    QVERIFY(seventh != fresh);
    QVERIFY(advanceDemoEstate(fixtures::text(m_estate), "sql-prod-02", 0));
    QCOMPARE(hashesOf(m_estate, under), fresh); // day 0 is as it was made
    QVERIFY(advanceDemoEstate(fixtures::text(m_estate), "sql-prod-02", 7));
    QCOMPARE(hashesOf(m_estate, under), seventh); // however one came there
    QCOMPARE(codeOf(advanceDemoEstate(fixtures::text(m_estate), "ingen", 1)), QStringLiteral("VmNotFound"));
    QVERIFY(advanceDemoEstate(fixtures::text(m_estate), "bygg-01", 3));
    QVERIFY(advanceDemoEstate(fixtures::text(m_estate), "sql-prod-02", 0));
}

void TestDemoEstate::stoppingLeavesNothing()
{
    const auto folder = m_dir.filePath(QStringLiteral("avbruten"));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(codeOf(makeDemoEstate(fixtures::text(folder), stop.get_token())), QStringLiteral("Cancelled"));
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    fixtures::write(m_dir.filePath(QStringLiteral("fil")), "x");
    QCOMPARE(codeOf(makeDemoEstate(fixtures::text(m_dir.filePath(QStringLiteral("fil/under"))))),
             QStringLiteral("TargetUnwritable"));
}

void TestDemoEstate::nowIsThatWednesday()
{
    QCOMPARE(qint64(demoNow().time_since_epoch().count()), Q_INT64_C(1545208920000));
}

VALV_TEST_GUILESS(TestDemoEstate)

} // namespace tst_demoestate

#include "tst_demoestate.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "hypervisor/imagefolder.h"
#include "support/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

namespace tst_imagefolder {

using namespace valv;
using namespace valv::hypervisor;

namespace {

QString nameOf(const Vm& vm)
{
    return QString::fromStdString(vm.name);
}

//! "name: disk lun, disk lun" for each VM, which is easy to read in a failure.
QStringList drawing(const std::vector<Vm>& vms)
{
    QStringList out;
    for (const auto& vm : vms) {
        QStringList disks;
        for (const auto& disk : vm.disks) {
            disks += QString::fromStdString(disk.name) + QLatin1Char(' ')
                + (disk.os ? QStringLiteral("os") : QString::number(disk.lun));
        }
        out += nameOf(vm) + QStringLiteral(": ") + disks.join(QStringLiteral(", "))
            + (vm.problem ? QStringLiteral(" !") + QString::fromStdString(vm.problem->code) : QString());
    }
    return out;
}

} // namespace

class TestImageFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_source = makeImageFolder(fixtures::text(m_dir->path()));
    }
    void listsImagesAndSubFolders();
    void oneBadImageSpoilsOnlyItsVm();
    void factsOfAFolder();
    void factsOfSingleImages();
    void badFactsSayWhatIsWrong_data();
    void badFactsSayWhatIsWrong();
    void disksThatValvJsonNames_data();
    void disksThatValvJsonNames();
    void brokenLinkIsNoLostVm();
    void defaultsWhenNothingIsSaid();
    void idsAreStable();
    void namesAreUniqueWithoutCase();
    void consistencyAndWhy_data();
    void consistencyAndWhy();
    void folderThatCannotBeRead();
    void thousandsOfImagesListQuickly();
    void vmThatGoesAway();
    void imageThatChangesDuringTheBackup();
    void newVmIsSeenOnlyWhenPublished();
    void newVmThatIsDroppedLeavesNothing();
    void newVmNeverReplacesAnything_data();
    void newVmNeverReplacesAnything();
    void workOfOthersIsLeftAlone();

private:
    [[nodiscard]] QString path(const char* name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    void image(const char* name, const QByteArray& content = fixtures::bytes(8192, 7)) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        fixtures::write(path(name), content);
    }
    std::vector<Vm> list()
    {
        auto vms = m_source->list();
        return vms ? *vms : std::vector<Vm>();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<VmSource> m_source;
};

void TestImageFolder::listsImagesAndSubFolders()
{
    image("webb å ä ö.raw");
    image("b.img");
    image("STOR.RAW");
    image("cd.iso");
    image("läsmig.txt");
    image(".gömd.raw");
    image("halv.raw.partial");
    image("halv2.raw.tmp");
    image("sql 1/sql-data.raw");
    image("sql 1/os.raw");
    image("sql 1/a-logg.raw");
    image("sql 1/anteckningar.txt");
    image("annan/x-os.raw");
    image("annan/a.raw");
    image("bilder/katt.png");
    image(".gömd mapp/os.raw");
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("tom")));
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("mapp.raw")));
    QCOMPARE(drawing(list()),
             QStringList({QStringLiteral("STOR: STOR os"), QStringLiteral("annan: x-os os, a 0"),
                          QStringLiteral("b: b os"), QStringLiteral("sql 1: os os, a-logg 0, sql-data 1"),
                          QStringLiteral("webb å ä ö: webb å ä ö os")}));
}

void TestImageFolder::oneBadImageSpoilsOnlyItsVm()
{
    image("bra.raw");
    image("trasig.qcow2");
    image("tom.raw", {});
    image("två/os.raw");
    image("två/data.vdi");
    QVERIFY(QFile::link(path("finns inte"), path("länk.raw")));
    QCOMPARE(drawing(list()),
             QStringList({QStringLiteral("bra: bra os"), QStringLiteral("länk: länk os !DiskVanished"),
                          QStringLiteral("tom: tom os !DiskTruncated"),
                          QStringLiteral("trasig: trasig os !DiskFormatUnknown"),
                          QStringLiteral("två: os os, data 0 !DiskFormatUnknown")}));
    const auto vms = list();
    QVERIFY(m_source->begin(vms[0].id, {}));
    const auto refused = m_source->begin(vms[4].id, {});
    QCOMPARE(codeOf(refused), QStringLiteral("VmNotReady"));
    QVERIFY(refused.error().target.ends_with("data.vdi"));
    QCOMPARE(refused.error().details.size(), std::size_t(1));
}

void TestImageFolder::factsOfAFolder()
{
    image("vm/zz.raw");
    image("vm/aa.raw");
    image("vm/mm.raw");
    fixtures::write(path("vm/valv.json"), R"({
        // remarks are allowed
        "os": "Windows Server 2016", "size": "Standard_E8s_v3", "resourceGroup": "rg-produktion", "region": "northeurope",
        "powerState": "deallocated", "agent": "Ready", "agentVersion": "2.7", "computerName": "SQL", "encrypted": true,
        "tags": {"miljö": "prod"}, "unknown": 7,
        "disks": {"zz.raw": {"os": true}, "aa.raw": {"lun": 5, "name": "logg"}}})");
    const auto vms = list();
    QCOMPARE(drawing(vms), QStringList({QStringLiteral("vm: zz os, mm 0, logg 5")}));
    const auto& vm = vms.front();
    QVERIFY(vm.os == OsType::Windows && vm.power == PowerState::Deallocated && vm.agent == AgentState::Ready
            && vm.encrypted);
    QCOMPARE(QString::fromStdString(vm.osName), QStringLiteral("Windows Server 2016"));
    QCOMPARE(QString::fromStdString(vm.size), QStringLiteral("Standard_E8s_v3"));
    QCOMPARE(QString::fromStdString(vm.resourceGroup), QStringLiteral("rg-produktion"));
    QCOMPARE(QString::fromStdString(vm.region), QStringLiteral("northeurope"));
    QCOMPARE(QString::fromStdString(vm.computerName), QStringLiteral("SQL"));
    QCOMPARE(QString::fromStdString(vm.tags.at("miljö")), QStringLiteral("prod"));
}

void TestImageFolder::factsOfSingleImages()
{
    image("a.raw");
    image("b.raw");
    image("c/os.raw");
    fixtures::write(path("valv.json"), R"({"region": "westeurope",
        "a.raw": {"os": "Linux", "osName": "Debian 9", "resourceGroup": "rg-a"}, "b.raw": {"name": "annat"}})");
    const auto vms = list();
    QCOMPARE(drawing(vms),
             QStringList({QStringLiteral("a: a os"), QStringLiteral("annat: b os"), QStringLiteral("c: os os")}));
    QVERIFY(vms[0].os == OsType::Linux);
    QCOMPARE(QString::fromStdString(vms[0].osName), QStringLiteral("Debian 9"));
    QCOMPARE(QString::fromStdString(vms[0].resourceGroup), QStringLiteral("rg-a"));
    for (const auto& vm : vms) {
        QCOMPARE(QString::fromStdString(vm.region), QStringLiteral("westeurope"));
    }
    QVERIFY(m_source->begin(vms[1].id, {}));
}

void TestImageFolder::badFactsSayWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << QByteArray("{nej") << "no JSON";
    QTest::newRow("a list") << QByteArray("[]") << "an object";
    QTest::newRow("wrong kind") << QByteArray(R"({"size": 3})") << "size must be a text";
    QTest::newRow("unknown state") << QByteArray(R"({"powerState": "Sover"})") << "Running";
    QTest::newRow("lun below 0") << QByteArray(R"({"disks": {"os.raw": {"lun": -2}}})") << "lun";
    QTest::newRow("tags") << QByteArray(R"({"tags": ["a"]})") << "tags";
}

void TestImageFolder::badFactsSayWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, says);
    image("vm/os.raw");
    image("annan.raw");
    fixtures::write(path("vm/valv.json"), text);
    const auto vms = list();
    QCOMPARE(vms.size(), std::size_t(2));
    QVERIFY(!vms[0].problem);
    QVERIFY(vms[1].problem);
    QCOMPARE(QString::fromStdString(vms[1].problem->code), QStringLiteral("VmFactsUnreadable"));
    QVERIFY2(QString::fromStdString(vms[1].problem->message).contains(says), vms[1].problem->message.c_str());
    QCOMPARE(codeOf(m_source->begin(vms[1].id, {})), QStringLiteral("VmNotReady"));
}

void TestImageFolder::disksThatValvJsonNames_data()
{
    QTest::addColumn<QString>("facts");
    QTest::addColumn<QString>("drawn");
    QTest::addColumn<QString>("code");
    QTest::newRow("one is missing") << R"({"disks": {"os.raw": {"os": true}, "data.raw": {"lun": 0, "name": "d"}}})"
                                    << "vm: os os, d 0 !DiskMissing"
                                    << "DiskMissing";
    QTest::newRow("its name has another case") << R"({"disks": {"OS.raw": {"lun": 3}}})"
                                               << "vm: os.raw os, OS.raw 3 !DiskMissing"
                                               << "DiskMissing";
    QTest::newRow("a file that is no image") << R"({"disks": {"os.raw": {"os": true}, "data.bin": {"lun": 0}}})"
                                             << "vm: os os, data 0 !DiskFormatUnknown"
                                             << "VmNotReady";
    QTest::newRow("all there") << R"({"disks": {"os.raw": {"os": true}}})"
                               << "vm: os os"
                               << "";
}

void TestImageFolder::disksThatValvJsonNames()
{
    QFETCH(const QString, facts);
    QFETCH(const QString, drawn);
    QFETCH(const QString, code);
    image("vm/os.raw");
    image("vm/data.bin");
    fixtures::write(path("vm/valv.json"), facts.toUtf8());
    const auto vms = list();
    QCOMPARE(drawing(vms), QStringList{drawn});
    const auto begun = m_source->begin(vms.front().id, {});
    QCOMPARE(codeOf(begun), code);
    if (code == QLatin1String("DiskMissing")) {
        QCOMPARE(begun.error().target, vms.front().problem->target); // names the file
        const auto file = QFileInfo(QString::fromStdString(begun.error().target)).fileName();
        image(("vm/" + file.toStdString()).c_str()); // put back
        QVERIFY(m_source->begin(vms.front().id, {}));
        QCOMPARE(list().front().disks.size(), std::size_t(2));
    }
}

void TestImageFolder::brokenLinkIsNoLostVm()
{
    image("vm/os.raw");
    QVERIFY(QFile::link(path("finns inte"), path("vm/data.raw")));
    QCOMPARE(codeOf(m_source->begin(list().front().id, {})), QStringLiteral("DiskVanished"));
}

void TestImageFolder::defaultsWhenNothingIsSaid()
{
    const auto folder = path("Bilder från i fjol (2017)");
    QVERIFY(QDir().mkdir(folder));
    fixtures::write(folder + QStringLiteral("/a.raw"), "x");
    const auto vms = makeImageFolder(fixtures::text(folder + QLatin1Char('/')))->list();
    QVERIFY(vms);
    QCOMPARE(vms->size(), std::size_t(1));
    const auto& vm = vms->front();
    QCOMPARE(QString::fromStdString(vm.resourceGroup), QStringLiteral("Bilder-fran-i-fjol-(2017)"));
    QCOMPARE(QString::fromStdString(vm.region), QStringLiteral("swedencentral"));
    QVERIFY(vm.os == OsType::Unknown && vm.power == PowerState::Unknown && vm.agent == AgentState::Unknown
            && !vm.encrypted);
    QCOMPARE(vm.disks.front().capacity, std::uint64_t(1));
    QVERIFY(vm.disks.front().allocated <= 1);
}

void TestImageFolder::idsAreStable()
{
    image("a.raw");
    image("b/os.raw");
    const auto first = list();
    const auto again = makeImageFolder(fixtures::text(m_dir->path() + QStringLiteral("/./")))->list();
    QVERIFY(again);
    for (std::size_t i = 0; i < 2; ++i) {
        QCOMPARE(first[i].id, (*again)[i].id);
        QVERIFY(
            QRegularExpression(QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"))
                .match(QString::fromStdString(first[i].id))
                .hasMatch());
    }
    QVERIFY(first[0].id != first[1].id);
    // Another file beside does not change it, and a session needs no list() first.
    image("0.raw");
    QCOMPARE(list()[1].id, first[0].id);
    QVERIFY(makeImageFolder(fixtures::text(m_dir->path()))->begin(first[1].id, {}));
}

void TestImageFolder::namesAreUniqueWithoutCase()
{
    image("webb/os.raw");
    image("WEBB.raw");
    image("webb.img");
    std::set<QString> names;
    const auto vms = list();
    QCOMPARE(vms.size(), std::size_t(3));
    for (const auto& vm : vms) {
        names.insert(nameOf(vm).toLower());
    }
    QCOMPARE(names.size(), std::size_t(3));
}

void TestImageFolder::consistencyAndWhy_data()
{
    QTest::addColumn<QByteArray>("facts");
    QTest::addColumn<int>("consistency");
    QTest::addColumn<QString>("why");
    const auto row = [](const char* name, const char* facts, Consistency consistency, const char* why) {
        QTest::newRow(name) << QByteArray(facts) << int(consistency) << QString::fromUtf8(why);
    };
    row("nothing known", "{}", Consistency::Crash, "no agent is known");
    row("stopped", R"({"powerState": "Stopped", "agent": "Ready", "consistency": "Application"})", Consistency::Crash,
        "not running");
    row("no agent", R"({"powerState": "Running", "agent": "NotInstalled", "consistency": "Application"})",
        Consistency::Crash, "no agent");
    row("old agent", R"({"powerState": "Running", "agent": "OutOfDate"})", Consistency::Crash, "out of date");
    row("an agent, nothing vouched for", R"({"powerState": "Running", "agent": "Ready"})", Consistency::Crash,
        "read as files");
    row("file systems vouched for", R"({"powerState": "Running", "agent": "Ready", "consistency": "FileSystem"})",
        Consistency::FileSystem, "cleanly unmounted");
    row("applications vouched for", R"({"powerState": "Running", "agent": "Ready", "consistency": "Application"})",
        Consistency::Application, "applications closed");
}

void TestImageFolder::consistencyAndWhy()
{
    QFETCH(const QByteArray, facts);
    QFETCH(const int, consistency);
    QFETCH(const QString, why);
    image("vm/os.raw");
    fixtures::write(path("vm/valv.json"), facts);
    const auto session = m_source->begin(list().front().id, {});
    QVERIFY(session);
    QCOMPARE(int((*session)->consistency()), consistency);
    QVERIFY2(QString::fromStdString((*session)->consistencyReason()).contains(why),
             (*session)->consistencyReason().c_str());
}

void TestImageFolder::folderThatCannotBeRead()
{
    const auto none = makeImageFolder(fixtures::text(path("finns inte")));
    const auto listed = none->list();
    QCOMPARE(codeOf(listed), QStringLiteral("SourceUnreadable"));
    QCOMPARE(QString::fromStdString(listed.error().target), path("finns inte"));
    QCOMPARE(codeOf(none->begin("x", {})), QStringLiteral("SourceUnreadable"));
    image("fil.raw");
    QCOMPARE(codeOf(makeImageFolder(fixtures::text(path("fil.raw")))->list()), QStringLiteral("SourceUnreadable"));
}

void TestImageFolder::thousandsOfImagesListQuickly()
{
    constexpr int count = 10'000;
    const QByteArray qcow2 =
        QByteArray("QFI\xfb\0\0\0\x03\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x10\0\0\0\0\0\x10\0\0", 32) + QByteArray(480, '\0');
    for (int i = 0; i < count; ++i) {
        image(qPrintable(QStringLiteral("vm-%1.%2")
                             .arg(i, 5, 10, QLatin1Char('0'))
                             .arg(i % 2 == 0 ? QStringLiteral("raw") : QStringLiteral("qcow2"))),
              qcow2);
    }
    QElapsedTimer timer;
    timer.start();
    const auto vms = list();
    const auto took = timer.elapsed();
    QCOMPARE(vms.size(), std::size_t(count));
    QVERIFY(std::is_sorted(vms.begin(), vms.end(), [](const auto& a, const auto& b) { return a.name < b.name; }));
    QVERIFY(std::none_of(vms.begin(), vms.end(), [](const auto& vm) { return vm.problem.has_value(); }));
    QCOMPARE(vms[1].disks.front().capacity, std::uint64_t(fixtures::mebibyte));
    qInfo() << count << "images listed in" << took << "ms";
    QVERIFY2(took < 8000, qPrintable(QString::number(took))); // well under a second on an idle machine
    timer.restart();
    QVERIFY(m_source->begin(vms[5000].id, {}));
    QVERIFY2(timer.elapsed() < 500, "one VM is begun without looking at all the others");
}

void TestImageFolder::vmThatGoesAway()
{
    image("a.raw");
    image("b/os.raw");
    const auto vms = list();
    QVERIFY(QFile::remove(path("a.raw")));
    QVERIFY(QDir(path("b")).removeRecursively());
    QCOMPARE(codeOf(m_source->begin(vms[0].id, {})), QStringLiteral("VmNotFound"));
    QCOMPARE(codeOf(m_source->begin(vms[1].id, {})), QStringLiteral("VmNotFound"));
    QCOMPARE(codeOf(m_source->begin("8a3c0d5e-0000-5000-8000-000000000000", {})), QStringLiteral("VmNotFound"));
}

void TestImageFolder::imageThatChangesDuringTheBackup()
{
    image("vm/os.raw", fixtures::bytes(fixtures::mebibyte, 1));
    image("vm/data.raw", fixtures::bytes(fixtures::mebibyte, 2));
    const auto id = list().front().id;
    std::vector<std::byte> buffer(4096);
    {
        auto session = m_source->begin(id, {});
        QVERIFY(session && (*session)->stillSame());
        QVERIFY(QFile::resize(path("vm/data.raw"), 4096));
        const auto read = (*session)->read(1, 512 * 1024, buffer);
        QCOMPARE(codeOf(read), QStringLiteral("DiskTruncated"));
        QCOMPARE(QString::fromStdString(read.error().target), QStringLiteral("data"));
        QVERIFY2((*session)->read(0, 0, buffer), "the other disk can still be read");
        const auto same = (*session)->stillSame();
        QCOMPARE(codeOf(same), QStringLiteral("DiskChanged"));
        QCOMPARE(QString::fromStdString(same.error().target), QStringLiteral("data"));
    }
    {
        auto session = m_source->begin(id, {});
        QVERIFY(session);
        QFile file(path("vm/os.raw"));
        QVERIFY(file.open(QIODevice::Append) && file.write("mer") == 3);
        file.close();
        QVERIFY((*session)->read(0, 0, buffer));
        QCOMPARE(codeOf((*session)->stillSame()), QStringLiteral("DiskChanged"));
    }
    {
        auto session = m_source->begin(id, {});
        QVERIFY(session);
        QVERIFY(QFile::remove(path("vm/os.raw")));
        QCOMPARE(codeOf((*session)->read(0, 0, buffer)), QStringLiteral("DiskVanished"));
    }
}

void TestImageFolder::newVmIsSeenOnlyWhenPublished()
{
    image("gammal/gammal-os.qcow2.raw");
    image("gammal/data.raw");
    fixtures::write(path("gammal/valv.json"),
                    R"({"osName": "Debian 9", "size": "Standard_B1ms", "region": "northeurope",
        "resourceGroup": "rg-a", "powerState": "Running", "tags": {"a": "å"},
        "disks": {"data.raw": {"lun": 3}, "gammal-os.qcow2.raw": {"os": true}}})");
    const auto like = list().front();
    auto place = m_source->prepare({"ny å", "rg-b", like});
    QVERIFY2(place, qPrintable(codeOf(place)));
    std::set<std::string> paths;
    for (const auto& disk : like.disks) {
        const auto target = (*place)->pathFor(disk);
        QVERIFY(paths.insert(target).second);
        QVERIFY(!QFile::exists(QString::fromStdString(target)));
        fixtures::write(QString::fromStdString(target), fixtures::bytes(8192, 3));
    }
    QCOMPARE(list().size(), std::size_t(1));
    const auto id = (*place)->publish();
    QVERIFY2(id, qPrintable(codeOf(id)));
    QCOMPARE(QString::fromStdString((*place)->folder()), path("ny å"));
    place->reset();
    const auto vms = list();
    QCOMPARE(drawing(vms),
             QStringList({QStringLiteral("gammal: gammal-os.qcow2 os, data 3"),
                          QStringLiteral("ny å: gammal-os.qcow2 os, data 3")}));
    const auto& made = vms[1];
    QCOMPARE(made.id, *id);
    QCOMPARE(QString::fromStdString(made.resourceGroup), QStringLiteral("rg-b"));
    QCOMPARE(QString::fromStdString(made.region), QStringLiteral("northeurope"));
    QCOMPARE(QString::fromStdString(made.osName), QStringLiteral("Debian 9"));
    QVERIFY(made.tags == like.tags && made.os == OsType::Linux && made.power == PowerState::Stopped);
    QVERIFY(m_source->begin(made.id, {}));
}

void TestImageFolder::newVmThatIsDroppedLeavesNothing()
{
    image("a.raw");
    const auto before = QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden);
    {
        auto place = m_source->prepare({"ny", "rg", list().front()});
        QVERIFY(place);
        fixtures::write(QString::fromStdString((*place)->pathFor(list().front().disks.front())), "x");
        QVERIFY(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden) != before);
    }
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden), before);
}

void TestImageFolder::newVmNeverReplacesAnything_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("a VM of one image") << "a"
                                       << "NameTaken";
    QTest::newRow("the same in capitals") << "A"
                                          << "NameTaken";
    QTest::newRow("a folder without images") << "tom"
                                             << "NameTaken";
    QTest::newRow("a file") << "anteckning"
                            << "NameTaken";
    QTest::newRow("up and away") << "../ute"
                                 << "InvalidName";
    QTest::newRow("hidden") << ".ny"
                            << "InvalidName";
    QTest::newRow("nothing") << ""
                             << "InvalidName";
    QTest::newRow("would not be listed") << "ny.partial"
                                         << "InvalidName";
    QTest::newRow("free") << "ny"
                          << "";
}

void TestImageFolder::newVmNeverReplacesAnything()
{
    QFETCH(const QString, name);
    QFETCH(const QString, code);
    image("a.raw");
    image("anteckning");
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("tom")));
    auto place = m_source->prepare({fixtures::text(name), "rg", list().front()});
    QCOMPARE(codeOf(place), code);
    if (place) {
        // Somebody takes the name while the disks are written.
        image("ny/min.txt", "kvar");
        QCOMPARE(codeOf((*place)->publish()), QStringLiteral("NameTaken"));
        QFile kept(path("ny/min.txt"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("kvar"));
    }
}

void TestImageFolder::workOfOthersIsLeftAlone()
{
    image("a.raw");
    image(".valv-new-gammal/os.raw");
    // Made a moment ago: somebody may be about to lock it.
    auto place = m_source->prepare({"ny", "rg", list().front()});
    QVERIFY(place);
    QVERIFY(QFile::exists(path(".valv-new-gammal/os.raw")));
    QCOMPARE(list().size(), std::size_t(1));
}

VALV_TEST_GUILESS(TestImageFolder)

} // namespace tst_imagefolder

#include "tst_imagefolder.moc"

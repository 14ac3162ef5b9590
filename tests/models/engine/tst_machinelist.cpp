// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machinelist.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_machinelist {

using namespace valv;
using engine::MachineList;

namespace {

hypervisor::Vm vm(const std::string& name, const std::string& group = {}, const std::string& region = {})
{
    hypervisor::Vm made;
    made.name = name;
    made.resourceGroup = group;
    made.region = region;
    return made;
}

using Source = std::vector<hypervisor::Vm>;

MachineList listOf(const std::vector<Source>& sources)
{
    std::vector<MachineList::Listed> lists;
    for (const auto& source : sources) {
        lists.push_back({nullptr, std::make_shared<const Source>(source)});
    }
    lists.push_back({}); // one that was never listed
    return {{QStringLiteral("s"), QStringLiteral("rg-none"), QStringLiteral("swedencentral")}, std::move(lists)};
}

QStringList namesOf(const MachineList& list)
{
    QStringList names;
    for (qsizetype i = 0; i < list.size(); ++i) {
        names.append(list.id(i).resourceGroup() + QLatin1Char('/') + list.id(i).name());
    }
    return names;
}

} // namespace

class TestMachineList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothing()
    {
        QCOMPARE(MachineList().size(), 0);
        QVERIFY(
            !MachineList().find(ArmId::virtualMachine(QStringLiteral("s"), QStringLiteral("g"), QStringLiteral("a"))));
        QCOMPARE(listOf({}).size(), 0);
        QVERIFY(listOf({}).spots().isEmpty());
    }

    void inOrderOfNames()
    {
        const auto list = listOf({{vm("web-2", "b"), vm("Adam", "a")}, {vm("åsa"), vm("web-1", "a")}});
        QCOMPARE(namesOf(list),
                 (QStringList{QStringLiteral("a/Adam"), QStringLiteral("a/web-1"), QStringLiteral("b/web-2"),
                              QStringLiteral("rg-none/åsa")}));
    }

    //! Two sources may have a VM of the same name in the same group; a name that is really one's own stays.
    void twinsAreToldApart()
    {
        const auto list = listOf({{vm("web", "g"), vm("web", "other")}, {vm("WEB", "G")}, {vm("web-2", "g")}});
        QCOMPARE(namesOf(list),
                 (QStringList{QStringLiteral("g/web"), QStringLiteral("other/web"), QStringLiteral("g/web-2"),
                              QStringLiteral("G/WEB-3")}));
        QCOMPARE(list.vm(3).name, "WEB");
    }

    void charactersOfIds()
    {
        const auto list = listOf({{vm("a/b;c", "x/y")}});
        QCOMPARE(namesOf(list), (QStringList{QStringLiteral("x-y/a-b-c")}));
        QCOMPARE(list.machine(0).name, QStringLiteral("a-b-c"));
        QCOMPARE(namesOf(listOf({{vm("", "x")}})), (QStringList{QStringLiteral("x/-")}));
    }

    void found()
    {
        Source many;
        for (int i = 0; i < 300; ++i) {
            many.push_back(vm("vm-" + std::to_string(i), "g" + std::to_string(i % 7)));
            many.push_back(vm("same", "h" + std::to_string(i)));
        }
        const auto list = listOf({many});
        for (qsizetype i = 0; i < list.size(); ++i) {
            QCOMPARE(list.find(list.id(i)), std::optional(i));
        }
        const auto id = [](const char* group, const char* name) {
            return ArmId::virtualMachine(QStringLiteral("s"), QLatin1String(group), QLatin1String(name));
        };
        QVERIFY(list.find(id("G3", "VM-3"))); // whatever the case
        QVERIFY(!list.find(id("g4", "vm-3")));
        QVERIFY(!list.find(id("h300", "same")));
        QVERIFY(!list.find({}));
    }

    void spotsOnceInOrder()
    {
        const auto list =
            listOf({{vm("c", "two", "North Europe"), vm("a", "one"), vm("b", "one"), vm("d", "one", "x")}});
        QStringList spots;
        for (const auto& spot : list.spots()) {
            spots.append(spot.group + QLatin1Char('@') + spot.location);
        }
        QCOMPARE(spots,
                 (QStringList{QStringLiteral("one@swedencentral"), QStringLiteral("two@northeurope"),
                              QStringLiteral("one@x")}));
    }

    void aMachineInTheWordsOfTheWire()
    {
        auto told = vm("web", "g", "West Europe");
        told.id = "uuid";
        told.os = hypervisor::OsType::Windows;
        told.osName = "Windows Server 2016";
        told.power = hypervisor::PowerState::Deallocated;
        told.tags = {{"miljö", "prod"}};
        hypervisor::Disk data;
        data.name = "data";
        data.lun = 2;
        hypervisor::Disk system;
        system.name = "system";
        system.os = true;
        told.disks = {data, system};
        const auto wire = listOf({{told}}).machine(0);
        QCOMPARE(wire.id, ArmId::virtualMachine(QStringLiteral("s"), QStringLiteral("g"), QStringLiteral("web")));
        QCOMPARE(wire.location, QStringLiteral("westeurope"));
        QCOMPARE(wire.vmId, QStringLiteral("uuid"));
        QVERIFY(wire.osType == contract::OsType::Windows);
        QVERIFY(wire.power == contract::PowerState::Deallocated);
        QCOMPARE(wire.tags.value(QStringLiteral("miljö")), QStringLiteral("prod"));
        QCOMPARE(wire.disks.size(), 2);
        QCOMPARE(wire.disks.first().name, QStringLiteral("system")); // the OS disk first
        QCOMPARE(wire.disks.last().lun, 2);
        QCOMPARE(listOf({{told}}).all().size(), 1);
    }
};

VALV_TEST_GUILESS(TestMachineList)

} // namespace tst_machinelist

#include "tst_machinelist.moc"

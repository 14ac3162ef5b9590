// SPDX-License-Identifier: GPL-3.0-or-later
// What the backend has refused is not offered again: the button says which role it takes and where, until somebody
// refreshes; through real widgets over the fake backend. Source: flows.md 0.9, J.
#include "controls/messagebar.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QCheckBox>
#include <QComboBox>

#include <algorithm>
#include <functional>

namespace tst_forbidden {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using contract::Method;

namespace {

struct ForbiddenRig : PageRig
{
    ArmId vault;
    ArmId vm; //!< not protected
    ArmId sql; //!< an item with a point
    bool refuses = true;

    explicit ForbiddenRig(LanguageChoice words)
        : PageRig(words)
        , vault(backend.vaultId(QStringLiteral("valv-produktion")))
        , vm(backend.vmId(QStringLiteral("vm-web-01")))
        , sql(backend.vmId(QStringLiteral("sql-prod-01")))
    {
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        backend.addVault(QStringLiteral("valv-produktion"));
        auto& made = backend.vaults.last();
        made.redundancy = contract::StorageModel::GeoRedundant;
        made.softDelete = contract::SoftDelete::Enabled;
        made.immutability = contract::Immutability::Disabled;
        contract::ManagementLock lock;
        lock.name = QStringLiteral("rör-ej");
        lock.id = contract::ManagementLock::idOf(vault, lock.name);
        lock.level = contract::LockLevel::CanNotDelete;
        backend.locks.append(lock);
        backend.addPolicy(vault, QStringLiteral("Guld"));
        backend.addItem(vault, sql).lastRecoveryPoint = backend.now.addDays(-1);
        backend.addPoint(FakeBackend::itemId(vault, sql), QStringLiteral("100000000000001"), backend.now.addDays(-1),
                         contract::ConsistencyType::AppConsistent);
        backend.points.last().disks = {{QStringLiteral("os"), -1, 32LL << 30, QStringLiteral("raw")}};
        backend.before = [this](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            const auto deed = QUrl(request.target).path().section(QLatin1Char('/'), -1);
            const bool changes = request.method == Method::Put || request.method == Method::Patch
                || request.method == Method::Delete || deed == QLatin1String("cancel")
                || deed == QLatin1String("restore");
            return refuses && changes
                ? std::optional<Result<HttpResponse>>(answer(403, errorBody(QStringLiteral("AuthorizationFailed"))))
                : std::nullopt;
        };
    }
    void type(const char* name, const char* text)
    {
        person().type(QLatin1String(name), QString::fromUtf8(text));
        pass(1);
    }
    //! \param choice its text or its data
    void choose(const char* name, const char* choice) const
    {
        auto* box = person().find<QComboBox>(QLatin1String(name));
        const auto wanted = QLatin1String(choice);
        box->setCurrentIndex(std::max(box->findData(wanted), box->findText(wanted)));
    }
    void press(const char* name) { person().click(QLatin1String(name)); }
    //! A button that has a name for the reader alone.
    [[nodiscard]] QAbstractButton* called(const QString& name) const
    {
        const auto all = window->findChildren<QAbstractButton*>();
        const auto it = std::find_if(all.begin(), all.end(), [&name](QAbstractButton* each) {
            return each->isVisible() && each->accessibleName() == name;
        });
        return it == all.end() ? nullptr : *it;
    }
};

using Do = std::function<void(ForbiddenRig&)>;
using Find = std::function<QWidget*(const ForbiddenRig&)>;

Find named(const char* name)
{
    return [name](const ForbiddenRig& rig) { return rig.person().find(QLatin1String(name)); };
}

} // namespace

class TestForbidden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNotOfferedAgain_data();
    void isNotOfferedAgain();
};

void TestForbidden::isNotOfferedAgain_data()
{
    QTest::addColumn<QString>("page"); // and its part
    QTest::addColumn<Do>("ask");
    QTest::addColumn<Find>("button");
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("on");
    const auto contributor = QStringLiteral("Säkerhetskopieringsdeltagare");
    const auto backupOperator = QStringLiteral("Säkerhetskopieringsoperatör");
    const auto owner = QStringLiteral("Ägare");
    const auto vault = QStringLiteral("valv-produktion");
    QTest::newRow("tags") << QStringLiteral("vault/tags") << Do([](ForbiddenRig& rig) {
        rig.press("tags.add");
        rig.type("tags.name", "ägare");
        rig.type("tags.value", "drift");
        rig.press("tags.take");
        rig.press("tags.save");
    }) << named("tags.save")
                          << contributor << vault;
    const Do softDelete([](ForbiddenRig& rig) {
        rig.press("properties.softDelete");
        Q_EMIT rig.person().find<MessageBar>(QStringLiteral("properties.question"))->actionTriggered();
    });
    QTest::newRow("soft delete") << QStringLiteral("vault/properties") << softDelete << named("properties.softDelete")
                                 << contributor << vault;
    QTest::newRow("immutability") << QStringLiteral("vault/properties") << softDelete << named("properties.immutable")
                                  << contributor << vault; // it is the same right
    QTest::newRow("add a lock") << QStringLiteral("vault/locks") << Do([](ForbiddenRig& rig) {
        rig.type("locks.name", "revision");
        rig.press("locks.add");
    }) << named("locks.add") << owner
                                << vault;
    const Find unlock(
        [](const ForbiddenRig& rig) -> QWidget* { return rig.called(QStringLiteral("Ta bort låset rör-ej")); });
    QTest::newRow("delete a lock") << QStringLiteral("vault/locks") << Do([unlock](ForbiddenRig& rig) {
        qobject_cast<QAbstractButton*>(unlock(rig))->click();
    }) << unlock << owner << vault;
    QTest::newRow("replication") << QStringLiteral("vault/infrastructure") << Do([](ForbiddenRig& rig) {
        rig.press("infrastructure.configuration");
        rig.pass(2);
        rig.person().find<QAbstractButton>(QStringLiteral("storage.local"))->click();
        rig.person().find<QCheckBox>(QStringLiteral("storage.understood"))->click();
        rig.press("storage.save");
    }) << named("storage.save") << contributor
                                 << vault;
    QTest::newRow("a vault") << QStringLiteral("vaults/create") << Do([](ForbiddenRig& rig) {
        rig.type("createVault.vaultName", "valv-nytt");
        rig.choose("createVault.group", "rg-webb");
        rig.choose("createVault.location", "swedencentral");
        rig.press("createVault.submit");
    }) << named("createVault.submit")
                             << contributor << QStringLiteral("rg-webb");
    QTest::newRow("a policy") << QStringLiteral("policy/new") << Do([](ForbiddenRig& rig) {
        rig.type("policy.name", "Natt");
        rig.person().command(QStringLiteral("policy.save"));
    }) << Find([](const ForbiddenRig& rig) -> QWidget* {
        return rig.person().commandButton(QStringLiteral("policy.save"));
    }) << contributor << vault;
    // With an item, a point and a job.
    QTest::newRow("restore") << QStringLiteral("restore/") << Do([](ForbiddenRig& rig) {
        rig.type("restore.folder", "/srv/ny");
        rig.press("restore.submit");
    }) << named("restore.submit")
                             << backupOperator << vault;
    QTest::newRow("change policy") << QStringLiteral("virtualmachine/backup@item") << Do([](ForbiddenRig& rig) {
        rig.person().command(QStringLiteral("item.changePolicy"));
        rig.pass(2);
        rig.choose("enable.policy", "Guld");
        rig.pass(1);
        rig.press("changePolicy.submit");
    }) << named("changePolicy.submit")
                                   << contributor << vault;
    QTest::newRow("enabling") << QStringLiteral("virtualmachine/backup")
                              << Do([](ForbiddenRig& rig) { rig.press("enable.submit"); }) << named("enable.submit")
                              << backupOperator << vault;
}

void TestForbidden::isNotOfferedAgain()
{
    QFETCH(QString, page);
    QFETCH(Do, ask);
    QFETCH(Find, button);
    QFETCH(QString, role);
    QFETCH(QString, on);
    ForbiddenRig rig(LanguageChoice::Swedish);
    const auto name = page.section(QLatin1Char('/'), 0, 0);
    const bool ofItem = page.endsWith(QLatin1String("@item"));
    const auto subject = name == QLatin1String("restore") ? FakeBackend::itemId(rig.vault, rig.sql)
        : ofItem                                          ? rig.sql
        : name == QLatin1String("virtualmachine")         ? rig.vm
                                                          : rig.vault;
    rig.show({name, name == QLatin1String("vaults") ? QString() : subject.text(),
              page.section(QLatin1Char('/'), 1).section(QLatin1Char('@'), 0, 0)});
    rig.pass(2);
    ask(rig);
    rig.pass(3);
    auto* found = button(rig);
    QVERIFY(found != nullptr);
    QVERIFY(!canBeUsed(found));
    QVERIFY2(found->toolTip().contains(role) && found->toolTip().contains(on), qPrintable(found->toolTip()));
    QCOMPARE(found->accessibleDescription(), found->toolTip());
    // The role has been given meanwhile.
    rig.refuses = false;
    rig.page()->refresh();
    rig.pass(3);
    found = button(rig);
    QVERIFY(found != nullptr);
    QVERIFY2(canBeUsed(found), qPrintable(found->toolTip()));
}

VALV_TEST(TestForbidden)

} // namespace tst_forbidden

#include "tst_forbidden.moc"

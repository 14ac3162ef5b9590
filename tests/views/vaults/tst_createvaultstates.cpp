// SPDX-License-Identifier: GPL-3.0-or-later
// What the form for a new vault says while what can be chosen is read, and when it could not be: said, and drawn in
// both languages. Source: flows.md B2, 0.10.
#include "controls/combobox.h"
#include "controls/field.h"
#include "frame/storenotice.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

#include <QLineEdit>

namespace tst_createvaultstates {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

struct List
{
    const char* ending; // of the path it is read from
    const char* combo;
    const char* notice;
    const char* unread; // what is said of it
    const char* placeholder;
    const char* reading;
};
const List lists[] = {
    {"/subscriptions", "createVault.subscription", "createVault.subscriptionsUnread",
     "The subscriptions could not be read.", "The subscriptions could not be read",
     "The subscriptions are being read."},
    {"/resourcegroups", "createVault.group", "createVault.groupsUnread", "The resource groups could not be read.",
     "The resource groups could not be read", "The resource groups are being read."},
    {"/locations", "createVault.location", "createVault.locationsUnread", "The locations could not be read.",
     "The locations could not be read", "The locations are being read."},
};

struct CreateRig : PageRig
{
    explicit CreateRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVm(QStringLiteral("vm-web-01"));
    }
    void open(QSize size = {1440, 900}) { show({QStringLiteral("vaults"), {}, QStringLiteral("create")}, size); }
    [[nodiscard]] ComboBox& combo(const List& list) const
    {
        return *window->findChild<ComboBox*>(QLatin1String(list.combo));
    }
    [[nodiscard]] StoreNotice& notice(const List& list) const
    {
        return *window->findChild<StoreNotice*>(QLatin1String(list.notice));
    }
    [[nodiscard]] Field& field(const List& list) const
    {
        QWidget* at = &combo(list);
        while (qobject_cast<Field*>(at) == nullptr) {
            at = at->parentWidget();
        }
        return *qobject_cast<Field*>(at);
    }
    void submit()
    {
        person().click(QStringLiteral("createVault.submit"));
        pass(1);
    }
    [[nodiscard]] bool asksForNothing() const
    {
        return std::none_of(transport->requests.begin(), transport->requests.end(),
                            [](const auto& request) { return request.method == contract::Method::Put; });
    }
};

} // namespace

class CreateVaultStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsBeingReadIsWaitedFor_data()
    {
        QTest::addColumn<bool>("isSwedish");
        QTest::newRow("en") << false;
        QTest::newRow("sv") << true;
    }
    void whatIsBeingReadIsWaitedFor()
    {
        QFETCH(bool, isSwedish);
        CreateRig rig(isSwedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.transport->hold = true;
        rig.open();
        rig.person().type(QStringLiteral("createVault.vaultName"), QStringLiteral("valv-nytt"));
        for (const auto& list : lists) {
            QCOMPARE(rig.combo(list).placeholderText(),
                     isSwedish ? QStringLiteral("Hämtar …") : QStringLiteral("Loading…"));
            QVERIFY(!rig.notice(list).isVisible());
        }
        rig.submit();
        keepPicture(*rig.window, QStringLiteral("createvault-loading-%1").arg(isSwedish));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        for (const auto& list : lists) {
            QVERIFY(rig.field(list).hasError());
            QVERIFY2(isSwedish || rig.field(list).error() == QLatin1String(list.reading),
                     qPrintable(rig.field(list).error()));
        }
        QVERIFY(rig.asksForNothing());
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(2);
        QVERIFY(!rig.field(lists[0]).hasError()); // the only one is chosen
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"))->text(),
                 QStringLiteral("valv-nytt"));
    }

    void whatCannotBeReadSaysWhy_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isSwedish");
        for (int which = 0; which < 3; ++which) {
            for (const int status : {500, 403, 0}) {
                for (const bool isSwedish : {false, true}) {
                    QTest::addRow("%s %d %s", lists[which].ending + 1, status, isSwedish ? "sv" : "en")
                        << which << status << isSwedish;
                }
            }
        }
    }
    void whatCannotBeReadSaysWhy()
    {
        QFETCH(int, which);
        QFETCH(int, status);
        QFETCH(bool, isSwedish);
        const auto& list = lists[which];
        CreateRig rig(isSwedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.settings.setLook(isSwedish ? LookChoice::Dark : LookChoice::Light);
        const Trouble trouble{status, QLatin1String(list.ending)};
        rig.backend.before = trouble;
        rig.open(isSwedish ? QSize(1000, 700) : QSize(1440, 900));
        rig.pass(60); // it is tried again by itself first
        auto& said = rig.notice(list);
        QVERIFY(said.isVisible());
        keepPicture(*rig.window,
                    QStringLiteral("createvault-")
                        + QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::English);
        QVERIFY2(said.sentence().contains(QLatin1String(list.unread)), qPrintable(said.sentence()));
        QVERIFY2(said.sentence().contains(trouble.why()), qPrintable(said.sentence()));
        QCOMPARE(rig.combo(list).placeholderText(), QLatin1String(list.placeholder));
        if (which == 0) { // without the subscriptions nothing of them can be read: it is said once
            QVERIFY(!rig.notice(lists[1]).isVisible() && !rig.notice(lists[2]).isVisible());
        }
        rig.person().type(QStringLiteral("createVault.vaultName"), QStringLiteral("valv-nytt"));
        rig.submit(); // nothing is chosen blindly
        QCOMPARE(rig.field(list).error(), QLatin1String(list.unread));
        QVERIFY(rig.asksForNothing());
        *trouble.on = false;
        *trouble.broken = false;
        QVERIFY(pressSaying(said, QStringLiteral("Try again")));
        QVERIFY(rig.field(list).isAncestorOf(QApplication::focusWidget()));
        rig.pass(3);
        QVERIFY(!said.isVisible());
        QVERIFY(rig.combo(list).count() > 0);
        QVERIFY(rig.field(list).error() != QLatin1String(list.unread));
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"))->text(),
                 QStringLiteral("valv-nytt")); // nothing typed is lost
    }
};

VALV_TEST(CreateVaultStatesTest)

} // namespace tst_createvaultstates

#include "tst_createvaultstates.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/liststore.h"
#include "support/awaiting.h"
#include "support/manualdelay.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_liststore {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;

namespace {

struct Thing
{
    ArmId id;
    int value = 0;
};
const ArmId& rowId(const Thing& thing)
{
    return thing.id;
}
bool sameRow(const Thing& a, const Thing& b)
{
    return a.value == b.value;
}

ArmId name(const QString& text)
{
    return ArmId::subscription(text);
}
Thing thing(const QString& text, int value = 0)
{
    return {name(text), value};
}

// A store whose loads the test plays by hand.
class Things final : public ListStore<Thing>
{
public:
    using ListStore::askEach;
    using ListStore::endScope;
    using ListStore::hold;
    using ListStore::letGo;
    using ListStore::receive;
    using ListStore::remove;
    using ListStore::update;

    explicit Things(const StoreContext& context)
        : ListStore(context)
    { }

    QList<ArmId> scopes{name(QStringLiteral("a"))};
    int loads = 0;

    [[nodiscard]] QString text() const
    {
        QStringList all;
        for (int row = 0; row < count(); ++row) {
            all << QStringLiteral("%1=%2").arg(idAt(row).name()).arg(at(row).value);
        }
        return all.join(QLatin1Char(' '));
    }

protected:
    void load() override
    {
        ++loads;
        begin(scopes);
    }
};

struct Rig
{
    client::Client client{std::make_shared<ScriptedTransport>(), {}};
    ActivityHub hub{client.clock()};
    Things store{StoreContext{client, hub}};
    QStringList log; // what listeners heard

    Rig()
    {
        QObject::connect(&store, &ListStoreBase::rowsInserted, &store, [this](int a, int b) { say('+', a, b); });
        QObject::connect(&store, &ListStoreBase::rowsRemoved, &store, [this](int a, int b) { say('-', a, b); });
        QObject::connect(&store, &ListStoreBase::rowsChanged, &store, [this](int a, int b) { say('~', a, b); });
    }
    void say(char what, int first, int last)
    {
        log << QStringLiteral("%1%2-%3").arg(QLatin1Char(what)).arg(first).arg(last);
    }
    void play(const QList<Thing>& things, const ArmId& scope = name(QStringLiteral("a")))
    {
        store.refresh();
        store.receive(scope, things);
        store.endScope(scope, std::nullopt);
    }
    [[nodiscard]] QString heard()
    {
        const auto all = log.join(QLatin1Char(' '));
        log.clear();
        return all;
    }
};

const Error offline{"NetworkOffline", "No line.", {}, {}, {}};

} // namespace

class ListStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differences_data();
    void differences();
    void rowsAreThereBeforeTheLoadEnds();
    void aFailureKeepsWhatWasKnown();
    void aFirstFailureHasNoRows();
    void onlyTheScopeThatAnsweredIsSwept();
    void aScopeThatIsGoneTakesItsRows();
    void aRefreshWhileOneRunsIsDoneAfterIt();
    void aHeldRowSurvives();
    void anUpdateIsNoSight();
    void anEmptyListOfScopesIsReady();
    void aFewScopesAreAskedForAtATime();
    void aListWaitsForTheOneItDependsOn();
};

void ListStoreTest::differences_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("heard");
    const auto row = [](const char* what, const char* before, const char* after, const char* heard) {
        QTest::newRow(what) << QString::fromLatin1(before) << QString::fromLatin1(after) << QString::fromLatin1(heard);
    };
    row("nothing new is not told", "x=1 y=2", "x=1 y=2", "");
    row("another order is nothing new", "x=1 y=2", "y=2 x=1", "");
    row("new rows come last, together", "x=1", "n=1 x=1 m=2", "+1-2");
    row("neighbours change together", "x=1 y=1 z=1", "x=2 y=2 z=1", "~0-1");
    row("others change apart", "x=1 y=1 z=1", "x=2 y=1 z=2", "~0-0 ~2-2");
    row("rows in the middle go together", "x=1 y=1 z=1 w=1", "x=1 w=1", "-1-2");
    row("rows go from the end", "x=1 y=1 z=1", "y=1", "-2-2 -0-0");
    row("all goes", "x=1 y=1", "", "-0-1");
    row("nothing stays nothing", "", "", "");
    row("all at once", "x=1 y=1 z=1", "z=2 n=1 y=1", "~2-2 +3-3 -0-0");
    row("an id that comes twice is one row", "", "x=1 x=2", "+0-0");
}

void ListStoreTest::differences()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, heard);
    const auto read = [](const QString& text) {
        QList<Thing> things;
        for (const auto& part : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            things << thing(part.section(QLatin1Char('='), 0, 0), part.section(QLatin1Char('='), 1).toInt());
        }
        return things;
    };
    Rig rig;
    rig.play(read(before));
    (void)rig.heard();
    rig.play(read(after));
    QCOMPARE(rig.heard(), heard);
    const auto values = read(after);
    for (const auto& value : values) {
        QVERIFY(rig.store.find(value.id));
        QCOMPARE(rig.store.idAt(rig.store.indexOf(value.id)), value.id);
    }
    QCOMPARE(rig.store.state(), LoadState::Ready);
}

void ListStoreTest::rowsAreThereBeforeTheLoadEnds()
{
    Rig rig;
    rig.store.refresh();
    QCOMPARE(rig.store.state(), LoadState::Loading);
    rig.store.receive(name(QStringLiteral("a")), {thing(QStringLiteral("x"))});
    QCOMPARE(rig.store.count(), 1);
    QVERIFY(!rig.store.hasLoaded());
    rig.store.endScope(name(QStringLiteral("a")), std::nullopt);
    QVERIFY(rig.store.hasLoaded());
    QVERIFY(rig.store.lastUpdated().isValid());
}

void ListStoreTest::aFailureKeepsWhatWasKnown()
{
    Rig rig;
    rig.play({thing(QStringLiteral("x")), thing(QStringLiteral("y"))});
    const auto when = rig.store.lastUpdated();
    (void)rig.heard();
    QSignalSpy states(&rig.store, &ListStoreBase::stateChanged);
    rig.store.refresh();
    QCOMPARE(rig.store.state(), LoadState::Refreshing);
    rig.store.receive(name(QStringLiteral("a")), {thing(QStringLiteral("x"), 5)}); // one page came
    rig.store.endScope(name(QStringLiteral("a")), offline);
    QCOMPARE(rig.store.state(), LoadState::Stale);
    QCOMPARE(rig.store.error()->code, std::string("NetworkOffline"));
    QCOMPARE(rig.store.lastUpdated(), when);
    QCOMPARE(rig.store.text(), QStringLiteral("x=5 y=0"));
    QCOMPARE(states.count(), 2);
    rig.play({thing(QStringLiteral("y"))});
    QCOMPARE(rig.store.state(), LoadState::Ready);
    QVERIFY(!rig.store.error());
    QCOMPARE(rig.store.text(), QStringLiteral("y=0"));
}

void ListStoreTest::aFirstFailureHasNoRows()
{
    Rig rig;
    rig.store.refresh();
    rig.store.endScope(name(QStringLiteral("a")), offline);
    QCOMPARE(rig.store.state(), LoadState::Failed);
    rig.store.refresh();
    QCOMPARE(rig.store.state(), LoadState::Loading);
}

void ListStoreTest::onlyTheScopeThatAnsweredIsSwept()
{
    Rig rig;
    const auto a = name(QStringLiteral("a"));
    const auto b = name(QStringLiteral("b"));
    rig.store.scopes = {a, b};
    rig.store.refresh();
    rig.store.receive(a, {thing(QStringLiteral("a1")), thing(QStringLiteral("a2"))});
    rig.store.receive(b, {thing(QStringLiteral("b1"))});
    rig.store.endScope(a, std::nullopt);
    rig.store.endScope(b, std::nullopt);
    rig.store.refresh();
    rig.store.receive(a, {thing(QStringLiteral("a2"))});
    rig.store.endScope(b, Error{"AuthorizationFailed", {}, {}, {}, {}});
    QCOMPARE(rig.store.text(), QStringLiteral("a1=0 a2=0 b1=0"));
    rig.store.endScope(a, std::nullopt);
    QCOMPARE(rig.store.text(), QStringLiteral("a2=0 b1=0"));
    QCOMPARE(rig.store.state(), LoadState::Stale);
    QCOMPARE(rig.store.error()->code, std::string("AuthorizationFailed"));
}

void ListStoreTest::aScopeThatIsGoneTakesItsRows()
{
    Rig rig;
    const auto a = name(QStringLiteral("a"));
    const auto b = name(QStringLiteral("b"));
    rig.store.scopes = {a, b};
    rig.store.refresh();
    rig.store.receive(a, {thing(QStringLiteral("a1"))});
    rig.store.receive(b, {thing(QStringLiteral("b1"))});
    rig.store.endScope(a, std::nullopt);
    rig.store.endScope(b, std::nullopt);
    rig.store.scopes = {a};
    rig.play({thing(QStringLiteral("a1"))});
    QCOMPARE(rig.store.text(), QStringLiteral("a1=0"));
}

void ListStoreTest::aRefreshWhileOneRunsIsDoneAfterIt()
{
    Rig rig;
    rig.store.refresh();
    rig.store.refresh();
    rig.store.refresh();
    QCOMPARE(rig.store.loads, 1);
    rig.store.endScope(name(QStringLiteral("a")), std::nullopt);
    QCOMPARE(rig.store.loads, 2);
    rig.store.endScope(name(QStringLiteral("a")), std::nullopt);
    QCOMPARE(rig.store.loads, 2);
    QCOMPARE(rig.store.state(), LoadState::Ready);
}

void ListStoreTest::aHeldRowSurvives()
{
    Rig rig;
    rig.play({});
    rig.store.hold(name(QStringLiteral("new")));
    rig.store.receive(name(QStringLiteral("a")), {thing(QStringLiteral("new"))});
    rig.play({thing(QStringLiteral("x"))});
    QCOMPARE(rig.store.text(), QStringLiteral("new=0 x=0"));
    rig.store.letGo(name(QStringLiteral("new")));
    rig.play({thing(QStringLiteral("x"))});
    QCOMPARE(rig.store.text(), QStringLiteral("x=0"));
}

void ListStoreTest::anUpdateIsNoSight()
{
    Rig rig;
    rig.play({thing(QStringLiteral("x"))});
    rig.store.refresh();
    rig.store.update({thing(QStringLiteral("x"), 7), thing(QStringLiteral("unknown"), 7)});
    QCOMPARE(rig.store.text(), QStringLiteral("x=7"));
    rig.store.endScope(name(QStringLiteral("a")), std::nullopt); // the refresh did not see it
    QCOMPARE(rig.store.text(), QString());
}

void ListStoreTest::anEmptyListOfScopesIsReady()
{
    Rig rig;
    rig.store.scopes = {};
    rig.store.refresh();
    QCOMPARE(rig.store.state(), LoadState::Ready);
}

void ListStoreTest::aFewScopesAreAskedForAtATime()
{
    Rig rig;
    rig.store.scopes.clear();
    for (int i = 0; i < 10; ++i) {
        rig.store.scopes << name(QString::number(i));
    }
    QStringList asked;
    rig.store.refresh();
    rig.store.askEach(rig.store.scopes, [&asked](const ArmId& scope) { asked << scope.name(); });
    QCOMPARE(asked.join(QLatin1Char(' ')), QStringLiteral("0 1 2 3"));
    rig.store.receive(name(QStringLiteral("2")), {thing(QStringLiteral("x"), 1)}); // a page is no end
    QCOMPARE(asked.size(), 4);
    rig.store.endScope(name(QStringLiteral("2")), std::nullopt);
    rig.store.endScope(name(QStringLiteral("0")), offline); // neither is a failure the end of all
    QCOMPARE(asked.join(QLatin1Char(' ')), QStringLiteral("0 1 2 3 4 5"));
    for (const int scope : {1, 3, 4, 5, 6, 7, 8}) {
        QCOMPARE(rig.store.state(), LoadState::Loading);
        rig.store.endScope(name(QString::number(scope)), std::nullopt);
    }
    QCOMPARE(asked.size(), 10);
    rig.store.endScope(name(QStringLiteral("9")), std::nullopt);
    QCOMPARE(rig.store.state(), LoadState::Stale); // one failed, and there is a row
    QCOMPARE(rig.store.text(), QStringLiteral("x=1"));
}

void ListStoreTest::aListWaitsForTheOneItDependsOn()
{
    struct Child final : ListStore<Thing>
    {
        explicit Child(const StoreContext& context, ListStoreBase& parent)
            : ListStore(context)
        {
            dependOn(parent);
        }
        int loads = 0;

    protected:
        void load() override
        {
            ++loads;
            begin({});
        }
    };
    Rig rig;
    Child child(StoreContext{rig.client, rig.hub}, rig.store);
    child.refresh();
    QCOMPARE(child.state(), LoadState::Loading);
    QCOMPARE(child.loads, 0);
    QCOMPARE(rig.store.loads, 1);
    rig.store.endScope(name(QStringLiteral("a")), offline);
    QCOMPARE(child.state(), LoadState::Failed);
    QCOMPARE(child.error()->code, std::string("NetworkOffline"));
    child.refresh();
    rig.store.endScope(name(QStringLiteral("a")), std::nullopt);
    QCOMPARE(child.loads, 1);
    QCOMPARE(child.state(), LoadState::Ready);
}

VALV_TEST_GUILESS(ListStoreTest)

} // namespace tst_liststore

#include "tst_liststore.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What each list says while it is read, when there is nothing, when it could not be read, and when what it shows is
// old; through the window over the fake backend. Source: flows.md 0.10.
#include "controls/messagebar.h"
#include "controls/table.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

namespace tst_liststates {

using namespace valv;
using namespace valv::test;
using namespace valv::views;
using contract::JobOperation;
using contract::JobStatus;
using presentation::LanguageChoice;

namespace {

struct List
{
    const char* page; //!< of the route
    bool ofVault; //!< of one vault of two
    const char* name; //!< of the table
    const char* ending; //!< of the paths that it is read by
    int rows;
    const char* none; //!< what stands there when there is nothing, in English
    const char* noneSwedish;
};

const List lists[] = {
    {"policies", false, "policies", "/backupPolicies", 2, "No policies yet", "Inga principer än"},
    {"policies", true, "policies", "/backupPolicies", 1, "No policies yet", "Inga principer än"},
    {"jobs", false, "jobs", "/backupJobs", 2, "No jobs in the chosen period", "Inga jobb under den valda perioden"},
    {"jobs", true, "jobs", "/backupJobs", 1, "No jobs in the chosen period", "Inga jobb under den valda perioden"},
    {"items", false, "items", "/backupProtectedItems", 2, "No backup items to show",
     "Inga säkerhetskopieringsobjekt att visa"},
    {"items", true, "items", "/backupProtectedItems", 1, "No backup items to show",
     "Inga säkerhetskopieringsobjekt att visa"},
    {"virtualmachines", false, "vms", "/virtualMachines", 2, "No virtual machines yet", "Inga virtuella datorer ännu"},
    {"vaults", false, "vaults", "/vaults", 2, "No Recovery Services vaults to show",
     "Inga Recovery Services-valv att visa"},
    {"alerts", false, "alerts", "/alerts", 2, "No alerts", "Inga aviseringar"},
};

struct ListRig : PageRig
{
    const List& list;

    explicit ListRig(const List& meant, LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
        , list(meant)
    { }
    //! Two of each, one in the vault that the list may be of.
    void fill()
    {
        for (const char* name : {"valv-produktion", "valv-filial"}) {
            const auto vault = backend.vaultId(QString::fromLatin1(name));
            const auto machine = QStringLiteral("vm-%1").arg(backend.machines.size() + 1);
            backend.addVault(vault.name());
            backend.addVm(machine);
            const auto item = backend.addItem(vault, backend.vmId(machine)).id;
            backend.addJob(item, JobOperation::Backup, JobStatus::Completed, backend.now.addSecs(-3600));
            backend.addAlert(QStringLiteral("BackupFailed"), contract::AlertSeverity::Critical, item, backend.now);
        }
    }
    void open()
    {
        const auto vault = backend.vaultId(QStringLiteral("valv-produktion"));
        show({QString::fromLatin1(list.page), list.ofVault ? vault.text() : QString(), {}});
        pass(2);
    }
    [[nodiscard]] Table& table() const { return *person().find<Table>(QString::fromLatin1(list.name)); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] MessageBar* message() const
    {
        return person().find<MessageBar>(QString::fromLatin1(list.name) + QStringLiteral(".message"));
    }
    [[nodiscard]] bool saysNone() const
    {
        for (const char* none : {list.none, list.noneSwedish, "Nothing matches the filter"}) {
            if (says(table(), QString::fromUtf8(none))) {
                return true;
            }
        }
        return says(*page(), QStringLiteral("0 of 0"));
    }
    void keep() const
    {
        keepPicture(*window,
                    QStringLiteral("list-%1-%2")
                        .arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(QTest::currentDataTag())));
    }
};

void eachList(const std::function<void(int, const QByteArray&)>& add)
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(lists)); ++i) {
        add(i, QByteArray(lists[i].page) + (lists[i].ofVault ? " of a vault" : ""));
    }
}

} // namespace

class TestListStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loading_data()
    {
        eachList([](int index, const QByteArray& name) { QTest::newRow(name.constData()) << index; });
    }
    void loading()
    {
        QFETCH(int, index);
        ListRig rig(lists[index]);
        rig.fill();
        rig.transport->hold = true;
        rig.open();
        QVERIFY(rig.table().isLoading());
        QVERIFY(rig.message() == nullptr);
        QVERIFY(!rig.saysNone());
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.transport->hold = false;
        while (rig.transport->release()) { // answer by answer, nothing is said to be none
            rig.pass(0);
            QVERIFY(!rig.saysNone());
        }
        rig.pass(2);
        QVERIFY(!rig.table().isLoading());
        QVERIFY(rig.message() == nullptr);
        QCOMPARE(rig.rows(), rig.list.rows);
    }

    void empty_data()
    {
        QTest::addColumn<bool>("swedish");
        eachList([](int index, const QByteArray& name) {
            for (const bool swedish : {false, true}) {
                QTest::newRow((name + (swedish ? ", sv" : ", en")).constData()) << swedish << index;
            }
        });
    }
    void empty()
    {
        QFETCH(int, index);
        QFETCH(bool, swedish);
        ListRig rig(lists[index], swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        if (rig.list.ofVault) { // the other has some
            rig.fill();
            const auto vault = rig.backend.vaultId(QStringLiteral("valv-produktion"));
            const auto own = [&vault](const auto& each) { return each.id.vaultId() == vault; };
            rig.backend.policies.removeIf(own);
            rig.backend.items.removeIf(own);
            rig.backend.jobs.removeIf(own);
        }
        rig.open();
        QVERIFY(!rig.table().isLoading());
        QVERIFY(rig.message() == nullptr);
        const auto none = QString::fromUtf8(swedish ? rig.list.noneSwedish : rig.list.none);
        QVERIFY2(says(rig.table(), none), qPrintable(wordsOf(rig.table()).join(QLatin1Char('\n'))));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    void unread_data() { troubles(); }
    void unread()
    {
        QFETCH(int, index);
        QFETCH(int, status);
        ListRig rig(lists[index]);
        rig.fill();
        const Trouble trouble{status, QString::fromLatin1(rig.list.ending)};
        rig.backend.before = trouble;
        rig.open();
        QVERIFY(!rig.table().isLoading());
        QVERIFY(rig.message() != nullptr);
        QCOMPARE(rig.message()->kind(), MessageKind::Error);
        QVERIFY2(rig.message()->sentence().contains(trouble.why()), qPrintable(rig.message()->sentence()));
        QVERIFY(!rig.saysNone());
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.message(), QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.message() == nullptr);
        QCOMPARE(rig.rows(), rig.list.rows);
    }

    //! Rows stay, with their time.
    void stale_data() { troubles(); }
    void stale()
    {
        QFETCH(int, index);
        QFETCH(int, status);
        ListRig rig(lists[index]);
        rig.fill();
        rig.open();
        QCOMPARE(rig.rows(), rig.list.rows);
        const Trouble trouble{status, QString::fromLatin1(rig.list.ending)};
        rig.backend.before = trouble;
        QTest::keyClick(rig.window.get(), Qt::Key_F5);
        rig.pass(2);
        QCOMPARE(rig.rows(), rig.list.rows);
        QVERIFY(rig.message() != nullptr);
        QCOMPARE(rig.message()->kind(), MessageKind::Warning);
        const auto said = spaced(rig.message()->sentence());
        QVERIFY2(said.contains(QStringLiteral("Showing data from Dec 19, 9:42 AM."))
                     || said.contains(QStringLiteral("Showing data from 19 Dec, 09:42.")),
                 qPrintable(said));
        QVERIFY2(said.contains(trouble.why()), qPrintable(said));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.message(), QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.message() == nullptr);
        QCOMPARE(rig.rows(), rig.list.rows);
    }

    //! Of two vaults one can be read: its rows are there, and it is not said when others, that never came, were read.
    void someOfIt_data()
    {
        QTest::addColumn<int>("index");
        QTest::newRow("policies") << 0;
        QTest::newRow("policies of the other vault") << 1;
        QTest::newRow("items") << 4;
        QTest::newRow("items of the other vault") << 5;
    }
    void someOfIt()
    {
        QFETCH(int, index);
        ListRig rig(lists[index]);
        rig.fill();
        auto ill = std::make_shared<bool>(true);
        rig.backend.before =
            [ill, ending = rig.list.ending](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            const auto path = QUrl(request.target).path();
            return *ill && path.contains(QLatin1String("valv-produktion"))
                    && path.endsWith(QLatin1String(ending), Qt::CaseInsensitive)
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.open();
        QVERIFY(rig.message() != nullptr);
        QVERIFY2(rig.message()->sentence().startsWith(QStringLiteral("Not everything could be read.")),
                 qPrintable(rig.message()->sentence()));
        QVERIFY(!rig.message()->sentence().contains(QStringLiteral("Showing data from")));
        QCOMPARE(rig.rows(), rig.list.ofVault ? 0 : 1);
        QVERIFY(!rig.saysNone());
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.transport->hold = true; // asked again: still not known
        QVERIFY(pressSaying(*rig.message(), QStringLiteral("Try again")));
        rig.pass(0);
        QVERIFY(!rig.saysNone());
        *ill = false;
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.page()->refresh();
        rig.pass(3);
        QVERIFY(rig.message() == nullptr);
        QCOMPARE(rig.rows(), rig.list.rows);
    }

private:
    static void troubles()
    {
        QTest::addColumn<int>("status");
        eachList([](int index, const QByteArray& name) {
            for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
                QTest::newRow((name + ", " + kind).constData()) << status << index;
            }
        });
    }
};

VALV_TEST(TestListStates)

} // namespace tst_liststates

#include "tst_liststates.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The details of a job in each of their states. Source: flows.md E3, E4.
#include "support/drawnstate.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "views/jobs/jobsrig.h"

namespace tst_jobdetailstates {

using namespace valv;
using namespace valv::test;

namespace {

struct Rig : JobsRig
{
    QSize size;

    explicit Rig(const DrawnAs& as)
        : JobsRig(as.words())
        , size(as.size())
    {
        settings.setLook(as.look());
    }
    void openJob(const ArmId& job)
    {
        open(job, size);
        pass(2);
    }
    //! A job that the list does not have, and that is asked for by itself.
    void openUnlisted(int status)
    {
        const auto id = vault.child(u"backupJobs", u"5c9e7d1a-0000-4000-8000-000000000000");
        if (status != 404) {
            backend.before = Trouble{status, QLatin1Char('/') + id.name()};
        }
        openJob(id);
        pass(30); // it is tried again by itself first
    }
};

const std::vector<DrawnState<Rig>>& states()
{
    static const std::vector<DrawnState<Rig>> all{
        {"running", "17 s left", "17 s kvar", [](Rig& rig) { rig.openJob(rig.running); }},
        {"failed", "The VM no longer exists", "Den virtuella datorn finns inte längre",
         [](Rig& rig) { rig.openJob(rig.failed); }},
        {"restored", "/srv/restored", "/srv/restored", [](Rig& rig) { rig.openJob(rig.restored); }},
        {"loading", "Loading…", "Hämtar …",
         [](Rig& rig) {
             rig.openJob(rig.failed);
             rig.transport->hold = true;
             rig.details()->setJob(rig.vault.child(u"backupJobs", u"5c9e7d1a-0000-4000-8000-000000000000"));
             rig.pass(0);
         }},
        {"gone", "The job is no longer there", "Jobbet finns inte längre", [](Rig& rig) { rig.openUnlisted(404); }},
        {"failing", "The job could not be read", "Jobbet kunde inte läsas", [](Rig& rig) { rig.openUnlisted(500); }},
        {"forbidden", "You do not have permission", "Du saknar behörighet", [](Rig& rig) { rig.openUnlisted(403); }},
        {"offline", "The job could not be read", "Jobbet kunde inte läsas", [](Rig& rig) { rig.openUnlisted(0); }},
        {"stale", "Showing data from", "Visar data från",
         [](Rig& rig) {
             rig.openJob(rig.failed);
             rig.backend.before = Trouble{0, QStringLiteral("/backupJobs")};
             rig.session->jobs().refresh();
             rig.pass(30);
         }},
    };
    return all;
}

} // namespace

class JobDetailStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsDrawn_data() { addStates(states()); }
    void eachIsDrawn()
    {
        QFETCH(DrawnAs, as);
        const auto& state = states()[static_cast<std::size_t>(as.state)];
        Rig rig(as);
        state.bring(rig);
        QVERIFY(rig.details() != nullptr);
        QCOMPARE(faultsOfState(*rig.window, state, as, "job-details"), QString());
    }
};

VALV_TEST(JobDetailStates)

} // namespace tst_jobdetailstates

#include "tst_jobdetailstates.moc"

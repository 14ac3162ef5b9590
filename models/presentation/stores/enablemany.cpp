// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/enablemany.h"

#include "core/whendone.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace valv::presentation {
namespace {

// Each one spends its time waiting for a job to end.
constexpr int machinesAtOnce = 16;

} // namespace

EnableMany::EnableMany(ActivityHub& activities, FlowOf flowOf, const QList<ArmId>& machines, EnableRequest choice,
                       QObject* parent)
    : QObject(parent)
    , m_activities(activities)
    , m_flowOf(std::move(flowOf))
    , m_choice(std::move(choice))
{
    for (const auto& id : machines) {
        m_waiting.push_back(static_cast<int>(m_machines.size()));
        m_machines.append({id, State::Waiting, std::nullopt});
    }
    m_counts[static_cast<std::size_t>(State::Waiting)] = static_cast<int>(m_machines.size());
}

void EnableMany::put(int index, State state, const std::optional<Error>& error)
{
    auto& machine = m_machines[index];
    --m_counts[static_cast<std::size_t>(machine.state)];
    ++m_counts[static_cast<std::size_t>(state)];
    machine.state = state;
    machine.error = error;
    Q_EMIT machineChanged(index);
}

void EnableMany::run()
{
    if (m_running) {
        return;
    }
    m_running = true;
    for (int i = 0; i < m_machines.size(); ++i) {
        if (m_machines.at(i).state == State::Failed) {
            m_waiting.push_back(i);
            put(i, State::Waiting);
        }
    }
    begin();
    next();
}

void EnableMany::begin()
{
    Activity activity;
    activity.kind = ActivityKind::EnableBackup;
    activity.of = count(State::Waiting);
    activity.second = m_choice.vaultId().name();
    activity.target = m_choice.vaultId();
    if (!m_waiting.empty() && activity.of == 1) { // a single one is told of by name
        activity.target = m_machines.at(m_waiting.front()).id;
        activity.subject = activity.target.name();
    }
    m_activity = m_activities.begin(activity, [many = QPointer(this)] {
        if (many) {
            many->run();
        }
    });
}

void EnableMany::next()
{
    // While something is to be made, the first goes alone.
    const int limit = m_choice.newVault || m_choice.newPolicy ? 1 : machinesAtOnce;
    while (!m_waiting.empty() && count(State::Running) < limit) {
        const int index = m_waiting.front();
        m_waiting.pop_front();
        start(index);
    }
    m_running = count(State::Running) > 0;
    Q_EMIT changed();
    if (!m_running) {
        end();
    }
}

bool EnableMany::isPolicyRefused() const
{
    const auto refused = [](const Machine& machine) {
        return machine.error && machine.error->code == "ValPolicyNameTaken";
    };
    return m_choice.newPolicy && m_choice.policyIsNew && !m_running
        && std::any_of(m_machines.cbegin(), m_machines.cend(), refused);
}

void EnableMany::start(int index)
{
    put(index, State::Running);
    auto request = m_choice;
    request.virtualMachine = m_machines.at(index).id;
    const QPointer<EnableFlow> flow = m_flowOf(request);
    flow->setQuiet(true);
    whenDone(flow->run(), this,
             [this, index, flow](const Result<ArmId>& result) { flowEnded(index, flow.data(), result); });
}

void EnableMany::flowEnded(int index, EnableFlow* flow, const Result<ArmId>& result)
{
    if (result) {
        prepared(EnableStep::Wait);
        put(index, State::Done);
    } else {
        prepared(flow != nullptr ? flow->step() : EnableStep::CreateVault);
        if (m_choice.newPolicy && result.error().code == policyChangedMeanwhile) {
            m_choice.newPolicy->etag.clear(); // the next attempt replaces theirs
        }
        put(index, State::Failed, result.error());
        if (flow != nullptr) {
            flow->deleteLater(); // another attempt makes another one
        }
        if (m_choice.newVault || m_choice.newPolicy) { // without them nobody else gets further
            for (const int other : std::exchange(m_waiting, {})) {
                put(other, State::Failed, result.error());
            }
        }
    }
    next();
}

//! What was made is there for the others, and is not made again.
void EnableMany::prepared(EnableStep reached)
{
    if (m_choice.newVault && reached != EnableStep::CreateVault) {
        m_made << m_choice.newVault->name;
        m_choice.vault = m_choice.newVault->id();
        m_choice.newVault.reset();
    }
    if (m_choice.newPolicy && reached != EnableStep::CreateVault && reached != EnableStep::SavePolicy) {
        m_made << m_choice.newPolicy->name;
        m_choice.policyName = m_choice.newPolicy->name;
        m_choice.newPolicy.reset();
    }
}

void EnableMany::end()
{
    const auto failed = std::find_if(m_machines.cbegin(), m_machines.cend(),
                                     [](const Machine& machine) { return machine.state == State::Failed; });
    if (failed == m_machines.cend()) {
        m_activities.succeed(m_activity);
    } else {
        m_activities.fail(m_activity, *failed->error, m_made, count(State::Failed));
    }
    Q_EMIT ended();
}

} // namespace valv::presentation

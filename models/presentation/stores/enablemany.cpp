// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/enablemany.h"

#include "core/whendone.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace valv::presentation {
namespace {

constexpr int atOnce = 4;

} // namespace

EnableMany::EnableMany(FlowOf flowOf, const QList<ArmId>& machines, EnableRequest choice, QObject* parent)
    : QObject(parent)
    , m_flowOf(std::move(flowOf))
    , m_choice(std::move(choice))
{
    for (const auto& id : machines) {
        m_machines.append({id, State::Waiting, std::nullopt});
    }
}

int EnableMany::count(State state) const
{
    return static_cast<int>(std::count_if(m_machines.cbegin(), m_machines.cend(),
                                          [state](const Machine& machine) { return machine.state == state; }));
}

void EnableMany::run()
{
    if (m_running) {
        return;
    }
    m_running = true;
    for (auto& machine : m_machines) {
        if (machine.state == State::Failed) {
            machine.state = State::Waiting;
            machine.error.reset();
        }
    }
    next();
}

void EnableMany::next()
{
    // While something is to be made, the first goes alone.
    const int limit = m_choice.newVault || m_choice.newPolicy ? 1 : atOnce;
    for (int i = 0; i < m_machines.size() && count(State::Running) < limit; ++i) {
        if (m_machines.at(i).state == State::Waiting) {
            start(i);
        }
    }
    m_running = count(State::Running) > 0;
    Q_EMIT changed();
    if (!m_running) {
        Q_EMIT ended();
    }
}

void EnableMany::start(int index)
{
    auto& machine = m_machines[index];
    machine.state = State::Running;
    auto request = m_choice;
    request.virtualMachine = machine.id;
    const QPointer<EnableFlow> flow = m_flowOf(request);
    whenDone(flow->run(), this,
             [this, index, flow](const Result<ArmId>& result) { flowEnded(index, flow.data(), result); });
}

void EnableMany::flowEnded(int index, const EnableFlow* flow, const Result<ArmId>& result)
{
    auto& machine = m_machines[index];
    machine.state = result ? State::Done : State::Failed;
    if (result) {
        prepared(EnableStep::Wait);
    } else {
        machine.error = result.error();
        prepared(flow != nullptr ? flow->step() : EnableStep::CreateVault);
        if (m_choice.newVault || m_choice.newPolicy) { // without them nobody else gets further
            for (auto& other : m_machines) {
                if (other.state == State::Waiting) {
                    other.state = State::Failed;
                    other.error = result.error();
                }
            }
        }
    }
    next();
}

//! What was made is there for the others, and is not made again.
void EnableMany::prepared(EnableStep reached)
{
    if (m_choice.newVault && reached != EnableStep::CreateVault) {
        m_choice.vault = m_choice.newVault->id();
        m_choice.newVault.reset();
    }
    if (m_choice.newPolicy && reached != EnableStep::CreateVault && reached != EnableStep::SavePolicy) {
        m_choice.policyName = m_choice.newPolicy->name;
        m_choice.newPolicy.reset();
    }
}

} // namespace valv::presentation

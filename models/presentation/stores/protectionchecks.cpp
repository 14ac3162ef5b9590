// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/protectionchecks.h"

#include "core/whendone.h"

namespace valv::presentation {
namespace {

constexpr int questionsAtOnce = 8;

} // namespace

ProtectionChecks::ProtectionChecks(const StoreContext& context, const ArmId& vault, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_vault(vault)
{ }

void ProtectionChecks::want(const ArmId& machine, const QString& region)
{
    auto& check = m_checks[machine];
    if (check.state != State::None && check.state != State::Unanswered) {
        return;
    }
    check = {};
    check.state = State::Waiting;
    m_queue.push_back({machine, region});
    Q_EMIT changed(machine);
    next();
}

void ProtectionChecks::drop(const ArmId& machine)
{
    const auto found = m_checks.find(machine);
    if (found != m_checks.end() && found->state == State::Waiting) {
        m_checks.erase(found); // next() passes over it
        Q_EMIT changed(machine);
    }
}

void ProtectionChecks::forget()
{
    ++m_generation;
    m_checks.clear();
    m_queue.clear();
}

void ProtectionChecks::next()
{
    while (m_running < questionsAtOnce && !m_queue.empty()) {
        const auto question = m_queue.front();
        m_queue.pop_front();
        if (m_checks.value(question.machine).state == State::Waiting) {
            ask(question);
        }
    }
}

void ProtectionChecks::ask(const Question& question)
{
    ++m_running;
    m_checks[question.machine].state = State::Running;
    Q_EMIT changed(question.machine);
    const auto answered = [this, machine = question.machine,
                           generation = m_generation](const Result<contract::PreValidation>& result) {
        --m_running;
        if (generation == m_generation) {
            auto& check = m_checks[machine];
            if (!result) {
                check.state = State::Unanswered;
                check.error = result.error();
            } else if (result->obstacle) {
                check.state = State::Refused;
                check.error = result->obstacle;
            } else {
                check.state = result->warnings.isEmpty() ? State::Passed : State::Warned;
                check.warnings = result->warnings;
            }
            Q_EMIT changed(machine);
        }
        next();
    };
    whenDone(m_context.client.items().preValidate(question.machine, m_vault, question.region), this, answered);
}

} // namespace valv::presentation

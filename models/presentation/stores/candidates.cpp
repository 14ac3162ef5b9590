// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/candidates.h"

#include <algorithm>
#include <utility>

namespace valv::presentation {
namespace {

constexpr std::chrono::milliseconds atOnce(50); // thousands of answers are told together

} // namespace

Candidates::Candidates(const StoreContext& context, const ArmId& vault, VirtualMachineStore& machines,
                       VaultStore& vaults, QObject* parent)
    : QObject(parent)
    , m_vault(vault)
    , m_machines(machines)
    , m_vaults(vaults)
    , m_discovery(context, vault, machines)
    , m_checks(context, vault)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(atOnce);
    connect(&m_soon, &QTimer::timeout, this, &Candidates::flush);
    connect(&m_checks, &ProtectionChecks::changed, this, &Candidates::touch);
    connect(&m_discovery, &Discovery::ended, this, [this] {
        countAll();
        const auto again = m_chosen; // their answers are old
        for (const auto& machine : again) {
            if (const auto* row = m_machines.find(machine)) {
                m_checks.want(machine, row->vm.location);
            }
        }
    });
    connect(&m_machines, &ListStoreBase::rowsInserted, this, [this](int first, int last) {
        m_eligible.insert(m_eligible.begin() + first, static_cast<std::size_t>(last - first + 1), 0);
        for (int row = first; row <= last; ++row) {
            m_eligible[static_cast<std::size_t>(row)] = eligible(row);
            m_eligibleCount += m_eligible[static_cast<std::size_t>(row)];
        }
        m_soon.start();
    });
    connect(&m_machines, &ListStoreBase::rowsRemoved, this, [this](int first, int last) {
        for (int row = first; row <= last; ++row) {
            m_eligibleCount -= m_eligible[static_cast<std::size_t>(row)];
        }
        m_eligible.erase(m_eligible.begin() + first, m_eligible.begin() + last + 1);
        prune();
        m_soon.start();
    });
    connect(&m_machines, &ListStoreBase::rowsChanged, this, [this](int first, int last) {
        bool other = false;
        for (int row = first; row <= last; ++row) {
            auto& known = m_eligible[static_cast<std::size_t>(row)];
            const char now = eligible(row);
            other = other || now != known;
            m_eligibleCount += now - known;
            known = now;
        }
        if (other) {
            prune();
            m_soon.start();
        }
    });
    for (const auto signal : {&ListStoreBase::countChanged, &ListStoreBase::stateChanged}) {
        connect(&m_vaults, signal, this, &Candidates::countAll); // the vault's region is known now
    }
    connect(&m_vaults, &ListStoreBase::rowsChanged, this, &Candidates::countAll);
    countAll();
}

Availability Candidates::canChoose(int row) const
{
    const auto& machine = m_machines.at(row);
    const auto* vault = m_vaults.find(m_vault);
    if (vault == nullptr) {
        return Availability::no(QStringLiteral("CommandProtectionUnknown"));
    }
    const auto can = canProtectWith(*vault, machine);
    if (can && !m_discovery.offers(machine.vm.id)) {
        return Availability::no(QStringLiteral("CandidateNotOffered"));
    }
    return can;
}

char Candidates::eligible(int row) const
{
    return canChoose(row) ? 1 : 0;
}

void Candidates::countAll()
{
    std::vector<char> now(static_cast<std::size_t>(m_machines.count()));
    for (std::size_t row = 0; row < now.size(); ++row) {
        now[row] = eligible(static_cast<int>(row));
    }
    if (now == m_eligible) {
        return;
    }
    m_eligible = std::move(now);
    m_eligibleCount = static_cast<int>(std::count(m_eligible.cbegin(), m_eligible.cend(), 1));
    prune();
    Q_EMIT eligibleChanged();
}

//! Who can't be chosen any more is not chosen; what is being enabled is another matter.
void Candidates::prune()
{
    if (m_following) {
        return;
    }
    const auto left = m_chosen.removeIf([this](const ArmId& machine) {
        const int row = m_machines.indexOf(machine);
        return row < 0 || !isEligible(row);
    });
    if (left > 0) {
        Q_EMIT chosenChanged();
    }
}

void Candidates::discover()
{
    m_checks.forget();
    m_touched += m_chosen;
    m_soon.start();
    m_discovery.run();
}

void Candidates::choose(const QList<ArmId>& machines, bool on)
{
    if (m_following) {
        return;
    }
    bool other = false;
    for (const auto& machine : machines) {
        const int row = m_machines.indexOf(machine);
        if (on && row >= 0 && isEligible(row) && !m_chosen.contains(machine)) {
            m_chosen.insert(machine);
            if (!m_discovery.isRunning()) { // else at its end
                m_checks.want(machine, m_machines.at(row).vm.location);
            }
            other = true;
        } else if (!on && m_chosen.remove(machine)) {
            m_checks.drop(machine);
            other = true;
        }
    }
    if (other) {
        Q_EMIT chosenChanged();
    }
}

void Candidates::sortByName(QList<ArmId>& ids) const
{
    std::sort(ids.begin(), ids.end(), [](const ArmId& a, const ArmId& b) {
        const int order = a.name().localeAwareCompare(b.name());
        return order != 0 ? order < 0 : a.text() < b.text();
    });
}

QList<ArmId> Candidates::chosen() const
{
    QList<ArmId> ids(m_chosen.cbegin(), m_chosen.cend());
    sortByName(ids);
    return ids;
}

QList<ArmId> Candidates::refused() const
{
    QList<ArmId> ids;
    for (const auto& machine : m_chosen) {
        if (m_checks.of(machine).state == ProtectionChecks::State::Refused) {
            ids.append(machine);
        }
    }
    sortByName(ids);
    return ids;
}

Candidates::Tally Candidates::tally() const
{
    using State = ProtectionChecks::State;
    Tally tally;
    tally.chosen = countChosen();
    for (const auto& machine : m_chosen) {
        if (const auto* row = m_machines.find(machine)) {
            for (const auto& disk : row->vm.disks) {
                tally.bytes += std::max<qint64>(disk.allocatedBytes >= 0 ? disk.allocatedBytes : disk.capacityBytes, 0);
            }
        }
        switch (m_checks.of(machine).state) {
        case State::None:
        case State::Waiting:
        case State::Running:
            ++tally.pending;
            break;
        case State::Passed:
            ++tally.passed;
            break;
        case State::Warned:
        case State::Unanswered:
            ++tally.warned;
            break;
        case State::Refused:
            ++tally.refused;
            break;
        }
    }
    return tally;
}

void Candidates::follow(EnableMany& run)
{
    m_following = true;
    m_run = &run;
    m_outcomes.clear();
    for (const auto& machine : run.machines()) {
        m_outcomes.insert(machine.id, machine);
    }
    connect(&run, &EnableMany::machineChanged, this, [this, &run](int index) {
        const auto& machine = run.machines().at(index);
        m_outcomes[machine.id] = machine;
        touch(machine.id);
    });
    Q_EMIT eligibleChanged();
}

void Candidates::startOver()
{
    if (m_run != nullptr) {
        m_run->disconnect(this);
        m_run = nullptr;
    }
    m_following = false;
    m_outcomes.clear();
    m_chosen.clear();
    m_checks.forget();
    countAll();
    Q_EMIT eligibleChanged();
    Q_EMIT chosenChanged();
}

const EnableMany::Machine* Candidates::outcomeOf(const ArmId& machine) const
{
    const auto found = m_outcomes.constFind(machine);
    return found == m_outcomes.cend() ? nullptr : &*found;
}

QList<Candidates::Failure> Candidates::failures() const
{
    QList<Failure> all;
    for (const auto& machine : m_outcomes) {
        if (machine.state != EnableMany::State::Failed || !machine.error) {
            continue;
        }
        const auto same = std::find_if(all.begin(), all.end(), [&machine](const Failure& other) {
            return other.error.code == machine.error->code && other.error.message == machine.error->message;
        });
        if (same == all.end()) {
            all.append({*machine.error, {machine.id}});
        } else {
            same->machines.append(machine.id);
        }
    }
    for (auto& failure : all) {
        sortByName(failure.machines);
    }
    std::sort(all.begin(), all.end(), [](const Failure& a, const Failure& b) {
        return a.machines.size() != b.machines.size() ? a.machines.size() > b.machines.size()
                                                      : a.error.code < b.error.code;
    });
    return all;
}

void Candidates::touch(const ArmId& machine)
{
    m_touched.insert(machine);
    if (!m_soon.isActive()) {
        m_soon.start();
    }
}

void Candidates::flush()
{
    QList<int> rows;
    for (const auto& machine : std::exchange(m_touched, {})) {
        const int row = m_machines.indexOf(machine);
        if (row >= 0) {
            rows.append(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    Q_EMIT rowsTouched(rows);
    Q_EMIT tallyChanged();
}

} // namespace valv::presentation

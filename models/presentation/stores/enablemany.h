// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/enableflow.h"

#include <QList>
#include <QObject>

#include <array>
#include <deque>
#include <functional>
#include <optional>

namespace valv::presentation {

//! \brief Enables backup of several machines with one vault and one policy. The first makes what is new; the others
//! follow, some at a time. One that fails stops nobody else; run() again takes those that are left. One notification
//! tells of all, and its retry is run(). It goes on when nobody looks any longer. GUI thread. Source: flows.md C6.
class EnableMany final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Waiting,
        Running,
        Done,
        Failed
    };
    struct Machine
    {
        ArmId id;
        State state = State::Waiting;
        std::optional<Error> error; //!< when Failed
    };
    using FlowOf = std::function<EnableFlow*(const EnableRequest& request)>;

    //! \param choice vault and policy; its machine is ignored
    EnableMany(ActivityHub& activities, FlowOf flowOf, const QList<ArmId>& machines, EnableRequest choice,
               QObject* parent = nullptr);

    [[nodiscard]] const QList<Machine>& machines() const { return m_machines; }
    [[nodiscard]] int count(State state) const { return m_counts[static_cast<std::size_t>(state)]; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    //! The policy that was to be made or changed stands in the vault, or none was.
    [[nodiscard]] bool isPolicySaved() const { return !m_choice.newPolicy; }
    //! Somebody else has taken the name of the policy that was to be made: trying again is of no use.
    [[nodiscard]] bool isPolicyRefused() const;
    //! For what is left: waiting or failed.
    void run();

Q_SIGNALS:
    void machineChanged(int index);
    void changed(); //!< after one or several of them
    void ended(); //!< no machine runs or waits

private:
    void next();
    void start(int index);
    void flowEnded(int index, EnableFlow* flow, const Result<ArmId>& result);
    void prepared(EnableStep reached);
    void put(int index, State state, const std::optional<Error>& error = std::nullopt);
    void begin();
    void end();

    ActivityHub& m_activities;
    FlowOf m_flowOf;
    QList<Machine> m_machines;
    std::array<int, 4> m_counts{}; //!< by state
    std::deque<int> m_waiting; //!< indexes, in their order
    EnableRequest m_choice;
    QStringList m_made; //!< vault and policy, by name
    int m_activity = 0;
    bool m_running = false;
};

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/enableflow.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace valv::presentation {

//! \brief Enables backup of several machines with one vault and one policy. The first makes what is new; the others
//! follow, a few at a time. One that fails stops nobody else; run() again takes those that are left. Each machine has a
//! notification of its own. It goes on when nobody looks any longer. GUI thread. Source: flows.md C4.
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
    EnableMany(FlowOf flowOf, const QList<ArmId>& machines, EnableRequest choice, QObject* parent = nullptr);

    [[nodiscard]] const QList<Machine>& machines() const { return m_machines; }
    [[nodiscard]] int count(State state) const;
    [[nodiscard]] bool isRunning() const { return m_running; }
    //! For what is left: waiting or failed.
    void run();

Q_SIGNALS:
    void changed();
    void ended(); //!< no machine runs or waits

private:
    void next();
    void start(int index);
    void flowEnded(int index, const EnableFlow* flow, const Result<ArmId>& result);
    void prepared(EnableStep reached);

    FlowOf m_flowOf;
    QList<Machine> m_machines;
    EnableRequest m_choice;
    bool m_running = false;
};

} // namespace valv::presentation

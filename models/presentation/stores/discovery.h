// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/virtualmachinestore.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

#include <optional>

namespace valv::presentation {

//! \brief Looks for the machines that a vault could protect: has the vault's host look again, then reads the list of
//! machines anew (rows appear as they are found) and which of them the backend offers. GUI thread. Source: flows.md C3.
class Discovery final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Idle,
        Looking, //!< the host looks
        Reading, //!< what it found is read
        Ready,
        Failed, //!< what was known before stands
    };
    Discovery(const StoreContext& context, const ArmId& vault, VirtualMachineStore& machines,
              QObject* parent = nullptr);

    //! Nothing while it runs.
    void run();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isRunning() const { return m_state == State::Looking || m_state == State::Reading; }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; } //!< when Failed
    [[nodiscard]] int found() const { return static_cast<int>(m_next.size()); } //!< offered, while it runs: so far
    [[nodiscard]] const QDateTime& endedAt() const { return m_endedAt; } //!< UTC, of the last good one; invalid: never
    //! The backend offers the machine for protection; so it does as long as nobody has told.
    [[nodiscard]] bool offers(const ArmId& machine) const { return !m_offered || m_offered->contains(machine); }
    //! It was not in the list before the last good discovery.
    [[nodiscard]] bool isNew(const ArmId& machine) const { return m_new.contains(machine); }
    [[nodiscard]] int countNew() const { return static_cast<int>(m_new.size()); }

Q_SIGNALS:
    void changed(); //!< state, or how many were found
    void ended(); //!< well or not

private:
    void read();
    void machinesRead();
    void partDone();
    void fail(const Error& error);

    StoreContext m_context;
    ArmId m_vault;
    VirtualMachineStore& m_machines;
    State m_state = State::Idle;
    std::optional<Error> m_error;
    QDateTime m_endedAt;
    std::optional<QSet<ArmId>> m_offered;
    QSet<ArmId> m_next; //!< offered, as far as it is read
    QSet<ArmId> m_new;
    std::optional<QSet<ArmId>> m_before; //!< the machines that were known; nothing: the list was not read yet
    bool m_machinesWanted = false;
    int m_parts = 0; //!< lists that are still being read
};

} // namespace valv::presentation

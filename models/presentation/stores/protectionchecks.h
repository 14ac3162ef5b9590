// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/liststorebase.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <deque>
#include <optional>

namespace valv::presentation {

//! \brief Asks the backend of one machine after the other, a few at a time, whether a vault could protect it. What was
//! answered is kept until it is forgotten. GUI thread. Source: flows.md C5.
class ProtectionChecks final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        None, //!< was not asked
        Waiting, //!< for its turn
        Running,
        Passed,
        Warned, //!< it could; something will be less than good
        Refused, //!< it could not
        Unanswered, //!< the question failed: nothing is known
    };
    struct Check
    {
        State state = State::None;
        QStringList warnings; //!< when Warned: codes of contract/readiness.h
        std::optional<Error> error; //!< when Refused or Unanswered
        [[nodiscard]] bool isPending() const { return state == State::Waiting || state == State::Running; }
    };
    ProtectionChecks(const StoreContext& context, const ArmId& vault, QObject* parent = nullptr);

    //! Nothing for one that is asked of or was answered.
    void want(const ArmId& machine, const QString& region);
    //! Is not asked of any more, unless it is under way or was answered.
    void drop(const ArmId& machine);
    //! All answers are of another time.
    void forget();
    [[nodiscard]] Check of(const ArmId& machine) const { return m_checks.value(machine); }

Q_SIGNALS:
    void changed(const valv::ArmId& machine);

private:
    struct Question
    {
        ArmId machine;
        QString region;
    };
    void next();
    void ask(const Question& question);

    StoreContext m_context;
    ArmId m_vault;
    QHash<ArmId, Check> m_checks;
    std::deque<Question> m_queue;
    int m_running = 0;
    int m_generation = 0; //!< answers to what was asked before forget() are not kept
};

} // namespace valv::presentation

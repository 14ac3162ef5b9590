// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/consolerig.h"
#include "support/flow/person.h"
#include "support/flow/seat.h"

#include <memory>
#include <optional>

namespace valv::test {

class ServedEngine;

//! \brief The real console at a seat, with a person in front of it: for flows that are clicked or typed from beginning
//! to end. A seat behind HTTPS connects with --connect, --ca and --token-file to the engine that the other has inside.
class FlowRig : public ConsoleRig
{
public:
    //! \param demo as ConsoleRig's
    FlowRig(bool demo, const Seat& seat);
    ~FlowRig();

    //! As ConsoleRig's. Fetch hands() anew.
    [[nodiscard]] bool start(QSize size = {1440, 900});
    [[nodiscard]] Person& hands() { return *m_person; }

    const Seat seat;

private:
    std::unique_ptr<ServedEngine> m_served;
    std::optional<Person> m_person;
};

} // namespace valv::test

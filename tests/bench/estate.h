// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace valv::bench {

//! How much there is of everything; the first so many items protect a machine each, the others' machines are gone.
struct Estate
{
    int machines = 10'000;
    int items = 20'000;
    int vaults = 200;
    int jobs = 100'000; //!< evenly over the last 30 days
};

//! \brief Makes the data folder of an engine that has worked for a month: its vaults by the engine itself, items and
//! jobs as rows of its catalogue. Ends the program with a message when it can't.
void makeEstate(const QString& dataFolder, const Estate& estate);

} // namespace valv::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/call.h"

#include <QStringList>

#include <vector>

namespace valv::service {

using Handler = Result<Answer> (*)(const Call&);

//! \brief A method and a path with its variable parts in braces, e.g. {s}, {rg}, {vault}; and who answers it.
struct Route
{
    contract::Method method;
    QString pattern;
    Handler handler;
};

//! One file a resource provider or part of it.
[[nodiscard]] std::vector<Route> resourceRoutes(); //!< Microsoft.Resources: contract.md 6
[[nodiscard]] std::vector<Route> storageRoutes(); //!< places to restore to: contract.md 6
[[nodiscard]] std::vector<Route> computeRoutes(); //!< contract.md 7
[[nodiscard]] std::vector<Route> vaultRoutes(); //!< contract.md 8
[[nodiscard]] std::vector<Route> policyRoutes(); //!< contract.md 9
[[nodiscard]] std::vector<Route> itemRoutes(); //!< contract.md 10.1–10.4
[[nodiscard]] std::vector<Route> protectabilityRoutes(); //!< backupStatus and its companions: contract.md 10.2
[[nodiscard]] std::vector<Route> protectionRuleRoutes(); //!< docs/wire-extensions.md
[[nodiscard]] std::vector<Route> recoveryPointRoutes(); //!< contract.md 10.5, 10.6
[[nodiscard]] std::vector<Route> jobRoutes(); //!< contract.md 10.7
[[nodiscard]] std::vector<Route> alertRoutes(); //!< docs/wire-extensions.md
[[nodiscard]] std::vector<Route> operationRoutes(); //!< contract.md 4
[[nodiscard]] std::vector<Route> lockRoutes(); //!< Microsoft.Authorization/locks: docs/wire-extensions.md

//! Does a lock forbid this request? Error ScopeLocked.
[[nodiscard]] Result<void> checkLocks(const Call& call, contract::Method method);

//! ~S, ~V and ~I of contract.md, and a resource group.
[[nodiscard]] QString subscriptionPath();
[[nodiscard]] QString groupPath();
[[nodiscard]] QString vaultPath();
[[nodiscard]] QString itemPath();

//! \brief All routes, matched segment by segment without regard to case. Immutable after construction; any thread.
class RouteTable
{
public:
    struct Match
    {
        Handler handler = nullptr; //!< null: no route for this method
        bool pathKnown = false; //!< some method has this path
        Parameters parameters;
    };

    RouteTable();
    [[nodiscard]] Match find(contract::Method method, const QStringList& segments) const;

private:
    struct Entry
    {
        contract::Method method;
        QStringList segments;
        Handler handler;
    };
    std::vector<Entry> m_entries;
};

} // namespace valv::service

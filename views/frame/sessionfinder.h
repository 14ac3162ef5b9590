// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"
#include "frame/findable.h"

#include <functional>

namespace valv::views {

//! What can be done with a machine, item, vault, policy or job, as actions of the parent; empty: nothing from here.
using ResourceCommands = std::function<QList<QAction*>(const Context&, const ArmId&, QObject* parent)>;

//! \brief The machines, vaults, items, policies and jobs of a session, to be found by name. Each leads where routeOf
//! says; what it has no place for is left out.
class SessionFinder : public FindSource
{
    Q_OBJECT
public:
    using RouteOf = std::function<Route(const ArmId&)>;

    SessionFinder(const Context& context, RouteOf routeOf, ResourceCommands commands = {}, QObject* parent = nullptr);

    [[nodiscard]] QVector<Findable> all() const override;
    [[nodiscard]] QString detail(const Findable& found) const override;
    [[nodiscard]] QList<QAction*> commandsOf(const Route& thing, QObject* parent) const override;
    void wanted() override;

private:
    void addMachines(QVector<Findable>& to) const;
    void addVaults(QVector<Findable>& to) const;
    void addPolicies(QVector<Findable>& to) const;
    void addJobs(QVector<Findable>& to) const;

    const Context m_context;
    RouteOf m_routeOf;
    ResourceCommands m_commands;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/sessionfinder.h"

#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"

#include <QSet>

#include <algorithm>

namespace valv::views {

using presentation::StatusWords;

namespace {

constexpr int jobsShown = 500; // the latest; older ones are found on their page
constexpr int vaultsAsked = 50; // of more only the policies that are in use are known

const QString separator = QStringLiteral(" · ");

QString joined(const QStringList& parts)
{
    QStringList there;
    for (const QString& part : parts) {
        if (!part.isEmpty()) {
            there.append(part);
        }
    }
    return there.join(separator);
}

} // namespace

SessionFinder::SessionFinder(const Context& context, RouteOf routeOf, ResourceCommands commands, QObject* parent)
    : FindSource(parent)
    , m_context(context)
    , m_routeOf(std::move(routeOf))
    , m_commands(std::move(commands))
{
    auto& session = m_context.session;
    for (presentation::ListStoreBase* store : std::initializer_list<presentation::ListStoreBase*>{
             &session.virtualMachines(), &session.vaults(), &session.items(), &session.jobs()}) {
        connect(store, &presentation::ListStoreBase::countChanged, this, &FindSource::changed);
    }
}

void SessionFinder::wanted()
{
    auto& vaults = m_context.session.vaults();
    for (int row = 0; row < vaults.count() && vaults.count() <= vaultsAsked; ++row) {
        auto& policies = m_context.session.policies(vaults.idAt(row));
        connect(&policies, &presentation::ListStoreBase::countChanged, this, &FindSource::changed,
                Qt::UniqueConnection);
    }
}

void SessionFinder::addMachines(QVector<Findable>& to) const
{
    const auto& machines = m_context.session.virtualMachines();
    const QString words = QStringLiteral(" virtual machine vm virtuell dator ");
    for (int row = 0; row < machines.count(); ++row) {
        const auto& vm = machines.at(row).vm;
        to.append({FindKind::Resource,
                   vm.name,
                   vm.id.resourceGroup() + words,
                   Icon::VirtualMachine,
                   Route{QStringLiteral("virtualmachine"), vm.id.text(), {}},
                   {}});
    }
    // An item whose machine is gone is found by its own name.
    const auto& items = m_context.session.items();
    const QString itemWords = QStringLiteral(" backup item säkerhetskopieringsobjekt ");
    for (int row = 0; row < items.count(); ++row) {
        const auto& item = items.at(row);
        const Route route = m_routeOf(item.id);
        if (!route.page.isEmpty()) {
            to.append({FindKind::Resource,
                       item.friendlyName,
                       item.id.value(u"vaults") + itemWords,
                       Icon::ProtectedItem,
                       route,
                       {}});
        }
    }
}

void SessionFinder::addVaults(QVector<Findable>& to) const
{
    const auto& vaults = m_context.session.vaults();
    const QString words = QStringLiteral(" Recovery Services vault valv ");
    for (int row = 0; row < vaults.count(); ++row) {
        const auto& vault = vaults.at(row);
        const Route route = m_routeOf(vault.id);
        if (!route.page.isEmpty()) {
            to.append({FindKind::Resource,
                       vault.name,
                       vault.id.resourceGroup() + words + vault.location,
                       Icon::Vault,
                       route,
                       {}});
        }
    }
}

void SessionFinder::addPolicies(QVector<Findable>& to) const
{
    auto& session = m_context.session;
    QSet<ArmId> known;
    const QString words = QStringLiteral(" policy backup policy princip säkerhetskopieringsprincip ");
    const auto add = [&](const ArmId& id) {
        if (id.isEmpty() || known.contains(id)) {
            return;
        }
        known.insert(id);
        const Route route = m_routeOf(id);
        if (!route.page.isEmpty()) {
            to.append({FindKind::Resource, id.name(), id.value(u"vaults") + words, Icon::Policy, route, {}});
        }
    };
    for (int row = 0; row < session.vaults().count() && session.vaults().count() <= vaultsAsked; ++row) {
        const auto& policies = session.policies(session.vaults().idAt(row));
        for (int i = 0; i < policies.count(); ++i) {
            add(policies.idAt(i));
        }
    }
    for (int row = 0; row < session.items().count(); ++row) {
        add(session.items().at(row).policyId);
    }
}

void SessionFinder::addJobs(QVector<Findable>& to) const
{
    const auto& jobs = m_context.session.jobs();
    QVector<int> rows(jobs.count());
    for (int row = 0; row < jobs.count(); ++row) {
        rows[row] = row;
    }
    const auto later = [&jobs](int a, int b) { return jobs.at(a).startTime > jobs.at(b).startTime; };
    const auto end = rows.begin() + std::min<qsizetype>(jobsShown, rows.size());
    std::partial_sort(rows.begin(), end, rows.end(), later);
    const QString words = QStringLiteral(" job jobb ");
    for (auto row = rows.begin(); row != end; ++row) {
        const auto& job = jobs.at(*row);
        to.append({FindKind::Job,
                   tr("%1: %2", "operation of a job and its machine").arg(StatusWords::of(job.operation), job.entity),
                   job.operation.text() + words + job.status.text(),
                   Icon::Job,
                   m_routeOf(job.id),
                   {}});
    }
}

QVector<Findable> SessionFinder::all() const
{
    QVector<Findable> found;
    auto& session = m_context.session;
    found.reserve(session.virtualMachines().count() + session.items().count() + session.vaults().count() + jobsShown);
    addVaults(found);
    addMachines(found);
    addPolicies(found);
    addJobs(found);
    return found;
}

QString SessionFinder::detail(const Findable& found) const
{
    auto& session = m_context.session;
    if (found.kind == FindKind::Job) {
        const auto id = ArmId::parse(found.route.part);
        const auto* job = id ? session.jobs().find(*id) : nullptr;
        return job == nullptr
            ? QString()
            : joined({StatusWords::of(job->status), m_context.language.format().dateTimeShort(job->startTime)});
    }
    const auto id = ArmId::parse(found.route.subject);
    if (!id) {
        return {};
    }
    if (found.icon == Icon::Policy) {
        return joined({tr("Backup policy"), id->value(u"vaults")});
    }
    if (found.icon == Icon::Vault) {
        const auto* vault = session.vaults().find(*id);
        return joined({tr("Recovery Services vault"), id->resourceGroup(),
                       vault != nullptr ? StatusWords::region(vault->location) : QString()});
    }
    const auto* row = session.virtualMachines().find(*id);
    const QString state = row != nullptr ? presentation::protectionWords(row->protection) : QString();
    if (found.icon == Icon::ProtectedItem) {
        return joined({tr("Backup item"), row != nullptr ? row->vaultId().name() : QString(), state});
    }
    return joined({tr("Virtual machine"), id->resourceGroup(), state});
}

QList<QAction*> SessionFinder::commandsOf(const Route& thing, QObject* parent) const
{
    // A job is a part of the page of all of them.
    const auto id = ArmId::parse(thing.subject.isEmpty() ? thing.part : thing.subject);
    return id && m_commands ? m_commands(m_context, *id, parent) : QList<QAction*>();
}

} // namespace valv::views

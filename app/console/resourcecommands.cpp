// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resourcecommands.h"

#include "controls/action.h"
#include "controls/azcopy.h"
#include "core/whendone.h"
#include "frame/itemroutes.h"
#include "frame/vaultroutes.h"
#include "items/itemcommands.h"
#include "jobs/canceljobblade.h"
#include "jobs/jobdetails.h"
#include "policies/deletepolicyblade.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "vaults/deletevaultblade.h"
#include "vaults/recoverykeyblade.h"

#include <QAction>
#include <QCoreApplication>

#include <functional>

namespace valv::console {

namespace {

using presentation::Deed;
using views::Context;
using views::Icon;
using views::Route;

class ResourceCommands
{
    Q_DECLARE_TR_FUNCTIONS(ResourceCommands)
public:
    ResourceCommands(const Context& context, const ArmId& id, QObject* parent)
        : m_context(context)
        , m_id(id)
        , m_parent(parent)
    { }

    [[nodiscard]] QList<QAction*> ofMachine(const presentation::VmRow& row)
    {
        auto* enable = command(Icon::Protected, tr("Enable backup"), presentation::canEnable(row).reason(),
                               goTo({QStringLiteral("virtualmachine"), m_id.text(), QStringLiteral("backup")}));
        views::setAzCommand(enable, [] { return views::AzLine::missing(tr("Choose vault and policy first.")); });
        return {enable};
    }
    [[nodiscard]] QList<QAction*> ofVault()
    {
        const auto& refusals = m_context.session.refusals();
        const auto part = [this](const char* name) { return goTo(views::vaultRoute(m_id, QLatin1String(name))); };
        QList<QAction*> all{
            command(Icon::Protected, tr("Enable backup"), refusals.can(Deed::Enable, m_id).reason(), part("backup")),
            command(Icon::ProtectedItem, tr("Backup items"), {}, goTo(views::itemsRoute(m_id))),
            command(Icon::Job, tr("Backup jobs"), {}, goTo({QStringLiteral("jobs"), m_id.text(), {}})),
            command(Icon::Policy, tr("Create policy"), refusals.can(Deed::SavePolicy, m_id).reason(),
                    goTo({QStringLiteral("policy"), m_id.text(), QStringLiteral("new")})),
            command(Icon::Database, tr("Backup configuration"), {}, part("infrastructure")),
            command(Icon::Sliders, tr("Security settings"), {}, part("properties"))};
        if (m_context.session.capabilities().recoveryKeys) {
            all.append(command(Icon::Key, tr("Recovery key"), {}, [context = m_context, id = m_id] {
                context.navigator.openBlade(
                    new views::RecoveryKeyBlade(context, id, false, context.navigator.window()));
            }));
        }
        auto* remove = command(Icon::Delete, tr("Delete vault"), refusals.can(Deed::DeleteVault, m_id).reason(),
                               [context = m_context, id = m_id] {
                                   context.navigator.openBlade(
                                       new views::DeleteVaultBlade(context, id, context.navigator.window()));
                               });
        views::setAzCommand(remove, [id = m_id] { return views::AzLine(presentation::az::deleteVault(id)); });
        all.append(remove);
        return all;
    }
    //! A job that runs is cancelled, one that failed is tried again.
    [[nodiscard]] QList<QAction*> ofJob(const contract::BackupJob& job)
    {
        auto& session = m_context.session;
        const auto& refusals = session.refusals();
        auto* cancel =
            command(Icon::Cancel, tr("Cancel job"),
                    refusals.can(Deed::CancelJob, m_id, presentation::canCancel(job, session.capabilities())).reason(),
                    [context = m_context, id = m_id] {
                        context.navigator.openBlade(new views::CancelJobBlade(context, id, context.navigator.window()));
                    });
        views::setAzCommand(cancel, [id = m_id] { return views::AzLine(presentation::az::cancelJob(id)); });
        auto* retry = command(Icon::Retry, tr("Try again"),
                              refusals
                                  .can(presentation::deedOf(job.operation.value()), m_id,
                                       presentation::canRetry(job, session.jobs().isRepeatable(job)))
                                  .reason(),
                              [context = m_context, id = m_id] { tryAgain(context, id); });
        views::setAzCommand(retry,
                            [&jobs = session.jobs(), id = m_id] { return views::JobDetails::retryAz(jobs.find(id)); });
        return {cancel, retry};
    }
    [[nodiscard]] QList<QAction*> ofPolicy()
    {
        auto* remove = command(
            Icon::Delete, tr("Delete policy"), m_context.session.refusals().can(Deed::DeletePolicy, m_id).reason(),
            [context = m_context, id = m_id] {
                context.navigator.openBlade(new views::DeletePolicyBlade(context, id, context.navigator.window()));
            });
        views::setAzCommand(remove, [id = m_id] { return views::AzLine(presentation::az::deletePolicy(id)); });
        return {command(Icon::Edit, tr("Edit policy"), {}, goTo({QStringLiteral("policy"), m_id.text(), {}})),
                command(Icon::ProtectedItem, tr("Items that use it"), {},
                        goTo({QStringLiteral("items"), m_id.vaultId().text(), m_id.name()})),
                remove};
    }

private:
    using Do = std::function<void()>;
    //! Leads to the job that it became.
    static void tryAgain(const Context& context, const ArmId& job)
    {
        auto& navigator = context.navigator;
        whenDone(context.session.jobs().retry(job), navigator.window(),
                 [&navigator](const Result<presentation::StartedJob>& result) {
                     if (result && !result->job.isEmpty()) {
                         navigator.open({QStringLiteral("jobs"), {}, result->job.text()});
                     }
                 });
    }
    [[nodiscard]] QAction* command(Icon icon, const QString& text, const QString& reason, const Do& deed)
    {
        auto* made = views::makeAction(icon, text, m_parent);
        views::setReason(made, reason);
        QObject::connect(made, &QAction::triggered, m_parent, deed);
        return made;
    }
    [[nodiscard]] Do goTo(const Route& route) const
    {
        return [&navigator = m_context.navigator, route] { navigator.open(route); };
    }

    const Context m_context;
    ArmId m_id;
    QObject* m_parent;
};

} // namespace

QList<QAction*> resourceCommands(const Context& context, const ArmId& id, QObject* parent)
{
    auto& session = context.session;
    if (const auto* item = session.items().forVm(id)) {
        auto* commands = new views::ItemCommands(context, QStringLiteral("palette.item"), parent);
        commands->setItems({item->id});
        return commands->all();
    }
    ResourceCommands commands(context, id, parent);
    if (const auto* row = session.virtualMachines().find(id)) {
        return commands.ofMachine(*row);
    }
    if (const auto* job = session.jobs().find(id)) {
        return commands.ofJob(*job);
    }
    if (!id.value(u"backupPolicies").isEmpty()) {
        return commands.ofPolicy();
    }
    const auto* vault = session.vaults().find(id);
    return vault != nullptr && presentation::isOpenable(*vault) ? commands.ofVault() : QList<QAction*>();
}

} // namespace valv::console

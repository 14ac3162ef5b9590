// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/itemfacts.h"

#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/format.h"
#include "presentation/text/statuswords.h"

#include <QCoreApplication>

#include <algorithm>

namespace valv::views {

using presentation::StatusWords;

namespace {

class ItemFacts
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::ItemFacts)
};

} // namespace

QVector<Fact> itemFacts(const contract::ProtectedItem& item, presentation::Session& session,
                        const presentation::RecoveryPointStore& points, const presentation::Format& format)
{
    const auto moment = [&format](const std::optional<QDateTime>& at) { return at ? format.dateTime(*at) : QString(); };
    const auto fact = [](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        return made;
    };
    Fact policy = fact(ItemFacts::tr("Policy"), item.policyName);
    policy.link = item.policyName.isEmpty() ? QString() : QStringLiteral("policy");
    Fact status = fact(ItemFacts::tr("Last backup status"), StatusWords::of(item));
    status.status = StatusWords::kind(item);
    status.wrap = true;
    // Once there was a backup, how it went; unless protection itself has something to say.
    if (presentation::protectionOf(item) != presentation::Protection::InitialPending
        && presentation::protectionOf(item) != presentation::Protection::Stopped
        && presentation::protectionOf(item) != presentation::Protection::SoftDeleted && item.lastBackupTime) {
        status.value = StatusWords::of(item.lastBackupStatus);
        status.status = StatusWords::kind(item.lastBackupStatus.value());
        status.suffix = format.dateTime(*item.lastBackupTime);
    }
    const auto checked = presentation::preCheckOf(item);
    Fact check = fact(ItemFacts::tr("Backup pre-check"), StatusWords::of(checked));
    check.status = StatusWords::kind(checked.value());
    Fact next = fact(ItemFacts::tr("Next backup"), moment(item.nextRun));
    if (item.nextRun) {
        next.suffix = QLatin1Char('(') + format.relative(*item.nextRun) + QLatin1Char(')');
    }
    const auto* oldest = points.oldest();
    const auto* latest = points.latest();
    const auto* row = session.virtualMachines().find(item.sourceResourceId);
    Fact disks = fact(ItemFacts::tr("Disks"), {});
    if (row != nullptr) {
        qint64 capacity = 0;
        qint64 used = 0;
        for (const auto& disk : row->vm.disks) {
            capacity += std::max<qint64>(disk.capacityBytes, 0);
            used += std::max<qint64>(disk.allocatedBytes, 0);
        }
        disks.value = presentation::Format::disks(static_cast<int>(row->vm.disks.size())) + QStringLiteral(", ")
            + format.size(static_cast<quint64>(capacity));
        disks.suffix = ItemFacts::tr("(%1 used)").arg(format.size(static_cast<quint64>(used)));
    }
    Fact job = fact(ItemFacts::tr("Last job"), {});
    if (const auto* last = session.jobs().latestOf(item.id)) {
        job.value = StatusWords::operation(last->operation.value(), last->userTriggered);
        job.suffix = StatusWords::of(last->status);
        job.link = QStringLiteral("job");
    }
    Fact vault = fact(ItemFacts::tr("Recovery Services vault"), item.id.vaultId().name());
    vault.link = QStringLiteral("vault");
    QVector<Fact> facts{
        vault,
        fact(ItemFacts::tr("Resource group"), item.id.vaultId().resourceGroup()),
        policy,
        disks,
        job,
        status,
        check,
        next,
        fact(ItemFacts::tr("Oldest recovery point"), oldest ? format.dateTime(oldest->time) : QString()),
        fact(ItemFacts::tr("Latest recovery point"),
             latest ? format.dateTime(latest->time) : moment(item.lastRecoveryPoint))};
    if (item.lastMissedRun) { // the alert ends with the run that makes up for it
        facts.append(fact(ItemFacts::tr("Last missed run"), moment(item.lastMissedRun)));
    }
    return facts;
}

} // namespace valv::views

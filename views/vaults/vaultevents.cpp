// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultevents.h"

#include "frame/alertroutes.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/text/alerttext.h"

#include <algorithm>

namespace valv::views {

namespace {

using contract::AlertSeverity;
using contract::HealthStatus;
using presentation::Protection;

class EventWords
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::VaultEvents)
};

struct Dated
{
    VaultEvent event;
    QDateTime time;
};

QString captionOf(const Context& context, StatusKind kind, const QDateTime& time)
{
    using presentation::AlertText;
    const QString severity = AlertText::severity(kind == StatusKind::Failed        ? AlertSeverity::Critical
                                                     : kind == StatusKind::Warning ? AlertSeverity::Warning
                                                                                   : AlertSeverity::Information);
    return time.isValid() ? severity + QStringLiteral(" · ") + context.language.format().dateTimeShort(time) : severity;
}

Dated alerted(const Context& context, StatusKind kind, const QString& title, const QDateTime& time, const Route& route)
{
    return {{{kind, title, captionOf(context, kind, time)}, route}, time};
}

//! What no alert tells, and no counter of alerts counts: its caption begins with where it was found.
Dated found(const Context& context, const QString& where, StatusKind kind, const QString& title, const QDateTime& time,
            const Route& route)
{
    return {{{kind, title, where + QStringLiteral(" · ") + captionOf(context, kind, time)}, route}, time};
}

void addItem(QList<Dated>& all, const Context& context, const contract::ProtectedItem& item)
{
    const auto protection = presentation::protectionOf(item);
    const auto& alerts = context.session.alerts();
    const auto isTold = [&alerts, &item](const char* code) { // an alert says it, or a person is done with that
        return alerts.fired(item.id, QLatin1String(code)) != nullptr;
    };
    const auto time = item.lastBackupTime.value_or(QDateTime());
    const auto* job = context.session.jobs().latestBackupOf(item.id);
    const Route latest{QStringLiteral("jobs"), {}, job != nullptr ? job->id.text() : QString()};
    const Route machine{QStringLiteral("virtualmachine"), item.sourceResourceId.text(), QStringLiteral("backup")};
    if (protection == Protection::LastFailed && !isTold("BackupFailed")) {
        all.append(found(context, EventWords::tr("Last backup"), StatusKind::Failed,
                         //: %1 is a machine
                         EventWords::tr("%1: the last backup failed").arg(item.friendlyName), time,
                         job != nullptr ? latest : machine));
    } else if (protection == Protection::LastWarned && !isTold("BackupWithWarnings")) {
        all.append(found(context, EventWords::tr("Last backup"), StatusKind::Warning,
                         EventWords::tr("%1: the last backup completed with warnings").arg(item.friendlyName), time,
                         job != nullptr ? latest : machine));
    }
    const auto check = presentation::preCheckOf(item);
    const bool critical = check == HealthStatus::ActionRequired;
    if (critical || check == HealthStatus::ActionSuggested) {
        //: what the backup pre-check says of a machine
        const auto title = critical ? EventWords::tr("%1: action required") : EventWords::tr("%1: action suggested");
        all.append(found(context, EventWords::tr("Pre-check"), critical ? StatusKind::Failed : StatusKind::Warning,
                         title.arg(item.friendlyName), {}, machine));
    }
}

void addSecondLocation(QList<Dated>& all, const Context& context, const contract::Vault& vault)
{
    using contract::ReplicationState;
    if (!vault.replication
        || context.session.alerts().fired(vault.id, QStringLiteral("ReplicationProblem")) != nullptr) {
        return;
    }
    const auto route = vaultRoute(vault.id, QStringLiteral("infrastructure"));
    const auto since = vault.replication->behindSince.value_or(QDateTime());
    switch (vault.replication->state.value()) {
    case ReplicationState::None:
        all.append(found(context, EventWords::tr("Replication"), StatusKind::Warning,
                         EventWords::tr("The vault has no second location"), {}, route));
        break;
    case ReplicationState::Unreachable:
        all.append(found(context, EventWords::tr("Replication"), StatusKind::Failed,
                         EventWords::tr("The second location can't be reached"), since, route));
        break;
    case ReplicationState::Behind:
        if (vault.replication->problem) {
            all.append(found(context, EventWords::tr("Replication"), StatusKind::Warning,
                             EventWords::tr("The second location is behind"), since, route));
        }
        break;
    case ReplicationState::Copying:
    case ReplicationState::Current:
    case ReplicationState::Unknown:
        break;
    }
}

} // namespace

QList<VaultEvent> vaultEvents(const Context& context, const contract::Vault& vault)
{
    QList<Dated> all;
    for (const auto& alert : context.session.alerts().active(vault.id)) {
        const auto text = presentation::AlertText::of(alert, context.language.format());
        all.append(alerted(context, presentation::AlertText::kind(alert.severity.value()), text.headline(), alert.last,
                           alertsRoute(vault.id, alert.id.text())));
    }
    const auto& items = context.session.items();
    int own = 0;
    for (int row = 0; row < items.count(); ++row) {
        if (items.at(row).id.vaultId() == vault.id) {
            addItem(all, context, items.at(row));
            ++own;
        }
    }
    addSecondLocation(all, context, vault);
    if (own > 0 && context.session.capabilities().recoveryKeys
        && !context.settings.recoveryKeyChecked(vault.id.text()).isValid()) {
        all.append(found(context, EventWords::tr("Recovery key"), StatusKind::Warning,
                         EventWords::tr("Nobody has checked the recovery key"), {},
                         vaultRoute(vault.id, QStringLiteral("properties"))));
    }
    std::stable_sort(all.begin(), all.end(), [](const Dated& a, const Dated& b) {
        const auto rank = [](StatusKind kind) {
            return kind == StatusKind::Failed ? 0 : kind == StatusKind::Warning ? 1 : 2;
        };
        const int first = rank(a.event.kind);
        const int second = rank(b.event.kind);
        return first != second ? first < second : a.time > b.time;
    });
    QList<VaultEvent> events;
    for (const auto& one : std::as_const(all)) {
        events.append(one.event);
    }
    return events;
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/alertstore.h"

#include "core/datetime.h"

#include <QTimeZone>

#include <algorithm>

namespace valv::contract {

bool sameRow(const Alert& a, const Alert& b)
{
    return a.changed == b.changed && a.condition == b.condition && a.state == b.state && a.count == b.count
        && a.facts == b.facts && a.changedBy == b.changedBy && a.severity == b.severity && a.target == b.target
        && a.targetName == b.targetName && a.job == b.job && a.description == b.description;
}

} // namespace valv::contract

namespace valv::presentation {

using contract::Alert;
using contract::AlertCondition;
using contract::AlertSeverity;
using contract::AlertState;
using namespace std::chrono_literals;

namespace {

constexpr auto pollPause = 60s;

AlertCounts::Of& countOf(AlertCounts& counts, AlertSeverity severity)
{
    return severity == AlertSeverity::Critical ? counts.critical
        : severity == AlertSeverity::Warning   ? counts.warning
                                               : counts.information;
}

} // namespace

void AlertCounts::add(const Alert& alert)
{
    if (alert.isActive()) {
        auto& of = countOf(*this, alert.severity.value());
        ++of.active;
        of.fresh += alert.state == AlertState::Acknowledged ? 0 : 1;
    }
}

AlertStore::AlertStore(const StoreContext& context, SubscriptionStore& subscriptions, QObject* parent)
    : ListStore(context, parent)
    , m_subscriptions(subscriptions)
{
    dependOn(subscriptions);
    connect(this, &ListStoreBase::loadEnded, this, &AlertStore::ended);
}

void AlertStore::setPeriod(std::optional<std::chrono::hours> period)
{
    if (m_period != period) {
        m_period = period;
        refresh();
    }
}

// Those whose cause is there first: one that is resolved in between comes twice, not never.
void AlertStore::load()
{
    const auto scopes = m_subscriptions.ids();
    begin(scopes);
    for (const auto& scope : scopes) {
        client::AlertFilter filter;
        filter.condition = AlertCondition::Fired;
        const auto page = [this, scope](const QList<Alert>& alerts) { receive(scope, alerts); };
        whenDone(client().alerts().list(scope.subscriptionId(), filter, {this, page}), this,
                 [this, scope](const auto& result) {
                     if (result) {
                         loadResolved(scope);
                     } else {
                         endScope(scope, result.error());
                     }
                 });
    }
}

void AlertStore::loadResolved(const ArmId& scope)
{
    client::AlertFilter filter;
    filter.condition = AlertCondition::Resolved;
    if (m_period) {
        filter.from = toDateTime(client().clock().now() - *m_period);
    }
    const auto page = [this, scope](const QList<Alert>& alerts) { receive(scope, alerts); };
    whenDone(client().alerts().list(scope.subscriptionId(), filter, {this, page}), this,
             [this, scope](const auto& result) {
                 endScope(scope, result ? std::nullopt : std::optional<Error>(result.error()));
             });
}

//! An answer that was overtaken by a later one says nothing new.
Alert AlertStore::merged(const Alert& before, Alert after) const
{
    return before.changed > after.changed ? before : after;
}

void AlertStore::ended()
{
    if (state() == LoadState::Ready) {
        QSet<ArmId> now;
        QList<Alert> news;
        for (int row = 0; row < count(); ++row) {
            if (at(row).isActive()) {
                now.insert(idAt(row));
                if (m_known && !m_active.contains(idAt(row))) {
                    news.append(at(row));
                }
            }
        }
        m_active = now;
        m_known = true;
        if (!news.isEmpty()) {
            Q_EMIT raised(news);
        }
    }
    schedule();
}

// One wait at a time: a later one replaces it.
void AlertStore::schedule()
{
    const int timer = ++m_timer;
    client().delay().after(pollPause, this, [this, timer] {
        if (timer == m_timer) {
            refresh();
        }
    });
}

bool AlertStore::isIn(const Alert& alert, const ArmId& scope)
{
    return scope.isEmpty() || alert.target == scope || (scope == scope.vaultId() && alert.target.vaultId() == scope);
}

AlertCounts AlertStore::counts(const ArmId& scope) const
{
    AlertCounts counts;
    for (int row = 0; row < count(); ++row) {
        if (isIn(at(row), scope)) {
            counts.add(at(row));
        }
    }
    return counts;
}

QHash<ArmId, AlertCounts> AlertStore::countsByVault() const
{
    QHash<ArmId, AlertCounts> all;
    for (int row = 0; row < count(); ++row) {
        if (at(row).isActive()) {
            all[at(row).target.vaultId()].add(at(row));
        }
    }
    return all;
}

QList<Alert> AlertStore::active(const ArmId& scope) const
{
    QList<Alert> all;
    for (int row = 0; row < count(); ++row) {
        if (at(row).isActive() && isIn(at(row), scope)) {
            all.append(at(row));
        }
    }
    std::sort(all.begin(), all.end(), [](const Alert& a, const Alert& b) {
        return a.severity.value() != b.severity.value() ? a.severity.value() < b.severity.value() : a.last > b.last;
    });
    return all;
}

QList<AlertDay> AlertStore::perDay(const ArmId& scope, const QDateTime& now, int days) const
{
    QList<AlertDay> all(days);
    const QDate first = now.date().addDays(1 - days);
    for (int i = 0; i < days; ++i) {
        all[i].day = first.addDays(i);
    }
    for (int row = 0; row < count(); ++row) {
        const auto& alert = at(row);
        const auto index = first.daysTo(alert.raised.toTimeZone(now.timeZone()).date());
        if (index >= 0 && index < days && isIn(alert, scope)) {
            ++(alert.severity == AlertSeverity::Critical ? all[index].critical : all[index].other);
        }
    }
    return all;
}

const Alert* AlertStore::fired(const ArmId& target, const QString& code) const
{
    for (int row = 0; row < count(); ++row) {
        const auto& alert = at(row);
        if (alert.code == code && alert.condition == AlertCondition::Fired && alert.target == target) {
            return &alert;
        }
    }
    return nullptr;
}

QFuture<Result<Alert>> AlertStore::setState(const ArmId& alert, AlertState state)
{
    auto asked = client().alerts().setState(alert, state);
    whenDone(asked, this, [this](const Result<Alert>& changed) {
        if (changed) {
            update({*changed});
        }
    });
    return asked;
}

} // namespace valv::presentation

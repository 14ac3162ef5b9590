// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/alerts.h"

#include "contract/names.h"
#include "engine/faults.h"
#include "engine/notifier.h"

#include <QJsonDocument>
#include <QSqlQuery>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>
#include <iterator>

namespace valv::engine {

using contract::Alert;
using contract::AlertCondition;
using contract::AlertSeverity;
using contract::AlertState;

namespace {

constexpr int daysToKeep = 180; //!< of resolved alerts

struct Kind
{
    QString code;
    AlertSeverity severity;
    bool closedByPerson; //!< nothing takes its cause away: it is done with when a person says so
    const char* words; //!< {name} stands for the machine or vault, other braces for a fact
    const char* action;
};

const Kind* kindOf(const QString& code)
{
    static const Kind kinds[] = {
        {alert::backupFailed, AlertSeverity::Critical, false, "The backup of {name} failed: {message}",
         "Look at the job, remove the cause and back up again."},
        {alert::restoreFailed, AlertSeverity::Critical, false, "The restore of {name} failed: {message}",
         "Look at the job, remove the cause and restore again."},
        {alert::pointTooOld, AlertSeverity::Critical, false,
         "The last good recovery point of {name} is older than its policy allows for (since {since}).",
         "Check that Valv runs at the time of the schedule, and back up now."},
        {alert::missedRun, AlertSeverity::Warning, false,
         "Scheduled backups of {name} could not start on time: {missed}, the first at {since}. One backup makes up for "
         "them.",
         "Nothing, if the computer was off on purpose. Otherwise run Valv as a service."},
        {alert::backupWithWarnings, AlertSeverity::Warning, false,
         "The backup of {name} completed with warnings: {message}", "Look at the job."},
        {alert::backupDataDeleted, AlertSeverity::Critical, true,
         "The backup data of {name} was deleted ({points} recovery points).",
         "If that was not intended, undelete it before its time is up."},
        {alert::recoveryPointDeleted, AlertSeverity::Warning, true,
         "The recovery point of {name} from {time} was deleted.", ""},
        {alert::policyShortened, AlertSeverity::Warning, true,
         "A change of the policy {policy} lets {points} recovery points expire.",
         "Restore from them before they are removed, or pin them."},
        {alert::softDeleteOff, AlertSeverity::Critical, false,
         "Soft delete was turned off for the vault {name}: deleted backup data can't be brought back.",
         "Turn it on again unless this was intended."},
        {alert::replicationProblem, AlertSeverity::Critical, false,
         "The second location of the vault {name} can't be kept up to date: {message}", "Check the second location."},
        {alert::vaultDamaged, AlertSeverity::Critical, false, "The check of the vault {name} found damage: {message}",
         "Restore the damaged files from a copy of the vault, and back up again."},
        {alert::machineAdded, AlertSeverity::Information, true, "The rule {rule} protected {name}.", ""},
        {alert::clockDoubted, AlertSeverity::Warning, false,
         "The clock of {name} jumped forward and shows {shown}. Until it can be believed, no recovery point expires, "
         "no "
         "deleted data is removed, and no immutability ends.",
         "Set the clock right. If it is right, nothing needs to be done: it is believed when Valv has run for a day."},
    };
    const auto* found =
        std::find_if(std::begin(kinds), std::end(kinds), [&code](const Kind& kind) { return kind.code == code; });
    return found == std::end(kinds) ? nullptr : found;
}

QString describe(const Kind& kind, const QString& name, const QMap<QString, QString>& facts)
{
    auto words = QString::fromUtf8(kind.words);
    words.replace(QStringLiteral("{name}"), name);
    for (auto it = facts.begin(); it != facts.end(); ++it) {
        words.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), it.value());
    }
    return words;
}

//! \param vaultId empty: the computer
QString subjectOf(const QString& code, const QString& vaultId, const ItemRecord* item)
{
    return code + QLatin1Char('|') + vaultId + QLatin1Char('|') + (item == nullptr ? QString() : item->nameKey());
}

QString subjectOf(const AlertEvent& event)
{
    return subjectOf(event.code, event.vault == nullptr ? QString() : event.vault->id, event.item);
}

Alert alertFrom(const QVariant& body)
{
    return Alert::fromJson(QJsonDocument::fromJson(body.toString().toUtf8()).object()).value_or(Alert());
}

Result<std::optional<Alert>> firedAlert(const Catalogue& catalogue, const QString& subject)
{
    const auto body =
        catalogue.value(QStringLiteral("SELECT body FROM alerts WHERE subject=? AND condition='Fired'"), {subject});
    if (!body) {
        return Fault(body.error());
    }
    return *body ? std::optional(alertFrom(**body)) : std::nullopt;
}

Result<> saveAlert(Catalogue::Writer& writer, const Alert& saved, const QString& subject)
{
    return done(writer.run(
        QStringLiteral("INSERT INTO alerts(id, subject, target, severity, condition, state, raised, changed, body)"
                       " VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET severity=excluded.severity,"
                       " condition=excluded.condition, state=excluded.state, changed=excluded.changed,"
                       " body=excluded.body"),
        {saved.name, subject, keyOf(saved.target.text()), saved.severity.text(), saved.condition.text(),
         saved.state.text(), saved.raised.toMSecsSinceEpoch(), saved.changed.toMSecsSinceEpoch(),
         QString::fromUtf8(QJsonDocument(saved.toJson()).toJson(QJsonDocument::Compact))}));
}

Result<> updateAlert(Catalogue::Writer& writer, const Alert& changed)
{
    return done(
        writer.run(QStringLiteral("UPDATE alerts SET condition=?, state=?, changed=?, body=? WHERE id=?"),
                   {changed.condition.text(), changed.state.text(), changed.changed.toMSecsSinceEpoch(),
                    QString::fromUtf8(QJsonDocument(changed.toJson()).toJson(QJsonDocument::Compact)), changed.name}));
}

//! Made of what it is about and when, not drawn: jobs end in any order, and what they draw would be in any order too.
Result<QString> newName(const Context& context, const QString& subject)
{
    const auto before =
        context.catalogue->value(QStringLiteral("SELECT count(*) FROM alerts WHERE subject=?"), {subject});
    if (!before) {
        return Fault(before.error());
    }
    const auto words = QStringLiteral("%1|%2|%3")
                           .arg(subject)
                           .arg(context.now().toMSecsSinceEpoch())
                           .arg(*before ? (*before)->toInt() : 0);
    return QUuid::createUuidV5(QUuid(), words).toString(QUuid::WithoutBraces);
}

Alert newAlert(const Context& context, const AlertEvent& event, const Kind& kind, const QString& name)
{
    Alert made;
    made.name = name;
    made.id = ArmId::subscription(context.subscriptionId)
                  .child(QStringLiteral("providers"), QStringLiteral("Microsoft.AlertsManagement"))
                  .child(QStringLiteral("alerts"), made.name);
    made.code = event.code;
    made.severity = kind.severity;
    made.condition = AlertCondition::Fired;
    made.state = AlertState::New;
    made.raised = event.at.value_or(context.now());
    made.count = 0;
    if (event.vault == nullptr) {
        made.target = ArmId::subscription(context.subscriptionId);
        made.targetName = QSysInfo::machineHostName();
        return made;
    }
    const auto& vault = event.vault->vault;
    made.target = vault.id;
    made.targetName = vault.name;
    if (event.item != nullptr) {
        made.target = contract::itemId(vault.id, {event.item->group, event.item->vmName});
        made.targetName = event.item->vmName;
    }
    return made;
}

Result<> resolve(const Context& context, Catalogue::Writer& writer, const QString& subject)
{
    auto known = firedAlert(*context.catalogue, subject);
    if (!known || !*known) {
        return known ? Result<>() : Fault(known.error());
    }
    auto& resolved = **known;
    resolved.condition = AlertCondition::Resolved;
    resolved.resolved = context.now();
    resolved.changed = std::max(resolved.changed, *resolved.resolved); // a clock that was set back is no way back
    const auto saved = saveAlert(writer, resolved, subject);
    return saved ? dropMail(writer, resolved.name, *resolved.resolved) : saved;
}

} // namespace

Result<> raiseAlert(Context& context, Catalogue::Writer& writer, const AlertEvent& event)
{
    const auto* kind = kindOf(event.code);
    if (kind == nullptr) {
        return failure("InternalServerError", "An alert of an unknown kind was raised: " + event.code.toStdString());
    }
    const auto subject = subjectOf(event);
    auto known = firedAlert(*context.catalogue, subject);
    if (!known) {
        return Fault(known.error());
    }
    const auto name = *known ? Result<QString>((*known)->name) : newName(context, subject);
    if (!name) {
        return Fault(name.error());
    }
    const bool isNews = !*known || (*known)->state == AlertState::Closed;
    auto raised = *known ? **known : newAlert(context, event, *kind, *name);
    ++raised.count;
    raised.last = event.at.value_or(context.now());
    raised.changed = raised.last;
    raised.job = event.job;
    raised.facts = event.facts;
    raised.description = describe(*kind, raised.targetName, event.facts);
    raised.action = QString::fromUtf8(kind->action);
    if (raised.state == AlertState::Closed) { // who is at work on it is not asked again; who thought it was over is
        raised.state = AlertState::New;
        raised.changedBy.clear();
    }
    const auto saved = saveAlert(writer, raised, subject);
    return saved && isNews && event.vault != nullptr
        ? queueMail(*context.catalogue, writer, raised, event.vault->id, context.now())
        : saved;
}

Result<> raiseAlertOnce(Context& context, const AlertEvent& event)
{
    const auto known = firedAlert(*context.catalogue, subjectOf(event));
    if (!known || *known) {
        return known ? Result<>() : Fault(known.error());
    }
    return context.catalogue->write([&](Catalogue::Writer& writer) { return raiseAlert(context, writer, event); });
}

Result<> resolveAlerts(Context& context, Catalogue::Writer& writer, const QStringList& codes, const VaultRecord& vault,
                       const ItemRecord* item)
{
    for (const auto& code : codes) {
        if (auto resolved = resolve(context, writer, subjectOf(code, vault.id, item)); !resolved) {
            return resolved;
        }
    }
    return {};
}

Result<> resolveAlertOfComputer(Context& context, const QString& code)
{
    return context.catalogue->write(
        [&](Catalogue::Writer& writer) { return resolve(context, writer, subjectOf(code, {}, nullptr)); });
}

Result<> resolveAlertsOfVault(Context& context, Catalogue::Writer& writer, const VaultRecord& vault)
{
    AlertQuery query;
    query.condition = contract::toText(AlertCondition::Fired);
    query.target = vault.vault.id;
    auto fired = alertsOf(*context.catalogue, query);
    if (!fired) {
        return Fault(fired.error());
    }
    for (auto& found : *fired) {
        const auto* kind = kindOf(found.code);
        if (kind != nullptr && kind->closedByPerson) {
            continue;
        }
        found.condition = AlertCondition::Resolved;
        found.resolved = context.now();
        found.changed = *found.resolved;
        if (auto saved = updateAlert(writer, found); !saved) {
            return saved;
        }
    }
    return {};
}

Result<QList<Alert>> alertsOf(const Catalogue& catalogue, const AlertQuery& query)
{
    auto where = QStringLiteral(" WHERE 1");
    QVariantList values;
    const auto add = [&](const QString& condition, const QVariant& value) {
        where += QStringLiteral(" AND ") + condition;
        values.append(value);
    };
    if (!query.condition.isEmpty()) {
        add(QStringLiteral("condition=? COLLATE NOCASE"), query.condition);
    }
    if (!query.state.isEmpty()) {
        add(QStringLiteral("state=? COLLATE NOCASE"), query.state);
    }
    if (query.from) {
        add(QStringLiteral("raised>=?"), query.from->toMSecsSinceEpoch());
    }
    if (query.to) {
        add(QStringLiteral("raised<=?"), query.to->toMSecsSinceEpoch());
    }
    if (!query.target.isEmpty()) {
        const auto key = keyOf(query.target.text());
        add(QStringLiteral("(target=? OR substr(target, 1, %1)=?)").arg(key.size() + 1), key);
        values.append(QString(key + QLatin1Char('/')));
    }
    QList<Alert> all;
    const auto read =
        catalogue.read(QStringLiteral("SELECT body FROM alerts") + where + QStringLiteral(" ORDER BY changed DESC, id"),
                       values, [&](const QSqlQuery& row) {
                           auto found = alertFrom(row.value(0));
                           // Sev0 and Sev1 are both critical: compared by meaning.
                           if (query.severity == AlertSeverity::Unknown || found.severity == query.severity) {
                               all.append(std::move(found));
                           }
                       });
    if (!read) {
        return Fault(read.error());
    }
    return all;
}

Result<std::optional<Alert>> findAlert(const Catalogue& catalogue, const QString& name)
{
    const auto body = catalogue.value(QStringLiteral("SELECT body FROM alerts WHERE id=?"), {name.toLower()});
    if (!body) {
        return Fault(body.error());
    }
    return *body ? std::optional(alertFrom(**body)) : std::nullopt;
}

Result<Alert> setAlertState(Context& context, const QString& name, AlertState state, const QString& who)
{
    std::optional<Alert> changed;
    auto saved = context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        auto found = findAlert(*context.catalogue, name);
        if (!found) {
            return Fault(found.error());
        }
        if (!*found) {
            return objectNotFound(QStringLiteral("alert"), name);
        }
        changed = **found;
        if (changed->state == state) {
            return {}; // asking for what is, is no change
        }
        changed->state = state;
        changed->changed = context.now();
        changed->changedBy = who;
        const auto* kind = kindOf(changed->code);
        if (kind != nullptr && kind->closedByPerson) {
            const bool closed = state == AlertState::Closed;
            changed->condition = closed ? AlertCondition::Resolved : AlertCondition::Fired;
            changed->resolved = closed ? std::optional(changed->changed) : std::nullopt;
        }
        return updateAlert(writer, *changed);
    });
    if (!saved) {
        return Fault(saved.error());
    }
    return *changed;
}

Result<> forgetOldAlerts(Context& context)
{
    return done(context.catalogue->write(QStringLiteral("DELETE FROM alerts WHERE condition='Resolved' AND changed<?"),
                                         {context.now().addDays(-daysToKeep).toMSecsSinceEpoch()}));
}

} // namespace valv::engine

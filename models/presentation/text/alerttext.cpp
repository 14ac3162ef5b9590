// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/alerttext.h"

#include "core/datetime.h"
#include "presentation/text/errortext.h"

#include <array>

namespace valv::presentation {

using contract::Alert;
using contract::AlertSeverity;
using contract::AlertState;

namespace {

//! The kinds that this text knows; the codes are those of the wire.
enum class AlertKind
{
    Unknown,
    BackupFailed,
    RestoreFailed,
    PointTooOld,
    MissedRun,
    BackupWithWarnings,
    BackupDataDeleted,
    RecoveryPointDeleted,
    PolicyShortened,
    SoftDeleteOff,
    ReplicationProblem,
    VaultDamaged,
    ProtectedByRule,
    ClockDoubted
};

AlertKind kindOf(const QString& code)
{
    constexpr std::array<std::pair<const char*, AlertKind>, 13> kinds{
        {{"BackupFailed", AlertKind::BackupFailed},
         {"RestoreFailed", AlertKind::RestoreFailed},
         {"PointTooOld", AlertKind::PointTooOld},
         {"MissedRun", AlertKind::MissedRun},
         {"BackupWithWarnings", AlertKind::BackupWithWarnings},
         {"BackupDataDeleted", AlertKind::BackupDataDeleted},
         {"RecoveryPointDeleted", AlertKind::RecoveryPointDeleted},
         {"PolicyShortened", AlertKind::PolicyShortened},
         {"SoftDeleteOff", AlertKind::SoftDeleteOff},
         {"ReplicationProblem", AlertKind::ReplicationProblem},
         {"VaultDamaged", AlertKind::VaultDamaged},
         {"ProtectedByRule", AlertKind::ProtectedByRule},
         {"ClockDoubted", AlertKind::ClockDoubted}}};
    for (const auto& [word, kind] : kinds) {
        if (code == QLatin1String(word)) {
            return kind;
        }
    }
    return AlertKind::Unknown;
}

//! Facts by the names that the wire gives them.
struct Facts
{
    const Alert& alert;
    [[nodiscard]] QString text(const char* name) const { return alert.facts.value(QLatin1String(name)); }
    [[nodiscard]] int number(const char* name) const { return text(name).toInt(); }
    [[nodiscard]] QString moment(const char* name, const Format& format) const
    {
        return format.dateTimeSentence(fromIso(text(name)).value_or(QDateTime()));
    }
};

constexpr const char* newsContext = "valv::presentation::AlertText";

} // namespace

AlertStanding standingOf(const Alert& alert)
{
    if (alert.condition == contract::AlertCondition::Resolved) {
        return AlertStanding::Resolved;
    }
    return alert.state == AlertState::Closed      ? AlertStanding::Closed
        : alert.state == AlertState::Acknowledged ? AlertStanding::Acknowledged
                                                  : AlertStanding::New;
}

AlertText AlertText::of(const Alert& alert, const Format& format)
{
    AlertText text;
    text.m_code = alert.code;
    const auto error = alert.facts.value(QStringLiteral("error"));
    const auto message = alert.facts.value(QStringLiteral("message"));
    if (!error.isEmpty()) {
        const auto words =
            ErrorText::of(Error{error.toStdString(), message.toStdString(), {}, {}, {}}, format.locale());
        text.m_cause = words.message();
        text.m_action = words.action();
        text.m_code = error;
    } else {
        text.m_cause = message; // the server's own words
    }
    text.say(alert, format);
    if (text.m_title.isEmpty()) {
        text.m_title = alert.description.isEmpty() ? alert.code : alert.description;
        text.m_happened = alert.description;
    }
    if (text.m_action.isEmpty()) {
        text.m_action = kindOf(alert.code) == AlertKind::Unknown ? alert.action : QString();
    }
    //: %1 is a machine or a vault, %2 what happened to it
    text.m_headline = alert.targetName.isEmpty() ? text.m_title : tr("%1: %2").arg(alert.targetName, text.m_title);
    return text;
}

//! Title, sentence, and what to do where the error's own advice says nothing.
void AlertText::say(const Alert& alert, const Format& format)
{
    const Facts facts{alert};
    const auto& name = alert.targetName;
    const bool again = alert.count > 1;
    const auto last = format.dateTimeSentence(alert.last);
    const auto otherwise = [this](const QString& action) {
        if (m_action.isEmpty()) {
            m_action = action;
        }
    };
    switch (kindOf(alert.code)) {
    case AlertKind::BackupFailed:
        m_title = again ? tr("Backup failed %n time(s)", nullptr, alert.count) : tr("Backup failed");
        //: %1 is a machine, %2 a moment
        m_happened = again
            ? tr("The backup of %1 has failed %n time(s), the last time on %2.", nullptr, alert.count).arg(name, last)
            : tr("The backup of %1 failed on %2.").arg(name, last);
        otherwise(tr("Look at the job, remove the cause, and back up again."));
        break;
    case AlertKind::RestoreFailed:
        m_title = again ? tr("Restore failed %n time(s)", nullptr, alert.count) : tr("Restore failed");
        m_happened = again
            ? tr("The restore of %1 has failed %n time(s), the last time on %2.", nullptr, alert.count).arg(name, last)
            : tr("The restore of %1 failed on %2.").arg(name, last);
        otherwise(tr("Look at the job, remove the cause, and restore again."));
        break;
    case AlertKind::PointTooOld:
        m_title = tr("The last good backup is too old");
        m_happened = tr("%1 has had no good backup since %2. That is longer than its policy allows for.")
                         .arg(name, facts.moment("since", format));
        otherwise(tr("Check that Valv runs at the time of the schedule, and back up now."));
        break;
    case AlertKind::MissedRun: {
        const int missed = std::max(1, facts.number("missed"));
        m_title = tr("%n scheduled backup(s) missed", nullptr, missed);
        m_happened = missed == 1
            ? tr("A scheduled backup of %1 could not start on time, on %2. One backup makes up for it.")
                  .arg(name, facts.moment("since", format))
            : tr("%n scheduled backup(s) of %1 could not start on time, the first on %2. One backup makes up for them.",
                 nullptr, missed)
                  .arg(name, facts.moment("since", format));
        m_cause = tr("The computer was off or asleep, or Valv was not running.");
        otherwise(tr("Nothing, if the computer was off on purpose. Otherwise let Valv run as a service."));
        break;
    }
    case AlertKind::BackupWithWarnings:
        m_title = tr("Backup completed with warnings");
        m_happened = tr("The backup of %1 on %2 completed with warnings.").arg(name, last);
        otherwise(tr("Look at the job."));
        break;
    case AlertKind::BackupDataDeleted:
        m_title = tr("Backup data deleted");
        //: %1 is a machine, %2 a number of recovery points
        m_happened =
            tr("The backup data of %1 was deleted: %2.").arg(name, Format::recoveryPoints(facts.number("points")));
        otherwise(tr("If that was not intended, undelete it before its time is up."));
        break;
    case AlertKind::RecoveryPointDeleted:
        m_title = tr("Recovery point deleted");
        //: %1 is a machine, %2 the moment of the point
        m_happened = tr("The recovery point of %1 from %2 was deleted.").arg(name, facts.moment("time", format));
        otherwise(tr("Close the alert if this was intended."));
        break;
    case AlertKind::PolicyShortened:
        m_title = tr("Recovery points expire because a policy was changed");
        //: %1 is a policy, %2 a number of recovery points
        m_happened = tr("A change of the policy %1 lets recovery points expire: %2.")
                         .arg(facts.text("policy"), Format::recoveryPoints(facts.number("points")));
        otherwise(tr("Restore from them before they are removed, or pin those that must stay."));
        break;
    case AlertKind::SoftDeleteOff:
        m_title = tr("Soft delete is off");
        m_happened =
            tr("Soft delete was turned off for the vault %1: deleted backup data can't be brought back.").arg(name);
        otherwise(tr("Turn it on again unless this was intended."));
        break;
    case AlertKind::ReplicationProblem:
        m_title = tr("The second location is not up to date");
        m_happened = tr("The second location of the vault %1 can't be kept up to date.").arg(name);
        otherwise(tr("Check that the second location is connected and has room."));
        break;
    case AlertKind::VaultDamaged:
        m_title = tr("Damage found in the vault");
        sayDamage(facts.number("files"), facts.number("repaired"), facts.number("points"), facts.text("machines"), name);
        break;
    case AlertKind::ProtectedByRule:
        m_title = tr("Protected by a rule");
        //: %1 is a rule, %2 a machine, %3 a policy
        m_happened =
            tr("The rule %1 protected %2 with the policy %3.").arg(facts.text("rule"), name, facts.text("policy"));
        otherwise(tr("Close the alert if this was intended."));
        break;
    case AlertKind::ClockDoubted:
        m_title = tr("The computer's clock may be wrong");
        //: %1 is a computer, %2 a moment
        m_happened = tr("The clock of %1 jumped forward and shows %2. Until it can be believed, no recovery point "
                        "expires, no deleted data is removed, and no immutability ends.")
                         .arg(name, facts.moment("shown", format));
        otherwise(tr("Set the clock right. If it is right, nothing needs to be done: it is believed when Valv has run "
                     "for a day."));
        break;
    case AlertKind::Unknown:
        break;
    }
}

void AlertText::sayDamage(int files, int repaired, int points, const QString& machines, const QString& vault)
{
    m_title = tr("Damage found in the vault");
    if (files == 0) { // nothing more is told than that
        m_happened = tr("The check of the vault %1 found damage.").arg(vault);
        if (m_action.isEmpty()) {
            m_action = tr("Restore the damaged files from a copy of the vault, then back up again.");
        }
        return;
    }
    m_cause.clear(); // the server's words say no more
    if (points == 0 && repaired >= files) {
        m_title = tr("Damage in the vault was repaired");
        m_happened = tr("The check of the vault %1 found and repaired %n damaged file(s), from the second location.",
                        nullptr, files)
                         .arg(vault);
        m_action = tr("Check the disk that holds the vault: what it holds changed by itself.");
        return;
    }
    m_happened = tr("The check of the vault %1 found %n damaged file(s).", nullptr, files).arg(vault);
    if (points > 0) {
        //: %1 is a number of recovery points, %2 are machines
        m_cause = machines.isEmpty()
            ? tr("What can't be restored whole: %1.").arg(Format::recoveryPoints(points))
            : tr("What can't be restored whole: %1, of %2.").arg(Format::recoveryPoints(points), machines);
    }
    m_action = tr("Look at the vault's properties for what is hit, check its disk, and back these machines up again. A "
                  "second location lets Valv repair damage by itself.");
}

QString AlertText::severity(AlertSeverity value)
{
    switch (value) {
    case AlertSeverity::Critical:
        return tr("Critical");
    case AlertSeverity::Warning:
        return tr("Warning");
    case AlertSeverity::Information:
    case AlertSeverity::Unknown:
        break;
    }
    return tr("Information");
}

StatusKind AlertText::kind(AlertSeverity value)
{
    switch (value) {
    case AlertSeverity::Critical:
        return StatusKind::Failed;
    case AlertSeverity::Warning:
        return StatusKind::Warning;
    case AlertSeverity::Information:
    case AlertSeverity::Unknown:
        break;
    }
    return StatusKind::Info;
}

QString AlertText::standing(AlertStanding value)
{
    switch (value) {
    case AlertStanding::New:
        return tr("New", "alert");
    case AlertStanding::Acknowledged:
        return tr("Acknowledged", "alert");
    case AlertStanding::Closed:
        return tr("Closed", "alert");
    case AlertStanding::Resolved:
        return tr("Resolved", "alert");
    }
    return {};
}

AlertText::News AlertText::news(const Alert& alert)
{
    const auto made = [&alert](const char* title, const char* body, const QStringList& values = {}) {
        return News{Phrase(newsContext, title), Phrase(newsContext, body, values + QStringList{alert.targetName})};
    };
    switch (kindOf(alert.code)) {
    case AlertKind::PointTooOld:
        return made(QT_TRANSLATE_NOOP("valv::presentation::AlertText", "The last good backup is too old"),
                    QT_TRANSLATE_NOOP("valv::presentation::AlertText",
                                      "%1 has had no good backup for longer than its policy allows for."));
    case AlertKind::MissedRun:
        return made(
            QT_TRANSLATE_NOOP("valv::presentation::AlertText", "Scheduled backup missed"),
            QT_TRANSLATE_NOOP("valv::presentation::AlertText", "A scheduled backup of %1 could not start on time."));
    case AlertKind::ReplicationProblem:
        return made(QT_TRANSLATE_NOOP("valv::presentation::AlertText", "The second location is not up to date"),
                    QT_TRANSLATE_NOOP("valv::presentation::AlertText",
                                      "The second location of the vault %1 can't be kept up to date."));
    case AlertKind::VaultDamaged:
        return made(QT_TRANSLATE_NOOP("valv::presentation::AlertText", "Damage found in the vault"),
                    QT_TRANSLATE_NOOP("valv::presentation::AlertText", "The check of the vault %1 found damage."));
    case AlertKind::ProtectedByRule:
        return made(QT_TRANSLATE_NOOP("valv::presentation::AlertText", "Protected by a rule"),
                    QT_TRANSLATE_NOOP("valv::presentation::AlertText", "The rule %1 protected %2."),
                    {Facts{alert}.text("rule")});
    case AlertKind::ClockDoubted:
        return made(QT_TRANSLATE_NOOP("valv::presentation::AlertText", "The computer's clock may be wrong"),
                    QT_TRANSLATE_NOOP("valv::presentation::AlertText",
                                      "The clock of %1 jumped forward. Until it can be believed, nothing expires."));
    default:
        return {};
    }
}

} // namespace valv::presentation

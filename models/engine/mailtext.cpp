// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mailtext.h"

#include "contract/errorwords.h"
#include "engine/alerts.h"
#include "engine/logging.h"

#include <QSysInfo>
#include <QTranslator>

#include <algorithm>
#include <iterator>
#include <optional>

// Outside any namespace, as Q_INIT_RESOURCE asks for.
static void initTranslations()
{
    Q_INIT_RESOURCE(valv_i18n);
}

namespace valv::engine {

using contract::Alert;
using contract::AlertSeverity;

namespace {

//! {name} stands for the machine or vault, other braces for a fact.
struct Sentence
{
    QString code;
    const char* english;
    const char* swedish;
};

const Sentence* sentenceOf(const QString& code)
{
    static const Sentence all[] = {
        {alert::backupFailed, "The backup of {name} failed.", "Säkerhetskopieringen av {name} misslyckades."},
        {alert::restoreFailed, "The restore of {name} failed.", "Återställningen av {name} misslyckades."},
        {alert::pointTooOld, "The last good recovery point of {name} is older than its policy allows for.",
         "Den senaste felfria återställningspunkten för {name} är äldre än principen medger."},
        {alert::missedRun, "Scheduled backups of {name} could not start on time: {missed}.",
         "Schemalagda säkerhetskopieringar av {name} kunde inte starta i tid: {missed}."},
        {alert::backupWithWarnings, "The backup of {name} completed with warnings.",
         "Säkerhetskopieringen av {name} slutfördes med varningar."},
        {alert::backupDataDeleted, "The backup data of {name} was deleted ({points} recovery points).",
         "Säkerhetskopierade data för {name} togs bort ({points} återställningspunkter)."},
        {alert::recoveryPointDeleted, "A recovery point of {name} was deleted.",
         "En återställningspunkt för {name} togs bort."},
        {alert::policyShortened, "A change of the policy {policy} lets {points} recovery points expire.",
         "En ändring av principen {policy} gör att {points} återställningspunkter upphör att gälla."},
        {alert::softDeleteOff, "Soft delete was turned off for the vault {name}.",
         "Mjuk borttagning stängdes av för valvet {name}."},
        {alert::replicationProblem, "The second location of the vault {name} can't be kept up to date.",
         "Den andra platsen för valvet {name} kan inte hållas aktuell."},
        {alert::vaultDamaged, "The check of the vault {name} found damage.",
         "Kontrollen av valvet {name} hittade skador."},
        {alert::machineAdded, "The rule {rule} protected {name}.", "Regeln {rule} skyddade {name}."},
    };
    const auto* found =
        std::find_if(std::begin(all), std::end(all), [&code](const Sentence& each) { return each.code == code; });
    return found == std::end(all) ? nullptr : found;
}

QString happened(const Alert& alert, bool swedish)
{
    const auto* sentence = sentenceOf(alert.code);
    if (sentence == nullptr) {
        return alert.description;
    }
    auto words = QString::fromUtf8(swedish ? sentence->swedish : sentence->english);
    words.replace(QStringLiteral("{name}"), alert.targetName);
    for (auto it = alert.facts.begin(); it != alert.facts.end(); ++it) {
        words.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), it.value());
    }
    return words;
}

QString severityWord(const Alert& alert, bool swedish)
{
    const char* word = alert.severity == AlertSeverity::Critical ? (swedish ? "Kritisk" : "Critical")
        : alert.severity == AlertSeverity::Warning               ? (swedish ? "Varning" : "Warning")
                                                                 : "Information";
    return QString::fromUtf8(word);
}

//! Why it happened and what to do about it; both may be empty.
struct Advice
{
    QString cause;
    QString action;
};

//! \brief What is said of errors in the mail's language: in Swedish what the console says, in English what the engine
//! said.
class ErrorTexts
{
public:
    explicit ErrorTexts(bool swedish)
        : m_isSwedish(swedish)
    {
        initTranslations();
        if (swedish && !m_swedish.load(QStringLiteral(":/i18n/valv_sv.qm"))) {
            qCWarning(lcEngine) << "The Swedish words for errors are missing.";
        }
    }

    //! \param message the engine's, in English; what there are no other words for is told with it
    [[nodiscard]] Advice of(const QString& code, const QString& message) const
    {
        const auto* row = contract::errorRow(code);
        if (row == nullptr) {
            return {message, {}};
        }
        const auto values = contract::valuesIn(message, row->message);
        return {m_isSwedish ? said(row->message, nullptr, values).value_or(message) : message,
                said(row->action.text, row->action.comment, values).value_or(QString())};
    }

private:
    //! Nothing: there is no such text, or a value for it is missing.
    [[nodiscard]] std::optional<QString> said(const char* english, const char* comment, const QStringList& values) const
    {
        if (english == nullptr) {
            return std::nullopt;
        }
        const int number = contract::isCounted(english) ? values.value(0).toInt() : -1;
        const auto swedish =
            m_isSwedish ? m_swedish.translate(contract::errorContext, english, comment, number) : QString();
        return contract::withValues(swedish.isEmpty() ? QString::fromUtf8(english) : swedish, values);
    }

    bool m_isSwedish;
    QTranslator m_swedish;
};

QString paragraph(const Alert& alert, const ErrorTexts& errors, bool swedish, const QTimeZone& zone)
{
    QString text = severityWord(alert, swedish) + QStringLiteral(": ") + happened(alert, swedish) + QLatin1Char('\n');
    const auto line = [&text](const QString& label, const QString& value) {
        if (!value.isEmpty()) {
            text += label + QStringLiteral(": ") + value + QLatin1Char('\n');
        }
    };
    const auto fact = [&alert](const char* name) { return alert.facts.value(QLatin1String(name)); };
    line(swedish ? QStringLiteral("När") : QStringLiteral("When"),
         alert.last.toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    const auto cause = swedish ? QStringLiteral("Orsak") : QStringLiteral("Cause");
    if (const auto code = fact("error"); !code.isEmpty()) {
        const auto advice = errors.of(code, fact("message"));
        line(cause, QStringLiteral("%1 (%2)").arg(advice.cause, code));
        line(swedish ? QStringLiteral("Rekommenderad åtgärd") : QStringLiteral("Recommended action"), advice.action);
    } else if (alert.code == alert::vaultDamaged) { // numbers say it, in any language
        line(swedish ? QStringLiteral("Skadade filer") : QStringLiteral("Damaged files"), fact("files"));
        line(swedish ? QStringLiteral("Reparerade filer") : QStringLiteral("Repaired files"), fact("repaired"));
        line(swedish ? QStringLiteral("Drabbade återställningspunkter") : QStringLiteral("Recovery points hit"),
             fact("points"));
        line(swedish ? QStringLiteral("Drabbade datorer") : QStringLiteral("Machines hit"), fact("machines"));
    } else {
        line(cause, fact("message"));
    }
    line(swedish ? QStringLiteral("Jobb") : QStringLiteral("Job"), alert.job);
    return text;
}

QString footer(bool swedish)
{
    return (swedish
                ? QStringLiteral("-- \nSkickat av Valv på %1. Meddelanden ställs in under Aviseringar i valvet.\n")
                : QStringLiteral("-- \nSent by Valv on %1. Notifications are configured under Alerts of the vault.\n"))
        .arg(QSysInfo::machineHostName());
}

} // namespace

MailText mailAbout(const QList<Alert>& alerts, const QString& vault, const QString& language, const QTimeZone& zone)
{
    const bool swedish = language == QLatin1String("sv");
    MailText mail;
    if (alerts.size() == 1) {
        mail.subject = QStringLiteral("Valv: %1: %2")
                           .arg(severityWord(alerts.first(), swedish), happened(alerts.first(), swedish));
    } else {
        mail.subject = (swedish ? QStringLiteral("Valv: %1 aviseringar i %2") : QStringLiteral("Valv: %1 alerts in %2"))
                           .arg(alerts.size())
                           .arg(vault);
    }
    mail.body = (swedish ? QStringLiteral("Valv: %1\n\n") : QStringLiteral("Vault: %1\n\n")).arg(vault);
    const ErrorTexts errors(swedish);
    for (const auto& alert : alerts) {
        mail.body += paragraph(alert, errors, swedish, zone) + QLatin1Char('\n');
    }
    mail.body += footer(swedish);
    return mail;
}

MailText testMail(const QString& vault, const QString& language)
{
    const bool swedish = language == QLatin1String("sv");
    return {swedish ? QStringLiteral("Valv: provmeddelande från %1").arg(vault)
                    : QStringLiteral("Valv: test message from %1").arg(vault),
            (swedish ? QStringLiteral("Så här kommer aviseringar från valvet %1 fram.\n\n")
                     : QStringLiteral("This is how alerts of the vault %1 arrive.\n\n"))
                    .arg(vault)
                + footer(swedish)};
}

} // namespace valv::engine

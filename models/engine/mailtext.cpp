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

constexpr const char* mailContext = "valv::engine::MailText";

//! {name} stands for the machine or vault, other braces for a fact.
struct Sentence
{
    QString code;
    const char* english;
    const char* counts = nullptr; //!< the fact that %n stands for
};

const Sentence* sentenceOf(const QString& code)
{
    static const Sentence all[] = {
        {alert::backupFailed, QT_TRANSLATE_NOOP("valv::engine::MailText", "The backup of {name} failed.")},
        {alert::restoreFailed, QT_TRANSLATE_NOOP("valv::engine::MailText", "The restore of {name} failed.")},
        {alert::pointTooOld,
         QT_TRANSLATE_NOOP("valv::engine::MailText",
                           "The last good recovery point of {name} is older than its policy allows for.")},
        {alert::missedRun,
         QT_TRANSLATE_N_NOOP("valv::engine::MailText", "%n scheduled backup(s) of {name} could not start on time."),
         "missed"},
        {alert::backupWithWarnings,
         QT_TRANSLATE_NOOP("valv::engine::MailText", "The backup of {name} completed with warnings.")},
        {alert::backupDataDeleted,
         QT_TRANSLATE_N_NOOP("valv::engine::MailText", "The backup data of {name} was deleted (%n recovery point(s))."),
         "points"},
        {alert::recoveryPointDeleted,
         QT_TRANSLATE_NOOP("valv::engine::MailText", "A recovery point of {name} was deleted.")},
        {alert::policyShortened,
         QT_TRANSLATE_N_NOOP("valv::engine::MailText",
                             "After a change of the policy {policy}, %n recovery point(s) will expire."),
         "points"},
        {alert::softDeleteOff,
         QT_TRANSLATE_NOOP("valv::engine::MailText", "Soft delete was turned off for the vault {name}.")},
        {alert::replicationProblem,
         QT_TRANSLATE_NOOP("valv::engine::MailText",
                           "The second location of the vault {name} can't be kept up to date.")},
        {alert::vaultDamaged,
         QT_TRANSLATE_NOOP("valv::engine::MailText", "The check of the vault {name} found damage.")},
        {alert::machineAdded, QT_TRANSLATE_NOOP("valv::engine::MailText", "The rule {rule} protected {name}.")},
        {alert::clockDoubted,
         QT_TRANSLATE_NOOP("valv::engine::MailText",
                           "The clock of {name} jumped forward. Until it can be believed, nothing expires.")},
    };
    const auto* found =
        std::find_if(std::begin(all), std::end(all), [&code](const Sentence& each) { return each.code == code; });
    return found == std::end(all) ? nullptr : found;
}

//! Why it happened and what to do about it; both may be empty.
struct Advice
{
    QString cause;
    QString action;
};

//! The words of a language, that of the vault and not of a screen.
class Words
{
public:
    explicit Words(const QString& language)
        : m_isEnglish(language != QLatin1String("sv"))
    {
        initTranslations();
        if (!m_translator.load(m_isEnglish ? QStringLiteral(":/i18n/valv_en.qm")
                                           : QStringLiteral(":/i18n/valv_sv.qm"))) {
            qCWarning(lcEngine) << "The words of mails are missing.";
        }
    }

    //! \param number what %n stands for
    [[nodiscard]] QString text(const char* english, int number = -1) const
    {
        auto words = translated(mailContext, english, nullptr, number);
        return number < 0 ? words : words.replace(QStringLiteral("%n"), QString::number(number));
    }

    //! What the console says of this error; in English the cause is what the engine said. \param message the engine's,
    //! in English; what there are no other words for is told with it
    [[nodiscard]] Advice adviceOn(const QString& code, const QString& message) const
    {
        const auto* row = contract::errorRow(code);
        if (row == nullptr) {
            return {message, {}};
        }
        const auto values = contract::valuesIn(message, row->message);
        return {m_isEnglish ? message : said(row->message, nullptr, values).value_or(message),
                said(row->action.text, row->action.comment, values).value_or(QString())};
    }

private:
    [[nodiscard]] QString translated(const char* context, const char* english, const char* comment, int number) const
    {
        const auto words = m_translator.translate(context, english, comment, number);
        return words.isEmpty() ? QString::fromUtf8(english) : words;
    }
    //! Nothing: there is no such text, or a value for it is missing.
    [[nodiscard]] std::optional<QString> said(const char* english, const char* comment, const QStringList& values) const
    {
        if (english == nullptr) {
            return std::nullopt;
        }
        const int number = contract::isCounted(english) ? values.value(0).toInt() : -1;
        return contract::withValues(translated(contract::errorContext, english, comment, number), values);
    }

    bool m_isEnglish;
    QTranslator m_translator;
};

QString happened(const Alert& alert, const Words& words)
{
    const auto* sentence = sentenceOf(alert.code);
    if (sentence == nullptr) {
        return alert.description;
    }
    const int number = sentence->counts ? alert.facts.value(QLatin1String(sentence->counts)).toInt() : -1;
    auto text = words.text(sentence->english, number);
    text.replace(QStringLiteral("{name}"), alert.targetName);
    for (auto it = alert.facts.begin(); it != alert.facts.end(); ++it) {
        text.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), it.value());
    }
    return text;
}

QString severityWord(const Alert& alert, const Words& words)
{
    if (alert.severity == AlertSeverity::Critical) {
        return words.text(QT_TRANSLATE_NOOP("valv::engine::MailText", "Critical"));
    }
    return alert.severity == AlertSeverity::Warning
        ? words.text(QT_TRANSLATE_NOOP("valv::engine::MailText", "Warning"))
        : words.text(QT_TRANSLATE_NOOP("valv::engine::MailText", "Information"));
}

QString paragraph(const Alert& alert, const Words& words, const QTimeZone& zone)
{
    QString text = severityWord(alert, words) + QStringLiteral(": ") + happened(alert, words) + QLatin1Char('\n');
    const auto line = [&text, &words](const char* label, const QString& value) {
        if (!value.isEmpty()) {
            text += words.text(label) + QStringLiteral(": ") + value + QLatin1Char('\n');
        }
    };
    const auto fact = [&alert](const char* name) { return alert.facts.value(QLatin1String(name)); };
    line(QT_TRANSLATE_NOOP("valv::engine::MailText", "When"),
         alert.last.toTimeZone(zone).toString(QStringLiteral("yyyy-MM-dd HH:mm")));
    constexpr const char* cause = QT_TRANSLATE_NOOP("valv::engine::MailText", "Cause");
    if (const auto code = fact("error"); !code.isEmpty()) {
        const auto advice = words.adviceOn(code, fact("message"));
        line(cause, QStringLiteral("%1 (%2)").arg(advice.cause, code));
        line(QT_TRANSLATE_NOOP("valv::engine::MailText", "Recommended action"), advice.action);
    } else if (alert.code == alert::vaultDamaged) { // numbers say it, in any language
        line(QT_TRANSLATE_NOOP("valv::engine::MailText", "Damaged files"), fact("files"));
        line(QT_TRANSLATE_NOOP("valv::engine::MailText", "Repaired files"), fact("repaired"));
        line(QT_TRANSLATE_NOOP("valv::engine::MailText", "Recovery points hit"), fact("points"));
        line(QT_TRANSLATE_NOOP("valv::engine::MailText", "Machines hit"), fact("machines"));
    } else {
        line(cause, fact("message"));
    }
    line(QT_TRANSLATE_NOOP("valv::engine::MailText", "Job"), alert.job);
    return text;
}

QString footer(const Words& words)
{
    return QStringLiteral("-- \n")
        + words
              .text(QT_TRANSLATE_NOOP("valv::engine::MailText",
                                      "Sent by Valv on %1. Notifications are configured under Alerts of the vault."))
              .arg(QSysInfo::machineHostName())
        + QLatin1Char('\n');
}

} // namespace

MailText mailAbout(const QList<Alert>& alerts, const QString& vault, const QString& language, const QTimeZone& zone)
{
    const Words words(language);
    MailText mail;
    if (alerts.size() == 1) {
        mail.subject =
            QStringLiteral("Valv: %1: %2").arg(severityWord(alerts.first(), words), happened(alerts.first(), words));
    } else {
        //: Subject of a mail. %1 is a vault
        mail.subject = QStringLiteral("Valv: ")
            + words
                  .text(QT_TRANSLATE_N_NOOP("valv::engine::MailText", "%n alert(s) in %1"),
                        static_cast<int>(alerts.size()))
                  .arg(vault);
    }
    mail.body =
        QStringLiteral("%1: %2\n\n").arg(words.text(QT_TRANSLATE_NOOP("valv::engine::MailText", "Vault")), vault);
    for (const auto& alert : alerts) {
        mail.body += paragraph(alert, words, zone) + QLatin1Char('\n');
    }
    mail.body += footer(words);
    return mail;
}

MailText testMail(const QString& vault, const QString& language)
{
    const Words words(language);
    return {
        QStringLiteral("Valv: ")
            + words.text(QT_TRANSLATE_NOOP("valv::engine::MailText", "test message from %1")).arg(vault),
        words.text(QT_TRANSLATE_NOOP("valv::engine::MailText", "This is how alerts of the vault %1 arrive.")).arg(vault)
            + QStringLiteral("\n\n") + footer(words)};
}

} // namespace valv::engine

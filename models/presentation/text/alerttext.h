// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "core/statuskind.h"
#include "presentation/text/format.h"
#include "presentation/text/phrase.h"

#include <QCoreApplication>
#include <QString>

namespace valv::presentation {

//! How an alert stands: what became of its cause, and what a person made of it.
enum class AlertStanding
{
    New, //!< nobody has looked at it
    Acknowledged, //!< somebody works on it
    Closed, //!< a person is done with it, though its cause may be there
    Resolved //!< its cause is gone
};
[[nodiscard]] AlertStanding standingOf(const contract::Alert& alert);

//! \brief An alert in the person's language: what happened, why, and what to do. Of a kind that is not known here the
//! server's own sentences are shown. A value of the moment: ask again after a change of language. GUI thread.
//! Source: docs/wire-extensions.md, flows.md I9.
class AlertText
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::AlertText)

public:
    [[nodiscard]] static AlertText of(const contract::Alert& alert, const Format& format);

    [[nodiscard]] const QString& title() const { return m_title; } //!< without a name: "Backup failed 3 times"
    [[nodiscard]] const QString& headline() const { return m_headline; } //!< with it: "fil-01: Backup failed 3 times"
    [[nodiscard]] const QString& happened() const { return m_happened; } //!< whole sentences with name and time
    [[nodiscard]] const QString& cause() const { return m_cause; } //!< whole sentences; may be empty
    [[nodiscard]] const QString& action() const { return m_action; } //!< what to do; may be empty
    [[nodiscard]] const QString& code() const { return m_code; } //!< for support: of the error, else of the alert

    [[nodiscard]] static QString severity(contract::AlertSeverity value);
    [[nodiscard]] static StatusKind kind(contract::AlertSeverity value);
    [[nodiscard]] static QString standing(AlertStanding value);

    //! What is told of an alert that nobody's doing here led to, as the notification's title and its one sentence;
    //! empty phrases for the kinds that a job or a person's own command has told already.
    struct News
    {
        Phrase title;
        Phrase body;
    };
    [[nodiscard]] static News news(const contract::Alert& alert);

private:
    void say(const contract::Alert& alert, const Format& format);
    void sayDamage(int files, int repaired, int points, const QString& machines, const QString& vault);

    QString m_title;
    QString m_headline;
    QString m_happened;
    QString m_cause;
    QString m_action;
    QString m_code;
};

} // namespace valv::presentation

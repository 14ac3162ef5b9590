// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "presentation/text/format.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace valv::presentation {

//! One row of a policy's description: "Veckokopia, söndag" – "Behålls i 12 veckor".
struct PolicyRow
{
    QString label;
    QString value;
    friend bool operator==(const PolicyRow&, const PolicyRow&) = default;
};

//! \brief A backup policy in words: whole sentences for the editor and the summary, short rows for cards.
//! Pure apart from the language. Source: flows.md, glossary retention.sentence.*.
class RetentionText
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::RetentionText)

public:
    explicit RetentionText(const Format& format)
        : m_format(format)
    { }

    //! "Varje dag kl. 22:30 (Europe/Stockholm)".
    [[nodiscard]] QString schedule(const contract::BackupPolicy& policy) const;
    [[nodiscard]] QString instant(const contract::BackupPolicy& policy) const; //!< whole sentence
    [[nodiscard]] QString daily(const contract::BackupPolicy& policy) const; //!< whole sentence; empty without the rule
    [[nodiscard]] QString weekly(const contract::BackupPolicy& policy) const;
    [[nodiscard]] QString monthly(const contract::BackupPolicy& policy) const;
    [[nodiscard]] QString yearly(const contract::BackupPolicy& policy) const;
    //! Instant restore and every rule the policy has, one sentence each.
    [[nodiscard]] QStringList sentences(const contract::BackupPolicy& policy) const;
    //! Frequency, instant restore and every rule the policy has, as label and value.
    [[nodiscard]] QList<PolicyRow> rows(const contract::BackupPolicy& policy) const;
    //! How long each rule keeps, nothing else: "30 days, 12 weeks"; empty without rules.
    [[nodiscard]] static QString brief(const contract::BackupPolicy& policy);
    //! The zone as people say it: "local time" for the person's own, "Europe/London", "UTC"; the wire's name when it is
    //! not known.
    [[nodiscard]] QString zone(const QString& wireName) const;

private:
    [[nodiscard]] QString days(const contract::MonthDays& on) const;
    [[nodiscard]] static QString ordinal(const contract::MonthDays& on);
    [[nodiscard]] QString monthlyLabel(const contract::MonthDays& on) const;
    [[nodiscard]] QString yearlyLabel(const contract::YearlyRetention& yearly) const;

    Format m_format;
};

} // namespace valv::presentation

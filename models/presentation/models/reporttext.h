// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/report.h"
#include "presentation/text/format.h"

#include <QCoreApplication>

namespace valv::presentation {

//! \brief A report as a file, in the person's language. Pure; GUI thread. Source: flows.md I10.
class ReportText
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::ReportText)

public:
    //! \param scope "All vaults", or a vault's name
    ReportText(const BackupReport& report, const QString& scope, const Format& format, const Prices& prices = {})
        : m_report(report)
        , m_scope(scope)
        , m_format(format)
        , m_prices(prices)
    { }
    //! Vaults, items and days one below the other, with CRLF; the sizes in bytes. Semicolons in Swedish, as
    //! spreadsheets there expect, else commas. Cells that could run as formulas get a '.
    [[nodiscard]] QString csv() const;
    //! A document with headings and tables, to be printed.
    [[nodiscard]] QString html() const;
    [[nodiscard]] QString period() const; //!< "1 Dec 2018 – 19 Dec 2018"
    [[nodiscard]] QString success(const JobTally& jobs) const; //!< "97 %"; nothing ended: "–"
    [[nodiscard]] QString size(qint64 bytes) const; //!< below 0: "–"
    [[nodiscard]] QString cost(const std::optional<double>& cost) const; //!< not known: "–"
    [[nodiscard]] QString kept(const BackupReport::PolicyRow& policy) const; //!< "10 years"
    [[nodiscard]] QString number(int value) const { return m_format.number(static_cast<qint64>(value)); }

private:
    const BackupReport& m_report;
    QString m_scope;
    const Format& m_format;
    Prices m_prices;
};

} // namespace valv::presentation

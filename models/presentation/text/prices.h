// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

#include <optional>

namespace valv::presentation {

//! \brief What backup costs, as the person has entered it: each price for a month. Valv ships none. A value.
//! Source: flows.md H.
struct Prices
{
    static constexpr double highest = 1'000'000;

    QString currency = QStringLiteral("SEK"); //!< one of currencies()
    std::optional<double> small; //!< an instance of at most 50 GB
    std::optional<double> full; //!< any other instance
    std::optional<double> local; //!< a GB stored, locally redundant
    std::optional<double> geo; //!< a GB stored, geo-redundant

    [[nodiscard]] static QStringList currencies(); //!< SEK, EUR, USD
    [[nodiscard]] bool isEmpty() const { return !small && !full && !local && !geo; }
    [[nodiscard]] QString toText() const; //!< for the settings file
    [[nodiscard]] static Prices fromText(const QString& text); //!< what makes no sense there is left out

    //! What a person types: digits, and at most four after a comma or a point.
    struct Typed
    {
        std::optional<double> price; //!< nothing was typed: nothing
        QString problem; //!< ValPrice; empty: it is good
    };
    [[nodiscard]] static Typed typed(const QString& text);
    //! A price as a person types it, without needless zeros.
    [[nodiscard]] static QString editable(const std::optional<double>& price, const QLocale& locale);
    //! "1 234,50 SEK"
    [[nodiscard]] QString amount(double value, const QLocale& locale) const;

    friend bool operator==(const Prices&, const Prices&) = default;
};

} // namespace valv::presentation

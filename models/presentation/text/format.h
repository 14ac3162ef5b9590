// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/clock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <cstdint>

namespace valv::presentation {

//! \brief How numbers, sizes and moments are written in the person's language and time zone.
//! A small value, cheap to copy; the clock must outlive it. Moments are handed in as instants (any time spec) and shown
//! in the zone. Words come from the installed translators, so a text is made when it is shown, never stored. GUI
//! thread. An invalid moment is written "–". Source: design README §Tables and §Language; glossary unit.*, plural.*.
class Format
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::Format)

public:
    Format(const QLocale& locale, const QTimeZone& zone, const Clock& clock);

    [[nodiscard]] const QLocale& locale() const { return m_locale; }
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    [[nodiscard]] QDateTime now() const; //!< in the zone
    [[nodiscard]] QDate today() const { return now().date(); }

    // Moments
    //! Lists: "18 dec 22:38" / "18 Dec, 22:38"; with the year when it is not this one.
    [[nodiscard]] QString dateTimeShort(const QDateTime& at) const;
    //! Forms, essentials, exports: "2018-12-18 22:38" / "18 Dec 2018, 22:38".
    [[nodiscard]] QString dateTime(const QDateTime& at) const;
    //! Tool tips: "tisdag 18 december 2018 kl. 22:38:04 (Europe/Stockholm, UTC+01:00)".
    [[nodiscard]] QString dateTimeFull(const QDateTime& at) const;
    //! In sentences: "onsdag 19 december kl. 22:30" / "Wednesday 19 December at 22:30"; the year when it is not this
    //! one.
    [[nodiscard]] QString dateTimeSentence(const QDateTime& at) const;
    [[nodiscard]] QString date(const QDateTime& at) const; //!< of an instant, in the zone; as date(QDate)
    [[nodiscard]] QString date(QDate date) const; //!< "2018-12-18" / "18 Dec 2018"
    [[nodiscard]] QString dateShort(QDate date) const; //!< "18 dec" / "18 Dec"
    [[nodiscard]] QString dateLong(QDate date) const; //!< "onsdag 19 december 2018" / "Wednesday 19 December 2018"
    [[nodiscard]] QString time(const QDateTime& at) const; //!< "22:38" / "10:38 PM" (US)
    [[nodiscard]] QString time(QTime time) const;
    //! Group headings: "I dag", "I går", "I morgon", else date(); the first letter is a capital.
    [[nodiscard]] QString day(QDate date) const;
    //! "2018-12-19 00:12–00:26" or both dates when they differ.
    [[nodiscard]] QString span(const QDateTime& from, const QDateTime& to) const;
    [[nodiscard]] QString week(QDate date) const; //!< ISO week: "v. 51" / "week 51"
    //! "om 12 h 48 min" / "in 12 h 48 min" ahead; "för 8 minuter sedan" / "8 minutes ago" behind; "nyss" / "just now".
    [[nodiscard]] QString relative(const QDateTime& at) const;

    // Lengths of time, milliseconds
    [[nodiscard]] QString duration(qint64 milliseconds) const; //!< two units: "12 min 19 s", "1 h 5 min", "2 d 3 h"
    [[nodiscard]] QString durationShort(qint64 milliseconds) const; //!< lists, one unit below an hour: "8 min", "38 s"

    // Numbers
    [[nodiscard]] QString number(qint64 value) const; //!< grouped: "1 024"
    [[nodiscard]] QString number(double value, int decimals) const;
    //! SI units, "412,6 GB", no-break space; one decimal below a terabyte, two from there, none for whole units.
    [[nodiscard]] QString size(std::uint64_t bytes) const;
    [[nodiscard]] QString rate(double bytesPerSecond) const; //!< "182 MB/s"
    [[nodiscard]] QString percent(double fraction, int decimals = 0) const; //!< 0.61: "61 %" / "61%"

    // Lists and counts
    [[nodiscard]] static QString list(const QStringList& parts); //!< "a, b och c"; no comma before och
    [[nodiscard]] static QString capitalised(const QString& text); //!< first letter only
    [[nodiscard]] static QString days(int n); //!< "1 dag", "30 dagar" …
    [[nodiscard]] static QString weeks(int n);
    [[nodiscard]] static QString months(int n);
    [[nodiscard]] static QString years(int n);
    [[nodiscard]] static QString hours(int n);
    [[nodiscard]] static QString minutes(int n);
    [[nodiscard]] static QString seconds(int n);
    [[nodiscard]] static QString virtualMachines(int n);
    [[nodiscard]] static QString vaults(int n);
    [[nodiscard]] static QString items(int n);
    [[nodiscard]] static QString backupItems(int n);
    [[nodiscard]] static QString jobs(int n);
    [[nodiscard]] static QString jobsRunning(int n);
    [[nodiscard]] static QString jobsFailed(int n);
    [[nodiscard]] static QString alerts(int n);
    [[nodiscard]] static QString notifications(int n);
    [[nodiscard]] static QString recoveryPoints(int n);
    [[nodiscard]] static QString policies(int n);
    [[nodiscard]] static QString disks(int n);
    [[nodiscard]] static QString characters(int n);
    [[nodiscard]] static QString errors(int n);
    [[nodiscard]] static QString warnings(int n);
    [[nodiscard]] static QString rows(int n);

    // Days and months by name, as inside a sentence (lower case in Swedish)
    [[nodiscard]] static QString weekday(contract::Weekday day); //!< "söndag" / "Sunday"
    [[nodiscard]] static QString weekdayShort(contract::Weekday day); //!< "sön" / "Sun"
    [[nodiscard]] static QString weekdayDefinite(contract::Weekday day); //!< after an ordinal: "söndagen" / "Sunday"
    [[nodiscard]] static QString weekdayPlural(contract::Weekday day); //!< "söndagar" / "Sundays"
    [[nodiscard]] static QString month(contract::Month month); //!< "januari" / "January"
    [[nodiscard]] static QString weekOfMonth(contract::WeekOfMonth week); //!< capitalised: "Första" / "First"

private:
    [[nodiscard]] bool isSwedish() const { return m_locale.language() == QLocale::Swedish; }
    [[nodiscard]] bool isAmerican() const;
    [[nodiscard]] QString shortMonth(int month) const;
    [[nodiscard]] QString clockTime(QTime time, bool seconds) const;

    QLocale m_locale;
    QTimeZone m_zone;
    const Clock* m_clock;
};

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace valv::test {

//! \brief Where a person sits in front of the console: the language, whether the engine is in the same process or
//! behind HTTPS, and whether there is a pointer or only a keyboard.
struct Seat
{
    enum class Link
    {
        InProcess,
        Https
    };
    enum class Hands
    {
        Pointer,
        Keys
    };

    QString language = QStringLiteral("en"); //!< en or sv
    Link link = Link::InProcess;
    Hands hands = Hands::Pointer;

    [[nodiscard]] bool isSwedish() const { return language == QLatin1String("sv"); }
    //! A text of the glossary, written out in both languages, so that a translation that is missing shows.
    [[nodiscard]] QString in(const char* english, const char* swedish) const
    {
        return QString::fromUtf8(isSwedish() ? swedish : english);
    }
    //! "English, in process, pointer"
    [[nodiscard]] QString name() const;
};

//! \brief The data of a flow: both languages over both transports, twice with the pointer and twice with keys only, so
//! that any two of the three come together in one row. Fetch it as QFETCH(Seat, seat).
void seats();

} // namespace valv::test

Q_DECLARE_METATYPE(valv::test::Seat)

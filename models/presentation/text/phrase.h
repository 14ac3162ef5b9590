// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace valv::presentation {

//! \brief A sentence that is said later, and again after a change of language: its English source, context and values.
//! Made with QT_TRANSLATE_NOOP; a value, kept in lists and files. text() belongs to the GUI thread.
struct Phrase
{
    QByteArray context;
    QByteArray source; //!< English, UTF-8, with %1 … %9; empty: the first value as it is
    QStringList values;

    Phrase() = default;
    Phrase(const char* inContext, const char* english, QStringList with = {})
        : context(inContext)
        , source(english)
        , values(std::move(with))
    { }
    //! A text that is never translated: a name, a server's own words.
    [[nodiscard]] static Phrase verbatim(const QString& text);

    [[nodiscard]] bool isEmpty() const { return source.isEmpty() && values.isEmpty(); }
    [[nodiscard]] QString text() const;
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Phrase fromJson(const QJsonObject& json);
    friend bool operator==(const Phrase&, const Phrase&) = default;
};

} // namespace valv::presentation

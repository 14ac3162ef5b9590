// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace valv::test {

//! \brief A text of the program as a flow writes it down: the English of the sources, and what stands for %1, %2 ….
struct Text
{
    Text(const char* words) // NOLINT(google-explicit-constructor): flows read like sentences
        : english(QString::fromUtf8(words))
    { }
    Text(const char* words, QStringList values, int number = -1)
        : english(QString::fromUtf8(words))
        , arguments(std::move(values))
        , count(number)
    { }
    //! Not the program's: a name that a person gave. The same in all languages.
    [[nodiscard]] static Text verbatim(const QString& name)
    {
        Text text("");
        text.english = name;
        text.isVerbatim = true;
        return text;
    }

    QString english;
    QStringList arguments;
    int count = -1; //!< for %n
    bool isVerbatim = false;
};

//! \brief The words of one language, read from the translations that the program is built with. One English text may be
//! several in Swedish, each in its place; whoever looks for one takes any of them.
class Words
{
public:
    //! \param language en or sv
    explicit Words(const QString& language);
    //! Without mnemonics, with plain spaces. Empty: the language has no words for it.
    [[nodiscard]] QStringList of(const Text& text) const;
    //! As it is compared: without mnemonics and with plain spaces.
    [[nodiscard]] static QString plain(QString text);

private:
    QHash<QString, QStringList> m_translations; //!< by the plain English
    bool m_isEnglish;
};

} // namespace valv::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace valv::presentation {

//! \brief Lower case without marks, one character for one, so that places in the text stay the same: "Återställ" is
//! "aterstall".
[[nodiscard]] QString foldedInPlace(const QString& text);

//! A part of a text: first character and length.
struct TextRange
{
    qsizetype at = 0;
    qsizetype length = 0;
    friend bool operator==(const TextRange&, const TextRange&) = default;
};

//! \brief Where a title matches what was typed, to be shown: in order, not overlapping. Words may be split otherwise
//! than in the title: "backup" marks "Back up", "web01" marks "web-01".
[[nodiscard]] QVector<TextRange> marksIn(const QString& title, const QString& query);

//! \brief Texts with what was typed looked up in them, best first. Folded once, when they are put in; a search over
//! 30,000 takes a few milliseconds. A value: made on one thread it may be read on any.
class SearchIndex
{
public:
    struct Hit
    {
        int entry = -1; //!< in the order in which they were put in
        int rank = 0; //!< lower is better
        friend bool operator==(const Hit&, const Hit&) = default;
    };
    struct Found
    {
        QVector<Hit> best; //!< at most as many as were asked for; equal ones as asked for
        int total = 0;
    };

    void reserve(qsizetype entries) { m_entries.reserve(entries); }
    //! \param also other words for it, in any language; they match, after the title
    //! \param group what find() can be limited to
    //! \param other the title in another language; each word matches one of the two, whichever is nearer
    void add(const QString& title, const QString& also, int group, const QString& other = {});
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }

    //! Which of two that match alike is first.
    enum class Ties
    {
        AsAdded,
        ByTitle
    };
    //! Entries of the group that have every word of the query. Nothing typed: all, in their order.
    [[nodiscard]] Found find(const QString& query, int group, int limit, Ties ties = Ties::AsAdded) const;

private:
    struct Title
    {
        QString text; //!< folded
        QString compact; //!< its letters and digits alone
    };
    struct Entry
    {
        Title title;
        Title other;
        QString also;
        int group = 0;
    };
    [[nodiscard]] static Title folded(const QString& title);
    [[nodiscard]] static int rankOf(const Title& title, const QString& word, const QString& compactWord);
    [[nodiscard]] static int rankOf(const Entry& entry, const QString& word, const QString& compactWord);

    QVector<Entry> m_entries;
};

} // namespace valv::presentation

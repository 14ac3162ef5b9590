// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/app/search.h"

#include <QStringList>

#include <algorithm>

namespace valv::presentation {

namespace {

// How well a word fits; a whole query is as good as its words together.
constexpr int titleStart = 0;
constexpr int wordStart = 1;
constexpr int compactStart = 1; // "backup" at the beginning of "Back up now"
constexpr int inside = 4;
constexpr int alsoStart = 6;
constexpr int alsoInside = 9;
constexpr int none = -1;

QStringList wordsOf(const QString& query)
{
    return foldedInPlace(query).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString compacted(const QString& text)
{
    QString letters;
    letters.reserve(text.size());
    for (const QChar c : text) {
        if (c.isLetterOrNumber()) {
            letters.append(c);
        }
    }
    return letters;
}

bool beginsWord(const QString& text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

//! Where the word is, at the beginning of a word if there is such a place; −1: nowhere.
qsizetype placeOf(const QString& text, const QString& word)
{
    const qsizetype first = text.indexOf(word);
    for (qsizetype at = first; at >= 0; at = text.indexOf(word, at + 1)) {
        if (beginsWord(text, at)) {
            return at;
        }
    }
    return first;
}

} // namespace

QString foldedInPlace(const QString& text)
{
    QString plain = text;
    for (QChar& c : plain) {
        if (c.unicode() < 0x80) {
            c = c.toLower();
            continue;
        }
        const QString parts = c.decomposition();
        c = (parts.isEmpty() || c.decompositionTag() != QChar::Canonical ? c : parts.at(0)).toLower();
    }
    return plain;
}

QVector<TextRange> marksIn(const QString& title, const QString& query)
{
    const QString plain = foldedInPlace(title);
    QVector<TextRange> marks;
    for (const QString& word : wordsOf(query)) {
        const qsizetype at = placeOf(plain, word);
        if (at >= 0) {
            marks.append({at, word.size()});
            continue;
        }
        // Split otherwise: find it among the letters alone, and go back to where these stand.
        const QString letters = compacted(word);
        QVector<qsizetype> places;
        QString compact;
        for (qsizetype i = 0; i < plain.size(); ++i) {
            if (plain.at(i).isLetterOrNumber()) {
                compact.append(plain.at(i));
                places.append(i);
            }
        }
        const qsizetype found = letters.isEmpty() ? -1 : compact.indexOf(letters);
        if (found >= 0) {
            marks.append({places.at(found), places.at(found + letters.size() - 1) - places.at(found) + 1});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const TextRange& a, const TextRange& b) { return a.at < b.at; });
    QVector<TextRange> joined;
    for (const TextRange& mark : marks) {
        if (!joined.isEmpty() && mark.at <= joined.last().at + joined.last().length) {
            TextRange& last = joined.last();
            last.length = std::max(last.length, mark.at + mark.length - last.at);
        } else {
            joined.append(mark);
        }
    }
    return joined;
}

SearchIndex::Title SearchIndex::folded(const QString& title)
{
    const auto text = foldedInPlace(title);
    return {text, compacted(text)};
}

void SearchIndex::add(const QString& title, const QString& also, int group, const QString& other)
{
    Entry entry;
    entry.title = folded(title);
    entry.other = folded(other);
    entry.also = foldedInPlace(also);
    entry.group = group;
    m_entries.append(std::move(entry));
}

int SearchIndex::rankOf(const Title& title, const QString& word, const QString& compactWord)
{
    const qsizetype at = placeOf(title.text, word);
    if (at == 0) {
        return titleStart;
    }
    if (at > 0 && beginsWord(title.text, at)) {
        return wordStart;
    }
    const qsizetype compact = compactWord.isEmpty() ? -1 : title.compact.indexOf(compactWord);
    if (compact == 0) {
        return compactStart;
    }
    return at > 0 || compact > 0 ? inside : none;
}

int SearchIndex::rankOf(const Entry& entry, const QString& word, const QString& compactWord)
{
    const int rank = rankOf(entry.title, word, compactWord);
    const int other = entry.other.text.isEmpty() ? none : rankOf(entry.other, word, compactWord);
    if (rank != none || other != none) {
        return rank == none ? other : other == none ? rank : std::min(rank, other);
    }
    const qsizetype also = placeOf(entry.also, word);
    if (also >= 0) {
        return beginsWord(entry.also, also) ? alsoStart : alsoInside;
    }
    return none;
}

SearchIndex::Found SearchIndex::find(const QString& query, int group, int limit, Ties ties) const
{
    const QStringList words = wordsOf(query);
    QStringList compactWords;
    for (const QString& word : words) {
        compactWords.append(compacted(word));
    }
    Found found;
    for (int i = 0; i < count(); ++i) {
        const Entry& entry = m_entries.at(i);
        if (entry.group != group) {
            continue;
        }
        int rank = 0;
        for (qsizetype w = 0; w < words.size() && rank != none; ++w) {
            const int word = rankOf(entry, words.at(w), compactWords.at(w));
            rank = word == none ? none : rank + word;
        }
        if (rank == none) {
            continue;
        }
        ++found.total;
        // Of equal ones the shorter is nearer to what was typed.
        const int length = words.isEmpty() ? 0 : static_cast<int>(std::min<qsizetype>(entry.title.text.size(), 999));
        found.best.append({i, rank * 1000 + length});
    }
    const bool byTitle = ties == Ties::ByTitle && !words.isEmpty();
    const auto better = [this, byTitle](const Hit& a, const Hit& b) {
        if (a.rank != b.rank) {
            return a.rank < b.rank;
        }
        const int order = byTitle ? m_entries.at(a.entry).title.text.compare(m_entries.at(b.entry).title.text) : 0;
        return order != 0 ? order < 0 : a.entry < b.entry;
    };
    const auto end = found.best.begin() + std::min<qsizetype>(limit, found.best.size());
    std::partial_sort(found.best.begin(), end, found.best.end(), better);
    found.best.erase(end, found.best.end());
    return found;
}

} // namespace valv::presentation

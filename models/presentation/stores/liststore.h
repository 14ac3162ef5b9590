// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/liststorebase.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>
#include <vector>

namespace valv::presentation {

//! \brief The rows of a store and their refresh by difference.
//! For Row there are two functions: const ArmId& rowId(const Row&), and bool sameRow(const Row&, const Row&), which
//! says whether a person would see a difference.
template <typename Row>
class ListStore : public ListStoreBase
{
public:
    [[nodiscard]] int count() const override { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] const Row& at(int row) const { return m_entries[static_cast<size_t>(row)].row; }
    [[nodiscard]] const ArmId& idAt(int row) const override { return rowId(at(row)); }
    [[nodiscard]] int indexOf(const ArmId& id) const override { return m_index.value(id, -1); }
    //! Nothing when there is none; good until the next change.
    [[nodiscard]] const Row* find(const ArmId& id) const
    {
        const int row = indexOf(id);
        return row < 0 ? nullptr : &at(row);
    }
    [[nodiscard]] QList<Row> rows() const
    {
        QList<Row> all;
        all.reserve(count());
        for (const auto& entry : m_entries) {
            all.append(entry.row);
        }
        return all;
    }

protected:
    using ListStoreBase::ListStoreBase;

    //! What becomes of a known row when a new value of it comes, e.g. to keep what a list leaves out.
    virtual Row merged(const Row& before, Row after) const
    {
        Q_UNUSED(before)
        return after;
    }

    //! Whether the load under way would have brought this row, were it still there. One that it would not stays.
    virtual bool covers(const Row& row) const
    {
        Q_UNUSED(row)
        return true;
    }

    //! Begins a load of these scopes; follow with receive() and endScope() for each, or with askEach().
    void begin(const QList<ArmId>& scopes)
    {
        ++m_generation;
        m_scopesAsked = QSet<ArmId>(scopes.cbegin(), scopes.cend());
        m_scopesDone.clear();
        beginScopes(static_cast<int>(scopes.size()));
    }
    //! \brief Calls \c ask for each of these scopes of the load, of which a few are under way at a time: hundreds of
    //! vaults leave room for other lists, and for what a person asks meanwhile.
    void askEach(const QList<ArmId>& scopes, std::function<void(const ArmId& scope)> ask)
    {
        m_unasked = scopes;
        m_ask = std::move(ask);
        for (int i = 0; i < askedAtOnce; ++i) {
            askNext();
        }
    }
    void endScope(const ArmId& scope, const std::optional<Error>& error)
    {
        if (!error) {
            m_scopesDone.insert(scope);
        }
        askNext();
        scopeEnded(error);
    }

    //! Puts values of one scope in: known ones in place, new ones at the end.
    void receive(const ArmId& scope, const QList<Row>& values)
    {
        std::vector<Entry> fresh;
        QHash<ArmId, size_t> freshIndex;
        Changes changes(*this);
        for (const Row& value : values) {
            const int row = indexOf(rowId(value));
            if (row >= 0) {
                Entry& entry = m_entries[static_cast<size_t>(row)];
                entry.seen = m_generation;
                entry.scope = scope;
                changes.put(row, value);
                continue;
            }
            const auto twice = freshIndex.constFind(rowId(value));
            if (twice != freshIndex.cend()) {
                fresh[*twice].row = value;
                continue;
            }
            freshIndex.insert(rowId(value), fresh.size());
            fresh.push_back(Entry{value, scope, m_generation});
        }
        changes.tell();
        append(std::move(fresh));
    }

    //! New values of known rows, which a refresh need not have seen; unknown ones are left out.
    void update(const QList<Row>& values)
    {
        Changes changes(*this);
        for (const Row& value : values) {
            const int row = indexOf(rowId(value));
            if (row >= 0) {
                changes.put(row, value);
            }
        }
        changes.tell();
    }

    void remove(const ArmId& id)
    {
        const int row = indexOf(id);
        if (row >= 0) {
            removeRange(row, row);
            Q_EMIT countChanged();
        }
    }

    //! A row that the backend does not list yet is kept by refreshes until it is let go.
    void hold(const ArmId& id) { m_held.insert(id); }
    void letGo(const ArmId& id) { m_held.remove(id); }

    void sweep() override
    {
        bool any = false;
        int last = count() - 1;
        while (last >= 0) {
            if (!isGone(m_entries[static_cast<size_t>(last)])) {
                --last;
                continue;
            }
            int first = last;
            while (first > 0 && isGone(m_entries[static_cast<size_t>(first - 1)])) {
                --first;
            }
            removeRange(first, last);
            any = true;
            last = first - 1;
        }
        if (any) {
            Q_EMIT countChanged();
        }
    }

private:
    struct Entry
    {
        Row row;
        ArmId scope;
        quint64 seen = 0;
    };

    void askNext()
    {
        if (!m_unasked.isEmpty()) {
            m_ask(m_unasked.takeFirst());
        }
    }

    // Tells of rows that changed, neighbours together.
    class Changes
    {
    public:
        explicit Changes(ListStore& store)
            : m_store(store)
        { }
        void put(int row, const Row& value)
        {
            Row& known = m_store.m_entries[static_cast<size_t>(row)].row;
            Row next = m_store.merged(known, value);
            if (sameRow(known, next)) {
                return;
            }
            known = std::move(next);
            if (m_first >= 0 && row != m_last + 1) {
                tell();
            }
            m_first = m_first < 0 ? row : m_first;
            m_last = row;
        }
        void tell()
        {
            const int first = std::exchange(m_first, -1);
            if (first >= 0) {
                Q_EMIT m_store.rowsChanged(first, m_last);
            }
        }

    private:
        ListStore& m_store;
        int m_first = -1;
        int m_last = -1;
    };

    void append(std::vector<Entry> fresh)
    {
        if (fresh.empty()) {
            return;
        }
        const int first = count();
        const int last = first + static_cast<int>(fresh.size()) - 1;
        Q_EMIT rowsAboutToBeInserted(first, last);
        for (auto& entry : fresh) {
            m_index.insert(rowId(entry.row), static_cast<int>(m_entries.size()));
            m_entries.push_back(std::move(entry));
        }
        Q_EMIT rowsInserted(first, last);
        Q_EMIT countChanged();
    }

    bool isGone(const Entry& entry) const
    {
        return entry.seen != m_generation
            && (m_scopesDone.contains(entry.scope) ? covers(entry.row) : !m_scopesAsked.contains(entry.scope))
            && !m_held.contains(rowId(entry.row));
    }
    // The index is right again before anybody is told.
    void removeRange(int first, int last)
    {
        Q_EMIT rowsAboutToBeRemoved(first, last);
        m_entries.erase(m_entries.begin() + first, m_entries.begin() + last + 1);
        reindex();
        Q_EMIT rowsRemoved(first, last);
    }
    void reindex()
    {
        m_index.clear();
        m_index.reserve(count());
        for (int row = 0; row < count(); ++row) {
            m_index.insert(rowId(at(row)), row);
        }
    }

    static constexpr int askedAtOnce = 4;

    std::deque<Entry> m_entries; // grows by what comes: rows are large, and a vector would hold room for as many again
    QHash<ArmId, int> m_index;
    QSet<ArmId> m_scopesAsked;
    QSet<ArmId> m_scopesDone;
    QList<ArmId> m_unasked;
    std::function<void(const ArmId&)> m_ask;
    QSet<ArmId> m_held;
    quint64 m_generation = 0;
};

} // namespace valv::presentation

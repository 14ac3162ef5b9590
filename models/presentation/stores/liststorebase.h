// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client.h"
#include "core/armid.h"
#include "core/result.h"
#include "presentation/stores/activity.h"

#include <QDateTime>
#include <QObject>

#include <optional>
#include <vector>

namespace valv::presentation {

enum class LoadState
{
    Idle, //!< nothing was asked for yet
    Loading, //!< the first time; rows may already come
    Ready,
    Refreshing, //!< rows stay
    Stale, //!< the last refresh failed, wholly or in part: rows are those of lastUpdated()
    Failed, //!< the first load failed: no rows
};

class FirstList;

//! What a store stands on.
struct StoreContext
{
    client::Client& client;
    ActivityHub& activities;
    FirstList* first = nullptr; //!< null: no list goes before others
};

//! What a started job is known by.
struct StartedJob
{
    ArmId job; //!< empty: the backend made none
    friend bool operator==(const StartedJob&, const StartedJob&) = default;
};

//! \brief A list of values with its state, as item models and blades see it. Rows have a stable id; a refresh tells
//! only what differs, so that a selection or a scroll position never jumps. Rows stand in the order they came; views
//! sort. One thread (the console's).
class ListStoreBase : public QObject
{
    Q_OBJECT
public:
    [[nodiscard]] LoadState state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_state == LoadState::Loading || m_state == LoadState::Refreshing; }
    //! A load is under way, here or in what this list depends on, whose end makes this one load.
    [[nodiscard]] bool isAwaited() const { return isBusy() || (m_parent && m_parent->isAwaited()); }
    //! True once a load ended well, even if a later one failed.
    [[nodiscard]] bool hasLoaded() const { return m_lastUpdated.isValid(); }
    //! Of the last load, when Stale or Failed; several causes stand in details.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const QDateTime& lastUpdated() const { return m_lastUpdated; } //!< UTC; invalid: never

    [[nodiscard]] virtual int count() const = 0;
    [[nodiscard]] virtual const ArmId& idAt(int row) const = 0;
    [[nodiscard]] virtual int indexOf(const ArmId& id) const = 0; //!< -1: none; O(1)
    [[nodiscard]] bool isEmpty() const { return count() == 0; }

    //! That one is read before this can be.
    [[nodiscard]] bool standsOn(const ListStoreBase& other) const;

    //! Asks again. While a load is under way it is remembered, and done once more after that one.
    void refresh();

Q_SIGNALS:
    void stateChanged();
    void loadEnded(); //!< well or not: ask state()
    void countChanged();
    void rowsAboutToBeInserted(int first, int last);
    void rowsInserted(int first, int last);
    void rowsAboutToBeRemoved(int first, int last);
    void rowsRemoved(int first, int last);
    void rowsChanged(int first, int last);
    //! An action of this store made a job.
    void jobStarted(const valv::ArmId& job);

protected:
    explicit ListStoreBase(const StoreContext& context, QObject* parent = nullptr);

    [[nodiscard]] client::Client& client() const { return m_context.client; }
    [[nodiscard]] ActivityHub& activities() const { return m_context.activities; }
    [[nodiscard]] const StoreContext& context() const { return m_context; }

    //! Asks for every scope of the list (a subscription, a vault): calls beginScopes() and then scopeEnded() for each.
    virtual void load() = 0;
    void beginScopes(int scopes);
    void scopeEnded(const std::optional<Error>& error);
    //! What this list depends on could not be read.
    void fail(const Error& error);
    //! All scopes are done: what was not seen in those that succeeded goes.
    virtual void sweep() = 0;
    //! This list is asked for again whenever that one has been; until that one has loaded, it waits.
    void dependOn(ListStoreBase& parent);

private:
    void end();
    void setState(LoadState state);

    StoreContext m_context;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    QDateTime m_lastUpdated;
    std::vector<Error> m_failures;
    int m_pending = 0;
    int m_scopes = 0;
    bool m_again = false;
    ListStoreBase* m_parent = nullptr;
    bool m_waiting = false; // for the parent, or for the first list
};

} // namespace valv::presentation

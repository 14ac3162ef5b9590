// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/liststorebase.h"

#include "core/datetime.h"
#include "presentation/stores/firstlist.h"

#include <algorithm>
#include <utility>

namespace valv::presentation {

ListStoreBase::ListStoreBase(const StoreContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
{ }

void ListStoreBase::refresh()
{
    if (isBusy() && !m_waiting) {
        m_again = true;
        return;
    }
    m_again = false;
    setState(hasLoaded() || !isEmpty() ? LoadState::Refreshing : LoadState::Loading);
    const bool parentIsThere = !m_parent || m_parent->hasLoaded();
    const bool isHeld = m_context.first != nullptr && m_context.first->holds(*this);
    m_waiting = !parentIsThere || isHeld;
    if (isHeld) {
        connect(m_context.first, &FirstList::isThere, this, &ListStoreBase::refresh, Qt::UniqueConnection);
    } else if (parentIsThere) {
        load();
    } else if (!m_parent->isBusy()) {
        m_parent->refresh();
    }
}

bool ListStoreBase::standsOn(const ListStoreBase& other) const
{
    return m_parent != nullptr && (m_parent == &other || m_parent->standsOn(other));
}

void ListStoreBase::dependOn(ListStoreBase& parent)
{
    m_parent = &parent;
    connect(&parent, &ListStoreBase::loadEnded, this, [this, &parent] {
        if (parent.hasLoaded()) {
            refresh();
        } else {
            fail(parent.error().value_or(Error()));
        }
    });
}

void ListStoreBase::beginScopes(int scopes)
{
    m_failures.clear();
    m_scopes = scopes;
    m_pending = scopes;
    if (m_pending == 0) {
        end();
    }
}

void ListStoreBase::scopeEnded(const std::optional<Error>& error)
{
    if (error) {
        m_failures.push_back(*error);
    }
    if (--m_pending == 0) {
        end();
    }
}

void ListStoreBase::end()
{
    sweep();
    if (!m_failures.empty()) {
        Error error = m_failures.front();
        const bool alike = std::all_of(m_failures.begin(), m_failures.end(),
                                       [&error](const Error& other) { return other.code == error.code; });
        if (!alike) {
            error.details = m_failures;
        }
        fail(error);
        return;
    }
    m_error.reset();
    m_lastUpdated = toDateTime(client().clock().now());
    setState(LoadState::Ready);
    Q_EMIT loadEnded();
    if (std::exchange(m_again, false)) {
        refresh();
    }
}

void ListStoreBase::fail(const Error& error)
{
    m_waiting = false;
    m_error = error;
    setState(hasLoaded() || !isEmpty() ? LoadState::Stale : LoadState::Failed);
    Q_EMIT loadEnded();
    if (std::exchange(m_again, false)) {
        refresh();
    }
}

void ListStoreBase::setState(LoadState state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/firstlist.h"

#include "presentation/stores/liststorebase.h"

namespace valv::presentation {

namespace {

constexpr std::chrono::milliseconds longest(500);

} // namespace

void FirstList::wait(ListStoreBase& list, client::Delay& delay)
{
    m_list = &list;
    connect(&list, &ListStoreBase::rowsInserted, this, &FirstList::end);
    connect(&list, &ListStoreBase::loadEnded, this, &FirstList::end);
    delay.after(longest, this, [this] { end(); });
}

bool FirstList::holds(const ListStoreBase& other) const
{
    return m_list != nullptr && &other != m_list && !m_list->standsOn(other);
}

void FirstList::end()
{
    if (m_list != nullptr) {
        m_list->disconnect(this);
        m_list = nullptr;
        Q_EMIT isThere();
    }
}

} // namespace valv::presentation

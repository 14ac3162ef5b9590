// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/card.h"
#include "frame/context.h"

namespace valv::views {

class Essentials;
class EventList;

//! \brief What needs attention over all vaults: the active alerts, the critical first, and how many there are.
class OverviewAlertsCard : public Card
{
    Q_OBJECT
public:
    explicit OverviewAlertsCard(const Context& context, QWidget* parent = nullptr);
    void update();

private:
    const Context m_context;
    EventList* m_events;
    QStringList m_ids; //!< of the alerts that they are
};

//! \brief The backup items that the person has pinned, in that order: how each stands, and its latest point. Not there
//! while there is none.
class OverviewPinnedCard : public Card
{
    Q_OBJECT
public:
    explicit OverviewPinnedCard(const Context& context, QWidget* parent = nullptr);
    void update();

private:
    const Context m_context;
    Essentials* m_items;
};

//! \brief What each vault holds, the largest first, and all of them together.
class OverviewStorageCard : public Card
{
    Q_OBJECT
public:
    explicit OverviewStorageCard(const Context& context, QWidget* parent = nullptr);
    void update();

private:
    const Context m_context;
    Essentials* m_vaults;
    Label* m_none;
};

} // namespace valv::views

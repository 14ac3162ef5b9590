// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/itembatch.h"

#include "contract/names.h"
#include "core/whendone.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace valv::presentation {
namespace {

constexpr int commandsAtOnce = 4;

} // namespace

ItemBatch::ItemBatch(ActivityHub& activities, Activity activity, const QList<ArmId>& items, Ask ask, QObject* parent)
    : QObject(parent)
    , m_activities(activities)
    , m_activity(std::move(activity))
    , m_ask(std::move(ask))
{
    for (const auto& id : items) {
        m_items.append({id, State::Waiting, std::nullopt, {}});
    }
}

int ItemBatch::count(State state) const
{
    return static_cast<int>(
        std::count_if(m_items.cbegin(), m_items.cend(), [state](const Item& item) { return item.state == state; }));
}

void ItemBatch::run()
{
    if (m_running) {
        return;
    }
    m_running = true;
    for (auto& item : m_items) {
        if (item.state == State::Failed) {
            item.state = State::Waiting;
            item.error.reset();
        }
    }
    m_activity.of = count(State::Waiting);
    const auto first =
        std::find_if(m_items.cbegin(), m_items.cend(), [](const Item& item) { return item.state == State::Waiting; });
    if (first != m_items.cend()) { // a single one is told of by name
        m_activity.target = first->id;
        m_activity.subject = contract::vmNameFrom(first->id.name()).value_or(contract::VmName()).vm;
    }
    m_number = m_activities.begin(m_activity, [batch = QPointer(this)] {
        if (batch) {
            batch->run();
        }
    });
    next();
}

void ItemBatch::next()
{
    for (int i = 0; i < m_items.size() && count(State::Running) < commandsAtOnce; ++i) {
        if (m_items.at(i).state == State::Waiting) {
            start(i);
        }
    }
    m_running = count(State::Running) > 0;
    Q_EMIT changed();
    if (!m_running) {
        end();
    }
}

void ItemBatch::start(int index)
{
    m_items[index].state = State::Running;
    whenDone(m_ask(m_items.at(index).id), this, [this, index](const Result<StartedJob>& result) {
        auto& item = m_items[index];
        item.state = result ? State::Done : State::Failed;
        if (result) {
            item.job = result->job;
        } else {
            item.error = result.error();
        }
        next();
    });
}

void ItemBatch::end()
{
    const auto failed =
        std::find_if(m_items.cbegin(), m_items.cend(), [](const Item& item) { return item.state == State::Failed; });
    if (failed == m_items.cend()) {
        m_activities.succeed(m_number);
    } else {
        m_activities.fail(m_number, *failed->error, {}, count(State::Failed));
    }
    Q_EMIT ended();
    if (m_released && failed == m_items.cend()) {
        deleteLater();
    }
}

void ItemBatch::release()
{
    m_released = true;
    if (!m_running && count(State::Failed) == 0) {
        deleteLater();
    }
}

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "core/result.h"
#include "presentation/stores/liststorebase.h"

#include <QFuture>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace valv::presentation {

//! \brief One command on several items: one job each, a few at a time, and one notification for all. An item that fails
//! stops nobody else; run() again takes those that are left. It goes on when nobody looks any longer. GUI thread.
//! Source: flows.md D6, K11.
class ItemBatch final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Waiting,
        Running,
        Done,
        Failed
    };
    struct Item
    {
        ArmId id;
        State state = State::Waiting;
        std::optional<Error> error; //!< when Failed
        ArmId job; //!< when Done, if the backend made one
    };
    using Ask = std::function<QFuture<Result<StartedJob>>(const ArmId& item)>;

    //! \param activity kind, and the second name of its words
    ItemBatch(ActivityHub& activities, Activity activity, const QList<ArmId>& items, Ask ask,
              QObject* parent = nullptr);

    [[nodiscard]] const QList<Item>& items() const { return m_items; }
    [[nodiscard]] int count(State state) const;
    [[nodiscard]] bool isRunning() const { return m_running; }
    //! For what is left: waiting or failed.
    void run();
    //! Nobody looks any longer: it goes when all is done; what failed can still be tried again from its notification.
    void release();

Q_SIGNALS:
    void changed();
    void ended(); //!< no item runs or waits

private:
    void next();
    void start(int index);
    void end();

    ActivityHub& m_activities;
    Activity m_activity;
    QList<Item> m_items;
    Ask m_ask;
    int m_number = 0;
    bool m_running = false;
    bool m_released = false;
};

} // namespace valv::presentation

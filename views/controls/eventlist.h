// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statuskind.h"

#include <QVector>
#include <QWidget>

namespace valv::views {

class EventRow;
class Label;
class LinkButton;

//! \brief What happened, one below the other, the first few at first: "and 4 more" shows the others in place.
class EventList : public QWidget
{
    Q_OBJECT
public:
    struct Event
    {
        StatusKind kind = StatusKind::None;
        QString title;
        QString caption;
    };

    //! \param few how many are shown at first
    explicit EventList(int few, QWidget* parent = nullptr);

    //! \param none what stands there while there is none
    void setEvents(const QVector<Event>& events, const QString& none);

Q_SIGNALS:
    void chosen(int event);

private:
    void showAll();
    void makeRows(int count);

    const int m_few;
    bool m_showsAll = false;
    QVector<Event> m_events;
    QString m_none;
    QVector<EventRow*> m_rows;
    Label* m_text; //!< that there is none, or how many are not shown even so
    LinkButton* m_more;
};

} // namespace valv::views

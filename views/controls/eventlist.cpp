// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/eventlist.h"

#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/statusrow.h"

#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

namespace {

constexpr int most = 100; // a list of its own is better from here

} // namespace

EventList::EventList(int few, QWidget* parent)
    : QWidget(parent)
    , m_few(few)
    , m_text(new Label(LabelKind::Secondary))
    , m_more(new LinkButton)
{
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    m_text->setWordWrap(true);
    m_text->hide();
    m_more->setObjectName(QStringLiteral("events.more"));
    m_more->hide();
    makeRows(few); // Tab comes to them before the link
    lines->addWidget(m_text);
    lines->addSpacing(Space::xs);
    lines->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QAbstractButton::clicked, this, &EventList::showAll);
}

void EventList::makeRows(int count)
{
    for (auto i = static_cast<int>(m_rows.size()); i < count; ++i) {
        auto* row = new EventRow;
        connect(row, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(i); });
        static_cast<QVBoxLayout*>(layout())->insertWidget(i, row);
        row->hide();
        if (i > 0) {
            setTabOrder(m_rows.constLast(), row);
        }
        m_rows.append(row);
    }
}

void EventList::setEvents(const QVector<Event>& events, const QString& none)
{
    m_events = events;
    m_none = none;
    const auto all = static_cast<int>(events.size());
    const int shown = std::min(all, m_showsAll ? most : m_few);
    makeRows(shown);
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < shown);
        if (i < shown) {
            m_rows[i]->setEvent(events[i].kind, events[i].title, events[i].caption);
        }
    }
    const QString more = tr("and %n more", nullptr, all - shown);
    m_text->setText(events.isEmpty() ? none : more);
    m_text->setVisible(events.isEmpty() || (m_showsAll && shown < all));
    m_more->setText(more);
    m_more->setVisible(!m_showsAll && shown < all);
}

//! The link is gone then: the focus goes on to the first that it has shown.
void EventList::showAll()
{
    const bool hadFocus = m_more->hasFocus();
    m_showsAll = true;
    setEvents(m_events, m_none);
    if (hadFocus && m_rows.size() > m_few) {
        m_rows[m_few]->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace valv::views

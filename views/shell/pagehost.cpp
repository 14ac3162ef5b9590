// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pagehost.h"

#include <QApplication>

#include <utility>

namespace valv::views {

PageMaker pageMaker(const Context& context, const PageFactories& factories)
{
    return [context, factories](const Route& route) -> Page* {
        const auto found = factories.find(route.page);
        return found == factories.end() ? nullptr : found->second(context, route);
    };
}

PageHost::PageHost(QWidget* parent)
    : QStackedWidget(parent)
{ }

void PageHost::setMaker(PageMaker maker)
{
    for (Place& place : m_places) {
        drop(place);
    }
    m_places.clear();
    m_at = -1;
    m_maker = std::move(maker);
}

void PageHost::setHome(const Crumb& home)
{
    m_home = home;
    for (const Place& place : m_places) {
        if (place.view) {
            place.view->setHome(home);
        }
    }
}

Route PageHost::current() const
{
    return m_at < 0 ? Route{} : m_places[static_cast<size_t>(m_at)].route;
}

PageView* PageHost::view() const
{
    return m_at < 0 ? nullptr : m_places[static_cast<size_t>(m_at)].view.data();
}

PageView* PageHost::makeView(Page* page, const Route& route)
{
    auto* made = new PageView(page, route, this);
    made->setHome(m_home);
    connect(made, &PageView::routeWanted, this, &PageHost::open);
    addWidget(made);
    return made;
}

void PageHost::drop(Place& place)
{
    if (place.view) {
        removeWidget(place.view);
        place.view->hide();
        place.view->deleteLater();
        place.view = nullptr;
    }
}

//! Keeps the latest pages alive and the latest places in mind.
void PageHost::trim()
{
    while (static_cast<int>(m_places.size()) > placeLimit && m_at > 0) {
        drop(m_places.front());
        m_places.erase(m_places.begin());
        --m_at;
    }
    int alive = 0;
    for (const Place& place : m_places) {
        alive += place.view ? 1 : 0;
    }
    for (int i = 0; i < static_cast<int>(m_places.size()) && alive > liveLimit; ++i) {
        Place& place = m_places[static_cast<size_t>(i)];
        if (i != m_at && place.view && place.view->page()->unsaved().isEmpty()) {
            drop(place);
            --alive;
        }
    }
}

void PageHost::leave(std::function<void()> then)
{
    const PageView* from = view();
    const QString sentence = from ? from->page()->unsaved() : QString();
    if (sentence.isEmpty() || !m_ask) {
        then();
    } else {
        m_ask(sentence, std::move(then));
    }
}

bool PageHost::show(int at, bool focus)
{
    Place& place = m_places[static_cast<size_t>(at)];
    if (!place.view) {
        Page* page = m_maker ? m_maker(place.route) : nullptr;
        if (page == nullptr) {
            Q_EMIT notFound(place.route);
            return false;
        }
        place.view = makeView(page, place.route);
    }
    if (m_at >= 0 && m_at != at && m_at < static_cast<int>(m_places.size())) {
        Place& before = m_places[static_cast<size_t>(m_at)];
        QWidget* focused = QApplication::focusWidget();
        if (before.view && focused && before.view->isAncestorOf(focused)) {
            before.focus = focused;
        }
    }
    m_at = at;
    setCurrentWidget(place.view);
    if (focus) {
        if (place.focus && place.view->isAncestorOf(place.focus) && place.focus->isVisibleTo(place.view)) {
            place.focus->setFocus(Qt::OtherFocusReason);
        } else {
            place.view->page()->focusFirst();
        }
    }
    trim();
    Q_EMIT currentChangedTo(m_places[static_cast<size_t>(m_at)].route);
    return true;
}

void PageHost::start(const Route& home, const Route& first)
{
    m_places.push_back({home, nullptr, nullptr});
    m_at = 0;
    if (!(first == home)) {
        open(first);
    }
    if (!view()) {
        show(0, true);
    }
}

void PageHost::open(const Route& route)
{
    if (route.page.isEmpty()) {
        return;
    }
    if (m_at >= 0 && current() == route) {
        view()->page()->focusFirst();
        return;
    }
    leave([this, route] {
        Q_EMIT leaving();
        // A place that has no page leaves the history as it was.
        Page* page = m_maker ? m_maker(route) : nullptr;
        if (page == nullptr) {
            Q_EMIT notFound(route);
            return;
        }
        while (static_cast<int>(m_places.size()) > m_at + 1) {
            drop(m_places.back());
            m_places.pop_back();
        }
        m_places.push_back({route, makeView(page, route), {}});
        show(m_at + 1, true);
    });
}

void PageHost::replace(const Route& route)
{
    if (m_at < 0) {
        open(route);
        return;
    }
    if (current() == route) {
        return;
    }
    Q_EMIT leaving();
    Page* page = m_maker ? m_maker(route) : nullptr;
    if (page == nullptr) {
        Q_EMIT notFound(route);
        return;
    }
    Place& place = m_places[static_cast<size_t>(m_at)];
    drop(place);
    place = {route, makeView(page, route), {}};
    show(m_at, true);
}

void PageHost::back()
{
    if (canGoBack()) {
        leave([this] {
            Q_EMIT leaving();
            show(m_at - 1, true);
        });
    }
}

void PageHost::forward()
{
    if (canGoForward()) {
        leave([this] {
            Q_EMIT leaving();
            show(m_at + 1, true);
        });
    }
}

} // namespace valv::views

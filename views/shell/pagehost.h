// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"
#include "shell/pageview.h"

#include <QPointer>
#include <QStackedWidget>

#include <functional>
#include <vector>

namespace valv::views {

//! Makes the page of a route; null when there is none.
using PageMaker = std::function<Page*(const Route&)>;
//! \brief A maker out of the areas' factories.
[[nodiscard]] PageMaker pageMaker(const Context& context, const PageFactories& factories);

//! \brief The pages that are open and the way one came: back and forward as in a browser.
//! A page lives as long as the history knows its place; of the oldest ones only the place is kept, and they are made
//! anew when one comes back. Where the person already is, open() only takes the focus there.
class PageHost : public QStackedWidget
{
    Q_OBJECT
public:
    static constexpr int liveLimit = 12; //!< pages that are kept alive
    static constexpr int placeLimit = 50;

    explicit PageHost(QWidget* parent = nullptr);

    //! Forgets everything and uses this maker from now on.
    void setMaker(PageMaker maker);
    void setHome(const Crumb& home);
    //! Asked before leaving a page that has something unsaved: calls the second argument to go on.
    void setQuestion(std::function<void(const QString& sentence, std::function<void()> leave)> ask)
    {
        m_ask = std::move(ask);
    }

    //! The first place: one came to it from home, which is made when one goes back there. Where it has no page, home is
    //! shown. To be called once after setMaker().
    void start(const Route& home, const Route& first);
    void open(const Route& route);
    void replace(const Route& route);
    void back();
    void forward();
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < static_cast<int>(m_places.size()); }
    [[nodiscard]] Route current() const;
    [[nodiscard]] PageView* view() const; //!< null when nothing is open

Q_SIGNALS:
    //! Another page takes the place of the current one now; it is not made yet.
    void leaving();
    void currentChangedTo(const valv::views::Route& route);
    //! No page for this place.
    void notFound(const valv::views::Route& route);

private:
    struct Place
    {
        Route route;
        QPointer<PageView> view;
        QPointer<QWidget> focus; //!< where the keyboard was when one left
    };
    void leave(std::function<void()> then);
    bool show(int at, bool focus);
    PageView* makeView(Page* page, const Route& route);
    void drop(Place& place);
    void trim();

    PageMaker m_maker;
    Crumb m_home;
    std::function<void(const QString&, std::function<void()>)> m_ask;
    std::vector<Place> m_places;
    int m_at = -1;
};

} // namespace valv::views

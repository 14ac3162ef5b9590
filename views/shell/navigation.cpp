// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/navigation.h"

#include "controls/action.h"
#include "controls/menu.h"
#include "controls/navlist.h"
#include "presentation/app/settings.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <cstdlib>

namespace valv::views {

namespace {

constexpr int footHeight = 52;
const QString servicesName = QStringLiteral("services");

} // namespace

Navigation::Navigation(presentation::Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_list(new NavList(Size::navItem))
    , m_toggle(new NavItem({}, Size::navItem, this))
{
    setObjectName(QStringLiteral("navigation"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::sm, Space::sm, Space::sm + 1, Space::sm);
    layout->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_list);
    m_list->setAutoFillBackground(false); // setWidget() turned it on
    layout->addWidget(scroll, 1);
    layout->addSpacing(Space::lg);
    layout->addWidget(m_toggle);
    m_toggle->setCheckable(false);
    connect(m_list, &NavList::activated, this, [this](const QString& page) {
        Q_EMIT routeWanted(Route{page, {}, {}});
    });
    connect(m_list, &NavList::moveWanted, this, &Navigation::moveFavourite);
    connect(m_list, &NavList::menuWanted, this, &Navigation::showMenu);
    connect(m_toggle, &QAbstractButton::clicked, this, [this] {
        if (m_narrow) {
            m_openInNarrow = !m_openInNarrow;
        } else {
            m_settings.setNavCollapsed(!m_settings.navCollapsed());
        }
        updateCollapsed();
    });
    connect(&settings, &presentation::Settings::changed, this, [this](presentation::Settings::Key key) {
        if (key == presentation::Settings::Key::Favourites) {
            rebuild();
        } else if (key == presentation::Settings::Key::NavCollapsed) {
            updateCollapsed();
        }
    });
    rebuild();
    updateCollapsed();
}

void Navigation::setServices(const Services& services)
{
    m_services = services;
    rebuild();
}

void Navigation::setBadge(const QString& page, int count)
{
    m_badges.insert(page, count);
    m_list->setBadge(page, count);
}

void Navigation::setCurrent(const Route& route)
{
    m_current = route;
    const Service* service = m_services.find(route.page);
    m_list->setCurrent(service != nullptr ? QString(QLatin1String(service->page)) : route.page);
}

void Navigation::setNarrow(bool narrow)
{
    if (m_narrow != narrow) {
        m_narrow = narrow;
        m_openInNarrow = false;
        updateCollapsed();
    }
}

QStringList Navigation::favourites() const
{
    return m_settings.hasFavourites() ? m_settings.favourites() : m_services.defaultFavourites();
}

//! Past favourites that this connection has no page for, which are not shown and keep their places.
void Navigation::moveFavourite(const QString& page, int places)
{
    QStringList order = favourites();
    const auto shown = [this](const QString& each) { return m_services.find(each) != nullptr; };
    qsizetype at = order.indexOf(page);
    if (at < 0) {
        return; // All services and Overview stand where they stand
    }
    for (int left = std::abs(places); left > 0; --left) {
        qsizetype to = at;
        do {
            to += places > 0 ? 1 : -1;
        } while (to >= 0 && to < order.size() && !shown(order.at(to)));
        if (to < 0 || to >= order.size()) {
            break;
        }
        order.move(at, to);
        at = to;
    }
    m_settings.setFavourites(order);
    if (NavItem* moved = m_list->item(page)) {
        moved->setFocus(places > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    }
}

void Navigation::showMenu(const QString& page, const QPoint& at)
{
    if (!favourites().contains(page)) {
        return;
    }
    auto* menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QStringList shown;
    for (const QString& each : favourites()) {
        if (m_services.find(each) != nullptr) {
            shown.append(each);
        }
    }
    const auto add = [this, menu, page](Icon icon, const QString& text, const QString& why, int places) {
        QAction* action = makeAction(icon, text, menu);
        setReason(action, why);
        connect(action, &QAction::triggered, this, [this, page, places] { moveFavourite(page, places); });
        menu->addAction(action);
    };
    add(Icon::Up, tr("Move up"), page == shown.first() ? tr("It already stands first.") : QString(), -1);
    add(Icon::Down, tr("Move down"), page == shown.last() ? tr("It already stands last.") : QString(), 1);
    menu->addSeparator();
    QAction* remove = makeAction(Icon::Favorite, tr("Remove from favorites"), menu);
    connect(remove, &QAction::triggered, this, [this, page] {
        QStringList rest = favourites();
        rest.removeAll(page);
        m_settings.setFavourites(rest);
    });
    menu->addAction(remove);
    menu->popup(at);
}

void Navigation::rebuild()
{
    QVector<NavEntry> entries{{servicesName, tr("All services"), Icon::AllServices}};
    const auto add = [this, &entries](const Service& service, const QString& group) {
        const QString page = QLatin1String(service.page);
        entries.append({page, Services::shortTitle(service), service.icon, group, m_badges.value(page)});
    };
    if (const Service* overview = m_services.find(QStringLiteral("overview"))) {
        add(*overview, {});
    }
    for (const QString& page : favourites()) {
        const Service* service = m_services.find(page);
        if (service != nullptr && page != QLatin1String("overview")) {
            add(*service, tr("Favorites"));
        }
    }
    m_list->setEntries(entries);
    setCurrent(m_current);
    setAccessibleName(tr("Navigation"));
    updateCollapsed();
}

void Navigation::updateCollapsed()
{
    m_collapsed = m_narrow ? !m_openInNarrow : m_settings.navCollapsed();
    setFixedWidth(m_collapsed ? Size::navCollapsed : Size::nav);
    const int side = m_collapsed ? Space::xs : Space::sm;
    layout()->setContentsMargins(side, Space::sm, side + 1, Space::sm);
    m_list->setCollapsed(m_collapsed);
    m_toggle->setCollapsed(m_collapsed);
    m_toggle->setEntry({QStringLiteral("toggle"), m_collapsed ? tr("Expand menu") : tr("Collapse menu"),
                        m_collapsed ? Icon::ExpandMenu : Icon::CollapseMenu});
    update();
}

void Navigation::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Role::Surface));
    vline(painter, QRectF(width() - 1, 0, 1, height()), color(Role::Border));
    hline(painter, QRectF(0, height() - footHeight, width(), 1), color(Role::Border));
}

void Navigation::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
}

} // namespace valv::views

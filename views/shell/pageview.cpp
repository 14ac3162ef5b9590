// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pageview.h"

#include "controls/badge.h"
#include "controls/commandbar.h"
#include "controls/pageheader.h"
#include "controls/resourcemenu.h"
#include "theme/breakpoints.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace valv::views {

PageView::PageView(Page* page, const Route& route, QWidget* parent)
    : QWidget(parent)
    , m_page(page)
    , m_route(route)
    , m_header(new PageHeader(this))
    , m_menu(new ResourceMenu(this))
    , m_commands(new CommandBar(this))
    , m_menuPlace(new QWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_header);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* beside = new QVBoxLayout(m_menuPlace);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->addWidget(m_menu);
    row->addWidget(m_menuPlace);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_commands);
    m_page->setParent(this);
    column->addWidget(m_page, 1);
    row->addLayout(column, 1);
    outer->addLayout(row, 1);

    connect(m_header->breadcrumb(), &Breadcrumb::activated, this,
            [this](const QString& link) { Q_EMIT routeWanted(fromLink(link)); });
    connect(m_menu, &ResourceMenu::activated, this,
            [this](const QString& link) { Q_EMIT routeWanted(fromLink(link)); });
    connect(m_page, &Page::headingChanged, this, [this] {
        updateHeading();
        updateMenu();
    });
    connect(m_page, &Page::commandsChanged, this, &PageView::updateCommands);
    connect(m_page, &Page::busyChanged, m_commands, &CommandBar::setBusy);
    m_commands->setBusy(m_page->isBusy());
    updateHeading();
    updateMenu();
    updateCommands();
    m_page->show();
}

void PageView::setHome(const Crumb& home)
{
    m_home = home;
    updateHeading();
}

void PageView::updateHeading()
{
    const PageHeading heading = m_page->heading();
    m_header->setTitle(heading.icon, heading.title, heading.caption);
    if (!heading.badge.isEmpty() && m_badge == nullptr) {
        m_badge = new Badge(BadgeKind::Warning);
        m_badge->setObjectName(QStringLiteral("heading.badge"));
        m_header->addWidget(m_badge);
    }
    if (m_badge != nullptr) {
        m_badge->setText(heading.badge);
        m_badge->setVisible(!heading.badge.isEmpty());
    }
    QVector<Breadcrumb::Part> parts;
    if (!m_home.text.isEmpty()) {
        parts.append({m_home.text, toLink(m_home.route)});
    }
    for (const Crumb& crumb : heading.crumbs) {
        parts.append({crumb.text, crumb.route.page.isEmpty() ? QString() : toLink(crumb.route)});
    }
    if (heading.crumbs.isEmpty()) {
        parts.append({heading.title, QString()});
    }
    m_header->setBreadcrumb(parts);
    m_page->setAccessibleName(heading.title);
}

namespace {

//! The entry for this route; for a part that has none, such as a filter, the one for its page.
Route entryOf(const QList<MenuEntry>& menu, const Route& route)
{
    const auto at = [&menu](auto fits) {
        const auto found = std::find_if(menu.begin(), menu.end(), fits);
        return found == menu.end() ? std::nullopt : std::optional(found->route);
    };
    const auto exact = at([&route](const MenuEntry& entry) { return entry.route == route; });
    const auto page = at([&route](const MenuEntry& entry) {
        return entry.route.page == route.page && entry.route.subject == route.subject;
    });
    return exact.value_or(page.value_or(route));
}

} // namespace

void PageView::updateMenu()
{
    QVector<NavEntry> entries;
    const QList<MenuEntry> menu = m_page->resourceMenu();
    entries.reserve(menu.size());
    for (const MenuEntry& entry : menu) {
        entries.append({toLink(entry.route), entry.text, entry.icon, entry.group});
    }
    m_menu->setEntries(entries);
    m_menu->setCurrent(toLink(entryOf(menu, m_route)));
    m_menu->setFilterVisible(entries.size() > 3);
    m_menuPlace->setVisible(!entries.isEmpty());
    arrange();
}

void PageView::updateCommands()
{
    const QList<QAction*> old = m_commands->actions();
    for (QAction* action : old) {
        m_commands->removeAction(action);
    }
    const QList<QAction*> commands = m_page->commands();
    for (QAction* action : commands) {
        if (action->property("alignRight").toBool()) {
            m_commands->addRightAction(action);
        } else {
            m_commands->addAction(action);
        }
    }
    m_commands->setVisible(!commands.isEmpty());
}

void PageView::arrange()
{
    const int width = window()->width();
    const bool hasMenu = !m_menu->list()->entries().isEmpty();
    const bool dropDown = hasMenu && width < Breakpoint::resourceMenuToDropdownBelow;
    const int margin = Breakpoint::contentMargin(width);
    m_header->setMargin(margin);
    m_commands->setMargin(margin);
    auto* row = static_cast<QHBoxLayout*>(layout()->itemAt(1)->layout());
    row->setDirection(dropDown ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_menu->setDropDown(dropDown);
}

QList<QWidget*> PageView::regions() const
{
    QList<QWidget*> all;
    if (!m_menuPlace->isHidden()) {
        all.append(m_menuPlace);
    }
    if (!m_commands->isHidden()) {
        all.append(m_commands);
    }
    all.append(m_page);
    return all;
}

void PageView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PageView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        updateHeading();
        updateMenu();
    }
}

} // namespace valv::views

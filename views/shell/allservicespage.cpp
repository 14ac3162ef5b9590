// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/allservicespage.h"

#include "controls/card.h"
#include "controls/emptystate.h"
#include "controls/keyhint.h"
#include "controls/label.h"
#include "controls/linkcard.h"
#include "controls/navlist.h"
#include "controls/searchfield.h"
#include "core/armid.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/text/errortext.h"
#include "shell/servicerow.h"
#include "theme/breakpoints.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace valv::views {

namespace {

constexpr int filterWidth = 520;
constexpr int columnWidth = 212;
constexpr int filterLimit = 100;
constexpr int recentShown = 4;
constexpr std::array order{ServiceCategory::Backup, ServiceCategory::Compute, ServiceCategory::Monitoring,
                           ServiceCategory::Management};

QString keyOf(ServiceCategory category)
{
    return QString::number(static_cast<int>(category));
}

NavEntry entryOf(const QString& key, const QString& text, int count)
{
    NavEntry entry;
    entry.id = key;
    entry.text = text;
    entry.icon.reset();
    entry.count = count;
    return entry;
}

} // namespace

AllServicesPage::AllServicesPage(const Services& services, presentation::Settings& settings,
                                 presentation::Language& language, Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_services(services)
    , m_settings(settings)
    , m_language(language)
    , m_navigator(navigator)
    , m_filter(new SearchField(QString(), this))
    , m_error(new Label(LabelKind::Error, QString(), this))
    , m_categories(new NavList(Size::menuItem))
    , m_starHint(new Label(LabelKind::Caption, QString(), this))
    , m_head(new QWidget(this))
    , m_empty(new EmptyState(Icon::Search, QString(), QString(), this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);

    auto* head = new QVBoxLayout(m_head);
    head->setSpacing(Space::xs);
    auto* line = new QHBoxLayout;
    line->setSpacing(Space::lg);
    m_filter->setMaximumWidth(filterWidth);
    m_filter->setMinimumWidth(240);
    m_filter->setFixedHeight(Size::control + Space::xs);
    m_filter->setMaxLength(filterLimit + 1);
    line->addWidget(m_filter, 4);
    for (int i = 0; i < 3; ++i) {
        m_hints.append(new KeyHint({}, QString(), m_head));
        line->addWidget(m_hints.last());
    }
    line->addStretch(1);
    head->addLayout(line);
    head->addWidget(m_error);
    m_error->hide();
    outer->addWidget(m_head);
    outer->addWidget(new Divider(this));

    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* column = new QWidget(this);
    column->setFixedWidth(columnWidth);
    auto* columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(Space::md, Space::lg, Space::md, Space::lg);
    columnLayout->addWidget(m_categories);
    columnLayout->addStretch(1);
    m_starHint->setWordWrap(true);
    columnLayout->addWidget(m_starHint);
    row->addWidget(column);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto* content = new QWidget;
    m_body = new QVBoxLayout(content);
    m_body->setSpacing(Space::sm);
    m_body->addWidget(m_empty);
    m_body->addStretch(1);
    scroll->setWidget(content);
    content->setAutoFillBackground(false); // setWidget() turned it on
    row->addWidget(scroll, 1);
    outer->addLayout(row, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this] { rebuild(); });
    connect(m_filter, &SearchField::moveToList, this, &AllServicesPage::focusList);
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        if (!m_rows.isEmpty()) {
            m_rows.first()->click();
        }
    });
    connect(m_categories, &NavList::activated, this, [this](const QString& id) {
        m_category = id;
        rebuild();
    });
    connect(m_empty->setButton(QString()), &QAbstractButton::clicked, this, [this] {
        m_category.clear();
        m_filter->clear();
        rebuild();
        m_filter->setFocus(Qt::OtherFocusReason);
    });
    connect(&settings, &presentation::Settings::changed, this, [this](presentation::Settings::Key key) {
        if (key == presentation::Settings::Key::Favourites) {
            const QStringList starred = favourites();
            for (ServiceRow* each : std::as_const(m_rows)) {
                each->setFavourite(starred.contains(QLatin1String(each->service().page)));
            }
        }
    });
    retranslate();
}

PageHeading AllServicesPage::heading() const
{
    PageHeading heading;
    heading.title = tr("All services");
    heading.icon = Icon::AllServices;
    const int all = static_cast<int>(m_services.all().size());
    const QString filter = filterText();
    //: %1 services match, %n are offered, %2 what was typed
    heading.caption = filter.isEmpty()
        ? tr("%n service(s)", nullptr, all)
        : tr("%1 of %n service(s) match “%2”", nullptr, all).arg(QString::number(m_matching), filter);
    return heading;
}

void AllServicesPage::focusFirst()
{
    m_filter->setFocus(Qt::OtherFocusReason);
}

QWidget* AllServicesPage::filterField() const
{
    return m_filter;
}

QString AllServicesPage::filterText() const
{
    return m_filter->text().trimmed();
}

void AllServicesPage::setFilter(const QString& text)
{
    m_filter->setText(text);
}

void AllServicesPage::setStates(const QHash<QString, QString>& states)
{
    m_states = states;
    for (ServiceRow* row : std::as_const(m_rows)) {
        row->setState(m_states.value(QLatin1String(row->service().page)));
    }
}

QStringList AllServicesPage::favourites() const
{
    return m_settings.hasFavourites() ? m_settings.favourites() : m_services.defaultFavourites();
}

void AllServicesPage::toggleFavourite(const Service& service)
{
    QStringList starred = favourites();
    const QString page = QLatin1String(service.page);
    if (!starred.removeOne(page)) {
        starred.append(page);
    }
    m_settings.setFavourites(starred);
}

void AllServicesPage::rebuild()
{
    const QString filter = filterText();
    const bool tooLong = filter.size() > filterLimit;
    m_error->setText(tooLong ? presentation::ErrorText::of(QStringLiteral("ValFilterLength"), {}).message()
                             : QString());
    m_error->setVisible(tooLong);
    m_filter->setAccessibleDescription(m_error->text());
    if (tooLong) {
        return;
    }
    // The focus never falls with a row that goes.
    if (std::any_of(m_rows.cbegin(), m_rows.cend(), [](const ServiceRow* row) { return row->hasFocus(); })) {
        m_filter->setFocus(Qt::OtherFocusReason);
    }
    for (QWidget* old : std::as_const(m_made)) {
        m_body->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_made.clear();
    m_rows.clear();

    const QStringList starred = favourites();
    QVector<NavEntry> categories;
    m_matching = 0;
    for (const ServiceCategory category : order) {
        QList<Service> matching;
        bool any = false;
        for (const Service& service : m_services.all()) {
            any = any || service.category == category;
            if (service.category == category && Services::matches(service, filter, m_language)) {
                matching.append(service);
            }
        }
        if (!any) {
            continue;
        }
        m_matching += static_cast<int>(matching.size());
        categories.append(
            entryOf(keyOf(category), Services::categoryShort(category), static_cast<int>(matching.size())));
        if (matching.isEmpty() || (!m_category.isEmpty() && m_category != keyOf(category))) {
            continue;
        }
        putTitle(Services::category(category));
        auto* card = new Card;
        card->setFlush(true);
        card->body()->setSpacing(0);
        for (const Service& service : matching) {
            auto* entry = new ServiceRow(service, card);
            entry->setFilter(filter);
            entry->setFavourite(starred.contains(QLatin1String(service.page)));
            entry->setState(m_states.value(QLatin1String(service.page)));
            entry->setLast(service.page == matching.last().page);
            connect(entry, &QAbstractButton::clicked, this, [this, page = QString(QLatin1String(service.page))] {
                m_navigator.open({page, {}, {}});
            });
            connect(entry, &ServiceRow::favouriteToggled, this, [this, service] { toggleFavourite(service); });
            connect(entry, &ServiceRow::moveWanted, this, &AllServicesPage::moveFocus);
            card->add(entry);
            m_rows.append(entry);
        }
        put(card);
    }
    categories.prepend(entryOf({}, tr("All categories"), m_matching));
    m_categories->setEntries(categories);
    m_categories->setCurrent(m_category);
    m_empty->setTexts(Icon::Search, tr("No services match “%1”.").arg(filter),
                      tr("Try another word, in English or Swedish."));
    m_empty->setVisible(m_rows.isEmpty());
    if (filter.isEmpty() && m_category.isEmpty()) {
        addRecent();
    }
    Q_EMIT headingChanged();
}

//! Before the stretch at the end.
void AllServicesPage::put(QWidget* widget)
{
    m_body->insertWidget(m_body->count() - 1, widget);
    m_made.append(widget);
}

//! Nearer to what it is about than to what stands above.
void AllServicesPage::putTitle(const QString& text)
{
    auto* title = new Label(LabelKind::GroupLabel, text);
    if (!m_made.isEmpty()) {
        title->setContentsMargins(0, Space::md, 0, 0);
    }
    put(title);
}

void AllServicesPage::addRecent()
{
    QList<Route> routes;
    for (const QString& link : m_settings.recent()) {
        const Route route = fromLink(link);
        if (m_services.has(route.page) && !route.subject.isEmpty() && routes.size() < recentShown) {
            routes.append(route);
        }
    }
    if (routes.isEmpty()) {
        return;
    }
    auto* shelf = new QWidget;
    auto* line = new QHBoxLayout(shelf);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::md);
    for (const Route& route : std::as_const(routes)) {
        const auto id = ArmId::parse(route.subject);
        const Service* service = m_services.find(route.page);
        auto* card = new LinkCard(service->icon, id ? id->name() : route.subject, Services::title(*service));
        card->setSmallCard(true);
        connect(card, &QAbstractButton::clicked, this, [this, route] { m_navigator.open(route); });
        line->addWidget(card, 1);
    }
    for (qsizetype i = routes.size(); i < recentShown; ++i) {
        line->addStretch(1);
    }
    putTitle(tr("Recently used"));
    put(shelf);
}

void AllServicesPage::focusList()
{
    if (!m_rows.isEmpty()) {
        m_rows.first()->setFocus(Qt::TabFocusReason);
    }
}

void AllServicesPage::moveFocus(int step)
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i)->hasFocus()) {
            if (i == 0 && step == -1) {
                m_filter->setFocus(Qt::BacktabFocusReason);
                return;
            }
            const int next = std::clamp(i + step, 0, static_cast<int>(m_rows.size()) - 1);
            m_rows.at(next)->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

void AllServicesPage::retranslate()
{
    m_filter->setHint(tr("Filter services"));
    m_hints.at(0)->setHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("browse", "what a key does"));
    m_hints.at(1)->setHint({tr("Enter", "key")}, tr("open", "what a key does"));
    m_hints.at(2)->setHint({QStringLiteral("Ctrl+D")}, tr("favorite", "what a key does"));
    m_categories->setAccessibleName(tr("Categories"));
    m_starHint->setText(
        tr("Starred services stand under Favorites in the menu. Drag them there, or use Ctrl+Shift+↑ and ↓, "
           "to change their order."));
    m_empty->setButton(tr("Clear filter"));
    rebuild();
}

void AllServicesPage::resizeEvent(QResizeEvent* event)
{
    const int margin = Breakpoint::contentMargin(window()->width());
    m_head->layout()->setContentsMargins(margin, Space::md, margin, Space::md);
    m_body->setContentsMargins(margin, Space::lg, margin, Size::contentMargin);
    Page::resizeEvent(event);
}

void AllServicesPage::keyPressEvent(QKeyEvent* event)
{
    // Letters typed in the list go on filtering.
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->text() != QLatin1String(" ")
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && event->text() != QLatin1String("/")) {
        m_filter->setFocus(Qt::OtherFocusReason);
        m_filter->setText(m_filter->text() + event->text());
        return;
    }
    Page::keyPressEvent(event);
}

void AllServicesPage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    vline(painter, QRectF(columnWidth - 1, m_head->height(), 1, height() - m_head->height()), color(Role::Border));
}

void AllServicesPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace valv::views

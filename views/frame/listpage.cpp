// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/listpage.h"

#include "controls/action.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/searchfield.h"
#include "frame/csvexport.h"
#include "frame/popup.h"
#include "frame/vaultpicker.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/models/filters.h"
#include "presentation/stores/liststorebase.h"
#include "presentation/stores/session.h"
#include "theme/breakpoints.h"

#include <QAction>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <chrono>

namespace valv::views {

using presentation::ListStoreBase;
using presentation::TextFilter;

namespace {

constexpr int longestFilter = 100; // flows.md A1
constexpr std::chrono::milliseconds betweenPages(200);
// Changes of rows that are followed at once within that time: what somebody does to some is seen at once, unless the
// list is so long that following takes more than this.
constexpr int followedAtOnce = 8;
constexpr std::chrono::milliseconds followingTime(5);

} // namespace

ListPage::ListPage(const Context& context, const QString& name, ListStoreBase& store, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_name(name)
    , m_store(store)
{
    auto* outer = new QHBoxLayout(this); // a subclass may put something beside the list
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_column = new QVBoxLayout;
    m_column->setContentsMargins(Size::contentMargin, Space::md, Size::contentMargin, Size::contentMargin);
    m_column->setSpacing(Space::md);
    outer->addLayout(m_column, 1);
    m_filters = new QHBoxLayout;
    m_filters->setSpacing(Space::sm);
    m_column->addLayout(m_filters);

    m_filter = new SearchField({}, this, Icon::Filter);
    m_filter->setObjectName(m_name + QStringLiteral(".filter"));
    m_filter->setMinimumWidth(Size::resourceMenu / 2); // the pills go first in a narrow window
    m_filter->setMaximumWidth(Size::nav + 3 * Size::tileGap);
    m_filter->setMaxLength(longestFilter);
    m_filters->addWidget(m_filter, 4); // as wide as there is room for
    m_filters->addStretch(1);
    m_count = new Label(LabelKind::Secondary, {}, this);
    m_count->setObjectName(m_name + QStringLiteral(".count"));
    m_filters->addWidget(m_count);
    setUpCommands();
}

void ListPage::setUpCommands()
{
    m_refresh = makeCommand(Icon::Refresh, "refresh");
    m_refresh->setShortcut(QKeySequence(Qt::Key_F5));
    m_refresh->setShortcutContext(Qt::WidgetShortcut); // the shell owns F5; here it is only said
    connect(m_refresh, &QAction::triggered, this, &ListPage::refresh);
    m_columns = makeCommand(Icon::Columns, "columns");
    connect(m_columns, &QAction::triggered, this, [this] {
        auto* menu = table()->makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        popUp(menu);
    });
    m_export = makeCommand(Icon::Download, "export");
    connect(m_export, &QAction::triggered, this, [this] { exportCsv(m_context, *table(), exportName()); });
    m_exportChecked = makeCommand(Icon::Download, "exportSelected");
    connect(m_exportChecked, &QAction::triggered, this, [this] { exportCsv(m_context, *table(), exportName(), true); });
    m_compact = makeCommand(Icon::Compact, "compact");
    m_compact->setCheckable(true);
    m_compact->setProperty("alignRight", true);
    connect(m_compact, &QAction::toggled, this, [this](bool on) { table()->setCompact(on); });
}

void ListPage::setRows(TextFilter& rows, const QVector<TableColumn>& columns, Icon icon, const Sorting& sorting)
{
    Q_ASSERT(m_list == nullptr);
    m_rows = &rows;
    m_list = new StoreTable(m_context, m_name, m_store, rows, columns);
    m_empty = new EmptyState(icon, {}, {});
    m_list->setEmptyState(m_empty);
    m_column->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, &rows, &TextFilter::setText);
    connect(m_filter, &SearchField::moveToList, this, [this] { table()->setFocus(Qt::OtherFocusReason); });

    table()->sortByColumn(sorting.column, sorting.order);
    table()->setSortingEnabled(sorting.byHeader);
    table()->restoreColumnState(m_context.settings.tableState(m_name)); // and how it was sorted
    connect(m_list, &StoreTable::clearFilterWanted, this, [this] { clearFilters(); });
    connect(&m_store, &ListStoreBase::stateChanged, this, &ListPage::tellOfStore);
    // While a long list comes in, or many of its rows change one by one (machines, as their items come in), what is
    // made of all its rows follows now and then, and in the end.
    connect(&m_store, &ListStoreBase::countChanged, this, [this] {
        if (m_store.isBusy() && m_pause.isActive()) {
            m_told = false;
            updateCount();
        } else {
            tellOfStore();
        }
    });
    connect(&m_store, &ListStoreBase::rowsChanged, this, [this] {
        if (m_pause.isActive() && (m_followed >= followedAtOnce || m_following >= followingTime)) {
            m_told = false;
        } else {
            tellOfStore();
        }
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(betweenPages);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_told) {
            tellOfStore();
        }
    });
    connect(&rows, &QAbstractItemModel::rowsInserted, this, &ListPage::updateCount);
    connect(&rows, &QAbstractItemModel::rowsRemoved, this, &ListPage::updateCount);
    connect(&rows, &QAbstractItemModel::layoutChanged, this, &ListPage::updateCount);
    connect(&rows, &TextFilter::textChanged, this, &ListPage::updateCount);
    setBusy(m_store.isBusy());
}

void ListPage::tellOfStore()
{
    setBusy(m_store.isBusy());
    m_told = isVisible(); // the history keeps pages that nobody sees: they catch up when they are shown
    if (!m_told) {
        return;
    }
    if (!m_pause.isActive()) {
        m_pause.start();
        m_followed = 0;
        m_following = {};
    }
    QElapsedTimer timer;
    timer.start();
    storeChanged();
    updateCount();
    ++m_followed;
    m_following += std::chrono::nanoseconds(timer.nsecsElapsed());
}

FilterPill* ListPage::addPill(const char* name)
{
    auto* pill = new FilterPill({}, this);
    pill->setObjectName(m_name + QLatin1Char('.') + QLatin1String(name));
    connect(pill, &FilterPill::currentChanged, this, [this] {
        applyFilters();
        updateCount();
    });
    m_pills.append(pill);
    addFilter(pill);
    return pill;
}

void ListPage::addFilter(QWidget* filter)
{
    m_filters->insertWidget(m_filters->count() - 2, filter); // before the stretch and the count
}

void ListPage::setDispensable(QWidget* filter)
{
    m_dispensable = filter;
}

void ListPage::fitFilters()
{
    if (m_dispensable == nullptr) {
        return;
    }
    int needed = m_filter->minimumWidth();
    for (int i = 0; i < m_filters->count(); ++i) {
        const auto* widget = m_filters->itemAt(i)->widget();
        if (widget != nullptr && widget != m_filter && (widget == m_dispensable || !widget->isHidden())) {
            needed += m_filters->spacing() + widget->sizeHint().width();
        }
    }
    m_dispensable->setVisible(needed <= m_filters->geometry().width());
}

FilterPill::Choice ListPage::allChoice()
{
    return {tr("all", "filter: no limit"), {}};
}

QVector<FilterPill::Choice> ListPage::choicesOf(const QSet<ArmId>& vaults)
{
    QVector<FilterPill::Choice> choices{allChoice()};
    const auto names = vaultNames(vaults);
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        choices.append({it.key(), it.value().text()});
    }
    return choices;
}

QVector<FilterPill::Choice> ListPage::choicesOf(const QMap<QString, QString>& values)
{
    QVector<FilterPill::Choice> choices{allChoice()};
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        choices.append({it.key(), it.value()});
    }
    return choices;
}

void ListPage::showSubscriptions(FilterPill& pill) const
{
    const auto& known = m_context.session.subscriptions();
    QVector<FilterPill::Choice> choices{allChoice()};
    for (int row = 0; row < known.count(); ++row) {
        choices.append({known.at(row).value.displayName, known.at(row).value.subscriptionId});
    }
    pill.setChoices(choices);
    pill.setVisible(known.count() > 1);
}

void ListPage::clearFilters()
{
    m_filter->clear();
    for (auto* pill : std::as_const(m_pills)) {
        pill->setCurrent({});
    }
    applyFilters();
    updateCount();
}

void ListPage::storeChanged() { }

void ListPage::updateCount()
{
    // What could not be read is not known to be none.
    m_count->setText(m_store.hasLoaded() || (m_rows != nullptr && m_rows->rowCount() > 0) ? countText() : QString());
}

QBoxLayout* ListPage::columnLayout() const
{
    return m_column;
}

QList<ArmId> ListPage::checked() const
{
    QList<ArmId> ids;
    for (const int row : table()->selectedRows()) {
        ids.append(m_rows->idAt(row));
    }
    return ids;
}

ArmId ListPage::current() const
{
    const auto index = table()->currentIndex();
    return index.isValid() ? m_rows->idAt(index.row()) : ArmId();
}

QList<ArmId> ListPage::meant() const
{
    auto ids = checked();
    if (ids.isEmpty() && !current().isEmpty()) {
        ids.append(current());
    }
    return ids;
}

QAction* ListPage::makeCommand(Icon icon, const char* name)
{
    auto* action = makeAction(icon, {}, this);
    action->setObjectName(m_name + QLatin1Char('.') + QLatin1String(name));
    return action;
}

QAction* ListPage::makeDivider()
{
    auto* divider = new QAction(this);
    divider->setSeparator(true);
    return divider;
}

QList<QAction*> ListPage::viewCommands() const
{
    return {m_columns, m_export, m_compact};
}

void ListPage::refresh()
{
    m_context.session.refusals().forget();
    m_store.refresh();
}

void ListPage::focusFirst()
{
    table()->setFocus(Qt::OtherFocusReason);
}

QWidget* ListPage::filterField() const
{
    return m_filter;
}

void ListPage::retranslate()
{
    m_rows->setLocale(m_context.language.format().locale());
    m_refresh->setText(tr("Refresh"));
    m_columns->setText(tr("Columns"));
    m_export->setText(tr("Export to CSV"));
    m_exportChecked->setText(tr("Export selected"));
    m_compact->setText(tr("Compact view"));
    storeChanged();
    updateCount();
}

//! The layout has done its part by then: it comes first.
bool ListPage::event(QEvent* event)
{
    const bool done = Page::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        fitFilters();
    }
    return done;
}

void ListPage::resizeEvent(QResizeEvent* event)
{
    auto margins = m_column->contentsMargins();
    const bool alike = margins.left() == margins.right(); // nothing stands beside the list
    margins.setLeft(Breakpoint::contentMargin(window()->width()));
    if (alike) {
        margins.setRight(margins.left());
    }
    m_column->setContentsMargins(margins);
    Page::resizeEvent(event);
}

void ListPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (!m_told) {
        tellOfStore();
    }
}

void ListPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views

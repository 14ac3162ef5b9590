// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertspage.h"

#include "alerts/alertdetails.h"
#include "alerts/alertsummary.h"
#include "controls/action.h"
#include "controls/blade.h"
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "core/whendone.h"
#include "frame/alertroutes.h"
#include "frame/csvexport.h"
#include "frame/storetable.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/models/alertmodel.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QMap>
#include <QMenu>
#include <QVBoxLayout>

#include <memory>

namespace valv::views {

using contract::Alert;
using contract::AlertSeverity;
using contract::AlertState;
using presentation::AlertModel;
using presentation::AlertStanding;
using presentation::AlertText;

namespace {

constexpr int hoursOfADay = 24;
constexpr int usualHours = 30 * hoursOfADay;

BadgeKind badgeOf(AlertStanding standing)
{
    switch (standing) {
    case AlertStanding::New:
        return BadgeKind::Info;
    case AlertStanding::Acknowledged:
        return BadgeKind::Warning;
    case AlertStanding::Resolved:
        return BadgeKind::Ok;
    case AlertStanding::Closed:
        break;
    }
    return BadgeKind::Neutral;
}

AlertSeverity severityIn(const QString& part)
{
    return part == QLatin1String("critical")   ? AlertSeverity::Critical
        : part == QLatin1String("warning")     ? AlertSeverity::Warning
        : part == QLatin1String("information") ? AlertSeverity::Information
                                               : AlertSeverity::Unknown;
}

} // namespace

AlertsPage::AlertsPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_scope(ArmId::parse(route.subject).value_or(ArmId()))
    , m_wanted(ArmId::parse(route.part).value_or(ArmId()))
{
    auto& store = m_context.session.alerts();
    m_model = new AlertModel(store, m_context.language.format(), this);
    m_rows = new presentation::AlertFilter(*m_model, this);
    m_rows->setScope(m_scope);

    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_left = new QVBoxLayout;
    m_left->setContentsMargins(Size::contentMargin, Space::lg, Size::contentMargin, Size::contentMargin);
    m_left->setSpacing(Space::lg);
    outer->addLayout(m_left, 1);
    m_summary = new AlertSummary(m_context, m_scope);
    connect(m_summary, &AlertSummary::severityWanted, this, [this](AlertSeverity severity) {
        const QVariant wanted = static_cast<int>(severity);
        m_severity->setCurrent(m_severity->current() == wanted ? QVariant() : wanted);
        applyFilters();
    });
    m_left->addWidget(m_summary);
    m_left->addLayout(makeFilters());
    m_message = new MessageBar(MessageKind::Error);
    m_message->setObjectName(QStringLiteral("alerts.problem"));
    m_message->setDismissable(true);
    m_message->hide();
    connect(m_message, &MessageBar::dismissed, m_message, &QWidget::hide);
    connect(m_message, &MessageBar::actionTriggered, this, [this] { setState(m_failed, m_failedState); });
    m_left->addWidget(m_message);
    makeActions();
    makeList();
    m_details = makeDetails();
    m_details->hide();
    outer->addWidget(m_details);
    connect(m_details, &DetailsPane::closeRequested, this, &AlertsPage::closeDetails);

    for (const auto signal : {&presentation::ListStoreBase::countChanged, &presentation::ListStoreBase::stateChanged}) {
        connect(&store, signal, this, &AlertsPage::update);
    }
    connect(&store, &presentation::ListStoreBase::rowsChanged, this, &AlertsPage::update);
    setBusy(store.isBusy());
    retranslate();
    m_period->setCurrent(usualHours);
    if (const auto severity = severityIn(route.part); severity != AlertSeverity::Unknown) {
        m_severity->setCurrent(static_cast<int>(severity));
    }
    applyFilters();
    update();
    store.refresh();
}

QBoxLayout* AlertsPage::makeFilters()
{
    auto* line = new QHBoxLayout;
    line->setSpacing(Space::sm);
    m_filter = new SearchField({}, this, Icon::Filter);
    m_filter->setObjectName(QStringLiteral("alerts.filter"));
    m_filter->setMaximumWidth(Size::resourceMenu);
    m_filter->setMinimumWidth(Size::resourceMenu / 2);
    m_filter->setMaxLength(100);
    line->addWidget(m_filter);
    connect(m_filter, &QLineEdit::textChanged, m_rows, &presentation::TextFilter::setText);
    connect(m_filter, &SearchField::moveToList, this, [this] { m_list->table()->setFocus(Qt::OtherFocusReason); });
    const auto pill = [this, line](const char* name) {
        auto* made = new FilterPill({}, this);
        made->setObjectName(QLatin1String(name));
        line->addWidget(made);
        connect(made, &FilterPill::currentChanged, this, &AlertsPage::applyFilters);
        return made;
    };
    m_severity = pill("alerts.severity");
    m_state = pill("alerts.state");
    m_period = pill("alerts.period");
    m_vault = pill("alerts.vault");
    m_vault->setVisible(m_scope.isEmpty());
    line->addStretch(1);
    m_count = new Label(LabelKind::Secondary, {}, this);
    m_count->setObjectName(QStringLiteral("alerts.count"));
    line->addWidget(m_count);
    return line;
}

void AlertsPage::makeList()
{
    auto& store = m_context.session.alerts();
    QVector<TableColumn> columns(AlertModel::ColumnCount);
    columns[AlertModel::Severity] = storeColumn(QStringLiteral("severity"), CellKind::Status, 190);
    columns[AlertModel::Severity].canHide = false;
    columns[AlertModel::Title] = storeColumn(QStringLiteral("alert"), CellKind::Link, 200);
    columns[AlertModel::Title].canHide = false;
    columns[AlertModel::Title].grows = true;
    columns[AlertModel::Title].cell = [this](const QModelIndex& index, Cell& cell) {
        cell.strong = presentation::standingOf(m_rows->rowAt(index.row())) == AlertStanding::New;
    };
    columns[AlertModel::Resource] = storeColumn(QStringLiteral("resource"), CellKind::Link, 120);
    columns[AlertModel::Vault] = storeColumn(QStringLiteral("vault"), CellKind::Link, 120, !m_scope.isEmpty());
    columns[AlertModel::Vault].leaves = 3;
    columns[AlertModel::Raised] = storeColumn(QStringLiteral("raised"), CellKind::Text, 106);
    columns[AlertModel::Raised].leaves = 2;
    columns[AlertModel::State] = storeColumn(QStringLiteral("state"), CellKind::Badge, 110);
    columns[AlertModel::State].cell = [this](const QModelIndex& index, Cell& cell) {
        cell.badgeKind = badgeOf(presentation::standingOf(m_rows->rowAt(index.row())));
    };
    columns[AlertModel::State].leaves = 1;
    columns[AlertModel::By] = storeColumn(QStringLiteral("by"), CellKind::Secondary, 110);
    columns[AlertModel::By].leaves = 4;
    m_list = new StoreTable(m_context, QStringLiteral("alerts"), store, *m_rows, columns);
    m_empty = new EmptyState(Icon::OkOutline, {}, {});
    m_list->setEmptyState(m_empty);
    m_left->addWidget(m_list, 1);
    auto* bar = m_list->bulkBar();
    bar->addCommand(m_acknowledge);
    bar->addCommand(m_close);

    auto* table = m_list->table();
    table->sortByColumn(AlertModel::Severity, Qt::DescendingOrder);
    table->setSortingEnabled(true);
    table->restoreColumnState(m_context.settings.tableState(QStringLiteral("alerts"))); // and how it was sorted
    connect(table, &Table::opened, this, [this](const QModelIndex& index) { showDetails(m_rows->idAt(index.row())); });
    connect(table, &Table::linkActivated, this, &AlertsPage::openLink);
    connect(table, &Table::selectionChangedTo, this, &AlertsPage::updateSelection);
    connect(table, &Table::currentRowChanged, this, [this](int row) {
        updateSelection();
        if (row >= 0 && m_details->isVisibleTo(this)) {
            showDetails(m_rows->idAt(row)); // the pane follows the list
        }
    });
    connect(table, &Table::contextMenuWanted, this, &AlertsPage::showContextMenu);
    connect(m_list, &StoreTable::clearFilterWanted, this, &AlertsPage::clearFilters);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_rows, signal, this, &AlertsPage::updateCount);
    }
    connect(m_rows, &QAbstractItemModel::layoutChanged, this, &AlertsPage::updateCount);
    connect(m_rows, &presentation::TextFilter::textChanged, this, &AlertsPage::updateCount);
    m_list->setTotal([this] { return total(); });
}

void AlertsPage::makeActions()
{
    m_refresh = makeAction(Icon::Refresh, {}, this);
    connect(m_refresh, &QAction::triggered, this, &AlertsPage::refresh);
    const auto changes = [this](Icon icon, const char* name, AlertState state) {
        auto* action = makeAction(icon, {}, this);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, state] { setState(meant(), state); });
        return action;
    };
    m_acknowledge = changes(Icon::Tick, "alerts.acknowledge", AlertState::Acknowledged);
    m_close = changes(Icon::Cancel, "alerts.close", AlertState::Closed);
    m_reopen = changes(Icon::Retry, "alerts.reopen", AlertState::New);
    m_columns = makeAction(Icon::Columns, {}, this);
    connect(m_columns, &QAction::triggered, this, [this] {
        auto* menu = m_list->table()->makeColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(QCursor::pos());
    });
    m_export = makeAction(Icon::Download, {}, this);
    m_export->setProperty("alignRight", true);
    connect(m_export, &QAction::triggered, this, [this] { exportCsv(m_context, *m_list->table(), tr("alerts.csv")); });
}

PageHeading AlertsPage::heading() const
{
    const QString title = tr("Alerts");
    const auto vault = m_scope.vaultId();
    if (!m_scope.isEmpty() && m_scope == vault) {
        return {vault.name(),
                title + QStringLiteral(" · ") + vault.resourceGroup(),
                Icon::Vault,
                {{tr("Recovery Services vaults"), vaultsRoute()}, {vault.name(), vaultRoute(vault)}, {title, {}}}};
    }
    const QString caption = m_scope.isEmpty()
        ? tr("All vaults")
        : m_scope.name().section(QLatin1Char(';'), -1) + QStringLiteral(" · ") + vault.name();
    return {title, caption, Icon::Alert, {{title, {}}}};
}

QList<MenuEntry> AlertsPage::resourceMenu() const
{
    return !m_scope.isEmpty() && m_scope == m_scope.vaultId() ? vaultMenu(m_scope) : QList<MenuEntry>();
}

QList<QAction*> AlertsPage::commands() const
{
    const auto separator = [this](const char* name) {
        auto* made = findChild<QAction*>(QLatin1String(name));
        if (made == nullptr) {
            made = new QAction(const_cast<AlertsPage*>(this));
            made->setObjectName(QLatin1String(name));
            made->setSeparator(true);
        }
        return made;
    };
    return {m_refresh, separator("separator1"), m_acknowledge, m_close,
            m_reopen,  separator("separator2"), m_columns,     m_export};
}

void AlertsPage::refresh()
{
    m_context.session.alerts().refresh();
}

void AlertsPage::focusFirst()
{
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

QWidget* AlertsPage::filterField() const
{
    return m_filter;
}

void AlertsPage::applyFilters()
{
    const auto severity = m_severity->current();
    m_rows->setSeverity(severity.isValid() ? static_cast<AlertSeverity>(severity.toInt()) : AlertSeverity::Unknown);
    const auto state = m_state->current();
    m_rows->setStandings(state.isValid() ? QSet<AlertStanding>{static_cast<AlertStanding>(state.toInt())}
                                         : QSet<AlertStanding>{});
    const auto hours = m_period->current();
    m_rows->setSince(hours.isValid()
                         ? std::optional(m_context.language.format().now().toUTC().addSecs(-3600LL * hours.toInt()))
                         : std::nullopt);
    if (!hours.isValid()) {
        m_context.session.alerts().setPeriod(std::nullopt); // also what was resolved long ago
    }
    m_rows->setVault(ArmId::parse(m_vault->current().toString()).value_or(ArmId()));
    updateCount();
    updateSelection();
}

void AlertsPage::clearFilters()
{
    m_filter->clear();
    for (auto* pill : {m_severity, m_state, m_period, m_vault}) {
        pill->setCurrent({});
    }
    applyFilters();
}

void AlertsPage::update()
{
    setBusy(m_context.session.alerts().isBusy());
    m_summary->update();
    updateChoices();
    updateCount();
    updateSelection();
    selectWanted();
}

//! Only vaults that have alerts can be chosen.
void AlertsPage::updateChoices()
{
    const auto& store = m_context.session.alerts();
    QMap<QString, QString> vaults; // name → id
    for (int row = 0; row < store.count(); ++row) {
        const auto vault = store.at(row).target.vaultId();
        vaults.insert(vault.name(), vault.text());
    }
    QVector<FilterPill::Choice> choices{{tr("all", "filter: no limit"), {}}};
    for (auto it = vaults.cbegin(); it != vaults.cend(); ++it) {
        choices.append({it.key(), it.value()});
    }
    m_vault->setChoices(choices);
}

//! Of what the page is about, whatever the filters hide.
int AlertsPage::total() const
{
    const auto& store = m_context.session.alerts();
    int total = 0;
    for (int row = 0; row < store.count(); ++row) {
        total += presentation::AlertStore::isIn(store.at(row), m_scope) ? 1 : 0;
    }
    return total;
}

void AlertsPage::updateCount()
{
    const auto& locale = m_context.language.format().locale();
    //: %1 shown, %2 in all
    m_count->setText(tr("%1 of %2 alerts").arg(locale.toString(m_rows->rowCount()), locale.toString(total())));
}

QList<ArmId> AlertsPage::meant() const
{
    QList<ArmId> ids;
    for (const int row : m_list->table()->selectedRows()) {
        ids.append(m_rows->idAt(row));
    }
    const auto current = m_list->table()->currentIndex();
    if (ids.isEmpty() && current.isValid()) {
        ids.append(m_rows->idAt(current.row()));
    }
    return ids;
}

void AlertsPage::updateSelection()
{
    const auto& store = m_context.session.alerts();
    bool fresh = false;
    bool open = false;
    bool touched = false;
    const auto ids = meant();
    for (const auto& id : ids) {
        if (const auto* alert = store.find(id)) {
            const auto standing = presentation::standingOf(*alert);
            fresh = fresh || standing == AlertStanding::New;
            open = open || standing == AlertStanding::New || standing == AlertStanding::Acknowledged;
            touched = touched || standing == AlertStanding::Acknowledged || standing == AlertStanding::Closed;
        }
    }
    const QString none = ids.isEmpty() ? tr("Choose an alert first.") : QString();
    const auto because = [&none](bool can, const QString& reason) {
        return !none.isEmpty() ? none : can ? QString() : reason;
    };
    setReason(m_acknowledge, because(fresh, tr("Only new alerts can be acknowledged.")));
    setReason(m_close, because(open, tr("The alert is closed or resolved already.")));
    setReason(m_reopen, because(touched, tr("Nobody has acknowledged or closed the alert, or its cause is gone.")));
}

void AlertsPage::openLink(const QModelIndex& index)
{
    const auto& alert = m_rows->rowAt(index.row());
    if (index.column() == AlertModel::Resource) {
        m_context.navigator.open(alertTargetRoute(alert.target));
    } else if (index.column() == AlertModel::Vault) {
        m_context.navigator.open(vaultRoute(alert.target.vaultId()));
    } else {
        showDetails(alert.id);
    }
}

void AlertsPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    m_list->table()->selectRow(index.row());
    updateSelection();
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("alerts.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions({m_acknowledge, m_close, m_reopen});
    menu->popup(at);
}

void AlertsPage::showDetails(const ArmId& alert)
{
    m_shown = alert;
    m_details->setAlert(alert);
    if (!m_details->isVisibleTo(this) && m_blade == nullptr) {
        m_details->show();
    }
    placeDetails();
}

void AlertsPage::closeDetails()
{
    m_shown = ArmId();
    if (m_blade != nullptr) {
        m_blade->closeBlade();
        return;
    }
    m_details->hide();
    placeDetails();
    m_list->table()->setFocus(Qt::OtherFocusReason);
}

AlertDetails* AlertsPage::makeDetails()
{
    auto* details = new AlertDetails(m_context, this);
    connect(details, &AlertDetails::stateWanted, this,
            [this](const ArmId& alert, AlertState state) { setState({alert}, state); });
    return details;
}

//! Beside the list, or over it where the window is narrow.
void AlertsPage::placeDetails()
{
    if (window() == this) {
        return; // not in its window yet
    }
    const bool narrow = window()->width() < Breakpoint::detailsPaneOverlaysBelow;
    auto margins = m_left->contentsMargins();
    const bool beside = m_details->isVisibleTo(this) && !narrow;
    margins.setRight(beside ? Space::lg : Size::contentMargin);
    m_left->setContentsMargins(margins);
    m_summary->setChartVisible(!beside); // the list is what the room is for
    m_count->setVisible(!beside);
    if (m_shown.isEmpty() || narrow == (m_blade != nullptr)) {
        return;
    }
    if (narrow) {
        auto* blade = new Blade(window(), Size::blade);
        blade->setObjectName(QStringLiteral("alertBlade"));
        auto* details = makeDetails();
        details->setAlert(m_shown);
        details->fill(*blade);
        connect(blade, &Blade::closed, this, [this] { m_shown = ArmId(); });
        m_blade = blade;
        m_details->hide();
        m_context.navigator.openBlade(blade);
    } else {
        const auto shown = m_shown; // closing the blade forgets it
        m_blade->closeBlade();
        m_blade = nullptr;
        m_shown = shown;
        m_details->show();
        placeDetails();
    }
}

void AlertsPage::selectWanted()
{
    if (m_wanted.isEmpty()) {
        return;
    }
    const auto index = m_rows->indexOf(m_wanted);
    if (index.isValid()) {
        m_list->table()->setCurrentIndex(index);
        m_list->table()->scrollTo(index);
    }
    showDetails(m_wanted);
    if (index.isValid()) {
        m_wanted = ArmId();
    }
}

void AlertsPage::setState(const QList<ArmId>& alerts, AlertState state)
{
    struct Outcome
    {
        qsizetype left;
        QList<ArmId> failed;
        std::optional<Error> error;
    };
    const auto outcome = std::make_shared<Outcome>(Outcome{alerts.size(), {}, {}});
    m_message->hide();
    for (const auto& id : alerts) {
        whenDone(m_context.session.alerts().setState(id, state), this,
                 [this, id, state, outcome](const Result<Alert>& changed) {
                     if (!changed) {
                         outcome->failed.append(id);
                         outcome->error = outcome->error ? outcome->error : std::optional(changed.error());
                     }
                     if (--outcome->left > 0 || outcome->failed.isEmpty()) {
                         return;
                     }
                     m_failed = outcome->failed;
                     m_failedState = state;
                     m_message->setMessage(
                         MessageKind::Error,
                         tr("%n alert(s) could not be changed.", nullptr, static_cast<int>(m_failed.size())),
                         presentation::ErrorText::of(*outcome->error, m_context.language.locale()).sentence());
                     m_message->setAction(tr("Try again"));
                     m_message->show();
                 });
    }
    m_list->table()->clearChecks();
}

void AlertsPage::retranslate()
{
    const auto& format = m_context.language.format();
    m_model->setFormat(format);
    m_rows->setLocale(format.locale());
    m_summary->retranslate();
    m_filter->setHint(tr("Filter alerts"));
    const FilterPill::Choice all{tr("all", "filter: no limit"), {}};
    m_severity->setLabel(tr("Severity:"));
    QVector<FilterPill::Choice> choices{all};
    for (const auto value : {AlertSeverity::Critical, AlertSeverity::Warning, AlertSeverity::Information}) {
        choices.append({AlertText::severity(value), static_cast<int>(value)});
    }
    m_severity->setChoices(choices);
    m_state->setLabel(tr("State:"));
    choices = {all};
    for (const auto value :
         {AlertStanding::New, AlertStanding::Acknowledged, AlertStanding::Closed, AlertStanding::Resolved}) {
        choices.append({AlertText::standing(value), static_cast<int>(value)});
    }
    m_state->setChoices(choices);
    m_period->setLabel(tr("Time:"));
    m_period->setChoices(
        {all, {tr("24 h"), hoursOfADay}, {tr("7 days"), 7 * hoursOfADay}, {tr("30 days"), usualHours}});
    m_vault->setLabel(tr("Vault:"));
    m_refresh->setText(tr("Refresh"));
    m_acknowledge->setText(tr("Acknowledge"));
    m_close->setText(tr("Close alert"));
    m_reopen->setText(tr("Make new again"));
    m_columns->setText(tr("Columns"));
    m_export->setText(tr("Export to CSV"));
    m_list->table()->setAccessibleName(tr("Alerts"));
    m_empty->setTexts(Icon::OkOutline, tr("No alerts"),
                      tr("Nothing needs attention. An alert appears here when a backup or a restore fails, or when a "
                         "backup is overdue."));
    update();
}

void AlertsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

//! Another page is opened, by a link in the blade for one: the blade is not about that page.
void AlertsPage::hideEvent(QHideEvent* event)
{
    if (m_blade != nullptr && !event->spontaneous()) {
        m_blade->closeBlade();
    }
    Page::hideEvent(event);
}

void AlertsPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    placeDetails();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertspage.h"

#include "alerts/alertdetails.h"
#include "alerts/alertsummary.h"
#include "alerts/notificationsblade.h"
#include "controls/action.h"
#include "controls/bulkbar.h"
#include "controls/emptystate.h"
#include "controls/label.h"
#include "controls/menu.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/searchfield.h"
#include "core/whendone.h"
#include "frame/alertroutes.h"
#include "frame/vaultpicker.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/models/alertmodel.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QAction>
#include <QBoxLayout>

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
    : DetailsListPage(context, QStringLiteral("alerts"), context.session.alerts(),
                      ArmId::parse(route.part).value_or(ArmId()), parent)
    , m_scope(ArmId::parse(route.subject).value_or(ArmId()))
{
    auto& store = context.session.alerts();
    m_model = new AlertModel(store, context.language.format(), this);
    m_rows = new presentation::AlertFilter(*m_model, this);
    m_rows->setScope(m_scope);

    columnLayout()->setSpacing(Space::lg);
    m_summary = new AlertSummary(context, m_scope);
    connect(m_summary, &AlertSummary::severityWanted, this, [this](AlertSeverity severity) {
        const QVariant wanted = static_cast<int>(severity);
        m_severity->setCurrent(m_severity->current() == wanted ? QVariant() : wanted);
        applyFilters();
    });
    columnLayout()->insertWidget(0, m_summary);
    m_severity = addPill("severity");
    m_state = addPill("state");
    m_period = addPill("period");
    m_vault = addPill("vault");
    m_vault->setVisible(m_scope.isEmpty());
    m_message = new MessageBar(MessageKind::Error);
    m_message->setObjectName(QStringLiteral("alerts.problem"));
    m_message->setDismissable(true);
    m_message->hide();
    connect(m_message, &MessageBar::dismissed, m_message, &QWidget::hide);
    connect(m_message, &MessageBar::actionTriggered, this, [this] { setState(m_failed, m_failedState); });
    columnLayout()->addWidget(m_message);
    makeActions();
    makeList();
    setUpDetails();
    retranslate();
    m_period->setCurrent(usualHours);
    if (const auto severity = severityIn(route.part); severity != AlertSeverity::Unknown) {
        m_severity->setCurrent(static_cast<int>(severity));
    }
    for (const auto changed :
         {&presentation::ListStoreBase::stateChanged, &presentation::ListStoreBase::countChanged}) {
        connect(&context.session.vaults(), changed, this, &AlertsPage::updateSelection);
    }
    applyFilters();
    storeChanged();
    store.refresh();
}

void AlertsPage::makeList()
{
    QVector<TableColumn> columns(AlertModel::ColumnCount);
    columns[AlertModel::Severity] = storeColumn(QStringLiteral("severity"), CellKind::Status, 190);
    columns[AlertModel::Severity].canHide = false;
    columns[AlertModel::Severity].shortHeading = [] { return tr("Severity", "a heading where there is little room"); };
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
    setRows(*m_rows, columns, Icon::OkOutline, {.column = AlertModel::Severity, .order = Qt::DescendingOrder});
    list()->setTotal([this] { return total(); });
    auto* bar = list()->bulkBar();
    bar->addCommand(m_acknowledge);
    bar->addCommand(m_close);
    connect(table(), &Table::linkActivated, this, &AlertsPage::openLink);
    connect(table(), &Table::selectionChangedTo, this, &AlertsPage::updateSelection);
    connect(table(), &Table::currentRowChanged, this, &AlertsPage::updateSelection);
    connect(table(), &Table::contextMenuWanted, this, &AlertsPage::showContextMenu);
}

void AlertsPage::makeActions()
{
    const auto changes = [this](Icon icon, const char* name, AlertState state) {
        auto* action = makeCommand(icon, name);
        connect(action, &QAction::triggered, this, [this, state] { setState(meant(), state); });
        return action;
    };
    m_acknowledge = changes(Icon::Tick, "acknowledge", AlertState::Acknowledged);
    m_close = changes(Icon::Cancel, "close", AlertState::Closed);
    m_reopen = changes(Icon::Retry, "reopen", AlertState::New);
    m_notify = makeCommand(Icon::Settings, "notify");
    m_notify->setVisible(context().session.capabilities().alertMails);
    connect(m_notify, &QAction::triggered, this, &AlertsPage::configure);
    m_before = makeDivider();
    m_after = makeDivider();
}

PageHeading AlertsPage::heading() const
{
    const QString title = tr("Alerts");
    const auto vault = m_scope.vaultId();
    if (!m_scope.isEmpty() && m_scope == vault) {
        return vaultHeading(vault, title);
    }
    const QString caption = m_scope.isEmpty()
        ? tr("All vaults")
        : m_scope.name().section(QLatin1Char(';'), -1) + QStringLiteral(" · ") + vault.name();
    return {title, caption, Icon::Alert, {{title, {}}}};
}

QList<MenuEntry> AlertsPage::resourceMenu() const
{
    return !m_scope.isEmpty() && m_scope == m_scope.vaultId() ? vaultMenu(context(), m_scope) : QList<MenuEntry>();
}

QList<QAction*> AlertsPage::commands() const
{
    return QList<QAction*>{refreshCommand(), m_before, m_acknowledge, m_close, m_reopen, m_after, m_notify}
    + viewCommands();
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
                         ? std::optional(context().language.format().now().toUTC().addSecs(-3600LL * hours.toInt()))
                         : std::nullopt);
    if (!hours.isValid()) {
        context().session.alerts().setPeriod(std::nullopt); // also what was resolved long ago
    }
    m_rows->setVault(ArmId::parse(m_vault->current().toString()).value_or(ArmId()));
    updateSelection();
}

//! Only vaults that have alerts can be chosen.
void AlertsPage::storeChanged()
{
    m_summary->update();
    const auto& store = context().session.alerts();
    QSet<ArmId> vaults;
    for (int row = 0; row < store.count(); ++row) {
        if (const auto vault = store.at(row).target.vaultId(); !vault.isEmpty()) {
            vaults.insert(vault);
        }
    }
    m_vault->setChoices(choicesOf(vaults));
    DetailsListPage::storeChanged();
    updateSelection();
}

//! That of the page, or the one it is filtered by; empty: somebody has to say which.
ArmId AlertsPage::notifiedVault() const
{
    return !m_scope.isEmpty() ? m_scope.vaultId() : ArmId::parse(m_vault->current().toString()).value_or(ArmId());
}

//! Each vault has its own notifications, also one without alerts.
void AlertsPage::configure()
{
    const auto open = [this](const ArmId& vault) {
        context().navigator.openBlade(new NotificationsBlade(context(), vault, window()));
    };
    if (const auto vault = notifiedVault(); !vault.isEmpty()) {
        open(vault);
    } else {
        pickVault(context().session.vaults(), this, QStringLiteral("alerts.vaults"), nullptr, open);
    }
}

//! Of what the page is about, whatever the filters hide.
int AlertsPage::total() const
{
    const auto& store = context().session.alerts();
    int total = 0;
    for (int row = 0; row < store.count(); ++row) {
        total += presentation::AlertStore::isIn(store.at(row), m_scope) ? 1 : 0;
    }
    return total;
}

QString AlertsPage::countText() const
{
    const auto& locale = context().language.format().locale();
    //: %1 shown, %2 in all
    return tr("%1 of %2 alerts").arg(locale.toString(m_rows->rowCount()), locale.toString(total()));
}

QString AlertsPage::exportName() const
{
    return tr("alerts.csv");
}

void AlertsPage::updateSelection()
{
    const auto& store = context().session.alerts();
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
    setReason(m_notify, notifiedVault().isEmpty() ? whyNoVault(context().session.vaults()) : QString());
    setReason(m_acknowledge, because(fresh, tr("Only new alerts can be acknowledged.")));
    setReason(m_close, because(open, tr("The alert is closed or resolved already.")));
    setReason(m_reopen, because(touched, tr("Nobody has acknowledged or closed the alert, or its cause is gone.")));
}

void AlertsPage::openLink(const QModelIndex& index)
{
    const auto& alert = m_rows->rowAt(index.row());
    if (index.column() == AlertModel::Resource) {
        context().navigator.open(alertTargetRoute(alert.target));
    } else if (index.column() == AlertModel::Vault) {
        context().navigator.open(vaultRoute(alert.target.vaultId()));
    } else {
        showDetails(alert.id);
    }
}

void AlertsPage::showContextMenu(const QModelIndex& index, const QPoint& at)
{
    table()->selectRow(index.row());
    updateSelection();
    auto* menu = new Menu(this);
    menu->setObjectName(QStringLiteral("alerts.menu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_acknowledge, m_close, m_reopen});
    menu->popup(at);
}

DetailsPane* AlertsPage::makeDetails()
{
    auto* details = new AlertDetails(context(), this);
    connect(details, &AlertDetails::stateWanted, this,
            [this](const ArmId& alert, AlertState state) { setState({alert}, state); });
    return details;
}

void AlertsPage::setSubject(DetailsPane& details, const ArmId& subject)
{
    static_cast<AlertDetails&>(details).setAlert(subject);
}

void AlertsPage::besideChanged(bool beside)
{
    m_summary->setChartVisible(!beside); // the list is what the room is for
    countLabel()->setVisible(!beside);
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
        whenDone(context().session.alerts().setState(id, state), this,
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
                         presentation::ErrorText::of(*outcome->error, context().language.locale()).sentence());
                     m_message->setAction(tr("Try again"));
                     m_message->show();
                 });
    }
    table()->clearChecks();
}

void AlertsPage::retranslate()
{
    m_model->setFormat(context().language.format());
    m_summary->retranslate();
    search()->setHint(tr("Filter alerts"));
    const auto all = allChoice();
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
    m_acknowledge->setText(tr("Acknowledge"));
    m_close->setText(tr("Close alert"));
    m_reopen->setText(tr("Make new again"));
    m_notify->setText(tr("Configure notifications"));
    table()->setAccessibleName(tr("Alerts"));
    empty()->setTexts(Icon::OkOutline, tr("No alerts"),
                      tr("Nothing needs attention. An alert appears here when a backup or a restore fails, or when a "
                         "backup is overdue."));
    DetailsListPage::retranslate();
}

} // namespace valv::views

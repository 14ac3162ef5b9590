// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/alertmodel.h"

namespace valv::presentation {

using contract::Alert;
using contract::AlertSeverity;

namespace {

//! What needs attention more has the higher number: active ones, then by severity, then the newest.
double attentionOf(const Alert& alert)
{
    constexpr double step = 1e13; // more than any time in milliseconds
    int level = alert.severity == AlertSeverity::Critical ? 2 : alert.severity == AlertSeverity::Warning ? 1 : 0;
    level += alert.isActive() ? 4 : 0;
    return level * step + static_cast<double>(alert.last.toMSecsSinceEpoch());
}

StatusKind kindOfStanding(AlertStanding standing)
{
    switch (standing) {
    case AlertStanding::New:
        return StatusKind::Info;
    case AlertStanding::Acknowledged:
        return StatusKind::Pending;
    case AlertStanding::Closed:
        return StatusKind::Stopped;
    case AlertStanding::Resolved:
        return StatusKind::Ok;
    }
    return StatusKind::None;
}

} // namespace

AlertModel::AlertModel(AlertStore& store, const Format& format, QObject* parent)
    : StoreModel(store, format, parent)
    , m_store(store)
{ }

QString AlertModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Severity:
        return tr("Severity");
    case Title:
        //: Column heading: what happened.
        return tr("Alert");
    case Resource:
        //: Column heading: the machine or vault that an alert is about.
        return tr("Resource");
    case Vault:
        return tr("Vault");
    case Raised:
        //: Column heading: when an alert came up. Keep short.
        return tr("Raised");
    case State:
        return tr("State");
    case By:
        //: Column heading: who acknowledged or closed an alert. Keep short.
        return tr("Handled by");
    case ColumnCount:
        break;
    }
    return {};
}

Cell AlertModel::cell(int row, int column) const
{
    const Alert& alert = m_store.at(row);
    switch (static_cast<Column>(column)) {
    case Severity: {
        Cell c = statusCell(AlertText::severity(alert.severity.value()), AlertText::kind(alert.severity.value()));
        c.sort = attentionOf(alert);
        return c;
    }
    case Title: {
        const auto text = AlertText::of(alert, format());
        Cell c = textCell(text.title());
        c.link = true;
        c.toolTip = QStringList{text.happened(), text.cause()}.join(QLatin1Char(' ')).trimmed();
        return c;
    }
    case Resource: {
        Cell c = textCell(alert.targetName);
        c.link = !alert.target.vaultId().isEmpty(); // a computer has no page
        return c;
    }
    case Vault: {
        Cell c = textCell(alert.target.vaultId().name());
        c.link = !alert.target.vaultId().isEmpty();
        return c;
    }
    case Raised:
        return momentCell(alert.raised);
    case State: {
        const auto standing = standingOf(alert);
        Cell c = statusCell(AlertText::standing(standing), kindOfStanding(standing));
        c.sort = static_cast<int>(standing);
        return c;
    }
    case By: {
        Cell c = textCell(alert.changedBy);
        c.secondary = true;
        return c;
    }
    case ColumnCount:
        break;
    }
    return {};
}

QString AlertModel::searchText(int row) const
{
    const auto& alert = m_store.at(row);
    const auto text = AlertText::of(alert, format());
    return QStringList{text.title(), text.cause(), alert.targetName, alert.target.vaultId().name(), alert.code}.join(
        QLatin1Char('\n'));
}

AlertFilter::AlertFilter(AlertModel& model, QObject* parent)
    : TextFilter(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void AlertFilter::setSeverity(AlertSeverity severity)
{
    m_severity = severity;
    invalidateFilter();
}

void AlertFilter::setStandings(const QSet<AlertStanding>& standings)
{
    m_standings = standings;
    invalidateFilter();
}

void AlertFilter::setSince(const std::optional<QDateTime>& since)
{
    m_since = since;
    invalidateFilter();
}

void AlertFilter::setScope(const ArmId& scope)
{
    m_scope = scope;
    invalidateFilter();
}

void AlertFilter::setVault(const ArmId& vault)
{
    m_vault = vault;
    invalidateFilter();
}

const Alert& AlertFilter::rowAt(int row) const
{
    return m_model.rowAt(sourceRow(row));
}

bool AlertFilter::accepts(int sourceRow) const
{
    const auto& alert = m_model.rowAt(sourceRow);
    return (m_severity == AlertSeverity::Unknown || alert.severity == m_severity)
        && (m_standings.isEmpty() || m_standings.contains(standingOf(alert)))
        && (!m_since || alert.isActive() || alert.last >= *m_since) && AlertStore::isIn(alert, m_scope)
        && AlertStore::isIn(alert, m_vault);
}

} // namespace valv::presentation

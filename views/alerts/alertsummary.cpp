// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertsummary.h"

#include "controls/card.h"
#include "controls/chart.h"
#include "controls/tile.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/alerttext.h"

#include <QHBoxLayout>

namespace valv::views {

using contract::AlertSeverity;
using presentation::AlertText;

namespace {

constexpr int chartDays = 14;

} // namespace

AlertSummary::AlertSummary(const Context& context, const ArmId& scope, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_scope(scope)
{
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Size::tileGap);
    const auto tile = [this, line](const char* name, AlertSeverity severity) {
        const auto kind = AlertText::kind(severity);
        auto* made = new Tile(statusIcon(kind), statusRole(kind), {});
        made->setObjectName(QLatin1String(name));
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum); // as high as the chart beside it
        line->addWidget(made, 1);
        connect(made, &QAbstractButton::clicked, this, [this, severity] { Q_EMIT severityWanted(severity); });
        return made;
    };
    m_critical = tile("alerts.critical", AlertSeverity::Critical);
    m_warning = tile("alerts.warning", AlertSeverity::Warning);
    m_information = tile("alerts.information", AlertSeverity::Information);
    m_daysCard = new Card;
    m_daysCard->setPadding(Space::md);
    m_legend = new ChartLegend;
    m_daysCard->addHeaderWidget(m_legend);
    m_days = new StackedBars;
    m_days->setObjectName(QStringLiteral("alerts.perDay"));
    m_days->setBare(true);
    m_daysCard->add(m_days);
    line->addWidget(m_daysCard, 2);
}

void AlertSummary::setChartVisible(bool on)
{
    m_daysCard->setVisible(on);
}

void AlertSummary::update()
{
    const auto& format = m_context.language.format();
    const auto& store = m_context.session.alerts();
    const auto counts = store.counts(m_scope);
    const auto show = [&](Tile* tile, const presentation::AlertCounts::Of& of) {
        tile->setValue(store.hasLoaded() ? format.number(static_cast<qint64>(of.active)) : QString());
        tile->setCaption(of.active == 0      ? QString()
                             : of.fresh == 0 ? tr("none new")
                                             : tr("%n new", nullptr, of.fresh));
    };
    show(m_critical, counts.critical);
    show(m_warning, counts.warning);
    show(m_information, counts.information);
    updateDays();
}

void AlertSummary::updateDays()
{
    const auto& format = m_context.language.format();
    QVector<StackedBars::Bar> bars;
    int most = 1;
    int critical = 0;
    int other = 0;
    for (const auto& day : m_context.session.alerts().perDay(m_scope, format.now(), chartDays)) {
        StackedBars::Bar bar;
        bar.warning = day.other;
        bar.failed = day.critical;
        bar.text = format.dateShort(day.day) + QLatin1Char('\n')
            + tr("%1 critical, %2 other").arg(day.critical).arg(day.other);
        bars.append(bar);
        most = std::max(most, day.critical + day.other);
        critical += day.critical;
        other += day.other;
    }
    m_days->setBars(bars, {{0, {}}, {static_cast<double>(most), {}}});
    m_days->setAccessibleName(tr("Alerts per day"));
    m_days->setAccessibleDescription(
        tr("The last %1 days: %2 critical, %3 other").arg(chartDays).arg(critical).arg(other));
}

void AlertSummary::retranslate()
{
    m_critical->setTitle(AlertText::severity(AlertSeverity::Critical));
    m_warning->setTitle(AlertText::severity(AlertSeverity::Warning));
    m_information->setTitle(AlertText::severity(AlertSeverity::Information));
    m_daysCard->setTitle(tr("Alerts per day"));
    m_legend->setEntries({{tr("Critical", "legend"), Role::FailBar, ChartLegend::Fill::DenseHatch},
                          {tr("Other", "legend"), Role::WarnBar, ChartLegend::Fill::Hatch}});
    m_daysCard->setMinimumWidth(m_daysCard->headerWidth()); // the tiles beside it have room to spare
    update();
}

} // namespace valv::views

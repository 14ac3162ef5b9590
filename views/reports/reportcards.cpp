// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reportcards.h"

#include "controls/chart.h"
#include "controls/essentials.h"
#include "controls/linkbutton.h"
#include "frame/navigator.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace valv::views {

using presentation::BackupReport;
using presentation::JobTally;

namespace {

constexpr int mostDayBars = 92; // more would be too thin to be told apart
constexpr int daysPerWeek = 7;
constexpr int labelsWanted = 10;
constexpr int dateMarks = 5;

} // namespace

ReportJobsCard::ReportJobsCard(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_legend(new ChartLegend)
    , m_chart(new StackedBars)
{
    m_chart->setObjectName(QStringLiteral("reports.jobsPerDay"));
    add(m_legend);
    add(m_chart);
}

void ReportJobsCard::show(const BackupReport& report)
{
    const auto& format = m_context.language.format();
    const bool weeks = report.days.size() > mostDayBars;
    const int each = weeks ? daysPerWeek : 1;
    setTitle(weeks ? tr("Jobs per week") : tr("Jobs per day"));
    const auto words = [](const JobTally& jobs) {
        return tr("%1 completed, %2 with warnings, %3 failed").arg(jobs.completed).arg(jobs.warned).arg(jobs.failed);
    };
    QVector<StackedBars::Bar> bars;
    int most = 1;
    const auto count = (report.days.size() + each - 1) / each;
    const auto labelEvery = std::max<qsizetype>(1, (count + labelsWanted - 1) / labelsWanted);
    for (qsizetype first = 0; first < report.days.size(); first += each) {
        JobTally jobs;
        const auto end = std::min<qsizetype>(first + each, report.days.size());
        for (auto i = first; i < end; ++i) {
            jobs.completed += report.days[i].jobs.completed;
            jobs.warned += report.days[i].jobs.warned;
            jobs.failed += report.days[i].jobs.failed;
        }
        StackedBars::Bar bar;
        const QString from = format.dateShort(report.days[first].day);
        bar.label = bars.size() % labelEvery == 0 ? from : QString();
        bar.done = jobs.completed;
        bar.warning = jobs.warned;
        bar.failed = jobs.failed;
        bar.text = (weeks ? from + QStringLiteral(" – ") + format.dateShort(report.days[end - 1].day) : from)
            + QLatin1Char('\n') + words(jobs);
        bars.append(bar);
        most = std::max(most, jobs.ended());
    }
    QVector<AxisTick> ticks;
    for (const double value : axisValues(most, 5, true)) {
        ticks.append({value, format.number(static_cast<qint64>(value))});
    }
    m_chart->setBars(bars, ticks);
    m_legend->setEntries({{tr("Completed %1").arg(report.jobs.completed), Role::DoneBar, ChartLegend::Fill::Solid},
                          {tr("With warnings %1").arg(report.jobs.warned), Role::WarnBar, ChartLegend::Fill::Hatch},
                          {tr("Failed %1").arg(report.jobs.failed), Role::FailBar, ChartLegend::Fill::DenseHatch}});
    m_chart->setAccessibleName(weeks ? tr("Jobs per week") : tr("Jobs per day"));
    m_chart->setAccessibleDescription(words(report.jobs));
}

ReportStorageCard::ReportStorageCard(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_chart(new AreaChart)
    , m_none(new Label(LabelKind::Secondary))
{
    m_chart->setObjectName(QStringLiteral("reports.growth"));
    m_none->setWordWrap(true);
    add(m_chart);
    add(m_none);
}

void ReportStorageCard::show(const BackupReport& report, bool told)
{
    const auto& format = m_context.language.format();
    setTitle(tr("Storage growth"));
    QVector<AreaChart::Value> values;
    double most = 0;
    const auto sized = [&format](qint64 bytes) { return format.size(static_cast<quint64>(bytes)); };
    for (const auto& day : report.days) {
        if (day.storedBytes >= 0) {
            values.append({static_cast<double>(day.day.toJulianDay()), static_cast<double>(day.storedBytes),
                           format.dateShort(day.day) + QLatin1Char('\n') + sized(day.storedBytes)});
            most = std::max(most, static_cast<double>(day.storedBytes));
        }
    }
    const bool drawn = values.size() > 1;
    m_chart->setVisible(drawn);
    m_none->setVisible(!drawn);
    m_none->setText(told ? tr("It is not known how the storage grew in this period.")
                         : tr("This connection does not tell how the storage grew."));
    if (!drawn) {
        return;
    }
    const auto first = static_cast<double>(report.days.constFirst().day.toJulianDay()); // as the jobs beside it
    const auto last = static_cast<double>(report.days.constLast().day.toJulianDay());
    const int marks = std::min<int>(dateMarks, static_cast<int>(report.days.size()));
    QVector<AxisTick> xTicks;
    for (int i = 0; i < marks; ++i) {
        const double x = std::round(first + (last - first) * i / (marks - 1));
        xTicks.append({x, format.dateShort(QDate::fromJulianDay(static_cast<qint64>(x)))});
    }
    QVector<AxisTick> yTicks;
    for (const double value : axisValues(most, 5)) {
        yTicks.append({value, value == 0 ? QStringLiteral("0") : sized(static_cast<qint64>(value))});
    }
    m_chart->setValues(values, xTicks, yTicks);
    m_chart->setAccessibleName(tr("Storage growth"));
    //: two sizes
    m_chart->setAccessibleDescription(
        tr("From %1 to %2.").arg(sized(report.storedFirst()), sized(report.storedLast())));
}

ReportInstancesCard::ReportInstancesCard(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_facts(new Essentials)
{
    m_facts->setMaxColumns(1);
    m_facts->setMinimumLabelWidth(0);
    m_facts->setValueAlignment(Qt::AlignRight);
    add(m_facts);
    m_prices = new LinkButton;
    m_prices->setObjectName(QStringLiteral("reports.prices"));
    body()->addWidget(m_prices, 0, Qt::AlignLeft);
    connect(m_prices, &QAbstractButton::clicked, this, [this] {
        m_context.navigator.open({QStringLiteral("settings"), {}, QStringLiteral("prices")});
    });
}

//! Without prices there is none to show, and with some that are needed missing neither.
void ReportInstancesCard::showCost(QVector<Fact>& facts, const BackupReport& report)
{
    const auto prices = m_context.settings.prices();
    const auto cost = report.cost(prices);
    if (!prices.isEmpty()) {
        Fact made;
        made.label = tr("Estimated monthly cost");
        made.value = cost ? prices.amount(*cost, m_context.language.locale()) : QString();
        made.suffix = cost ? QString() : tr("(a price or a size is missing)");
        made.strong = true;
        facts.append(made);
    }
    m_prices->setText(prices.isEmpty() ? tr("Enter prices to see what it costs") : tr("Change the prices"));
}

void ReportInstancesCard::show(const BackupReport& report)
{
    const auto& format = m_context.language.format();
    const auto& count = report.instances;
    QVector<Fact> facts;
    const auto fact = [&](const QString& label, int value, const QString& suffix = {}) -> Fact& {
        Fact made;
        made.label = label;
        made.value = format.number(static_cast<qint64>(value));
        made.suffix = suffix;
        facts.append(made);
        return facts.last();
    };
    fact(tr("At most 50 GB, small"), count.small);
    fact(tr("Above 50 GB, at most 500 GB"), count.standard);
    fact(tr("Above 500 GB, one for each 500 GB"), count.ofLarge,
         count.large > 0 ? tr("(%n item(s))", nullptr, count.large) : QString());
    fact(tr("Protected instances"), count.instances()).strong = true;
    if (count.unknown > 0) {
        fact(tr("Not counted: size unknown"), count.unknown);
    }
    if (count.free > 0) {
        fact(tr("Not counted: no backup yet, or soft deleted"), count.free);
    }
    showCost(facts, report);
    setTitle(tr("Protected instances"));
    setCaption(tr("now, by the data of each item"));
    m_facts->setFacts(facts);
}

} // namespace valv::views

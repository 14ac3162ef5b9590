// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultcharts.h"

#include "contract/vault.h"
#include "controls/chart.h"
#include "controls/segmentedcontrol.h"
#include "core/digits.h"
#include "core/whendone.h"
#include "frame/emptywords.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/stores/vaulthealth.h"
#include "presentation/text/statuswords.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace valv::views {

using presentation::StatusWords;

namespace {

constexpr int barDays = 14;
constexpr double secondsPerDay = 24.0 * 3600;

} // namespace

VaultStorageCard::VaultStorageCard(const Context& context, const ArmId& vault, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_vault(vault)
{
    m_period = new SegmentedControl;
    m_period->setObjectName(QStringLiteral("vault.period"));
    m_period->setCompact(true);
    for (const int days : {30, 90, 365}) {
        m_period->addSegment({}, days);
    }
    m_period->setCurrentIndex(0);
    addHeaderWidget(m_period);
    auto* line = new QHBoxLayout;
    line->setSpacing(Space::md);
    m_stored = new Label(LabelKind::Metric);
    m_stored->setObjectName(QStringLiteral("vault.stored"));
    m_caption = new Label(LabelKind::Caption);
    line->addWidget(m_stored);
    line->addWidget(m_caption, 1, Qt::AlignBottom);
    body()->addLayout(line);
    m_chart = new AreaChart;
    m_chart->setObjectName(QStringLiteral("vault.growth"));
    add(m_chart);
    m_none = new Label(LabelKind::Secondary);
    m_none->setObjectName(QStringLiteral("vault.noGrowth"));
    m_none->setWordWrap(true);
    add(m_none);
    connect(m_period, &SegmentedControl::currentChanged, this, &VaultStorageCard::ask);
    auto& usages = m_context.session.vaultUsages();
    connect(&usages, &presentation::ListStoreBase::rowsChanged, this, &VaultStorageCard::update);
    connect(&usages, &presentation::ListStoreBase::countChanged, this, &VaultStorageCard::update);
    ask();
}

void VaultStorageCard::refresh()
{
    m_context.session.vaultUsages().refreshVault(m_vault);
    ask();
}

void VaultStorageCard::ask()
{
    const int asked = ++m_asked;
    whenDone(m_context.session.vaults().storageHistory(m_vault, m_period->currentData().toInt()), this,
             [this, asked](const Result<QList<contract::StorageSample>>& samples) {
                 if (asked != m_asked) {
                     return; // another period is wanted now
                 }
                 m_known = samples.has_value();
                 m_failed = !samples;
                 m_samples = samples.value_or(QList<contract::StorageSample>());
                 update();
             });
}

void VaultStorageCard::update()
{
    const auto& format = m_context.language.format();
    const auto* usage = m_context.session.vaultUsages().find(m_vault);
    const auto* vault = m_context.session.vaults().find(m_vault);
    const qint64 stored = usage != nullptr ? usage->storedBytes()
        : m_samples.isEmpty()              ? -1
                                           : m_samples.constLast().storedBytes;
    m_stored->setText(stored < 0 ? QStringLiteral("–") : format.size(static_cast<quint64>(stored)));
    QStringList parts;
    if (vault != nullptr && !vault->redundancy.isEmpty()) {
        parts.append(StatusWords::of(vault->redundancy));
    }
    if (m_samples.size() > 1) {
        const double days =
            static_cast<double>(m_samples.constFirst().time.secsTo(m_samples.constLast().time)) / secondsPerDay;
        const auto grown = m_samples.constLast().storedBytes - m_samples.constFirst().storedBytes;
        if (days >= 1) {
            const auto aDay =
                format.size(static_cast<quint64>(toThreeDigits(std::abs(static_cast<double>(grown) / days))));
            //: how a vault grows; %1 is a size
            parts.append(grown >= 0 ? tr("+%1 a day on average").arg(aDay) : tr("−%1 a day on average").arg(aDay));
        }
    }
    m_caption->setText(parts.join(QStringLiteral(" · ")));
    showHistory();
}

void VaultStorageCard::showHistory()
{
    const auto& format = m_context.language.format();
    const bool drawn = m_samples.size() > 1;
    m_chart->setVisible(drawn);
    m_none->setVisible(!drawn);
    m_period->setVisible(drawn || m_period->currentIndex() != 0); // there may be more in another one
    if (!drawn) {
        m_none->setText(m_failed      ? tr("How the vault has grown could not be read.")
                            : m_known ? tr("How the vault grows is shown here after the first backups.")
                                      : tr("Loading…"));
        return;
    }
    QVector<AreaChart::Value> values;
    double most = 0;
    for (const auto& sample : std::as_const(m_samples)) {
        const auto at = sample.time.toTimeZone(format.zone());
        values.append(
            {static_cast<double>(at.toSecsSinceEpoch()), static_cast<double>(sample.storedBytes),
             format.dateTimeShort(at) + QLatin1Char('\n') + format.size(static_cast<quint64>(sample.storedBytes))});
        most = std::max(most, toThreeDigits(static_cast<double>(sample.storedBytes)));
    }
    QVector<AxisTick> xTicks;
    const double first = values.constFirst().x;
    const double last = values.constLast().x;
    constexpr int marks = 4;
    for (int i = 0; i < marks; ++i) {
        const double x = first + (last - first) * i / (marks - 1);
        const auto at = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(x), Qt::UTC).toTimeZone(format.zone());
        xTicks.append({x, format.dateShort(at.date())});
    }
    QVector<AxisTick> yTicks;
    for (const double value : axisValues(most, 5)) {
        yTicks.append({value, value == 0 ? QStringLiteral("0") : format.size(static_cast<quint64>(value))});
    }
    m_chart->setValues(values, xTicks, yTicks);
    m_chart->setAccessibleName(tr("Storage growth"));
    m_chart->setAccessibleDescription(tr("From %1 on %2 to %3 on %4.")
                                          .arg(format.size(static_cast<quint64>(m_samples.constFirst().storedBytes)),
                                               format.date(m_samples.constFirst().time),
                                               format.size(static_cast<quint64>(m_samples.constLast().storedBytes)),
                                               format.date(m_samples.constLast().time)));
}

void VaultStorageCard::retranslate()
{
    setTitle(tr("Backup storage"));
    //: periods of a chart: 30 days, 90 days, a year. Keep short.
    m_period->setSegmentText(0, tr("30 d"));
    m_period->setSegmentText(1, tr("90 d"));
    m_period->setSegmentText(2, tr("1 year"));
    m_period->setAccessibleName(tr("Period of the chart"));
    update();
}

VaultJobsCard::VaultJobsCard(const Context& context, const ArmId& vault, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_vault(vault)
    , m_legend(new ChartLegend)
    , m_chart(new StackedBars)
{
    m_chart->setObjectName(QStringLiteral("vault.jobsPerDay"));
    m_context.session.jobs().want(m_vault);
    add(m_legend);
    add(m_chart);
    m_none = new Label(LabelKind::Secondary);
    m_none->setWordWrap(true);
    add(m_none);
}

void VaultJobsCard::update()
{
    const auto& format = m_context.language.format();
    const auto days = presentation::jobsPerDay(m_vault, m_context.session.jobs(), format.now(), barDays);
    setTitle(tr("Jobs per day"));
    setCaption(presentation::Format::days(barDays));
    QVector<StackedBars::Bar> bars;
    int completed = 0;
    int warned = 0;
    int failed = 0;
    int most = 0;
    for (const auto& day : days) {
        completed += day.completed;
        warned += day.warned;
        failed += day.failed;
        most = std::max(most, day.completed + day.warned + day.failed);
        StackedBars::Bar bar;
        const bool last = day.day == days.constLast().day;
        const auto fromEnd = day.day.daysTo(days.constLast().day);
        bar.label = last ? format.dateShort(day.day) : fromEnd % 2 == 1 ? QString() : QString::number(day.day.day());
        bar.strong = last;
        bar.done = day.completed;
        bar.warning = day.warned;
        bar.failed = day.failed;
        bar.text = format.dateShort(day.day) + QLatin1Char('\n')
            + tr("%1 completed, %2 with warnings, %3 failed").arg(day.completed).arg(day.warned).arg(day.failed);
        bars.append(bar);
    }
    m_legend->setVisible(most > 0);
    m_chart->setVisible(most > 0);
    m_none->setVisible(most == 0);
    m_none->setText(
        EmptyWords{tr("Reading the jobs …"), tr("The jobs could not be read."), tr("No job has run in these days.")}.of(
            m_context.session.jobs()));
    QVector<AxisTick> ticks;
    for (const double value : axisValues(std::max(most, 1), 5, true)) {
        ticks.append({value, format.number(static_cast<qint64>(value))});
    }
    m_chart->setBars(bars, ticks);
    m_legend->setEntries({{tr("Completed %1").arg(completed), Role::DoneBar, ChartLegend::Fill::Solid},
                          {tr("With warnings %1").arg(warned), Role::WarnBar, ChartLegend::Fill::Hatch},
                          {tr("Failed %1").arg(failed), Role::FailBar, ChartLegend::Fill::DenseHatch}});
    m_chart->setAccessibleName(tr("Jobs per day"));
    m_chart->setAccessibleDescription(
        tr("%1 completed, %2 with warnings, %3 failed").arg(completed).arg(warned).arg(failed));
}

} // namespace valv::views

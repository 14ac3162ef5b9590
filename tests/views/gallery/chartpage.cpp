// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/card.h"
#include "controls/chart.h"
#include "controls/label.h"
#include "controls/linkcard.h"
#include "controls/pointtimeline.h"
#include "controls/radiocard.h"
#include "controls/retentionlanes.h"
#include "controls/segmentedcontrol.h"
#include "controls/stepslist.h"
#include "controls/tile.h"
#include "pages.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views::gallery {

namespace {

QVector<double> ages(int count, double step)
{
    QVector<double> days;
    for (int i = 0; i < count; ++i) {
        days.append((i + 1) * step);
    }
    return days;
}

QWidget* makeTimeline()
{
    auto* card = new Card(s("Välj en återställningspunkt"));
    auto* range = new SegmentedControl;
    for (const char* text : {"7 d", "30 d", "1 år", "Alla"}) {
        range->addSegment(s(text));
    }
    range->setCurrentIndex(1);
    range->setCompact(true);
    card->addHeaderWidget(range);
    auto* timeline = new PointTimeline;
    const QDateTime from(QDate(2018, 11, 20), QTime(0, 0));
    timeline->setRange(from, from.addDays(29));
    timeline->setLanes({{s("Program"), s("25")}, {s("Filsystem"), s("2")}, {s("Krasch"), s("1")}});
    QVector<PointTimeline::Point> points;
    for (int d = 0; d < 29; ++d) {
        PointTimeline::Point point;
        point.id = QString::number(d);
        point.at = from.addDays(d);
        point.text = s("mån 17 dec 2018 22:41\nProgramkonsekvent · 21,8 GB");
        if (d == 6 || d == 11) {
            point.lane = 1;
            point.mark = PointTimeline::Mark::Square;
            point.role = Role::S2;
        } else if (d == 13) {
            point.lane = 2;
            point.mark = PointTimeline::Mark::Triangle;
            point.role = Role::S4;
        } else if (d == 9) {
            point.mark = PointTimeline::Mark::Cross;
            point.role = Role::Error;
            point.selectable = false;
        }
        points.append(point);
    }
    timeline->setPoints(points);
    timeline->select(s("27"));
    card->add(timeline);
    auto* legend = new PointLegend;
    legend->setEntries({{PointTimeline::Mark::Disc, Role::S1, s("Programkonsekvent")},
                        {PointTimeline::Mark::Square, Role::S2, s("Filsystemkonsekvent")},
                        {PointTimeline::Mark::Triangle, Role::S4, s("Kraschkonsekvent")},
                        {PointTimeline::Mark::Cross, Role::Error, s("Misslyckad, ingen punkt")}});
    card->addDivider();
    card->add(legend);
    return card;
}

} // namespace

QWidget* makeChartPage()
{
    auto* page = new QWidget;
    auto* outer = new QVBoxLayout(page);
    outer->setContentsMargins(Size::contentMargin, Space::lg, Size::contentMargin, Space::lg);
    outer->setSpacing(Space::lg);
    auto* stepCard = new Card;
    auto* bar = new StepBar;
    bar->setSteps({{s("Säkerhetskopieringsmål"), s("Lokal motor, virtuell dator")},
                   {s("Princip"), s("Produktion-GFS")},
                   {s("Välj virtuella datorer"), s("6 valda")}},
                  2);
    stepCard->add(bar);
    outer->addWidget(stepCard);
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(Space::lg);
    const struct
    {
        Icon icon;
        Role role;
        const char* title;
        const char* caption;
    } kinds[] = {{Icon::Protected, Role::Ok, "Programkonsekventa", "VSS eller för-/efterskript"},
                 {Icon::FileSystem, Role::Accent, "Filsystemkonsekventa", "frusna filsystem"},
                 {Icon::Crash, Role::Warn, "Kraschkonsekventa", "avstängd eller utan agent"}};
    for (const auto& kind : kinds) {
        auto* tile = new Tile(kind.icon, kind.role, s(kind.title));
        tile->setValue(s("25"));
        tile->setCaption(s(kind.caption));
        tiles->addWidget(tile);
    }
    auto* counterCard = new Card(s("Säkerhetskopieringsjobb"));
    counterCard->setCaption(s("senaste 24 h"));
    auto* counters = new QHBoxLayout;
    auto* running = new Counter(s("Pågår"));
    running->setValue(s("2"));
    running->setStatus(StatusKind::Running);
    auto* failed = new Counter(s("Misslyckades"));
    failed->setValue(s("2"));
    failed->setStatus(StatusKind::Failed);
    counters->addWidget(running);
    counters->addWidget(failed);
    counterCard->body()->addLayout(counters);
    tiles->addWidget(counterCard);
    outer->addLayout(tiles);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(Space::lg);
    upper->addWidget(makeTimeline(), 2);
    auto* keeps = new Card(s("Så länge behålls kopiorna"));
    auto* lanes = new RetentionLanes;
    lanes->setLanes({{s("Dagligen"), s("30"), ages(30, 1), Role::S1, RetentionLane::Mark::Bar},
                     {s("Veckovis"), s("12"), ages(12, 7), Role::S2, RetentionLane::Mark::Square},
                     {s("Månadsvis"), s("12"), ages(12, 30.4), Role::S3, RetentionLane::Mark::Disc},
                     {s("Årsvis"), s("7"), ages(7, 365), Role::S4, RetentionLane::Mark::Diamond}},
                    {{2555, s("7 år")},
                     {1460, s("4 år")},
                     {730, s("2 år")},
                     {365, s("1 år")},
                     {84, s("12 v")},
                     {30, s("30 d")},
                     {7, s("1 v")},
                     {0, s("19 dec")}},
                    2555);
    keeps->add(lanes);
    upper->addWidget(keeps, 1);
    outer->addLayout(upper);
    auto* lower = new QHBoxLayout;
    lower->setSpacing(Space::lg);
    auto* growth = new Card(s("Lagringstillväxt"));
    auto* area = new AreaChart;
    QVector<AreaChart::Value> values;
    for (int i = 0; i < 30; ++i) {
        values.append(
            {static_cast<double>(i), 1.6 + i * 0.025 + (i % 5) * 0.01, s("12 december\n2,12 TB · 374 punkter")});
    }
    area->setValues(values, {{0, s("20 nov")}, {9, s("29 nov")}, {19, s("9 dec")}, {29, s("19 dec")}},
                    {{0, s("0")}, {1, s("1 TB")}, {2, s("2 TB")}, {3, s("3 TB")}, {4, s("4 TB")}});
    area->setLimit(4, s("Kapacitet 4 TB"));
    area->setCurrentIndex(22);
    growth->add(area);
    lower->addWidget(growth);
    auto* perDay = new Card(s("Jobb per dygn"));
    auto* bars = new StackedBars;
    QVector<StackedBars::Bar> days;
    for (int i = 0; i < 14; ++i) {
        days.append({i % 2 == 0 ? QString::number(6 + i) : QString(),
                     8.0 + i % 3 - (i == 13 ? 4 : 0),
                     i % 4 == 1 ? 1.0 : 0.0,
                     i % 5 == 4 || i == 13 ? 1.0 : 0.0,
                     {},
                     false});
    }
    days.last().label = s("19 dec");
    days.last().strong = true;
    bars->setBars(days, {{0, s("0")}, {3, s("3")}, {6, s("6")}, {9, s("9")}, {12, s("12")}});
    auto* legend = new ChartLegend;
    legend->setEntries({{s("Slutförda 112"), Role::DoneBar, ChartLegend::Fill::Solid},
                        {s("Med varning 6"), Role::WarnBar, ChartLegend::Fill::Hatch},
                        {s("Misslyckade 5"), Role::FailBar, ChartLegend::Fill::DenseHatch}});
    perDay->add(legend);
    perDay->add(bars);
    lower->addWidget(perDay);
    auto* choices = new Card(s("Vad ska återställas"));
    auto* whole = new RadioCard(s("Hela den virtuella datorn"), s("Konfiguration och alla 4 diskar, 1 536 GB"));
    whole->setCardIcon(Icon::VirtualMachine);
    whole->setChip(s("Vald"));
    whole->setChecked(true);
    choices->add(whole);
    auto* disks = new RadioCard(s("Bara diskar"), s("Anslut till en befintlig dator"));
    disks->setCardIcon(Icon::Disk);
    choices->add(disks);
    choices->add(new LinkCard(Icon::Key, s("Krypteringsnyckel"), s("Roterad 2018-12-01")));
    lower->addWidget(choices);
    outer->addLayout(lower, 1);
    return page;
}

} // namespace valv::views::gallery

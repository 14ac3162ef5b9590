// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/nextruns.h"

#include "controls/card.h"
#include "controls/label.h"
#include "policies/tiermark.h"
#include "policy/retention.h"
#include "policy/schedule.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

namespace {

constexpr int runsShown = 5;

//! What keeps the point of a run at the moment at which it is made.
policy::Verdict verdictOf(const contract::BackupPolicy& policy, const QDateTime& run)
{
    policy::PointFacts point;
    point.time = run;
    point.scheduledFor = run;
    const auto verdicts = policy::retain(policy, {&point, 1}, run);
    return verdicts.empty() ? policy::Verdict() : verdicts.front();
}

} // namespace

NextRuns::NextRuns(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Space::lg);
    m_grid->setVerticalSpacing(Space::sm);
    m_grid->setColumnStretch(1, 1);
}

void NextRuns::showPolicy(const contract::BackupPolicy& policy, const presentation::Format& format)
{
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto zone = policy::zoneOf(policy);
    const auto now = format.now().toUTC();
    int line = 0;
    for (const auto& run : policy::nextRuns(policy, now, runsShown)) {
        if (line > 0) {
            m_grid->addWidget(new Divider, line++, 0, 1, 3);
        }
        const auto verdict = verdictOf(policy, run);
        auto* when = new QWidget;
        auto* column = new QVBoxLayout(when);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        const auto wall = run.toTimeZone(zone);
        auto* time =
            new Label(LabelKind::Body,
                      tr("%1 %2", "weekday, date and time")
                          .arg(presentation::Format::capitalised(presentation::Format::weekdayShort(
                                   static_cast<contract::Weekday>(wall.date().dayOfWeek()))),
                               tr("%1, %2", "date, time").arg(format.date(wall.date()), format.time(wall.time()))));
        time->setElideMode(Qt::ElideNone);
        column->addWidget(time);
        if (zone.offsetFromUtc(run) != format.zone().offsetFromUtc(run)) {
            auto* local = new Label(LabelKind::Caption, tr("%1 your time").arg(format.dateTimeShort(run)));
            local->setElideMode(Qt::ElideNone);
            column->addWidget(local);
        }
        m_grid->addWidget(when, line, 0);
        auto* tiers = new QWidget;
        auto* row = new QHBoxLayout(tiers);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(Space::xs);
        for (const auto reason : verdict.reasons) {
            if (tierName(reason).isEmpty()) {
                continue; // the newest good one is kept anyway
            }
            row->addWidget(new TierMark(reason));
            auto* name = new Label(LabelKind::Caption, tierName(reason));
            name->setElideMode(Qt::ElideNone);
            row->addWidget(name);
            row->addSpacing(Space::xs);
        }
        row->addStretch(1);
        m_grid->addWidget(tiers, line, 1);
        auto* until = new Label(
            LabelKind::Body, verdict.until ? format.date(verdict.until->toTimeZone(zone).date()) : QStringLiteral("–"));
        until->setElideMode(Qt::ElideNone);
        m_grid->addWidget(until, line, 2, Qt::AlignRight);
        ++line;
    }
}

} // namespace valv::views

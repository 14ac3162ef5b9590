// SPDX-License-Identifier: GPL-3.0-or-later
#include "restore/restorepoints.h"

#include "controls/pointtimeline.h"
#include "controls/segmentedcontrol.h"
#include "controls/statustext.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/statuswords.h"

#include <QHBoxLayout>

#include <algorithm>

namespace valv::views {

using contract::ConsistencyType;
using presentation::StatusWords;

namespace {

struct LaneLook
{
    ConsistencyType consistency;
    PointTimeline::Mark mark;
    Role role;
};
constexpr LaneLook lanes[]{{ConsistencyType::AppConsistent, PointTimeline::Mark::Disc, Role::S1},
                           {ConsistencyType::FileSystemConsistent, PointTimeline::Mark::Square, Role::S2},
                           {ConsistencyType::CrashConsistent, PointTimeline::Mark::Triangle, Role::S4}};

int laneOf(const contract::RecoveryPoint& point)
{
    for (int i = 0; i < 3; ++i) {
        if (point.consistency == lanes[i].consistency) {
            return i;
        }
    }
    return 2; // what is not known is not promised to be more than crash-consistent
}

constexpr int everything = 0; //!< of the periods, in days
constexpr int periods[]{7, 30, 365, everything};
constexpr int everythingAt = 3;

} // namespace

RestorePoints::RestorePoints(const Context& context, const ArmId& item, const QString& wanted, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_item(item)
    , m_wanted(wanted)
    , m_store(context.session.recoveryPoints(item))
{
    m_range = new SegmentedControl;
    m_range->setCompact(true);
    for (const int days : periods) {
        m_range->addSegment({}, days);
    }
    m_range->setCurrentIndex(1);
    connect(m_range, &SegmentedControl::currentChanged, this, &RestorePoints::showPoints);
    addHeaderWidget(m_range);
    m_timeline = new PointTimeline;
    m_timeline->setObjectName(QStringLiteral("restore.timeline"));
    connect(m_timeline, &PointTimeline::selectedChanged, this, [this] {
        showChosen();
        Q_EMIT changed();
    });
    add(m_timeline);
    addDivider();
    m_chosen = new StatusText;
    m_legend = new PointLegend;
    auto* below = new QHBoxLayout;
    below->addWidget(m_legend);
    below->addStretch(1);
    below->addWidget(m_chosen);
    body()->addLayout(below);
    connect(&m_store, &presentation::ListStoreBase::countChanged, this, &RestorePoints::showPoints);
    connect(&m_store, &presentation::ListStoreBase::stateChanged, this, &RestorePoints::showPoints);
}

const contract::RecoveryPoint* RestorePoints::chosen() const
{
    return m_store.find(m_item.child(QStringLiteral("recoveryPoints"), m_timeline->selected()));
}

void RestorePoints::focusFirst()
{
    m_timeline->setFocus(Qt::OtherFocusReason);
}

void RestorePoints::showPoints()
{
    const auto& format = m_context.language.format();
    const auto zone = format.zone();
    const QDateTime now = format.now();
    const int days = m_range->currentData().toInt();
    QDateTime from = now.addDays(-(days != everything ? days : 30));
    if (days == everything) {
        if (const auto* oldest = m_store.oldest()) {
            from = oldest->time.toTimeZone(zone).addDays(-1);
        }
    }
    if (m_timeline->selected().isEmpty() && days != everything) {
        const auto* wanted = m_store.find(m_item.child(QStringLiteral("recoveryPoints"), m_wanted));
        if (!m_wanted.isEmpty() && wanted != nullptr && wanted->time < from) {
            m_range->setCurrentIndex(everythingAt); // it was chosen elsewhere, and is older
            showPoints();
            return;
        }
    }
    QVector<PointTimeline::Point> points;
    int counts[3] = {0, 0, 0};
    QList<const contract::RecoveryPoint*> sorted;
    for (int row = 0; row < m_store.count(); ++row) {
        sorted.append(&m_store.at(row));
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->time < b->time; });
    for (const auto* known : sorted) {
        const auto at = known->time.toTimeZone(zone);
        if (at < from) {
            continue;
        }
        PointTimeline::Point mark;
        mark.id = known->name;
        mark.at = at;
        mark.lane = laneOf(*known);
        mark.mark = lanes[mark.lane].mark;
        mark.role = lanes[mark.lane].role;
        mark.text = format.dateTime(known->time) + QLatin1Char('\n') + StatusWords::of(known->consistency);
        if (known->sourceBytes >= 0) {
            mark.text += QStringLiteral(" · ") + format.size(static_cast<quint64>(known->sourceBytes));
        }
        ++counts[mark.lane];
        points.append(mark);
    }
    QVector<PointTimeline::Lane> laneTexts;
    QVector<PointLegend::Entry> legend;
    for (int i = 0; i < 3; ++i) {
        const bool isKnown = m_store.hasLoaded() || counts[i] > 0; // what is not read is not none
        laneTexts.append(
            {StatusWords::consistencyShort(lanes[i].consistency), isKnown ? format.number(counts[i]) : QString()});
        legend.append({lanes[i].mark, lanes[i].role, StatusWords::of(lanes[i].consistency)});
    }
    m_timeline->setRange(from, now);
    m_timeline->setLanes(laneTexts);
    m_timeline->setPoints(points);
    m_legend->setEntries(legend);
    if (m_timeline->selected().isEmpty() && !points.isEmpty()) {
        const bool wanted =
            std::any_of(points.cbegin(), points.cend(), [this](const auto& p) { return p.id == m_wanted; });
        m_timeline->select(wanted ? m_wanted : points.constLast().id);
    }
    showChosen();
    Q_EMIT changed();
}

void RestorePoints::showChosen()
{
    const auto* point = chosen();
    if (point == nullptr) {
        const bool failed = m_store.error() && !m_store.isBusy();
        m_chosen->setStatus(StatusKind::None,
                            m_store.hasLoaded() ? tr("No recovery points in this period")
                                : failed        ? tr("The recovery points could not be read.")
                                                : tr("Loading…"));
        return;
    }
    m_chosen->setStatus(StatusWords::kind(point->consistency.value()),
                        m_context.language.format().dateTime(point->time) + QStringLiteral(" · ")
                            + StatusWords::of(point->consistency));
    m_chosen->setToolTip(point->consistencyReason);
}

void RestorePoints::retranslate()
{
    setTitle(tr("Choose a recovery point"));
    m_range->setSegmentText(0, tr("7 d"));
    m_range->setSegmentText(1, tr("30 d"));
    m_range->setSegmentText(2, tr("1 y"));
    m_range->setSegmentText(everythingAt, tr("All"));
    m_range->setAccessibleName(tr("Period"));
    m_timeline->setAccessibleName(tr("Recovery points"));
    showPoints();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/retentionpreview.h"

#include "controls/label.h"

#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {
namespace {

struct TierLook
{
    QString label;
    Role role;
    RetentionLane::Mark mark;
    int days; //!< of one unit, for the axis
};

} // namespace

RetentionPreview::RetentionPreview(Size size, QWidget* parent)
    : QWidget(parent)
    , m_size(size)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::md);
    m_lanes = new RetentionLanes;
    m_lanes->setDirection(size == Size::Small ? RetentionLanes::Direction::NewestLeft
                                              : RetentionLanes::Direction::NewestRight);
    m_lanes->setBands(size == Size::Small);
    m_lanes->setLaneHeight(size == Size::Small ? 26 : 34);
    m_note = new Label(LabelKind::Caption);
    m_note->setWordWrap(true);
    layout->addWidget(m_lanes);
    layout->addWidget(m_note);
    m_note->setVisible(size == Size::Small);
}

void RetentionPreview::showPolicy(const contract::BackupPolicy& policy, const presentation::Format& format,
                                  const QDateTime& asOf)
{
    m_simulation = policy::simulate(policy, asOf.isValid() ? asOf.toUTC() : format.now().toUTC());
    QVector<RetentionLane> lanes;
    QVector<RetentionTick> ticks { { 0, asOf.isValid() ? format.dateShort(asOf.date()) : tr("today") } };
    double maximum = 7;
    for (const auto& tier : m_simulation.tiers) {
        RetentionLane lane;
        int count = 0;
        double end = 0;
        QString endLabel;
        switch (tier.tier) {
        case policy::Reason::Daily:
            lane.label = tr("Daily");
            lane.role = Role::S1;
            lane.mark = RetentionLane::Mark::Bar;
            count = policy.daily ? policy.daily->days : 0;
            end = count;
            endLabel = tr("%1 d", "days").arg(count);
            break;
        case policy::Reason::Weekly:
            lane.label = tr("Weekly");
            lane.role = Role::S2;
            lane.mark = RetentionLane::Mark::Square;
            count = policy.weekly ? policy.weekly->weeks : 0;
            end = count * 7.0;
            endLabel = tr("%1 w", "weeks").arg(count);
            break;
        case policy::Reason::Monthly:
            lane.label = tr("Monthly");
            lane.role = Role::S3;
            lane.mark = RetentionLane::Mark::Disc;
            count = policy.monthly ? policy.monthly->months : 0;
            end = count * 30.4;
            endLabel = tr("%1 m", "months").arg(count);
            break;
        default:
            lane.label = tr("Yearly");
            lane.role = Role::S4;
            lane.mark = RetentionLane::Mark::Diamond;
            count = policy.yearly ? policy.yearly->years : 0;
            end = count * 365.25;
            endLabel = tr("%1 y", "years").arg(count);
            break;
        }
        lane.count = format.number(count);
        // More marks than there are pixels say nothing; what is left out lies between its neighbours.
        const std::size_t step = std::max<std::size_t>(1, tier.ages.size() / 400);
        for (std::size_t i = 0; i < tier.ages.size(); i += step) {
            lane.days.append(tier.ages[i]);
        }
        lane.description = tr("%1: %2").arg(lane.label, presentation::Format::recoveryPoints(static_cast<int>(tier.ages.size())));
        maximum = std::max(maximum, end);
        ticks.append({ end, endLabel });
        lanes.append(lane);
    }
    // Labels that would touch give way to the later ones.
    std::sort(ticks.begin(), ticks.end(), [](const auto& a, const auto& b) { return a.days < b.days; });
    const auto place = [maximum](double days) {
        return RetentionLanes::position(days, maximum, RetentionLanes::Direction::NewestLeft);
    };
    for (qsizetype i = ticks.size() - 2; i > 0; --i) {
        if (place(ticks[i + 1].days) - place(ticks[i].days) < 0.13 || place(ticks[i].days) < 0.12) {
            ticks.removeAt(i);
        }
    }
    m_lanes->setLanes(lanes, ticks, maximum);
    m_lanes->setAccessibleName(tr("How long copies are kept"));
    m_note->setText(tr("A point that several rules keep is stored once and kept by the longest rule."));
}

} // namespace valv::views

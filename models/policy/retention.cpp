// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/retention.h"

#include "contract/rules.h"
#include "core/datetime.h"
#include "policy/schedule.h"
#include "policy/tags_p.h"

#include <QHash>

#include <algorithm>

namespace valv::policy {
namespace {

struct Dated
{
    Reason reason;
    QDateTime until;
};

//! Points with their days, judged together because of the rules that look at neighbours.
class Judge
{
public:
    Judge(const contract::BackupPolicy& policy, std::span<const PointFacts> points, const QDateTime& now,
          Protection protection)
        : m_policy(policy)
        , m_now(now)
        , m_stopped(protection == Protection::Stopped)
    {
        for (const auto& point : points) {
            m_points.push_back(&point);
        }
        std::stable_sort(m_points.begin(), m_points.end(), [](auto* a, auto* b) { return a->time > b->time; });
        const auto good = std::find_if(m_points.begin(), m_points.end(), [](auto* p) { return p->good; });
        m_lastGood = good == m_points.end() ? nullptr : *good;
        findBearers();
    }

    [[nodiscard]] std::vector<Verdict> verdicts() const
    {
        std::vector<Verdict> all;
        all.reserve(m_points.size());
        for (const auto* point : m_points) {
            all.push_back(verdict(*point));
        }
        return all;
    }

private:
    [[nodiscard]] QDateTime localOf(const PointFacts& point) const
    {
        return point.scheduledFor.value_or(point.time).toTimeZone(m_zone);
    }

    [[nodiscard]] QDate dayOf(const PointFacts& point) const
    {
        const auto local = localOf(point);
        // The night hours of an hourly window belong to the day before.
        const bool early = m_policy.frequency == contract::Frequency::Hourly && local.time() < m_policy.runTime;
        return runDayOf(m_policy, early ? local.date().addDays(-1) : local.date());
    }

    //! Of each day the first good point, or the first of all.
    void findBearers()
    {
        for (const auto* point : m_points) { // newest first: an earlier one takes the place of a later one
            if (!point->scheduled) {
                continue;
            }
            auto& bearer = m_bearers[dayOf(*point)];
            if (bearer == nullptr || point->good || !bearer->good) {
                bearer = point;
            }
        }
    }

    [[nodiscard]] std::vector<Dated> datesOf(const PointFacts& point) const
    {
        if (point.chosenUntil) {
            return {{Reason::Chosen, *point.chosenUntil}};
        }
        std::vector<Dated> dates;
        if (point.scheduled) {
            const auto day = dayOf(point);
            const bool bears = m_bearers.value(day) == &point;
            const bool hourly = m_policy.frequency == contract::Frequency::Hourly;
            for (const auto& tag : tagsOf(m_policy, day)) {
                if (hourly && tag.tier == Reason::Daily) {
                    const auto local = localOf(point);
                    const auto until = local.date().addDays(day.daysTo(tag.until));
                    dates.push_back({tag.tier, fromWallClock(until, local.time(), m_zone)});
                } else if (bears) {
                    dates.push_back({tag.tier, fromWallClock(tag.until, m_policy.runTime, m_zone)});
                }
            }
        }
        if (point.onDemandUntil || !point.scheduled) {
            dates.push_back({Reason::OnDemand,
                             point.onDemandUntil.value_or(point.time.addDays(contract::Limits::defaultRetainDays))});
        }
        return dates;
    }

    [[nodiscard]] Verdict verdict(const PointFacts& point) const
    {
        Verdict verdict;
        verdict.id = point.id;
        for (const auto& [reason, until] : datesOf(point)) {
            if (until > m_now) {
                verdict.reasons.push_back(reason);
            }
            verdict.until = verdict.until ? std::max(*verdict.until, until) : until;
        }
        const bool dated = !verdict.reasons.empty();
        if (point.pinned) {
            verdict.reasons.push_back(Reason::Pinned);
        }
        if (point.held) {
            verdict.reasons.push_back(Reason::Held);
        }
        if (&point == m_lastGood) {
            verdict.reasons.push_back(Reason::LastGood);
        }
        if (m_stopped) {
            verdict.reasons.push_back(Reason::Stopped);
        }
        verdict.kept = !verdict.reasons.empty();
        if (point.pinned || point.held || m_stopped || (verdict.kept && !dated)) {
            verdict.until.reset();
        }
        return verdict;
    }

    const contract::BackupPolicy& m_policy;
    QDateTime m_now;
    bool m_stopped;
    QTimeZone m_zone = zoneOf(m_policy);
    std::vector<const PointFacts*> m_points; // newest first
    const PointFacts* m_lastGood = nullptr;
    QHash<QDate, const PointFacts*> m_bearers;
};

} // namespace

QString toText(Reason reason)
{
    switch (reason) {
    case Reason::Daily:
        return QStringLiteral("Daily");
    case Reason::Weekly:
        return QStringLiteral("Weekly");
    case Reason::Monthly:
        return QStringLiteral("Monthly");
    case Reason::Yearly:
        return QStringLiteral("Yearly");
    case Reason::OnDemand:
        return QStringLiteral("OnDemand");
    case Reason::Chosen:
        return QStringLiteral("Chosen");
    case Reason::Held:
        return QStringLiteral("Held");
    case Reason::Pinned:
        return QStringLiteral("Pinned");
    case Reason::LastGood:
        return QStringLiteral("LastGood");
    case Reason::Stopped:
        return QStringLiteral("Stopped");
    }
    return {};
}

std::vector<Verdict> retain(const contract::BackupPolicy& policy, std::span<const PointFacts> points,
                            const QDateTime& now, Protection protection)
{
    return Judge(policy, points, now, protection).verdicts();
}

std::vector<Verdict> expiredByChange(std::span<const PointFacts> points, const contract::BackupPolicy& before,
                                     const contract::BackupPolicy& after, const QDateTime& now)
{
    const auto old = retain(before, points, now);
    auto changed = retain(after, points, now); // in the same order
    std::vector<Verdict> gone;
    for (std::size_t i = 0; i < old.size(); ++i) {
        if (old[i].kept && !changed[i].kept) {
            gone.push_back(std::move(changed[i]));
        }
    }
    return gone;
}

} // namespace valv::policy

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "presentation/stores/liststore.h"
#include "presentation/stores/resourcestores.h"

#include <QDate>

#include <chrono>

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const Alert& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const Alert& a, const Alert& b);
} // namespace valv::contract

namespace valv::presentation {

//! How many alerts are active, by severity, and how many of them nobody has looked at.
struct AlertCounts
{
    struct Of
    {
        int active = 0;
        int fresh = 0;
        friend bool operator==(const Of&, const Of&) = default;
    };
    Of critical;
    Of warning;
    Of information;

    void add(const contract::Alert& alert); //!< one that is not active counts nowhere
    [[nodiscard]] int active() const { return critical.active + warning.active + information.active; }
    friend bool operator==(const AlertCounts&, const AlertCounts&) = default;
};

//! Alerts that were raised on one day.
struct AlertDay
{
    QDate day;
    int critical = 0;
    int other = 0;
    friend bool operator==(const AlertDay&, const AlertDay&) = default;
};

//! \brief Alerts of all vaults: every one whose cause is there, and those that were resolved lately. Asked for again
//! every minute, after each refresh of the session, and when a job has ended.
class AlertStore final : public ListStore<contract::Alert>
{
    Q_OBJECT
public:
    AlertStore(const StoreContext& context, SubscriptionStore& subscriptions, QObject* parent = nullptr);

    //! Resolved ones that were raised before are not asked for; nothing: all. The default is 30 days. Asks again.
    void setPeriod(std::optional<std::chrono::hours> period);

    //! \param scope a vault and all that is in it, or an item; empty: all
    [[nodiscard]] AlertCounts counts(const ArmId& scope = {}) const;
    [[nodiscard]] QHash<ArmId, AlertCounts> countsByVault() const;
    //! The active ones, the critical first, then the newest.
    [[nodiscard]] QList<contract::Alert> active(const ArmId& scope = {}) const;
    //! How many were raised on each of the last days up to today, oldest first, by the day in the zone.
    [[nodiscard]] QList<AlertDay> perDay(const ArmId& scope, const QDateTime& now, int days) const;
    //! One whose cause is there, whatever a person made of it; nothing: none.
    [[nodiscard]] const contract::Alert* fired(const ArmId& target, const QString& code) const;
    [[nodiscard]] static bool isIn(const contract::Alert& alert, const ArmId& scope);

    //! What a person makes of it; the row changes with the answer.
    [[nodiscard]] QFuture<Result<contract::Alert>> setState(const ArmId& alert, contract::AlertState state);

Q_SIGNALS:
    //! Active ones that were not there, or not active, when the list was read before; nothing is told of the first
    //! read.
    void raised(const QList<valv::contract::Alert>& alerts);

protected:
    void load() override;
    contract::Alert merged(const contract::Alert& before, contract::Alert after) const override;

private:
    void loadResolved(const ArmId& scope);
    void ended();
    void schedule();

    SubscriptionStore& m_subscriptions;
    std::optional<std::chrono::hours> m_period = std::chrono::hours(24 * 30);
    QSet<ArmId> m_active; //!< at the last read
    bool m_known = false; //!< there was a last read
    int m_timer = 0; //!< the wait that counts
};

} // namespace valv::presentation

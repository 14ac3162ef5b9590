// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/report.h"
#include "presentation/stores/session.h"

#include <memory>

namespace valv::presentation {

//! \brief Reads what a report of a period is made of: the jobs and policies of each vault, and how its storage grew where the
//! connection tells. A new period leaves the old one's answers aside. GUI thread; the session must outlive it.
class ReportLoader final : public QObject
{
    Q_OBJECT
public:
    explicit ReportLoader(Session& session, QObject* parent = nullptr);

    //! \param vault empty: all
    void ask(const ReportPeriod& period, const ArmId& vault, const QTimeZone& zone);
    [[nodiscard]] LoadState state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_state == LoadState::Loading || m_state == LoadState::Refreshing; }
    //! When Stale (the report lacks something) or Failed.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] const BackupReport& report() const { return m_report; } //!< empty before the first
    //! When Stale: nothing could be read this time, and the report is whole, as it was at this time (UTC). Else
    //! invalid.
    [[nodiscard]] QDateTime heldFrom() const { return m_isHeld ? m_readAt : QDateTime(); }

Q_SIGNALS:
    void changed();

private:
    void begin();
    void readJobs(const ArmId& vault);
    void readStorage(const ArmId& vault);
    void readPolicies(const ArmId& vault);
    void answered(const std::optional<Error>& error);
    void end();
    void setState(LoadState state);

    Session& m_session;
    ReportPeriod m_period;
    ArmId m_vault;
    QTimeZone m_zone;
    std::unique_ptr<ReportCounter> m_counter;
    BackupReport m_report;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    bool m_waiting = false; //!< for the lists of vaults and items
    bool m_loaded = false; //!< there is a report
    bool m_isHeld = false; //!< of an earlier question
    QDateTime m_readAt;
    int m_asked = 0; //!< an answer to an earlier question comes too late
    int m_pending = 0;
    int m_read = 0; //!< answers that were good
};

} // namespace valv::presentation

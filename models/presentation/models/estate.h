// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "contract/readiness.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/protection.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QMap>
#include <QStringList>

namespace valv::presentation {

//! \brief How the protection of the whole estate stands, over all vaults, at one moment. A value made by EstateCounter.
struct EstateSummary
{
    struct Machine
    {
        ArmId id; //!< the machine
        QString name;
        Availability canEnable; //!< why not, when it can't be protected
    };
    struct Waiting
    {
        ArmId id; //!< the machine
        QString name;
        std::optional<QDateTime> nextRun; //!< UTC
        bool running = false; //!< its first backup is being made
        Availability canBackUp; //!< what would stop the first backup
        QList<contract::ReadinessNote> notes; //!< what it lacks for a good one
    };
    struct Run
    {
        QDateTime at; //!< UTC, to the minute
        QStringList names; //!< of the machines
    };
    int machines = 0;
    int covered = 0; //!< a point exists or will, by a policy
    int unknown = 0; //!< the vaults could not be read
    QList<Machine> unprotected; //!< those that can be protected first, then by name
    QList<Waiting> waiting; //!< protected, no point yet; those that lack something first
    QMap<Protection, int> byState; //!< of protected machines
    int completed = 0; //!< jobs that began during the last 24 hours
    int warned = 0;
    int failed = 0;
    int running = 0; //!< now, whenever they began
    QList<Run> nextRuns; //!< of the next 24 hours, in order
    qint64 sourceBytes = 0; //!< data in the protected machines' disks, as far as it is known
};

//! \brief Counts machines and jobs one after another, so that no list is copied for it. Pure.
class EstateCounter
{
public:
    //! \param now UTC
    explicit EstateCounter(const QDateTime& now)
        : m_now(now)
    { }
    //! Bytes free on the disk of a vault, for the machines that are added from now on.
    void setFree(const ArmId& vault, qint64 bytes) { m_free.insert(vault, bytes); }
    void add(const VmRow& machine);
    void add(const contract::BackupJob& job);
    [[nodiscard]] EstateSummary done(); //!< once, at the end

private:
    QDateTime m_now;
    EstateSummary m_summary;
    QHash<ArmId, qint64> m_free;
    QMap<QDateTime, QStringList> m_runs;
};

} // namespace valv::presentation

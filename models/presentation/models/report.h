// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "contract/backuppolicy.h"
#include "contract/protecteditem.h"
#include "contract/vaultfacts.h"
#include "presentation/text/prices.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QTimeZone>

#include <optional>

namespace valv::presentation {

//! Days in the person's zone, both of them in it.
struct ReportPeriod
{
    QDate first;
    QDate last;
    [[nodiscard]] int days() const { return static_cast<int>(first.daysTo(last)) + 1; }
    //! ValDateRange, ValDateRangeTooLong (more than 13 months); empty: it is good. Source: flows.md I10.
    [[nodiscard]] QString problem() const;
    friend bool operator==(const ReportPeriod&, const ReportPeriod&) = default;
};

//! How backups and restores ended; those that run or were cancelled count nowhere.
struct JobTally
{
    int completed = 0;
    int warned = 0;
    int failed = 0;

    void add(contract::JobStatus status);
    [[nodiscard]] int ended() const { return completed + warned + failed; }
    //! 0..1; nothing ended: nothing.
    [[nodiscard]] std::optional<double> successRate() const;
    friend bool operator==(const JobTally&, const JobTally&) = default;
};

//! \brief Protected instances, by the used data of all disks of an item at its last good backup. Source: flows.md H2.
struct InstanceCount
{
    int small = 0; //!< items of at most 50 GB: one small instance each
    int standard = 0; //!< items of at most 500 GB: one instance each
    int large = 0; //!< items above that
    int ofLarge = 0; //!< instances of those: one for each 500 GB begun
    int unknown = 0; //!< items whose size the backend does not tell
    int free = 0; //!< not counted: soft deleted, or no good backup yet

    [[nodiscard]] int instances() const { return small + standard + ofLarge; }
    friend bool operator==(const InstanceCount&, const InstanceCount&) = default;
};
//! Instances of one item of that many bytes; 0 below 0.
[[nodiscard]] int instancesOf(qint64 usedBytes);
//! Counts one item: free until its first good backup and while it is soft deleted; a stopped one by its last good
//! backup. Source: flows.md H3.
void countInstance(InstanceCount& count, const contract::ProtectedItem& item);

//! \brief What the instances and the storage of a vault cost a month; nothing when a price that is needed is not given,
//! or the storage is not known. Source: flows.md H1, H2.
//! \param storedBytes below 0: not known
[[nodiscard]] std::optional<double> monthlyCost(const InstanceCount& count, qint64 storedBytes, bool geoRedundant,
                                                const Prices& prices);

//! \brief What backups did in a period, over all vaults or of one. A value made by ReportCounter. Bytes; below 0: not
//! known.
struct BackupReport
{
    struct Day
    {
        QDate day;
        JobTally jobs;
        qint64 storedBytes = -1; //!< at its end, in all vaults that told
        friend bool operator==(const Day&, const Day&) = default;
    };
    struct VaultRow
    {
        ArmId vault;
        int items = 0;
        JobTally jobs;
        qint64 storedFirst = -1;
        qint64 storedLast = -1;
        InstanceCount count;
        bool geoRedundant = false;
        [[nodiscard]] int instances() const { return count.instances(); }
        //! As monthlyCost().
        [[nodiscard]] std::optional<double> cost(const Prices& prices) const
        {
            return monthlyCost(count, storedLast, geoRedundant, prices);
        }
        friend bool operator==(const VaultRow&, const VaultRow&) = default;
    };
    struct ItemRow
    {
        ArmId item;
        QString name; //!< of the machine
        JobTally jobs;
        qint64 sourceBytes = -1; //!< data in its disks at the last good backup
        qint64 readBytes = 0; //!< by good backups in the period
        qint64 storedBytes = 0; //!< that they added to the vault
        int instances = 0;
        bool gone = false; //!< there are jobs, but the item is no longer there
        friend bool operator==(const ItemRow&, const ItemRow&) = default;
    };

    //! How much a policy keeps.
    struct PolicyRow
    {
        ArmId policy;
        QString name;
        int items = 0;
        int days = 0; //!< how long its longest row keeps a point; a month has 30, a year 365
        qint64 points = 0; //!< of each item, when all rows are full
        friend bool operator==(const PolicyRow&, const PolicyRow&) = default;
    };

    ReportPeriod period;
    JobTally jobs;
    QList<Day> days; //!< each day of the period, in order
    QList<VaultRow> vaults; //!< by name
    QList<ItemRow> items; //!< by name
    QList<PolicyRow> policies; //!< that keep longest first, and of as long, those with most points
    InstanceCount instances;

    [[nodiscard]] qint64 storedFirst() const; //!< of the first day that is known
    [[nodiscard]] qint64 storedLast() const;
    [[nodiscard]] bool isEmpty() const { return jobs.ended() == 0 && items.isEmpty() && storedLast() < 0; }
    //! Most failures first, and of as many, those that ran most; only items that failed at all.
    [[nodiscard]] QList<ItemRow> mostFailures(int count) const;
    //! Of all vaults; nothing when that of one is not known.
    [[nodiscard]] std::optional<double> cost(const Prices& prices) const;
    //! Most data in their disks first.
    [[nodiscard]] QList<ItemRow> mostData(int count) const;
    friend bool operator==(const BackupReport&, const BackupReport&) = default;
};

//! \brief Counts one thing after another, so that no list is kept for it. Pure.
class ReportCounter
{
public:
    ReportCounter(const ReportPeriod& period, const QTimeZone& zone);
    void addVault(const ArmId& vault, bool geoRedundant);
    void add(const contract::BackupPolicy& policy);
    void add(const contract::ProtectedItem& item);
    void add(const contract::BackupJob& job); //!< one that began outside of the period counts nowhere
    void add(const ArmId& vault, const QList<contract::StorageSample>& samples); //!< oldest first
    [[nodiscard]] BackupReport done(); //!< once, at the end

private:
    BackupReport m_report;
    QTimeZone m_zone;
    QHash<ArmId, BackupReport::VaultRow> m_vaults;
    QHash<ArmId, BackupReport::ItemRow> m_items;
};

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "core/clock.h"
#include "core/result.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace valv::presentation {

enum class ActivityKind
{
    CreateVault,
    DeleteVault,
    SavePolicy,
    DeletePolicy,
    EnableBackup,
    ChangePolicy,
    BackupNow,
    Restore,
    StopBackup,
    ResumeBackup,
    DeleteData,
    Undelete,
    ChangePoint,
    DeletePoint,
    CancelJob,
    JobEnded, //!< a job that runs on the backend reached its end; not something the person asked for here
};
enum class ActivityState
{
    Running,
    Succeeded,
    Failed
};

//! \brief Something that was asked for and takes a while: what notifications are made of. Words are theirs.
struct Activity
{
    int number = 0; //!< from 1, in the order they began
    ActivityKind kind = ActivityKind::BackupNow;
    ActivityState state = ActivityState::Running;
    QString subject; //!< the VM, vault or policy by name
    QString second; //!< e.g. the policy that a VM now uses, the vault
    ArmId target; //!< what a link opens: the VM, the vault, the item
    ArmId job; //!< empty: no job
    QDateTime started; //!< UTC
    std::optional<QDateTime> ended;
    std::optional<Error> error; //!< when Failed
    QStringList made; //!< what was created before it failed, by name
    int of = 1; //!< how many things it is about; of several none is the subject
    int failed = 0; //!< how many of them failed
    bool warned = false; //!< succeeded, with warnings
    bool canRetry = false;
    friend bool operator==(const Activity&, const Activity&) = default;
};

//! \brief Where the stores tell what they have begun and how it ended. Holds what runs; a notification log listens.
class ActivityHub final : public QObject
{
    Q_OBJECT
public:
    explicit ActivityHub(const Clock& clock, QObject* parent = nullptr);

    //! Gives it a number and the time; retry is called when the person asks for it after a failure.
    int begin(Activity activity, std::function<void()> retry = {});
    void succeed(int number, const ArmId& job = {});
    //! \param failed how many of several; the error is then that of the first
    void fail(int number, const Error& error, const QStringList& made = {}, int failed = 0);
    //! Already over when it is told, e.g. JobEnded.
    void tell(Activity activity);
    //! Does a failed one again, once; false when it can't be.
    bool retry(int number);
    [[nodiscard]] int running() const { return static_cast<int>(m_running.size()); }

Q_SIGNALS:
    //! A new one, or a new state of one that is known by its number.
    void changed(const valv::presentation::Activity& activity);

private:
    const Clock& m_clock;
    int m_last = 0;
    QHash<int, Activity> m_running;
    QHash<int, std::function<void()>> m_retries;
};

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "controls/azcopy.h"
#include "controls/detailspane.h"
#include "core/result.h"
#include "frame/context.h"

#include <QVector>

#include <optional>

namespace valv::views {

class Button;
class CopyAzLink;
class Essentials;
class IconButton;
class JobErrors;
class Label;
class MessageBar;
class ProgressBar;
class Skeleton;
class Sparkline;
class StepsList;

//! \brief All about one job: what went wrong and what to do, how far it is, its tasks, its figures and facts; live
//! while it runs. One that can't be read, or that is there no longer, says so. Source: flows.md E6; picture
//! jobs_sv_dark.
class JobDetails : public DetailsPane
{
    Q_OBJECT
public:
    explicit JobDetails(const Context& context, QWidget* parent = nullptr);

    void setJob(const ArmId& job);
    [[nodiscard]] const ArmId& job() const { return m_job; }
    //! What trying a job again is called on the command line. \param job null: none is chosen
    [[nodiscard]] static AzLine retryAz(const contract::BackupJob* job);

Q_SIGNALS:
    //! Another job was made from this one.
    void retried(const valv::ArmId& job);
    //! The person wants to be asked whether to cancel it.
    void cancelWanted(const valv::ArmId& job);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showJob();
    void showMissing();
    void askAgain();
    void showButtons(const contract::BackupJob& job);
    void showProgress(const contract::BackupJob& job);
    void showFigures(const contract::BackupJob& job);
    void retry();
    void copyErrors();

    const Context m_context;
    struct NotRead
    {
        Error error;
        bool isGone = false;
    };

    ArmId m_job;
    std::optional<NotRead> m_notRead; //!< the last answer about it
    bool m_isFilled = false; //!< what stands in the content is of this job
    IconButton* m_copy;
    Skeleton* m_loading;
    MessageBar* m_missing; //!< in place of a job that could not be read
    QWidget* m_content;
    JobErrors* m_errors;
    Button* m_retry;
    Button* m_cancel;
    Label* m_progressTitle;
    Label* m_progressText;
    ProgressBar* m_progress;
    StepsList* m_steps;
    Label* m_figuresTitle;
    Essentials* m_figures;
    Label* m_rateTitle;
    Label* m_rateText;
    Sparkline* m_rate;
    QVector<double> m_rates; //!< bytes per second, one for each answer while it ran
    qint64 m_ratedAt = -1; //!< bytes read at the last of them
    Essentials* m_facts;
    CopyAzLink* m_az;
    Button* m_openFolder;
};

} // namespace valv::views

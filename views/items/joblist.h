// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "frame/context.h"

#include <QWidget>

class QVBoxLayout;

namespace valv::views {

class Label;

//! \brief The last few jobs of one item, two lines each; a click opens the job.
class JobList : public QWidget
{
    Q_OBJECT
public:
    explicit JobList(const Context& context, QWidget* parent = nullptr);
    //! \param none what stands there when there are none
    void setJobs(const QList<contract::BackupJob>& jobs, const QString& none);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void opened(const valv::ArmId& job);

private:
    const Context m_context;
    QVBoxLayout* m_layout;
    Label* m_none;
    QList<QWidget*> m_rows;
};

} // namespace valv::views

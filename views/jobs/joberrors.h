// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "controls/messagebar.h"

#include <QLocale>

class QVBoxLayout;

namespace valv::views {

class Label;

//! \brief What went wrong with a job, all of it, each with what to do about it; hidden while nothing did. Source:
//! flows.md E4.
class JobErrors : public QWidget
{
    Q_OBJECT
public:
    explicit JobErrors(QWidget* parent = nullptr);

    void setErrors(const contract::BackupJob& job, const QLocale& locale);
    //! The same for the clipboard, with codes and what the server said in its own words.
    [[nodiscard]] static QString text(const contract::BackupJob& job, const QLocale& locale);

private:
    void showMore(const contract::BackupJob& job, MessageKind kind, const QLocale& locale);

    MessageBar* m_first;
    Label* m_actionTitle;
    Label* m_action;
    QVBoxLayout* m_more; //!< all that went wrong after the first
};

} // namespace valv::views

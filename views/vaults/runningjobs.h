// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "frame/context.h"

#include <QWidget>

class QVBoxLayout;

namespace valv::views {

class Label;
class LinkButton;
class ProgressBar;

//! \brief The jobs that run in a vault, at most three, each with its bar and how long it still takes; a click opens the
//! job. When none runs it says so.
class RunningJobs : public QWidget
{
    Q_OBJECT
public:
    explicit RunningJobs(const Context& context, QWidget* parent = nullptr);
    void setVault(const ArmId& vault);
    void update();

private:
    struct Row
    {
        QWidget* place;
        LinkButton* name;
        Label* state;
        ProgressBar* bar;
    };
    const Context m_context;
    ArmId m_vault;
    QVBoxLayout* m_layout;
    Label* m_none;
    QList<Row> m_rows;
};

} // namespace valv::views

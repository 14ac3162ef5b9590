// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "presentation/text/format.h"

#include <QWidget>

class QGridLayout;

namespace valv::views {

//! \brief The next runs of a policy: when, in its own zone (and the person's where that differs), which rules keep the
//! point that each makes, and until when. From models/policy itself. Picture policy_en.
class NextRuns : public QWidget
{
    Q_OBJECT
public:
    explicit NextRuns(QWidget* parent = nullptr);
    void showPolicy(const contract::BackupPolicy& policy, const presentation::Format& format);

private:
    QGridLayout* m_grid;
};

} // namespace valv::views

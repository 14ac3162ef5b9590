// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "controls/retentionlanes.h"
#include "policy/simulate.h"
#include "presentation/text/format.h"

#include <QWidget>

namespace valv::views {

class Label;

//! \brief What a policy keeps, as lanes on a time axis, from models/policy itself, so that picture and engine agree.
//! Small: today at the left with bands (forms). Large: newest at the right (the editor).
class RetentionPreview : public QWidget
{
    Q_OBJECT
public:
    enum class Size
    {
        Small,
        Large
    };
    explicit RetentionPreview(Size size, QWidget* parent = nullptr);

    //! \param asOf the moment the picture is of; invalid: now
    void showPolicy(const contract::BackupPolicy& policy, const presentation::Format& format, const QDateTime& asOf = {});
    //! What the last picture came from: next runs and how many points there are at most.
    [[nodiscard]] const policy::Simulation& simulation() const { return m_simulation; }

private:
    RetentionLanes* m_lanes;
    Label* m_note;
    policy::Simulation m_simulation;
    Size m_size;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "core/armid.h"
#include "frame/context.h"

namespace valv::views {

class Essentials;
class Label;
class RetentionPreview;
class Skeleton;
class StoreNotice;

//! \brief A policy to look at: schedule, the next runs and what it keeps. Source: flows.md A9.
class PolicySummaryBlade : public Blade
{
    Q_OBJECT
public:
    PolicySummaryBlade(const Context& context, const ArmId& policy, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showPolicy();

    Context m_context;
    ArmId m_policy;
    StoreNotice* m_notice;
    Skeleton* m_loading;
    Label* m_gone;
    Essentials* m_rows;
    Label* m_runsTitle;
    Essentials* m_runs;
    Label* m_keepsTitle;
    RetentionPreview* m_preview;
};

} // namespace valv::views

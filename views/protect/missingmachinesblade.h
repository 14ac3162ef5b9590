// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "frame/context.h"
#include "presentation/stores/candidates.h"

#include <QPointer>

namespace valv::views {

//! \brief Why a machine is not among those that can be chosen: each reason with the machines that it holds for, and
//! what to do about it. Source: flows.md C5.
class MissingMachinesBlade : public Blade
{
    Q_OBJECT
public:
    MissingMachinesBlade(const Context& context, const presentation::Candidates& candidates, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void addGroup(const QString& reason, const QString& remedy, const QStringList& names);

    const Context m_context;
    const QPointer<const presentation::Candidates> m_candidates; //!< the page's
    QWidget* m_groups = nullptr;
};

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "frame/context.h"
#include "presentation/stores/candidates.h"

#include <QPointer>

namespace valv::views {

//! \brief Why a machine is not among those that can be chosen: each reason with the machines that it holds for, and
//! what to do about it, as it is now. Source: flows.md C5.
class MissingMachinesBlade : public Blade
{
    Q_OBJECT
public:
    MissingMachinesBlade(const Context& context, const presentation::Candidates& candidates, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    struct Group
    {
        QString reason;
        QString remedy; //!< may be empty
        QStringList names;
        friend bool operator==(const Group&, const Group&) = default;
    };
    [[nodiscard]] QVector<Group> missing() const; //!< the largest first
    void showMissing();
    void addGroup(const Group& missing);

    const Context m_context;
    const QPointer<const presentation::Candidates> m_candidates; //!< the page's
    QWidget* m_groups = nullptr;
    QVector<Group> m_shown;
};

} // namespace valv::views

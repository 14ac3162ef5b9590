// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/picturenames.h"
#include "console/pictures.h"
#include "controls/table.h"
#include "frame/navigator.h"
#include "presentation/models/candidatemodel.h"
#include "presentation/models/roles.h"
#include "shell/mainwindow.h"

#include <QComboBox>

// The pictures of protecting many machines from a vault: flow C.
namespace valv::console {

namespace {

const auto protectingVault = QStringLiteral("valv-produktion");

} // namespace

QStringList Pictures::protectNames()
{
    return {prepare("select-backup-goal-1"),         prepare("select-backup-goal-2"),
            prepare("setting-rs-backup-policy-new"), prepare("select-vms-to-backup"),
            prepare("vm-validated-click-enable"),    ours("vm-missing-reasons")};
}

void Pictures::planProtect()
{
    const auto table = [this] { return m_driver.find<views::Table>(QStringLiteral("candidates")); };
    const auto found = [this, table] {
        return isQuiet() && table() != nullptr && table()->model()->rowCount() > 0
            && m_driver.canUse(QStringLiteral("protect.discover"));
    };
    const auto validated = [table, found] {
        if (!found()) {
            return false;
        }
        const auto& model = *table()->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto cell = model.index(row, presentation::CandidateModel::Check);
            const auto state = cell.data(presentation::StatusRole);
            const bool open = cell.flags().testFlag(Qt::ItemIsSelectable)
                && (!state.isValid() || state.toInt() == static_cast<int>(StatusKind::Running));
            if (open) {
                return false;
            }
        }
        return true;
    };
    openVault(protectingVault, QStringLiteral("backup"));
    const auto ready = [this] { return m_driver.canUse(QStringLiteral("goal.here")); };
    then(ready, [this] { m_console.window().setFocus(Qt::OtherFocusReason); });
    draw(prepare("select-backup-goal-1"), ready);
    then({}, [this] { point(m_driver.find(QStringLiteral("protect.submit"))); });
    draw(prepare("select-backup-goal-2"));
    then({}, [this] {
        pointAway();
        m_driver.click(QStringLiteral("protect.submit"));
    });
    then(
        [this] {
            const auto* policy = m_driver.find<QComboBox>(QStringLiteral("enable.policy"));
            return policy != nullptr && policy->count() > 1;
        },
        [this] { m_driver.find<QComboBox>(QStringLiteral("enable.policy"))->showPopup(); });
    draw(prepare("setting-rs-backup-policy-new"));
    then({}, [this] {
        m_driver.find<QComboBox>(QStringLiteral("enable.policy"))->hidePopup();
        m_driver.click(QStringLiteral("protect.submit"));
    });
    then(found, [this, table] {
        m_driver.click(QStringLiteral("candidates.others"));
        table()->setFocus(Qt::OtherFocusReason);
        table()->selectAll();
    });
    draw(prepare("select-vms-to-backup"), validated);
    then({}, [this] { m_driver.click(QStringLiteral("protect.whyMissing")); });
    draw(ours("vm-missing-reasons"), [this] { return m_driver.find(QStringLiteral("missingMachines")) != nullptr; });
    closeBlades();
    then({}, [this] {
        m_driver.click(QStringLiteral("candidates.others"));
        focus(QStringLiteral("protect.submit"));
    });
    draw(prepare("vm-validated-click-enable"), validated);
    then({}, [table] { table()->clearChecks(); }); // nothing is left to be asked about
    then([this] { return isQuiet(); }, [] {});
}

} // namespace valv::console

// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/picturenames.h"
#include "console/pictures.h"
#include "controls/table.h"
#include "frame/navigator.h"
#include "presentation/models/alertmodel.h"
#include "presentation/stores/session.h"
#include "shell/mainwindow.h"

// The pictures of what is watched over: flows I9 and I10.
namespace valv::console {

void Pictures::planAlerts()
{
    closeBlades();
    openPage(QStringLiteral("alerts"));
    const auto listed = [this] {
        const auto* table = m_driver.find<views::Table>(QStringLiteral("alerts"));
        return isQuiet() && table != nullptr && table->model()->rowCount() > 0
            && !m_console.session()->alerts().isBusy();
    };
    then(listed, [this] {
        auto* table = m_driver.find<views::Table>(QStringLiteral("alerts"));
        table->setFocus(Qt::OtherFocusReason);
        table->setCurrentIndex(table->model()->index(0, presentation::AlertModel::Severity));
        m_driver.key(Qt::Key_Return);
    });
    draw(ours("alerts"), listed);
    closeBlades(); // in a narrow window the details are one
    const auto known = [this] { return isQuiet() && vault(QStringLiteral("valv-produktion")) != nullptr; };
    then(known, [this] {
        m_console.window().navigator().open(
            {QStringLiteral("alerts"), vault(QStringLiteral("valv-produktion"))->id.text(), {}});
    });
    then([this] { return isQuiet() && m_driver.canCommand(QStringLiteral("alerts.notify")); },
         [this] { m_driver.command(QStringLiteral("alerts.notify")); });
    draw(ours("configure-notifications"),
         [this] { return m_driver.canUse(QStringLiteral("notifications.recipients")); });
    closeBlades();
    openPage(QStringLiteral("reports"));
    draw(ours("reports"), [this] { return m_driver.find(QStringLiteral("reports.success")) != nullptr; });
}

} // namespace valv::console

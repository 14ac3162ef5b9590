// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alertdetails.h"
#include "controls/essentials.h"
#include "presentation/models/alertmodel.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"

namespace valv::test {

using contract::AlertCondition;
using contract::AlertSeverity;
using contract::AlertState;
using presentation::AlertModel;
using presentation::LanguageChoice;

//! The page of alerts over four alerts of two vaults: two that are new, one acknowledged, one that is over.
struct AlertRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId other = backend.vaultId(QStringLiteral("valv-test"));
    ArmId file = backend.vmId(QStringLiteral("fil-01"));
    ArmId sql = backend.vmId(QStringLiteral("sql-prod-02"));
    ArmId fileItem = FakeBackend::itemId(vault, file);
    ArmId sqlItem = FakeBackend::itemId(vault, sql);
    ArmId failed, missed, softDelete, over;

    explicit AlertRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    { }
    void fill()
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-test"));
        backend.addVm(QStringLiteral("fil-01"));
        backend.addVm(QStringLiteral("sql-prod-02"));
        backend.addItem(vault, file).lastBackupStatus = contract::LastBackupStatus::Failed;
        backend.addItem(vault, sql);
        const auto now = backend.now;
        auto& first =
            backend.addAlert(QStringLiteral("BackupFailed"), AlertSeverity::Critical, fileItem, now.addSecs(-3600));
        first.count = 2;
        first.job = QStringLiteral("job-77");
        first.facts = {{QStringLiteral("error"), QStringLiteral("UserErrorBackupOperationInProgress")},
                       {QStringLiteral("message"), QStringLiteral("Busy.")}};
        failed = first.id;
        auto& second = backend.addAlert(QStringLiteral("MissedRun"), AlertSeverity::Warning, sqlItem, now.addDays(-1));
        second.state = AlertState::Acknowledged;
        second.changedBy = QStringLiteral("J. Berg");
        second.facts = {{QStringLiteral("missed"), QStringLiteral("3")},
                        {QStringLiteral("since"), QStringLiteral("2018-12-16T21:30:00Z")}};
        missed = second.id;
        softDelete =
            backend.addAlert(QStringLiteral("SoftDeleteOff"), AlertSeverity::Critical, other, now.addDays(-2)).id;
        auto& last =
            backend.addAlert(QStringLiteral("RestoreFailed"), AlertSeverity::Critical, sqlItem, now.addDays(-5));
        last.condition = AlertCondition::Resolved;
        last.resolved = now.addDays(-4);
        over = last.id;
    }
    void open(const ArmId& scope = {}, const QString& part = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("alerts"), scope.text(), part}, size);
        QVERIFY(table() != nullptr);
    }
    [[nodiscard]] views::Table* table() const { return person().find<views::Table>(QStringLiteral("alerts")); }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            all.append(table()->model()->index(row, AlertModel::Resource).data().toString() + QLatin1Char(' ')
                       + table()->model()->index(row, AlertModel::State).data().toString());
        }
        return all;
    }
    [[nodiscard]] views::AlertDetails* details() const
    {
        return person().find<views::AlertDetails>(QStringLiteral("alertDetails"));
    }
    [[nodiscard]] QString fact(const QString& label) const
    {
        for (const auto& fact : details()->findChild<views::Essentials*>()->facts()) {
            if (fact.label == label) {
                return spaced(fact.value);
            }
        }
        return QStringLiteral("no such fact");
    }
    [[nodiscard]] QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }
    [[nodiscard]] const contract::Alert& alert(const ArmId& id) const
    {
        return *std::find_if(backend.alerts.begin(), backend.alerts.end(), [&id](const auto& a) { return a.id == id; });
    }
    //! Goes to a row by keyboard.
    void stand(int row) const
    {
        table()->setFocus(Qt::TabFocusReason);
        table()->setCurrentIndex(table()->model()->index(row, 0));
        settle();
    }
    //! A visible button by its name, anywhere in the window.
    [[nodiscard]] QAbstractButton* button(const QString& name) const
    {
        for (auto* one : window->findChildren<QAbstractButton*>()) {
            if (isShown(one, *window) && accessibleNameOf(one) == name) {
                return one;
            }
        }
        return nullptr;
    }
    void press(const QString& name) const
    {
        auto* found = button(name);
        QVERIFY2(found != nullptr, qPrintable(name));
        found->setFocus(Qt::TabFocusReason);
        QTest::keyClick(found, Qt::Key_Space);
        settle();
    }
    void answerWith(int status)
    {
        backend.before = [status](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (status == 0) { // whatever is asked
                return Result<HttpResponse>(failure("NetworkOffline", "No way there."));
            }
            if (!QUrl(request.target).path().contains(QLatin1String("/Microsoft.AlertsManagement/"))) {
                return std::nullopt;
            }
            return Result<HttpResponse>(answer(status,
                                               errorBody(status == 403 ? QStringLiteral("AuthorizationFailed")
                                                                       : QStringLiteral("InternalServerError"))));
        };
    }
};

} // namespace valv::test

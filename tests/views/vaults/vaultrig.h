// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/field.h"
#include "controls/messagebar.h"
#include "presentation/text/errortext.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"
#include "vaults/checkline.h"
#include "vaults/deletevaultblade.h"
#include "vaults/storageconfigblade.h"

#include <QDir>

namespace valv::test {

using contract::BlockerKind;
using contract::JobOperation;
using contract::JobStatus;
using presentation::LanguageChoice;
using views::Blade;
using views::CheckLine;
using views::Field;
using views::MessageBar;
using views::Route;

//! A picture for a person to look at, where one is wanted.
inline void keep(const QWidget& window)
{
    const auto folder = qEnvironmentVariable("VALV_WALK_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        const auto name = QString::fromLatin1(QTest::currentTestFunction()) + QLatin1Char('-')
            + QString::fromLatin1(QTest::currentDataTag());
        const_cast<QWidget&>(window).grab().save(
            QDir(folder).filePath(QString(name).replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".png")));
    }
}

struct VaultRig : PageRig
{
    ArmId vault;

    explicit VaultRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
        , vault(backend.vaultId(QStringLiteral("valv-produktion")))
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        auto& made = backend.vaults.last();
        made.redundancy = contract::StorageModel::GeoRedundant;
        made.softDelete = contract::SoftDelete::Enabled;
        made.immutability = contract::Immutability::Disabled;
        made.folder = QStringLiteral("/srv/valv/vaults/valv-produktion");
    }
    //! Three items: one protected, one that failed, one that waits; jobs of the last days; what the vault held.
    void fill()
    {
        for (const char* name : {"sql-prod-01", "fil-01", "app-order-01", "vm-web-01"}) {
            backend.addVm(QLatin1String(name));
        }
        const auto item = [this](const char* name) { return backend.itemId(vault, backend.vmId(QLatin1String(name))); };
        backend.addItem(vault, backend.vmId(QStringLiteral("sql-prod-01"))).lastBackupStatus =
            contract::LastBackupStatus::Completed;
        auto& failed = backend.addItem(vault, backend.vmId(QStringLiteral("fil-01")));
        failed.lastBackupStatus = contract::LastBackupStatus::Failed;
        failed.lastBackupTime = backend.now.addSecs(-3600);
        backend.addItem(vault, backend.vmId(QStringLiteral("app-order-01")), contract::ProtectionState::IRPending);
        backend.addJob(item("sql-prod-01"), JobOperation::Backup, JobStatus::Completed, backend.now.addDays(-1));
        backend.addJob(item("fil-01"), JobOperation::Backup, JobStatus::Failed, backend.now.addSecs(-3600));
        auto& running = backend.addJob(item("sql-prod-01"), JobOperation::Backup, JobStatus::InProgress, backend.now);
        running.progress = 64;
        backend.stored.insert(vault, 2'420'000'000'000);
        for (int day = 20; day >= 0; --day) {
            backend.samples.append({backend.now.addDays(-day), 2'420'000'000'000 - day * 28'000'000'000LL, 0});
        }
    }
    void open(const char* part = "overview", QSize size = {1440, 900})
    {
        show({QStringLiteral("vault"), vault.text(), QLatin1String(part)}, size);
        pass(2);
    }
    [[nodiscard]] Route here() const { return window->navigator().current(); }
    [[nodiscard]] MessageBar* bar(const char* name) const { return person().find<MessageBar>(QLatin1String(name)); }
    [[nodiscard]] Field* field(const char* control) const
    {
        for (auto* at = person().find(QLatin1String(control)); at != nullptr; at = at->parentWidget()) {
            if (auto* found = qobject_cast<Field*>(at)) {
                return found;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool canPress(const char* name) const { return person().canUse(QLatin1String(name)); }
    void press(const char* name) { person().click(QLatin1String(name)); }
    void refuse(const char* code, contract::Method method = contract::Method::Patch)
    {
        backend.before = [code, method](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == method
                ? std::optional<Result<HttpResponse>>(answer(409, errorBody(QLatin1String(code))))
                : std::nullopt;
        };
    }
    [[nodiscard]] contract::Vault& stored() { return backend.vaults.first(); }
};

inline QStringList lines(const Blade& blade)
{
    QStringList found;
    for (auto* line : blade.findChildren<CheckLine*>()) {
        QString said = (line->kind() == StatusKind::Ok ? QStringLiteral("+ ") : QStringLiteral("- ")) + line->text();
        for (const auto& link : line->links()) {
            said += QLatin1Char('|') + link.text;
        }
        found.append(said);
    }
    return found;
}

} // namespace valv::test

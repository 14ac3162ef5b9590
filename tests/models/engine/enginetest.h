// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/names.h"
#include "core/datetime.h"
#include "engine/engine.h"
#include "models/engine/fakesource.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

//! An engine over a fake estate in a temporary folder, with a clock that stands still.
namespace valv::test {

using namespace valv::engine;

class Bench
{
public:
    std::shared_ptr<Estate> estate = std::make_shared<Estate>();
    std::shared_ptr<ManualClock> clock =
        std::make_shared<ManualClock>(toInstant(QDateTime(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC)));
    QTemporaryDir folder;
    int workers = 2;
    std::function<std::chrono::milliseconds()> uptime; //!< empty: the clock is always believed
    std::unique_ptr<Engine> engine;

    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }

    [[nodiscard]] Result<> open()
    {
        Options options;
        options.dataFolder = path(QStringLiteral("data"));
        options.sources.push_back(std::make_unique<FakeSource>(estate));
        options.clock = clock;
        options.uptime = uptime;
        options.ids = std::make_shared<RandomIds>();
        options.workers = workers;
        options.timeZone = QTimeZone("Europe/Stockholm");
        auto opened = Engine::open(std::move(options));
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        engine = std::move(*opened);
        return {};
    }
    void close() { engine.reset(); }

    [[nodiscard]] QString subscription() const { return engine->subscriptions().first().subscriptionId; }
    [[nodiscard]] ArmId vaultId(const QString& name = QStringLiteral("vault1")) const
    {
        return ArmId::vault(subscription(), QStringLiteral("nordvik-rg"), name);
    }
    [[nodiscard]] ArmId vmId(const QString& name) const
    {
        return ArmId::virtualMachine(subscription(), QStringLiteral("nordvik-rg"), name);
    }
    [[nodiscard]] ArmId itemId(const QString& vm, const QString& vault = QStringLiteral("vault1")) const
    {
        return contract::itemId(vaultId(vault), {QStringLiteral("nordvik-rg"), vm});
    }
    [[nodiscard]] ArmId policyId(const QString& name = QStringLiteral("DefaultPolicy"),
                                 const QString& vault = QStringLiteral("vault1")) const
    {
        return vaultId(vault).child(QStringLiteral("backupPolicies"), name);
    }
    [[nodiscard]] ArmId jobId(const QString& job, const QString& vault = QStringLiteral("vault1")) const
    {
        return vaultId(vault).child(QStringLiteral("backupJobs"), job);
    }
    [[nodiscard]] Result<Written<Vault>> makeVault(const QString& name = QStringLiteral("vault1"),
                                                   const QString& location = QStringLiteral("North Europe"))
    {
        Vault vault;
        vault.id = vaultId(name);
        vault.name = name;
        vault.location = location;
        return engine->putVault(vault, {});
    }
    [[nodiscard]] Result<Accepted> protect(const QString& vm, const QString& policy = QStringLiteral("DefaultPolicy"))
    {
        contract::ProtectRequest request;
        request.sourceResourceId = vmId(vm);
        request.policyId = policyId(policy);
        return engine->protect(itemId(vm), request);
    }
    //! Runs a backup to its end.
    [[nodiscard]] BackupJob backUp(const QString& vm)
    {
        const auto accepted = engine->backup(itemId(vm), {});
        if (!accepted) {
            qWarning("%s: %s", accepted.error().code.c_str(), accepted.error().message.c_str());
            return {};
        }
        engine->waitForJobs();
        return engine->job(jobId(accepted->jobId)).value_or(BackupJob());
    }
    [[nodiscard]] contract::RestoreRequest restoreRequest(const QString& target) const
    {
        contract::RestoreRequest request;
        request.type = contract::RecoveryType::RestoreDisks;
        request.targetFolder = target;
        return request;
    }
    void advance(std::chrono::milliseconds by) { clock->advance(by); }
};

inline QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray asArray(const Bytes& bytes)
{
    return QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

template <typename T>
QString codeOf(const Result<T>& result)
{
    return result ? QString() : QString::fromStdString(result.error().code);
}

template <typename T>
QString detailOf(const Result<T>& result)
{
    return result || result.error().details.empty() ? QString()
                                                    : QString::fromStdString(result.error().details.front().code);
}

} // namespace valv::test

//! QVERIFY for a Result: says why not.
#define VALV_VERIFY(expression)                                                                                        \
    do {                                                                                                               \
        const auto& valvResult = (expression);                                                                         \
        QVERIFY2(valvResult.has_value(),                                                                               \
                 valvResult ? "" : (valvResult.error().code + ": " + valvResult.error().message).c_str());             \
    } while (false)

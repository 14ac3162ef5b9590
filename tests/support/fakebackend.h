// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "contract/backupjob.h"
#include "contract/backuppolicy.h"
#include "contract/managementlock.h"
#include "contract/names.h"
#include "contract/previews.h"
#include "contract/protecteditem.h"
#include "contract/protectionrule.h"
#include "contract/recoverypoint.h"
#include "contract/requests.h"
#include "contract/resources.h"
#include "contract/vault.h"
#include "contract/vaultfacts.h"
#include "contract/virtualmachine.h"
#include "core/datetime.h"
#include "support/scriptedtransport.h"

#include <QJsonArray>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace valv::test {

//! \brief A small backend for tests of what stands above the client: it answers from lists that the test changes.
//! What it makes on request (vaults, items, jobs) is put into them. Jobs run until the test ends them.
class FakeBackend
{
public:
    const QString subscription = QStringLiteral("11111111-2222-3333-4444-555555555555");
    QList<contract::VirtualMachine> machines;
    QList<contract::Vault> vaults;
    QList<contract::BackupPolicy> policies; // of all vaults, by their ids
    QList<contract::ProtectedItem> items;
    QList<contract::BackupJob> jobs;
    QList<contract::RecoveryPoint> points;
    QList<contract::Alert> alerts;
    QStringList regions{QStringLiteral("swedencentral"), QStringLiteral("northeurope"), QStringLiteral("westeurope")};
    QString subscriptionState = QStringLiteral("Enabled");
    QStringList groups; // beside those of machines and vaults
    QHash<ArmId, qint64> stored; // by vault
    QHash<ArmId, qint64> room; //!< by vault: bytes that are free on its disk; none: it does not tell
    QHash<ArmId, contract::StorageConfig> storage;
    QList<contract::ManagementLock> locks;
    QList<contract::ProtectionRule> rules; // of any vault; to be read
    QList<contract::DeletionBlocker> blockers; // of any vault
    QList<contract::StorageSample> samples;
    QHash<ArmId, QString> obstacles; //!< by machine: the code of what a vault would refuse it with
    QHash<ArmId, QStringList> warnings; //!< by machine: what its first backup would lack
    QString recoveryKey = QStringLiteral("ABCDE-FGHJK-LMNPQ-RSTUV");
    int pageSize = 100;
    contract::ExpiryPreview expiry; //!< what every change of a policy would expire
    contract::MailServer mailServer; //!< empty host: none
    contract::RemovalPreview removal; //!< what the removal of a point would do
    int policyVersion = 1; //!< of all policies: makes their etags
    //! Answers in place of the backend when it returns something.
    std::function<std::optional<Result<HttpResponse>>(const HttpRequest&)> before;

    [[nodiscard]] ArmId vmId(const QString& name, const QString& group = QStringLiteral("rg-webb")) const;
    [[nodiscard]] ArmId vaultId(const QString& name) const;
    [[nodiscard]] static ArmId itemId(const ArmId& vault, const ArmId& vm);

    void addVm(const QString& name, const QString& group = QStringLiteral("rg-webb"),
               const QString& location = QStringLiteral("swedencentral"));
    void addVault(const QString& name, const QString& location = QStringLiteral("swedencentral"));
    void addPolicy(const ArmId& vault, const QString& name);
    contract::ProtectedItem& addItem(const ArmId& vault, const ArmId& vm,
                                     contract::ProtectionState state = contract::ProtectionState::Protected);
    contract::BackupJob& addJob(const ArmId& item, contract::JobOperation operation, contract::JobStatus status,
                                const QDateTime& start);
    [[nodiscard]] contract::BackupJob& job(const ArmId& id);
    contract::Alert& addAlert(const QString& code, contract::AlertSeverity severity, const ArmId& target,
                              const QDateTime& raised);
    void addPoint(const ArmId& item, const QString& name, const QDateTime& time,
                  contract::ConsistencyType consistency = contract::ConsistencyType::AppConsistent);

    [[nodiscard]] ScriptedTransport::Handler handler();

    Result<HttpResponse> handle(const HttpRequest& request);

    QDateTime now{QDate(2018, 12, 19), QTime(8, 42), Qt::UTC};

private:
    [[nodiscard]] QList<contract::ProtectableItem> protectable(const ArmId& vault) const;
    [[nodiscard]] contract::ResourceGroup group(const QString& name) const;
    [[nodiscard]] QList<contract::ResourceGroup> resourceGroups() const;
    [[nodiscard]] QList<contract::Location> locations() const;
    HttpResponse alertAnswer(const HttpRequest& request, const QUrl& url);
    HttpResponse lockAnswer(const HttpRequest& request, const QString& path);
    //! What is told of a vault beside the resource.
    std::optional<HttpResponse> besideVault(const HttpRequest& request, const QString& path, const ArmId& vault);
    static ArmId without(const QString& path, const char* ending);
    template <typename T, typename F>
    static QList<T> filtered(const QList<T>& all, F keep);
    template <typename T>
    static void put(QList<T>& all, const T& value);
    template <typename T>
    static HttpResponse one(const QList<T>& all, const ArmId& id);
    template <typename T>
    HttpResponse list(const QList<T>& all, const QUrl& url) const;
    template <typename T, typename F>
    HttpResponse list(const QList<T>& all, const QUrl& url, F write) const;
    HttpResponse accepted(const ArmId& vault, const QString& job);
    [[nodiscard]] bool isOld(const HttpRequest& request, const ArmId& id) const;
    HttpResponse change(const ArmId& id, const contract::PointChange& asked);
    HttpResponse protect(const ArmId& id, const contract::ProtectRequest& request);

public:
    contract::JobStatus configured = contract::JobStatus::Completed; //!< how jobs of protect() end

private:
    QHash<QString, QString> m_jobOf;
    int m_made = 0;
};

} // namespace valv::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/policystore.h"

#include <algorithm>
#include <chrono>

namespace valv::contract {

bool sameRow(const BackupPolicy& a, const BackupPolicy& b)
{
    return a.raw == b.raw;
}

} // namespace valv::contract

namespace valv::presentation {

using contract::BackupPolicy;

namespace {

constexpr std::chrono::milliseconds typingPause(400);

} // namespace

PolicyStore::PolicyStore(const StoreContext& context, ArmId vault, QObject* parent)
    : ListStore(context, parent)
    , m_vault(std::move(vault))
{ }

void PolicyStore::load()
{
    begin({m_vault});
    const auto page = [this](const QList<BackupPolicy>& policies) { receive(m_vault, policies); };
    whenDone(client().policies().list(m_vault, {this, page}), this, [this](const auto& result) {
        endScope(m_vault, result ? std::nullopt : std::optional<Error>(result.error()));
    });
}

const BackupPolicy* PolicyStore::byName(const QString& name) const
{
    return find(m_vault.child(QStringLiteral("backupPolicies"), name));
}

QList<BackupPolicy> PolicyStore::sorted() const
{
    const auto isDefault = [](const BackupPolicy& policy) {
        return policy.name.compare(QLatin1String("DefaultPolicy"), Qt::CaseInsensitive) == 0;
    };
    auto all = rows();
    std::sort(all.begin(), all.end(), [&isDefault](const BackupPolicy& a, const BackupPolicy& b) {
        if (isDefault(a) != isDefault(b)) {
            return isDefault(a);
        }
        return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0;
    });
    return all;
}

QFuture<Result<BackupPolicy>> PolicyStore::read(const ArmId& id)
{
    return client::mapped<BackupPolicy>(client().policies().get(id), this, [this](Result<BackupPolicy> policy) {
        if (policy) {
            receive(m_vault, {*policy});
        }
        return policy;
    });
}

QFuture<Result<contract::ExpiryPreview>> PolicyStore::preview(const BackupPolicy& policy)
{
    return client().policies().preview(policy);
}

QFuture<Result<contract::ExpiryPreview>> PolicyStore::previewSoon(const BackupPolicy& policy)
{
    const int number = ++m_asked;
    const client::Promise<contract::ExpiryPreview> promise;
    client().delay().after(typingPause, this, [this, number, policy, promise] {
        if (number != m_asked) {
            return;
        }
        whenDone(preview(policy), this, [this, number, promise](const Result<contract::ExpiryPreview>& answer) {
            if (number == m_asked) {
                promise.finish(answer);
            }
        });
    });
    return promise.future();
}

QFuture<Result<BackupPolicy>> PolicyStore::save(const BackupPolicy& policy, bool onlyNew)
{
    Activity activity;
    activity.kind = ActivityKind::SavePolicy;
    activity.subject = policy.name;
    activity.second = m_vault.name();
    activity.target = m_vault.child(QStringLiteral("backupPolicies"), policy.name);
    const int number = activities().begin(activity, [this, policy, onlyNew] { (void)save(policy, onlyNew); });
    return client::mapped<BackupPolicy>(saveQuietly(policy, onlyNew), this, [this, number](Result<BackupPolicy> saved) {
        if (saved) {
            activities().succeed(number);
        } else {
            activities().fail(number, saved.error());
        }
        return saved;
    });
}

QFuture<Result<BackupPolicy>> PolicyStore::saveQuietly(BackupPolicy policy, bool onlyNew)
{
    policy.id = m_vault.child(QStringLiteral("backupPolicies"), policy.name);
    auto put = client().policies().put(policy, onlyNew);
    if (onlyNew) {
        put = m_claims.settle(
            policy.id, put, this, [this, id = policy.id] { return client().policies().get(id); },
            [policy](BackupPolicy there) { // but for what the server adds
                there.id = policy.id;
                there.name = policy.name;
                there.raw = policy.raw;
                there.protectedItems = policy.protectedItems;
                return there.toJson() == policy.toJson();
            });
    }
    return client::mapped<BackupPolicy>(put, this, [this](Result<BackupPolicy> saved) {
        if (saved) {
            receive(m_vault, {*saved});
        }
        return saved;
    });
}

QFuture<Result<client::Outcome>> PolicyStore::remove(const ArmId& id)
{
    Activity activity;
    activity.kind = ActivityKind::DeletePolicy;
    activity.subject = id.name();
    activity.second = m_vault.name();
    activity.target = m_vault;
    const int number = activities().begin(activity, [this, id] { (void)remove(id); });
    return client::mapped<client::Outcome>(client().policies().remove(id), this,
                                           [this, number, id](Result<client::Outcome> outcome) {
                                               if (outcome) {
                                                   activities().succeed(number);
                                                   ListStore::remove(id);
                                               } else {
                                                   activities().fail(number, outcome.error());
                                               }
                                               return outcome;
                                           });
}

} // namespace valv::presentation

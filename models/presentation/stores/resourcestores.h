// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/resources.h"
#include "presentation/stores/liststore.h"

namespace valv::presentation {

//! A subscription with its id parsed, so that it can be a row.
struct SubscriptionRow
{
    ArmId id;
    contract::Subscription value;
};
[[nodiscard]] inline const ArmId& rowId(const SubscriptionRow& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const SubscriptionRow& a, const SubscriptionRow& b);

//! \brief The subscriptions of the connection; every other list begins here.
class SubscriptionStore final : public ListStore<SubscriptionRow>
{
    Q_OBJECT
public:
    explicit SubscriptionStore(const StoreContext& context, QObject* parent = nullptr);
    [[nodiscard]] QString nameOf(const QString& subscriptionId) const; //!< the id itself when unknown
    [[nodiscard]] QStringList subscriptionIds() const;
    [[nodiscard]] QList<ArmId> ids() const;

protected:
    void load() override;
};

} // namespace valv::presentation

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const ResourceGroup& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const ResourceGroup& a, const ResourceGroup& b);
[[nodiscard]] inline const ArmId& rowId(const Location& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const Location& a, const Location& b);
} // namespace valv::contract

namespace valv::presentation {

class ResourceGroupStore final : public ListStore<contract::ResourceGroup>
{
    Q_OBJECT
public:
    ResourceGroupStore(const StoreContext& context, SubscriptionStore& subscriptions, QObject* parent = nullptr);
    //! Of one subscription, by name.
    [[nodiscard]] QList<contract::ResourceGroup> of(const QString& subscriptionId) const;
    //! V13: whether a group of that name exists, whatever its case.
    [[nodiscard]] bool has(const QString& subscriptionId, const QString& name) const;

protected:
    void load() override;

private:
    SubscriptionStore& m_subscriptions;
};

class LocationStore final : public ListStore<contract::Location>
{
    Q_OBJECT
public:
    LocationStore(const StoreContext& context, SubscriptionStore& subscriptions, QObject* parent = nullptr);
    //! What people call the region; the id itself when unknown.
    [[nodiscard]] QString displayName(const QString& region) const;

protected:
    void load() override;

private:
    SubscriptionStore& m_subscriptions;
};

} // namespace valv::presentation

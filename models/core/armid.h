// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <utility>

namespace valv {

//! \brief An Azure Resource Manager id as a value, e.g.
//! /subscriptions/{s}/resourceGroups/{rg}/providers/Microsoft.RecoveryServices/vaults/{v}/backupPolicies/{p}.
//! Compared and hashed without regard to case; text() keeps the spelling it was made with. As small as a string: lists
//! hold many of them. Source: contract.md 1.2, 1.6.
class ArmId
{
public:
    ArmId() = default;

    //! Accepts a leading "https://host"; empty segments and a final slash are ignored; nothing when it is no id.
    [[nodiscard]] static std::optional<ArmId> parse(QStringView text);
    [[nodiscard]] static ArmId subscription(const QString& subscriptionId);
    [[nodiscard]] static ArmId resourceGroup(const QString& subscriptionId, const QString& group);
    [[nodiscard]] static ArmId vault(const QString& subscriptionId, const QString& group, const QString& vault);
    [[nodiscard]] static ArmId virtualMachine(const QString& subscriptionId, const QString& group, const QString& vm);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString& text() const { return m_text; }

    //! The value behind a type segment, e.g. value("vaults"); empty when the id has none.
    [[nodiscard]] QString value(QStringView type) const;
    [[nodiscard]] QString subscriptionId() const { return value(u"subscriptions"); }
    [[nodiscard]] QString resourceGroup() const { return value(u"resourceGroups"); }
    [[nodiscard]] QString providerNamespace() const { return value(u"providers"); }
    //! The last value: the resource's own name.
    [[nodiscard]] QString name() const;
    //! The id of the resource that holds this one, e.g. the vault of a policy.
    [[nodiscard]] ArmId parent() const;
    //! This id with one more type and name; neither may hold a slash.
    [[nodiscard]] ArmId child(QStringView type, QStringView name) const;
    //! The part up to and including vaults/{v}; empty when there is none.
    [[nodiscard]] ArmId vaultId() const;

    friend bool operator==(const ArmId& a, const ArmId& b) { return a.compare(b) == 0; }
    friend bool operator<(const ArmId& a, const ArmId& b) { return a.compare(b) < 0; }
    friend size_t qHash(const ArmId& id, size_t seed = 0) { return id.hash(seed); }

private:
    explicit ArmId(QString text)
        : m_text(std::move(text))
    { }
    [[nodiscard]] int compare(const ArmId& other) const;
    [[nodiscard]] size_t hash(size_t seed) const;

    QString m_text; // "/type/name" as often as it takes, or nothing
};

} // namespace valv

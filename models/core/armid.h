// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <optional>
#include <utility>

namespace valv {

//! \brief An Azure Resource Manager id as a value, e.g.
//! /subscriptions/{s}/resourceGroups/{rg}/providers/Microsoft.RecoveryServices/vaults/{v}/backupPolicies/{p}.
//! Compared and hashed without regard to case; text() keeps the spelling it was made with. Lists hold tens of
//! thousands, and they are most of what a row of one weighs: hence UTF-8, shared between copies. Source:
//! contract.md 1.2, 1.6.
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

    [[nodiscard]] bool isEmpty() const { return m_utf8.isEmpty(); }
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_utf8); }
    //! The same, without making a text.
    [[nodiscard]] const QByteArray& utf8() const { return m_utf8; }

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

    [[nodiscard]] int compare(const ArmId& other) const; //!< below 0, 0, above 0
    friend bool operator==(const ArmId& a, const ArmId& b) { return a.compare(b) == 0; }
    friend bool operator<(const ArmId& a, const ArmId& b) { return a.compare(b) < 0; }
    friend size_t qHash(const ArmId& id, size_t seed = 0) { return id.hash(seed); }

private:
    explicit ArmId(QByteArray utf8)
        : m_utf8(std::move(utf8))
    { }
    [[nodiscard]] size_t hash(size_t seed) const;

    QByteArray m_utf8; // "/type/name" as often as it takes, or nothing
};

} // namespace valv

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protectionrule.h"
#include "engine/context.h"
#include "engine/protection.h"

#include <QHash>

namespace valv::engine {

//! \brief The rules by which machines are protected without anyone asking. Any thread. Source: docs/wire-extensions.md.
class RuleKeeper
{
public:
    RuleKeeper(Context& context, Protection& protection)
        : m_context(context)
        , m_protection(protection)
    { }
    [[nodiscard]] Result<QList<contract::ProtectionRule>> list(const ArmId& vault) const; //!< by name
    [[nodiscard]] Result<contract::ProtectionRule> get(const ArmId& id) const;
    [[nodiscard]] Result<Written<contract::ProtectionRule>> put(const contract::ProtectionRule& rule,
                                                                const QString& ifMatch);
    [[nodiscard]] Result<bool> remove(const ArmId& id, const QString& ifMatch); //!< false: there was none
    [[nodiscard]] Result<contract::RulePreview> preview(const contract::ProtectionRule& rule) const;
    //! Protects what fits and is not protected yet. A machine that was stopped or soft-deleted is left alone.
    void apply();
    //! Rules that were saved before vaults held them go into theirs, once.
    void keepInVaults();

private:
    //! What every rule is held against; read once for all of them.
    struct Estate
    {
        QList<contract::VirtualMachine> machines;
        QHash<QString, QString> taken; //!< item → name of its vault
    };
    [[nodiscard]] Result<Estate> estate() const;
    [[nodiscard]] static contract::RulePreview matched(const VaultRecord& vault, const contract::ProtectionRule& rule,
                                             const Estate& estate);
    [[nodiscard]] Result<> check(const VaultRecord& vault, const contract::ProtectionRule& rule) const;
    //! \return whether it is protected now
    bool protect(const VaultRecord& vault, const contract::ProtectionRule& rule,
                 const contract::RulePreview::Machine& machine);

    Context& m_context;
    Protection& m_protection;
};

//! Of a vault, by its id in the catalogue; by name.
[[nodiscard]] Result<QList<contract::ProtectionRule>> ruleRecords(const Catalogue& catalogue, const QString& vaultId);

//! Of a rule that the vault holds.
[[nodiscard]] Result<> saveRule(Catalogue::Writer& writer, const QString& vaultId, const contract::ProtectionRule& rule);

} // namespace valv::engine

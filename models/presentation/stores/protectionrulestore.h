// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protectionrule.h"
#include "presentation/stores/protecteditemstore.h"

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const ProtectionRule& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const ProtectionRule& a, const ProtectionRule& b);
} // namespace valv::contract

namespace valv::presentation {

//! \brief The rules by which machines protect themselves in one vault. Source: docs/wire-extensions.md.
class ProtectionRuleStore final : public ListStore<contract::ProtectionRule>
{
    Q_OBJECT
public:
    ProtectionRuleStore(const StoreContext& context, ArmId vault, ProtectedItemStore& items, QObject* parent = nullptr);
    [[nodiscard]] QList<contract::ProtectionRule> sorted() const; //!< by name
    [[nodiscard]] const contract::ProtectionRule* byName(const QString& name) const; //!< whatever its case

    //! New or changed, by its name; with an etag only if nobody else changed it (PreconditionFailed). What it protects
    //! at once is read anew.
    [[nodiscard]] QFuture<Result<contract::ProtectionRule>> save(contract::ProtectionRule rule);
    //! What it has protected stays protected.
    [[nodiscard]] QFuture<Result<client::Outcome>> remove(const ArmId& id);
    //! What saving it would do now, asked a moment after the last time that this was called: for what changes with
    //! every key. What was asked before, and not answered yet, ends without an answer. A rule without a good name yet
    //! is asked for under another one.
    [[nodiscard]] QFuture<Result<contract::RulePreview>> previewSoon(contract::ProtectionRule rule);

protected:
    void load() override;

private:
    ArmId m_vault;
    ProtectedItemStore& m_items;
    int m_asked = 0; //!< the latest previewSoon()
};

} // namespace valv::presentation

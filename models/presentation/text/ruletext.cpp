// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/ruletext.h"

#include "presentation/text/format.h"

namespace valv::presentation {

QString RuleText::conditions(const contract::ProtectionRule& rule)
{
    QStringList parts;
    if (!rule.namePattern.isEmpty()) {
        parts << (rule.namePattern == QLatin1String("*")
                      ? tr("every virtual machine", "a condition of a rule")
                      : tr("name %1", "a condition of a rule").arg(rule.namePattern));
    }
    if (!rule.resourceGroup.isEmpty()) {
        parts << tr("resource group %1", "a condition of a rule").arg(rule.resourceGroup);
    }
    for (auto tag = rule.tags.cbegin(); tag != rule.tags.cend(); ++tag) {
        parts << tr("tag %1", "a condition of a rule")
                     .arg(tag.value().isEmpty() ? tag.key() : tag.key() + QStringLiteral(": ") + tag.value());
    }
    return Format::list(parts);
}

QString RuleText::reason(const contract::RulePreview::Machine& machine)
{
    if (machine.reason == QLatin1String("AlreadyProtected")) {
        return machine.vault.isEmpty() ? tr("already has a backup item")
                                       : tr("already in the vault %1").arg(machine.vault);
    }
    if (machine.reason == QLatin1String("RegionMismatch")) {
        return tr("is in another region");
    }
    if (machine.reason == QLatin1String("VmProblem")) {
        return tr("can't be backed up now");
    }
    return machine.reason;
}

} // namespace valv::presentation

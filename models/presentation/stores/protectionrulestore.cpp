// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/protectionrulestore.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace valv::contract {

bool sameRow(const ProtectionRule& a, const ProtectionRule& b)
{
    return a.raw == b.raw;
}

} // namespace valv::contract

namespace valv::presentation {

using client::ProtectionRulesClient;
using contract::ProtectionRule;
using contract::RulePreview;

namespace {

constexpr std::chrono::milliseconds rulePause(400); // between a key and the question

} // namespace

ProtectionRuleStore::ProtectionRuleStore(const StoreContext& context, ArmId vault, ProtectedItemStore& items,
                                         QObject* parent)
    : ListStore(context, parent)
    , m_vault(std::move(vault))
    , m_items(items)
{ }

void ProtectionRuleStore::load()
{
    begin({m_vault});
    whenDone(client().protectionRules().list(m_vault), this, [this](const Result<QList<ProtectionRule>>& rules) {
        if (rules) {
            receive(m_vault, *rules);
        }
        endScope(m_vault, rules ? std::nullopt : std::optional<Error>(rules.error()));
    });
}

QList<ProtectionRule> ProtectionRuleStore::sorted() const
{
    auto all = rows();
    std::sort(all.begin(), all.end(),
              [](const ProtectionRule& a, const ProtectionRule& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return all;
}

const ProtectionRule* ProtectionRuleStore::byName(const QString& name) const
{
    return find(ProtectionRulesClient::idOf(m_vault, name));
}

QFuture<Result<ProtectionRule>> ProtectionRuleStore::save(ProtectionRule rule)
{
    rule.id = ProtectionRulesClient::idOf(m_vault, rule.name);
    return client::mapped<ProtectionRule>(client().protectionRules().put(rule), this,
                                          [this](Result<ProtectionRule> saved) {
                                              if (saved) {
                                                  receive(m_vault, {*saved});
                                                  m_items.refresh();
                                              }
                                              return saved;
                                          });
}

QFuture<Result<client::Outcome>> ProtectionRuleStore::remove(const ArmId& id)
{
    return client::mapped<client::Outcome>(client().protectionRules().remove(id), this,
                                           [this, id](Result<client::Outcome> gone) {
                                               if (gone) {
                                                   ListStore::remove(id);
                                               }
                                               return gone;
                                           });
}

QFuture<Result<RulePreview>> ProtectionRuleStore::previewSoon(ProtectionRule rule)
{
    const auto wrong = contract::checkProtectionRule(rule);
    const bool nameless =
        std::any_of(wrong.cbegin(), wrong.cend(), [](const auto& each) { return each.field == QLatin1String("name"); });
    if (nameless) {
        rule.name = QStringLiteral("preview");
    }
    rule.id = ProtectionRulesClient::idOf(m_vault, rule.name);
    const int number = ++m_asked;
    const client::Promise<RulePreview> promise;
    client().delay().after(rulePause, this, [this, number, rule, promise] {
        if (number != m_asked) {
            return;
        }
        whenDone(client().protectionRules().preview(rule), this,
                 [this, number, promise](const Result<RulePreview>& answer) {
                     if (number == m_asked) {
                         promise.finish(answer);
                     }
                 });
    });
    return promise.future();
}

} // namespace valv::presentation

// SPDX-License-Identifier: GPL-3.0-or-later
#include "protect/ruleblade.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/checklines.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/sectiontitle.h"
#include "policies/policychooser.h"
#include "presentation/app/language.h"
#include "presentation/stores/protectionrulestore.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/ruletext.h"
#include "vaults/tagseditor.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using contract::ProtectionRule;
using contract::RulePreview;
using presentation::ErrorText;
using presentation::RuleText;

namespace {

constexpr qsizetype machinesShown = 8;
constexpr int longestPattern = 100;

} // namespace

RuleBlade::RuleBlade(const Context& context, const ArmId& vault, const std::optional<ProtectionRule>& rule,
                     QWidget* window)
    : FormBlade(context, QStringLiteral("rule"), window, Size::bladeWide)
    , m_vault(vault)
    , m_before(rule)
{
    makeFields();
    body()->addStretch(1);
    m_remove = footer()->addButton({}, ButtonKind::Danger);
    m_remove->setObjectName(QStringLiteral("rule.remove"));
    m_remove->setVisible(m_before.has_value());
    for (auto* field : {m_nameField, m_patternField, m_policy->field()}) {
        summary()->addField(field);
    }

    sending().setDeed(presentation::Deed::SaveRule, [this] { return m_vault; });
    connect(m_remove, &QAbstractButton::clicked, this, &RuleBlade::removeRule);
    auto& machines = context.session.virtualMachines();
    connect(&machines, &presentation::ListStoreBase::loadEnded, this, &RuleBlade::fillGroups);
    fillGroups();
    if (m_before) {
        m_name->setText(m_before->name);
        m_name->setReadOnly(true); // a rule is known by its name
        fill();
    }
    const auto edited = [this] {
        changed();
        askPreview();
    };
    connect(m_name, &QLineEdit::textChanged, this, edited);
    connect(m_pattern, &QLineEdit::textChanged, this, edited);
    connect(m_group, &QComboBox::currentIndexChanged, this, edited);
    connect(m_tags, &TagsEditor::changed, this, edited);
    connect(m_policy, &PolicyChooser::changed, this, edited);
    connect(m_enabled, &QAbstractButton::toggled, this, &RuleBlade::changed);
    connect(m_nameField, &Field::left, this, [this] { showErrors(false); });
    retranslate();
    askPreview();
}

void RuleBlade::makeFields()
{
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("rule.name"));
    m_nameField = new Field({}, m_name);
    m_nameField->setRequired(true);
    add(m_nameField);
    add(new Divider);
    m_conditionsTitle = new SectionTitle(Icon::Filter);
    m_conditionsHint = new Label(LabelKind::Secondary);
    m_conditionsHint->setWordWrap(true);
    m_pattern = new QLineEdit;
    m_pattern->setObjectName(QStringLiteral("rule.pattern"));
    m_pattern->setMaxLength(longestPattern);
    m_patternField = new Field({}, m_pattern);
    m_group = new ComboBox;
    m_group->setObjectName(QStringLiteral("rule.group"));
    m_groupField = new Field({}, m_group);
    m_tags = new TagsEditor;
    m_tagsField = new Field({}, m_tags);
    add(m_conditionsTitle);
    add(m_conditionsHint);
    add(m_patternField);
    add(m_groupField);
    add(m_tagsField);
    add(new Divider);
    m_policyTitle = new SectionTitle(Icon::Policy);
    m_policy = new PolicyChooser(context());
    m_policy->setFixed();
    m_policy->setVault(m_vault);
    add(m_policyTitle);
    add(m_policy);
    m_enabled = new QCheckBox;
    m_enabled->setObjectName(QStringLiteral("rule.enabled"));
    m_enabled->setChecked(true);
    add(m_enabled);
    add(new Divider);
    m_previewTitle = new SectionTitle(Icon::Protected);
    m_previewText = new Label(LabelKind::Body);
    m_previewText->setObjectName(QStringLiteral("rule.preview"));
    m_previewText->setWordWrap(true);
    m_machines = new CheckLines;
    add(m_previewTitle);
    add(m_previewText);
    add(m_machines);
}

//! The fields, from the rule as it was read.
void RuleBlade::fill()
{
    fillGroups();
    m_pattern->setText(m_before->namePattern);
    m_group->setCurrentIndex(std::max(0, m_group->findData(m_before->resourceGroup)));
    m_tags->setTags(m_before->tags);
    m_policy->choose(m_before->policyName);
    m_enabled->setChecked(m_before->enabled);
}

//! Of the machines that are known; a rule may name another one.
void RuleBlade::fillGroups()
{
    const auto& machines = context().session.virtualMachines();
    QMap<QString, QString> groups; // by lower case
    for (int row = 0; row < machines.count(); ++row) {
        const auto group = machines.idAt(row).resourceGroup();
        groups.insert(group.toLower(), group);
    }
    if (m_before && !m_before->resourceGroup.isEmpty()) {
        groups.insert(m_before->resourceGroup.toLower(), m_before->resourceGroup);
    }
    const auto chosen = m_group->currentData().toString();
    const QSignalBlocker quiet(m_group);
    m_group->clear();
    m_group->addChoice(tr("Any resource group"), QString());
    for (const auto& group : std::as_const(groups)) {
        m_group->addChoice(group, group);
    }
    m_group->setCurrentIndex(std::max(0, m_group->findData(chosen)));
}

ProtectionRule RuleBlade::rule() const
{
    ProtectionRule rule = m_before.value_or(ProtectionRule());
    const auto policy = m_policy->policy();
    rule.name = m_name->text().trimmed();
    rule.namePattern = m_pattern->text().trimmed();
    rule.resourceGroup = m_group->currentData().toString();
    rule.tags = m_tags->tags();
    rule.policyName = policy ? policy->name : QString();
    rule.enabled = m_enabled->isChecked();
    return rule;
}

bool RuleBlade::isDirty() const
{
    const auto now = rule();
    const auto before = m_before.value_or(ProtectionRule());
    const bool conditions = now.namePattern != before.namePattern || now.tags != before.tags || m_tags->isPending()
        || now.resourceGroup.compare(before.resourceGroup, Qt::CaseInsensitive) != 0;
    if (!m_before) {
        return conditions || !now.name.isEmpty();
    }
    return conditions || now.enabled != before.enabled
        || (!now.policyName.isEmpty() && now.policyName.compare(before.policyName, Qt::CaseInsensitive) != 0);
}

void RuleBlade::askPreview()
{
    const auto wanted = rule();
    const bool anything = !wanted.namePattern.isEmpty() || !wanted.resourceGroup.isEmpty() || !wanted.tags.isEmpty();
    m_asking = anything && !wanted.policyName.isEmpty();
    if (!m_asking) {
        m_preview.reset();
        m_previewError.reset();
        showPreview();
        return;
    }
    showPreview();
    whenDone(context().session.protectionRules(m_vault).previewSoon(wanted), this,
             [this](const Result<RulePreview>& preview) {
                 m_asking = false;
                 m_preview = preview ? std::optional(*preview) : std::nullopt;
                 m_previewError = preview ? std::nullopt : std::optional(preview.error());
                 showPreview();
             });
}

void RuleBlade::showPreview()
{
    const auto& format = context().language.format();
    QList<CheckLines::Line> lines;
    QString text;
    if (m_previewError) {
        text = ErrorText::of(*m_previewError, format.locale()).sentence();
    } else if (m_preview) {
        const int fit = static_cast<int>(m_preview->machines.size());
        const int now = m_preview->protectedNow();
        text = fit == 0 ? tr("No virtual machine fits now. One that comes later is protected when it is found.")
                        : tr("%n virtual machine(s) fit", nullptr, fit) + QStringLiteral(" · ")
                + tr("%n would be protected at once", nullptr, now);
        auto machines = m_preview->machines;
        std::stable_sort(machines.begin(), machines.end(), [](const auto& a, const auto& b) {
            return a.reason.isEmpty() && !b.reason.isEmpty(); // what would happen first
        });
        for (const auto& machine : machines.mid(0, machinesShown)) {
            lines.append(
                {machine.reason.isEmpty() ? StatusKind::Protected : StatusKind::Info,
                 machine.reason.isEmpty() ? machine.name : tr("%1 – %2").arg(machine.name, RuleText::reason(machine))});
        }
        if (machines.size() > machinesShown) {
            lines.append(
                {StatusKind::None, tr("and %n more", nullptr, static_cast<int>(machines.size() - machinesShown))});
        }
    } else {
        text = m_asking ? tr("Looking for machines that fit…") : tr("Give a condition to see which machines fit.");
    }
    m_previewText->setText(text);
    m_machines->setLines(lines);
    m_machines->setVisible(!lines.isEmpty());
}

//! \param all also what is merely not filled in yet
void RuleBlade::showErrors(bool all)
{
    const auto& locale = context().language.locale();
    auto wanted = rule();
    QString name;
    QString policy;
    QString condition;
    for (const auto& violation : contract::checkProtectionRule(wanted)) {
        const bool missing = violation.code == QLatin1String("ValRuleNameRequired")
            || violation.code == QLatin1String("ValPolicyRequired")
            || violation.code == QLatin1String("ValRuleCondition");
        const auto& field = violation.field == QLatin1String("name") ? m_nameField
            : violation.field == QLatin1String("policy")             ? m_policy->field()
                                                                     : m_patternField;
        if (missing && !all && !field->hasError()) {
            continue;
        }
        auto& words = violation.field == QLatin1String("name") ? name
            : violation.field == QLatin1String("policy")       ? policy
                                                               : condition;
        words = ErrorText::of(violation, locale).underField();
    }
    if (name.isEmpty() && !m_before && context().session.protectionRules(m_vault).byName(wanted.name) != nullptr) {
        name = tr("The vault already has a rule with this name.");
    }
    m_nameField->setError(name);
    m_patternField->setError(condition);
    m_policy->field()->setError(policy);
}

void RuleBlade::submit()
{
    if (isSending()) {
        return;
    }
    if (!m_tags->finish()) {
        m_tags->focusFirst();
        return;
    }
    if (!isReady()) {
        return;
    }
    send({[] { return tr("Saving…"); }, [] { return tr("The rule could not be saved."); }, [this] { submit(); }},
         context().session.protectionRules(m_vault).save(rule()), [this](const ProtectionRule&) { leave(); });
}

void RuleBlade::updateState()
{
    FormBlade::updateState();
    m_remove->setReason(context().session.refusals().can(presentation::Deed::DeleteRule, m_vault).reason());
    if (isSending()) {
        m_remove->setEnabled(false);
    }
}

void RuleBlade::removeRule()
{
    if (isSending() || !m_before) {
        return;
    }
    send(
        {[] { return tr("Removing…"); }, [] { return tr("The rule could not be removed."); }, [this] { removeRule(); }},
        context().session.protectionRules(m_vault).remove(m_before->id), [this](const client::Outcome&) {
            Q_EMIT removed(*m_before);
            leave();
        });
}

QString RuleBlade::conflict() const
{
    return tr("Somebody else has changed the rule meanwhile.");
}

void RuleBlade::readTheirs(bool drop)
{
    auto& store = context().session.protectionRules(m_vault);
    const auto read = [this, &store, drop] {
        if (!m_before || isSending() || store.error()) {
            return; // it stays said, and can be tried again
        }
        if (const auto* theirs = store.byName(m_before->name)) {
            m_before = *theirs;
        } else {
            m_before->etag.clear(); // theirs was to remove it: saving makes it again
        }
        if (drop) {
            fill();
            changed();
        }
    };
    connect(&store, &presentation::ListStoreBase::loadEnded, this, read, Qt::SingleShotConnection);
    store.refresh();
}

void RuleBlade::retranslate()
{
    setTitle(m_before ? tr("Protection rule") : tr("New protection rule"));
    setCaption(m_vault.name());
    m_nameField->setLabel(tr("&Name of the rule"));
    m_conditionsTitle->setText(tr("Which machines"));
    m_conditionsHint->setText(
        tr("All that is given has to fit. Machines in other regions, and those that have a backup "
           "item already, are left alone."));
    m_patternField->setLabel(tr("&Machine name"));
    m_patternField->setHint(tr("* stands for any characters, ? for one: web-*. The name * takes every machine."));
    m_groupField->setLabel(tr("&Resource group"));
    m_tagsField->setLabel(tr("&Tags"));
    m_policyTitle->setText(tr("Backup policy"));
    m_enabled->setText(tr("The rule is in use"));
    m_previewTitle->setText(tr("What it does now"));
    setButtons(m_before ? tr("Save") : tr("Create rule"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the rule"));
    fillGroups();
    showPreview();
    FormBlade::retranslate();
}

} // namespace valv::views

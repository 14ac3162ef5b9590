// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/policychooser.h"

#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "core/datetime.h"
#include "core/whendone.h"
#include "frame/storenotice.h"
#include "policies/policyblade.h"
#include "policies/savepolicyblade.h"
#include "presentation/app/language.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/policystore.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/retentiontext.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::ErrorText;

namespace {

//! The grey box that the policy is written in.
class PolicyBox : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(color(Role::Border));
        painter.setBrush(color(Role::SurfaceAlt));
        painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), Radius::control, Radius::control);
    }
};

bool sameName(const QString& a, const QString& b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

PolicyChooser::PolicyChooser(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::sm);
    m_combo = new ComboBox;
    m_combo->setObjectName(QStringLiteral("enable.policy"));
    m_field = new Field({}, m_combo);
    m_field->setRequired(true);
    layout->addWidget(m_field);
    m_notice = new StoreNotice(m_context);
    m_notice->setObjectName(QStringLiteral("enable.policiesUnread"));
    connect(m_notice, &StoreNotice::retried, m_field, &Field::focusControl);
    layout->addWidget(m_notice);

    auto* links = new QHBoxLayout;
    links->setSpacing(Space::lg);
    m_edit = new LinkButton;
    m_edit->setLinkIcon(Icon::Edit);
    m_edit->setObjectName(QStringLiteral("enable.editPolicy"));
    m_create = new LinkButton;
    m_create->setLinkIcon(Icon::Add);
    m_create->setObjectName(QStringLiteral("enable.createPolicy"));
    links->addWidget(m_edit);
    links->addWidget(m_create);
    links->addStretch(1);
    layout->addLayout(links);

    m_box = new PolicyBox;
    auto* box = new QVBoxLayout(m_box);
    box->setContentsMargins(Space::lg, Space::md, Space::lg, Space::md);
    box->setSpacing(Space::xs);
    m_heading = new Label(LabelKind::GroupLabel);
    m_rowsView = new Essentials;
    m_rowsView->setMaxColumns(1);
    m_rowsView->setRowHeight(Space::xl);
    m_rowsView->setMinimumLabelWidth(220);
    box->addWidget(m_heading);
    box->addWidget(m_rowsView);
    layout->addWidget(m_box);

    connect(m_combo, &QComboBox::currentIndexChanged, this, [this](int index) {
        const auto name = m_combo->itemData(index);
        if (name.isValid()) { // else nothing, or the row that makes a new one
            m_lost.clear();
            m_fellBack = false;
            showHint();
            m_chosen = name.toString();
            showChosen();
            Q_EMIT changed();
        }
    });
    connect(m_edit, &QAbstractButton::clicked, this, [this] { editChosen(); });
    connect(m_create, &QAbstractButton::clicked, this, [this] { openEditor(std::nullopt); });
    connect(m_combo, &ComboBox::actionChosen, this, [this] { openEditor(std::nullopt); });
    retranslate();
}

void PolicyChooser::setVault(const ArmId& vault)
{
    if (vault == m_vault && m_combo->count() > 0) {
        return;
    }
    m_vault = vault;
    forgetLost();
    const bool carried = std::any_of(m_drafts.cbegin(), m_drafts.cend(), [this](const Draft& draft) {
        return draft.isNew && sameName(draft.policy.name, m_chosen);
    });
    if (!carried) {
        m_fellBack = !m_chosen.isEmpty() && !sameName(m_chosen, QStringLiteral("DefaultPolicy"));
        m_chosen = QStringLiteral("DefaultPolicy");
    }
    disconnect(m_rows);
    disconnect(m_state);
    m_store = nullptr;
    if (!vault.isEmpty()) {
        m_store = &m_context.session.policies(vault);
        m_rows = connect(m_store, &presentation::ListStoreBase::rowsChanged, this, &PolicyChooser::fill);
        m_state = connect(m_store, &presentation::ListStoreBase::stateChanged, this, &PolicyChooser::fill);
    }
    m_notice->follow(m_store);
    fill();
}

QList<contract::BackupPolicy> PolicyChooser::all() const
{
    const auto drafts = this->drafts();
    QList<contract::BackupPolicy> policies = drafts;
    // That of a vault to be made: it will run by this computer's clock.
    auto first = contract::BackupPolicy::defaultPolicy();
    first.timeZone = zoneToWire(m_context.language.format().zone());
    const auto known = m_store != nullptr ? m_store->sorted() : QList<contract::BackupPolicy>{first};
    for (const auto& policy : known) {
        const bool drafted = std::any_of(drafts.cbegin(), drafts.cend(),
                                         [&policy](const auto& draft) { return sameName(draft.name, policy.name); });
        if (!drafted) {
            policies.append(policy);
        }
    }
    std::stable_sort(policies.begin(), policies.end(), [](const auto& a, const auto& b) {
        const bool defaultA = sameName(a.name, QStringLiteral("DefaultPolicy"));
        const bool defaultB = sameName(b.name, QStringLiteral("DefaultPolicy"));
        return defaultA != defaultB ? defaultA : a.name.localeAwareCompare(b.name) < 0;
    });
    return policies;
}

QList<contract::BackupPolicy> PolicyChooser::drafts() const
{
    QList<contract::BackupPolicy> found;
    for (const auto& draft : m_drafts) {
        if (draft.isNew || draft.vault == m_vault) {
            found.append(draft.policy);
        }
    }
    return found;
}

void PolicyChooser::accept(const contract::BackupPolicy& policy, bool isNew)
{
    // A new one that is edited again stays a new one.
    const auto same = std::find_if(m_drafts.begin(), m_drafts.end(), [this, &policy](const Draft& draft) {
        return (draft.isNew || draft.vault == m_vault) && sameName(draft.policy.name, policy.name);
    });
    if (same != m_drafts.end()) {
        same->policy = policy;
    } else {
        m_drafts.append({policy, m_vault, isNew});
    }
    m_chosen = policy.name;
    forgetLost();
    fill();
}

void PolicyChooser::refuseName()
{
    m_refused = m_chosen;
    if (m_store != nullptr) {
        m_store->refresh(); // theirs is to be chosen, too
    }
    showChosen();
}

QString PolicyChooser::nameProblem() const
{
    return !m_refused.isEmpty() && sameName(m_refused, m_chosen) && isNewPolicy()
        ? ErrorText::of(QStringLiteral("ValPolicyNameTaken"), {}).message()
        : QString();
}

void PolicyChooser::vaultMade(const ArmId& vault)
{
    const auto chosen = m_chosen;
    for (auto& draft : m_drafts) {
        if (draft.vault.isEmpty()) {
            draft.vault = vault;
        }
    }
    setVault(vault);
    m_chosen = chosen;
    forgetLost();
    fill();
}

void PolicyChooser::showHint()
{
    m_field->setHint(m_fellBack ? tr("Another vault has other policies: DefaultPolicy is chosen.") : QString());
}

void PolicyChooser::setFixed()
{
    m_isFixed = true;
    m_edit->hide();
    m_create->hide();
    m_combo->setAction({});
}

void PolicyChooser::choose(const QString& name)
{
    m_chosen = name;
    forgetLost();
    fill();
}

bool PolicyChooser::isLoading() const
{
    return m_store != nullptr && !m_store->hasLoaded() && m_store->state() != presentation::LoadState::Failed;
}

//! The next one to be chosen may be any; what was chosen before is not missed.
void PolicyChooser::forgetLost()
{
    m_lost.clear();
    m_shown = false;
    m_fellBack = false;
}

QString PolicyChooser::problemFor(int machines) const
{
    const auto chosen = policy();
    if (!chosen) {
        return isLoading()                                ? tr("The policies are being read.")
            : m_store != nullptr && !m_store->hasLoaded() ? tr("The policies could not be read.")
            : !m_lost.isEmpty()                           ? tr("The policy %1 is gone. Choose another one.").arg(m_lost)
                                : ErrorText::of(QStringLiteral("ValPolicyRequired"), {}).message();
    }
    if (m_store != nullptr && m_store->byName(chosen->name) != nullptr && !nameProblem().isEmpty()) {
        return nameProblem();
    }
    const auto limit = presentation::policyLimit(m_context.session.capabilities(), usedBy(*chosen), machines);
    return limit ? ErrorText::of(*limit, m_context.language.locale()).message() : QString();
}

//! By what the vault says of it, and by the items, whichever knows more.
int PolicyChooser::usedBy(const contract::BackupPolicy& policy) const
{
    const auto* stored = m_store != nullptr ? m_store->byName(policy.name) : nullptr;
    return stored == nullptr ? 0 : policyUsers(m_context.session, stored->id, stored->protectedItems).count;
}

bool PolicyChooser::validate(int machines)
{
    m_field->setError(problemFor(machines));
    return !m_field->hasError();
}

std::optional<contract::BackupPolicy> PolicyChooser::policy() const
{
    const auto policies = all();
    const auto found = std::find_if(policies.cbegin(), policies.cend(),
                                    [this](const auto& policy) { return sameName(policy.name, m_chosen); });
    return found == policies.cend() ? std::nullopt : std::optional(*found);
}

bool PolicyChooser::isDraft() const
{
    const auto drafts = this->drafts();
    return std::any_of(drafts.cbegin(), drafts.cend(),
                       [this](const auto& draft) { return sameName(draft.name, m_chosen); });
}

bool PolicyChooser::isNewPolicy() const
{
    return std::any_of(m_drafts.cbegin(), m_drafts.cend(),
                       [this](const Draft& draft) { return draft.isNew && sameName(draft.policy.name, m_chosen); });
}

void PolicyChooser::policySaved()
{
    m_drafts.removeIf([this](const Draft& draft) {
        return (draft.isNew || draft.vault == m_vault) && sameName(draft.policy.name, m_chosen);
    });
    m_refused.clear();
    fill();
}

void PolicyChooser::fill()
{
    const auto policies = all();
    const auto drafts = this->drafts();
    const QSignalBlocker quiet(m_combo);
    m_combo->clear();
    for (const auto& policy : policies) {
        const bool draft = std::any_of(drafts.cbegin(), drafts.cend(),
                                       [&policy](const auto& d) { return sameName(d.name, policy.name); });
        m_combo->addChoice(policy.name, policy.name, draft ? tr("saved when backup is enabled") : QString());
    }
    int index = m_combo->findData(m_lost.isEmpty() ? m_chosen : m_lost, Qt::UserRole, Qt::MatchFixedString);
    const bool unread = m_store != nullptr && !m_store->hasLoaded();
    if (index < 0 && m_combo->count() > 0 && !unread && m_shown) {
        m_lost = m_lost.isEmpty() ? m_chosen : m_lost;
        m_chosen.clear();
        m_field->setError(problemFor(0));
    } else if (index < 0 && m_combo->count() > 0 && !unread) {
        index = 0;
    }
    if (index >= 0) {
        m_shown = m_shown || !unread;
        m_lost.clear();
        m_chosen = m_combo->itemData(index).toString();
    }
    m_combo->setCurrentIndex(index);
    m_combo->setAction(m_isFixed ? QString() : tr("Create new…"));
    m_combo->setPlaceholderText(isLoading()  ? tr("Loading…")
                                    : unread ? tr("The policies could not be read")
                                             : tr("Choose a policy"));
    m_combo->setEnabled(!policies.isEmpty() || unread); // the focus may be there already
    showHint();
    showChosen();
    Q_EMIT changed();
}

void PolicyChooser::showChosen()
{
    const auto chosen = policy();
    m_box->setVisible(chosen.has_value());
    m_edit->setReason(chosen ? QString() : tr("Choose a policy first."));
    if (!chosen) {
        return;
    }
    m_field->setError(nameProblem());
    QVector<Fact> facts;
    for (const auto& row : presentation::RetentionText(m_context.language.format()).rows(*chosen)) {
        Fact fact;
        fact.label = row.label;
        fact.value = row.value;
        fact.wrap = true;
        facts.append(fact);
    }
    m_rowsView->setFacts(facts);
}

//! As it stands now, with its etag: what somebody else saves meanwhile is not replaced without a word.
void PolicyChooser::editChosen()
{
    const auto chosen = policy();
    const auto* stored = m_store != nullptr ? m_store->byName(m_chosen) : nullptr;
    if (m_reading || !chosen) {
        return;
    }
    if (stored == nullptr || isDraft()) {
        openEditor(chosen);
        return;
    }
    m_reading = true;
    whenDone(m_store->read(stored->id), this,
             [this, vault = m_vault, name = m_chosen](const Result<contract::BackupPolicy>& read) {
                 m_reading = false;
                 if (vault != m_vault || !sameName(name, m_chosen)) {
                     return; // another one was chosen meanwhile
                 }
                 if (read) {
                     openEditor(*read);
                 } else {
                     m_field->setError(ErrorText::of(read.error(), m_context.language.locale()).underField());
                 }
             });
}

//! \param edited nothing: a new one. One that is not in the vault yet can have another name.
void PolicyChooser::openEditor(const std::optional<contract::BackupPolicy>& edited)
{
    PolicyEditing editing;
    editing.vault = m_vault;
    editing.isNew = !edited || isNewPolicy();
    const auto own = edited && editing.isNew ? edited->name : QString();
    const auto policies = all();
    for (const auto& policy : policies) {
        if (!sameName(policy.name, own) || !nameProblem().isEmpty()) {
            editing.takenNames.append(policy.name);
        }
    }
    editing.policy = edited;
    const auto* stored = !editing.isNew && m_store != nullptr ? m_store->byName(m_chosen) : nullptr;
    if (stored != nullptr) {
        editing.original = *stored;
        const auto users = policyUsers(m_context.session, stored->id, stored->protectedItems);
        editing.usedBy = users.count;
        editing.usersKnown = users.known;
    }
    auto* blade = new PolicyBlade(m_context, editing, window());
    connect(
        blade, &PolicyBlade::accepted, this, [this, isNew = editing.isNew, own](const contract::BackupPolicy& policy) {
            m_drafts.removeIf([&own](const Draft& draft) { return draft.isNew && sameName(draft.policy.name, own); });
            accept(policy, isNew);
        });
    m_context.navigator.openBlade(blade);
}

void PolicyChooser::replaceTheirs()
{
    for (auto& draft : m_drafts) {
        if (!draft.isNew && draft.vault == m_vault && sameName(draft.policy.name, m_chosen)) {
            draft.policy.etag.clear();
        }
    }
    if (m_store != nullptr) {
        m_store->refresh(); // the editor says what theirs is
    }
}

void PolicyChooser::retranslate()
{
    m_field->setLabel(tr("Choose &policy"));
    m_edit->setText(tr("Edit the policy"));
    m_create->setText(tr("Create a new policy"));
    m_heading->setText(tr("About the policy"));
    m_notice->setTitle(tr("The policies could not be read."));
    fill();
}

void PolicyChooser::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

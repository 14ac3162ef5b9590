// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/policypage.h"

#include "controls/action.h"
#include "controls/azcopy.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/datefield.h"
#include "controls/emptystate.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/segmentedcontrol.h"
#include "controls/skeleton.h"
#include "core/datetime.h"
#include "core/whendone.h"
#include "frame/columns.h"
#include "frame/emptywords.h"
#include "frame/schedulesnote.h"
#include "frame/scrollpage.h"
#include "frame/storenotice.h"
#include "frame/vaultroutes.h"
#include "policies/deletepolicyblade.h"
#include "policies/nextruns.h"
#include "policies/policyform.h"
#include "policies/retentionpreview.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"

#include <QAction>
#include <QEvent>
#include <QResizeEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace valv::views {

using contract::BackupPolicy;
using presentation::ErrorText;
using presentation::Format;

PolicyPage::PolicyPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_route(route)
{
    const auto subject = ArmId::parse(route.subject).value_or(ArmId());
    m_vault = subject.vaultId();
    if (route.part.isEmpty()) {
        m_policy = subject;
    }
    m_stack = new QStackedLayout(this);
    auto* loading = new Skeleton(8);
    loading->setContentsMargins(Size::contentMargin, Space::lg, Size::contentMargin, Space::lg);
    m_loading = loading;
    m_unknown = new EmptyState(Icon::Policy, {}, {});
    m_unknown->setButton({})->setObjectName(QStringLiteral("policy.again"));
    connect(m_unknown->setButton({}), &QAbstractButton::clicked, this, [this] {
        setFocus(Qt::OtherFocusReason); // the button goes; took() leads on from here
        readPolicy();
    });
    m_body = new QWidget;
    for (QWidget* each : std::initializer_list<QWidget*>{m_loading, m_unknown, m_body}) {
        m_stack->addWidget(each);
    }
    makeActions();
    makeBody();
    auto& items = m_context.session.items();
    connect(&items, &presentation::ListStoreBase::rowsChanged, this, &PolicyPage::updateActions);
    connect(&items, &presentation::ListStoreBase::countChanged, this, &PolicyPage::updateActions);
    connect(&items, &presentation::ListStoreBase::stateChanged, this, &PolicyPage::updateActions);
    connect(&m_context.session.refusals(), &presentation::Refusals::changed, this, &PolicyPage::updateActions);
    auto& vaults = m_context.session.vaults();
    connect(&vaults, &presentation::ListStoreBase::countChanged, this, &PolicyPage::fillVaults);
    connect(&vaults, &presentation::ListStoreBase::stateChanged, this, &PolicyPage::showVaults);
    retranslate();
    if (route.part == QLatin1String("new")) {
        m_stack->setCurrentWidget(m_body);
        m_form->load(PolicyForm::fresh(m_vault, m_vault.isEmpty() ? 0 : m_context.session.policies(m_vault).count()));
        fillVaults();
        updateActions();
    } else {
        readPolicy();
    }
}

void PolicyPage::makeActions()
{
    const auto action = [this](Icon icon, const char* name) {
        auto* made = makeAction(icon, {}, this);
        made->setObjectName(QLatin1String("policy.") + QLatin1String(name));
        return made;
    };
    m_save = action(Icon::Save, "save");
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    addAction(m_save);
    connect(m_save, &QAction::triggered, this, &PolicyPage::submit);
    setAzCommand(m_save, [this] {
        namespace az = presentation::az;
        if (m_vault.isEmpty()) {
            return QString();
        }
        return isNew() ? az::createPolicy(m_vault, m_form->policy()) : az::setPolicy(m_vault, m_form->policy());
    });
    m_discard = action(Icon::Restore, "discard");
    connect(m_discard, &QAction::triggered, this, &PolicyPage::discard);
    m_copy = action(Icon::Duplicate, "copy");
    connect(m_copy, &QAction::triggered, this, [this] {
        m_context.navigator.open({QStringLiteral("policy"), m_policy.text(), QStringLiteral("copy")});
    });
    m_items = action(Icon::ProtectedItem, "items");
    connect(m_items, &QAction::triggered, this, [this] {
        m_context.navigator.open({QStringLiteral("items"), m_vault.text(), m_policy.name()});
    });
    m_delete = action(Icon::Delete, "delete");
    setActionKind(m_delete, ActionKind::Destructive);
    setAzCommand(m_delete, [this] { return presentation::az::deletePolicy(m_policy); });
    m_whyNot = action(Icon::InfoOutline, "whyNot");
    m_whyNot->setProperty("alignRight", true);
    for (auto* each : {m_delete, m_whyNot}) {
        connect(each, &QAction::triggered, this, [this] {
            auto* blade = new DeletePolicyBlade(m_context, m_policy, window());
            connect(blade, &DeletePolicyBlade::removed, this, [this] {
                m_form->setOriginal(m_form->policy()); // nothing is left to be lost
                m_original = m_form->policy();
                m_context.navigator.replace({QStringLiteral("policies"), {}, {}});
            });
            m_context.navigator.openBlade(blade);
        });
    }
    for (auto* divider : {&m_divider, &m_secondDivider}) {
        *divider = new QAction(this);
        (*divider)->setSeparator(true);
    }
}

void PolicyPage::makeBody()
{
    m_hold = FormHold(this, m_body);
    auto* layout = scrolledBody(*m_body);
    m_summary = new FormSummary(this);
    layout->addWidget(m_summary);
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("policy.failure"));
    m_failure->hide();
    connect(m_failure, &MessageBar::actionTriggered, this, &PolicyPage::reload);
    layout->addWidget(m_failure);
    m_columns = new Columns(49, 51); // room for seven days, so that another frequency does not move it
    layout->addWidget(m_columns);
    layout->addStretch(1);

    m_form = new PolicyForm(m_context, this);
    m_form->addTo(*m_summary);
    m_identity = new Card;
    m_vaults = new ComboBox;
    m_vaults->setObjectName(QStringLiteral("policy.vault"));
    m_vaultField = new Field({}, m_vaults);
    m_vaultField->setRequired(true);
    m_summary->addField(m_vaultField);
    connect(m_vaults, &QComboBox::activated, this, &PolicyPage::vaultChosen);
    m_vaultsUnread = new StoreNotice(m_context);
    m_vaultsUnread->setObjectName(QStringLiteral("policy.vaultsUnread"));
    m_vaultsUnread->follow(&m_context.session.vaults());
    connect(m_vaultsUnread, &StoreNotice::retried, m_vaultField, &Field::focusControl);
    m_createVault = new LinkButton;
    m_createVault->setObjectName(QStringLiteral("policy.createVault"));
    m_createVault->setLinkIcon(Icon::Add);
    connect(m_createVault, &QAbstractButton::clicked, this, [this] { m_context.navigator.open(createVaultRoute()); });
    m_identity->add(m_vaultField);
    m_identity->add(m_createVault);
    m_identity->add(m_vaultsUnread);
    m_identity->add(m_form->name());
    m_identity->setVisible(isNew());
    m_schedule = new Card;
    m_schedule->add(m_form->schedule());
    m_retention = new Card;
    m_retention->add(m_form->retention());
    for (auto* card : {m_identity, m_schedule, m_retention}) {
        m_columns->first()->addWidget(card);
    }
    m_columns->first()->addStretch(1);

    m_keeps = new Card;
    m_asOf = new DateField;
    m_asOf->setObjectName(QStringLiteral("policy.asOf"));
    m_asOf->setFixedWidth(Size::resourceMenu);
    const auto today = m_context.language.format().today();
    m_asOf->setToday(today);
    m_asOf->setDefaultDate(today);
    m_asOf->setRange(today.addYears(-1), today.addYears(contract::Limits::retainYears));
    m_asOf->setDate(today);
    connect(m_asOf, &DateField::dateChanged, this, &PolicyPage::showWhatItDoes);
    m_keeps->addHeaderWidget(m_asOf);
    m_points = new Label(LabelKind::Body);
    m_points->setObjectName(QStringLiteral("policy.points"));
    m_points->setWordWrap(true);
    m_keeps->add(m_points);
    m_preview = new RetentionPreview(RetentionPreview::Size::Large);
    m_keeps->add(m_preview);
    m_runsCard = new Card;
    m_runs = new NextRuns;
    m_runs->setObjectName(QStringLiteral("policy.runs"));
    m_runsCard->add(m_runs);
    m_runsCard->add(new SchedulesNote(m_context));
    m_expires = new MessageBar(MessageKind::Warning);
    m_expires->setObjectName(QStringLiteral("policy.expires"));
    m_expires->hide();
    m_warning = new MessageBar(MessageKind::Warning);
    m_warning->setObjectName(QStringLiteral("policy.warning"));
    m_warning->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_keeps, m_runsCard, m_expires, m_warning}) {
        m_columns->second()->addWidget(part);
    }
    m_columns->second()->addStretch(1);
    connect(m_form, &PolicyForm::changed, this, &PolicyPage::edited);
}

//! One column where there is no room for two: what it does stays below what it says.
void PolicyPage::arrange()
{
    m_columns->setStacked(width() < Size::bladeWide + Size::detailsPane - Size::nav / 2);
}

void PolicyPage::fillVaults()
{
    m_vaults->clear();
    std::map<QString, ArmId> byName;
    const auto& store = m_context.session.vaults();
    for (int row = 0; row < store.count(); ++row) {
        byName.emplace(store.at(row).name.toLower() + store.idAt(row).text(), store.idAt(row));
    }
    for (const auto& [name, id] : byName) {
        m_vaults->addChoice(id.name(), id.text(), id.resourceGroup());
    }
    if (m_vault.isEmpty() && byName.size() == 1) {
        m_vault = byName.begin()->second;
    }
    showVaults();
    m_vaults->setCurrentIndex(m_vaults->findData(m_vault.text(), Qt::UserRole, Qt::MatchFixedString));
    if (isNew() && m_vaults->currentIndex() >= 0) { // else the vault that was asked for is yet to come
        vaultChosen();
    }
}

void PolicyPage::showVaults()
{
    const auto& store = m_context.session.vaults();
    m_vaults->setPlaceholderText(
        !store.isEmpty()
            ? tr("Choose a vault")
            : EmptyWords{tr("Loading…"), tr("The vaults could not be read"), tr("There is no vault yet")}.of(store));
    const bool none = store.isEmpty() && store.hasLoaded();
    m_vaultField->setHint(none ? tr("Create a vault first: a policy belongs to one.") : QString());
    m_createVault->setVisible(none);
}

void PolicyPage::vaultChosen()
{
    m_vault = ArmId::parse(m_vaults->currentData().toString()).value_or(ArmId());
    QStringList taken = m_taken;
    if (!m_vault.isEmpty()) {
        m_vaultField->setError({});
        auto& store = m_context.session.policies(m_vault);
        for (int row = 0; row < store.count(); ++row) {
            taken.append(store.at(row).name);
        }
        if (!store.hasLoaded()) { // its names come later
            connect(&store, &presentation::ListStoreBase::loadEnded, this, &PolicyPage::vaultChosen,
                    Qt::UniqueConnection);
        }
    }
    m_form->setPlace(m_vault, taken, !isNew());
}

PolicyUsers PolicyPage::users() const
{
    return isNew() ? PolicyUsers()
                   : policyUsers(m_context.session, m_policy, m_original ? m_original->protectedItems : 0);
}

void PolicyPage::edited()
{
    showWhatItDoes();
    updateActions();
    askWhatExpires();
}

void PolicyPage::showWhatItDoes()
{
    const auto policy = m_form->policy();
    const auto& format = m_context.language.format();
    const bool sound = contract::checkPolicy(policy).isEmpty();
    for (QWidget* part : std::initializer_list<QWidget*>{m_preview, m_runs, m_points}) {
        part->setEnabled(sound); // what stands there is of the last policy that was right
    }
    if (sound) {
        const auto today = format.today();
        const auto asOf = m_asOf->date() == today || !m_asOf->date().isValid()
            ? QDateTime()
            : fromWallClock(m_asOf->date(), format.now().time(), format.zone());
        m_preview->showPolicy(policy, format, asOf);
        m_runs->showPolicy(policy, format);
        const auto& simulation = m_preview->simulation();
        std::map<int, int> rules;
        qint64 matches = 0;
        for (const auto& tier : simulation.tiers) {
            matches += static_cast<qint64>(tier.ages.size());
            for (const int age : tier.ages) {
                ++rules[age];
            }
        }
        const auto twice =
            std::count_if(rules.cbegin(), rules.cend(), [](const auto& each) { return each.second > 1; });
        const auto points = Format::recoveryPoints(static_cast<int>(simulation.pointsWhenFull()));
        QString rest = QLatin1Char(' ') + tr("for each machine, once the policy has run long enough");
        if (twice > 0) {
            rest +=
                QStringLiteral(" · ") + tr("%n point(s) kept by more than one rule", nullptr, static_cast<int>(twice));
        }
        m_points->setSpans({{points, TextStyle::Section, Role::Text}, {rest, TextStyle::Caption, Role::Secondary}});
    }
    QStringList warnings;
    for (const auto& warning : contract::policyWarnings(policy)) {
        warnings.append(ErrorText::of(warning, format.locale()).message());
    }
    m_warning->setMessage(MessageKind::Warning, {}, warnings.join(QLatin1Char(' ')));
    m_warning->setVisible(sound && !warnings.isEmpty());
}

//! A moment after the last key: what saving this would let expire.
void PolicyPage::askWhatExpires()
{
    const int number = ++m_asked;
    m_expiry.reset();
    showExpiry();
    if (!users().any() || m_form->changes() == 0 || !m_form->violations().isEmpty()) {
        return;
    }
    whenDone(m_context.session.policies(m_vault).previewSoon(m_form->policy()), this,
             [this, number](const Result<contract::ExpiryPreview>& preview) {
                 if (number == m_asked && preview) {
                     m_expiry = *preview;
                     showExpiry();
                 }
             });
}

void PolicyPage::showExpiry()
{
    const int points = m_expiry ? m_expiry->expiring() : 0;
    m_expires->setVisible(points > 0);
    if (points > 0) {
        const auto machines = std::count_if(m_expiry->items.cbegin(), m_expiry->items.cend(),
                                            [](const auto& item) { return item.expiring > 0; });
        m_expires->setMessage(
            MessageKind::Warning, tr("Shorter retention removes existing points."),
            tr("At the next clean-up %1 of %2 are removed.")
                .arg(Format::recoveryPoints(points), Format::backupItems(static_cast<int>(machines))));
    }
}

PageHeading PolicyPage::heading() const
{
    const Route list{QStringLiteral("policies"), {}, {}};
    const QString title = !isNew()              ? m_policy.name()
        : m_route.part == QLatin1String("copy") ? tr("Copy policy")
                                                : tr("Create policy");
    QStringList caption{tr("Backup policy")};
    if (!m_vault.isEmpty()) {
        caption.append(m_vault.name());
    }
    if (!isNew() && m_original && users().known) {
        caption.append(tr("used by %n item(s)", nullptr, usedBy()));
    }
    PageHeading heading{
        title, caption.join(QStringLiteral(" · ")), Icon::Policy, {{tr("Backup policies"), list}, {title, {}}}};
    const int changes = m_form->changes();
    heading.badge = changes > 0 ? tr("%n unsaved change(s)", nullptr, changes) : QString();
    return heading;
}

QList<QAction*> PolicyPage::commands() const
{
    if (isNew()) {
        return {m_save};
    }
    return {m_save, m_discard, m_divider, m_copy, m_items, m_secondDivider, m_delete, m_whyNot};
}

void PolicyPage::updateActions()
{
    const bool there = m_stack->currentWidget() == m_body;
    const int changes = m_form->changes();
    const QString nothing = there ? QString() : tr("The policy has not been read.");
    const auto& refusals = m_context.session.refusals();
    setReason(m_save,
              !nothing.isEmpty()             ? nothing
                  : m_saving                 ? tr("The policy is being saved.")
                  : !isNew() && changes == 0 ? tr("There are no unsaved changes.")
                                             : refusals.can(presentation::Deed::SavePolicy, m_vault).reason());
    setReason(m_discard,
              m_saving           ? tr("The policy is being saved.")
                  : changes == 0 ? tr("There are no unsaved changes.")
                                 : QString());
    setReason(m_copy, nothing);
    const int users = usedBy();
    setReason(m_items,
              !nothing.isEmpty()         ? nothing
                  : !this->users().any() ? tr("No backup item uses the policy.")
                                         : QString());
    setReason(m_delete,
              !nothing.isEmpty() ? nothing
                  : users > 0
                  ? ErrorText::of(QStringLiteral("PolicyInUse"), {users}, m_context.language.locale()).message()
                  : refusals.can(presentation::Deed::DeletePolicy, m_vault).reason());
    m_whyNot->setVisible(there && users > 0);
    const auto now = QStringLiteral("%1 %2 %3").arg(users).arg(changes).arg(this->users().known);
    if (now != m_heading) {
        m_heading = now;
        Q_EMIT headingChanged();
    }
}

void PolicyPage::refresh()
{
    m_context.session.refusals().forget();
    if (m_stack->currentWidget() == m_unknown) {
        readPolicy();
    } else if (!isNew() && m_stack->currentWidget() == m_body && m_form->changes() == 0) {
        reload();
    }
    m_context.session.items().refresh();
}

void PolicyPage::focusFirst()
{
    if (m_stack->currentWidget() != m_body) {
        setFocus(Qt::OtherFocusReason);
    } else if (isNew()) {
        (m_vault.isEmpty() ? m_vaultField : m_form->name())->focusControl();
    } else if (auto* first = m_form->schedule()->findChild<SegmentedControl*>()) {
        first->segment(std::max(0, first->currentIndex()))->setFocus(Qt::OtherFocusReason);
    }
}

//! Where there is no vault, a policy can't be saved: who goes to make one finds it again on coming back.
QString PolicyPage::unsaved() const
{
    const bool typed =
        isNew() && m_createVault->isHidden() && m_stack->currentWidget() == m_body && m_form->isTouched();
    return typed || (!isNew() && m_form->changes() > 0) ? tr("There are unsaved changes.") : QString();
}

void PolicyPage::retranslate()
{
    m_save->setText(tr("Save"));
    m_discard->setText(tr("Discard changes"));
    m_copy->setText(tr("Copy policy"));
    m_items->setText(tr("Items that use it"));
    m_delete->setText(tr("Delete"));
    m_whyNot->setText(tr("Why can’t I delete this?"));
    m_vaultField->setLabel(tr("&Vault"));
    m_createVault->setText(tr("Create a vault"));
    m_vaultsUnread->setTitle(tr("The vaults could not be read."));
    showVaults();
    m_identity->setTitle(tr("Name and place"));
    m_schedule->setTitle(tr("Schedule"));
    m_retention->setTitle(tr("Retention"));
    m_keeps->setTitle(tr("What this policy keeps"));
    m_asOf->setAccessibleName(tr("As of"));
    m_asOf->setToolTip(tr("The day that the picture is of"));
    m_runsCard->setTitle(tr("Next runs"));
    m_runsCard->setCaption(tr("Kept until"));
    m_form->retranslate();
    showUnread();
    showFailure();
    showExpiry();
    updateActions();
}

void PolicyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

void PolicyPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultform.h"

#include "contract/resources.h"
#include "contract/rules.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/linkbutton.h"
#include "controls/statustext.h"
#include "frame/storenotice.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "vaults/recoverykeyblade.h"
#include "vaults/resourcegroupchooser.h"
#include "vaults/secondlocationfield.h"
#include "vaults/tagseditor.h"
#include "vaults/vaultnamefield.h"

#include <QCollator>
#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::ErrorText;
using presentation::StatusWords;

namespace {

QString wordsOf(const char* code, const QLocale& locale)
{
    return ErrorText::of(QLatin1String(code), {}, locale).message();
}

bool canBeUsed(const contract::Subscription& subscription)
{
    return subscription.state.compare(QLatin1String("Enabled"), Qt::CaseInsensitive) == 0;
}

//! Its button goes when it is pressed: the focus is then where the answer comes.
StoreNotice* makeNotice(const Context& context, const QString& name, Field* field)
{
    auto* notice = new StoreNotice(context);
    notice->setObjectName(name);
    QObject::connect(notice, &StoreNotice::retried, field, [field] { field->focusControl(); });
    return notice;
}

} // namespace

VaultForm::VaultForm(const Context& context, Field::Layout layout, const std::optional<presentation::NewVault>& place,
                     QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_layout(layout)
    , m_place(place)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::tileGap);
    column->addWidget(makeProject());
    column->addWidget(makeVault());
    auto& session = m_context.session;
    for (const presentation::ListStoreBase* store :
         std::initializer_list<const presentation::ListStoreBase*>{&session.subscriptions(), &session.locations()}) {
        const auto fill = [this] {
            fillSubscriptions();
            fillLocations();
            followStores();
        };
        connect(store, &presentation::ListStoreBase::countChanged, this, fill);
        connect(store, &presentation::ListStoreBase::stateChanged, this, fill);
    }
    const auto& machines = session.virtualMachines();
    connect(&machines, &presentation::ListStoreBase::countChanged, this, &VaultForm::fillLocations);
    connect(&machines, &presentation::ListStoreBase::loadEnded, this, &VaultForm::fillLocations);
    m_subscriptionsUnread->follow(&session.subscriptions());
    followStores();
    retranslate();
    if (m_place) {
        take(*m_place);
    }
}

QWidget* VaultForm::makeProject()
{
    m_project = new Card;
    m_project->setPadding(Space::xl);
    m_project->body()->setSpacing(Space::lg);
    m_subscription = new ComboBox;
    m_subscription->setObjectName(QStringLiteral("createVault.subscription"));
    m_subscriptionField = new Field({}, m_subscription, m_layout);
    m_subscriptionField->setRequired(true);
    m_onlySubscription = new Label(LabelKind::Body);
    m_onlySubscription->setMinimumHeight(Size::control);
    m_onlySubscriptionField = new Field({}, m_onlySubscription, m_layout);
    m_group = new ResourceGroupChooser(m_context, QStringLiteral("createVault"));
    m_groupField = new Field({}, m_group, m_layout);
    m_groupField->setRequired(true);
    m_useExisting = new LinkButton;
    m_useExisting->setObjectName(QStringLiteral("createVault.useExisting"));
    m_useExisting->hide();
    m_groupField->addBelow(m_useExisting);
    m_project->add(m_subscriptionField);
    m_project->add(m_onlySubscriptionField);
    m_subscriptionsUnread =
        makeNotice(m_context, QStringLiteral("createVault.subscriptionsUnread"), m_subscriptionField);
    m_project->add(m_subscriptionsUnread);
    m_project->add(m_groupField);
    m_groupsUnread = makeNotice(m_context, QStringLiteral("createVault.groupsUnread"), m_groupField);
    m_project->add(m_groupsUnread);

    connect(m_subscription, &QComboBox::currentIndexChanged, this, [this] {
        m_subscriptionField->setError({});
        m_group->setSubscription(subscription());
        entered();
    });
    connect(m_group, &ResourceGroupChooser::changed, this, [this] {
        updateGroupError();
        entered();
    });
    connect(m_group, &ResourceGroupChooser::left, this, [this] {
        m_groupLeft = m_groupLeft || m_group->isNew(); // a list may be looked at without choosing
        updateGroupError();
    });
    connect(m_groupField, &Field::errorChanged, m_group, &ResourceGroupChooser::setError);
    connect(m_useExisting, &QAbstractButton::clicked, this, [this] { m_group->choose(m_group->name(), false); });
    return m_project;
}

QWidget* VaultForm::makeVault()
{
    m_vaultCard = new Card;
    m_vaultCard->setPadding(Space::xl);
    m_vaultCard->body()->setSpacing(Space::lg);
    m_name = new VaultNameField(m_context, QStringLiteral("createVault"), m_layout);
    m_location = new ComboBox;
    m_location->setObjectName(QStringLiteral("createVault.location"));
    m_locationField = new Field({}, m_location, m_layout);
    m_locationField->setRequired(true);
    m_unprotected = new StatusText;
    m_unprotected->setObjectName(QStringLiteral("createVault.unprotected"));
    m_unprotected->setTextStyle(TextStyle::Caption);
    m_unprotected->setTone(StatusTone::Plain);
    m_locationField->addBelow(m_unprotected);
    m_suggestedLocation = new LinkButton;
    m_suggestedLocation->setObjectName(QStringLiteral("createVault.suggestedLocation"));
    m_locationField->addBelow(m_suggestedLocation);
    m_second = new SecondLocationField(m_context, QStringLiteral("createVault"), m_layout);
    m_tags = new TagsEditor;
    m_tagsField = new Field({}, m_tags, m_layout);
    m_vaultCard->add(m_name);
    m_vaultCard->add(m_locationField);
    m_locationsUnread = makeNotice(m_context, QStringLiteral("createVault.locationsUnread"), m_locationField);
    m_vaultCard->add(m_locationsUnread);
    m_vaultCard->add(m_second);
    m_vaultCard->add(m_tagsField);
    m_second->setVisible(m_context.session.capabilities().secondLocation); // not before: it would be a window

    connect(m_name, &VaultNameField::changed, this, &VaultForm::entered);
    connect(m_location, &QComboBox::currentIndexChanged, this, [this] {
        m_locationWanted = location();
        if (!location().isEmpty()) {
            m_locationField->setError({});
        }
        updateLocationHint();
        entered();
    });
    connect(m_second, &SecondLocationField::changed, this, &VaultForm::entered);
    connect(m_suggestedLocation, &QAbstractButton::clicked, this, [this] {
        m_location->setCurrentIndex(m_location->findData(m_suggestedLocation->property("region")));
        m_location->setFocus(Qt::OtherFocusReason);
    });
    return m_vaultCard;
}

QString VaultForm::subscription() const
{
    return m_subscription->currentData().toString();
}

QString VaultForm::location() const
{
    return m_location->currentIndex() < 0 ? QString() : m_location->currentData().toString();
}

void VaultForm::fillSubscriptions()
{
    const auto& known = m_context.session.subscriptions();
    const auto before = subscription();
    {
        const QSignalBlocker quiet(m_subscription);
        m_subscription->clear();
        int first = -1; // that can be used
        for (int row = 0; row < known.count(); ++row) {
            const auto& one = known.at(row).value;
            if (m_place && one.subscriptionId.compare(m_place->subscriptionId, Qt::CaseInsensitive) != 0) {
                continue;
            }
            m_subscription->addChoice(one.displayName, one.subscriptionId);
            if (!canBeUsed(one)) {
                m_subscription->setChoiceReason(m_subscription->count() - 1,
                                                wordsOf("ValSubscriptionDisabled", m_context.language.locale()));
            } else if (first < 0) {
                first = m_subscription->count() - 1;
            }
        }
        const int index = m_subscription->findData(before);
        m_subscription->setCurrentIndex(index >= 0       ? index
                                            : first >= 0 ? first
                                                         : std::min(0, m_subscription->count() - 1));
        m_subscription->setPlaceholderText(known.hasLoaded()   ? tr("Choose a subscription")
                                               : known.error() ? tr("The subscriptions could not be read")
                                                               : tr("Loading…"));
    }
    m_onlySubscription->setText(m_subscription->currentText());
    if (m_subscriptionField->hasError()) {
        m_subscriptionField->setError(subscriptionError());
    }
    showSubscription();
    m_group->setSubscription(subscription());
    entered();
}

//! One alone is a text, unless something is wrong with it: that needs a field to stand beside.
void VaultForm::showSubscription()
{
    const bool asText = m_subscription->count() == 1 && !m_subscriptionField->hasError();
    m_subscriptionField->setVisible(!asText);
    m_onlySubscriptionField->setVisible(asText);
}

QString VaultForm::subscriptionError() const
{
    const auto& locale = m_context.language.locale();
    const auto& subscriptions = m_context.session.subscriptions();
    if (subscription().isEmpty()) {
        return subscriptions.hasLoaded() ? wordsOf("ValSubscriptionRequired", locale)
            : subscriptions.error()      ? tr("The subscriptions could not be read.")
                                         : tr("The subscriptions are being read.");
    }
    for (int row = 0; row < subscriptions.count(); ++row) { // V7
        const auto& one = subscriptions.at(row).value;
        if (one.subscriptionId.compare(subscription(), Qt::CaseInsensitive) == 0 && !canBeUsed(one)) {
            return wordsOf("ValSubscriptionDisabled", locale);
        }
    }
    const auto& vaults = m_context.session.vaults();
    int there = 0;
    for (int row = 0; row < vaults.count(); ++row) {
        there += vaults.at(row).id.subscriptionId().compare(subscription(), Qt::CaseInsensitive) == 0 ? 1 : 0;
    }
    return there >= contract::Limits::vaultsPerSubscription ? wordsOf("VaultLimitReached", locale) : QString();
}

void VaultForm::fillLocations()
{
    const auto& store = m_context.session.locations();
    const auto& machines = m_context.session.virtualMachines();
    QList<std::pair<QString, QString>> regions; // words, id
    for (int row = 0; row < store.count(); ++row) {
        const auto id = contract::normalizedRegion(store.at(row).name);
        const std::pair region(StatusWords::region(id), id);
        const bool canBe = !m_place || id == contract::normalizedRegion(m_place->location);
        if (canBe && !regions.contains(region)) {
            regions.append(region);
        }
    }
    std::sort(regions.begin(), regions.end(), [this](const auto& a, const auto& b) {
        return QCollator(m_context.language.locale()).compare(a.first, b.first) < 0;
    });
    const auto counted = machines.unprotectedByRegion();
    QString most;
    int mostMachines = 0;
    {
        const QSignalBlocker quiet(m_location);
        m_location->clear();
        for (const auto& [words, id] : std::as_const(regions)) {
            const int unprotected = counted.value(id);
            m_location->addChoice(words, id, id);
            if (unprotected > mostMachines) {
                mostMachines = unprotected;
                most = id;
            }
        }
        m_location->setCurrentIndex(m_location->findData(contract::normalizedRegion(m_locationWanted)));
        m_location->setPlaceholderText(store.hasLoaded()   ? tr("Choose a location")
                                           : store.error() ? tr("The locations could not be read")
                                                           : tr("Loading…"));
    }
    m_suggestedLocation->setProperty("region", most);
    if (!most.isEmpty()) {
        m_suggestedLocation->setText(tr("Suggestion: %1, with %n unprotected virtual machine(s)", nullptr, mostMachines)
                                         .arg(StatusWords::region(most)));
    }
    if (m_locationField->hasError()) {
        m_locationField->setError(locationError());
    }
    updateLocationHint();
    entered();
}

QString VaultForm::locationError() const
{
    const auto& locations = m_context.session.locations();
    return !location().isEmpty() ? QString()
        : locations.hasLoaded()  ? wordsOf("ValLocationRequired", m_context.language.locale())
        : locations.error()      ? tr("The locations could not be read.")
                                 : tr("The locations are being read.");
}

//! One cause is said once: that of the subscriptions, unless only the others are missing.
void VaultForm::followStores()
{
    auto& session = m_context.session;
    const auto& subscriptions = session.subscriptions();
    const auto own = [&subscriptions](presentation::ListStoreBase& store) {
        const bool isOwn = !subscriptions.error() || (subscriptions.hasLoaded() && !store.hasLoaded());
        return isOwn ? &store : nullptr;
    };
    m_groupsUnread->follow(own(session.resourceGroups()));
    m_locationsUnread->follow(own(session.locations()));
}

void VaultForm::updateLocationHint()
{
    const bool chosen = !location().isEmpty();
    const auto suggested = m_suggestedLocation->property("region").toString();
    m_suggestedLocation->setVisible(!chosen && !suggested.isEmpty());
    const auto& machines = m_context.session.virtualMachines();
    m_unprotected->setVisible(chosen && machines.hasLoaded() && m_context.session.items().hasLoaded());
    const int count = machines.countUnprotectedIn(location());
    m_unprotected->setStatus(count > 0 ? StatusKind::NotProtected : StatusKind::Info,
                             tr("%n unprotected virtual machine(s) in the region", nullptr, count));
}

void VaultForm::updateGroupError()
{
    const auto problem = m_group->problem();
    const bool taken = problem && problem->code == QLatin1String("ValResourceGroupTaken");
    // What is merely not finished is said when one has left the field; what is already wrong goes when it is mended.
    const bool unfinished = problem && problem->code == QLatin1String("ValResourceGroupRequired");
    const bool say = problem && (m_groupLeft || m_groupField->hasError() || !unfinished);
    const auto& groups = m_context.session.resourceGroups();
    m_groupField->setError(!say ? QString()
                               : m_group->isNew() || groups.hasLoaded()
                               ? ErrorText::of(*problem, m_context.language.locale()).message()
                               : groups.error() ? tr("The resource groups could not be read.")
                                                : tr("The resource groups are being read."));
    m_useExisting->setVisible(taken && say);
    m_groupField->setHint(m_group->isNew() ? tr("The group is created in the same region as the vault.") : QString());
}

presentation::NewVault VaultForm::vault() const
{
    presentation::NewVault vault;
    vault.name = m_name->name();
    vault.subscriptionId = subscription();
    vault.resourceGroup = m_group->name();
    vault.newResourceGroup = m_group->isNew();
    vault.location = location();
    vault.tags = m_tags->tags();
    vault.secondFolder = m_context.session.capabilities().secondLocation ? m_second->folder() : QString();
    return vault;
}

ArmId VaultForm::group() const
{
    const auto name = m_group->name();
    return name.isEmpty() ? ArmId() : ArmId::resourceGroup(subscription(), name);
}

void VaultForm::take(const presentation::NewVault& vault)
{
    m_subscription->setCurrentIndex(m_subscription->findData(vault.subscriptionId));
    // The group may have been made before the rest failed.
    const bool there = m_context.session.resourceGroups().has(vault.subscriptionId, vault.resourceGroup);
    m_group->choose(vault.resourceGroup, vault.newResourceGroup && !there);
    m_locationWanted = vault.location;
    fillLocations();
    m_tags->setTags(vault.tags);
    m_second->setFolder(vault.secondFolder);
    m_name->setName(vault.name);
}

//! The name alone may be wrong as it stands: the rest is chosen.
AzLine VaultForm::az() const
{
    const auto asked = vault();
    return m_name->hasError() ? AzLine::missing(tr("Correct the name first."))
                              : AzLine::orMissing(presentation::az::createVault(asked.id(), asked.location,
                                                                                asked.newResourceGroup, asked.tags),
                                                  tr("Enter name, resource group and location first."));
}

bool VaultForm::validate()
{
    m_subscriptionField->setError(subscriptionError());
    showSubscription();
    m_groupLeft = true;
    updateGroupError();
    const bool name = m_name->validate();
    m_locationField->setError(locationError());
    m_second->validate();
    const bool tags = m_tags->finish();
    Q_EMIT changed();
    return name && tags && firstWrong() == nullptr;
}

QList<Field*> VaultForm::fields() const
{
    return {m_subscriptionField, m_groupField, m_name, m_locationField, m_second};
}

QString VaultForm::subscriptionName() const
{
    return m_subscription->currentText();
}

bool VaultForm::isTouched() const
{
    const bool group = m_group->isNew() && !m_group->name().isEmpty();
    return !m_name->name().isEmpty() || group || !m_tags->tags().isEmpty() || m_tags->isPending()
        || !m_second->folder().isEmpty();
}

void VaultForm::focusFirst()
{
    auto* wrong = firstWrong();
    (wrong != nullptr ? wrong : m_name)->focusControl();
}

Field* VaultForm::firstWrong() const
{
    const auto all = fields();
    const auto wrong = std::find_if(all.cbegin(), all.cend(), [](const Field* each) { return each->hasError(); });
    return wrong == all.cend() ? nullptr : *wrong;
}

void VaultForm::entered()
{
    auto place = vault();
    place.name.clear();
    m_name->setPlace(place);
    Q_EMIT changed();
}

FormSending::Errand VaultForm::errand(std::function<void()> again) const
{
    return {[this] { return tr("Creating the vault %1…").arg(m_name->name()); },
            [this] { return tr("The vault %1 could not be created.").arg(m_name->name()); }, std::move(again)};
}

void VaultForm::send(FormSending& sending, std::function<void()> again, std::function<void(const ArmId&)> made)
{
    if (sending.isSending()) {
        return;
    }
    if (!validate()) {
        if (auto* wrong = firstWrong()) {
            wrong->focusControl();
        } else {
            m_tags->focusFirst();
        }
        return;
    }
    const auto asked = vault();
    sending.send(errand(std::move(again)), m_context.session.vaults().create(asked),
                 [id = asked.id(), made = std::move(made)](const contract::Vault&) { made(id); });
}

bool VaultForm::showRefusal(const Error& error)
{
    if (error.code == "ValResourceGroupTaken") {
        m_groupField->setError(ErrorText::of(error, m_context.language.locale()).message());
        m_useExisting->show();
        m_groupField->focusControl();
        return true;
    }
    if (error.code == "ValVaultNameTaken" || error.code == "ValVaultNameReserved") {
        m_name->refuse(QString::fromStdString(error.code));
        m_name->focusControl();
        return true;
    }
    return m_second->showRefusal(error);
}

void VaultForm::showKey(const Context& context, const ArmId& vault, QWidget* window)
{
    if (context.session.capabilities().recoveryKeys) {
        context.navigator.openBlade(new RecoveryKeyBlade(context, vault, true, window));
    }
}

void VaultForm::retranslate()
{
    m_project->setTitle(tr("Project information"));
    m_subscriptionField->setLabel(tr("&Subscription"));
    m_onlySubscriptionField->setLabel(tr("Subscription"));
    m_groupField->setLabel(tr("&Resource group"));
    m_group->retranslate();
    m_useExisting->setText(tr("Use the existing one"));
    m_vaultCard->setTitle(tr("Vault information"));
    m_name->setLabel(tr("&Name"));
    m_name->retranslate();
    m_locationField->setLabel(tr("&Location"));
    m_locationField->setHint(tr("The vault must be in the same region as the virtual machines it is to protect."));
    m_second->setLabel(tr("Secon&d location"));
    m_second->setHint(
        m_context.session.capabilities().remote
            ? tr("A folder on %1 that all copies are copied to as well: another disk or a mounted share. It can also "
                 "be "
                 "chosen later.")
                  .arg(m_context.session.capabilities().hostName)
            : tr("A folder that all copies are copied to as well: on another disk or a mounted share. It can also be "
                 "chosen later."));
    m_second->retranslate();
    m_tagsField->setLabel(tr("Tags"));
    m_subscriptionsUnread->setTitle(tr("The subscriptions could not be read."));
    m_groupsUnread->setTitle(tr("The resource groups could not be read."));
    m_locationsUnread->setTitle(tr("The locations could not be read."));
    fillSubscriptions(); // with what is wrong, if something is
    fillLocations();
    updateGroupError();
}

void VaultForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

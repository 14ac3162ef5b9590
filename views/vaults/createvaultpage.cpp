// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/createvaultpage.h"

#include "contract/resources.h"
#include "contract/rules.h"
#include "controls/button.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/formfooter.h"
#include "controls/formsummary.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "core/whendone.h"
#include "frame/scrollpage.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "theme/breakpoints.h"
#include "vaults/recoverykeyblade.h"
#include "vaults/resourcegroupchooser.h"
#include "vaults/secondlocationfield.h"
#include "vaults/tagseditor.h"
#include "vaults/vaultnamefield.h"

#include <QBoxLayout>
#include <QCollator>
#include <QEvent>
#include <QShortcut>

#include <algorithm>

namespace valv::views {

using contract::Vault;
using presentation::ErrorText;
using presentation::StatusWords;

namespace {

constexpr std::chrono::seconds leaveAfter(2); // what takes longer is followed in the list

QString wordsOf(const char* code, const QLocale& locale)
{
    return ErrorText::of(QLatin1String(code), {}, locale).message();
}

} // namespace

CreateVaultPage::CreateVaultPage(const Context& context, const Route& route, QWidget* parent)
    : Page(parent)
    , m_context(context)
    , m_route(route)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    const auto body = makeScrolledBody(this);
    outer->addWidget(body.area, 1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(Space::lg + Space::xs);
    body.layout->addLayout(m_columns);
    body.layout->addStretch(1);

    m_left = new QWidget;
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(Size::tileGap);
    m_failure = new MessageBar(MessageKind::Error);
    m_failure->setObjectName(QStringLiteral("createVault.failure"));
    m_failure->hide();
    left->addWidget(m_failure);
    m_summary = new FormSummary(this);
    left->addWidget(m_summary);
    left->addWidget(makeProject());
    left->addWidget(makeVault());
    m_right = makeSide();
    m_columns->addWidget(m_left, 7);
    m_columns->addWidget(m_right, 4);

    m_footer = new FormFooter;
    auto* create = m_footer->setPrimary({});
    create->setObjectName(QStringLiteral("createVault.submit"));
    m_cancel = m_footer->addButton({});
    m_cancel->setObjectName(QStringLiteral("createVault.cancel"));
    outer->addWidget(m_footer);
    connect(create, &QAbstractButton::clicked, this, &CreateVaultPage::submit);
    connect(m_failure, &MessageBar::actionTriggered, this, &CreateVaultPage::submit);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] { m_context.navigator.open(vaultsRoute()); });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(Qt::CTRL | key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, create, [create] { create->click(); });
    }
    for (auto* field : {m_subscriptionField, m_groupField, static_cast<Field*>(m_name), m_locationField,
                        static_cast<Field*>(m_second)}) {
        m_summary->addField(field);
    }
    connect(m_summary, &FormSummary::errorsChanged, this, &CreateVaultPage::updateFooter);

    m_leave.setSingleShot(true);
    m_leave.setInterval(leaveAfter);
    connect(&m_leave, &QTimer::timeout, this, [this] {
        if (m_context.navigator.current() == m_route) {
            m_context.navigator.open(vaultsRoute());
        }
    });
    auto& session = m_context.session;
    for (const presentation::ListStoreBase* store :
         std::initializer_list<const presentation::ListStoreBase*>{&session.subscriptions(), &session.locations()}) {
        const auto fill = [this] {
            fillSubscriptions();
            fillLocations();
        };
        connect(store, &presentation::ListStoreBase::countChanged, this, fill);
        connect(store, &presentation::ListStoreBase::stateChanged, this, fill);
    }
    const auto& machines = session.virtualMachines();
    connect(&machines, &presentation::ListStoreBase::countChanged, this, &CreateVaultPage::fillLocations);
    connect(&machines, &presentation::ListStoreBase::loadEnded, this, &CreateVaultPage::fillLocations);
    retranslate();
    if (const auto id = ArmId::parse(route.subject)) {
        if (const auto* refused = session.vaults().refused(*id)) {
            take(refused->vault);
            m_error = refused->error;
            showFailure();
        }
    }
}

QWidget* CreateVaultPage::makeProject()
{
    m_project = new Card;
    m_project->setPadding(Space::xl);
    m_project->body()->setSpacing(Space::lg);
    m_subscription = new ComboBox;
    m_subscription->setObjectName(QStringLiteral("createVault.subscription"));
    m_subscriptionField = new Field({}, m_subscription, Field::Layout::Beside);
    m_subscriptionField->setRequired(true);
    m_onlySubscription = new Label(LabelKind::Body);
    m_onlySubscription->setMinimumHeight(Size::control);
    m_onlySubscriptionField = new Field({}, m_onlySubscription, Field::Layout::Beside);
    m_group = new ResourceGroupChooser(m_context, QStringLiteral("createVault"));
    m_groupField = new Field({}, m_group, Field::Layout::Beside);
    m_groupField->setRequired(true);
    m_useExisting = new LinkButton;
    m_useExisting->setObjectName(QStringLiteral("createVault.useExisting"));
    m_useExisting->hide();
    m_groupField->addBelow(m_useExisting);
    m_project->add(m_subscriptionField);
    m_project->add(m_onlySubscriptionField);
    m_project->add(m_groupField);

    connect(m_subscription, &QComboBox::currentIndexChanged, this, [this] {
        m_subscriptionField->setError({});
        m_group->setSubscription(subscription());
        updateSides();
    });
    connect(m_group, &ResourceGroupChooser::changed, this, [this] {
        updateGroupError();
        updateSides();
    });
    connect(m_group, &ResourceGroupChooser::left, this, [this] {
        m_groupLeft = m_groupLeft || m_group->isNew(); // a list may be looked at without choosing
        updateGroupError();
    });
    connect(m_groupField, &Field::errorChanged, m_group, &ResourceGroupChooser::setError);
    connect(m_useExisting, &QAbstractButton::clicked, this, [this] { m_group->choose(m_group->name(), false); });
    return m_project;
}

QWidget* CreateVaultPage::makeVault()
{
    m_vaultCard = new Card;
    m_vaultCard->setPadding(Space::xl);
    m_vaultCard->body()->setSpacing(Space::lg);
    m_name = new VaultNameField(m_context, QStringLiteral("createVault"), Field::Layout::Beside);
    m_location = new ComboBox;
    m_location->setObjectName(QStringLiteral("createVault.location"));
    m_locationField = new Field({}, m_location, Field::Layout::Beside);
    m_locationField->setRequired(true);
    m_unprotected = new StatusText;
    m_unprotected->setObjectName(QStringLiteral("createVault.unprotected"));
    m_unprotected->setTextStyle(TextStyle::Caption);
    m_unprotected->setTone(StatusTone::Plain);
    m_locationField->addBelow(m_unprotected);
    m_suggestedLocation = new LinkButton;
    m_suggestedLocation->setObjectName(QStringLiteral("createVault.suggestedLocation"));
    m_locationField->addBelow(m_suggestedLocation);
    m_second = new SecondLocationField(m_context, QStringLiteral("createVault"), Field::Layout::Beside);
    m_second->setVisible(m_context.session.capabilities().secondLocation);
    m_tags = new TagsEditor;
    m_tagsField = new Field({}, m_tags, Field::Layout::Beside);
    m_vaultCard->add(m_name);
    m_vaultCard->add(m_locationField);
    m_vaultCard->add(m_second);
    m_vaultCard->add(m_tagsField);

    connect(m_name, &VaultNameField::changed, this, &CreateVaultPage::updateSides);
    connect(m_location, &QComboBox::currentIndexChanged, this, [this] {
        m_locationWanted = location();
        if (!location().isEmpty()) {
            m_locationField->setError({});
        }
        updateLocationHint();
        updateSides();
    });
    connect(m_second, &SecondLocationField::changed, this, &CreateVaultPage::updateSides);
    connect(m_suggestedLocation, &QAbstractButton::clicked, this, [this] {
        m_location->setCurrentIndex(m_location->findData(m_suggestedLocation->property("region")));
        m_location->setFocus(Qt::OtherFocusReason);
    });
    return m_vaultCard;
}

QWidget* CreateVaultPage::makeSide()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Size::tileGap);
    m_rulesCard = new Card;
    m_rulesCard->body()->setSpacing(Space::sm);
    for (int i = 0; i < 4; ++i) {
        auto* line = new StatusText;
        line->setTone(StatusTone::Plain);
        line->setWordWrap(true);
        m_rulesCard->add(line);
        m_rules.append(line);
    }
    m_reviewCard = new Card;
    m_review = new Essentials;
    m_review->setMaxColumns(1);
    m_review->setMinimumLabelWidth(Size::essentialsLabel - Space::xl);
    m_reviewCard->add(m_review);
    m_note = new MessageBar(MessageKind::Info);
    layout->addWidget(m_rulesCard);
    layout->addWidget(m_reviewCard);
    layout->addWidget(m_note);
    return column;
}

PageHeading CreateVaultPage::heading() const
{
    return {tr("Create Recovery Services vault"),
            tr("A vault keeps all copies and recovery points that are made over time"),
            Icon::Vault,
            {{tr("Recovery Services vaults"), vaultsRoute()}, {tr("Create"), {}}}};
}

void CreateVaultPage::focusFirst()
{
    if (m_summary->hasErrors()) {
        m_summary->focusFirstError();
    } else {
        m_name->control()->setFocus(Qt::OtherFocusReason);
    }
}

QString CreateVaultPage::unsaved() const
{
    const bool touched =
        !m_name->name().isEmpty() || (m_group->isNew() && !m_group->name().isEmpty()) || !m_tags->tags().isEmpty()
        || !m_second->folder().isEmpty();
    return touched && !m_accepted && !m_running ? tr("The vault has not been created. What you have entered is lost.")
                                                : QString();
}

QString CreateVaultPage::subscription() const
{
    return m_subscription->currentData().toString();
}

QString CreateVaultPage::location() const
{
    return m_location->currentIndex() < 0 ? QString() : m_location->currentData().toString();
}

void CreateVaultPage::fillSubscriptions()
{
    const auto& known = m_context.session.subscriptions();
    const auto before = subscription();
    {
        const QSignalBlocker quiet(m_subscription);
        m_subscription->clear();
        for (int row = 0; row < known.count(); ++row) {
            const auto& one = known.at(row).value;
            m_subscription->addChoice(one.displayName, one.subscriptionId);
            if (one.state.compare(QLatin1String("Enabled"), Qt::CaseInsensitive) != 0) {
                m_subscription->setChoiceReason(row, wordsOf("ValSubscriptionDisabled", m_context.language.locale()));
            }
        }
        const int index = m_subscription->findData(before);
        m_subscription->setCurrentIndex(index < 0 ? std::min(0, m_subscription->count() - 1) : index);
        m_subscription->setPlaceholderText(tr("Loading…"));
    }
    m_onlySubscription->setText(m_subscription->currentText());
    showSubscription();
    m_group->setSubscription(subscription());
    updateSides();
}

void CreateVaultPage::fillLocations()
{
    const auto& store = m_context.session.locations();
    const auto& machines = m_context.session.virtualMachines();
    QList<std::pair<QString, QString>> regions; // words, id
    for (int row = 0; row < store.count(); ++row) {
        const auto id = contract::normalizedRegion(store.at(row).name);
        const std::pair region(StatusWords::region(id), id);
        if (!regions.contains(region)) {
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
    updateLocationHint();
    updateSides();
}

void CreateVaultPage::updateLocationHint()
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

void CreateVaultPage::updateGroupError()
{
    const auto problem = m_group->problem();
    const bool taken = problem && problem->code == QLatin1String("ValResourceGroupTaken");
    // What is merely not finished is said when one has left the field; what is already wrong goes when it is mended.
    const bool unfinished = problem && problem->code == QLatin1String("ValResourceGroupRequired");
    const bool say = problem && (m_groupLeft || m_groupField->hasError() || !unfinished);
    m_groupField->setError(say ? ErrorText::of(*problem, m_context.language.locale()).message() : QString());
    m_useExisting->setVisible(taken && say);
    m_groupField->setHint(m_group->isNew() ? tr("The group is created in the same region as the vault.") : QString());
}

presentation::NewVault CreateVaultPage::vault() const
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

void CreateVaultPage::take(const presentation::NewVault& vault)
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

void CreateVaultPage::updateSides()
{
    const auto typed = m_name->name();
    const auto rules = contract::vaultNameRules(typed);
    const auto rule = [&typed](bool kept) {
        return typed.isEmpty() ? StatusKind::Off : kept ? StatusKind::Ok : StatusKind::Failed;
    };
    using Unique = VaultNameField::Unique;
    const auto unique = m_name->unique() == Unique::Taken ? StatusKind::Failed
        : m_name->unique() == Unique::Free                ? StatusKind::Ok
                                                          : StatusKind::Off;
    m_rules[0]->setStatus(rule(rules.length), tr("2–50 characters"));
    m_rules[1]->setStatus(rule(rules.start), tr("Starts with a letter"));
    m_rules[2]->setStatus(rule(rules.characters), tr("Only letters, digits and hyphens"));
    m_rules[3]->setStatus(unique, tr("Unique in the subscription"));

    const auto fact = [](const QString& label, const QString& value, const QString& suffix = {}) {
        Fact made;
        made.label = label;
        made.value = value;
        made.suffix = suffix;
        return made;
    };
    Fact name = fact(tr("Name"), typed);
    if (m_name->hasError() && !typed.isEmpty()) {
        name.value = tr("not valid");
        name.status = StatusKind::Failed;
    }
    QVector<Fact> facts{
        fact(tr("Subscription"), m_subscription->currentText()),
        fact(tr("Resource group"), m_group->name(),
             m_group->isNew() && !m_group->name().isEmpty() ? tr("(new)") : QString()),
        name, fact(tr("Location"), location().isEmpty() ? QString() : StatusWords::region(location())),
        fact(tr("Replication"), StatusWords::of(contract::StorageModel::GeoRedundant), tr("(default)"))};
    if (m_context.session.capabilities().secondLocation) {
        const auto folder = vault().secondFolder;
        auto second = fact(tr("Second location"), folder.isEmpty() ? tr("none yet") : folder);
        second.elide = Qt::ElideMiddle;
        facts.append(second);
    }
    if (m_context.session.capabilities().recoveryKeys) {
        facts.append(fact(tr("Encryption"), tr("AES-256, the vault's own key")));
    }
    m_review->setFacts(facts);
    auto place = vault();
    place.name.clear();
    m_name->setPlace(place);
}

void CreateVaultPage::updateFooter()
{
    const auto wrong = m_summary->fieldsWithError();
    m_footer->primary()->setEnabled(!m_running);
    if (m_running) {
        m_footer->setStatus(StatusKind::Running, tr("Creating the vault %1…").arg(m_name->name()));
    } else if (!wrong.isEmpty()) {
        m_footer->setStatus(StatusKind::Failed, tr("Correct %1 to go on").arg(wrong.constFirst()->label()));
    } else {
        m_footer->setStatus(StatusKind::None, {});
    }
}

//! One alone is a text, unless something is wrong with it: that needs a field to stand beside.
void CreateVaultPage::showSubscription()
{
    const bool asText = m_context.session.subscriptions().count() == 1 && !m_subscriptionField->hasError();
    m_subscriptionField->setVisible(!asText);
    m_onlySubscriptionField->setVisible(asText);
}

QString CreateVaultPage::subscriptionError() const
{
    const auto& locale = m_context.language.locale();
    if (subscription().isEmpty()) {
        return wordsOf("ValSubscriptionRequired", locale);
    }
    const auto& vaults = m_context.session.vaults();
    int there = 0;
    for (int row = 0; row < vaults.count(); ++row) {
        there += vaults.at(row).id.subscriptionId().compare(subscription(), Qt::CaseInsensitive) == 0 ? 1 : 0;
    }
    return there >= contract::Limits::vaultsPerSubscription ? wordsOf("VaultLimitReached", locale) : QString();
}

bool CreateVaultPage::validate()
{
    const auto& locale = m_context.language.locale();
    m_subscriptionField->setError(subscriptionError());
    showSubscription();
    m_groupLeft = true;
    updateGroupError();
    const bool name = m_name->validate();
    m_locationField->setError(location().isEmpty() ? wordsOf("ValLocationRequired", locale) : QString());
    m_second->validate();
    const bool tags = m_tags->finish();
    updateFooter();
    return name && tags && !m_summary->hasErrors();
}

void CreateVaultPage::submit()
{
    if (m_running) {
        return;
    }
    if (!validate()) {
        m_summary->focusFirstError();
        return;
    }
    m_error.reset();
    m_failure->hide();
    m_running = true;
    updateFooter();
    m_leave.start();
    const auto asked = vault();
    whenDone(m_context.session.vaults().create(asked), this,
             [this, id = asked.id()](const Result<Vault>& made) { ended(id, made); });
}

void CreateVaultPage::ended(const ArmId& id, const Result<Vault>& made)
{
    m_leave.stop();
    m_running = false;
    auto& navigator = m_context.navigator;
    const bool here = navigator.current() == m_route;
    if (made) {
        m_accepted = true;
        updateFooter();
        if (here) {
            const auto context = m_context; // this page goes
            auto* window = this->window();
            navigator.replace(vaultRoute(id));
            if (context.session.capabilities().recoveryKeys) { // the first thing to see. Source: wishes W7
                navigator.openBlade(new RecoveryKeyBlade(context, id, true, window));
            }
        }
        return;
    }
    m_error = made.error();
    updateFooter();
    showFailure();
    if (navigator.current() == vaultsRoute()) { // it is what the person waits for there
        navigator.open(createVaultRoute(id));
    }
}

void CreateVaultPage::showFailure()
{
    if (m_second->showRefusal(*m_error)) { // it stands beside its field
        m_failure->hide();
        return;
    }
    const auto text = ErrorText::of(*m_error, m_context.language.locale());
    m_failure->setMessage(MessageKind::Error, tr("The vault %1 could not be created").arg(m_name->name()),
                          text.sentence());
    m_failure->setDetail(text.code());
    m_failure->setAction(tr("Try again"));
    m_failure->show();
}

void CreateVaultPage::retranslate()
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
            ? tr("A folder on %1 that all copies are copied to as well: another disk or a mounted share. It can also be "
                 "chosen later.")
                  .arg(m_context.session.capabilities().hostName)
            : tr("A folder that all copies are copied to as well: on another disk or a mounted share. It can also be "
                 "chosen later."));
    m_second->retranslate();
    m_tagsField->setLabel(tr("Tags"));
    m_rulesCard->setTitle(tr("Rules for the name"));
    m_reviewCard->setTitle(tr("Summary"));
    m_note->setMessage(MessageKind::Info, {},
                       tr("Replication can be changed under Backup infrastructure until the first item is protected."));
    m_footer->setPrimary(tr("Create"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->updateGeometry();
    fillSubscriptions();
    fillLocations();
    const auto again = [this](Field* field, const char* code) {
        if (field->hasError()) {
            field->setError(wordsOf(code, m_context.language.locale()));
        }
    };
    again(m_locationField, "ValLocationRequired");
    if (m_subscriptionField->hasError()) {
        m_subscriptionField->setError(subscriptionError());
    }
    updateGroupError();
    if (m_error) {
        showFailure();
    }
    updateFooter();
}

void CreateVaultPage::arrange()
{
    const bool narrow = width() < Breakpoint::formOneColumnBelow;
    m_columns->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (auto* column : {m_left, m_right}) {
        m_columns->setAlignment(column, narrow ? Qt::Alignment() : Qt::AlignTop);
    }
}

void CreateVaultPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void CreateVaultPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views

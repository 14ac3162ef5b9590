// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultchooser.h"

#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "frame/storenotice.h"
#include "presentation/app/language.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "vaults/createvaultblade.h"
#include "vaults/vaultnamefield.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;
using presentation::StatusWords;

VaultChooser::VaultChooser(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::md);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(Space::xl);
    m_useExisting = new QRadioButton;
    m_useExisting->setObjectName(QStringLiteral("enable.existingVault"));
    m_createNew = new QRadioButton;
    m_createNew->setObjectName(QStringLiteral("enable.newVault"));
    choice->addWidget(m_useExisting);
    choice->addWidget(m_createNew);
    choice->addStretch(1);
    m_otherValues = new LinkButton;
    m_otherValues->setLinkIcon(Icon::Add);
    m_otherValues->setObjectName(QStringLiteral("enable.otherVault"));
    choice->addWidget(m_otherValues);
    layout->addLayout(choice);

    m_combo = new ComboBox;
    m_combo->setObjectName(QStringLiteral("enable.vault"));
    m_existingField = new Field({}, m_combo);
    m_existingField->setRequired(true);
    auto* existing = new QVBoxLayout; // what is said about the field stands close to it
    existing->setSpacing(0);
    existing->addWidget(m_existingField);
    layout->addLayout(existing);
    m_notice = new StoreNotice(m_context);
    m_notice->setObjectName(QStringLiteral("enable.vaultsUnread"));
    layout->addWidget(m_notice);
    m_hintRow = new QWidget;
    auto* hint = new QHBoxLayout(m_hintRow);
    hint->setContentsMargins(0, 0, 0, 0);
    hint->setSpacing(Space::xs);
    m_hint = new Label(LabelKind::Caption);
    m_why = new LinkButton;
    m_why->setFixedHeight(Space::xl);
    m_why->setTextStyle(TextStyle::Caption);
    m_why->setObjectName(QStringLiteral("enable.whyVault"));
    hint->addWidget(m_hint);
    hint->addWidget(m_why);
    hint->addStretch(1);
    existing->addWidget(m_hintRow);
    m_reasons = new Label(LabelKind::Caption);
    m_reasons->setWordWrap(true);
    m_reasons->hide();
    existing->addWidget(m_reasons);

    m_nameField = new VaultNameField(m_context, QStringLiteral("enable"));
    layout->addWidget(m_nameField);
    m_place = new Essentials;
    m_place->setMaxColumns(1);
    layout->addWidget(m_place);
    connect(m_otherValues, &QAbstractButton::clicked, this, &VaultChooser::createWithOtherValues);

    connect(m_useExisting, &QAbstractButton::clicked, this, [this] {
        m_personChose = true;
        showMode();
    });
    connect(m_createNew, &QAbstractButton::clicked, this, [this] {
        m_personChose = true;
        if (m_nameField->name().isEmpty()) {
            m_nameField->setName(m_context.session.vaults().suggestedName(m_machine.id.subscriptionId()), true);
        }
        showMode();
        m_nameField->control()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_combo, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_chosen = index < 0 ? ArmId() : ArmId::parse(m_combo->itemData(index).toString()).value_or(ArmId());
        if (!m_chosen.isEmpty()) {
            m_lost = {};
            m_existingField->setError({});
        }
        Q_EMIT changed();
    });
    connect(m_why, &QAbstractButton::clicked, this, [this] { m_reasons->setVisible(!m_reasons->isVisible()); });
    connect(m_nameField, &VaultNameField::changed, this, &VaultChooser::changed);
    auto& vaults = m_context.session.vaults();
    connect(&vaults, &presentation::ListStoreBase::countChanged, this, &VaultChooser::fill);
    connect(&vaults, &presentation::ListStoreBase::stateChanged, this, &VaultChooser::fill);
    m_notice->follow(&vaults);
    connect(m_notice, &StoreNotice::retried, m_existingField, [this] {
        if (!isNew()) {
            m_existingField->focusControl();
        }
    });
    retranslate();
}

void VaultChooser::setMachine(const contract::VirtualMachine& machine)
{
    const bool another = m_machine.id.text() != machine.id.text() || m_machine.location != machine.location;
    m_machine = machine;
    if (another) {
        m_chosen = {};
        m_lost = {};
        m_nameField->setPlace(place());
        retranslate();
    }
}

bool VaultChooser::isNew() const
{
    return m_createNew->isChecked();
}

ArmId VaultChooser::existing() const
{
    return isNew() ? ArmId() : m_chosen;
}

void VaultChooser::chooseExisting(const ArmId& vault)
{
    m_chosen = vault;
    m_lost = {};
    m_useExisting->setChecked(true);
    m_personChose = true;
    fill();
}

void VaultChooser::refuseName(const QString& code)
{
    m_nameField->refuse(code);
}

QList<Field*> VaultChooser::fields() const
{
    return {m_existingField, m_nameField};
}

//! Where a new vault would be.
presentation::NewVault VaultChooser::place() const
{
    presentation::NewVault vault;
    vault.subscriptionId = m_machine.id.subscriptionId();
    vault.resourceGroup = m_machine.id.resourceGroup();
    vault.location = m_machine.location;
    return vault;
}

std::optional<presentation::NewVault> VaultChooser::newVault() const
{
    if (!isNew()) {
        return std::nullopt;
    }
    auto vault = place();
    vault.name = m_nameField->name();
    return vault;
}

void VaultChooser::fill()
{
    const auto& store = m_context.session.vaults();
    const auto usable = store.usableFor(m_machine.id.subscriptionId(), m_machine.location);
    {
        const QSignalBlocker quiet(m_combo);
        m_combo->clear();
        for (const auto& vault : usable) {
            m_combo->addChoice(vault.name, vault.id.text(),
                               vault.id.resourceGroup() + QStringLiteral(", ") + StatusWords::region(vault.location));
        }
        const auto wanted = m_lost.isEmpty() ? m_chosen : m_lost;
        int index = -1;
        for (int i = 0; i < usable.size(); ++i) {
            if (usable[i].id == wanted) {
                index = i;
            }
        }
        if (index >= 0 && !m_lost.isEmpty()) {
            m_lost = {};
            m_existingField->setError({});
        } else if (index < 0 && store.hasLoaded()) {
            m_lost = wanted;
        }
        m_combo->setCurrentIndex(index < 0 && !usable.isEmpty() && m_lost.isEmpty() ? 0 : index);
        m_chosen = m_combo->currentIndex() < 0 ? ArmId() : usable[m_combo->currentIndex()].id;
    }
    m_combo->setPlaceholderText(store.hasLoaded()    ? tr("Choose a vault")
                                    : isUnreadable() ? tr("The vaults could not be read")
                                                     : tr("Loading…"));

    QStringList reasons;
    for (int row = 0; row < store.count(); ++row) {
        const auto availability = presentation::canProtectIn(store.at(row), m_machine);
        if (!availability) {
            reasons.append(store.at(row).name + QStringLiteral(" – ") + availability.reason());
        }
    }
    m_reasons->setText(reasons.join(QLatin1Char('\n')));
    m_why->setVisible(!reasons.isEmpty());
    const auto region = StatusWords::region(m_machine.location);
    m_hint->setText(usable.isEmpty() ? tr("There is no vault in the machine's region (%1). Create one.").arg(region)
                                     : tr("%1 of %n vault(s) shown: only those in the machine's region (%2).", nullptr,
                                          store.count())
                                           .arg(QString::number(usable.size()), region));
    const bool none = usable.isEmpty() && store.hasLoaded();
    m_useExisting->setEnabled(!none);
    m_useExisting->setToolTip(none ? m_hint->text() : QString());
    m_useExisting->setAccessibleDescription(m_useExisting->toolTip());
    if (!m_personChose || none) {
        m_useExisting->setChecked(!none);
        m_createNew->setChecked(none);
        if (none && m_nameField->name().isEmpty() && !m_machine.id.isEmpty()) {
            m_nameField->setName(store.suggestedName(m_machine.id.subscriptionId()));
        }
    }
    showMode();
}

void VaultChooser::showMode()
{
    const bool create = isNew();
    m_existingField->setVisible(!create);
    if (create) {
        m_existingField->setError({}); // nobody asks for it
    } else if (!m_lost.isEmpty()) {
        m_existingField->setError(lostReason());
    }
    // What is not read yet is not said to be missing.
    m_hintRow->setVisible((!create && (m_combo->count() > 0 || m_context.session.vaults().hasLoaded()))
                          || !m_useExisting->isEnabled());
    if (create) {
        m_reasons->hide();
    }
    m_nameField->setVisible(create);
    m_place->setVisible(create);
    Q_EMIT changed();
}

//! Group, second location and tags as well; the machine's subscription and region can't be others.
void VaultChooser::createWithOtherValues()
{
    auto entered = m_entered.value_or(place());
    if (isNew()) {
        entered.name = m_nameField->name();
    }
    auto* blade = new CreateVaultBlade(m_context, place(), entered, window());
    connect(blade, &CreateVaultBlade::made, this, [this](const ArmId& vault) {
        m_entered.reset();
        chooseExisting(vault);
    });
    connect(blade, &Blade::closed, this, [this, blade] {
        if (!(m_chosen == blade->entered().id())) {
            m_entered = blade->entered();
        }
    });
    m_context.navigator.openBlade(blade);
}

//! Not a single one is known, and nobody reads them now.
bool VaultChooser::isUnreadable() const
{
    return m_context.session.vaults().state() == presentation::LoadState::Failed;
}

QString VaultChooser::lostReason() const
{
    const auto* vault = m_context.session.vaults().find(m_lost);
    const auto why = vault != nullptr ? presentation::canProtectIn(*vault, m_machine) : presentation::Availability();
    return vault != nullptr && !why ? why.reason() : tr("The vault %1 is gone. Choose another one.").arg(m_lost.name());
}

bool VaultChooser::validate(int machines)
{
    auto& session = m_context.session;
    const int known = isNew() ? 0 : session.items().countIn(m_chosen);
    const auto limit = presentation::vaultLimit(session.capabilities(), known, machines);
    const auto tooMany = limit ? ErrorText::of(*limit, m_context.language.locale()).message() : QString();
    if (isNew()) {
        const bool good = m_nameField->validate();
        if (good && limit) {
            m_nameField->setError(tooMany);
        }
        return good && !limit;
    }
    m_existingField->setError(!m_chosen.isEmpty()     ? tooMany
                                  : !m_lost.isEmpty() ? lostReason()
                                  : isUnreadable()    ? tr("The vaults could not be read.")
                                  : !session.vaults().hasLoaded()
                                  ? tr("The vaults are being read.")
                                  : ErrorText::of(QStringLiteral("ValVaultRequired"), {}).message());
    return !m_existingField->hasError();
}

void VaultChooser::retranslate()
{
    m_useExisting->setText(tr("Select existing"));
    m_createNew->setText(tr("Create new"));
    m_existingField->setLabel(tr("&Vault"));
    m_why->setText(tr("Why?"));
    m_why->setAccessibleName(tr("Why is a vault missing?"));
    m_otherValues->setText(tr("Create a vault with other values"));
    m_nameField->setLabel(tr("&Vault name"));
    m_nameField->retranslate();
    m_notice->setTitle(tr("The vaults could not be read."));
    Fact group;
    group.label = tr("Resource group");
    group.value = m_machine.id.resourceGroup();
    Fact region;
    region.label = tr("Region");
    region.value = StatusWords::region(m_machine.location);
    m_place->setFacts({group, region});
    fill();
}

void VaultChooser::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

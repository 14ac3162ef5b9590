// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultchooser.h"

#include "contract/rules.h"
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/statustext.h"
#include "core/whendone.h"
#include "presentation/app/language.h"
#include "presentation/stores/availability.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;
using presentation::StatusWords;

namespace {

constexpr auto askAfter = std::chrono::milliseconds(400); // V5

} // namespace

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
    layout->addLayout(choice);

    m_combo = new ComboBox;
    m_combo->setObjectName(QStringLiteral("enable.vault"));
    m_existingField = new Field({}, m_combo);
    m_existingField->setRequired(true);
    auto* existing = new QVBoxLayout; // what is said about the field stands close to it
    existing->setSpacing(Space::xs);
    existing->addWidget(m_existingField);
    layout->addLayout(existing);
    m_hintRow = new QWidget;
    auto* hint = new QHBoxLayout(m_hintRow);
    hint->setContentsMargins(0, 0, 0, 0);
    hint->setSpacing(Space::xs);
    m_hint = new Label(LabelKind::Caption);
    m_hint->setElideMode(Qt::ElideNone);
    m_why = new LinkButton;
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

    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("enable.vaultName"));
    m_nameField = new Field({}, m_name);
    m_nameField->setRequired(true);
    m_nameField->setCounter(50);
    m_suggestion = new LinkButton;
    m_suggestion->setObjectName(QStringLiteral("enable.suggestion"));
    m_suggestion->hide();
    m_nameField->addBelow(m_suggestion);
    m_available = new StatusText;
    m_available->setObjectName(QStringLiteral("enable.vaultAvailable"));
    m_available->hide();
    m_nameField->addBelow(m_available);
    layout->addWidget(m_nameField);
    m_place = new Essentials;
    m_place->setMaxColumns(1);
    layout->addWidget(m_place);

    m_ask.setSingleShot(true);
    m_ask.setInterval(askAfter);
    connect(&m_ask, &QTimer::timeout, this, &VaultChooser::askBackend);
    connect(m_useExisting, &QAbstractButton::clicked, this, [this] {
        m_personChose = true;
        showMode();
    });
    connect(m_createNew, &QAbstractButton::clicked, this, [this] {
        m_personChose = true;
        if (m_name->text().isEmpty()) {
            m_name->setText(m_context.session.vaults().suggestedName(m_machine.id.subscriptionId()));
            m_name->selectAll();
        }
        showMode();
        m_name->setFocus(Qt::OtherFocusReason);
    });
    connect(m_combo, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_chosen = index < 0 ? ArmId() : ArmId::parse(m_combo->itemData(index).toString()).value_or(ArmId());
        if (!m_chosen.isEmpty()) {
            m_existingField->setError({});
        }
        Q_EMIT changed();
    });
    connect(m_why, &QAbstractButton::clicked, this, [this] { m_reasons->setVisible(!m_reasons->isVisible()); });
    connect(m_name, &QLineEdit::textChanged, this, [this] { checkName(false); });
    connect(m_nameField, &Field::left, this, [this] {
        m_nameLeft = true;
        m_name->setText(m_name->text().trimmed());
        checkName(false);
    });
    connect(m_suggestion, &QAbstractButton::clicked, this, [this] {
        m_name->setText(m_suggestion->property("value").toString());
        m_name->setFocus(Qt::OtherFocusReason);
    });
    auto& vaults = m_context.session.vaults();
    connect(&vaults, &presentation::ListStoreBase::countChanged, this, &VaultChooser::fill);
    connect(&vaults, &presentation::ListStoreBase::stateChanged, this, &VaultChooser::fill);
    retranslate();
}

void VaultChooser::setMachine(const contract::VirtualMachine& machine)
{
    const bool another = m_machine.id.text() != machine.id.text() || m_machine.location != machine.location;
    m_machine = machine;
    if (another) {
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
    m_useExisting->setChecked(true);
    m_personChose = true;
    fill();
}

std::optional<presentation::NewVault> VaultChooser::newVault() const
{
    if (!isNew()) {
        return std::nullopt;
    }
    presentation::NewVault vault;
    vault.name = m_name->text().trimmed();
    vault.subscriptionId = m_machine.id.subscriptionId();
    vault.resourceGroup = m_machine.id.resourceGroup();
    vault.location = m_machine.location;
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
        int index = -1;
        for (int i = 0; i < usable.size(); ++i) {
            if (usable[i].id == m_chosen) {
                index = i;
            }
        }
        m_combo->setCurrentIndex(index < 0 && !usable.isEmpty() ? 0 : index);
        m_chosen = m_combo->currentIndex() < 0 ? ArmId() : usable[m_combo->currentIndex()].id;
    }
    m_combo->setPlaceholderText(store.hasLoaded() ? tr("Choose a vault") : tr("Loading…"));

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
                                     : tr("%1 of %n vault(s) shown. Only vaults in the machine's region (%2) can be chosen.",
                                          nullptr, store.count())
                                           .arg(QString::number(usable.size()), region));
    const bool none = usable.isEmpty() && store.hasLoaded();
    m_useExisting->setEnabled(!none);
    m_useExisting->setToolTip(none ? m_hint->text() : QString());
    m_useExisting->setAccessibleDescription(m_useExisting->toolTip());
    if (!m_personChose || none) {
        m_useExisting->setChecked(!none);
        m_createNew->setChecked(none);
        if (none && m_name->text().isEmpty() && !m_machine.id.isEmpty()) {
            m_name->setText(store.suggestedName(m_machine.id.subscriptionId()));
        }
    }
    showMode();
}

void VaultChooser::showMode()
{
    const bool create = isNew();
    m_existingField->setVisible(!create);
    m_hintRow->setVisible(!create || !m_useExisting->isEnabled());
    if (create) {
        m_reasons->hide();
    }
    m_nameField->setVisible(create);
    m_place->setVisible(create);
    Q_EMIT changed();
}

void VaultChooser::checkName(bool final)
{
    m_available->hide();
    m_suggestion->hide();
    m_ask.stop();
    const QString name = m_name->text().trimmed();
    auto violation = contract::checkVaultName(m_name->text().isEmpty() ? QString() : name);
    if (!violation && (m_context.session.vaults().has(m_machine.id.subscriptionId(), name) || name == m_takenName)) {
        violation = contract::Violation { QStringLiteral("ValVaultNameTaken"), { name }, QStringLiteral("name"), {} };
    }
    // What is merely not finished is said when one has left the field.
    const bool unfinished = violation
        && (violation->code == QLatin1String("ValVaultNameRequired")
            || (violation->code == QLatin1String("ValVaultNameLength") && name.size() < 2));
    if (!violation || (unfinished && !m_nameLeft && !final)) {
        m_nameField->setError({});
        if (!violation) {
            m_ask.start();
        }
    } else {
        const auto text = ErrorText::of(*violation, m_context.language.locale());
        m_nameField->setError(text.message());
        if (!text.suggestion().isEmpty()) {
            m_suggestion->setText(tr("Use %1").arg(text.suggestion()));
            m_suggestion->setProperty("value", text.suggestion());
            m_suggestion->show();
        }
    }
    Q_EMIT changed();
}

void VaultChooser::askBackend()
{
    const auto vault = newVault();
    if (!vault) {
        return;
    }
    const int asked = ++m_asked;
    const QString name = vault->name;
    whenDone(m_context.session.vaults().checkName(*vault), this,
             [this, asked, name](const Result<client::NameAvailability>& answer) {
                 if (asked != m_asked || !answer) {
                     return; // typed on, or not reachable: creating says it
                 }
                 if (answer->available) {
                     m_freeName = name;
                     m_available->setStatus(StatusKind::Ok, tr("The name is available"));
                     m_available->setVisible(!m_nameField->hasError());
                 } else {
                     m_takenName = name;
                     checkName(false);
                 }
             });
}

bool VaultChooser::validate()
{
    if (isNew()) {
        checkName(true);
        return !m_nameField->hasError();
    }
    m_existingField->setError(m_chosen.isEmpty() ? ErrorText::of(QStringLiteral("ValVaultRequired"), {}).message()
                                                 : QString());
    return !m_chosen.isEmpty();
}

void VaultChooser::retranslate()
{
    m_useExisting->setText(tr("Select existing"));
    m_createNew->setText(tr("Create new"));
    m_existingField->setLabel(tr("&Vault"));
    m_why->setText(tr("Why?"));
    m_why->setAccessibleName(tr("Why is a vault missing?"));
    m_nameField->setLabel(tr("&Vault name"));
    m_nameField->setHint(tr("2–50 characters; letters, digits and hyphens; starts with a letter."));
    Fact group;
    group.label = tr("Resource group");
    group.value = m_machine.id.resourceGroup();
    Fact region;
    region.label = tr("Region");
    region.value = StatusWords::region(m_machine.location);
    m_place->setFacts({ group, region });
    fill();
    if (isNew()) {
        checkName(false);
    }
}

void VaultChooser::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace valv::views

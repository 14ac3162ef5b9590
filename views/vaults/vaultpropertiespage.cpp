// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultpropertiespage.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/datefield.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "controls/toggle.h"
#include "frame/formsending.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/text/azcommand.h"
#include "presentation/text/statuswords.h"
#include "vaults/integritycard.h"
#include "vaults/recoverykeyblade.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

using contract::Immutability;
using contract::SoftDelete;
using presentation::StatusWords;

namespace {

QWidget* setting(Toggle* toggle, Label* text)
{
    auto* place = new QWidget;
    auto* layout = new QVBoxLayout(place);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    layout->addWidget(toggle, 0, Qt::AlignLeft);
    text->setWordWrap(true);
    layout->addWidget(text);
    return place;
}

QHBoxLayout* atLeft(QWidget* first, QWidget* second = nullptr)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(Space::md);
    line->addWidget(first);
    if (second != nullptr) {
        line->addWidget(second);
    }
    line->addStretch(1);
    return line;
}

} // namespace

VaultPropertiesPage::VaultPropertiesPage(const Context& context, const Route& route, QWidget* parent)
    : VaultPage(context, route, parent)
{
    context.session.jobs().want(vaultId());
    m_facts = new Card;
    m_essentials = new Essentials;
    m_facts->add(m_essentials);
    body()->addWidget(m_facts);
    makeSecurity();
    m_integrity = new IntegrityCard(context, vaultId());
    body()->addWidget(m_integrity);

    m_keyCard = new Card;
    m_keyText = new Label(LabelKind::Secondary);
    m_keyText->setWordWrap(true);
    m_keyState = new StatusText;
    m_showKey = new Button;
    m_showKey->setObjectName(QStringLiteral("properties.key"));
    m_showKey->setIcon(Icon::Key);
    m_keyCard->add(m_keyText);
    m_keyCard->add(m_keyState);
    m_keyCard->body()->addLayout(atLeft(m_showKey));
    m_keyCard->setVisible(context.session.capabilities().recoveryKeys);
    body()->addWidget(m_keyCard);

    m_support = new Card;
    m_supportFacts = new Essentials;
    m_supportFacts->setMaxColumns(1);
    m_copy = new Button;
    m_copy->setObjectName(QStringLiteral("properties.copy"));
    m_copy->setIcon(Icon::Copy);
    m_copied = new StatusText;
    m_support->add(m_supportFacts);
    m_support->body()->addLayout(atLeft(m_copy, m_copied));
    body()->addWidget(m_support);

    connect(m_essentials, &Essentials::linkActivated, this, &VaultPropertiesPage::openPart);
    connect(m_showKey, &QAbstractButton::clicked, this, [this] {
        this->context().navigator.openBlade(new RecoveryKeyBlade(this->context(), vaultId(), false, window()));
    });
    connect(m_copy, &QAbstractButton::clicked, this, &VaultPropertiesPage::copyDiagnostics);
    connect(&context.settings, &presentation::Settings::changed, this, [this] {
        if (vault() != nullptr) {
            update();
        }
    });
    if (!context.settings.prices().isEmpty()) { // what it stores costs something
        connect(&context.session.vaultUsages(), &presentation::ListStoreBase::loadEnded, this, [this] {
            if (vault() != nullptr) {
                update();
            }
        });
    }
    begin();
}

void VaultPropertiesPage::makeSecurity()
{
    m_security = new Card;
    m_security->setObjectName(QStringLiteral("properties.security"));
    auto* message = new MessageBar(MessageKind::Error);
    message->setObjectName(QStringLiteral("properties.message"));
    m_question = new MessageBar(MessageKind::Warning);
    m_question->setObjectName(QStringLiteral("properties.question"));
    m_question->setDismissable(true);
    m_question->hide();
    m_softDelete = new Toggle;
    m_softDelete->setObjectName(QStringLiteral("properties.softDelete"));
    m_softDeleteText = new Label(LabelKind::Secondary);
    m_immutable = new Toggle;
    m_immutable->setObjectName(QStringLiteral("properties.immutable"));
    m_immutableText = new Label(LabelKind::Secondary);
    m_until = new DateField;
    m_until->setObjectName(QStringLiteral("properties.until"));
    m_untilField = new Field({}, m_until);
    m_lock = new Button(ButtonKind::Danger, {});
    m_lock->setObjectName(QStringLiteral("properties.lock"));
    m_security->add(message);
    m_security->add(m_question);
    const auto az = [this] { return softDeleteAz(); };
    m_softDeleteAz = new CopyAzLink(az);
    setAzMenu(m_softDelete, az);
    auto* soft = setting(m_softDelete, m_softDeleteText);
    soft->layout()->addWidget(m_softDeleteAz);
    soft->layout()->setAlignment(m_softDeleteAz, Qt::AlignLeft);
    m_security->add(soft);
    m_security->addDivider();
    m_security->add(setting(m_immutable, m_immutableText));
    auto* line = new QHBoxLayout;
    line->setSpacing(Space::md);
    line->addWidget(m_untilField);
    line->addWidget(m_lock, 0, Qt::AlignBottom);
    line->addStretch(1);
    m_security->body()->addLayout(line);
    body()->addWidget(m_security);
    m_sending = new FormSending(context(), this, m_security, message);
    // What somebody else has set is shown before one tries again.
    m_sending->setAnswers({{}, {}, [this](bool) { (void)this->context().session.vaults().read(vaultId()); }});
    m_sending->setDeed(presentation::Deed::ChangeVault, [this] { return vaultId(); });
    connect(m_sending, &FormSending::changed, this, [this] {
        if (vault() != nullptr) {
            update();
        }
    });

    connect(m_softDelete, &QAbstractButton::clicked, this, [this](bool on) {
        if (!on) {
            m_softDelete->setChecked(true); // until it is answered
            ask(Question::SoftDeleteOff);
            return;
        }
        contract::VaultPatch patch;
        patch.softDelete = SoftDelete::Enabled;
        save(patch);
    });
    connect(m_immutable, &QAbstractButton::clicked, this, [this](bool on) {
        contract::VaultPatch patch;
        patch.immutability = on ? Immutability::Unlocked : Immutability::Disabled;
        save(patch);
    });
    connect(m_lock, &QAbstractButton::clicked, this, [this] {
        m_until->commit();
        if (!m_until->isValidDate()) {
            m_untilField->setError(tr("Enter a date after today."));
            m_untilField->focusControl();
            return;
        }
        m_untilField->setError({});
        m_lockUntil = m_until->date();
        ask(Question::Lock);
    });
    connect(m_until, &DateField::dateChanged, this, [this] {
        m_untilField->setError({});
        if (m_asked == Question::Lock && m_until->date() != m_lockUntil) {
            ask(Question::None); // it was about another date
        }
    });
    connect(m_question, &MessageBar::actionTriggered, this, &VaultPropertiesPage::answer);
    connect(m_question, &MessageBar::dismissed, this, [this] { ask(Question::None); });
}

void VaultPropertiesPage::focusFirst()
{
    m_softDelete->setFocus(Qt::OtherFocusReason);
}

QString VaultPropertiesPage::partTitle() const
{
    return tr("Properties");
}

void VaultPropertiesPage::update()
{
    const auto& format = context().language.format();
    const auto& value = *vault();
    const auto fact = [](const QString& label, const QString& text, const QString& link = {}) {
        Fact made;
        made.label = label;
        made.value = text;
        made.link = link;
        return made;
    };
    Fact id = fact(tr("Resource ID"), value.id.text());
    id.elide = Qt::ElideMiddle;
    id.mono = true;
    Fact folder = fact(tr("Folder"), value.folder);
    folder.elide = Qt::ElideMiddle;
    QVector<Fact> facts{
        fact(tr("Name"), value.name),
        fact(tr("Location"), StatusWords::region(value.location)),
        fact(tr("Resource group"), value.id.resourceGroup()),
        fact(tr("Subscription"), context().session.subscriptions().nameOf(value.id.subscriptionId())),
        fact(tr("Storage redundancy"), StatusWords::of(value.redundancy), QStringLiteral("infrastructure")),
        folder,
        id};
    if (const auto cost = costFact()) {
        facts.append(*cost);
    }
    m_essentials->setFacts(facts);
    updateSecurity();
    m_integrity->show(context().session.capabilities().integrityChecks ? value.integrity : std::nullopt);

    const auto checked = context().settings.recoveryKeyChecked(vaultId().text());
    m_keyState->setStatus(checked.isValid() ? StatusKind::Ok : StatusKind::Warning,
                          checked.isValid() ? tr("The key was typed correctly on %1.").arg(format.date(checked))
                                            : tr("Nobody has checked on this computer that the key is kept."));
    QVector<Fact> support;
    for (const auto& [label, text] : diagnostics()) {
        Fact line = fact(label, text);
        line.elide = Qt::ElideMiddle;
        support.append(line);
    }
    m_supportFacts->setFacts(support);
}

void VaultPropertiesPage::updateSecurity()
{
    const auto& format = context().language.format();
    const auto& value = *vault();
    const bool always = value.softDelete == SoftDelete::AlwaysON;
    m_softDelete->setChecked(always || value.softDelete == SoftDelete::Enabled);
    const auto cannot = m_sending->isSending() ? tr("Saving…") : m_sending->forbidden();
    m_softDelete->setReason(always ? tr("It is always on for this vault.") : cannot);
    m_softDeleteText->setText(
        tr("Deleted backup data is kept for %n more day(s), free of charge, and can be undeleted.", nullptr,
           value.softDeleteDays));

    m_softDeleteAz->look();
    const bool locked = value.immutability == Immutability::Locked && value.isImmutable(format.now().toUTC());
    const bool known = !value.immutability.isEmpty();
    m_immutable->setVisible(known);
    m_immutableText->setVisible(known);
    m_immutable->setChecked(value.isImmutable(format.now().toUTC()));
    QString until;
    if (locked) {
        until = value.immutableUntil ? tr("Locked until %1: nobody can turn it off or move the date nearer.")
                                           .arg(format.date(*value.immutableUntil))
                                     : tr("Locked for good: nobody can turn it off.");
    }
    m_immutable->setReason(locked ? until : cannot);
    m_immutableText->setText(tr("No recovery point goes before the time that its policy gave it, whoever asks.")
                             + (until.isEmpty() ? QString() : QLatin1Char(' ') + until));
    const bool canLock = m_immutable->isChecked() && (!locked || value.immutableUntil) && known;
    m_untilField->setVisible(canLock);
    m_lock->setVisible(canLock);
    const QDate first = value.immutableUntil && locked
        ? std::max(format.today(), value.immutableUntil->toTimeZone(format.zone()).date()).addDays(1)
        : format.today().addDays(1);
    m_until->setToday(format.today());
    m_until->setRange(first, format.today().addYears(99));
    if (!m_until->date().isValid() || m_until->date() < first) {
        m_until->setDate(std::max(first, format.today().addDays(30)));
    }
    m_lock->setText(locked ? tr("Extend") : tr("Lock until the date"));
    m_lock->setReason(cannot);
    m_lock->updateGeometry();
}

//! What the switch would do now.
AzLine VaultPropertiesPage::softDeleteAz() const
{
    if (vault() == nullptr) {
        return {};
    }
    const auto now = vault()->softDelete;
    return now == SoftDelete::AlwaysON
        ? AzLine::missing(tr("It is always on for this vault."))
        : AzLine(presentation::az::setSoftDelete(vaultId(), !(now == SoftDelete::Enabled)));
}

void VaultPropertiesPage::ask(Question question)
{
    m_asked = question;
    switch (question) {
    case Question::None:
        break;
    case Question::SoftDeleteOff:
        m_question->setMessage(
            MessageKind::Warning, tr("Turn soft delete off?"),
            tr("Backup data that is deleted from then on is gone at once and can't be undeleted. What "
               "is already soft-deleted stays out its days."));
        m_question->setAction(tr("Turn off"));
        break;
    case Question::Lock:
        m_question->setMessage(
            MessageKind::Warning, tr("Lock until %1?").arg(context().language.format().date(m_lockUntil)),
            tr("Until then nobody can delete a recovery point early, turn this off, or delete the vault: "
               "not you either."));
        m_question->setAction(tr("Lock the vault"));
        break;
    }
    m_question->setVisible(question != Question::None);
}

void VaultPropertiesPage::answer()
{
    contract::VaultPatch patch;
    if (m_asked == Question::SoftDeleteOff) {
        patch.softDelete = SoftDelete::Disabled;
    } else if (m_asked == Question::Lock) {
        patch.immutability = Immutability::Locked;
        // The whole of that day, where the person is.
        patch.immutableUntil =
            QDateTime(m_lockUntil.addDays(1), QTime(0, 0), context().language.format().zone()).toUTC();
    }
    ask(Question::None);
    save(patch);
}

void VaultPropertiesPage::save(const contract::VaultPatch& patch)
{
    m_sending->send({[] { return tr("Saving…"); }, [] { return tr("The setting could not be saved."); },
                     [this, patch] { save(patch); }},
                    context().session.vaults().patch(vaultId(), patch, vault() != nullptr ? vault()->etag : QString()),
                    [](const contract::Vault&) {});
}

QVector<std::pair<QString, QString>> VaultPropertiesPage::diagnostics() const
{
    auto& session = context().session;
    const auto& format = context().language.format();
    const auto& value = *vault();
    constexpr int lastDays = 30;
    const auto since = format.now().addDays(-lastDays);
    int jobs = 0;
    for (int row = 0; row < session.jobs().count(); ++row) {
        const auto& job = session.jobs().at(row);
        jobs += job.id.vaultId() == vaultId() && job.startTime >= since ? 1 : 0;
    }
    const auto& updated = session.vaults().lastUpdated();
    return {{tr("Engine"), session.capabilities().hostName},
            {tr("State"), StatusWords::of(value.provisioning)},
            {tr("Version of the settings (ETag)"), value.etag},
            {tr("Backup items"), format.number(static_cast<qint64>(session.items().countIn(vaultId())))},
            {tr("Jobs in the last 30 days"), format.number(static_cast<qint64>(jobs))},
            {tr("Last updated"), updated.isValid() ? format.dateTime(updated) : QString()}};
}

void VaultPropertiesPage::copyDiagnostics()
{
    QStringList lines{QStringLiteral("id: ") + vaultId().text()};
    for (const auto& [label, text] : diagnostics()) {
        lines.append(label + QStringLiteral(": ") + text);
    }
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    m_copied->setStatus(StatusKind::Ok, tr("Copied"));
}

void VaultPropertiesPage::retranslate()
{
    m_facts->setTitle(tr("Properties"));
    m_security->setTitle(tr("Security settings"));
    m_softDelete->setText(tr("Soft delete"));
    m_softDelete->setAccessibleName(tr("Soft delete"));
    m_immutable->setText(tr("Immutable vault"));
    m_immutable->setAccessibleName(tr("Immutable vault"));
    m_untilField->setLabel(tr("&Lock until"));
    m_keyCard->setTitle(tr("Recovery key"));
    m_keyText->setText(
        tr("It opens the vault when this computer is lost. Who has it can read everything in the vault."));
    m_showKey->setText(tr("Show, save or test the key"));
    m_support->setTitle(tr("Diagnostics"));
    m_copy->setText(tr("Copy for support"));
    if (m_copied->kind() != StatusKind::None) {
        m_copied->setStatus(StatusKind::Ok, tr("Copied"));
    }
    ask(m_asked);
    m_sending->retranslate();
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/notificationsblade.h"

#include "controls/button.h"
#include "controls/card.h"
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/messagebar.h"
#include "controls/sectiontitle.h"
#include "controls/segmentedcontrol.h"
#include "controls/toggle.h"
#include "core/whendone.h"
#include "frame/navigator.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/alerttext.h"
#include "presentation/text/errortext.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace valv::views {

using contract::AlertSeverity;
using contract::NotificationSettings;
using contract::Vault;
using presentation::AlertText;
using presentation::ErrorText;

namespace {

constexpr int lookAgain = 3000; // milliseconds

} // namespace

NotificationsBlade::NotificationsBlade(const Context& context, const ArmId& vault, QWidget* window)
    : FormBlade(context, QStringLiteral("notifications"), window, Size::bladeWide)
    , m_vault(vault)
    , m_look(new QTimer(this))
{
    m_noServer = new MessageBar(MessageKind::Warning);
    m_noServer->setObjectName(QStringLiteral("notifications.noServer"));
    m_noServer->hide();
    add(m_noServer);
    makeFields();
    body()->addStretch(1);
    for (auto* field : {m_recipientsField, m_severitiesField}) {
        summary()->addField(field);
    }
    connect(m_noServer, &MessageBar::actionTriggered, this, [this] {
        auto& navigator = this->context().navigator;
        if (closeBlade()) {
            navigator.open({QStringLiteral("settings"), {}, QStringLiteral("mail")});
        }
    });
    connect(m_enabled, &QAbstractButton::toggled, this, &NotificationsBlade::changed);
    connect(m_recipients, &QLineEdit::textChanged, this, &NotificationsBlade::changed);
    connect(m_digest, &SegmentedControl::currentChanged, this, &NotificationsBlade::changed);
    for (auto* box : {m_critical, m_warning, m_information}) {
        connect(box, &QAbstractButton::toggled, this, &NotificationsBlade::changed);
    }
    connect(m_language, &QComboBox::currentIndexChanged, this, &NotificationsBlade::changed);
    sending().setDeed(presentation::Deed::ChangeVault, [this] { return m_vault; });
    connect(m_recipientsField, &Field::left, this, [this] { showErrors(false); });
    auto& vaults = context.session.vaults();
    connect(&vaults, &presentation::ListStoreBase::rowsChanged, this, &NotificationsBlade::follow);
    m_look->setInterval(lookAgain);
    connect(m_look, &QTimer::timeout, this, [this] { this->context().session.vaults().refreshVault(m_vault); });
    m_look->start();
    retranslate();
    if (const auto* known = vaults.find(m_vault)) {
        take(*known);
        vaults.refreshVault(m_vault); // how the sending goes now
    } else {
        read();
    }
}

void NotificationsBlade::makeFields()
{
    m_enabled = new Toggle;
    m_enabled->setObjectName(QStringLiteral("notifications.enabled"));
    m_enabled->setCheckable(true);
    m_fields = new QWidget;
    auto* fields = new QVBoxLayout(m_fields);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(body()->spacing());
    add(m_fields);
    fields->addWidget(m_enabled);
    m_recipients = new QLineEdit;
    m_recipients->setObjectName(QStringLiteral("notifications.recipients"));
    m_recipientsField = new Field({}, m_recipients);
    fields->addWidget(m_recipientsField);
    m_digest = new SegmentedControl;
    m_digest->setObjectName(QStringLiteral("notifications.digest"));
    m_digest->addSegment({}, false);
    m_digest->addSegment({}, true);
    m_digestField = new Field({}, m_digest);
    fields->addWidget(m_digestField);
    m_severities = new QWidget;
    auto* boxes = new QVBoxLayout(m_severities);
    boxes->setContentsMargins(0, 0, 0, 0);
    boxes->setSpacing(Space::sm);
    const auto box = [boxes](const char* name) {
        auto* made = new QCheckBox;
        made->setObjectName(QLatin1String(name));
        boxes->addWidget(made);
        return made;
    };
    m_critical = box("notifications.critical");
    m_warning = box("notifications.warning");
    m_information = box("notifications.information");
    m_severities->setFocusProxy(m_critical);
    m_severitiesField = new Field({}, m_severities);
    fields->addWidget(m_severitiesField);
    m_language = new ComboBox;
    m_language->setObjectName(QStringLiteral("notifications.language"));
    m_language->addChoice(QStringLiteral("Svenska"), QStringLiteral("sv"));
    m_language->addChoice(QStringLiteral("English"), QStringLiteral("en"));
    m_languageField = new Field({}, m_language);
    fields->addWidget(m_languageField);
    add(new Divider);
    m_stateTitle = new SectionTitle(Icon::Alert);
    add(m_stateTitle);
    m_state = new Essentials;
    m_state->setMaxColumns(1);
    add(m_state);
    m_test = new Button;
    m_test->setObjectName(QStringLiteral("notifications.test"));
    body()->addWidget(m_test, 0, Qt::AlignLeft);
    connect(m_test, &QAbstractButton::clicked, this, &NotificationsBlade::sendTest);
}

//! As the vault has them; while nobody has chosen a language, the person's.
NotificationSettings NotificationsBlade::settingsOf(const Vault& vault) const
{
    if (vault.notifications) {
        return *vault.notifications;
    }
    NotificationSettings none;
    none.language =
        context().language.locale().language() == QLocale::Swedish ? QStringLiteral("sv") : QStringLiteral("en");
    return none;
}

void NotificationsBlade::read()
{
    send({[] { return tr("Loading…"); }, [] { return tr("The notifications could not be read."); }, [this] { read(); }},
         context().session.vaults().read(m_vault), [this](const Vault& vault) { take(vault); });
}

//! The fields, from the vault as it was read; saving replaces that.
void NotificationsBlade::take(const Vault& vault)
{
    m_etag = vault.etag;
    m_before = settingsOf(vault);
    showSettings(*m_before);
    changed();
}

//! What has become of the vault meanwhile. A form that nobody has touched shows it; what was typed stays, and that
//! somebody else has changed these settings is noticed when it is saved.
void NotificationsBlade::follow()
{
    const auto* vault = context().session.vaults().find(m_vault);
    if (vault != nullptr && !isSending()) {
        const auto now = settingsOf(*vault);
        if (m_before == now) {
            m_etag = vault->etag; // another part of it was changed
        } else if (!isDirty()) {
            take(*vault);
        }
    }
    showState();
}

void NotificationsBlade::showSettings(const NotificationSettings& settings)
{
    m_enabled->setChecked(settings.enabled);
    m_recipients->setText(settings.recipients.join(QStringLiteral("; ")));
    m_digest->setCurrentData(settings.hourly);
    m_critical->setChecked(settings.critical);
    m_warning->setChecked(settings.warning);
    m_information->setChecked(settings.information);
    m_language->setCurrentIndex(m_language->findData(settings.language));
}

NotificationSettings NotificationsBlade::settings() const
{
    NotificationSettings settings;
    settings.enabled = m_enabled->isChecked();
    settings.recipients = contract::addressesIn(m_recipients->text());
    settings.hourly = m_digest->currentData().toBool();
    settings.critical = m_critical->isChecked();
    settings.warning = m_warning->isChecked();
    settings.information = m_information->isChecked();
    settings.language = m_language->currentData().toString();
    return settings;
}

bool NotificationsBlade::isDirty() const
{
    return m_before && settings() != *m_before;
}

//! \param all also what is merely not filled in yet
void NotificationsBlade::showErrors(bool all)
{
    QString recipients;
    QString severities;
    for (const auto& violation : contract::checkNotifications(settings())) {
        const bool ofRecipients = violation.field == QLatin1String("recipients");
        const auto& field = ofRecipients ? m_recipientsField : m_severitiesField;
        if (violation.code == QLatin1String("ValEmail") || all || field->hasError()) {
            (ofRecipients ? recipients : severities) =
                ErrorText::of(violation, context().language.locale()).underField();
        }
    }
    m_recipientsField->setError(recipients);
    m_severitiesField->setError(severities);
}

void NotificationsBlade::showState()
{
    const auto& format = context().language.format();
    const auto* vault = context().session.vaults().find(m_vault);
    const auto state = vault == nullptr ? std::nullopt : vault->notificationState;
    m_noServer->setVisible(state && !state->hasServer);
    QVector<Fact> facts;
    if (state) {
        facts.append({tr("Last sent"), state->lastSent ? format.dateTime(*state->lastSent) : tr("Never")});
        facts.append({tr("Waiting"), format.number(static_cast<qint64>(state->waiting))});
        if (state->lastFailed) {
            Fact failed{tr("Last failure"), format.dateTime(*state->lastFailed)};
            failed.status = StatusKind::Failed;
            facts.append(failed);
        }
        if (state->problem) {
            Fact why{tr("Cause"), ErrorText::of(*state->problem, format.locale()).sentence()};
            why.wrap = true;
            facts.append(why);
            Fact said{tr("The server said"), QString::fromStdString(state->problem->message)};
            said.wrap = true;
            facts.append(said);
        }
    }
    m_state->setFacts(facts);
    m_test->setReason(!state                  ? tr("It is not known yet how the sending goes.")
                          : !state->hasServer ? tr("The engine knows no mail server yet.")
                          : isDirty()         ? tr("Save the changes first.")
                          : !m_before || m_before->recipients.isEmpty() ? tr("There are no recipients yet.")
                                                                        : QString());
    if (isSending()) {
        m_test->setEnabled(false);
    }
}

void NotificationsBlade::updateState()
{
    FormBlade::updateState();
    m_fields->setEnabled(m_before.has_value());
    if (!m_before && !isSending()) {
        footer()->primary()->setReason(tr("The notifications could not be read."));
    }
    showState();
}

void NotificationsBlade::submit()
{
    if (!isReady()) {
        return;
    }
    contract::VaultPatch patch;
    patch.notifications = settings();
    send({[] { return tr("Saving…"); }, [] { return tr("The notifications could not be saved."); },
          [this] { submit(); }},
         context().session.vaults().patch(m_vault, patch, m_etag), [this](const Vault&) { leave(); });
}

void NotificationsBlade::sendTest()
{
    if (isSending()) {
        return;
    }
    send({[] { return tr("Sending…"); }, [] { return tr("The message could not be sent."); }, [this] { sendTest(); }},
         context().session.vaults().sendTestMail(m_vault),
         [this](const Vault&) { context().session.vaults().refreshVault(m_vault); });
}

QString NotificationsBlade::conflict() const
{
    return tr("Somebody else has changed the vault meanwhile.");
}

void NotificationsBlade::readTheirs(bool drop)
{
    auto& vaults = context().session.vaults();
    if (drop) {
        send({[] { return tr("Loading…"); }, [] { return tr("The notifications could not be read."); },
              [this] { readTheirs(true); }},
             vaults.read(m_vault), [this](const Vault& vault) { take(vault); });
        return;
    }
    whenDone(vaults.read(m_vault), this, [this](const Result<Vault>& vault) {
        if (!vault) {
            return; // it stays said
        }
        const auto theirs = settingsOf(*vault);
        const bool same = m_before == theirs; // another part of the vault was changed
        m_etag = vault->etag;
        m_before = theirs;
        if (same) {
            submit();
        } else {
            updateState();
        }
    });
}

void NotificationsBlade::retranslate()
{
    setTitle(tr("Configure notifications"));
    setCaption(m_vault.name());
    m_noServer->setMessage(MessageKind::Warning, tr("No mail server yet."),
                           tr("Nothing is sent before the engine knows one."));
    m_noServer->setAction(tr("Open the settings"));
    m_enabled->setText(tr("Mail the alerts of this vault"));
    m_recipientsField->setLabel(tr("&Recipients"));
    m_recipientsField->setHint(tr("At most %1 addresses, separated by semicolons.").arg(contract::mostRecipients));
    m_digestField->setLabel(tr("When"));
    m_digest->setAccessibleName(tr("When"));
    m_digest->setSegmentText(0, tr("Each alert"));
    m_digest->setSegmentText(1, tr("Once an hour"));
    m_digestField->setHint(
        tr("Once an hour leaves out what was resolved within it. When backup data is deleted, a mail "
           "always goes at once."));
    m_severitiesField->setLabel(tr("Severities"));
    m_critical->setText(AlertText::severity(AlertSeverity::Critical));
    m_warning->setText(AlertText::severity(AlertSeverity::Warning));
    m_information->setText(AlertText::severity(AlertSeverity::Information));
    m_languageField->setLabel(tr("&Language of the mails"));
    m_stateTitle->setText(tr("How the sending goes"));
    m_test->setText(tr("Send a test message"));
    setButtons(tr("Save"));
    FormBlade::retranslate();
}

} // namespace valv::views

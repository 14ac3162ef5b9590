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
#include <QEvent>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace valv::views {

using contract::AlertSeverity;
using contract::NotificationSettings;
using presentation::AlertText;
using presentation::ErrorText;

namespace {

constexpr int lookAgain = 3000; // milliseconds

bool isConflict(const Error& error)
{
    return error.code == "PreconditionFailed" || error.code == "ConflictETagMismatch";
}

} // namespace

NotificationsBlade::NotificationsBlade(const Context& context, const ArmId& vault, QWidget* window)
    : Blade(window, Size::bladeWide)
    , m_context(context)
    , m_vault(vault)
    , m_look(new QTimer(this))
{
    setObjectName(QStringLiteral("notifications"));
    const auto bar = [this](MessageKind kind, const char* name) {
        auto* made = new MessageBar(kind);
        made->setObjectName(QLatin1String(name));
        made->hide();
        add(made);
        return made;
    };
    m_noServer = bar(MessageKind::Warning, "notifications.noServer");
    m_unsaved = bar(MessageKind::Warning, "notifications.unsaved");
    m_failure = bar(MessageKind::Error, "notifications.failure");
    m_summary = new FormSummary(this);
    add(m_summary);
    makeFields();
    body()->addStretch(1);
    setButtons({});
    for (auto* field : {m_recipientsField, m_severitiesField}) {
        m_summary->addField(field);
    }
    connect(this, &Blade::submitted, this, &NotificationsBlade::submit);
    connect(m_noServer, &MessageBar::actionTriggered, this, [this] {
        if (closeBlade()) {
            m_context.navigator.open({QStringLiteral("settings"), {}, QStringLiteral("mail")});
        }
    });
    connect(m_unsaved, &MessageBar::actionTriggered, this, [this] {
        setCloseGuard({});
        closeBlade();
    });
    connect(m_failure, &MessageBar::actionTriggered, this, &NotificationsBlade::submit);
    setCloseGuard([this] { return mayClose(); });
    auto& vaults = m_context.session.vaults();
    connect(&vaults, &presentation::ListStoreBase::rowsChanged, this, &NotificationsBlade::showState);
    m_look->setInterval(lookAgain);
    connect(m_look, &QTimer::timeout, this, [this] { m_context.session.vaults().refreshVault(m_vault); });
    m_look->start();
    vaults.refreshVault(m_vault); // how the sending goes now

    auto first = saved();
    const auto* known = vaults.find(m_vault);
    if (known == nullptr || !known->notifications) {
        first.language =
            m_context.language.locale().language() == QLocale::Swedish ? QStringLiteral("sv") : QStringLiteral("en");
    }
    retranslate();
    showSettings(first);
    connect(m_enabled, &QAbstractButton::toggled, this, &NotificationsBlade::changed);
    connect(m_recipients, &QLineEdit::textChanged, this, &NotificationsBlade::changed);
    connect(m_digest, &SegmentedControl::currentChanged, this, &NotificationsBlade::changed);
    for (auto* box : {m_critical, m_warning, m_information}) {
        connect(box, &QAbstractButton::toggled, this, &NotificationsBlade::changed);
    }
    connect(m_language, &QComboBox::currentIndexChanged, this, &NotificationsBlade::changed);
    connect(m_recipientsField, &Field::left, this, [this] { showErrors(false); });
}

void NotificationsBlade::makeFields()
{
    m_enabled = new Toggle;
    m_enabled->setObjectName(QStringLiteral("notifications.enabled"));
    m_enabled->setCheckable(true);
    add(m_enabled);
    m_recipients = new QLineEdit;
    m_recipients->setObjectName(QStringLiteral("notifications.recipients"));
    m_recipientsField = new Field({}, m_recipients);
    add(m_recipientsField);
    m_digest = new SegmentedControl;
    m_digest->setObjectName(QStringLiteral("notifications.digest"));
    m_digest->addSegment({}, false);
    m_digest->addSegment({}, true);
    m_digestField = new Field({}, m_digest);
    add(m_digestField);
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
    add(m_severitiesField);
    m_language = new ComboBox;
    m_language->setObjectName(QStringLiteral("notifications.language"));
    m_language->addChoice(QStringLiteral("Svenska"), QStringLiteral("sv"));
    m_language->addChoice(QStringLiteral("English"), QStringLiteral("en"));
    m_languageField = new Field({}, m_language);
    add(m_languageField);
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

NotificationSettings NotificationsBlade::saved() const
{
    const auto* vault = m_context.session.vaults().find(m_vault);
    return vault == nullptr ? NotificationSettings() : vault->notifications.value_or(NotificationSettings());
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
    showState();
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
    auto now = settings();
    const auto before = saved();
    const auto* vault = m_context.session.vaults().find(m_vault);
    if (vault == nullptr || !vault->notifications) {
        now.language = before.language; // nobody has chosen one
    }
    return now != before;
}

//! Something is not saved: it is said, with both ways out, and the blade stays.
bool NotificationsBlade::mayClose()
{
    if (!isDirty() || m_running) {
        return true;
    }
    m_unsaved->show();
    footer()->primary()->setFocus(Qt::OtherFocusReason);
    return false;
}

void NotificationsBlade::changed()
{
    m_unsaved->hide();
    m_error.reset();
    m_failure->hide();
    if (m_summary->hasErrors()) {
        showErrors(false);
    }
    showState();
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
                ErrorText::of(violation, m_context.language.locale()).underField();
        }
    }
    m_recipientsField->setError(recipients);
    m_severitiesField->setError(severities);
}

void NotificationsBlade::showState()
{
    const auto& format = m_context.language.format();
    const auto* vault = m_context.session.vaults().find(m_vault);
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
    m_test->setReason(!state || !state->hasServer        ? tr("The engine knows no mail server yet.")
                          : isDirty()                    ? tr("Save the changes first.")
                          : saved().recipients.isEmpty() ? tr("There are no recipients yet.")
                                                         : QString());
}

void NotificationsBlade::submit()
{
    if (m_running) {
        return;
    }
    showErrors(true);
    if (m_summary->focusFirstError()) {
        return;
    }
    m_running = true;
    m_failure->hide();
    footer()->primary()->setEnabled(false);
    footer()->setStatus(StatusKind::Running, tr("Saving…"));
    contract::VaultPatch patch;
    patch.notifications = settings();
    whenDone(m_context.session.vaults().patch(m_vault, patch), this, [this](const Result<contract::Vault>& saved) {
        footer()->primary()->setEnabled(true);
        footer()->setStatus(StatusKind::None, {});
        if (saved) {
            closeBlade(); // while it still runs: nothing is left to be asked about
            return;
        }
        m_running = false;
        m_error = saved.error();
        showFailure();
    });
}

void NotificationsBlade::sendTest()
{
    m_test->setEnabled(false);
    whenDone(m_context.session.vaults().sendTestMail(m_vault), this, [this](const Result<contract::Vault>& asked) {
        m_test->setEnabled(true);
        if (!asked) {
            m_error = asked.error();
            showFailure();
        }
        showState();
        m_context.session.vaults().refreshVault(m_vault);
    });
}

void NotificationsBlade::showFailure()
{
    const auto text = ErrorText::of(*m_error, m_context.language.locale());
    if (isConflict(*m_error)) {
        m_failure->setMessage(MessageKind::Warning, tr("Somebody else has changed the vault meanwhile."),
                              tr("What you have entered is still here. Save again to put it in force."));
    } else {
        m_failure->setMessage(MessageKind::Error, tr("That did not work."), text.sentence());
    }
    m_failure->setAction(isDirty() ? tr("Try again") : QString());
    m_failure->setDetail(text.code());
    m_failure->show();
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
    m_unsaved->setMessage(MessageKind::Warning, tr("There are unsaved changes."),
                          tr("Save them below, or discard them."));
    m_unsaved->setAction(tr("Discard changes"));
    setButtons(tr("Save"));
    if (m_error) {
        showFailure();
    }
    if (m_summary->hasErrors()) {
        showErrors(false);
    }
    showState();
}

void NotificationsBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/mailserverblade.h"

#include "controls/button.h"
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/formsummary.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace valv::views {

using contract::MailSecurity;
using contract::MailServer;
using presentation::ErrorText;

MailServerBlade::MailServerBlade(const Context& context, const MailServer& server, QWidget* window)
    : FormBlade(context, QStringLiteral("mailServer"), window)
    , m_before(server)
{
    m_question = new MessageBar(MessageKind::Warning);
    m_question->setObjectName(QStringLiteral("mailServer.question"));
    m_question->setDismissable(true);
    m_question->hide();
    add(m_question);
    m_text = new Label(LabelKind::Secondary);
    m_text->setWordWrap(true);
    add(m_text);
    m_host = makeField("mailServer.host", m_hostField);
    m_hostField->setRequired(true);
    m_port = makeField("mailServer.port", m_portField);
    m_security = new ComboBox;
    m_security->setObjectName(QStringLiteral("mailServer.security"));
    for (const auto each : {MailSecurity::StartTls, MailSecurity::Tls, MailSecurity::None}) {
        m_security->addChoice({}, static_cast<int>(each));
    }
    m_securityField = new Field({}, m_security);
    add(m_securityField);
    m_user = makeField("mailServer.user", m_userField);
    m_password = makeField("mailServer.password", m_passwordField);
    m_password->setEchoMode(QLineEdit::Password);
    m_from = makeField("mailServer.from", m_fromField);
    m_fromField->setRequired(true);
    m_owners = makeField("mailServer.owners", m_ownersField);
    body()->addStretch(1);
    m_remove = footer()->addButton({}, ButtonKind::Danger);
    m_remove->setObjectName(QStringLiteral("mailServer.remove"));
    m_remove->setVisible(!m_before.host.isEmpty());

    m_host->setText(m_before.host);
    m_port->setText(QString::number(m_before.port));
    m_security->setCurrentIndex(m_security->findData(static_cast<int>(m_before.security.value())));
    m_user->setText(m_before.user);
    m_from->setText(m_before.from);
    m_owners->setText(m_before.owners.join(QStringLiteral("; ")));
    for (auto* field : {m_hostField, m_portField, m_userField, m_fromField, m_ownersField}) {
        summary()->addField(field);
        connect(field, &Field::left, this, [this] { showErrors(false); });
    }
    for (auto* edit : {m_host, m_port, m_user, m_password, m_from, m_owners}) {
        connect(edit, &QLineEdit::textChanged, this, &MailServerBlade::changed);
    }
    connect(m_security, &QComboBox::currentIndexChanged, this, &MailServerBlade::changed);
    connect(m_remove, &QAbstractButton::clicked, this, &MailServerBlade::askToRemove);
    connect(m_question, &MessageBar::dismissed, m_question, &QWidget::hide);
    connect(m_question, &MessageBar::actionTriggered, this, &MailServerBlade::remove);
    retranslate();
}

QLineEdit* MailServerBlade::makeField(const char* name, Field*& field)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    field = new Field({}, edit);
    add(field);
    return edit;
}

MailServer MailServerBlade::server() const
{
    MailServer server;
    server.host = m_host->text().trimmed();
    bool isNumber = false;
    const int port = m_port->text().trimmed().toInt(&isNumber);
    server.port = isNumber ? port : 0;
    server.security = static_cast<MailSecurity>(m_security->currentData().toInt());
    server.user = m_user->text().trimmed();
    if (!m_password->text().isEmpty()) {
        server.password = m_password->text();
    }
    server.from = m_from->text().trimmed();
    server.owners = contract::addressesIn(m_owners->text());
    return server;
}

bool MailServerBlade::isDirty() const
{
    const auto now = server();
    return now.host != m_before.host || now.port != m_before.port || !(now.security == m_before.security)
        || now.user != m_before.user || now.password || now.from != m_before.from || now.owners != m_before.owners;
}

//! \param all also what is merely not filled in yet
void MailServerBlade::showErrors(bool all)
{
    const std::pair<QLatin1String, Field*> fields[] = {{QLatin1String("host"), m_hostField},
                                                       {QLatin1String("port"), m_portField},
                                                       {QLatin1String("user"), m_userField},
                                                       {QLatin1String("from"), m_fromField},
                                                       {QLatin1String("owners"), m_ownersField}};
    const auto now = server();
    const auto violations = contract::checkMailServer(now);
    for (const auto& [name, field] : fields) {
        QString words;
        const bool empty = (field == m_hostField && now.host.isEmpty()) || (field == m_fromField && now.from.isEmpty());
        for (const auto& violation : violations) {
            if (violation.field == name && words.isEmpty() && (all || !empty || field->hasError())) {
                words = ErrorText::of(violation, context().language.locale()).underField();
            }
        }
        field->setError(words);
    }
}

void MailServerBlade::submit()
{
    if (!isReady()) {
        return;
    }
    m_question->hide();
    send({[] { return tr("Saving…"); }, [] { return tr("The mail server could not be saved."); }, [this] { submit(); }},
         context().session.setMailServer(server()), [this](const MailServer&) { leave(); });
}

//! Its password goes with it and is kept nowhere else: it is asked first.
void MailServerBlade::askToRemove()
{
    if (isSending()) {
        return;
    }
    m_question->show();
    reveal(m_question);
    m_question->findChild<LinkButton*>()->setFocus(Qt::OtherFocusReason);
}

void MailServerBlade::remove()
{
    if (isSending()) {
        return;
    }
    m_question->hide();
    send({[] { return tr("Removing…"); }, [] { return tr("The mail server could not be removed."); },
          [this] { remove(); }},
         context().session.removeMailServer(), [this](const client::Outcome&) { leave(); });
}

void MailServerBlade::updateState()
{
    FormBlade::updateState();
    m_remove->setEnabled(!isSending());
}

void MailServerBlade::retranslate()
{
    setTitle(tr("Mail server"));
    m_text->setText(
        tr("The engine hands its mails about alerts to this server. What each vault mails is chosen under its "
           "alerts."));
    m_hostField->setLabel(tr("&Server"));
    m_portField->setLabel(tr("&Port"));
    m_securityField->setLabel(tr("&Encryption"));
    m_security->setItemText(0, tr("STARTTLS, usually port 587"));
    m_security->setItemText(1, tr("TLS from the start, usually port 465"));
    m_security->setItemText(2, tr("None, usually port 25"));
    m_userField->setLabel(tr("&User name"));
    m_userField->setHint(tr("Leave it empty if the server asks for none."));
    m_passwordField->setLabel(tr("Pass&word"));
    m_passwordField->setHint(m_before.hasPassword ? tr("Leave it empty to keep the one that is saved.") : QString());
    m_fromField->setLabel(tr("Sender's &address"));
    m_ownersField->setLabel(tr("&Owners' addresses"));
    m_ownersField->setHint(
        tr("Are mailed when backup data is deleted, whatever the vaults say. At most %1, separated by "
           "semicolons.")
            .arg(contract::mostRecipients));
    m_question->setMessage(MessageKind::Warning, tr("Remove the mail server?"),
                           m_before.hasPassword
                               ? tr("Alerts are no longer mailed, those of deleted backup data neither. The saved "
                                    "password is forgotten and can't be brought back.")
                               : tr("Alerts are no longer mailed, those of deleted backup data neither."));
    m_question->setAction(tr("Remove"));
    setButtons(tr("Save"));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the mail server"));
    FormBlade::retranslate();
}

} // namespace valv::views

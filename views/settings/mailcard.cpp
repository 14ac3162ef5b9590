// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/mailcard.h"

#include "controls/button.h"
#include "controls/essentials.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "core/whendone.h"
#include "frame/navigator.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "settings/mailserverblade.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

using contract::MailServer;

MailCard::MailCard(const Context& context, QWidget* parent)
    : Card({}, parent)
    , m_context(context)
    , m_unread(new MessageBar(MessageKind::Error))
    , m_text(new Label(LabelKind::Secondary))
    , m_facts(new Essentials)
    , m_change(new Button)
{
    m_unread->setObjectName(QStringLiteral("settings.mailUnread"));
    m_unread->hide();
    add(m_unread);
    connect(m_unread, &MessageBar::actionTriggered, this, [this] {
        m_error.reset();
        focusFirst(); // the bar goes
        retranslate();
        auto& subscriptions = m_context.session.subscriptions();
        if (subscriptions.isEmpty()) {
            subscriptions.refresh(); // and then it is asked
        } else {
            ask();
        }
    });
    m_text->setWordWrap(true);
    add(m_text);
    m_facts->setMaxColumns(1);
    add(m_facts);
    m_change->setObjectName(QStringLiteral("settings.mailServer"));
    addHeaderWidget(m_change);
    connect(m_change, &QAbstractButton::clicked, this, [this] {
        m_context.navigator.openBlade(new MailServerBlade(m_context, m_server.value_or(MailServer()), window()));
    });
    connect(&context.session, &presentation::Session::mailServerChanged, this, &MailCard::show);
    setVisible(context.session.capabilities().alertMails);
    connect(&context.session.subscriptions(), &presentation::ListStoreBase::loadEnded, this, &MailCard::ask);
    retranslate();
    ask();
}

void MailCard::ask()
{
    const auto& subscriptions = m_context.session.subscriptions();
    if (m_server) {
        return;
    }
    if (subscriptions.isEmpty()) { // nobody to ask yet
        m_error = subscriptions.error();
        retranslate();
        return;
    }
    whenDone(m_context.session.mailServer(), this, [this](const Result<MailServer>& server) {
        m_error = server ? std::nullopt : std::optional(server.error());
        if (server) {
            m_server = *server;
        }
        retranslate();
    });
}

void MailCard::show(const MailServer& server)
{
    m_server = server;
    m_error.reset();
    retranslate();
}

void MailCard::focusFirst()
{
    m_change->setFocus(Qt::OtherFocusReason);
}

void MailCard::retranslate()
{
    setTitle(tr("E-mail"));
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(tr("Change the mail server"));
    m_change->setReason(m_server ? QString() : tr("The engine has not told its mail server yet."));
    QVector<Fact> facts;
    const bool has = m_server && !m_server->host.isEmpty();
    if (has) {
        facts.append({tr("Server"), QStringLiteral("%1:%2").arg(m_server->host).arg(m_server->port)});
        facts.append({tr("Sender"), m_server->from});
        if (!m_server->owners.isEmpty()) {
            Fact owners{tr("Owners"), m_server->owners.join(QStringLiteral("; "))};
            owners.wrap = true;
            facts.append(owners);
        }
    }
    m_facts->setFacts(facts);
    m_facts->setVisible(has);
    m_text->setText(has            ? tr("Alerts are mailed through this server.")
                        : m_server ? tr("No mail server yet: alerts are not mailed.")
                                   : tr("Asking the engine …"));
    m_text->setVisible(!m_error);
    if (m_error) {
        m_unread->setMessage(MessageKind::Error, tr("The mail server could not be read."),
                             presentation::ErrorText::of(*m_error, m_context.language.locale()).sentence());
        m_unread->setAction(tr("Try again"));
    }
    m_unread->setVisible(m_error.has_value());
}

void MailCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Card::changeEvent(event);
}

} // namespace valv::views

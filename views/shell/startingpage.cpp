// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/startingpage.h"

#include "controls/button.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/progressbar.h"
#include "presentation/app/language.h"
#include "presentation/text/errortext.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

StartingPage::StartingPage(What what, const QString& place, const presentation::Language& language, QWidget* parent)
    : Page(parent)
    , m_kind(what)
    , m_place(place)
    , m_language(language)
    , m_what(new Label(LabelKind::Body))
    , m_progress(new ProgressLine)
    , m_failure(new MessageBar(MessageKind::Error))
    , m_choose(new Button)
{
    setObjectName(QStringLiteral("starting"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Size::contentMargin, Space::xl, Size::contentMargin, Size::contentMargin);
    layout->setSpacing(Space::lg);
    m_what->setWordWrap(true);
    m_choose->setObjectName(QStringLiteral("starting.choose"));
    m_failure->setObjectName(QStringLiteral("starting.failure"));
    m_progress->setFixedWidth(Size::blade);
    m_progress->setRunning(true);
    layout->addWidget(m_what);
    layout->addWidget(m_progress);
    layout->addWidget(m_failure);
    layout->addWidget(m_choose, 0, Qt::AlignLeft);
    layout->addStretch(1);
    m_failure->hide();
    m_choose->setVisible(m_kind == What::Server); // it may take long to answer
    connect(m_failure, &MessageBar::actionTriggered, this, &StartingPage::retryWanted);
    connect(m_choose, &QAbstractButton::clicked, this, &StartingPage::chooseWanted);
    retranslate();
}

PageHeading StartingPage::heading() const
{
    return {m_error ? tr("Valv could not start") : tr("Starting Valv"), m_place, Icon::Vault, {}};
}

void StartingPage::focusFirst()
{
    (m_choose->isVisibleTo(this) ? static_cast<QWidget*>(m_choose) : this)->setFocus(Qt::OtherFocusReason);
}

void StartingPage::setFailure(const Error& error)
{
    m_error = error;
    m_progress->setRunning(false);
    m_progress->hide();
    m_what->hide();
    retranslate(); // before it is shown, which is when it is read out
    m_failure->show();
    m_choose->show();
    Q_EMIT headingChanged();
}

void StartingPage::retranslate()
{
    switch (m_kind) {
    case What::Folders:
        m_what->setText(tr("The engine opens its catalogue and looks for virtual machines."));
        break;
    case What::Demo:
        m_what->setText(tr("The demo estate is being made: small machines with real disks, and their backups of the "
                           "last weeks. The first time this takes some seconds."));
        break;
    case What::Server:
        m_what->setText(tr("Connecting to %1 …").arg(m_place));
        break;
    }
    if (m_error) {
        const auto text = presentation::ErrorText::of(*m_error, m_language.locale());
        const QString rest = text.message().mid(text.title().size()).trimmed();
        m_failure->setMessage(MessageKind::Error, text.title(),
                              rest.isEmpty() ? text.action() : rest + QLatin1Char(' ') + text.action());
        m_failure->setDetail(text.code());
    }
    m_failure->setAction(tr("Try again"));
    m_choose->setText(tr("Choose other virtual machines"));
}

void StartingPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        Q_EMIT headingChanged();
    }
    Page::changeEvent(event);
}

} // namespace valv::views

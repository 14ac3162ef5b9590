// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/startingpage.h"

#include "controls/button.h"
#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/progressbar.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

StartingPage::StartingPage(bool demo, QWidget* parent)
    : Page(parent)
    , m_demo(demo)
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
    m_choose->hide();
    connect(m_failure, &MessageBar::actionTriggered, this, &StartingPage::retryWanted);
    connect(m_choose, &QAbstractButton::clicked, this, &StartingPage::chooseWanted);
    retranslate();
}

PageHeading StartingPage::heading() const
{
    return {m_failed ? tr("Valv could not start") : tr("Starting Valv"), {}, Icon::Vault, {}};
}

void StartingPage::focusFirst()
{
    (m_failed ? static_cast<QWidget*>(m_choose) : this)->setFocus(Qt::OtherFocusReason);
}

void StartingPage::setFailure(const QString& title, const QString& text, const QString& code)
{
    m_failed = true;
    m_progress->setRunning(false);
    m_progress->hide();
    m_what->hide();
    m_failure->setMessage(MessageKind::Error, title, text);
    m_failure->setDetail(code);
    m_failure->show();
    m_choose->show();
    retranslate();
    Q_EMIT headingChanged();
}

void StartingPage::retranslate()
{
    m_what->setText(m_demo
                        ? tr("The demo estate is being made: small machines with real disks, and their backups of the "
                             "last weeks. The first time this takes some seconds.")
                        : tr("The engine opens its catalogue and looks for virtual machines."));
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

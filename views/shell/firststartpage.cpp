// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/firststartpage.h"

#include "controls/button.h"
#include "controls/label.h"
#include "frame/connectionform.h"
#include "frame/scrollpage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace valv::views {

FirstStartPage::FirstStartPage(const presentation::ConnectionProfile& profile, bool canCancel, QWidget* parent)
    : Page(parent)
    , m_question(new Label(LabelKind::Section))
    , m_explanation(new Label(LabelKind::Secondary))
    , m_form(new ConnectionForm(profile, false))
    , m_start(new Button(ButtonKind::Primary, {}))
    , m_cancel(new Button)
{
    auto* column = new QWidget;
    column->setMaximumWidth(Size::bladeWide);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::lg);
    m_explanation->setWordWrap(true);
    layout->addWidget(m_question);
    layout->addWidget(m_explanation);
    layout->addWidget(m_form);
    m_hold = FormHold(this, m_form);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Space::sm);
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    auto* body = scrolledBody(*this);
    body->addWidget(column);
    body->addStretch(1);
    m_start->setObjectName(QStringLiteral("start.continue"));
    m_cancel->setObjectName(QStringLiteral("start.cancel"));
    m_cancel->setVisible(canCancel);
    connect(m_form, &ConnectionForm::checked, this, &FirstStartPage::chosen);
    connect(m_form, &ConnectionForm::submitWanted, m_form, &ConnectionForm::submit);
    connect(m_form, &ConnectionForm::busyChanged, this, [this](bool busy) {
        setBusy(busy);
        if (busy) {
            m_hold.hold(tr("Checking what you have entered…"));
        }
        m_start->setEnabled(!busy);
        if (!busy) {
            m_hold.release();
        }
    });
    connect(m_start, &QAbstractButton::clicked, m_form, &ConnectionForm::submit);
    connect(m_cancel, &QAbstractButton::clicked, this, &FirstStartPage::cancelled);
    retranslate();
}

PageHeading FirstStartPage::heading() const
{
    PageHeading heading;
    heading.title = m_cancel->isVisibleTo(this) ? tr("Connect elsewhere") : tr("Welcome to Valv");
    heading.caption = tr("Backup of virtual machines");
    heading.icon = Icon::Vault;
    return heading;
}

void FirstStartPage::focusFirst()
{
    m_form->focusFirst();
}

void FirstStartPage::retranslate()
{
    m_question->setText(tr("Where are your virtual machines?"));
    m_explanation->setText(tr("Valv reads their disks and keeps recovery points of them in a vault. Nothing is changed "
                              "in the virtual machines."));
    m_start->setText(tr("Continue"));
    m_cancel->setText(tr("Cancel"));
    Q_EMIT headingChanged();
}

void FirstStartPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace valv::views

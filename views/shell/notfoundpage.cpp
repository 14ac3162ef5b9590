// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/notfoundpage.h"

#include "controls/emptystate.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

NotFoundPage::NotFoundPage(Navigator& navigator, QWidget* parent)
    : Page(parent)
    , m_empty(new EmptyState(Icon::Help, QString(), QString(), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_empty);
    connect(m_empty->setButton(QString()), &QAbstractButton::clicked, this, [&navigator] {
        navigator.replace({QStringLiteral("services"), {}, {}});
    });
    retranslate();
}

PageHeading NotFoundPage::heading() const
{
    PageHeading heading;
    heading.title = tr("Page not found");
    heading.icon = Icon::Help;
    return heading;
}

void NotFoundPage::focusFirst()
{
    m_empty->setButton(tr("All services"))->setFocus(Qt::OtherFocusReason);
}

void NotFoundPage::retranslate()
{
    m_empty->setTexts(Icon::Help, tr("There is no such page here."),
                      tr("It may belong to another connection, or to a newer version of Valv."));
    m_empty->setButton(tr("All services"));
    Q_EMIT headingChanged();
}

void NotFoundPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace valv::views

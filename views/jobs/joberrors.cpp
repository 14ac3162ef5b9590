// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/joberrors.h"

#include "controls/label.h"
#include "presentation/text/errortext.h"

#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using contract::BackupJob;
using presentation::ErrorText;

namespace {

ErrorText textOf(const contract::JobError& error, const QLocale& locale)
{
    return ErrorText::of(Error{error.code.toStdString(),
                               error.message.toStdString(),
                               {},
                               error.recommendations.join(QLatin1Char(' ')).toStdString(),
                               {}},
                         locale);
}

//! The title apart from what else is said.
QString rest(const ErrorText& text)
{
    return text.message().mid(text.title().size()).trimmed();
}

} // namespace

JobErrors::JobErrors(QWidget* parent)
    : QWidget(parent)
    , m_first(new MessageBar(MessageKind::Error))
    , m_actionTitle(new Label(LabelKind::Strong))
    , m_action(new Label(LabelKind::Body))
    , m_more(new QVBoxLayout)
{
    m_first->setObjectName(QStringLiteral("job.error"));
    m_action->setWordWrap(true);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Space::lg);
    m_more->setSpacing(Space::lg);
    lines->addWidget(m_first);
    lines->addWidget(m_actionTitle);
    lines->addWidget(m_action);
    lines->addLayout(m_more);
    hide();
}

void JobErrors::setErrors(const BackupJob& job, const QLocale& locale)
{
    setVisible(!job.errors.isEmpty());
    if (job.errors.isEmpty()) {
        return;
    }
    const auto kind =
        job.status == contract::JobStatus::CompletedWithWarnings ? MessageKind::Warning : MessageKind::Error;
    const auto text = textOf(job.errors.constFirst(), locale);
    m_first->setMessage(kind, text.title(), rest(text));
    m_first->setDetail(text.code());
    m_actionTitle->setText(tr("Recommended action"));
    m_actionTitle->setVisible(!text.action().isEmpty());
    m_action->setText(text.action());
    m_action->setVisible(!text.action().isEmpty());
    showMore(job, kind, locale);
}

void JobErrors::showMore(const BackupJob& job, MessageKind kind, const QLocale& locale)
{
    const auto others = job.errors.size() - 1;
    while (m_more->count() < others) {
        auto* bar = new MessageBar(kind);
        bar->setObjectName(QStringLiteral("job.error.%1").arg(m_more->count() + 2));
        m_more->addWidget(bar);
    }
    for (int i = 0; i < m_more->count(); ++i) {
        auto* bar = static_cast<MessageBar*>(m_more->itemAt(i)->widget());
        if (i < others) {
            const auto text = textOf(job.errors.at(i + 1), locale);
            bar->setMessage(kind, text.title(),
                            QStringList{rest(text), text.action()}.join(QLatin1Char(' ')).trimmed());
            bar->setDetail(text.code());
        }
        bar->setVisible(i < others);
    }
}

QString JobErrors::text(const BackupJob& job, const QLocale& locale)
{
    QStringList parts;
    for (const auto& error : job.errors) {
        const auto text = textOf(error, locale);
        QStringList lines{text.code(), text.message()};
        if (!text.serverWords().isEmpty() && text.serverWords() != text.message()) {
            lines.append(text.serverWords());
        }
        if (!text.action().isEmpty()) {
            lines.append(tr("Recommended action: %1").arg(text.action()));
        }
        parts.append(lines.join(QLatin1Char('\n')));
    }
    parts.append(job.id.text());
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace valv::views

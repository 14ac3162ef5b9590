// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/schedulesnote.h"

#include "presentation/stores/session.h"
#include "presentation/text/enginetext.h"

#include <QEvent>

namespace valv::views {

SchedulesNote::SchedulesNote(const Context& context, LabelKind kind, QWidget* parent)
    : Label(kind, {}, parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("schedulesNote"));
    setWordWrap(true);
    connect(&m_context.session, &presentation::Session::engineKnown, this, &SchedulesNote::say);
    // It can be asked once its subscriptions are known.
    connect(&m_context.session.subscriptions(), &presentation::ListStoreBase::loadEnded, this, &SchedulesNote::say);
    say();
}

void SchedulesNote::say()
{
    auto& session = m_context.session;
    setText(presentation::EngineText::schedules(session.engine(), session.capabilities().remote));
}

void SchedulesNote::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        say();
    }
    Label::changeEvent(event);
}

} // namespace valv::views

// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/formblade.h"

#include "controls/formsummary.h"
#include "controls/messagebar.h"
#include "frame/unsavedbar.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

FormBlade::FormBlade(const Context& context, const QString& name, QWidget* window, int width)
    : Blade(window, width)
    , m_context(context)
{
    setObjectName(name);
    m_unsaved = new UnsavedBar(
        *this, [this] { return isDirty(); }, [this] { return isSending(); });
    Blade::add(m_unsaved);
    auto* failure = new MessageBar(MessageKind::Error);
    failure->setObjectName(name + QStringLiteral(".failure"));
    failure->hide();
    Blade::add(failure);
    m_summary = new FormSummary(this);
    Blade::add(m_summary);
    auto* fields = new QWidget;
    m_body = new QVBoxLayout(fields);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(Blade::body()->spacing());
    Blade::add(fields);
    m_sending = new FormSending(context, this, fields, failure);
    m_sending->setAnswers({[this](const Error& error) { return showRefusal(error); }, [this] { return conflict(); },
                           [this](bool drop) { readTheirs(drop); }, [this] { return theirs(); }});
    setButtons({});
    footer()->primary()->setObjectName(name + QStringLiteral(".submit"));
    connect(this, &Blade::submitted, this, [this] { submit(); });
    connect(m_sending, &FormSending::changed, this, [this] {
        m_unsaved->setVisible(isHeldBack() && isDirty());
        m_unsaved->retranslate();
        updateState();
    });
}

void FormBlade::add(QWidget* widget)
{
    m_body->addWidget(widget);
}

bool FormBlade::isHeldBack() const
{
    return m_unsaved->isAsking();
}

void FormBlade::leave()
{
    m_unsaved->leave();
}

void FormBlade::changed()
{
    m_unsaved->hide();
    m_sending->forget();
    if (m_summary->hasErrors()) {
        showErrors(false);
    }
    updateState();
}

bool FormBlade::isReady()
{
    if (isSending()) {
        return false;
    }
    showErrors(true);
    return !m_summary->focusFirstError();
}

bool FormBlade::showRefusal(const Error&)
{
    return false;
}

void FormBlade::updateState()
{
    m_sending->show(*footer()->primary());
    footer()->setStatus(isSending() ? StatusKind::Running : StatusKind::None, m_sending->doing());
}

void FormBlade::retranslate()
{
    m_unsaved->retranslate();
    if (m_summary->hasErrors()) {
        showErrors(false);
    }
    m_sending->retranslate();
    updateState();
}

void FormBlade::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    Blade::changeEvent(event);
}

} // namespace valv::views

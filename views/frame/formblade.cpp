// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/formblade.h"

#include "controls/formsummary.h"
#include "controls/messagebar.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

FormBlade::FormBlade(const Context& context, const QString& name, QWidget* window, int width)
    : Blade(window, width)
    , m_context(context)
{
    setObjectName(name);
    const auto bar = [this, &name](MessageKind kind, const char* part) {
        auto* made = new MessageBar(kind);
        made->setObjectName(name + QLatin1String(part));
        made->hide();
        Blade::add(made);
        return made;
    };
    m_unsaved = bar(MessageKind::Warning, ".unsaved");
    auto* failure = bar(MessageKind::Error, ".failure");
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
    connect(m_unsaved, &MessageBar::actionTriggered, this, &FormBlade::leave);
    connect(m_sending, &FormSending::changed, this, [this] {
        m_unsaved->setVisible(isHeldBack() && isDirty());
        sayUnsaved();
        updateState();
    });
    setCloseGuard([this] { return mayClose(); });
}

void FormBlade::add(QWidget* widget)
{
    m_body->addWidget(widget);
}

bool FormBlade::isHeldBack() const
{
    return !m_unsaved->isHidden();
}

void FormBlade::leave()
{
    setCloseGuard({});
    closeBlade();
}

//! Something is not saved: it is said, with both ways out, and the blade stays. So it does while it is being saved:
//! what is refused then would be lost.
bool FormBlade::mayClose()
{
    if (!isDirty()) {
        return true;
    }
    sayUnsaved();
    m_unsaved->show();
    reveal(m_unsaved);
    footer()->primary()->setFocus(Qt::OtherFocusReason);
    return false;
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

void FormBlade::sayUnsaved()
{
    if (isSending()) {
        m_unsaved->setMessage(MessageKind::Warning, tr("This is not done yet."),
                              tr("Closing does not stop it, but you will not see here how it went."));
        m_unsaved->setAction(tr("Close anyway"));
    } else {
        m_unsaved->setMessage(MessageKind::Warning, tr("There are unsaved changes."),
                              tr("Save them below, or discard them."));
        m_unsaved->setAction(tr("Discard changes"));
    }
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
    sayUnsaved();
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

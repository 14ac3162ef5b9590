// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/formblade.h"

#include "controls/formsummary.h"
#include "controls/messagebar.h"
#include "presentation/app/language.h"
#include "presentation/text/errortext.h"

#include <QEvent>
#include <QVBoxLayout>

namespace valv::views {

using presentation::ErrorText;

FormBlade::FormBlade(const Context& context, const QString& name, QWidget* window, int width)
    : Blade(window, width)
    , m_context(context)
{
    setObjectName(name);
    const auto bar = [this, &name](MessageKind kind, const char* part) {
        auto* made = new MessageBar(kind);
        made->setObjectName(name + QLatin1String(part));
        made->hide();
        add(made);
        return made;
    };
    m_unsaved = bar(MessageKind::Warning, ".unsaved");
    m_failure = bar(MessageKind::Error, ".failure");
    m_summary = new FormSummary(this);
    add(m_summary);
    setButtons({});
    footer()->primary()->setObjectName(name + QStringLiteral(".submit"));
    connect(this, &Blade::submitted, this, [this] { submit(); });
    connect(m_unsaved, &MessageBar::actionTriggered, this, &FormBlade::leave);
    connect(m_failure, &MessageBar::actionTriggered, this, &FormBlade::goOn);
    setCloseGuard([this] { return mayClose(); });
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
    m_unsaved->show();
    reveal(m_unsaved);
    footer()->primary()->setFocus(Qt::OtherFocusReason);
    return false;
}

void FormBlade::changed()
{
    m_unsaved->hide();
    m_error.reset();
    m_failure->hide();
    if (m_summary->hasErrors()) {
        showErrors(false);
    }
    updateState();
}

bool FormBlade::isReady()
{
    if (m_sending) {
        return false;
    }
    showErrors(true);
    return !m_summary->focusFirstError();
}

void FormBlade::begin(Errand errand)
{
    m_errand = std::move(errand);
    m_sending = true;
    m_error.reset();
    m_failure->hide();
    updateState();
}

void FormBlade::end(const std::optional<Error>& error)
{
    m_sending = false;
    m_error = error;
    if (m_error) {
        showFailure();
        if (presentation::isConflict(*m_error)) {
            readTheirs(false);
        }
    }
    updateState();
}

void FormBlade::showFailure()
{
    if (showRefusal(*m_error)) {
        return;
    }
    const auto text = ErrorText::of(*m_error, m_context.language.locale());
    const auto theirs = presentation::isConflict(*m_error) ? conflict() : QString();
    if (theirs.isEmpty()) {
        m_failure->setMessage(MessageKind::Error, m_errand.refused(), text.sentence());
        m_failure->setAction(tr("Try again"));
    } else {
        m_failure->setMessage(MessageKind::Warning, theirs,
                              tr("What you have entered is still here. Save to replace theirs, or read theirs and drop "
                                 "yours."));
        m_failure->setAction(tr("Read again"));
    }
    m_failure->setDetail(text.code());
    m_failure->show();
    reveal(m_failure);
}

//! What the bar of the failure offers.
void FormBlade::goOn()
{
    if (m_sending || !m_error) {
        return;
    }
    if (presentation::isConflict(*m_error) && !conflict().isEmpty()) {
        readTheirs(true);
    } else if (const auto again = m_errand.again) { // a copy: it is replaced by what begins
        again();
    }
}

bool FormBlade::showRefusal(const Error&)
{
    return false;
}

void FormBlade::updateState()
{
    footer()->primary()->setEnabled(!m_sending);
    footer()->setStatus(m_sending ? StatusKind::Running : StatusKind::None, m_sending ? m_errand.doing() : QString());
}

void FormBlade::retranslate()
{
    m_unsaved->setMessage(MessageKind::Warning, tr("There are unsaved changes."),
                          tr("Save them below, or discard them."));
    m_unsaved->setAction(tr("Discard changes"));
    if (m_summary->hasErrors()) {
        showErrors(false);
    }
    if (m_error) {
        showFailure();
    }
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
